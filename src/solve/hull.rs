//! How small the largest probability can be for each smallest one: the corners of that convex curve.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::SolveError;
use super::exact::nearest_solution;
use super::lp::{Outcome, Program};
use super::multipliers::{Demand, fitting_multipliers};
use super::objectives::{from_f64, tight_rules};
use super::relaxation::Relaxation;
use super::tolerance::{AT_BOUND, ON_EDGE};

/// A corner: probabilities from `low` to `high`.
#[derive(Debug, Clone)]
pub struct Corner {
    /// The smallest probability.
    pub low: f64,
    /// The largest.
    pub high: f64,
    /// Expected counts, one for each type, that attain both.
    pub counts: Vec<f64>,
}

/// The pairs (a, b) such that some point of the relaxation has all probabilities of seatable members between a and b.
pub struct Hull<'a> {
    relaxation: &'a Relaxation,
    seated: Vec<bool>,
    /// For each type, whether it is likelier to be at the largest than at the smallest probability.
    high: Vec<bool>,
    /// Whether `high` comes from a corner.
    known: bool,
}

impl<'a> Hull<'a> {
    /// For the types that are not `unseated`; `guess` are probabilities that tell which types are hard to seat.
    pub fn new(relaxation: &'a Relaxation, unseated: &[usize], guess: &[f64]) -> Self {
        let seated: Vec<bool> = (0..relaxation.types()).map(|t| unseated.binary_search(&t).is_err()).collect();
        let people: i64 = (0..seated.len()).filter(|&t| seated[t]).map(|t| relaxation.multiplicity[t]).sum();
        let size = relaxation.rules.first().map_or(0, |rule| rule.most);
        let mean = size as f64 / people.max(1) as f64;
        let high = guess.iter().map(|&guess| guess > mean).collect();
        Self { relaxation, seated, high, known: false }
    }

    /// For each type, a guess whether it is at the largest probability.
    pub fn topped(&self) -> &[bool] {
        &self.high
    }

    /// How many members can be seated.
    pub fn people(&self) -> i64 {
        (0..self.seated.len()).filter(|&t| self.seated[t]).map(|t| self.relaxation.multiplicity[t]).sum()
    }

    /// The corner in the direction `slope`:
    ///
    /// ```text
    /// minimise   b − slope·a
    /// subject to m_t·a ≤ x_t ≤ m_t·b,  0 ≤ a,  b ≤ 1
    ///            least_r ≤ Σ a_rt·x_t ≤ most_r  for every rule r
    /// ```
    ///
    /// A type is written as x_t = m_t·a + s_t or as x_t = m_t·b − s_t with s_t ≥ 0, whichever end it is likelier to be at; the
    /// other end becomes a row only after the optimum has broken both.
    pub fn corner(&mut self, slope: f64) -> Result<Corner, SolveError> {
        let types = self.seated.len();
        let people: Vec<f64> = self.relaxation.multiplicity.iter().map(|&m| m as f64).collect();
        let mut turned = vec![u8::from(self.known); types];
        // Scaled so that both gains are at most 1.
        let scale = 1.0 / slope.max(1.0);
        loop {
            let mut program = Program::default();
            let a = program.column(slope * scale, 0.0, 1.0);
            let b = program.column(-scale, 0.0, 1.0);
            let column = |t: usize| self.seated[t].then(|| program.column(0.0, 0.0, people[t]));
            let columns: Vec<Option<usize>> = (0..types).map(column).collect();
            for rule in &self.relaxation.rules {
                let (mut at_a, mut at_b) = (0.0, 0.0);
                let mut terms = Vec::new();
                for &(t, coefficient) in &rule.terms {
                    let Some(column) = columns[t] else { continue };
                    let coefficient = coefficient as f64;
                    if self.high[t] {
                        at_b += coefficient * people[t];
                        terms.push((column, -coefficient));
                    } else {
                        at_a += coefficient * people[t];
                        terms.push((column, coefficient));
                    }
                }
                if terms.is_empty() {
                    continue;
                }
                let ends = [(a, at_a), (b, at_b)];
                terms.extend(ends.into_iter().filter(|&(_, coefficient)| coefficient != 0.0));
                program.row(terms, rule.least_float(), rule.most as f64);
            }
            for t in 0..types {
                if let (Some(column), 2..) = (columns[t], turned[t]) {
                    program.row(vec![(b, people[t]), (a, -people[t]), (column, -1.0)], 0.0, f64::INFINITY);
                }
            }
            let values = match program.solve() {
                Outcome::Optimal(values) => values,
                Outcome::Infeasible => {
                    return Err(SolveError::Drift { doing: "no point for a corner of the smallest and largest" });
                }
                Outcome::Failed(words) => {
                    return Err(SolveError::Solver { doing: "the smallest against the largest", words });
                }
            };
            let (low, high) = (values[a], values[b]);
            let mut counts = vec![0.0; types];
            let mut broken = false;
            for t in 0..types {
                let Some(column) = columns[t] else { continue };
                counts[t] =
                    if self.high[t] { people[t] * high - values[column] } else { people[t] * low + values[column] };
                let inside = people[t] * (low - AT_BOUND) <= counts[t] && counts[t] <= people[t] * (high + AT_BOUND);
                if !inside && turned[t] < 2 {
                    turned[t] += 1;
                    if turned[t] == 1 {
                        self.high[t] = !self.high[t];
                    }
                    broken = true;
                }
            }
            if !broken {
                self.known = true;
                for t in 0..types {
                    let (above, below) = (counts[t] - people[t] * low, people[t] * high - counts[t]);
                    if above.min(below) <= AT_BOUND * people[t] {
                        self.high[t] = below < above;
                    }
                }
                return Ok(Corner { low, high, counts });
            }
        }
    }

