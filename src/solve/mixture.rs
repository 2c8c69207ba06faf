//! A point as a mixture of whole points: a small linear program over compositions, priced exactly.

use std::collections::BTreeSet;

use super::SolveError;
use super::heaviest::heaviest;
use super::lp::{Outcome, Program};
use super::relaxation::Relaxation;
use super::rounding::{Request, Rounder};
use super::tolerance::{MIXED, SEPARATED};

/// Starts of the search in each round of pricing.
const SEARCHES: usize = 60;
/// Whole points added in a round at the most.
const ADDED: usize = 25;

/// A point and the whole points that it may be mixed from.
#[derive(Debug, Clone)]
pub struct Hull {
    /// Seats of each type on average.
    pub point: Vec<f64>,
    /// Least seats of each type.
    pub least: Vec<i64>,
    /// Most seats of each type.
    pub most: Vec<i64>,
    /// Least and largest sum of each rule.
    pub bounds: Vec<(i64, i64)>,
}

/// What came of [`mix`].
#[derive(Debug, Clone)]
pub enum Mixture {
    /// Counts with weights that sum to 1 and average to the point.
    Found(Vec<(Vec<i64>, f64)>),
    /// The integer program found a price for each type under which the point is worth more than every whole point. Empty when there is no
    /// whole point at all.
    Apart(#[allow(dead_code, reason = "for objectives other than leximin")] Vec<f64>),
}

/// Writes a point as a mixture of the whole points of a hull, starting from some that are known.
///
/// Column generation on the separation program: over prices p in [−1, 1] and a worth μ,
///
/// ```text
/// maximise p·point − μ   subject to   p·c ≤ μ for every whole point c known so far.
/// ```
///
/// At value 0 the known ones mix to the point. Otherwise one worth more than μ is sought, by the rounding search and, when that finds none, by an
/// integer program; if there is none, the point is outside their hull, and the prices say in which direction.
pub fn mix(
    relaxation: &Relaxation,
    hull: &Hull,
    rounder: &mut Rounder,
    known: Vec<Vec<i64>>,
) -> Result<Mixture, SolveError> {
    let mut seen: BTreeSet<Vec<i64>> = known.into_iter().collect();
    let mut columns: Vec<Vec<i64>> = seen.iter().cloned().collect();
    let open = Open::of(hull);
    loop {
        let separation = open.separate(&columns)?;
        if separation.value <= MIXED && !columns.is_empty() {
            return open.weigh(columns).map(Mixture::Found);
        }
        let gain = |counts: &[i64]| open.worth(&separation.prices, counts) - separation.worth;
        let mut fresh: Vec<(f64, Vec<i64>)> = Vec::new();
        for round in 0..SEARCHES {
            if let Some(counts) = open.search(relaxation, rounder, &separation.prices, 0.25 * (round % 4) as f64)
                && gain(&counts) > SEPARATED
                && seen.insert(counts.clone())
            {
                fresh.push((gain(&counts), counts));
            }
        }
        fresh.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        for (_, counts) in fresh.split_off(fresh.len().min(ADDED)) {
            seen.remove(&counts);
        }
        if fresh.is_empty() {
            let Some(counts) = open.dearest(relaxation, &separation.prices)? else {
                return Ok(Mixture::Apart(Vec::new()));
            };
            if gain(&counts) <= SEPARATED && !columns.is_empty() {
                return Ok(Mixture::Apart(open.spread(&separation.prices)));
            }
            if !seen.insert(counts.clone()) {
                return Err(SolveError::Drift { doing: "pricing found a composition that was known" });
            }
            fresh.push((0.0, counts));
        }
        columns.extend(fresh.into_iter().map(|(_, counts)| counts));
    }
}

/// The types of a hull whose seats are not settled.
struct Open<'a> {
    hull: &'a Hull,
    types: Vec<usize>,
}

struct Separation {
    prices: Vec<f64>,
    worth: f64,
    value: f64,
}

impl<'a> Open<'a> {
    fn of(hull: &'a Hull) -> Self {
        let types = (0..hull.point.len()).filter(|&t| hull.least[t] < hull.most[t]).collect();
        Self { hull, types }
    }

    /// Seats above the least.
    fn above(&self, counts: &[i64]) -> impl Iterator<Item = (usize, f64)> {
        let entries = self.types.iter().enumerate().map(|(i, &t)| (i, (counts[t] - self.hull.least[t]) as f64));
        entries.filter(|&(_, above)| above != 0.0)
    }

    fn worth(&self, prices: &[f64], counts: &[i64]) -> f64 {
        self.above(counts).map(|(i, above)| prices[i] * above).sum()
    }

