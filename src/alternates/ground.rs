//! Who can be an alternate: members who can step in whoever else sits.

use std::collections::{BTreeMap, BTreeSet};

use super::inner::Item;
use super::needs::Needs;
use crate::instance::{Instance, Standing};

/// A panel that was drawn, and the rules that it was drawn by.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    /// Its pool, its rules, and the quotas of one panel.
    pub instance: &'a Instance,
    /// Who sits on the panel, as ascending member indices.
    pub panel: &'a [usize],
    /// Who sits on other panels that were drawn together with it.
    pub elsewhere: &'a [usize],
    /// Who else cannot step in, beside those whom the rules exclude.
    pub barred: &'a [usize],
}

/// Members who can be alternates and count for the same quotas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// For each category of the instance, the index of the value.
    pub values: Vec<usize>,
    /// Their indices, ascending.
    pub members: Vec<usize>,
    pub(super) rows: Vec<usize>,
}

/// A panel, its quotas, and those who can be alternates.
#[derive(Debug, Clone)]
pub struct Ground {
    pub(super) needs: Needs,
    /// The panel's members, ascending.
    pub(super) panel: Vec<usize>,
    /// For each of them, the rows of the quotas that they count for.
    pub(super) panel_rows: Vec<Vec<usize>>,
    kinds: Vec<Kind>,
    excluded: Vec<usize>,
    apart: Vec<Vec<usize>>,
    /// Candidates of whom at most so many can be alternates together.
    rivals: Vec<(usize, Vec<usize>)>,
    /// For each member of the pool who can be an alternate, the kind and the groups of rivals.
    places: BTreeMap<usize, (usize, Vec<usize>)>,
}

impl Ground {
    /// Sorts a pool into those who sit, those who cannot be alternates, and the others by kind.
    ///
    /// Whoever is an alternate can be called in whoever else is called and whoever drops out: so members cannot be alternates who are kept apart
    /// from somebody who sits, or whose household has as many sitting already as may; and where it has some, at most one more of it is one.
    pub fn new(case: &Case<'_>) -> Self {
        let instance = case.instance;
        let members = instance.members();
        let needs = Needs::new(instance, case.panel.len());
        let sits: BTreeSet<usize> = case.panel.iter().chain(case.elsewhere).copied().collect();
        let mut out: BTreeSet<usize> = sits.iter().chain(case.barred).copied().collect();
        out.extend((0..members.len()).filter(|&member| members[member].standing == Standing::Excluded));
        let sitting = |group: &[usize]| group.iter().filter(|member| sits.contains(member)).count();
        let limit = instance.household_limit();
        for house in instance.households().iter().filter(|house| sitting(house) >= limit) {
            out.extend(house);
        }
        for group in instance.apart().iter().filter(|group| sitting(group) > 0) {
            out.extend(group);
        }
        let open = |group: &[usize]| -> Vec<usize> { group.iter().copied().filter(|m| !out.contains(m)).collect() };
        let houses = instance.households().iter().map(|house| (sitting(house), open(house)));
        let (begun, fresh): (Vec<_>, Vec<_>) = houses.partition(|(sitting, _)| *sitting > 0);
        let apart: Vec<Vec<usize>> = begun.into_iter().map(|(_, open)| open).filter(|open| open.len() > 1).collect();
        let mut rivals: Vec<(usize, Vec<usize>)> = fresh.into_iter().map(|(_, open)| (limit, open)).collect();
        rivals.extend(instance.apart().iter().map(|group| (1, open(group))));
        rivals.extend(apart.iter().map(|group| (1, group.clone())));
        rivals.retain(|(most, group)| group.len() > *most);

        let mut kinds: BTreeMap<Vec<usize>, Kind> = BTreeMap::new();
        for (index, member) in members.iter().enumerate().filter(|(index, _)| !out.contains(index)) {
            let rows = needs.rows(&member.values);
            let kind = || Kind { values: member.values.clone(), members: Vec::new(), rows: rows.clone() };
            kinds.entry(rows.clone()).or_insert_with(kind).members.push(index);
        }
        let kinds: Vec<Kind> = kinds.into_values().collect();
        let mut places: BTreeMap<usize, (usize, Vec<usize>)> = BTreeMap::new();
        for (kind, of) in kinds.iter().enumerate() {
            places.extend(of.members.iter().map(|&member| (member, (kind, Vec::new()))));
        }
        for (group, (_, members)) in rivals.iter().enumerate() {
            members.iter().for_each(|member| places.entry(*member).or_default().1.push(group));
        }
        Self {
            panel_rows: case.panel.iter().map(|&member| needs.rows(&members[member].values)).collect(),
            needs,
            panel: case.panel.to_vec(),
            kinds,
            excluded: out.into_iter().collect(),
            apart,
            rivals,
            places,
        }
    }

    /// The kinds of members who can be alternates, in the order of the quotas file.
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// How many members can be alternates.
    pub fn candidates(&self) -> usize {
        self.kinds.iter().map(|kind| kind.members.len()).sum()
    }

    /// All others, ascending: they are excluded in the record of the alternates.
    pub fn excluded(&self) -> &[usize] {
        &self.excluded
    }

    /// Groups of whom at most one can be an alternate, beside those that the instance keeps apart: they are kept apart in the record of the
    /// alternates.
    pub fn apart(&self) -> &[Vec<usize>] {
        &self.apart
    }

    /// The size of the panel.
    pub fn size(&self) -> usize {
        self.panel.len()
    }

    /// Alternates as the search for the best replacement takes them, from how many there are of each kind.
    pub(super) fn items(&self, counts: &[usize]) -> Vec<Item<'_>> {
        let kinds = self.kinds.iter().zip(counts).filter(|(_, copies)| **copies > 0);
        kinds.map(|(kind, &copies)| Item { rows: &kind.rows, copies, after: None }).collect()
    }

    /// How many of each kind are among some members; `None` if one of them cannot be an alternate.
    pub fn composition(&self, members: &[usize]) -> Option<Vec<usize>> {
        let mut counts = vec![0; self.kinds.len()];
        for member in members {
            counts[self.places.get(member)?.0] += 1;
        }
        Some(counts)
    }

    /// The kind of somebody who can be an alternate.
    pub(super) fn kind_of(&self, member: usize) -> usize {
        self.places.get(&member).map_or(0, |place| place.0)
    }

    /// Whether who else is an alternate has a say in whether somebody can be one.
    pub(super) fn has_rivals(&self, member: usize) -> bool {
        self.places.get(&member).is_some_and(|place| !place.1.is_empty())
    }

    /// Whether somebody can be an alternate beside others.
    pub(super) fn fits(&self, others: &[usize], member: usize) -> bool {
        let Some((_, groups)) = self.places.get(&member) else { return false };
        groups.iter().all(|&group| {
            let (most, members) = &self.rivals[group];
            others.iter().filter(|other| members.contains(other)).count() < *most
        })
    }

    /// Somebody of a kind who can be an alternate beside others: without rivals if there is anybody, otherwise the first.
    pub(super) fn another(&self, kind: usize, others: &[usize]) -> Option<usize> {
        let free = || self.kinds[kind].members.iter().copied().filter(|member| !others.contains(member));
        free().find(|member| !self.has_rivals(*member)).or_else(|| free().find(|member| self.fits(others, *member)))
    }
}
