//! The first of two stages: areas with chances in proportion to their size, exactly.
//!
//! An area whose share of the draws is 1 or more is taken for certain, and the others share what is left, until no share is that large. The others
//! are drawn by systematic sampling: they stand in a row, in an order drawn by the key, each as long as its size; the first point is drawn
//! uniformly, and the further points follow at equal distances. Each area is hit with probability draws × size / all sizes.

use num_rational::BigRational;
use num_traits::One;

use super::code::{Key, code};
use super::number::quotient;
use crate::draw;

/// An area, such as a municipality.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Its name, as the register has it.
    pub area: String,
    /// Its size: people or households.
    pub size: u64,
}

/// Which areas are taken for certain, and how the others are drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chances {
    /// Whether each area is taken for certain.
    pub certain: Vec<bool>,
    /// How many of the others are drawn.
    pub draws: u64,
    /// The sizes of the others, summed.
    pub total: u64,
}

impl Chances {
    /// For so many draws out of areas of these sizes; `None` where there are more draws than areas, or the sizes are too large to be summed.
    pub fn new(draws: u64, sizes: &[u64]) -> Option<Self> {
        if draws > sizes.len() as u64 {
            return None;
        }
        let total = sizes.iter().try_fold(0_u64, |sum, size| sum.checked_add(*size))?;
        let mut chances = Self { certain: vec![false; sizes.len()], draws, total };
        loop {
            let (draws, total) = (u128::from(chances.draws), u128::from(chances.total));
            let mut more = false;
            for (certain, size) in chances.certain.iter_mut().zip(sizes) {
                if !*certain && draws > 0 && draws * u128::from(*size) >= total {
                    *certain = true;
                    chances.draws -= 1;
                    chances.total -= size;
                    more = true;
                }
            }
            if !more {
                return Some(chances);
            }
        }
    }

    /// The chance of an area to be drawn.
    pub fn chance(&self, index: usize, size: u64) -> BigRational {
        if self.certain.get(index).copied().unwrap_or(false) {
            BigRational::one()
        } else {
            quotient(self.draws, 1) * quotient(size, self.total)
        }
    }

    /// The areas that systematic sampling takes, when the areas stand in `order` and the first point is `start`, from 0 to `total` − 1.
    ///
    /// Lengths are counted in units of 1 / `draws` of a size, so that all points are whole numbers: area i is as long as draws × size, the points are
    /// start, start + total, start + 2·total, …. An area that is not certain is shorter than `total`, so it is hit once at most, and
    /// exactly draws × size of the `total` starts hit it.
    pub fn systematic(&self, sizes: &[u64], order: &[usize], start: u64) -> Vec<usize> {
        let (draws, total) = (u128::from(self.draws), u128::from(self.total));
        let mut hit: Vec<usize> = (0..sizes.len()).filter(|i| self.certain.get(*i).copied().unwrap_or(false)).collect();
        let (mut end, mut point, mut left) = (0, u128::from(start), self.draws);
        for &index in order {
            end += draws * u128::from(sizes.get(index).copied().unwrap_or(0));
            if left > 0 && point < end {
                hit.push(index);
                point += total;
                left -= 1;
            }
        }
        hit.sort_unstable();
        hit
    }

    /// The areas that a key draws, as ascending indices.
    pub fn draw(&self, areas: &[Area], key: &[u8; 32]) -> Vec<usize> {
        let row = Key::of(key, "areas");
        let mut order: Vec<usize> =
            (0..areas.len()).filter(|i| !self.certain.get(*i).copied().unwrap_or(false)).collect();
        let name = |index: &usize| areas.get(*index).map(|area| area.area.as_str()).unwrap_or_default();
        order.sort_by_cached_key(|index| (row.ticket(code(name(index))), name(index)));
        let start = draw::ticket(Key::of(key, "start").bytes(), self.total.max(1));
        let sizes: Vec<u64> = areas.iter().map(|area| area.size).collect();
        self.systematic(&sizes, &order, start)
    }
}

#[cfg(test)]
mod tests {
    use super::Chances;
    use crate::invite::number::fraction;

    #[test]
    fn large_areas_are_certain() {
        let chances = Chances::new(3, &[50, 10, 20, 20]).map(|chances| (chances.certain, chances.draws, chances.total));
        // 3·50 ≥ 100; then 2·20 < 50.
        assert_eq!(chances, Some((vec![true, false, false, false], 2, 50)));
        // 2·60 ≥ 100; then 1·40 ≥ 40.
        let chances = Chances::new(2, &[60, 40]).map(|chances| (chances.certain, chances.draws, chances.total));
        assert_eq!(chances, Some((vec![true, true], 0, 0)));
        assert_eq!(Chances::new(3, &[1, 1]), None);
        assert_eq!(Chances::new(1, &[u64::MAX, 1]), None);
    }

    /// How many of all starts hit each area.
    fn hits(chances: &Chances, sizes: &[u64], order: &[usize]) -> Vec<u64> {
        let mut hits = vec![0; sizes.len()];
        for start in 0..chances.total {
            let drawn = chances.systematic(sizes, order, start);
            let certain = chances.certain.iter().filter(|certain| **certain).count() as u64;
            assert_eq!(drawn.len() as u64, chances.draws + certain);
            drawn.into_iter().for_each(|index| hits[index] += 1);
        }
        hits
    }

    #[test]
    fn chances_are_exact_over_all_starts_in_every_order() {
        for (draws, sizes) in
            [(2, vec![3, 1, 4, 2]), (1, vec![5, 1, 1]), (3, vec![9, 2, 3, 3, 4]), (2, vec![1, 1, 1, 1, 1])]
        {
            let Some(chances) = Chances::new(draws, &sizes) else { continue };
            let others: Vec<usize> = (0..sizes.len()).filter(|i| !chances.certain[*i]).collect();
            for turn in 0..others.len() {
                let mut order = others.clone();
                order.rotate_left(turn);
                for order in [order.clone(), order.into_iter().rev().collect()] {
                    for (index, hits) in hits(&chances, &sizes, &order).into_iter().enumerate() {
                        let expected = chances.chance(index, sizes[index]);
                        assert_eq!(fraction(&super::quotient(hits, chances.total)), fraction(&expected));
                    }
                }
            }
            // Planted: points that start one further miss the chance of the first area.
            let off = |start: u64| chances.systematic(&sizes, &others, (start + 1).min(chances.total - 1));
            let first = (0..chances.total).filter(|start| off(*start).contains(&others[0])).count() as u64;
            assert_ne!(super::quotient(first, chances.total), chances.chance(others[0], sizes[others[0]]));
        }
    }
}
