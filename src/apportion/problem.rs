//! What can be wrong with population shares.

use num_rational::BigRational;

use super::number::{NumberFault, short_decimal};
use super::unit::Total;
use crate::instance::MAX_COUNT;
use crate::read::{Place, list, or_in, shown};

/// How the columns may be called, for messages.
const COLUMNS: &str = "feature,value,share or category,name,share or category,feature,share";

/// Digits of sums in messages: more than any of them has.
const DIGITS: usize = 40;

/// A reason why population shares do not make quotas.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[expect(
    missing_docs,
    reason = "fields are named for what they hold; `at` is the place, `category` and `value` are as the file spells them"
)]
pub enum ShareProblem {
    /// The panel size is zero, or above a billion.
    #[error("the panel size is {size}")]
    Size { size: usize },
    /// A column is missing.
    #[error("{at}: there is no column {wanted}")]
    MissingColumn { at: Place, wanted: &'static str, found: Vec<String> },
    /// Several columns could be meant.
    #[error("{at}: the {what} could be in the columns {}", or_in(readings))]
    AmbiguousColumns { at: Place, what: &'static str, readings: Vec<String> },
    /// A column stands there twice.
    #[error("{at}: the column {} stands in two places", shown(column))]
    DoubledColumn { at: Place, column: String },
    /// A cell is blank.
    #[error("{at}: the cell is blank")]
    Blank { at: Place, share: bool },
    /// A share is no number, or one that cannot be used.
    #[error("{}", fault_text(at, cell, *fault))]
    BadShare { at: Place, cell: String, fault: NumberFault },
    /// A slack is neither whole seats nor a percentage.
    #[error("{}", fault_text(at, cell, *fault))]
    BadSlack { at: Place, cell: String, fault: NumberFault },
    /// A value has two shares.
    #[error("{at}: {} {} already has a share, on line {first_line}", plain(category), shown(value))]
    DoubledValue { at: Place, category: String, value: String, first_line: u64 },
    /// A row is about several values at once.
    #[error("{at}: {} would be read as several categories at once", shown(category))]
    Combination { at: Place, category: String },
    /// All shares are zero.
    #[error("{at}: all shares of {} are 0", shown(category))]
    Nobody { at: Place, category: String },
    /// A percent sign here, none there.
    #[error("{at}: {} has no percent sign, but {} on line {line} has one", shown(cell), shown(with))]
    Signs { at: Place, cell: String, with: String, line: u64 },
    /// A fraction here, a larger number there.
    #[error(
        "{at}: the shares of {} are of different kinds: {} looks like a fraction of one, {} on line {line} does not; they add up to {}",
        shown(category),
        shown(fraction),
        shown(whole),
        short_decimal(sum, DIGITS)
    )]
    Mixed { at: Place, category: String, fraction: String, whole: String, line: u64, sum: Box<BigRational> },
    /// The shares of a category do not make a whole.
    #[error(
        "{at}: the shares of {} add up to {}, not to {whole}; rounding explains a distance of {} at most",
        shown(category),
        short_decimal(&total.sum, DIGITS),
        short_decimal(&total.allowed, DIGITS)
    )]
    Sum { at: Place, category: String, whole: u8, total: Box<Total> },
    /// Whole numbers that could be counts, or percentages that do not make a whole.
    #[error(
        "{at}: the shares of {} add up to {}: as percentages they would have to make 100, from which rounding explains a distance of {} \
         at most",
        shown(category),
        short_decimal(&total.sum, DIGITS),
        short_decimal(&total.allowed, DIGITS)
    )]
    Unclear { at: Place, category: String, total: Box<Total> },
}

impl ShareProblem {
    /// Where it is; the panel size is nowhere.
    pub fn at(&self) -> Option<&Place> {
        match self {
            Self::Size { .. } => None,
            Self::MissingColumn { at, .. }
            | Self::AmbiguousColumns { at, .. }
            | Self::DoubledColumn { at, .. }
            | Self::Blank { at, .. }
            | Self::BadShare { at, .. }
            | Self::BadSlack { at, .. }
            | Self::DoubledValue { at, .. }
            | Self::Combination { at, .. }
            | Self::Nobody { at, .. }
            | Self::Signs { at, .. }
            | Self::Mixed { at, .. }
            | Self::Sum { at, .. }
            | Self::Unclear { at, .. } => Some(at),
        }
    }

