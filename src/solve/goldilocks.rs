//! Goldilocks: neither too small nor too large a probability for anybody.

use num_rational::BigRational;
use num_traits::{One, Zero};

use super::hull::{Corner, Hull, chord, on_edge};
use super::leximin::{beginning, fair_point_below, to_f64};
use super::nash::prices;
use super::objectives::{Point, holds, settle};
use super::relaxation::Relaxation;
use super::tolerance::{GOLDILOCKS_GAP, SAME_CORNER};
use super::{Progress, SolveError};

/// Most corners looked at. Each search halves a list of corners; those seen need 2 to 12.
const CORNERS: usize = 200;

/// How much a small smallest probability counts against a large largest one: positive and finite, 1 by default.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gamma(f64);

impl Gamma {
    /// `None` unless positive and finite.
    pub fn new(gamma: f64) -> Option<Self> {
        (gamma.is_finite() && gamma > 0.0).then_some(Self(gamma))
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
/// # Errors
/// When a solver gives up, or the proof leaves more than [`GOLDILOCKS_GAP`] open.
pub fn goldilocks(
    relaxation: &Relaxation,
    gamma: Gamma,
    progress: &mut dyn FnMut(Progress),
) -> Result<Option<Point>, SolveError> {
    let Some(beginning) = beginning(relaxation)? else { return Ok(None) };
    let (guess, _) = prices(relaxation, &beginning.unseated)?;
    let mut hull = Hull::new(relaxation, &beginning.unseated, &guess);
    let people = hull.people();
    let size = relaxation.rules.first().map_or(0, |rule| rule.most);
    if people == 0 || size == 0 {
        let probabilities = vec![BigRational::zero(); relaxation.types()];
        return Ok(Some(Point { probabilities, claims: vec!["nobody can be seated".to_owned()], gap: None }));
    }
    let mean = size as f64 / people as f64;
    let optimum = search(&mut hull, gamma.0 * mean * mean)?;
    let ceiling = optimum.ceiling.clone().min(BigRational::one());
    let Some(point) = fair_point_below(relaxation, &ceiling, hull.topped(), progress)? else {
        return Err(SolveError::Drift { doing: "no point below the largest probability of goldilocks" });
    };
    let leximin: Vec<BigRational> = (0..relaxation.types()).map(|t| point.probability(t).clone()).collect();
    let exact = holds(relaxation, &leximin);
    let probabilities = if exact { leximin } else { mended(relaxation, &leximin, &ceiling)? };
    let seated = || probabilities.iter().filter(|p| !p.is_zero());
    let low = seated().min().cloned().unwrap_or_else(BigRational::one);
    let high = seated().max().cloned().unwrap_or_else(BigRational::one);
    let value = to_f64(&high) / mean + gamma.0 * mean / to_f64(&low);
    let proven = proven_least(&hull, &optimum, gamma.0, mean)?;
    // The sum of a handful of rounded numbers.
    let gap = (value - proven).max(0.0) + 1e-15 * value * 8.0;
    if gap > GOLDILOCKS_GAP * value {
        return Err(SolveError::Drift { doing: "the proof of goldilocks leaves too much open" });
    }
    let claims = vec![
        format!(
            "the smallest selection probability is {:.9}, the largest {:.9}; (n/k)·largest + {}·(k/n)/smallest is {value:.9}, \
             and no lottery's is more than {gap:.1e} below that (the line that proves it is in whole numbers)",
            to_f64(&low),
            to_f64(&high),
            gamma.0
        ),
        format!(
            "among lotteries with no probability above that largest one it is leximin ({}), so it is unique",
            if exact { "exact" } else { "to eight decimals" }
        ),
    ];
    Ok(Some(Point { probabilities, claims, gap: Some(gap) }))
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

/// Where the optimum lies.
struct Optimum {
    /// Its largest probability.
    ceiling: BigRational,
    /// A corner on the same edge.
    corner: Corner,
    /// The slope of a line through it that has the curve above and the lotteries with a better value below.
    slope: f64,
}

/// Walks to the optimum. With b(a) the least possible largest probability when the smallest is a, and M = (k/n)², the objective is a
/// convex function of a, and b(a) + γ·M/a is least where b has the slope γ·M/a².
///
/// A corner V found for a slope q has q among the slopes of b there: so the optimum is at V or to the left when q is
/// larger than γ·M/a², otherwise at V or to the right. Two corners on both sides, and the corner for the slope of their chord is
/// either new and between them, or the chord is an edge; on an edge of slope q the optimum is a = √(γ·M/q).
fn search(hull: &mut Hull, weight: f64) -> Result<Optimum, SolveError> {
    let wanted = |low: f64| weight / (low * low);
    let at = |hull: &Hull, corner: Corner| {
        let slope = wanted(corner.low);
        Optimum { ceiling: hull.exact(&corner).1, corner, slope }
    };
    let mut slope = wanted(weight.sqrt());
    let (mut left, mut right): (Option<Corner>, Option<Corner>) = (None, None);
    for _ in 0..CORNERS {
        let corner = hull.corner(slope)?;
        if let (Some(left), Some(right)) = (&left, &right)
            && corner.high - slope * corner.low >= left.high - slope * left.low - SAME_CORNER * (1.0 + slope)
        {
            let low = (weight / slope).sqrt();
            if low <= left.low {
                return Ok(at(hull, left.clone()));
            }
            if low >= right.low {
                return Ok(at(hull, right.clone()));
            }
            let ceiling = on_edge(low, &hull.exact(left), &hull.exact(right));
            return Ok(Optimum { ceiling, corner, slope });
        }
        let target = wanted(corner.low.max(SAME_CORNER));
        if (slope - target).abs() <= SAME_CORNER * slope {
            return Ok(at(hull, corner));
        }
        if slope > target {
            right = Some(corner)
        } else {
            left = Some(corner)
        }
        slope = match (&left, &right) {
            (Some(left), Some(right)) => chord(left, right),
            // From a smallest probability of 0 the slope can only be raised step by step.
            _ => target.min(slope * 16.0),
        };
    }
    Err(SolveError::Drift { doing: "goldilocks looked at too many corners" })
}

/// No lottery has a smaller value of the objective than this: the least that the line through the optimum allows, 2·√(γ·slope) +
/// (n/k)·intercept; and never less than max π ≥ k/n ≥ min π allows.
fn proven_least(hull: &Hull, optimum: &Optimum, gamma: f64, mean: f64) -> Result<f64, SolveError> {
    let corner = &optimum.corner;
    let mut proven = 0.0;
    // max π ≥ mean and min π ≤ mean.
    if corner.high - corner.low <= SAME_CORNER {
        proven = 1.0 + gamma;
    } else if let Some((intercept, slope)) = hull.line(corner, optimum.slope)? {
        let least = 2.0 * (gamma * to_f64(&slope)).sqrt() + to_f64(&intercept) / mean;
        proven = f64::max(proven, least);
    }
    Ok(proven)
}
