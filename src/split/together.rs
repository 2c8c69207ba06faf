//! All panels at once, as an instance of its own: where halving does not come to an end, and where two compositions are made anew.
//!
//! Each group of members who are alike has a copy on each of the panels, and a copy's values are pairs of value and panel:
//!
//! ```text
//! for every panel i:         Σ (seats of copies on i) = k
//! for every quota row, i:    least ≤ Σ (seats of copies on i that it is on) ≤ most
//! for every group:           Σ over i (seats of its copies) = how many there are
//! ```
//!
//! For two compositions, half of the panels are those of each, and there is more:
//!
//! ```text
//! for every group, half:     least ≤ Σ over the panels of that half (seats of its copies) ≤ most
//! for some sets of groups:   Σ (seats of copies of the set on panels of that half) ≤ most
//! ```

use crate::instance::{Category, Combination, FeatureValue, Instance, Member, Quota, Standing};
use crate::solve::{Answer, Ground, Panels, SolveError};

/// Members who are alike.
pub(super) struct Group {
    /// One of them.
    pub member: usize,
    /// How many have to be given a panel.
    pub count: usize,
    /// Least and most of them on the panels of one half.
    pub half: (usize, usize),
}

/// What is asked for.
pub(super) struct Together<'a> {
    /// The instance of all panels together.
    pub instance: &'a Instance,
    /// Least and most seats of each of its quota rows on one panel.
    pub bounds: &'a [(i64, i64)],
    /// The size of one panel.
    pub size: usize,
    /// How many panels there are; an even number if halves count.
    pub panels: usize,
    /// Whether halves count.
    pub halves: bool,
    /// Who has to be given a panel.
    pub groups: &'a [Group],
    /// Whether each group is in the set, and the most seats that the set has on one half.
    pub sets: &'a [(Vec<bool>, usize)],
}

impl Together<'_> {
    /// Group and panel (from 0) of each seat, ascending; `None` when there is no way. `work` is the most work, see [`Panels::allow`].
    pub fn find(&self, work: u64) -> Result<Option<Vec<(usize, usize)>>, SolveError> {
        let &Self { instance, size, panels, groups, .. } = self;
        let mut rows = Rows { categories: Vec::new(), next: 0 };
        let mut numbers: Vec<(usize, (i64, i64))> =
            instance.quotas().iter().zip(self.bounds).map(|(row, &bounds)| (row.quota.row, bounds)).collect();
        numbers.sort_unstable();
        let on_one = |of: &Quota| {
            let at = numbers.binary_search_by_key(&of.row, |&(row, _)| row);
            let (least, most) = at.ok().and_then(|at| numbers.get(at)).map_or((0, 0), |&(_, bounds)| bounds);
            (least as usize, most as usize)
        };
        for category in instance.categories() {
            rows.category(category.values.iter().flat_map(|value| (0..panels).map(|_| on_one(&value.quota))));
        }
        rows.category((0..panels).map(|_| (size, size)));
        rows.category(groups.iter().map(|group| (group.count, group.count)));
        if self.halves {
            rows.category(groups.iter().flat_map(|group| [group.half; 2]));
        }
        let all = panels * size;
        for &(_, most) in self.sets {
            rows.category([(0, most), (0, most), (0, all)].into_iter());
        }
        let mut combinations = Vec::new();
        for combination in instance.combinations() {
            for panel in 0..panels {
                let terms = combination.terms.iter().map(|&(category, value)| (category, value * panels + panel));
                let quota = rows.quota(on_one(&combination.quota));
                combinations.push(Combination { terms: terms.collect(), quota, pool: 0 });
            }
        }
        let (mut copies, mut members) = (Vec::new(), Vec::new());
        for (g, group) in groups.iter().enumerate() {
            let Some(first) = instance.members().get(group.member) else { continue };
            for panel in (0..panels).filter(|&panel| self.halves || g > 0 || panel < group.count) {
                // (All panels are alike, so those where the first group has a seat are the first ones.)
                let half = usize::from(self.halves && panel >= panels / 2);
                let mut values: Vec<usize> = first.values.iter().map(|&value| value * panels + panel).collect();
                values.extend([panel, g]);
                values.extend(self.halves.then_some(2 * g + half));
                values.extend(self.sets.iter().map(|(set, _)| if set.get(g) == Some(&true) { half } else { 2 }));
                let copy = Member { id: String::new(), values, row: 0, standing: Standing::Open };
                for _ in 0..group.count.min(size) {
                    copies.push((g, panel));
                    members.push(copy.clone());
                }
            }
        }
        let together = Instance::from_parts(all, rows.categories, combinations, members);
        let ground = Ground::new(&together);
        let mut search = Panels::new(&together, &ground);
        search.allow(work);
        let usual = search.usual();
        let Answer::Panel(found) = search.find(&usual)? else { return Ok(None) };
        let mut seats: Vec<(usize, usize)> =
            found.members.iter().filter_map(|&copy| copies.get(copy).copied()).collect();
        seats.sort_unstable();
        Ok(Some(seats))
    }
}

/// Categories without names, and the number of the next quota row.
struct Rows {
    categories: Vec<Category>,
    next: usize,
}

impl Rows {
    fn quota(&mut self, (min, max): (usize, usize)) -> Quota {
        self.next += 1;
        Quota { row: self.next, min, max, flex: None }
    }

    fn category(&mut self, bounds: impl Iterator<Item = (usize, usize)>) {
        let values =
            bounds.map(|bounds| FeatureValue { name: String::new(), quota: self.quota(bounds), pool: 0 }).collect();
        self.categories.push(Category { name: String::new(), values });
    }
}
