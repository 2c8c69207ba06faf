//! The settings of the Sortition Foundation's library, in our words.

use toml::Spanned;
use toml::de::DeValue;

use super::typed::Reader;
use super::{Choices, Key, Origin, SettingsNote, SettingsProblem, Value};

/// Keys that only files for the Sortition Foundation's library have. (`id_column` means the same in both.)
pub const FOREIGN: [&str; 7] = [
    "columns_to_keep",
    "check_same_address",
    "check_same_address_columns",
    "selection_algorithm",
    "max_attempts",
    "random_number_seed",
    "solver_backend",
];

/// Selection algorithms that klero has under the same name.
const ALGORITHMS: [&str; 4] = ["leximin", "maximin", "nash", "legacy"];

/// A key of that library in a file.
pub(super) struct Foreign<'t, 'i> {
    pub name: &'t str,
    pub line: u64,
    pub value: &'t Spanned<DeValue<'i>>,
}

/// Adds what these keys mean to the choices; what has no meaning here is returned as notes.
pub(super) fn translate(reader: &mut Reader<'_>, keys: &[Foreign<'_, '_>], choices: &mut Choices) -> Vec<SettingsNote> {
    let mut notes = Vec::new();
    if keys.is_empty() {
        return notes;
    }
    let find = |name: &str| keys.iter().find(|key| key.name == name);
    for Foreign { name, value, .. } in keys {
        let (at, key) = (reader.at(value.span().start), (*name).to_owned());
        match *name {
            "max_attempts" | "solver_backend" => notes.push(SettingsNote::Ignored { at, key }),
            "random_number_seed" => match value.get_ref() {
                DeValue::Integer(number) if number.as_str() == "0" => notes.push(SettingsNote::Ignored { at, key }),
                _ => notes.push(SettingsNote::Seed { at, key }),
            },
            "columns_to_keep" if reader.texts(name, value).is_some() => {
                notes.push(SettingsNote::AllColumns { at, key });
            }
            _ => {}
        }
    }
    match find("selection_algorithm") {
        Some(key) => {
            if let Some(word) = reader.one_of(key.name, key.value, &ALGORITHMS) {
                give(reader, choices, Key::Objective, Value::Text(word), key);
            }
        }
        None if choices.get(Key::Objective).is_none() => notes.push(SettingsNote::OtherDefault { at: reader.whole() }),
        None => {}
    }
    addresses(reader, find("check_same_address"), find("check_same_address_columns"), choices);
    notes
}

/// Whether people of one address may sit together, and which columns make an address.
fn addresses(
    reader: &mut Reader<'_>,
    check: Option<&Foreign<'_, '_>>,
    columns: Option<&Foreign<'_, '_>>,
    choices: &mut Choices,
) {
    let on = check.map(|key| (key, reader.switch(key.name, key.value)));
    let names = columns.map(|key| (key, reader.texts(key.name, key.value)));
    let half = |reader: &mut Reader<'_>, key: &Foreign<'_, '_>, other: &str| {
        let (at, key) = (reader.at(key.value.span().start), key.name.to_owned());
        reader.problems.push(SettingsProblem::AddressHalf { at, key, other: other.to_owned() });
    };
    match (on, names) {
        (Some((check, Some(true))), Some((columns, Some(names)))) if !names.is_empty() => {
            give(reader, choices, Key::Household, Value::Texts(names), columns);
            give(reader, choices, Key::HouseholdLimit, Value::Whole(1), check);
        }
        (Some((check, Some(true))), None | Some((_, Some(_)))) => half(reader, check, "check_same_address_columns"),
        (Some((check, Some(false))), _) if !choices.texts(Key::Household).is_empty() => {
            give(reader, choices, Key::Household, Value::Texts(Vec::new()), check);
        }
        (None, Some((columns, Some(names)))) if !names.is_empty() => half(reader, columns, "check_same_address"),
        _ => {}
    }
}

/// Sets a value, unless our own key says something else.
fn give(reader: &mut Reader<'_>, choices: &mut Choices, key: Key, value: Value, foreign: &Foreign<'_, '_>) {
    match choices.get(key) {
        None => {
            let from = Origin::File { file: reader.file().to_owned(), line: foreign.line };
            choices.give(key, value, from);
        }
        Some(ours) if ours.value == value => {}
        Some(ours) => {
            let Origin::File { line, .. } = ours.from else { return };
            let (at, name) = (reader.at(foreign.value.span().start), foreign.name.to_owned());
            let other = key.name().to_owned();
            reader.problems.push(SettingsProblem::Contradiction { at, key: name, other, line });
        }
    }
}
