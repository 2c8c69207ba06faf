//! Leximin below a ceiling on all probabilities, as leximin over other rules.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive};

use crate::solve::leximin::fair_point_topped;
use crate::solve::relaxation::{Relaxation, Rule};
use crate::solve::{Progress, SolveError};

/// The leximin point among those of the relaxation without a probability above the ceiling. `topped` are the types that are expected to be at
/// it; this changes nothing but the time. `None` when there is no such point, or the ceiling's numbers are too large.
///
/// With the ceiling p/q, write x_t = (p/q)·y_t. Then x_t ≤ m_t·p/q is y_t ≤ m_t, which leximin sees to anyway, and a rule becomes
/// `q·least ≤ Σ p·a_t·y_t ≤ q·most`, in whole numbers. Leximin of y is leximin of x.
pub fn leximin_below(
    relaxation: &Relaxation,
    ceiling: &BigRational,
    topped: Vec<bool>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Option<Vec<BigRational>>, SolveError> {
    let (Some(p), Some(q)) = (ceiling.numer().to_i64(), ceiling.denom().to_i64()) else { return Ok(None) };
    let scaled = |rule: &Rule| {
        let least = if rule.least == Rule::NO_LEAST { Some(rule.least) } else { rule.least.checked_mul(q) };
        let term = |&(t, a): &(usize, i64)| Some((t, a.checked_mul(p)?));
        let terms = rule.terms.iter().map(term).collect::<Option<Vec<_>>>()?;
        Some(Rule { origin: rule.origin, terms, least: least?, most: rule.most.checked_mul(q)? })
    };
    let Some(rules) = relaxation.rules.iter().map(scaled).collect::<Option<Vec<Rule>>>() else { return Ok(None) };
    let below = Relaxation::from_rules(relaxation.multiplicity.clone(), rules);
    let point = fair_point_topped(&below, topped, progress)?;
    Ok(point.map(|point| point.probabilities().into_iter().map(|value| value * ceiling).collect()))
}

/// The ceiling itself where its numbers are small; then ever larger ones near it, for where it is too low by a rounding error.
pub fn ceilings(relaxation: &Relaxation, ceiling: &BigRational) -> Vec<BigRational> {
    let bounds = relaxation.rules.iter().flat_map(|rule| [rule.most.abs(), rule.largest() as i64]);
    let largest = bounds.max().unwrap_or(1).max(1);
    let room = i64::MAX / 4 / largest;
    let fits = |ceiling: &BigRational| {
        let fits = |number: &BigInt| number.to_i64().is_some_and(|number| number <= room);
        fits(ceiling.numer()) && fits(ceiling.denom())
    };
    let finest = room.min(FINEST);
    let above = |unit: i64| {
        let units = (ceiling * BigInt::from(unit)).ceil() + BigRational::one();
        (units / BigInt::from(unit)).min(BigRational::one())
    };
    let mut tried: Vec<BigRational> = Vec::new();
    if fits(ceiling) && ceiling.denom() <= &BigInt::from(SMALL) {
        tried.push(ceiling.clone());
    }
    tried.extend([above(finest), above(finest.min(COARSER))]);
    tried.dedup();
    tried
}

/// The finest unit of a ceiling that is rounded up.
const FINEST: i64 = 10_000_000_000_000;
/// Another, for where the finest does not help.
const COARSER: i64 = 10_000_000_000;
/// Ceilings with denominators up to this are exact.
const SMALL: i64 = 1_000_000_000;
