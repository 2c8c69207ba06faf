//! Which kinds of alternates, how many of each: those with the least deviation on average over a sample.
//!
//! One more alternate at a time, the one who lowers the average most; then exchanges of one alternate for another as long as that lowers it, and as
//! the work allowed for it lasts. Every average is exact.

use std::cmp::Reverse;

use super::ground::Ground;
use super::inner::Inner;
use super::scenarios::{Sample, Scenario};

/// Alternates, and what they leave of the deviation in each scenario.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    /// Member indices: some people of the kinds chosen who can be alternates together.
    pub people: Vec<usize>,
    /// How many of each kind.
    pub counts: Vec<usize>,
    /// The deviation that the best replacement leaves in each scenario.
    values: Vec<i64>,
    /// How many of each kind (in the order of the kinds) a best replacement calls in, kinds that nobody is chosen of left out.
    called: Vec<Vec<usize>>,
    /// The sum over the sample.
    pub total: u128,
}

/// Chooses alternates on one sample.
pub(super) struct Chooser<'a> {
    ground: &'a Ground,
    scenarios: &'a [Scenario],
    inner: Inner<'a>,
    /// When the search has come so far, it gives up.
    work: u64,
}

/// Somebody who could be chosen next, and at most how good that is.
struct Candidate {
    kind: usize,
    member: usize,
    bounds: Vec<i64>,
    total: u128,
}

impl<'a> Chooser<'a> {
    pub fn new(ground: &'a Ground, sample: &'a Sample) -> Self {
        Self { ground, scenarios: &sample.scenarios, inner: Inner::new(&ground.needs), work: u64::MAX }
    }

    fn total(&self, values: &[i64]) -> u128 {
        values.iter().zip(self.scenarios).map(|(value, scenario)| *value as u128 * u128::from(scenario.times)).sum()
    }

    /// Allows so many more places of search trees; whatever is not decided then is given up.
    pub fn allow(&mut self, work: u64) {
        self.work = self.inner.nodes.saturating_add(work);
    }

    /// What a choice of people is worth.
    pub fn judge(&mut self, people: Vec<usize>) -> Choice {
        let counts = self.ground.composition(&people).unwrap_or_else(|| vec![0; self.ground.kinds().len()]);
        let items = self.ground.items(&counts);
        let (mut values, mut called) = (Vec::new(), Vec::new());
        for scenario in self.scenarios {
            values.push(
                self.inner
                    .best(&items, &[], &scenario.have, scenario.seats, i64::MAX)
                    .unwrap_or_else(|| self.ground.needs.deviation(&scenario.have, scenario.seats)),
            );
            called.push(self.inner.found.clone());
        }
        let total = self.total(&values);
        Choice { people, counts, values, called, total }
    }

    /// The choice without one of its people.
    fn without(&mut self, choice: &Choice, place: usize) -> Choice {
        let mut people = choice.people.clone();
        let out = people.remove(place);
        let kind = self.ground.kind_of(out);
        let mut counts = choice.counts.clone();
        counts[kind] -= 1;
        let items = self.ground.items(&counts);
        let item = choice.counts[..kind].iter().filter(|copies| **copies > 0).count();
        let gone = counts[kind] == 0;
        let (mut values, mut called) = (choice.values.clone(), choice.called.clone());
        for (index, scenario) in self.scenarios.iter().enumerate() {
            // Where not all of this kind are called in, nothing is lost.
            if called[index][item] > counts[kind] {
                if let Some(value) = self.inner.best(&items, &[], &scenario.have, scenario.seats, i64::MAX) {
                    values[index] = value;
                    called[index].clone_from(&self.inner.found);
                }
            } else if gone {
                called[index].remove(item);
            }
        }
        let total = self.total(&values);
        Choice { people, counts, values, called, total }
    }

    /// For each kind, somebody of it who can be an alternate beside those chosen, and bounds on what that leaves; kinds that cannot come below
    /// `below` are left out. The most promising first.
    fn candidates(&mut self, choice: &Choice, below: u128) -> Vec<Candidate> {
        let items = self.ground.items(&choice.counts);
        let mut candidates = Vec::new();
        for (kind, of) in self.ground.kinds().iter().enumerate() {
            let Some(member) = self.ground.another(kind, &choice.people) else { continue };
            let mut bounds = Vec::with_capacity(self.scenarios.len());
            let mut total = 0;
            for (scenario, &value) in self.scenarios.iter().zip(&choice.values) {
                let bound = if scenario.seats == 0 || value == 0 {
                    value
                } else {
                    self.inner.bound_with(&items, &of.rows, &scenario.have, scenario.seats).clamp(0, value)
                };
                bounds.push(bound);
                total += bound as u128 * u128::from(scenario.times);
                if total >= below {
                    break;
                }
            }
            if total < below {
                candidates.push(Candidate { kind, member, bounds, total });
            }
        }
        candidates.sort_by_key(|candidate| (candidate.total, candidate.kind));
        candidates
    }

