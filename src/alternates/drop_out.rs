//! How likely each member of the panel is to drop out.

use std::collections::BTreeMap;

use num_traits::ToPrimitive;

use super::problem::{AlternatesProblem, Sought};
use crate::apportion::exact_number;
use crate::instance::{Instance, fold, nearest};
use crate::read::{Place, Table};

/// Probabilities are whole numbers of these parts: nine decimals.
pub(super) const WHOLE: u64 = 1_000_000_000;

/// A probability as a fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share {
    /// The upper number.
    pub part: u64,
    /// The lower number, at least 1.
    pub of: u64,
}

/// What the probabilities were said of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaidOf {
    /// Everybody alike.
    Everybody,
    /// Feature values; somebody's probability is the mean of those of his or her values.
    Values,
    /// Members.
    Members,
}

/// For each member of a panel, the probability of dropping out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DropOuts {
    of: SaidOf,
    shares: Vec<Share>,
}

impl DropOuts {
    /// The same probability for a panel of `size`, from a text such as `0.2` or `20 %`.
    ///
    /// # Errors
    /// When it is no number from 0 to 1 with at most nine decimals.
    pub fn everybody(size: usize, text: &str) -> Result<Self, AlternatesProblem> {
        let part =
            probability(text).ok_or_else(|| AlternatesProblem::NoProbability { at: None, cell: text.to_owned() })?;
        Ok(Self { of: SaidOf::Everybody, shares: vec![Share { part, of: WHOLE }; size] })
    }

    /// From a table: one with columns `feature`, `value` and `probability`, or one with the members' identifiers and `probability`.
    ///
    /// # Errors
    /// All problems of the table.
    pub fn read(
        instance: &Instance,
        panel: &[usize],
        id_column: Option<&str>,
        table: &Table,
    ) -> Result<Self, Vec<AlternatesProblem>> {
        let mut reading = Reading { instance, table, problems: Vec::new() };
        let (of, shares) = match reading.columns(id_column) {
            Some(Columns::Values { category, value, probability }) => {
                (SaidOf::Values, reading.values(panel, category, value, probability))
            }
            Some(Columns::Members { id, probability }) => (SaidOf::Members, reading.members(panel, id, probability)),
            None => (SaidOf::Values, Vec::new()),
        };
        if reading.problems.is_empty() { Ok(Self { of, shares }) } else { Err(reading.problems) }
    }

    /// What they were said of.
    pub fn of(&self) -> SaidOf {
        self.of
    }

    /// The probabilities, in the order of the panel's members.
    pub fn shares(&self) -> &[Share] {
        &self.shares
    }
}

/// A number from 0 to 1 in parts of [`WHOLE`].
fn probability(text: &str) -> Option<u64> {
    let number = exact_number(text)? * num_bigint::BigInt::from(WHOLE);
    number.is_integer().then(|| number.to_integer().to_u64()).flatten().filter(|part| *part <= WHOLE)
}

enum Columns {
    Values { category: usize, value: usize, probability: usize },
    Members { id: usize, probability: usize },
}

struct Reading<'a> {
    instance: &'a Instance,
    table: &'a Table,
    problems: Vec<AlternatesProblem>,
}

