//! Text to rows of cells, after RFC 4180, section 2.
//!
//! The `csv` crate forgives a quotation mark that is never closed (the rest of the file becomes one cell) and text after a closing one,
//! and its line numbers drift on blank lines. An organiser must hear of all three, so this reader is our own; a test compares the
//! two on well-formed files.
//!
//! Differs: a quotation mark inside a cell that does not start with one stands for itself (`Ann "Annie" Lee`), as spreadsheet programs
//! read it; a line may end in LF or CR alone; the cells may be separated by another character than the comma.

use super::Row;
use super::how::LineEnds;
use super::text::line_breaks;

/// The rows of a text, blank ones included, up to the first fault.
pub(super) struct Scan {
    pub rows: Vec<Row>,
    pub fault: Option<Fault>,
    pub ends: LineEnds,
}

/// A quotation mark that makes it impossible to say where a cell ends.
pub(super) enum Fault {
    /// It is never closed. `line` is where it opens; `cell` is the cell's index in its row.
    Unclosed { line: u64, cell: usize },
    /// `text` stands between its closing quotation mark, on line `end`, and the next separator or line end.
    TextAfterQuote { line: u64, cell: usize, end: u64, text: String },
}

/// A text, the line of the file on which it starts, and what separates its cells (an ASCII character).
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub text: &'a str,
    pub line: u64,
    pub separator: u8,
}

/// Splits a text into rows.
pub(super) fn scan(source: Source<'_>) -> Scan {
    let mut scanner = Scanner::new(source);
    let mut rows = Vec::new();
    while !scanner.rest.is_empty() {
        match scanner.row() {
            Ok(row) => rows.push(row),
            Err(fault) => {
                return Scan { rows, fault: Some(fault), ends: scanner.ends };
            }
        }
    }
    Scan { rows, fault: None, ends: scanner.ends }
}

/// The first row that is not blank, if there is one that can be told.
pub(super) fn header(source: Source<'_>) -> Option<Row> {
    let mut scanner = Scanner::new(source);
    while !scanner.rest.is_empty() {
        let row = scanner.row().ok()?;
        if !row.is_blank() {
            return Some(row);
        }
    }
    None
}

struct Scanner<'a> {
    rest: &'a str,
    separator: u8,
    line: u64,
    /// Cells of the row before; mostly this row has as many.
    width: usize,
    ends: LineEnds,
}

impl<'a> Scanner<'a> {
    fn new(Source { text, line, separator }: Source<'a>) -> Self {
        Scanner { rest: text, separator, line, width: 0, ends: LineEnds::default() }
    }

    fn row(&mut self) -> Result<Row, Fault> {
        let line = self.line;
        let mut cells = Vec::with_capacity(self.width);
        loop {
            cells.push(if self.skip(b'"') { self.quoted(cells.len())? } else { self.take_cell().to_owned() });
            if self.skip(self.separator) {
                continue;
            }
            // What follows a cell is a separator, a line end or the end of the text.
            self.line_end();
            self.width = cells.len();
            return Ok(Row { line, cells });
        }
    }

    fn line_end(&mut self) {
        let (cr, lf) = (self.skip(b'\r'), self.skip(b'\n'));
        self.line += u64::from(cr || lf);
        self.ends.count(cr, lf);
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
            if !self.skip(b'"') {
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

    /// Everything up to the next separator, line end or end of the text.
    fn take_cell(&mut self) -> &'a str {
        let ends = |byte: u8| byte == self.separator || byte == b'\n' || byte == b'\r';
        let end = self.rest.bytes().position(ends).unwrap_or(self.rest.len());
        let (cell, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        cell
    }

    /// Goes past an ASCII character, if it is the next.
    fn skip(&mut self, character: u8) -> bool {
        let rest = if self.rest.as_bytes().first() == Some(&character) { self.rest.get(1..) } else { None };
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }
}
