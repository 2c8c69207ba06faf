//! How a spreadsheet program shows a number: as a date, as a duration, with leading zeros, or as it is.

/// What the format of a cell makes of its number, as far as it changes the meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// A number.
    Number,
    /// A date, a time of day, or both.
    Date,
    /// Hours that may be more than 24.
    Duration,
    /// A whole number with so many digits at least, such as a postal code.
    Digits(usize),
}

impl Format {
    /// A format that every spreadsheet program knows by number (ECMA-376, part 1, 18.8.30).
    pub fn built_in(id: u32) -> Self {
        match id {
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => Format::Date,
            46 => Format::Duration,
            _ => Format::Number,
        }
    }

    /// A format written out, such as `yyyy-mm-dd`, `[h]:mm` or `00000`. Only what stands before the first semicolon counts: the rest is for
    /// other numbers than positive ones.
    pub fn of_code(code: &str) -> Self {
        let mut letters = String::new();
        let mut chars = code.chars();
        while let Some(c) = chars.next() {
            match c {
                // The next character is shown as it is, or stands for a width.
                '\\' | '_' | '*' => drop(chars.next()),
                '"' => drop(chars.by_ref().find(|c| *c == '"')),
                '[' => {
                    let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    let unit = inside.to_ascii_lowercase();
                    if !unit.is_empty()
                        && ["h", "m", "s"].iter().any(|u| unit.trim_matches(|c| u.contains(c)).is_empty())
                    {
                        return Format::Duration;
                    }
                }
                ';' => break,
                other => letters.push(other.to_ascii_lowercase()),
            }
        }
        let letters = letters.replace("general", "");
        if letters.contains(['y', 'd', 'm', 'h', 's']) {
            Format::Date
        } else if letters.len() > 1 && letters.bytes().all(|byte| byte == b'0') && letters.len() == code.len() {
            Format::Digits(letters.len())
        } else {
            Format::Number
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_their_letters() {
        for (code, format) in [
            ("yyyy-mm-dd", Format::Date),
            ("DD/MM/YY;@", Format::Date),
            ("[$-407]d. mmmm yyyy", Format::Date),
            ("h:mm AM/PM", Format::Date),
            ("[h]:mm:ss", Format::Duration),
            ("[mm]:ss", Format::Duration),
            ("00000", Format::Digits(5)),
            ("0", Format::Number),
            ("0.00", Format::Number),
            ("General", Format::Number),
            ("#,##0 \"days\"", Format::Number),
            ("[Red]0\\d", Format::Number),
            ("\"D-\"00000", Format::Number),
            ("0.00E+00", Format::Number),
            ("@", Format::Number),
            ("", Format::Number),
        ] {
            assert_eq!(Format::of_code(code), format, "{code}");
        }
    }
}
