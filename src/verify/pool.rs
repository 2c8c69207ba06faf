//! `pool.form`: the pool and the quotas, as an instance.

use crate::instance::{self, Instance, Person, Settings};
use crate::read::{self, Table};

use super::files::Files;
use super::say::{Finding, Problems, grouped, number, quote};
use super::setup::Setup;
use super::table::{POOL, QUOTAS, REHEARSAL};

/// The pool that a record is about.
pub(super) struct Pool {
    /// The quotas file's rows.
    pub(super) quotas: Table,
    /// The pool file's rows.
    pub(super) table: Table,
    /// The members in canonical order, with the quotas.
    pub(super) instance: Instance,
}

/// `pool.form`, and the pool if that passes.
pub(super) fn check(files: &Files, setup: Option<&Setup>) -> (Finding, Option<Pool>) {
    let (Some(quotas), Some(pool)) = (files.bytes(QUOTAS), files.bytes(POOL)) else {
        let missing = if files.bytes(QUOTAS).is_none() { QUOTAS } else { POOL };
        return (Finding::without(missing), None);
    };
    let Some(setup) = setup else {
        return (
            Finding::not_checked(
                "setup.json cannot be used, so the panel size and the identifier column are not known",
            ),
            None,
        );
    };
    let mut problems = Problems::default();
    let quotas = table(QUOTAS, quotas, &mut problems);
    let pool = table(POOL, pool, &mut problems);
    let size = usize::try_from(setup.size.0).ok();
    if size.is_none() {
        problems.add(|| format!("setup.json gives the panel size {}, which is too large", setup.size.0));
    }
    let (Some(quotas), Some(pool), Some(size)) = (quotas, pool, size) else {
        return (problems.or_pass(""), None);
    };
    let Some(settings) = settings(setup, size) else {
        return (Finding::not_checked("the rules in setup.json name numbers that are too large"), None);
    };
    if files.rehearsal() {
        marked(QUOTAS, &quotas, &mut problems);
        marked(POOL, &pool, &mut problems);
    }
    columns_spelt(&setup.rules.household_columns, &pool, &mut problems);
    let built = match instance::build(&quotas, &pool, &settings) {
        Ok(built) => built,
        Err(found) => {
            found.iter().for_each(|problem| problems.add(|| problem.to_string()));
            return (problems.or_pass(""), None);
        }
    };
    match (&setup.id_column, &built.id_column) {
        (None, Some(found)) => problems.add(|| {
            let found = quote(found);
            format!("setup.json says that the pool's rows are numbered, but the pool has the identifier column {found}")
        }),
        (Some(stated), None) => problems
            .add(|| format!("setup.json names the identifier column {}, which the pool does not have", quote(stated))),
        (Some(stated), Some(found)) if stated != found => problems.add(|| {
            format!("setup.json names the identifier column {}, the pool spells it {}", quote(stated), quote(found))
        }),
        _ => {}
    }
    let members = built.instance.members().len();
    if u64::try_from(members).ok() != Some(setup.members.0) {
        problems.add(|| format!("the pool has {members} members, setup.json says {}", setup.members.0));
    }
    let make = match setup.panels {
        None => "make a panel".to_owned(),
        Some(panels) => format!("make {} panels drawn together", grouped(panels.0)),
    };
    let pass = format!("The pool has {} members, and {} of them {make}.", number(members), number(size));
    problems.or_pass_with(pass, Pool { quotas, table: pool, instance: built.instance })
}

/// What `setup.json` says beside the two files; `None` if it names numbers too large for this machine.
fn settings(setup: &Setup, size: usize) -> Option<Settings> {
    let person = |&number: &u64| usize::try_from(number).ok().map(Person::Number);
    let people = |numbers: &[u64]| numbers.iter().map(person).collect::<Option<Vec<_>>>();
    let rules = &setup.rules;
    Some(Settings {
        id_column: setup.id_column.clone(),
        household_columns: rules.household_columns.clone(),
        household_limit: usize::try_from(rules.household_limit.0).ok()?,
        include: people(&rules.include)?,
        exclude: people(&rules.exclude)?,
        panels: usize::try_from(setup.panels.map_or(1, |panels| panels.0)).ok()?,
        apart: rules.apart.iter().map(|group| people(group)).collect::<Option<_>>()?,
        ..Settings::of_size(size)
    })
}

/// The first column of a rehearsal's file says so in each cell.
fn marked(name: &str, table: &Table, problems: &mut Problems) {
    let is = |cells: &[String]| cells.first().is_some_and(|cell| cell == REHEARSAL);
    if !is(&table.header) {
        problems.add(|| format!("{name}: the first column is not {REHEARSAL}, but this is a rehearsal"));
    } else if let Some(row) = table.rows.iter().find(|row| !is(&row.cells)) {
        problems
            .add(|| format!("{name} line {}: the first cell is not {REHEARSAL}, but this is a rehearsal", row.line));
    }
}

/// Header and rows of the pool or the quotas without a rehearsal's mark, blank rows left out; `None` where they cannot be read as `pool.form`
/// demands.
pub(super) fn unmarked(files: &Files, name: &str) -> Option<Vec<Vec<String>>> {
    let mut problems = Problems::default();
    let table = table(name, files.bytes(name)?, &mut problems)?;
    let mark = usize::from(files.rehearsal());
    if files.rehearsal() {
        marked(name, &table, &mut problems);
    }
    let rows = std::iter::once(table.header).chain(table.rows.into_iter().map(|row| row.cells));
    let rows = rows.map(|cells| cells.into_iter().skip(mark).collect::<Vec<_>>());
    let rows = rows.filter(|cells| cells.iter().any(|cell| !cell.trim().is_empty())).collect();
    (!problems.any()).then_some(rows)
}

/// Household columns are spelt as the pool spells them.
fn columns_spelt(columns: &[String], pool: &Table, problems: &mut Problems) {
    for column in columns {
        if !pool.header.contains(column) {
            problems.add(|| {
                format!("setup.json names the household column {}, which the pool does not have", quote(column))
            });
        }
    }
}

fn table(name: &str, bytes: &[u8], problems: &mut Problems) -> Option<Table> {
    match read::read_csv(name, bytes) {
        Ok(table) => Some(table),
        Err(found) => {
            if found.is_empty() {
                problems.add(|| format!("{name} cannot be read"));
            }
            found.iter().for_each(|problem| problems.add(|| problem.to_string()));
            None
        }
    }
}
