//! The prices that belong to the largest Nash welfare: a Newton method in one multiplier a rule.

use super::SolveError;
use super::relaxation::{Relaxation, Rule};
use super::tolerance::{BALANCED, BALANCED_ENOUGH};

/// Most Newton steps. Those seen need 5 to 30.
const STEPS: usize = 300;
/// Halvings of a step before it is taken as it is.
const HALVINGS: usize = 60;
/// How much of the largest diagonal entry is added to the diagonal of the second derivatives: it settles directions in which they vanish,
/// and slows the others by one part in as many.
const DAMPING: f64 = 1e-10;
/// Steps without a smaller imbalance before the best one so far is taken.
const PATIENCE: usize = 12;

/// Minimises the dual of Nash welfare.
///
/// With multiplicities m_t, the problem and its dual are
///
/// ```text
/// maximise   Σ_t m_t·log π_t   subject to  0 < π_t ≤ 1,  least_r ≤ Σ_t a_rt·m_t·π_t ≤ most_r
/// minimise   Σ_r max(u_r·least_r, u_r·most_r) + Σ_t m_t·h(U_t)   over u,   with U_t = Σ_r a_rt·u_r,
///            h(U) = max over 0 < π ≤ 1 of (log π − U·π),  attained at π = min(1, 1/U)  (1 where U ≤ 1)
/// ```
///
/// The derivative of h is −π, so the slope of the dual in u_r is a bound of the rule less its sum at these π, and it is least where
/// the sums meet the rules: from above where u_r > 0, from below where u_r < 0. Each step minimises the second-order model, kinks
/// included, by an active-set method ([`Model::minimise`]), and is shortened until the slope along it does not turn upwards.
pub struct NashDual<'a> {
    relaxation: &'a Relaxation,
    /// Types that take part, ascending.
    active: &'a [usize],
    least: Vec<f64>,
    most: Vec<f64>,
}

/// The side of a rule that a multiplier stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// The multiplier is 0.
    Slack,
    /// At most: not negative.
    Most,
    /// At least: not positive.
    Least,
    /// Both bounds are one: any sign.
    Exact,
}

impl<'a> NashDual<'a> {
    /// For the types that can be seated.
    pub fn new(relaxation: &'a Relaxation, active: &'a [usize]) -> Self {
        let least = relaxation.rules.iter().map(Rule::least_float).collect();
        let most = relaxation.rules.iter().map(|rule| rule.most as f64).collect();
        Self { relaxation, active, least, most }
    }

    /// Optimal multipliers, one a rule.
    pub fn solve(&self) -> Result<Vec<f64>, SolveError> {
        let rules = self.least.len();
        let people: f64 = self.active.iter().map(|&t| self.relaxation.multiplicity[t] as f64).sum();
        let mut u = vec![0.0; rules];
        if let (Some(first), Some(&size)) = (u.first_mut(), self.most.first()) {
            *first = people / size.max(1.0);
        }
        let (mut best, mut least_imbalance, mut waited) = (u.clone(), f64::INFINITY, 0);
        for _ in 0..STEPS {
            let (sums, second) = self.derivatives(&u);
            let imbalance = self.imbalance(&u, &sums);
            if imbalance < 0.5 * least_imbalance {
                waited = 0;
            } else {
                waited += 1;
            }
            if imbalance < least_imbalance {
                (best, least_imbalance) = (u.clone(), imbalance);
            }
            if least_imbalance <= BALANCED || (waited >= PATIENCE && least_imbalance <= BALANCED_ENOUGH) {
                return Ok(best);
            }
            let model = Model { least: &self.least, most: &self.most, sums, second, from: u.clone() };
            let Some(aim) = model.minimise() else {
                return Err(SolveError::Drift { doing: "the model of Nash welfare has no minimum" });
            };
            u = self.step(&u, &aim);
        }
        if least_imbalance <= BALANCED_ENOUGH {
            return Ok(best);
        }
        Err(SolveError::Drift { doing: "the prices of Nash welfare did not settle" })
    }

    /// U_t of a type.
    fn price(&self, u: &[f64], t: usize) -> f64 {
        self.relaxation.rules_of[t].iter().map(|&(r, a)| a as f64 * u[r]).sum()
    }

    /// The selection probability at a price.
    pub fn probability(&self, u: &[f64], t: usize) -> f64 {
        let price = self.price(u, t);
        if price > 1.0 { 1.0 / price } else { 1.0 }
    }

