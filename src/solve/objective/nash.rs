//! Nash welfare: the product of the selection probabilities as large as possible.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::beginning::beginning;
use super::nash_dual::NashDual;
use super::settle::settle;
use super::{Claim, Point};
use crate::solve::SolveError;
use crate::solve::relaxation::Relaxation;
use crate::solve::tolerance::{FULL, NASH_GAP};

/// The point that maximises Σ log π over the members who can be seated, in floating point polished until every rule is met exactly, with
/// a proof of how close it is. `None` when no expected counts meet the rules.
///
/// # Errors
/// When a solver gives up, or the proof leaves more than [`NASH_GAP`] open.
pub fn nash(relaxation: &Relaxation) -> Result<Option<Point>, SolveError> {
    let Some(beginning) = beginning(relaxation)? else { return Ok(None) };
    let active: Vec<usize> = (0..relaxation.types()).filter(|&t| beginning.seated[t]).collect();
    let dual = NashDual::new(relaxation, &active);
    let multipliers = dual.solve()?;
    let mut near = vec![0.0; relaxation.types()];
    let mut settled = vec![Some(BigRational::zero()); relaxation.types()];
    for &t in &active {
        near[t] = dual.probability(&multipliers, t);
        settled[t] = (near[t] >= 1.0 - FULL).then(BigRational::one);
    }
    let probabilities = settle(relaxation, &near, &settled)?;
    let Some(gap) = gap(relaxation, &probabilities, &dual.of_rules(&multipliers)) else {
        return Err(SolveError::Drift { doing: "a member who can be seated has probability 0 in Nash welfare" });
    };
    if gap > NASH_GAP {
        return Err(SolveError::Drift { doing: "the proof of Nash welfare leaves too much open" });
    }
    let people = active.iter().map(|&t| relaxation.multiplicity[t]).sum();
    Ok(Some(Point { probabilities, claim: Claim::Nash { gap, people } }))
}

/// Multipliers are rounded to multiples of 2^-SCALE for the proof.
const SCALE: u32 = 80;

/// What multipliers prove: no point has a sum of log probabilities more than this above that of the given one. `None` when a seated
/// type has probability 0 (types with probability 0 must be unseated: then they are left out).
///
/// The logarithm lies below its tangents, so for every point p of the relaxation, with any multipliers u and U_t = Σ_r a_rt·u_r,
///
/// ```text
/// Σ m_t·log p_t − Σ m_t·log π_t  ≤  Σ m_t·p_t/π_t − n
///                                ≤  Σ_r max(u_r·least_r, u_r·most_r) + Σ_t m_t·max(0, 1/π_t − U_t) − n
/// ```
///
/// It is evaluated in whole numbers, each 1/π_t rounded up.
fn gap(relaxation: &Relaxation, probabilities: &[BigRational], multipliers: &[f64]) -> Option<f64> {
    let one = BigInt::one() << SCALE;
    let scale = BigRational::from(one.clone());
    let u: Vec<BigInt> = multipliers
        .iter()
        .map(|&u| BigRational::from_float(u).map(|u| (u * &scale).round().to_integer()))
        .collect::<Option<_>>()?;
    let mut open = BigInt::zero();
    for (rule, u) in relaxation.rules.iter().zip(&u) {
        open += u * if u.is_positive() { rule.most } else { rule.least };
    }
    for (t, probability) in probabilities.iter().enumerate() {
        if probability.is_zero() {
            continue;
        }
        let mut excess = (probability.recip() * &scale).ceil().to_integer();
        for &(r, a) in &relaxation.rules_of[t] {
            excess -= &u[r] * a;
        }
        if excess.is_positive() {
            open += excess * relaxation.multiplicity[t];
        }
        open -= &one * relaxation.multiplicity[t];
    }
    // A bound below 0 means 0; the quotient is rounded up.
    let gap = BigRational::new(open, one).to_f64()?.max(0.0);
    gap.is_finite().then_some(gap * (1.0 + 1e-15))
}
