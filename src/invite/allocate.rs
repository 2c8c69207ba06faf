//! How many letters each stratum gets.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};

/// Splits `letters` over strata of so many households in proportion to households × weight.
///
/// 1. A stratum whose share is more than its households gets a letter for each of them, and what it leaves is shared among the others in the same
///    way, until nobody's share is too large.
/// 2. The other shares are rounded to whole letters by largest remainders; of equal remainders, those of earlier strata go first.
///
/// `None` where there are fewer households than letters. Weights must be positive.
pub(super) fn proportional(letters: u64, strata: &[(u64, BigRational)]) -> Option<Vec<u64>> {
    let mut shares: Vec<Option<u64>> = vec![None; strata.len()];
    let mut left = letters;
    if strata.iter().map(|(households, _)| u128::from(*households)).sum::<u128>() < u128::from(letters) {
        return None;
    }
    let size = |(households, weight): &(u64, BigRational)| weight * BigInt::from(*households);
    let rate = loop {
        let open = strata.iter().zip(&shares).filter(|(_, share)| share.is_none());
        let all: BigRational = open.map(|(stratum, _)| size(stratum)).sum();
        if all.is_zero() {
            break BigRational::zero();
        }
        // Letters for each unit of households × weight.
        let rate = BigRational::from(BigInt::from(left)) / all;
        let mut full = false;
        for (stratum, share) in strata.iter().zip(&mut shares).filter(|(_, share)| share.is_none()) {
            if &rate * &stratum.1 > BigRational::one() {
                *share = Some(stratum.0);
                left -= stratum.0;
                full = true;
            }
        }
        if !full {
            break rate;
        }
    };
    let exact: Vec<BigRational> = strata
        .iter()
        .zip(&shares)
        .map(|(stratum, share)| share.map_or_else(|| &rate * size(stratum), |share| BigInt::from(share).into()))
        .collect();
    Some(largest_remainders(letters, &exact))
}

/// Whole numbers with this sum, each one of the two nearest to its exact share; the shares must have the same sum.
pub(super) fn largest_remainders(sum: u64, shares: &[BigRational]) -> Vec<u64> {
    let mut whole: Vec<u64> = shares.iter().map(|share| share.floor().to_integer().to_u64().unwrap_or(0)).collect();
    let given: u64 = whole.iter().sum();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    let remainder = |index: &usize| shares.get(*index).map(BigRational::fract).unwrap_or_default();
    // The sort is stable, so equal remainders keep their order.
    order.sort_by_cached_key(|index| std::cmp::Reverse(remainder(index)));
    for index in order.into_iter().take(usize::try_from(sum.saturating_sub(given)).unwrap_or(0)) {
        if let Some(letters) = whole.get_mut(index) {
            *letters += 1;
        }
    }
    whole
}

/// The fewest letters n from which `volunteers` can be expected, with `margin` standard deviations to spare, when each is answered with
/// probability r independently of the others:
///
/// n·r − margin·√(n·r·(1 − r)) ≥ volunteers.
///
/// Compared without the root, in whole numbers: n·r ≥ v and (n·r − v)² ≥ margin²·n·r·(1 − r). From the first n on all others hold too, so it is
/// found by halving. `None` where it is more than `most`.
pub(super) fn needed(volunteers: u64, rate: &BigRational, margin: &BigRational, most: u64) -> Option<u64> {
    if volunteers == 0 {
        return Some(0);
    }
    let wanted = BigRational::from(BigInt::from(volunteers));
    let enough = |letters: u64| {
        let expected = rate * BigInt::from(letters);
        let over = &expected - &wanted;
        over >= BigRational::zero() && &over * &over >= margin * margin * &expected * (BigRational::one() - rate)
    };
    if !enough(most) {
        return None;
    }
    let (mut too_few, mut fine) = (0, most);
    while fine - too_few > 1 {
        let middle = too_few.midpoint(fine);
        if enough(middle) { fine = middle } else { too_few = middle }
    }
    Some(fine)
}

/// `volunteers` split over strata in proportion to their households, by largest remainders.
pub(super) fn volunteers_wanted(volunteers: u64, households: &[u64]) -> Vec<u64> {
    let all: u64 = households.iter().sum();
    let share = |households: &u64| BigRational::new(BigInt::from(volunteers) * *households, BigInt::from(all.max(1)));
    largest_remainders(volunteers, &households.iter().map(share).collect::<Vec<_>>())
}

/// ⌈above / below⌉ of whole numbers.
pub(super) fn quotient_up(above: u64, below: u64) -> u64 {
    Integer::div_ceil(&above, &below.max(1))
}

#[cfg(test)]
mod tests {
    use num_rational::BigRational;

    use super::super::number::exact;
    use super::{needed, proportional, volunteers_wanted};

    fn number(text: &str) -> BigRational {
        exact(text).unwrap_or_default()
    }

    fn split(letters: u64, strata: &[(u64, &str)]) -> Option<Vec<u64>> {
        let strata: Vec<_> = strata.iter().map(|&(households, weight)| (households, number(weight))).collect();
        proportional(letters, &strata)
    }

    #[test]
    fn letters_follow_households_and_weights() {
        assert_eq!(split(10, &[(600, "1"), (400, "1")]), Some(vec![6, 4]));
        assert_eq!(split(10, &[(500, "1"), (500, "3")]), Some(vec![3, 7]));
        // 2.5 and 7.5: of equal remainders, the earlier.
        assert_eq!(split(1, &[(5, "1"), (5, "1")]), Some(vec![1, 0]));
        // The small one is full, and the others share what it leaves.
        assert_eq!(split(12, &[(2, "100"), (50, "1"), (50, "1")]), Some(vec![2, 5, 5]));
        assert_eq!(split(102, &[(2, "100"), (50, "1"), (50, "7")]), Some(vec![2, 50, 50]));
        assert_eq!(split(103, &[(2, "100"), (50, "1"), (50, "7")]), None);
        assert_eq!(split(0, &[(2, "1")]), Some(vec![0]));
    }

    #[test]
    fn the_mailing_is_large_enough_and_no_larger() {
        let two = number("2");
        for (volunteers, rate) in [(1, "1"), (40, "4%"), (100, "1/3"), (7, "0.999"), (1, "1/1000")] {
            let rate = number(rate);
            let enough = |letters: u64| {
                // In floating point, as a second opinion; none of these cases is close.
                let (letters, rate) = (letters as f64, super::ToPrimitive::to_f64(&rate).unwrap_or(0.0));
                letters * rate - 2.0 * (letters * rate * (1.0 - rate)).sqrt() >= volunteers as f64 - 1e-9
            };
            let first = (0..100_000).find(|&letters| enough(letters));
            assert_eq!(needed(volunteers, &rate, &two, 100_000), first);
        }
        assert_eq!(needed(40, &number("4%"), &number("0"), 100_000), Some(1000));
        assert_eq!(needed(40, &number("4%"), &two, 1000), None);
        assert_eq!(needed(0, &number("4%"), &two, 0), Some(0));
        assert_eq!(volunteers_wanted(10, &[25, 75, 0]), [3, 7, 0]);
    }
}
