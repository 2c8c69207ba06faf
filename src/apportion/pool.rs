//! Which quotas a pool cannot meet.

use super::Apportionment;
use crate::instance::{Built, Instance, InstanceProblem, Settings, Warning, build, fold};
use crate::read::{Table, count};

/// A pool beside the quotas, one by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoolAnswer {
    /// Members of the pool.
    pub members: usize,
    /// For each category, how many members have each value.
    pub counts: Vec<Vec<usize>>,
    /// The values of which the pool has fewer members than the least seats.
    pub short: Vec<Shortage>,
    /// The categories without such a value whose members cannot fill the panel, since no value may have more than its most seats.
    pub narrow: Vec<Narrow>,
    /// Pool and quotas together; `None` where a quota cannot be met, or the pool is smaller than the panel.
    pub instance: Option<Instance>,
    /// What to know about the pool.
    pub warnings: Vec<Warning>,
}

/// A quota that the pool cannot meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortage {
    /// The feature category.
    pub category: String,
    /// The feature value.
    pub value: String,
    /// The least seats.
    pub min: usize,
    /// The members who have it.
    pub members: usize,
}

/// A category that the pool cannot fill the panel from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrow {
    /// The feature category.
    pub category: String,
    /// The seats that can be filled.
    pub seats: usize,
}

impl Shortage {
    /// How many members are missing.
    pub fn missing(&self) -> usize {
        self.min.saturating_sub(self.members)
    }
}

/// A problem of the pool, which may be that of several rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoolProblem {
    /// The problem of the first row.
    pub problem: InstanceProblem,
    /// How many more rows have it: the same unknown value, or a blank cell in the same column.
    pub more: usize,
}

impl std::fmt::Display for PoolProblem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.more {
            0 => write!(out, "{}", self.problem),
            more => write!(out, "{} (and so on {})", self.problem, count(more, "more line")),
        }
    }
}

/// Holds a pool against quotas made from `shares`, the name of their file.
///
/// # Errors
/// All problems of the pool: columns that it lacks, values that have no share, blank cells, identifiers.
pub fn meet(
    quotas: &Apportionment,
    shares: &str,
    pool: &Table,
    id_column: Option<&str>,
) -> Result<PoolAnswer, Vec<PoolProblem>> {
    let settings = |size| Settings { id_column: id_column.map(str::to_owned), ..Settings::of_size(size) };
    // Quotas that any pool of one member meets leave nothing but the problems of the pool itself.
    let mut any = quotas.clone();
    for value in any.categories.iter_mut().flat_map(|category| &mut category.values) {
        (value.min, value.max) = (0, 1);
    }
    let Built { instance: open, warnings, .. } = build(&any.table(shares), pool, &settings(1)).map_err(grouped)?;
    let counts: Vec<Vec<usize>> =
        (open.categories().iter()).map(|category| category.values.iter().map(|value| value.pool).collect()).collect();
    let all = quotas.values().zip(counts.iter().flatten());
    let short = all.filter(|((_, value), members)| value.min > **members).map(|((category, value), members)| {
        Shortage { category: category.name.clone(), value: value.name.clone(), min: value.min, members: *members }
    });
    let short: Vec<Shortage> = short.collect();
    let members = open.members().len();
    let narrow = quotas.categories.iter().zip(&counts).filter_map(|(category, counts)| {
        let values = || category.values.iter().zip(counts);
        let seats = values().map(|(value, members)| value.max.min(*members)).sum();
        let short = values().any(|(value, members)| value.min > *members);
        let narrow = !short && seats < quotas.plan.size && quotas.plan.size <= members;
        narrow.then(|| Narrow { category: category.name.clone(), seats })
    });
    let narrow = narrow.collect();
    let instance = if short.is_empty() && members >= quotas.plan.size {
        Some(build(&quotas.table(shares), pool, &settings(quotas.plan.size)).map_err(grouped)?.instance)
    } else {
        None
    };
    Ok(PoolAnswer { members, counts, short, narrow, instance, warnings })
}

/// Problems of many rows that are one problem become one.
fn grouped(problems: Vec<InstanceProblem>) -> Vec<PoolProblem> {
    let mut groups: Vec<PoolProblem> = Vec::new();
    let mut firsts = std::collections::BTreeMap::new();
    for problem in problems {
        let kind = match &problem {
            InstanceProblem::UnknownValue { cell, category, .. } => Some((fold(category), fold(cell))),
            InstanceProblem::BlankValue { .. } => Some((problem.column().map(fold).unwrap_or_default(), String::new())),
            _ => None,
        };
        let first = kind.clone().and_then(|kind| firsts.get(&kind).copied());
        if let Some(group) = first.and_then(|first: usize| groups.get_mut(first)) {
            group.more += 1;
            continue;
        }
        if let Some(kind) = kind {
            firsts.insert(kind, groups.len());
        }
        groups.push(PoolProblem { problem, more: 0 });
    }
    groups
}
