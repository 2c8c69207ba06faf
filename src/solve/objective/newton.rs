//! The step of the Newton method for Nash welfare: the minimum of a quadratic function with kinks.

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

/// The second-order model of the dual at a point: minimise
/// `Σ_r max(v_r·least_r, v_r·most_r) − s·(v − u) + ½·(v − u)ᵀ·H·(v − u)` over v.
pub struct Model<'a> {
    /// Least sum of each rule.
    pub least: &'a [f64],
    /// Largest.
    pub most: &'a [f64],
    /// s.
    pub sums: Vec<f64>,
    /// H, positive definite.
    pub second: Vec<Vec<f64>>,
    /// u.
    pub from: Vec<f64>,
}

impl Model<'_> {
    /// The active-set method of Lawson and Hanson (*Solving Least Squares Problems*, 1974, chapter 23), with two sides a rule: solve for
    /// the multipliers that are not held at 0; where one would change its sign, stop there and hold it; when none would, let go of the
    /// one that gains most.
    pub fn minimise(&self) -> Option<Vec<f64>> {
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
