//! One stage of leximin over the compositions that are known: how high can they lift the smallest free probability?

use super::SolveError;
use super::simplex::{Run, Simplex};

/// Pivots of one run before it counts as lost.
const PIVOTS: usize = 50_000;

/// The linear program of a stage over known compositions, kept from stage to stage.
///
/// With multiplicities m_t, the level z₀ of the stage before and probabilities π_t of the types that are held,
///
/// ```text
/// maximise   δ
/// subject to Σ_c λ_c·c_t − s_t            =  m_t·π_t   for held t
///            Σ_c λ_c·c_t − m_t·δ − s_t    =  m_t·z₀    for free t
///            Σ_c λ_c = 1,   λ, s, δ ≥ 0.
/// ```
///
/// Its dual has a price p_t ≥ 0 for each type, with Σ_free m_t·p_t = 1, and a worth μ such that no known composition is worth more than μ.
pub struct Master {
    multiplicity: Vec<i64>,
    simplex: Simplex,
    known: Vec<Vec<i64>>,
    /// The simplex's numbers of the known compositions.
    numbers: Vec<usize>,
    lift: usize,
    level: f64,
    free: Vec<bool>,
}

/// An optimal dual solution, and what is basic: what it takes to compute it exactly.
pub struct Dual {
    /// The price of each type.
    pub prices: Vec<f64>,
    /// The worth that no known composition passes.
    pub worth: f64,
    /// Types whose price may differ from 0.
    pub support: Vec<usize>,
    /// Known compositions that are worth exactly `worth`, as many as it takes.
    pub tight: Vec<Vec<i64>>,
}

impl Master {
    /// With one composition to begin with, which seats nobody of the types that are not free: these are held at 0.
    pub fn new(multiplicity: &[i64], free: Vec<bool>, first: Vec<i64>) -> Self {
        let types = multiplicity.len();
        let mut rows = vec![(0.0, 0.0, f64::INFINITY); types];
        rows.push((1.0, 0.0, 0.0));
        let mut master = Self {
            multiplicity: multiplicity.to_vec(),
            simplex: Simplex::new(rows),
            known: Vec::new(),
            numbers: Vec::new(),
            lift: 0,
            level: 0.0,
            free,
        };
        master.add(first);
        master.simplex.exchange(master.numbers[0], types);
        master.add_lift();
        master
    }

    /// Makes a composition known.
    pub fn add(&mut self, counts: Vec<i64>) {
        let seats = counts.iter().enumerate().filter(|&(_, &count)| count > 0);
        let mut terms: Vec<(usize, f64)> = seats.map(|(t, &count)| (t, count as f64)).collect();
        terms.push((counts.len(), 1.0));
        self.numbers.push(self.simplex.column(terms, 0.0, 0.0, f64::INFINITY));
        self.known.push(counts);
    }

    /// How many people a type has if it is free, 0 if it is held.
    pub fn free_people(&self, t: usize) -> i64 {
        if self.free[t] { self.multiplicity[t] } else { 0 }
    }

    fn add_lift(&mut self) {
        let free = (0..self.free.len()).filter(|&t| self.free[t]);
        let terms: Vec<(usize, f64)> = free.map(|t| (t, -self.multiplicity[t] as f64)).collect();
        let most = if terms.is_empty() { 0.0 } else { f64::INFINITY };
        self.lift = self.simplex.column(terms, 1.0, 0.0, most);
    }

    /// The best that the known compositions can do: the level of the smallest free probability.
    pub fn optimise(&mut self) -> Result<f64, SolveError> {
        let lost = || SolveError::Solver { doing: "a stage over panels", words: "too many pivots".to_owned() };
        if !self.simplex.refresh() {
            return Err(lost());
        }
        match self.simplex.primal(PIVOTS) {
            Run::Optimal => Ok(self.level + self.simplex.value(self.lift)),
            _ => Err(lost()),
        }
    }

    /// The dual solution after [`Master::optimise`].
    pub fn dual(&self) -> Dual {
        let types = self.multiplicity.len();
        let mut prices = self.simplex.prices();
        let worth = prices.pop().unwrap_or_default();
        prices.iter_mut().for_each(|price| *price = -*price);
        let mut basic = vec![false; types];
        let mut tight = Vec::new();
        for &variable in self.simplex.basis() {
            if variable < types {
                basic[variable] = true;
            } else if let Ok(place) = self.numbers.binary_search(&variable) {
                tight.push(self.known[place].clone());
            }
        }
        Dual { prices, worth, support: (0..types).filter(|&t| !basic[t]).collect(), tight }
    }

    /// Holds types at the level, whose value is now known better; the others go on from there.
    pub fn hold(&mut self, types: &[usize], level: f64) -> Result<(), SolveError> {
        let prices = self.dual().prices;
        let dearest = (0..prices.len()).max_by(|&a, &b| prices[a].total_cmp(&prices[b])).unwrap_or_default();
        self.level = level;
        for t in 0..self.free.len() {
            if self.free[t] {
                self.simplex.set_right(t, self.multiplicity[t] as f64 * level);
            }
        }
        for &t in types {
            self.free[t] = false;
        }
        if !self.simplex.exchange(dearest, self.lift) {
            return Err(SolveError::Drift { doing: "a stage over panels has no price" });
        }
        self.simplex.bound(self.lift, 0.0, 0.0);
        self.add_lift();
        Ok(())
    }

    /// Compositions with weights that sum to 1, as the last optimum has them.
    pub fn weights(&self) -> Vec<(Vec<i64>, f64)> {
        let weighted =
            self.known.iter().zip(&self.numbers).map(|(counts, &number)| (counts, self.simplex.value(number)));
        weighted.filter(|&(_, weight)| weight > 0.0).map(|(counts, weight)| (counts.clone(), weight)).collect()
    }
}
