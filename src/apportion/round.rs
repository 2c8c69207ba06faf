//! Exact seats become whole ones: by largest remainder, or by Sainte-Laguë.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{ToPrimitive, Zero};

/// How exact seats become whole ones.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Rounding {
    /// Everybody gets the whole part of the exact seats; seats left over go to the largest remainders (Hamilton, Hare–Niemeyer).
    #[default]
    LargestRemainder,
    /// Seats go one at a time to the largest share divided by 1, 3, 5, … (Webster).
    SainteLague,
}

impl Rounding {
    /// The name, as options and reports have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::LargestRemainder => "largest remainder",
            Self::SainteLague => "Sainte-Laguë",
        }
    }

    /// Rounds shares that sum to one (or that are proportional to those) to `size` seats.
    pub fn seats(self, shares: &[BigRational], size: usize) -> Seats {
        match self {
            Self::LargestRemainder => largest_remainder(shares, size),
            Self::SainteLague => sainte_lague(shares, size),
        }
    }
}

/// Whole seats that sum to the panel size; none at all where every share is zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seats {
    /// Seats, in the order of the shares.
    pub seats: Vec<usize>,
    /// Whether there were equal claims to the last seats.
    pub tie: Option<Tie>,
}

/// Equal claims to the last seats, of which not all could be met; numbers are positions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// Those that got a seat.
    pub got: Vec<usize>,
    /// Those that did not.
    pub not: Vec<usize>,
    /// Whether the larger share decided; else the order did.
    pub by_share: bool,
}

impl Tie {
    /// The tie between those with the last claim that was met and those with the first that was not, if the two are equal.
    fn between(claims: impl Iterator<Item = (usize, Claim)>, shares: &[BigRational]) -> Option<Self> {
        let (mut got, mut not) = (Vec::new(), Vec::new());
        for (place, claim) in claims {
            match claim {
                Claim::Met => got.push(place),
                Claim::Unmet => not.push(place),
                Claim::Other => {}
            }
        }
        let least = got.iter().filter_map(|&place| shares.get(place)).min()?;
        let most = not.iter().filter_map(|&place| shares.get(place)).max()?;
        Some(Self { by_share: least > most, got, not })
    }
}

/// What became of a claim as large as the last one that was met.
enum Claim {
    Met,
    Unmet,
    Other,
}

/// Places by falling claim; of equal claims the larger share comes first, then the earlier place.
fn by_claim(claims: &[BigRational], shares: &[BigRational]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..claims.len()).collect();
    places.sort_by(|&a, &b| claims[b].cmp(&claims[a]).then(shares[b].cmp(&shares[a])).then(a.cmp(&b)));
    places
}

fn whole(number: &BigRational) -> usize {
    number.floor().to_integer().to_usize().unwrap_or_default()
}

/// Exact seats: each share of the sum, times the panel size.
fn exact(shares: &[BigRational], size: usize) -> Option<Vec<BigRational>> {
    let sum: BigRational = shares.iter().sum();
    let each = |share: &BigRational| share * BigRational::from_integer(BigInt::from(size)) / &sum;
    (!sum.is_zero()).then(|| shares.iter().map(each).collect())
}

fn largest_remainder(shares: &[BigRational], size: usize) -> Seats {
    let Some(exact) = exact(shares, size) else {
        return Seats { seats: vec![0; shares.len()], tie: None };
    };
    let mut seats: Vec<usize> = exact.iter().map(whole).collect();
    let remainders: Vec<BigRational> = exact.iter().map(BigRational::fract).collect();
    // The remainders sum to the seats left over, and each is below one: there are more remainders than seats left.
    let left = size.saturating_sub(seats.iter().sum());
    let order = by_claim(&remainders, shares);
    let (first, rest) = order.split_at(left.min(order.len()));
    first.iter().for_each(|&place| seats[place] += 1);
    let last = first.last().map(|&place| &remainders[place]);
    let equal = |place: &usize| Some(&remainders[*place]) == last;
    let met = first.iter().filter(|place| equal(place)).map(|&place| (place, Claim::Met));
    let unmet = rest.iter().filter(|place| equal(place)).map(|&place| (place, Claim::Unmet));
    Seats { tie: Tie::between(met.chain(unmet), shares), seats }
}

