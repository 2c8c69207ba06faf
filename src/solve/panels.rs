//! Leximin over panels, for pools where averages can do more than panels: stage by stage, by column generation.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};

use super::leximin::{Chain, FairPoint, Stage, relaxed_stage, to_f64};
use super::master::{Dual, Master};
use super::modular;
use super::multipliers::bound;
use super::relaxation::{Origin, Relaxation, Rule};
use super::source::Source;
use super::tolerance::{ATTAINED, PROVEN, SEPARATED};
use super::{Progress, SolveError};

/// Weights of a cut stay below this: their sums with seats must fit into 64 bits, and be told apart in floating point.
const LARGEST_WEIGHT: i64 = 1 << 50;

/// Leximin over panels: the fair point, and compositions with weights that sum to 1 and average to it.
pub struct OverPanels {
    /// The fair point.
    pub point: FairPoint,
    /// Compositions with weights.
    pub points: Vec<(Vec<i64>, f64)>,
}

/// Computes leximin over panels, adding to `relaxation` the cuts that its stages rest on. `None` when there is no panel.
///
/// Each stage is a linear program over the compositions known so far (see [`Master`]); its prices ask for a composition that is worth more than
/// all of these, until there is none (column generation, after Flanigan, Gölz, Gupta, Hennig and Procaccia 2021, over types instead of members).
/// Then no lottery does better at this stage. What proves it:
///
/// - where the stage reaches what the relaxation allows, the relaxation's own multipliers: few rules, small numbers;
/// - otherwise the prices themselves, solved for exactly and made whole: no composition is worth more than μ at them. This is a
///   cut, and the stage's only multiplier is 1, for it.
pub fn leximin_over_panels(
    relaxation: &mut Relaxation,
    source: &Source,
    known: &[Vec<i64>],
    progress: &mut dyn FnMut(Progress),
) -> Result<Option<OverPanels>, SolveError> {
    let types = relaxation.types();
    let mut known = known.iter();
    let first = match known.next() {
        Some(counts) => counts.clone(),
        None => match source.better(&vec![0.0; types], -1.0)?.pop() {
            Some(counts) => counts,
            None => return Ok(None),
        },
    };
    // Stages are guessed without the cuts of other stages: those types are held anyway, and the numbers stay small.
    let guessing = relaxation.clone();
    let mut chain = Chain::new(&guessing);
    let free = chain.exact.iter().map(Option::is_none).collect();
    let mut master = Master::new(&relaxation.multiplicity, free, first);
    known.for_each(|counts| master.add(counts.clone()));
    while chain.free > 0 {
        progress(Progress::Stage { done: types - chain.free, types });
        let guess = relaxed_stage(&guessing, &chain).ok().flatten();
        let stage = stage(relaxation, source, &mut master, &chain, guess)?;
        let held = stage.held.clone();
        chain.hold(stage);
        master.hold(&held, chain.before)?;
    }
    master.optimise()?;
    let points = master.weights();
    for stage in &mut chain.stages {
        if !stage.multipliers.is_empty() {
            stage.multipliers.resize(relaxation.rules.len(), BigInt::zero());
        }
    }
    Ok(Some(OverPanels { point: chain.point(), points }))
}

fn stage(
    relaxation: &mut Relaxation,
    source: &Source,
    master: &mut Master,
    chain: &Chain,
    guess: Option<Stage>,
) -> Result<Stage, SolveError> {
    let guessed = guess.as_ref().map_or(1.0, |guess| to_f64(&guess.value));
    loop {
        let level = master.optimise()?;
        if level >= guessed - ATTAINED {
            if let Some(guess) = guess {
                return Ok(guess);
            }
            let held = (0..relaxation.types()).filter(|&t| chain.exact[t].is_none()).collect();
            return Ok(Stage { value: BigRational::one(), held, multipliers: Vec::new() });
        }
        let dual = master.dual();
        let better = source.better(&dual.prices, dual.worth + SEPARATED * (1.0 + dual.worth.abs()))?;
        if !better.is_empty() {
            better.into_iter().for_each(|counts| master.add(counts));
            continue;
        }
        let (weights, worth) = exact(&dual, master)?;
        let Some((most, counts)) = source.heaviest(&weights)? else {
            return Err(SolveError::Drift { doing: "the panels are gone" });
        };
        if most > i128::from(worth) {
            master.add(counts);
            continue;
        }
        let terms = weights.iter().copied().enumerate().filter(|&(_, weight)| weight != 0).collect();
        relaxation.add(vec![Rule { origin: Origin::Cut, terms, least: Rule::NO_LEAST, most: worth }]);
        let mut multipliers = vec![BigInt::zero(); relaxation.rules.len() - 1];
        multipliers.push(BigInt::one());
        let Some(bound) = bound(relaxation, &chain.exact, &multipliers) else {
            return Err(SolveError::Drift { doing: "the prices of a stage hold no type" });
        };
        let gap = to_f64(&bound.value) - level;
        if gap.abs() > PROVEN {
            return Err(SolveError::Unproven { stage: chain.stages.len() + 1, value: level, gap });
        }
        return Ok(Stage { value: bound.value, held: bound.held, multipliers });
    }
}

/// The prices of a stage and the worth that no known composition passes, exactly, as whole numbers.
///
/// With the basis of the optimum, they are the solution of as many equations as there are unknowns: the worth is the same for every composition in the
/// basis, and Σ m_t·p_t over the free types is 1.
fn exact(dual: &Dual, master: &Master) -> Result<(Vec<i64>, i64), SolveError> {
    let width = dual.support.len() + 1;
    let mut matrix: Vec<Vec<i64>> = Vec::with_capacity(width);
    for counts in &dual.tight {
        let mut row: Vec<i64> = dual.support.iter().map(|&t| counts[t]).collect();
        row.push(-1);
        matrix.push(row);
    }
    let mut sum: Vec<i64> = dual.support.iter().map(|&t| master.free_people(t)).collect();
    sum.push(0);
    matrix.push(sum);
    let mut right = vec![0; matrix.len()];
    if let Some(last) = right.last_mut() {
        *last = 1;
    }
    let solved = if matrix.len() == width { modular::solve(&matrix, &right) } else { None };
    let Some((mut numerators, _)) = solved else {
        return Err(SolveError::Drift { doing: "the prices of a stage have no exact solution" });
    };
    let divisor = numerators.iter().fold(BigInt::zero(), |divisor, number| num_integer::Integer::gcd(&divisor, number));
    if !divisor.is_zero() {
        numerators.iter_mut().for_each(|number| *number /= &divisor);
    }
    let small = |number: &BigInt| number.to_i64().filter(|number| number.abs() < LARGEST_WEIGHT);
    let numbers = numerators.iter().map(small).collect::<Option<Vec<i64>>>();
    let Some(mut numbers) = numbers else {
        return Err(SolveError::Drift { doing: "the prices of a stage are too large" });
    };
    let worth = numbers.pop().unwrap_or_default();
    let mut weights = vec![0; dual.prices.len()];
    for (&t, number) in dual.support.iter().zip(numbers) {
        weights[t] = number;
    }
    Ok((weights, worth))
}
