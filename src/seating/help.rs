//! What to do about each problem.

use super::SeatingProblem;
use super::problem::of_people;
use crate::read::{list, shown};

impl SeatingProblem {
    /// What to do next.
    pub fn help(&self) -> String {
        use SeatingProblem::*;
        match self {
            NoRounds => "Give the number of rounds, from 1 on.".to_owned(),
            ManyRounds { most, .. } => format!("Give at most {most} rounds."),
            NoTables => "Give the number of tables, from 1 on.".to_owned(),
            NoSeats => "Give the number of seats at a table, from 2 on.".to_owned(),
            MoreTables { people, .. } => {
                format!("Give at most {people} tables, or check that the file is complete.")
            }
            MoreSeats { people, .. } => {
                format!("Give at most {people} seats, or check that the file is complete.")
            }
            ManyPeople { .. } => "Check that this is the file of those who were drawn, and not the pool.".to_owned(),
            MissingColumn { found, nearest: Some(name), .. } => {
                format!("Is {} meant? The file's columns are {}.", shown(name), list(found))
            }
            MissingColumn { found, nearest: None, .. } => format!("Name one of the file's columns: {}.", list(found)),
            DoubledColumn { .. } => {
                "Rename or delete all but one of these columns. (Letter case and outer spaces make no difference to a name.)".to_owned()
            }
            SameColumn { .. } => "Name each column once.".to_owned(),
            BlankId { .. } => "Give this person an identifier that nobody else has.".to_owned(),
            SameId { first_line, .. } => format!(
                "If the rows are two people, give one of them another identifier; if they are one person, delete this row or the one on line {first_line}."
            ),
            BlankValue { at } => format!(
                "Write a value in this cell, such as \"unknown\"; or do not mix by {}.",
                at.column()
            ),
            UnknownPerson { nearest: Some(id), .. } => {
                format!("Is {} meant? Identifiers are compared letter by letter.", shown(id))
            }
            UnknownPerson { nearest: None, .. } => {
                "Give an identifier as the file has it; identifiers are compared letter by letter.".to_owned()
            }
            SmallGroup { .. } => "Name two or more different people, separated by commas, or leave the group out.".to_owned(),
            ApartAboveTables { members, tables, .. } => {
                format!("Have {members} tables or more, or keep at most {} apart.", of_people(*tables))
            }
            TogetherAboveSeats { seats, .. } => format!(
                "Have fewer, larger tables, or let at most {} sit together. (Groups that share somebody count as one.)",
                of_people(*seats)
            ),
            BothWays { .. } => {
                "Decide for one. (Of groups to sit together that share somebody, all sit together.)".to_owned()
            }
        }
    }
}
