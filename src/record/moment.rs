//! Moments in UTC, to the second, as commitments write them.

use std::fmt;

/// A second of Unix time, in the years 1970 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(u64);

/// Why a text is no moment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MomentProblem {
    /// It is not written as a date and a time with an offset.
    #[error("\"{0}\" is no date and time")]
    Form(String),
    /// It has no offset from UTC.
    #[error("\"{0}\" does not say which time zone is meant")]
    Offset(String),
    /// There is no such day or time of day.
    #[error("\"{0}\" is not in the calendar")]
    Calendar(String),
}

impl MomentProblem {
    /// What to do next.
    pub fn help(&self) -> String {
        match self {
            Self::Form(_) => "Write it as 2026-11-03T18:00:00Z (UTC) or 2026-11-03T19:00:00+01:00.",
            Self::Offset(_) => "Put Z at the end for UTC, or the offset of your time zone, such as +01:00.",
            Self::Calendar(_) => "Check the day of the month and the time of day; years go from 1970 to 9999.",
        }
        .to_owned()
    }
}

/// The first second that has five digits of year.
const END: i64 = 253_402_300_800;
const DAY: i64 = 86_400;

impl Moment {
    /// A second of Unix time; `None` after the year 9999.
    pub fn from_unix(seconds: u64) -> Option<Self> {
        (seconds < END as u64).then_some(Self(seconds))
    }

    /// Seconds of Unix time.
    pub fn unix(self) -> u64 {
        self.0
    }

    /// Reads a time as RFC 3339 has it, to the second; the seconds may be left out.
    ///
    /// # Errors
    /// When the text says something else, or a time that does not exist.
    pub fn parse(text: &str) -> Result<Self, MomentProblem> {
        let text = text.trim();
        let form = || MomentProblem::Form(text.to_owned());
        let calendar = || MomentProblem::Calendar(text.to_owned());
        let (date, rest) = text.split_once(['T', 't', ' ']).ok_or_else(form)?;
        let numbers = |text: &str, widths: &[usize], mark: char| -> Option<Vec<i64>> {
            let parts: Vec<&str> = text.split(mark).collect();
            let sound =
                |(part, width): (&&str, &usize)| part.len() == *width && part.bytes().all(|b| b.is_ascii_digit());
            let fits = parts.len() == widths.len() && parts.iter().zip(widths).all(sound);
            fits.then(|| parts.iter().filter_map(|part| part.parse().ok()).collect())
        };
        let (time, offset) = if let Some(time) = rest.strip_suffix(['Z', 'z']) {
            (time, 0)
        } else {
            let at = rest.rfind(['+', '-']).ok_or_else(|| {
                match numbers(rest, &[2, 2, 2], ':').or(numbers(rest, &[2, 2], ':')) {
                    Some(_) => MomentProblem::Offset(text.to_owned()),
                    None => form(),
                }
            })?;
            let (time, offset) = rest.split_at(at);
            let sign = if offset.starts_with('-') { -1 } else { 1 };
            let Some([hours, minutes]) = numbers(&offset[1..], &[2, 2], ':').and_then(|n| <[i64; 2]>::try_from(n).ok())
            else {
                return Err(form());
            };
            if hours > 23 || minutes > 59 {
                return Err(calendar());
            }
            (time, sign * (hours * 3600 + minutes * 60))
        };
        let Some([year, month, day]) = numbers(date, &[4, 2, 2], '-').and_then(|n| <[i64; 3]>::try_from(n).ok()) else {
            return Err(form());
        };
        let time = numbers(time, &[2, 2, 2], ':').or_else(|| {
            let mut time = numbers(time, &[2, 2], ':')?;
            time.push(0);
            Some(time)
        });
        let Some([hour, minute, second]) = time.and_then(|n| <[i64; 3]>::try_from(n).ok()) else {
            return Err(form());
        };
        if !(1..=12).contains(&month)
            || day < 1
            || day > days_in(year, month)
            || hour > 23
            || minute > 59
            || second > 59
        {
            return Err(calendar());
        }
        let seconds = days_before(year, month, day) * DAY + hour * 3600 + minute * 60 + second - offset;
        u64::try_from(seconds).ok().and_then(Self::from_unix).ok_or_else(calendar)
    }
}

fn leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + i64::from(leap(year)),
        _ => 31,
    }
}

