//! How many members have a value, or a combination of values.

use super::Standing;
use super::pool::{Entry, Pool};
use super::quotas::{DraftCategory, Quotas};

/// Members of one value or combination.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Those who have it and are not excluded.
    pub members: usize,
    /// Those not excluded who may come to have it, since their cell is blank or its value is not known.
    pub unsure: usize,
    /// Those who have it and are excluded.
    pub excluded: usize,
}

impl Tally {
    /// For each value of a category, those who have it.
    pub fn of_values(pool: &Pool, category: usize, values: usize) -> Vec<Self> {
        let mut tallies = vec![Tally::default(); values];
        let mut unsure = 0;
        for entry in &pool.people {
            let excluded = entry.standing == Standing::Excluded;
            match entry.values.get(category).copied().flatten().and_then(|value| tallies.get_mut(value)) {
                Some(tally) if excluded => tally.excluded += 1,
                Some(tally) => tally.members += 1,
                None => unsure += usize::from(!excluded),
            }
        }
        tallies.iter_mut().for_each(|tally| tally.unsure = unsure);
        tallies
    }

    /// Those who have all of the values; pairs of category and value.
    pub fn of(pool: &Pool, terms: &[(usize, usize)]) -> Self {
        let mut tally = Tally::default();
        for entry in &pool.people {
            match (has(entry, terms), entry.standing) {
                (Some(true), Standing::Excluded) => tally.excluded += 1,
                (Some(true), _) => tally.members += 1,
                (None, Standing::Open | Standing::Included) => tally.unsure += 1,
                _ => {}
            }
        }
        tally
    }
}

/// The tallies of all quotas, in their order.
pub(super) struct Tallies {
    /// For each category, its values.
    pub values: Vec<Vec<Tally>>,
    pub combinations: Vec<Tally>,
}

impl Tallies {
    /// Counts a pool.
    pub fn of(quotas: &Quotas, pool: &Pool) -> Self {
        let values = |(index, category): (usize, &DraftCategory)| Tally::of_values(pool, index, category.values.len());
        Tallies {
            values: quotas.categories.iter().enumerate().map(values).collect(),
            combinations: quotas.combinations.iter().map(|combination| Tally::of(pool, &combination.terms)).collect(),
        }
    }
}

/// Whether somebody has all of the values; `None` if that depends on a cell that is blank or not known.
pub(super) fn has(entry: &Entry, terms: &[(usize, usize)]) -> Option<bool> {
    let mut all = Some(true);
    for (category, value) in terms {
        match entry.values.get(*category).copied().flatten() {
            None => all = None,
            Some(other) if other != *value => return Some(false),
            Some(_) => {}
        }
    }
    all
}
