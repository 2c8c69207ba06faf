//! The solver's own source of variety. It decides which of many equally fair lotteries is found, never anybody's probability.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A fixed stream of numbers: the same on every machine and in every run.
pub struct Variety(ChaCha8Rng);

impl Variety {
    /// Stream number `stream`.
    pub fn new(stream: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&stream.to_le_bytes());
        Self(ChaCha8Rng::from_seed(key))
    }

    /// A whole number from 0 to `below` − 1 (0 when `below` is 0). The bias of at most `below`/2^64 is of no consequence here.
    pub fn below(&mut self, below: usize) -> usize {
        ((u128::from(self.0.next_u64()) * below as u128) >> 64) as usize
    }

    /// A number from 0 to 1.
    pub fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }
}
