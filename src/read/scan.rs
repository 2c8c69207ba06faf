//! Text to rows of cells, after RFC 4180, section 2.
//!
//! The `csv` crate forgives a quotation mark that is never closed (the rest of the file becomes one cell) and text after a closing one,
//! and its line numbers drift on blank lines. An organiser must hear of all three, so this reader is our own; a test compares the
//! two on well-formed files.
//!
//! Differs: a quotation mark inside a cell that does not start with one stands for itself (`Ann "Annie" Lee`), as spreadsheet programs
//! read it; a line may end in LF or CR alone.

use super::Row;
use super::text::line_breaks;

/// The rows of a text, blank ones included, up to the first fault.
pub(super) struct Scan {
    pub rows: Vec<Row>,
    pub fault: Option<Fault>,
}

/// A quotation mark that makes it impossible to say where a cell ends.
pub(super) enum Fault {
    /// It is never closed. `line` is where it opens; `cell` is the cell's index in its row.
    Unclosed { line: u64, cell: usize },
    /// `text` stands between its closing quotation mark, on line `end`, and the next comma or line end.
    TextAfterQuote { line: u64, cell: usize, end: u64, text: String },
}

/// Splits a text into rows.
pub(super) fn scan(text: &str) -> Scan {
    let mut scanner = Scanner { rest: text, line: 1, width: 0 };
    let mut rows = Vec::new();
    while !scanner.rest.is_empty() {
        match scanner.row() {
            Ok(row) => rows.push(row),
            Err(fault) => {
                return Scan { rows, fault: Some(fault) };
            }
        }
    }
    Scan { rows, fault: None }
}

struct Scanner<'a> {
    rest: &'a str,
    line: u64,
    /// Cells of the row before; mostly this row has as many.
    width: usize,
}

impl<'a> Scanner<'a> {
    fn row(&mut self) -> Result<Row, Fault> {
        let line = self.line;
        let mut cells = Vec::with_capacity(self.width);
        loop {
            cells.push(if self.skip("\"") { self.quoted(cells.len())? } else { self.take_cell().to_owned() });
            if self.skip(",") {
                continue;
            }
            // What follows a cell is a comma, a line end or the end of the text.
            if self.skip("\r\n") || self.skip("\n") || self.skip("\r") {
                self.line += 1;
            }
            self.width = cells.len();
            return Ok(Row { line, cells });
        }
    }

    /// A quoted cell, after its opening quotation mark.
    fn quoted(&mut self, cell: usize) -> Result<String, Fault> {
        let line = self.line;
        let mut content = String::new();
        loop {
            let Some((part, rest)) = self.rest.split_once('"') else {
                return Err(Fault::Unclosed { line, cell });
            };
            content.push_str(part);
            self.rest = rest;
            if !self.skip("\"") {
                break;
            }
            content.push('"');
        }
        self.line += line_breaks(&content);
        let text = self.take_cell();
        if text.is_empty() {
            Ok(content)
        } else {
            Err(Fault::TextAfterQuote { line, cell, end: self.line, text: text.to_owned() })
        }
    }

    /// Everything up to the next comma, line end or end of the text.
    fn take_cell(&mut self) -> &'a str {
        let end = self.rest.find([',', '\n', '\r']).unwrap_or(self.rest.len());
        let (cell, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        cell
    }

    fn skip(&mut self, prefix: &str) -> bool {
        match self.rest.strip_prefix(prefix) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }
}
