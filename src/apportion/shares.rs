//! Rows of a file with population shares become categories whose shares make one.

use std::collections::BTreeMap;

use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::columns::{Heading, cell, heading};
use super::number::{Number, NumberFault};
use super::unit::{Unit, UnitFault, decide};
use super::{ShareProblem, Slack};
use crate::instance::fold;
use crate::read::{Place, Row, Table};

/// Population shares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shares {
    /// The file's name.
    pub file: String,
    /// The name of the column with the shares, as the file spells it.
    pub column: String,
    /// The feature categories, in the order of the file.
    pub categories: Vec<ShareCategory>,
}

/// The shares of one feature category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareCategory {
    /// The spelling of the file.
    pub name: String,
    /// What its numbers are.
    pub unit: Unit,
    /// What they add up to, as written.
    pub sum: BigRational,
    /// Its values, in the order of the file.
    pub values: Vec<ShareValue>,
}

/// The share of one feature value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareValue {
    /// The spelling of the file.
    pub name: String,
    /// The line of its row.
    pub line: u64,
    /// The share as the file has it.
    pub given: String,
    /// The share, as a part of one: the shares of a category sum to one exactly.
    pub share: BigRational,
    /// How far its quota may be from its seats, if that is said for this value.
    pub slack: Option<Slack>,
    /// The same downwards only.
    pub under: Option<Slack>,
    /// The same upwards only.
    pub over: Option<Slack>,
}

impl ShareValue {
    /// The share as a decimal number, to be shown.
    pub fn as_f64(&self) -> f64 {
        self.share.to_f64().unwrap_or_default()
    }
}

/// A category while it is read.
struct Draft {
    name: String,
    line: u64,
    values: Vec<(ShareValue, Option<Number>)>,
    /// Lines of its values, by folded name.
    lines: BTreeMap<String, u64>,
}

/// Reads population shares from a table.
///
/// The columns are `feature,value`, `category,name`, `category,feature` or `category,value`, and one of `share`, `population`, `count`, `percent` and
/// `percentage`; `slack`, `under` and `over` may be there.
///
/// # Errors
/// All problems found.
pub fn read_shares(table: &Table) -> Result<Shares, Vec<ShareProblem>> {
    let mut problems = Vec::new();
    let heading = heading(table, &mut problems);
    let mut drafts: Vec<Draft> = Vec::new();
    let mut index: BTreeMap<String, usize> = BTreeMap::new();
    for row in &table.rows {
        let name = |column: Option<usize>, problems: &mut Vec<ShareProblem>| {
            let text = column.map(|column| cell(row, column));
            if text == Some("") {
                problems.push(ShareProblem::Blank { at: place(table, row, column), share: false });
            }
            text.unwrap_or_default().to_owned()
        };
        let category = name(heading.category, &mut problems);
        let value = read_value(table, row, &heading, name(heading.value, &mut problems), &mut problems);
        let position = *index.entry(fold(&category)).or_insert_with(|| {
            drafts.push(Draft { name: category, line: row.line, values: Vec::new(), lines: BTreeMap::new() });
            drafts.len() - 1
        });
        let Some(draft) = drafts.get_mut(position) else { continue };
        let key = fold(&value.0.name);
        if let Some(&first_line) = draft.lines.get(&key).filter(|_| !key.is_empty() && !draft.name.is_empty()) {
            problems.push(ShareProblem::DoubledValue {
                at: place(table, row, heading.value),
                category: draft.name.clone(),
                value: value.0.name.clone(),
                first_line,
            });
        }
        draft.lines.entry(key).or_insert(row.line);
        draft.values.push(value);
    }
    let at = |line: u64, column: Option<usize>| {
        column.map_or_else(|| table.place_of_line(line), |column| table.place_of_cell(line, column))
    };
    for draft in drafts.iter().filter(|draft| is_combination(draft, &index)) {
        problems.push(ShareProblem::Combination { at: at(draft.line, heading.category), category: draft.name.clone() });
    }
    let mut categories = Vec::new();
    for draft in drafts {
        let numbers: Option<Vec<Number>> = draft.values.iter().map(|(_, number)| number.clone()).collect();
        // Sums are looked at where every share is known.
        let Some(numbers) = numbers.filter(|_| !draft.name.is_empty()) else {
            problems.extend(also_grouped(&draft, &problems, |line| at(line, heading.share)));
            continue;
        };
        let unit = decide(&numbers, heading.says);
        let values: Vec<ShareValue> = draft.values.into_iter().map(|(value, _)| value).collect();
        match unit {
            Err(fault) => problems.extend(unit_problems(fault, &draft.name, &values, |line| at(line, heading.share))),
            Ok((unit, sum)) => {
                let normal = |(value, number): (ShareValue, Number)| ShareValue { share: number.value / &sum, ..value };
                let values = values.into_iter().zip(numbers).map(normal).collect();
                categories.push(ShareCategory { name: draft.name, unit, values, sum });
            }
        }
    }
    let column = heading.share.and_then(|column| table.header.get(column));
    let column = column.map(|name| name.trim().to_owned()).unwrap_or_default();
    problems.sort_by_key(|problem| problem.at().and_then(|at| at.line));
    if problems.is_empty() { Ok(Shares { file: table.file.clone(), column, categories }) } else { Err(problems) }
}

