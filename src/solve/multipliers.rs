//! The proof of a stage: whole-number multipliers of the rules, and the bound that they give by arithmetic alone.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use super::SolveError;
use super::leximin::to_f64;
use super::lp::{Outcome, Program};
use super::nullspace::exact_multiples;
use super::relaxation::{Relaxation, Rule};
use super::stage::StageOptimum;
use super::tolerance::{AT_BOUND, FRACTION, LARGEST_DENOMINATOR, SETTLED};

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
///                      ≤  Σ_r max(u_r·least_r, u_r·most_r) + Σ_t m_t·max(0, −U_t).
/// ```
///
/// With x_t = m_t·π_t known for fixed types, moving them to the right and dividing by W = Σ_free m_t·max(0, U_t) bounds a weighted
/// mean of the free probabilities, and so the smallest of them; and where the smallest equals the bound, every free type with
/// U_t > 0 is at it. (After the dual of the stage program; any multipliers give a true bound, optimal ones the stage value.)
///
/// `None` when W is 0: then the multipliers say nothing about free types.
pub fn bound(relaxation: &Relaxation, fixed: &[Option<BigRational>], multipliers: &[BigInt]) -> Option<Bound> {
    let mut right = BigInt::zero();
    for (rule, u) in relaxation.rules.iter().zip(multipliers) {
        right += u * if u.is_positive() { rule.most } else { rule.least };
    }
    let mut right = BigRational::from(right);
    let mut weight = BigInt::zero();
    let mut held = Vec::new();
    // Fixed types share few distinct probabilities: add up whole numbers first, fractions once for each.
    let mut settled: std::collections::BTreeMap<&BigRational, BigInt> = std::collections::BTreeMap::new();
    for (t, price) in prices(relaxation, multipliers).into_iter().enumerate() {
        if price.is_zero() {
            continue;
        }
        let people = BigInt::from(relaxation.multiplicity[t]) * &price;
        match &fixed[t] {
            _ if price.is_negative() => right -= BigRational::from(people),
            Some(probability) => *settled.entry(probability).or_default() += people,
            None => {
                weight += people;
                held.push(t);
            }
        }
    }
    for (probability, people) in settled {
        right -= probability * people;
    }
    (!weight.is_zero()).then(|| Bound { value: right / weight, held })
}

/// The whole-number multipliers near these whose bound is closest to the stage value, with that bound: first by a small fraction for each, then, where that
/// misses, by solving for the prices that must vanish. `None` when they say nothing about free types.
pub fn closest(
    relaxation: &Relaxation,
    fixed: &[Option<BigRational>],
    found: &[f64],
    value: f64,
) -> Option<(Vec<BigInt>, Bound, f64)> {
    let ways: [&dyn Fn() -> Vec<BigInt>; 2] = [&|| whole_multiples(found), &|| exact_multiples(relaxation, found)];
    let mut best: Option<(Vec<BigInt>, Bound, f64)> = None;
    for way in ways {
        let multipliers = way();
        let Some(bound) = bound(relaxation, fixed, &multipliers) else { continue };
        let gap = to_f64(&bound.value) - value;
        if best.as_ref().is_none_or(|(_, _, other)| gap.abs() < other.abs()) {
            best = Some((multipliers, bound, gap));
        }
        if gap.abs() <= SETTLED {
            break;
        }
    }
    best
}

/// Which multipliers may differ from zero, and what each type demands of its price, at an optimum of a stage (complementary
/// slackness).
#[derive(Debug, Clone, Copy)]
pub enum Demand {
    /// 0.
    Zero,
    /// At least 0.
    NotNegative,
    /// At most 0.
    NotPositive,
    /// Any price.
    Nothing,
}

/// What fixes the size of multipliers: a sum of prices and of multipliers that must have a given value.
pub struct Measure {
    /// The weight of each type's price.
    pub of_types: Vec<f64>,
    /// The weight of the size of each rule's multiplier.
    pub of_rules: Vec<f64>,
    /// The sum.
    pub total: f64,
}

