//! From an instance to the fairest lottery: the fair point over the relaxation, then compositions that average to it; where there are none,
//! rules that cut the point off, and again.
//!
//! Floating point enters here and does not leave: stage values are exact fractions, compositions whole numbers.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed;

use crate::instance::Instance;
use crate::types::{Typed, typed};
use blocks::{blocks, leximin_by_block};
use distribution::{Attempt, distribution, in_tickets};
use objective::{Attained, mixed};
use panels::leximin_over_panels;
use source::Source;

mod blocks;
mod certificate;
mod cuts;
mod decompose;
mod distribution;
mod feasible;
mod few;
mod heaviest;
mod leximin;
mod listing;
mod lp;
mod master;
mod mixture;
mod modular;
mod multipliers;
mod nullspace;
mod objective;
mod panels;
mod proof;
mod random;
mod reason;
mod relaxation;
mod rounding;
mod simplex;
mod source;
mod stage;
mod tolerance;

pub use certificate::{Certificate, CertifiedStage, Cut, CutProof, Multipliers, certify};
pub use decompose::Composition;
pub use feasible::{Answer, Ask, Goal, Ground, Loosening, Need, Panels, Seated, Shortage, Sizes, cheapest_cover};
pub use leximin::{FairPoint, Stage};
pub use objective::{Claim, Gamma, Objective};
pub use reason::{Exclusions, Side};
pub use relaxation::{Origin, Relaxation, Rule};

/// What the solver is doing, for whoever shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// The fair point: so many member types have their probability.
    Stage {
        /// Types done.
        done: usize,
        /// All types.
        types: usize,
    },
    /// The lottery: so many tickets have their composition.
    Tickets {
        /// Tickets done.
        done: i128,
        /// All tickets.
        tickets: i128,
    },
    /// The lottery: the last tickets are being mixed.
    Mixing,
    /// The relaxed fair point is no lottery: rules are being added.
    Cutting {
        /// Rounds so far.
        cuts: usize,
    },
}

/// Why there is no lottery.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SolveError {
    /// No panel meets the quotas.
    #[error("no panel of {size} members meets all the quotas at once")]
    Infeasible {
        /// The panel size.
        size: usize,
    },
    /// The LP solver gave up.
    #[error("the linear-programming solver gave up on {doing}: {words}")]
    Solver {
        /// What it was asked for.
        doing: &'static str,
        /// Its own words.
        words: String,
    },
    /// The fair chances could not be rounded to so many tickets.
    #[error("with {tickets} tickets somebody's chance would be more than five tickets off the fairest one")]
    Coarse {
        /// How many.
        tickets: i128,
    },
    /// The search for panels takes too long.
    #[error("{doing} was given up after {limit} branches")]
    TooHard {
        /// What was searched for.
        doing: &'static str,
        /// How many branches were tried.
        limit: usize,
    },
    /// Numbers that must agree do not.
    #[error("a check on the numbers failed: {doing}")]
    Drift {
        /// Which.
        doing: &'static str,
    },
    /// A stage's value and the bound that its multipliers prove differ.
    #[error("stage {stage} of leximin has the value {value}, but what is proven is {gap:e} away from it")]
    Unproven {
        /// Counting from 1.
        stage: usize,
        /// The linear program's value.
        value: f64,
        /// Proven bound less the value.
        gap: f64,
    },
}

impl SolveError {
    /// What to do next.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Infeasible { .. } => "klero check with the same files and options says why, and what would help",
            Self::Coarse { .. } => {
                "use another number with --tickets: the default is exact to 1e-9, and 1000 is small enough for balls"
            }
            Self::TooHard { .. } => {
                "nothing was written; panels that meet these quotas are too rare to be found: widen some quotas by one seat, \
                 those of the smallest groups first"
            }
            Self::Solver { .. } | Self::Drift { .. } | Self::Unproven { .. } => {
                "nothing was written; this is a fault of the program: please report it with files that show it and hold \
                 no personal data"
            }
        }
    }
}

/// Up to so many tickets, each has a composition of its own, found by itself.
pub const FEW_TICKETS: u64 = few::FEW as u64;

