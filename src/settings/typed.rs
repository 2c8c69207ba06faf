//! Values of TOML become values of settings, or problems that name their line.

use toml::Spanned;
use toml::de::DeValue;

use super::{Key, Kind, SettingsProblem, Value, toml_text};
use crate::instance::fold;
use crate::read::Place;

/// A settings file while it is read: where lines begin, and what was found wrong.
pub(super) struct Reader<'a> {
    file: &'a str,
    line_starts: Vec<usize>,
    pub problems: Vec<SettingsProblem>,
}

/// Why a value is not of the type that is wanted.
type Mismatch = (&'static str, String);

impl<'a> Reader<'a> {
    pub fn new(file: &'a str, text: &str) -> Self {
        let starts = text.match_indices('\n').map(|(place, _)| place + 1);
        Self { file, line_starts: std::iter::once(0).chain(starts).collect(), problems: Vec::new() }
    }

    /// The line, counting from 1, on which a byte stands.
    pub fn line(&self, byte: usize) -> u64 {
        self.line_starts.partition_point(|&start| start <= byte) as u64
    }

    /// The place of a byte.
    pub fn at(&self, byte: usize) -> Place {
        Place::line(self.file, self.line(byte))
    }

    /// The file as a whole.
    pub fn whole(&self) -> Place {
        Place::file(self.file)
    }

    /// The file's name.
    pub fn file(&self) -> &str {
        self.file
    }

    /// A value for a setting.
    pub fn value(&mut self, key: Key, found: &Spanned<DeValue<'_>>) -> Option<Value> {
        let name = key.name();
        match key.kind() {
            Kind::File => self.file_name(name, found).map(Value::Text),
            Kind::Text => self.text(name, found).map(Value::Text),
            Kind::Texts => self.texts(name, found).map(Value::Texts),
            Kind::Groups => self.groups(name, found).map(Value::Groups),
            Kind::Whole(least, most) => {
                let example = toml_text::value(&key.example());
                self.whole_number(name, found, least, most, &example).map(Value::Whole)
            }
            Kind::Positive => self.positive(name, found).map(Value::Number),
            Kind::Switch => self.switch(name, found).map(Value::Switch),
            Kind::OneOf(known) => self.one_of(name, found, known).map(Value::Text),
        }
    }

    /// A text that is not blank.
    pub fn text(&mut self, key: &str, found: &Spanned<DeValue<'_>>) -> Option<String> {
        match found.get_ref() {
            DeValue::String(text) => self.unless_blank(key, text, found),
            _ => self.mismatch(key, found, ("a text in quotation marks", kind(found)), "\"…\""),
        }
    }

    /// A name that a file may have: `"C:\new"` is TOML for C:, a line break, and ew.
    fn file_name(&mut self, key: &str, found: &Spanned<DeValue<'_>>) -> Option<String> {
        let name = self.text(key, found)?;
        if name.chars().any(char::is_control) {
            let at = self.at(found.span().start);
            self.problems.push(SettingsProblem::NoFileName { at, key: key.to_owned(), found: name });
            return None;
        }
        Some(name)
    }

    /// A list of texts that are not blank.
    pub fn texts(&mut self, key: &str, found: &Spanned<DeValue<'_>>) -> Option<Vec<String>> {
        const EXAMPLE: &str = "[\"…\", \"…\"]";
        let DeValue::Array(items) = found.get_ref() else {
            return self.mismatch(key, found, ("a list of texts", kind(found)), EXAMPLE);
        };
        // Every item is looked at, even after a bad one.
        let items: Vec<Option<String>> = items
            .iter()
            .map(|item| match item.get_ref() {
                DeValue::String(text) => self.unless_blank(key, text, item),
                _ => {
                    self.mismatch(key, item, ("a list of texts", format!("a list with {} in it", kind(item))), EXAMPLE)
                }
            })
            .collect();
        items.into_iter().collect()
    }

    fn groups(&mut self, key: &str, found: &Spanned<DeValue<'_>>) -> Option<Vec<Vec<String>>> {
        const WANTED: &str = "a list of lists of texts";
        const EXAMPLE: &str = "[[\"…\", \"…\"], [\"…\", \"…\"]]";
        let DeValue::Array(items) = found.get_ref() else {
            return self.mismatch(key, found, (WANTED, kind(found)), EXAMPLE);
        };
        let groups: Vec<Option<Vec<String>>> = items
            .iter()
            .map(|item| match item.get_ref() {
                DeValue::Array(_) => self.texts(key, item),
                _ => self.mismatch(key, item, (WANTED, format!("a list with {} in it", kind(item))), EXAMPLE),
            })
            .collect();
        groups.into_iter().collect()
    }

    /// A whole number within bounds.
    pub fn whole_number(
        &mut self,
        key: &str,
        found: &Spanned<DeValue<'_>>,
        least: u64,
        most: u64,
        example: &str,
    ) -> Option<u64> {
        let DeValue::Integer(number) = found.get_ref() else {
            return self.mismatch(key, found, ("a whole number", kind(found)), example);
        };
        let value = u64::from_str_radix(number.as_str(), number.radix()).ok();
        let value = value.filter(|number| (least..=most).contains(number));
        if value.is_none() {
            let (at, found) = (self.at(found.span().start), number.to_string());
            self.problems.push(SettingsProblem::OutOfRange { at, key: key.to_owned(), found, least, most });
        }
        value
    }

    fn positive(&mut self, key: &str, found: &Spanned<DeValue<'_>>) -> Option<f64> {
        let text = match found.get_ref() {
            // Hexadecimal numbers are no measure of anything.
            DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            _ => return self.mismatch(key, found, ("a number", kind(found)), "0.5"),
        };
        let number = text.parse().ok().filter(|number: &f64| number.is_finite() && *number > 0.0);
        if number.is_none() {
            let (at, found) = (self.at(found.span().start), text.to_owned());
            self.problems.push(SettingsProblem::NotPositive { at, key: key.to_owned(), found });
        }
        number
    }

    /// Yes or no.
    pub fn switch(&mut self, key: &str, found: &Spanned<DeValue<'_>>) -> Option<bool> {
        match found.get_ref() {
            DeValue::Boolean(on) => Some(*on),
            _ => self.mismatch(key, found, ("true or false", kind(found)), "true"),
        }
    }

    /// One of some words, without regard to case.
    pub fn one_of(&mut self, key: &str, found: &Spanned<DeValue<'_>>, known: &[&str]) -> Option<String> {
        let text = self.text(key, found)?;
        let word = known.iter().find(|word| **word == fold(&text));
        if word.is_none() {
            let (at, known) = (self.at(found.span().start), known.iter().map(|&word| word.to_owned()).collect());
            self.problems.push(SettingsProblem::NotOneOf { at, key: key.to_owned(), found: text, known });
        }
        word.map(|&word| word.to_owned())
    }

    /// Says that a value is of another type.
    pub fn mismatch<T>(
        &mut self,
        key: &str,
        found: &Spanned<DeValue<'_>>,
        (wanted, is): Mismatch,
        example: &str,
    ) -> Option<T> {
        self.problems.push(SettingsProblem::WrongType {
            at: self.at(found.span().start),
            key: key.to_owned(),
            wanted: wanted.to_owned(),
            found: is,
            // The key of a rule stands in its table without the table's name.
            example: format!("{} = {example}", key.rsplit('.').next().unwrap_or(key)),
        });
        None
    }

    fn unless_blank(&mut self, key: &str, text: &str, found: &Spanned<DeValue<'_>>) -> Option<String> {
        if fold(text).is_empty() {
            let at = self.at(found.span().start);
            self.problems.push(SettingsProblem::Blank { at, key: key.to_owned() });
            return None;
        }
        Some(text.to_owned())
    }
}

/// What a value is, in words.
pub(super) fn kind(value: &Spanned<DeValue<'_>>) -> String {
    match value.get_ref() {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a point or an exponent",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
    .to_owned()
}
