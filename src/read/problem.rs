//! What can be wrong with a file before anybody asks what it means.

use super::how::Separator;
use super::kind::Foreign;
use super::scan::Fault;
use super::{Place, count, list, shown};

/// A reason why a file cannot be read as a table.
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
        /// What separates them.
        separator: Separator,
    },
    /// A quoted cell that never ends.
    #[error("{at}: a quotation mark opens here and is never closed")]
    UnclosedQuote {
        /// Where it opens.
        at: Place,
    },
    /// A quoted cell with text behind its closing quotation mark.
    #[error("{}", after_quote(at, *end, text))]
    TextAfterQuote {
        /// Where the cell starts.
        at: Place,
        /// The line of its closing quotation mark.
        end: u64,
        /// What follows it.
        text: String,
    },
    /// The file is of another kind.
    #[error("{at}: the file is {}", kind.name())]
    Foreign {
        /// The file.
        at: Place,
        /// The kind.
        kind: Foreign,
    },
    /// The file begins with a UTF-32 byte-order mark.
    #[error("{at}: the file is in UTF-32")]
    Utf32 {
        /// The file.
        at: Place,
    },
    /// Bytes of UTF-16 that are no character.
    #[error("{at}: the file is in UTF-16, and damaged: half of a character is missing")]
    HalfCharacter {
        /// The line.
        at: Place,
    },
    /// Some lines are UTF-8, others are not.
    #[error("{at}: {} is not UTF-8, but line {utf8_line} has letters in UTF-8: the file is in two encodings at once", bad_byte(*byte, before))]
    MixedEncodings {
        /// The first line that is not UTF-8.
        at: Place,
        /// Its first such byte.
        byte: u8,
        /// What stands before it in its cell.
        before: String,
        /// The first line with letters in UTF-8.
        utf8_line: u64,
    },
    /// Neither UTF-8 nor Windows-1252.
    #[error("{at}: {} stands for no letter, neither in UTF-8 nor in Windows-1252", bad_byte(*byte, before))]
    UnknownEncoding {
        /// The first line with a byte that stands for nothing.
        at: Place,
        /// The byte.
        byte: u8,
        /// What stands before it in its cell.
        before: String,
    },
    /// Lines end in CR alone, and the text is not UTF-8: the encoding may be Mac Roman.
    #[error("{at}: {} could be two letters: the line ends are those of old Macintosh programs", bad_byte(*byte, before))]
    OldMacintosh {
        /// The first line that is not UTF-8.
        at: Place,
        /// Its first such byte.
        byte: u8,
        /// What stands before it in its cell.
        before: String,
    },
    /// More than one character splits the header and all rows evenly.
    #[error(
        "{at}: the cells could be separated by {}: every row has as many of them as the header",
        either(separators)
    )]
    AmbiguousSeparator {
        /// The header's line.
        at: Place,
        /// The characters.
        separators: Vec<Separator>,
    },
    /// The header is a single cell that holds separators.
    #[error("{at}: the header is one single cell, which holds {}", separator_name(*separator))]
    OneCell {
        /// The header's line.
        at: Place,
        /// The first of them.
        separator: char,
    },
    /// A sheet was named, but the file is no workbook.
    #[error("{at}: the file is CSV, so it has no sheet {}", shown(sheet))]
    NotAWorkbook {
        /// The file.
        at: Place,
        /// The sheet.
        sheet: String,
    },
    /// A workbook has no sheet of this name.
    #[error("{at}: the workbook has no sheet {}", shown(sheet))]
    NoSheet {
        /// The file.
        at: Place,
        /// The name that was asked for.
        sheet: String,
        /// The sheets.
        sheets: Vec<String>,
    },
    /// Several sheets hold something.
    #[error("{at}: {} of the workbook hold something: {}", count(sheets.len(), "sheet"), list(sheets))]
    ManySheets {
        /// The file.
        at: Place,
        /// These sheets.
        sheets: Vec<String>,
    },
    /// A workbook cannot be read.
    #[error("{at}: {fault}")]
    Unusable {
        /// Where.
        at: Place,
        /// Why.
        fault: WorkbookFault,
    },
}

/// Why a workbook cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WorkbookFault {
    /// It is not what a spreadsheet program writes.
    #[error("the workbook is damaged: {reason}")]
    Damaged {
        /// What is wrong.
        reason: String,
    },
    /// Unpacked, it is too large.
    #[error("the workbook is too large: {reason}")]
    TooLarge {
        /// What is too large.
        reason: String,
    },
    /// A formula without the result that programs save with it.
    #[error("the cell holds a formula without its result")]
    NoResult,
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

    /// Where it is.
    pub fn place(&self) -> &Place {
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
            | ReadProblem::TextAfterQuote { at, .. }
            | ReadProblem::Foreign { at, .. }
            | ReadProblem::Utf32 { at }
            | ReadProblem::HalfCharacter { at }
            | ReadProblem::MixedEncodings { at, .. }
            | ReadProblem::UnknownEncoding { at, .. }
            | ReadProblem::OldMacintosh { at, .. }
            | ReadProblem::AmbiguousSeparator { at, .. }
            | ReadProblem::OneCell { at, .. }
            | ReadProblem::NotAWorkbook { at, .. }
            | ReadProblem::NoSheet { at, .. }
            | ReadProblem::ManySheets { at, .. }
            | ReadProblem::Unusable { at, .. } => at,
        }
    }

    /// The file's name.
    pub fn file(&self) -> &str {
        &self.place().file
    }

    /// The physical line, counting from 1, where there is one to name.
    pub fn line(&self) -> Option<u64> {
        self.place().line
    }

    /// The column's name, where there is one to name.
    pub fn column(&self) -> Option<&str> {
        self.place().column.as_deref()
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
            ReadProblem::Foreign { .. } => "foreign-file",
            ReadProblem::Utf32 { .. } => "utf-32",
            ReadProblem::HalfCharacter { .. } => "half-character",
            ReadProblem::MixedEncodings { .. } => "mixed-encodings",
            ReadProblem::UnknownEncoding { .. } => "unknown-encoding",
            ReadProblem::OldMacintosh { .. } => "old-macintosh",
            ReadProblem::AmbiguousSeparator { .. } => "ambiguous-separator",
            ReadProblem::OneCell { .. } => "one-cell-header",
            ReadProblem::NotAWorkbook { .. } => "no-workbook",
            ReadProblem::NoSheet { .. } => "no-sheet",
            ReadProblem::ManySheets { .. } => "many-sheets",
            ReadProblem::Unusable { fault: WorkbookFault::Damaged { .. }, .. } => "damaged-workbook",
            ReadProblem::Unusable { fault: WorkbookFault::TooLarge { .. }, .. } => "large-workbook",
            ReadProblem::Unusable { fault: WorkbookFault::NoResult, .. } => "formula-without-result",
        }
    }
}

fn after_quote(at: &Place, end: u64, text: &str) -> String {
    let text = shown(text);
    if at.line == Some(end) {
        format!("{at}: {text} follows the closing quotation mark of the cell")
    } else {
        format!(
            "{at}: the quoted cell that starts here ends on line {end}, where {text} follows its closing quotation mark"
        )
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
    match separator {
        '\t' => "tabs",
        ',' => "commas",
        '|' => "bars (|)",
        '^' => "carets (^)",
        _ => "semicolons",
    }
}

fn either(separators: &[Separator]) -> String {
    let names: Vec<String> = separators.iter().map(Separator::to_string).collect();
    names.into_iter().reduce(|all, name| format!("{all} or by {name}")).unwrap_or_default()
}
