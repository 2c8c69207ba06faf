//! Members whom the rules cannot tell apart become one member type with a multiplicity, and so do their households.
//!
//! What makes two members alike is defined in `docs/certificate.md`, section "Types".

use std::collections::BTreeMap;

use crate::instance::{Instance, Standing, fold};

/// People whom the rules cannot tell apart: with the same feature values, the same standing, and households that are alike. Any lottery can
/// be averaged over them without changing which rules hold, so the fairest one gives them equal chances.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberType {
    /// For each category of the instance, the index of the value.
    pub values: Vec<usize>,
    /// Whether the rules single them out.
    pub standing: Standing,
    /// Indices of the members, ascending; their number is the multiplicity.
    pub members: Vec<usize>,
}

/// Households whom the rules cannot tell apart: they have the same numbers of people of the same kinds. People who live alone are
/// households of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// How many households.
    pub houses: usize,
    /// Their kinds of people, ascending by member type.
    pub kinds: Vec<Kind>,
}

/// One kind of people in the households of a class; together they are a member type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// The member type.
    pub kind: usize,
    /// For each household its people of this kind, as ascending member indices; equally many in each. Households stand in the same
    /// order for every kind of the class.
    pub people: Vec<Vec<usize>>,
}

/// A pool sorted into types and classes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// The member types; everybody has one.
    pub types: Vec<MemberType>,
    /// Their households, by ascending first type; every type is a kind of one class.
    pub classes: Vec<Class>,
}

/// What a member is like, the household aside: ranks of the values, standing, and the member's own index if the member is to be kept
/// apart from others, and so is like nobody else.
type Nature = (Vec<usize>, Standing, Option<usize>);

/// Sorts a pool into types and classes. Their order depends on names alone: neither the order of the pool's rows nor that of the
/// quotas file's rows changes it.
pub fn typed(instance: &Instance) -> Typed {
    let natures = natures(instance);
    // Households are alike when the people in them have the same natures, as often.
    let mut groups: BTreeMap<Vec<usize>, Vec<&[usize]>> = BTreeMap::new();
    for house in instance.households() {
        let mut within: Vec<usize> = house.iter().map(|&member| natures[member]).collect();
        within.sort_unstable();
        groups.entry(within).or_default().push(house);
    }
    let groups: Vec<Vec<&[usize]>> = groups.into_values().collect();
    let mut group_of = vec![None; natures.len()];
    for (group, houses) in groups.iter().enumerate() {
        for &member in houses.iter().copied().flatten() {
            group_of[member] = Some(group);
        }
    }

    let mut kinds: BTreeMap<(usize, Option<usize>), Vec<usize>> = BTreeMap::new();
    for (member, key) in natures.iter().copied().zip(group_of.iter().copied()).enumerate() {
        kinds.entry(key).or_default().push(member);
    }
    let mut types = Vec::with_capacity(kinds.len());
    let mut classes: Vec<Class> = Vec::new();
    let mut class_of: Vec<Option<usize>> = vec![None; groups.len()];
    for (kind, ((nature, group), members)) in kinds.into_iter().enumerate() {
        let people: Vec<Vec<usize>> = match group {
            None => members.iter().map(|&member| vec![member]).collect(),
            Some(group) => {
                let alike =
                    |house: &&[usize]| house.iter().copied().filter(|&member| natures[member] == nature).collect();
                groups[group].iter().map(alike).collect()
            }
        };
        let known = group.and_then(|group| class_of[group]);
        let class = known.unwrap_or_else(|| {
            classes.push(Class { houses: people.len(), kinds: Vec::new() });
            classes.len() - 1
        });
        if let Some(group) = group {
            class_of[group] = Some(class);
        }
        classes[class].kinds.push(Kind { kind, people });
        let first = &instance.members()[members[0]];
        types.push(MemberType { values: first.values.clone(), standing: first.standing, members });
    }
    Typed { types, classes }
}

/// Every member's nature, as its place among the different natures of the pool.
fn natures(instance: &Instance) -> Vec<usize> {
    let ranks = value_ranks(instance);
    let mut apart = vec![false; instance.members().len()];
    for &member in instance.apart().iter().flatten() {
        apart[member] = true;
    }
    let mut alike: BTreeMap<Nature, Vec<usize>> = BTreeMap::new();
    for (index, member) in instance.members().iter().enumerate() {
        let values = ranks.iter().map(|(category, rank)| rank[member.values[*category]]).collect();
        alike.entry((values, member.standing, apart[index].then_some(index))).or_default().push(index);
    }
    let mut natures = vec![0; instance.members().len()];
    for (nature, members) in alike.into_values().enumerate() {
        for member in members {
            natures[member] = nature;
        }
    }
    natures
}

/// Categories by folded name, each with the rank of its values by folded name.
fn value_ranks(instance: &Instance) -> Vec<(usize, Vec<usize>)> {
    let categories = instance.categories();
    let mut order: Vec<usize> = (0..categories.len()).collect();
    order.sort_by_key(|&c| fold(&categories[c].name));
    order
        .into_iter()
        .map(|c| {
            let values = &categories[c].values;
            let mut by_name: Vec<usize> = (0..values.len()).collect();
            by_name.sort_by_key(|&v| fold(&values[v].name));
            let mut rank = vec![0; values.len()];
            for (position, &value) in by_name.iter().enumerate() {
                rank[value] = position;
            }
            (c, rank)
        })
        .collect()
}
