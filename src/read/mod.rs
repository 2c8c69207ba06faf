//! Bytes of CSV become rows that remember their line; nothing here knows what a pool or a quota is.
//!
//! No cell is changed on its way through, and nothing is guessed: what does not fit is a [`ReadProblem`] that names its line.

mod place;
mod problem;
mod scan;
mod text;

pub use place::Place;
pub use problem::ReadProblem;

pub(crate) use place::{count, list, shown};

use scan::{Fault, Scan};

/// A CSV file: its header and its data rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The name of the file, as problems and reports show it.
    pub file: String,
    /// The cells of the first row that is not blank, exactly as the file has them.
    pub header: Vec<String>,
    /// The physical line on which the header starts, counting from 1.
    pub header_line: u64,
    /// The data rows that are not blank, each with as many cells as the header.
    pub rows: Vec<Row>,
}

/// One row of a [`Table`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The physical line on which the row starts, counting from 1.
    pub line: u64,
    /// Its cells, exactly as the file has them (without the quotation marks that CSV puts around a cell).
    pub cells: Vec<String>,
}

impl Row {
    /// Whether every cell holds white space at most.
    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Reads a CSV file: commas, UTF-8 with or without byte-order mark, quoted cells that may hold line breaks.
///
/// `file` is the name that problems show; no file is opened.
///
/// # Errors
///
/// All problems found. A file whose text cannot be made out (encoding, separator) gives that one problem, because all others
/// would follow from it. After a faulty quotation mark the rest of the file is not read: where its rows begin would be a guess.
pub fn read_csv(file: &str, bytes: &[u8]) -> Result<Table, Vec<ReadProblem>> {
    let text = text::decode(file, bytes).map_err(|problem| vec![problem])?;
    let Scan { rows, fault } = scan::scan(text);
    let mut rows = rows.into_iter().filter(|row| !row.is_blank());
    let header = rows.next();
    if let Some(problem) = wrong_separator(file, header.as_ref(), fault.as_ref()) {
        return Err(vec![problem]);
    }
    let Some(header) = header else {
        return Err(vec![match fault {
            Some(fault) => ReadProblem::from_fault(file, fault, &[]),
            None => ReadProblem::Empty { at: Place::file(file) },
        }]);
    };
    let width = header.cells.len();
    let rows: Vec<Row> = rows.collect();
    let mut problems: Vec<ReadProblem> = rows
        .iter()
        .filter(|row| row.cells.len() != width)
        .map(|row| ReadProblem::Ragged { at: Place::line(file, row.line), cells: row.cells.len(), header: width })
        .collect();
    if let Some(fault) = fault {
        problems.push(ReadProblem::from_fault(file, fault, &header.cells));
    } else if rows.is_empty() {
        problems.push(ReadProblem::NoRows { at: Place::line(file, header.line) });
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Table { file: file.to_owned(), header: header.cells, header_line: header.line, rows })
}

/// A header that is one cell and holds a semicolon or a tab, or one that breaks off at `"…";`, is not separated by commas.
fn wrong_separator(file: &str, header: Option<&Row>, fault: Option<&Fault>) -> Option<ReadProblem> {
    let (line, separator) = match (header, fault) {
        (Some(row), _) => match row.cells.as_slice() {
            [only] => (row.line, only.chars().find(|c| is_other_separator(*c))?),
            _ => return None,
        },
        (None, Some(Fault::TextAfterQuote { line, cell: 0, text, .. })) => {
            (*line, text.chars().next().filter(|c| is_other_separator(*c))?)
        }
        _ => return None,
    };
    Some(ReadProblem::Separator { at: Place::line(file, line), separator })
}

fn is_other_separator(c: char) -> bool {
    matches!(c, ';' | '\t')
}
