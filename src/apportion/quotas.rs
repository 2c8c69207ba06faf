//! Shares become seats, and seats become quotas.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use super::number::short_decimal;
use super::problem::ShareWarning;
use super::round::{Rounding, Tie};
use super::shares::{ShareCategory, ShareValue, Shares};
use super::{ShareProblem, Slack, Unit};
use crate::instance::MAX_COUNT;
use crate::read::{Place, Row, Table};

/// Digits after the point of exact seats in a quotas file.
const DIGITS: usize = 9;

/// The columns of a quotas file that is made here; those after `max` put the rounding on record.
const COLUMNS: [&str; 7] = ["feature", "value", "min", "max", "share", "exact_seats", "seats"];

/// What quotas are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The panel size k.
    pub size: usize,
    /// How exact seats become whole ones.
    pub rounding: Rounding,
    /// How far quotas may be from their seats where the shares do not say it.
    pub slack: Slack,
}

/// The quotas of all feature categories.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apportionment {
    /// What was asked for.
    pub plan: Plan,
    /// The feature categories, in the order of the shares.
    pub categories: Vec<CategoryQuotas>,
    /// Whether the file of shares says for some value how far its quota may be from its seats.
    pub own_slack: bool,
    /// What is worth knowing.
    pub warnings: Vec<ShareWarning>,
}

/// The quotas of one feature category. Its seats sum to the panel size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryQuotas {
    /// Its name.
    pub name: String,
    /// What its shares were.
    pub unit: Unit,
    /// What they added up to.
    pub sum: BigRational,
    /// Its values.
    pub values: Vec<ValueQuota>,
    /// Whether there were equal claims to the last seats.
    pub tie: Option<Tie>,
}

/// The quota of one feature value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueQuota {
    /// Its name.
    pub name: String,
    /// The line of its row in the file of shares.
    pub line: u64,
    /// The share as given.
    pub given: String,
    /// The share as a part of one.
    pub share: BigRational,
    /// The share of the panel size.
    pub exact: BigRational,
    /// The seats it was rounded to.
    pub seats: usize,
    /// Least seats.
    pub min: usize,
    /// Most seats.
    pub max: usize,
    /// Whether a slack in percent came to less than one seat.
    pub slack_lost: bool,
}

/// Turns shares into quotas.
///
/// Each value's seats `s` come from rounding its exact seats (share times panel size) within its category; its quota is `s` less the slack
/// downwards to `s` plus the slack upwards, between 0 and the panel size.
///
/// # Errors
/// When the panel size is 0 or above a billion.
pub fn apportion(shares: &Shares, plan: Plan) -> Result<Apportionment, Vec<ShareProblem>> {
    if plan.size == 0 || plan.size > MAX_COUNT {
        return Err(vec![ShareProblem::Size { size: plan.size }]);
    }
    let categories: Vec<CategoryQuotas> =
        shares.categories.iter().map(|category| category_quotas(category, &plan)).collect();
    let warnings = categories
        .iter()
        .flat_map(|category| category.values.iter().filter_map(|value| warning(shares, category, value)));
    let mut values = shares.categories.iter().flat_map(|category| &category.values);
    let own_slack = values.any(|value| value.slack.is_some() || value.under.is_some() || value.over.is_some());
    Ok(Apportionment { warnings: warnings.collect(), own_slack, categories, plan })
}

fn category_quotas(category: &ShareCategory, plan: &Plan) -> CategoryQuotas {
    let shares: Vec<BigRational> = category.values.iter().map(|value| value.share.clone()).collect();
    let rounded = plan.rounding.seats(&shares, plan.size);
    CategoryQuotas {
        name: category.name.clone(),
        unit: category.unit,
        sum: category.sum.clone(),
        values: category.values.iter().zip(rounded.seats).map(|(value, seats)| quota(value, seats, plan)).collect(),
        tie: rounded.tie,
    }
}

fn quota(value: &ShareValue, seats: usize, plan: &Plan) -> ValueQuota {
    let exact = &value.share * BigRational::from_integer(BigInt::from(plan.size));
    let slack = value.slack.as_ref().unwrap_or(&plan.slack);
    let (under, over) = (value.under.as_ref().unwrap_or(slack), value.over.as_ref().unwrap_or(slack));
    let lost = |slack: &Slack| {
        matches!(slack, Slack::Percent(percent) if !percent.is_zero()) && !exact.is_zero() && slack.seats(&exact) == 0
    };
    ValueQuota {
        name: value.name.clone(),
        line: value.line,
        given: value.given.clone(),
        share: value.share.clone(),
        min: seats.saturating_sub(under.seats(&exact)),
        max: seats.saturating_add(over.seats(&exact)).min(plan.size),
        slack_lost: lost(under) || lost(over),
        seats,
        exact,
    }
}

/// What is worth knowing of a value. (Half of a category with three values or more: tables of counts often end with a total.)
fn warning(shares: &Shares, of: &CategoryQuotas, value: &ValueQuota) -> Option<ShareWarning> {
    let at = Place::cell(&shares.file, value.line, &shares.column);
    let (category, name) = (of.name.clone(), value.name.clone());
    let half = BigRational::new(BigInt::from(1), BigInt::from(2));
    if value.share.is_zero() {
        Some(ShareWarning::ZeroShare { at, category, value: name, quota: value.quota() })
    } else if value.max == 0 {
        Some(ShareWarning::NoSeat { at, category, value: name, exact: value.exact.clone() })
    } else if of.unit == Unit::Counts && value.share == half && of.values.len() > 2 {
        Some(ShareWarning::MaybeTotal { at, category, value: name })
    } else {
        None
    }
}

impl ValueQuota {
    /// The quota as reports show it: `19–21`, or one number.
    pub fn quota(&self) -> String {
        if self.min == self.max { self.min.to_string() } else { format!("{}\u{2013}{}", self.min, self.max) }
    }
}

impl Apportionment {
    /// The quotas as a table of the dialect `feature,value,min,max`, with the rounding beside them; rows have the lines of the shares.
    pub fn table(&self, file: &str) -> Table {
        let header = COLUMNS.map(str::to_owned).to_vec();
        let mut rows = self.rows();
        rows.sort_by_key(|row| row.line);
        Table { file: file.to_owned(), sheet: None, header, header_line: 1, rows }
    }

    /// The quotas file: the same rows, category by category.
    pub fn file(&self) -> String {
        let line = |cells: &[String]| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",") + "\n";
        let rows = self.rows();
        line(&COLUMNS.map(str::to_owned)) + &rows.iter().map(|row| line(&row.cells)).collect::<String>()
    }

    fn rows(&self) -> Vec<Row> {
        let row = |(category, value): (&CategoryQuotas, &ValueQuota)| Row {
            line: value.line,
            cells: vec![
                category.name.clone(),
                value.name.clone(),
                value.min.to_string(),
                value.max.to_string(),
                value.given.clone(),
                short_decimal(&value.exact, DIGITS),
                value.seats.to_string(),
            ],
        };
        self.values().map(row).collect()
    }

    /// All values, each with its category.
    pub fn values(&self) -> impl Iterator<Item = (&CategoryQuotas, &ValueQuota)> {
        self.categories.iter().flat_map(|category| category.values.iter().map(move |value| (category, value)))
    }
}

/// A cell as CSV writes it.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}
