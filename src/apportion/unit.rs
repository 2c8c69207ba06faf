//! What the shares of one category are: counts, fractions or percentages; and whether they make a whole.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};

use super::number::{Number, power_of_ten};

/// What the shares of a category are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Numbers of people.
    Counts,
    /// Parts of one.
    Fractions,
    /// Parts of a hundred.
    Percentages,
}

/// A sum that is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// The sum of the numbers, as written.
    pub sum: BigRational,
    /// How far from a whole rounding can take it.
    pub allowed: BigRational,
}

/// What the name of the column says about its numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Heading {
    /// `share`.
    #[default]
    Open,
    /// `count` or `population`.
    Counts,
    /// `percent` or `percentage`.
    Percentages,
}

/// Why the shares of a category cannot be used; numbers are positions of its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum UnitFault {
    /// All are zero.
    Nobody,
    /// Cells whose separator may part thousands.
    MaybeThousands(Vec<usize>),
    /// Some with a percent sign, some without: the first of each.
    Signs { with: usize, without: usize },
    /// Fractions and larger numbers, which together make no whole: the first of each.
    Mixed { fraction: usize, whole: usize, sum: Box<BigRational> },
    /// They do not add up to one (or a hundred); rounding explains so much.
    Sum { whole: u8, total: Box<Total> },
    /// Whole numbers that add up to nearly a hundred.
    Unclear(Box<Total>),
}

/// Digits beyond this do not count as precision: spreadsheets calculate with about fifteen, and the last of them are noise.
const MOST_DECIMALS: usize = 9;

/// Whole numbers that add up to this much, and that nothing says to be counts, may be percentages that went wrong.
const NEARLY_A_HUNDRED: [i64; 2] = [90, 110];

/// How far a sum may be from a whole through rounding: each number may be off by half a unit of the last place. The last place is the
/// smallest one that any of them has, since spreadsheets leave out zeros at the end.
fn allowed(cells: &[Number], most_decimals: usize) -> BigRational {
    let decimals = cells.iter().map(|cell| cell.decimals).max().unwrap_or(0).min(most_decimals);
    BigRational::new(BigInt::from(cells.len()), power_of_ten(decimals) * 2)
}

/// What the numbers are, and their sum.
pub(super) fn decide(cells: &[Number], heading: Heading) -> Result<(Unit, BigRational), UnitFault> {
    let sum: BigRational = cells.iter().map(|cell| &cell.value).sum();
    if sum.is_zero() {
        return Err(UnitFault::Nobody);
    }
    let whole_is = |whole: u8, allowed: &BigRational| {
        let off = &sum - BigRational::from_integer(whole.into());
        &off <= allowed && &-off <= allowed
    };
    let (of_one, of_hundred) = (allowed(cells, MOST_DECIMALS), allowed(cells, MOST_DECIMALS - 2));
    let total = |allowed: &BigRational| Box::new(Total { sum: sum.clone(), allowed: allowed.clone() });
    let not_hundred = || UnitFault::Sum { whole: 100, total: total(&of_hundred) };
    if let Some(with) = cells.iter().position(|cell| cell.percent) {
        if let Some(without) = cells.iter().position(|cell| !cell.percent && !cell.value.is_zero()) {
            return Err(UnitFault::Signs { with, without });
        }
        return if whole_is(100, &of_hundred) { Ok((Unit::Percentages, sum)) } else { Err(not_hundred()) };
    }
    let fits_hundred = whole_is(100, &of_hundred);
    thousands(cells, fits_hundred)?;
    let all_whole = cells.iter().all(|cell| cell.value.is_integer());
    let fits_one = if all_whole { sum.is_one() } else { whole_is(1, &of_one) };
    if fits_one && heading != Heading::Counts {
        return Ok((Unit::Fractions, sum));
    }
    if all_whole {
        let nearly = NEARLY_A_HUNDRED.map(|bound| BigRational::from_integer(bound.into()));
        return match heading {
            Heading::Counts => Ok((Unit::Counts, sum)),
            _ if fits_hundred => Ok((Unit::Percentages, sum)),
            Heading::Percentages => Err(not_hundred()),
            Heading::Open if nearly[0] <= sum && sum <= nearly[1] => Err(UnitFault::Unclear(total(&of_hundred))),
            Heading::Open => Ok((Unit::Counts, sum)),
        };
    }
    if fits_one {
        return Ok((Unit::Fractions, sum));
    }
    if fits_hundred {
        return Ok((Unit::Percentages, sum));
    }
    let one = BigRational::one();
    let fraction = cells.iter().position(|cell| !cell.value.is_integer() && cell.value < one);
    let whole = cells.iter().position(|cell| cell.value.is_integer() && cell.value > one);
    if let (Some(fraction), Some(whole)) = (fraction, whole) {
        return Err(UnitFault::Mixed { fraction, whole, sum: Box::new(sum) });
    }
    if heading == Heading::Percentages || sum > BigRational::from_integer(10.into()) {
        return Err(not_hundred());
    }
    Err(UnitFault::Sum { whole: 1, total: total(&of_one) })
}