/// Days from 1970-01-01 to a day of the calendar.
fn days_before(year: i64, month: i64, day: i64) -> i64 {
    let leaps = |year: i64| year / 4 - year / 100 + year / 400;
    let years = 365 * (year - 1970) + leaps(year - 1) - leaps(1969);
    years + (1..month).map(|month| days_in(year, month)).sum::<i64>() + day - 1
}

impl Moment {
    /// So many days of 24 hours later; `None` after the year 9999.
    pub fn days_later(self, days: u32) -> Option<Self> {
        Self::from_unix(self.0 + u64::from(days) * DAY as u64)
    }

    /// The same day of the month and time of day so many months later, or the last day of that month where it has no such day; `None` after
    /// the year 9999.
    pub fn months_later(self, months: u32) -> Option<Self> {
        let ([year, month, day], second) = self.civil();
        let months = 12 * year + month - 1 + i64::from(months);
        let (year, month) = (months / 12, months % 12 + 1);
        let seconds = days_before(year, month, day.min(days_in(year, month))) * DAY + second;
        u64::try_from(seconds).ok().and_then(Self::from_unix)
    }

    /// Year, month and day, and the second of the day.
    fn civil(self) -> ([i64; 3], i64) {
        let (days, second) = (self.0 as i64 / DAY, self.0 as i64 % DAY);
        // No year is longer than 366 days: the guess is never late, and never a whole century early.
        let mut year = 1970 + days / 366;
        while days_before(year + 1, 1, 1) <= days {
            year += 1;
        }
        let mut month = 1;
        while month < 12 && days_before(year, month + 1, 1) <= days {
            month += 1;
        }
        ([year, month, days - days_before(year, month, 1) + 1], second)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ([year, month, day], second) = self.civil();
        write!(out, "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::{END, Moment, MomentProblem};

    #[test]
    fn moments_by_date() -> Result<(), MomentProblem> {
        // date -u -d TEXT +%s
        for (text, seconds) in [
            ("1970-01-01T00:00:00Z", 0),
            ("2000-02-29T23:59:59Z", 951_868_799),
            ("2000-03-01T00:00:00Z", 951_868_800),
            ("2023-08-23T15:09:27Z", 1_692_803_367),
            ("2100-02-28T12:00:00Z", 4_107_499_200),
            ("2100-03-01T00:00:00Z", 4_107_542_400),
            ("9999-12-31T23:59:59Z", 253_402_300_799),
        ] {
            assert_eq!(Moment::parse(text)?.unix(), seconds, "{text}");
            assert_eq!(Moment::from_unix(seconds).map(|moment| moment.to_string()).as_deref(), Some(text));
        }
        let same =
            ["2026-11-03T18:00:00Z", "2026-11-03T19:00+01:00", "2026-11-03 12:30:00-05:30", " 2026-11-03t18:00z "];
        for text in same {
            assert_eq!(Moment::parse(text)?.to_string(), "2026-11-03T18:00:00Z", "{text}");
        }
        assert_eq!(Moment::from_unix(END as u64), None);
        Ok(())
    }

    #[test]
    fn every_day_comes_back() -> Result<(), MomentProblem> {
        for day in 0..120_000_u64 {
            let moment = Moment(day * 86_400 + day % 86_400);
            assert_eq!(Moment::parse(&moment.to_string())?, moment);
        }
        Ok(())
    }

    #[test]
    fn what_is_no_moment() {
        let form = |text: &str| Moment::parse(text) == Err(MomentProblem::Form(text.to_owned()));
        for text in [
            "",
            "tomorrow",
            "2026-11-03",
            "3.11.2026T10:00Z",
            "2026-11-03T18Z",
            "2026-11-03T18:00:00.5Z",
            "2026-11-03T18:00+1",
        ] {
            assert!(form(text), "{text}");
        }
        assert!(!form("2026-11-03T18:00Z"));
        assert_eq!(Moment::parse("2026-11-03T18:00"), Err(MomentProblem::Offset("2026-11-03T18:00".to_owned())));
        for text in [
            "2026-02-29T00:00Z",
            "2026-13-01T00:00Z",
            "2026-00-01T00:00Z",
            "2026-01-01T24:00Z",
            "2026-01-01T00:00:60Z",
            "1969-12-31T23:59:59Z",
            "2026-01-01T00:00+24:00",
        ] {
            assert_eq!(Moment::parse(text), Err(MomentProblem::Calendar(text.to_owned())), "{text}");
        }
    }
}
