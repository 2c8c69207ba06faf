//! Linear programs as plain data, and the only place that names the LP crate.

use good_lp::{Expression, ProblemVariables, ResolutionError, Solution, SolverModel, Variable, microlp, variable};

/// One variable.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its coefficient in the objective, which is maximised.
    pub gain: f64,
    /// Least value; may be minus infinity.
    pub least: f64,
    /// Largest value; may be infinity.
    pub most: f64,
}

/// `least ≤ Σ coefficient · column ≤ most`.
#[derive(Debug, Clone)]
pub struct Row {
    /// Pairs of column index and coefficient; no column twice.
    pub terms: Vec<(usize, f64)>,
    /// Least value; may be minus infinity.
    pub least: f64,
    /// Largest value; may be infinity.
    pub most: f64,
}

/// Maximise `Σ gain · column` subject to the rows.
#[derive(Debug, Clone, Default)]
pub struct Program {
    /// The variables.
    pub columns: Vec<Column>,
    /// The constraints.
    pub rows: Vec<Row>,
}

/// What came of a program.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// The values of the columns at an optimum.
    Optimal(Vec<f64>),
    /// No values meet the rows.
    Infeasible,
    /// The solver gave up or contradicted itself; its own words.
    Failed(String),
}

impl Program {
    /// Adds a variable and returns its index.
    pub fn column(&mut self, gain: f64, least: f64, most: f64) -> usize {
        self.columns.push(Column { gain, least, most });
        self.columns.len() - 1
    }

    /// Adds a constraint.
    pub fn row(&mut self, terms: Vec<(usize, f64)>, least: f64, most: f64) {
        self.rows.push(Row { terms, least, most });
    }

    /// Solves the program. Where the solver stumbles (a singular basis), it is given the same program in another order.
    pub fn solve(&self) -> Outcome {
        let (columns, rows) = (self.columns.len(), self.rows.len());
        let mut outcome = self.solve_in_order((0..columns).collect(), (0..rows).collect());
        if matches!(outcome, Outcome::Failed(_)) {
            outcome = self.solve_in_order((0..columns).rev().collect(), (0..rows).rev().collect());
        }
        if matches!(outcome, Outcome::Failed(_)) {
            let odd_first = |count: usize| (1..count).step_by(2).chain((0..count).step_by(2)).collect();
            outcome = self.solve_in_order(odd_first(columns), odd_first(rows));
        }
        outcome
    }

    fn solve_in_order(&self, column_order: Vec<usize>, row_order: Vec<usize>) -> Outcome {
        let mut variables = ProblemVariables::new();
        let mut handles: Vec<Option<Variable>> = vec![None; self.columns.len()];
        for column in column_order {
            let given = &self.columns[column];
            let definition = variable().min(given.least).max(given.most);
            handles[column] = Some(variables.add(definition));
        }
        let columns: Vec<Variable> = handles.into_iter().flatten().collect();
        let mut objective = Expression::with_capacity(columns.len());
        for (column, &handle) in self.columns.iter().zip(&columns) {
            if column.gain != 0.0 {
                objective.add_mul(column.gain, handle);
            }
        }
        let mut model = variables.maximise(objective).using(microlp);
        for row in row_order.into_iter().map(|row| &self.rows[row]) {
            let mut sum = Expression::with_capacity(row.terms.len());
            for &(column, coefficient) in &row.terms {
                sum.add_mul(coefficient, columns[column]);
            }
            if row.least == row.most {
                model.add_constraint(sum.eq(row.least));
                continue;
            }
            if row.most.is_finite() {
                model.add_constraint(sum.clone().leq(row.most));
            }
            if row.least.is_finite() {
                model.add_constraint(sum.geq(row.least));
            }
        }
        match model.solve() {
            Ok(solution) => Outcome::Optimal(columns.iter().map(|&handle| solution.value(handle)).collect()),
            Err(ResolutionError::Infeasible) => Outcome::Infeasible,
            Err(other) => Outcome::Failed(other.to_string()),
        }
    }
}
