//! Whose presence a panel makes up for whose absence: ridge regression on the matrix of members and panels, which is never written out.

use crate::lottery::Lottery;

/// The ridge, as a part of the mean eigenvalue. A smaller one finds a little more, and takes longer.
const RIDGE: f64 = 0.03;
/// Steps of the method of conjugate gradients. More change no score: what is looked for is the largest number, not its digits.
const STEPS: usize = 40;

/// The matrix A of members and panels: entries are the square root of the panel's share of tickets where the member sits, less the
/// member's average over all tickets.
pub struct Matrix<'a> {
    lottery: &'a Lottery,
    shares: Vec<f64>,
    ridge: f64,
}

impl<'a> Matrix<'a> {
    /// The matrix of a lottery whose members have so many tickets.
    pub fn new(lottery: &'a Lottery, marginals: &[u64]) -> Self {
        let shares: Vec<f64> = marginals.iter().map(|&tickets| tickets as f64 / lottery.tickets() as f64).collect();
        let trace: f64 = shares.iter().map(|share| share * (1.0 - share)).sum();
        let ridge = (RIDGE * trace / shares.len().max(1) as f64).max(f64::MIN_POSITIVE);
        Self { lottery, shares, ridge }
    }

    /// For each of some members a column of (A Aᵀ + ridge)⁻¹, by conjugate gradients: the larger its number at another member, the
    /// more does the one sit where the other does not. The result has one row a member of the pool, one column a member asked.
    pub fn columns(&self, asked: &[usize]) -> Vec<f64> {
        let width = asked.len();
        let mut solution = vec![0.0; self.shares.len() * width];
        let mut residual = solution.clone();
        for (column, member) in asked.iter().enumerate() {
            if let Some(x) = residual.get_mut(member * width + column) {
                *x = 1.0;
            }
        }
        let mut direction = residual.clone();
        let mut square = dots(&residual, &residual, width);
        for _ in 0..STEPS {
            let image = self.times(&direction, width);
            let along = dots(&direction, &image, width);
            let ratio = |a: &[f64], b: &[f64]| -> Vec<f64> {
                a.iter().zip(b).map(|(a, b)| if *b > 0.0 { a / b } else { 0.0 }).collect()
            };
            let step = ratio(&square, &along);
            add(&mut solution, &direction, &step, width);
            let back: Vec<f64> = step.iter().map(|step| -step).collect();
            add(&mut residual, &image, &back, width);
            let next = dots(&residual, &residual, width);
            let turn = ratio(&next, &square);
            for (d, r) in direction.chunks_mut(width).zip(residual.chunks(width)) {
                d.iter_mut().zip(r).zip(&turn).for_each(|((d, r), turn)| *d = r + turn * *d);
            }
            square = next;
        }
        solution
    }

    /// (A Aᵀ + ridge) V, where V has one row a member.
    fn times(&self, basis: &[f64], width: usize) -> Vec<f64> {
        let mut average = vec![0.0; width];
        for (share, row) in self.shares.iter().zip(basis.chunks(width)) {
            average.iter_mut().zip(row).for_each(|(sum, x)| *sum += share * x);
        }
        let mut product: Vec<f64> = basis.iter().map(|x| self.ridge * x).collect();
        let (mut total, mut seen) = (vec![0.0; width], vec![0.0; width]);
        for panel in self.lottery.panels() {
            let weight = panel.tickets as f64 / self.lottery.tickets() as f64;
            seen.iter_mut().zip(&average).for_each(|(seen, average)| *seen = -average);
            let rows = || panel.members.iter().map(|&number| (number as usize - 1) * width);
            for at in rows() {
                let row = basis.get(at..at + width).unwrap_or_default();
                seen.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
            }
            seen.iter_mut().zip(&mut total).for_each(|(seen, total)| {
                *seen *= weight;
                *total += *seen;
            });
            for at in rows() {
                let row = product.get_mut(at..at + width).unwrap_or_default();
                row.iter_mut().zip(&seen).for_each(|(sum, x)| *sum += x);
            }
        }
        for (share, row) in self.shares.iter().zip(product.chunks_mut(width)) {
            row.iter_mut().zip(&total).for_each(|(sum, total)| *sum -= share * total);
        }
        product
    }
}

/// The scalar products of columns.
fn dots(a: &[f64], b: &[f64], width: usize) -> Vec<f64> {
    let mut dots = vec![0.0; width];
    for (a, b) in a.chunks(width).zip(b.chunks(width)) {
        dots.iter_mut().zip(a.iter().zip(b)).for_each(|(dot, (a, b))| *dot += a * b);
    }
    dots
}

/// Adds to each column so many times another.
fn add(to: &mut [f64], what: &[f64], times: &[f64], width: usize) {
    for (to, what) in to.chunks_mut(width).zip(what.chunks(width)) {
        to.iter_mut().zip(what).zip(times).for_each(|((to, what), times)| *to += times * what);
    }
}

#[cfg(test)]
mod tests {
    use super::Matrix;
    use crate::lottery::{Lottery, Panel};

    #[test]
    fn columns_solve_their_equations() {
        let panels = [([1, 2], 3), ([1, 4], 2), ([2, 3], 2), ([3, 4], 1), ([4, 5], 2)];
        let lottery = Lottery::new(2, panels.iter().map(|(members, tickets)| Panel { members, tickets: *tickets }));
        let marginals = lottery.marginals(5);
        let matrix = Matrix::new(&lottery, &marginals);
        // The matrix written out.
        let a = |i: usize, panel: &Panel| {
            let sits = if panel.members.contains(&(i as u32 + 1)) { 1.0 } else { 0.0 };
            (sits - marginals[i] as f64 / 10.0) * (panel.tickets as f64 / 10.0).sqrt()
        };
        let square = |i: usize, j: usize| -> f64 {
            let ridge = if i == j { matrix.ridge } else { 0.0 };
            lottery.panels().map(|panel| a(i, &panel) * a(j, &panel)).sum::<f64>() + ridge
        };
        let columns = matrix.columns(&[0, 3]);
        for (column, member) in [(0, 0), (1, 3)] {
            for i in 0..5 {
                let found: f64 = (0..5).map(|j| square(i, j) * columns[2 * j + column]).sum();
                let expected = if i == member { 1.0 } else { 0.0 };
                assert!((found - expected).abs() < 1e-9, "{i}, {member}: {found}");
            }
        }
    }
}
