//! Whole-number chance from ChaCha8, drawn here and not by a library, so that its numbers are the same with every version of one.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A stream of numbers that a label, a seed and a stream number fix.
pub struct Chance(ChaCha8Rng);

impl Chance {
    /// The stream of these three.
    pub fn new(label: &[u8; 16], seed: u64, stream: u64) -> Self {
        let mut key = [0; 32];
        let (first, rest) = key.split_at_mut(16);
        let (second, third) = rest.split_at_mut(8);
        first.copy_from_slice(label);
        second.copy_from_slice(&seed.to_le_bytes());
        third.copy_from_slice(&stream.to_le_bytes());
        Self(ChaCha8Rng::from_seed(key))
    }

    /// A word of 64 bits.
    pub fn word(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A whole number below `bound`, each equally likely; 0 when `bound` is 0. After Lemire (2019): the upper half of word times bound,
    /// where the words that would make some numbers likelier are thrown away.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = bound as u64;
        let mut product = u128::from(self.word()) * u128::from(bound);
        if (product as u64) < bound {
            let uneven = bound.wrapping_neg() % bound;
            while (product as u64) < uneven {
                product = u128::from(self.word()) * u128::from(bound);
            }
        }
        (product >> 64) as usize
    }

    /// True with probability 2^−`halvings`; never from 64 halvings on.
    pub fn rarely(&mut self, halvings: u32) -> bool {
        halvings == 0 || (halvings < 64 && self.word() << (64 - halvings) == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn every_number_comes_about_equally_often() {
        let mut chance = Chance::new(b"test/chance/1   ", 1, 0);
        let mut seen = [0_u32; 6];
        for _ in 0..60_000 {
            seen[chance.below(6)] += 1;
        }
        // Standard deviation 91; five of them.
        assert!(seen.iter().all(|&times| times.abs_diff(10_000) < 460), "{seen:?}");
        let rare = (0..64_000).filter(|_| chance.rarely(4)).count();
        assert!(rare.abs_diff(4000) < 310, "{rare}");
        assert!((0..1000).all(|_| chance.rarely(0) && !chance.rarely(64)));
        assert_eq!((chance.below(0), chance.below(1)), (0, 0));
    }

    #[test]
    fn seeds_and_streams_differ() {
        let words = [(1, 0), (2, 0), (1, 1), (0, 1)].map(|(seed, stream)| Chance::new(&[7; 16], seed, stream).word());
        let different: std::collections::BTreeSet<u64> = words.into_iter().collect();
        assert_eq!(different.len(), 4);
    }
}
