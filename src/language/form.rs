//! How a language writes numbers, percentages, dates and lists. Digits are Latin in all of them, so that a ticket on a page can be compared with
//! the record digit by digit.

use super::Language;

/// The forms of one language, as the Unicode CLDR has them (except that English puts a space before the percent sign, as everywhere in klero).
struct Form {
    /// Between groups of three digits.
    group: &'static str,
    /// Numbers with fewer digits are not grouped.
    grouped_from: usize,
    /// Between whole and fraction.
    point: &'static str,
    /// Behind a percentage.
    percent: &'static str,
    /// A date, with `D`, `M` and `Y` for day, month and year.
    date: &'static str,
    /// The months.
    months: [&'static str; 12],
    /// Between the parts of a list.
    comma: &'static str,
    /// Before the last part of a list.
    and: &'static str,
}

const ENGLISH: Form = Form {
    group: ",",
    grouped_from: 4,
    point: ".",
    percent: "\u{a0}%",
    date: "D M Y",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    comma: ", ",
    and: " and ",
};
const VIETNAMESE: Form = Form {
    group: ".",
    grouped_from: 4,
    point: ",",
    percent: "%",
    date: "ngày D tháng M năm Y",
    months: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
    comma: ", ",
    and: " và ",
};
const FRENCH: Form = Form {
    group: "\u{202f}",
    grouped_from: 4,
    point: ",",
    percent: "\u{202f}%",
    date: "D M Y",
    months: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    comma: ", ",
    and: " et ",
};
const GERMAN: Form = Form {
    group: ".",
    grouped_from: 4,
    point: ",",
    percent: "\u{a0}%",
    date: "D. M Y",
    months: [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    comma: ", ",
    and: " und ",
};
const SPANISH: Form = Form {
    group: ".",
    grouped_from: 5,
    point: ",",
    percent: "\u{a0}%",
    date: "D de M de Y",
    months: [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    comma: ", ",
    and: " y ",
};
const PORTUGUESE: Form = Form {
    group: ".",
    grouped_from: 4,
    point: ",",
    percent: "%",
    date: "D de M de Y",
    months: [
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ],
    comma: ", ",
    and: " e ",
};
/// The marks around the percent sign (U+200E) keep it to the right of the digits.
const ARABIC: Form = Form {
    group: ",",
    grouped_from: 4,
    point: ".",
    percent: "\u{200e}%\u{200e}",
    date: "D M Y",
    months: [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    comma: "، ",
    and: " و",
};

impl Language {
    fn form(self) -> &'static Form {
        match self {
            Self::En => &ENGLISH,
            Self::Vi => &VIETNAMESE,
            Self::Fr => &FRENCH,
            Self::De => &GERMAN,
            Self::Es => &SPANISH,
            Self::Pt => &PORTUGUESE,
            Self::Ar => &ARABIC,
        }
    }

    /// Between groups of digits, between whole and fraction, and behind a percentage.
    pub(super) fn marks(self) -> (&'static str, &'static str, &'static str) {
        let form = self.form();
        (form.group, form.point, form.percent)
    }

    /// A whole number, in groups of three digits.
    pub fn number(self, number: u64) -> String {
        let form = self.form();
        let digits = number.to_string();
        if digits.len() < form.grouped_from {
            return digits;
        }
        let mut text = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                text += form.group;
            }
            text.push(digit);
        }
        text
    }

    /// A number from 0 up with so many digits after the point.
    pub fn decimal(self, number: f64, digits: usize) -> String {
        let text = format!("{:.digits$}", number.max(0.0));
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let whole = whole.parse().map_or_else(|_| whole.to_owned(), |whole| self.number(whole));
        if fraction.is_empty() { whole } else { format!("{whole}{}{fraction}", self.form().point) }
    }

    /// A probability as a percentage with about three digits that count; what is not 100 % is never written as if it were, and nothing but 0 as 0 %.
    pub fn percent(self, probability: f64) -> String {
        let value = probability * 100.0;
        let number = if value >= 100.0 {
            "100".to_owned()
        } else if value <= 0.0 {
            "0".to_owned()
        } else if value < SMALLEST_PERCENT {
            format!("< {}", self.decimal(SMALLEST_PERCENT, 3))
        } else if value >= 10.0 {
            // Near certainty, as few digits as tell it from 100 %.
            let digits = (1..MOST_DIGITS).find(|digits| rounded(value, *digits) < 100.0).unwrap_or(MOST_DIGITS);
            let most = 100.0 - 0.1_f64.powi(MOST_DIGITS as i32);
            self.decimal(value.min(most), digits)
        } else {
            self.decimal(value, 2 + usize::from(value < 1.0))
        };
        number + self.form().percent
    }

    /// A percentage without digits after the point, for the steps of a scale.
    pub fn whole_percent(self, probability: f64) -> String {
        let value = probability * 100.0;
        let digits = (0..3).find(|digits| {
            let shifted = value * 10_f64.powi(*digits);
            (shifted - shifted.round()).abs() < 1e-6
        });
        self.decimal(value, digits.unwrap_or(3) as usize) + self.form().percent
    }

    /// A day.
    pub fn date(self, year: u32, month: u32, day: u32) -> String {
        let form = self.form();
        let name = (month as usize).checked_sub(1).and_then(|month| form.months.get(month)).copied().unwrap_or("?");
        let day = if self == Self::Fr && day == 1 { "1er".to_owned() } else { day.to_string() };
        let parts = form.date.chars().map(|c| match c {
            'D' => day.clone(),
            'M' => name.to_owned(),
            'Y' => year.to_string(),
            other => other.to_string(),
        });
        parts.collect()
    }

    /// A moment that is written as in a record (`2026-11-03T18:00:00Z`) as date and time in UTC; any other text as it is.
    pub fn moment(self, utc: &str) -> String {
        let parts: Vec<u32> = utc.split(['-', 'T', ':', 'Z']).filter_map(|part| part.parse().ok()).collect();
        match parts.as_slice() {
            &[year, month, day, hour, minute, second] if utc.len() == 20 => {
                let second = if second == 0 { String::new() } else { format!(":{second:02}") };
                format!("{}, {hour:02}:{minute:02}{second} UTC", self.date(year, month, day))
            }
            _ => utc.to_owned(),
        }
    }

    /// A name with what it stands for, as in "Number: 3". French has a space before the colon, at which no line may break.
    pub fn named(self, name: &str, value: &str) -> String {
        let space = if self == Self::Fr { "\u{a0}" } else { "" };
        format!("{name}{space}: {value}")
    }

    /// Parts that stand side by side, as in "a; b". French has a space before the semicolon, at which no line may break; Arabic has its own.
    pub fn parts(self, parts: &[String]) -> String {
        parts.join(match self {
            Self::Fr => "\u{202f}; ",
            Self::Ar => "\u{61b} ",
            _ => "; ",
        })
    }

    /// A list as it is read out: `a, b and c`.
    pub fn list(self, parts: &[String]) -> String {
        let form = self.form();
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{}{}{last}", first.join(form.comma), form.and),
        }
    }
}

