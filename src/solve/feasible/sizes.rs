//! For which panel sizes there is a panel.

use super::Panels;
use super::ask::{Answer, Ask, Goal};
use super::walk::{Masks, Walk};
use crate::instance::QuotaRow;
use crate::solve::SolveError;

/// So many sizes are looked at, each by itself.
const EACH: i64 = 400;
/// Panels of more than so many times the usual size, and [`EACH`] on top, are not looked for: nobody asks for them, and they take long.
const TIMES: i64 = 4;

/// The panel sizes for which there is a panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sizes {
    /// Ranges of sizes, each from the first to the last, ascending, with gaps between them.
    pub ranges: Vec<(usize, usize)>,
    /// Whether every size was looked at. Otherwise there is a panel of the first and the last size, and none of the size before and the size
    /// after (unless `up_to` ends there); those between were not looked at.
    pub each: bool,
    /// Larger sizes than this were not looked at; `None` if it is known that there are none.
    pub up_to: Option<usize>,
}

impl Sizes {
    /// Whether a size is among them.
    pub fn contains(&self, size: usize) -> bool {
        self.ranges.iter().any(|&(first, last)| first <= size && size <= last)
    }

    /// The nearest sizes below and above one.
    pub fn around(&self, size: usize) -> (Option<usize>, Option<usize>) {
        let below = self.ranges.iter().filter(|range| range.0 < size).map(|range| range.1.min(size - 1)).max();
        let above = self.ranges.iter().filter(|range| range.1 > size).map(|range| range.0.max(size + 1)).min();
        (below, above)
    }
}

impl Panels<'_> {
    /// For which panel sizes a question's other rules have a panel.
    ///
    /// # Errors
    /// When a search takes too long.
    pub fn sizes(&mut self, ask: &Ask) -> Result<Sizes, SolveError> {
        let (least, most) = self.span(ask);
        let far = TIMES * self.instance.size() as i64 + EACH;
        let up_to = (most > far).then_some(far as usize);
        let most = most.min(far);
        let masks = Masks::new(self.cells);
        if most - least > EACH {
            return Ok(Sizes { up_to, ..self.ends(ask, least, most)? });
        }
        let mut ranges: Vec<(usize, usize)> = Vec::new();
        let mut panel: Vec<usize> = Vec::new();
        for size in least..=most {
            let here = of_size(ask, size);
            let next = match self.one_more(&here, &masks, &panel) {
                Some(larger) => Some(larger),
                None => match self.find(&here)? {
                    Answer::Panel(found) => Some(found.members),
                    Answer::None(_) => None,
                },
            };
            let Some(next) = next else { continue };
            panel = next;
            match ranges.last_mut() {
                Some(last) if last.1 + 1 == size as usize => last.1 += 1,
                _ => ranges.push((size as usize, size as usize)),
            }
        }
        Ok(Sizes { ranges, each: true, up_to })
    }

    /// No panel is smaller or larger than this: what the sums of the quotas say, category by category, and how many members there are.
    fn span(&self, ask: &Ask) -> (i64, i64) {
        let mut seats = vec![0_i64; self.quotas.len()];
        let mut most = 0;
        let wide = of_size(ask, self.instance.members().len() as i64);
        for cell in 0..self.cells.len() {
            let (_, many) = self.engine.range(&wide, cell);
            most += many;
            for &row in self.cells.rows(cell) {
                if let Some(sum) = (row as usize).checked_sub(1).and_then(|quota| seats.get_mut(quota)) {
                    *sum += many;
                }
            }
        }
        let mut least = 1;
        for c in 0..self.instance.categories().len() {
            let of = |quota: &QuotaRow| matches!(quota.terms.as_slice(), &[(other, _)] if other == c);
            let rows: Vec<usize> = (0..seats.len()).filter(|&row| of(&self.quotas[row])).collect();
            least = least.max(rows.iter().map(|&row| ask.quotas[row].0).sum());
            most = most.min(rows.iter().map(|&row| ask.quotas[row].1.min(seats[row])).sum());
        }
        (least, most)
    }

    /// Where there are too many sizes: the smallest and the largest one next to which there is none, by halving.
    fn ends(&mut self, ask: &Ask, least: i64, most: i64) -> Result<Sizes, SolveError> {
        let usual = self.instance.size() as i64;
        let tries = [usual, (least + most) / 2, least, most];
        let mut start = None;
        for size in tries.into_iter().filter(|size| (least..=most).contains(size)) {
            if self.has(ask, size)? {
                start = Some(size);
                break;
            }
        }
        let Some(start) = start else { return Ok(Sizes { ranges: Vec::new(), each: false, up_to: None }) };
        let mut ends = [least - 1, most + 1];
        for end in &mut ends {
            let (mut with, mut without) = (start, *end);
            while (with - without).abs() > 1 {
                let middle = (with + without) / 2;
                if self.has(ask, middle)? { with = middle } else { without = middle }
            }
            *end = with;
        }
        Ok(Sizes { ranges: vec![(ends[0] as usize, ends[1] as usize)], each: false, up_to: None })
    }

    fn has(&mut self, ask: &Ask, size: i64) -> Result<bool, SolveError> {
        Ok(matches!(self.find(&of_size(ask, size))?, Answer::Panel(_)))
    }

    /// A panel with one more member, if one can simply join.
    fn one_more(&self, ask: &Ask, masks: &Masks, panel: &[usize]) -> Option<Vec<usize>> {
        if panel.len() as i64 + 1 != ask.size.0 {
            return None;
        }
        let mut walk = Walk::new(self.cells, self.houses, masks, ask, &self.engine.bounds(ask), panel);
        let can = |cell: usize| self.engine.range(ask, cell).1 > 0;
        (0..self.cells.len()).filter(|&cell| can(cell)).find(|&cell| {
            let mut tried = self.cells.members(cell).iter().take(super::TRIED);
            tried.any(|&member| walk.add(member))
        })?;
        let mut panel = walk.panel;
        panel.sort_unstable();
        self.meets(ask, &panel).then_some(panel)
    }
}

fn of_size(ask: &Ask, size: i64) -> Ask {
    Ask { size: (size, size), goal: Goal::Any, ..ask.clone() }
}
