//! Quotas, pool and panel size are put together and checked against each other.

use super::pool::{Pool, Tally};
use super::problem::Change;
use super::quotas::{DraftCategory, DraftValue, Quotas};
use super::{Category, FeatureValue, Instance, InstanceProblem, Quota, Settings, Warning, pool, quotas};
use crate::read::{Place, Table};

/// An instance, and what was found on the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// The instance.
    pub instance: Instance,
    /// The header of the identifier column as the pool spells it; `None` if members are known by the number of their row.
    pub id_column: Option<String>,
    /// What its owner should know although the input is accepted.
    pub warnings: Vec<Warning>,
}

/// Builds an instance from a quotas file, a pool file and settings.
///
/// Without an identifier column in the settings, `id`, `nationbuilder_id` and `unique_id` are looked for in this order, and if none
/// is there, members are known by the number of their row.
///
/// # Errors
///
/// All problems of all three, those of the quotas file first, then those of the pool. What only follows from another problem is left out.
pub fn build(quotas: &Table, pool: &Table, settings: &Settings) -> Result<Built, Vec<InstanceProblem>> {
    let (size, id_column) = (settings.size, settings.id_column.as_deref());
    let mut quotas_read = quotas::parse(quotas);
    let mut pool_read = pool::parse(pool, &quotas_read, &quotas.file, id_column);
    let mut problems = Vec::new();
    if size == 0 {
        problems.push(InstanceProblem::SizeZero { at: Place::file(&pool.file) });
    } else if size > pool_read.people {
        problems.push(InstanceProblem::SizeAbovePool { at: Place::file(&pool.file), size, members: pool_read.people });
    }
    problems.append(&mut quotas_read.problems);
    for (category, tally) in quotas_read.categories.iter().zip(&pool_read.tallies) {
        if size > 0 {
            problems.extend(check_sums(
                &quotas.file,
                category,
                tally.as_ref(),
                size,
                pool_read.people,
                quotas_read.orphans.is_empty(),
            ));
        }
        problems.extend(tally.iter().flat_map(|tally| check_minimums(&quotas.file, category, tally)));
    }
    problems.append(&mut pool_read.problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Built {
        instance: Instance {
            size,
            categories: categories(quotas_read, &pool_read),
            combinations: Vec::new(),
            members: pool_read.members,
            households: Vec::new(),
            household_limit: settings.household_limit,
            apart: Vec::new(),
        },
        id_column: pool_read.id_column,
        warnings: pool_read.warnings,
    })
}

/// Whether a panel's seats can be shared out among the values of a category, leaving the pool aside.
///
/// Minimums that are known add up to too much whatever the others are; maximums add up to too little only if all are known.
fn check_sums(
    file: &str,
    category: &DraftCategory,
    tally: Option<&Tally>,
    size: usize,
    people: usize,
    no_orphans: bool,
) -> Option<InstanceProblem> {
    let at = |column: &str| Place { column: Some(column.to_owned()), ..Place::file(file) };
    let mins: usize = category.values.iter().filter_map(|value| value.min).sum();
    if mins > size {
        return Some(InstanceProblem::MinsAboveSize {
            at: at("min"),
            category: category.name.clone(),
            sum: mins,
            size,
            members: people,
            example: lower_one(category, mins - size),
        });
    }
    let maxs: Option<usize> = category.values.iter().map(|value| value.max).sum();
    let maxs = maxs.filter(|maxs| *maxs < size && no_orphans && !category.open)?;
    Some(InstanceProblem::MaxsBelowSize {
        at: at("max"),
        category: category.name.clone(),
        sum: maxs,
        size,
        example: raise_one(category, tally, size - maxs),
    })
}

/// The largest minimum, if it can be lowered by `excess` without leaving its relaxed range.
fn lower_one(category: &DraftCategory, excess: usize) -> Option<Change> {
    let lowered = |value: &DraftValue| {
        let (from, to) = (value.min?, value.min?.checked_sub(excess)?);
        value.flex.is_none_or(|(least, _)| least <= to).then(|| change(value, from, to))
    };
    largest(category.values.iter().filter_map(lowered))
}

/// The largest maximum above 0, if it can be raised by `lack` without leaving its relaxed range or asking for more than the pool has.
fn raise_one(category: &DraftCategory, tally: Option<&Tally>, lack: usize) -> Option<Change> {
    let raised = |(index, value): (usize, &DraftValue)| {
        let from = value.max.filter(|max| *max > 0)?;
        let to = from.checked_add(lack)?;
        let members = tally?.counts.get(index)?;
        (value.flex.is_none_or(|(_, most)| to <= most) && to <= *members).then(|| change(value, from, to))
    };
    largest(category.values.iter().enumerate().filter_map(raised))
}

fn change(value: &DraftValue, from: usize, to: usize) -> Change {
    Change { line: value.line, value: value.name.clone(), from, to }
}

/// The first of the changes with the largest number to start from.
fn largest(changes: impl Iterator<Item = Change>) -> Option<Change> {
    changes.reduce(|best, next| if next.from > best.from { next } else { best })
}

/// Whether the pool has as many members of each value as its minimum asks for, even if every unsure cell came to be that value.
fn check_minimums(file: &str, category: &DraftCategory, tally: &Tally) -> Vec<InstanceProblem> {
    let values = category.values.iter().zip(&tally.counts);
    let too_few = values.filter_map(|(value, members)| {
        let min = value.min.filter(|min| *min > members + tally.unsure)?;
        Some(InstanceProblem::TooFewMembers {
            at: Place::cell(file, value.line, "min"),
            category: category.name.clone(),
            value: value.name.clone(),
            min,
            members: *members,
            unsure: tally.unsure,
        })
    });
    too_few.collect()
}

/// The categories of quotas that have no problem left.
fn categories(quotas: Quotas, pool: &Pool) -> Vec<Category> {
    let mut row = 0;
    let tallied = quotas.categories.into_iter().zip(&pool.tallies);
    let category = |(draft, tally): (DraftCategory, &Option<Tally>)| Category {
        name: draft.name,
        values: draft
            .values
            .into_iter()
            .zip(tally.iter().flat_map(|tally| &tally.counts))
            .map(|(value, members)| FeatureValue {
                name: value.name,
                quota: Quota {
                    row: { row += 1; row },
                    min: value.min.unwrap_or_default(),
                    max: value.max.unwrap_or_default(),
                    flex: value.flex,
                },
                pool: *members,
            })
            .collect(),
    };
    tallied.map(category).collect()
}
