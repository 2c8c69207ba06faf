//! Questions about the panels of a pool: is there one, and which is the smallest, the largest, or the one for which the quotas change least?
//!
//! Made for the same pool again and again with other numbers, and for pools of 100,000. What is found is a panel, checked member by member. That
//! there is none rests on our own search (and mostly on whole numbers as well: [`Shortage`]).

use crate::instance::{Instance, QuotaRow, Standing};
use cells::Cells;
use engine::Engine;
use houses::Houses;

mod ask;
mod cells;
mod cover;
mod engine;
mod houses;
mod kinds;
mod search;
mod seatless;
mod sizes;
mod walk;

pub use ask::{Answer, Ask, Goal, Loosening, Seated, Shortage};
pub use cover::{Need, cheapest_cover};
pub use sizes::Sizes;

/// Panels that are remembered.
const KNOWN: usize = 64;
/// Members of a cell or kind who are tried before others are.
const TRIED: usize = 3;

/// A pool whose panels are asked about.
pub struct Panels<'a> {
    instance: &'a Instance,
    quotas: Vec<QuotaRow>,
    cells: &'a Cells,
    houses: &'a Houses,
    engine: Engine<'a>,
    known: Vec<Vec<usize>>,
    asked: usize,
    limit: u64,
}

/// What does not change between questions: cells and households.
#[derive(Debug)]
pub struct Ground {
    cells: Cells,
    houses: Houses,
}

impl Ground {
    /// Of an instance.
    pub fn new(instance: &Instance) -> Self {
        let cells = Cells::new(instance, &instance.quotas());
        let houses = Houses::new(&cells, instance.households(), instance.household_limit());
        Self { cells, houses }
    }
}

impl<'a> Panels<'a> {
    /// Of an instance and its ground.
    pub fn new(instance: &'a Instance, ground: &'a Ground) -> Self {
        let quotas = instance.quotas();
        let (cells, houses) = (&ground.cells, &ground.houses);
        let engine = Engine::new(cells, houses, quotas.len());
        Self { instance, quotas, cells, houses, engine, known: Vec::new(), asked: 0, limit: u64::MAX }
    }

    /// The instance.
    pub fn instance(&self) -> &'a Instance {
        self.instance
    }

    /// Its quotas, in the order of the quotas file.
    pub fn quotas(&self) -> &[QuotaRow] {
        &self.quotas
    }

    /// From now on questions are given up when they have taken this much work together, in numbers looked at: a second or so for every 300 million,
    /// but the same on every machine.
    pub fn allow(&mut self, work: u64) {
        self.limit = self.engine.work().saturating_add(work);
    }

    /// How many questions were asked so far.
    pub fn asked(&self) -> usize {
        self.asked
    }

    /// Members whom the rules include or exclude, ascending.
    pub fn singled(&self) -> &[usize] {
        &self.cells.singled
    }

    /// The question whether there is a panel by the rules of the instance.
    pub fn usual(&self) -> Ask {
        let size = self.instance.size() as i64;
        Ask {
            size: (size, size),
            quotas: self.quotas.iter().map(|row| (row.quota.min as i64, row.quota.max as i64)).collect(),
            apart: vec![true; self.instance.apart().len()],
            household: true,
            singled: vec![true; self.cells.singled.len()],
            seat: None,
            goal: Goal::Any,
        }
    }

    /// The seats of each quota row on a panel.
    fn sums(&self, members: &[usize]) -> Vec<i64> {
        let mut sums = vec![0; self.quotas.len()];
        for &member in members {
            for &row in self.cells.rows(self.cells.of[member]) {
                if let Some(sum) = (row as usize).checked_sub(1).and_then(|quota| sums.get_mut(quota)) {
                    *sum += 1;
                }
            }
        }
        sums
    }

    /// Whether members, ascending, are a panel that a question allows, its goal aside: straight from the instance.
    fn meets(&self, ask: &Ask, members: &[usize]) -> bool {
        let instance = self.instance;
        let seated = |member: usize| members.binary_search(&member).is_ok();
        let size = members.len() as i64;
        let mut homes: Vec<usize> = members.iter().filter_map(|&member| self.houses.of[member]).collect();
        homes.sort_unstable();
        let crowded = homes.windows(instance.household_limit() + 1).any(|homes| homes.first() == homes.last());
        let mut groups = instance.apart().iter().zip(&ask.apart).filter(|&(_, &apart)| apart);
        let mut singled = self.cells.singled.iter().zip(&ask.singled).filter(|&(_, &holds)| holds);
        ask.seat.is_none_or(seated)
            && ask.size.0 <= size
            && size <= ask.size.1
            && members.windows(2).all(|pair| pair[0] < pair[1])
            && self.sums(members).iter().zip(&ask.quotas).all(|(sum, (least, most))| least <= sum && sum <= most)
            && !(ask.household && crowded)
            && groups.all(|(group, _)| group.iter().filter(|&&member| seated(member)).count() <= 1)
            && singled.all(|(&member, _)| seated(member) == (instance.members()[member].standing == Standing::Included))
    }

    fn remember(&mut self, members: Vec<usize>) {
        if self.known.len() == KNOWN {
            self.known.remove(0);
        }
        self.known.push(members);
    }
}
