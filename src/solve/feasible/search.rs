//! Branch and bound over the program of `engine.rs`: depth first, the nearer side first, each program from where the last one stopped.

use super::Panels;
use super::ask::{Answer, Ask, Goal, Loosening, Seated, Shortage};
use super::engine::{Path, What};
use crate::solve::SolveError;
use crate::solve::tolerance::{AT_BOUND, WHIM};

/// Programs of one search before it is given up.
const NODES: usize = 20_000;

const TOO_HARD: SolveError = SolveError::TooHard { doing: "the search for a panel", limit: NODES };

impl Panels<'_> {
    /// The panel that a question asks for.
    ///
    /// # Errors
    /// When the search takes too long.
    pub fn find(&mut self, ask: &Ask) -> Result<Answer, SolveError> {
        self.asked += 1;
        if ask.goal == Goal::Any
            && let Some(members) = self.known.iter().rev().find(|known| self.meets(ask, known))
        {
            return Ok(Answer::Panel(Seated { members: members.clone(), loosened: Vec::new() }));
        }
        if self.engine.work() > self.limit {
            return Err(TOO_HARD);
        }
        if ask.seat.is_some_and(|member| self.engine.range(ask, self.cells.of[member]).1 < 1) {
            return Ok(Answer::None(None));
        }
        if let Some(member) = ask.seat {
            self.engine.join(self.cells.of[member]);
        }
        self.engine.put(ask);
        if !self.engine.settle(ask, false)? {
            return Ok(Answer::None(self.shortage(ask)));
        }
        let scale = if ask.goal == Goal::Any {
            1.0
        } else {
            let scale = self.engine.aim(ask);
            if !self.engine.settle(ask, true)? {
                return Err(SolveError::Drift { doing: "a program has a solution and none" });
            }
            scale
        };
        let mut best: Option<(i64, Seated)> = None;
        let mut open: Vec<Path> = vec![Vec::new()];
        for _ in 0..NODES {
            if self.engine.work() > self.limit {
                return Err(TOO_HARD);
            }
            let Some(path) = open.pop() else {
                let found = best.map(|(_, found)| found);
                return Ok(found.map_or(Answer::None(None), Answer::Panel));
            };
            self.engine.follow(ask, &path);
            if !self.engine.settle(ask, false)? {
                continue;
            }
            let most = (self.worth(ask) * scale + 5.0 * WHIM * scale + AT_BOUND).floor();
            if best.as_ref().is_some_and(|&(worth, _)| most <= worth as f64) {
                continue;
            }
            if let Some((what, value)) = self.fraction(ask) {
                let at = value.floor() as i64;
                let (least, most) = self.bounds_on(ask, &path, what);
                let mut fewer = path.clone();
                fewer.push((what, least, at));
                let mut more = path;
                more.push((what, at + 1, most));
                let nearer_is_more = value - at as f64 > 0.5;
                let (first, second) = if nearer_is_more { (more, fewer) } else { (fewer, more) };
                open.push(second);
                open.push(first);
                continue;
            }
            let seats = self.seats();
            let people = if ask.household {
                self.houses.fill(self.cells, &seats, ask.seat)
            } else {
                Ok(self.anybody(&seats, ask.seat))
            };
            match people {
                Err(narrow) => {
                    if seats.iter().filter(|(cell, _)| narrow.cells.contains(cell)).map(|seat| seat.1).sum::<i64>()
                        <= narrow.most
                    {
                        return Err(SolveError::Drift { doing: "a rule on households is not broken" });
                    }
                    self.engine.narrow(ask, narrow);
                    open.push(path);
                }
                Ok(members) => {
                    let found = self.found(ask, members)?;
                    if ask.goal == Goal::Any {
                        return Ok(Answer::Panel(found));
                    }
                    let worth = self.value(ask, &found);
                    if best.as_ref().is_none_or(|&(other, _)| worth > other) {
                        best = Some((worth, found));
                    }
                }
            }
        }
        Err(TOO_HARD)
    }

    /// What the program's solution is worth, before scaling.
    fn worth(&self, ask: &Ask) -> f64 {
        match &ask.goal {
            Goal::Any => 0.0,
            Goal::Fewest(quota) => -self.engine.sum(1 + quota),
            Goal::Most(quota) => self.engine.sum(1 + quota),
            Goal::Cheapest(allowed) => {
                let scale = allowed.iter().map(|one| one.cost).max().unwrap_or(1) as f64;
                let by = |one: &Loosening| self.engine.value(What::Change(one.quota, one.raise));
                -allowed.iter().map(|one| one.cost as f64 / scale * by(one)).sum::<f64>()
            }
        }
    }

    /// What a panel is worth.
    fn value(&self, ask: &Ask, found: &Seated) -> i64 {
        let seats = |quota: usize| self.sums(&found.members)[quota];
        match &ask.goal {
            Goal::Any => 0,
            Goal::Fewest(quota) => -seats(*quota),
            Goal::Most(quota) => seats(*quota),
            Goal::Cheapest(allowed) => -allowed.iter().zip(&found.loosened).map(|(one, by)| one.cost * by).sum::<i64>(),
        }
    }

    /// The count that is furthest from a whole number, changes to the quotas first.
    fn fraction(&self, ask: &Ask) -> Option<(What, f64)> {
        let off = |value: f64| (value - value.round()).abs();
        let furthest = |counts: &mut dyn Iterator<Item = What>| {
            let mut furthest: Option<(What, f64)> = None;
            for what in counts {
                let value = self.engine.value(what);
                if off(value) > AT_BOUND && furthest.is_none_or(|(_, other)| off(value) > off(other)) {
                    furthest = Some((what, value));
                }
            }
            furthest
        };
        let changes = furthest(&mut ask.loosenings().iter().map(|one| What::Change(one.quota, one.raise)));
        changes.or_else(|| furthest(&mut self.engine.joined.iter().map(|&cell| What::Cell(cell))))
    }

    fn bounds_on(&self, ask: &Ask, path: &Path, what: What) -> (i64, i64) {
        let last = path.iter().rev().find(|&&(other, ..)| other == what);
        last.map_or_else(|| self.engine.given(ask, what), |&(_, least, most)| (least, most))
    }

    /// The cells with seats in the program's solution.
    fn seats(&self) -> Vec<(usize, i64)> {
        let joined = self.engine.joined.iter();
        let value = |cell: usize| self.engine.value(What::Cell(cell));
        let mut seats: Vec<(usize, i64)> =
            joined.map(|&cell| (cell, value(cell).round() as i64)).filter(|&(_, count)| count > 0).collect();
        seats.sort_unstable();
        seats
    }

    /// People for the seats of cells where households make no difference.
    fn anybody(&self, seats: &[(usize, i64)], seat: Option<usize>) -> Vec<usize> {
        let mut people = Vec::new();
        for &(cell, count) in seats {
            let first = seat.filter(|&member| self.cells.of[member] == cell);
            let others = self.cells.members(cell).iter().copied().filter(|&member| Some(member) != seat);
            people.extend(first.into_iter().chain(others).take(usize::try_from(count).unwrap_or_default()));
        }
        people.sort_unstable();
        people
    }

    /// A panel, checked in whole numbers and remembered.
    fn found(&mut self, ask: &Ask, members: Vec<usize>) -> Result<Seated, SolveError> {
        let sums = self.sums(&members);
        let mut wide = ask.clone();
        let mut loosened = Vec::new();
        if let Goal::Cheapest(allowed) = &ask.goal {
            for one in allowed {
                let (least, most) = ask.quotas[one.quota];
                let by = if one.raise { sums[one.quota] - most } else { least - sums[one.quota] };
                let by = by.clamp(0, one.most);
                loosened.push(by);
                let bounds = &mut wide.quotas[one.quota];
                if one.raise { bounds.1 += by } else { bounds.0 -= by }
            }
        }
        if !self.meets(&wide, &members) {
            return Err(SolveError::Drift { doing: "a panel that was found breaks a rule" });
        }
        self.remember(members.clone());
        Ok(Seated { members, loosened })
    }

    /// Why the program has no solution, in whole numbers.
    fn shortage(&self, ask: &Ask) -> Option<Shortage> {
        if matches!(ask.goal, Goal::Cheapest(_)) {
            return None;
        }
        self.shortage_of(ask, &self.weights()?).filter(|shortage| shortage.lack > 0)
    }

    /// The numbers that show that the program has no solution, as whole numbers.
    pub(super) fn weights(&self) -> Option<Vec<i64>> {
        let ray = self.engine.ray()?;
        let largest = ray.iter().fold(0.0_f64, |most, price| most.max(price.abs()));
        // The multipliers of such programs are mostly fractions with a small denominator.
        let whole = |factor: &f64| {
            ray.iter().all(|price| {
                let scaled = price / largest * factor;
                (scaled - scaled.round()).abs() <= crate::solve::tolerance::WHOLE * factor
            })
        };
        let factor = (1..=60).map(f64::from).find(whole).unwrap_or(1_000_000.0);
        Some(ray.iter().map(|price| (price / largest * factor).round() as i64).collect())
    }

    /// What weights for the rows show. With `s_r` the sum of row r and `w` the weight of a cell, the sum of its rows' weights, every panel has
    ///
    /// > Σ weight_r·s_r = Σ w·seats,    and so    Σ over cells of the least of w·seats ≤ Σ weight_r·s_r ≤ Σ (the most that the bounds let it be).
    pub(super) fn shortage_of(&self, ask: &Ask, weights: &[i64]) -> Option<Shortage> {
        let bounds = self.engine.bounds(ask);
        let mut most = 0_i64;
        let (mut lower, mut raise) = (vec![0; ask.quotas.len()], vec![0; ask.quotas.len()]);
        for (r, (&weight, &(low, high))) in weights.iter().zip(&bounds).enumerate() {
            most = most.checked_add(weight.checked_mul(if weight > 0 { high } else { low })?)?;
            if let Some(quota) = r.checked_sub(1).filter(|&quota| quota < ask.quotas.len()) {
                let side = if weight > 0 { &mut raise } else { &mut lower };
                side[quota] = weight.abs();
            }
        }
        let mut least = 0_i64;
        for (cell, weight) in self.weights_of_cells(weights).into_iter().enumerate() {
            let (few, many) = self.engine.range(ask, cell);
            least = least.checked_add(weight.checked_mul(if weight > 0 { few } else { many })?)?;
        }
        Some(Shortage { lower, raise, lack: least.checked_sub(most)? })
    }

    pub(super) fn weights_of_cells(&self, weights: &[i64]) -> Vec<i64> {
        let of = |cell: usize| self.cells.rows(cell).iter().map(|&row| weights[row as usize]).sum::<i64>();
        let mut all: Vec<i64> = (0..self.cells.len()).map(of).collect();
        for (row, &weight) in weights.iter().enumerate().skip(self.cells.height).filter(|&(_, &weight)| weight != 0) {
            for &cell in self.engine.hall(row) {
                all[cell] += weight;
            }
        }
        all
    }
}