/// A lottery over compositions, the point that it attains, and what is claimed of it.
#[derive(Debug, Clone)]
pub struct Solution {
    /// The member types and their households.
    pub typed: Typed,
    /// The rules over them.
    pub relaxation: Relaxation,
    /// Exact selection probabilities; for leximin with the proof of each stage, otherwise each stage is just a value and who has it.
    pub point: FairPoint,
    /// What is claimed of them.
    pub claim: Claim,
    /// Compositions; their tickets sum to the number asked for.
    pub compositions: Vec<Composition>,
}

impl Solution {
    /// The largest distance of a member's share of the tickets from the member's exact fair probability. `marginals` are the members'
    /// tickets out of `tickets`.
    pub fn deviation(&self, marginals: &[u64], tickets: u64) -> f64 {
        let worst = self.deviations(marginals, tickets).max().unwrap_or_default();
        leximin::to_f64(&(worst / BigInt::from(tickets)))
    }

    /// How many members have more than one ticket more or fewer than is exactly fair.
    pub fn off_by_more_than_one(&self, marginals: &[u64], tickets: u64) -> usize {
        let one = BigRational::from(BigInt::from(1));
        self.deviations(marginals, tickets).filter(|off| *off > one).count()
    }

    /// By how many tickets each member is off, type after type.
    fn deviations(&self, marginals: &[u64], tickets: u64) -> impl Iterator<Item = BigRational> {
        self.typed.types.iter().enumerate().flat_map(move |(t, kind)| {
            let fair = self.point.probability(t) * BigInt::from(tickets);
            let known = kind.members.iter().filter_map(|&member| marginals.get(member));
            known.map(move |&tickets| (BigRational::from(BigInt::from(tickets)) - &fair).abs()).collect::<Vec<_>>()
        })
    }
}

/// Computes the leximin lottery of an instance in `tickets` tickets (at least 1).
///
/// # Errors
/// [`SolveError::Infeasible`] when no panel meets the quotas; the others are faults of the numbers, found before anything is
/// handed on: what is returned is leximin, never an approximation.
pub fn solve(instance: &Instance, tickets: u64, progress: &mut dyn FnMut(Progress)) -> Result<Solution, SolveError> {
    solve_for(Objective::Leximin, instance, tickets, progress)
}

/// Computes the lottery of an instance that an objective asks for, in `tickets` tickets (at least 1).
///
/// # Errors
/// As [`solve`]: what is returned is what its claim says.
pub fn solve_for(
    objective: Objective,
    instance: &Instance,
    tickets: u64,
    progress: &mut dyn FnMut(Progress),
) -> Result<Solution, SolveError> {
    let infeasible = SolveError::Infeasible { size: instance.size() };
    let types = typed(instance);
    let relaxation = Relaxation::new(instance, &types);
    let tickets = i128::from(tickets);
    let found = match objective {
        Objective::Leximin => match blocks(instance, &types, &relaxation) {
            Some(blocks) => leximin_by_block(relaxation, &blocks, tickets, progress)?,
            None => leximin(relaxation, tickets, progress)?,
        },
        _ => over_the_relaxation(objective, relaxation, tickets, progress)?,
    };
    let Some(Found { relaxation, point, claim, compositions }) = found else { return Err(infeasible) };
    check(&relaxation, &point, &compositions, tickets)?;
    Ok(Solution { typed: types, relaxation, point, claim, compositions })
}

/// A point that compositions attain, and the rules it was found with.
struct Found {
    relaxation: Relaxation,
    point: FairPoint,
    claim: Claim,
    compositions: Vec<Composition>,
}

