//! The proof of a stage: whole-number multipliers of the rules, and the bound that they give by arithmetic alone.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use super::SolveError;
use super::lp::{Outcome, Program};
use super::relaxation::Relaxation;
use super::stage::StageOptimum;
use super::tolerance::{AT_BOUND, FRACTION, LARGEST_DENOMINATOR};

/// How many broken conditions join the program of [`find_multipliers`] at a time.
const CONDITIONS_A_ROUND: usize = 40;

/// The price U_t = Σ_r a_rt·u_r of one seat of each type.
pub fn prices(relaxation: &Relaxation, multipliers: &[BigInt]) -> Vec<BigInt> {
    (0..relaxation.types())
        .map(|t| {
            let mut sum = BigInt::zero();
            for &(r, coefficient) in &relaxation.rules_of[t] {
                if !multipliers[r].is_zero() {
                    sum += &multipliers[r] * coefficient;
                }
            }
            sum
        })
        .collect()
}

/// What whole-number multipliers prove about a stage.
pub struct Bound {
    /// No lottery in which the fixed members have their probabilities gives every free member more than this.
    pub value: BigRational,
    /// The free types that must be at `value` exactly if the smallest free probability is.
    pub held: Vec<usize>,
}

/// The bound that multipliers u (one a rule, of any sign) prove.
///
/// Let U_t = Σ_r a_rt·u_r. For the expected counts x of every lottery,
///
/// ```text
/// Σ_t max(0, U_t)·x_t  =  Σ_t U_t·x_t + Σ_t max(0, −U_t)·x_t
///                      ≤  Σ_r max(u_r·least_r, u_r·most_r) + b·Σ_t m_t·max(0, −U_t)
/// ```
///
/// where b is the ceiling on all probabilities: 1, or the lower one of an objective that sets one.
/// With x_t = m_t·π_t known for fixed types, moving them to the right and dividing by W = Σ_free m_t·max(0, U_t) bounds a weighted
/// mean of the free probabilities, and so the smallest of them; and where the smallest equals the bound, every free type with
/// U_t > 0 is at it. (After the dual of the stage program; any multipliers give a true bound, optimal ones the stage value.)
///
/// `None` when W is 0: then the multipliers say nothing about free types.
pub fn bound(
    relaxation: &Relaxation,
    ceiling: &BigRational,
    fixed: &[Option<BigRational>],
    multipliers: &[BigInt],
) -> Option<Bound> {
    let mut right = BigInt::zero();
    for (rule, u) in relaxation.rules.iter().zip(multipliers) {
        right += u * if u.is_positive() { rule.most } else { rule.least };
    }
    let mut right = BigRational::from(right);
    let mut weight = BigInt::zero();
    let mut capped = BigInt::zero();
    let mut held = Vec::new();
    // Fixed types share few distinct probabilities: add up whole numbers first, fractions once for each.
    let mut settled: std::collections::BTreeMap<&BigRational, BigInt> = std::collections::BTreeMap::new();
    for (t, price) in prices(relaxation, multipliers).into_iter().enumerate() {
        if price.is_zero() {
            continue;
        }
        let people = BigInt::from(relaxation.multiplicity[t]) * &price;
        match &fixed[t] {
            _ if price.is_negative() => capped += people,
            Some(probability) => *settled.entry(probability).or_default() += people,
            None => {
                weight += people;
                held.push(t);
            }
        }
    }
    right -= ceiling * capped;
    for (probability, people) in settled {
        right -= probability * people;
    }
    (!weight.is_zero()).then(|| Bound { value: right / weight, held })
}

/// Which multipliers may differ from zero, and what each type demands of its price, at an optimum of a stage (complementary
/// slackness).
#[derive(Debug, Clone, Copy)]
pub enum Demand {
    /// Price 0.
    Zero,
    /// Price at least 0.
    NotNegative,
    /// Price at most 0.
    NotPositive,
    /// Any price.
    Nothing,
}

