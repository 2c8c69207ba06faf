//! Is there any panel at all?

use super::SolveError;
use super::lp::{Outcome, Program};
use super::relaxation::Relaxation;

/// Counts of one composition, or `None` when there is none: decided by an integer program.
///
/// # Errors
/// When the solver gives up or returns counts that break a rule.
pub fn find_composition(relaxation: &Relaxation) -> Result<Option<Vec<i64>>, SolveError> {
    let mut program = Program::default();
    for &most in &relaxation.multiplicity {
        program.whole_column(0.0, 0.0, most as f64);
    }
    for rule in &relaxation.rules {
        let terms = rule.terms.iter().map(|&(t, a)| (t, a as f64)).collect();
        program.row(terms, rule.least as f64, rule.most as f64);
    }
    match program.solve() {
        Outcome::Optimal(values) => {
            let counts: Vec<i64> = values.iter().map(|value| value.round() as i64).collect();
            if relaxation.is_composition(&counts) {
                Ok(Some(counts))
            } else {
                Err(SolveError::Drift { doing: "the integer program's panel breaks a rule" })
            }
        }
        Outcome::Infeasible => Ok(None),
        Outcome::Failed(words) => Err(SolveError::Solver { doing: "the search for one panel", words }),
    }
}
