//! Samples of who drops out, in whole numbers from ChaCha20.

use std::collections::BTreeMap;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use sha2::{Digest, Sha256};

use super::drop_out::DropOuts;
use super::ground::Ground;
use crate::draw::hex;

/// What is left of a panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scenario {
    /// How many people there are in each row of the quotas.
    pub have: Vec<i64>,
    /// How many seats are empty.
    pub seats: usize,
    /// How often this was drawn.
    pub times: u64,
}

/// Scenarios of drop-outs; equal ones together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    pub(super) scenarios: Vec<Scenario>,
    /// How many were drawn.
    pub(super) drawn: u64,
}

/// Scenarios by what is left of the panel.
#[derive(Default)]
struct Gathered(BTreeMap<(usize, Vec<i64>), u64>);

impl Gathered {
    fn add(&mut self, ground: &Ground, gone: &[bool], times: u64) {
        let mut have = vec![0; ground.needs.len()];
        for (rows, _) in ground.panel_rows.iter().zip(gone).filter(|(_, gone)| !**gone) {
            rows.iter().for_each(|&row| have[row] += 1);
        }
        let seats = gone.iter().filter(|gone| **gone).count();
        *self.0.entry((seats, have)).or_default() += times;
    }

    fn done(self) -> Sample {
        let drawn = self.0.values().sum();
        let scenarios = self.0.into_iter().map(|((seats, have), times)| Scenario { have, seats, times }).collect();
        Sample { scenarios, drawn }
    }
}

/// The key of the samples: the SHA-256 of two labelled lines, from the SHA-256 of the `result.json` of the panel.
pub fn key(result: &[u8; 32]) -> [u8; 32] {
    Sha256::digest(format!("klero/alternates/1\nresult {}\n", hex(result))).into()
}

impl Sample {
    /// Draws scenarios: in each, every member of the panel drops out with his or her probability, independently of the others. Samples with
    /// different numbers (`stream`) are independent.
    pub fn draw(ground: &Ground, drop_outs: &DropOuts, key: [u8; 32], stream: u64, number: u64) -> Self {
        let mut chance = ChaCha20Rng::from_seed(key);
        chance.set_stream(stream);
        let mut gone = vec![false; ground.size()];
        let mut sample = Gathered::default();
        for _ in 0..number {
            for (gone, share) in gone.iter_mut().zip(drop_outs.shares()) {
                *gone = below(&mut chance, share.of) < share.part;
            }
            sample.add(ground, &gone, 1);
        }
        sample.done()
    }

    /// Scenarios that are known: who of the panel drops out (by position among its members), and how often.
    pub fn of(ground: &Ground, scenarios: &[(Vec<usize>, u64)]) -> Self {
        let mut sample = Gathered::default();
        for (places, times) in scenarios {
            let gone: Vec<bool> = (0..ground.size()).map(|place| places.contains(&place)).collect();
            sample.add(ground, &gone, *times);
        }
        sample.done()
    }

    /// How many scenarios there are.
    pub fn drawn(&self) -> u64 {
        self.drawn
    }

    /// For each number of empty seats from 0, in how many scenarios there are so many.
    pub fn empty_seats(&self) -> Vec<u64> {
        let most = self.scenarios.iter().map(|scenario| scenario.seats).max().unwrap_or_default();
        let mut counts = vec![0; most + 1];
        self.scenarios.iter().for_each(|scenario| counts[scenario.seats] += scenario.times);
        counts
    }
}

/// A whole number below `bound`, each equally likely: words past the largest multiple of `bound` are thrown away.
fn below(chance: &mut ChaCha20Rng, bound: u64) -> u64 {
    let bound = bound.max(1);
    let uneven = (u64::MAX % bound + 1) % bound;
    loop {
        let word = chance.next_u64();
        if word <= u64::MAX - uneven {
            return word % bound;
        }
    }
}
