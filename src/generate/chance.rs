//! Whole-number chance from ChaCha20.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;

/// A bound for random numbers, with what drawing below it needs.
#[derive(Debug, Clone, Copy)]
pub struct Below {
    bound: u64,
    complete: u64,
}

impl Below {
    /// Numbers from 0 to `bound` − 1; `bound` must be at least 1, and counts as 1 otherwise.
    pub const fn new(bound: u64) -> Self {
        let bound = if bound == 0 { 1 } else { bound };
        Self { bound, complete: u64::MAX - u64::MAX % bound }
    }
}

/// A stream of numbers.
pub struct Chance(ChaCha20Rng);

impl Chance {
    /// The stream of a label and a seed.
    pub fn new(label: &[u8; 24], seed: u64) -> Self {
        let mut key = [0; 32];
        let (first, second) = key.split_at_mut(24);
        first.copy_from_slice(label);
        second.copy_from_slice(&seed.to_le_bytes());
        Self(ChaCha20Rng::from_seed(key))
    }

    /// A number below a bound, each equally likely: words from the incomplete last round are thrown away.
    pub fn draw(&mut self, below: Below) -> u64 {
        loop {
            let word = self.0.next_u64();
            if word < below.complete {
                return word % below.bound;
            }
        }
    }

    /// [`Chance::draw`] for a bound that is used once.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.draw(Below::new(bound))
    }
}