    fn spread(&self, prices: &[f64]) -> Vec<f64> {
        let mut all = vec![0.0; self.hull.point.len()];
        for (&t, &price) in self.types.iter().zip(prices) {
            all[t] = price;
        }
        all
    }

    fn separate(&self, columns: &[Vec<i64>]) -> Result<Separation, SolveError> {
        let mut program = Program::default();
        let mut range = 0.0;
        for &t in &self.types {
            program.column(self.hull.point[t] - self.hull.least[t] as f64, -1.0, 1.0);
            range += (self.hull.most[t] - self.hull.least[t]) as f64;
        }
        let worth = program.column(-1.0, -range, range);
        for counts in columns {
            let mut terms: Vec<(usize, f64)> = self.above(counts).collect();
            terms.push((worth, -1.0));
            program.row(terms, f64::NEG_INFINITY, 0.0);
        }
        match program.solve() {
            Outcome::Optimal(mut values) => {
                let value = program.columns.iter().zip(&values).map(|(column, value)| column.gain * value).sum();
                let worth = values.pop().unwrap_or_default();
                Ok(Separation { prices: values, worth, value })
            }
            Outcome::Infeasible => Err(SolveError::Drift { doing: "a separation program has no solution" }),
            Outcome::Failed(words) => Err(SolveError::Solver { doing: "a separation program", words }),
        }
    }

    /// A whole point near the point, on the side that the prices like.
    fn search(&self, relaxation: &Relaxation, rounder: &mut Rounder, prices: &[f64], lean: f64) -> Option<Vec<i64>> {
        let (mut aim, mut sum) = (0.0, 0.0);
        let mut above: Vec<f64> = Vec::with_capacity(self.types.len());
        for (&t, price) in self.types.iter().zip(prices) {
            let span = (self.hull.most[t] - self.hull.least[t]) as f64;
            let target = self.hull.point[t] - self.hull.least[t] as f64;
            let leaning = (target + lean * price).clamp(0.01, span - 0.01);
            above.push(leaning);
            aim += target;
            sum += leaning;
        }
        let mut counts = self.hull.least.clone();
        let mut fractions = vec![0.0; counts.len()];
        for (&t, above) in self.types.iter().zip(above) {
            let span = (self.hull.most[t] - self.hull.least[t]) as f64;
            let scaled = (above * aim / sum).min(span - 0.001);
            counts[t] += scaled.floor() as i64;
            fractions[t] = scaled - scaled.floor();
        }
        let bounds: Vec<(i64, i64)> = relaxation
            .rules
            .iter()
            .zip(&self.hull.bounds)
            .map(|(rule, &(least, most))| {
                let base: i64 = rule.terms.iter().map(|&(t, a)| a * counts[t]).sum();
                (least - base, most - base)
            })
            .collect();
        for t in rounder.round(&Request { fractions: &fractions, bounds: &bounds }, 1)? {
            counts[t] += 1;
        }
        Some(counts)
    }

    /// The whole point that is worth most, by an integer program; `None` when there is no whole point.
    fn dearest(&self, relaxation: &Relaxation, prices: &[f64]) -> Result<Option<Vec<i64>>, SolveError> {
        let mut gains = self.hull.point.clone();
        gains.fill(0.0);
        for (&t, &price) in self.types.iter().zip(prices) {
            gains[t] = price;
        }
        let found = heaviest(relaxation, &self.hull.least, &self.hull.most, &self.hull.bounds, &gains)?;
        Ok(found)
    }

    /// Weights for whole points that are known to mix to the point: those with the smallest total miss.
    fn weigh(&self, columns: Vec<Vec<i64>>) -> Result<Vec<(Vec<i64>, f64)>, SolveError> {
        let mut program = Program::default();
        let mut rows: Vec<Vec<(usize, f64)>> = vec![Vec::new(); self.types.len()];
        for counts in &columns {
            let column = program.column(0.0, 0.0, 1.0);
            for (i, above) in self.above(counts) {
                rows[i].push((column, above));
            }
        }
        for (mut row, &t) in rows.into_iter().zip(&self.types) {
            let target = self.hull.point[t] - self.hull.least[t] as f64;
            row.push((program.column(-1.0, 0.0, f64::INFINITY), 1.0));
            row.push((program.column(-1.0, 0.0, f64::INFINITY), -1.0));
            program.row(row, target, target);
        }
        program.row((0..columns.len()).map(|column| (column, 1.0)).collect(), 1.0, 1.0);
        match program.solve() {
            Outcome::Optimal(values) => {
                Ok(columns.into_iter().zip(values).filter(|&(_, weight)| weight > 0.0).collect())
            }
            Outcome::Infeasible => Err(SolveError::Drift { doing: "a mixture that exists has no weights" }),
            Outcome::Failed(words) => Err(SolveError::Solver { doing: "the weights of a mixture", words }),
        }
    }
}
