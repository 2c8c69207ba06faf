//! The letter that goes with a receipt: what the receipt says, in the reader's language, as plain text.

use serde::Deserialize;

use super::text::{fingerprint_lines, harmless};
use crate::language::{Area, Language, Value, Words};

/// What a letter is about.
#[derive(Debug, Clone, Copy)]
pub struct Letter<'a> {
    /// The language.
    pub language: Language,
    /// Whether it is about a rehearsal.
    pub rehearsal: bool,
    /// The assembly.
    pub assembly: &'a str,
    /// The name of the receipt's file.
    pub file: &'a str,
    /// The text of the member's leaf.
    pub leaf: &'a str,
    /// The headers of the columns that name a person, and of those that make a household.
    pub headers: [&'a [String]; 2],
    /// How many tickets select the member.
    pub tickets: u64,
    /// How many tickets there are.
    pub all: u64,
    /// Whether the member was drawn; `None` before the draw.
    pub drawn: Option<bool>,
    /// The fingerprint.
    pub fingerprint: &'a str,
}

/// A leaf, as far as its owner is told of it.
#[derive(Deserialize)]
struct Leaf {
    features: Vec<(String, String)>,
    household: Vec<String>,
    id: String,
    name: Vec<String>,
    number: u64,
}

/// Letters of a line at most.
const WIDTH: usize = 78;

/// The letter.
///
/// # Errors
/// When the leaf cannot be read, which would be a fault of the program.
pub fn letter(letter: &Letter) -> Result<String, serde_json::Error> {
    let leaf: Leaf = serde_json::from_str(letter.leaf)?;
    let words = Words::new(letter.language, Area::Receipt);
    let say = |id: &str, values: &[(&str, Value)]| words.say(id, values);
    let mut text = String::new();
    let mut add = |paragraph: &str| {
        text += &wrapped(paragraph);
        text.push('\n');
    };
    if letter.rehearsal {
        add(&format!("*** {} ***", say("rehearsal", &[])));
        add(&say("rehearsal-explained", &[]));
    }
    add(&harmless(letter.assembly));
    let title = say("title", &[]);
    add(&format!("{title}\n{}", "=".repeat(title.chars().count())));
    add(&say("intro", &[("file", letter.file.into())]));
    let mut lines = vec![(say("number", &[]), letter.language.number(leaf.number)), (say("identifier", &[]), leaf.id)];
    for (id, cells, headers) in
        [("name", leaf.name, letter.headers[0]), ("household", leaf.household, letter.headers[1])]
    {
        let what = say(id, &[]);
        lines.extend(headers.iter().zip(cells).map(|(header, cell)| (format!("{what} ({})", header.trim()), cell)));
    }
    lines.extend(leaf.features);
    let line = |name: &str, value: &str| letter.language.named(&harmless(name.trim()), &harmless(value));
    let lines: Vec<String> = lines.iter().map(|(name, value)| format!("  {}", line(name, value))).collect();
    add(&lines.join("\n"));
    let percent = letter.language.percent(letter.tickets as f64 / letter.all.max(1) as f64);
    let values: [(&str, Value); 3] =
        [("all", letter.all.into()), ("tickets", letter.tickets.into()), ("percent", (&percent).into())];
    let (id, values) = if letter.tickets == 0 { ("no-chance", &values[..1]) } else { ("chance", &values[..]) };
    add(&say(id, values));
    add(&say(
        match letter.drawn {
            None => "not-drawn-yet",
            Some(true) => "was-drawn",
            Some(false) => "was-not-drawn",
        },
        &[],
    ));
    add(&say(if letter.drawn.is_none() { "wrong" } else { "wrong-after" }, &[]));
    add(&say("fingerprint", &[]));
    add(&fingerprint_lines(letter.fingerprint).map(|line| format!("  {line}")).join("\n"));
    let heading = say("check-heading", &[]);
    add(&format!("{heading}\n{}", "-".repeat(heading.chars().count())));
    if letter.drawn.is_none() {
        add(&say("check-when", &[]));
    }
    add(&say("check-page", &[("file", letter.file.into())]));
    let command = format!("klero verify public --receipt {}", letter.file);
    add(&say("check-program", &[("command", (&command).into())]));
    add(&say("keep", &[]));
    Ok(text.trim_end().to_owned() + "\n")
}

/// Text whose lines are broken between words; what stands in a line of its own stays there, with its indentation.
fn wrapped(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        out += &line[..indent];
        let mut length = indent;
        // A text that was indented is a value or a code, which is not broken.
        for (place, word) in line[indent..].split(' ').enumerate() {
            let letters = word.chars().count();
            if place > 0 && indent == 0 && length + 1 + letters > WIDTH {
                out.push('\n');
                length = 0;
            } else if place > 0 {
                out.push(' ');
                length += 1;
            }
            out += word;
            length += letters;
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Letter, WIDTH, letter};
    use crate::language::{Area, Language, Words};

    const LEAF: &str = r#"{"features":[["gender","female"],["age","16-29"]],"household":["Mill Lane"],"id":"a1","name":["Ada\u001b"],"number":12,"salt":"00"}"#;

    fn told(language: Language, tickets: u64, drawn: Option<bool>, rehearsal: bool) -> String {
        let (names, houses) = (["name".to_owned()], ["address".to_owned()]);
        let about = Letter {
            language,
            rehearsal,
            assembly: "Town",
            file: "receipt-0012.json",
            leaf: LEAF,
            headers: [&names, &houses],
            tickets,
            all: 1000,
            drawn,
            fingerprint: &"ab12".repeat(16),
        };
        letter(&about).unwrap_or_default()
    }

    #[test]
    fn a_letter_says_what_the_receipt_says() {
        let text = told(Language::En, 250, None, false);
        for part in [
            "Town\n\nYou are in the pool\n===================\n",
            "  Your number in the pool: 12\n  Your identifier: a1\n  Your name (name): Ada\\u{1b}\n  Your household (address): Mill Lane\n  gender: female\n  age: 16-29\n",
            "Nothing has been drawn yet.",
            "  ab12 ab12 ab12 ab12 ab12 ab12 ab12 ab12\n",
            "klero verify public --receipt receipt-0012.json",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
        assert!(
            text.replace('\n', " ").contains("250 have a panel with you on it. Your chance is 25.0\u{a0}%."),
            "{text}"
        );
        assert!(!text.contains("salt") && text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
        for language in Language::ALL {
            let [before, after] = [None, Some(true)].map(|drawn| told(language, 250, drawn, false).replace('\n', " "));
            let words = Words::new(language, Area::Receipt);
            for id in ["wrong", "check-when"] {
                let said = words.say(id, &[]);
                assert!(before.contains(&said) && !after.contains(&said), "{id}\n{before}\n{after}");
            }
            assert!(after.contains(&words.say("wrong-after", &[])), "{after}");
        }
        assert!(told(Language::En, 250, Some(true), false).contains("You were drawn."));
        assert!(told(Language::En, 0, Some(false), false).contains("None of the 1,000 tickets"));
        assert!(told(Language::Fr, 250, None, true).starts_with("*** RÉPÉTITION, PAS LE TIRAGE ***"));
    }
}
