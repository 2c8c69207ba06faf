//! The leximin fair point over the relaxation: a chain of small linear programs, each closed by an exact bound.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive};

use super::multipliers::{bound, find_multipliers};
use super::relaxation::Relaxation;
use super::stage::solve_stage;
use super::tolerance::PROVEN;
use super::{Progress, SolveError};

/// One stage of leximin: these types have this probability, because of these multipliers.
#[derive(Debug, Clone)]
pub struct Stage {
    /// The stage value, exactly.
    pub value: BigRational,
    /// The types that it fixes, ascending.
    pub held: Vec<usize>,
    /// A whole-number multiplier for each rule; see [`bound`]. Empty in a last stage whose value is 1, which needs no proof.
    pub multipliers: Vec<BigInt>,
}

/// The selection probabilities that an objective asks for, one for each type, and why no lottery does better.
#[derive(Debug, Clone)]
pub struct FairPoint {
    /// Stages with ascending values; every type is held by exactly one.
    pub stages: Vec<Stage>,
    /// For each type, its stage.
    pub stage_of: Vec<usize>,
}

impl FairPoint {
    /// The selection probability of a type.
    pub fn probability(&self, kind: usize) -> &BigRational {
        &self.stages[self.stage_of[kind]].value
    }
}

/// Leximin over the relaxation (stage by stage after Flanigan, Gölz, Gupta, Hennig and Procaccia 2021): make the smallest free probability
/// as large as possible, fix those that must then be at it, go on with the others.
///
/// Returns `None` when no expected counts meet the rules: then no panel does.
pub fn fair_point(
    relaxation: &Relaxation,
    progress: &mut dyn FnMut(Progress),
) -> Result<Option<FairPoint>, SolveError> {
    let types = relaxation.types();
    let mut exact: Vec<Option<BigRational>> = vec![None; types];
    let mut float: Vec<Option<f64>> = vec![None; types];
    let mut stage_of = vec![0; types];
    let mut stages: Vec<Stage> = Vec::new();
    let mut before = 0.0;
    let mut free = types;
    while free > 0 {
        progress(Progress::Stage { done: types - free, types });
        let Some(optimum) = solve_stage(relaxation, &float, before)? else {
            if stages.is_empty() {
                return Ok(None);
            }
            return Err(SolveError::Drift { doing: "a later stage of leximin found no point at all" });
        };
        let stage = if optimum.value >= 1.0 - PROVEN {
            let held = (0..types).filter(|&t| exact[t].is_none()).collect();
            Stage { value: BigRational::one(), held, multipliers: Vec::new() }
        } else {
            let multipliers = find_multipliers(relaxation, &float, &optimum)?;
            let Some(bound) = bound(relaxation, &exact, &multipliers) else {
                return Err(SolveError::Drift { doing: "the multipliers of a stage hold no type" });
            };
            let gap = to_f64(&bound.value) - optimum.value;
            if gap.abs() > PROVEN {
                return Err(SolveError::Unproven { stage: stages.len() + 1, value: optimum.value, gap });
            }
            Stage { value: bound.value, held: bound.held, multipliers }
        };
        let value = to_f64(&stage.value);
        for &t in &stage.held {
            exact[t] = Some(stage.value.clone());
            float[t] = Some(value);
            stage_of[t] = stages.len();
        }
        free -= stage.held.len();
        before = value;
        stages.push(stage);
    }
    Ok(Some(FairPoint { stages, stage_of }))
}

/// The nearest floating-point number.
pub fn to_f64(number: &BigRational) -> f64 {
    number.to_f64().unwrap_or(f64::NAN)
}
