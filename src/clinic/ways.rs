//! Different ways to the same end, the cheapest first.
//!
//! A way must not contain all that an earlier one changes. So from each way that is found there go branches, each of which forbids one of its changes;
//! the cheapest branch that is open holds the next way.

use std::collections::BTreeSet;

use crate::solve::SolveError;

/// Programs that are solved for all ways together, at most.
const PROGRAMS: usize = 150;

/// A way in the making: by how many seats each allowed change is made, and what that costs.
#[derive(Debug, Clone)]
struct Branch {
    forbidden: BTreeSet<usize>,
    by: Vec<i64>,
    cost: i64,
    /// The changes that are made.
    changed: BTreeSet<usize>,
    /// Whether the branches that go from it are open already.
    branched: bool,
}

/// By how many seats each allowed change is made; `None` when nothing helps.
type Way = Option<Vec<i64>>;

/// Up to `many` ways, and whether that is all there is to find. `cheapest` finds the cheapest way in which some changes are forbidden. Of ways that
/// cost the same, those with fewer changes come first.
pub(super) fn ways(
    many: usize,
    costs: &[i64],
    cheapest: &mut dyn FnMut(&BTreeSet<usize>) -> Result<Way, SolveError>,
    found: &mut dyn FnMut(usize),
) -> Result<(Vec<Vec<i64>>, bool), SolveError> {
    let mut seen: BTreeSet<BTreeSet<usize>> = BTreeSet::new();
    let mut open: Vec<Branch> = Vec::new();
    let mut ways: Vec<Branch> = Vec::new();
    let mut left = PROGRAMS;
    let mut begin = vec![BTreeSet::new()];
    let mut complete = true;
    loop {
        for forbidden in begin.drain(..) {
            if !complete || !seen.insert(forbidden.clone()) {
                continue;
            }
            let by = if left == 0 { None } else { super::given_up(cheapest(&forbidden))? };
            left = left.saturating_sub(1);
            match by {
                Some(Some(by)) => {
                    let cost = by.iter().zip(costs).map(|(by, cost)| by * cost).sum();
                    let changed = (0..by.len()).filter(|&change| by[change] > 0).collect();
                    open.push(Branch { forbidden, by, cost, changed, branched: false });
                }
                Some(None) => {}
                // What this branch holds may be cheaper than all others.
                None => complete = false,
            }
        }
        if !complete {
            // Where there are branches from it already, a way was the cheapest when they were begun.
            open.retain(|branch| branch.branched);
        }
        let order = |branch: &Branch| (branch.cost, branch.changed.len(), branch.forbidden.len());
        let next = (0..open.len()).min_by_key(|&place| order(&open[place]));
        let Some(mut branch) = next.map(|place| open.swap_remove(place)) else { break };
        if let Some(earlier) = ways.iter().find(|earlier| earlier.changed.is_subset(&branch.changed)) {
            begin = without(&branch, &earlier.changed);
            continue;
        }
        if !branch.branched && complete {
            begin = without(&branch, &branch.changed);
            if branch.changed.len() > 1 {
                // The same cost may do with fewer changes.
                branch.branched = true;
                open.push(branch);
                continue;
            }
        }
        ways.push(branch);
        found(ways.len());
        if ways.len() == many || !complete {
            break;
        }
    }
    Ok((ways.into_iter().map(|way| way.by).collect(), complete))
}

/// Branches from a branch, each of which forbids one change more.
fn without(branch: &Branch, changes: &BTreeSet<usize>) -> Vec<BTreeSet<usize>> {
    let add = |&change: &usize| branch.forbidden.iter().copied().chain([change]).collect();
    changes.iter().map(add).collect()
}
