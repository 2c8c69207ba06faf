//! The composition that is worth most, by an integer program.

use super::SolveError;
use super::lp::{Outcome, Program};
use super::relaxation::{Relaxation, Rule};
use super::tolerance::{AT_BOUND, NOISE};

/// Nodes of our own branch and bound, which takes over where the solver's stumbles.
const NODES: usize = 20_000;

/// Counts between `least` and `most` whose rules' sums are within `bounds` and whose gains sum to the most; `None` when there are none.
///
/// # Errors
/// When the solver gives up, or returns counts that break a rule.
pub fn heaviest(
    relaxation: &Relaxation,
    least: &[i64],
    most: &[i64],
    bounds: &[(i64, i64)],
    gains: &[f64],
) -> Result<Option<Vec<i64>>, SolveError> {
    let largest = gains.iter().fold(0.0_f64, |largest, gain| largest.max(gain.abs())).max(f64::MIN_POSITIVE);
    let gains = gains.iter().map(|&gain| if gain.abs() <= NOISE * largest { 0.0 } else { gain / largest }).collect();
    let search = Search { relaxation, bounds, gains };
    let values = match search.program(least, most, true).map(|program| program.solve()) {
        None | Some(Outcome::Infeasible) => return Ok(None),
        Some(Outcome::Optimal(values)) => values,
        Some(Outcome::Failed(_)) => return search.branch(least, most),
    };
    let counts: Vec<i64> = values.iter().map(|value| value.round() as i64).collect();
    if search.kept(&counts) { Ok(Some(counts)) } else { search.branch(least, most) }
}

struct Search<'a> {
    relaxation: &'a Relaxation,
    bounds: &'a [(i64, i64)],
    gains: Vec<f64>,
}

impl Search<'_> {
    /// The program over all types; `None` when a rule over settled types is broken already.
    fn program(&self, least: &[i64], most: &[i64], whole: bool) -> Option<Program> {
        let mut program = Program::default();
        for (t, &gain) in self.gains.iter().enumerate() {
            if whole {
                program.whole_column(gain, least[t] as f64, most[t] as f64);
            } else {
                program.column(gain, least[t] as f64, most[t] as f64);
            }
        }
        for (rule, &(low, high)) in self.relaxation.rules.iter().zip(self.bounds) {
            if rule.terms.iter().all(|&(t, _)| least[t] == most[t]) {
                let sum: i64 = rule.terms.iter().map(|&(t, a)| a * least[t]).sum();
                if sum < low || sum > high {
                    return None;
                }
                continue;
            }
            let low = if low == Rule::NO_LEAST { f64::NEG_INFINITY } else { low as f64 };
            program.row(rule.terms.iter().map(|&(t, a)| (t, a as f64)).collect(), low, high as f64);
        }
        Some(program)
    }

    fn kept(&self, counts: &[i64]) -> bool {
        self.relaxation.rules.iter().zip(self.bounds).all(|(rule, &(low, high))| {
            let sum: i64 = rule.terms.iter().map(|&(t, a)| a * counts[t]).sum();
            low <= sum && sum <= high
        })
    }

    fn worth(&self, counts: impl Iterator<Item = f64>) -> f64 {
        self.gains.iter().zip(counts).map(|(gain, count)| gain * count).sum()
    }

    /// Plain branch and bound over linear programs, deepest first, the fuller side first.
    fn branch(&self, least: &[i64], most: &[i64]) -> Result<Option<Vec<i64>>, SolveError> {
        let mut open = vec![(least.to_vec(), most.to_vec())];
        let mut best: Option<(f64, Vec<i64>)> = None;
        for _ in 0..NODES {
            let Some((least, most)) = open.pop() else { return Ok(best.map(|(_, counts)| counts)) };
            let values = match self.program(&least, &most, false).map(|program| program.solve()) {
                None | Some(Outcome::Infeasible) => continue,
                Some(Outcome::Optimal(values)) => values,
                Some(Outcome::Failed(words)) => {
                    return Err(SolveError::Solver { doing: "the search for a panel", words });
                }
            };
            let worth = self.worth(values.iter().copied());
            if best.as_ref().is_some_and(|(known, _)| worth <= known + NOISE) {
                continue;
            }
            let fraction = |&t: &usize| (values[t] - values[t].round()).abs();
            let split = (0..values.len()).max_by(|a, b| fraction(a).total_cmp(&fraction(b)).then(b.cmp(a)));
            match split.filter(|t| fraction(t) > AT_BOUND) {
                None => {
                    let counts: Vec<i64> = values.iter().map(|value| value.round() as i64).collect();
                    if !self.kept(&counts) {
                        return Err(SolveError::Drift { doing: "an integer program broke a rule" });
                    }
                    best = Some((worth, counts));
                }
                Some(t) => {
                    let at = values[t].floor() as i64;
                    let (mut fewer, mut more) = (most.clone(), least.clone());
                    fewer[t] = at;
                    more[t] = at + 1;
                    open.push((least, fewer));
                    open.push((more, most));
                }
            }
        }
        Err(SolveError::Solver { doing: "the search for a panel", words: "too many branches".to_owned() })
    }
}
