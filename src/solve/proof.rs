//! Why a cut holds: a tree of branches whose leaves are closed by whole-number multipliers, checked here in exact arithmetic.

use num_bigint::BigInt;
use num_traits::Zero;

use super::SolveError;
use super::lp::{Outcome, Program};
use super::multipliers::{prices, whole_multiples};
use super::relaxation::{Relaxation, Rule};
use super::tolerance::AT_BOUND;

/// Nodes tried before a cut is left with the solver's word alone.
const NODES: usize = 4_000;

/// Branches within branches at the most; a checker may refuse more.
const DEPTH: usize = 100;

/// The proof of a cut; `docs/certificate.md` says how it is checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// Multipliers that show that no composition between the bounds of this leaf reaches one more than the cut allows.
    Leaf {
        /// A multiplier for each rule before the cut.
        multipliers: Vec<BigInt>,
        /// The multiplier of the cut itself.
        scale: BigInt,
    },
    /// Either the type has at most `at` seats, or more.
    Branch {
        /// The type.
        kind: usize,
        /// Where the two ways part.
        at: i64,
        /// The proof for at most `at` seats.
        low: Box<Proof>,
        /// The proof for more.
        high: Box<Proof>,
    },
    /// Only the word of the solver.
    Solver,
}

/// Bounds on the counts of types.
#[derive(Clone)]
struct Bounds {
    least: Vec<i64>,
    most: Vec<i64>,
}

/// Looks for the proof of a cut that every composition of `relaxation` is said to meet, by branch and bound.
///
/// # Errors
/// When the solver gives up.
pub fn prove(relaxation: &Relaxation, cut: &Rule) -> Result<Proof, SolveError> {
    let mut weights = vec![0; relaxation.types()];
    for &(t, weight) in &cut.terms {
        weights[t] = weight;
    }
    let goal = Goal { relaxation, weights, reach: cut.most + 1 };
    let all = Bounds { least: vec![0; relaxation.types()], most: relaxation.multiplicity.clone() };
    let mut left = NODES;
    Ok(goal.close(&all, &mut left, DEPTH)?.unwrap_or(Proof::Solver))
}

/// To show that no composition has `Σ weights·c ≥ reach`.
struct Goal<'a> {
    relaxation: &'a Relaxation,
    weights: Vec<i64>,
    reach: i64,
}

