//! Member types and household groups, worked out from the pool.

use std::collections::BTreeMap;

use crate::instance::{Instance, Standing};

use crate::verify::singled::households;

/// People whom the rules cannot tell apart.
pub(super) struct Kind<'a> {
    /// Value of each category, of every member of this type.
    pub(super) values: &'a [usize],
    pub(super) standing: Standing,
    /// How many members are of this type.
    pub(super) members: usize,
    /// Index of the household group they live in; `None` for people who live alone.
    pub(super) group: Option<usize>,
}

/// All types of a pool, in the order of their smallest members.
pub(super) struct Types<'a> {
    pub(super) kinds: Vec<Kind<'a>>,
    /// For each member, the index of the type.
    pub(super) of: Vec<usize>,
    /// For each household group, how many households are in it.
    pub(super) groups: Vec<usize>,
}

/// What the rules know of a member without the household: values, standing and, for members to be kept apart, who it is.
type Traits<'a> = (&'a [usize], Standing, Option<usize>);

impl<'a> Types<'a> {
    pub(super) fn of(instance: &'a Instance) -> Types<'a> {
        let members = instance.members();
        let mut apart = vec![false; members.len()];
        for &member in instance.apart().iter().flatten() {
            apart.get_mut(member).into_iter().for_each(|apart| *apart = true);
        }
        // Traits by number, so that households can be compared as lists of numbers.
        let mut known: BTreeMap<Traits<'_>, usize> = BTreeMap::new();
        let mut traits = Vec::with_capacity(members.len());
        for ((index, member), apart) in members.iter().enumerate().zip(apart) {
            let next = known.len();
            traits.push(*known.entry((&member.values, member.standing, apart.then_some(index))).or_insert(next));
        }
        let (group, groups) = groups(instance, &traits);
        let home = households(instance);
        let mut numbers: BTreeMap<(usize, Option<usize>), usize> = BTreeMap::new();
        let mut kinds: Vec<Kind<'a>> = Vec::new();
        let mut of = Vec::with_capacity(members.len());
        for ((member, traits), home) in members.iter().zip(traits).zip(home) {
            let group = home.and_then(|home| group.get(home).copied());
            let kind = *numbers.entry((traits, group)).or_insert(kinds.len());
            if let Some(kind) = kinds.get_mut(kind) {
                kind.members += 1;
            } else {
                kinds.push(Kind { values: &member.values, standing: member.standing, members: 1, group });
            }
            of.push(kind);
        }
        Types { kinds, of, groups }
    }
}

/// For each household the index of its group, and for each group how many households are in it.
fn groups(instance: &Instance, traits: &[usize]) -> (Vec<usize>, Vec<usize>) {
    let mut order: Vec<(Option<&usize>, usize)> =
        instance.households().iter().enumerate().map(|(index, household)| (household.iter().min(), index)).collect();
    order.sort_unstable();
    let mut known: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    let mut group = vec![0; order.len()];
    let mut households = Vec::new();
    for (_, index) in order {
        let Some(household) = instance.households().get(index) else { continue };
        let mut people: Vec<usize> = household.iter().filter_map(|&member| traits.get(member).copied()).collect();
        people.sort_unstable();
        let number = *known.entry(people).or_insert(households.len());
        match households.get_mut(number) {
            Some(count) => *count += 1,
            None => households.push(1),
        }
        group.get_mut(index).into_iter().for_each(|of| *of = number);
    }
    (group, households)
}
