//! Stored values to the text that they are taken for.

use std::borrow::Cow;

use super::format::Format;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// The first number that is no date any more: 10000-01-01, counted from 1900 on.
const END_OF_DATES: f64 = 2_958_466.0;

/// The text of a number: whole numbers without a decimal point, dates as ISO 8601 has them, and all else with the fewest digits that stand
/// for the same number. What is no number is taken as it is.
pub(super) fn number(stored: &str, format: Format, from_1904: bool) -> String {
    let stored = stored.trim();
    let digits = |c: char| c.is_ascii_digit() || "+-.eE".contains(c);
    let value = Some(stored).filter(|text| text.chars().all(digits)).and_then(|text| text.parse::<f64>().ok());
    let Some(value) = value.filter(|value| value.is_finite()) else {
        return stored.to_owned();
    };
    let special = match format {
        Format::Date => date(value, from_1904),
        Format::Duration => duration(value),
        Format::Number | Format::Digits(_) => None,
    };
    special.unwrap_or_else(|| {
        let text = plain(stored, value);
        match format {
            Format::Digits(width) if text.bytes().all(|byte| byte.is_ascii_digit()) => format!("{text:0>width$}"),
            _ => text,
        }
    })
}

/// A number as it is.
fn plain(stored: &str, value: f64) -> String {
    let unsigned = stored.strip_prefix('-').unwrap_or(stored);
    if unsigned.bytes().all(|byte| byte.is_ascii_digit()) && !unsigned.is_empty() {
        // A whole number of any length needs no rounding.
        let digits = unsigned.trim_start_matches('0');
        let sign = if unsigned.len() < stored.len() && !digits.is_empty() { "-" } else { "" };
        return format!("{sign}{}", if digits.is_empty() { "0" } else { digits });
    }
    if value == 0.0 {
        "0".to_owned()
    } else if (1e-7..1e21).contains(&value.abs()) {
        format!("{value}")
    } else {
        format!("{value:e}")
    }
}

/// A number of days as a date, a time of day, or both.
fn date(value: f64, from_1904: bool) -> Option<String> {
    if !(0.0..END_OF_DATES).contains(&value) {
        return None;
    }
    let milliseconds = (value * 86_400_000.0).round() as i64;
    let (day, rest) = (milliseconds / (DAY * 1000), milliseconds % (DAY * 1000));
    let (seconds, fraction) = (rest / 1000, rest % 1000);
    let mut time = clock(seconds / 3600, seconds);
    if fraction > 0 {
        time += &format!(".{fraction:03}");
    }
    let date = match (day, from_1904) {
        (0, false) => return Some(time),
        // Excel has a day that never was.
        (60, false) => "1900-02-29".to_owned(),
        // Days from 1970-01-01 on.
        (day, false) => calendar(day - if day < 60 { 25_568 } else { 25_569 }),
        (day, true) => calendar(day - 24_107),
    };
    Some(if rest == 0 { date } else { format!("{date}T{time}") })
}

/// A number of days as hours, minutes and seconds.
fn duration(value: f64) -> Option<String> {
    if !(0.0..END_OF_DATES).contains(&value) {
        return None;
    }
    let seconds = (value * 86_400.0).round() as i64;
    Some(clock(seconds / 3600, seconds))
}

fn clock(hours: i64, seconds: i64) -> String {
    format!("{hours:02}:{:02}:{:02}", seconds / 60 % 60, seconds % 60)
}

/// The Gregorian date of a day counted from 1970-01-01, for days that Excel has.
fn calendar(days: i64) -> String {
    let leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let before = |year: i64| (year - 1) * 365 + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400;
    // Days from 0001-01-01 on.
    let days = days + before(1970);
    let mut year = days / 366 + 1;
    while before(year + 1) <= days {
        year += 1;
    }
    let mut day = days - before(year);
    let february = if leap(year) { 29 } else { 28 };
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if day < length {
            break;
        }
        day -= length;
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", day + 1)
}

/// A string as Excel stores it: `_x000D_` stands for the character with that number.
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let code =
            after.get(..4).filter(|code| after.get(4..5) == Some("_") && code.bytes().all(|b| b.is_ascii_hexdigit()));
        match code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?)) {
            Some(c) => {
                out.push(c);
                rest = after.get(5..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_fewest_digits() {
        for (stored, text) in [
            ("4", "4"),
            ("4.0", "4"),
            ("-0", "0"),
            ("-12", "-12"),
            ("007", "7"),
            ("441234567890", "441234567890"),
            ("12345678901234567890", "12345678901234567890"),
            ("4.4123456789E+11", "441234567890"),
            ("0.10000000000000001", "0.1"),
            ("1E-3", "0.001"),
            ("1e300", "1e300"),
            ("-1.5", "-1.5"),
            ("1e999", "1e999"),
            ("inf", "inf"),
            ("NaN", "NaN"),
            ("", ""),
            ("-", "-"),
            ("abc", "abc"),
        ] {
            assert_eq!(number(stored, Format::Number, false), text, "{stored}");
        }
        assert_eq!(number("1067", Format::Digits(5), false), "01067");
        assert_eq!(number("123456", Format::Digits(5), false), "123456");
        assert_eq!(number("-1", Format::Digits(5), false), "-1");
    }

    #[test]
    fn days_are_dates() {
        for (stored, text) in [
            ("1", "1900-01-01"),
            ("59", "1900-02-28"),
            ("60", "1900-02-29"),
            ("61", "1900-03-01"),
            ("25569", "1970-01-01"),
            ("36526", "2000-01-01"),
            ("36585", "2000-02-29"),
            ("45292", "2024-01-01"),
            ("45657", "2024-12-31"),
            ("2958465", "9999-12-31"),
            ("45943.541", "2025-10-13T12:59:02.400"),
            ("45943.5", "2025-10-13T12:00:00"),
            ("0.75", "18:00:00"),
            ("0", "00:00:00"),
            ("2958466", "2958466"),
            ("-1", "-1"),
        ] {
            assert_eq!(number(stored, Format::Date, false), text, "{stored}");
        }
        assert_eq!(number("0", Format::Date, true), "1904-01-01");
        assert_eq!(number("43830", Format::Date, true), "2024-01-01");
        assert_eq!(number("1.5", Format::Duration, false), "36:00:00");
    }

    #[test]
    fn every_day_follows_the_one_before() {
        let mut expected = (1900, 3, 1);
        for day in 61..109_575 {
            let (year, month, date) = expected;
            assert_eq!(calendar(day - 25_569), format!("{year:04}-{month:02}-{date:02}"));
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let length = match month {
                2 if leap => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            expected = match (month, date) {
                (12, 31) => (year + 1, 1, 1),
                (_, date) if date == length => (year, month + 1, 1),
                _ => (year, month, date + 1),
            };
        }
        assert_eq!(expected, (2200, 1, 1));
    }

    #[test]
    fn excel_hides_characters_in_underscores() {
        for (stored, text) in [
            ("a_x000D_\nb", "a\r\nb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x00e9_", "é"),
            ("_xD800_", "_xD800_"),
            ("_x12_", "_x12_"),
            ("snake_xray", "snake_xray"),
            ("_x", "_x"),
            ("_x00é", "_x00é"),
        ] {
            assert_eq!(unescape(stored), text, "{stored}");
        }
    }
}
