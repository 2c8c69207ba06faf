//! A part of a report, before anybody decides whether it is shown on a terminal or as a page.

/// A heading, sentences, and a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// Sentences, each a paragraph of its own.
    pub lines: Vec<String>,
    /// A table below them.
    pub grid: Option<Grid>,
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
