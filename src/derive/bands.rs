//! Bands: ranges of numbers that follow each other without a gap.

use num_bigint::BigInt;
use num_rational::BigRational;

use super::RuleProblem;
use super::number::{number, unit};

/// Bands, as they are written: `16-29`, `65+` (and more), `-1500` (and less), `3` (this alone). Both ends belong to a band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bands {
    bands: Vec<Band>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Band {
    label: String,
    low: Option<BigRational>,
    high: Option<BigRational>,
}

impl Bands {
    /// Bands by their labels. The end of each and the beginning of the next are one apart in the last decimal place that any of them has.
    ///
    /// # Errors
    /// All labels that are no bands; else all gaps and overlaps.
    pub fn new(labels: &[String]) -> Result<Self, Vec<RuleProblem>> {
        let mut problems = Vec::new();
        let mut bands = Vec::new();
        let mut places = 0;
        for label in labels {
            match band(label.trim()) {
                Ok((band, decimals)) => {
                    places = places.max(decimals);
                    bands.push(band);
                }
                Err(problem) => problems.push(problem),
            }
        }
        if labels.is_empty() {
            problems.push(RuleProblem::NoBands);
        }
        if problems.is_empty() {
            problems = gaps_and_overlaps(&bands, &unit(places));
        }
        if problems.is_empty() { Ok(Self { bands }) } else { Err(problems) }
    }

    /// The same for ages, which are whole numbers.
    ///
    /// # Errors
    /// As [`Bands::new`], and all labels that have decimals.
    pub fn of_ages(labels: &[String]) -> Result<Self, Vec<RuleProblem>> {
        let parts = labels.iter().filter(|label| band(label.trim()).is_ok_and(|(_, decimals)| decimals > 0));
        let parts: Vec<_> = parts.map(|label| RuleProblem::PartOfYear { band: label.trim().to_owned() }).collect();
        match Self::new(labels) {
            Ok(bands) if parts.is_empty() => Ok(bands),
            Ok(_) => Err(parts),
            Err(problems) => Err(parts.into_iter().chain(problems).collect()),
        }
    }

    /// The labels, in the order given.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.bands.iter().map(|band| band.label.as_str())
    }

    /// The place of the band that a number falls into.
    pub(super) fn place(&self, number: &BigRational) -> Option<usize> {
        self.bands.iter().position(|band| {
            band.low.as_ref().is_none_or(|low| low <= number) && band.high.as_ref().is_none_or(|high| number <= high)
        })
    }

    /// The place of the band that a whole number falls into.
    pub(super) fn place_of(&self, number: i64) -> Option<usize> {
        self.place(&BigRational::from_integer(BigInt::from(number)))
    }
}

/// A band from its label, and how many decimals it has at most.
fn band(label: &str) -> Result<(Band, u32), RuleProblem> {
    let wrong = || RuleProblem::NotABand { text: label.to_owned() };
    let end = |text: &str| number(text.trim()).filter(|_| !text.trim_start().starts_with(['-', '\u{2212}']));
    // Spreadsheet programs and word processors like to put longer strokes.
    let text: String =
        label.chars().map(|c| if matches!(c, '\u{2010}'..='\u{2014}' | '\u{2212}') { '-' } else { c }).collect();
    let (low, high) = if let Some(low) = text.strip_suffix('+') {
        (Some(end(low).ok_or_else(wrong)?), None)
    } else {
        match text.split_once('-') {
            Some(("", high)) => (None, Some(end(high).ok_or_else(wrong)?)),
            Some((low, high)) => (Some(end(low).ok_or_else(wrong)?), Some(end(high).ok_or_else(wrong)?)),
            None => {
                let only = end(&text).ok_or_else(wrong)?;
                (Some(only.clone()), Some(only))
            }
        }
    };
    let decimals = low.iter().chain(&high).map(|&(_, decimals)| decimals).max().unwrap_or(0);
    let (low, high) = (low.map(|(low, _)| low), high.map(|(high, _)| high));
    match (&low, &high) {
        (Some(low), Some(high)) if low > high => Err(RuleProblem::InsideOut { band: label.to_owned() }),
        _ => Ok((Band { label: label.to_owned(), low, high }, decimals)),
    }
}

