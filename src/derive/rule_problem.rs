//! What can be wrong with a rule before any table is seen.

use crate::read::shown;

/// A reason why a rule says nothing, or two things at once.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RuleProblem {
    /// There are no bands.
    #[error("there are no bands")]
    NoBands,
    /// A text is no band.
    #[error("{} is no band", shown(text))]
    NotABand {
        /// The text.
        text: String,
    },
    /// A band ends before it begins.
    #[error("the band {} ends before it begins", shown(band))]
    InsideOut {
        /// The band.
        band: String,
    },
    /// A band of ages has decimals.
    #[error("the band {} has a part of a year, but ages are counted in whole years", shown(band))]
    PartOfYear {
        /// The band.
        band: String,
    },
    /// Numbers between two bands are in neither.
    #[error("there is a gap between the bands {} and {}", shown(first), shown(second))]
    Gap {
        /// The lower band.
        first: String,
        /// The upper band.
        second: String,
    },
    /// Numbers are in two bands.
    #[error("the bands {} and {} overlap", shown(first), shown(second))]
    Overlap {
        /// The band that begins first.
        first: String,
        /// The other one.
        second: String,
    },
    /// A recoding has no results.
    #[error("nothing is recoded")]
    NoResults,
    /// A recoding has a result that nothing becomes.
    #[error("no value becomes {}", shown(result))]
    FromNothing {
        /// The result.
        result: String,
    },
    /// A recoding has a blank result.
    #[error("a result is blank")]
    BlankResult,
    /// Two results are the same value.
    #[error("the results {} and {} are the same value", shown(first), shown(second))]
    ResultTwice {
        /// The first.
        first: String,
        /// The second.
        second: String,
    },
    /// A recoding takes blank cells for a value.
    #[error("a blank value is to become {}", shown(result))]
    BlankValue {
        /// The result.
        result: String,
    },
    /// A value would become two things.
    #[error("the value {} is to become {} and {}", shown(value), shown(first), shown(second))]
    ValueTwice {
        /// The value.
        value: String,
        /// What it becomes first.
        first: String,
        /// What it would become then.
        second: String,
    },
}

impl RuleProblem {
    /// What to do next.
    pub fn help(&self) -> String {
        match self {
            Self::NoBands => "List them, for example bands = [\"16-29\", \"30-44\", \"45-64\", \"65+\"].",
            Self::NotABand { .. } => {
                "Write a band as \"16-29\", \"65+\" (65 and more), \"-15\" (15 and less) or \"3\" (3 alone), with a point before decimals."
            }
            Self::InsideOut { .. } => "Write the smaller number first.",
            Self::PartOfYear { .. } => "Write the band with whole numbers.",
            Self::Gap { .. } => {
                "Let each band begin one above the end of the band before it (one in the last decimal place that you write)."
            }
            Self::Overlap { .. } => "Let each band begin above the end of the band before it.",
            Self::NoResults => "List the values that become each result, for example recode = { low = [\"none\", \"primary\"] }.",
            Self::FromNothing { .. } => "List the values that become it, or leave it out.",
            Self::BlankResult => "Give it a name.",
            Self::ResultTwice { .. } => "Put all their values behind one of them.",
            Self::BlankValue { .. } => {
                "Take the blank value out: blank cells have to be filled in the pool, so that everybody sees what they are taken for."
            }
            Self::ValueTwice { .. } => "Leave the value behind one of them only.",
        }
        .to_owned()
    }
}
