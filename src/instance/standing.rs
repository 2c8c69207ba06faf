//! People whom the settings name: who is included, who is excluded, and who is kept apart from whom.

use std::collections::BTreeMap;

use super::nearest::nearest_id;
use super::pool::Pool;
use super::{InstanceProblem, Person, PersonUse, RuleProblem, Settings, Standing};
use crate::read::Table;

/// Gives everybody in the pool their standing, and returns the groups to be kept apart: each as two or more ascending indices, in ascending
/// order, none twice.
///
/// Where identifiers are missing or doubled, nobody can be named; nothing is looked up then.
pub(super) fn apply(
    table: &Table,
    pool: &mut Pool,
    settings: &Settings,
    problems: &mut Vec<InstanceProblem>,
) -> Vec<Vec<usize>> {
    if !pool.known_by_name {
        return Vec::new();
    }
    let mut directory = Directory { table, pool, by_id: BTreeMap::new(), problems: Vec::new() };
    directory.by_id = pool.people.iter().zip(0..).map(|(entry, index)| (entry.id.as_str(), index)).collect();
    let included = directory.all(&settings.include, PersonUse::Include).0;
    let excluded = directory.all(&settings.exclude, PersonUse::Exclude).0;
    let mut groups = Vec::new();
    for (group, number) in settings.apart.iter().zip(1..) {
        let (mut members, complete) = directory.all(group, PersonUse::Apart(number));
        members.sort_unstable();
        members.dedup();
        if members.len() > 1 {
            groups.push(members);
        } else if complete {
            let ids =
                members.iter().filter_map(|index| pool.people.get(*index)).map(|entry| entry.id.clone()).collect();
            directory.problems.push(RuleProblem::SmallGroup { at: table.place(), group: number, ids });
        }
    }
    groups.sort_unstable();
    groups.dedup();
    problems.extend(directory.problems.into_iter().map(InstanceProblem::Rule));

    let mut both = Vec::new();
    let named = included.into_iter().map(|index| (index, Standing::Included));
    for (index, standing) in named.chain(excluded.into_iter().map(|index| (index, Standing::Excluded))) {
        if let Some(entry) = pool.people.get_mut(index) {
            if ![Standing::Open, standing].contains(&entry.standing) {
                both.push(index);
            }
            entry.standing = standing;
        }
    }
    both.sort_unstable();
    both.dedup();
    for index in both {
        let Some(entry) = pool.people.get_mut(index) else { continue };
        // Neither is used in any other check.
        entry.standing = Standing::Open;
        let at = table.place_of_line(entry.line);
        problems.push(RuleProblem::InAndOut { at, id: entry.id.clone() }.into());
    }
    groups
}

/// Finds people by what they are called.
struct Directory<'a> {
    table: &'a Table,
    pool: &'a Pool,
    by_id: BTreeMap<&'a str, usize>,
    problems: Vec<RuleProblem>,
}

impl Directory<'_> {
    /// The indices of people, in the order given, and whether all were found.
    fn all(&mut self, people: &[Person], what: PersonUse) -> (Vec<usize>, bool) {
        let found: Vec<usize> = people.iter().filter_map(|person| self.one(person, what)).collect();
        let complete = found.len() == people.len();
        (found, complete)
    }

    fn one(&mut self, person: &Person, what: PersonUse) -> Option<usize> {
        let members = self.pool.people.len();
        let (found, near) = match person {
            Person::Number(number) => (number.checked_sub(1).filter(|index| *index < members), None),
            Person::Id(id) => match self.by_id.get(id.trim()) {
                Some(index) => (Some(*index), None),
                None => (None, nearest_id(id, self.by_id.keys().copied()).map(str::to_owned)),
            },
        };
        if found.is_none() {
            let (at, person) = (self.table.place(), person.clone());
            self.problems.push(RuleProblem::UnknownPerson { at, person, what, members, nearest: near });
        }
        found
    }
}
