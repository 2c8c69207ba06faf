//! What can be wrong with quotas, pool and panel size.

use std::sync::Arc;

use super::counts::{CountFault, MAX_COUNT};
use super::{CombinationProblem, RuleProblem};
use crate::read::{Place, count, letters as letters_of, or_in, shown};

/// A reason why quotas, pool and panel size do not make an [`Instance`](super::Instance).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[expect(
    missing_docs,
    reason = "fields are named for what they hold; `at` is the place, `category` and `value` are as the quotas file spells them"
)]
pub enum InstanceProblem {
    /// The panel size is zero.
    #[error("the panel size is 0")]
    SizeZero { at: Place },
    /// The panel is larger than the pool without those who are excluded.
    #[error("{at}: the panel size is {size}, but the pool has {}{}", count(*members, "member"), without(*excluded))]
    SizeAbovePool { at: Place, size: usize, members: usize, excluded: usize },
    /// The quotas file lacks a column.
    #[error("{}: there is no column {}", at.row(), at.column())]
    MissingQuotaColumn { at: Place, found: Vec<String>, nearest: Option<String> },
    /// The first row of the quotas file is no header.
    #[error("{at}: the first row does not name the columns of a quotas file")]
    NoQuotaHeader { at: Place, found: Vec<String> },
    /// The quotas file's header can be understood in several ways.
    #[error("{at}: the categories and values could be in the columns {}", or_in(readings))]
    AmbiguousQuotaColumns { at: Place, readings: Vec<String> },
    /// A column that is needed stands there more than once (indices count from 0).
    #[error("{}: the column {} stands in {} places (columns {})", at.row(), at.column(), indices.len(), letters(indices))]
    DoubledColumn { at: Place, indices: Vec<usize> },
    /// A cell of the quotas file is blank.
    #[error("{at}: the cell is blank")]
    BlankQuotaCell { at: Place, what: QuotaCell },
    /// A number of seats is not a whole number from 0 on.
    #[error("{}", fault_text(at, cell, *fault))]
    BadCount { at: Place, cell: String, fault: CountFault },
    /// The least seats are more than the most seats.
    #[error("{at}: the minimum {min} of {} is above its maximum {max}", named(category, value))]
    MinAboveMax { at: Place, category: String, value: String, min: usize, max: usize },
    /// The relaxed minimum is above the minimum.
    #[error("{at}: the relaxed minimum {min_flex} of {} is above its minimum {min}", named(category, value))]
    FlexAboveMin { at: Place, category: String, value: String, min_flex: usize, min: usize },
    /// The relaxed maximum is below the maximum.
    #[error("{at}: the relaxed maximum {max_flex} of {} is below its maximum {max}", named(category, value))]
    FlexBelowMax { at: Place, category: String, value: String, max_flex: usize, max: usize },
    /// A value has two quotas.
    #[error("{at}: {} already has a quota, {}", named(category, value), at.on(*first_line))]
    DoubledValue { at: Place, category: String, value: String, first_line: u64 },
    /// The minimums of a category cannot be met together.
    #[error("{at}: the minimums of {} add up to {sum}, more than the panel size {size}", shown(category))]
    MinsAboveSize { at: Place, category: String, sum: usize, size: usize, members: usize, example: Option<Change> },
    /// The maximums of a category leave seats empty.
    #[error("{at}: the maximums of {} add up to {sum}, less than the panel size {size}", shown(category))]
    MaxsBelowSize { at: Place, category: String, sum: usize, size: usize, example: Option<Change> },
    /// The pool without those who are excluded has too few members for a minimum. (For a combination, `category` is blank.)
    #[error(
        "{at}: the minimum of {} is {min}, but the pool has {}{}",
        named(category, value), such_members(*members, *unsure), without(*excluded)
    )]
    TooFewMembers {
        at: Place,
        category: String,
        value: String,
        min: usize,
        members: usize,
        unsure: usize,
        excluded: usize,
    },
    /// The identifier column that was asked for is not there.
    #[error("{}: there is no column {}, which was named as the identifier column", at.row(), at.column())]
    MissingIdColumn { at: Place, found: Vec<String>, nearest: Option<String> },
    /// A category of the quotas file is not a column of the pool.
    #[error("{}: there is no column {}, but {quotas} has quotas for it", at.row(), at.column())]
    MissingCategoryColumn { at: Place, quotas: String, found: Vec<String>, nearest: Option<String> },
    /// A member has no identifier.
    #[error("{at}: the identifier is blank")]
    BlankId { at: Place },
    /// Two different rows have one identifier.
    #[error("{at}: the identifier {} is also {}, and the two rows differ", shown(id), at.on(*first_line))]
    SameId { at: Place, id: String, first_line: u64 },
    /// A member has no value in a category.
    #[error("{at}: the cell is blank")]
    BlankValue { at: Place, known: Arc<[String]> },
    /// A member's value has no quota.
    #[error("{at}: {} is not a value that {quotas} has for {}", shown(cell), shown(category))]
    UnknownValue {
        at: Place,
        cell: String,
        category: String,
        quotas: Arc<str>,
        nearest: Option<String>,
        known: Arc<[String]>,
    },
    /// A quota on a combination of values.
    #[error(transparent)]
    Combination(CombinationProblem),
    /// Households, inclusions, exclusions, or members to be kept apart.
    #[error(transparent)]
    Rule(RuleProblem),
}

/// What a cell of the quotas file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuotaCell {
    /// A category's name.
    Category,
    /// A value's name.
    Value,
    /// A number of seats.
    Count,
}

/// A change of one number in the quotas file that would mend a problem by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The line of the quotas file.
    pub line: u64,
    /// The value whose quota would change.
    pub value: String,
    /// The number that is there now.
    pub from: usize,
    /// The number that would do.
    pub to: usize,
}