fn sainte_lague(shares: &[BigRational], size: usize) -> Seats {
    let Some(exact) = exact(shares, size) else {
        return Seats { seats: vec![0; shares.len()], tie: None };
    };
    let half = BigRational::new(BigInt::from(1), BigInt::from(2));
    // A claim to the next seat is share / (seats + 1/2). All claims of at least 1 / (size - n/2) are met at once: that many seats at the
    // most are share · (size - n/2), rounded, which together are no more than `size` and more than `size - n`.
    let first = BigRational::from_integer(BigInt::from(size)) - &half * BigRational::from_integer(shares.len().into());
    let scale =
        if first > BigRational::zero() { first / BigRational::from_integer(size.into()) } else { BigRational::zero() };
    let mut seats: Vec<usize> = exact.iter().map(|exact| whole(&(exact * &scale + &half))).collect();
    let claim = |place: usize, seats: usize| &shares[place] / (BigRational::from_integer(BigInt::from(seats)) + &half);
    let next = |place: usize, seats: usize| (claim(place, seats), &shares[place], Reverse(place));
    let mut claims: BinaryHeap<_> = seats.iter().enumerate().map(|(place, &seats)| next(place, seats)).collect();
    for _ in seats.iter().sum::<usize>()..size {
        if let Some((_, _, Reverse(place))) = claims.pop() {
            seats[place] += 1;
            claims.push(next(place, seats[place]));
        }
    }
    let met = |place: usize| seats[place].checked_sub(1).map(|before| claim(place, before));
    let last = (0..shares.len()).filter_map(met).min();
    let of = |place: usize| match &last {
        last if met(place) == *last => Claim::Met,
        Some(last) if claim(place, seats[place]) == *last => Claim::Unmet,
        _ => Claim::Other,
    };
    let tie = Tie::between((0..shares.len()).map(|place| (place, of(place))), shares);
    Seats { seats, tie }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded(rounding: Rounding, shares: &[i64], size: usize) -> Seats {
        let shares: Vec<BigRational> = shares.iter().map(|&share| BigRational::from_integer(share.into())).collect();
        rounding.seats(&shares, size)
    }

    #[test]
    fn by_hand() {
        use Rounding::*;
        // 5.2, 3.1, 1.7 seats.
        assert_eq!(rounded(LargestRemainder, &[52, 31, 17], 10).seats, [5, 3, 2]);
        assert_eq!(rounded(SainteLague, &[52, 31, 17], 10).seats, [5, 3, 2]);
        // 5.3, 2.4, 2.3: the largest remainder is the second one, but 53 / 5.5 is more than 24 / 2.5.
        assert_eq!(rounded(LargestRemainder, &[53, 24, 23], 10).seats, [5, 3, 2]);
        assert_eq!(rounded(SainteLague, &[53, 24, 23], 10).seats, [6, 2, 2]);
        // 9.2, 0.4, 0.4: the two ways differ.
        assert_eq!(rounded(LargestRemainder, &[92, 4, 4], 10).seats, [9, 1, 0]);
        assert_eq!(rounded(SainteLague, &[92, 4, 4], 10).seats, [10, 0, 0]);
        for rounding in [LargestRemainder, SainteLague] {
            assert_eq!(rounded(rounding, &[7], 10).seats, [10]);
            assert_eq!(rounded(rounding, &[0, 1], 10).seats, [0, 10]);
            assert_eq!(rounded(rounding, &[0, 0], 10).seats, [0, 0]);
            assert_eq!(rounded(rounding, &[], 10).seats, [0; 0]);
            assert_eq!(rounded(rounding, &[1, 1], 1_000_000_000).seats, [500_000_000; 2]);
        }
    }

    #[test]
    fn ties_are_broken_by_share_then_by_order() {
        use Rounding::*;
        let tie = |got: &[usize], not: &[usize], by_share| Some(Tie { got: got.to_vec(), not: not.to_vec(), by_share });
        // 3 1/3 each.
        let thirds = rounded(LargestRemainder, &[1, 1, 1], 10);
        assert_eq!((thirds.seats, thirds.tie), (vec![4, 3, 3], tie(&[0], &[1, 2], false)));
        // 1.5 and 2.5 and 1: the larger one, though it stands later.
        let halves = rounded(LargestRemainder, &[3, 5, 2], 5);
        assert_eq!((halves.seats, halves.tie), (vec![1, 3, 1], tie(&[1], &[0], true)));
        // Claims 3 / (1 + 1/2) and 5 / (2 + 1/2) are equal.
        let claims = rounded(SainteLague, &[3, 5], 4);
        assert_eq!((claims.seats, claims.tie), (vec![1, 3], tie(&[1], &[0], true)));
        let equal = rounded(SainteLague, &[1, 1], 3);
        assert_eq!((equal.seats, equal.tie), (vec![2, 1], tie(&[0], &[1], false)));
        // Whole exact seats, and equal claims that are all met, are no ties.
        for rounding in [LargestRemainder, SainteLague] {
            assert_eq!(rounded(rounding, &[5, 3, 2], 10).tie, None);
            assert_eq!(rounded(rounding, &[1, 1], 4).tie, None);
            assert_eq!(rounded(rounding, &[1, 1, 2], 6).seats.iter().sum::<usize>(), 6);
        }
    }
}