    fn sums(&self, u: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; u.len()];
        for &t in self.active {
            let seats = self.relaxation.multiplicity[t] as f64 * self.probability(u, t);
            for &(r, a) in &self.relaxation.rules_of[t] {
                sums[r] += a as f64 * seats;
            }
        }
        sums
    }

    /// The rules' sums, and how they fall as the multipliers rise.
    fn derivatives(&self, u: &[f64]) -> (Vec<f64>, Vec<Vec<f64>>) {
        let mut second = vec![vec![0.0; u.len()]; u.len()];
        for &t in self.active {
            let probability = self.probability(u, t);
            if probability < 1.0 {
                let weight = self.relaxation.multiplicity[t] as f64 * probability * probability;
                for &(r, a) in &self.relaxation.rules_of[t] {
                    for &(q, b) in &self.relaxation.rules_of[t] {
                        second[r][q] += weight * a as f64 * b as f64;
                    }
                }
            }
        }
        let largest = (0..u.len()).map(|r| second[r][r]).fold(1e-6, f64::max);
        for (r, row) in second.iter_mut().enumerate() {
            row[r] += DAMPING * largest;
        }
        (self.sums(u), second)
    }

    /// The slope of the kinked part in u_r, arriving in direction d.
    fn kink(&self, r: usize, u: f64, d: f64) -> f64 {
        if u > 0.0 || (u == 0.0 && d < 0.0) { self.most[r] } else { self.least[r] }
    }

    /// How far the sums are from what optimal ones would be, relative to the bounds.
    fn imbalance(&self, u: &[f64], sums: &[f64]) -> f64 {
        let off = |r: usize| {
            let off = match u[r] {
                u if u > 0.0 => (sums[r] - self.most[r]).abs(),
                u if u < 0.0 => (sums[r] - self.least[r]).abs(),
                _ => (sums[r] - self.most[r]).max(self.least[r] - sums[r]).max(0.0),
            };
            off / (1.0 + sums[r].abs())
        };
        (0..u.len()).map(off).fold(0.0, f64::max)
    }

    /// From `u` towards `aim`, as far as the dual falls.
    fn step(&self, u: &[f64], aim: &[f64]) -> Vec<f64> {
        let at = |share: f64| -> Vec<f64> {
            if share == 1.0 {
                return aim.to_vec();
            }
            u.iter().zip(aim).map(|(u, aim)| u + share * (aim - u)).collect()
        };
        let slope = |point: &[f64]| -> f64 {
            let sums = self.sums(point);
            (0..u.len())
                .filter(|&r| aim[r] != u[r])
                .map(|r| (aim[r] - u[r]) * (self.kink(r, point[r], aim[r] - u[r]) - sums[r]))
                .sum()
        };
        let whole = at(1.0);
        if slope(&whole) <= 0.0 {
            return whole;
        }
        // The slope rises along the way: find where it is still falling, but less than half as steeply.
        let begin = {
            let sums = self.sums(u);
            let leave = |r: usize| {
                let d = aim[r] - u[r];
                let kink = if u[r] == 0.0 {
                    if d > 0.0 { self.most[r] } else { self.least[r] }
                } else {
                    self.kink(r, u[r], d)
                };
                d * (kink - sums[r])
            };
            (0..u.len()).filter(|&r| aim[r] != u[r]).map(leave).sum::<f64>()
        };
        if begin >= 0.0 {
            return whole;
        }
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..HALVINGS {
            let middle = 0.5 * (low + high);
            let slope = slope(&at(middle));
            if slope > 0.0 {
                high = middle;
            } else if slope < 0.5 * begin {
                low = middle;
            } else {
                return at(middle);
            }
        }
        if low > 0.0 { at(low) } else { whole }
    }
}

/// The second-order model of the dual at a point: minimise
/// `Σ_r max(v_r·least_r, v_r·most_r) − s·(v − u) + ½·(v − u)ᵀ·H·(v − u)` over v.
struct Model<'a> {
    least: &'a [f64],
    most: &'a [f64],
    /// s.
    sums: Vec<f64>,
    /// H, positive definite.
    second: Vec<Vec<f64>>,
    /// u.
    from: Vec<f64>,
}