impl InstanceProblem {
    /// Where it is.
    pub fn place(&self) -> &Place {
        use InstanceProblem::*;
        match self {
            SizeZero { at }
            | SizeAbovePool { at, .. }
            | MissingQuotaColumn { at, .. }
            | NoQuotaHeader { at, .. }
            | AmbiguousQuotaColumns { at, .. }
            | DoubledColumn { at, .. }
            | BlankQuotaCell { at, .. }
            | BadCount { at, .. }
            | MinAboveMax { at, .. }
            | FlexAboveMin { at, .. }
            | FlexBelowMax { at, .. }
            | DoubledValue { at, .. }
            | MinsAboveSize { at, .. }
            | MaxsBelowSize { at, .. }
            | TooFewMembers { at, .. }
            | MissingIdColumn { at, .. }
            | MissingCategoryColumn { at, .. }
            | BlankId { at }
            | SameId { at, .. }
            | BlankValue { at, .. }
            | UnknownValue { at, .. } => at,
            Combination(problem) => problem.at(),
            Rule(problem) => problem.at(),
        }
    }

    /// The name of the file that the problem is in.
    pub fn file(&self) -> &str {
        &self.place().file
    }

    /// The physical line, counting from 1, where there is one to name.
    pub fn line(&self) -> Option<u64> {
        self.place().line
    }

    /// The column's name, where there is one to name.
    pub fn column(&self) -> Option<&str> {
        self.place().column.as_deref()
    }

    /// The text of the cell that the problem is in, where it is the cell that is wrong by itself.
    pub fn cell(&self) -> Option<&str> {
        match self {
            InstanceProblem::UnknownValue { cell, .. }
            | InstanceProblem::BadCount { cell, .. }
            | InstanceProblem::Rule(RuleProblem::UnknownStatus { cell, .. }) => Some(cell),
            _ => None,
        }
    }

    /// Whether the input is understood, and the problem only says that there can be no panel.
    pub fn is_about_feasibility(&self) -> bool {
        use InstanceProblem::*;
        match self {
            SizeAbovePool { .. } | MinsAboveSize { .. } | MaxsBelowSize { .. } | TooFewMembers { .. } => true,
            Combination(problem) => matches!(problem, CombinationProblem::MinAboveSize { .. }),
            Rule(problem) => matches!(
                problem,
                RuleProblem::IncludedHousemates { .. }
                    | RuleProblem::IncludedApart { .. }
                    | RuleProblem::IncludedAboveSize { .. }
                    | RuleProblem::IncludedAboveMax { .. }
            ),
            _ => false,
        }
    }

    /// A stable identifier of the kind of problem.
    pub fn code(&self) -> &'static str {
        use InstanceProblem::*;
        match self {
            SizeZero { .. } => "size-zero",
            SizeAbovePool { .. } => "size-above-pool",
            MissingQuotaColumn { .. } => "missing-quota-column",
            NoQuotaHeader { .. } => "no-quota-header",
            AmbiguousQuotaColumns { .. } => "ambiguous-quota-columns",
            DoubledColumn { .. } => "doubled-column",
            BlankQuotaCell { .. } => "blank-quota-cell",
            BadCount { .. } => "bad-count",
            MinAboveMax { .. } => "min-above-max",
            FlexAboveMin { .. } => "flex-above-min",
            FlexBelowMax { .. } => "flex-below-max",
            DoubledValue { .. } => "doubled-value",
            MinsAboveSize { .. } => "mins-above-size",
            MaxsBelowSize { .. } => "maxs-below-size",
            TooFewMembers { .. } => "too-few-members",
            MissingIdColumn { .. } => "missing-id-column",
            MissingCategoryColumn { .. } => "missing-category-column",
            BlankId { .. } => "blank-id",
            SameId { .. } => "same-id",
            BlankValue { .. } => "blank-value",
            UnknownValue { .. } => "unknown-value",
            Combination(problem) => problem.code(),
            Rule(problem) => problem.code(),
        }
    }
}

/// A value with its category, for messages.
pub(super) fn named(category: &str, value: &str) -> String {
    let value = if value.is_empty() { "this row".to_owned() } else { shown(value) };
    let category = shown(category);
    format!("{} {value}", category.trim_matches('"')).trim_start().to_owned()
}

fn such_members(members: usize, unsure: usize) -> String {
    match members + unsure {
        most if unsure > 0 => format!("at most {}", count(most, "such member")),
        0 => "no such member".to_owned(),
        1 => "only 1 such member".to_owned(),
        more => format!("only {more} such members"),
    }
}

/// Whom a number of members leaves out.
fn without(excluded: usize) -> String {
    match excluded {
        0 => String::new(),
        1 => " (1 more is excluded)".to_owned(),
        more => format!(" ({more} more are excluded)"),
    }
}

fn fault_text(at: &Place, cell: &str, fault: CountFault) -> String {
    let cell = shown(cell);
    match fault {
        CountFault::NotANumber => format!("{at}: {cell} is not a whole number"),
        CountFault::NotWhole => format!("{at}: {cell} is not a whole number: it has a fractional part"),
        CountFault::Negative => format!("{at}: {cell} is below 0"),
        CountFault::TooLarge => format!("{at}: {cell} is above {MAX_COUNT}"),
    }
}

/// Column letters as spreadsheet programs show them: `A, B and Z`.
fn letters(indices: &[usize]) -> String {
    let all: Vec<String> = indices.iter().map(|index| letters_of(*index)).collect();
    match all.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => all.join(""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        assert_eq!(letters(&[0, 25]), "A and Z");
        assert_eq!(letters(&[26, 51, 701, 702]), "AA, AZ, ZZ and AAA");
    }
}
