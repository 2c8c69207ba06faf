//! Members whom no rule can tell apart, households included: if one of them can sit, all can.

use super::cells::Cells;
use super::houses::Houses;

/// The kinds of a pool.
#[derive(Debug)]
pub(super) struct Kinds {
    /// The kind of each member.
    pub of: Vec<usize>,
    /// The members of each kind, ascending.
    pub members: Vec<Vec<usize>>,
}

impl Kinds {
    pub fn new(cells: &Cells, houses: &Houses, households: &[Vec<usize>]) -> Self {
        // Households are alike when the same cells live there, as often.
        let mut alike: Vec<(Vec<usize>, usize)> = Vec::new();
        for (h, house) in households.iter().enumerate() {
            if house.first().is_some_and(|&member| houses.of[member].is_some()) {
                let mut within: Vec<usize> = house.iter().map(|&member| cells.of[member]).collect();
                within.sort_unstable();
                alike.push((within, h));
            }
        }
        alike.sort_unstable();
        let mut class = vec![0; households.len()];
        let mut last = 0;
        for (place, (within, h)) in alike.iter().enumerate() {
            if place == 0 || alike[place - 1].0 != *within {
                last += 1;
            }
            class[*h] = last;
        }
        let mut keys: Vec<(usize, usize, usize)> = (0..cells.of.len())
            .map(|member| (cells.of[member], houses.of[member].map_or(0, |house| class[house]), member))
            .collect();
        keys.sort_unstable();
        let mut kinds = Self { of: vec![0; cells.of.len()], members: Vec::new() };
        let mut before = None;
        for (cell, class, member) in keys {
            if before != Some((cell, class)) {
                before = Some((cell, class));
                kinds.members.push(Vec::new());
            }
            kinds.of[member] = kinds.members.len() - 1;
            if let Some(last) = kinds.members.last_mut() {
                last.push(member);
            }
        }
        kinds
    }
}
