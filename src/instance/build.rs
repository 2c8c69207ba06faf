//! Quotas, pool and panel size are put together and checked against each other.

use super::checks::{self, Files};
use super::columns::Columns;
use super::combinations::DraftCombination;
use super::pool::Entry;
use super::quotas::{DraftCategory, DraftValue, Quotas};
use super::tally::{Tallies, Tally};
use super::{
    Category, Combination, FeatureValue, Instance, InstanceProblem, Member, Quota, Settings, Warning, households, pool,
    quotas, standing,
};
use crate::read::Table;

/// An instance, and what was found on the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// The instance.
    pub instance: Instance,
    /// The header of the identifier column as the pool spells it; `None` if members are known by the number of their row.
    pub id_column: Option<String>,
    /// The headers of the household columns as the pool spells them, in its order, none twice.
    pub household_columns: Vec<String>,
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
/// All problems of all three, those of the quotas file first, then those of the pool and of the settings. What only follows from
/// another problem is left out.
pub fn build(quotas: &Table, pool: &Table, settings: &Settings) -> Result<Built, Vec<InstanceProblem>> {
    built(quotas, pool, settings, |_| true)
}

/// The same, but problems that only say that there can be no panel do not stand in the way: who wants to know how to mend that needs the
/// instance all the same.
///
/// # Errors
///
/// All problems, if any of them is not [about feasibility](InstanceProblem::is_about_feasibility).
pub fn build_anyway(quotas: &Table, pool: &Table, settings: &Settings) -> Result<Built, Vec<InstanceProblem>> {
    built(quotas, pool, settings, |problem| !problem.is_about_feasibility())
}

/// Builds an instance unless one of the problems is grave.
fn built(
    quotas: &Table,
    pool: &Table,
    settings: &Settings,
    grave: impl Fn(&InstanceProblem) -> bool,
) -> Result<Built, Vec<InstanceProblem>> {
    let columns = Columns::new(pool);
    let mut quotas_read = quotas::parse(quotas, &columns);
    let mut pool_read = pool::parse(pool, &columns, &quotas_read, &quotas.file, settings);
    let mut said_by_settings = Vec::new();
    let apart = standing::apply(pool, &mut pool_read, settings, &mut said_by_settings);
    let households = households::together(pool_read.people.iter().map(|entry| entry.household.as_slice()));
    let tallies = Tallies::of(&quotas_read, &pool_read);

    let files = Files { quotas, pool };
    let mut problems = checks::size(files, settings, &pool_read);
    problems.append(&mut quotas_read.problems);
    problems.extend(checks::quotas(files, settings, &quotas_read, &pool_read, &tallies));
    problems.append(&mut pool_read.problems);
    problems.append(&mut said_by_settings);
    problems.extend(checks::included(files, settings, &quotas_read, &pool_read, &households, &apart));
    if problems.iter().any(grave) {
        return Err(problems);
    }
    Ok(Built {
        instance: Instance {
            size: settings.size,
            combinations: combinations(&quotas_read, &tallies, quotas),
            categories: categories(quotas_read, &tallies, quotas),
            members: members(pool_read.people),
            households,
            household_limit: settings.household_limit,
            apart,
        },
        id_column: pool_read.id_column,
        household_columns: pool_read.household_columns,
        warnings: pool_read.warnings,
    })
}

/// The people of a pool that has no problem left.
fn members(people: Vec<Entry>) -> Vec<Member> {
    let member = |Entry { id, row, values, standing, .. }: Entry| Member {
        id,
        values: values.into_iter().flatten().collect(),
        row,
        standing,
    };
    people.into_iter().map(member).collect()
}

/// The numbers of a value or combination that has no problem left.
fn quota(draft: &DraftValue, file: &Table) -> Quota {
    let row = 1 + file.rows.partition_point(|row| row.line < draft.line);
    Quota { row, min: draft.min.unwrap_or_default(), max: draft.max.unwrap_or_default(), flex: draft.flex }
}

fn combinations(quotas: &Quotas, tallies: &Tallies, file: &Table) -> Vec<Combination> {
    let drafts = quotas.combinations.iter().zip(&tallies.combinations);
    let combination = |(combination, tally): (&DraftCombination, &Tally)| Combination {
        terms: combination.terms.clone(),
        quota: quota(&combination.draft, file),
        pool: tally.members,
    };
    drafts.map(combination).collect()
}

/// The categories of quotas that have no problem left.
fn categories(quotas: Quotas, tallies: &Tallies, file: &Table) -> Vec<Category> {
    let tallied = quotas.categories.into_iter().zip(&tallies.values);
    let category = |(draft, tallies): (DraftCategory, &Vec<Tally>)| Category {
        name: draft.name,
        values: draft
            .values
            .into_iter()
            .zip(tallies)
            .map(|(value, tally)| FeatureValue { quota: quota(&value, file), name: value.name, pool: tally.members })
            .collect(),
    };
    tallied.map(category).collect()
}
