//! What can be wrong with households, inclusions, exclusions, and members to be kept apart.

use super::problem::named;
use super::{InstanceProblem, Person};
use crate::read::{Place, count, list, shown};

/// A reason why the settings do not fit the pool and the quotas.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[expect(
    missing_docs,
    reason = "fields are named for what they hold; `at` is the place, `category` and `value` are as the quotas file spells them, \
              `ids` are identifiers in canonical order"
)]
pub enum RuleProblem {
    /// A column that was asked for is not there.
    #[error("{}: there is no column {}, which was named as {}", at.row(), at.column(), column_use(*what))]
    MissingColumn { at: Place, what: ColumnUse, found: Vec<String>, nearest: Option<String> },
    /// No two members of a household, and not even one, might sit.
    #[error("the number of members of one household who may sit on a panel is 0")]
    LimitZero { at: Place },
    /// A cell of the status column is none of the words.
    #[error("{at}: {} is not a status", shown(cell))]
    UnknownStatus { at: Place, cell: String, nearest: Option<&'static str> },
    /// Nobody has an identifier or number.
    #[error("{at}: {}, who is {}, is not in the pool", person_text(person), person_use(*what))]
    UnknownPerson { at: Place, person: Person, what: PersonUse, members: usize, nearest: Option<String> },
    /// A member is included and excluded.
    #[error("{at}: the member {} is both included and excluded", shown(id))]
    InAndOut { at: Place, id: String },
    /// A group to be kept apart is not a group.
    #[error("{}", small_group(*group, ids))]
    SmallGroup { at: Place, group: usize, ids: Vec<String> },
    /// More members of a household are included than may sit.
    #[error("{at}: {} live in one household and are all included, but only {limit} of a household may sit", list(ids))]
    IncludedHousemates { at: Place, ids: Vec<String>, limit: usize },
    /// Included members are to be kept apart.
    #[error("{at}: {} are all included, but at most one of them may sit, since they are to be kept apart", list(ids))]
    IncludedApart { at: Place, ids: Vec<String> },
    /// More members are included than there are seats.
    #[error("{at}: {} are included, more than the panel size {size}", count(*included, "member"))]
    IncludedAboveSize { at: Place, included: usize, size: usize },
    /// More members with a value are included than may sit. (For a combination, `category` is blank.)
    #[error(
        "{at}: the maximum of {} is {max}, but {} it: {}",
        named(category, value), included_have(ids.len()), list(ids)
    )]
    IncludedAboveMax { at: Place, category: String, value: String, max: usize, ids: Vec<String> },
}

/// What a column was named for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnUse {
    /// It tells households.
    Household,
    /// It says who is included and excluded.
    Status,
}

/// What somebody was named for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonUse {
    /// To sit on every panel.
    Include,
    /// To sit on none.
    Exclude,
    /// To be kept apart; the group's number, from 1.
    Apart(usize),
}

impl From<RuleProblem> for InstanceProblem {
    fn from(problem: RuleProblem) -> Self {
        InstanceProblem::Rule(problem)
    }
}

impl RuleProblem {
    pub(super) fn at(&self) -> &Place {
        use RuleProblem::*;
        match self {
            MissingColumn { at, .. }
            | LimitZero { at }
            | UnknownStatus { at, .. }
            | UnknownPerson { at, .. }
            | InAndOut { at, .. }
            | SmallGroup { at, .. }
            | IncludedHousemates { at, .. }
            | IncludedApart { at, .. }
            | IncludedAboveSize { at, .. }
            | IncludedAboveMax { at, .. } => at,
        }
    }

