//! What a panel must meet, as groups of members with a least and a largest number of seats: quotas, households and all.

use crate::instance::{Instance, Standing};

/// Some members, and how many of them may sit on a panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Member indices, ascending.
    pub members: Vec<usize>,
    /// Least seats.
    pub least: usize,
    /// Most seats.
    pub most: usize,
}

/// The rules on the panels of a pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelRules {
    size: usize,
    groups: Vec<Group>,
    quotas: usize,
    groups_of: Vec<Vec<u32>>,
    standing: Vec<Standing>,
}

impl PanelRules {
    /// Of an instance: a group for each feature value, then for each quota on a combination; then, as limits, for each household
    /// and each set of members kept apart.
    pub fn new(instance: &Instance) -> Self {
        let members = instance.members();
        let mut quotas = Vec::new();
        for (c, category) in instance.categories().iter().enumerate() {
            let mut having = vec![Vec::new(); category.values.len()];
            for (i, member) in members.iter().enumerate() {
                if let Some(having) = member.values.get(c).and_then(|&value| having.get_mut(value)) {
                    having.push(i);
                }
            }
            for (value, members) in category.values.iter().zip(having) {
                quotas.push(Group { members, least: value.quota.min, most: value.quota.max });
            }
        }
        for combination in instance.combinations() {
            let has_all = |&i: &usize| combination.terms.iter().all(|&(c, v)| members[i].values.get(c) == Some(&v));
            let members = (0..members.len()).filter(has_all).collect();
            quotas.push(Group { members, least: combination.quota.min, most: combination.quota.max });
        }
        let limit = |members: &Vec<usize>, most| Group { members: members.clone(), least: 0, most };
        let households = instance.households().iter().map(|house| limit(house, instance.household_limit()));
        let apart = instance.apart().iter().map(|group| limit(group, 1));
        let standing = members.iter().map(|member| member.standing).collect();
        Self::from_groups(instance.size(), standing, quotas, households.chain(apart).collect())
    }

    /// From a panel size, the members' standing, quotas, and limits. (The legacy rule is driven by quotas and only obeys limits.)
    pub fn from_groups(size: usize, standing: Vec<Standing>, quotas: Vec<Group>, limits: Vec<Group>) -> Self {
        let count = quotas.len();
        let groups: Vec<Group> = quotas.into_iter().chain(limits).collect();
        let mut groups_of = vec![Vec::new(); standing.len()];
        for (number, group) in (0..).zip(&groups) {
            for &member in &group.members {
                if let Some(of) = groups_of.get_mut(member) {
                    of.push(number);
                }
            }
        }
        Self { size, groups, quotas: count, groups_of, standing }
    }

    /// The panel size k.
    pub fn size(&self) -> usize {
        self.size
    }

    /// How many members the pool has.
    pub fn members(&self) -> usize {
        self.standing.len()
    }

    /// All groups, the quotas first.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The quotas alone.
    pub fn quotas(&self) -> &[Group] {
        &self.groups[..self.quotas]
    }

    /// The indices of a member's groups, ascending.
    pub(super) fn groups_of(&self, member: usize) -> impl Iterator<Item = usize> + '_ {
        self.groups_of[member].iter().map(|&group| group as usize)
    }

    /// Whether the rules single a member out.
    pub fn standing(&self, member: usize) -> Standing {
        self.standing[member]
    }

    /// Whether these members, ascending, are a feasible panel.
    pub fn is_panel(&self, panel: &[usize]) -> bool {
        let sits = |member: &usize| panel.binary_search(member).is_ok();
        panel.len() == self.size
            && panel.windows(2).all(|pair| pair[0] < pair[1])
            && panel.last().is_none_or(|&last| last < self.members())
            && self.standing.iter().enumerate().all(|(member, standing)| match standing {
                Standing::Open => true,
                Standing::Included => sits(&member),
                Standing::Excluded => !sits(&member),
            })
            && self.groups.iter().all(|group| {
                let seats = group.members.iter().filter(|member| sits(member)).count();
                group.least <= seats && seats <= group.most
            })
    }
}
