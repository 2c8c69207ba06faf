//! How letters are split over the strata of a register, by what a plan asks for.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::One;

use super::allocate::{needed, proportional, volunteers_wanted};
use super::number::{exact, fraction};
use super::plan::{Asked, Size};
use super::problem::InviteProblem;
use super::stages::Stages;
use super::survey::Survey;
use super::table::{Kind, Rates};
use crate::instance::fold;

/// How the letters are split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Split {
    /// So many for each stratum.
    Strata(Vec<u64>),
    /// By areas that are still to be drawn.
    Areas(Stages),
}

/// Splits the letters, or says why that cannot be.
pub(super) fn split(asked: &Asked, survey: &Survey) -> Result<Split, Vec<InviteProblem>> {
    let households = survey.households();
    if let Size::Letters(letters) = asked.size {
        if letters == 0 {
            return Err(vec![InviteProblem::NoLetters]);
        }
        if letters > households {
            return Err(vec![InviteProblem::TooManyLetters { letters, households }]);
        }
        if let Some(plan) = &asked.areas {
            return Stages::new(letters, plan, &survey.strata).map(Split::Areas);
        }
    }
    let rates = rates(asked.weighting.as_ref(), survey)?;
    match &asked.size {
        Size::Letters(letters) => {
            let response = asked.weighting.as_ref().is_some_and(|rates| rates.kind == Kind::Response);
            // Where fewer answer, more letters are sent: in proportion to 1 / rate.
            let weight = |rate: BigRational| if response { rate.recip() } else { rate };
            let strata: Vec<(u64, BigRational)> =
                survey.strata.iter().map(|stratum| stratum.households).zip(rates.into_iter().map(weight)).collect();
            let too_many = InviteProblem::TooManyLetters { letters: *letters, households };
            proportional(*letters, &strata).map(Split::Strata).ok_or_else(|| vec![too_many])
        }
        Size::Volunteers { volunteers, margin } => mailing(*volunteers, margin, &rates, survey).map(Split::Strata),
    }
}

/// The letters of each stratum, for so many volunteers.
fn mailing(
    volunteers: u64,
    margin: &str,
    rates: &[BigRational],
    survey: &Survey,
) -> Result<Vec<u64>, Vec<InviteProblem>> {
    let margin = exact(margin).unwrap_or_default();
    let households: Vec<u64> = survey.strata.iter().map(|stratum| stratum.households).collect();
    let mut problems = Vec::new();
    if volunteers == 0 {
        problems.push(InviteProblem::NoLetters);
    }
    let wanted = volunteers_wanted(volunteers, &households);
    let mut letters = Vec::new();
    for ((stratum, rate), wanted) in survey.strata.iter().zip(rates).zip(wanted) {
        match needed(wanted, rate, &margin, stratum.households) {
            Some(needed) => letters.push(needed),
            None => problems.push(InviteProblem::TooFewHouseholds {
                stratum: stratum.name.clone(),
                households: stratum.households,
                volunteers: wanted,
                rate: fraction(rate),
            }),
        }
    }
    if problems.is_empty() { Ok(letters) } else { Err(problems) }
}

/// The weight or rate of each stratum; 1 where there is no table.
fn rates(table: Option<&Rates>, survey: &Survey) -> Result<Vec<BigRational>, Vec<InviteProblem>> {
    let Some(table) = table else { return Ok(vec![BigRational::one(); survey.strata.len()]) };
    let file = match table.kind {
        Kind::Weight => "the table of weights",
        Kind::Response => "the table of response rates",
    };
    let names = table.strata.iter().map(|rate| rate.stratum.as_str());
    let places = matched(file, names, survey.strata.iter().map(|stratum| stratum.name.as_str()))?;
    let value = |place: &usize| table.strata.get(*place).and_then(|rate| exact(&rate.value));
    Ok(places.iter().map(|place| value(place).unwrap_or_else(|| BigInt::one().into())).collect())
}

/// Where each stratum stands in a table; both must have the same.
pub(super) fn matched<'a, 'b>(
    file: &str,
    names: impl Iterator<Item = &'a str>,
    strata: impl Iterator<Item = &'b str>,
) -> Result<Vec<usize>, Vec<InviteProblem>> {
    let mut places: BTreeMap<String, (usize, &str)> =
        names.enumerate().map(|(place, name)| (fold(name), (place, name))).collect();
    let (mut found, mut missing) = (Vec::new(), Vec::new());
    for name in strata {
        match places.remove(&fold(name)) {
            Some((place, _)) => found.push(place),
            None => missing.push(name.to_owned()),
        }
    }
    let more: Vec<String> = places.into_values().map(|(_, name)| name.to_owned()).collect();
    let file = || file.to_owned();
    let problems: Vec<InviteProblem> = [
        (!missing.is_empty()).then(|| InviteProblem::NotInTable { file: file(), names: missing }),
        (!more.is_empty()).then(|| InviteProblem::NotInRegister { file: file(), names: more }),
    ]
    .into_iter()
    .flatten()
    .collect();
    if problems.is_empty() { Ok(found) } else { Err(problems) }
}
