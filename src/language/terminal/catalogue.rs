//! The pairs of templates, and the text that comes of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use crate::language::Language;

use super::template::{Fill, Part, Template, parts};
use super::texts::texts;

/// The table of a file that holds the heads of columns. They are looked for in heads of tables only, and nothing else is there.
const COLUMNS: &str = "columns";

/// An English template, and what is said for it.
#[derive(Debug)]
pub(super) struct Entry {
    pub english: Template,
    pub parts: Vec<Part>,
    /// Whether there may be text of other templates in its holes.
    pub has_phrase: bool,
}

/// What a terminal is told in one language, by what it would be told in English.
#[derive(Debug)]
pub struct Catalogue {
    pub(super) language: Language,
    pub(super) entries: Vec<Entry>,
    /// Entries by the word with which they begin, those with the most literal text first.
    by_word: BTreeMap<String, Vec<usize>>,
    /// Those that begin with a hole or with a sign.
    open: Vec<usize>,
    /// Those of several lines.
    pub(super) of_lines: Vec<usize>,
    /// How many lines the longest of them has.
    pub(super) most_lines: usize,
    /// Those that begin with a comma: what follows a name.
    pub(super) endings: Vec<usize>,
    pub(super) columns: BTreeMap<String, String>,
    /// What was to be translated and has no entry.
    missing: Mutex<BTreeSet<String>>,
}

impl Catalogue {
    /// The catalogue of a language. In English, and in a language that has none, everything stays as it is.
    pub fn of(language: Language) -> Self {
        let files: Vec<(&str, &str)> = texts(language).to_vec();
        // tests/translation.rs reads every file without a fault; here, what can be read is used.
        Self::read(language, &files).0
    }

    /// Whether there is one for this language, or none is needed.
    pub fn is_there(language: Language) -> bool {
        language == Language::En || !texts(language).is_empty()
    }

    /// The catalogue in these files, each with its name, and what is wrong with them. An entry that says nothing is not translated yet.
    pub fn read(language: Language, files: &[(&str, &str)]) -> (Self, Vec<String>) {
        let mut catalogue = Self {
            language,
            entries: Vec::new(),
            by_word: BTreeMap::new(),
            open: Vec::new(),
            of_lines: Vec::new(),
            most_lines: 1,
            endings: Vec::new(),
            columns: BTreeMap::new(),
            missing: Mutex::default(),
        };
        let mut faults = Vec::new();
        for (name, text) in files {
            let table: toml::Table = match text.parse() {
                Ok(table) => table,
                Err(error) => {
                    faults.push(format!("{name}: {error}"));
                    continue;
                }
            };
            for (english, value) in &table {
                match value {
                    toml::Value::String(said) if said.is_empty() => {}
                    toml::Value::String(said) => match entry(english, said) {
                        Ok(entry) => catalogue.add(english, entry),
                        Err(fault) => faults.push(format!("{name}: {fault}")),
                    },
                    toml::Value::Table(columns) if english == COLUMNS => {
                        for (english, said) in columns {
                            match said.as_str() {
                                Some("") => {}
                                Some(said) => drop(catalogue.columns.insert(english.clone(), said.to_owned())),
                                None => faults.push(format!("{name}: \"{english}\" is no text")),
                            }
                        }
                    }
                    _ => faults.push(format!("{name}: \"{english}\" is no text")),
                }
            }
        }
        catalogue.sort();
        (catalogue, faults)
    }

    fn add(&mut self, english: &str, entry: Entry) {
        let index = self.entries.len();
        let lines = english.lines().count();
        if lines > 1 {
            self.of_lines.push(index);
            self.most_lines = self.most_lines.max(lines);
        } else if let Some(word) = entry.english.first_word() {
            self.by_word.entry(word.to_owned()).or_default().push(index);
        } else {
            self.open.push(index);
        }
        if english.starts_with(", ") {
            self.endings.push(index);
        }
        self.entries.push(entry);
    }

    fn sort(&mut self) {
        let entries = &self.entries;
        let most_first =
            |index: &usize| std::cmp::Reverse(entries.get(*index).map_or(0, |entry| entry.english.literal));
        let lists = self.by_word.values_mut().chain([&mut self.open, &mut self.of_lines, &mut self.endings]);
        lists.for_each(|list| list.sort_by_key(most_first));
    }

    /// Whether everything stays as it is.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.columns.is_empty()
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// What was to be translated and has no entry, in the order of letters; from now on nothing.
    pub fn take_missing(&self) -> BTreeSet<String> {
        std::mem::take(&mut *self.missing.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn miss(&self, text: &str) {
        self.missing.lock().unwrap_or_else(PoisonError::into_inner).insert(text.trim().to_owned());
    }

    /// The entries that a text of one line may be, those with the most literal text first.
    pub(super) fn candidates(&self, text: &str) -> impl Iterator<Item = &Entry> {
        let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
        let word = text.get(..end).unwrap_or_default();
        let mut by_word = self.by_word.get(word).map_or(&[][..], Vec::as_slice).iter().peekable();
        let mut open = self.open.iter().peekable();
        let literal = |index: Option<&&usize>| {
            index.and_then(|index| self.entries.get(**index)).map(|entry| entry.english.literal)
        };
        std::iter::from_fn(move || {
            let next = if literal(by_word.peek()) >= literal(open.peek()) { by_word.next() } else { open.next() };
            next.and_then(|index| self.entries.get(*index))
        })
    }
}

/// An entry, if both its sides are sound and have the same holes.
fn entry(english: &str, said: &str) -> Result<Entry, String> {
    let template = Template::new(english)?;
    let parts = parts(said)?;
    let mut used: BTreeSet<usize> = BTreeSet::new();
    for part in &parts {
        if let Part::Hole(number, fill) = part {
            if *number >= template.holes() {
                return Err(format!("\"{said}\" has a hole {number}, which \"{english}\" has not"));
            }
            if *fill == Fill::Nothing && used.contains(number) {
                return Err(format!("\"{said}\" uses hole {number}, and leaves it out"));
            }
            used.insert(*number);
        }
    }
    match (0..template.holes()).find(|number| !used.contains(number)) {
        Some(number) => Err(format!("\"{said}\" does without the hole {number} of \"{english}\"")),
        None => {
            let is_phrase = |part: &Part| matches!(part, Part::Hole(_, Fill::Phrase | Fill::Perhaps));
            Ok(Entry { english: template, has_phrase: parts.iter().any(is_phrase), parts })
        }
    }
}
