//! What to do about each problem.

use super::InstanceProblem;
use super::counts::CountFault;
use super::problem::{Change, QuotaCell};
use crate::read::{Place, count, list, shown};

/// The three ways to head a quotas file, for messages.
const DIALECTS: &str = "feature,value,min,max or category,name,min,max or category,feature,min,max";

impl InstanceProblem {
    /// What to do next.
    pub fn help(&self) -> String {
        use InstanceProblem::*;
        match self {
            SizeZero { .. } => "Give the number of people that the panel is to have.".to_owned(),
            SizeAbovePool { members, excluded: 0, .. } => {
                format!("Draw a panel of at most {members}, or check that the pool file is complete.")
            }
            SizeAbovePool { members, .. } => format!("Draw a panel of at most {members}, or exclude fewer members."),
            MissingQuotaColumn { at, found, nearest } => {
                let column = at.column.as_deref().unwrap_or_default();
                format!(
                    "{}The quotas file must name its columns {DIALECTS}, in any order; it has {}.",
                    rename(nearest.as_deref(), column),
                    list(found)
                )
            }
            NoQuotaHeader { found, .. } => format!("Let the first row name the columns: {DIALECTS}, in any order. It has {}.", list(found)),
            AmbiguousQuotaColumns { .. } => format!("Rename or delete the columns that are not meant, so that the file has {DIALECTS}."),
            DoubledColumn { .. } => {
                "Rename or delete all but one of these columns. \
                 (Letter case and outer spaces make no difference to a name.)".to_owned()
            },
            BlankQuotaCell { what: QuotaCell::Category, .. } => {
                "Write the category's name in this cell; every row needs it. (Of merged cells, only the first keeps its text.)".to_owned()
            }
            BlankQuotaCell { what: QuotaCell::Value, .. } => "Write the value's name in this cell, or delete the row.".to_owned(),
            BlankQuotaCell { what: QuotaCell::Count, .. } => "Write a whole number, such as 0.".to_owned(),
            BadCount { fault, .. } => match fault {
                CountFault::NotANumber => "Write a whole number in digits, such as 4.".to_owned(),
                CountFault::NotWhole => "Seats are whole: round the number up or down.".to_owned(),
                CountFault::Negative => "Write 0 or a number above it.".to_owned(),
                CountFault::TooLarge => "For \"as many as you like\", write the panel size.".to_owned(),
            },
            MinAboveMax { min, max, .. } => format!("Lower the minimum to {max} or less, or raise the maximum to {min} or more."),
            FlexAboveMin { min, .. } => format!("Lower the relaxed minimum to {min} or less: relaxing a quota can only make it wider."),
            FlexBelowMax { max, .. } => format!("Raise the relaxed maximum to {max} or more: relaxing a quota can only make it wider."),
            DoubledValue { at, first_line, .. } => {
                format!("Delete this row or the one {}, or correct the value's name.", at.on(*first_line))
            }
            MinsAboveSize { at, sum, size, members, example, .. } => format!(
                "Lower these minimums by {} in total{}{}.",
                sum.saturating_sub(*size),
                for_example(at, example.as_ref()),
                if sum > members { String::new() } else { format!("; or draw a panel of {sum} or more") }
            ),
            MaxsBelowSize { at, sum, size, example, .. } => format!(
                "Raise these maximums by {} in total{}{}.",
                size.saturating_sub(*sum),
                for_example(at, example.as_ref()),
                if *sum == 0 { String::new() } else { format!("; or draw a panel of {sum} or fewer") }
            ),
            TooFewMembers { category, min, members, unsure, excluded, .. } => format!(
                "Lower the minimum to {}, or find {} with {}{}.",
                members + unsure,
                count(min.saturating_sub(members + unsure), "more member"),
                if category.is_empty() { "these values" } else { "this value" },
                if *excluded > 0 { ", or exclude fewer" } else { "" }
            ),
            MissingIdColumn { found, nearest, .. } => match nearest {
                Some(name) => format!("Is {} meant? The pool's columns are {}.", shown(name), list(found)),
                None => format!("Name one of the pool's columns: {}.", list(found)),
            },
            MissingCategoryColumn { at, found, nearest, .. } => {
                let column = at.column.as_deref().unwrap_or_default();
                format!(
                    "{}Every category of the quotas file needs a column of that name in the pool; it has {}.",
                    rename(nearest.as_deref(), column),
                    list(found)
                )
            }
            BlankId { .. } => "Give this member an identifier that nobody else has.".to_owned(),
            SameId { at, first_line, .. } => format!(
                "If the rows are two people, give one of them another identifier; if they are one person, delete this row or the one {}.",
                at.on(*first_line)
            ),
            BlankValue { known, .. } => format!("Write one of {}.", list(known)),
            UnknownValue { nearest, known, quotas, .. } => match nearest {
                Some(name) if known.len() > 1 => format!("Is {} meant? The values are {}.", shown(name), list(known)),
                Some(name) => format!("Is {} meant?", shown(name)),
                None => format!("Write one of {}, or give this value a row in {quotas}.", list(known)),
            },
            Combination(problem) => problem.help(),
            Rule(problem) => problem.help(),
        }
    }
}

fn rename(nearest: Option<&str>, wanted: &str) -> String {
    nearest.map_or_else(String::new, |name| {
        format!("Rename the column {} to {} if that is what it is. ", shown(name), shown(wanted))
    })
}

fn for_example(at: &Place, example: Option<&Change>) -> String {
    example.map_or_else(String::new, |Change { line, value, from, to }| {
        format!(" (for example, that of {} {} from {from} to {to})", shown(value), at.on(*line))
    })
}
