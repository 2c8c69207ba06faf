//! Times in UTC as records write them, without a clock.

/// Seconds of a day.
const DAY: i64 = 86_400;

/// The second of Unix time that `YYYY-MM-DDThh:mm:ssZ` names; `None` where it is written otherwise or is not in the calendar.
pub(super) fn read(text: &str) -> Option<i64> {
    let bytes = text.as_bytes();
    let fits = |(&byte, &like): (&u8, &u8)| if like == b'0' { byte.is_ascii_digit() } else { byte == like };
    let form = b"0000-00-00T00:00:00Z";
    if bytes.len() != form.len() || !bytes.iter().zip(form).all(fits) {
        return None;
    }
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<i64>().ok();
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    let exists = year >= 1 && (1..=days_of(year, month)?).contains(&day) && hour < 24 && minute < 60 && second < 60;
    exists.then(|| days_before(year, month, day) * DAY + hour * 3600 + minute * 60 + second)
}

/// A second of Unix time in words of UTC, such as `2025-03-12 19:00:00 UTC`.
pub(super) fn show(second: i64) -> String {
    let (days, rest) = (second.div_euclid(DAY), second.rem_euclid(DAY));
    // H. Hinnant, "chrono-compatible low-level date algorithms", civil_from_days: eras of 400 years that begin in March.
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let moon = (5 * of_year + 2) / 153;
    let day = of_year - (153 * moon + 2) / 5 + 1;
    let month = if moon < 10 { moon + 3 } else { moon - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02} UTC")
}

/// How many days a month has; `None` where there is no such month.
fn days_of(year: i64, month: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    Some(match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => return None,
    })
}

/// The days from the first of January 1970 to this one, by the same eras.
fn days_before(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counted by hand or by `date -u -d … +%s`.
    #[test]
    fn known_times() {
        let cases = [
            ("1970-01-01T00:00:00Z", 0),
            ("2000-03-01T00:00:00Z", 951_868_800),
            ("2023-08-23T15:42:47Z", 1_692_805_367),
            ("2024-02-29T23:59:59Z", 1_709_251_199),
            ("1969-12-31T23:59:59Z", -1),
            ("9999-12-31T23:59:59Z", 253_402_300_799),
        ];
        for (text, second) in cases {
            assert_eq!(read(text), Some(second), "{text}");
            assert_eq!(show(second), text.replace('T', " ").replace('Z', " UTC"));
        }
    }

    #[test]
    fn every_day_of_four_centuries_follows_the_one_before() {
        for days in -141_000..141_000 {
            let shown = show(days * DAY);
            assert_eq!(read(&format!("{}T00:00:00Z", &shown[..10])), Some(days * DAY), "{shown}");
        }
    }

    #[test]
    fn times_that_do_not_exist() {
        for text in [
            "2023-02-29T00:00:00Z",
            "2100-02-29T00:00:00Z",
            "2023-04-31T00:00:00Z",
            "2023-13-01T00:00:00Z",
            "2023-00-01T00:00:00Z",
            "2023-01-00T00:00:00Z",
            "2023-01-01T24:00:00Z",
            "2023-01-01T00:60:00Z",
            "2023-01-01T00:00:60Z",
            "0000-01-01T00:00:00Z",
            "2023-01-01T00:00:00",
            "2023-01-01 00:00:00Z",
            "2023-01-01T00:00:00z",
            "2023-1-01T00:00:00Z",
            "+023-01-01T00:00:00Z",
            "2023-01-01T00:00:0éZ",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
