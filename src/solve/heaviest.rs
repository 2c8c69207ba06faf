//! The composition that is worth most, by branch and bound over linear programs that start where the last one stopped.

use super::SolveError;
use super::relaxation::{Relaxation, Rule};
use super::simplex::{Run, Simplex};
use super::tolerance::{AT_BOUND, NOISE};

/// Nodes of the search before it is given up.
const NODES: usize = 300_000;
/// Compositions that are enough where some will do.
const ENOUGH: usize = 8;
/// Nodes after the first such composition for the others, at least.
const MORE: usize = 100;
/// Pivots of one linear program before it counts as lost.
const PIVOTS: usize = 5_000;

/// Counts between `least` and `most` whose rules' sums are within `bounds` and whose gains sum to the most; `None` when there are none.
///
/// # Errors
/// When the search takes too long.
pub fn heaviest(
    relaxation: &Relaxation,
    least: &[i64],
    most: &[i64],
    bounds: &[(i64, i64)],
    gains: &[f64],
) -> Result<Option<Vec<i64>>, SolveError> {
    let scale = size(gains.iter().copied());
    let gains = gains.iter().map(|&gain| if gain.abs() <= NOISE * scale { 0.0 } else { gain / scale }).collect();
    Search { relaxation, bounds, gains, step: NOISE, floor: f64::NEG_INFINITY, some: false }
        .run(least, most)
        .map(|mut found| found.pop())
}

/// Some compositions whose gains sum to more than `floor`; empty when there is none.
///
/// # Errors
/// When the search takes too long.
pub fn heavier(relaxation: &Relaxation, gains: &[f64], floor: f64) -> Result<Vec<Vec<i64>>, SolveError> {
    let scale = size(gains.iter().copied());
    let gains = gains.iter().map(|&gain| gain / scale).collect();
    let bounds = relaxation.bounds();
    let search = Search { relaxation, bounds: &bounds, gains, step: NOISE, floor: floor / scale, some: true };
    search.run(&vec![0; relaxation.types()], &relaxation.multiplicity)
}

/// The composition that is worth most in whole numbers; `None` when there is none.
///
/// # Errors
/// When the search takes too long.
pub fn heaviest_whole(relaxation: &Relaxation, weights: &[i64]) -> Result<Option<Vec<i64>>, SolveError> {
    heaviest_within(relaxation, weights, &mut { NODES })
}

/// The same with so many nodes at most; those that are taken are taken off.
///
/// # Errors
/// When there are not enough.
pub fn heaviest_within(
    relaxation: &Relaxation,
    weights: &[i64],
    nodes: &mut usize,
) -> Result<Option<Vec<i64>>, SolveError> {
    let scale = size(weights.iter().map(|&weight| weight as f64));
    let gains = weights.iter().map(|&weight| weight as f64 / scale).collect();
    // A better one is better by 1 at least.
    let step = (0.999 / scale).max(NOISE);
    let bounds = relaxation.bounds();
    let search = Search { relaxation, bounds: &bounds, gains, step, floor: f64::NEG_INFINITY, some: false };
    Ok(search.run_within(&vec![0; relaxation.types()], &relaxation.multiplicity, nodes)?.pop())
}

fn size(numbers: impl Iterator<Item = f64>) -> f64 {
    numbers.fold(0.0_f64, |largest, number| largest.max(number.abs())).max(f64::MIN_POSITIVE)
}

/// The linear program "maximise the gains within the rules": row r of the simplex is rule r, its variable the rule's sum; types follow.
pub fn program(relaxation: &Relaxation, bounds: &[(i64, i64)], gains: &[f64], least: &[i64], most: &[i64]) -> Simplex {
    let floor = |low: i64| if low == Rule::NO_LEAST { f64::NEG_INFINITY } else { low as f64 };
    let mut simplex = Simplex::new(bounds.iter().map(|&(low, high)| (0.0, floor(low), high as f64)).collect());
    for (t, rules) in relaxation.rules_of.iter().enumerate() {
        let terms = rules.iter().map(|&(r, a)| (r, a as f64)).collect();
        simplex.column(terms, gains[t], least[t] as f64, most[t] as f64);
    }
    simplex
}

