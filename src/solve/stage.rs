//! One stage of leximin over the relaxation: how high can the smallest free probability go?

use super::SolveError;
use super::lp::{Outcome, Program};
use super::relaxation::Relaxation;
use super::tolerance::{AT_BOUND, ROOM};

/// What the linear program of a stage says, in floating point.
pub struct StageOptimum {
    /// The stage value: the largest possible smallest probability among the free members.
    pub value: f64,
    /// Expected counts, one for each type, that attain it.
    pub counts: Vec<f64>,
}

/// Solves one stage.
///
/// With multiplicities m_t, fixed probabilities π_t (t in F), and the value z₀ of the stage before,
///
/// ```text
/// maximise   z
/// subject to x_t = m_t·π_t                  for t in F
///            x_t = m_t·z + s_t,  s_t ≥ 0    for every free t
///            x_t ≤ m_t
///            least_r ≤ Σ a_rt·x_t ≤ most_r  for every rule r
/// ```
///
/// In these variables there is one row a rule. `x_t ≤ m_t` starts as the bound `s_t ≤ m_t·(1 − z₀)`, which it implies since
/// z ≥ z₀, and becomes a row only where the optimum found breaks it.
///
/// A type that is expected to be at its upper end (`topped`, which changes nothing but the time) is a column x_t of its own; there it is
/// x_t ≥ m_t·z that becomes a row only where the optimum found breaks it.
///
/// `fixed[t]` is the probability of a fixed type. Returns `None` when no counts meet the rules.
pub fn solve_stage(
    relaxation: &Relaxation,
    fixed: &[Option<f64>],
    topped: &[bool],
    before: f64,
) -> Result<Option<StageOptimum>, SolveError> {
    let mut program = Program::default();
    let z = program.column(1.0, (before - ROOM).max(0.0), 1.0);
    let multiplicity: Vec<f64> = relaxation.multiplicity.iter().map(|&m| m as f64).collect();
    let extra: Vec<Option<usize>> = (0..relaxation.types())
        .map(|t| {
            let (least, most) = if topped[t] { ((before - ROOM).max(0.0), 1.0) } else { (0.0, 1.0 - before) };
            fixed[t].is_none().then(|| program.column(0.0, multiplicity[t] * least, multiplicity[t] * most))
        })
        .collect();
    for rule in &relaxation.rules {
        let mut settled = 0.0;
        let mut z_coefficient = 0.0;
        let mut terms = Vec::new();
        for &(t, coefficient) in &rule.terms {
            let coefficient = coefficient as f64;
            match (fixed[t], extra[t]) {
                (Some(probability), _) => settled += coefficient * multiplicity[t] * probability,
                (None, Some(s)) => {
                    if !topped[t] {
                        z_coefficient += coefficient * multiplicity[t];
                    }
                    terms.push((s, coefficient));
                }
                (None, None) => {}
            }
        }
        if !terms.is_empty() {
            if z_coefficient != 0.0 {
                terms.push((z, z_coefficient));
            }
            let scale = rule.largest();
            let terms = terms.into_iter().map(|(column, value)| (column, value / scale)).collect();
            program.row(terms, (rule.least_float() - settled) / scale, (rule.most as f64 - settled) / scale);
        } else if settled < rule.least_float() - AT_BOUND || settled > rule.most as f64 + AT_BOUND {
            return Ok(None);
        }
    }
    loop {
        let values = match program.solve() {
            Outcome::Optimal(values) => values,
            Outcome::Infeasible => return Ok(None),
            Outcome::Failed(words) => return Err(SolveError::Solver { doing: "a stage of leximin", words }),
        };
        let value = values[z];
        let counts: Vec<f64> = (0..relaxation.types())
            .map(|t| match (fixed[t], extra[t]) {
                (Some(probability), _) => multiplicity[t] * probability,
                (None, Some(s)) if topped[t] => values[s],
                (None, Some(s)) => multiplicity[t] * value + values[s],
                (None, None) => 0.0,
            })
            .collect();
        let mut broken = false;
        for t in 0..relaxation.types() {
            let Some(s) = extra[t] else { continue };
            if topped[t] {
                if counts[t] < multiplicity[t] * (value - AT_BOUND) {
                    program.row(vec![(s, 1.0), (z, -multiplicity[t])], 0.0, f64::INFINITY);
                    broken = true;
                }
            } else if counts[t] > multiplicity[t] * (1.0 + AT_BOUND) {
                program.row(vec![(s, 1.0), (z, multiplicity[t])], f64::NEG_INFINITY, multiplicity[t]);
                broken = true;
            }
        }
        if !broken {
            return Ok(Some(StageOptimum { value, counts }));
        }
    }
}
