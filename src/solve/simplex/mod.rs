//! A small simplex method that starts from where it stopped: for programs that are solved again and again with a column more or a bound moved.
//!
//! Revised simplex with bounded variables and a dense inverse of the basis; for some hundreds of rows. What it says is floating point, and is
//! checked in whole numbers wherever it counts.

use crate::solve::tolerance::PIVOT;

mod growth;
mod methods;

/// What came of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run {
    /// The optimum is reached.
    Optimal,
    /// No values meet the rows: see [`Simplex::ray`].
    Infeasible,
    /// The numbers are of no use any more.
    Lost,
}

/// Maximise `Σ gain·x` subject to `Σ a·x − s_r = right_r` for every row r, and bounds on all x and s.
///
/// Variables are numbered: first the rows' own s (from 0), then the columns as they are added.
#[derive(Debug, Clone)]
pub struct Simplex {
    rows: usize,
    columns: std::rc::Rc<Vec<Vec<(usize, f64)>>>,
    gain: Vec<f64>,
    least: Vec<f64>,
    most: Vec<f64>,
    right: Vec<f64>,
    /// The basic variable of each place.
    basis: Vec<usize>,
    /// The place of each basic variable.
    place: Vec<Option<usize>>,
    /// Whether a variable that is not basic is at its largest value.
    at_most: Vec<bool>,
    /// The inverse of the basis, one line a place.
    inverse: Vec<f64>,
    values: Vec<f64>,
    pivots: usize,
    /// What was done so far, in numbers looked at.
    work: u64,
    infeasible_place: Option<(usize, f64)>,
}

impl Simplex {
    /// Rows with their right sides and the bounds of their own variables; all of these are basic.
    pub fn new(rows: Vec<(f64, f64, f64)>) -> Self {
        let count = rows.len();
        let mut inverse = vec![0.0; count * count];
        for r in 0..count {
            inverse[r * count + r] = -1.0;
        }
        Self {
            rows: count,
            columns: std::rc::Rc::new((0..count).map(|r| vec![(r, -1.0)]).collect()),
            gain: vec![0.0; count],
            least: rows.iter().map(|row| row.1).collect(),
            most: rows.iter().map(|row| row.2).collect(),
            values: rows.iter().map(|row| -row.0).collect(),
            right: rows.into_iter().map(|row| row.0).collect(),
            basis: (0..count).collect(),
            place: (0..count).map(Some).collect(),
            at_most: vec![false; count],
            inverse,
            pivots: 0,
            work: 0,
            infeasible_place: None,
        }
    }

    /// Adds a variable, at its least value (its largest if the gain is positive), and returns its number. Call
    /// [`Simplex::refresh`] before the next run.
    pub fn column(&mut self, terms: Vec<(usize, f64)>, gain: f64, least: f64, most: f64) -> usize {
        std::rc::Rc::make_mut(&mut self.columns).push(terms);
        self.gain.push(gain);
        self.least.push(least);
        self.most.push(most);
        self.place.push(None);
        self.at_most.push(gain > 0.0 && most.is_finite());
        self.place.len() - 1
    }

    /// Narrows or widens a variable's bounds.
    pub fn bound(&mut self, variable: usize, least: f64, most: f64) {
        (self.least[variable], self.most[variable]) = (least, most);
    }

    /// Sets a row's right side. Call [`Simplex::refresh`] before the next run.
    pub fn set_right(&mut self, row: usize, right: f64) {
        self.right[row] = right;
    }

    /// Puts a variable that is not basic in the place of one that is.
    pub fn exchange(&mut self, entering: usize, leaving: usize) -> bool {
        let Some(place) = self.place[leaving] else { return false };
        let direction = self.direction(entering);
        if direction[place].abs() < PIVOT {
            return false;
        }
        self.replace(place, entering, &direction);
        self.at_most[leaving] = false;
        true
    }

    /// The basic variables.
    pub fn basis(&self) -> &[usize] {
        &self.basis
    }

    /// The value of a variable.
    pub fn value(&self, variable: usize) -> f64 {
        match self.place[variable] {
            Some(place) => self.values[place],
            None if self.at_most[variable] => self.most[variable],
            None => self.least[variable],
        }
    }

    /// The price y_r of each row: c_B·B⁻¹.
    pub fn prices(&self) -> Vec<f64> {
        let mut prices = vec![0.0; self.rows];
        for (place, &variable) in self.basis.iter().enumerate() {
            let gain = self.gain[variable];
            if gain != 0.0 {
                for (price, entry) in prices.iter_mut().zip(self.line(place)) {
                    *price += gain * entry;
                }
            }
        }
        prices
    }

    /// After [`Run::Infeasible`], numbers for the rows that show it: with them no values between the bounds can sum to the right sides.
    pub fn ray(&self) -> Option<Vec<f64>> {
        let (place, sign) = self.infeasible_place?;
        Some(self.line(place).iter().map(|entry| sign * entry).collect())
    }

    fn line(&self, place: usize) -> &[f64] {
        &self.inverse[place * self.rows..(place + 1) * self.rows]
    }

    /// B⁻¹ times a variable's column.
    fn direction(&self, variable: usize) -> Vec<f64> {
        let terms = &self.columns[variable];
        let entry = |line: &[f64]| terms.iter().map(|&(r, a)| line[r] * a).sum();
        (0..self.rows).map(|place| entry(self.line(place))).collect()
    }

    fn reduced(&self, variable: usize, prices: &[f64]) -> f64 {
        let cost: f64 = self.columns[variable].iter().map(|&(r, a)| prices[r] * a).sum();
        self.gain[variable] - cost
    }

