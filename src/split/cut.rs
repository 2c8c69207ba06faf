//! One set of members is cut into panels: into two sets of as many panels as can be, and each of them again.

use std::collections::BTreeMap;

use super::together::cut_together;
use crate::instance::{Instance, QuotaRow};
use crate::solve::{Answer, Goal, Ground, Panels, SolveError};

/// Work for one set, see `Panels::allow`: some seconds.
pub(super) const WORK: u64 = 3_000_000_000;

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
    pub fn cut(&mut self, kinds: &[usize]) -> Result<Option<Vec<u32>>, SolveError> {
        let mut parts = vec![0; kinds.len()];
        let all: Vec<usize> = (0..kinds.len()).collect();
        match self.halve(kinds, &all, 0, self.panels, &mut parts) {
            Ok(Halved::Done) => return Ok(Some(parts)),
            Ok(Halved::Never) => return Ok(None),
            Ok(Halved::Stuck) | Err(SolveError::TooHard { .. }) => {}
            Err(error) => return Err(error),
        }
        cut_together(self.instance, &self.firsts, kinds, self.panels, self.size, &self.bounds)
    }

    /// Cuts the members at some places of the list into `panels` parts, numbered from `from`.
    fn halve(
        &self,
        kinds: &[usize],
        places: &[usize],
        from: usize,
        panels: usize,
        parts: &mut [u32],
    ) -> Result<Halved, SolveError> {
        if panels == 1 {
            for &place in places {
                parts[place] = from as u32;
            }
            return Ok(Halved::Done);
        }
        let members: Vec<usize> = places.iter().map(|&place| self.firsts[kinds[place]]).collect();
        let among = self.instance.among(&members);
        let ground = Ground::new(&among);
        let mut search = Panels::new(&among, &ground);
        search.allow(WORK);
        let sums =
            self.quotas.iter().map(|row| among.members().iter().filter(|member| row.is_on(member)).count() as i64);
        let (one, other) = ((panels / 2) as i64, (panels - panels / 2) as i64);
        // What one side may have, so that the other side's panels can meet the quotas as well: as far as single rows show.
        let wide: Vec<(i64, i64)> = sums
            .zip(&self.bounds)
            .map(|(sum, &(least, most))| ((one * least).max(sum - other * most), (one * most).min(sum - other * least)))
            .collect();
        let mut ask = search.usual();
        let size = one * self.size as i64;
        (ask.size, ask.quotas, ask.goal) = ((size, size), wide, Goal::Any);
        let Answer::Panel(found) = search.find(&ask)? else {
            return Ok(if panels == self.panels { Halved::Never } else { Halved::Stuck });
        };
        let mut first = vec![false; places.len()];
        for member in found.members {
            first[member] = true;
        }
        let side = |wanted: bool| -> Vec<usize> {
            places.iter().zip(&first).filter(|&(_, &first)| first == wanted).map(|(&place, _)| place).collect()
        };
        match self.halve(kinds, &side(true), from, panels / 2, parts)? {
            Halved::Done => self.halve(kinds, &side(false), from + panels / 2, panels - panels / 2, parts),
            stuck => Ok(stuck),
        }
    }
}

/// What came of halving.
enum Halved {
    /// All is cut.
    Done,
    /// There is no way to cut it.
    Never,
    /// There is no way to go on from here; there may be another way.
    Stuck,
}
