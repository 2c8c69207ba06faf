//! The text of a settings file becomes [`FileSettings`].

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::columns;
use super::dialect::{self, FOREIGN, Foreign};
use super::typed::Reader;
use super::{Choices, Key, Origin, SettingsNote, SettingsProblem};
use crate::instance::nearest;

/// Whose settings a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// `klero.toml`.
    Klero,
    /// The Sortition Foundation's library.
    SortitionFoundation,
    /// Both, without contradiction.
    Mixed,
}

/// What a settings file says.
#[derive(Debug, Clone, PartialEq)]
pub struct FileSettings {
    /// Whose settings they are.
    pub dialect: Dialect,
    /// What was chosen.
    pub choices: Choices,
    /// What has no effect, and should be known.
    pub notes: Vec<SettingsNote>,
}

/// Options that no file may decide.
const OPTIONS_ONLY: [&str; 6] = ["seed", "out", "overwrite", "json", "settings", "phrase"];

/// Reads a settings file; `file` is its name, no file is opened.
///
/// # Errors
/// All problems found. Where the text is not TOML, all places where it is not, and nothing else, because the rest would follow from them.
pub fn read(file: &str, text: &str) -> Result<FileSettings, Vec<SettingsProblem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader::new(file, text);
    if !errors.is_empty() && !text.contains('=') {
        return Err(vec![SettingsProblem::NoSettings { at: reader.whole() }]);
    }
    if !errors.is_empty() {
        let mut problems: Vec<SettingsProblem> = errors.iter().map(|error| syntax(&reader, text, error)).collect();
        problems.dedup();
        return Err(problems);
    }
    let mut choices = Choices::default();
    let mut foreign = Vec::new();
    let mut ours = false;
    for (key, value) in in_order(table.get_ref()) {
        let (name, start) = (key.get_ref().as_ref(), key.span().start);
        if let Some(key) = Key::named(name) {
            ours |= key != Key::IdColumn;
            if let Some(value) = reader.value(key, value) {
                choices.give(key, value, Origin::File { file: file.to_owned(), line: reader.line(start) });
            }
        } else if FOREIGN.contains(&name) {
            foreign.push(Foreign { name, line: reader.line(start), value });
        } else if name == "derive" {
            ours = true;
            columns::derivations(&mut reader, value, &mut choices);
        } else if OPTIONS_ONLY.contains(&name) {
            let at = reader.at(start);
            reader.problems.push(SettingsProblem::OptionOnly { at, key: name.to_owned() });
        } else {
            let at = reader.at(start);
            let known: Vec<&str> = Key::ALL.iter().map(|key| key.name()).chain(["derive"]).collect();
            reader.problems.push(SettingsProblem::UnknownKey {
                at,
                key: name.to_owned(),
                nearest: nearest(name, known.iter().chain(&FOREIGN).copied()).map(str::to_owned),
                known: known.into_iter().map(str::to_owned).collect(),
            });
        }
    }
    let dialect = match (ours, foreign.is_empty()) {
        (_, true) => Dialect::Klero,
        (false, false) => Dialect::SortitionFoundation,
        (true, false) => Dialect::Mixed,
    };
    let notes = dialect::translate(&mut reader, &foreign, &mut choices);
    if choices.get(Key::Objective).is_some() {
        reader.problems.extend(choices.gamma_problem("leximin"));
    }
    reader.problems.extend(choices.equal_problem());
    if reader.problems.is_empty() { Ok(FileSettings { dialect, choices, notes }) } else { Err(reader.problems) }
}

/// A key and its value.
pub(super) type Entry<'t, 'i> = (&'t Spanned<toml::de::DeString<'i>>, &'t Spanned<DeValue<'i>>);

/// The entries of a table, in the order of the file.
pub(super) fn in_order<'t, 'i>(table: &'t DeTable<'i>) -> Vec<Entry<'t, 'i>> {
    let mut entries: Vec<Entry<'t, 'i>> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

fn syntax(reader: &Reader<'_>, text: &str, error: &toml::de::Error) -> SettingsProblem {
    let byte = error.span().map_or(0, |span| span.start).min(text.len());
    let at = reader.at(byte);
    let line = at.line.and_then(|line| text.lines().nth(usize::try_from(line).ok()?.checked_sub(1)?));
    let backslash = line.is_some_and(|line| line.contains('\\'));
    SettingsProblem::Syntax { at, words: error.message().to_owned(), backslash }
}
