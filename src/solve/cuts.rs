//! Where the relaxed fair point is no mixture of panels: rules that every panel meets and the point breaks.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::SolveError;
use super::heaviest::heaviest_whole;
use super::multipliers::whole_multiples;
use super::relaxation::{Origin, Relaxation, Rule};
use super::source::Source;

/// Finest scales tried when prices are turned into whole numbers: first their own fractions, then these.
const SCALES: [f64; 2] = [1e3, 1e5];

/// A rule `Σ w·c ≤ β` that every composition meets, β being the largest value that one attains. `None` when there is no composition.
///
/// # Errors
/// When the search takes too long.
pub fn cut(relaxation: &Relaxation, weights: &[i64]) -> Result<Option<Rule>, SolveError> {
    let Some(counts) = heaviest_whole(relaxation, weights)? else { return Ok(None) };
    let most = weights.iter().zip(&counts).map(|(weight, count)| weight * count).sum();
    Ok(Some(rule(weights, most)))
}

fn rule(weights: &[i64], most: i64) -> Rule {
    let terms = weights.iter().copied().enumerate().filter(|&(_, weight)| weight != 0).collect();
    Rule { origin: Origin::Cut, terms, least: Rule::NO_LEAST, most }
}

/// The cut in the direction of these prices, which must separate the point.
///
/// # Errors
/// When whole-number weights near the prices do not separate it.
pub fn cut_off(relaxation: &Relaxation, probabilities: &[BigRational], prices: &[f64]) -> Result<Rule, SolveError> {
    let fractions = whole_multiples(prices).iter().map(ToPrimitive::to_i64).collect::<Option<Vec<i64>>>();
    let fractions = fractions.filter(|weights| weights.iter().all(|weight| weight.abs() <= 1_000_000));
    let scaled = SCALES.iter().map(|scale| prices.iter().map(|price| (price * scale).round() as i64).collect());
    for weights in fractions.into_iter().chain(scaled) {
        if let Some(rule) = cut(relaxation, &weights)?
            && cuts_off(relaxation, probabilities, &rule)
        {
            return Ok(rule);
        }
    }
    Err(SolveError::Drift { doing: "a cut did not separate the point that it was made for" })
}

/// Whether a point breaks a rule's largest sum, exactly.
pub fn cuts_off(relaxation: &Relaxation, probabilities: &[BigRational], rule: &Rule) -> bool {
    let mut sum = BigRational::default();
    for &(t, weight) in &rule.terms {
        sum += &probabilities[t] * BigInt::from(weight * relaxation.multiplicity[t]);
    }
    sum > BigRational::from(BigInt::from(rule.most))
}

/// Whole-number bounds that the relaxation does not know: types that no composition seats (unless one of `known` does), and rules
/// whose sums stay inside their bounds for every composition. `None` when there is no composition.
///
/// # Errors
/// When the solver gives up.
pub fn tighten(relaxation: &Relaxation, known: &[Vec<i64>]) -> Result<Option<Vec<Rule>>, SolveError> {
    tighten_with(&Source::new(relaxation.clone()), known)
}

/// [`tighten`] with a source of compositions at hand.
///
/// # Errors
/// When the solver gives up.
pub fn tighten_with(source: &Source, known: &[Vec<i64>]) -> Result<Option<Vec<Rule>>, SolveError> {
    let relaxation = source.base();
    let mut known = known.to_vec();
    let cut = |weights: &[i64]| {
        let Some((most, counts)) = source.heaviest(weights)? else { return Ok(None) };
        Ok::<_, SolveError>(Some((rule(weights, most as i64), counts)))
    };
    let types = relaxation.types();
    let mut cuts = Vec::new();
    for t in 0..types {
        if known.iter().all(|counts| counts[t] == 0) {
            let mut weights = vec![0; types];
            weights[t] = 1;
            let Some((rule, counts)) = cut(&weights)? else { return Ok(None) };
            known.push(counts);
            if rule.most == 0 {
                cuts.push(rule);
            }
        }
    }
    for rule in &relaxation.rules {
        for sign in [1, -1] {
            let bound = if sign == 1 { rule.most } else { -rule.least };
            let attained =
                |counts: &Vec<i64>| sign * rule.terms.iter().map(|&(t, a)| a * counts[t]).sum::<i64>() == bound;
            if rule.least == Rule::NO_LEAST || known.iter().any(attained) {
                continue;
            }
            let mut weights = vec![0; types];
            for &(t, a) in &rule.terms {
                weights[t] = sign * a;
            }
            let Some((tight, counts)) = cut(&weights)? else { return Ok(None) };
            known.push(counts);
            if tight.most < bound {
                cuts.push(tight);
            }
        }
    }
    Ok(Some(cuts))
}
