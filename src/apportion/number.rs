//! Numbers as spreadsheets write them, read exactly: `51.2`, `12,5`, `48 %`.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

/// Longest number that is read, in characters.
const MOST_CHARS: usize = 40;

/// Why a cell is not a number that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    /// It is not a number.
    NotANumber,
    /// It is below zero.
    Negative,
    /// Its digits are in groups of three.
    Thousands,
    /// Its digits may be in groups of three, or it may have three decimals.
    Unclear,
    /// It has a fractional part where only whole numbers make sense.
    NotWhole,
    /// It has more than 40 characters, or is above a billion where seats are counted.
    TooLong,
}

/// A number, and how it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// The number as written; a percent sign does not change it.
    pub value: BigRational,
    /// Digits after the decimal point or comma.
    pub decimals: usize,
    /// The decimal point or comma.
    pub separator: Option<char>,
    /// Whether a percent sign follows.
    pub percent: bool,
}

impl Number {
    /// Reads a cell. A single point or comma is the decimal one.
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        let text: String = text.chars().map(|c| if is_space(c) { ' ' } else { c }).collect();
        let text = text.trim();
        if text.chars().count() > MOST_CHARS {
            return Err(NumberFault::TooLong);
        }
        let (text, percent) = match text.strip_suffix('%') {
            Some(number) => (number.trim_end(), true),
            None => (text, false),
        };
        let (text, negative) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(number) => (number.trim_start(), true),
            None => (text, false),
        };
        if in_groups(text) {
            return Err(NumberFault::Thousands);
        }
        let separator = text.chars().find(|c| matches!(c, '.' | ','));
        let (whole, fraction) = separator.and_then(|c| text.split_once(c)).unwrap_or((text, ""));
        let complete = if separator.is_some() { !fraction.is_empty() } else { !whole.is_empty() };
        let digits = format!("{whole}{fraction}");
        if !complete || !all_digits(&digits) {
            return Err(NumberFault::NotANumber);
        }
        let number: BigInt = digits.parse().map_err(|_| NumberFault::NotANumber)?;
        if negative && !number.is_zero() {
            return Err(NumberFault::Negative);
        }
        let value = BigRational::new(number, power_of_ten(fraction.len()));
        Ok(Self { value, decimals: fraction.len(), separator, percent })
    }

    /// Whether somebody may have meant the separator to part thousands: `1,234`, but not `0,234` or `1,2345` or `12.345 %`.
    pub fn may_be_thousands(&self) -> bool {
        let leading = self.value.to_integer();
        self.decimals == 3 && !self.percent && !leading.is_zero() && leading < BigInt::from(1000)
    }
}

/// The number in a cell, a percentage as the part of 1 that it is; `None` where the cell is no number from 0, or not one beyond doubt.
pub(crate) fn exact_number(text: &str) -> Option<BigRational> {
    let number = Number::parse(text).ok().filter(|number| !number.may_be_thousands())?;
    Some(if number.percent { number.value / power_of_ten(2) } else { number.value })
}

/// Ten to a power.
pub(super) fn power_of_ten(power: usize) -> BigInt {
    (0..power).fold(BigInt::from(1), |product, _| product * 10)
}

fn is_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}')
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether digits stand in groups of three beyond doubt: `1 234`, `1'234`, `1,234,567` or `1,234.5`.
fn in_groups(text: &str) -> bool {
    let is_separator = |c: char| matches!(c, '.' | ',' | ' ' | '\'' | '\u{2019}');
    let separators: Vec<char> = text.chars().filter(|c| is_separator(*c)).collect();
    let groups: Vec<&str> = text.split(is_separator).collect();
    let ([first, middle @ .., last], Some(end)) = (groups.as_slice(), separators.last()) else {
        return false;
    };
    let three = |group: &str| group.len() == 3 && all_digits(group);
    let single = middle.is_empty();
    let begins = (1..=3).contains(&first.len()) && all_digits(first);
    let decimal = matches!(end, '.' | ',') && (single || !separators.iter().rev().skip(1).any(|c| c == end));
    let ends = if decimal { !single && !last.is_empty() && all_digits(last) } else { three(last) };
    begins && middle.iter().all(|group| three(group)) && ends
}

