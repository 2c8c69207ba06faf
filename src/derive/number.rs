//! Decimal numbers, exactly.

use num_bigint::BigInt;
use num_rational::BigRational;

/// Longest number, in characters: longer ones are no amounts.
const LONGEST: usize = 40;

/// Reads digits, after a point more of them, before them a minus sign perhaps; the number, and how many digits stand after the point.
pub(super) fn number(text: &str) -> Option<(BigRational, u32)> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let unsigned = text.strip_prefix(['-', '\u{2212}']).unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !fraction.is_none_or(digits) {
        return None;
    }
    let fraction = fraction.unwrap_or_default();
    let size: BigInt = format!("{whole}{fraction}").parse().ok()?;
    let decimals = fraction.len() as u32;
    let number = BigRational::from_integer(size) * unit(decimals);
    Some((if unsigned.len() < text.len() { -number } else { number }, decimals))
}

/// One in the last of so many places after the point.
pub(super) fn unit(decimals: u32) -> BigRational {
    BigRational::new(BigInt::from(1), BigInt::from(10).pow(decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let exactly = |top: i64, bottom: i64| Some(BigRational::new(top.into(), bottom.into()));
        for (text, value) in [
            ("0", exactly(0, 1)),
            ("-0", exactly(0, 1)),
            ("007", exactly(7, 1)),
            ("1500.10", exactly(15_001, 10)),
            ("0.1", exactly(1, 10)),
            ("-2.5", exactly(-5, 2)),
            ("\u{2212}3", exactly(-3, 1)),
            ("", None),
            ("-", None),
            ("1.", None),
            (".5", None),
            ("1.2.3", None),
            ("1.-2", None),
            ("--1", None),
            ("+1", None),
            ("1,500", None),
            ("1 500", None),
            ("1e3", None),
            ("٤", None),
            ("inf", None),
        ] {
            assert_eq!(number(text).map(|(number, _)| number), value, "{text}");
        }
        assert_eq!(number("1.250").map(|(_, decimals)| decimals), Some(3));
        assert!(number(&"9".repeat(40)).is_some());
        assert!(number(&"9".repeat(41)).is_none());
    }
}