/// Refuses separators that may part thousands, unless another number of the category shows that they are decimal ones, or all numbers are
/// written alike and make a hundred, so that it makes no difference.
fn thousands(cells: &[Number], fits_hundred: bool) -> Result<(), UnitFault> {
    let doubtful = |cell: &&Number| cell.may_be_thousands();
    let Some(first) = cells.iter().find(doubtful) else {
        return Ok(());
    };
    let decimal = |cell: &Number| cell.separator.is_some() && !cell.may_be_thousands();
    let decided = cells.iter().any(decimal);
    let alike = |cell: &Number| cell.separator == first.separator || cell.value.is_zero() || cell.separator.is_none();
    let all_alike = cells.iter().all(alike);
    let all_doubtful = cells.iter().all(|cell| cell.may_be_thousands() || cell.value.is_zero());
    if all_alike && (decided || all_doubtful && fits_hundred) {
        return Ok(());
    }
    Err(UnitFault::MaybeThousands((0..cells.len()).filter(|&at| cells[at].may_be_thousands()).collect()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test stops where it stands

    use super::*;

    fn of(cells: &[&str], heading: Heading) -> Result<Unit, UnitFault> {
        let cells: Vec<Number> = cells.iter().map(|cell| Number::parse(cell).unwrap()).collect();
        decide(&cells, heading).map(|(unit, _)| unit)
    }

    #[test]
    fn what_numbers_are() {
        use Unit::*;
        for (cells, unit) in [
            (["51.2", "48.8"].as_slice(), Percentages),
            (&["51", "49"], Percentages),
            (&["33", "33", "33"], Percentages),
            (&["33.3", "33.3", "33.3"], Percentages),
            (&["33,3 %", "66,7 %", "0"], Percentages),
            (&["0.51", "0.49"], Fractions),
            (&["0,333", "0,333", "0,333"], Fractions),
            (&["0.5", "0.25", "0.25"], Fractions),
            (&["1", "0"], Fractions),
            (&["1", "1"], Counts),
            (&["120345", "119876"], Counts),
            (&["30", "20", "10"], Counts),
            // Three digits everywhere and a sum of 100: the same whichever way it was meant.
            (&["12.345", "87.655"], Percentages),
            // Another cell shows that the comma is a decimal one.
            (&["12,345", "37,655", "49,9", "0,1"], Percentages),
            // Seven doubles: what is left of them in the last digits is no rounding of anybody's.
            (&["0.14285714285714285"; 7], Fractions),
        ] {
            assert_eq!(of(cells, Heading::Open), Ok(unit), "{cells:?}");
        }
        assert_eq!(of(&["51", "44"], Heading::Counts), Ok(Counts));
        assert_eq!(of(&["0.51", "0.49"], Heading::Percentages), Ok(Fractions));
        assert_eq!(of(&["1", "0"], Heading::Counts), Ok(Counts));
    }

    #[test]
    fn sums_beyond_rounding_are_refused_and_not_one_unit_earlier() {
        let ratio = |numerator: i64, denominator: i64| BigRational::new(numerator.into(), denominator.into());
        // Three numbers with one decimal may be off by 0.15 together.
        assert!(of(&["33.3", "33.3", "33.3"], Heading::Open).is_ok());
        assert!(of(&["33.4", "33.3", "33.4"], Heading::Open).is_ok());
        let sum = |sum, whole, allowed| Err(UnitFault::Sum { whole, total: Box::new(Total { sum, allowed }) });
        assert_eq!(of(&["33.3", "33.3", "33.2"], Heading::Open), sum(ratio(998, 10), 100, ratio(3, 20)));
        assert_eq!(of(&["33.4", "33.4", "33.4"], Heading::Open), sum(ratio(1002, 10), 100, ratio(3, 20)));
        assert_eq!(of(&["0.51", "0.47"], Heading::Open), sum(ratio(98, 100), 1, ratio(1, 100)));
        assert_eq!(of(&["51 %", "47 %"], Heading::Open), sum(ratio(98, 1), 100, ratio(1, 1)));
        assert_eq!(of(&["51", "39"], Heading::Percentages), sum(ratio(90, 1), 100, ratio(1, 1)));
        // One number with more digits makes the others exact to as many: 0.3 is 0.300.
        assert_eq!(of(&["0.3", "0.3", "0.395"], Heading::Open), sum(ratio(995, 1000), 1, ratio(3, 2000)));
    }

    #[test]
    fn what_is_of_two_kinds_or_unclear_is_refused() {
        let ratio = |numerator: i64, denominator: i64| BigRational::new(numerator.into(), denominator.into());
        assert_eq!(of(&["0", "0.0"], Heading::Open), Err(UnitFault::Nobody));
        assert_eq!(of(&["51 %", "49"], Heading::Open), Err(UnitFault::Signs { with: 0, without: 1 }));
        let mixed = UnitFault::Mixed { fraction: 0, whole: 1, sum: Box::new(ratio(4951, 100)) };
        assert_eq!(of(&["0.51", "49"], Heading::Open), Err(mixed));
        let unclear = UnitFault::Unclear(Box::new(Total { sum: ratio(90, 1), allowed: ratio(1, 1) }));
        assert_eq!(of(&["51", "39"], Heading::Open), Err(unclear));
        for (cells, doubtful) in [
            (["1,000", "99"].as_slice(), vec![0]),
            (&["1,234", "2,345"], vec![0, 1]),
            (&["1,234", "567"], vec![0]),
            (&["1,234", "56.7"], vec![0]),
            (&["12.345", "37.655", "50"], vec![0, 1]),
        ] {
            assert_eq!(of(cells, Heading::Open), Err(UnitFault::MaybeThousands(doubtful)), "{cells:?}");
        }
    }
}
