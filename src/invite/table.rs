//! The small tables beside a register: weights, response rates, areas.

use std::collections::BTreeMap;

use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};

use super::areas::Area;
use super::number::exact;
use super::problem::InviteProblem;
use crate::instance::fold;
use crate::read::Table;

/// What the numbers of a table of strata say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// How many letters a household counts for, compared with others.
    Weight,
    /// Which share of the letters is answered by a volunteer.
    Response,
}

/// The number of one stratum, as the table has it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// The stratum.
    pub stratum: String,
    /// The number: exact, such as `0.04`, `4%` or `1/25`.
    pub value: String,
}

/// Weights or response rates of all strata.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rates {
    /// Which of the two.
    pub kind: Kind,
    /// The strata, in the order of the table.
    pub strata: Vec<Rate>,
}

/// Names that a column of strata may have.
const STRATUM: [&str; 2] = ["stratum", "area"];
/// Names that a column of areas may have.
const AREA: [&str; 4] = ["area", "name", "municipality", "stratum"];
/// Names that a column of sizes may have.
const SIZE: [&str; 3] = ["size", "population", "households"];

/// The only column with one of some names; of several, the first name counts.
fn column(table: &Table, names: &[&str]) -> Result<usize, InviteProblem> {
    let missing = |times| InviteProblem::Column {
        file: table.file.clone(),
        column: names.first().copied().unwrap_or_default().to_owned(),
        times,
        found: table.header.clone(),
    };
    for name in names {
        let found: Vec<usize> = (0..table.header.len())
            .filter(|i| table.header.get(*i).map(|cell| fold(cell)).as_deref() == Some(name))
            .collect();
        match found.as_slice() {
            [] => {}
            [only] => return Ok(*only),
            more => return Err(missing(more.len())),
        }
    }
    Err(missing(0))
}

/// The rows of two columns, where `number` takes each cell of the second one.
fn pairs<T>(
    table: &Table,
    names: (&[&str], &[&str]),
    wanted: &'static str,
    number: impl Fn(&str) -> Option<T>,
) -> Result<Vec<(String, T)>, Vec<InviteProblem>> {
    let (name, value) = match (column(table, names.0), column(table, names.1)) {
        (Ok(name), Ok(value)) => (name, value),
        (name, value) => return Err([name.err(), value.err()].into_iter().flatten().collect()),
    };
    let (mut pairs, mut problems, mut seen) = (Vec::new(), Vec::new(), BTreeMap::new());
    for row in &table.rows {
        let cell = |index: usize| row.cells.get(index).map(|cell| cell.trim()).unwrap_or_default();
        let (file, line) = (table.file.clone(), row.line);
        if cell(name).is_empty() {
            let mut lines = super::lines::Lines::default();
            lines.add(line);
            let columns = vec![table.header.get(name).cloned().unwrap_or_default()];
            problems.push(InviteProblem::Blank { file, columns, lines });
        } else if seen.insert(fold(cell(name)), ()).is_some() {
            problems.push(InviteProblem::Twice { file, line, name: cell(name).to_owned() });
        } else {
            match number(cell(value)) {
                Some(number) => pairs.push((cell(name).to_owned(), number)),
                None => problems.push(InviteProblem::Number {
                    file,
                    line,
                    column: table.header.get(value).cloned().unwrap_or_default(),
                    text: cell(value).to_owned(),
                    wanted,
                }),
            }
        }
    }
    if problems.is_empty() { Ok(pairs) } else { Err(problems) }
}

/// Whether a number can be a weight or a rate.
pub(super) fn usable(kind: Kind, number: &BigRational) -> bool {
    *number > BigRational::zero() && (kind == Kind::Weight || *number <= BigRational::one())
}

/// Reads a table with the columns `stratum` and `weight`, or `stratum` and `response`.
///
/// # Errors
/// Every problem of the table.
pub fn read_rates(table: &Table, kind: Kind) -> Result<Rates, Vec<InviteProblem>> {
    let (names, wanted) = match kind {
        Kind::Weight => (["weight"], "a number above 0"),
        Kind::Response => (["response"], "a share above 0 and at most 1"),
    };
    let number = |text: &str| exact(text).filter(|number| usable(kind, number)).map(|_| text.to_owned());
    let strata = pairs(table, (&STRATUM, &names), wanted, number)?;
    Ok(Rates { kind, strata: strata.into_iter().map(|(stratum, value)| Rate { stratum, value }).collect() })
}

/// Reads a table of areas and their sizes.
///
/// # Errors
/// Every problem of the table.
pub fn read_areas(table: &Table) -> Result<Vec<Area>, Vec<InviteProblem>> {
    let number = |text: &str| {
        exact(text).filter(BigRational::is_integer).and_then(|size| size.to_integer().to_u64()).filter(|size| *size > 0)
    };
    let areas = pairs(table, (&AREA, &SIZE), "a whole number above 0", number)?;
    Ok(areas.into_iter().map(|(area, size)| Area { area, size }).collect())
}
