//! Quotas, pool and settings against each other: what can be seen to be impossible without looking for a panel.

use super::pool::Pool;
use super::problem::Change;
use super::quotas::{DraftCategory, DraftValue, Quotas};
use super::tally::{Tallies, Tally, has};
use super::{CombinationProblem, InstanceProblem, RuleProblem, Settings, Standing, fold};
use crate::read::{Place, Table};

/// The two files.
#[derive(Clone, Copy)]
pub(super) struct Files<'a> {
    pub quotas: &'a Table,
    pub pool: &'a Table,
}

/// The place of a cell in the column of this name.
fn of_column(table: &Table, line: u64, name: &str) -> Place {
    match table.header.iter().position(|header| fold(header) == name) {
        Some(column) => Place { column: Some(name.to_owned()), ..table.place_of_cell(line, column) },
        None => table.place_of_name(line, name),
    }
}

/// The panel size and the household limit by themselves.
pub(super) fn size(files: Files<'_>, settings: &Settings, pool: &Pool) -> Vec<InstanceProblem> {
    let (at, size) = (files.pool.place(), settings.size);
    let excluded = with_standing(pool, Standing::Excluded).count();
    let members = pool.people.len() - excluded;
    let mut problems = Vec::new();
    if size == 0 {
        problems.push(InstanceProblem::SizeZero { at: at.clone() });
    } else if size > members {
        problems.push(InstanceProblem::SizeAbovePool { at: at.clone(), size, members, excluded });
    }
    if settings.household_limit == 0 {
        problems.push(RuleProblem::LimitZero { at }.into());
    }
    problems
}

fn with_standing(pool: &Pool, standing: Standing) -> impl Iterator<Item = usize> {
    pool.people.iter().zip(0..).filter(move |(entry, _)| entry.standing == standing).map(|(_, index)| index)
}

/// The quotas against the panel size and the pool.
pub(super) fn quotas(
    files: Files<'_>,
    settings: &Settings,
    quotas: &Quotas,
    pool: &Pool,
    tallies: &Tallies,
) -> Vec<InstanceProblem> {
    // The quotas file is about each of the panels that are drawn together.
    let (file, size) = (files.quotas, settings.size / settings.panels.max(1));
    let people = pool.people.len() - with_standing(pool, Standing::Excluded).count();
    let mut problems = Vec::new();
    for ((category, tallies), found) in quotas.categories.iter().zip(&tallies.values).zip(&pool.found) {
        let tallies = found.then_some(tallies.as_slice());
        if size > 0 {
            problems.extend(check_sums(file, category, tallies, size, people, quotas.orphans.is_empty()));
        }
        let values = category.values.iter().zip(tallies.unwrap_or_default());
        problems.extend(
            values.filter_map(|(value, tally)| check_minimum(file, &category.name, value, settings.panels, tally)),
        );
    }
    for (combination, tally) in quotas.combinations.iter().zip(&tallies.combinations) {
        let draft = &combination.draft;
        if let Some(min) = draft.min.filter(|min| size > 0 && *min > size) {
            let (at, combination) = (of_column(file, draft.line, "min"), draft.name.clone());
            problems.push(CombinationProblem::MinAboveSize { at, combination, min, size }.into());
        } else if combination.terms.iter().all(|(category, _)| pool.found.get(*category) == Some(&true)) {
            problems.extend(check_minimum(file, "", draft, settings.panels, tally));
        }
    }
    problems
}

/// Whether the pool has as many members as a minimum asks for on so many panels, even if every unsure cell came to be what is asked for.
fn check_minimum(
    file: &Table,
    category: &str,
    draft: &DraftValue,
    panels: usize,
    tally: &Tally,
) -> Option<InstanceProblem> {
    let min = draft.min.map(|min| min.saturating_mul(panels));
    Some(InstanceProblem::TooFewMembers {
        at: of_column(file, draft.line, "min"),
        category: category.to_owned(),
        value: draft.name.clone(),
        min: min.filter(|min| *min > tally.members + tally.unsure)?,
        members: tally.members,
        unsure: tally.unsure,
        excluded: tally.excluded,
    })
}

/// Whether those who sit on every panel can sit together.
pub(super) fn included(
    files: Files<'_>,
    settings: &Settings,
    quotas: &Quotas,
    pool: &Pool,
    households: &[Vec<usize>],
    apart: &[Vec<usize>],
) -> Vec<InstanceProblem> {
    let all: Vec<usize> = with_standing(pool, Standing::Included).collect();
    let mut problems = Vec::new();
    let of = |group: &[usize]| -> Vec<usize> { all.iter().copied().filter(|member| group.contains(member)).collect() };
    let ids = |members: &[usize]| -> Vec<String> {
        members.iter().filter_map(|index| pool.people.get(*index)).map(|entry| entry.id.clone()).collect()
    };
    let at = |members: &[usize]| {
        let lines = members.iter().filter_map(|index| pool.people.get(*index)).map(|entry| entry.line);
        lines.min().map_or_else(|| files.pool.place(), |line| files.pool.place_of_line(line))
    };
    let (size, limit) = (settings.size, settings.household_limit);
    if size > 0 && all.len() > size {
        let at = files.pool.place();
        problems.push(RuleProblem::IncludedAboveSize { at, included: all.len(), size }.into());
    }
    for members in households.iter().map(|house| of(house)).filter(|members| limit > 0 && members.len() > limit) {
        problems.push(RuleProblem::IncludedHousemates { at: at(&members), ids: ids(&members), limit }.into());
    }
    for members in apart.iter().map(|group| of(group)).filter(|members| members.len() > 1) {
        problems.push(RuleProblem::IncludedApart { at: at(&members), ids: ids(&members) }.into());
    }
    let mut above = |category: &str, draft: &DraftValue, terms: &[(usize, usize)]| {
        let has = |index: &usize| pool.people.get(*index).and_then(|entry| has(entry, terms)) == Some(true);
        let members: Vec<usize> = all.iter().copied().filter(has).collect();
        let max = draft.max.map(|max| max.saturating_mul(settings.panels));
        if let Some(max) = max.filter(|max| members.len() > *max) {
            let at = of_column(files.quotas, draft.line, "max");
            let (category, value) = (category.to_owned(), draft.name.clone());
            problems.push(RuleProblem::IncludedAboveMax { at, category, value, max, ids: ids(&members) }.into());
        }
    };
    for (index, category) in quotas.categories.iter().enumerate() {
        for (position, value) in category.values.iter().enumerate() {
            above(&category.name, value, &[(index, position)]);
        }
    }
    for combination in &quotas.combinations {
        above("", &combination.draft, &combination.terms);
    }
    problems
}

/// Whether a panel's seats can be shared out among the values of a category, leaving the pool aside.
///
/// Minimums that are known add up to too much whatever the others are; maximums add up to too little only if all are known.
fn check_sums(
    file: &Table,
    category: &DraftCategory,
    tallies: Option<&[Tally]>,
    size: usize,
    people: usize,
    no_orphans: bool,
) -> Option<InstanceProblem> {
    let at = |column: &str| file.place_of_column(column);
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
        example: raise_one(category, tallies, size - maxs),
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
fn raise_one(category: &DraftCategory, tallies: Option<&[Tally]>, lack: usize) -> Option<Change> {
    let raised = |(index, value): (usize, &DraftValue)| {
        let from = value.max.filter(|max| *max > 0)?;
        let to = from.checked_add(lack)?;
        let members = tallies?.get(index)?.members;
        (value.flex.is_none_or(|(_, most)| to <= most) && to <= members).then(|| change(value, from, to))
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
