//! A population: its feature categories, and how many of its people have which value.

use std::collections::BTreeMap;

use crate::instance::fold;
use crate::read::{Place, Row, Table, list, shown};

/// Whom volunteers come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Population {
    pub(super) categories: Vec<Category>,
    /// How many of them the files show.
    pub(super) shown: usize,
    /// Whether members have names, telephone numbers and so on.
    pub(super) personal: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Category {
    pub name: String,
    pub values: Vec<Value>,
    /// Housemates have the same value.
    pub of_a_home: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    pub name: String,
    /// Its weight among the category's values.
    pub share: u64,
    /// Of a hundred who have it and are asked, how many volunteer, as far as this category goes.
    pub keen: u64,
    /// By how many percent one step more of each of two hidden traits makes it likelier.
    pub lean: (i64, i64),
}

impl Population {
    pub(super) fn shown(&self) -> &[Category] {
        &self.categories[..self.shown.min(self.categories.len())]
    }
}

/// A reason why a table does not describe a population.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "fields are named for what they hold")]
pub enum PopulationProblem {
    /// A column is not there, or there twice.
    #[error("{at}: there must be one column {column:?}")]
    Column { at: Place, column: &'static str, found: Vec<String> },
    /// A cell is blank.
    #[error("{at}: the cell is blank")]
    Blank { at: Place },
    /// A share is no number.
    #[error("{at}: {} is not a share", shown(cell))]
    Share { at: Place, cell: String },
    /// A keenness is none.
    #[error("{at}: {} is not a keenness", shown(cell))]
    Keen { at: Place, cell: String },
    /// A value stands in two rows.
    #[error("{at}: {} {} is also on line {first}", shown(category), shown(value))]
    Doubled { at: Place, category: String, value: String, first: u64 },
    /// Nobody has a value in a category.
    #[error("{at}: all shares of {} are 0", shown(category))]
    Nobody { at: Place, category: String },
    /// A category has the name of another column of a pool.
    #[error("{at}: a category cannot be called {}", shown(category))]
    Reserved { at: Place, category: String },
    /// So few volunteer that a pool would take too long.
    #[error("{at}: with these numbers fewer than 1 in {one_in} people volunteer")]
    TooFewVolunteer { at: Place, one_in: u64 },
}

impl PopulationProblem {
    /// What to do next.
    pub fn help(&self) -> String {
        match self {
            Self::Column { found, .. } => {
                format!("The first row must name the columns category, value and share; found: {}.", list(found))
            }
            Self::Blank { .. } => "Fill it in, or remove the row.".to_owned(),
            Self::Share { .. } => {
                "Write a number from 0 on, such as 0.507 or 507, with at most six digits after the point and below a million; only ratios count.".to_owned()
            }
            Self::Keen { .. } => {
                "Write a whole number from 1 to 100: how many of a hundred volunteer, compared with the other values.".to_owned()
            }
            Self::Doubled { .. } => "Keep one of the rows.".to_owned(),
            Self::Nobody { .. } => "Give at least one value a share above 0.".to_owned(),
            Self::Reserved { .. } => "Choose another name: the pool has a column of this name already.".to_owned(),
            Self::TooFewVolunteer { .. } => "Raise the numbers in the column keen; only their ratios matter.".to_owned(),
        }
    }
}

/// One in so many must volunteer.
const ONE_IN: u64 = 10_000;
/// Names of other columns.
const RESERVED: [&str; 2] = ["id", "address"];

/// Reads a population from a table with the columns `category`, `value` and `share`, and if it has one, `keen`.
///
/// Members' values are drawn category by category, independently, each with its share of its category's total. Who has `keen` 50 volunteers
/// half as readily as who has 100 (as without the column).
///
/// # Errors
/// All problems found.
pub fn read_population(table: &Table) -> Result<Population, Vec<PopulationProblem>> {
    let mut problems = Vec::new();
    let columns = ["category", "value", "share"].map(|column| one_column(table, column, true, &mut problems));
    let keen = one_column(table, "keen", false, &mut problems);
    let [Some(category), Some(value), Some(share)] = columns else { return Err(problems) };
    let mut categories: Vec<Category> = Vec::new();
    let mut index: BTreeMap<String, usize> = BTreeMap::new();
    let mut lines: BTreeMap<(String, String), u64> = BTreeMap::new();
    for row in &table.rows {
        let at =
            |column: usize| Place::cell(&table.file, row.line, table.header.get(column).map_or("", String::as_str));
        let before = problems.len();
        for column in [category, value] {
            if text(row, column).is_empty() {
                problems.push(PopulationProblem::Blank { at: at(column) });
            }
        }
        let parsed = parse_share(text(row, share));
        if parsed.is_none() {
            problems.push(PopulationProblem::Share { at: at(share), cell: text(row, share).to_owned() });
        }
        let keenness = keen.map_or(Some(100), |keen| parse_keen(text(row, keen)));
        if let (None, Some(keen)) = (keenness, keen) {
            problems.push(PopulationProblem::Keen { at: at(keen), cell: text(row, keen).to_owned() });
        }
        let names = (text(row, category).to_owned(), text(row, value).to_owned());
        let key = (fold(&names.0), fold(&names.1));
        if RESERVED.contains(&key.0.as_str()) {
            problems.push(PopulationProblem::Reserved { at: at(category), category: names.0.clone() });
        }
        if let Some(&first) = lines.get(&key) {
            let (category, name) = names.clone();
            problems.push(PopulationProblem::Doubled { at: at(value), category, value: name, first });
        }
        lines.entry(key.clone()).or_insert(row.line);
        let place = *index.entry(key.0).or_insert_with(|| {
            categories.push(Category { name: names.0.clone(), values: Vec::new(), of_a_home: false });
            categories.len() - 1
        });
        if let (Some(share), Some(keen), true) = (parsed, keenness, problems.len() == before)
            && let Some(category) = categories.get_mut(place)
        {
            category.values.push(Value { name: names.1, share, keen, lean: (0, 0) });
        }
    }
    if problems.is_empty() {
        let nobody = categories.iter().filter(|category| category.values.iter().all(|value| value.share == 0));
        problems.extend(nobody.map(|category| PopulationProblem::Nobody {
            at: Place::file(&table.file),
            category: category.name.clone(),
        }));
    }
    if problems.is_empty() && volunteers(&categories) * (ONE_IN as f64) < 1.0 {
        problems.push(PopulationProblem::TooFewVolunteer { at: Place::file(&table.file), one_in: ONE_IN });
    }
    let shown = categories.len();
    if problems.is_empty() { Ok(Population { categories, shown, personal: false }) } else { Err(problems) }
}

fn text(row: &Row, column: usize) -> &str {
    row.cells.get(column).map_or("", |cell| cell.trim())
}

fn one_column(
    table: &Table,
    column: &'static str,
    needed: bool,
    problems: &mut Vec<PopulationProblem>,
) -> Option<usize> {
    let mut found = (0..).zip(&table.header).filter(|(_, name)| fold(name) == column).map(|(place, _)| place);
    let (first, second) = (found.next(), found.next());
    if second.is_some() || (needed && first.is_none()) {
        let at = Place::line(&table.file, table.header_line);
        problems.push(PopulationProblem::Column { at, column, found: table.header.clone() });
        return None;
    }
    first
}

/// A share in millionths.
fn parse_share(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole, 6) || !digits(fraction, 6) {
        return None;
    }
    format!("{whole}{fraction:0<6}").parse().ok()
}

