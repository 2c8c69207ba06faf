//! What a verdict says of a record that follows another, beside its checks: what may be right, and should be looked at.

use super::Chain;
use super::barred::barred_by;
use super::tickets::Tickets;
use crate::verify::before::Step;
use crate::verify::opened::Opened;
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
}

impl Chain<'_> {
    /// What the verdict says, where `chain.rules` found this.
    pub(super) fn notes(&self, earlier: &Opened<'_>, rules: Option<&Finding>, tickets: Option<&Tickets>) -> Notes {
        let replaces = matches!(self.link.step, Step::Replace(_));
        Notes {
            other_quotas: replaces && self.same_table(earlier, QUOTAS) == Some(false),
            excluded_more: rules.filter(|rules| rules.passes()).and_then(|_| self.excluded_more(earlier)).unwrap_or(0),
            certain: tickets.filter(|_| self.link.step.alternates()).map_or(0, Tickets::certain),
        }
    }

    /// How many are excluded who were not in the earlier record, did not sit, and could sit beside those who do; `None` where that is not known.
    fn excluded_more(&self, earlier: &Opened<'_>) -> Option<usize> {
        let (setup, pool, before) = (self.record.setup.as_ref()?, self.record.pool.as_ref()?, earlier.setup.as_ref()?);
        let mut sat = self.sat().members;
        sat.extend(self.sits_beside().members);
        let barred = barred_by(&sat, pool, &setup.rules);
        let asked_for = |member: &u64| {
            sat.contains(member) || barred.contains(member) || before.rules.exclude.binary_search(member).is_ok()
        };
        Some(setup.rules.exclude.iter().filter(|member| !asked_for(member)).count())
    }
}
