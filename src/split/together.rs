//! All panels of one set at once, as an instance of its own: where halving does not come to an end.
//!
//! Each kind of members has a copy on each of the panels, and a copy's values are pairs of value and panel:
//!
//! ```text
//! for every panel i:            Σ (seats of copies on i) = k
//! for every quota row, i:       least ≤ Σ (seats of copies on i that it is on) ≤ most
//! for every kind of members:    Σ over i (seats of its copies) = how many there are
//! ```

use crate::instance::{Category, Combination, FeatureValue, Instance, Member, Quota, Standing};
use crate::solve::{Answer, Ground, Panels, SolveError};

use super::cut::WORK;

/// The part of each member (from 0), or `None` when there is no way to cut them. `firsts` has a member for each kind.
pub(super) fn cut_together(
    instance: &Instance,
    firsts: &[usize],
    kinds: &[usize],
    panels: usize,
    size: usize,
    bounds: &[(i64, i64)],
) -> Result<Option<Vec<u32>>, SolveError> {
    let groups: Vec<(usize, usize)> = kinds.chunk_by(|a, b| a == b).map(|alike| (alike[0], alike.len())).collect();
    let mut numbers =
        instance.quotas().into_iter().zip(bounds).map(|(row, &bounds)| (row.quota.row, bounds)).collect::<Vec<_>>();
    numbers.sort_unstable();
    let mut rows = 0;
    let mut quota = |min: usize, max: usize| {
        rows += 1;
        Quota { row: rows, min, max, flex: None }
    };
    let mut on_one = |of: &Quota| {
        let at = numbers.binary_search_by_key(&of.row, |&(row, _)| row);
        let (least, most) = at.ok().and_then(|at| numbers.get(at)).map_or((0, 0), |&(_, bounds)| bounds);
        quota(least as usize, most as usize)
    };
    let mut categories = Vec::new();
    for category in instance.categories() {
        let values = category.values.iter().flat_map(|value| (0..panels).map(move |_| value));
        let values = values.map(|value| FeatureValue { name: String::new(), quota: on_one(&value.quota), pool: 0 });
        categories.push(Category { name: String::new(), values: values.collect() });
    }
    let mut combinations = Vec::new();
    for combination in instance.combinations() {
        for panel in 0..panels {
            let terms = combination.terms.iter().map(|&(category, value)| (category, value * panels + panel));
            combinations.push(Combination { terms: terms.collect(), quota: on_one(&combination.quota), pool: 0 });
        }
    }
    let mut exactly = |counts: &mut dyn Iterator<Item = usize>| {
        let values = counts.map(|count| FeatureValue { name: String::new(), quota: quota(count, count), pool: 0 });
        categories.push(Category { name: String::new(), values: values.collect() });
    };
    exactly(&mut (0..panels).map(|_| size));
    exactly(&mut groups.iter().map(|&(_, count)| count));
    // The panels are alike: so those where the first kind has a seat are the first ones.
    let mut copies = Vec::new();
    let mut members = Vec::new();
    for (group, &(kind, count)) in groups.iter().enumerate() {
        for panel in (0..panels).filter(|&panel| group > 0 || panel < count) {
            let Some(first) = firsts.get(kind).and_then(|&first| instance.members().get(first)) else { continue };
            let values = first.values.iter().map(|&value| value * panels + panel).chain([panel, group]);
            let copy = Member { id: String::new(), values: values.collect(), row: 0, standing: Standing::Open };
            for _ in 0..count.min(size) {
                copies.push((group, panel));
                members.push(copy.clone());
            }
        }
    }
    let all = Instance::from_parts(kinds.len(), categories, combinations, members);
    let ground = Ground::new(&all);
    let mut search = Panels::new(&all, &ground);
    search.allow(WORK);
    let usual = search.usual();
    let Answer::Panel(found) = search.find(&usual)? else { return Ok(None) };
    // Kinds ascend, and so do groups: the seats of each group stand together.
    let mut seats: Vec<(usize, usize)> = found.members.iter().filter_map(|&copy| copies.get(copy).copied()).collect();
    seats.sort_unstable();
    Ok(Some(seats.into_iter().map(|(_, panel)| panel as u32).collect()))
}