/// Runs the dual simplex method, once more from the start where it loses its way.
pub fn settle(simplex: &mut Simplex, again: impl FnOnce() -> Simplex) -> Result<bool, SolveError> {
    let mut run = simplex.dual(PIVOTS);
    if run == Run::Lost {
        *simplex = again();
        run = simplex.dual(PIVOTS);
    }
    match run {
        Run::Optimal => Ok(true),
        Run::Infeasible => Ok(false),
        Run::Lost => Err(SolveError::Solver { doing: "the search for a panel", words: "too many pivots".to_owned() }),
    }
}

struct Search<'a> {
    relaxation: &'a Relaxation,
    bounds: &'a [(i64, i64)],
    /// At most 1 in size.
    gains: Vec<f64>,
    /// What a better composition is worth more, at least.
    step: f64,
    /// Only compositions that are worth more count.
    floor: f64,
    /// Whether some such compositions will do; otherwise the one that is worth most is sought.
    some: bool,
}

impl Search<'_> {
    fn program(&self, least: &[i64], most: &[i64]) -> Simplex {
        program(self.relaxation, self.bounds, &self.gains, least, most)
    }

    fn kept(&self, counts: &[i64]) -> bool {
        self.relaxation.rules.iter().zip(self.bounds).all(|(rule, &(low, high))| {
            let sum: i64 = rule.terms.iter().map(|&(t, a)| a * counts[t]).sum();
            low <= sum && sum <= high
        })
    }

    /// Deepest first, the nearer side first. What is found, the best last.
    fn run(&self, least: &[i64], most: &[i64]) -> Result<Vec<Vec<i64>>, SolveError> {
        self.run_within(least, most, &mut { NODES })
    }

    fn run_within(&self, least: &[i64], most: &[i64], nodes: &mut usize) -> Result<Vec<Vec<i64>>, SolveError> {
        let rows = self.bounds.len();
        let mut open = vec![(self.program(least, most), least.to_vec(), most.to_vec())];
        let mut found: Vec<Vec<i64>> = Vec::new();
        let mut floor = self.floor;
        let mut end = *nodes;
        for node in 0..*nodes {
            *nodes -= 1;
            if node >= end || found.len() >= ENOUGH && self.some {
                return Ok(found);
            }
            let Some((mut simplex, least, most)) = open.pop() else { return Ok(found) };
            if !settle(&mut simplex, || self.program(&least, &most))? {
                continue;
            }
            let values: Vec<f64> = (0..least.len()).map(|t| simplex.value(rows + t)).collect();
            let worth: f64 = self.gains.iter().zip(&values).map(|(gain, value)| gain * value).sum();
            if worth < floor + self.step {
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
                    if self.some {
                        end = end.min(2 * node + MORE);
                        found.push(counts);
                    } else {
                        floor = self.gains.iter().zip(&counts).map(|(gain, &count)| gain * count as f64).sum();
                        found = vec![counts];
                    }
                }
                Some(t) => {
                    let at = values[t].floor() as i64;
                    let (mut fewer, mut more) = (most.clone(), least.clone());
                    fewer[t] = at;
                    more[t] = at + 1;
                    let (mut low, mut high) = (simplex.clone(), simplex);
                    low.bound(rows + t, least[t] as f64, at as f64);
                    high.bound(rows + t, more[t] as f64, most[t] as f64);
                    if values[t] - at as f64 > 0.5 {
                        open.push((low, least, fewer));
                        open.push((high, more, most));
                    } else {
                        open.push((high, more, most));
                        open.push((low, least, fewer));
                    }
                }
            }
        }
        Err(SolveError::TooHard { doing: "the search for a panel", limit: NODES })
    }
}
