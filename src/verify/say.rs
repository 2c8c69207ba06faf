//! How checks speak: findings, lists of problems, and untrusted text made safe to show.

use std::borrow::Borrow;

use super::verdict::{Check, Verdict};

/// How many problems of one check are spelled out; the rest are counted.
const PROBLEMS_NAMED: usize = 3;
/// How much of a cell or a text is shown, in characters.
const QUOTED_LENGTH: usize = 60;
/// The longest sentence of a check, in characters: a hostile file must not flood the screen.
const SENTENCE_LENGTH: usize = 2000;

/// What one check found, before it is given its identifier.
#[derive(Clone)]
pub(super) struct Finding {
    verdict: Verdict,
    sentence: String,
}

impl Finding {
    pub(super) fn pass(sentence: impl Into<String>) -> Self {
        Finding { verdict: Verdict::Pass, sentence: sentence.into() }
    }

    pub(super) fn fail(sentence: impl Into<String>) -> Self {
        Finding { verdict: Verdict::Fail, sentence: sentence.into() }
    }

    pub(super) fn not_checked(sentence: impl Into<String>) -> Self {
        Finding { verdict: Verdict::NotChecked, sentence: sentence.into() }
    }

    /// For a check whose file is missing or unusable as a file; `files.present` says what is wrong with it.
    pub(super) fn without(name: &str) -> Self {
        Finding::not_checked(format!("{name} is not there or cannot be read"))
    }

    pub(super) fn passes(&self) -> bool {
        self.verdict == Verdict::Pass
    }

    pub(super) fn into_check(self, id: &'static str) -> Check {
        Check { id, verdict: self.verdict, sentence: harmless(&self.sentence) }
    }
}

/// Problems of one check: the first few in words, the others as a count.
#[derive(Default)]
pub(super) struct Problems {
    named: Vec<String>,
    count: usize,
}

impl Problems {
    /// Notes a problem. The sentence is only made when it will be shown.
    pub(super) fn add(&mut self, sentence: impl FnOnce() -> String) {
        if self.count < PROBLEMS_NAMED {
            self.named.push(sentence());
        }
        self.count += 1;
    }

    pub(super) fn any(&self) -> bool {
        self.count > 0
    }

    /// FAIL with these problems, or PASS with the given sentence when there are none.
    pub(super) fn or_pass(self, pass: impl Into<String>) -> Finding {
        self.failure().unwrap_or_else(|| Finding::pass(pass))
    }

    /// PASS with the given sentence and what was read, or FAIL with these problems and nothing: later checks do not use what failed.
    pub(super) fn or_pass_with<T>(self, pass: impl Into<String>, read: T) -> (Finding, Option<T>) {
        match self.failure() {
            Some(failure) => (failure, None),
            None => (Finding::pass(pass), Some(read)),
        }
    }

    /// FAIL with these problems, if there are any.
    pub(super) fn failure(self) -> Option<Finding> {
        if self.count == 0 {
            return None;
        }
        let unnamed = self.count - self.named.len();
        let mut named = self.named;
        if unnamed > 0 {
            named.push(format!("and {unnamed} more of this kind"));
        }
        Some(Finding::fail(named.join("; ")))
    }
}

/// A text from a file, in quotation marks, shortened.
pub(super) fn quote(text: &str) -> String {
    let mut shown: String = text.chars().take(QUOTED_LENGTH).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    format!("\"{}\"", harmless(&shown))
}

/// A list of whole numbers, shortened.
pub(super) fn list(numbers: impl IntoIterator<Item = impl Borrow<u64>>) -> String {
    const SHOWN: usize = 8;
    let mut numbers = numbers.into_iter();
    let shown: Vec<String> = numbers.by_ref().take(SHOWN).map(|number| number.borrow().to_string()).collect();
    let more = if numbers.next().is_some() { ", …" } else { "" };
    format!("[{}{more}]", shown.join(", "))
}

/// `one` or `many`, whichever the count calls for, after the count.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", self::number(number), if number == 1 { one } else { many })
}

/// A number of things, with commas between its thousands.
pub(super) fn number(of: usize) -> String {
    grouped(u128::try_from(of).unwrap_or(u128::MAX))
}

/// A whole number with commas between its thousands.
pub(super) fn grouped(number: impl Into<u128>) -> String {
    let digits = number.into().to_string();
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (digit, left) in digits.chars().zip((0..digits.len()).rev()) {
        shown.push(digit);
        if left > 0 && left % 3 == 0 {
            shown.push(',');
        }
    }
    shown
}

/// Text whose control characters and direction marks are spelled out, so that it cannot steer the screen it is shown on.
pub(super) fn harmless(text: &str) -> String {
    let mut shown = String::new();
    for (index, c) in text.chars().enumerate() {
        if index == SENTENCE_LENGTH {
            shown.push('…');
            break;
        }
        let steering = c.is_control()
            || matches!(c, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        if steering {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_grouped() {
        for (number, shown) in
            [(0u64, "0"), (999, "999"), (1000, "1,000"), (12_345, "12,345"), (1_000_000, "1,000,000")]
        {
            assert_eq!(grouped(number), shown);
        }
    }
}