    /// A corner's two numbers in fractions: those that solve the equations which its counts meet. Falls back on the numbers as they are.
    pub fn exact(&self, corner: &Corner) -> (BigRational, BigRational) {
        let relaxation = self.relaxation;
        let near: Vec<f64> =
            corner.counts.iter().zip(&relaxation.multiplicity).map(|(count, &m)| count / m as f64).collect();
        let tight = tight_rules(relaxation, &near);
        let mut columns = vec![Vec::new(), Vec::new()];
        let mut start = vec![from_f64(corner.low), from_f64(corner.high)];
        let mut right: Vec<BigRational> =
            tight.iter().map(|&(_, value)| BigRational::from(BigInt::from(value))).collect();
        let mut ends = vec![[0_i64; 2]; tight.len()];
        let mut row_of = vec![None; relaxation.rules.len()];
        for (row, &(r, _)) in tight.iter().enumerate() {
            row_of[r] = Some(row);
        }
        for t in (0..relaxation.types()).filter(|&t| self.seated[t]) {
            let mine: Vec<(usize, i64)> = relaxation.rules_of[t]
                .iter()
                .filter_map(|&(r, a)| row_of[r].map(|row| (row, a * relaxation.multiplicity[t])))
                .collect();
            if near[t] <= corner.low + AT_BOUND {
                mine.iter().for_each(|&(row, coefficient)| ends[row][0] += coefficient);
            } else if near[t] >= corner.high - AT_BOUND {
                mine.iter().for_each(|&(row, coefficient)| ends[row][1] += coefficient);
            } else {
                columns.push(mine);
                start.push(from_f64(near[t]));
            }
        }
        // A largest probability of 1 is a bound, not an unknown.
        let full = corner.high >= 1.0 - AT_BOUND;
        for (row, [low, high]) in ends.into_iter().enumerate() {
            columns[0].push((row, low));
            if full {
                right[row] -= BigRational::from(BigInt::from(high));
            } else {
                columns[1].push((row, high));
            }
        }
        // Everybody has the same probability: k/n.
        if corner.high - corner.low <= AT_BOUND {
            let size = relaxation.rules.first().map_or(0, |rule| rule.most);
            let mean = BigRational::new(BigInt::from(size), BigInt::from(self.people().max(1)));
            return (mean.clone(), mean);
        }
        let found = nearest_solution(&columns, &right, &start).unwrap_or(start);
        match found.as_slice() {
            [low, _, ..] if full => (low.clone(), BigRational::one()),
            [low, high, ..] => (low.clone(), high.clone()),
            _ => (BigRational::zero(), BigRational::one()),
        }
    }

