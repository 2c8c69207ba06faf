//! Panels drawn approximately uniformly from all feasible ones, by a Markov chain of swaps.
//!
//! Listing all feasible panels is out of reach, and so is drawing one directly. The chain walks over all sets of k members
//! (those who are included always in, those who are excluded always out). A step picks somebody on the panel and somebody off it, each
//! equally likely, and proposes to swap them. Let V be the number of seats by which a panel misses its quotas and limits, all added up. A
//! swap that does not raise V is made; one that raises it by d is made with probability 2^(−d·h), where h is a whole number of *halvings*
//! (Metropolis 1953). Proposals are symmetric, so in the long run a set's share of the time is proportional to 2^(−V·h): **equal for all
//! feasible panels**, where V = 0. Infeasible sets are only passed through, so that panels that no single swap connects are still
//! reached.
//!
//! Every so many steps (the *thinning*) the panel is taken if it is feasible at that moment, and otherwise not; waiting for the next
//! feasible one instead would prefer panels at the edge. That each panel is equally likely holds in the long run only, hence
//! "approximately".

use super::chance::Chance;
use super::rules::PanelRules;
use crate::instance::Standing;

/// One chain.
pub struct Swaps<'a> {
    rules: &'a PanelRules,
    /// Members who may sit or not; the first `seats` of them sit.
    open: Vec<usize>,
    seats: usize,
    taken: Vec<usize>,
    missed: usize,
    included: Vec<usize>,
}

impl<'a> Swaps<'a> {
    /// A chain that starts at any set of members; `None` when so many are included or excluded that there is no set of k.
    pub fn new(rules: &'a PanelRules, chance: &mut Chance) -> Option<Self> {
        let of = |standing| (0..rules.members()).filter(move |&member| rules.standing(member) == standing);
        let included: Vec<usize> = of(Standing::Included).collect();
        let mut open: Vec<usize> = of(Standing::Open).collect();
        let seats = rules.size().checked_sub(included.len()).filter(|&seats| seats <= open.len())?;
        for place in 0..seats {
            let other = place + chance.below(open.len() - place);
            open.swap(place, other);
        }
        let mut taken = vec![0; rules.groups().len()];
        for &member in included.iter().chain(&open[..seats]) {
            for group in rules.groups_of(member) {
                taken[group] += 1;
            }
        }
        let missed = (0..taken.len()).map(|group| misses(rules, group, taken[group])).sum();
        Some(Self { rules, open, seats, taken, missed, included })
    }

    /// Makes so many steps with so many halvings for each seat missed.
    pub fn walk(&mut self, chance: &mut Chance, steps: usize, halvings: u32) {
        let free = self.open.len() - self.seats;
        if self.seats == 0 || free == 0 {
            return;
        }
        for _ in 0..steps {
            let (out, into) = (chance.below(self.seats), self.seats + chance.below(free));
            let before = self.missed;
            self.swap(out, into);
            let worse = self.missed.saturating_sub(before);
            if worse > 0 && !chance.rarely(u32::try_from(worse).unwrap_or(64).saturating_mul(halvings)) {
                self.swap(out, into);
            }
        }
    }

    /// Whether every rule is met.
    pub fn is_feasible(&self) -> bool {
        self.missed == 0
    }

    /// The members who sit, in ascending order.
    pub fn panel(&self) -> Vec<usize> {
        let mut panel: Vec<usize> = self.included.iter().chain(&self.open[..self.seats]).copied().collect();
        panel.sort_unstable();
        panel
    }

    fn swap(&mut self, out: usize, into: usize) {
        for group in self.rules.groups_of(self.open[out]) {
            let seats = self.taken[group];
            self.missed -= misses(self.rules, group, seats);
            self.taken[group] = seats - 1;
            self.missed += misses(self.rules, group, seats - 1);
        }
        for group in self.rules.groups_of(self.open[into]) {
            let seats = self.taken[group];
            self.missed -= misses(self.rules, group, seats);
            self.taken[group] = seats + 1;
            self.missed += misses(self.rules, group, seats + 1);
        }
        self.open.swap(out, into);
    }
}

/// By how many seats a group misses its bounds.
fn misses(rules: &PanelRules, group: usize, seats: usize) -> usize {
    let rule = &rules.groups()[group];
    rule.least.saturating_sub(seats) + seats.saturating_sub(rule.most)
}
