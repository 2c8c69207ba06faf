//! What can be wrong with what is asked of alternates.

use crate::read::{Place, count, list, shown};

/// A reason why alternates cannot be chosen as was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[expect(missing_docs, reason = "fields are named for what they hold; `at` is the place")]
pub enum AlternatesProblem {
    /// A cell or an option holds no probability.
    #[error("{}{} is no probability", place(at.as_ref()), shown(cell))]
    NoProbability { at: Option<Place>, cell: String },
    /// The columns of a file of probabilities are not there, or there twice.
    #[error("{}: the columns are {}", at.row(), list(found))]
    Columns { at: Place, found: Vec<String>, id_column: String },
    /// A cell names nothing that is known.
    #[error("{at}: {} is not {}", shown(cell), sought(*of))]
    Unknown { at: Place, cell: String, of: Sought, nearest: Option<String> },
    /// Two rows are about the same.
    #[error("{at}: {} was on line {first_line} already", shown(cell))]
    Twice { at: Place, cell: String, first_line: u64 },
    /// A value that somebody on the panel has is missing.
    #[error("{at}: the value {} of {} has no row, but somebody on the panel has it", shown(value), shown(category))]
    ValueMissing { at: Place, category: String, value: String },
    /// Members of the panel are missing.
    #[error("{at}: {} of the panel have no row: {}", count(ids.len(), "member"), list(ids))]
    MembersMissing { at: Place, ids: Vec<String> },
    /// There are not so many who could be alternates.
    #[error("{}, but no more than {found} can be found", asked_for(*wanted))]
    TooMany { wanted: usize, found: usize },
    /// No spelling of a combination of values is read as it is meant.
    #[error("no row of a quotas file says {} and nothing else", shown(name))]
    Unspeakable { name: String },
}

/// What a cell of a file with probabilities should name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sought {
    /// A category of the quotas.
    Category,
    /// One of its values.
    Value,
    /// Somebody in the pool.
    Member,
}

fn sought(of: Sought) -> &'static str {
    match of {
        Sought::Category => "a category",
        Sought::Value => "a value of it",
        Sought::Member => "in the pool",
    }
}

fn asked_for(alternates: usize) -> String {
    if alternates == 1 {
        "1 alternate was asked for".to_owned()
    } else {
        format!("{alternates} alternates were asked for")
    }
}

fn place(at: Option<&Place>) -> String {
    at.map(|at| format!("{at}: ")).unwrap_or_default()
}

impl AlternatesProblem {
    /// What to do next.
    pub fn help(&self) -> String {
        match self {
            Self::NoProbability { .. } => {
                "Write the chance of dropping out as a number from 0 to 1 with at most nine decimals, such as 0.2, or as 20 %.".to_owned()
            }
            Self::Columns { id_column, .. } => format!(
                "Give the file the columns feature, value and probability, or {} and probability, each once.",
                shown(id_column)
            ),
            Self::Unknown { nearest: Some(near), .. } => format!("Did you mean {}?", shown(near)),
            Self::Unknown { of: Sought::Member, .. } => {
                "Use the identifiers of the record's pool.csv, letter by letter.".to_owned()
            }
            Self::Unknown { .. } => "Use the names of the record's quotas.csv.".to_owned(),
            Self::Twice { .. } => "Remove one of the two rows.".to_owned(),
            Self::ValueMissing { .. } => {
                "Add a row for it; of a category that the file names, all values are needed.".to_owned()
            }
            Self::MembersMissing { .. } => "Add a row for each of them.".to_owned(),
            Self::TooMany { found: 0, .. } => {
                "Whoever sits, is excluded, lives with somebody who sits or is kept apart from them cannot be an alternate; that is everybody."
                    .to_owned()
            }
            Self::TooMany { found, .. } => format!(
                "Ask for at most {found}. Whoever sits, is excluded, lives with somebody who sits or is kept apart from them cannot be an alternate."
            ),
            Self::Unspeakable { .. } => {
                "Leave --exact away, so that no combinations are needed; or rename the value, whose name holds \"&\" or \"=\", before the next lottery.".to_owned()
            }
        }
    }
}
