//! The files of a seating.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Gathering, Plan};

/// The format name of `seating.json`.
pub const FORMAT: &str = "klero/seating/1";

/// Names of the files.
pub mod name {
    /// One row for each person.
    pub const SEATING: &str = "seating.csv";
    /// One row for each seat of each round.
    pub const TABLES: &str = "tables.csv";
    /// What was asked for and reached.
    pub const FACTS: &str = "seating.json";
}

/// A file that could not be put into words; a fault of the program, not of its input.
#[derive(Debug, thiserror::Error)]
pub enum SeatingError {
    /// The CSV writer refused.
    #[error("a file of the seating could not be written: {0}")]
    Csv(#[from] csv::Error),
    /// The JSON writer refused.
    #[error("seating.json could not be written: {0}")]
    Json(#[from] serde_json::Error),
}

/// `seating.json`: what was asked for and reached, without anybody's name. Keys are in alphabetical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// Groups of people who sit apart.
    pub apart: usize,
    /// For each category and for each value, how many people have it.
    pub categories: BTreeMap<String, BTreeMap<String, usize>>,
    /// How many different people they meet who meet the fewest; the bound is for plans as good in the two goals before.
    pub fewest_met: Goal,
    /// `klero/seating/1`.
    pub format: String,
    /// All meetings of two people at one table.
    pub meetings: usize,
    /// How many different people they meet who meet the most.
    pub most_met: usize,
    /// How many times the pair meets that meets most often.
    pub most_meetings: Goal,
    /// For each category, how many people are too many or too few at some table.
    pub off: BTreeMap<String, usize>,
    /// How many people there are.
    pub people: usize,
    /// SHA-256 of the file that they came from.
    pub people_sha256: String,
    /// Pairs that meet more than once.
    pub repeated_pairs: usize,
    /// Repeats: each meeting counts once for every earlier one of the same two people.
    pub repeats: Goal,
    /// How many rounds there are.
    pub rounds: usize,
    /// The seed text.
    pub seed: String,
    /// How many sit at each table.
    pub tables: Vec<usize>,
    /// Groups of people who sit together.
    pub together: usize,
}

/// A goal: what the plan does, what no plan does better, and whether that is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Goal {
    /// What no plan does better.
    pub bound: usize,
    /// Whether the plan is proven to be as good as can be in this.
    pub proven: bool,
    /// What the plan does.
    pub reached: usize,
}

impl Goal {
    fn new(reached: usize, bound: usize) -> Self {
        Self { bound, proven: reached == bound, reached }
    }
}

impl Facts {
    /// The facts of a plan.
    pub fn new(gathering: &Gathering, plan: &Plan, people_sha256: String, seed: String) -> Self {
        let (reached, bounds) = (&plan.reached, &plan.bounds);
        let categories = gathering.categories.iter().zip(gathering.tallies());
        let counts = categories.map(|(category, tally)| {
            (category.name.clone(), category.values.iter().cloned().zip(tally).collect::<BTreeMap<_, _>>())
        });
        let off = gathering.categories.iter().zip(&reached.spread);
        Self {
            apart: gathering.apart.len(),
            categories: counts.collect(),
            fewest_met: Goal::new(reached.fewest_met(), bounds.fewest_met_with(reached.repeats, reached.most_meetings)),
            format: FORMAT.to_owned(),
            meetings: reached.meetings,
            most_met: reached.most_met(),
            most_meetings: Goal::new(reached.most_meetings, bounds.most_meetings),
            off: off.map(|(category, spread)| (category.name.clone(), spread.off)).collect(),
            people: gathering.people.len(),
            people_sha256,
            repeated_pairs: reached.repeated_pairs,
            repeats: Goal::new(reached.repeats, bounds.repeats),
            rounds: gathering.rounds,
            seed,
            tables: gathering.sizes.clone(),
            together: gathering.together.len(),
        }
    }
}

/// `seating.json`.
///
/// # Errors
/// Those of the JSON writer.
pub fn seating_json(facts: &Facts) -> Result<String, SeatingError> {
    Ok(serde_json::to_string_pretty(facts)? + "\n")
}

/// A person's identifier, values and shown cells.
fn cells(gathering: &Gathering, person: usize) -> Vec<String> {
    let person = &gathering.people[person];
    let values =
        gathering.categories.iter().zip(&person.values).map(|(category, &value)| category.values[value].clone());
    std::iter::once(person.id.clone()).chain(values).chain(person.shown.iter().cloned()).collect()
}

/// The headers of [`cells`].
fn headers(gathering: &Gathering) -> Vec<String> {
    let categories = gathering.categories.iter().map(|category| category.name.clone());
    std::iter::once(gathering.id_column.clone()).chain(categories).chain(gathering.shown.iter().cloned()).collect()
}

/// `seating.csv`: one row for each person, in the order of identifiers, with their table in each round.
///
/// # Errors
/// Those of the CSV writer.
pub fn seating_csv(gathering: &Gathering, plan: &Plan) -> Result<String, SeatingError> {
    let mut tables = vec![Vec::new(); gathering.people.len()];
    for round in &plan.rounds {
        for (number, table) in (1..).zip(round) {
            for &person in table {
                tables[person].push(format!("{number}"));
            }
        }
    }
    let rounds = (1..=plan.rounds.len()).map(|round| format!("round {round}"));
    let header = headers(gathering).into_iter().chain(rounds).collect();
    let rows = tables.into_iter().enumerate().map(|(person, tables)| [cells(gathering, person), tables].concat());
    text(header, rows)
}

/// `tables.csv`: one row for each seat of each round. Seats are numbered in the order of identifiers.
///
/// # Errors
/// Those of the CSV writer.
pub fn tables_csv(gathering: &Gathering, plan: &Plan) -> Result<String, SeatingError> {
    let header = ["round", "table", "seat"].map(str::to_owned).into_iter().chain(headers(gathering)).collect();
    let rows = (1_usize..).zip(&plan.rounds).flat_map(|(round, tables)| {
        (1_usize..).zip(tables).flat_map(move |(table, people)| {
            (1_usize..).zip(people).map(move |(seat, &person)| {
                [vec![round.to_string(), table.to_string(), seat.to_string()], cells(gathering, person)].concat()
            })
        })
    });
    text(header, rows)
}

fn text(header: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> Result<String, SeatingError> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in std::iter::once(header).chain(rows) {
        writer.write_record(&row)?;
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
