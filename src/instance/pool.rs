//! Rows of a pool become members.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::columns::{Columns, cell};
use super::nearest::nearest;
use super::quotas::{DraftCategory, Quotas};
use super::{ColumnUse, InstanceProblem, RuleProblem, Settings, Standing, Warning, fold, households};
use crate::read::{Place, Table};

/// Identifier columns that are looked for when none is named, in this order.
pub const ID_COLUMNS: [&str; 3] = ["id", "nationbuilder_id", "unique_id"];

/// A pool, as far as it can be understood.
pub(super) struct Pool {
    /// Rows that stand for somebody (all but repeated ones), in canonical order.
    pub people: Vec<Entry>,
    /// For each category, whether its column was found.
    pub found: Vec<bool>,
    /// Whether everybody has an identifier of their own, so that people can be named.
    pub known_by_name: bool,
    pub id_column: Option<String>,
    /// The headers of the household columns, in the pool's order.
    pub household_columns: Vec<String>,
    pub warnings: Vec<Warning>,
    pub problems: Vec<InstanceProblem>,
}

/// A row that stands for somebody.
pub(super) struct Entry {
    pub id: String,
    /// Index in the table's rows.
    pub row: usize,
    pub line: u64,
    /// For each category the value; `None` where the cell is blank or not known, or the column was not found.
    pub values: Vec<Option<usize>>,
    pub standing: Standing,
    /// The cells of the household columns, as they are compared.
    pub household: Vec<String>,
}

/// How members are identified.
#[derive(Clone, Copy)]
enum Ids {
    Column(usize),
    RowNumbers,
    /// The column that should hold them was not found.
    Unknown,
}

/// A row whose identifier an earlier row has too.
struct Repeat {
    first_line: u64,
    /// Whether it repeats an earlier row cell for cell.
    exact: bool,
}

/// Reads the pool.
pub(super) fn parse(
    table: &Table,
    columns: &Columns<'_>,
    quotas: &Quotas,
    quotas_file: &str,
    settings: &Settings,
) -> Pool {
    let mut problems = Vec::new();
    let mut warnings = Vec::new();
    let ids = find_ids(table, columns, settings.id_column.as_deref(), &mut problems);
    if let Ids::RowNumbers = ids {
        warnings.push(Warning::RowNumbers { at: table.place() });
    }
    let mut readers: Vec<Option<CategoryReader<'_>>> = quotas
        .categories
        .iter()
        .map(|category| {
            let column = find_category(table, columns, category, quotas, quotas_file, &mut problems)?;
            Some(CategoryReader::new(category, column, quotas, quotas_file))
        })
        .collect();
    let mut find = |name: &String, what| find_named(table, columns, name, what, &mut problems);
    let mut houses: Vec<usize> =
        settings.household_columns.iter().filter_map(|name| find(name, ColumnUse::Household)).collect();
    houses.sort_unstable();
    houses.dedup();
    let status = settings.status_column.as_ref().and_then(|name| find(name, ColumnUse::Status));
    let repeats = match ids {
        Ids::Column(column) => repeats(table, column),
        _ => BTreeMap::new(),
    };
    let mut people = Vec::new();
    let mut known_by_name = !matches!(ids, Ids::Unknown);
    for (index, row) in table.rows.iter().enumerate() {
        let id = match ids {
            Ids::Column(column) => cell(row, column).to_owned(),
            Ids::RowNumbers => (index + 1).to_string(),
            Ids::Unknown => String::new(),
        };
        let at = |column| columns.place(row.line, column);
        match (repeats.get(&index), ids) {
            (Some(Repeat { first_line, exact: true }), Ids::Column(column)) => {
                warnings.push(Warning::RepeatedRow { at: at(column), id, first_line: *first_line });
                continue;
            }
            (Some(Repeat { first_line, .. }), Ids::Column(column)) => {
                known_by_name = false;
                problems.push(InstanceProblem::SameId { at: at(column), id: id.clone(), first_line: *first_line });
            }
            (None, Ids::Column(column)) if id.is_empty() => {
                known_by_name = false;
                problems.push(InstanceProblem::BlankId { at: at(column) });
            }
            _ => {}
        }
        let mut values = Vec::with_capacity(readers.len());
        for reader in &mut readers {
            values.push(reader.as_mut().and_then(|reader| {
                let column = reader.column;
                reader.value(cell(row, column), || at(column), &mut problems)
            }));
        }
        people.push(Entry {
            id,
            row: index,
            line: row.line,
            values,
            standing: status.map_or(Standing::Open, |column| standing(cell(row, column), || at(column), &mut problems)),
            household: houses.iter().map(|column| households::part(cell(row, *column))).collect(),
        });
    }
    people.sort_by(|a, b| a.id.as_bytes().cmp(b.id.as_bytes()));
    Pool {
        people,
        found: readers.iter().map(Option::is_some).collect(),
        known_by_name,
        id_column: match ids {
            Ids::Column(column) => Some(columns.name(column).to_owned()),
            _ => None,
        },
        household_columns: houses.iter().map(|column| columns.name(*column).to_owned()).collect(),
        warnings,
        problems,
    }
}

