//! Exact numbers: how they are read from cells and how they are written.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::Signed;

/// Digits after the point of a chance written as a decimal.
const DIGITS: u32 = 12;
/// A number with more characters than this is a mistake, and would only cost time.
const LONGEST: usize = 40;

/// The exact number that a text is: `3`, `0.04`, `4%`, `4 %` or `1/25`. Nothing is rounded.
pub fn exact(text: &str) -> Option<BigRational> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    if let Some(percent) = text.strip_suffix('%') {
        return Some(decimal_number(percent.trim_end())? / BigInt::from(100));
    }
    match text.split_once('/') {
        Some((above, below)) => {
            let (above, below) = (whole(above.trim())?, whole(below.trim())?);
            (below.is_positive()).then(|| BigRational::new(above, below))
        }
        None => decimal_number(text),
    }
}

fn whole(digits: &str) -> Option<BigInt> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

fn decimal_number(text: &str) -> Option<BigRational> {
    let Some((before, after)) = text.split_once('.') else { return whole(text).map(BigRational::from) };
    let scale = BigInt::from(10).pow(u32::try_from(after.len()).ok()?);
    whole(before)?;
    whole(after)?;
    Some(BigRational::new(whole(&format!("{before}{after}"))?, scale))
}

/// Whole numbers as an exact quotient; `below` must not be 0.
pub(super) fn quotient(above: u64, below: u64) -> BigRational {
    BigRational::new(above.into(), below.max(1).into())
}

/// A chance as a reduced fraction: `3/400`, or `1`.
pub fn fraction(chance: &BigRational) -> String {
    chance.to_string()
}

/// A chance as a decimal fraction with 12 digits after the point, rounded half up.
pub fn decimal(chance: &BigRational) -> String {
    let scale = BigInt::from(10).pow(DIGITS);
    let doubled = chance.numer() * &scale * BigInt::from(2) + chance.denom();
    let units = doubled.div_floor(&(chance.denom() * BigInt::from(2)));
    let (before, after) = units.div_mod_floor(&scale);
    format!("{before}.{:0>12}", after.to_string())
}

#[cfg(test)]
mod tests {
    use super::{decimal, exact, fraction, quotient};

    #[test]
    fn numbers_are_read_exactly() {
        for (text, expected) in [
            ("3", "3"),
            ("0.04", "1/25"),
            ("4%", "1/25"),
            (" 4.5 % ", "9/200"),
            ("1/25", "1/25"),
            ("2 / 50", "1/25"),
            ("0", "0"),
            ("007", "7"),
        ] {
            assert_eq!(exact(text).map(|number| fraction(&number)).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "-1", "1e3", ".5", "5.", "1/0", "1,5", "x", "1/2/3", "%", "½", "1.-5", "+1"] {
            assert_eq!(exact(text), None, "{text}");
        }
        assert_eq!(exact(&"1".repeat(41)), None);
    }

    #[test]
    fn decimals_are_rounded_half_up() {
        for (above, below, expected) in [
            (1, 3, "0.333333333333"),
            (2, 3, "0.666666666667"),
            (7, 7, "1.000000000000"),
            (1, 2_000_000_000_000, "0.000000000001"),
            (0, 5, "0.000000000000"),
        ] {
            assert_eq!(decimal(&quotient(above, below)), expected);
        }
    }
}
