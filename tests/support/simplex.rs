//! A small exact simplex method in whole numbers.
//!
//! The tableau of a basis B is kept as `den · B⁻¹ · A` with `den = det B > 0`. By Cramer's rule these entries are
//! determinants of whole-number matrices, so they are whole numbers, and the division in [`Tableau::pivot`] leaves no
//! remainder (Edmonds' integer pivoting). The method is written once for any whole-number type: `i128` is quick and says
//! so when it overflows, `BigInt` never does.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{CheckedMul, CheckedSub, Num, Signed};

/// A whole-number type that notices its own overflow.
pub trait Whole: Clone + Ord + Num + Signed + CheckedMul + CheckedSub + From<i64> + Into<BigInt> {}
impl Whole for i128 {}
impl Whole for BigInt {}

/// Equations `Σ a_ij x_j = b_i` in variables `x ≥ 0`, seen from a feasible basis.
pub struct Tableau<N> {
    /// `den` times the equations, solved for the basic variables.
    rows: Vec<Vec<N>>,
    /// `den` times the value of each row's basic variable; never negative.
    right: Vec<N>,
    /// The variable that is basic in each row.
    basis: Vec<usize>,
    /// The common denominator; always positive.
    den: N,
    /// Variables that are not ruled out, ascending.
    live: Vec<usize>,
}

impl<N: Whole> Tableau<N> {
    /// Equations that are already solved for the variables in `basis`, with right-hand sides of at least 0.
    pub fn new(rows: Vec<Vec<i64>>, right: Vec<i64>, basis: Vec<usize>) -> Self {
        assert!(right.iter().all(|&value| value >= 0), "the starting basis is not feasible");
        for (i, row) in rows.iter().enumerate() {
            for (other, &variable) in basis.iter().enumerate() {
                assert_eq!(row[variable], i64::from(i == other), "the starting basis is not solved for");
            }
        }
        Tableau {
            live: (0..rows[0].len()).collect(),
            rows: rows.into_iter().map(|row| row.into_iter().map(N::from).collect()).collect(),
            right: right.into_iter().map(N::from).collect(),
            basis,
            den: N::one(),
        }
    }

    /// Adds a variable at value 0 whose column is the given sum of `coefficient · column of an existing variable`, and
    /// returns it. A whole-number combination of columns is the same combination of columns in every basis.
    pub fn add_variable(&mut self, sum: &[(i64, usize)]) -> usize {
        let variable = self.rows[0].len();
        for row in &mut self.rows {
            let entry = sum
                .iter()
                .fold(N::zero(), |total, &(coefficient, column)| total + N::from(coefficient) * row[column].clone());
            row.push(entry);
        }
        self.live.push(variable);
        variable
    }

    /// The present value of a variable.
    pub fn value(&self, variable: usize) -> BigRational {
        match self.basis.iter().position(|&basic| basic == variable) {
            Some(row) => BigRational::new(self.right[row].clone().into(), self.den.clone().into()),
            None => BigRational::from_integer(0.into()),
        }
    }

    /// Rules a variable out: it stays out of the basis once it is out. Only for variables that are 0 in every solution
    /// still of interest.
    pub fn rule_out(&mut self, variable: usize) {
        self.live.retain(|&other| other != variable);
    }

    /// Maximises a sum of variables and returns the variables that are 0 in *every* optimal solution, as far as the last
    /// tableau shows it; `None` when numbers became too large for `N`.
    ///
    /// At the optimum the tableau reads `objective = optimum − Σ d_j x_j / den` with all `d_j ≥ 0`. A solution is therefore
    /// optimal exactly if `x_j = 0` wherever `d_j > 0`: those variables are the ones returned, and ruling them out leaves
    /// precisely the set of optimal solutions.
    ///
    /// Bland's rule (lowest index enters, lowest index leaves among ties) makes the method finite.
    pub fn maximise(&mut self, sum: &[usize]) -> Option<Vec<usize>> {
        let mut costs = self.costs(sum);
        while let Some(&entering) = self.live.iter().find(|&&j| costs[j].is_negative()) {
            let leaving = self.ratio_test(entering)?;
            self.pivot(leaving, entering, &mut costs)?;
        }
        Some(self.live.iter().copied().filter(|&j| costs[j].is_positive()).collect())
    }

    /// `den` times the coefficients d in `Σ of the variables + Σ d_j x_j = constant`, with d = 0 on the basis.
    fn costs(&self, sum: &[usize]) -> Vec<N> {
        let mut costs = vec![N::zero(); self.rows[0].len()];
        for &variable in sum {
            match self.basis.iter().position(|&basic| basic == variable) {
                Some(row) => {
                    for &j in self.live.iter().filter(|&&j| j != variable) {
                        costs[j] = costs[j].clone() + self.rows[row][j].clone();
                    }
                }
                None => costs[variable] = costs[variable].clone() - self.den.clone(),
            }
        }
        costs
    }

    /// The row whose basic variable reaches 0 first as `entering` grows.
    fn ratio_test(&self, entering: usize) -> Option<usize> {
        let mut best: Option<usize> = None;
        for row in 0..self.rows.len() {
            if !self.rows[row][entering].is_positive() {
                continue;
            }
            let better = match best {
                None => true,
                Some(other) => {
                    let left = self.right[row].checked_mul(&self.rows[other][entering])?;
                    let right = self.right[other].checked_mul(&self.rows[row][entering])?;
                    left < right || (left == right && self.basis[row] < self.basis[other])
                }
            };
            if better {
                best = Some(row);
            }
        }
        Some(best.expect("a sum of bounded variables cannot grow without end"))
    }

    /// Solves row `leaving` for variable `entering`.
    fn pivot(&mut self, leaving: usize, entering: usize, costs: &mut [N]) -> Option<()> {
        let pivot_row = self.rows[leaving].clone();
        let pivot_right = self.right[leaving].clone();
        let pivot = pivot_row[entering].clone();
        for row in (0..self.rows.len()).filter(|&row| row != leaving) {
            let factor = self.rows[row][entering].clone();
            for &j in &self.live {
                self.rows[row][j] = eliminate(&pivot, &self.rows[row][j], &factor, &pivot_row[j], &self.den)?;
            }
            self.right[row] = eliminate(&pivot, &self.right[row], &factor, &pivot_right, &self.den)?;
        }
        let factor = costs[entering].clone();
        for &j in &self.live {
            costs[j] = eliminate(&pivot, &costs[j], &factor, &pivot_row[j], &self.den)?;
        }
        self.den = pivot;
        self.basis[leaving] = entering;
        Some(())
    }
}

/// `(pivot · entry − factor · above) / den`, which is a whole number.
fn eliminate<N: Whole>(pivot: &N, entry: &N, factor: &N, above: &N, den: &N) -> Option<N> {
    let product = pivot.checked_mul(entry)?.checked_sub(&factor.checked_mul(above)?)?;
    debug_assert!((product.clone() % den.clone()).is_zero(), "integer pivoting left a remainder");
    Some(product / den.clone())
}
