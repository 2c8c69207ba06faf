//! The leximin fair point over the relaxation: a chain of small linear programs, each closed by an exact bound.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive};

use super::multipliers::{bound, closest, find_multipliers};
use super::relaxation::Relaxation;
use super::stage::{StageOptimum, solve_stage};
use super::tolerance::{AT_BOUND, PROVEN};
use super::{Progress, SolveError};

/// One stage of leximin: these types have this probability, because of these multipliers.
#[derive(Debug, Clone)]
pub struct Stage {
    /// The stage value, exactly.
    pub value: BigRational,
    /// The types that it fixes, ascending.
    pub held: Vec<usize>,
    /// A whole-number multiplier for each rule; see `multipliers.rs`. Empty in a last stage whose value is 1, which needs no proof.
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

    /// The selection probability of every type.
    pub fn probabilities(&self) -> Vec<BigRational> {
        self.stage_of.iter().map(|&stage| self.stages[stage].value.clone()).collect()
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
    fair_point_topped(relaxation, vec![false; relaxation.types()], progress)
}

/// The same where some types are expected to have probability 1: this changes nothing but the time.
pub fn fair_point_topped(
    relaxation: &Relaxation,
    mut topped: Vec<bool>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Option<FairPoint>, SolveError> {
    let types = relaxation.types();
    let mut chain = Chain::new(types);
    // Types that a rule forbids are held at 0 all at once.
    let forbidding: Vec<BigInt> = relaxation.rules.iter().map(|rule| BigInt::from(u8::from(rule.forbids()))).collect();
    if let Some(bound) = bound(relaxation, &chain.exact, &forbidding) {
        chain.hold(Stage { value: bound.value, held: bound.held, multipliers: forbidding });
    }
    let mut solved = false;
    while chain.free > 0 || !solved {
        progress(Progress::Stage { done: types - chain.free, types });
        let Some(optimum) = solve_stage(relaxation, &chain.float, &topped, chain.before)? else {
            if topped.contains(&true) {
                // The solver stumbles over one way of writing a program now and then: the other way decides.
                topped.fill(false);
                continue;
            }
            if solved {
                return Err(SolveError::Drift { doing: "a later stage of leximin found no point at all" });
            }
            return Ok(None);
        };
        solved = true;
        if chain.free == 0 {
            break;
        }
        let stage = prove(relaxation, &chain.exact, &chain.float, &optimum, chain.stages.len() + 1)?;
        chain.hold(stage);
        if topped.contains(&true) {
            let top = |t: usize| optimum.counts[t] >= relaxation.multiplicity[t] as f64 * (1.0 - AT_BOUND);
            topped = (0..types).map(top).collect();
        }
    }
    Ok(Some(FairPoint { stages: chain.stages, stage_of: chain.stage_of }))
}

/// The stage with this number whose linear program has this optimum, with exact value and proof. `exact` and `float` are the fixed probabilities.
pub fn prove(
    relaxation: &Relaxation,
    exact: &[Option<BigRational>],
    float: &[Option<f64>],
    optimum: &StageOptimum,
    stage: usize,
) -> Result<Stage, SolveError> {
    if optimum.value >= 1.0 - PROVEN {
        let held = (0..relaxation.types()).filter(|&t| exact[t].is_none()).collect();
        return Ok(Stage { value: BigRational::one(), held, multipliers: Vec::new() });
    }
    let found = find_multipliers(relaxation, float, optimum)?;
    let Some((multipliers, bound, gap)) = closest(relaxation, exact, &found, optimum.value) else {
        return Err(SolveError::Drift { doing: "the multipliers of a stage hold no type" });
    };
    if gap.abs() > PROVEN {
        return Err(SolveError::Unproven { stage, value: optimum.value, gap });
    }
    Ok(Stage { value: bound.value, held: bound.held, multipliers })
}

/// The stages so far, and what they settle.
struct Chain {
    stages: Vec<Stage>,
    stage_of: Vec<usize>,
    exact: Vec<Option<BigRational>>,
    float: Vec<Option<f64>>,
    before: f64,
    free: usize,
}

impl Chain {
    fn new(types: usize) -> Self {
        Self {
            stages: Vec::new(),
            stage_of: vec![0; types],
            exact: vec![None; types],
            float: vec![None; types],
            before: 0.0,
            free: types,
        }
    }

    fn hold(&mut self, stage: Stage) {
        let value = to_f64(&stage.value);
        for &t in &stage.held {
            self.exact[t] = Some(stage.value.clone());
            self.float[t] = Some(value);
            self.stage_of[t] = self.stages.len();
        }
        self.free -= stage.held.len();
        self.before = value;
        self.stages.push(stage);
    }
}

/// The nearest floating-point number.
pub fn to_f64(number: &BigRational) -> f64 {
    number.to_f64().unwrap_or(f64::NAN)
}
