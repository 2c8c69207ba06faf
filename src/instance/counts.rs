//! Numbers of seats, as spreadsheets write them.

/// Why a cell is not a number of seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountFault {
    /// It is not a number.
    NotANumber,
    /// It has a fractional part.
    NotWhole,
    /// It is below zero.
    Negative,
    /// It is above [`MAX_COUNT`].
    TooLarge,
}

/// The largest number of seats that is accepted: more people than any pool holds, and small enough that sums cannot overflow.
pub const MAX_COUNT: usize = 1_000_000_000;

/// Reads a number of seats: digits, and after a point nothing but zeros.
pub(crate) fn parse_count(text: &str) -> Result<usize, CountFault> {
    let (negative, number) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(number) => (true, number),
        None => (false, text),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        Err(CountFault::NotANumber)
    } else if negative && number.bytes().any(|b| matches!(b, b'1'..=b'9')) {
        Err(CountFault::Negative)
    } else if fraction.bytes().any(|b| b != b'0') {
        Err(CountFault::NotWhole)
    } else {
        whole.parse().ok().filter(|count| *count <= MAX_COUNT).ok_or(CountFault::TooLarge)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        use CountFault::*;
        for (text, count) in [
            ("0", Ok(0)),
            ("007", Ok(7)),
            ("4.0", Ok(4)),
            ("4.000", Ok(4)),
            ("1000000000", Ok(MAX_COUNT)),
            ("1000000001", Err(TooLarge)),
            ("99999999999999999999999", Err(TooLarge)),
            ("4.5", Err(NotWhole)),
            ("-0", Ok(0)),
            ("-3", Err(Negative)),
            ("\u{2212}3", Err(Negative)),
            ("-1.5", Err(Negative)),
            ("", Err(NotANumber)),
            ("4.", Err(NotANumber)),
            (".0", Err(NotANumber)),
            ("4,0", Err(NotANumber)),
            ("1e3", Err(NotANumber)),
            ("+4", Err(NotANumber)),
            ("-", Err(NotANumber)),
            ("four", Err(NotANumber)),
            ("٤", Err(NotANumber)),
        ] {
            assert_eq!(parse_count(text), count, "{text}");
        }
    }
}
