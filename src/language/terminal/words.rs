//! What leaves for a person: whole lines, tables, questions.

use super::catalogue::Catalogue;
use super::number::number;
use super::phrase::{Look, Said};
use super::table::{aligned, has_gap, head, table};

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
                let block: Vec<&str> = rest.iter().take_while(|line| !line.trim().is_empty()).copied().collect();
                out.extend(table(&heads, &block).into_iter().map(|line| (line, "")));
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
        let said = look.say(rest);
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
        let mut entries = catalogue.of_lines.iter().filter_map(|index| catalogue.entries.get(*index));
        if entries.any(|entry| look.as_entry(entry, &text, 0, &mut said)) {
            return said.map(|said| (said.text, count));
        }
    }
    None
}

/// Whether a line is to be typed as it is: a command, an option or what stands for a value.
fn is_command(line: &str) -> bool {
    ["klero ", "curl ", "-", "<"].iter().any(|start| line.starts_with(start)) && !has_gap(line)
}
