//! Exact multipliers from floating-point ones: the numbers that make the right prices exactly zero.

use std::collections::BTreeSet;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};

use super::multipliers::{nearest_fraction, whole};
use super::relaxation::Relaxation;
use super::tolerance::AT_BOUND;

/// Whole-number multipliers in nearly the ratio of `numbers`, for which the price of every type whose price is nearly zero is zero exactly.
///
/// Rules with a multiplier of nearly zero are left out. The others form a system of linear equations, one for each type whose price is to vanish,
/// solved by elimination over the fractions. Where the system leaves a choice, the given numbers are rounded to fractions.
/// At an optimum every such choice is optimal, because it meets the same conditions (complementary slackness).
pub fn exact_multiples(relaxation: &Relaxation, numbers: &[f64]) -> Vec<BigInt> {
    // Compare what a rule does to a price, not the multiplier itself: coefficients of cuts may be large.
    let reach: Vec<f64> =
        relaxation.rules.iter().zip(numbers).map(|(rule, number)| number.abs() * rule.largest()).collect();
    let largest = reach.iter().copied().fold(0.0, f64::max);
    let support: Vec<usize> = (0..numbers.len()).filter(|&r| reach[r] > AT_BOUND * largest).collect();
    let mut column_of = vec![None; numbers.len()];
    for (column, &r) in support.iter().enumerate() {
        column_of[r] = Some(column);
    }
    let mut equations: BTreeSet<Vec<(usize, i64)>> = BTreeSet::new();
    for rules in &relaxation.rules_of {
        let terms: Vec<(usize, i64)> = rules.iter().filter_map(|&(r, a)| column_of[r].map(|c| (c, a))).collect();
        let price: f64 = terms.iter().map(|&(c, a)| numbers[support[c]] * a as f64).sum();
        if !terms.is_empty() && price.abs() <= AT_BOUND * largest {
            equations.insert(terms);
        }
    }
    let supported: Vec<f64> = support.iter().map(|&r| numbers[r]).collect();
    let mut all = vec![BigRational::zero(); numbers.len()];
    for (&r, value) in support.iter().zip(solution_near(&supported, equations)) {
        all[r] = value;
    }
    whole(&all)
}

/// The exact solution of homogeneous equations that is near the given numbers (none of them 0), up to one common factor: where the
/// equations leave a choice, the numbers themselves are taken, as small fractions of the largest if they are that.
pub fn solution_near(numbers: &[f64], equations: BTreeSet<Vec<(usize, i64)>>) -> Vec<BigRational> {
    let largest = numbers.iter().fold(0.0_f64, |largest, number| largest.max(number.abs()));
    let rows = equations.into_iter().map(|terms| {
        let mut row = vec![BigRational::zero(); numbers.len()];
        for (column, a) in terms {
            row[column] = BigRational::from(BigInt::from(a));
        }
        row
    });
    let mut solved = vec![BigRational::zero(); numbers.len()];
    let echelon = echelon(rows.collect());
    let pivots: BTreeSet<usize> = echelon.iter().map(|&(pivot, _)| pivot).collect();
    for (column, value) in solved.iter_mut().enumerate().filter(|(column, _)| !pivots.contains(column)) {
        let relative = numbers[column] / largest;
        let (numerator, denominator) = nearest_fraction(relative);
        let close = (relative - numerator as f64 / denominator as f64).abs() <= AT_BOUND * relative.abs();
        *value = match BigRational::from_float(relative) {
            Some(precise) if !close => precise,
            _ => BigRational::new(BigInt::from(numerator), BigInt::from(denominator)),
        };
    }
    for (pivot, row) in echelon.iter().rev() {
        let mut sum = BigRational::zero();
        for (column, coefficient) in row.iter().enumerate().skip(pivot + 1) {
            if !coefficient.is_zero() {
                sum -= coefficient * &solved[column];
            }
        }
        solved[*pivot] = sum;
    }
    solved
}

/// Rows in echelon form, each with the column of its leading one, ascending.
fn echelon(mut rows: Vec<Vec<BigRational>>) -> Vec<(usize, Vec<BigRational>)> {
    let width = rows.first().map_or(0, Vec::len);
    let mut done = Vec::new();
    for column in 0..width {
        let Some(place) = rows.iter().position(|row| !row[column].is_zero()) else { continue };
        let mut pivot = rows.swap_remove(place);
        let inverse = BigRational::one() / &pivot[column];
        for entry in &mut pivot {
            if !entry.is_zero() {
                *entry *= &inverse;
            }
        }
        for row in &mut rows {
            if row[column].is_zero() {
                continue;
            }
            let factor = row[column].clone();
            for (entry, of_pivot) in row.iter_mut().zip(&pivot) {
                if !of_pivot.is_zero() {
                    *entry -= &factor * of_pivot;
                }
            }
        }
        rows.retain(|row| row.iter().any(|entry| !entry.is_zero()));
        done.push((column, pivot));
    }
    done
}
