//! The leaves of a pool: who has which number, identifier, features and household, each with a salt of its own.

use serde::Deserialize;

use super::hash::{Hash, hex, hmac, leaf, sha256, unhex};
use super::json::{parse, text};
use super::pool::Pool;
use super::say::quote;
use super::setup::{Setup, twice};
use super::table::{KEYS, LEAVES};
use crate::instance::fold;

/// `keys.json`.
pub(super) struct Keys {
    master: Hash,
    name_columns: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    format: String,
    master: String,
    name_columns: Vec<String>,
}

/// Reads `keys.json`, or says what is wrong with its form. (The secret itself is never shown.)
pub(super) fn keys(bytes: &[u8], format: &str) -> Result<Keys, String> {
    let raw = parse::<Raw>(KEYS, bytes)?;
    if raw.format != format {
        return Err(format!("{KEYS}: \"format\" is {}, and only \"{format}\" is known here", quote(&raw.format)));
    }
    let Some(master) = unhex(&raw.master) else {
        return Err(format!("{KEYS}: \"master\" is not 64 lower-case hexadecimal digits"));
    };
    if let Some(column) = twice(&raw.name_columns) {
        return Err(format!("{KEYS}: \"name_columns\" names {} twice", quote(column)));
    }
    Ok(Keys { master, name_columns: raw.name_columns })
}

/// The hashes in `pool.leaves`, or why they cannot be read.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Hash>, String> {
    let whole = text(LEAVES, bytes)?;
    let whole = whole.strip_suffix('\n').ok_or_else(|| format!("{LEAVES} does not end with a line end"))?;
    let line = |(line, number): (&str, usize)| {
        let wrong = || format!("{LEAVES} line {number} is {}, which is not a SHA-256", quote(line));
        unhex(line).ok_or_else(wrong)
    };
    whole.split('\n').zip(1..).map(line).collect()
}

/// The columns of a pool that go into its leaves: header and index.
struct Columns<'a> {
    features: Vec<(&'a str, usize)>,
    household: Vec<usize>,
    name: Vec<usize>,
}

/// The leaf hashes that the personal files give, in their order, the organiser's first; or why there are none.
pub(super) fn made(keys: &Keys, setup: (&Setup, &[u8]), pool: &Pool) -> Result<Vec<Hash>, String> {
    let (setup, setup_bytes) = setup;
    let header = &pool.table.header;
    let named = |what: &str, names: &[String]| -> Result<Vec<usize>, String> {
        let place = |name: &String| {
            let mut places = header.iter().zip(0..).filter(|(column, _)| *column == name).map(|(_, place)| place);
            match (places.next(), places.next()) {
                (Some(place), None) => Ok(place),
                (None, _) => {
                    Err(format!("{KEYS} names the {what} column {}, which the pool does not have", quote(name)))
                }
                (Some(_), Some(_)) => Err(format!("the pool has the {what} column {} more than once", quote(name))),
            }
        };
        names.iter().map(place).collect()
    };
    let feature = |name: &str| {
        let (key, columns) = (fold(name), header.iter().zip(0..));
        let found = columns.map(|(column, place)| (column.trim(), place)).find(|(column, _)| fold(column) == key);
        found.ok_or_else(|| format!("the pool has no column {}", quote(name)))
    };
    let columns = Columns {
        features: pool
            .instance
            .categories()
            .iter()
            .map(|category| feature(&category.name))
            .collect::<Result<_, _>>()?,
        household: named("household", &setup.rules.household_columns)?,
        name: named("name", &keys.name_columns)?,
    };
    let salt = |number: usize| hex(&hmac(&keys.master, format!("klero/salt/1 {number}").as_bytes()));
    let own = format!("{{\"number\":0,\"salt\":\"{}\",\"setup\":\"{}\"}}", salt(0), sha256(setup_bytes));
    let mut leaves = vec![leaf(own.as_bytes())];
    for (member, number) in pool.instance.members().iter().zip(1..) {
        let Some(row) = pool.table.rows.get(member.row) else {
            return Err(format!("the pool has no row for member {number}"));
        };
        let cell = |column: usize| row.cells.get(column).map_or("", |cell| cell.trim());
        let member = Leaf {
            features: columns.features.iter().map(|&(name, at)| (name.to_owned(), cell(at).to_owned())).collect(),
            household: columns.household.iter().map(|&at| cell(at).to_owned()).collect(),
            id: member.id.clone(),
            name: columns.name.iter().map(|&at| cell(at).to_owned()).collect(),
            number,
            salt: salt(usize::try_from(number).unwrap_or(usize::MAX)),
        };
        leaves.push(leaf(member.text().as_bytes()));
    }
    Ok(leaves)
}

/// A member's leaf.
pub(super) struct Leaf {
    pub(super) features: Vec<(String, String)>,
    pub(super) household: Vec<String>,
    pub(super) id: String,
    pub(super) name: Vec<String>,
    pub(super) number: u64,
    pub(super) salt: String,
}

impl Leaf {
    /// The one way to write it.
    pub(super) fn text(&self) -> String {
        let list =
            |texts: &[String]| format!("[{}]", texts.iter().map(|text| string(text)).collect::<Vec<_>>().join(","));
        let pair = |(header, cell): &(String, String)| format!("[{},{}]", string(header), string(cell));
        format!(
            "{{\"features\":[{}],\"household\":{},\"id\":{},\"name\":{},\"number\":{},\"salt\":{}}}",
            self.features.iter().map(pair).collect::<Vec<_>>().join(","),
            list(&self.household),
            string(&self.id),
            list(&self.name),
            self.number,
            string(&self.salt),
        )
    }
}

/// A text as a JSON string in the one way that leaves have it.
fn string(text: &str) -> String {
    let mut written = "\"".to_owned();
    for c in text.chars() {
        match c {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            '\u{8}' => written.push_str("\\b"),
            '\u{c}' => written.push_str("\\f"),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            c if c < ' ' => written.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => written.push(c),
        }
    }
    written.push('"');
    written
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test stops where it stands

    use super::*;

    #[test]
    fn strings_have_one_form() {
        assert_eq!(
            string("a\"\\/\u{8}\u{c}\n\r\t\u{1}\u{1f}\u{7f}é\u{2028}🎲"),
            "\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u{7f}é\u{2028}🎲\""
        );
        for c in '\0'..'\u{100}' {
            assert_eq!(serde_json::from_str::<String>(&string(&c.to_string())).unwrap(), c.to_string());
        }
    }

    /// The leaf that `docs/record.md` shows.
    #[test]
    fn the_documented_leaf() {
        let leaf = Leaf {
            features: vec![("gender".into(), "female".into()), ("age".into(), "16-29".into())],
            household: vec!["Mill Lane 12a".into()],
            id: "a1".into(),
            name: vec!["Ada".into()],
            number: 1,
            salt: "<salt i>".into(),
        };
        let page = include_str!("../../docs/record.md");
        assert!(page.lines().any(|line| line.trim() == leaf.text()), "{}", leaf.text());
    }

    #[test]
    fn leaves_are_lines_of_one_form() {
        let one = "0".repeat(64);
        assert_eq!(read(format!("{one}\n{one}\n").as_bytes()).unwrap().len(), 2);
        for wrong in [one.clone(), format!("{one}\r\n"), format!("{one}\n\n"), format!("{one} \n"), String::new()] {
            assert!(read(wrong.as_bytes()).is_err(), "{wrong:?}");
        }
    }
}
