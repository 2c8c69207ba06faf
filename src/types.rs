//! Members whom the rules cannot tell apart become one member type with a multiplicity.

use std::collections::BTreeMap;

use crate::instance::{Instance, fold};

/// People with the same feature value in every category. Any lottery can be averaged over them without changing which
/// quotas hold, so the fairest one gives them equal chances.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberType {
    /// For each category of the instance, the index of the value.
    pub values: Vec<usize>,
    /// Indices of the members, ascending; their number is the multiplicity.
    pub members: Vec<usize>,
}

/// Households whom the rules cannot tell apart: they have the same numbers of people of the same kinds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// How many households.
    pub houses: usize,
    /// Their kinds of people.
    pub kinds: Vec<Kind>,
}

/// One kind of people in the households of a class; together they are a member type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// The member type.
    pub kind: usize,
    /// For each household its people of this kind, as member indices; equally many in each.
    pub people: Vec<Vec<usize>>,
}

/// Classes when everybody lives alone: one for each type.
pub fn single_classes(types: &[MemberType]) -> Vec<Class> {
    let class = |(kind, members): (usize, &MemberType)| {
        let people: Vec<Vec<usize>> = members.members.iter().map(|&member| vec![member]).collect();
        Class { houses: people.len(), kinds: vec![Kind { kind, people }] }
    };
    types.iter().enumerate().map(class).collect()
}

/// The member types of a pool, in an order that depends on names alone: neither the order of the pool's rows nor that of
/// the quotas file changes it.
pub fn member_types(instance: &Instance) -> Vec<MemberType> {
    let ranks = value_ranks(instance);
    let mut types: BTreeMap<Vec<usize>, MemberType> = BTreeMap::new();
    for (index, member) in instance.members().iter().enumerate() {
        let key = ranks.iter().map(|(category, rank)| rank[member.values[*category]]).collect();
        types
            .entry(key)
            .or_insert_with(|| MemberType { values: member.values.clone(), members: Vec::new() })
            .members
            .push(index);
    }
    types.into_values().collect()
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
