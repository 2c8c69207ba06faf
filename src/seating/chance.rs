//! Whole-number chance from ChaCha20 and a key.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;

/// The stream of a key.
pub(super) struct Chance(ChaCha20Rng);

impl Chance {
    /// Stream number `stream` of a key.
    pub fn new(key: [u8; 32], stream: u64) -> Self {
        let mut rng = ChaCha20Rng::from_seed(key);
        rng.set_stream(stream);
        Self(rng)
    }

    /// A word of 64 bits.
    pub fn word(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A whole number below `bound`, each equally likely; 0 when `bound` is 0. Words past the largest multiple of `bound` are thrown away.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = (bound as u64).max(1);
        let uneven = (u64::MAX % bound + 1) % bound;
        loop {
            let word = self.word();
            if word <= u64::MAX - uneven {
                return (word % bound) as usize;
            }
        }
    }

    /// Puts a list in an order that is each equally likely.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            list.swap(i, self.below(i + 1));
        }
    }
}

/// `range` scaled by 32 bits of chance: a place in a list of that length. (Off by less than one in a million from equally likely, which only
/// matters where a search tries things.)
pub(super) fn place(bits: u64, range: usize) -> usize {
    (((bits & 0xffff_ffff) * range as u64) >> 32) as usize
}

/// −log2 of a word as a fraction of 2^64, in 256ths: exact at powers of two, a straight line between them.
pub(super) fn surprise(word: u64) -> i64 {
    let zeros = word.leading_zeros();
    if zeros >= 63 {
        return 63 * 256;
    }
    let below = (word << (zeros + 1)) >> 56;
    i64::from(zeros) * 256 + 255 - below as i64
}

#[cfg(test)]
mod tests {
    use super::{Chance, place, surprise};

    #[test]
    fn a_rarer_word_is_a_greater_surprise() {
        assert_eq!(surprise(u64::MAX), 0);
        assert_eq!(surprise(1 << 63), 255);
        assert_eq!(surprise((1 << 63) - 1), 256);
        assert_eq!(surprise(0), 63 * 256);
        let falling: Vec<i64> = (1..64).map(|shift| surprise(u64::MAX >> shift)).collect();
        assert!(falling.windows(2).all(|pair| pair[0] < pair[1]), "{falling:?}");
    }

    #[test]
    fn numbers_stay_below_their_bound() {
        let mut chance = Chance::new([1; 32], 0);
        let mut seen = [0_u32; 5];
        for _ in 0..5000 {
            seen[chance.below(5)] += 1;
            assert!(place(chance.word(), 7) < 7);
        }
        // Standard deviation 28; five of them.
        assert!(seen.iter().all(|&times| times.abs_diff(1000) < 142), "{seen:?}");
        assert_eq!(chance.below(0), 0);
        assert_ne!(Chance::new([1; 32], 0).word(), Chance::new([1; 32], 1).word());
    }

    #[test]
    fn shuffling_keeps_everybody() {
        let mut list: Vec<usize> = (0..50).collect();
        Chance::new([2; 32], 0).shuffle(&mut list);
        assert_ne!(list, (0..50).collect::<Vec<_>>());
        list.sort_unstable();
        assert_eq!(list, (0..50).collect::<Vec<_>>());
    }
}
