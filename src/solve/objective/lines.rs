//! The best pair of a smallest and a largest probability that some lines allow, exactly.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use super::settle::from_f64;
use crate::solve::leximin::to_f64;
use crate::solve::tolerance::ON_EDGE;

/// A line with the curve above it: `a·above − b·below ≤ right` for the smallest probability a and the largest b of every point of the relaxation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Factor of the smallest probability, at least 0.
    pub above: BigInt,
    /// Factor of the largest, at least 0.
    pub below: BigInt,
    /// Right-hand side.
    pub right: BigInt,
}

impl Line {
    /// The least largest probability at a smallest one; `None` for a line that says nothing about it.
    fn at(&self, a: &BigRational) -> Option<BigRational> {
        let below = || BigRational::from(self.below.clone());
        (!self.below.is_zero()).then(|| (a * &self.above - &self.right) / below())
    }

    fn slope(&self) -> f64 {
        to_f64(&BigRational::new(self.above.clone(), self.below.clone()))
    }

    /// The largest smallest probability that it allows, no probability being above 1.
    fn end(&self) -> Option<BigRational> {
        (!self.above.is_zero()).then(|| BigRational::new(&self.right + &self.below, self.above.clone()))
    }

    /// By how much a pair breaks it, relative to its factors.
    pub fn broken(&self, a: &BigRational, b: &BigRational) -> f64 {
        let over = a * &self.above - b * &self.below - &self.right;
        to_f64(&(over / (&self.above + &self.below)))
    }
}

/// A pair that no pair of the relaxation beats.
#[derive(Debug, Clone)]
pub struct Best {
    /// The smallest probability.
    pub low: BigRational,
    /// The largest.
    pub high: BigRational,
    /// What no pair of the relaxation is below: [`value`] of this pair, up to rounding.
    pub proven: f64,
}

/// largest/mean + γ·mean/smallest.
pub fn value(gamma: f64, mean: f64, low: f64, high: f64) -> f64 {
    high / mean + gamma * mean / low
}

/// The pair above all lines that minimises [`value`]; `None` when they leave none.
///
/// Above the lines, b is at least a convex function of a that is made of straight edges; b/mean + γ·mean/a is least where this has the slope
/// γ·mean²/a². A search by halves finds the two lines around that place. Where they are two, the place is their corner, exactly. Where
/// they are one, with slope q, it is a = √(γ·mean²/q), taken for a fraction within [`ON_EDGE`]: the objective loses the square of that.
///
/// What is proven: through the place goes a line with the curve above it whose slope q lies between those of the lines that meet there, and on it
/// the objective is nowhere below (b − q·a)/mean + 2·√(γ·q).
pub fn best(lines: &[Line], gamma: f64, mean: f64) -> Option<Best> {
    let end = lines.iter().filter_map(Line::end).min()?.min(BigRational::one());
    if !end.is_positive() {
        return None;
    }
    let sloped: Vec<(&Line, f64, f64)> = lines
        .iter()
        .filter(|line| !line.below.is_zero())
        .map(|line| (line, line.slope(), -to_f64(&BigRational::new(line.right.clone(), line.below.clone()))))
        .collect();
    let wanted = |a: f64| gamma * mean * mean / (a * a);
    let highest = |a: f64| sloped.iter().max_by(|x, y| (x.2 + x.1 * a).total_cmp(&(y.2 + y.1 * a)));
    let (mut left, mut right) = (0.0, to_f64(&end));
    let low = if highest(right)?.1 <= wanted(right) {
        end.clone()
    } else {
        let (mut before, mut after) = (None, highest(right)?);
        loop {
            let middle = 0.5 * (left + right);
            if middle <= left || middle >= right {
                break;
            }
            let line = highest(middle)?;
            if line.1 <= wanted(middle) {
                (left, before) = (middle, Some(line));
            } else {
                (right, after) = (middle, line);
            }
        }
        match before {
            Some(before) if before.0 != after.0 && before.1 < after.1 => {
                // a·p/q − r/q = a·s/t − u/t at their corner.
                let (x, y) = (before.0, after.0);
                let slopes = &y.above * &x.below - &x.above * &y.below;
                let ends = &y.right * &x.below - &x.right * &y.below;
                BigRational::new(ends, slopes)
            }
            _ => simple_fraction(0.5 * (left + right)),
        }
        .min(end.clone())
    };
    let high = sloped.iter().filter_map(|line| line.0.at(&low)).max()?;
    let at = |line: &&(&Line, f64, f64)| line.0.at(&low).as_ref() == Some(&high);
    let least = sloped.iter().filter(at).map(|line| line.1).fold(f64::INFINITY, f64::min);
    let most = sloped.iter().filter(at).map(|line| line.1).fold(0.0, f64::max);
    let most = if low == end { f64::INFINITY } else { most };
    let (a, b) = (to_f64(&low), to_f64(&high));
    let slope = wanted(a).max(least).min(most);
    Some(Best { proven: (b - slope * a) / mean + 2.0 * (gamma * slope).sqrt(), low, high })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn line(above: i64, below: i64, right: i64) -> Line {
        Line { above: above.into(), below: below.into(), right: right.into() }
    }

    fn fraction(a: i64, b: i64) -> BigRational {
        BigRational::new(a.into(), b.into())
    }

    #[test]
    fn by_hand() {
        // With mean 1/4 and γ = 1, the objective is 4b + 1/(4a). Above b ≥ 1/4 and a ≤ 1/4, both are 1/4: 1 + 1.
        let mean = [line(0, 4, -1), line(4, 0, 1)];
        let found = |lines: &[Line]| {
            let best = best(lines, 1.0, 0.25)?;
            Some((best.low, best.high, (best.proven * 1e9).round()))
        };
        assert_eq!(found(&mean), Some((fraction(1, 4), fraction(1, 4), 2e9)));
        // Above b ≥ 4a as well: 16a + 1/(4a) is least at a = 1/8, b = 1/2, where it is 4.
        let steep = [line(0, 4, -1), line(4, 0, 1), line(4, 1, 0)];
        assert_eq!(found(&steep), Some((fraction(1, 8), fraction(1, 2), 4e9)));
        // Above b ≥ 16a − 3/4 instead, the corner with b ≥ 1/4 is at a = 1/16: 1 + 4.
        let corner = [line(0, 4, -1), line(4, 0, 1), line(64, 4, 3)];
        assert_eq!(found(&corner), Some((fraction(1, 16), fraction(1, 4), 5e9)));
        // Lines that contradict each other.
        assert!(best(&[line(4, 0, -1)], 1.0, 0.25).is_none());
    }
}
