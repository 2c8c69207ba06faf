//! A part of a report, before anybody decides whether it is shown on a terminal or as a page.

/// A heading, sentences, and a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// Sentences, each a paragraph of its own; a line end in it stands between two sentences that do not show where one ends.
    pub lines: Vec<String>,
    /// A table below them.
    pub grid: Option<Grid>,
}

/// Before a cell that holds words of the program, and not of a file: only those may be translated. It stands for nothing in Unicode, and is not shown.
const WORD: char = '\u{e000}';

/// A cell that holds words of the program.
pub fn own(text: &str) -> String {
    format!("{WORD}{text}")
}

/// The words of such a cell; none where it holds anything else.
pub(super) fn word_of(cell: &str) -> Option<&str> {
    cell.strip_prefix(WORD)
}

/// A table as text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// The names of the columns.
    pub header: Vec<String>,
    /// Rows, each as long as the header.
    pub rows: Vec<Vec<String>>,
    /// Whether a column holds numbers, which stand to the right; as long as the header.
    pub numbers: Vec<bool>,
}
