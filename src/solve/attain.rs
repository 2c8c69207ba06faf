//! Can panels attain the relaxed fair point? Stage by stage, by column generation; where they cannot, the rule that says why.

use std::collections::BTreeSet;

use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};

use super::SolveError;
use super::cuts::{cut, cut_off, cuts_off};
use super::heaviest::heaviest;
use super::leximin::{FairPoint, to_f64};
use super::lp::{Outcome, Program};
use super::mixture::{Hull, Mixture, mix};
use super::multipliers::whole;
use super::nullspace::solution_near;
use super::relaxation::{Relaxation, Rule};
use super::rounding::Rounder;
use super::tolerance::{AT_BOUND, ATTAINED, SEPARATED};

/// Largest price of one type, where the mean price of the free members is 1. Smaller than any that a proof needs would only cost rounds.
const DEAREST: f64 = 1e4;

/// Weights of a cut stay below this: their sums must be whole numbers that floating point has exactly.
const LARGEST_WEIGHT: i64 = 1_000_000_000;

/// What came of [`attain`].
pub enum Attained {
    /// Compositions with weights that sum to 1 and average to the fair point.
    Yes(Vec<(Vec<i64>, f64)>),
    /// A rule that every composition meets and the fair point breaks.
    No(Rule),
    /// There is no composition.
    Nothing,
}

/// Looks for compositions that attain the fair point, adding to those that are known.
///
/// For each stage, with the probabilities π_t of the types F that earlier stages hold, over the known compositions c:
///
/// ```text
/// minimise   μ − Σ_F m_t·π_t·y_t
/// subject to Σ_t y_t·c_t ≤ μ for every known c,   Σ_free m_t·y_t = the number of free members,   y ≥ 0,
/// ```
///
/// the dual of "the highest smallest free probability that the known compositions attain" (after Flanigan, Gölz, Gupta, Hennig and Procaccia 2021, over types instead of
/// members). When it reaches the stage's value, the stage is attained. Otherwise the composition that is worth most at the prices y is added; if it is worth no
/// more than μ, no lottery attains the stage, and `Σ y_t·c_t ≤ μ` is the rule that says so: in that direction the relaxation is cut exactly to what panels can do.
pub fn attain(relaxation: &Relaxation, point: &FairPoint, known: &mut Vec<Vec<i64>>) -> Result<Attained, SolveError> {
    let types = relaxation.types();
    let nothing = vec![0; types];
    // Cuts hold for every composition anyway; leaving them out keeps the integer program's numbers small.
    let base = relaxation.base();
    let probabilities = point.probabilities();
    let bounds = base.bounds();
    let best = |gains: &[f64]| heaviest(&base, &nothing, &base.multiplicity, &bounds, gains);
    if known.is_empty() {
        match best(&vec![0.0; types])? {
            Some(counts) => known.push(counts),
            None => return Ok(Attained::Nothing),
        }
    }
    let mut seen: BTreeSet<Vec<i64>> = known.iter().cloned().collect();
    let mut held = vec![false; types];
    for stage in &point.stages {
        // Nobody needs a composition for a probability of 0.
        while stage.value.is_positive() {
            let dual = stage_dual(relaxation, point, &held, known)?;
            if dual.value >= to_f64(&stage.value) - ATTAINED {
                break;
            }
            let Some(counts) = best(&dual.prices)? else { return Ok(Attained::Nothing) };
            let worth: f64 = dual.prices.iter().zip(&counts).map(|(price, &count)| price * count as f64).sum();
            if worth <= dual.worth + SEPARATED * (1.0 + dual.worth.abs()) || !seen.insert(counts.clone()) {
                return match exact_cut(&base, &probabilities, known, &dual) {
                    Some(rule) => Ok(Attained::No(rule)),
                    None => cut_off(&base, &probabilities, &dual.prices).map(Attained::No),
                };
            }
            known.push(counts);
        }
        for &t in &stage.held {
            held[t] = true;
        }
    }
    let seats = |t| to_f64(point.probability(t)) * relaxation.multiplicity[t] as f64;
    let hull = Hull { point: (0..types).map(seats).collect(), least: nothing, most: base.multiplicity.clone(), bounds };
    match mix(&base, &hull, &mut Rounder::new(&base, 0), known.clone())? {
        Mixture::Found(points) => Ok(Attained::Yes(points)),
        Mixture::Apart(prices) => cut_off(&base, &probabilities, &prices).map(Attained::No),
    }
}

