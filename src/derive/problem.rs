//! What can be wrong with a table that columns are to be derived from.

use super::{DateFormat, OLDEST};
use crate::read::{Place, list, shown};

/// A reason why a column cannot be derived.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DeriveProblem {
    /// There is no column to derive from.
    #[error("{}: there is no column {} to derive {} from", at.row(), at.column(), shown(column))]
    MissingColumn {
        /// The header's line, and the column that is missing.
        at: Place,
        /// The column that was to be derived.
        column: String,
        /// The columns that there are.
        found: Vec<String>,
        /// The one that was probably meant.
        nearest: Option<String>,
        /// Whether a later rule derives it.
        later: bool,
    },
    /// Several columns to derive from have the same name.
    #[error("{}: several columns are called {}, from which {} is to be derived", at.row(), at.column(), shown(column))]
    DoubledColumn {
        /// The header's line, and the column.
        at: Place,
        /// The column that was to be derived.
        column: String,
    },
    /// The derived column is there already.
    #[error("{}: there is a column {} already, which was to be derived from {}", at.row(), at.column(), shown(from))]
    ColumnExists {
        /// The header's line, and the column.
        at: Place,
        /// The column that it was to be derived from.
        from: String,
        /// Whether an earlier rule derived it.
        derived: bool,
    },
    /// A cell is blank.
    #[error("{at}: the cell is blank, and {} is to be derived from it", shown(column))]
    Blank {
        /// The cell.
        at: Place,
        /// The derived column.
        column: String,
    },
    /// A cell is no date, or is written in another way.
    #[error("{at}: {} is no date written {}", shown(text), format.name())]
    NotADate {
        /// The cell.
        at: Place,
        /// What it holds.
        text: String,
        /// How dates are to be written.
        format: DateFormat,
        /// Ways of writing in which it would be a date.
        fits: Vec<DateFormat>,
        /// Whether it would be a year.
        year: bool,
    },
    /// A date is not in the calendar.
    #[error("{at}: {} (read {}) is not in the calendar", shown(text), format.name())]
    NoSuchDay {
        /// The cell.
        at: Place,
        /// What it holds.
        text: String,
        /// How dates are to be written.
        format: DateFormat,
        /// Other ways of writing in which it would be a date.
        fits: Vec<DateFormat>,
    },
    /// A cell is no year.
    #[error("{at}: {} is no year of four digits", shown(text))]
    NotAYear {
        /// The cell.
        at: Place,
        /// What it holds.
        text: String,
        /// Ways of writing in which it would be a date.
        fits: Vec<DateFormat>,
    },
    /// Somebody was not yet born.
    #[error("{at}: who was born in {} was not yet born {when}", shown(text))]
    Unborn {
        /// The cell.
        at: Place,
        /// What it holds.
        text: String,
        /// When the age is asked for, such as `on 2026-11-22`.
        when: String,
    },
    /// Nobody is so old.
    #[error("{at}: who was born in {} is {age} years old {when}", shown(text))]
    TooOld {
        /// The cell.
        at: Place,
        /// What it holds.
        text: String,
        /// The age.
        age: i64,
        /// When the age is asked for, such as `on 2026-11-22`.
        when: String,
    },
    /// A cell is no number.
    #[error("{at}: {} is no number", shown(text))]
    NotANumber {
        /// The cell.
        at: Place,
        /// What it holds.
        text: String,
    },
    /// An age or a number is in no band.
    #[error("{at}: {}{} is in no band of {}", shown(text), age.map(|age| format!(" ({age} years old)")).unwrap_or_default(), shown(column))]
    NoBand {
        /// The cell.
        at: Place,
        /// What it holds.
        text: String,
        /// The age, where ages are in bands.
        age: Option<i64>,
        /// The derived column.
        column: String,
        /// The bands.
        bands: Vec<String>,
    },
    /// The rule does not say what a value becomes.
    #[error("{at}: the rule for {} does not say what {} becomes", shown(column), shown(text))]
    NoResult {
        /// The cell.
        at: Place,
        /// What it holds.
        text: String,
        /// The derived column.
        column: String,
        /// The value that was probably meant.
        nearest: Option<String>,
    },
}

impl DeriveProblem {
    /// Where it is.
    pub fn place(&self) -> &Place {
        match self {
            Self::MissingColumn { at, .. }
            | Self::DoubledColumn { at, .. }
            | Self::ColumnExists { at, .. }
            | Self::Blank { at, .. }
            | Self::NotADate { at, .. }
            | Self::NoSuchDay { at, .. }
            | Self::NotAYear { at, .. }
            | Self::Unborn { at, .. }
            | Self::TooOld { at, .. }
            | Self::NotANumber { at, .. }
            | Self::NoBand { at, .. }
            | Self::NoResult { at, .. } => at,
        }
    }

