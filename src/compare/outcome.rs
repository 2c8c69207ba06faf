//! One rule on one pool.

use std::fmt;

use num_traits::ToPrimitive;

use super::beta::jeffreys_upper;
use super::metrics::twelve_digits;
use crate::instance::Instance;
use crate::lottery::deal;
use crate::sample::{Draws, SampleError, SampledRule, sample};
use crate::solve::{Gamma, Objective, SolveError, solve_for};

/// Tickets of the lotteries that are compared.
const TICKETS: u64 = 1_000_000_000_000;
/// The level of the Jeffreys bound.
const LEVEL: f64 = 0.99;

/// A selection rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The smallest chance as large as possible, then the second smallest, and so on.
    Leximin,
    /// Greedy by urgency, measured by drawing.
    Legacy,
    /// Approximately uniform among all feasible panels, measured by drawing.
    Random,
    /// The smallest chance as large as possible.
    Maximin,
    /// The product of chances as large as possible.
    Nash,
    /// Neither a very small nor a very large chance.
    Goldilocks,
}

impl Rule {
    /// All rules.
    pub const ALL: [Self; 6] = [Self::Leximin, Self::Legacy, Self::Random, Self::Maximin, Self::Nash, Self::Goldilocks];

    /// Its name in tables and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Leximin => "leximin",
            Self::Legacy => "legacy",
            Self::Random => "random",
            Self::Maximin => "maximin",
            Self::Nash => "nash",
            Self::Goldilocks => "goldilocks",
        }
    }

    /// Whether it is measured by drawing.
    pub fn is_sampled(self) -> bool {
        matches!(self, Self::Legacy | Self::Random)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

/// What a rule makes of a pool.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Each member's selection probability, in canonical order: exact up to the nearest floating-point number, or the share of the panels
    /// drawn.
    pub probabilities: Vec<f64>,
    /// Panels that can be drawn; for a sampled rule, different panels seen.
    pub panels: usize,
    /// For a rule that computes: how far the lottery's chances are from the exact ones that the rule asks for, at most, plus how much better than
    /// those any others could be at most, in the units of the objective.
    pub certified_gap: Option<f64>,
    /// For a rule that draws: how it was measured.
    pub measured: Option<Measured>,
}

/// How a sampled rule was measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// Panels drawn.
    pub draws: u64,
    /// The rule's smallest selection probability is below this with 99 % confidence: the one-sided Jeffreys bound for the chance of the
    /// member who was drawn least often (the first of them in canonical order), from a second sample of the same size.
    pub jeffreys_99: f64,
    /// How far the chains of `random` are apart, compared with independent draws.
    pub dispersion: Option<f64>,
}

/// Why a rule has no outcome.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum RunError {
    /// The solver's reason.
    #[error(transparent)]
    Solve(#[from] SolveError),
    /// The sampler's reason.
    #[error(transparent)]
    Sample(#[from] SampleError),
}

impl RunError {
    /// What to do next.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Solve(error) => error.help(),
            Self::Sample(error) => error.help(),
        }
    }
}

/// Applies a rule to a pool: **the one place where a new objective is taken in.** `draws` says how much the sampled rules draw.
///
/// # Errors
/// When the rule finds no lottery or no panel.
pub fn run(rule: Rule, instance: &Instance, draws: &Draws) -> Result<Outcome, RunError> {
    match rule {
        Rule::Leximin => computed(Objective::Leximin, instance),
        Rule::Legacy => measured(SampledRule::Legacy, instance, draws),
        Rule::Random => measured(SampledRule::Random, instance, draws),
        Rule::Maximin => computed(Objective::Maximin, instance),
        Rule::Nash => computed(Objective::Nash, instance),
        Rule::Goldilocks => computed(Objective::Goldilocks(Gamma::default()), instance),
    }
}

fn computed(objective: Objective, instance: &Instance) -> Result<Outcome, RunError> {
    let solution = solve_for(objective, instance, TICKETS, &mut |_| {})?;
    let compositions: Vec<_> = solution.compositions.iter().map(|c| (c.seats.as_slice(), c.tickets as u64)).collect();
    let lottery = deal(instance.size(), &solution.typed.classes, &compositions);
    let marginals = lottery.marginals(instance.members().len());
    let mut probabilities = vec![0.0; marginals.len()];
    let mut deviation = 0.0_f64;
    for (t, kind) in solution.typed.types.iter().enumerate() {
        let fair = solution.point.probability(t).to_f64().unwrap_or(f64::NAN);
        for &member in &kind.members {
            if let (Some(probability), Some(&tickets)) = (probabilities.get_mut(member), marginals.get(member)) {
                *probability = fair;
                deviation = deviation.max((tickets as f64 / TICKETS as f64 - fair).abs());
            }
        }
    }
    let gap = solution.claim.gap().unwrap_or_default() + deviation;
    Ok(Outcome { probabilities, panels: lottery.panels().len(), certified_gap: Some(gap), measured: None })
}

fn measured(rule: SampledRule, instance: &Instance, draws: &Draws) -> Result<Outcome, RunError> {
    let first = sample(rule, instance, &Draws { part: 0, ..*draws })?;
    let second = sample(rule, instance, &Draws { part: 1, ..*draws })?;
    let least = first.counts.iter().zip(&second.counts).min_by_key(|&(&count, _)| count);
    let hits = least.map_or(0, |(_, &again)| again);
    Ok(Outcome {
        probabilities: first.counts.iter().map(|&count| count as f64 / first.draws as f64).collect(),
        panels: first.panels,
        certified_gap: None,
        measured: Some(Measured {
            draws: first.draws,
            jeffreys_99: twelve_digits(jeffreys_upper(hits, second.draws, LEVEL)),
            dispersion: first.dispersion,
        }),
    })
}
