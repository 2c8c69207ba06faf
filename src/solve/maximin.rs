//! Maximin: the smallest selection probability as large as possible, and nothing else.

use num_rational::BigRational;
use num_traits::{One, Zero};

use super::SolveError;
use super::leximin::{beginning, to_f64};
use super::objectives::{Point, settle};
use super::relaxation::Relaxation;
use super::tolerance::AT_BOUND;

/// A point with the largest smallest probability among the members who can be seated: the first stage of leximin, and its linear
/// program's own choice for whatever that leaves open. `None` when no expected counts meet the rules.
///
/// # Errors
/// When a solver gives up, or the numbers do not agree.
pub fn maximin(relaxation: &Relaxation) -> Result<Option<Point>, SolveError> {
    let Some(beginning) = beginning(relaxation)? else { return Ok(None) };
    let people: Vec<f64> = relaxation.multiplicity.iter().map(|&m| m as f64).collect();
    let mut near: Vec<f64> = beginning.counts.iter().zip(&people).map(|(count, people)| count / people).collect();
    let least = to_f64(&beginning.value);
    let mut settled: Vec<Option<BigRational>> = near
        .iter()
        .map(|&near| match near {
            near if near <= least + AT_BOUND => Some(beginning.value.clone()),
            near if near >= 1.0 - AT_BOUND => Some(BigRational::one()),
            _ => None,
        })
        .collect();
    for &t in &beginning.unseated {
        settled[t] = Some(BigRational::zero());
    }
    for (near, settled) in near.iter_mut().zip(&settled) {
        if let Some(settled) = settled {
            *near = to_f64(settled);
        }
    }
    let probabilities = settle(relaxation, &near, &settled)?;
    let claims = vec![
        format!("the smallest selection probability is {}, and no lottery has a larger one (exact)", beginning.value),
        "nothing is claimed about probabilities above the smallest".to_owned(),
    ];
    Ok(Some(Point { probabilities, claims, gap: None }))
}
