//! A fair point in whole tickets becomes compositions with tickets, by subtraction in whole numbers.

use std::collections::BTreeSet;

use super::mixture::Hull;
use super::relaxation::Relaxation;
use super::rounding::{Request, Rounder};

/// How often another composition is sought in place of one that an earlier ticket has, where each ticket has its own.
const AGAIN: usize = 20;

/// Counts for each type, and how many tickets they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composition {
    /// Seats of the types that have any, as (type, seats), ascending.
    pub seats: Vec<(usize, i64)>,
    /// Tickets, at least 1.
    pub tickets: i128,
}

impl Composition {
    /// From the counts of all types.
    pub fn new(counts: &[i64], tickets: i128) -> Self {
        let seats = counts.iter().copied().enumerate().filter(|&(_, count)| count > 0).collect();
        Self { seats, tickets }
    }

    /// The counts of all types.
    pub fn counts(&self, types: usize) -> Vec<i64> {
        let mut counts = vec![0; types];
        for &(t, count) in &self.seats {
            counts[t] = count;
        }
        counts
    }
}

/// What is still to be turned into compositions: seat-tickets of each type, and a number of tickets. Their ratios are the
/// *average*: the seats that each type has on average over the tickets.
///
/// Invariant, in whole numbers: `0 ≤ seats_t ≤ m_t·tickets`, and `least·tickets ≤ Σ a·seats ≤ most·tickets` for every rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remainder {
    /// Seat-tickets of each type.
    pub seats: Vec<i128>,
    /// Tickets left.
    pub tickets: i128,
}

/// The smallest box of whole numbers around an average: each type's seats and each rule's sum rounded down or up.
#[derive(Debug, Clone)]
pub struct Face {
    /// Each type's average, rounded down.
    pub floor: Vec<i64>,
    /// What was rounded off, at least 0 and below 1.
    pub fractions: Vec<f64>,
    /// For each rule, the least and largest sum over the types that get one seat more than `floor`.
    pub bounds: Vec<(i64, i64)>,
}

impl Face {
    /// How many averages are not whole.
    pub fn open(&self) -> usize {
        self.fractions.iter().filter(|&&fraction| fraction > 0.0).count()
    }

    /// The search for a composition in this box.
    pub fn request(&self) -> Request<'_> {
        Request { fractions: &self.fractions, bounds: &self.bounds }
    }

    /// The counts of the composition that raises these types.
    pub fn counts(&self, raised: &[usize]) -> Vec<i64> {
        let mut counts = self.floor.clone();
        for &t in raised {
            counts[t] += 1;
        }
        counts
    }

    /// The types that a composition of this box raises, ascending.
    pub fn raised(&self, counts: &[i64]) -> Vec<usize> {
        (0..counts.len()).filter(|&t| counts[t] > self.floor[t]).collect()
    }

    /// The compositions of this box, and the average among them.
    pub fn hull(&self, relaxation: &Relaxation) -> Hull {
        let point = self.floor.iter().zip(&self.fractions).map(|(&floor, fraction)| floor as f64 + fraction).collect();
        let most = self.floor.iter().zip(&self.fractions).map(|(&floor, &f)| floor + i64::from(f > 0.0)).collect();
        let base = |terms: &[(usize, i64)]| terms.iter().map(|&(t, a)| a * self.floor[t]).sum::<i64>();
        let bounds = relaxation.rules.iter().zip(&self.bounds);
        let bounds = bounds.map(|(rule, &(least, most))| (least + base(&rule.terms), most + base(&rule.terms)));
        Hull { point, least: self.floor.clone(), most, bounds: bounds.collect() }
    }
}

impl Remainder {
    /// Whether the invariant holds.
    pub fn holds(&self, relaxation: &Relaxation) -> bool {
        let types = self.seats.iter().zip(&relaxation.multiplicity);
        types.into_iter().all(|(&seats, &most)| 0 <= seats && seats <= i128::from(most) * self.tickets)
            && relaxation.rules.iter().zip(self.sums(relaxation)).all(|(rule, sum)| {
                i128::from(rule.least) * self.tickets <= sum && sum <= i128::from(rule.most) * self.tickets
            })
    }

