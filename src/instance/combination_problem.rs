//! What can be wrong with a row of the quotas file that is about a combination of values.

use super::InstanceProblem;
use crate::read::{Place, list, shown};

/// A reason why a row is no quota on a combination of values.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[expect(
    missing_docs,
    reason = "fields are named for what they hold; `at` is the place, names are as the quotas file spells them"
)]
pub enum CombinationProblem {
    /// A part is no pair of category and value.
    #[error("{at}: {} is not a category and a value with \"=\" between them", part_text(part))]
    NoTerm { at: Place, part: String },
    /// There is only one value.
    #[error("{at}: a combination needs at least two values")]
    Short { at: Place },
    /// A category has no ordinary rows.
    #[error("{at}: {} is not a category that this file has values for", shown(cell))]
    UnknownCategory { at: Place, cell: String, nearest: Option<String>, known: Vec<String> },
    /// A value has no ordinary row.
    #[error("{at}: {} is not a value that this file has for {}", shown(cell), shown(category))]
    UnknownValue { at: Place, cell: String, category: String, nearest: Option<String>, known: Vec<String> },
    /// There are not as many values as categories.
    #[error("{at}: {categories} categories are combined, but the number of values is {values}")]
    Uneven { at: Place, categories: usize, values: usize },
    /// One category twice.
    #[error("{at}: the category {} stands twice in the combination", shown(category))]
    CategoryTwice { at: Place, category: String },
    /// The combination has two quotas.
    #[error("{at}: {} already has a quota, {}", shown(combination), at.on(*first_line))]
    Doubled { at: Place, combination: String, first_line: u64 },
    /// More seats than there are.
    #[error("{at}: the minimum {min} of {} is above the panel size {size}", shown(combination))]
    MinAboveSize { at: Place, combination: String, min: usize, size: usize },
}

fn part_text(part: &str) -> String {
    if part.is_empty() { "what stands before or after an \"&\"".to_owned() } else { shown(part) }
}

impl From<CombinationProblem> for InstanceProblem {
    fn from(problem: CombinationProblem) -> Self {
        InstanceProblem::Combination(problem)
    }
}

impl CombinationProblem {
    pub(super) fn at(&self) -> &Place {
        use CombinationProblem::*;
        match self {
            NoTerm { at, .. }
            | Short { at }
            | UnknownCategory { at, .. }
            | UnknownValue { at, .. }
            | Uneven { at, .. }
            | CategoryTwice { at, .. }
            | Doubled { at, .. }
            | MinAboveSize { at, .. } => at,
        }
    }

    pub(super) fn code(&self) -> &'static str {
        use CombinationProblem::*;
        match self {
            NoTerm { .. } => "combination-no-term",
            Short { .. } => "combination-short",
            UnknownCategory { .. } => "combination-unknown-category",
            UnknownValue { .. } => "combination-unknown-value",
            Uneven { .. } => "combination-uneven",
            CategoryTwice { .. } => "combination-category-twice",
            Doubled { .. } => "combination-doubled",
            MinAboveSize { .. } => "combination-min-above-size",
        }
    }

    pub(super) fn help(&self) -> String {
        use CombinationProblem::*;
        match self {
            NoTerm { .. } | Short { .. } => {
                "Write each category with its value, and \"&\" between them: gender=female & age=16-29.".to_owned()
            }
            UnknownCategory { cell, nearest: None, known, .. } => format!(
                "The categories are {}. Each needs rows of its own. (If {} is part of a category's name, the pool needs a column of that name.)",
                list(known),
                shown(cell)
            ),
            UnknownValue { nearest: None, known, .. } => {
                format!("Write one of {}, or give this value a row of its own.", list(known))
            }
            UnknownCategory { nearest: Some(name), known, .. } | UnknownValue { nearest: Some(name), known, .. } => {
                format!("Is {} meant? There are {}.", shown(name), list(known))
            }
            Uneven { .. } => {
                "Write as many values as categories, in the same order, with \"&\" between them.".to_owned()
            }
            CategoryTwice { .. } => "Keep it once: nobody has two values of one category.".to_owned(),
            Doubled { at, first_line, .. } => {
                format!("Delete this row or the one {}, or correct its values.", at.on(*first_line))
            }
            MinAboveSize { size, .. } => format!("Lower the minimum to {size} or less."),
        }
    }
}
