//! Changes of quotas, and what they cost.
//!
//! The cost of a seat follows the published tool for sortition: a minimum counts the more the smaller it is, so that small groups are
//! protected. Lowering a minimum m costs 1 + 2/m for each seat, raising a maximum costs 1. Costs are whole thousandths, rounded up.

use std::fmt;

use crate::instance::Instance;
use crate::solve::{Loosening, Panels};

/// What one seat more in a maximum costs, in thousandths.
const RAISE: i64 = 1000;
/// What the size of a minimum adds to that for each seat less, divided by the minimum.
const SMALL: i64 = 2000;

/// One number of the quotas file that changes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The number of the row of the quotas file, from 1.
    pub row: usize,
    /// What the quota is on: `gender: female`.
    pub what: String,
    /// Whether it is the maximum; else the minimum.
    pub max: bool,
    /// The number now.
    pub from: usize,
    /// The number after the change.
    pub to: usize,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = if self.max { "maximum" } else { "minimum" };
        write!(f, "the {number} of {} from {} to {}", self.what, self.from, self.to)
    }
}

/// Changes that make a panel possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// The changes, by row.
    pub changes: Vec<Change>,
    /// What they cost together, in thousandths.
    pub cost: i64,
    /// By how many seats all numbers change together.
    pub seats: usize,
    /// Open members who sit on no panel after these changes; `None` when that was not found out.
    pub seatless: Option<usize>,
}

impl Repair {
    /// The changed quotas: row, minimum and maximum.
    pub fn quotas(&self, instance: &Instance) -> Vec<(usize, usize, usize)> {
        let mut quotas: Vec<(usize, usize, usize)> = Vec::new();
        for row in instance.quotas() {
            let quota = row.quota;
            let of = |max| self.changes.iter().find(|change| change.row == quota.row && change.max == max);
            let (min, max) = (of(false), of(true));
            if min.is_some() || max.is_some() {
                let to = |change: Option<&Change>, now| change.map_or(now, |change| change.to);
                quotas.push((quota.row, to(min, quota.min), to(max, quota.max)));
            }
        }
        quotas
    }

    /// The instance with the changed quotas.
    pub fn applied(&self, instance: &Instance) -> Instance {
        instance.with(instance.size(), &self.quotas(instance))
    }
}

/// The changes that are allowed. Quotas of 0 to 0 exclude a value and stay; no minimum goes below 0 and no maximum above the panel size.
///
/// Within the limits of the file if it sets any: a row without limits of its own stays as it is then.
pub(super) fn allowed(panels: &Panels<'_>, flex: bool) -> Vec<Loosening> {
    let size = panels.instance().size();
    let mut allowed = Vec::new();
    for (place, row) in panels.quotas().iter().enumerate() {
        let quota = row.quota;
        if quota.max == 0 {
            continue;
        }
        let (least, most) = if flex { quota.flex.unwrap_or((quota.min, quota.max)) } else { (0, size) };
        let add = |allowed: &mut Vec<Loosening>, raise, most: usize, cost| {
            if most > 0 {
                allowed.push(Loosening { quota: place, raise, most: most as i64, cost });
            }
        };
        let min = quota.min.max(1) as i64;
        add(&mut allowed, false, quota.min.saturating_sub(least), RAISE + (SMALL + min - 1) / min);
        add(&mut allowed, true, most.min(size).saturating_sub(quota.max), RAISE);
    }
    allowed
}

/// Whether the quotas file limits changes.
pub(super) fn has_flex(panels: &Panels<'_>) -> bool {
    panels.quotas().iter().any(|row| row.quota.flex.is_some())
}

/// Changes by so many seats, as they are handed out.
pub(super) fn repair(panels: &Panels<'_>, allowed: &[Loosening], by: &[i64]) -> Repair {
    let mut changes = Vec::new();
    let (mut cost, mut seats) = (0, 0);
    for (one, &by) in allowed.iter().zip(by).filter(|&(_, &by)| by > 0) {
        let row = &panels.quotas()[one.quota];
        let steps = usize::try_from(by).unwrap_or_default();
        let (from, to) = if one.raise {
            (row.quota.max, row.quota.max + steps)
        } else {
            (row.quota.min, row.quota.min.saturating_sub(steps))
        };
        changes.push(Change { row: row.quota.row, what: row.name.clone(), max: one.raise, from, to });
        cost += one.cost * by;
        seats += steps;
    }
    changes.sort();
    Repair { changes, cost, seats, seatless: None }
}
