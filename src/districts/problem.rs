//! What can be wrong with districts, their quotas and the pool.

use crate::instance::{InstanceProblem, MAX_COUNT};
use crate::read::{Place, list, shown};

/// A reason why districts cannot be drawn together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[expect(
    missing_docs,
    reason = "fields are named for what they hold; `at` is the place, and names are as the files spell them"
)]
pub enum DistrictProblem {
    /// A column is missing.
    #[error("{}: there is no column {}", at.row(), at.column())]
    MissingColumn { at: Place, found: Vec<String>, nearest: Option<String> },
    /// A column stands there twice.
    #[error("{}: the column {} stands in several places", at.row(), at.column())]
    DoubledColumn { at: Place },
    /// A district has no name.
    #[error("{at}: the cell is blank")]
    BlankName { at: Place },
    /// A size is no whole number from 1 on.
    #[error("{at}: {} is not a number of seats", shown(cell))]
    BadSize { at: Place, cell: String },
    /// A district stands there twice.
    #[error("{at}: {} has a size already, {}", shown(district), at.on(*first_line))]
    DoubledDistrict { at: Place, district: String, first_line: u64 },
    /// A cell of the quotas or the pool names no district.
    #[error("{at}: {} is not a district that {districts} has", shown(cell))]
    UnknownDistrict { at: Place, cell: String, districts: String, known: Vec<String>, nearest: Option<String> },
    /// A member has no district.
    #[error("{at}: the cell is blank")]
    NoDistrict { at: Place },
    /// A district has no quotas of its own, and there are none for all.
    #[error("{at}: {quotas} has no quotas for {}", shown(district))]
    NoQuotas { at: Place, district: String, quotas: String },
    /// The column of the districts has quotas.
    #[error("{at}: the column {} is that of the districts, so it has no quotas of its own", shown(category))]
    OwnQuotas { at: Place, category: String },
    /// One identifier lives in two districts.
    #[error("{at}: {} is in {} here and in {} {}", shown(id), shown(district), shown(other), at.on(*first_line))]
    TwoDistricts { at: Place, id: String, district: String, other: String, first_line: u64 },
    /// A problem of some districts, each taken by itself with its size and quotas.
    #[error("in {}: {problem}", list(districts))]
    Within { districts: Vec<String>, problem: Box<InstanceProblem> },
    /// The pool does not fit all districts together.
    #[error("{0}")]
    Together(Box<InstanceProblem>),
    /// Names hold characters that make the file say something else.
    #[error(
        "{at}: with these names of categories, values and districts, the quotas file for all would be read as having other quotas than are meant"
    )]
    Misread { at: Place },
}

impl DistrictProblem {
    /// Where it is.
    pub fn place(&self) -> &Place {
        match self {
            Self::MissingColumn { at, .. }
            | Self::DoubledColumn { at }
            | Self::BlankName { at }
            | Self::BadSize { at, .. }
            | Self::DoubledDistrict { at, .. }
            | Self::UnknownDistrict { at, .. }
            | Self::NoDistrict { at }
            | Self::NoQuotas { at, .. }
            | Self::OwnQuotas { at, .. }
            | Self::TwoDistricts { at, .. }
            | Self::Misread { at } => at,
            Self::Within { problem, .. } | Self::Together(problem) => problem.place(),
        }
    }

    /// What the cell holds, where that is what is wrong.
    pub fn cell(&self) -> Option<&str> {
        match self {
            Self::BadSize { cell, .. } | Self::UnknownDistrict { cell, .. } => Some(cell),
            Self::Within { problem, .. } | Self::Together(problem) => problem.cell(),
            _ => None,
        }
    }

    /// A name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::MissingColumn { .. } => "districts-missing-column",
            Self::DoubledColumn { .. } => "districts-doubled-column",
            Self::BlankName { .. } => "districts-blank-name",
            Self::BadSize { .. } => "districts-bad-size",
            Self::DoubledDistrict { .. } => "districts-doubled",
            Self::UnknownDistrict { .. } => "districts-unknown",
            Self::NoDistrict { .. } => "districts-none",
            Self::NoQuotas { .. } => "districts-no-quotas",
            Self::OwnQuotas { .. } => "districts-own-quotas",
            Self::TwoDistricts { .. } => "districts-two",
            Self::Misread { .. } => "districts-misread",
            Self::Within { problem, .. } | Self::Together(problem) => problem.code(),
        }
    }

    /// What to do next.
    pub fn help(&self) -> String {
        match self {
            Self::MissingColumn { found, nearest, .. } => {
                let rename = nearest.as_ref().map(|nearest| format!("Is {} meant? ", shown(nearest))).unwrap_or_default();
                format!("{rename}The first row has {}.", list(found))
            }
            Self::DoubledColumn { .. } => {
                "Rename or delete all but one of these columns. (Letter case and outer spaces make no difference to a name.)".to_owned()
            }
            Self::BlankName { .. } => "Write the name of the district, or delete the row.".to_owned(),
            Self::BadSize { .. } => format!("Write a whole number from 1 to {MAX_COUNT}."),
            Self::DoubledDistrict { first_line, at, .. } => {
                format!("Delete this row or the one {}, or correct the name.", at.on(*first_line))
            }
            Self::UnknownDistrict { known, nearest, .. } => {
                let meant = nearest.as_ref().map(|nearest| format!("Is {} meant? ", shown(nearest))).unwrap_or_default();
                format!("{meant}The districts are {}.", list(known))
            }
            Self::NoDistrict { .. } => "Write the member's district, or delete the row.".to_owned(),
            Self::NoQuotas { .. } => {
                "Add rows for it, or rows with * as the district: they hold for every district that has no rows of its own.".to_owned()
            }
            Self::OwnQuotas { .. } => "Delete this row: the seats of each district stand in the file of districts.".to_owned(),
            Self::TwoDistricts { .. } => "Delete one of the two rows, or correct the identifier or the district.".to_owned(),
            Self::Within { problem, .. } | Self::Together(problem) => problem.help(),
            Self::Misread { .. } => "Rename those that hold & or =.".to_owned(),
        }
    }
}
