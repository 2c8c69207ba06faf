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
}

/// Up to `many` ways, and whether that is all there is to find. `cheapest` finds the cheapest way in which some changes are forbidden.
pub(super) fn ways(
    many: usize,
    costs: &[i64],
    cheapest: &mut dyn FnMut(&BTreeSet<usize>) -> Result<Option<Vec<i64>>, SolveError>,
    found: &mut dyn FnMut(usize),
) -> Result<(Vec<Vec<i64>>, bool), SolveError> {
    let mut seen: BTreeSet<BTreeSet<usize>> = BTreeSet::new();
    let mut open: Vec<Branch> = Vec::new();
    let mut ways: Vec<(BTreeSet<usize>, Vec<i64>)> = Vec::new();
    let mut complete = true;
    let mut left = PROGRAMS;
    let mut begin = vec![BTreeSet::new()];
    loop {
        for forbidden in begin.drain(..) {
            if !seen.insert(forbidden.clone()) {
                continue;
            }
            if left == 0 {
                return Ok((by_cost(ways), false));
            }
            left -= 1;
            match super::given_up(cheapest(&forbidden))? {
                Some(Some(by)) => {
                    let cost = by.iter().zip(costs).map(|(by, cost)| by * cost).sum();
                    open.push(Branch { forbidden, by, cost });
                }
                Some(None) => {}
                // What this branch holds may be cheaper than all others.
                None => complete = false,
            }
        }
        if !complete || ways.len() == many {
            return Ok((by_cost(ways), complete));
        }
        let Some(next) = (0..open.len()).min_by_key(|&b| (open[b].cost, open[b].forbidden.len())) else {
            return Ok((by_cost(ways), true));
        };
        let branch = open.swap_remove(next);
        let changed: BTreeSet<usize> = (0..branch.by.len()).filter(|&c| branch.by[c] > 0).collect();
        let contained =
            ways.iter().find(|(earlier, _)| earlier.is_subset(&changed)).map(|(earlier, _)| earlier.clone());
        let branch_on = contained.unwrap_or_else(|| {
            ways.push((changed.clone(), branch.by.clone()));
            found(ways.len());
            changed
        });
        if ways.len() == many {
            return Ok((by_cost(ways), true));
        }
        for change in branch_on {
            let mut forbidden = branch.forbidden.clone();
            forbidden.insert(change);
            begin.push(forbidden);
        }
    }
}

fn by_cost(ways: Vec<(BTreeSet<usize>, Vec<i64>)>) -> Vec<Vec<i64>> {
    ways.into_iter().map(|(_, by)| by).collect()
}