    /// A stable identifier of the kind of problem.
    pub fn code(&self) -> &'static str {
        match self {
            Self::MissingColumn { .. } => "derive-missing-column",
            Self::DoubledColumn { .. } => "derive-doubled-column",
            Self::ColumnExists { .. } => "derive-column-exists",
            Self::Blank { .. } => "derive-blank",
            Self::NotADate { .. } => "derive-not-a-date",
            Self::NoSuchDay { .. } => "derive-no-such-day",
            Self::NotAYear { .. } => "derive-not-a-year",
            Self::Unborn { .. } => "derive-unborn",
            Self::TooOld { .. } => "derive-too-old",
            Self::NotANumber { .. } => "derive-not-a-number",
            Self::NoBand { .. } => "derive-no-band",
            Self::NoResult { .. } => "derive-no-result",
        }
    }

    /// What the cell holds, where that is what is wrong.
    pub fn cell(&self) -> Option<&str> {
        match self {
            Self::MissingColumn { .. } | Self::DoubledColumn { .. } | Self::ColumnExists { .. } => None,
            Self::Blank { .. } => Some(""),
            Self::NotADate { text, .. }
            | Self::NoSuchDay { text, .. }
            | Self::NotAYear { text, .. }
            | Self::Unborn { text, .. }
            | Self::TooOld { text, .. }
            | Self::NotANumber { text, .. }
            | Self::NoBand { text, .. }
            | Self::NoResult { text, .. } => Some(text),
        }
    }

    /// What to do next.
    pub fn help(&self) -> String {
        match self {
            Self::MissingColumn { later: true, .. } => "A later rule derives it: put that rule first.".to_owned(),
            Self::MissingColumn { nearest: Some(nearest), found, .. } => {
                format!("Is {} meant? There are {}.", shown(nearest), list(found))
            }
            Self::MissingColumn { found, .. } => format!("There are {}.", list(found)),
            Self::DoubledColumn { .. } => "Rename or delete the columns that are not meant.".to_owned(),
            Self::ColumnExists { derived: true, .. } => "Give one of the two derived columns another name.".to_owned(),
            Self::ColumnExists { .. } => {
                "Give the derived column another name, or take the rule out and use the column of the pool.".to_owned()
            }
            Self::Blank { .. } => "Fill in the cell, or take the row out of the pool.".to_owned(),
            Self::NotADate { year: true, .. } => {
                "If the column holds years, state a year: at = 2026 gives the age that is reached in it.".to_owned()
            }
            Self::NotADate { fits, .. } | Self::NoSuchDay { fits, .. } if !fits.is_empty() => formats(fits),
            Self::NotADate { format, .. } => {
                format!("Write the date {}, or state how it is written with format = \"…\".", format.name())
            }
            Self::NoSuchDay { .. } => "Correct the date.".to_owned(),
            Self::NotAYear { fits, .. } if !fits.is_empty() => {
                "If the column holds dates, state a day: at = \"2026-11-22\" gives the age on it.".to_owned()
            }
            Self::NotAYear { .. } => "Correct the year.".to_owned(),
            Self::Unborn { .. } => "Correct the cell, or what is stated with at = ….".to_owned(),
            Self::TooOld { .. } => format!("Correct the cell. Ages above {OLDEST} are taken for mistakes."),
            Self::NotANumber { .. } => {
                "Write digits, with a point before decimals and nothing between thousands: 1500 or 1500.50.".to_owned()
            }
            Self::NoBand { bands, .. } => {
                format!("Correct the cell, add a band, or take the row out of the pool. The bands are {}.", list(bands))
            }
            Self::NoResult { nearest: Some(nearest), .. } => {
                format!("Is {} meant? Correct the cell, or name the value in the rule.", shown(nearest))
            }
            Self::NoResult { .. } => {
                "Name the value in the rule, or say with other = \"…\" what all values become that it does not name."
                    .to_owned()
            }
        }
    }
}

/// Which formats to state.
fn formats(fits: &[DateFormat]) -> String {
    let fits: Vec<String> = fits.iter().map(|format| format!("format = \"{}\"", format.name())).collect();
    match fits.as_slice() {
        [only] => format!("State {only} if all the dates are written so."),
        _ => format!("State how the dates are written: {}.", fits.join(" or ")),
    }
}