/// Finds optimal multipliers of a stage from its optimum.
///
/// An optimum x tells which multipliers can differ from zero (those of rules that x meets with equality) and which sign each price has:
/// 0 where m_t·z < x_t < m_t, not negative where x_t is at its lower end, not positive where x_t = m_t. Among the multipliers
/// that meet this and have W = 1, the one with the smallest Σ|u_r| is taken: few rules, small fractions. Conditions on
/// prices are added as they are broken: at a vertex the equalities settle nearly everything.
///
/// Returns them as the solver gives them; [`closest`] turns them into whole numbers.
pub fn find_multipliers(
    relaxation: &Relaxation,
    fixed: &[Option<f64>],
    optimum: &StageOptimum,
) -> Result<Vec<f64>, SolveError> {
    let demands = demands(relaxation, fixed, optimum);
    // W = the number of free people, so that prices are around 1.
    let free = |t: usize| fixed[t].is_none() && matches!(demands[t], Demand::NotNegative);
    let people = |t: usize| if free(t) { relaxation.multiplicity[t] as f64 } else { 0.0 };
    let of_types: Vec<f64> = (0..relaxation.types()).map(people).collect();
    let total = of_types.iter().sum();
    let measure = Measure { of_types, of_rules: vec![0.0; relaxation.rules.len()], total };
    fitting_multipliers(relaxation, &optimum.counts, &demands, &measure)
}

/// Multipliers whose prices meet all demands, of a given size, at expected counts: only rules that these counts meet with equality or break have
/// one. Among those that fit, the ones with the smallest Σ|u_r|.
pub fn fitting_multipliers(
    relaxation: &Relaxation,
    counts: &[f64],
    demands: &[Demand],
    measure: &Measure,
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
    // A multiplier is measured in what it does to a price: coefficients of cuts may be large.
    let largest: Vec<f64> = relaxation.rules.iter().map(Rule::largest).collect();
    let price_terms = |t: usize, scale: f64| -> Vec<(usize, f64)> {
        let mut terms = Vec::new();
        for &(r, a) in &relaxation.rules_of[t] {
            terms.extend(columns_of[r].iter().map(|&(column, sign)| (column, sign * a as f64 / largest[r] * scale)));
        }
        terms
    };
    let mut weight = vec![0.0; program.columns.len()];
    for (t, &share) in measure.of_types.iter().enumerate() {
        if share != 0.0 {
            for (column, value) in price_terms(t, share) {
                weight[column] += value;
            }
        }
    }
    for (columns, share) in columns_of.iter().zip(&measure.of_rules) {
        for &(column, _) in columns {
            weight[column] += share;
        }
    }
    let terms = weight.into_iter().enumerate().filter(|&(_, value)| value != 0.0).collect();
    program.row(terms, measure.total, measure.total);

    let mut stated = std::collections::BTreeSet::new();
    let mut state = |program: &mut Program, t: usize| {
        let terms = price_terms(t, 1.0);
        let key: Vec<(usize, u64)> = terms.iter().map(|&(column, value)| (column, value.to_bits())).collect();
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
                .zip(&largest)
                .map(|(columns, largest)| columns.iter().map(|&(column, sign)| sign * values[column] / largest).sum())
                .collect();
            return Ok(found);
        }
    }
}

fn demands(relaxation: &Relaxation, fixed: &[Option<f64>], optimum: &StageOptimum) -> Vec<Demand> {
    (0..relaxation.types())
        .map(|t| {
            let most = relaxation.multiplicity[t] as f64;
            let near = AT_BOUND * most;
            let at_top = optimum.counts[t] >= most - near;
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
    let fraction = |&number: &f64| {
        let (numerator, denominator) = nearest_fraction(number / largest);
        BigRational::new(BigInt::from(numerator), BigInt::from(denominator))
    };
    whole(&numbers.iter().map(fraction).collect::<Vec<_>>())
}

/// Whole numbers in the ratio of these fractions.
pub fn whole(fractions: &[BigRational]) -> Vec<BigInt> {
    let mut common = BigInt::one();
    for fraction in fractions {
        common = common.lcm(fraction.denom());
    }
    let mut numbers: Vec<BigInt> =
        fractions.iter().map(|fraction| &common / fraction.denom() * fraction.numer()).collect();
    let divisor = numbers.iter().fold(BigInt::zero(), |divisor, number| divisor.gcd(number));
    if !divisor.is_zero() {
        numbers.iter_mut().for_each(|number| *number /= &divisor);
    }
    numbers
}

/// The first convergent of the continued fraction of `number` (at most 1 in size) that is within [`FRACTION`] of it, as
/// (numerator, denominator); failing that the last one with a denominator up to [`LARGEST_DENOMINATOR`].
pub fn nearest_fraction(number: f64) -> (i64, i64) {
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
