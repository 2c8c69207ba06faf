//! Goldilocks: neither too small nor too large a probability for anybody.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};

use super::Point;
use super::beginning::beginning;
use super::ceiling::{ceilings, leximin_below};
use super::claim::{Claim, ends};
use super::curve::{Separation, line, separate};
use super::lines::{Best, Line, best, value};
use super::settle::{holds, settle};
use crate::solve::leximin::to_f64;
use crate::solve::relaxation::Relaxation;
use crate::solve::tolerance::{AT_BOUND, GOLDILOCKS_GAP};
use crate::solve::{Progress, SolveError};

/// Most lines looked for. Those seen need 2 to 30.
const LINES: usize = 400;

/// How much a small smallest probability counts against a large largest one: positive and finite, 1 by default.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gamma(f64);

impl Gamma {
    /// `None` unless positive and finite.
    pub fn new(gamma: f64) -> Option<Self> {
        (gamma.is_finite() && gamma > 0.0).then_some(Self(gamma))
    }

    /// The number.
    pub fn value(self) -> f64 {
        self.0
    }
}

impl Default for Gamma {
    fn default() -> Self {
        Self(1.0)
    }
}

/// The point that minimises (n/k)·max π + γ·(k/n)/min π over the n members who can be seated (Baharav and Flanigan, *Fair,
/// manipulation-robust, and transparent sortition*, EC 2024), and is leximin among those with the same largest probability. `None` when
/// no expected counts meet the rules.
///
/// Which pairs of a smallest and a largest probability are possible is a convex set in the plane. The best pair above the lines known so far
/// is either possible, and then the best of all; or there is a line that it breaks, which joins them (cutting planes after Kelley 1960, in two
/// dimensions). Every line is proven by whole-number multipliers, and so the value of the best pair above them is what no lottery is below.
///
/// # Errors
/// When a solver gives up, or the proof leaves more than [`GOLDILOCKS_GAP`] open.
pub fn goldilocks(
    relaxation: &Relaxation,
    gamma: Gamma,
    progress: &mut dyn FnMut(Progress),
) -> Result<Option<Point>, SolveError> {
    let Some(beginning) = beginning(relaxation)? else { return Ok(None) };
    let seated = &beginning.seated;
    let people: i64 = (0..seated.len()).filter(|&t| seated[t]).map(|t| relaxation.multiplicity[t]).sum();
    let size = relaxation.rules.first().map_or(0, |rule| rule.most);
    if people == 0 || size == 0 {
        let probabilities = vec![BigRational::zero(); relaxation.types()];
        let (low, high, value, gap) = (0.0, 0.0, 0.0, 0.0);
        let claim = Claim::Goldilocks { gamma: gamma.0, low, high, value, gap, exact: true };
        return Ok(Some(Point { probabilities, claim }));
    }
    let mean = size as f64 / people as f64;
    // The largest is at least the mean, the smallest at most; and the smallest at most what the first stage proves.
    let mut lines = vec![
        Line { above: BigInt::zero(), below: BigInt::from(people), right: BigInt::from(-size) },
        Line { above: BigInt::from(people), below: BigInt::zero(), right: BigInt::from(size) },
    ];
    if !beginning.stage.multipliers.is_empty() {
        lines.push(line(relaxation, seated, &beginning.stage.multipliers));
    }
    let (best, counts) = search(relaxation, seated, lines, gamma.0, mean)?;
    let full = to_f64(&best.high);
    let topped = |t: usize| counts[t] >= relaxation.multiplicity[t] as f64 * (full - AT_BOUND) && full < 1.0;
    let topped: Vec<bool> = (0..counts.len()).map(topped).collect();
    let mut failure = SolveError::Drift { doing: "the proof of goldilocks leaves too much open" };
    for ceiling in ceilings(relaxation, &best.high) {
        let leximin = match leximin_below(relaxation, &ceiling, topped.clone(), progress) {
            Ok(Some(leximin)) => leximin,
            Ok(None) => continue,
            Err(error) => {
                failure = error;
                continue;
            }
        };
        let exact = holds(relaxation, &leximin);
        let probabilities = match exact {
            true => leximin,
            false => match mended(relaxation, &leximin, &ceiling) {
                Ok(mended) => mended,
                Err(_) => continue,
            },
        };
        let (low, high) = ends(&probabilities).unwrap_or((1.0, 1.0));
        let value = value(gamma.0, mean, low, high);
        // The sum of a handful of rounded numbers.
        let gap = (value - best.proven).max(0.0) + 1e-15 * value * 8.0;
        if gap <= GOLDILOCKS_GAP * value {
            let claim = Claim::Goldilocks { gamma: gamma.0, low, high, value, gap, exact };
            return Ok(Some(Point { probabilities, claim }));
        }
    }
    Err(failure)
}

/// The best pair, and expected counts that attain it.
fn search(
    relaxation: &Relaxation,
    seated: &[bool],
    mut lines: Vec<Line>,
    gamma: f64,
    mean: f64,
) -> Result<(Best, Vec<f64>), SolveError> {
    let mut topped = vec![false; relaxation.types()];
    for _ in 0..LINES {
        let Some(best) = best(&lines, gamma, mean) else { break };
        let high = best.high.clone().min(BigRational::one());
        match separate(relaxation, seated, &topped, &best.low, &high)? {
            Separation::Inside(counts) => return Ok((best, counts)),
            Separation::Outside(line, _) if lines.contains(&line) => break,
            Separation::Outside(line, counts) => {
                lines.push(line);
                let middle = 0.5 * (to_f64(&best.low) + to_f64(&high));
                let above = |t: usize| counts[t] > relaxation.multiplicity[t] as f64 * middle;
                topped = (0..counts.len()).map(above).collect();
            }
        }
    }
    Err(SolveError::Drift { doing: "goldilocks looked for too many lines" })
}

/// Where stages of leximin that differ by less than the tolerances were taken for one, their probabilities meet the rules almost. Keeps
/// those at either end and moves others until the rules hold exactly.
fn mended(
    relaxation: &Relaxation,
    leximin: &[BigRational],
    ceiling: &BigRational,
) -> Result<Vec<BigRational>, SolveError> {
    let low = leximin.iter().filter(|p| !p.is_zero()).min();
    let end = |p: &&BigRational| p.is_zero() || Some(*p) == low || *p == ceiling;
    let settled: Vec<Option<BigRational>> = leximin.iter().map(|p| Some(p).filter(end).cloned()).collect();
    let near: Vec<f64> = leximin.iter().map(to_f64).collect();
    settle(relaxation, &near, &settled)
}