/// A sum of prices, as pairs of type and weight, and the least and largest value that it may have.
pub type PriceSum = (Vec<(usize, f64)>, f64, f64);

/// Finds optimal multipliers of a stage from its optimum, scaled to whole numbers.
///
/// Each price is 0 where m_t·z < x_t < m_t·b, not negative where x_t is at its lower end, not positive where x_t = m_t·b; and W = the
/// number of free people, so that prices are around 1.
pub fn find_multipliers(
    relaxation: &Relaxation,
    ceiling: f64,
    fixed: &[Option<f64>],
    optimum: &StageOptimum,
) -> Result<Vec<BigInt>, SolveError> {
    let demands = demands(relaxation, ceiling, fixed, optimum);
    let free: Vec<(usize, f64)> = (0..relaxation.types())
        .filter(|&t| fixed[t].is_none() && matches!(demands[t], Demand::NotNegative))
        .map(|t| (t, relaxation.multiplicity[t] as f64))
        .collect();
    let people = free.iter().map(|&(_, people)| people).sum();
    let found = fitting_multipliers(relaxation, &optimum.counts, &demands, &[(free, people, people)])?;
    Ok(whole_multiples(&found))
}

/// Multipliers whose prices meet all demands and have the given sums, at an optimum with these counts.
///
/// Only rules that the counts meet with equality get one. Among those that fit, the multipliers with the smallest Σ|u_r| are taken: few
/// rules, small fractions. Conditions on prices are added as they are broken: at a vertex the equalities settle nearly everything.
pub fn fitting_multipliers(
    relaxation: &Relaxation,
    counts: &[f64],
    demands: &[Demand],
    sums: &[PriceSum],
) -> Result<Vec<f64>, SolveError> {
    let mut program = Program::default();
    // One column for each direction in which a rule is met with equality.
    let mut columns_of: Vec<Vec<(usize, f64)>> = vec![Vec::new(); relaxation.rules.len()];
    for (r, rule) in relaxation.rules.iter().enumerate() {
        let sum: f64 = rule.terms.iter().map(|&(t, a)| a as f64 * counts[t]).sum();
        let near = AT_BOUND * (1.0 + sum.abs());
        if sum >= rule.most as f64 - near {
            columns_of[r].push((program.column(-1.0, 0.0, f64::INFINITY), 1.0));
        }
        if sum <= rule.least as f64 + near {
            columns_of[r].push((program.column(-1.0, 0.0, f64::INFINITY), -1.0));
        }
    }
    let price_terms = |t: usize, scale: f64| -> Vec<(usize, f64)> {
        let mut terms = Vec::new();
        for &(r, a) in &relaxation.rules_of[t] {
            terms.extend(columns_of[r].iter().map(|&(column, sign)| (column, sign * a as f64 * scale)));
        }
        terms
    };
    for (types, least, most) in sums {
        let mut weight = vec![0.0; program.columns.len()];
        for &(t, scale) in types {
            for (column, value) in price_terms(t, scale) {
                weight[column] += value;
            }
        }
        let terms = weight.into_iter().enumerate().filter(|&(_, value)| value != 0.0).collect();
        program.row(terms, *least, *most);
    }

    let mut stated = std::collections::BTreeSet::new();
    let mut state = |program: &mut Program, t: usize| {
        let terms = price_terms(t, 1.0);
        let key: Vec<(usize, i64)> = terms.iter().map(|&(column, value)| (column, value as i64)).collect();
        let (least, most, sign) = match demands[t] {
            Demand::Zero => (0.0, 0.0, 0),
            Demand::NotNegative => (0.0, f64::INFINITY, 1),
            Demand::NotPositive => (f64::NEG_INFINITY, 0.0, -1),
            Demand::Nothing => return false,
        };
        if terms.is_empty() || !stated.insert((key, sign)) {
            return false;
        }
        program.row(terms, least, most);
        true
    };
    for (t, demand) in demands.iter().enumerate() {
        if matches!(demand, Demand::Zero) {
            state(&mut program, t);
        }
    }
    loop {
        let values = match program.solve() {
            Outcome::Optimal(values) => values,
            Outcome::Infeasible => {
                return Err(SolveError::Solver {
                    doing: "the multipliers of a stage",
                    words: "no multipliers fit the optimum".to_owned(),
                });
            }
            Outcome::Failed(words) => return Err(SolveError::Solver { doing: "the multipliers of a stage", words }),
        };
        let mut broken: Vec<(f64, usize)> = Vec::new();
        for (t, demand) in demands.iter().enumerate() {
            let price: f64 = price_terms(t, 1.0).iter().map(|&(column, value)| value * values[column]).sum();
            let excess = match demand {
                Demand::NotNegative => -price,
                Demand::NotPositive => price,
                Demand::Zero | Demand::Nothing => 0.0,
            };
            if excess > AT_BOUND {
                broken.push((excess, t));
            }
        }
        broken.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut added = 0;
        for (_, t) in broken {
            if state(&mut program, t) {
                added += 1;
            }
            if added == CONDITIONS_A_ROUND {
                break;
            }
        }
        if added == 0 {
            let found: Vec<f64> = columns_of
                .iter()
                .map(|columns| columns.iter().map(|&(column, sign)| sign * values[column]).sum())
                .collect();
            return Ok(found);
        }
    }
}

