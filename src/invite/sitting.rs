//! The chance of sitting, end to end: of a letter, of volunteering, of being selected.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;

use super::number::{exact, quotient};
use super::problem::{InviteError, InviteProblem};
use super::survey::EVERYBODY;
use crate::instance::fold;
use crate::read::Table;

/// A stratum on its way from letters to seats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// The stratum.
    pub stratum: String,
    /// How many households it has.
    pub households: u64,
    /// How many letters it got.
    pub letters: u64,
    /// How many pool members it has.
    pub volunteers: u64,
    /// Each household's chance of a letter, before anything was drawn.
    pub invited: BigRational,
    /// Which share of the letters was answered by a volunteer; none where there were no letters.
    pub answered: Option<BigRational>,
    /// The mean selection probability of the volunteers; none where there are none.
    pub selected: Option<BigRational>,
    /// The three multiplied; 0 where nobody answered, none where there were no letters.
    pub sits: Option<BigRational>,
}

/// A volunteer: the stratum, and tickets out of all tickets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volunteer {
    /// The stratum, as the pool spells it.
    pub stratum: String,
    /// The tickets that select this member.
    pub tickets: u64,
}

/// The way of each stratum in `strata.csv`, given the volunteers and the number of all tickets. `pool` is the name of the pool's file.
///
/// # Errors
/// Where the table is not that of an invitation, volunteers are from other strata, or more than got letters.
pub fn sitting(
    strata: &Table,
    pool: &str,
    volunteers: &[Volunteer],
    tickets: u64,
) -> Result<Vec<Sitting>, InviteError> {
    let mut counted: BTreeMap<String, (&str, u64, u128)> = BTreeMap::new();
    for volunteer in volunteers {
        let entry = counted.entry(fold(&volunteer.stratum)).or_insert((volunteer.stratum.trim(), 0, 0));
        entry.1 += 1;
        entry.2 += u128::from(volunteer.tickets);
    }
    let (mut ways, mut problems) = (Vec::new(), Vec::new());
    for (line, name, [households, letters, invited]) in numbers(strata)? {
        let (_, volunteers, sum) = counted.remove(&fold(&name)).unwrap_or(("", 0, 0));
        let whole = |number: &BigRational| u64::try_from(number.to_integer()).ok().filter(|_| number.is_integer());
        let (Some(households), Some(letters)) = (whole(&households), whole(&letters)) else {
            problems.push(wrong(strata, line, "letters", &letters.to_string()));
            continue;
        };
        if volunteers > letters {
            problems.push(InviteProblem::MoreThanInvited { stratum: name.clone(), volunteers, letters });
        }
        let answered = (letters > 0).then(|| quotient(volunteers, letters));
        let selected = (volunteers > 0)
            .then(|| BigRational::new(BigInt::from(sum), BigInt::from(tickets.max(1)) * BigInt::from(volunteers)));
        let zero = BigRational::default();
        let sits = answered.as_ref().map(|answered| &invited * answered * selected.as_ref().unwrap_or(&zero));
        ways.push(Sitting { stratum: name, households, letters, volunteers, invited, answered, selected, sits });
    }
    let others: Vec<String> = counted.into_values().map(|(name, ..)| name.to_owned()).collect();
    if !others.is_empty() {
        problems.push(InviteProblem::NotInRegister { file: pool.to_owned(), names: others });
    }
    if problems.is_empty() { Ok(ways) } else { Err(InviteError::Problems(problems)) }
}

/// The stratum of those for whom there is only one.
pub fn everybody() -> String {
    EVERYBODY.to_owned()
}

fn wrong(strata: &Table, line: u64, column: &str, text: &str) -> InviteProblem {
    let (column, text) = (column.to_owned(), text.to_owned());
    InviteProblem::Number { file: strata.file.clone(), line, column, text, wanted: "what klero invite wrote" }
}

/// Line, name, and the numbers of `strata.csv` that are needed: households, letters, chance.
fn numbers(strata: &Table) -> Result<Vec<(u64, String, [BigRational; 3])>, InviteError> {
    let header = ["stratum", "rows", "households", "letters", "chance", "decimal"];
    if strata.header != header {
        let found = strata.header.clone();
        let missing = header.iter().find(|name| !found.iter().any(|cell| cell == *name)).unwrap_or(&"stratum");
        let (file, column) = (strata.file.clone(), (*missing).to_owned());
        return Err(InviteError::Problems(vec![InviteProblem::Column { file, column, times: 0, found }]));
    }
    let mut rows = Vec::new();
    for row in &strata.rows {
        let [name, _, households, letters, chance, _] = row.cells.as_slice() else { continue };
        let number = |column: &str, text: &str| {
            exact(text).ok_or_else(|| InviteError::Problems(vec![wrong(strata, row.line, column, text)]))
        };
        let numbers = [number("households", households)?, number("letters", letters)?, number("chance", chance)?];
        rows.push((row.line, name.clone(), numbers));
    }
    Ok(rows)
}