fn parse_keen(text: &str) -> Option<u64> {
    text.parse().ok().filter(|keen| (1..=100).contains(keen))
}

/// About how many of those asked volunteer; only to refuse what would take too long.
fn volunteers(categories: &[Category]) -> f64 {
    let of = |category: &Category| {
        let all: u64 = category.values.iter().map(|value| value.share).sum();
        let keen: f64 = category.values.iter().map(|value| value.share as f64 * value.keen as f64).sum();
        keen / (100.0 * all as f64)
    };
    categories.iter().map(of).product()
}

#[cfg(test)]
mod tests {
    use super::{parse_keen, parse_share};

    #[test]
    fn shares_are_whole_millionths() {
        for (text, share) in [
            ("0.507", Some(507_000)),
            ("48", Some(48_000_000)),
            ("0", Some(0)),
            ("999999.999999", Some(999_999_999_999)),
        ] {
            assert_eq!(parse_share(text), share, "{text}");
        }
        for text in ["", "-1", "1e3", ".5", "5.", "0.1234567", "1000000", "5 %", "half"] {
            assert_eq!(parse_share(text), None, "{text}");
        }
        assert_eq!(["0", "1", "100", "101", "x"].map(parse_keen), [None, Some(1), Some(100), None, None]);
    }
}