/// The cut that a stage's optimal prices stand for, exactly: the prices for which all compositions that are worth μ are worth the same. `None`
/// when its numbers are too large or it does not cut the point off.
fn exact_cut(base: &Relaxation, probabilities: &[BigRational], known: &[Vec<i64>], dual: &StageDual) -> Option<Rule> {
    let largest = dual.prices.iter().copied().fold(0.0, f64::max);
    let support: Vec<usize> = (0..dual.prices.len()).filter(|&t| dual.prices[t] > AT_BOUND * largest).collect();
    let mut numbers: Vec<f64> = support.iter().map(|&t| dual.prices[t]).collect();
    numbers.push(dual.worth);
    let mut equations = BTreeSet::new();
    for counts in known {
        let worth: f64 = support.iter().map(|&t| dual.prices[t] * counts[t] as f64).sum();
        if (worth - dual.worth).abs() <= AT_BOUND * (1.0 + dual.worth.abs()) {
            let mut terms: Vec<(usize, i64)> = support.iter().map(|&t| counts[t]).enumerate().collect();
            terms.retain(|&(_, count)| count != 0);
            terms.push((support.len(), -1));
            equations.insert(terms);
        }
    }
    let solved = whole(&solution_near(&numbers, equations));
    let mut weights = vec![0; base.types()];
    for (&t, weight) in support.iter().zip(&solved) {
        weights[t] = weight.to_i64().filter(|weight| (0..LARGEST_WEIGHT).contains(weight))?;
    }
    let rule = cut(base, &weights).ok()??;
    cuts_off(base, probabilities, &rule).then_some(rule)
}

struct StageDual {
    prices: Vec<f64>,
    worth: f64,
    value: f64,
}

fn stage_dual(
    relaxation: &Relaxation,
    point: &FairPoint,
    held: &[bool],
    known: &[Vec<i64>],
) -> Result<StageDual, SolveError> {
    let mut program = Program::default();
    let mut free = Vec::new();
    let mut people = 0.0;
    for (t, &held) in held.iter().enumerate() {
        let multiplicity = relaxation.multiplicity[t] as f64;
        let gain = if held { multiplicity * to_f64(point.probability(t)) } else { 0.0 };
        let column = program.column(gain, 0.0, DEAREST);
        if !held {
            free.push((column, multiplicity));
            people += multiplicity;
        }
    }
    let worth = program.column(-1.0, f64::NEG_INFINITY, f64::INFINITY);
    program.row(free, people, people);
    for counts in known {
        let seats = counts.iter().enumerate().filter(|&(_, &count)| count > 0);
        let mut terms: Vec<(usize, f64)> = seats.map(|(t, &count)| (t, count as f64)).collect();
        terms.push((worth, -1.0));
        program.row(terms, f64::NEG_INFINITY, 0.0);
    }
    match program.solve() {
        Outcome::Optimal(mut prices) => {
            let gain: f64 = program.columns.iter().zip(&prices).map(|(column, price)| column.gain * price).sum();
            let worth = prices.pop().unwrap_or_default();
            Ok(StageDual { prices, worth, value: -gain / people })
        }
        Outcome::Infeasible => Err(SolveError::Drift { doing: "a stage over compositions has no dual" }),
        Outcome::Failed(words) => Err(SolveError::Solver { doing: "a stage over compositions", words }),
    }
}
