//! Days, and ages on them. Nothing here knows what day it is.

use std::fmt;

/// A day of the Gregorian calendar, in the years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: i64,
    month: i64,
    day: i64,
}

impl Date {
    /// The day with these numbers; `None` where there is no such day.
    pub fn new(year: i64, month: i64, day: i64) -> Option<Self> {
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// How many birthdays somebody born on this day has had by the end of another one; below zero before the birth.
    ///
    /// Who was born on 29 February has a birthday on 1 March in years without that day.
    pub fn age_on(self, day: Date) -> i64 {
        let not_yet = (day.month, day.day) < (self.month, self.day);
        day.year - self.year - i64::from(not_yet)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_in(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + i64::from(leap),
        _ => 31,
    }
}

/// Why a text is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// It is written otherwise.
    Form,
    /// It is written so, but there is no such day.
    Calendar,
}

/// How a column writes days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DateFormat {
    /// `1980-02-29`, with all the digits.
    #[default]
    Iso,
    /// `29.02.1980` or `29.2.1980`.
    Dots,
    /// `29/02/1980` or `29/2/1980`: the day first.
    DayFirst,
    /// `02/29/1980` or `2/29/1980`: the month first.
    MonthFirst,
}

impl DateFormat {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Iso, Self::Dots, Self::DayFirst, Self::MonthFirst];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Iso => "YYYY-MM-DD",
            Self::Dots => "DD.MM.YYYY",
            Self::DayFirst => "DD/MM/YYYY",
            Self::MonthFirst => "MM/DD/YYYY",
        }
    }

    /// Reads a day.
    ///
    /// # Errors
    /// When it is written otherwise, or is not in the calendar.
    pub fn read(self, text: &str) -> Result<Date, DateFault> {
        let mark = match self {
            Self::Iso => '-',
            Self::Dots => '.',
            Self::DayFirst | Self::MonthFirst => '/',
        };
        let parts: Vec<&str> = text.split(mark).collect();
        let &[first, second, third] = parts.as_slice() else { return Err(DateFault::Form) };
        let short = if self == Self::Iso { 2..=2 } else { 1..=2 };
        let (year, month, day) = match self {
            Self::Iso => (first, second, third),
            Self::Dots | Self::DayFirst => (third, second, first),
            Self::MonthFirst => (third, first, second),
        };
        let sound = year.len() == 4 && short.contains(&month.len()) && short.contains(&day.len());
        let number = |part: &str| part.parse().ok().filter(|_| part.bytes().all(|b| b.is_ascii_digit()));
        match (number(year), number(month), number(day)) {
            (Some(year), Some(month), Some(day)) if sound => Date::new(year, month, day).ok_or(DateFault::Calendar),
            _ => Err(DateFault::Form),
        }
    }
}

/// Reads a year: four digits, not all of them zero.
pub(super) fn year(text: &str) -> Option<i64> {
    let sound = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|&year| sound && year > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_they_are_written() {
        use DateFormat::*;
        let day = Date::new(1980, 2, 9);
        for (format, text) in [
            (Iso, "1980-02-09"),
            (Dots, "09.02.1980"),
            (Dots, "9.2.1980"),
            (DayFirst, "09/2/1980"),
            (MonthFirst, "02/09/1980"),
        ] {
            assert_eq!(format.read(text).ok(), day, "{text}");
        }
        for (format, text, fault) in [
            (Iso, "1980-2-9", DateFault::Form),
            (Iso, "09.02.1980", DateFault::Form),
            (Iso, "1980-02-09 ", DateFault::Form),
            (Iso, "1980-02-09-1", DateFault::Form),
            (Iso, "+980-02-09", DateFault::Form),
            (Iso, "1980-+2-09", DateFault::Form),
            (Iso, "0000-01-01", DateFault::Calendar),
            (Iso, "1900-02-29", DateFault::Calendar),
            (Dots, "31.04.1980", DateFault::Calendar),
            (Dots, "1.1.80", DateFault::Form),
            (Dots, "1..1980", DateFault::Form),
            (DayFirst, "02/13/1980", DateFault::Calendar),
            (MonthFirst, "13/02/1980", DateFault::Calendar),
            (MonthFirst, "١/٢/1980", DateFault::Form),
        ] {
            assert_eq!(format.read(text), Err(fault), "{text}");
        }
        for format in DateFormat::ALL {
            assert_eq!(format.name().len(), 10);
        }
    }

    #[test]
    fn years() {
        assert_eq!(year("1980"), Some(1980));
        for text in ["80", "01980", "0000", "+980", "198O", "1980.0", ""] {
            assert_eq!(year(text), None, "{text}");
        }
    }
}
