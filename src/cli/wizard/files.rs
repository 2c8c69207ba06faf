//! The file of the pool and that of the quotas, asked for and read.

use std::path::{Path, PathBuf};

use klero::instance::{fold, has_quotas_header};
use klero::read::{Reading, Table};

use super::super::failure::Failure;
use super::super::inputs::{File, said};
use super::super::problem::Problems;
use super::super::say;
use super::asking::{Ended, Question, ask_until, tell};

/// A file, and what is in it.
pub struct Input {
    pub path: PathBuf,
    pub table: Table,
}

/// The two files.
pub struct Files {
    pub pool: Input,
    pub quotas: Input,
}

impl Files {
    /// Asks for both.
    pub fn ask() -> Result<Self, Ended> {
        Ok(Self { pool: pool_file()?, quotas: quotas_file()? })
    }

    /// The pool's columns that have a name, as the pool spells them.
    pub fn columns(&self) -> Vec<String> {
        let names = self.pool.table.header.iter().map(|name| name.trim());
        names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    /// The cells of a column of the pool, without outer white space.
    pub fn cells(&self, column: &str) -> impl Iterator<Item = &str> {
        let table = &self.pool.table;
        let place = table.header.iter().position(|name| fold(name) == fold(column));
        table.rows.iter().filter_map(move |row| row.cells.get(place?)).map(|cell| cell.trim())
    }

    /// Reads the pool again: it may have been mended meanwhile.
    pub fn read_pool_again(&mut self) {
        match read(&self.pool.path, &|header| !has_quotas_header(header)) {
            Ok(reading) => self.pool.table = reading.table,
            Err(failure) => say::wrong(&failure),
        }
    }
}

/// A file's name as people type it: quotation marks around it, and the sign for one's own folder before it, are not part of it.
pub fn path(answer: &str) -> PathBuf {
    let bare = ['"', '\''].iter().find_map(|mark| answer.strip_prefix(*mark)?.strip_suffix(*mark)).unwrap_or(answer);
    match (bare.strip_prefix("~/"), std::env::var_os("HOME")) {
        (Some(rest), Some(home)) => Path::new(&home).join(rest),
        _ => PathBuf::from(bare),
    }
}

fn read(path: &Path, fits: &dyn Fn(&[String]) -> bool) -> Result<Reading, Failure> {
    File::open(path).and_then(|file| file.read(fits).map_err(|problems| Failure::Files(Problems::from(problems))))
}

/// Reads a file; says what it is, or what is wrong with it.
fn opened(path: &Path, fits: &dyn Fn(&[String]) -> bool) -> Option<Table> {
    match read(path, fits) {
        Ok(reading) => {
            for note in said(&reading) {
                note!("{note}");
            }
            Some(reading.table)
        }
        Err(failure) => {
            say::wrong(&failure);
            None
        }
    }
}

/// Asks for the pool.
pub fn pool_file() -> Result<Input, Ended> {
    let question = Question {
        words: "File of the pool",
        default: None,
        help: "The people who volunteered: a CSV file or Excel workbook (.xlsx) with one row for each, such as pool.csv or\n\
               pool.xlsx#Sheet1. docs/inputs.md shows one.",
    };
    ask_until(&question, |answer| {
        let path = path(answer);
        let table = opened(&path, &|header| !has_quotas_header(header))?;
        if has_quotas_header(&table.header) {
            tell("This has the columns of quotas. The file with one row for each volunteer is asked for here.");
            return None;
        }
        tell(&format!("{} rows, with the columns {}.", table.rows.len(), table.header.join(", ")));
        Some(Input { path, table })
    })
}

/// Asks for the quotas.
pub fn quotas_file() -> Result<Input, Ended> {
    let question = Question {
        words: "File of the quotas",
        default: None,
        help: "The least and the most seats for each feature value: a CSV file or workbook with the columns feature, value, min and\n\
               max. klero quotas makes one out of shares of the population.",
    };
    ask_until(&question, |answer| {
        let path = path(answer);
        let table = opened(&path, &|header| has_quotas_header(header))?;
        if !has_quotas_header(&table.header) {
            tell(&format!(
                "This has the columns {}, but quotas need feature, value, min and max.",
                table.header.join(", ")
            ));
            return None;
        }
        tell(&format!("{} rows.", table.rows.len()));
        Some(Input { path, table })
    })
}