impl Goal<'_> {
    /// `None` when the nodes or the depth are used up.
    fn close(&self, bounds: &Bounds, left: &mut usize, depth: usize) -> Result<Option<Proof>, SolveError> {
        if *left == 0 || depth == 0 {
            return Ok(None);
        }
        *left -= 1;
        let Some(counts) = self.highest(bounds)? else { return self.leaf(bounds) };
        let worth: f64 = self.weights.iter().zip(&counts).map(|(&weight, count)| weight as f64 * count).sum();
        if worth < self.reach as f64 - AT_BOUND
            && let Some(leaf) = self.leaf(bounds)?
        {
            return Ok(Some(leaf));
        }
        let fraction = |count: f64| (count - count.round()).abs();
        let split =
            (0..counts.len()).max_by(|&a, &b| fraction(counts[a]).total_cmp(&fraction(counts[b])).then(b.cmp(&a)));
        let Some(kind) = split.filter(|&t| fraction(counts[t]) > AT_BOUND) else { return Ok(None) };
        let at = counts[kind].floor() as i64;
        let (mut low, mut high) = (bounds.clone(), bounds.clone());
        low.most[kind] = at;
        high.least[kind] = at + 1;
        let Some(low) = self.close(&low, left, depth - 1)? else { return Ok(None) };
        let Some(high) = self.close(&high, left, depth - 1)? else { return Ok(None) };
        Ok(Some(Proof::Branch { kind, at, low: Box::new(low), high: Box::new(high) }))
    }

    /// Fractional counts of largest worth between the bounds; `None` when there are none.
    fn highest(&self, bounds: &Bounds) -> Result<Option<Vec<f64>>, SolveError> {
        let mut program = Program::default();
        for t in 0..self.weights.len() {
            program.column(self.weights[t] as f64, bounds.least[t] as f64, bounds.most[t] as f64);
        }
        for rule in &self.relaxation.rules {
            let terms = rule.terms.iter().map(|&(t, a)| (t, a as f64)).collect();
            program.row(terms, rule.least_float(), rule.most as f64);
        }
        match program.solve() {
            Outcome::Optimal(values) => Ok(Some(values)),
            Outcome::Infeasible => Ok(None),
            Outcome::Failed(words) => Err(SolveError::Solver { doing: "a node of a cut's proof", words }),
        }
    }

    /// Multipliers that close these bounds, from the dual program
    ///
    /// ```text
    /// minimise   Σ_r (most_r·u⁺_r − least_r·u⁻_r) + Σ_t v_t − s·reach
    /// subject to v_t ≥ (s·w_t − U_t)·least_t,  v_t ≥ (s·w_t − U_t)·most_t,  0 ≤ u⁺, u⁻ ≤ 1,  0 ≤ s ≤ 1,
    /// ```
    ///
    /// with U_t = Σ_r a_rt·(u⁺_r − u⁻_r): a negative value closes them. With s = 0 it says that there is no composition at all. `None` when
    /// rounding the multipliers to whole numbers loses it.
    fn leaf(&self, bounds: &Bounds) -> Result<Option<Proof>, SolveError> {
        let rules = &self.relaxation.rules;
        let mut program = Program::default();
        let up: Vec<usize> = rules.iter().map(|rule| program.column(-(rule.most as f64), 0.0, 1.0)).collect();
        let down: Vec<usize> = rules
            .iter()
            .map(|rule| match rule.least {
                Rule::NO_LEAST => program.column(0.0, 0.0, 0.0),
                least => program.column(least as f64, 0.0, 1.0),
            })
            .collect();
        let scale = program.column(self.reach as f64, 0.0, 1.0);
        for t in 0..self.weights.len() {
            let value = program.column(-1.0, f64::NEG_INFINITY, f64::INFINITY);
            for bound in [bounds.least[t], bounds.most[t]] {
                let mut terms = vec![(value, 1.0)];
                if bound != 0 {
                    let bound = bound as f64;
                    if self.weights[t] != 0 {
                        terms.push((scale, -bound * self.weights[t] as f64));
                    }
                    for &(r, a) in &self.relaxation.rules_of[t] {
                        terms.push((up[r], bound * a as f64));
                        terms.push((down[r], -bound * a as f64));
                    }
                }
                program.row(terms, 0.0, f64::INFINITY);
                if bounds.least[t] == bounds.most[t] {
                    break;
                }
            }
        }
        let values = match program.solve() {
            Outcome::Optimal(values) => values,
            Outcome::Infeasible => return Err(SolveError::Drift { doing: "a proof's dual program has no solution" }),
            Outcome::Failed(words) => return Err(SolveError::Solver { doing: "a leaf of a cut's proof", words }),
        };
        let mut numbers: Vec<f64> = (0..rules.len()).map(|r| values[up[r]] - values[down[r]]).collect();
        numbers.push(values[scale].max(0.0));
        let fine = numbers.iter().map(|number| BigInt::from((number * 1e9).round() as i64)).collect();
        for mut whole in [whole_multiples(&numbers), fine] {
            if let Some(scale) = whole.pop() {
                let proof = Proof::Leaf { multipliers: whole, scale };
                if self.closes(bounds, &proof) {
                    return Ok(Some(proof));
                }
            }
        }
        Ok(None)
    }

    /// Whether a leaf closes the bounds, in exact arithmetic.
    fn closes(&self, bounds: &Bounds, proof: &Proof) -> bool {
        let Proof::Leaf { multipliers, scale } = proof else { return false };
        let mut sum = BigInt::zero();
        for (rule, u) in self.relaxation.rules.iter().zip(multipliers) {
            match u.sign() {
                num_bigint::Sign::Plus => sum += u * rule.most,
                num_bigint::Sign::Minus if rule.least == Rule::NO_LEAST => return false,
                num_bigint::Sign::Minus => sum += u * rule.least,
                num_bigint::Sign::NoSign => {}
            }
        }
        for (t, price) in prices(self.relaxation, multipliers).into_iter().enumerate() {
            let each = scale * self.weights[t] - price;
            sum += (&each * bounds.least[t]).max(each * bounds.most[t]);
        }
        sum < scale * self.reach
    }
}
