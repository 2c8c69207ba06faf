//! What the owner of a file should know although it was accepted.

use super::place::{count, list, shown};
use super::{Place, Table};

/// Something about a file that was accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadNote {
    /// The encoding is a guess, though no other fits.
    #[error(
        "{at}: nothing in the file says how its letters are stored; they were read as Windows-1252. Please check one of them: {}",
        shown(cell)
    )]
    GuessedEncoding {
        /// The first cell with a letter that depends on it.
        at: Place,
        /// That cell.
        cell: String,
    },
    /// Cells that a spreadsheet program may take for formulas.
    #[error(
        "{at}: {} with =, +, - or @; no cell was changed, but spreadsheet programs may run such cells as formulas, here and in files \
         that are made from this one. The first is {}",
        start(*cells), shown(cell)
    )]
    Signs {
        /// The first one.
        at: Place,
        /// That cell.
        cell: String,
        /// How many there are.
        cells: usize,
    },
    /// Other sheets of a workbook that hold something.
    #[error("{at}: the other sheets of the workbook were left aside: {}", list(sheets))]
    OtherSheets {
        /// The sheet that was read.
        at: Place,
        /// The others.
        sheets: Vec<String>,
    },
    /// Cells that hold formulas.
    #[error("{}", formulas(at, *cells))]
    Formulas {
        /// The first one.
        at: Place,
        /// How many there are.
        cells: usize,
    },
    /// Cells in which a formula failed.
    #[error(
        "{at}: {} is what the spreadsheet program writes where a formula fails; it was taken as text{}",
        shown(cell), as_in(*cells)
    )]
    Errors {
        /// The first one.
        at: Place,
        /// That cell.
        cell: String,
        /// How many there are.
        cells: usize,
    },
    /// Rows that the spreadsheet program does not show.
    #[error("{at}: {} hidden, for example by a filter; hidden rows count like all others", hidden(*rows))]
    HiddenRows {
        /// The first one.
        at: Place,
        /// How many there are.
        rows: usize,
    },
    /// Numbers that are longer than a spreadsheet program keeps them.
    #[error(
        "{at}: {} has more than 15 digits{}; spreadsheet programs round such numbers, so it may not be what was typed",
        shown(cell), as_have(*cells)
    )]
    LongNumbers {
        /// The first one.
        at: Place,
        /// That cell.
        cell: String,
        /// How many there are.
        cells: usize,
    },
}

impl ReadNote {
    /// The file's name.
    pub fn file(&self) -> &str {
        &self.at().file
    }

    fn at(&self) -> &Place {
        match self {
            ReadNote::GuessedEncoding { at, .. }
            | ReadNote::Signs { at, .. }
            | ReadNote::OtherSheets { at, .. }
            | ReadNote::Formulas { at, .. }
            | ReadNote::Errors { at, .. }
            | ReadNote::HiddenRows { at, .. }
            | ReadNote::LongNumbers { at, .. } => at,
        }
    }

    /// A stable identifier of the kind of note.
    pub fn code(&self) -> &'static str {
        match self {
            ReadNote::GuessedEncoding { .. } => "guessed-encoding",
            ReadNote::Signs { .. } => "signs",
            ReadNote::OtherSheets { .. } => "other-sheets",
            ReadNote::Formulas { .. } => "formulas",
            ReadNote::Errors { .. } => "error-cells",
            ReadNote::HiddenRows { .. } => "hidden-rows",
            ReadNote::LongNumbers { .. } => "long-numbers",
        }
    }
}

fn start(cells: usize) -> String {
    if cells == 1 { "1 cell starts".to_owned() } else { format!("{cells} cells start") }
}

fn formulas(at: &Place, cells: usize) -> String {
    match cells {
        1 => format!("{at}: the cell is a formula; its saved result was taken"),
        _ => format!("{at}: this and {} are formulas; their saved results were taken", others(cells, "cell")),
    }
}

/// `, as in 2 other cells`.
fn as_in(cells: usize) -> String {
    if cells > 1 { format!(", as in {}", others(cells, "cell")) } else { String::new() }
}

/// `, as have 2 other cells`.
fn as_have(cells: usize) -> String {
    if cells > 1 { format!(", as have {}", others(cells, "cell")) } else { String::new() }
}

fn hidden(rows: usize) -> String {
    if rows == 1 { "the row is".to_owned() } else { format!("this and {} are", others(rows, "row")) }
}

fn others(all: usize, noun: &str) -> String {
    count(all.saturating_sub(1), &format!("other {noun}"))
}

/// The cells of a table with their places' row and column; those of the header first.
fn cells(table: &Table) -> impl Iterator<Item = (u64, usize, &str)> {
    let rows = table.rows.iter().map(|row| (row.line, &row.cells));
    let rows = std::iter::once((table.header_line, &table.header)).chain(rows);
    rows.flat_map(|(line, cells)| cells.iter().enumerate().map(move |(column, cell)| (line, column, cell.as_str())))
}

/// That the encoding was guessed, with a cell that shows it.
pub(super) fn guessed(table: &Table) -> Option<ReadNote> {
    let (line, column, cell) = cells(table).find(|(.., cell)| !cell.is_ascii())?;
    Some(ReadNote::GuessedEncoding { at: table.place_of_cell(line, column), cell: cell.trim().to_owned() })
}

/// That cells begin as formulas do.
pub(super) fn signs(table: &Table) -> Option<ReadNote> {
    let mut found = cells(table).filter(|(.., cell)| is_like_formula(cell));
    let (line, column, cell) = found.next()?;
    let cells = 1 + found.count();
    Some(ReadNote::Signs { at: table.place_of_cell(line, column), cell: cell.to_owned(), cells })
}

/// Whether a cell begins as formulas do and is more than a number, such as a telephone number with `+`.
fn is_like_formula(cell: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || " .,-()/\u{a0}".contains(c);
    match cell.as_bytes().first() {
        Some(b'=' | b'@') => true,
        Some(b'+' | b'-') => !cell.chars().skip(1).all(number),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_are_no_formulas() {
        for cell in ["=1+1", "@SUM(A1)", "+A1", "-cmd", "=", "+44 (0) 20x"] {
            assert!(is_like_formula(cell), "{cell}");
        }
        for cell in ["+44 (0)20 7946-0958", "-", "-5", "−x", "", "a=b", " =1"] {
            assert!(!is_like_formula(cell), "{cell}");
        }
    }
}
