//! Text files: strictly, as records hold them, and however an organiser's program writes them.

use super::encoding::decode_any;
use super::how::{Encoding, How, Separator};
use super::note;
use super::scan::{Fault, Scan, Source, scan};
use super::separator::{self, Found};
use super::{Place, ReadProblem, Reading, Row, Table, text};

/// Reads a CSV file strictly: commas, UTF-8 with or without byte-order mark, quoted cells that may hold line breaks.
///
/// `file` is the name that problems show; no file is opened.
///
/// # Errors
///
/// All problems found. A file whose text cannot be made out (encoding, separator) gives that one problem, because all others
/// would follow from it. After a faulty quotation mark the rest of the file is not read: where its rows begin would be a guess.
pub fn read_csv(file: &str, bytes: &[u8]) -> Result<Table, Vec<ReadProblem>> {
    let text = text::decode(file, bytes).map_err(|problem| vec![problem])?;
    let Scan { rows, fault, .. } = scan(Source { text, line: 1, separator: b',' });
    let header = rows.iter().find(|row| !row.is_blank());
    if let Some(problem) = wrong_separator(file, header, fault.as_ref()) {
        return Err(vec![problem]);
    }
    table(file, rows, fault, Separator::Comma)
}

/// Reads a text file in whatever encoding and with whatever separator it has.
pub(super) fn read_any(file: &str, bytes: &[u8]) -> Result<Reading, Vec<ReadProblem>> {
    let decoded = decode_any(file, bytes).map_err(|problem| vec![problem])?;
    let Found { separator, named, scan: Scan { rows, fault, ends } } =
        separator::find(file, &decoded.text).map_err(|problem| vec![problem])?;
    let header = rows.iter().find(|row| !row.is_blank());
    if let Some((line, separator)) = header.and_then(|row| Some((row.line, separator::within(&row.cells)?))) {
        return Err(vec![ReadProblem::OneCell { at: Place::line(file, line), separator }]);
    }
    let table = table(file, rows, fault, separator)?;
    let mut notes = Vec::new();
    if decoded.encoding == Encoding::Windows1252 {
        notes.extend(note::guessed(&table));
    }
    notes.extend(note::signs(&table));
    let how = How::Csv { separator, encoding: decoded.encoding, mark: decoded.mark, ends, named };
    Ok(Reading { table, how, notes })
}

/// The rows of a file as a table, if there is nothing wrong with them.
fn table(file: &str, rows: Vec<Row>, fault: Option<Fault>, separator: Separator) -> Result<Table, Vec<ReadProblem>> {
    let mut rows = rows.into_iter().filter(|row| !row.is_blank());
    let Some(header) = rows.next() else {
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
        .map(|row| {
            let at = Place::line(file, row.line);
            ReadProblem::Ragged { at, cells: row.cells.len(), header: width, separator }
        })
        .collect();
    if let Some(fault) = fault {
        problems.push(ReadProblem::from_fault(file, fault, &header.cells));
    } else if rows.is_empty() {
        problems.push(ReadProblem::NoRows { at: Place::line(file, header.line) });
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Table { file: file.to_owned(), sheet: None, header: header.cells, header_line: header.line, rows })
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