impl Reading<'_> {
    fn columns(&mut self, id_column: Option<&str>) -> Option<Columns> {
        let keys: Vec<String> = self.table.header.iter().map(|name| fold(name)).collect();
        let mut doubled = false;
        let mut find = |names: &[&str]| {
            let mut found = keys.iter().enumerate().filter(|(_, key)| names.iter().any(|name| fold(name) == **key));
            let first = found.next().map(|(column, _)| column);
            doubled |= found.next().is_some();
            first
        };
        let id = find(&[id_column.unwrap_or("id")]);
        let (category, value) = (find(&["feature", "category"]), find(&["value", "name"]));
        let probability = find(&["probability"]);
        match (category, value, id, probability) {
            (Some(category), Some(value), _, Some(probability)) if !doubled => {
                Some(Columns::Values { category, value, probability })
            }
            (_, _, Some(id), Some(probability)) if !doubled => Some(Columns::Members { id, probability }),
            _ => {
                let found = self.table.header.iter().map(|name| name.trim().to_owned()).collect();
                let at = self.table.place_of_line(self.table.header_line);
                let id_column = id_column.unwrap_or("id").to_owned();
                self.problems.push(AlternatesProblem::Columns { at, found, id_column });
                None
            }
        }
    }

    fn cell(&self, row: usize, column: usize) -> (&str, Place) {
        let row = &self.table.rows[row];
        (row.cells.get(column).map_or("", |cell| cell.trim()), self.table.place_of_cell(row.line, column))
    }

    fn probability(&mut self, row: usize, column: usize) -> Option<u64> {
        let (cell, at) = self.cell(row, column);
        let (cell, part) = (cell.to_owned(), probability(cell));
        if part.is_none() {
            self.problems.push(AlternatesProblem::NoProbability { at: Some(at), cell });
        }
        part
    }

    fn values(&mut self, panel: &[usize], category: usize, value: usize, probability: usize) -> Vec<Share> {
        let categories = self.instance.categories();
        let mut said: BTreeMap<(usize, usize), (u64, Option<u64>)> = BTreeMap::new();
        // Rows that name nothing known: what is missing then may be one of them.
        let mut lost = false;
        for row in 0..self.table.rows.len() {
            let line = self.table.rows[row].line;
            let part = self.probability(row, probability);
            let (name, at) = self.cell(row, category);
            let name = name.to_owned();
            let Some(place) = categories.iter().position(|category| fold(&category.name) == fold(&name)) else {
                let near = nearest(&name, categories.iter().map(|category| category.name.as_str())).map(str::to_owned);
                self.problems.push(AlternatesProblem::Unknown { at, cell: name, of: Sought::Category, nearest: near });
                lost = true;
                continue;
            };
            let (name, at) = self.cell(row, value);
            let name = name.to_owned();
            let values = &categories[place].values;
            let Some(index) = values.iter().position(|value| fold(&value.name) == fold(&name)) else {
                let near = nearest(&name, values.iter().map(|value| value.name.as_str())).map(str::to_owned);
                self.problems.push(AlternatesProblem::Unknown { at, cell: name, of: Sought::Value, nearest: near });
                lost = true;
                continue;
            };
            if let Some((first_line, _)) = said.get(&(place, index)) {
                self.problems.push(AlternatesProblem::Twice { at, cell: name, first_line: *first_line });
                continue;
            }
            said.insert((place, index), (line, part));
        }
        let named: Vec<usize> = (0..categories.len()).filter(|c| said.keys().any(|(of, _)| of == c)).collect();
        let mut missing: Vec<(usize, usize)> = Vec::new();
        let mut shares = Vec::new();
        for &member in panel {
            let mut part = 0;
            for &category in &named {
                let key = (category, self.instance.members()[member].values[category]);
                match said.get(&key) {
                    Some((_, probability)) => part += probability.unwrap_or_default(),
                    None => missing.push(key),
                }
            }
            shares.push(Share { part, of: WHOLE * named.len().max(1) as u64 });
        }
        missing.sort_unstable();
        missing.dedup();
        for (category, value) in missing.into_iter().filter(|_| !lost) {
            let (category, at) = (&categories[category], self.table.place());
            let value = category.values[value].name.clone();
            self.problems.push(AlternatesProblem::ValueMissing { at, category: category.name.clone(), value });
        }
        shares
    }

    fn members(&mut self, panel: &[usize], id: usize, probability: usize) -> Vec<Share> {
        let members = self.instance.members();
        let mut said: BTreeMap<usize, (u64, Option<u64>)> = BTreeMap::new();
        for row in 0..self.table.rows.len() {
            let line = self.table.rows[row].line;
            let part = self.probability(row, probability);
            let (name, at) = self.cell(row, id);
            let name = name.to_owned();
            let Ok(place) = members.binary_search_by(|member| member.id.as_bytes().cmp(name.as_bytes())) else {
                self.problems.push(AlternatesProblem::Unknown { at, cell: name, of: Sought::Member, nearest: None });
                continue;
            };
            if let Some((first_line, _)) = said.get(&place) {
                self.problems.push(AlternatesProblem::Twice { at, cell: name, first_line: *first_line });
                continue;
            }
            said.insert(place, (line, part));
        }
        let missing: Vec<String> = panel
            .iter()
            .filter(|member| !said.contains_key(member))
            .map(|&member| members[member].id.clone())
            .collect();
        if !missing.is_empty() {
            self.problems.push(AlternatesProblem::MembersMissing { at: self.table.place(), ids: missing });
        }
        let part = |member| said.get(member).and_then(|(_, part)| *part).unwrap_or_default();
        panel.iter().map(|member| Share { part: part(member), of: WHOLE }).collect()
    }
}
