//! The greedy rule that most citizens' assemblies used until 2021, called *legacy* in Flanigan, Gölz, Gupta, Hennig and Procaccia,
//! *Fair algorithms for selecting citizens' assemblies* (Nature 596, 2021).
//!
//! Seat one member after another. The *urgency* of a feature value is the number of seats that its minimum still lacks, divided by the
//! number of its members who remain; it is signed, so a value past its minimum has a negative one. Take the most urgent value, and
//! seat one of its remaining members, each with the same chance. Whoever can no longer be seated (their value is full, or a housemate sits)
//! stops remaining. When a minimum can no longer be met, or nobody remains, start again from scratch.
//!
//! Where several values are equally urgent, each is as likely as the others: so neither the order of the quotas file nor anything
//! else outside the rules matters. (The paper leaves ties open.) Fractions are compared in whole numbers.

use super::chance::Chance;
use super::rules::PanelRules;
use crate::instance::Standing;

/// The state at the start of every try, and what a draw needs.
pub struct Legacy<'a> {
    rules: &'a PanelRules,
    start: State,
    state: State,
    urgent: Vec<usize>,
}

#[derive(Clone)]
struct State {
    remains: Vec<bool>,
    /// For each group, members who remain, and seats that are taken.
    remaining: Vec<usize>,
    seats: Vec<usize>,
    panel: Vec<usize>,
}

/// A minimum can no longer be met.
struct DeadEnd;

impl<'a> Legacy<'a> {
    /// For these rules; `None` when every try would fail before its first step.
    pub fn new(rules: &'a PanelRules) -> Option<Self> {
        let groups = rules.groups();
        let mut start = State {
            remains: vec![true; rules.members()],
            remaining: groups.iter().map(|group| group.members.len()).collect(),
            seats: vec![0; groups.len()],
            panel: Vec::with_capacity(rules.size()),
        };
        for (group, rule) in groups.iter().enumerate() {
            start.close_if_full(rules, group).ok()?;
            if rule.least > start.remaining[group] {
                return None;
            }
        }
        for member in 0..rules.members() {
            match rules.standing(member) {
                Standing::Open => {}
                Standing::Excluded => start.remove(rules, member).ok()?,
                Standing::Included if start.remains[member] => start.seat(rules, member).ok()?,
                Standing::Included => return None,
            }
        }
        let state = start.clone();
        (start.panel.len() <= rules.size()).then_some(Self { rules, start, state, urgent: Vec::new() })
    }

    /// Tries until a panel is found, at most `tries` times; the panel in ascending order, and the number of tries. `None` when all failed.
    pub fn draw(&mut self, chance: &mut Chance, tries: u64) -> Option<(&[usize], u64)> {
        for number in 1..=tries {
            if self.attempt(chance).is_ok() {
                self.state.panel.sort_unstable();
                return Some((&self.state.panel, number));
            }
        }
        None
    }

    fn attempt(&mut self, chance: &mut Chance) -> Result<(), DeadEnd> {
        self.state.clone_from(&self.start);
        while self.state.panel.len() < self.rules.size() {
            self.find_urgent();
            let value = *self.urgent.get(chance.below(self.urgent.len())).ok_or(DeadEnd)?;
            let member = self.pick(value, chance).ok_or(DeadEnd)?;
            self.state.seat(self.rules, member)?;
        }
        let met = self.rules.quotas().iter().zip(&self.state.seats).all(|(quota, &seats)| quota.least <= seats);
        if met { Ok(()) } else { Err(DeadEnd) }
    }

    /// All quotas of the largest urgency.
    fn find_urgent(&mut self) {
        self.urgent.clear();
        let mut best = (0_i64, 1_i64);
        for (value, quota) in self.rules.quotas().iter().enumerate() {
            let remaining = self.state.remaining[value] as i64;
            if remaining == 0 {
                continue;
            }
            let lacking = quota.least as i64 - self.state.seats[value] as i64;
            let order = (lacking * best.1).cmp(&(best.0 * remaining));
            if self.urgent.is_empty() || order.is_gt() {
                best = (lacking, remaining);
                self.urgent.clear();
            }
            if self.urgent.is_empty() || order.is_eq() {
                self.urgent.push(value);
            }
        }
    }

    /// One of the remaining members of a group, each with the same chance.
    fn pick(&self, group: usize, chance: &mut Chance) -> Option<usize> {
        let members = &self.rules.groups()[group].members;
        let remaining = self.state.remaining[group];
        // Blind tries are as fair as counting, and faster while many remain.
        if remaining * 4 >= members.len() {
            for _ in 0..64 {
                let member = members[chance.below(members.len())];
                if self.state.remains[member] {
                    return Some(member);
                }
            }
        }
        let place = chance.below(remaining);
        members.iter().copied().filter(|&member| self.state.remains[member]).nth(place)
    }
}

impl State {
    fn seat(&mut self, rules: &PanelRules, member: usize) -> Result<(), DeadEnd> {
        self.panel.push(member);
        self.remains[member] = false;
        for group in rules.groups_of(member) {
            self.seats[group] += 1;
            self.remaining[group] -= 1;
        }
        rules.groups_of(member).try_for_each(|group| self.close_if_full(rules, group))
    }

    fn close_if_full(&mut self, rules: &PanelRules, group: usize) -> Result<(), DeadEnd> {
        let rule = &rules.groups()[group];
        if self.seats[group] > rule.most {
            return Err(DeadEnd);
        }
        if self.seats[group] == rule.most && self.remaining[group] > 0 {
            for &member in &rule.members {
                if self.remains[member] {
                    self.remove(rules, member)?;
                }
            }
        }
        Ok(())
    }

    fn remove(&mut self, rules: &PanelRules, member: usize) -> Result<(), DeadEnd> {
        if !self.remains[member] {
            return Ok(());
        }
        self.remains[member] = false;
        for group in rules.groups_of(member) {
            self.remaining[group] -= 1;
            if self.seats[group] + self.remaining[group] < rules.groups()[group].least {
                return Err(DeadEnd);
            }
        }
        Ok(())
    }
}
