//! Where subtraction gets stuck: a small linear program over compositions, priced exactly.

use std::collections::BTreeSet;

use super::SolveError;
use super::decompose::Face;
use super::lp::{Outcome, Program};
use super::relaxation::Relaxation;
use super::rounding::{Request, Rounder};
use super::tolerance::{MIXED, SEPARATED};

/// Starts of the search in each round of pricing.
const SEARCHES: usize = 60;
/// Lists added in a round at the most.
const ADDED: usize = 25;

/// What came of [`mix`].
pub enum Mixture {
    /// Lists of raised types, with weights that sum to 1 and average to the face's fractions.
    Found(Vec<(Vec<usize>, f64)>),
    /// The integer program found prices under which the average is worth more than every list: there is no mixture.
    Apart,
}

/// Writes the average of a face as a mixture of compositions in it; a composition is the list of types that it raises.
///
/// Column generation on the separation program: over prices p in [−1, 1] and a worth μ,
///
/// ```text
/// maximise p·fractions − μ   subject to   p·c ≤ μ for every list c known so far.
/// ```
///
/// At value 0 the known lists mix to the average. Otherwise a list worth more than μ is sought, by the rounding search and, when that finds none,
/// by an integer program; if there is none, the average is no mixture of the face's lists.
pub fn mix(
    relaxation: &Relaxation,
    face: &Face,
    rounder: &mut Rounder,
    known: Vec<Vec<usize>>,
) -> Result<Mixture, SolveError> {
    let mut seen: BTreeSet<Vec<usize>> = known.into_iter().collect();
    let mut lists: Vec<Vec<usize>> = seen.iter().cloned().collect();
    let items = Items::of(face);
    loop {
        let separation = items.separate(&lists)?;
        if separation.value <= MIXED {
            return items.weigh(lists).map(Mixture::Found);
        }
        let gain = |list: &[usize]| -> f64 {
            list.iter().map(|&t| separation.prices[items.position[t]]).sum::<f64>() - separation.worth
        };
        let mut fresh: Vec<(f64, Vec<usize>)> = Vec::new();
        for round in 0..SEARCHES {
            let fractions = items.leaning(&separation.prices, 0.25 * (round % 4) as f64);
            let request = Request { fractions: &fractions, bounds: &face.bounds };
            if let Some(list) = rounder.round(&request, 1)
                && gain(&list) > SEPARATED
                && seen.insert(list.clone())
            {
                fresh.push((gain(&list), list));
            }
        }
        fresh.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        for (_, list) in fresh.split_off(fresh.len().min(ADDED)) {
            seen.remove(&list);
        }
        if fresh.is_empty() {
            match items.dearest(relaxation, face, &separation.prices)? {
                Some(list) if gain(&list) > SEPARATED => {
                    if !seen.insert(list.clone()) {
                        return Err(SolveError::Drift { doing: "pricing found a composition that was known" });
                    }
                    fresh.push((0.0, list));
                }
                _ => return Ok(Mixture::Apart),
            }
        }
        lists.extend(fresh.into_iter().map(|(_, list)| list));
    }
}

/// The types of a face whose average is not whole.
struct Items<'a> {
    face: &'a Face,
    items: Vec<usize>,
    /// For each type, its place in `items`.
    position: Vec<usize>,
}

struct Separation {
    prices: Vec<f64>,
    worth: f64,
    value: f64,
}

impl<'a> Items<'a> {
    fn of(face: &'a Face) -> Self {
        let items: Vec<usize> = (0..face.fractions.len()).filter(|&t| face.fractions[t] > 0.0).collect();
        let mut position = vec![usize::MAX; face.fractions.len()];
        for (i, &t) in items.iter().enumerate() {
            position[t] = i;
        }
        Self { face, items, position }
    }

    fn separate(&self, lists: &[Vec<usize>]) -> Result<Separation, SolveError> {
        let mut program = Program::default();
        for &t in &self.items {
            program.column(self.face.fractions[t], -1.0, 1.0);
        }
        let most = self.items.len() as f64;
        let worth = program.column(-1.0, -most, most);
        for list in lists {
            let mut terms: Vec<(usize, f64)> = list.iter().map(|&t| (self.position[t], 1.0)).collect();
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

    /// Fractions that lean towards what the prices like, with the same sum.
    fn leaning(&self, prices: &[f64], lean: f64) -> Vec<f64> {
        let mut fractions = vec![0.0; self.face.fractions.len()];
        let (mut aim, mut sum) = (0.0, 0.0);
        for (&t, price) in self.items.iter().zip(prices) {
            fractions[t] = (self.face.fractions[t] + lean * price).clamp(0.01, 0.99);
            aim += self.face.fractions[t];
            sum += fractions[t];
        }
        for &t in &self.items {
            fractions[t] = (fractions[t] * aim / sum).min(0.999);
        }
        fractions
    }

    /// The list of the face that is worth most, by an integer program; `None` when the face holds no composition.
    fn dearest(&self, relaxation: &Relaxation, face: &Face, prices: &[f64]) -> Result<Option<Vec<usize>>, SolveError> {
        let mut program = Program::default();
        for &price in prices {
            program.whole_column(price, 0.0, 1.0);
        }
        for (rule, &(least, most)) in relaxation.rules.iter().zip(&face.bounds) {
            let open = rule.terms.iter().filter(|&&(t, _)| self.position[t] != usize::MAX);
            let terms: Vec<(usize, f64)> = open.map(|&(t, a)| (self.position[t], a as f64)).collect();
            if !terms.is_empty() {
                program.row(terms, least as f64, most as f64);
            }
        }
        match program.solve() {
            Outcome::Optimal(values) => {
                Ok(Some(self.items.iter().zip(values).filter(|&(_, value)| value > 0.5).map(|(&t, _)| t).collect()))
            }
            Outcome::Infeasible => Ok(None),
            Outcome::Failed(words) => Err(SolveError::Solver { doing: "pricing a composition", words }),
        }
    }

    /// Weights for lists that are known to mix to the average: those with the smallest total miss.
    fn weigh(&self, lists: Vec<Vec<usize>>) -> Result<Vec<(Vec<usize>, f64)>, SolveError> {
        let mut program = Program::default();
        let mut rows: Vec<Vec<(usize, f64)>> = vec![Vec::new(); self.items.len()];
        for list in &lists {
            let column = program.column(0.0, 0.0, 1.0);
            for &t in list {
                rows[self.position[t]].push((column, 1.0));
            }
        }
        for (mut row, &t) in rows.into_iter().zip(&self.items) {
            row.push((program.column(-1.0, 0.0, 1.0), 1.0));
            row.push((program.column(-1.0, 0.0, 1.0), -1.0));
            program.row(row, self.face.fractions[t], self.face.fractions[t]);
        }
        program.row((0..lists.len()).map(|column| (column, 1.0)).collect(), 1.0, 1.0);
        match program.solve() {
            Outcome::Optimal(values) => Ok(lists.into_iter().zip(values).filter(|&(_, weight)| weight > 0.0).collect()),
            Outcome::Infeasible => Err(SolveError::Drift { doing: "a mixture that exists has no weights" }),
            Outcome::Failed(words) => Err(SolveError::Solver { doing: "the weights of a mixture", words }),
        }
    }
}
