//! A table and rules become the same table with derived columns: age bands, bands of numbers, and recodings.
//!
//! Every rule is exact and looks at one cell; no clock is read. The new columns stand behind the old ones, and how many rows went where is
//! told. A cell that a rule cannot place is a [`DeriveProblem`] with its line, never a guess.

mod apply;
mod bands;
mod calendar;
mod number;
mod problem;
mod recode;
mod rule_problem;
mod summary;

pub use apply::{Derived, apply};
pub use bands::Bands;
pub use calendar::{Date, DateFault, DateFormat};
pub use problem::DeriveProblem;
pub use recode::Recode;
pub use rule_problem::RuleProblem;
pub use summary::{Count, Summary};

/// The oldest age that is believed; above it, a date of birth is taken for a slip of the pen.
pub const OLDEST: i64 = 130;

/// One derived column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derivation {
    /// The name of the new column.
    pub column: String,
    /// The column that it is derived from: one of the table, or one that an earlier rule derived.
    pub from: String,
    /// How.
    pub rule: Rule,
}

/// How a column is derived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// From dates of birth: the band of the age on a day.
    AgeOn {
        /// The day.
        at: Date,
        /// How the column writes dates.
        format: DateFormat,
        /// Bands of whole years.
        bands: Bands,
    },
    /// From years of birth: the band of the age that is reached in a year.
    AgeIn {
        /// The year.
        at: i64,
        /// Bands of whole years.
        bands: Bands,
    },
    /// From numbers: their band.
    Number {
        /// The bands.
        bands: Bands,
    },
    /// From values: other values.
    Recode(Recode),
}