    /// Each rule's sum of seat-tickets.
    pub fn sums(&self, relaxation: &Relaxation) -> Vec<i128> {
        let sum = |terms: &[(usize, i64)]| terms.iter().map(|&(t, a)| i128::from(a) * self.seats[t]).sum();
        relaxation.rules.iter().map(|rule| sum(&rule.terms)).collect()
    }

    /// The box around the average. Needs tickets.
    pub fn face(&self, relaxation: &Relaxation) -> Face {
        let tickets = self.tickets;
        let floor: Vec<i64> = self.seats.iter().map(|&seats| (seats / tickets) as i64).collect();
        let fractions = self.seats.iter().map(|&seats| (seats % tickets) as f64 / tickets as f64).collect();
        let bounds = self.sums(relaxation).into_iter().zip(&relaxation.rules).map(|(sum, rule)| {
            let base: i64 = rule.terms.iter().map(|&(t, a)| a * floor[t]).sum();
            let least = sum.div_euclid(tickets) as i64;
            let most = if sum.rem_euclid(tickets) == 0 { least } else { least + 1 };
            (least - base, most - base)
        });
        let bounds = bounds.collect();
        Face { floor, fractions, bounds }
    }

    /// Takes a composition that was subtracted back.
    pub fn restore(&mut self, composition: &Composition) {
        for &(t, count) in &composition.seats {
            self.seats[t] += i128::from(count) * composition.tickets;
        }
        self.tickets += composition.tickets;
    }

    /// Subtracts a composition of the box with as many tickets, up to `most`, as leave the average inside the box, and returns it.
    fn take(&mut self, relaxation: &Relaxation, counts: &[i64], most: i128) -> Composition {
        let mut tickets = self.tickets.min(most);
        for (&whole, &part) in self.seats.iter().zip(counts) {
            tickets = tickets.min(room(whole, i128::from(part), self.tickets));
        }
        for (rule, whole) in relaxation.rules.iter().zip(self.sums(relaxation)) {
            let part: i64 = rule.terms.iter().map(|&(t, a)| a * counts[t]).sum();
            tickets = tickets.min(room(whole, i128::from(part), self.tickets));
        }
        for (whole, &part) in self.seats.iter_mut().zip(counts) {
            *whole -= i128::from(part) * tickets;
        }
        self.tickets -= tickets;
        Composition::new(counts, tickets)
    }
}

/// How many tickets `part` may take before the average of what is left leaves the two whole numbers next to it.
fn room(whole: i128, part: i128, tickets: i128) -> i128 {
    let rest = whole.rem_euclid(tickets);
    if rest == 0 {
        tickets
    } else if part > whole.div_euclid(tickets) {
        rest
    } else {
        tickets - rest
    }
}

/// How many tickets a composition takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// As many as it can.
    Whole,
    /// One.
    Single,
    /// One, and compositions that are not there yet are preferred.
    Varied,
}

/// Subtracts compositions until nothing is left or the search finds none in `starts` starts.
///
/// Every composition lies in the box around the remainder's average and takes as many tickets as leave the remainder inside it;
/// then at least one more average is whole, and stays so. There are at most as many compositions as types and rules. (Where each ticket
/// has a composition of its own, there are as many as tickets.)
pub fn subtract(
    relaxation: &Relaxation,
    rounder: &mut Rounder,
    remainder: &mut Remainder,
    starts: usize,
    pace: Pace,
    progress: &mut dyn FnMut(i128),
) -> Vec<Composition> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    while remainder.tickets > 0 {
        let face = remainder.face(relaxation);
        let Some(raised) = rounder.round(&face.request(), starts) else { break };
        let mut counts = face.counts(&raised);
        if pace == Pace::Varied {
            for _ in 0..AGAIN {
                if seen.insert(counts.clone()) {
                    break;
                }
                let Some(raised) = rounder.round(&face.request(), 1) else { continue };
                counts = face.counts(&raised);
            }
        }
        found.push(remainder.take(relaxation, &counts, if pace == Pace::Whole { remainder.tickets } else { 1 }));
        progress(remainder.tickets);
    }
    found
}