    /// A line below the curve, b ≥ intercept + slope·a for every point of the relaxation, that touches it at a corner found for this
    /// slope: (intercept, slope), in fractions. `None` when the solver finds no multipliers.
    ///
    /// With multipliers u, prices U_t = Σ_r a_rt·u_r over seatable types, W⁺ = Σ m_t·max(0, U_t) and W⁻ = Σ m_t·max(0, −U_t), every point
    /// between a and b has a·W⁺ − b·W⁻ ≤ Σ U_t·x_t ≤ R = Σ_r max(u_r·least_r, u_r·most_r), so b ≥ (a·W⁺ − R)/W⁻.
    pub fn line(&self, corner: &Corner, slope: f64) -> Result<Option<(BigRational, BigRational)>, SolveError> {
        let relaxation = self.relaxation;
        let people = self.people() as f64;
        let mut demands = vec![Demand::Nothing; self.seated.len()];
        let (mut lower, mut upper) = (Vec::new(), Vec::new());
        for t in (0..self.seated.len()).filter(|&t| self.seated[t]) {
            let m = relaxation.multiplicity[t] as f64;
            demands[t] = if corner.counts[t] <= m * (corner.low + AT_BOUND) {
                lower.push((t, m));
                Demand::NotNegative
            } else if corner.counts[t] >= m * (corner.high - AT_BOUND) {
                upper.push((t, -m));
                Demand::NotPositive
            } else {
                Demand::Zero
            };
        }
        let full = corner.high >= 1.0 - AT_BOUND;
        let wanted = people / slope;
        let sums = [(lower, people, people), (upper, wanted, if full { f64::INFINITY } else { wanted })];
        let found = match fitting_multipliers(relaxation, &corner.counts, &demands, &sums) {
            Ok(found) => found,
            Err(SolveError::Solver { .. }) => return Ok(None),
            Err(other) => return Err(other),
        };
        let scale = (1_u64 << 52) as f64;
        let u: Vec<BigInt> = found.iter().map(|&u| BigInt::from((u * scale).round().to_i128().unwrap_or(0))).collect();
        let mut right = BigInt::zero();
        for (rule, u) in relaxation.rules.iter().zip(&u) {
            right += u * if *u > BigInt::zero() { rule.most } else { rule.least };
        }
        let (mut above, mut below) = (BigInt::zero(), BigInt::zero());
        for t in (0..self.seated.len()).filter(|&t| self.seated[t]) {
            let price: BigInt = relaxation.rules_of[t].iter().map(|&(r, a)| &u[r] * a).sum();
            let price = price * relaxation.multiplicity[t];
            if price > BigInt::zero() { above += price } else { below -= price }
        }
        // Where b = 1, b·W⁻ ≤ b·W + (W⁻ − W) for any smaller W, so that the line can have the slope asked for.
        if full {
            let smaller = (BigRational::from(above.clone()) / from_f64(slope)).to_integer();
            if smaller < below {
                right += &below - &smaller;
                below = smaller;
            }
        }
        if below.is_zero() {
            return Ok(None);
        }
        Ok(Some((-BigRational::new(right, below.clone()), BigRational::new(above, below))))
    }
}

/// The slope between two corners.
pub fn chord(left: &Corner, right: &Corner) -> f64 {
    (right.high - left.high) / (right.low - left.low)
}

/// The largest probability where the smallest is `low`, on the edge between two exact corners. `low` is taken for a fraction with a small
/// denominator within [`ON_EDGE`] of it, so that optima that are such fractions come out exactly.
pub fn on_edge(low: f64, left: &(BigRational, BigRational), right: &(BigRational, BigRational)) -> BigRational {
    let low = simple_fraction(low).clamp(left.0.clone(), right.0.clone());
    let width = &right.0 - &left.0;
    if width.is_zero() {
        return left.1.clone();
    }
    let share = (low - &left.0) / width;
    &left.1 + share * (&right.1 - &left.1)
}

/// The first convergent of the continued fraction of a positive number that is within [`ON_EDGE`] of it, relative to its size.
fn simple_fraction(number: f64) -> BigRational {
    let exact = from_f64(number);
    let allowed = &exact * from_f64(ON_EDGE);
    let (mut before, mut now) = ((BigInt::zero(), BigInt::one()), (BigInt::one(), BigInt::zero()));
    let mut rest = exact.clone();
    loop {
        let whole = rest.floor();
        let next = (whole.numer() * &now.0 + before.0, whole.numer() * &now.1 + before.1);
        (before, now) = (now, next);
        let found = BigRational::new(now.0.clone(), now.1.clone());
        rest -= whole;
        if rest.is_zero() || (&found - &exact).abs() <= allowed {
            return found;
        }
        rest = rest.recip();
    }
}
