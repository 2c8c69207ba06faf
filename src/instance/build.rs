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
            combinations: combinations(&quotas_read, &tallies, quotas, settings.panels),
            categories: categories(quotas_read, &tallies, quotas, settings.panels),
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

/// The numbers of a value or combination that has no problem left, for all panels together.
fn quota(draft: &DraftValue, file: &Table, panels: usize) -> Quota {
    let row = 1 + file.rows.partition_point(|row| row.line < draft.line);
    let all = |seats: usize| seats.saturating_mul(panels);
    Quota {
        row,
        min: all(draft.min.unwrap_or_default()),
        max: all(draft.max.unwrap_or_default()),
        flex: draft.flex.map(|(least, most)| (all(least), all(most))),
    }
}

fn combinations(quotas: &Quotas, tallies: &Tallies, file: &Table, panels: usize) -> Vec<Combination> {
    let drafts = quotas.combinations.iter().zip(&tallies.combinations);
    let combination = |(combination, tally): (&DraftCombination, &Tally)| Combination {
        terms: combination.terms.clone(),
        quota: quota(&combination.draft, file, panels),
        pool: tally.members,
    };
    drafts.map(combination).collect()
}

/// The categories of quotas that have no problem left.
fn categories(quotas: Quotas, tallies: &Tallies, file: &Table, panels: usize) -> Vec<Category> {
    let tallied = quotas.categories.into_iter().zip(&tallies.values);
    let category = |(draft, tallies): (DraftCategory, &Vec<Tally>)| Category {
        name: draft.name,
        values: draft
            .values
            .into_iter()
            .zip(tallies)
            .map(|(value, tally)| FeatureValue {
                quota: quota(&value, file, panels),
                name: value.name,
                pool: tally.members,
            })
            .collect(),
    };
    tallied.map(category).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test stops where it stands

    use super::*;
    use crate::read::read_csv;

    /// Two panels of two: everything in the quotas file counts twice, and what is impossible for two panels is refused.
    #[test]
    fn several_panels() {
        let quotas = |min| format!("feature,value,min,max,min_flex,max_flex\ng,a,{min},2,0,2\ng,b,0,1,0,2\n");
        let built = |min, panels| {
            let quotas = read_csv("quotas.csv", quotas(min).as_bytes()).unwrap();
            let pool = read_csv("pool.csv", b"id,g\n1,a\n2,a\n3,a\n4,b\n5,b\n").unwrap();
            build(&quotas, &pool, &Settings { panels, ..Settings::of_size(2 * panels) })
        };
        let numbers = |panels| {
            let instance = built(1, panels).unwrap().instance;
            let quotas = instance.categories()[0].values.iter().map(|value| value.quota);
            quotas.map(|quota| (quota.min, quota.max, quota.flex)).collect::<Vec<_>>()
        };
        assert_eq!(numbers(1), [(1, 2, Some((0, 2))), (0, 1, Some((0, 2)))]);
        assert_eq!(numbers(2), [(2, 4, Some((0, 4))), (0, 2, Some((0, 4)))]);
        assert!(built(2, 1).is_ok());
        assert!(matches!(built(2, 2).unwrap_err()[..], [InstanceProblem::TooFewMembers { min: 4, members: 3, .. }]));
    }

    /// Categories that the pool has no column for, one with `&` in its name too; a combination is no category.
    #[test]
    fn categories_that_lack_a_column() {
        let pool = read_csv("pool.csv", b"id, Gender,dept\n1,a,b\n").unwrap();
        let text = b"feature,value,min,max\nage,16-29,0,1\ngender,a,0,1\nR & D,yes,0,1\nAge ,30+,0,1\ngender & age,a & 30+,0,1\nage,16-29,0,2\n";
        let quotas = read_csv("quotas.csv", text).unwrap();
        let missing = quotas::categories_without_column(&quotas, &pool);
        let named =
            |name: &str, values: &[&str]| (name.to_owned(), values.iter().map(|value| (*value).to_owned()).collect());
        assert_eq!(missing, [named("age", &["16-29", "30+"]), named("R & D", &["yes"])]);
        let pool = read_csv("pool.csv", b"id,gender,AGE,r & d\n1,a,b,c\n").unwrap();
        assert_eq!(quotas::categories_without_column(&quotas, &pool), []);
    }
}