/// Leximin: over the relaxation where compositions next to its fair point average to it, else stage by stage over panels. `None` when there is
/// no panel.
fn leximin(
    mut relaxation: Relaxation,
    tickets: i128,
    progress: &mut dyn FnMut(Progress),
) -> Result<Option<Found>, SolveError> {
    let claim = Claim::Leximin;
    let Some(point) = leximin::fair_point(&relaxation, progress)? else { return Ok(None) };
    let mut known = match distribution(&relaxation, &point.probabilities(), tickets, progress)? {
        Attempt::Done(compositions) => return Ok(Some(Found { relaxation, point, claim, compositions })),
        Attempt::Stuck(known) => known,
    };
    progress(Progress::Cutting { cuts: 0 });
    let source = Source::new(relaxation.base());
    let Some(cuts) = cuts::tighten_with(&source, &known)? else { return Ok(None) };
    if !cuts.is_empty() {
        progress(Progress::Cutting { cuts: cuts.len() });
        relaxation.add(cuts);
        if let Ok(Some(point)) = leximin::fair_point(&relaxation, progress) {
            match distribution(&relaxation, &point.probabilities(), tickets, progress)? {
                Attempt::Done(compositions) => return Ok(Some(Found { relaxation, point, claim, compositions })),
                Attempt::Stuck(found) => known.extend(found),
            }
        }
    }
    known.retain(|counts| relaxation.is_composition(counts));
    known.sort_unstable();
    known.dedup();
    let found = leximin_over_panels(&mut relaxation, &source, &known, progress)?;
    Ok(found.map(|found| Found {
        relaxation,
        point: found.point,
        claim,
        compositions: in_tickets(found.points, tickets),
    }))
}

/// Any other objective: its point over the relaxation, and where that is no mixture of compositions, a rule that cuts it off, and again. `None`
/// when there is no panel.
fn over_the_relaxation(
    objective: Objective,
    mut relaxation: Relaxation,
    tickets: i128,
    progress: &mut dyn FnMut(Progress),
) -> Result<Option<Found>, SolveError> {
    let mut known: Vec<Vec<i64>> = Vec::new();
    for round in 0.. {
        let Some((point, claim)) = objective.point(&relaxation, progress)? else { return Ok(None) };
        let probabilities = point.probabilities();
        let compositions = match distribution(&relaxation, &probabilities, tickets, progress)? {
            Attempt::Done(compositions) => compositions,
            Attempt::Stuck(found) => {
                known.extend(found);
                known.sort_unstable();
                known.dedup();
                progress(Progress::Cutting { cuts: round });
                if round == 0 {
                    let Some(cuts) = cuts::tighten(&relaxation.base(), &known)? else { return Ok(None) };
                    if !cuts.is_empty() {
                        relaxation.add(cuts);
                        continue;
                    }
                }
                match mixed(&relaxation, &probabilities, &known)? {
                    Attained::Yes(points) => in_tickets(points, tickets),
                    Attained::Nothing => return Ok(None),
                    Attained::No(rule) => {
                        relaxation.add(vec![rule]);
                        continue;
                    }
                }
            }
        };
        return Ok(Some(Found { relaxation, point, claim, compositions }));
    }
    Err(SolveError::Drift { doing: "more rounds than there are numbers" })
}

/// Whether any panel meets the quotas: decided by an integer program.
///
/// # Errors
/// When the solver gives up.
pub fn has_panel(instance: &Instance) -> Result<bool, SolveError> {
    let ground = Ground::new(instance);
    let mut panels = Panels::new(instance, &ground);
    let usual = panels.usual();
    Ok(matches!(panels.find(&usual)?, Answer::Panel(_)))
}

/// Whole-number checks of a finished distribution: compositions, the ticket sum, and every type's probability.
fn check(
    relaxation: &Relaxation,
    point: &FairPoint,
    compositions: &[Composition],
    tickets: i128,
) -> Result<(), SolveError> {
    let mut seat_tickets = vec![0_i128; relaxation.types()];
    let mut sum = 0;
    for composition in compositions {
        let mut counts = vec![0; relaxation.types()];
        for &(t, count) in &composition.seats {
            counts[t] = count;
            seat_tickets[t] += i128::from(count) * composition.tickets;
        }
        if composition.tickets < 1 || !relaxation.is_composition(&counts) {
            return Err(SolveError::Drift { doing: "a composition breaks a rule" });
        }
        sum += composition.tickets;
    }
    if sum != tickets {
        return Err(SolveError::Drift { doing: "the tickets do not sum to the number asked for" });
    }
    for (t, &seat_tickets) in seat_tickets.iter().enumerate() {
        let people = BigInt::from(relaxation.multiplicity[t]) * BigInt::from(tickets);
        let off = BigRational::new(BigInt::from(seat_tickets), people) - point.probability(t);
        let allowed = tolerance::DEVIATION + tolerance::ROUNDED / tickets as f64;
        if leximin::to_f64(&off).abs() > allowed {
            return Err(SolveError::Coarse { tickets });
        }
    }
    Ok(())
}
