//! Who can sit on no panel: found by finding panels for all the others.

use super::ask::{Answer, Ask, Goal};
use super::kinds::Kinds;
use super::walk::{Masks, Walk};
use super::{Panels, TRIED};
use crate::instance::Standing;
use crate::solve::SolveError;

/// A prime, to go through kinds in an order that does not keep neighbours together.
const STRIDE: usize = 7919;

impl Panels<'_> {
    /// Open members who sit on no panel that a question allows, ascending; all of them when there is no panel. Included and excluded members are no
    /// question.
    ///
    /// # Errors
    /// When a search takes too long.
    pub fn seatless(&mut self, ask: &Ask) -> Result<Vec<usize>, SolveError> {
        let members = self.instance.members().iter().zip(0..);
        let open: Vec<usize> =
            members.filter(|(member, _)| member.standing == Standing::Open).map(|(_, index)| index).collect();
        self.seatless_among(ask, &open, usize::MAX)
    }

    /// Those of some members, ascending, who sit on no panel that a question allows; when so many kinds of them are found, no others are looked
    /// for.
    ///
    /// # Errors
    /// When a search takes too long.
    pub fn seatless_among(&mut self, ask: &Ask, among: &[usize], enough: usize) -> Result<Vec<usize>, SolveError> {
        let ask = &Ask { goal: Goal::Any, seat: None, ..ask.clone() };
        let Answer::Panel(first) = self.find(ask)? else {
            return Ok(among.to_vec());
        };
        let kinds = self.kinds();
        let masks = Masks::new(self.cells);
        let mut left: Vec<usize> = among.iter().map(|&member| kinds.of[member]).collect();
        left.sort_unstable();
        left.dedup();
        let mut never: Vec<usize> = Vec::new();
        let bounds = self.engine.bounds(ask);
        left.retain(|&kind| {
            let cell = self.cells.of[kinds.members[kind][0]];
            let barred = self.engine.range(ask, cell).1 < 1
                || self.cells.rows(cell).iter().any(|&row| bounds[row as usize].1 < 1);
            if barred {
                never.push(kind);
            }
            !barred
        });
        let mut panels = vec![first.members];
        panels.extend(self.known.iter().filter(|known| self.meets(ask, known)).cloned());
        loop {
            for panel in panels.drain(..) {
                let walk = Walk::new(self.cells, self.houses, &masks, ask, &bounds, &panel);
                cover(walk, &kinds, &mut left);
            }
            if never.len() >= enough {
                break;
            }
            // One after the other from all over the pool.
            let Some(&kind) = left.get(never.len() * STRIDE % left.len().max(1)) else { break };
            let seat = Ask { seat: kinds.members[kind].first().copied(), ..ask.clone() };
            match self.find(&seat)? {
                Answer::Panel(found) => panels.push(found.members),
                Answer::None(proof) => {
                    never.push(kind);
                    left.retain(|&other| other != kind);
                    if proof.is_some() {
                        // The same numbers may show it for others.
                        let shown = self.also(ask);
                        let mut also = left.clone();
                        also.retain(|&other| shown(self.cells.of[kinds.members[other][0]]));
                        left.retain(|other| also.binary_search(other).is_err());
                        never.extend(also);
                    }
                }
            }
        }
        never.sort_unstable();
        Ok(among.iter().copied().filter(|&member| never.binary_search(&kinds.of[member]).is_ok()).collect())
    }

    /// Members in the same kind as one, ascending.
    pub fn alike(&self, member: usize) -> Vec<usize> {
        let kinds = self.kinds();
        kinds.members[kinds.of[member]].clone()
    }

    fn kinds(&self) -> Kinds {
        Kinds::new(self.cells, self.houses, self.instance.households())
    }

    /// After the program of a question with somebody who must sit had no solution: which cells the same numbers bar.
    fn also(&self, ask: &Ask) -> impl Fn(usize) -> bool + use<> {
        let barred = self.barred(ask).unwrap_or_default();
        move |cell| barred.binary_search(&cell).is_ok()
    }

    fn barred(&self, ask: &Ask) -> Option<Vec<usize>> {
        let weights = self.weights()?;
        let lack = self.shortage_of(ask, &weights)?.lack;
        let of_cells = self.weights_of_cells(&weights).into_iter().enumerate();
        let barred = of_cells.filter(|&(cell, weight)| {
            let (few, many) = self.engine.range(ask, cell);
            few == 0 && many > 0 && weight > 0 && lack + weight > 0
        });
        Some(barred.map(|(cell, _)| cell).collect())
    }
}

/// Leaves out the kinds that a walk from panel to panel finds a seat for.
fn cover(mut walk: Walk<'_>, kinds: &Kinds, left: &mut Vec<usize>) {
    let mut seated: Vec<usize> = walk.panel.iter().map(|&member| kinds.of[member]).collect();
    seated.sort_unstable();
    left.retain(|kind| seated.binary_search(kind).is_err());
    let mut two = true;
    loop {
        let before = left.len();
        left.retain(|&kind| !kinds.members[kind].iter().take(TRIED).any(|&member| walk.exchange(member)));
        // Once more only where much was found: panels from elsewhere do more.
        if left.is_empty() {
            return;
        }
        if before - left.len() <= before / 16 {
            let before = left.len();
            if two {
                left.retain(|&kind| !kinds.members[kind].iter().take(TRIED).any(|&member| walk.exchange_two(member)));
            }
            two = before - left.len() > before / 16;
            if !two {
                return;
            }
        }
    }
}
