//! One stage of leximin over the relaxation: how high can the smallest free probability go?

use super::SolveError;
use super::lp::{Outcome, Program};
use super::relaxation::Relaxation;
use super::tolerance::AT_BOUND;

/// What the linear program of a stage says, in floating point.
pub struct StageOptimum {
    /// The stage value: the largest possible smallest probability among the free members.
    pub value: f64,
    /// Expected counts, one for each type, that attain it.
    pub counts: Vec<f64>,
}

/// Below a ceiling under 1, so many upper ends become rows at a time; more are worth another way of writing these types.
const FEW: usize = 200;

/// Solves one stage.
///
/// With multiplicities m_t, fixed probabilities π_t (t in F), the value z₀ of the stage before, and a ceiling b on all probabilities
/// (1 unless an objective sets a lower one),
///
/// ```text
/// maximise   z
/// subject to x_t = m_t·π_t           for t in F
///            m_t·z ≤ x_t ≤ m_t·b     for every free t
///            least_r ≤ Σ a_rt·x_t ≤ most_r  for every rule r
/// ```
///
/// There is one row a rule, and few others: a free type starts as x_t = m_t·z + s_t with s_t ≥ 0, and its upper end becomes a row where
/// the optimum found breaks it. Below a ceiling under 1 many types break it at once: these become columns of their own with
/// m_t·z₀ ≤ x_t ≤ m_t·b, and x_t ≥ m_t·z a row where the next optimum breaks it.
///
/// `shapes` is how types start, and what to start the next stage with. `fixed[t]` is the probability of a fixed type. Returns `None` when
/// no counts meet the rules.
pub fn solve_stage(
    relaxation: &Relaxation,
    ceiling: f64,
    fixed: &[Option<f64>],
    before: f64,
    shapes: &mut [Shape],
) -> Result<Option<StageOptimum>, SolveError> {
    let people: Vec<f64> = relaxation.multiplicity.iter().map(|&m| m as f64).collect();
    let low = ceiling < 1.0;
    loop {
        let mut program = Program::default();
        let z = program.column(1.0, before, ceiling);
        let columns: Vec<Option<usize>> = (0..relaxation.types())
            .map(|t| {
                let (least, most) = match shapes[t] {
                    Shape::Above | Shape::Capped => (0.0, people[t] * (ceiling - before)),
                    Shape::Own | Shape::Stated => (people[t] * before, people[t] * ceiling),
                };
                fixed[t].is_none().then(|| program.column(0.0, least, most))
            })
            .collect();
        for rule in &relaxation.rules {
            let mut settled = 0.0;
            let mut z_coefficient = 0.0;
            let mut terms = Vec::new();
            for &(t, coefficient) in &rule.terms {
                let coefficient = coefficient as f64;
                match (fixed[t], columns[t]) {
                    (Some(probability), _) => settled += coefficient * people[t] * probability,
                    (None, Some(column)) => {
                        if matches!(shapes[t], Shape::Above | Shape::Capped) {
                            z_coefficient += coefficient * people[t];
                        }
                        terms.push((column, coefficient));
                    }
                    (None, None) => {}
                }
            }
            if !terms.is_empty() {
                if z_coefficient != 0.0 {
                    terms.push((z, z_coefficient));
                }
                program.row(terms, rule.least_float() - settled, rule.most as f64 - settled);
            } else if settled < rule.least_float() - AT_BOUND || settled > rule.most as f64 + AT_BOUND {
                return Ok(None);
            }
        }
        for (t, column) in columns.iter().enumerate() {
            match (*column, shapes[t]) {
                (Some(x), Shape::Stated) => program.row(vec![(x, 1.0), (z, -people[t])], 0.0, f64::INFINITY),
                (Some(s), Shape::Capped) => {
                    program.row(vec![(s, 1.0), (z, people[t])], f64::NEG_INFINITY, people[t] * ceiling);
                }
                _ => {}
            }
        }
        let values = match program.solve() {
            Outcome::Optimal(values) => values,
            Outcome::Infeasible => return Ok(None),
            Outcome::Failed(words) => return Err(SolveError::Solver { doing: "a stage of leximin", words }),
        };
        let value = values[z];
        let mut broken = false;
        let mut capped = Vec::new();
        let mut counts = vec![0.0; relaxation.types()];
        for t in 0..relaxation.types() {
            counts[t] = match (fixed[t], columns[t], shapes[t]) {
                (Some(probability), ..) => people[t] * probability,
                (None, None, _) => 0.0,
                (None, Some(s), Shape::Above | Shape::Capped) => people[t] * value + values[s],
                (None, Some(x), Shape::Own | Shape::Stated) => values[x],
            };
            if fixed[t].is_some() {
                continue;
            }
            match shapes[t] {
                Shape::Above if counts[t] > people[t] * (ceiling + AT_BOUND) => {
                    shapes[t] = Shape::Capped;
                    capped.push(t);
                }
                Shape::Own if counts[t] < people[t] * (value - AT_BOUND) => shapes[t] = Shape::Stated,
                _ => continue,
            }
            broken = true;
        }
        if low && capped.len() > FEW {
            capped.into_iter().for_each(|t| shapes[t] = Shape::Own);
        }
        if !broken {
            // The next stage is likely to have the same types at the ceiling.
            let top = |t: usize| counts[t] >= people[t] * (ceiling - AT_BOUND);
            let many = low && (0..counts.len()).filter(|&t| top(t)).count() > FEW;
            for (t, shape) in shapes.iter_mut().enumerate() {
                *shape = if many && top(t) { Shape::Own } else { Shape::Above };
            }
            return Ok(Some(StageOptimum { value, counts }));
        }
    }
}

/// How a free type stands in the program of a stage.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// As m_t·z and a column for what it has above that.
    Above,
    /// The same, with a row that keeps it at m_t·b or below.
    Capped,
    /// As a column of its own.
    Own,
    /// As a column of its own, with a row that keeps it at m_t·z or above.
    Stated,
}
