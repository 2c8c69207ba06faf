//! Bytes of a CSV file or of a workbook become rows that remember where they stand; nothing here knows what a pool or a quota is.
//!
//! No cell is changed on its way through, and nothing is guessed where two readings differ: what does not fit is a [`ReadProblem`] that
//! names its line.

mod csv;
mod encoding;
mod help;
mod how;
mod kind;
mod note;
mod place;
mod plain;
mod problem;
mod scan;
mod separator;
mod table;
mod text;
mod workbook;

pub use how::{Encoding, How, LineEnds, Separator};
pub use kind::Foreign;
pub use note::ReadNote;
pub use place::{InSheet, Place};
pub use plain::csv_text;
pub use problem::{ReadProblem, WorkbookFault};
pub use table::{Row, Sheet, Table};

pub(crate) use place::{count, letters, or_in};
pub use place::{is_invisible, list, shown};

pub use self::csv::read_csv;

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Its rows.
    pub table: Table,
    /// What it turned out to be.
    pub how: How,
    /// What its owner should know although it was accepted.
    pub notes: Vec<ReadNote>,
}

/// Which sheet of a workbook is meant. (A CSV file is a single one without a name.)
#[derive(Clone, Copy)]
pub enum Pick<'a> {
    /// The only one that holds anything.
    Only,
    /// The one of this name.
    Named(&'a str),
    /// The only one that holds anything; or, of several, the only one whose header is as it should be.
    Fitting(&'a dyn Fn(&[String]) -> bool),
}

/// Reads a CSV file or a workbook, whichever it is: commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252; or `.xlsx`.
///
/// `file` is the name that problems show; no file is opened.
///
/// # Errors
///
/// All problems found, as in [`read_csv`]; and whatever could be read in two ways that differ.
pub fn read_table(file: &str, bytes: &[u8]) -> Result<Reading, Vec<ReadProblem>> {
    read_picked(file, bytes, Pick::Only)
}

/// Like [`read_table`], from a certain sheet of a workbook.
///
/// # Errors
///
/// Those of [`read_table`]; and [`ReadProblem::NoSheet`] or [`ReadProblem::NotAWorkbook`] for a sheet that is not there.
pub fn read_picked(file: &str, bytes: &[u8], pick: Pick<'_>) -> Result<Reading, Vec<ReadProblem>> {
    if kind::is_zip(bytes) {
        return workbook::read(file, bytes, pick);
    }
    if let Some(kind) = kind::foreign(bytes) {
        return Err(vec![ReadProblem::Foreign { at: Place::file(file), kind }]);
    }
    if let Pick::Named(sheet) = pick {
        return Err(vec![ReadProblem::NotAWorkbook { at: Place::file(file), sheet: sheet.to_owned() }]);
    }
    csv::read_any(file, bytes)
}
