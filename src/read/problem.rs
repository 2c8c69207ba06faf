//! What can be wrong with a file before anybody asks what it means.

use super::scan::Fault;
use super::{Place, count, shown};

/// A reason why a file cannot be read as CSV.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadProblem {
    /// There is nothing in the file, or only blank lines.
    #[error("{at}: the file is empty")]
    Empty {
        /// The file.
        at: Place,
    },
    /// There is a header and nothing below it.
    #[error("{at}: there are no rows below the header")]
    NoRows {
        /// The header's line.
        at: Place,
    },
    /// The file begins with a UTF-16 byte-order mark.
    #[error("{at}: the file is in UTF-16 (\"Unicode text\"), not in UTF-8")]
    Utf16 {
        /// The file.
        at: Place,
    },
    /// The file is a ZIP archive, as spreadsheet workbooks are.
    #[error("{at}: the file is a spreadsheet workbook (such as .xlsx or .ods) or a ZIP archive, not CSV")]
    Workbook {
        /// The file.
        at: Place,
    },
    /// Some bytes are not UTF-8.
    #[error("{at}: {} is not UTF-8{}", bad_byte(*byte, before), on_lines(*lines))]
    NotUtf8 {
        /// The first line that has such a byte.
        at: Place,
        /// The first such byte.
        byte: u8,
        /// What stands before it in its cell.
        before: String,
        /// How many lines have such bytes.
        lines: u64,
    },
    /// A byte of value zero, which no text holds.
    #[error("{at}: the line holds a NUL byte, which text never does")]
    NulByte {
        /// The first such line.
        at: Place,
    },
    /// The header is not separated by commas.
    #[error("{at}: the cells are separated by {}, not by commas", separator_name(*separator))]
    Separator {
        /// The header's line.
        at: Place,
        /// The separator that was found.
        separator: char,
    },
    /// A row with more or fewer cells than the header.
    #[error("{at}: the row has {}, but the header has {header}", count(*cells, "cell"))]
    Ragged {
        /// The row's line.
        at: Place,
        /// Cells of the row.
        cells: usize,
        /// Cells of the header.
        header: usize,
    },
    /// A quoted cell that never ends.
    #[error("{at}: a quotation mark opens here and is never closed")]
    UnclosedQuote {
        /// Where it opens.
        at: Place,
    },
    /// A quoted cell with text behind its closing quotation mark.
    #[error("{at}: {}", after_quote(at, *end, text))]
    TextAfterQuote {
        /// Where the cell starts.
        at: Place,
        /// The line of its closing quotation mark.
        end: u64,
        /// What follows it.
        text: String,
    },
}

impl ReadProblem {
    pub(super) fn from_fault(file: &str, fault: Fault, header: &[String]) -> Self {
        let place = |line, cell: usize| match header.get(cell) {
            Some(column) if !column.trim().is_empty() => Place::cell(file, line, column),
            _ => Place::line(file, line),
        };
        match fault {
            Fault::Unclosed { line, cell } => ReadProblem::UnclosedQuote { at: place(line, cell) },
            Fault::TextAfterQuote { line, cell, end, text } => {
                ReadProblem::TextAfterQuote { at: place(line, cell), end, text }
            }
        }
    }

    fn at(&self) -> &Place {
        match self {
            ReadProblem::Empty { at }
            | ReadProblem::NoRows { at }
            | ReadProblem::Utf16 { at }
            | ReadProblem::Workbook { at }
            | ReadProblem::NotUtf8 { at, .. }
            | ReadProblem::NulByte { at }
            | ReadProblem::Separator { at, .. }
            | ReadProblem::Ragged { at, .. }
            | ReadProblem::UnclosedQuote { at }
            | ReadProblem::TextAfterQuote { at, .. } => at,
        }
    }

    /// The file's name.
    pub fn file(&self) -> &str {
        &self.at().file
    }

    /// The physical line, counting from 1, where there is one to name.
    pub fn line(&self) -> Option<u64> {
        self.at().line
    }

