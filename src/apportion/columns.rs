//! The columns of a file with population shares.

use super::ShareProblem;
use super::unit;
use crate::instance::fold;
use crate::read::{Place, Row, Table, shown};

/// The pairs of columns that can hold category and value: those of a quotas file, and `category,value`.
const READINGS: [(&str, &str); 4] =
    [("feature", "value"), ("category", "name"), ("category", "feature"), ("category", "value")];

/// The names of the column with the shares, and what each says about its numbers.
const SHARES: [(&str, unit::Heading); 5] = [
    ("share", unit::Heading::Open),
    ("population", unit::Heading::Counts),
    ("count", unit::Heading::Counts),
    ("percent", unit::Heading::Percentages),
    ("percentage", unit::Heading::Percentages),
];

/// The columns; `None` for those that are not there, or there twice.
#[derive(Default)]
pub(super) struct Heading {
    pub category: Option<usize>,
    pub value: Option<usize>,
    pub share: Option<usize>,
    pub says: unit::Heading,
    pub slack: Option<usize>,
    pub under: Option<usize>,
    pub over: Option<usize>,
}

/// Whether a header names columns as a file with shares does: those of category and value, and one of shares.
pub fn has_shares_header(header: &[String]) -> bool {
    let keys: Vec<String> = header.iter().map(|name| fold(name)).collect();
    let has = |name: &str| keys.iter().any(|key| key == name);
    READINGS.into_iter().any(|(category, value)| has(category) && has(value))
        && SHARES.iter().any(|(name, _)| has(name))
}

/// The columns of category and value, where a header names them in one way.
pub fn category_and_value(header: &[String]) -> Option<(usize, usize)> {
    let of = |wanted: &str| {
        let mut found = header.iter().enumerate().filter(|(_, name)| fold(name) == wanted);
        found.next().filter(|_| found.next().is_none()).map(|(column, _)| column)
    };
    let mut found = READINGS.into_iter().filter_map(|(category, value)| Some((of(category)?, of(value)?)));
    found.next().filter(|_| found.next().is_none())
}

/// Finds the columns.
pub(super) fn heading(table: &Table, problems: &mut Vec<ShareProblem>) -> Heading {
    let keys: Vec<String> = table.header.iter().map(|name| fold(name)).collect();
    let has = |name: &str| keys.iter().any(|key| key == name);
    let at = || Place::line(&table.file, table.header_line);
    let named = table.header.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
    let found: Vec<String> = named.map(str::to_owned).collect();
    let missing = |wanted| ShareProblem::MissingColumn { at: at(), wanted, found: found.clone() };
    let ambiguous = |what, readings| ShareProblem::AmbiguousColumns { at: at(), what, readings };

    let pairs: Vec<(&str, &str)> = READINGS.into_iter().filter(|(c, v)| has(c) && has(v)).collect();
    let pair = match pairs.as_slice() {
        [pair] => Some(*pair),
        [] => {
            problems.push(missing(match (has("feature"), has("category"), has("value"), has("name")) {
                (true, ..) => "\"value\"",
                (_, true, ..) => "\"name\" or \"value\" beside \"category\"",
                (_, _, true, _) => "\"feature\"",
                (.., true) => "\"category\"",
                _ => "\"feature\" or \"category\"",
            }));
            None
        }
        several => {
            let readings = several.iter().map(|(c, v)| format!("{} and {}", shown(c), shown(v))).collect();
            problems.push(ambiguous("categories and values", readings));
            None
        }
    };
    let shares: Vec<(&str, unit::Heading)> = SHARES.into_iter().filter(|(name, _)| has(name)).collect();
    let share = match shares.as_slice() {
        [share] => Some(*share),
        [] => {
            problems.push(missing("\"share\""));
            None
        }
        several => {
            problems.push(ambiguous("shares", several.iter().map(|(name, _)| shown(name)).collect()));
            None
        }
    };
    let mut one = |name: &str| {
        let mut places = (0..).zip(&keys).filter(|(_, key)| *key == name).map(|(place, _)| place);
        let (first, second) = (places.next(), places.next());
        if second.is_some() {
            problems.push(ShareProblem::DoubledColumn { at: at(), column: name.to_owned() });
        }
        first.filter(|_| second.is_none())
    };
    Heading {
        category: pair.and_then(|(category, _)| one(category)),
        value: pair.and_then(|(_, value)| one(value)),
        share: share.and_then(|(name, _)| one(name)),
        says: share.map(|(_, says)| says).unwrap_or_default(),
        slack: one("slack"),
        under: one("under"),
        over: one("over"),
    }
}

/// A row's cell, without outer white space.
pub(super) fn cell(row: &Row, column: usize) -> &str {
    row.cells.get(column).map_or("", |cell| cell.trim())
}
