//! All compositions, where there are few enough to list: then the one that is worth most is found by looking.

use super::relaxation::{Relaxation, Rule};

/// Most compositions that are listed.
const MOST: usize = 1_000_000;
/// Most seats on all listed compositions together, so that a scan stays short.
const SEATS: usize = 15_000_000;
/// Steps of the search before it is given up.
const STEPS: usize = 15_000_000;

/// Every composition of a relaxation.
#[derive(Debug)]
pub struct Listing {
    types: usize,
    /// Types with seats and how many, of all compositions one after the other.
    seats: Vec<(u32, u32)>,
    /// Where each composition ends.
    ends: Vec<usize>,
}

impl Listing {
    /// Lists every composition; `None` when there are too many, or the search takes too long.
    ///
    /// Depth first: a type of the tightest rule gets each count in turn, and after each the rules narrow what the other types can have.
    pub fn of(relaxation: &Relaxation) -> Option<Self> {
        let mut search = Search::new(relaxation);
        let mut listing = Self { types: relaxation.types(), seats: Vec::new(), ends: Vec::new() };
        let every: Vec<usize> = (0..relaxation.rules.len()).collect();
        if search.narrow(every) {
            search.descend(&mut listing)?;
        }
        Some(listing)
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn seats(&self, place: usize) -> &[(u32, u32)] {
        let start = if place == 0 { 0 } else { self.ends[place - 1] };
        &self.seats[start..self.ends[place]]
    }

    /// The counts of one composition.
    pub fn counts(&self, place: usize) -> Vec<i64> {
        let mut counts = vec![0; self.types];
        for &(t, count) in self.seats(place) {
            counts[t as usize] = i64::from(count);
        }
        counts
    }

    /// The compositions that are worth most, best first, at most `many`; ties in the order of the list.
    pub fn best(&self, gains: &[f64], many: usize) -> Vec<(f64, usize)> {
        let mut best: Vec<(f64, usize)> = Vec::with_capacity(many + 1);
        for place in 0..self.len() {
            let worth: f64 = self.seats(place).iter().map(|&(t, count)| gains[t as usize] * f64::from(count)).sum();
            if best.len() < many || best.last().is_some_and(|&(least, _)| worth > least) {
                let at = best.partition_point(|&(other, _)| other >= worth);
                best.insert(at, (worth, place));
                best.truncate(many);
            }
        }
        best
    }

    /// The composition that is worth most in whole numbers, and what it is worth.
    pub fn heaviest(&self, weights: &[i64]) -> Option<(i128, usize)> {
        let worth = |place: usize| {
            let terms = self.seats(place).iter();
            terms.map(|&(t, count)| i128::from(weights[t as usize]) * i128::from(count)).sum::<i128>()
        };
        (0..self.len()).map(|place| (worth(place), place)).max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)))
    }
}

/// Bounds on the counts, and what they leave to each rule. A change is noted, so that it can be taken back.
struct Search<'a> {
    relaxation: &'a Relaxation,
    least: Vec<i64>,
    most: Vec<i64>,
    /// Least and largest sum of each rule within the bounds.
    low: Vec<i64>,
    high: Vec<i64>,
    /// Type, and its bounds before.
    notes: Vec<(usize, i64, i64)>,
    steps: usize,
}

impl<'a> Search<'a> {
    fn new(relaxation: &'a Relaxation) -> Self {
        let high = |rule: &Rule| rule.terms.iter().map(|&(t, a)| (a * relaxation.multiplicity[t]).max(0)).sum();
        let low = |rule: &Rule| rule.terms.iter().map(|&(t, a)| (a * relaxation.multiplicity[t]).min(0)).sum();
        Self {
            relaxation,
            least: vec![0; relaxation.types()],
            most: relaxation.multiplicity.clone(),
            low: relaxation.rules.iter().map(low).collect(),
            high: relaxation.rules.iter().map(high).collect(),
            notes: Vec::new(),
            steps: 0,
        }
    }

    fn set(&mut self, t: usize, least: i64, most: i64) {
        let (old_least, old_most) = (self.least[t], self.most[t]);
        for &(r, a) in &self.relaxation.rules_of[t] {
            let (up, down) =
                if a > 0 { (most - old_most, least - old_least) } else { (least - old_least, most - old_most) };
            self.high[r] += a * up;
            self.low[r] += a * down;
        }
        (self.least[t], self.most[t]) = (least, most);
    }

    fn change(&mut self, t: usize, least: i64, most: i64) {
        self.notes.push((t, self.least[t], self.most[t]));
        self.set(t, least, most);
    }