/// A number in decimals, rounded half up to so many digits.
pub fn decimal(number: &BigRational, digits: usize) -> String {
    let scale = power_of_ten(digits);
    let half = BigRational::new(BigInt::from(1), BigInt::from(2));
    let scaled = (number * BigRational::from_integer(scale.clone()) + half).floor().to_integer();
    let (whole, rest) = (&scaled / &scale, &scaled % &scale);
    if digits == 0 { whole.to_string() } else { format!("{whole}.{:0>digits$}", rest.to_string()) }
}

/// A number in decimals, at most so many digits, without zeros at the end.
pub fn short_decimal(number: &BigRational, digits: usize) -> String {
    let text = decimal(number, digits);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test stops where it stands

    use super::*;

    fn ratio(numerator: i64, denominator: i64) -> BigRational {
        BigRational::new(numerator.into(), denominator.into())
    }

    #[test]
    fn numbers_as_spreadsheets_write_them() {
        for (text, value, decimals, percent) in [
            ("51.2", ratio(512, 10), 1, false),
            ("12,5", ratio(125, 10), 1, false),
            ("51,20 %", ratio(512, 10), 2, true),
            ("48%", ratio(48, 1), 0, true),
            ("48\u{a0}%", ratio(48, 1), 0, true),
            ("\u{202f}48\u{202f}%\u{a0}", ratio(48, 1), 0, true),
            (".5", ratio(1, 2), 1, false),
            ("0.333333333333333333", ratio(333_333_333_333_333_333, 1_000_000_000_000_000_000), 18, false),
            ("120345", ratio(120_345, 1), 0, false),
            ("007", ratio(7, 1), 0, false),
            ("12.0", ratio(12, 1), 1, false),
            ("-0,0", ratio(0, 1), 1, false),
            ("1,234", ratio(1234, 1000), 3, false),
            ("1234,567", ratio(1_234_567, 1000), 3, false),
        ] {
            let number = Number::parse(text).unwrap();
            assert_eq!((number.value, number.decimals, number.percent), (value, decimals, percent), "{text}");
        }
    }

    #[test]
    fn what_is_no_number() {
        use NumberFault::*;
        for (text, fault) in [
            ("", NotANumber),
            ("%", NotANumber),
            ("half", NotANumber),
            ("5.", NotANumber),
            (".", NotANumber),
            ("1e3", NotANumber),
            ("5.1E-01", NotANumber),
            ("1/3", NotANumber),
            ("12.05.2024", NotANumber),
            ("1 2", NotANumber),
            ("+4", NotANumber),
            ("٤", NotANumber),
            ("5%%", NotANumber),
            ("-3", Negative),
            ("\u{2212}3,5 %", Negative),
            ("1 234", Thousands),
            ("12\u{a0}345", Thousands),
            ("12\u{202f}345\u{202f}678", Thousands),
            ("1'234", Thousands),
            ("1,234,567", Thousands),
            ("1.234.567", Thousands),
            ("1,234.5", Thousands),
            ("1.234,56", Thousands),
            ("1,2345,678", NotANumber),
            ("11111111111111111111111111111111111111111", TooLong),
        ] {
            assert_eq!(Number::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn a_separator_before_three_digits_is_doubtful() {
        for (text, doubtful) in [
            ("1,234", true),
            ("999.000", true),
            ("0,234", false),
            ("1,2345", false),
            ("1,23", false),
            ("12.345 %", false),
            ("1234", false),
            ("1234.567", false),
        ] {
            assert_eq!(Number::parse(text).map(|number| number.may_be_thousands()), Ok(doubtful), "{text}");
        }
    }

    #[test]
    fn decimals_are_rounded_half_up() {
        assert_eq!(decimal(&ratio(1, 3), 3), "0.333");
        assert_eq!(decimal(&ratio(2, 3), 3), "0.667");
        assert_eq!(decimal(&ratio(5, 10_000), 3), "0.001");
        assert_eq!(decimal(&ratio(4, 10_000), 3), "0.000");
        assert_eq!(decimal(&ratio(19_9996, 10_000), 3), "20.000");
        assert_eq!(decimal(&ratio(7, 2), 0), "4");
        assert_eq!(short_decimal(&ratio(512, 25), 9), "20.48");
        assert_eq!(short_decimal(&ratio(1, 3), 9), "0.333333333");
        assert_eq!(short_decimal(&ratio(20, 1), 9), "20");
        assert_eq!(short_decimal(&ratio(20, 1), 0), "20");
    }
}