fn demands(relaxation: &Relaxation, ceiling: f64, fixed: &[Option<f64>], optimum: &StageOptimum) -> Vec<Demand> {
    (0..relaxation.types())
        .map(|t| {
            let most = relaxation.multiplicity[t] as f64;
            let near = AT_BOUND * most;
            let at_top = optimum.counts[t] >= most * ceiling - near;
            match fixed[t] {
                Some(_) if at_top => Demand::Nothing,
                Some(_) => Demand::NotNegative,
                None if optimum.counts[t] <= most * optimum.value + near => Demand::NotNegative,
                None if at_top => Demand::NotPositive,
                None => Demand::Zero,
            }
        })
        .collect()
}

/// Whole numbers in the ratio of the given ones: each is taken for the fraction with the smallest denominator within
/// [`FRACTION`] of it, relative to the largest.
pub fn whole_multiples(numbers: &[f64]) -> Vec<BigInt> {
    let largest = numbers.iter().fold(0.0_f64, |largest, number| largest.max(number.abs()));
    if largest == 0.0 {
        return vec![BigInt::zero(); numbers.len()];
    }
    let fractions: Vec<(i64, i64)> = numbers.iter().map(|&number| nearest_fraction(number / largest)).collect();
    let mut common = BigInt::one();
    for &(_, denominator) in &fractions {
        common = num_integer_lcm(&common, denominator);
    }
    fractions.iter().map(|&(numerator, denominator)| &common / denominator * numerator).collect()
}

fn num_integer_lcm(a: &BigInt, b: i64) -> BigInt {
    let mut x = a.clone();
    let mut y = BigInt::from(b);
    while !y.is_zero() {
        let rest = &x % &y;
        x = y;
        y = rest;
    }
    a / x * b
}

/// The first convergent of the continued fraction of `number` (at most 1 in size) that is within [`FRACTION`] of it, as
/// (numerator, denominator); failing that the last one with a denominator up to [`LARGEST_DENOMINATOR`].
fn nearest_fraction(number: f64) -> (i64, i64) {
    let (mut before, mut now) = ((0_i64, 1_i64), (1_i64, 0_i64));
    let mut rest = number;
    loop {
        let whole = rest.floor();
        let next = (whole as i64 * now.0 + before.0, whole as i64 * now.1 + before.1);
        if next.1 > LARGEST_DENOMINATOR {
            return now;
        }
        (before, now) = (now, next);
        let off = number - now.0 as f64 / now.1 as f64;
        if off.abs() <= FRACTION {
            return now;
        }
        rest = 1.0 / (rest - whole);
        if !rest.is_finite() || rest > LARGEST_DENOMINATOR as f64 * 2.0 {
            return now;
        }
    }
}
