//! The prices that belong to the largest Nash welfare: a Newton method in one multiplier a rule.

use super::newton::Model;
use crate::solve::SolveError;
use crate::solve::relaxation::{Relaxation, Rule};
use crate::solve::tolerance::{BALANCED, BALANCED_ENOUGH};

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
    /// The largest coefficient of each rule, by which it is divided here: those of cuts may be large.
    scale: Vec<f64>,
    /// For each type, its rules with the coefficients that are left.
    terms: Vec<Vec<(usize, f64)>>,
}

impl<'a> NashDual<'a> {
    /// For the types that can be seated.
    pub fn new(relaxation: &'a Relaxation, active: &'a [usize]) -> Self {
        let scale: Vec<f64> = relaxation.rules.iter().map(Rule::largest).collect();
        let scaled = |rules: &Vec<(usize, i64)>| rules.iter().map(|&(r, a)| (r, a as f64 / scale[r])).collect();
        let terms = relaxation.rules_of.iter().map(scaled).collect();
        let rules = || relaxation.rules.iter().zip(&scale);
        let least = rules().map(|(rule, scale)| rule.least_float() / scale).collect();
        let most = rules().map(|(rule, scale)| rule.most as f64 / scale).collect();
        Self { relaxation, active, least, most, scale, terms }
    }

    /// Multipliers for the rules as they are.
    pub fn of_rules(&self, u: &[f64]) -> Vec<f64> {
        u.iter().zip(&self.scale).map(|(u, scale)| u / scale).collect()
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
        self.terms[t].iter().map(|&(r, a)| a * u[r]).sum()
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
            for &(r, a) in &self.terms[t] {
                sums[r] += a * seats;
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
                for &(r, a) in &self.terms[t] {
                    for &(q, b) in &self.terms[t] {
                        second[r][q] += weight * a * b;
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
