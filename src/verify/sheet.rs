//! Reads the CSV files that a record's writer made: UTF-8, commas, LF. (The pool and the quotas come from outside and are read by
//! `crate::read`, which takes much more.)

use csv::{ReaderBuilder, StringRecord, Terminator};

use super::json::text;

/// A CSV file: its header and its rows, all of the same width.
pub(super) struct Sheet {
    pub(super) header: StringRecord,
    pub(super) rows: Vec<StringRecord>,
}

impl Sheet {
    /// Takes the first column away.
    pub(super) fn drop_first(&mut self) {
        for record in std::iter::once(&mut self.header).chain(&mut self.rows) {
            let mut rest: StringRecord = record.iter().skip(1).collect();
            rest.set_position(record.position().cloned());
            *record = rest;
        }
    }
}

/// The line on which a row begins, counting from 1.
pub(super) fn line(row: &StringRecord) -> u64 {
    row.position().map_or(0, csv::Position::line)
}

/// Reads a file, or says why it cannot be read.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Sheet, String> {
    let text = text(name, bytes)?;
    if !text.ends_with('\n') {
        return Err(format!("{name} does not end with a line end; it may have been cut short"));
    }
    let mut reader =
        ReaderBuilder::new().has_headers(false).terminator(Terminator::Any(b'\n')).from_reader(text.as_bytes());
    let mut records = reader.records().map(|record| record.map_err(|error| format!("{name}: {error}")));
    let header = records.next().unwrap_or_else(|| Err(format!("{name} has no header")))?;
    let rows = records.collect::<Result<Vec<_>, _>>()?;
    Ok(Sheet { header, rows })
}
