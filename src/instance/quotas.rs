//! Rows of a quotas file become categories and values; what is refused stays known, so that one mistake is reported once.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{Columns, cell};
use super::combinations::{DraftCombination, Known, Spelling, spelling};
use super::counts::parse_count;
use super::nearest::nearest;
use super::problem::QuotaCell;
use super::{CombinationProblem, InstanceProblem, fold};
use crate::read::{Place, Row, Table};

/// The pairs of columns that can hold category and value.
const READINGS: [(&str, &str); 3] = [("feature", "value"), ("category", "name"), ("category", "feature")];

/// All column names that mean something; none of them is taken for a misspelling of another.
const MEANT: [&str; 8] = ["feature", "value", "category", "name", "min", "max", "min_flex", "max_flex"];

/// Whether a header names columns as a quotas file does: those of category and value, and one of numbers.
pub fn has_quotas_header(header: &[String]) -> bool {
    let names: BTreeSet<String> = header.iter().map(|name| fold(name)).collect();
    let has = |name: &str| names.contains(name);
    READINGS.into_iter().any(|(category, value)| has(category) && has(value)) && (has("min") || has("max"))
}

/// The feature categories of the quotas for which the pool has no column, each with its values, as the quotas spell them.
pub fn categories_without_column(quotas: &Table, pool: &Table) -> Vec<(String, Vec<String>)> {
    let columns = Columns::new(pool);
    let read = parse(quotas, &columns).categories.into_iter().filter(|category| !columns.has(&category.name));
    read.map(|DraftCategory { name, values, .. }| (name, values.into_iter().map(|value| value.name).collect()))
        .collect()
}

/// A quotas file, as far as it can be understood.
pub(super) struct Quotas {
    pub categories: Vec<DraftCategory>,
    /// Quotas on combinations of their values.
    pub combinations: Vec<DraftCombination>,
    /// Folded values of rows whose category is blank.
    pub orphans: BTreeSet<String>,
    pub problems: Vec<InstanceProblem>,
}

/// A category, as far as it can be understood.
pub(super) struct DraftCategory {
    pub name: String,
    pub values: Vec<DraftValue>,
    /// Positions in `values`, by folded name.
    pub index: BTreeMap<String, usize>,
    /// Whether a row of this category lacks its value, so that there are values that are not known.
    pub open: bool,
}

/// A value; `None` stands for a number that was refused.
pub(super) struct DraftValue {
    pub name: String,
    pub line: u64,
    pub min: Option<usize>,
    pub max: Option<usize>,
    pub flex: Option<(usize, usize)>,
}

/// The columns of a quotas file; `None` for those that are not there, or there twice.
#[derive(Default)]
struct Heading {
    category: Option<usize>,
    value: Option<usize>,
    min: Option<usize>,
    max: Option<usize>,
    min_flex: Option<usize>,
    max_flex: Option<usize>,
}

/// Reads the quotas. The pool's columns tell a category whose name holds `&` or `=` from a combination.
pub(super) fn parse(table: &Table, pool: &Columns<'_>) -> Quotas {
    let columns = Columns::new(table);
    let mut problems = Vec::new();
    let heading = heading(table, &columns, &mut problems);
    let mut quotas = Quotas { categories: Vec::new(), combinations: Vec::new(), orphans: BTreeSet::new(), problems };
    let mut by_name: BTreeMap<String, usize> = BTreeMap::new();
    let text = |row, column: Option<usize>| column.map_or("", |column| cell(row, column));
    let plain = table.rows.iter().map(|row| text(row, heading.category)).filter(|name| !name.contains('&'));
    let plain: BTreeSet<String> = plain.map(fold).collect();
    let named = |name: &str| pool.has(name) || plain.contains(&fold(name));
    let mut combined = Vec::new();
    for row in &table.rows {
        if let (Some(_), Some(_)) = (heading.category, heading.value)
            && let Some(spelling) = spelling(text(row, heading.category), text(row, heading.value), pool, &named)
        {
            combined.push((row, spelling));
            continue;
        }
        ordinary(&columns, row, &heading, &mut by_name, &mut quotas);
    }
    for (row, spelling) in combined {
        combination(&columns, row, &heading, &by_name, spelling, &mut quotas);
    }
    quotas
}