impl Model<'_> {
    /// The active-set method of Lawson and Hanson (*Solving Least Squares Problems*, 1974, chapter 23), with two sides a rule: solve for
    /// the multipliers that are not held at 0; where one would change its sign, stop there and hold it; when none would, let go of the
    /// one that gains most.
    fn minimise(&self) -> Option<Vec<f64>> {
        let rules = self.from.len();
        let mut v = self.from.clone();
        let mut sides: Vec<Side> = (0..rules)
            .map(|r| match v[r] {
                _ if self.least[r] == self.most[r] => Side::Exact,
                v if v > 0.0 => Side::Most,
                v if v < 0.0 => Side::Least,
                _ => Side::Slack,
            })
            .collect();
        for _ in 0..20 * rules + 100 {
            loop {
                let aim = self.settle(&sides)?;
                let mut share = 1.0;
                for r in 0..rules {
                    let crosses = matches!((sides[r], aim[r]), (Side::Most, aim) if aim < 0.0)
                        || matches!((sides[r], aim[r]), (Side::Least, aim) if aim > 0.0);
                    if crosses {
                        share = f64::min(share, v[r] / (v[r] - aim[r]));
                    }
                }
                let mut held = false;
                for r in 0..rules {
                    let crosses = matches!((sides[r], aim[r]), (Side::Most, aim) if aim < 0.0)
                        || matches!((sides[r], aim[r]), (Side::Least, aim) if aim > 0.0);
                    let reached = crosses && v[r] / (v[r] - aim[r]) <= share;
                    v[r] = if share == 1.0 && !crosses { aim[r] } else { v[r] + share * (aim[r] - v[r]) };
                    if reached {
                        v[r] = 0.0;
                        sides[r] = Side::Slack;
                        held = true;
                    }
                }
                if !held {
                    break;
                }
            }
            // Sums in the model, for those held at 0.
            let mut best: Option<(f64, usize, Side)> = None;
            for r in (0..rules).filter(|&r| sides[r] == Side::Slack) {
                let fall: f64 = (0..rules).map(|q| self.second[r][q] * (v[q] - self.from[q])).sum();
                let sum = self.sums[r] - fall;
                let near = 1e-14 * (1.0 + sum.abs());
                for (gain, side) in [(sum - self.most[r], Side::Most), (self.least[r] - sum, Side::Least)] {
                    if gain > near && best.is_none_or(|(most, ..)| gain > most) {
                        best = Some((gain, r, side));
                    }
                }
            }
            let Some((_, r, side)) = best else { return Some(v) };
            sides[r] = side;
        }
        Some(v)
    }

    /// The minimum with these sides: the sums of all rules that are not slack are at their bounds in the model.
    fn settle(&self, sides: &[Side]) -> Option<Vec<f64>> {
        let free: Vec<usize> = (0..sides.len()).filter(|&r| sides[r] != Side::Slack).collect();
        let right = free
            .iter()
            .map(|&r| {
                let bound = if sides[r] == Side::Least { self.least[r] } else { self.most[r] };
                let held: f64 = (0..sides.len())
                    .filter(|&q| sides[q] == Side::Slack)
                    .map(|q| self.second[r][q] * self.from[q])
                    .sum();
                self.sums[r] - bound + held
            })
            .collect();
        let matrix = free.iter().map(|&r| free.iter().map(|&q| self.second[r][q]).collect()).collect();
        let change = solve_definite(matrix, right)?;
        let mut v = vec![0.0; sides.len()];
        for (&r, change) in free.iter().zip(change) {
            v[r] = self.from[r] + change;
        }
        Some(v)
    }
}

/// Solves a symmetric positive definite system (Cholesky).
fn solve_definite(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Option<Vec<f64>> {
    let size = right.len();
    for i in 0..size {
        for j in 0..=i {
            let (row_i, row_j) = (&matrix[i], &matrix[j]);
            let rest = row_i[j] - row_i[..j].iter().zip(&row_j[..j]).map(|(a, b)| a * b).sum::<f64>();
            matrix[i][j] = if i == j {
                if rest <= 0.0 {
                    return None;
                }
                rest.sqrt()
            } else {
                rest / matrix[j][j]
            };
        }
        let done: f64 = (0..i).map(|j| matrix[i][j] * right[j]).sum();
        right[i] = (right[i] - done) / matrix[i][i];
    }
    for i in (0..size).rev() {
        let done: f64 = (i + 1..size).map(|j| matrix[j][i] * right[j]).sum();
        right[i] = (right[i] - done) / matrix[i][i];
    }
    Some(right)
}