    /// The choice with one more alternate that leaves the least, if that is less than `below`; of equally good ones, the kind that most members
    /// are of, so that many have a chance. When the work is used up, the best so far.
    pub fn best_addition(&mut self, choice: &Choice, below: u128) -> Option<Choice> {
        let candidates = self.candidates(choice, below);
        let crowd = |kind: usize| Reverse(self.ground.kinds()[kind].members.len());
        let mut best: Option<(Reverse<usize>, Choice, usize)> = None;
        for candidate in candidates {
            let rank = (crowd(candidate.kind), candidate.kind);
            // A tie is won by the kind with more members.
            let below = match &best {
                Some((members, choice, kind)) => choice.total + u128::from(rank < (*members, *kind)),
                None => below,
            };
            if candidate.total >= below {
                if best.as_ref().is_some_and(|(_, choice, _)| candidate.total > choice.total) {
                    break;
                }
                continue;
            }
            if let Some(choice) = self.with(choice, &candidate, below) {
                best = Some((rank.0, choice, rank.1));
            }
            if self.inner.nodes > self.work && (best.is_some() || below < u128::MAX) {
                break;
            }
        }
        best.map(|best| best.1)
    }

    /// The choice with somebody more, if it leaves less than `below`.
    fn with(&mut self, choice: &Choice, candidate: &Candidate, below: u128) -> Option<Choice> {
        let kind = candidate.kind;
        let rows = &self.ground.kinds()[kind].rows;
        let items = self.ground.items(&choice.counts);
        let mut total = candidate.total;
        // Where most is promised, most can be disappointed: these first, so that it is soon seen when this is not enough.
        let promised = |index: usize| {
            (choice.values[index] - candidate.bounds[index]) as u128 * u128::from(self.scenarios[index].times)
        };
        let mut open: Vec<usize> = (0..self.scenarios.len()).filter(|&index| promised(index) > 0).collect();
        open.sort_by_key(|&index| (Reverse(promised(index)), index));
        let mut better: Vec<(usize, i64, Vec<usize>)> = Vec::new();
        for index in open {
            let (scenario, value) = (&self.scenarios[index], choice.values[index]);
            let found = self.inner.best_with(&items, rows, &scenario.have, scenario.seats, value);
            total += (found.unwrap_or(value) - candidate.bounds[index]) as u128 * u128::from(scenario.times);
            if total >= below {
                return None;
            }
            better.extend(found.map(|value| (index, value, self.inner.found.clone())));
        }
        let item = choice.counts[..kind].iter().filter(|copies| **copies > 0).count();
        let fresh = choice.counts[kind] == 0;
        let (mut values, mut called) = (choice.values.clone(), choice.called.clone());
        for (index, value, found) in better {
            values[index] = value;
            called[index] = found;
            if fresh {
                called[index].insert(item, 1);
            } else {
                called[index][item] += 1;
            }
        }
        // Those that are no better call in nobody more.
        for (index, called) in called.iter_mut().enumerate().filter(|_| fresh) {
            if values[index] == choice.values[index] {
                called.insert(item, 0);
            }
        }
        let mut counts = choice.counts.clone();
        counts[kind] += 1;
        let mut people = choice.people.clone();
        people.push(candidate.member);
        Some(Choice { people, counts, values, called, total })
    }

    /// Exchanges one alternate for another until no exchange is better, or the work is used up; whether none is.
    pub fn exchange(&mut self, mut choice: Choice) -> (Choice, bool) {
        loop {
            // Whoever is missed least goes first.
            let mut seen: Vec<usize> = Vec::new();
            let mut less: Vec<Choice> = Vec::new();
            for (place, &out) in choice.people.iter().enumerate() {
                let kind = self.ground.kind_of(out);
                if self.ground.has_rivals(out) || !seen.contains(&kind) {
                    less.push(self.without(&choice, place));
                }
                if !self.ground.has_rivals(out) {
                    seen.push(kind);
                }
            }
            less.sort_by_key(|choice| choice.total);
            let better = less.iter().find_map(|less| {
                if self.inner.nodes > self.work { None } else { self.best_addition(less, choice.total) }
            });
            match better {
                Some(better) => choice = better,
                None => return (choice, self.inner.nodes <= self.work),
            }
        }
    }
}