    /// What to do next.
    pub fn help(&self) -> String {
        match self {
            Self::Size { size: 0 } => "Give the number of people that the panel is to have.".to_owned(),
            Self::Size { .. } => format!("It may be {MAX_COUNT} at the most."),
            Self::MissingColumn { found, .. } => format!(
                "The first row must name the columns {COLUMNS}, in any order (population, count, percent or percentage will do for share); \
                 it has {}.",
                list(found)
            ),
            Self::AmbiguousColumns { .. } => "Rename or delete the columns that are not meant.".to_owned(),
            Self::DoubledColumn { .. } => {
                "Rename or delete one of them. (Letter case and outer spaces make no difference to a name.)".to_owned()
            }
            Self::Blank { share: true, .. } => "Write the share; 0 if nobody has this value.".to_owned(),
            Self::Blank { .. } => {
                "Write the name in this cell, or delete the row. (Of merged cells, only the first keeps its text.)".to_owned()
            }
            Self::BadShare { fault, .. } => match fault {
                NumberFault::Thousands => "Write it without separators between the digits, such as 12345.".to_owned(),
                NumberFault::Unclear => {
                    "Write a count without separators, such as 12345, and a percentage with its sign, such as 12.345 %.".to_owned()
                }
                NumberFault::TooLong => "Write at most 40 characters.".to_owned(),
                NumberFault::Negative => "Write 0 or a number above it.".to_owned(),
                NumberFault::NotANumber | NumberFault::NotWhole => {
                    "Write a count, a fraction or a percentage in digits, such as 12345, 0.512 or 51.2 %.".to_owned()
                }
            },
            Self::BadSlack { .. } => "Write whole seats, such as 1, or a percentage of the value's seats, such as 5%.".to_owned(),
            Self::DoubledValue { first_line, .. } => {
                format!("Delete this row or the one on line {first_line}, or correct the value's name.")
            }
            Self::Combination { .. } => "Take this row out, or rename its category; quotas on several values at once are added to the \
                 quotas file by hand."
                .to_owned(),
            Self::Nobody { .. } => "Give at least one value a share above 0.".to_owned(),
            Self::Signs { .. } => "Put a percent sign behind all shares of a category, or behind none.".to_owned(),
            Self::Mixed { .. } => "Write all shares of a category as counts, all as fractions, or all as percentages.".to_owned(),
            Self::Sum { .. } => "Look for a value that is missing, doubled or mistyped. Numbers of people are whole numbers, in a column \
                 called count."
                .to_owned(),
            Self::Unclear { .. } => {
                "If they are numbers of people, call the column count; if they are percentages, look for what is missing or mistyped."
                    .to_owned()
            }
        }
    }
}

/// A name without quotation marks, shown like one with them.
fn plain(name: &str) -> String {
    shown(name).trim_matches('"').to_owned()
}

fn fault_text(at: &Place, cell: &str, fault: NumberFault) -> String {
    let cell = shown(cell);
    match fault {
        NumberFault::NotANumber => format!("{at}: {cell} is not a number"),
        NumberFault::Negative => format!("{at}: {cell} is below 0"),
        NumberFault::Thousands => format!("{at}: {cell} has separators between thousands"),
        NumberFault::Unclear => format!("{at}: {cell} may be a number of thousands, or one with three decimals"),
        NumberFault::NotWhole => format!("{at}: {cell} is not a whole number of seats"),
        NumberFault::TooLong => format!("{at}: {cell} is too long or too large"),
    }
}

/// Something to know about quotas although the shares are accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[expect(missing_docs, reason = "fields are named for what they hold")]
pub enum ShareWarning {
    /// A share is zero.
    #[error("{at}: the share of {} {} is 0, so its quota is {quota}", plain(category), shown(value))]
    ZeroShare { at: Place, category: String, value: String, quota: String },
    /// Some have a value, but its quota leaves them no seat.
    #[error(
        "{at}: the share of {} {} comes to {} seats, and its quota is 0: nobody who has it can sit on the panel",
        plain(category),
        shown(value),
        short_decimal(exact, 3)
    )]
    NoSeat { at: Place, category: String, value: String, exact: BigRational },
    /// A count is the sum of all the others of its category.
    #[error("{at}: the share of {} {} is the sum of all the others: is it a total?", plain(category), shown(value))]
    MaybeTotal { at: Place, category: String, value: String },
}

impl ShareWarning {
    /// What to do next.
    pub fn help(&self) -> &'static str {
        match self {
            Self::MaybeTotal { .. } => "If it is, delete the row: it takes half of the seats.",
            Self::ZeroShare { .. } => "Nothing needs doing if that is meant.",
            Self::NoSeat { .. } => {
                "To let one of them sit, put 1 into a column \"over\" on this line; or join the value with another one."
            }
        }
    }
}
