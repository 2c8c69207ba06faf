//! Where a problem is, and how messages show names and values.

use std::fmt;

/// A place in an input file, as exact as it can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file's name.
    pub file: String,
    /// The physical line, counting from 1; in a workbook, the number of the row.
    pub line: Option<u64>,
    /// The column's name.
    pub column: Option<String>,
    /// In a workbook, where in it.
    pub sheet: Option<Box<InSheet>>,
}

/// A place in a workbook, as far as spreadsheet programs name it otherwise than editors of text do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InSheet {
    /// The name of the sheet.
    pub name: String,
    /// The letters of the column, where a cell is meant.
    pub letters: Option<String>,
}

impl Place {
    pub(crate) fn file(file: &str) -> Self {
        Place { file: file.to_owned(), line: None, column: None, sheet: None }
    }

    pub(crate) fn line(file: &str, line: u64) -> Self {
        Place { line: Some(line), ..Place::file(file) }
    }

    pub(crate) fn cell(file: &str, line: u64, column: &str) -> Self {
        Place { column: Some(column.trim().to_owned()), ..Place::line(file, line) }
    }

    /// The same place, in a sheet.
    pub(crate) fn in_sheet(self, name: &str, letters: Option<String>) -> Self {
        Place { sheet: Some(Box::new(InSheet { name: name.to_owned(), letters })), ..self }
    }

    /// The whole of the file, or of the sheet.
    pub fn whole(&self) -> Self {
        let whole = Place::file(&self.file);
        match &self.sheet {
            Some(sheet) => whole.in_sheet(&sheet.name, None),
            None => whole,
        }
    }
}

impl Place {
    /// The file and the line, for messages that name the column themselves.
    pub(crate) fn row(&self) -> String {
        Place { line: self.line, ..self.whole() }.to_string()
    }

    /// The column in quotation marks, for messages that name it themselves.
    pub(crate) fn column(&self) -> String {
        shown(self.column.as_deref().unwrap_or_default())
    }

    /// Another line of the same file, for messages: `on line 4`, or `in row 4` of a workbook.
    pub fn on(&self, line: u64) -> String {
        if self.sheet.is_some() { format!("in row {line}") } else { format!("on line {line}") }
    }

    /// Other lines of the same file, for messages: `on lines 4, 5`, or `in rows 4, 5` of a workbook.
    pub fn on_lines(&self, lines: &str) -> String {
        if self.sheet.is_some() { format!("in rows {lines}") } else { format!("on lines {lines}") }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(f, ", sheet {}", shown(&sheet.name))?;
        }
        let letters = self.sheet.as_ref().and_then(|sheet| sheet.letters.as_ref());
        match (&self.sheet, self.line, letters, &self.column) {
            (Some(_), Some(line), Some(letters), Some(column)) if !column.is_empty() => {
                return write!(f, ", cell {letters}{line} (column {})", shown(column));
            }
            (Some(_), Some(line), Some(letters), _) => return write!(f, ", cell {letters}{line}"),
            (Some(_), Some(line), ..) => write!(f, ", row {line}")?,
            (None, Some(line), ..) => write!(f, ", line {line}")?,
            (_, None, ..) => {}
        }
        if let Some(column) = &self.column {
            write!(f, ", column {}", shown(column))?;
        }
        Ok(())
    }
}

/// Column letters as spreadsheet programs show them: A, B, …, Z, AA, ….
pub(crate) fn letters(index: usize) -> String {
    let mut left = index.saturating_add(1);
    let mut out = Vec::new();
    while left > 0 {
        left -= 1;
        out.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or_default()));
        left /= 26;
    }
    out.iter().rev().collect()
}

/// Longest text that a message repeats, in characters.
const SHOWN_CHARS: usize = 60;

/// Most names that a message lists.
const SHOWN_NAMES: usize = 12;

/// A name or value as messages show it: in quotation marks, on one line, cut when long, with characters that nobody can see
/// (and that a terminal might act on) spelled out.
pub fn shown(text: &str) -> String {
    let mut out = String::from("\"");
    for (position, c) in text.chars().enumerate() {
        if position == SHOWN_CHARS {
            out.push('…');
            break;
        }
        if is_invisible(c) {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
    }
    out.push('"');
    out
}

/// Control characters, and those of Unicode's format characters that turn up in spreadsheets or change what is seen.
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}

/// Names in a row, as messages show them: `"a", "b", "c"`.
pub fn list<T: AsRef<str>>(names: &[T]) -> String {
    let mut out: Vec<String> = names.iter().take(SHOWN_NAMES).map(|name| shown(name.as_ref())).collect();
    if let Some(more) = names.len().checked_sub(SHOWN_NAMES).filter(|more| *more > 0) {
        out.push(format!("and {more} more"));
    }
    out.join(", ")
}

/// Columns that could be meant: `"a" and "b", or in "c" and "d"`.
pub(crate) fn or_in(readings: &[String]) -> String {
    readings.iter().cloned().reduce(|all, one| format!("{all}, or in {one}")).unwrap_or_default()
}

/// `1 member`, `2 members`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_spelled_out() {
        assert_eq!(shown("fe\u{200b}male\n"), "\"fe\\u{200b}male\\n\"");
        assert_eq!(shown("Zoë „x“"), "\"Zoë „x“\"");
    }

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (index, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")] {
            assert_eq!(letters(index), name);
        }
    }

    #[test]
    fn a_cell_of_a_workbook_has_the_name_that_the_spreadsheet_shows() {
        let line = Place::line("pool.xlsx", 14).in_sheet("Tabelle1", None);
        assert_eq!(line.to_string(), "pool.xlsx, sheet \"Tabelle1\", row 14");
        let unnamed = line.clone().in_sheet("Tabelle1", Some("C".to_owned()));
        assert_eq!(unnamed.to_string(), "pool.xlsx, sheet \"Tabelle1\", cell C14");
        let cell = Place { column: Some("age".to_owned()), ..unnamed };
        assert_eq!(cell.to_string(), "pool.xlsx, sheet \"Tabelle1\", cell C14 (column \"age\")");
        assert_eq!(cell.row(), line.to_string());
        assert_eq!((cell.on(2), Place::line("pool.csv", 3).on(2)), ("in row 2".to_owned(), "on line 2".to_owned()));
    }

    #[test]
    fn long_texts_and_lists_are_cut() {
        assert_eq!(shown(&"x".repeat(61)), format!("\"{}…\"", "x".repeat(60)));
        assert_eq!(shown(&"x".repeat(60)), format!("\"{}\"", "x".repeat(60)));
        assert!(list(&["a"; 14]).ends_with("\"a\", and 2 more"));
        assert_eq!(list(&["a", "b"]), "\"a\", \"b\"");
    }
}
