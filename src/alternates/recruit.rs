//! How many drop out: the exact distribution of a sum of independent chances, each with a probability of its own (Poisson's binomial).

use num_bigint::BigUint;
use num_traits::{One, Zero};

use super::drop_out::{DropOuts, Share};

/// Whoever is recruited beyond the panel size is to make up for drop-outs with at least this chance, in percent.
pub const SURE: u32 = 95;

/// More than so many times the panel size are not recruited.
const MOST_TIMES: usize = 4;

/// An exact chance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chance {
    /// The upper number.
    pub part: BigUint,
    /// The lower number.
    pub of: BigUint,
}

impl Chance {
    /// In decimals, rounded down, so that nothing but certainty is shown as 1.
    pub fn decimal(&self, digits: u32) -> String {
        let scale = BigUint::from(10_u32).pow(digits);
        let parts = &self.part * &scale / &self.of;
        let width = digits as usize;
        if digits == 0 {
            parts.to_string()
        } else {
            format!("{}.{:0>width$}", &parts / &scale, (parts % &scale).to_string())
        }
    }
}

/// The distribution of a number of events, all over one lower number; the last entry is for `most` events or more.
struct Distribution {
    parts: Vec<BigUint>,
    of: BigUint,
}

impl Distribution {
    fn new(most: usize) -> Self {
        let mut parts = vec![BigUint::zero(); most + 1];
        parts[0] = BigUint::one();
        Self { parts, of: BigUint::one() }
    }

    /// One more event of this probability.
    fn add(&mut self, share: Share) {
        let (yes, no) = (BigUint::from(share.part), BigUint::from(share.of - share.part));
        let last = self.parts.len() - 1;
        for count in (0..=last).rev() {
            let mut part = &self.parts[count] * if count == last { &yes + &no } else { no.clone() };
            if count > 0 {
                part += &self.parts[count - 1] * &yes;
            }
            self.parts[count] = part;
        }
        self.of *= share.of;
    }
}

/// For each number from 0 to `most`, the chance that at most so many drop out.
pub fn chance_of_at_most(drop_outs: &DropOuts, most: usize) -> Vec<Chance> {
    let mut distribution = Distribution::new(most + 1);
    drop_outs.shares().iter().for_each(|share| distribution.add(*share));
    let mut sum = BigUint::zero();
    let counts = distribution.parts.iter().take(most + 1);
    counts
        .map(|part| {
            sum += part;
            Chance { part: sum.clone(), of: distribution.of.clone() }
        })
        .collect()
}

/// The least number of people to recruit beyond the panel size, so that with a chance of at least 95 % there are as many left as the panel has seats;
/// and that chance. Those recruited beyond it drop out with the mean probability of the panel. `None` where four times as many are not enough.
pub fn over_recruit(drop_outs: &DropOuts) -> Option<(usize, Chance)> {
    let shares = drop_outs.shares();
    let (seats, of) = (shares.len(), shares.first().map_or(1, |share| share.of));
    let mean = Share { part: shares.iter().map(|share| share.part).sum(), of: of * seats.max(1) as u64 };
    let stays = |share: Share| Share { part: share.of - share.part, of: share.of };
    let mut distribution = Distribution::new(seats);
    shares.iter().for_each(|share| distribution.add(stays(*share)));
    for more in 0..=seats * MOST_TIMES {
        let enough = distribution.parts.last().cloned().unwrap_or_default();
        if &enough * 100_u32 >= &distribution.of * SURE {
            return Some((more, Chance { part: enough, of: distribution.of }));
        }
        distribution.add(stays(mean));
    }
    None
}

/// The number of drop-outs to be expected.
pub fn expected(drop_outs: &DropOuts) -> Chance {
    let shares = drop_outs.shares();
    let part = shares.iter().map(|share| BigUint::from(share.part)).sum();
    Chance { part, of: BigUint::from(shares.first().map_or(1, |share| share.of)) }
}
