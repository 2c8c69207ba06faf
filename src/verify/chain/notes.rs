//! What a verdict says of a record that follows another, beside its checks: what may be right, and should be looked at.

use std::collections::BTreeSet;

use super::barred::barred_by;
use super::tickets::Tickets;
use super::{Chain, on_panel};
use crate::verify::before::Step;
use crate::verify::opened::Opened;
use crate::verify::panels::index;
use crate::verify::say::Finding;
use crate::verify::table::QUOTAS;

/// What stands in the brackets of a verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::verify) struct Notes {
    /// Whether it replaces with other quotas than those of the earlier record.
    pub(in crate::verify) other_quotas: bool,
    /// How many members are excluded whom nothing in the chain excludes.
    pub(in crate::verify) excluded_more: usize,
    /// How many members have all tickets, in a record of alternates.
    pub(in crate::verify) certain: usize,
    /// Whether there are more alternates than seats on the panel that they are for.
    pub(in crate::verify) more_than_seats: bool,
}

impl Chain<'_> {
    /// What the verdict says. Who is excluded is counted where this check passes: `chain.rules`, or for a new term `chain.seats`.
    pub(super) fn notes(&self, earlier: &Opened<'_>, counts: &Finding, tickets: Option<&Tickets>) -> Notes {
        let step = self.link.step;
        let more = || if step == Step::Rotate { self.strangers() } else { self.excluded_more(earlier) };
        let of_alternates = tickets.filter(|_| step.alternates());
        let seats = on_panel(earlier, step.panel()).map(|seats| seats.len() as u64);
        Notes {
            other_quotas: matches!(step, Step::Replace(_)) && self.same_table(earlier, QUOTAS) == Some(false),
            excluded_more: Some(()).filter(|()| counts.passes()).and_then(|()| more()).unwrap_or(0),
            certain: of_alternates.map_or(0, Tickets::certain),
            more_than_seats: of_alternates.zip(seats).is_some_and(|(tickets, seats)| tickets.size > seats),
        }
    }

    /// How many are excluded who were not in the earlier record, did not sit, and could sit beside those who do; `None` where that is not known.
    fn excluded_more(&self, earlier: &Opened<'_>) -> Option<usize> {
        let (setup, pool, before) = (self.record.setup.as_ref()?, self.record.pool.as_ref()?, earlier.setup.as_ref()?);
        let beside = self.sits_beside().members;
        // Of the panel that is replaced, whoever stays bars others by the rules alone, and whoever drops out bars nobody.
        let replaced = match self.link.step {
            Step::Replace(panel) => on_panel(earlier, panel)?,
            _ => BTreeSet::new(),
        };
        let others = earlier.drawn()?.iter().filter(|member| !replaced.contains(member));
        let sits: BTreeSet<u64> = beside.iter().chain(others).copied().collect();
        let barred = barred_by(&sits, pool, &setup.rules);
        let mut sat = self.sat().members;
        sat.extend(beside);
        let asked_for = |member: &u64| {
            sat.contains(member) || barred.contains(member) || before.rules.exclude.binary_search(member).is_ok()
        };
        Some(setup.rules.exclude.iter().filter(|member| !asked_for(member)).count())
    }

    /// How many are excluded from a new term who neither sat nor rest, by their identifiers; `None` where that is not known.
    fn strangers(&self) -> Option<usize> {
        let (pool, rules) = self.usable().ok()?;
        let mut sat: BTreeSet<&str> = BTreeSet::new();
        for result in std::iter::once(&self.link.result).chain(&self.record.before()?.former) {
            sat.extend(self.find(result)?.drawn_ids()?);
        }
        let members = pool.instance.members();
        let id = |&number: &u64| members.get(index(number, members.len())?).map(|member| member.id.as_str());
        Some(rules.exclude.iter().filter(|member| id(member).is_none_or(|id| !sat.contains(id))).count())
    }
}
