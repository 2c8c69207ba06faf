//! The cheapest changes that meet every need that is known: a small integer program.

use crate::solve::SolveError;
use crate::solve::heaviest::heaviest_within;
use crate::solve::relaxation::{Origin, Relaxation, Rule};

/// What changes must do; pairs of the change's position and a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// The changes, each times its weight (above 0), sum to this at least.
    Sum(Vec<(usize, i64)>, i64),
    /// One of the changes is this large at least.
    OneOf(Vec<(usize, i64)>),
}

impl Need {
    /// Whether changes meet it.
    pub fn is_met(&self, changes: &[i64]) -> bool {
        match self {
            Self::Sum(weights, least) => weights.iter().map(|&(c, weight)| weight * changes[c]).sum::<i64>() >= *least,
            Self::OneOf(some) => some.iter().any(|&(c, least)| changes[c] >= least),
        }
    }
}

/// Changes from 0 to their most that meet all needs at the least cost; `None` when none do. Costs are above 0. So many programs may be solved; those that
/// are solved are taken off.
///
/// # Errors
/// When the search takes too long.
pub fn cheapest_cover(
    most: &[i64],
    costs: &[i64],
    needs: &[Need],
    programs: &mut usize,
) -> Result<Option<Vec<i64>>, SolveError> {
    let mut multiplicity = most.to_vec();
    let mut weights: Vec<i64> = costs.iter().map(|cost| -cost).collect();
    let mut rules = Vec::new();
    let far: i64 = 1 << 40;
    let rule = |terms, least| Rule { origin: Origin::Cut, terms, least, most: far };
    for need in needs {
        match need {
            Need::Sum(terms, least) => {
                let mut terms = terms.clone();
                terms.sort_unstable();
                if terms.is_empty() && *least > 0 {
                    return Ok(None);
                }
                rules.push(rule(terms, *least));
            }
            Need::OneOf(some) => {
                // A switch for each: when it is on, the change is as large as that.
                let switches = some.iter().zip(multiplicity.len()..);
                let mut any = Vec::new();
                for (&(change, least), switch) in switches {
                    rules.push(rule(vec![(change, 1), (switch, -least)], 0));
                    any.push((switch, 1));
                }
                if any.is_empty() {
                    return Ok(None);
                }
                multiplicity.extend(vec![1; any.len()]);
                weights.extend(vec![0; any.len()]);
                rules.push(rule(any, 1));
            }
        }
    }
    let found = heaviest_within(&Relaxation::from_rules(multiplicity, rules), &weights, programs)?;
    Ok(found.map(|mut changes| {
        changes.truncate(most.len());
        changes
    }))
}