fn find_ids(table: &Table, columns: &Columns<'_>, named: Option<&str>, problems: &mut Vec<InstanceProblem>) -> Ids {
    let Some(name) = named.or_else(|| ID_COLUMNS.into_iter().find(|name| columns.has(name))) else {
        return Ids::RowNumbers;
    };
    if !columns.has(name) {
        let found = columns.names();
        problems.push(InstanceProblem::MissingIdColumn {
            at: table.place_of_name(table.header_line, name),
            nearest: nearest(name, found.iter().map(String::as_str)).map(str::to_owned),
            found,
        });
    }
    columns.one(name, problems).map_or(Ids::Unknown, Ids::Column)
}

/// A column that the settings name; none of that name is a problem.
fn find_named(
    table: &Table,
    columns: &Columns<'_>,
    name: &str,
    what: ColumnUse,
    problems: &mut Vec<InstanceProblem>,
) -> Option<usize> {
    if !columns.has(name) {
        let found = columns.names();
        let nearest = nearest(name, found.iter().map(String::as_str)).map(str::to_owned);
        let at = table.place_of_name(table.header_line, name);
        problems.push(RuleProblem::MissingColumn { at, what, found, nearest }.into());
    }
    columns.one(name, problems)
}

/// What a cell of the status column says.
fn standing(text: &str, place: impl Fn() -> Place, problems: &mut Vec<InstanceProblem>) -> Standing {
    standing_word(text).unwrap_or_else(|| {
        let nearest = nearest(text, ["include", "exclude"]);
        problems.push(RuleProblem::UnknownStatus { at: place(), cell: text.to_owned(), nearest }.into());
        Standing::Open
    })
}

/// What a cell of a status column says, if it is one of the words or blank.
pub fn standing_word(text: &str) -> Option<Standing> {
    match fold(text).as_str() {
        "" => Some(Standing::Open),
        "include" | "included" => Some(Standing::Included),
        "exclude" | "excluded" => Some(Standing::Excluded),
        _ => None,
    }
}

fn find_category(
    table: &Table,
    columns: &Columns<'_>,
    category: &DraftCategory,
    quotas: &Quotas,
    quotas_file: &str,
    problems: &mut Vec<InstanceProblem>,
) -> Option<usize> {
    if !columns.has(&category.name) {
        let found = columns.names();
        let taken = |name: &str| quotas.categories.iter().any(|other| fold(&other.name) == fold(name));
        let free = found.iter().map(String::as_str).filter(|name| !taken(name));
        problems.push(InstanceProblem::MissingCategoryColumn {
            at: table.place_of_name(table.header_line, &category.name),
            quotas: quotas_file.to_owned(),
            nearest: nearest(&category.name, free).map(str::to_owned),
            found,
        });
    }
    columns.one(&category.name, problems)
}

/// The rows, by index, whose identifier an earlier row has too.
fn repeats(table: &Table, column: usize) -> BTreeMap<usize, Repeat> {
    let mut order: Vec<(&str, usize)> = table.rows.iter().map(|row| cell(row, column)).zip(0..).collect();
    order.retain(|(id, _)| !id.is_empty());
    order.sort_unstable();
    let mut out = BTreeMap::new();
    for group in order.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
        let mut lines: BTreeMap<&[String], u64> = BTreeMap::new();
        let mut first_line = None;
        for (index, row) in group.iter().filter_map(|(_, index)| Some((*index, table.rows.get(*index)?))) {
            let same = lines.get(row.cells.as_slice()).copied();
            if let Some(first_line) = same.or(first_line) {
                let exact = same.is_some();
                out.insert(index, Repeat { first_line, exact });
            }
            first_line.get_or_insert(row.line);
            lines.entry(&row.cells).or_insert(row.line);
        }
    }
    out
}

/// Reads one category's column.
struct CategoryReader<'a> {
    category: &'a DraftCategory,
    quotas: &'a Quotas,
    quotas_file: Arc<str>,
    column: usize,
    known: Arc<[String]>,
    /// Guesses so far, by folded cell.
    guesses: BTreeMap<String, Option<String>>,
}

impl<'a> CategoryReader<'a> {
    fn new(category: &'a DraftCategory, column: usize, quotas: &'a Quotas, quotas_file: &str) -> Self {
        CategoryReader {
            category,
            quotas,
            quotas_file: quotas_file.into(),
            column,
            known: category.values.iter().map(|value| value.name.clone()).collect(),
            guesses: BTreeMap::new(),
        }
    }

    /// The index of a cell's value. There is no problem in an unknown value whose row in the quotas file may have been refused.
    fn value(&mut self, text: &str, place: impl Fn() -> Place, problems: &mut Vec<InstanceProblem>) -> Option<usize> {
        let key = fold(text);
        if let Some(value) = self.category.index.get(&key).copied() {
            return Some(value);
        }
        if key.is_empty() {
            problems.push(InstanceProblem::BlankValue { at: place(), known: Arc::clone(&self.known) });
        } else if !self.category.open && !self.quotas.orphans.contains(&key) {
            let known = &self.known;
            let guess = self
                .guesses
                .entry(key)
                .or_insert_with(|| nearest(text, known.iter().map(String::as_str)).map(str::to_owned));
            problems.push(InstanceProblem::UnknownValue {
                at: place(),
                cell: text.to_owned(),
                category: self.category.name.clone(),
                quotas: Arc::clone(&self.quotas_file),
                nearest: guess.clone(),
                known: Arc::clone(known),
            });
        }
        None
    }
}