    fn take_back(&mut self, notes: usize) {
        while self.notes.len() > notes {
            if let Some((t, least, most)) = self.notes.pop() {
                self.set(t, least, most);
            }
        }
    }

    /// Narrows the bounds by these rules and all that follows; `false` when a rule cannot be met any more.
    fn narrow(&mut self, mut open: Vec<usize>) -> bool {
        let relaxation = self.relaxation;
        while let Some(r) = open.pop() {
            self.steps += 1;
            let rule = &relaxation.rules[r];
            if self.low[r] > rule.most || self.high[r] < rule.least {
                return false;
            }
            // How far any one term may rise above its least, and fall below its largest.
            let (rise, fall) = (rule.most - self.low[r], self.high[r].saturating_sub(rule.least));
            for &(t, a) in &rule.terms {
                let span = self.most[t] - self.least[t];
                let (up, down) = (rise / a.abs(), fall / a.abs());
                if span <= up && span <= down {
                    continue;
                }
                let (least, most) = if a > 0 {
                    (self.least[t].max(self.most[t] - down), self.most[t].min(self.least[t] + up))
                } else {
                    (self.least[t].max(self.most[t] - up), self.most[t].min(self.least[t] + down))
                };
                if least > most {
                    return false;
                }
                self.change(t, least, most);
                open.extend(relaxation.rules_of[t].iter().map(|&(other, _)| other));
                if self.low[r] > rule.most || self.high[r] < rule.least {
                    return false;
                }
            }
        }
        true
    }

    /// The type to settle next: of the rule that must still rise and has the fewest open types, the first open one.
    fn next(&self) -> Option<usize> {
        let mut best: Option<(usize, usize)> = None;
        for (r, rule) in self.relaxation.rules.iter().enumerate() {
            if self.low[r] >= rule.least || self.low[r] == self.high[r] {
                continue;
            }
            let mut open = rule.terms.iter().map(|&(t, _)| t).filter(|&t| self.least[t] < self.most[t]);
            if let Some(first) = open.next() {
                let many = 1 + open.count();
                if best.is_none_or(|(least, _)| many < least) {
                    best = Some((many, first));
                }
            }
        }
        best.map(|(_, t)| t).or_else(|| (0..self.least.len()).find(|&t| self.least[t] < self.most[t]))
    }

    fn descend(&mut self, listing: &mut Listing) -> Option<()> {
        self.steps += 1;
        if self.steps > STEPS {
            return None;
        }
        let Some(t) = self.next() else {
            let seats = self.least.iter().enumerate().filter(|&(_, &count)| count > 0);
            listing.seats.extend(seats.map(|(t, &count)| (t as u32, count as u32)));
            listing.ends.push(listing.seats.len());
            return (listing.len() <= MOST && listing.seats.len() <= SEATS).then_some(());
        };
        for count in (self.least[t]..=self.most[t]).rev() {
            let notes = self.notes.len();
            self.change(t, count, count);
            if self.narrow(self.relaxation.rules_of[t].iter().map(|&(r, _)| r).collect()) {
                self.descend(listing)?;
            }
            self.take_back(notes);
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::Listing;
    use crate::solve::relaxation::{Origin, Relaxation, Rule};

    fn rule(terms: &[usize], least: i64, most: i64) -> Rule {
        Rule { origin: Origin::Size, terms: terms.iter().map(|&t| (t, 1)).collect(), least, most }
    }

    /// Three types of 2, 1 and 2 people, three seats, at most two for the first two together.
    fn small(most: i64) -> Relaxation {
        Relaxation::from_rules(vec![2, 1, 2], vec![rule(&[0, 1, 2], 3, 3), rule(&[0, 1], Rule::NO_LEAST, most)])
    }

    #[test]
    fn every_composition_is_listed_once() {
        let Some(listing) = Listing::of(&small(2)) else { unreachable!("three compositions are few") };
        let mut all: Vec<Vec<i64>> = (0..listing.len()).map(|place| listing.counts(place)).collect();
        all.sort();
        assert_eq!(all, [[0, 1, 2], [1, 0, 2], [1, 1, 1], [2, 0, 1]]);
        assert_eq!(
            listing.heaviest(&[3, 1, 2]).map(|(worth, place)| (worth, listing.counts(place))),
            Some((8, vec![2, 0, 1]))
        );
        assert_eq!(listing.best(&[0.0, 1.0, 0.0], 9).iter().filter(|&&(worth, _)| worth > 0.5).count(), 2);
    }

    #[test]
    fn rules_that_cannot_be_met_leave_an_empty_list() {
        assert_eq!(Listing::of(&small(0)).map(|listing| listing.len()), Some(0));
    }
}
