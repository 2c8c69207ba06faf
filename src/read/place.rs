//! Where a problem is, and how messages show names and values.

use std::fmt;

/// A place in an input file, as exact as it can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file's name.
    pub file: String,
    /// The physical line, counting from 1.
    pub line: Option<u64>,
    /// The column's name.
    pub column: Option<String>,
}

impl Place {
    pub(crate) fn file(file: &str) -> Self {
        Place { file: file.to_owned(), line: None, column: None }
    }

    pub(crate) fn line(file: &str, line: u64) -> Self {
        Place { line: Some(line), ..Place::file(file) }
    }

    pub(crate) fn cell(file: &str, line: u64, column: &str) -> Self {
        Place { column: Some(column.trim().to_owned()), ..Place::line(file, line) }
    }
}

impl Place {
    /// The file and the line, for messages that name the column themselves.
    pub(crate) fn row(&self) -> String {
        let row = Place { column: None, ..self.clone() };
        row.to_string()
    }

    /// The column in quotation marks, for messages that name it themselves.
    pub(crate) fn column(&self) -> String {
        shown(self.column.as_deref().unwrap_or_default())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {}", shown(column))?;
        }
        Ok(())
    }
}

/// Longest text that a message repeats, in characters.
const SHOWN_CHARS: usize = 60;

/// Most names that a message lists.
const SHOWN_NAMES: usize = 12;

/// A name or value as messages show it: in quotation marks, on one line, cut when long, with characters that nobody can see
/// (and that a terminal might act on) spelled out.
pub(crate) fn shown(text: &str) -> String {
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
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}

/// Names in a row, as messages show them: `"a", "b", "c"`.
pub(crate) fn list<T: AsRef<str>>(names: &[T]) -> String {
    let mut out: Vec<String> = names.iter().take(SHOWN_NAMES).map(|name| shown(name.as_ref())).collect();
    if let Some(more) = names.len().checked_sub(SHOWN_NAMES).filter(|more| *more > 0) {
        out.push(format!("and {more} more"));
    }
    out.join(", ")
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
    fn long_texts_and_lists_are_cut() {
        assert_eq!(shown(&"x".repeat(61)), format!("\"{}…\"", "x".repeat(60)));
        assert_eq!(shown(&"x".repeat(60)), format!("\"{}\"", "x".repeat(60)));
        assert!(list(&["a"; 14]).ends_with("\"a\", and 2 more"));
        assert_eq!(list(&["a", "b"]), "\"a\", \"b\"");
    }
}