/// Reads a row about one value.
fn ordinary(
    columns: &Columns<'_>,
    row: &Row,
    heading: &Heading,
    by_name: &mut BTreeMap<String, usize>,
    quotas: &mut Quotas,
) {
    let category = name(columns, row, heading.category, QuotaCell::Category, &mut quotas.problems);
    let value = name(columns, row, heading.value, QuotaCell::Value, &mut quotas.problems);
    let draft = draft_value(columns, row, heading, category, value, &mut quotas.problems);
    let Some(category) = category.filter(|name| !name.is_empty()) else {
        quotas.orphans.insert(fold(&draft.name));
        return;
    };
    let position = *by_name.entry(fold(category)).or_insert_with(|| {
        quotas.categories.push(DraftCategory {
            name: category.to_owned(),
            values: Vec::new(),
            index: BTreeMap::new(),
            open: false,
        });
        quotas.categories.len() - 1
    });
    let Some(drafts) = quotas.categories.get_mut(position) else {
        return;
    };
    let first = drafts.index.get(&fold(&draft.name)).and_then(|first| drafts.values.get(*first));
    if draft.name.is_empty() {
        drafts.open = true;
    } else if let Some(first) = first {
        quotas.problems.push(InstanceProblem::DoubledValue {
            at: place(columns, row, heading.value),
            category: drafts.name.clone(),
            value: draft.name,
            first_line: first.line,
        });
    } else {
        drafts.index.insert(fold(&draft.name), drafts.values.len());
        drafts.values.push(draft);
    }
}

/// Reads a row about several values at once.
fn combination(
    columns: &Columns<'_>,
    row: &Row,
    heading: &Heading,
    by_name: &BTreeMap<String, usize>,
    spelling: Spelling<'_>,
    quotas: &mut Quotas,
) {
    if let Spelling::Apart(_, "") | Spelling::InValue("") = spelling {
        name(columns, row, heading.value, QuotaCell::Value, &mut quotas.problems);
        return;
    }
    let known = Known { categories: &quotas.categories, by_name, orphan: &|value| quotas.orphans.contains(value) };
    let (at_category, at_value) = (place(columns, row, heading.category), place(columns, row, heading.value));
    let mut problems = Vec::new();
    let terms = known.terms(spelling, &at_category, &at_value, &mut problems);
    quotas.problems.extend(problems.into_iter().map(InstanceProblem::Combination));
    let text = match (&terms, spelling) {
        (Some(terms), _) => known.name(terms),
        (None, Spelling::InCategory(text) | Spelling::InValue(text)) => text.to_owned(),
        (None, Spelling::Apart(categories, values)) => format!("{categories}: {values}"),
    };
    let draft = draft_value(columns, row, heading, None, Some(&text), &mut quotas.problems);
    let Some(mut terms) = terms else {
        return;
    };
    terms.sort_unstable();
    if let Some(first) = quotas.combinations.iter().find(|earlier| earlier.terms == terms) {
        quotas.problems.push(InstanceProblem::Combination(CombinationProblem::Doubled {
            at: if let Spelling::InCategory(_) = spelling { at_category } else { at_value },
            combination: draft.name,
            first_line: first.draft.line,
        }));
    } else {
        quotas.combinations.push(DraftCombination { terms, draft });
    }
}

