//! Maximin: the smallest selection probability as large as possible, and nothing else.

use num_rational::BigRational;
use num_traits::{One, Zero};

use super::beginning::beginning;
use super::settle::settle;
use super::{Claim, Point};
use crate::solve::SolveError;
use crate::solve::leximin::to_f64;
use crate::solve::relaxation::Relaxation;
use crate::solve::tolerance::AT_BOUND;

/// A point with the largest smallest probability among the members who can be seated: the first stage of leximin, and its linear
/// program's own choice for whatever that leaves open. `None` when no expected counts meet the rules.
///
/// # Errors
/// When a solver gives up, or the numbers do not agree.
pub fn maximin(relaxation: &Relaxation) -> Result<Option<Point>, SolveError> {
    let Some(beginning) = beginning(relaxation)? else { return Ok(None) };
    let people = relaxation.multiplicity.iter().map(|&m| m as f64);
    let mut near: Vec<f64> = beginning.counts.iter().zip(people).map(|(count, people)| count / people).collect();
    let value = &beginning.stage.value;
    let least = to_f64(value);
    let end = |(near, &seated): (&f64, &bool)| match *near {
        _ if !seated => Some(BigRational::zero()),
        near if near <= least + AT_BOUND => Some(value.clone()),
        near if near >= 1.0 - AT_BOUND => Some(BigRational::one()),
        _ => None,
    };
    let settled: Vec<Option<BigRational>> = near.iter().zip(&beginning.seated).map(end).collect();
    for (near, settled) in near.iter_mut().zip(&settled) {
        if let Some(settled) = settled {
            *near = to_f64(settled);
        }
    }
    let probabilities = settle(relaxation, &near, &settled)?;
    Ok(Some(Point { probabilities, claim: Claim::Maximin { least: value.clone() } }))
}
