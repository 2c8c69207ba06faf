//! Few tickets: where subtraction gets stuck, whole compositions that sum to nearly what is left.
//!
//! With a thousand tickets a mixture with real weights cannot be rounded well. Instead the last tickets get one composition each, and the
//! compositions are exchanged, one at a time, for others that bring the sums closer.

use super::decompose::{Composition, Face, Remainder};
use super::random::Variety;
use super::relaxation::Relaxation;
use super::rounding::{Request, Rounder};

/// Most tickets for which this is done; with more, a mixture is exact enough.
pub const FEW: i128 = 10_000;
/// Tickets that are taken back before the exchange begins.
const TAKEN_BACK: i128 = 60;
/// Compositions found by chance to begin with.
const POOL: usize = 600;
/// Rounds of exchanges over all tickets.
const ROUNDS: usize = 60;
/// Compositions sought for each exchange, leaning towards what is missing.
const SOUGHT: usize = 3;

/// One composition for each ticket of the remainder, in the box around its average. `known` are compositions of that box.
pub fn share_out(
    relaxation: &Relaxation,
    rounder: &mut Rounder,
    remainder: &Remainder,
    known: &[Vec<i64>],
) -> Option<Vec<Composition>> {
    let face = remainder.face(relaxation);
    let mut pool: Vec<Vec<usize>> = known.iter().map(|counts| face.raised(counts)).collect();
    for _ in 0..POOL {
        pool.extend(rounder.round(&face.request(), 1));
    }
    pool.sort_unstable();
    pool.dedup();
    if pool.is_empty() {
        return None;
    }
    let mut exchange = Exchange::new(relaxation, &face, remainder, pool);
    exchange.begin(remainder.tickets as usize);
    let mut variety = Variety::new(u64::MAX);
    let mut best = exchange.chosen.clone();
    let mut least = exchange.cost();
    for _ in 0..ROUNDS {
        if least == 0.0 {
            break;
        }
        exchange.pass(rounder, &mut variety);
        if exchange.cost() < least {
            least = exchange.cost();
            best.clone_from(&exchange.chosen);
        } else {
            exchange.shake(&mut variety);
        }
    }
    let compositions = best.iter().map(|&c| Composition::new(&face.counts(&exchange.pool[c]), 1));
    Some(compositions.collect())
}

/// Restores compositions, the last first, until enough tickets are left for an exchange.
pub fn take_back(remainder: &mut Remainder, done: &mut Vec<Composition>, types: usize) -> Vec<Vec<i64>> {
    let mut known = Vec::new();
    while remainder.tickets < TAKEN_BACK {
        let Some(composition) = done.pop() else { break };
        remainder.restore(&composition);
        known.push(composition.counts(types));
    }
    known
}

struct Exchange<'a> {
    face: &'a Face,
    /// Lists of raised types.
    pool: Vec<Vec<usize>>,
    /// Which list each ticket has.
    chosen: Vec<usize>,
    /// For each type, seats that the chosen lists give beyond what is wanted.
    over: Vec<f64>,
    /// One seat too many is shared among this many people.
    people: Vec<f64>,
}

impl<'a> Exchange<'a> {
    fn new(relaxation: &Relaxation, face: &'a Face, remainder: &Remainder, pool: Vec<Vec<usize>>) -> Self {
        let wanted = remainder.seats.iter().zip(&face.floor);
        let over = wanted.map(|(&seats, &floor)| -((seats - i128::from(floor) * remainder.tickets) as f64)).collect();
        let people = relaxation.multiplicity.iter().map(|&people| people as f64).collect();
        Self { face, pool, chosen: Vec::new(), over, people }
    }

    fn cost(&self) -> f64 {
        self.over.iter().zip(&self.people).map(|(over, people)| over * over / people).sum()
    }

    /// By how much the cost rises when a list is added.
    fn rise(&self, list: &[usize]) -> f64 {
        list.iter().map(|&t| (2.0 * self.over[t] + 1.0) / self.people[t]).sum()
    }

    fn shift(&mut self, list: usize, by: f64) {
        for &t in &self.pool[list] {
            self.over[t] += by;
        }
    }

    fn cheapest(&self) -> usize {
        let cost = |&c: &usize| self.rise(&self.pool[c]);
        (0..self.pool.len()).min_by(|a, b| cost(a).total_cmp(&cost(b)).then(a.cmp(b))).unwrap_or(0)
    }

    /// A list for each ticket, each the best at its turn.
    fn begin(&mut self, tickets: usize) {
        for _ in 0..tickets {
            let list = self.cheapest();
            self.shift(list, 1.0);
            self.chosen.push(list);
        }
    }

    /// Every ticket's list is exchanged for the best that is known or found.
    fn pass(&mut self, rounder: &mut Rounder, variety: &mut Variety) {
        for ticket in 0..self.chosen.len() {
            self.shift(self.chosen[ticket], -1.0);
            for _ in 0..SOUGHT {
                let lean = 0.2 + 0.6 * variety.unit();
                if let Some(list) = self.seek(rounder, lean)
                    && self.rise(&list) < self.rise(&self.pool[self.chosen[ticket]])
                {
                    self.pool.push(list);
                    self.chosen[ticket] = self.pool.len() - 1;
                }
            }
            let list = self.cheapest();
            if self.rise(&self.pool[list]) < self.rise(&self.pool[self.chosen[ticket]]) {
                self.chosen[ticket] = list;
            }
            self.shift(self.chosen[ticket], 1.0);
        }
    }

    /// A list that leans towards the types that have too few seats.
    fn seek(&self, rounder: &mut Rounder, lean: f64) -> Option<Vec<usize>> {
        let mut fractions = self.face.fractions.clone();
        let (mut aim, mut sum) = (0.0, 0.0);
        for (fraction, over) in fractions.iter_mut().zip(&self.over) {
            if *fraction > 0.0 {
                aim += *fraction;
                *fraction = (*fraction - lean * (over + 0.5)).clamp(0.01, 0.99);
                sum += *fraction;
            }
        }
        for fraction in &mut fractions {
            *fraction = (*fraction * aim / sum).min(0.999);
        }
        rounder.round(&Request { fractions: &fractions, bounds: &self.face.bounds }, 1)
    }

    /// A few tickets get lists by chance.
    fn shake(&mut self, variety: &mut Variety) {
        for _ in 0..3 {
            let ticket = variety.below(self.chosen.len());
            self.shift(self.chosen[ticket], -1.0);
            self.chosen[ticket] = variety.below(self.pool.len());
            self.shift(self.chosen[ticket], 1.0);
        }
    }
}
