//! Numbers in the form of a language.

use crate::language::Language;

/// A number as English writes it, a percentage or a range of them, in the form of another language; none if it is anything else.
pub(super) fn number(language: Language, text: &str) -> Option<String> {
    let mut sides = text.split('\u{2013}');
    let first = one(language, sides.next()?)?;
    sides.try_fold(first, |before, side| Some(before + "\u{2013}" + &one(language, side)?))
}

fn one(language: Language, text: &str) -> Option<String> {
    let (digits, percent) = match text.strip_suffix('%') {
        Some(digits) => (digits.trim_end_matches(' '), true),
        None => (text, false),
    };
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let bare = whole.strip_prefix('-').unwrap_or(whole);
    let mut groups = bare.split(',');
    let grouped = bare.contains(',');
    let first = groups.next().filter(|first| all_digits(first) && (!grouped || first.len() <= 3))?;
    let sound = first.len() <= 20 && groups.all(|group| group.len() == 3 && all_digits(group));
    if !sound || !fraction.is_none_or(all_digits) {
        return None;
    }
    let (group, point, sign) = language.marks();
    let mut out = whole.replace(',', group);
    if let Some(fraction) = fraction {
        out = out + point + fraction;
    }
    Some(if percent { out + sign } else { out })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_the_form_of_the_language_and_nothing_else_does() {
        for (english, other) in [
            ("7", "7"),
            ("1,234", "1.234"),
            ("1,000,000,000,000", "1.000.000.000.000"),
            ("4.46 %", "4,46%"),
            ("95%", "95%"),
            ("-0.5", "-0,5"),
            ("3\u{2013}1,000", "3\u{2013}1.000"),
            ("1000", "1000"),
        ] {
            assert_eq!(number(Language::Vi, english).as_deref(), Some(other), "{english}");
        }
        for other in ["", "%", "1,2", "1,23,456", "1.", ".5", "1.2.3", "v1", "1e-9", "3\u{2013}", "1 2", "12345,678"] {
            assert_eq!(number(Language::Vi, other), None, "{other}");
        }
    }
}
