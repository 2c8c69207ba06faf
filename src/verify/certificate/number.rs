//! Whole numbers and fractions of any size, as `certificate.json` writes them.

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use crate::verify::say::quote;

/// The most digits that a number may have. A chain of a thousand stages stays far below, and arithmetic with such numbers is quick.
pub(super) const DIGIT_LIMIT: usize = 20_000;

/// A fraction in lowest terms; its denominator is above 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fraction {
    pub(super) over: BigInt,
    pub(super) under: BigInt,
}

impl Fraction {
    /// Whether this is at most another.
    pub(super) fn at_most(&self, other: &Fraction) -> bool {
        &self.over * &other.under <= &other.over * &self.under
    }

    pub(super) fn within_0_and_1(&self) -> bool {
        !self.over.is_negative() && self.over <= self.under
    }

    pub(super) fn is_one(&self) -> bool {
        self.over == self.under
    }
}

/// A whole number: decimal digits without leading zeros, `-` before them where it is negative, and no other sign.
pub(super) fn whole(text: &str) -> Result<BigInt, String> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.len() > DIGIT_LIMIT {
        return Err(format!("a number has more than {DIGIT_LIMIT} digits"));
    }
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let shortest = !digits.starts_with('0') || text == "0";
    if plain && shortest {
        text.parse().map_err(|_| format!("{} is not a whole number", quote(text)))
    } else {
        Err(format!("{} is not a whole number in its one form", quote(text)))
    }
}

/// A fraction `p/q` in lowest terms with q at least 2, or a whole number.
pub(super) fn fraction(text: &str) -> Result<Fraction, String> {
    let Some((over, under)) = text.split_once('/') else {
        return Ok(Fraction { over: whole(text)?, under: BigInt::one() });
    };
    let (over, under) = (whole(over)?, whole(under)?);
    if under <= BigInt::one() || over.is_zero() || !common(&over, &under).is_one() {
        return Err(format!("{} is not a fraction in lowest terms", quote(text)));
    }
    Ok(Fraction { over, under })
}

/// The greatest common divisor, by Euclid.
fn common(a: &BigInt, b: &BigInt) -> BigInt {
    let (mut a, mut b) = (a.abs(), b.abs());
    while !b.is_zero() {
        (a, b) = (b.clone(), a % &b);
    }
    a
}

/// The least common multiple of two numbers above 0.
pub(super) fn common_multiple(a: &BigInt, b: &BigInt) -> BigInt {
    let common = common(a, b);
    if common.is_zero() { BigInt::zero() } else { a / common * b }
}