fn gaps_and_overlaps(bands: &[Band], unit: &BigRational) -> Vec<RuleProblem> {
    let mut sorted: Vec<&Band> = bands.iter().collect();
    // None, the open beginning, comes first.
    sorted.sort_by(|a, b| a.low.cmp(&b.low));
    let mut problems = Vec::new();
    for pair in sorted.windows(2) {
        let &[first, second] = pair else { continue };
        let (a, b) = (first.label.clone(), second.label.clone());
        match (&first.high, &second.low) {
            (Some(high), Some(low)) if *low == high + unit => {}
            (Some(high), Some(low)) if low > high => problems.push(RuleProblem::Gap { first: a, second: b }),
            _ => problems.push(RuleProblem::Overlap { first: a, second: b }),
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bands(labels: &[&str]) -> Result<Bands, Vec<RuleProblem>> {
        Bands::new(&labels.iter().map(|label| (*label).to_owned()).collect::<Vec<_>>())
    }

    fn label(labels: &[&str], text: &str) -> Option<String> {
        let bands = bands(labels).ok()?;
        let place = bands.place(&number(text)?.0)?;
        bands.labels().nth(place).map(str::to_owned)
    }

    #[test]
    fn numbers_fall_into_bands() {
        let incomes = ["-1500", "1501-3000", "3001+"];
        for (text, band) in [
            ("0", Some("-1500")),
            ("-20", Some("-1500")),
            ("1500", Some("-1500")),
            ("1500.00", Some("-1500")),
            ("1500.01", None),
            ("1501", Some("1501-3000")),
            ("3000.5", None),
            ("3001", Some("3001+")),
            ("99999999999999999999999", Some("3001+")),
        ] {
            assert_eq!(label(&incomes, text).as_deref(), band, "{text}");
        }
        let exact = ["0 – 0.09", "0.10-0.29", "0.3+"];
        assert_eq!(label(&exact, "0.1").as_deref(), Some("0.10-0.29"));
        assert_eq!(label(&exact, "0.3").as_deref(), Some("0.3+"));
        assert_eq!(label(&["2+", "0", "1"], "1.0").as_deref(), Some("1"));
    }

    #[test]
    fn what_is_no_row_of_bands_is_refused() {
        let gap = |first: &str, second: &str| RuleProblem::Gap { first: first.to_owned(), second: second.to_owned() };
        let over =
            |first: &str, second: &str| RuleProblem::Overlap { first: first.to_owned(), second: second.to_owned() };
        assert_eq!(bands(&["16-29", "45-64", "65+"]), Err(vec![gap("16-29", "45-64")]));
        assert_eq!(bands(&["65+", "16-30", "30-64"]), Err(vec![over("16-30", "30-64")]));
        assert_eq!(bands(&["16+", "30+"]), Err(vec![over("16+", "30+")]));
        assert_eq!(bands(&["-16", "-30"]), Err(vec![over("-16", "-30")]));
        assert_eq!(bands(&["16-29", "16-29"]), Err(vec![over("16-29", "16-29")]));
        assert_eq!(bands(&["0-9.5", "10-19"]), Err(vec![gap("0-9.5", "10-19")]));
        assert_eq!(bands(&[]), Err(vec![RuleProblem::NoBands]));
        assert_eq!(bands(&["29-16"]), Err(vec![RuleProblem::InsideOut { band: "29-16".to_owned() }]));
        for text in ["", "-", "+", "old", "16-", "16-29-44", "16--29", "--16", "1,500+", "-5+", "16 +x", "16 29"] {
            assert_eq!(bands(&[text]), Err(vec![RuleProblem::NotABand { text: text.to_owned() }]), "{text}");
        }
        let ages = Bands::of_ages(&["16-29.5".to_owned(), "29.6+".to_owned()]);
        assert_eq!(ages.map_err(|problems| problems.len()), Err(2));
    }
}
