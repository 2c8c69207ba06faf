//! What can be wrong with the people's file and the wishes.

use crate::read::{Place, count, list, shown};

/// A reason why people cannot be seated as was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[expect(
    missing_docs,
    reason = "fields are named for what they hold; `at` is the place, `ids` are identifiers in canonical order, groups count from 1"
)]
pub enum SeatingProblem {
    /// No rounds.
    #[error("0 rounds were asked for")]
    NoRounds,
    /// More rounds than are allowed.
    #[error("{rounds} rounds were asked for, more than {most}")]
    ManyRounds { rounds: usize, most: usize },
    /// No tables.
    #[error("0 tables were asked for")]
    NoTables,
    /// No seats at a table.
    #[error("tables of 0 seats were asked for")]
    NoSeats,
    /// Some table would be empty.
    #[error("{at}: {tables} tables were asked for, but there are only {}", of_people(*people))]
    MoreTables { at: Place, tables: usize, people: usize },
    /// No table would be full.
    #[error("{at}: tables of {seats} seats were asked for, but there are only {}", of_people(*people))]
    MoreSeats { at: Place, seats: usize, people: usize },
    /// More people than are allowed.
    #[error("{at}: there are {people} people, more than {most}")]
    ManyPeople { at: Place, people: usize, most: usize },
    /// A column that was asked for is not there.
    #[error("{}: there is no column {}, which was named {}", at.row(), at.column(), use_text(*what))]
    MissingColumn { at: Place, what: Use, found: Vec<String>, nearest: Option<String> },
    /// Several columns have the name.
    #[error("{}: {} columns are called {}", at.row(), columns, at.column())]
    DoubledColumn { at: Place, columns: usize },
    /// One column is named twice.
    #[error("the column {} is named twice {}", shown(column), use_text(*what))]
    SameColumn { column: String, what: Use },
    /// Somebody has no identifier.
    #[error("{at}: the cell is blank")]
    BlankId { at: Place },
    /// Two people have one identifier.
    #[error("{at}: the identifier {} was on line {first_line} already", shown(id))]
    SameId { at: Place, id: String, first_line: u64 },
    /// Somebody has no value in a category.
    #[error("{at}: the cell is blank")]
    BlankValue { at: Place },
    /// Nobody has an identifier.
    #[error("{at}: {}, in {}, is not in the file", shown(id), group_text(*together, *group))]
    UnknownPerson { at: Place, id: String, together: bool, group: usize, nearest: Option<String> },
    /// A group is not a group.
    #[error("{} has {}", group_text(*together, *group), different(ids))]
    SmallGroup { together: bool, group: usize, ids: Vec<String> },
    /// More people apart than tables.
    #[error("{} has {}, but there {}", group_text(false, *group), of_people(*members), tables_text(*tables))]
    ApartAboveTables { group: usize, members: usize, tables: usize },
    /// More people together than seats.
    #[error("{} are to sit together, but the largest table has {}", list(ids), count(*seats, "seat"))]
    TogetherAboveSeats { ids: Vec<String>, seats: usize },
    /// Somebody is to sit with somebody and apart from them.
    #[error("{} are to sit apart, by {}, and together", list(ids), group_text(false, *group))]
    BothWays { ids: [String; 2], group: usize },
}

/// What a column was named for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// To tell people apart.
    Id,
    /// To mix tables by.
    Mix,
    /// To be shown.
    Show,
}

fn use_text(what: Use) -> &'static str {
    match what {
        Use::Id => "as the one with the identifiers",
        Use::Mix => "with --mix",
        Use::Show => "with --show",
    }
}

/// `1 person`, `2 people`.
pub(super) fn of_people(number: usize) -> String {
    if number == 1 { "1 person".to_owned() } else { format!("{number} people") }
}

fn tables_text(tables: usize) -> String {
    if tables == 1 { "is only 1 table".to_owned() } else { format!("are only {tables} tables") }
}

fn group_text(together: bool, group: usize) -> String {
    format!("group {group} of those to sit {}", if together { "together" } else { "apart" })
}

fn different(ids: &[String]) -> String {
    match ids {
        [] => "nobody in it".to_owned(),
        [id] => format!("only one person in it, {}", shown(id)),
        ids => of_people(ids.len()),
    }
}
