//! What can be wrong with a table of who stays and who dropped out.

use super::WORDS;
use crate::read::{Place, list, shown};

/// A reason why such a table cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[expect(
    missing_docs,
    reason = "fields are named for what they hold; `at` is the place, `id` an identifier as the file spells it"
)]
pub enum StatusProblem {
    /// A column is missing, or stands there twice.
    #[error("{at}: there is {} column {}", if *twice { "more than one" } else { "no" }, wanted.join(" or "))]
    Column { at: Place, wanted: Vec<String>, found: Vec<String>, twice: bool },
    /// A cell is blank.
    #[error("{at}: the cell is blank")]
    Blank { at: Place },
    /// A word that means nothing here.
    #[error("{at}: {} is no status", shown(word))]
    Word { at: Place, word: String },
    /// Nobody has this identifier.
    #[error("{at}: nobody in the pool has the identifier {}", shown(id))]
    Unknown { at: Place, id: String, nearest: Option<String> },
    /// Somebody has two rows.
    #[error("{at}: {} stands here a second time, after line {first}", shown(id))]
    Twice { at: Place, id: String, first: u64 },
    /// Somebody stays who does not sit.
    #[error("{at}: {} cannot stay, since {}", shown(id), if *reserves { "this member neither sits nor is an alternate" } else { "this member does not sit" })]
    NotSitting { at: Place, id: String, reserves: bool },
    /// Sitting members of whom nothing is said.
    #[error("{at}: nothing is said of {} {}: {}", ids.len(), if ids.len() == 1 { "sitting member" } else { "sitting members" }, list(ids))]
    Missing { at: Place, ids: Vec<String> },
    /// More people would sit than there are seats.
    #[error("{at}: {stay} members would stay, but the panel has {size} seats")]
    TooMany { at: Place, stay: usize, size: usize },
    /// Nobody drops out, so there is nothing to replace.
    #[error("{at}: all {size} seats are taken, so there is nobody to replace")]
    Nobody { at: Place, size: usize },
}

impl StatusProblem {
    /// What to do next.
    pub fn help(&self) -> String {
        match self {
            Self::Column { found, twice: false, .. } => format!(
                "Give the table a header with an identifier column as in the pool, and a column \"status\". Its columns are {}.",
                found.join(", ")
            ),
            Self::Column { .. } => "Take one of them out.".to_owned(),
            Self::Blank { .. } => "Fill it in, or take the row out.".to_owned(),
            Self::Word { .. } => {
                let of = |stays| {
                    let words: Vec<&str> = WORDS.iter().filter(|(_, means)| *means == stays).map(|(word, _)| *word).collect();
                    words.join(", ")
                };
                format!("Who stays is {}; who does not is {}.", of(true), of(false))
            }
            Self::Unknown { nearest: Some(id), .. } => format!("Is {} meant? Identifiers are compared letter by letter.", shown(id)),
            Self::Unknown { .. } => "Identifiers are compared letter by letter, with those of the pool in the record.".to_owned(),
            Self::Twice { .. } => "Leave one of the two rows.".to_owned(),
            Self::NotSitting { reserves: false, .. } => {
                "Take the row out; or, if this is an alternate who was called in, name the record of the alternates with --alternates.".to_owned()
            }
            Self::NotSitting { .. } => "Take the row out: only those who sit, and alternates who were called in, can stay.".to_owned(),
            Self::Missing { .. } => {
                "Give each of them a row; or say with --others confirmed that they all stay.".to_owned()
            }
            Self::TooMany { .. } => "Say of some that they drop out: alternates who were not called in have no row.".to_owned(),
            Self::Nobody { .. } => "Say who dropped out.".to_owned(),
        }
    }
}
