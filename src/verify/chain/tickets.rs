//! How many tickets each member has, and how many he or she should have.

use std::collections::BTreeMap;

use crate::verify::lottery::Lottery;
use crate::verify::say::{Problems, grouped};

/// The tickets of the members who have any.
pub(super) struct Tickets {
    /// How many members sit on each panel.
    pub(super) size: u64,
    sums: BTreeMap<u64, u128>,
    of: u128,
}

impl Tickets {
    pub(super) fn of(lottery: &Lottery) -> Self {
        let mut sums: BTreeMap<u64, u128> = BTreeMap::new();
        for panel in lottery.panels.iter() {
            for member in panel.members.iter() {
                *sums.entry(member).or_default() += u128::from(panel.tickets);
            }
        }
        Tickets { size: lottery.size, sums, of: u128::from(lottery.tickets) }
    }

    fn member(&self, member: u64) -> u128 {
        self.sums.get(&member).copied().unwrap_or(0)
    }

    pub(super) fn has_all(&self, member: u64) -> bool {
        self.member(member) == self.of
    }

    pub(super) fn has_none(&self, member: u64) -> bool {
        self.member(member) == 0
    }

    /// How many members have all tickets.
    pub(super) fn certain(&self) -> usize {
        self.sums.values().filter(|sum| **sum == self.of).count()
    }

    pub(super) fn all_or_none(&self, member: u64, name: &str, problems: &mut Problems) {
        let tickets = self.member(member);
        if tickets != 0 && tickets != self.of {
            let (tickets, of) = (grouped(tickets), grouped(self.of));
            problems.add(|| {
                format!("member {name} of the earlier panel has {tickets} of {of} tickets, expected all or none")
            });
        }
    }

    /// What is wrong with somebody who has not all tickets, and is not excluded.
    pub(super) fn all_or_excluded(&self, member: u64, name: &str, problems: &mut Problems) {
        let (tickets, of) = (grouped(self.member(member)), grouped(self.of));
        problems.add(|| {
            format!("member {name} of the earlier panel has {tickets} of {of} tickets, expected all of them, or to be excluded")
        });
    }

    pub(super) fn none(&self, member: u64, name: &str, why: &str, problems: &mut Problems) {
        let tickets = self.member(member);
        if tickets != 0 {
            let noun = if tickets == 1 { "ticket" } else { "tickets" };
            problems.add(|| format!("member {name} {why}, but has {} {noun}", grouped(tickets)));
        }
    }
}