    pub(super) fn code(&self) -> &'static str {
        use RuleProblem::*;
        match self {
            MissingColumn { what: ColumnUse::Household, .. } => "missing-household-column",
            MissingColumn { what: ColumnUse::Status, .. } => "missing-status-column",
            LimitZero { .. } => "household-limit-zero",
            UnknownStatus { .. } => "unknown-status",
            UnknownPerson { person: Person::Id(_), .. } => "unknown-id",
            UnknownPerson { person: Person::Number(_), .. } => "unknown-number",
            InAndOut { .. } => "included-and-excluded",
            SmallGroup { .. } => "apart-group-too-small",
            IncludedHousemates { .. } => "included-housemates",
            IncludedApart { .. } => "included-apart",
            IncludedAboveSize { .. } => "included-above-size",
            IncludedAboveMax { .. } => "included-above-max",
        }
    }

    pub(super) fn help(&self) -> String {
        use RuleProblem::*;
        match self {
            MissingColumn { found, nearest: Some(name), .. } => {
                format!("Is {} meant? The pool's columns are {}.", shown(name), list(found))
            }
            MissingColumn { found, nearest: None, .. } => format!("Name one of the pool's columns: {}.", list(found)),
            LimitZero { .. } => "Give a number from 1 on; 1 is usual.".to_owned(),
            UnknownStatus { nearest: Some(word), .. } => {
                format!("Is {} meant? Write \"include\" or \"exclude\", or leave the cell blank.", shown(word))
            }
            UnknownStatus { nearest: None, .. } => {
                "Write \"include\" or \"exclude\", or leave the cell blank.".to_owned()
            }
            UnknownPerson { person: Person::Number(_), members, .. } => {
                format!("Members are numbered from 1 to {members}.")
            }
            UnknownPerson { nearest: Some(id), .. } => {
                format!("Is {} meant? Identifiers are compared letter by letter.", shown(id))
            }
            UnknownPerson { nearest: None, .. } => {
                "Give an identifier as the pool has it; identifiers are compared letter by letter.".to_owned()
            }
            InAndOut { .. } => "Decide for one. The options and the status column count alike.".to_owned(),
            SmallGroup { .. } => "Name two or more different members, or leave the group out.".to_owned(),
            IncludedHousemates { ids, limit, .. } => {
                format!("Include at most {limit} of them, or allow {} members of a household on a panel.", ids.len())
            }
            IncludedApart { .. } => "Include at most one of them, or do not keep them apart.".to_owned(),
            IncludedAboveSize { included, size, .. } => {
                format!("Include {} fewer, or draw a panel of {included} or more.", included.saturating_sub(*size))
            }
            IncludedAboveMax { max: 0, ids, .. } => {
                format!("Raise the maximum to {}, or include none of them.", ids.len())
            }
            IncludedAboveMax { max, ids, .. } => {
                format!("Raise the maximum to {}, or include at most {max} of them.", ids.len())
            }
        }
    }
}

fn included_have(members: usize) -> String {
    if members == 1 { "1 included member has".to_owned() } else { format!("{members} included members have") }
}

fn column_use(what: ColumnUse) -> &'static str {
    match what {
        ColumnUse::Household => "a household column",
        ColumnUse::Status => "the status column",
    }
}

fn person_use(what: PersonUse) -> &'static str {
    match what {
        PersonUse::Include => "to be included",
        PersonUse::Exclude => "to be excluded",
        PersonUse::Apart(_) => "to be kept apart from others",
    }
}

fn person_text(person: &Person) -> String {
    match person {
        Person::Id(id) => format!("the member {}", shown(id.trim())),
        Person::Number(number) => format!("the member with number {number}"),
    }
}

fn different(ids: &[String]) -> String {
    match ids {
        [] => "nobody in it".to_owned(),
        [id] => format!("only one member in it, {}", shown(id)),
        ids => count(ids.len(), "member"),
    }
}

/// The groups are the `1st`, `2nd`, `3rd`, `4th`, ….
fn small_group(group: usize, ids: &[String]) -> String {
    let has = different(ids);
    match (group % 10, group % 100) {
        (1, one) if one != 11 => format!("the {group}st group of members to be kept apart has {has}"),
        (2, two) if two != 12 => format!("the {group}nd group of members to be kept apart has {has}"),
        (3, three) if three != 13 => format!("the {group}rd group of members to be kept apart has {has}"),
        _ => format!("the {group}th group of members to be kept apart has {has}"),
    }
}
