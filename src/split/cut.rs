//! One set of members is cut into panels: into two sets of as many panels as can be, and each of them again.

use std::collections::BTreeMap;

use super::together::{Group, Together};
use crate::instance::{Instance, QuotaRow};
use crate::solve::{Answer, Goal, Ground, Panels, SolveError};

/// Work for one set, see `Panels::allow`: some seconds.
pub(super) const WORK: u64 = 3_000_000_000;

/// Copies of groups up to which two compositions are made anew: beyond, it takes too long.
const COPIES: usize = 1_000;

/// How far from its share of the seats a side may be, in parts of what the quotas allow.
const WIDE: i64 = 4;

/// Cuts sets of members that are given by their kinds.
pub(super) struct Cutter<'a> {
    instance: &'a Instance,
    panels: usize,
    /// The size of one panel.
    size: usize,
    quotas: Vec<QuotaRow>,
    /// Least and most seats of each quota row on one panel.
    bounds: Vec<(i64, i64)>,
    /// The kind of each member: who has the same values is of one kind.
    kinds: Vec<usize>,
    /// The first member of each kind.
    firsts: Vec<usize>,
}

impl<'a> Cutter<'a> {
    /// `None` when the numbers of the instance are not `panels` times those of one panel.
    pub fn new(instance: &'a Instance, panels: usize) -> Option<Self> {
        let one = |all: usize| all.checked_rem(panels).filter(|&rest| rest == 0).map(|_| all / panels);
        let size = one(instance.size()).filter(|&size| size > 0)?;
        let quotas = instance.quotas();
        let bounds = quotas.iter().map(|row| Some((one(row.quota.min)? as i64, one(row.quota.max)? as i64)));
        let bounds = bounds.collect::<Option<Vec<_>>>()?;
        let mut of_values: BTreeMap<&[usize], usize> = BTreeMap::new();
        let (mut kinds, mut firsts) = (Vec::new(), Vec::new());
        for (index, member) in instance.members().iter().enumerate() {
            let kind = *of_values.entry(&member.values).or_insert_with(|| {
                firsts.push(index);
                firsts.len() - 1
            });
            kinds.push(kind);
        }
        Some(Self { instance, panels, size, quotas, bounds, kinds, firsts })
    }

    /// The kind of a member.
    pub fn kind(&self, member: usize) -> usize {
        self.kinds.get(member).copied().unwrap_or_default()
    }

    /// For members of these kinds, ascending, the part that each belongs to (from 0). `None` when they cannot be cut.
    pub fn cut(&self, kinds: &[usize]) -> Result<Option<Vec<u32>>, SolveError> {
        match self.quick(kinds)? {
            Halved::Done(parts) => Ok(Some(parts)),
            Halved::Never => Ok(None),
            Halved::Stuck => {
                let group = |alike: &[usize]| Group { member: self.firsts[alike[0]], count: alike.len(), half: (0, 0) };
                let groups: Vec<Group> = kinds.chunk_by(|a, b| a == b).map(group).collect();
                let seats = self.together(self.panels, &groups).find(WORK)?;
                // Kinds ascend, and so do groups.
                Ok(seats.map(|seats| seats.into_iter().map(|(_, panel)| panel as u32).collect()))
            }
        }
    }

    /// The search for so many panels at once.
    fn together<'b>(&'b self, panels: usize, groups: &'b [Group]) -> Together<'b> {
        let (instance, bounds, size) = (self.instance, &self.bounds, self.size);
        Together { instance, bounds, size, panels, halves: false, groups, sets: &[] }
    }

    /// Cuts the members of two compositions, given as groups, into panels for each of two others: group and composition (0 or 1) of each seat. `sets`
    /// are sets of groups with the most seats that a composition has for them. `None` when there is no way, or it takes too long.
    pub fn anew(
        &self,
        groups: &[Group],
        sets: &[(Vec<bool>, usize)],
    ) -> Result<Option<Vec<(usize, usize)>>, SolveError> {
        let panels = 2 * self.panels;
        if groups.len().saturating_mul(panels) > COPIES {
            return Ok(None);
        }
        let together = Together { halves: true, sets, ..self.together(panels, groups) };
        let seats = match together.find(WORK / 10) {
            Err(SolveError::TooHard { .. }) => return Ok(None),
            seats => seats?,
        };
        Ok(seats.map(|seats| seats.into_iter().map(|(group, panel)| (group, panel / self.panels)).collect()))
    }

    /// The same by halving alone, which takes less time and may come to no end.
    pub fn quick(&self, kinds: &[usize]) -> Result<Halved, SolveError> {
        let mut parts = vec![0; kinds.len()];
        let all: Vec<usize> = (0..kinds.len()).collect();
        let halved = self.halve(kinds, &all, 0, self.panels, &mut parts);
        Ok(match halved {
            Ok(true) => Halved::Done(parts),
            Ok(false) if self.panels == 2 => Halved::Never,
            Ok(false) | Err(SolveError::TooHard { .. }) => Halved::Stuck,
            Err(error) => return Err(error),
        })
    }

    /// Cuts the members at some places of the list into `panels` parts, numbered from `from`; `false` when it found no way. For two panels there is none then.
    fn halve(
        &self,
        kinds: &[usize],
        places: &[usize],
        from: usize,
        panels: usize,
        parts: &mut [u32],
    ) -> Result<bool, SolveError> {
        if panels == 1 {
            for &place in places {
                parts[place] = from as u32;
            }
            return Ok(true);
        }
        let members: Vec<usize> = places.iter().map(|&place| self.firsts[kinds[place]]).collect();
        let among = self.instance.among(&members);
        let ground = Ground::new(&among);
        let mut search = Panels::new(&among, &ground);
        search.allow(WORK);
        let on = |row: &QuotaRow| among.members().iter().filter(|member| row.is_on(member)).count() as i64;
        let sums: Vec<i64> = self.quotas.iter().map(on).collect();
        let (one, other) = ((panels / 2) as i64, (panels - panels / 2) as i64);
        let size = one * self.size as i64;
        // For two panels the bounds say all. For more, a side whose seats are far from its share of them may leave sides that cannot be cut.
        let ways: &[i64] = if panels == 2 { &[WIDE] } else { &[WIDE / 2, 0, WIDE] };
        for &way in ways {
            let bound = |(&sum, &(least, most)): (&i64, &(i64, i64))| {
                // What one side may have, so that the other side's panels can meet the quotas as well: as far as single rows show.
                let low = (one * least).max(sum - other * most);
                let high = (one * most).min(sum - other * least);
                let (below, above) = (sum * one / (one + other), (sum * one + one + other - 1) / (one + other));
                (below - (below - low) * way / WIDE, above + (high - above) * way / WIDE)
            };
            let mut ask = search.usual();
            ask.quotas = sums.iter().zip(&self.bounds).map(bound).collect();
            (ask.size, ask.goal) = ((size, size), Goal::Any);
            let Answer::Panel(found) = search.find(&ask)? else { continue };
            let mut first = vec![false; places.len()];
            for member in found.members {
                first[member] = true;
            }
            let side = |wanted: bool| -> Vec<usize> {
                places.iter().zip(&first).filter(|&(_, &first)| first == wanted).map(|(&place, _)| place).collect()
            };
            if self.halve(kinds, &side(true), from, panels / 2, parts)?
                && self.halve(kinds, &side(false), from + panels / 2, panels - panels / 2, parts)?
            {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// What came of halving.
pub(super) enum Halved {
    /// The part of each member, from 0.
    Done(Vec<u32>),
    /// There is no way to cut it.
    Never,
    /// There may be another way.
    Stuck,
}