    /// The column's name, where there is one to name.
    pub fn column(&self) -> Option<&str> {
        self.at().column.as_deref()
    }

    /// A stable identifier of the kind of problem.
    pub fn code(&self) -> &'static str {
        match self {
            ReadProblem::Empty { .. } => "empty-file",
            ReadProblem::NoRows { .. } => "no-rows",
            ReadProblem::Utf16 { .. } => "utf-16",
            ReadProblem::Workbook { .. } => "workbook",
            ReadProblem::NotUtf8 { .. } => "not-utf-8",
            ReadProblem::NulByte { .. } => "nul-byte",
            ReadProblem::Separator { .. } => "separator",
            ReadProblem::Ragged { .. } => "ragged-row",
            ReadProblem::UnclosedQuote { .. } => "unclosed-quote",
            ReadProblem::TextAfterQuote { .. } => "text-after-quote",
        }
    }

    /// What to do next.
    pub fn help(&self) -> String {
        match self {
            ReadProblem::Empty { .. } => "Check that this is the file you meant. The first row must name the columns.".to_owned(),
            ReadProblem::NoRows { .. } => {
                "Check that this is the file you meant, and that the spreadsheet was saved with all of its rows.".to_owned()
            }
            ReadProblem::Utf16 { .. } | ReadProblem::NotUtf8 { .. } => {
                "Save the spreadsheet again in the format that your program calls \"CSV UTF-8\".".to_owned()
            }
            ReadProblem::Workbook { .. } => {
                "Open it in your spreadsheet program and save the sheet in the format called \"CSV UTF-8\".".to_owned()
            }
            ReadProblem::NulByte { .. } => {
                "The file is damaged, or it is not text in UTF-8. Save the spreadsheet again in the format called \"CSV UTF-8\".".to_owned()
            }
            ReadProblem::Separator { .. } => {
                "Save the spreadsheet again as CSV with commas (in the export dialogue, choose the comma as the field separator).".to_owned()
            }
            ReadProblem::Ragged { cells, header, .. } if cells > header => format!(
                "Take {} out of this row. If a cell is meant to hold a comma, put quotation marks around the whole cell.",
                count(cells - header, "comma")
            ),
            ReadProblem::Ragged { cells, header, .. } => format!(
                "Add {} to this row. If a cell is meant to hold a line break, put quotation marks around the whole cell.",
                count(header.saturating_sub(*cells), "comma")
            ),
            ReadProblem::UnclosedQuote { .. } => {
                "Close the quotation mark at the end of the cell, or delete it. Rows after it have not been checked.".to_owned()
            }
            ReadProblem::TextAfterQuote { at, end, .. } if at.line != Some(*end) => {
                "Probably the quotation mark that starts the cell is a stray one: delete it, or close it at the end of the cell. \
                 Rows after it have not been checked."
                    .to_owned()
            }
            ReadProblem::TextAfterQuote { .. } => "Delete what follows; or put one quotation mark at the start and one at the end of the cell, and double each one \
                 between them (\"\"). Rows after it have not been checked."
                .to_owned(),
        }
    }
}

fn after_quote(at: &Place, end: u64, text: &str) -> String {
    let text = shown(text);
    if at.line == Some(end) {
        format!("{text} follows the closing quotation mark of the cell")
    } else {
        format!("the quoted cell that starts here ends on line {end}, where {text} follows its closing quotation mark")
    }
}

fn bad_byte(byte: u8, before: &str) -> String {
    if before.is_empty() {
        format!("the byte {byte:02X}")
    } else {
        format!("the byte {byte:02X} after {}", shown(before))
    }
}

fn on_lines(lines: u64) -> String {
    match lines.saturating_sub(1) {
        0 => String::new(),
        1 => " (1 other line has such bytes)".to_owned(),
        more => format!(" ({more} other lines have such bytes)"),
    }
}

fn separator_name(separator: char) -> &'static str {
    if separator == '\t' { "tabs" } else { "semicolons" }
}
