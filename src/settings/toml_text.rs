//! Settings as TOML, one way of writing for each.

use super::{Choices, Key, Value};
use crate::derive::{DateFormat, Derivation, Rule};

/// Everything that was chosen as the text of a settings file, with where each came from. It reads back to the same choices, and depends on
/// nothing else. Names of files stand in it as they were given.
pub fn in_force(choices: &Choices) -> String {
    let mut text = String::new();
    for key in Key::ALL {
        if let Some(given) = choices.get(key) {
            text += &format!("{}  # {}\n", line(key, &given.value), given.from);
        }
    }
    for given in choices.derivations() {
        text += &format!("\n[[derive]]  # {}\n", given.from);
        text += &derivation(&given.value);
    }
    text
}

/// Rules for derived columns as the text of a settings file that holds nothing else. It reads back to the same rules.
pub fn rules(derivations: &[Derivation]) -> String {
    derivations.iter().map(|rule| format!("[[derive]]\n{}", derivation(rule))).collect::<Vec<_>>().join("\n")
}

/// `key = value`.
pub(super) fn line(key: Key, value: &Value) -> String {
    format!("{} = {}", key.name(), self::value(value))
}

/// A value.
pub(super) fn value(value: &Value) -> String {
    match value {
        Value::Text(text) => quoted(text),
        Value::Texts(texts) => list(texts),
        Value::Groups(groups) => format!("[{}]", groups.iter().map(|group| list(group)).collect::<Vec<_>>().join(", ")),
        Value::Whole(number) => number.to_string(),
        // With a point or an exponent, and in the fewest digits that give the number back.
        Value::Number(number) => format!("{number:?}"),
        Value::Switch(on) => on.to_string(),
    }
}

/// The lines of a rule.
pub(super) fn derivation(derivation: &Derivation) -> String {
    let mut text = format!("column = {}\nfrom = {}\n", quoted(&derivation.column), quoted(&derivation.from));
    let bands = match &derivation.rule {
        Rule::AgeOn { at, format, bands } => {
            text += &format!("at = \"{at}\"\n");
            if *format != DateFormat::default() {
                text += &format!("format = \"{}\"\n", format.name());
            }
            Some(bands)
        }
        Rule::AgeIn { at, bands } => {
            text += &format!("at = {at}\n");
            Some(bands)
        }
        Rule::Number { bands } => Some(bands),
        Rule::Recode(recode) => {
            let pairs = recode.results().iter().map(|(result, values)| format!("{} = {}", name(result), list(values)));
            text += &format!("recode = {{ {} }}\n", pairs.collect::<Vec<_>>().join(", "));
            if let Some(other) = recode.other() {
                text += &format!("other = {}\n", quoted(other));
            }
            None
        }
    };
    if let Some(bands) = bands {
        text += &format!("bands = {}\n", list(&bands.labels().map(str::to_owned).collect::<Vec<_>>()));
    }
    text
}

fn list(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "))
}

/// A key, in quotation marks unless it is made of letters, digits, `_` and `-`.
fn name(text: &str) -> String {
    let bare = !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b));
    if bare { text.to_owned() } else { quoted(text) }
}

/// A text in quotation marks, on one line.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out += "\\n",
            '\t' => out += "\\t",
            c if c.is_control() => out += &format!("\\u{:04X}", u32::from(c)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
