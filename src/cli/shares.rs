//! Shares of the population beside a pool.

use std::path::Path;

use klero::apportion::{Shares, has_shares_header, read_shares};
use klero::instance::{Built, fold};
use klero::read::Table;
use klero::report::Population;

use super::failure::Failure;
use super::inputs::{File, said};
use super::problem::Problems;

/// The table of a file, of which the notes are told.
pub fn read(path: &Path, fits: &dyn Fn(&[String]) -> bool) -> Result<Table, Failure> {
    let file = File::open(path)?;
    let reading = file.read(fits).map_err(|problems| Failure::Files(Problems::from(problems)))?;
    for note in said(&reading) {
        note!("{note}");
    }
    Ok(reading.table)
}

/// The shares of a table.
pub fn shares(table: &Table) -> Result<Shares, Failure> {
    read_shares(table).map_err(|problems| {
        Failure::Input(problems.iter().map(|problem| (problem.to_string(), problem.help())).collect())
    })
}

/// The shares of a file, by folded category and value.
pub fn population(path: &Path) -> Result<Population, Failure> {
    let shares = shares(&read(path, &|header| has_shares_header(header))?)?;
    let values = shares.categories.iter().flat_map(|category| {
        category.values.iter().map(|value| ((fold(&category.name), fold(&value.name)), value.as_f64()))
    });
    Ok(values.collect())
}

/// Shares that belong to no quota, as notes.
pub fn strangers(population: &Population, built: &Built) -> Vec<String> {
    let categories = built.instance.categories();
    let known = |category: &str, value: &str| {
        let category = categories.iter().find(|known| fold(&known.name) == category);
        category.is_some_and(|category| category.values.iter().any(|known| fold(&known.name) == value))
    };
    let strangers = population.keys().filter(|(category, value)| !known(category, value));
    strangers
        .map(|(category, value)| {
            format!("the shares have \"{value}\" of \"{category}\", which is not among the quotas")
        })
        .collect()
}
