//! How much a published lottery betrays: could somebody guess from the panels who has the same features as whom?
//!
//! Who sits with whom is no secret once the panels are published, and where quotas are tight, members with the same features sit with the same
//! others. The attack that is measured here takes the matrix of members and panels (1 where the member sits, times the square root of the
//! panel's tickets, less the member's average), keeps its leading singular vectors, and looks for each member's nearest neighbour.
//! `docs/publish.md` has measurements, and the reason for the threshold.

mod space;

use crate::instance::Instance;
use crate::lottery::Lottery;
use space::coordinates;

/// Most dimensions that are kept.
const DIMENSIONS: usize = 40;
/// Most members whose neighbour is looked for.
const ASKED: usize = 500;

/// From this score on, publishing is warned of: where the nearest neighbour has the same features this much more often than chance would have it.
pub const THRESHOLD: f64 = 0.05;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leak {
    /// Members whose nearest neighbour was looked for.
    pub asked: usize,
    /// The share of them whose nearest neighbour has the same features.
    pub score: f64,
    /// The share that neighbours chosen by lot would give.
    pub chance: f64,
}

impl Leak {
    /// Whether the score is so far above chance that one should not publish unasked.
    pub fn warns(&self) -> bool {
        self.score - self.chance > THRESHOLD
    }
}

/// Measures a lottery. Members who sit on all panels or on none have no place among the others, and are left out.
pub fn leak(instance: &Instance, lottery: &Lottery) -> Leak {
    let members = instance.members();
    let values: usize = instance.categories().iter().map(|category| category.values.len()).sum();
    let dimensions = (values - instance.categories().len()).clamp(1, DIMENSIONS);
    let marginals = lottery.marginals(members.len());
    let open: Vec<usize> = (0..members.len())
        .filter(|&i| !matches!(marginals.get(i), Some(&t) if t == 0 || t == lottery.tickets()))
        .collect();
    let space = coordinates(lottery, &marginals, dimensions);
    let like = |a: usize, b: usize| members.get(a).map(|one| &one.values) == members.get(b).map(|one| &one.values);
    let asked: Vec<usize> =
        (0..open.len().min(ASKED)).filter_map(|i| open.get(i * open.len() / open.len().min(ASKED)).copied()).collect();
    let (mut hits, mut alike, mut pairs) = (0, 0, 0);
    for &one in &asked {
        let mut nearest = (f64::INFINITY, one);
        for &other in open.iter().filter(|other| **other != one) {
            let (Some(a), Some(b)) = (space.get(one), space.get(other)) else { continue };
            let distance: f64 = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum();
            if distance < nearest.0 {
                nearest = (distance, other);
            }
            alike += usize::from(like(one, other));
            pairs += 1;
        }
        hits += usize::from(nearest.1 != one && like(one, nearest.1));
    }
    let share = |part: usize, all: usize| if all == 0 { 0.0 } else { part as f64 / all as f64 };
    Leak { asked: asked.len(), score: share(hits, asked.len()), chance: share(alike, pairs) }
}
