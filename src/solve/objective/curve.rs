//! How small the largest probability can be for each smallest one: lines below that convex curve, found where they are needed.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::lines::Line;
use crate::solve::SolveError;
use crate::solve::leximin::to_f64;
use crate::solve::lp::{Outcome, Program};
use crate::solve::multipliers::{Demand, Measure, fitting_multipliers, prices, whole_multiples};
use crate::solve::nullspace::exact_multiples;
use crate::solve::relaxation::Relaxation;
use crate::solve::tolerance::{AT_BOUND, INSIDE};

/// The line that multipliers u (one a rule, of any sign) prove.
///
/// With U_t = Σ_r a_rt·u_r, every point x of the relaxation with m_t·a ≤ x_t ≤ m_t·b for all who can be seated has
///
/// ```text
/// a·Σ m_t·max(0, U_t) − b·Σ m_t·max(0, −U_t)  ≤  Σ_t U_t·x_t  ≤  Σ_r max(u_r·least_r, u_r·most_r).
/// ```
pub fn line(relaxation: &Relaxation, seated: &[bool], multipliers: &[BigInt]) -> Line {
    let mut line = Line { above: BigInt::zero(), below: BigInt::zero(), right: BigInt::zero() };
    for (rule, u) in relaxation.rules.iter().zip(multipliers) {
        line.right += u * if u.is_positive() { rule.most } else { rule.least };
    }
    for (t, price) in prices(relaxation, multipliers).into_iter().enumerate() {
        if seated[t] {
            let people = price * relaxation.multiplicity[t];
            if people.is_positive() { line.above += people } else { line.below -= people }
        }
    }
    line
}

/// What came of [`separate`].
pub enum Separation {
    /// Expected counts between the two.
    Inside(Vec<f64>),
    /// A line that the pair breaks, and the expected counts that miss the rules least.
    Outside(Line, Vec<f64>),
}

/// Is there a point of the relaxation whose probabilities, of those who can be seated, lie between `low` and `high`? If not, why.
///
/// ```text
/// minimise   Σ_r (over_r + under_r)
/// subject to m_t·low ≤ x_t ≤ m_t·high
///            least_r − under_r ≤ Σ a_rt·x_t ≤ most_r + over_r  for every rule r,  over, under ≥ 0
/// ```
///
/// There is one row a rule, however many types there are. A type is written as its least plus a column, or, where it is expected at the other end
/// (`topped`, which changes nothing but the time), as its most less a column. Where the least is not 0, multipliers that fit the optimum prove it.
pub fn separate(
    relaxation: &Relaxation,
    seated: &[bool],
    topped: &[bool],
    low: &BigRational,
    high: &BigRational,
) -> Result<Separation, SolveError> {
    let types = relaxation.types();
    let (a, b) = (to_f64(low), to_f64(high));
    let people: Vec<f64> = relaxation.multiplicity.iter().map(|&m| m as f64).collect();
    let mut program = Program::default();
    let columns: Vec<Option<usize>> =
        (0..types).map(|t| seated[t].then(|| program.column(0.0, 0.0, people[t] * (b - a)))).collect();
    let mut misses = Vec::new();
    for (r, rule) in relaxation.rules.iter().enumerate() {
        let scale = rule.largest();
        let mut settled = 0.0;
        let mut terms = Vec::new();
        for &(t, coefficient) in &rule.terms {
            if let Some(column) = columns[t] {
                let (end, sign) = if topped[t] { (b, -1.0) } else { (a, 1.0) };
                settled += coefficient as f64 * people[t] * end;
                terms.push((column, sign * coefficient as f64 / scale));
            }
        }
        let (over, under) = (program.column(-1.0, 0.0, f64::INFINITY), program.column(-1.0, 0.0, f64::INFINITY));
        terms.extend([(over, -1.0), (under, 1.0)]);
        misses.push((r, over, under));
        program.row(terms, (rule.least_float() - settled) / scale, (rule.most as f64 - settled) / scale);
    }
    let values = match program.solve() {
        Outcome::Optimal(values) => values,
        Outcome::Infeasible => return Err(SolveError::Drift { doing: "rules that may be missed are broken" }),
        Outcome::Failed(words) => {
            return Err(SolveError::Solver { doing: "the smallest against the largest", words });
        }
    };
    let count = |t: usize| match columns[t] {
        None => 0.0,
        Some(column) if topped[t] => people[t] * b - values[column],
        Some(column) => people[t] * a + values[column],
    };
    let counts: Vec<f64> = (0..types).map(count).collect();
    let missed = |&(_, over, under): &(usize, usize, usize)| values[over] + values[under];
    if misses.iter().map(missed).sum::<f64>() <= INSIDE {
        return Ok(Separation::Inside(counts));
    }
    let mut of_rules = vec![0.0; relaxation.rules.len()];
    for miss in &misses {
        if missed(miss) > INSIDE / misses.len() as f64 {
            of_rules[miss.0] = 1.0;
        }
    }
    let near = |t: usize, end: f64| (counts[t] - people[t] * end).abs() <= AT_BOUND * people[t];
    let demand = |t: usize| match seated[t] {
        false => Demand::Nothing,
        true if b - a <= AT_BOUND => Demand::Nothing,
        true if near(t, a) => Demand::NotNegative,
        true if near(t, b) => Demand::NotPositive,
        true => Demand::Zero,
    };
    let demands: Vec<Demand> = (0..types).map(demand).collect();
    let measure = Measure { of_types: vec![0.0; types], of_rules, total: 1.0 };
    let found = fitting_multipliers(relaxation, &counts, &demands, &measure)?;
    let ways: [&dyn Fn() -> Vec<BigInt>; 3] =
        [&|| whole_multiples(&found), &|| exact_multiples(relaxation, &found), &|| fine(&found)];
    let lines = ways.iter().map(|way| line(relaxation, seated, &way()));
    let sound = lines.filter(|line| !(line.above.is_zero() && line.below.is_zero()));
    let deepest = sound.max_by(|x, y| x.broken(low, high).total_cmp(&y.broken(low, high)));
    match deepest.filter(|line| line.broken(low, high) > 0.0) {
        Some(line) => Ok(Separation::Outside(line, counts)),
        None => Err(SolveError::Drift { doing: "no multipliers say why a smallest and a largest do not fit" }),
    }
}

/// Multipliers as they are, in units of 2^-52 of the largest.
fn fine(numbers: &[f64]) -> Vec<BigInt> {
    let largest = numbers.iter().fold(f64::MIN_POSITIVE, |largest, number| largest.max(number.abs()));
    numbers.iter().map(|number| BigInt::from((number / largest * (1_u64 << 52) as f64).round() as i64)).collect()
}
