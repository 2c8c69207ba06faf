//! The least change of the quotas that makes a panel possible.
//!
//! One integer program: a panel, and changes that make its seats fit,
//!
//! ```text
//! minimise Σ cost·change   subject to   min − lowered ≤ seats ≤ max + raised   for every quota, and all other rules
//! ```

use std::collections::BTreeSet;

use super::change::{allowed, has_flex, repair};
use super::{Repair, Repairs, WAYS, given_up, ways::ways};
use crate::solve::{Answer, Ask, Goal, Loosening, Panels, SolveError, has_panel};

/// Up to five different ways.
pub(super) fn repairs(panels: &mut Panels<'_>, found: &mut dyn FnMut(usize)) -> Result<Repairs, SolveError> {
    let within = has_flex(panels);
    let first = within_limits(panels, within, found)?;
    if within && first.ways.is_empty() && first.complete {
        return Ok(Repairs { beyond_flex: true, ..within_limits(panels, false, found)? });
    }
    Ok(first)
}

fn within_limits(panels: &mut Panels<'_>, flex: bool, found: &mut dyn FnMut(usize)) -> Result<Repairs, SolveError> {
    let allowed = allowed(panels, flex);
    let usual = panels.usual();
    let costs: Vec<i64> = allowed.iter().map(|one| one.cost).collect();
    let mut cheapest = |forbidden: &BTreeSet<usize>| {
        let free = |place: &usize| !forbidden.contains(place);
        let places: Vec<usize> = (0..allowed.len()).filter(free).collect();
        let goal = Goal::Cheapest(places.iter().map(|&place| allowed[place]).collect());
        let Answer::Panel(seated) = panels.find(&Ask { goal, ..usual.clone() })? else { return Ok(None) };
        let mut by = vec![0; allowed.len()];
        for (place, seats) in places.into_iter().zip(seated.loosened) {
            by[place] = seats;
        }
        Ok(Some(by))
    };
    let (found, complete) = ways(WAYS, &costs, &mut cheapest, found)?;
    let mut ways = Vec::new();
    for by in found {
        ways.push(checked(panels, &allowed, &by)?);
    }
    Ok(Repairs { ways, complete, beyond_flex: false })
}

/// A repair after its instance was asked again, from the beginning.
pub(super) fn checked(panels: &mut Panels<'_>, allowed: &[Loosening], by: &[i64]) -> Result<Repair, SolveError> {
    let mut repair = repair(panels, allowed, by);
    if !has_panel(&repair.applied(panels.instance()))? {
        return Err(SolveError::Drift { doing: "a repair does not help" });
    }
    let ask = widened(&panels.usual(), allowed, by);
    repair.seatless = given_up(panels.seatless(&ask))?.map(|members| members.len());
    Ok(repair)
}

/// A question with changed quotas.
pub(super) fn widened(ask: &Ask, allowed: &[Loosening], by: &[i64]) -> Ask {
    let mut wide = ask.clone();
    for (one, by) in allowed.iter().zip(by) {
        let bounds = &mut wide.quotas[one.quota];
        if one.raise { bounds.1 += by } else { bounds.0 -= by }
    }
    wide
}
