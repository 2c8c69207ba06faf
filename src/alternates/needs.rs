//! Quotas as rows of numbers, and how far a panel is from them.

use crate::instance::Instance;

/// What one person too many or too few counts where the most seats are 1; where they are u, it counts a u-th of it, rounded. It is the least
/// common multiple of 1 to 24, so that nothing is rounded for the numbers that most quotas have.
pub const UNIT: i64 = 5_354_228_880;

/// Quotas of a panel: those of values first, category by category, then those of combinations.
#[derive(Debug, Clone)]
pub(super) struct Needs {
    pub min: Vec<i64>,
    pub max: Vec<i64>,
    /// What one person too many or too few counts.
    pub weight: Vec<i64>,
    /// What an empty seat counts.
    pub seat: i64,
    /// For each category the rows of its values, the heaviest first.
    pub categories: Vec<Vec<usize>>,
    /// The rows of combinations begin here.
    pub values: usize,
    /// For each category, the row of its first value.
    first: Vec<usize>,
    combinations: Vec<Vec<(usize, usize)>>,
}

/// A `u`-th of [`UNIT`], rounded to the nearest whole number.
fn part(u: usize) -> i64 {
    let u = u.max(1) as i64;
    (UNIT + u / 2) / u
}

impl Needs {
    /// The quotas of an instance, for a panel of `size`.
    pub fn new(instance: &Instance, size: usize) -> Self {
        let values = instance.categories().iter().flat_map(|category| &category.values).map(|value| value.quota);
        let all: Vec<(usize, usize)> = values
            .chain(instance.combinations().iter().map(|combination| combination.quota))
            .map(|quota| (quota.min, quota.max.min(size)))
            .collect();
        let weight: Vec<i64> = all.iter().map(|&(_, max)| part(max)).collect();
        let mut first = Vec::new();
        let mut categories = Vec::new();
        let mut next = 0;
        for category in instance.categories() {
            first.push(next);
            let mut rows: Vec<usize> = (next..next + category.values.len()).collect();
            next += rows.len();
            rows.sort_by_key(|&row| (-weight[row], row));
            categories.push(rows);
        }
        Self {
            min: all.iter().map(|&(min, _)| min as i64).collect(),
            max: all.iter().map(|&(_, max)| max as i64).collect(),
            weight,
            seat: part(size),
            categories,
            values: next,
            first,
            combinations: instance.combinations().iter().map(|combination| combination.terms.clone()).collect(),
        }
    }

    /// The rows that somebody with these values counts for, ascending.
    pub fn rows(&self, values: &[usize]) -> Vec<usize> {
        let has = |terms: &[(usize, usize)]| terms.iter().all(|&(category, value)| values[category] == value);
        let single = self.first.iter().zip(values).map(|(first, value)| first + value);
        let several = self.combinations.iter().enumerate().filter(|(_, terms)| has(terms));
        single.chain(several.map(|(place, _)| self.values + place)).collect()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.min.len()
    }

    /// What `have` people count in a row.
    pub fn cost(&self, row: usize, have: i64) -> i64 {
        self.weight[row] * (self.min[row] - have).max(have - self.max[row]).max(0)
    }

    /// The deviation of a panel with `have[row]` people in each row and `empty` empty seats.
    pub fn deviation(&self, have: &[i64], empty: usize) -> i64 {
        let rows: i64 = have.iter().enumerate().map(|(row, &have)| self.cost(row, have)).sum();
        rows + self.seat * empty as i64
    }

    /// The same quotas, where empty seats count nothing.
    pub fn without_seats(&self) -> Self {
        Self { seat: 0, ..self.clone() }
    }
}
