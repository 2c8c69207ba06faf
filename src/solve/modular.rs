//! Exact solutions of linear equations with whole coefficients: computed modulo primes, put together, and checked in whole numbers.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

/// Primes just below powers of two.
const PRIMES: [u64; 5] = [(1 << 61) - 1, (1 << 62) - 57, (1 << 60) - 93, (1 << 59) - 55, (1 << 58) - 27];

/// The solution of `matrix · x = right` (as many equations as unknowns), as whole numerators and one common positive denominator. `None` when the
/// matrix has no inverse, or the numbers are too long.
pub fn solve(matrix: &[Vec<i64>], right: &[i64]) -> Option<(Vec<BigInt>, BigInt)> {
    let mut modulus = BigInt::one();
    let mut residues: Vec<BigInt> = vec![BigInt::zero(); right.len()];
    for prime in PRIMES {
        let Some(solution) = solve_modulo(matrix, right, prime) else { continue };
        // Chinese remainders: the number that is `residue` modulo `modulus` and `value` modulo `prime`.
        let big = BigInt::from(prime);
        let step = BigInt::from(inverse(u64::try_from(modulus.mod_floor(&big)).ok()?, prime));
        for (residue, value) in residues.iter_mut().zip(solution) {
            let turns = ((BigInt::from(value) - &*residue) * &step).mod_floor(&big);
            *residue += turns * &modulus;
        }
        modulus *= &big;
        if let Some((numerators, denominator)) = fractions(&residues, &modulus)
            && solves(matrix, right, &numerators, &denominator)
        {
            return Some((numerators, denominator));
        }
    }
    None
}

fn solves(matrix: &[Vec<i64>], right: &[i64], numerators: &[BigInt], denominator: &BigInt) -> bool {
    matrix.iter().zip(right).all(|(row, &right)| {
        let mut sum = -denominator * right;
        for (&a, x) in row.iter().zip(numerators) {
            if a != 0 {
                sum += x * a;
            }
        }
        sum.is_zero()
    })
}

/// Fractions with a common denominator that have these residues, numerator and denominator both below the root of half the modulus.
fn fractions(residues: &[BigInt], modulus: &BigInt) -> Option<(Vec<BigInt>, BigInt)> {
    let bound = (modulus / BigInt::from(2)).sqrt();
    let mut common = BigInt::one();
    for residue in residues {
        // The Euclidean algorithm on (modulus, residue · common), stopped half way.
        let (mut before, mut now) = (modulus.clone(), (residue * &common).mod_floor(modulus));
        let (mut factor_before, mut factor) = (BigInt::zero(), BigInt::one());
        while now > bound {
            let (quotient, rest) = before.div_rem(&now);
            (before, now) = (now, rest);
            let next = &factor_before - quotient * &factor;
            (factor_before, factor) = (factor, next);
        }
        common *= factor.abs();
        if common > bound {
            return None;
        }
    }
    let half = modulus / 2;
    let numerator = |residue: &BigInt| {
        let number = (residue * &common).mod_floor(modulus);
        if number > half { number - modulus } else { number }
    };
    Some((residues.iter().map(numerator).collect(), common))
}

fn solve_modulo(matrix: &[Vec<i64>], right: &[i64], prime: u64) -> Option<Vec<u64>> {
    let residue = |number: i64| i128::from(number).rem_euclid(i128::from(prime)) as u64;
    let mut rows: Vec<Vec<u64>> = matrix
        .iter()
        .zip(right)
        .map(|(row, &right)| row.iter().copied().chain([right]).map(residue).collect())
        .collect();
    let size = rows.len();
    for column in 0..size {
        let pivot = (column..size).find(|&r| rows[r].get(column).is_some_and(|&a| a != 0))?;
        rows.swap(column, pivot);
        let scale = inverse(rows[column][column], prime);
        for entry in &mut rows[column][column..] {
            *entry = times(*entry, scale, prime);
        }
        let line = rows[column].clone();
        for (r, row) in rows.iter_mut().enumerate() {
            let factor = row[column];
            if r != column && factor != 0 {
                for (entry, &pivot) in row.iter_mut().zip(&line).skip(column) {
                    if pivot != 0 {
                        let product = times(factor, pivot, prime);
                        *entry = if *entry >= product { *entry - product } else { *entry + (prime - product) };
                    }
                }
            }
        }
    }
    rows.into_iter().map(|row| row.last().copied()).collect()
}

fn times(a: u64, b: u64, prime: u64) -> u64 {
    (u128::from(a) * u128::from(b) % u128::from(prime)) as u64
}

/// The inverse of a number that is not 0 modulo a prime p: its power p − 2.
fn inverse(number: u64, prime: u64) -> u64 {
    let (mut power, mut exponent, mut result) = (number, prime - 2, 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = times(result, power, prime);
        }
        power = times(power, power, prime);
        exponent >>= 1;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::{PRIMES, inverse, solve, times};
    use num_bigint::BigInt;

    #[test]
    fn small_systems_have_their_known_solutions() {
        // x + 2y = 1, 3x − y = 0: x = 1/7, y = 3/7.
        let (numerators, denominator) = solve(&[vec![1, 2], vec![3, -1]], &[1, 0]).unwrap_or_default();
        assert_eq!((numerators, denominator), (vec![BigInt::from(1), BigInt::from(3)], BigInt::from(7)));
        assert_eq!(solve(&[vec![1, 2], vec![2, 4]], &[1, 2]), None);
    }

    #[test]
    fn numbers_beyond_one_prime_are_put_together() {
        // 10¹² · x = 1 and x + y = 0, three times over: denominators of 10³⁶.
        let matrix = [vec![1_000_000_000_000, 0, 0], vec![-1, 1_000_000_000_000, 0], vec![0, -1, 1_000_000_000_000]];
        let (numerators, denominator) = solve(&matrix, &[1, 0, 0]).unwrap_or_default();
        assert_eq!(denominator, BigInt::from(10).pow(36));
        assert_eq!(numerators[2], BigInt::from(1));
    }

    #[test]
    fn inverses_are_inverses() {
        for prime in PRIMES {
            assert_eq!(times(12_345, inverse(12_345, prime), prime), 1);
        }
    }
}