/// Digits after the point of a percentage at most.
const MOST_DIGITS: usize = 3;

/// A percentage as it is when it is written with so many digits after the point.
fn rounded(value: f64, digits: usize) -> f64 {
    let power = 10_f64.powi(digits as i32);
    (value * power).round() / power
}

/// The smallest percentage that is not written as "less than": three digits after the point say nothing of smaller ones.
const SMALLEST_PERCENT: f64 = 0.001;

#[cfg(test)]
mod tests {
    use super::Language::{self, Ar, De, En, Es, Fr, Pt, Vi};

    #[test]
    fn numbers_as_each_language_writes_them() {
        let all = |write: fn(Language) -> String| Language::ALL.map(write);
        assert_eq!(
            all(|language| language.number(1_000_000)),
            ["1,000,000", "1.000.000", "1\u{202f}000\u{202f}000", "1.000.000", "1.000.000", "1.000.000", "1,000,000"]
        );
        assert_eq!([En, Es].map(|language| language.number(9999)), ["9,999", "9999"]);
        assert_eq!([En, Es].map(|language| language.number(10_000)), ["10,000", "10.000"]);
        assert_eq!(Vi.decimal(1234.5, 2), "1.234,50");
        assert_eq!(En.decimal(7.0, 0), "7");
        assert_eq!(
            all(|language| language.percent(0.0411)),
            ["4.11\u{a0}%", "4,11%", "4,11\u{202f}%", "4,11\u{a0}%", "4,11\u{a0}%", "4,11%", "4.11\u{200e}%\u{200e}"]
        );
        let english = [1.0, 0.0, 0.999_999_9, 0.5, 0.004_366, 1e-9].map(|p| En.percent(p).replace('\u{a0}', " "));
        assert_eq!(english, ["100 %", "0 %", "99.999 %", "50.0 %", "0.437 %", "< 0.001 %"]);
        let near = [0.986, 0.998, 0.99124, 0.9996, 0.999_94, 0.999_96, 0.999_994, 0.999_996, 0.0999, 0.099_999];
        assert_eq!(
            near.map(|p| En.percent(p).replace('\u{a0}', " ")),
            [
                "98.6 %", "99.8 %", "99.1 %", "99.96 %", "99.99 %", "99.996 %", "99.999 %", "99.999 %", "9.99 %",
                "10.00 %"
            ]
        );
        assert_eq!([0.2, 1.0, 0.025, 0.0].map(|p| Pt.whole_percent(p)), ["20%", "100%", "2,5%", "0%"]);
    }

    #[test]
    fn days_moments_and_lists() {
        assert_eq!(
            Language::ALL.map(|language| language.date(2026, 3, 1)),
            [
                "1 March 2026",
                "ngày 1 tháng 3 năm 2026",
                "1er mars 2026",
                "1. März 2026",
                "1 de marzo de 2026",
                "1 de março de 2026",
                "1 مارس 2026"
            ]
        );
        assert_eq!(De.moment("2023-08-23T15:59:24Z"), "23. August 2023, 15:59:24 UTC");
        assert_eq!(Fr.moment("2026-11-03T18:00:00Z"), "3 novembre 2026, 18:00 UTC");
        assert_eq!(En.moment("soon"), "soon");
        let parts = ["a", "b", "c"].map(str::to_owned);
        assert_eq!([En, Ar].map(|language| language.list(&parts)), ["a, b and c", "a، b وc"]);
        assert_eq!([En, Fr].map(|language| language.named("a", "b")), ["a: b", "a\u{a0}: b"]);
        assert_eq!([En, Fr, Ar].map(|language| language.parts(&parts[..2])), ["a; b", "a\u{202f}; b", "a\u{61b} b"]);
        assert_eq!([En.list(&parts[..1]), En.list(&[])], ["a", ""]);
    }
}
