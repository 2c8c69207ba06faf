//! For how long former members rest.

use std::fmt;

use crate::record::Moment;

/// A time after a draw in which those who sat then are not drawn again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rest {
    number: u32,
    unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Years,
    Months,
    Days,
}

/// Why a text is no such time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is no time that former members could rest for")]
pub struct RestProblem(String);

impl RestProblem {
    /// What to do next.
    pub fn help(&self) -> String {
        "Write a whole number of years, months or days, such as \"4 years\" or \"18 months\".".to_owned()
    }
}

/// The longest such time, in its own unit.
const MOST: u32 = 10_000;

impl Rest {
    /// Reads a number and a unit.
    ///
    /// # Errors
    /// When it is something else.
    pub fn parse(text: &str) -> Result<Self, RestProblem> {
        let parts: Vec<&str> = text.split_whitespace().collect();
        let read = || {
            let [number, unit] = parts.as_slice() else { return None };
            let number = number.parse().ok().filter(|number| (1..=MOST).contains(number))?;
            let unit = match unit.to_lowercase().trim_end_matches('s') {
                "year" => Unit::Years,
                "month" => Unit::Months,
                "day" => Unit::Days,
                _ => return None,
            };
            Some(Self { number, unit })
        };
        read().ok_or_else(|| RestProblem(text.to_owned()))
    }

    /// Whether who was drawn at one moment still rests at another: before the same time of day so many years, months or days later. Where a month
    /// has no such day, its last day counts.
    pub fn lasts(self, drawn: Moment, at: Moment) -> bool {
        let until = match self.unit {
            Unit::Days => drawn.days_later(self.number),
            Unit::Months => drawn.months_later(self.number),
            Unit::Years => drawn.months_later(self.number.saturating_mul(12)),
        };
        // After the year 9999, nothing is over.
        until.is_none_or(|until| at < until)
    }
}

impl fmt::Display for Rest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Years => "year",
            Unit::Months => "month",
            Unit::Days => "day",
        };
        write!(out, "{} {unit}{}", self.number, if self.number == 1 { "" } else { "s" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rests_end_by_the_calendar() -> Result<(), Box<dyn std::error::Error>> {
        for (rest, drawn, last, first) in [
            ("4 years", "2024-02-29T12:00:00Z", "2028-02-29T11:59:59Z", "2028-02-29T12:00:00Z"),
            ("1 year", "2024-02-29T12:00:00Z", "2025-02-28T11:59:59Z", "2025-02-28T12:00:00Z"),
            ("18 Months", "2026-08-31T00:00:00Z", "2028-02-28T23:59:59Z", "2028-02-29T00:00:00Z"),
            ("1 day", "2026-12-31T06:00:00Z", "2027-01-01T05:59:59Z", "2027-01-01T06:00:00Z"),
        ] {
            let (rest, drawn) = (Rest::parse(rest)?, Moment::parse(drawn)?);
            assert!(rest.lasts(drawn, Moment::parse(last)?), "{rest} before");
            assert!(!rest.lasts(drawn, Moment::parse(first)?), "{rest} after");
        }
        assert!(
            Rest::parse("10000 years")?
                .lasts(Moment::parse("2026-01-01T00:00:00Z")?, Moment::parse("9999-12-31T00:00:00Z")?)
        );
        for text in ["", "4", "years", "0 years", "-1 years", "4 terms", "4 years 2 months", "4.5 years"] {
            assert!(Rest::parse(text).is_err(), "{text}");
        }
        Ok(())
    }
}
