//! What leaves for a person: whole lines, tables, questions.

use super::catalogue::Catalogue;
use super::number::number;
use super::phrase::{Look, Said};
use super::table::{aligned, halves, has_gap, head, table};

impl Catalogue {
    /// A text of any number of lines in the language of the catalogue. Blanks at the beginning of lines, and empty lines, stay as they are;
    /// columns stay columns.
    pub fn say(&self, text: &str) -> String {
        if self.is_empty() {
            return text.to_owned();
        }
        let mut look = Look::new(self);
        let lines: Vec<&str> = text.split('\n').collect();
        // Each line with what it was in English, so that columns can be put below each other again.
        let mut out: Vec<(String, &str)> = Vec::new();
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            if let Some(heads) = head(self, line) {
                let rest = lines.get(at..).unwrap_or_default();
                let block: Vec<&str> = rest.iter().take_while(|line| has_gap(line)).copied().collect();
                out.extend(table(self, &heads, &block).into_iter().map(|line| (line, "")));
                at += block.len();
            } else if let Some((said, count)) = of_lines(&mut look, lines.get(at..).unwrap_or_default()) {
                out.push((said, ""));
                at += count;
            } else if !line.chars().any(char::is_alphabetic) {
                out.push(((*line).to_owned(), "")); // Nothing to say: a number, a rule, the blocks of a QR code.
                at += 1;
            } else {
                out.push((self.line(&mut look, line), *line));
                at += 1;
            }
        }
        aligned(&out).join("\n")
    }

    /// A phrase or sentence on one line.
    pub fn phrase(&self, text: &str) -> String {
        if self.is_empty() {
            return text.to_owned();
        }
        self.line(&mut Look::new(self), text)
    }

    /// The head of a column.
    pub fn head(&self, text: &str) -> String {
        let known = self.column(text);
        known.unwrap_or_else(|| self.phrase(text))
    }

    /// The head of a column, if it has an entry; `panel 3` has that of `panel {0}`.
    pub(super) fn column(&self, text: &str) -> Option<String> {
        if let Some(said) = self.columns.get(text) {
            return Some(said.clone());
        }
        let (word, number) = text.rsplit_once(' ')?;
        number.parse::<u32>().ok()?;
        let said = self.columns.get(&format!("{word} {{0}}"))?;
        Some(said.replace("{0}", number))
    }

    /// A number in the form of the language; any other text as it is.
    pub fn number(&self, text: &str) -> String {
        if self.is_empty() {
            return text.to_owned();
        }
        number(self.language, text).unwrap_or_else(|| text.to_owned())
    }

    fn line(&self, look: &mut Look<'_>, line: &str) -> String {
        let start = line.len() - line.trim_start().len();
        let start = if line.get(start..).is_some_and(|rest| rest.starts_with("- ")) { start + 2 } else { start };
        let (Some(before), Some(rest)) = (line.get(..start), line.get(start..)) else { return line.to_owned() };
        let mut said = look.say(rest);
        if has_gap(rest) {
            // A label, and what it says; a template for all of it may have taken a part of both for a name.
            let (label, value) = halves(rest);
            let gap = &rest[label.len()..rest.len() - value.len()];
            let (label, value) = (look.say(label), look.say(value));
            let literal = label.literal + value.literal;
            if label.whole() && literal > said.literal && (value.whole() || !said.whole()) {
                let text = format!("{}{gap}{}", label.text, value.text);
                said = Said { text, literal, missing: [label.missing, value.missing].concat(), odd: 0 };
            }
        }
        if !is_command(rest) || said.literal > 0 {
            said.missing.iter().for_each(|missing| self.miss(missing));
        }
        format!("{before}{}", said.text)
    }
}

/// Several lines that are one entry, and how many they are.
fn of_lines(look: &mut Look<'_>, lines: &[&str]) -> Option<(String, usize)> {
    let catalogue = look.catalogue;
    for count in (2..=catalogue.most_lines.min(lines.len())).rev() {
        let text = lines.get(..count)?.join("\n");
        let mut said: Option<Said> = None;
        let entries = catalogue.of_lines.iter().filter_map(|index| catalogue.entries.get(*index));
        // What is in a hole never runs over the end of a line.
        let mut entries = entries.filter(|entry| entry.english.lines() == count);
        if entries.any(|entry| look.as_entry(entry, &text, 0, &mut said)) {
            return said.map(|said| (said.text, count));
        }
    }
    None
}

/// Whether a line is to be typed or compared as it is: a command, an option, what stands for a value, a
/// fingerprint, a line of a settings file, the name of a file or of a check.
fn is_command(line: &str) -> bool {
    let command = ["klero ", "curl ", "-", "<"].iter().any(|start| line.starts_with(start)) && !has_gap(line);
    command || is_fingerprint(line) || is_setting(line) || is_name(line)
}

/// Whether a line is nothing but the name of a file or of a check: `setup.json`, `lottery.form`.
pub(super) fn is_name(line: &str) -> bool {
    !line.contains(' ') && line.split_once('.').is_some_and(|(_, ending)| ending.starts_with(char::is_alphanumeric))
}

/// Whether a line is one of a settings file: `key = value`.
fn is_setting(line: &str) -> bool {
    let is_key = |key: &str| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    line.split_once(" = ").is_some_and(|(key, _)| is_key(key)) || line.starts_with("[[")
}

/// Whether a line is a fingerprint, whole or in groups of four.
fn is_fingerprint(line: &str) -> bool {
    let is_hex = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    let mut words = line.split_whitespace();
    line.contains(|c: char| c.is_ascii_digit()) && words.all(|word| [4, 64].contains(&word.len()) && is_hex(word))
}
