//! How far a quota may be from its seats.

use std::fmt;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::number::{Number, NumberFault, short_decimal};
use crate::instance::MAX_COUNT;

/// How far a quota may be from its seats, downwards or upwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slack {
    /// So many seats.
    Seats(usize),
    /// So many percent of a value's exact seats, rounded down to whole seats.
    Percent(BigRational),
}

impl Slack {
    /// Reads `1` or `5%`.
    ///
    /// # Errors
    /// When it is neither.
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        let number = Number::parse(text)?;
        if number.percent {
            return Ok(Self::Percent(number.value));
        }
        if number.may_be_thousands() {
            return Err(NumberFault::Unclear);
        }
        if !number.value.is_integer() {
            return Err(NumberFault::NotWhole);
        }
        let seats = number.value.to_integer().to_usize().filter(|seats| *seats <= MAX_COUNT);
        seats.map(Self::Seats).ok_or(NumberFault::TooLong)
    }

    /// Whole seats, for a value with these exact seats.
    pub fn seats(&self, exact: &BigRational) -> usize {
        match self {
            Self::Seats(seats) => *seats,
            Self::Percent(percent) => {
                let seats = exact * percent / BigRational::from_integer(BigInt::from(100));
                seats.floor().to_integer().to_usize().unwrap_or(usize::MAX)
            }
        }
    }
}

impl fmt::Display for Slack {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Seats(1) => write!(out, "1 seat"),
            Self::Seats(seats) => write!(out, "{seats} seats"),
            Self::Percent(percent) => write!(out, "{} %", short_decimal(percent, 9)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_and_percentages() {
        let exact = |numerator: i64| BigRational::new(numerator.into(), 100.into());
        for (text, of_20_48, of_19_99, shown) in [
            ("0", 0, 0, "0 seats"),
            ("1", 1, 1, "1 seat"),
            ("2,0", 2, 2, "2 seats"),
            ("5%", 1, 0, "5 %"),
            ("10 %", 2, 1, "10 %"),
            ("12,5\u{a0}%", 2, 2, "12.5 %"),
            ("100%", 20, 19, "100 %"),
        ] {
            let slack = Slack::parse(text).unwrap_or(Slack::Seats(99));
            assert_eq!((slack.seats(&exact(2048)), slack.seats(&exact(1999))), (of_20_48, of_19_99), "{text}");
            assert_eq!(slack.to_string(), shown);
        }
        // 5 % of exactly 20 is one seat.
        assert_eq!(Slack::parse("5%").map(|slack| slack.seats(&exact(2000))), Ok(1));
        for (text, fault) in [
            ("0.5", NumberFault::NotWhole),
            ("-1", NumberFault::Negative),
            ("-1 %", NumberFault::Negative),
            ("one", NumberFault::NotANumber),
            ("1,000", NumberFault::Unclear),
            ("1 000", NumberFault::Thousands),
            ("1000000001", NumberFault::TooLong),
        ] {
            assert_eq!(Slack::parse(text).err(), Some(fault), "{text}");
        }
    }
}
