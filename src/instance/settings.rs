//! What an organiser says about a pool and quotas beside the two files.

/// A member, by the identifier or by the number that the member has in canonical order (from 1).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Person {
    /// The identifier, compared as identifiers are.
    Id(String),
    /// The number.
    Number(usize),
}

/// Settings of an instance beside its two files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The panel size k; of several panels drawn together, the size of all of them, so a multiple of their number.
    pub size: usize,
    /// How many panels are drawn together. The quotas file is about each of them: in the instance, which is about all of them together, every
    /// number of seats counts so many times.
    pub panels: usize,
    /// The identifier column; `None` to look for one.
    pub id_column: Option<String>,
    /// Columns that make a household when all of them agree; none: everybody lives alone.
    pub household_columns: Vec<String>,
    /// How many members of one household may sit on a panel.
    pub household_limit: usize,
    /// A column with the word `include` or `exclude` for some members, and nothing for the others.
    pub status_column: Option<String>,
    /// Members who sit on every panel.
    pub include: Vec<Person>,
    /// Members who sit on no panel.
    pub exclude: Vec<Person>,
    /// Groups of whom at most one may sit.
    pub apart: Vec<Vec<Person>>,
}

impl Settings {
    /// A panel size and nothing else.
    pub fn of_size(size: usize) -> Self {
        Self {
            size,
            panels: 1,
            id_column: None,
            household_columns: Vec::new(),
            household_limit: 1,
            status_column: None,
            include: Vec::new(),
            exclude: Vec::new(),
            apart: Vec::new(),
        }
    }
}
