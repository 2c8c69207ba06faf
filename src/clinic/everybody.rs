//! The least change of the quotas that makes a panel possible for each member, not the same panel for all.
//!
//! Each member needs a panel of their own, which would be many panels in one program. Instead, the changes are found by what is known to be
//! needed, and more becomes known from each member who still has no panel:
//!
//! 1. the cheapest changes that meet all known needs;
//! 2. with the quotas changed so, does somebody sit on no panel? If nobody, these changes are the cheapest: every other way meets the needs as well;
//! 3. otherwise there is a new need: what the numbers that bar the member say ([`Shortage`]), or, where fractions of panels could seat
//!    the member and whole ones cannot, that one of the changes must be larger than any that leave the member out.

use std::collections::BTreeSet;

use super::change::{allowed, has_flex};
use super::repair::{checked, widened};
use super::{Repairs, WAYS, given_up, ways::ways};
use crate::instance::Standing;
use crate::solve::{Answer, Ask, Loosening, Need, Panels, Shortage, SolveError, cheapest_cover};

/// Programs for the cheapest changes that meet the known needs, for all ways together.
const PROGRAMS: usize = 20_000;
/// Needs that are learnt before the search is given up.
const NEEDS: usize = 800;
/// Members from whom needs are learnt in one round.
const LEARN: usize = 12;

/// Up to five different ways, and the open members whom none helps.
pub(super) fn everybody(
    panels: &mut Panels<'_>,
    found: &mut dyn FnMut(usize),
) -> Result<(Repairs, Vec<usize>), SolveError> {
    let within = has_flex(panels);
    let (first, helpless) = within_limits(panels, within, found)?;
    if within && first.ways.is_empty() && first.complete {
        let (second, helpless) = within_limits(panels, false, found)?;
        return Ok((Repairs { beyond_flex: true, ..second }, helpless));
    }
    Ok((first, helpless))
}

fn within_limits(
    panels: &mut Panels<'_>,
    flex: bool,
    found: &mut dyn FnMut(usize),
) -> Result<(Repairs, Vec<usize>), SolveError> {
    let allowed = allowed(panels, flex);
    let usual = panels.usual();
    let most: Vec<i64> = allowed.iter().map(|one| one.most).collect();
    let costs: Vec<i64> = allowed.iter().map(|one| one.cost).collect();
    let given_up_at_once = Repairs { complete: false, ..Repairs::default() };
    let Some(helpless) = given_up(panels.seatless(&widened(&usual, &allowed, &most)))? else {
        return Ok((given_up_at_once, Vec::new()));
    };
    let open = |member: &usize| panels.instance().members()[*member].standing == Standing::Open;
    let all = (0..panels.instance().members().len()).filter(open);
    let targets: Vec<usize> = all.filter(|member| helpless.binary_search(member).is_err()).collect();
    if targets.is_empty() {
        return Ok((Repairs { complete: true, ..Repairs::default() }, helpless));
    }
    let mut study = Study { panels, usual, allowed: &allowed, targets, needs: Vec::new(), programs: PROGRAMS };
    let (found, complete) = ways(WAYS, &costs, &mut |forbidden| study.cheapest(forbidden), found)?;
    let targets = study.targets;
    let mut ways = Vec::new();
    for by in found.into_iter().filter(|by| by.iter().any(|&by| by > 0)) {
        let repair = checked(panels, &allowed, &by)?;
        // Once more, from the beginning.
        let instance = repair.applied(panels.instance());
        let ground = crate::solve::Ground::new(&instance);
        let mut fresh = Panels::new(&instance, &ground);
        let ask = fresh.usual();
        if !fresh.seatless_among(&ask, &targets, 1)?.is_empty() {
            return Err(SolveError::Drift { doing: "a repair for everybody leaves somebody out" });
        }
        ways.push(repair);
    }
    Ok((Repairs { ways, complete, beyond_flex: false }, helpless))
}

/// What is known about the changes that are needed.
struct Study<'a, 'b> {
    panels: &'a mut Panels<'b>,
    usual: Ask,
    allowed: &'a [Loosening],
    targets: Vec<usize>,
    needs: Vec<Need>,
    programs: usize,
}

impl Study<'_, '_> {
    /// The cheapest changes, some forbidden, that leave no target without a panel.
    fn cheapest(&mut self, forbidden: &BTreeSet<usize>) -> Result<Option<Vec<i64>>, SolveError> {
        let costs: Vec<i64> = self.allowed.iter().map(|one| one.cost).collect();
        let may = |(place, one): (usize, &Loosening)| if forbidden.contains(&place) { 0 } else { one.most };
        let most: Vec<i64> = self.allowed.iter().enumerate().map(may).collect();
        while self.needs.len() < NEEDS {
            let Some(by) = cheapest_cover(&most, &costs, &self.needs, &mut self.programs)? else { return Ok(None) };
            let ask = widened(&self.usual, self.allowed, &by);
            let left = self.panels.seatless_among(&ask, &self.targets, LEARN)?;
            let Some(&first) = left.first() else { return Ok(Some(by)) };
            // Members who are spread over all who are left say more than neighbours do.
            let step = left.len().div_ceil(LEARN);
            let mut learnt = false;
            for &member in left.iter().step_by(step) {
                let answer = self.panels.find(&Ask { seat: Some(member), ..ask.clone() })?;
                let Answer::None(Some(shortage)) = answer else { continue };
                let need = self.need(&shortage, &by);
                if !need.is_met(&by) && !self.needs.contains(&need) {
                    self.needs.push(need);
                    learnt = true;
                }
            }
            if !learnt {
                let need = self.larger(first, &by)?;
                self.needs.push(need);
            }
        }
        Err(SolveError::TooHard { doing: "the search for quotas that give everybody a chance", limit: NEEDS })
    }

    /// What a shortage under changes asks of all changes.
    fn need(&self, shortage: &Shortage, by: &[i64]) -> Need {
        let weight = |one: &Loosening| if one.raise { shortage.raise[one.quota] } else { shortage.lower[one.quota] };
        let weights: Vec<(usize, i64)> =
            self.allowed.iter().map(weight).enumerate().filter(|&(_, weight)| weight > 0).collect();
        let least = shortage.lack + weights.iter().map(|&(place, weight)| weight * by[place]).sum::<i64>();
        let divisor = weights.iter().fold(0, |divisor, &(_, weight)| num_integer::gcd(divisor, weight)).max(1);
        let least = num_integer::Integer::div_ceil(&least, &divisor);
        // A weight above what is needed says no more than that.
        Need::Sum(weights.into_iter().map(|(place, weight)| (place, (weight / divisor).min(least))).collect(), least)
    }

    /// Changes that leave a member out, made as large as that remains so: one of them must be larger still.
    fn larger(&mut self, member: usize, by: &[i64]) -> Result<Need, SolveError> {
        let mut by = by.to_vec();
        for (place, one) in self.allowed.iter().enumerate() {
            let (mut out, mut seated) = (by[place], one.most + 1);
            while seated - out > 1 {
                by[place] = if seated > one.most { one.most } else { (out + seated) / 2 };
                let ask = Ask { seat: Some(member), ..widened(&self.usual, self.allowed, &by) };
                match self.panels.find(&ask)? {
                    Answer::Panel(_) => seated = by[place],
                    Answer::None(_) => out = by[place],
                }
            }
            by[place] = out;
        }
        let open = self.allowed.iter().zip(by).enumerate().filter(|(_, (one, by))| *by < one.most);
        Ok(Need::OneOf(open.map(|(place, (_, by))| (place, by + 1)).collect()))
    }
}