/// Reads the numbers of a row.
fn read_value(
    table: &Table,
    row: &Row,
    heading: &Heading,
    name: String,
    problems: &mut Vec<ShareProblem>,
) -> (ShareValue, Option<Number>) {
    let given = heading.share.map(|column| cell(row, column));
    let number = given.and_then(|given| {
        let at = place(table, row, heading.share);
        let bad = |fault| ShareProblem::BadShare { at: at.clone(), cell: given.to_owned(), fault };
        let blank = ShareProblem::Blank { at: at.clone(), share: true };
        let read = if given.is_empty() { Err(blank) } else { Number::parse(given).map_err(bad) };
        read.map_err(|problem| problems.push(problem)).ok()
    });
    let mut slack = |column: Option<usize>| {
        let text = cell(row, column?);
        if text.is_empty() {
            return None;
        }
        let bad = |fault| ShareProblem::BadSlack { at: place(table, row, column), cell: text.to_owned(), fault };
        Slack::parse(text).map_err(|fault| problems.push(bad(fault))).ok()
    };
    let value = ShareValue {
        name,
        line: row.line,
        given: given.unwrap_or_default().to_owned(),
        share: BigRational::from_integer(0.into()),
        slack: slack(heading.slack),
        under: slack(heading.under),
        over: slack(heading.over),
    };
    (value, number)
}

/// What is wrong with the numbers of a category.
fn unit_problems(
    fault: UnitFault,
    category: &str,
    values: &[ShareValue],
    at: impl Fn(u64) -> Place,
) -> Vec<ShareProblem> {
    let of = |place: usize| values.get(place).map(|value| (value.line, value.given.clone())).unwrap_or_default();
    let category = category.to_owned();
    let first = at(of(0).0);
    vec![match fault {
        UnitFault::Nobody => ShareProblem::Nobody { at: first, category },
        UnitFault::MaybeThousands(cells) => {
            let bad = |(line, cell)| ShareProblem::BadShare { at: at(line), cell, fault: NumberFault::Unclear };
            return cells.into_iter().map(|cell| bad(of(cell))).collect();
        }
        UnitFault::Signs { with, without } => {
            let ((line, with), (other, cell)) = (of(with), of(without));
            ShareProblem::Signs { at: at(other), cell, with, line }
        }
        UnitFault::Mixed { fraction, whole, sum } => {
            let ((first, fraction), (line, whole)) = (of(fraction), of(whole));
            ShareProblem::Mixed { at: at(first), category, fraction, whole, line, sum }
        }
        UnitFault::Sum { whole, total } => ShareProblem::Sum { at: first, category, whole, total },
        UnitFault::Unclear(total) => ShareProblem::Unclear { at: first, category, total },
    }]
}

/// Where one share of a category has separators between thousands, those that may have some have them as well.
fn also_grouped(draft: &Draft, problems: &[ShareProblem], at: impl Fn(u64) -> Place) -> Vec<ShareProblem> {
    const FAULT: NumberFault = NumberFault::Thousands;
    let grouped = |problem: &&ShareProblem| matches!(problem, ShareProblem::BadShare { fault: FAULT, .. });
    let lines: Vec<Option<u64>> =
        problems.iter().filter(grouped).map(|problem| problem.at().and_then(|at| at.line)).collect();
    if !draft.values.iter().any(|(value, _)| lines.contains(&Some(value.line))) {
        return Vec::new();
    }
    let may_be = draft.values.iter().filter(|(_, number)| number.as_ref().is_some_and(Number::may_be_thousands));
    let bad = |(value, _): &(ShareValue, Option<Number>)| ShareProblem::BadShare {
        at: at(value.line),
        cell: value.given.clone(),
        fault: FAULT,
    };
    may_be.map(bad).collect()
}

/// Whether a quotas file with this category would be read as having quotas on several values at once.
fn is_combination(draft: &Draft, index: &BTreeMap<String, usize>) -> bool {
    const WORD: &str = "combination";
    let named = |part: &str| {
        let name = part.split('=').next().unwrap_or_default();
        index.contains_key(&fold(part)) || index.contains_key(&fold(name))
    };
    fold(&draft.name) == WORD
        || draft.name.contains('=') && draft.lines.contains_key(WORD)
        || draft.name.contains('&') && draft.name.split('&').any(named)
}

fn place(table: &Table, row: &Row, column: Option<usize>) -> Place {
    column.map_or_else(|| table.place_of_line(row.line), |column| table.place_of_cell(row.line, column))
}
