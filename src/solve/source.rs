//! Where compositions come from when the worth of each type is given: the list of all of them, or a search.

use super::SolveError;
use super::heaviest::{heavier, heaviest_whole};
use super::listing::Listing;
use super::relaxation::Relaxation;

/// Compositions taken from a list at a time.
const AT_ONCE: usize = 12;

/// The compositions of a relaxation.
pub struct Source {
    base: Relaxation,
    listing: Option<Listing>,
}

impl Source {
    /// For these rules, which need no cuts.
    pub fn new(base: Relaxation) -> Self {
        let listing = Listing::of(&base);
        Self { base, listing }
    }

    /// The rules.
    pub fn base(&self) -> &Relaxation {
        &self.base
    }

    /// Some compositions that are worth more than `floor`; empty when there are none.
    pub fn better(&self, gains: &[f64], floor: f64) -> Result<Vec<Vec<i64>>, SolveError> {
        match &self.listing {
            Some(listing) => {
                let best = listing.best(gains, AT_ONCE).into_iter().filter(|&(worth, _)| worth > floor);
                Ok(best.map(|(_, place)| listing.counts(place)).collect())
            }
            None => heavier(&self.base, gains, floor),
        }
    }

    /// The composition that is worth most, and what it is worth. `None` when there are no compositions.
    pub fn heaviest(&self, weights: &[i64]) -> Result<Option<(i128, Vec<i64>)>, SolveError> {
        match &self.listing {
            Some(listing) => Ok(listing.heaviest(weights).map(|(worth, place)| (worth, listing.counts(place)))),
            None => {
                let counts = heaviest_whole(&self.base, weights)?;
                let worth = |counts: &Vec<i64>| {
                    let terms = weights.iter().zip(counts);
                    terms.map(|(&weight, &count)| i128::from(weight) * i128::from(count)).sum()
                };
                Ok(counts.map(|counts| (worth(&counts), counts)))
            }
        }
    }
}
