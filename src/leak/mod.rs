//! How much a published lottery betrays: could somebody guess from the panels who has the same features as whom?
//!
//! Quotas leave traces. Where one woman sits, another does not, and of all members those with exactly the same features make up for each
//! other best. The attack that is measured here finds for each member the one who does so most, by regression on the panels;
//! `docs/publish.md` has measurements, compares it with others, and gives the reason for the threshold.

mod ridge;

use std::collections::BTreeMap;

use crate::instance::Instance;
use crate::lottery::Lottery;
use ridge::Matrix;

/// Most members whose counterpart is looked for.
const MOST_ASKED: usize = 500;
/// Fewest, however large the lottery.
const FEWEST_ASKED: usize = 50;
/// Fewer are asked where the seats of all panels (and eight more a member, for the arithmetic between) times members asked would exceed this.
const WORK: usize = 40_000_000;
/// Members asked at once; it only saves time.
const AT_ONCE: usize = 16;

/// So far above chance a score may be: one guess in ten that chance would not have given.
pub const THRESHOLD: f64 = 0.1;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leak {
    /// Members whose counterpart was looked for; all have somebody with the same features.
    pub asked: usize,
    /// The share of them whose counterpart has the same features.
    pub score: f64,
    /// The share that counterparts chosen by lot would give.
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
    let marginals = lottery.marginals(members.len());
    let moves = |index: &usize| marginals.get(*index).is_some_and(|tickets| (1..lottery.tickets()).contains(tickets));
    let open: Vec<usize> = (0..members.len()).filter(moves).collect();
    let mut alike: BTreeMap<&[usize], usize> = BTreeMap::new();
    let features = |index: usize| members.get(index).map_or(&[][..], |member| &member.values);
    for &index in &open {
        *alike.entry(features(index)).or_default() += 1;
    }
    let others = |index: usize| alike.get(features(index)).map_or(0, |many| many - 1);
    let able: Vec<usize> = open.iter().copied().filter(|&index| others(index) > 0).collect();
    let seats = lottery.panels().len() * lottery.size() + 8 * members.len();
    let most = (WORK / seats.max(1)).clamp(FEWEST_ASKED, MOST_ASKED).min(able.len());
    let asked: Vec<usize> = (0..most).filter_map(|i| able.get(i * able.len() / most).copied()).collect();

    let matrix = Matrix::new(lottery, &marginals);
    let mut hits = 0;
    for some in asked.chunks(AT_ONCE) {
        let columns = matrix.columns(some);
        for (column, &one) in some.iter().enumerate() {
            let number = |other: usize| columns.get(other * some.len() + column).copied().unwrap_or_default();
            let counterpart =
                open.iter().copied().filter(|&other| other != one).max_by(|&a, &b| number(a).total_cmp(&number(b)));
            hits += usize::from(counterpart.is_some_and(|other| features(other) == features(one)));
        }
    }
    let chances: f64 = asked.iter().map(|&index| others(index) as f64 / (open.len() - 1).max(1) as f64).sum();
    let all = asked.len().max(1) as f64;
    Leak { asked: asked.len(), score: hits as f64 / all, chance: chances / all }
}