/// Finds the columns, whichever way the file is headed.
fn heading(table: &Table, columns: &Columns<'_>, problems: &mut Vec<InstanceProblem>) -> Heading {
    let missing = |name: &str| {
        let found = columns.names();
        let others = found.iter().map(String::as_str).filter(|other| !MEANT.contains(&fold(other).as_str()));
        InstanceProblem::MissingQuotaColumn {
            at: table.place_of_name(table.header_line, name),
            nearest: nearest(name, others).map(str::to_owned),
            found,
        }
    };
    let complete: Vec<(&str, &str)> = READINGS.into_iter().filter(|(c, v)| columns.has(c) && columns.has(v)).collect();
    let pair = match complete.as_slice() {
        [pair] => Some(*pair),
        [] if !MEANT.iter().any(|name| columns.has(name)) => {
            problems.push(InstanceProblem::NoQuotaHeader {
                at: table.place_of_line(table.header_line),
                found: columns.names(),
            });
            return Heading::default();
        }
        [] => {
            let wanted: &[&str] = match ["feature", "category", "value", "name"].map(|name| columns.has(name)) {
                [true, ..] => &["value"],
                [_, true, ..] => &["name"],
                [_, _, true, _] => &["feature"],
                [.., true] => &["category"],
                _ => &["category", "name"],
            };
            problems.extend(wanted.iter().map(|name| missing(name)));
            None
        }
        several => {
            problems.push(InstanceProblem::AmbiguousQuotaColumns {
                at: table.place_of_line(table.header_line),
                readings: several.iter().map(|(c, v)| format!("\"{c}\" and \"{v}\"")).collect(),
            });
            None
        }
    };
    let mut find = |name: &str, needed: bool| {
        if needed && !columns.has(name) {
            problems.push(missing(name));
        }
        columns.one(name, problems)
    };
    Heading {
        category: pair.and_then(|(name, _)| find(name, true)),
        value: pair.and_then(|(_, name)| find(name, true)),
        min: find("min", true),
        max: find("max", true),
        min_flex: find("min_flex", false),
        max_flex: find("max_flex", false),
    }
}

/// A name in a row: `None` without its column, and a problem where it is blank.
fn name<'a>(
    columns: &Columns<'_>,
    row: &'a Row,
    column: Option<usize>,
    what: QuotaCell,
    problems: &mut Vec<InstanceProblem>,
) -> Option<&'a str> {
    let text = cell(row, column?);
    if text.is_empty() {
        problems.push(InstanceProblem::BlankQuotaCell { at: place(columns, row, column), what });
    }
    Some(text)
}

/// A value and its numbers, with every problem that they have among themselves.
fn draft_value(
    columns: &Columns<'_>,
    row: &Row,
    heading: &Heading,
    category: Option<&str>,
    value: Option<&str>,
    problems: &mut Vec<InstanceProblem>,
) -> DraftValue {
    let category = category.unwrap_or_default().to_owned();
    let value = value.unwrap_or_default().to_owned();
    let mut number = |column: Option<usize>, needed: bool| {
        let text = cell(row, column?);
        if text.is_empty() && !needed {
            return None;
        }
        let at = place(columns, row, column);
        if text.is_empty() {
            problems.push(InstanceProblem::BlankQuotaCell { at, what: QuotaCell::Count });
            return None;
        }
        let refused = |fault| InstanceProblem::BadCount { at, cell: text.to_owned(), fault };
        parse_count(text).map_err(|fault| problems.push(refused(fault))).ok()
    };
    let (mut min, mut max) = (number(heading.min, true), number(heading.max, true));
    let (min_flex, max_flex) = (number(heading.min_flex, false), number(heading.max_flex, false));
    if let (Some(min), Some(min_flex)) = (min, min_flex.filter(|flex| min.is_some_and(|min| *flex > min))) {
        problems.push(InstanceProblem::FlexAboveMin {
            at: place(columns, row, heading.min_flex),
            category: category.clone(),
            value: value.clone(),
            min_flex,
            min,
        });
    }
    if let (Some(max), Some(max_flex)) = (max, max_flex.filter(|flex| max.is_some_and(|max| *flex < max))) {
        problems.push(InstanceProblem::FlexBelowMax {
            at: place(columns, row, heading.max_flex),
            category: category.clone(),
            value: value.clone(),
            max_flex,
            max,
        });
    }
    let flex = match (min, max) {
        (Some(least), Some(most)) if least > most => {
            problems.push(InstanceProblem::MinAboveMax {
                at: place(columns, row, heading.min),
                category,
                value: value.clone(),
                min: least,
                max: most,
            });
            // Either may be the mistake: neither is used in sums.
            (min, max) = (None, None);
            None
        }
        (Some(min), Some(max)) if min_flex.is_some() || max_flex.is_some() => {
            Some((min_flex.unwrap_or(min), max_flex.unwrap_or(max)))
        }
        _ => None,
    };
    DraftValue { name: value, line: row.line, min, max, flex }
}

fn place(columns: &Columns<'_>, row: &Row, column: Option<usize>) -> Place {
    columns.place(row.line, column.unwrap_or(usize::MAX))
}
