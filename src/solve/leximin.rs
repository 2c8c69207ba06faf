//! The leximin fair point over the relaxation: a chain of small linear programs, each closed by an exact bound.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive};

use super::multipliers::{bound, find_multipliers};
use super::relaxation::{Relaxation, Rule};
use super::stage::{Shape, solve_stage};
use super::tolerance::PROVEN;
use super::{Progress, SolveError};

/// One stage of leximin: these types have this probability, because of these multipliers.
#[derive(Debug, Clone)]
pub struct Stage {
    /// The stage value, exactly.
    pub value: BigRational,
    /// The types that it fixes, ascending.
    pub held: Vec<usize>,
    /// A whole-number multiplier for each rule; see [`bound`]. Empty in a last stage whose value is the ceiling (1), which needs no proof.
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

/// The leximin fair point when no probability may pass a limit: see [`fair_point_below`].
pub fn fair_point(
    relaxation: &Relaxation,
    progress: &mut dyn FnMut(Progress),
) -> Result<Option<FairPoint>, SolveError> {
    fair_point_below(relaxation, &BigRational::one(), &vec![false; relaxation.types()], progress)
}

/// Leximin over the relaxation with a ceiling on all probabilities (stage by stage after Flanigan, Gölz, Gupta, Hennig and Procaccia
/// 2021): make the smallest free probability as large as possible, fix those that must then be at it, go on with the others.
///
/// `topped` guesses which types are at the ceiling: it changes the time alone. Returns `None` when no expected counts meet the rules and
/// the ceiling.
pub fn fair_point_below(
    relaxation: &Relaxation,
    ceiling: &BigRational,
    topped: &[bool],
    progress: &mut dyn FnMut(Progress),
) -> Result<Option<FairPoint>, SolveError> {
    let types = relaxation.types();
    let mut chain = Chain::new(relaxation, ceiling);
    for (shape, &topped) in chain.shapes.iter_mut().zip(topped) {
        *shape = if topped { Shape::Own } else { Shape::Above };
    }
    while chain.free > 0 || !chain.solved {
        progress(Progress::Stage { done: types - chain.free, types });
        if chain.step()?.is_none() {
            return Ok(None);
        }
    }
    Ok(Some(FairPoint { stages: chain.stages, stage_of: chain.stage_of }))
}

/// The stages of leximin up to the first with a positive value.
pub struct Beginning {
    /// The types that no lottery over the relaxation seats, ascending.
    pub unseated: Vec<usize>,
    /// The largest smallest probability that all others can be given at once; 1 when there are none.
    pub value: BigRational,
    /// Expected counts, one for each type, that give it to them.
    pub counts: Vec<f64>,
}

/// Who can be seated at all, and how high the smallest probability of the others can be. `None` when no expected counts meet the
/// rules.
pub fn beginning(relaxation: &Relaxation) -> Result<Option<Beginning>, SolveError> {
    let one = BigRational::one();
    let mut chain = Chain::new(relaxation, &one);
    let mut unseated = chain.stages.iter().flat_map(|stage| stage.held.clone()).collect::<Vec<usize>>();
    loop {
        let Some(counts) = chain.step()? else { return Ok(None) };
        let held = chain.stages.last().map(|stage| &stage.held);
        if chain.free == 0 && held.is_none_or(|held| held.iter().all(|t| unseated.contains(t))) {
            unseated.sort_unstable();
            return Ok(Some(Beginning { unseated, value: BigRational::one(), counts }));
        }
        match chain.stages.last() {
            Some(stage) if stage.value.is_positive() => {
                unseated.sort_unstable();
                return Ok(Some(Beginning { unseated, value: stage.value.clone(), counts }));
            }
            Some(stage) => unseated.extend(&stage.held),
            None => return Err(SolveError::Drift { doing: "a stage of leximin held nobody" }),
        }
    }
}

/// The stages so far, and what they settle.
struct Chain<'a> {
    relaxation: &'a Relaxation,
    ceiling: &'a BigRational,
    stages: Vec<Stage>,
    stage_of: Vec<usize>,
    exact: Vec<Option<BigRational>>,
    float: Vec<Option<f64>>,
    before: f64,
    free: usize,
    solved: bool,
    shapes: Vec<Shape>,
}

impl<'a> Chain<'a> {
    /// Types that a rule forbids are held at 0 all at once.
    fn new(relaxation: &'a Relaxation, ceiling: &'a BigRational) -> Self {
        let types = relaxation.types();
        let mut chain = Self {
            relaxation,
            ceiling,
            stages: Vec::new(),
            stage_of: vec![0; types],
            exact: vec![None; types],
            float: vec![None; types],
            before: 0.0,
            free: types,
            solved: false,
            shapes: vec![Shape::Above; types],
        };
        let forbids = |rule: &Rule| BigInt::from(u8::from(rule.forbids()));
        let forbidding: Vec<BigInt> = relaxation.rules.iter().map(forbids).collect();
        if let Some(bound) = bound(relaxation, ceiling, &chain.exact, &forbidding) {
            chain.hold(Stage { value: bound.value, held: bound.held, multipliers: forbidding });
        }
        chain
    }

    /// One stage more, where a type is free. Returns expected counts that attain it; `None` when none meet the rules.
    fn step(&mut self) -> Result<Option<Vec<f64>>, SolveError> {
        let relaxation = self.relaxation;
        let ceiling = to_f64(self.ceiling);
        let Some(optimum) = solve_stage(relaxation, ceiling, &self.float, self.before, &mut self.shapes)? else {
            if self.solved {
                return Err(SolveError::Drift { doing: "a later stage of leximin found no point at all" });
            }
            return Ok(None);
        };
        self.solved = true;
        if self.free == 0 {
            return Ok(Some(optimum.counts));
        }
        let stage = if optimum.value >= ceiling - PROVEN {
            let held = (0..relaxation.types()).filter(|&t| self.exact[t].is_none()).collect();
            Stage { value: self.ceiling.clone(), held, multipliers: Vec::new() }
        } else {
            let multipliers = find_multipliers(relaxation, ceiling, &self.float, &optimum)?;
            let Some(bound) = bound(relaxation, self.ceiling, &self.exact, &multipliers) else {
                return Err(SolveError::Drift { doing: "the multipliers of a stage hold no type" });
            };
            let gap = to_f64(&bound.value) - optimum.value;
            if gap.abs() > PROVEN {
                return Err(SolveError::Unproven { stage: self.stages.len() + 1, value: optimum.value, gap });
            }
            Stage { value: bound.value, held: bound.held, multipliers }
        };
        self.hold(stage);
        Ok(Some(optimum.counts))
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