    fn replace(&mut self, place: usize, entering: usize, direction: &[f64]) {
        let rows = self.rows;
        let scale = 1.0 / direction[place];
        let mut line: Vec<f64> = self.line(place).to_vec();
        for entry in &mut line {
            *entry *= scale;
        }
        for (other, &factor) in direction.iter().enumerate() {
            if other != place && factor != 0.0 {
                for (entry, pivot) in self.inverse[other * rows..(other + 1) * rows].iter_mut().zip(&line) {
                    *entry -= factor * pivot;
                }
            }
        }
        self.inverse[place * rows..(place + 1) * rows].copy_from_slice(&line);
        self.place[self.basis[place]] = None;
        self.basis[place] = entering;
        self.place[entering] = Some(place);
        self.pivots += 1;
        self.work += (rows * rows + self.place.len()) as u64;
    }

    /// Computes the inverse and the values afresh; `false` when the basis has no inverse.
    pub fn refresh(&mut self) -> bool {
        let rows = self.rows;
        let mut work = vec![0.0; rows * rows];
        for (place, &variable) in self.basis.iter().enumerate() {
            for &(r, a) in &self.columns[variable] {
                work[r * rows + place] = a;
            }
        }
        let mut inverse = vec![0.0; rows * rows];
        for r in 0..rows {
            inverse[r * rows + r] = 1.0;
        }
        for column in 0..rows {
            let size = |r: &usize| work[r * rows + column].abs();
            let Some(best) = (column..rows).max_by(|a, b| size(a).total_cmp(&size(b))) else { return false };
            if size(&best) < PIVOT {
                return false;
            }
            if best != column {
                for c in 0..rows {
                    work.swap(best * rows + c, column * rows + c);
                    inverse.swap(best * rows + c, column * rows + c);
                }
            }
            let scale = 1.0 / work[column * rows + column];
            for c in 0..rows {
                work[column * rows + c] *= scale;
                inverse[column * rows + c] *= scale;
            }
            let pivot_work = work[column * rows..(column + 1) * rows].to_vec();
            let pivot_inverse = inverse[column * rows..(column + 1) * rows].to_vec();
            for r in (0..rows).filter(|&r| r != column) {
                let factor = work[r * rows + column];
                if factor != 0.0 {
                    for c in 0..rows {
                        work[r * rows + c] -= factor * pivot_work[c];
                        inverse[r * rows + c] -= factor * pivot_inverse[c];
                    }
                }
            }
        }
        self.inverse = inverse;
        self.pivots = 0;
        self.evaluate();
        true
    }

    /// The basic variables' values from the others'.
    fn evaluate(&mut self) {
        let mut rest = self.right.clone();
        for variable in 0..self.place.len() {
            if self.place[variable].is_none() {
                let value = self.value(variable);
                if value != 0.0 {
                    for &(r, a) in &self.columns[variable] {
                        rest[r] -= a * value;
                    }
                }
            }
        }
        let values: Vec<f64> =
            (0..self.rows).map(|place| self.line(place).iter().zip(&rest).map(|(a, b)| a * b).sum()).collect();
        self.values = values;
    }
}

#[cfg(test)]
mod tests {
    use super::{Run, Simplex};

    /// Maximise 3x + 2y with x + y ≤ 4, x + 3y ≤ 6, 0 ≤ x ≤ 3, 0 ≤ y ≤ 3: x = 3, y = 1, by hand.
    fn small() -> Simplex {
        let mut simplex = Simplex::new(vec![(0.0, f64::NEG_INFINITY, 4.0), (0.0, f64::NEG_INFINITY, 6.0)]);
        simplex.column(vec![(0, 1.0), (1, 1.0)], 3.0, 0.0, 3.0);
        simplex.column(vec![(0, 1.0), (1, 3.0)], 2.0, 0.0, 3.0);
        simplex
    }

    #[test]
    fn the_dual_method_finds_a_known_optimum_and_goes_on_from_it() {
        let mut simplex = small();
        assert_eq!(simplex.dual(100), Run::Optimal);
        assert!((simplex.value(2) - 3.0).abs() < 1e-9 && (simplex.value(3) - 1.0).abs() < 1e-9);
        simplex.bound(2, 0.0, 1.0);
        assert_eq!(simplex.dual(100), Run::Optimal);
        assert!((simplex.value(2) - 1.0).abs() < 1e-9 && (simplex.value(3) - 5.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn the_primal_method_finds_the_same_optimum() {
        let mut simplex = small();
        simplex.at_most = vec![false; 4];
        assert!(simplex.refresh());
        assert_eq!(simplex.primal(100), Run::Optimal);
        assert!((simplex.value(2) - 3.0).abs() < 1e-9 && (simplex.value(3) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn what_cannot_be_is_said_with_numbers_that_show_it() {
        let mut simplex = small();
        simplex.bound(0, 7.0, 9.0);
        assert_eq!(simplex.dual(100), Run::Infeasible);
        // Σ u_r·s_r − U·x is 0 for every x, and below 0 for all values between the bounds.
        let ray = simplex.ray().unwrap_or_default();
        let sums: f64 = [(7.0, 9.0), (f64::NEG_INFINITY, 6.0)]
            .iter()
            .zip(&ray)
            .filter(|&(_, &u)| u != 0.0)
            .map(|(&(least, most), &u): (&(f64, f64), _)| if u > 0.0 { u * most } else { u * least })
            .sum();
        let columns =
            [ray[0] + ray[1], ray[0] + 3.0 * ray[1]].iter().map(|&price: &f64| (-3.0 * price).max(0.0)).sum::<f64>();
        assert!(sums + columns < 0.0, "{ray:?}");
    }
}
