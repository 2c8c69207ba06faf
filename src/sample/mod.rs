//! Selection rules that draw panels directly, without a lottery: measured by drawing many panels and counting.
//!
//! What is measured depends on the instance, the number of draws and the seed alone: the work is cut into jobs that each have a stream of
//! chance of their own, however many threads share them out.

mod chance;
mod jobs;
mod legacy;
mod rules;
mod swaps;

use std::collections::BTreeSet;

use crate::instance::Instance;
use jobs::Made;

pub use rules::{Group, PanelRules};

/// A rule that draws panels directly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SampledRule {
    /// Greedy by urgency, as most assemblies did it until 2021: see [`sample`].
    Legacy,
    /// Approximately uniform among all feasible panels.
    Random,
}

impl SampledRule {
    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Legacy => "legacy",
            Self::Random => "random",
        }
    }
}

/// How much to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draws {
    /// Panels to draw.
    pub draws: u64,
    /// Which chance.
    pub seed: u64,
    /// Which of the samples that this seed has: different numbers, independent samples.
    pub part: u32,
    /// Threads to share the work among, at least 1; changes nothing but the time.
    pub threads: usize,
}

impl Draws {
    /// Sample 0 on one thread.
    pub fn new(draws: u64, seed: u64) -> Self {
        Self { draws, seed, part: 0, threads: 1 }
    }
}

/// What was counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// Panels drawn.
    pub draws: u64,
    /// For each member, in canonical order, how many of these panels they sit on.
    pub counts: Vec<u64>,
    /// Different panels among them.
    pub panels: usize,
    /// Tries, successful or not, for `legacy`; steps between two draws for `random`.
    pub effort: u64,
    /// For `random`: how far the independent chains are apart, compared with chains whose draws were independent (1). Well above 1 means
    /// that the sample is worth fewer draws than it has.
    pub dispersion: Option<f64>,
}

/// Why a rule drew nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SampleError {
    /// The legacy rule ran into dead ends only.
    #[error("the legacy rule found no panel in {tries} tries")]
    Legacy {
        /// Tries for one draw.
        tries: u64,
    },
    /// The chain of swaps met no feasible panel.
    #[error("the rule random met no feasible panel in {steps} steps of its chain")]
    Random {
        /// Steps.
        steps: u64,
    },
    /// Nothing was asked for.
    #[error("0 draws were asked for")]
    NoDraws,
}

impl SampleError {
    /// What to do next.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Legacy { .. } | Self::Random { .. } => {
                "see with `klero check` whether any panel meets the quotas; if one does, they are too tight for this rule"
            }
            Self::NoDraws => "ask for at least 1 draw",
        }
    }
}

/// Draws panels by a rule and counts who sits on them.
///
/// `legacy`: seat one member after another; take the feature value of the largest signed urgency (seats that the minimum still lacks over members
/// remaining; ties: each value equally likely), seat one of its remaining members uniformly, start again from scratch on a dead end.
/// `random`: approximately uniform among all feasible panels, by a Markov chain of swaps whose stationary law is uniform.
/// Households, exclusions, inclusions and pairs kept apart are honoured by both.
///
/// # Errors
/// When the rule finds no panel.
pub fn sample(rule: SampledRule, instance: &Instance, draws: &Draws) -> Result<Sample, SampleError> {
    sample_panels(rule, &PanelRules::new(instance), draws)
}

/// [`sample`] for rules that need not come from an instance.
///
/// # Errors
/// When the rule finds no panel.
pub fn sample_panels(rule: SampledRule, rules: &PanelRules, draws: &Draws) -> Result<Sample, SampleError> {
    let marks = jobs::marks(rules.members());
    let new = || Tally { counts: vec![0; rules.members()], panels: BTreeSet::new() };
    let take = |tally: &mut Tally, panel: &[usize]| {
        let mut mark = 0;
        for &member in panel {
            tally.counts[member] += 1;
            mark ^= marks[member];
        }
        tally.panels.insert(mark);
    };
    let Made { parts, effort, dispersion } = jobs::run(rule, rules, draws, new, take)?;
    let mut whole = new();
    for tally in parts {
        for (sum, count) in whole.counts.iter_mut().zip(tally.counts) {
            *sum += count;
        }
        whole.panels.extend(tally.panels);
    }
    Ok(Sample { draws: draws.draws, counts: whole.counts, panels: whole.panels.len(), effort, dispersion })
}

/// The panels themselves, as ascending member indices, in the order of the draws.
///
/// # Errors
/// When the rule finds no panel.
pub fn draw_panels(rule: SampledRule, rules: &PanelRules, draws: &Draws) -> Result<Vec<Vec<usize>>, SampleError> {
    let take = |panels: &mut Vec<Vec<usize>>, panel: &[usize]| panels.push(panel.to_vec());
    Ok(jobs::run(rule, rules, draws, Vec::new, take)?.parts.concat())
}

/// Counts of one job.
struct Tally {
    counts: Vec<u64>,
    /// Each panel as the exclusive or of its members' marks: 128 bits, so that two panels share one by no chance worth counting.
    panels: BTreeSet<u128>,
}
