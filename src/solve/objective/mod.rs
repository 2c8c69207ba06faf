//! What a lottery may be asked for: leximin, or one of three objectives that are computed as a point of the relaxation, each with a claim of how
//! good it is.

use num_rational::BigRational;

use crate::solve::attain::Attained;
use crate::solve::cuts::cut_off;
use crate::solve::leximin::{Stage, fair_point, to_f64};
use crate::solve::mixture::{Hull, Mixture, mix};
use crate::solve::relaxation::Relaxation;
use crate::solve::rounding::Rounder;
use crate::solve::{FairPoint, Progress, SolveError};

mod beginning;
mod ceiling;
mod claim;
mod curve;
mod exact;
mod goldilocks;
mod lines;
mod maximin;
mod nash;
mod nash_dual;
mod newton;
mod settle;

pub use claim::Claim;
pub use goldilocks::Gamma;

/// What a lottery is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Objective {
    /// The smallest selection probability as large as possible, then the next, and so on.
    #[default]
    Leximin,
    /// The smallest selection probability as large as possible.
    Maximin,
    /// The product of the selection probabilities as large as possible.
    Nash,
    /// Neither very small nor very large selection probabilities.
    Goldilocks(Gamma),
}

impl Objective {
    /// Its name in records, in tables and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Leximin => "leximin",
            Self::Maximin => "maximin",
            Self::Nash => "nash",
            Self::Goldilocks(_) => "goldilocks",
        }
    }

    /// The point of the relaxation that the objective asks for. `None` when no expected counts meet the rules.
    pub(in crate::solve) fn point(
        self,
        relaxation: &Relaxation,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Option<(FairPoint, Claim)>, SolveError> {
        let point = match self {
            Self::Leximin => {
                return Ok(fair_point(relaxation, progress)?.map(|point| (point, Claim::Leximin)));
            }
            Self::Maximin => maximin::maximin(relaxation)?,
            Self::Nash => nash::nash(relaxation)?,
            Self::Goldilocks(gamma) => goldilocks::goldilocks(relaxation, gamma, progress)?,
        };
        Ok(point.map(|point| (levels(&point.probabilities), point.claim)))
    }
}

/// Selection probabilities that an objective asks for, and what is claimed of them.
#[derive(Debug, Clone, PartialEq)]
struct Point {
    /// The selection probability of each type. They meet every rule exactly.
    probabilities: Vec<BigRational>,
    /// What is claimed.
    claim: Claim,
}

/// Probabilities as stages without proofs: one for each value, ascending.
fn levels(probabilities: &[BigRational]) -> FairPoint {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[a].cmp(&probabilities[b]).then(a.cmp(&b)));
    let mut stages: Vec<Stage> = Vec::new();
    let mut stage_of = vec![0; probabilities.len()];
    for t in order {
        match stages.last_mut() {
            Some(stage) if stage.value == probabilities[t] => stage.held.push(t),
            _ => stages.push(Stage { value: probabilities[t].clone(), held: vec![t], multipliers: Vec::new() }),
        }
        stage_of[t] = stages.len() - 1;
    }
    FairPoint { stages, stage_of }
}

/// Looks for compositions that mix to a point, wherever they lie, starting from those that are known; where there are none, for the rule that says why.
pub(in crate::solve) fn mixed(
    relaxation: &Relaxation,
    probabilities: &[BigRational],
    known: &[Vec<i64>],
) -> Result<Attained, SolveError> {
    // Cuts hold for every composition anyway.
    let base = relaxation.base();
    let seats = probabilities.iter().zip(&base.multiplicity).map(|(p, &people)| to_f64(p) * people as f64);
    let hull = Hull {
        point: seats.collect(),
        least: vec![0; base.types()],
        most: base.multiplicity.clone(),
        bounds: base.bounds(),
    };
    match mix(&base, &hull, &mut Rounder::new(&base, 0), known.to_vec())? {
        Mixture::Found(points) => Ok(Attained::Yes(points)),
        Mixture::Apart(prices) if prices.is_empty() => Ok(Attained::Nothing),
        Mixture::Apart(prices) => cut_off(&base, probabilities, &prices).map(Attained::No),
    }
}
