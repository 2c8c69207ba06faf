//! Why a cut holds: a tree of branches whose leaves are closed by whole-number multipliers, checked here in exact arithmetic.

use num_bigint::BigInt;
use num_traits::Zero;

use super::heaviest::{program, settle};
use super::multipliers::{prices, whole_multiples};
use super::relaxation::{Relaxation, Rule};
use super::simplex::Simplex;
use super::tolerance::AT_BOUND;

/// Nodes tried before a cut is left with the solver's word alone, times the number of types: larger programs get fewer.
const NODES: usize = 2_000_000;

/// Multipliers are first tried as whole multiples of one over these: coarse ones are short and often do.
const SCALES: [f64; 5] = [1.0, 2.0, 6.0, 60.0, 1e4];
/// Then, after the nearest fractions, of one over these.
const FINE_SCALES: [f64; 2] = [1e8, 1e12];

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

impl Proof {
    /// Moves each multiplier to the place of its rule in a longer list of `rules`.
    pub fn place(&mut self, place_of: &[usize], rules: usize) {
        match self {
            Self::Leaf { multipliers, .. } => {
                let mut placed = vec![BigInt::zero(); rules];
                for (multiplier, &place) in multipliers.drain(..).zip(place_of) {
                    placed[place] = multiplier;
                }
                *multipliers = placed;
            }
            Self::Branch { low, high, .. } => {
                low.place(place_of, rules);
                high.place(place_of, rules);
            }
            Self::Solver => {}
        }
    }
}

/// Looks for the proof of a cut that every composition of `relaxation` is said to meet, by branch and bound over linear programs: each
/// part either has an optimum below the reach, whose prices are the leaf's multipliers, or has no counts at all, and the numbers that show
/// this are. Both are rounded to whole numbers and checked.
///
/// [`Proof::Solver`] when none is found within the limits, or the numbers are of no use.
pub fn prove(relaxation: &Relaxation, cut: &Rule) -> Proof {
    let mut weights = vec![0; relaxation.types()];
    for &(t, weight) in &cut.terms {
        weights[t] = weight;
    }
    let goal = Goal { relaxation, bounds: relaxation.bounds(), weights, reach: cut.most + 1 };
    let (least, most) = (vec![0; relaxation.types()], relaxation.multiplicity.clone());
    let mut left = NODES / relaxation.types().max(1);
    let part = Part { simplex: goal.program(&least, &most), least, most };
    goal.close(part, &mut left, DEPTH).unwrap_or(Proof::Solver)
}

/// To show that no composition has `Σ weights·c ≥ reach`.
struct Goal<'a> {
    relaxation: &'a Relaxation,
    bounds: Vec<(i64, i64)>,
    weights: Vec<i64>,
    reach: i64,
}

/// Bounds on the counts of types, and the linear program within them.
#[derive(Clone)]
struct Part {
    simplex: Simplex,
    least: Vec<i64>,
    most: Vec<i64>,
}

impl Part {
    fn narrow(&mut self, rows: usize, t: usize, least: i64, most: i64) {
        (self.least[t], self.most[t]) = (least, most);
        self.simplex.bound(rows + t, least as f64, most as f64);
    }
}

impl Goal<'_> {
    /// The largest size of a weight; programs are scaled by it.
    fn largest(&self) -> f64 {
        self.weights.iter().map(|weight| weight.abs()).max().unwrap_or(1).max(1) as f64
    }

    fn program(&self, least: &[i64], most: &[i64]) -> Simplex {
        let gains: Vec<f64> = self.weights.iter().map(|&weight| weight as f64 / self.largest()).collect();
        program(self.relaxation, &self.bounds, &gains, least, most)
    }

    /// `None` when the nodes or the depth are used up.
    fn close(&self, mut part: Part, left: &mut usize, depth: usize) -> Option<Proof> {
        if *left == 0 || depth == 0 {
            return None;
        }
        *left -= 1;
        let rows = self.bounds.len();
        let (least, most) = (part.least.clone(), part.most.clone());
        if !settle(&mut part.simplex, || self.program(&least, &most)).ok()? {
            return self.leaf(&part, &part.simplex.ray()?, 0.0);
        }
        let counts: Vec<f64> = (0..least.len()).map(|t| part.simplex.value(rows + t)).collect();
        let worth: f64 = self.weights.iter().zip(&counts).map(|(&weight, count)| weight as f64 * count).sum();
        if worth < self.reach as f64 - AT_BOUND
            && let Some(leaf) = self.leaf(&part, &part.simplex.prices(), 1.0 / self.largest())
        {
            return Some(leaf);
        }
        let fraction = |&t: &usize| (counts[t] - counts[t].round()).abs();
        let split = (0..counts.len()).max_by(|a, b| fraction(a).total_cmp(&fraction(b)).then(b.cmp(a)));
        let kind = split.filter(|t| fraction(t) > AT_BOUND)?;
        let at = counts[kind].floor() as i64;
        let (mut low, mut high) = (part.clone(), part);
        low.narrow(rows, kind, least[kind], at);
        high.narrow(rows, kind, at + 1, most[kind]);
        let low = self.close(low, left, depth - 1)?;
        let high = self.close(high, left, depth - 1)?;
        Some(Proof::Branch { kind, at, low: Box::new(low), high: Box::new(high) })
    }

    /// These multipliers and this scale in whole numbers that close the part: as short as will do. `None` when rounding them loses it.
    fn leaf(&self, part: &Part, multipliers: &[f64], scale: f64) -> Option<Proof> {
        let mut numbers: Vec<f64> = multipliers.to_vec();
        for (number, rule) in numbers.iter_mut().zip(&self.relaxation.rules) {
            if rule.least == Rule::NO_LEAST {
                *number = number.max(0.0);
            }
        }
        numbers.push(scale);
        // Measured so that the smallest thing that matters is about 1: the cut itself where it takes part.
        let size = numbers.iter().fold(0.0_f64, |size, number| size.max(number.abs()));
        let unit = if scale > 0.0 { scale } else { size };
        let multiples = |finer: f64| -> Vec<BigInt> {
            let whole = |number: &f64| BigInt::from((number / unit * finer).round() as i128);
            numbers.iter().map(whole).collect()
        };
        let tried = |mut whole: Vec<BigInt>| {
            let scale = whole.pop()?;
            let proof = Proof::Leaf { multipliers: whole, scale };
            self.closes(part, &proof).then_some(proof)
        };
        let coarse = SCALES.iter().find_map(|&finer| tried(multiples(finer)));
        let near = || tried(whole_multiples(&numbers));
        coarse.or_else(near).or_else(|| FINE_SCALES.iter().find_map(|&finer| tried(multiples(finer))))
    }

    /// Whether a leaf closes the part, in exact arithmetic.
    fn closes(&self, bounds: &Part, proof: &Proof) -> bool {
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
