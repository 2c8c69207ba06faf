//! From probabilities in floating point to exact fractions that meet every rule.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use super::exact::nearest_solution;
use crate::solve::SolveError;
use crate::solve::leximin::to_f64;
use crate::solve::relaxation::{Relaxation, Rule};
use crate::solve::tolerance::AT_BOUND;

/// Which rules a point meets with equality, as the right-hand side.
pub fn tight_rules(relaxation: &Relaxation, near: &[f64]) -> Vec<(usize, i64)> {
    let mut tight = Vec::new();
    for (r, rule) in relaxation.rules.iter().enumerate() {
        let sum: f64 = rule.terms.iter().map(|&(t, a)| a as f64 * relaxation.multiplicity[t] as f64 * near[t]).sum();
        // Coefficients of cuts may be large.
        let close = AT_BOUND * rule.largest() * (1.0 + sum.abs() / rule.largest());
        if sum >= rule.most as f64 - close {
            tight.push((r, rule.most));
        } else if rule.least != Rule::NO_LEAST && sum <= rule.least as f64 + close {
            tight.push((r, rule.least));
        }
    }
    tight
}

/// The point next to `near` that meets every rule exactly: types in `settled` have that probability, and of the others as few as needed,
/// those farthest from 0 and 1, make up for the rounding errors in the rules that `near` meets with equality.
///
/// # Errors
/// When there is none: then `near` was no point of the relaxation.
pub fn settle(
    relaxation: &Relaxation,
    near: &[f64],
    settled: &[Option<BigRational>],
) -> Result<Vec<BigRational>, SolveError> {
    let tight = tight_rules(relaxation, near);
    let mut row_of = vec![None; relaxation.rules.len()];
    for (row, &(r, _)) in tight.iter().enumerate() {
        row_of[r] = Some(row);
    }
    let column = |t: usize| -> Vec<(usize, i64)> {
        let of = relaxation.rules_of[t].iter();
        of.filter_map(|&(r, a)| row_of[r].map(|row| (row, a * relaxation.multiplicity[t]))).collect()
    };
    let mut right: Vec<BigRational> = tight.iter().map(|&(_, value)| BigRational::from(BigInt::from(value))).collect();
    for (t, value) in settled.iter().enumerate() {
        if let Some(value) = value {
            for (row, coefficient) in column(t) {
                right[row] -= value * BigInt::from(coefficient);
            }
        }
    }
    let room = |t: usize| near[t].min(1.0 - near[t]) * relaxation.multiplicity[t] as f64;
    let mut open: Vec<usize> = (0..relaxation.types()).filter(|&t| settled[t].is_none()).collect();
    open.sort_by(|&a, &b| room(b).total_cmp(&room(a)).then(a.cmp(&b)));
    let columns: Vec<Vec<(usize, i64)>> = open.iter().map(|&t| column(t)).collect();
    let start: Vec<BigRational> = open.iter().map(|&t| from_f64(near[t])).collect();
    let Some(values) = nearest_solution(&columns, &right, &start) else {
        return Err(SolveError::Drift { doing: "no exact probabilities meet the rules of an objective" });
    };
    let mut probabilities: Vec<BigRational> = settled.iter().map(|value| value.clone().unwrap_or_default()).collect();
    for (&t, value) in open.iter().zip(values) {
        probabilities[t] = value;
    }
    for (near, exact) in near.iter().zip(&probabilities) {
        if (near - to_f64(exact)).abs() > AT_BOUND {
            return Err(SolveError::Drift { doing: "exact probabilities moved away from those of an objective" });
        }
    }
    if !holds(relaxation, &probabilities) {
        return Err(SolveError::Drift { doing: "the probabilities of an objective break a rule" });
    }
    Ok(probabilities)
}

/// Whether probabilities meet every rule, exactly.
pub fn holds(relaxation: &Relaxation, probabilities: &[BigRational]) -> bool {
    let seats: Vec<BigRational> =
        probabilities.iter().zip(&relaxation.multiplicity).map(|(p, &m)| p * BigInt::from(m)).collect();
    probabilities.len() == relaxation.types()
        && probabilities.iter().all(|p| !p.is_negative() && *p <= BigRational::one())
        && relaxation.rules.iter().all(|rule| {
            let mut sum = BigRational::zero();
            for &(t, a) in &rule.terms {
                sum += &seats[t] * BigInt::from(a);
            }
            sum >= BigRational::from(BigInt::from(rule.least)) && sum <= BigRational::from(BigInt::from(rule.most))
        })
}

/// A floating-point number as the fraction that it is.
pub fn from_f64(number: f64) -> BigRational {
    BigRational::from_float(number).unwrap_or_default()
}
