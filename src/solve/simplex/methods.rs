//! The two methods: from a basis within its bounds to the best (primal), and from one that is too good back within them (dual).

use super::{Run, Simplex};
use crate::solve::tolerance::{FEASIBLE, PIVOT, PRICED};

/// Pivots after which the inverse is computed afresh.
const AFRESH: usize = 60;
/// Pivots without progress before entering and leaving variables are taken by their number (Bland's rule, which cannot cycle).
const STALLED: usize = 150;

impl Simplex {
    /// From values that meet all rows and bounds to the best ones.
    pub fn primal(&mut self, limit: usize) -> Run {
        let mut still = 0;
        for _ in 0..limit {
            if self.pivots >= AFRESH && !self.refresh() {
                return Run::Lost;
            }
            let prices = self.prices();
            let mut entering: Option<(f64, usize, f64)> = None;
            for variable in 0..self.place.len() {
                if self.place[variable].is_some() || self.least[variable] == self.most[variable] {
                    continue;
                }
                let reduced = self.reduced(variable, &prices);
                let sign = if self.at_most[variable] { -1.0 } else { 1.0 };
                if reduced * sign > PRICED && entering.is_none_or(|(best, ..)| reduced.abs() > best) {
                    entering = Some((reduced.abs(), variable, sign));
                    if still > STALLED {
                        break;
                    }
                }
            }
            let Some((_, variable, sign)) = entering else { return Run::Optimal };
            let direction = self.direction(variable);
            // How far it can go: first with a little room (Harris), then the largest pivot within that.
            let room = |place: usize, slack: f64| {
                let change = -sign * direction[place];
                let basic = self.basis[place];
                if change < -PIVOT {
                    (self.values[place] - self.least[basic] + slack) / -change
                } else if change > PIVOT {
                    (self.most[basic] - self.values[place] + slack) / change
                } else {
                    f64::INFINITY
                }
            };
            let span = self.most[variable] - self.least[variable];
            let reach = (0..self.rows).map(|place| room(place, FEASIBLE)).fold(f64::INFINITY, f64::min);
            if reach.is_infinite() && span.is_infinite() {
                return Run::Lost;
            }
            if span <= reach {
                self.at_most[variable] = !self.at_most[variable];
                self.evaluate();
                continue;
            }
            let candidates = (0..self.rows).filter(|&place| room(place, 0.0) <= reach);
            let chosen = if still > STALLED {
                candidates.min_by(|&a, &b| {
                    room(a, 0.0).max(0.0).total_cmp(&room(b, 0.0).max(0.0)).then(self.basis[a].cmp(&self.basis[b]))
                })
            } else {
                candidates.max_by(|&a, &b| direction[a].abs().total_cmp(&direction[b].abs()).then(b.cmp(&a)))
            };
            let Some(place) = chosen else { return Run::Lost };
            let step = room(place, 0.0).max(0.0);
            still = if step > FEASIBLE { 0 } else { still + 1 };
            let leaving = self.basis[place];
            let from = self.value(variable);
            for (value, change) in self.values.iter_mut().zip(&direction) {
                *value -= sign * step * change;
            }
            self.at_most[leaving] = -sign * direction[place] > 0.0;
            self.replace(place, variable, &direction);
            self.values[place] = from + sign * step;
        }
        Run::Lost
    }

    /// From a basis whose reduced gains have the right signs to values that meet all rows and bounds. Where a variable's bounds are finite its sign can
    /// always be made right, by moving it to the other bound, and is.
    pub fn dual(&mut self, limit: usize) -> Run {
        self.infeasible_place = None;
        if !self.settle() {
            return Run::Lost;
        }
        let mut still = 0;
        for _ in 0..limit {
            if self.pivots >= AFRESH && !(self.refresh() && self.settle()) {
                return Run::Lost;
            }
            let mut leaving: Option<(f64, usize)> = None;
            for (place, &value) in self.values.iter().enumerate() {
                let basic = self.basis[place];
                let off = (self.least[basic] - value).max(value - self.most[basic]);
                let better = match leaving {
                    None => true,
                    Some((_, best)) if still > STALLED => basic < self.basis[best],
                    Some((most, _)) => off > most,
                };
                if off > FEASIBLE && better {
                    leaving = Some((off, place));
                }
            }
            let Some((_, place)) = leaving else { return Run::Optimal };
            let basic = self.basis[place];
            let below = self.values[place] < self.least[basic];
            // The leaving variable rises (sign 1) or falls (−1) to its bound.
            let sign = if below { 1.0 } else { -1.0 };
            let prices = self.prices();
            let line = self.line(place);
            let mut best: Option<(f64, f64, usize)> = None;
            for variable in 0..self.place.len() {
                if self.place[variable].is_some() || self.least[variable] == self.most[variable] {
                    continue;
                }
                let alpha: f64 = self.columns[variable].iter().map(|&(r, a)| line[r] * a).sum();
                // Moving the variable inwards by one changes the leaving one by −alpha (from the least value) or alpha.
                let helps = if self.at_most[variable] { alpha } else { -alpha } * sign;
                if helps <= PIVOT {
                    continue;
                }
                let ratio = self.reduced(variable, &prices).abs() / helps;
                let better = best.is_none_or(|(least, pivot, _)| {
                    if still > STALLED {
                        ratio < least
                    } else {
                        ratio < least - PRICED || (ratio <= least + PRICED && helps > pivot)
                    }
                });
                if better {
                    best = Some((ratio, helps, variable));
                }
            }
            let Some((ratio, _, entering)) = best else {
                self.infeasible_place = Some((place, sign));
                return Run::Infeasible;
            };
            still = if ratio > PRICED { 0 } else { still + 1 };
            let direction = self.direction(entering);
            if direction[place].abs() < PIVOT / 10.0 {
                return Run::Lost;
            }
            let bound = if below { self.least[basic] } else { self.most[basic] };
            let step = (self.values[place] - bound) / direction[place];
            let from = self.value(entering);
            for (value, change) in self.values.iter_mut().zip(&direction) {
                *value -= step * change;
            }
            self.at_most[basic] = !below;
            self.replace(place, entering, &direction);
            self.values[place] = from + step;
        }
        Run::Lost
    }

    /// Moves each variable that is not basic to the bound that its reduced gain asks for; `false` where that bound is infinite.
    fn settle(&mut self) -> bool {
        let prices = self.prices();
        for variable in 0..self.place.len() {
            if self.place[variable].is_none() {
                let reduced = self.reduced(variable, &prices);
                if reduced > PRICED {
                    self.at_most[variable] = true;
                } else if reduced < -PRICED {
                    self.at_most[variable] = false;
                }
                let at = if self.at_most[variable] { self.most[variable] } else { self.least[variable] };
                if !at.is_finite() {
                    self.at_most[variable] = !self.at_most[variable];
                    if reduced.abs() > PRICED || !self.value(variable).is_finite() {
                        return false;
                    }
                }
            }
        }
        self.evaluate();
        true
    }
}
