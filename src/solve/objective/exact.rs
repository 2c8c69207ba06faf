//! From numbers that nearly solve a linear system in whole numbers to fractions that solve it.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};

/// Values v with Σ_j v_j · column_j = right, exactly, found by changing as few of the values in `start` as there are independent
/// rows; earlier columns are changed rather than later ones. `None` when there are none.
///
/// A column is pairs of row and coefficient. Which columns are independent is decided modulo a large prime; a wrong decision could only
/// make this return `None`, for what is returned has been checked in fractions.
pub fn nearest_solution(
    columns: &[Vec<(usize, i64)>],
    right: &[BigRational],
    start: &[BigRational],
) -> Option<Vec<BigRational>> {
    let basis = independent(columns, right.len());
    let mut rest = right.to_vec();
    subtract(&mut rest, columns.iter().zip(start));
    let matrix: Vec<Vec<BigInt>> = basis
        .iter()
        .map(|&(_, row)| basis.iter().map(|&(column, _)| coefficient(&columns[column], row)).collect())
        .collect();
    let wanted: Vec<BigRational> = basis.iter().map(|&(_, row)| rest[row].clone()).collect();
    let change = solve_square(matrix, &wanted)?;
    subtract(&mut rest, basis.iter().map(|&(column, _)| &columns[column]).zip(&change));
    if rest.iter().any(|rest| !rest.is_zero()) {
        return None;
    }
    let mut values = start.to_vec();
    for (&(column, _), change) in basis.iter().zip(change) {
        values[column] += change;
    }
    Some(values)
}

fn subtract<'a>(rest: &mut [BigRational], terms: impl Iterator<Item = (&'a Vec<(usize, i64)>, &'a BigRational)>) {
    for (column, value) in terms {
        for &(row, coefficient) in column {
            rest[row] -= value * BigInt::from(coefficient);
        }
    }
}

fn coefficient(column: &[(usize, i64)], row: usize) -> BigInt {
    column.iter().filter(|&&(r, _)| r == row).map(|&(_, coefficient)| BigInt::from(coefficient)).sum()
}

/// 2^61 − 1, a prime.
const PRIME: i128 = (1 << 61) - 1;

/// Columns none of which is a combination of earlier ones, each with a row, such that the square matrix of these rows is regular.
fn independent(columns: &[Vec<(usize, i64)>], rows: usize) -> Vec<(usize, usize)> {
    // Reduced columns, each with 1 in its own row and 0 in the rows of those before it.
    let mut reduced: Vec<Vec<i128>> = Vec::new();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (j, column) in columns.iter().enumerate() {
        if found.len() == rows {
            break;
        }
        let mut left = vec![0_i128; rows];
        for &(row, coefficient) in column {
            left[row] = (left[row] + i128::from(coefficient)).rem_euclid(PRIME);
        }
        for (&(_, row), by) in found.iter().zip(&reduced) {
            let factor = left[row];
            if factor != 0 {
                for (left, by) in left.iter_mut().zip(by) {
                    *left = (*left - factor * by).rem_euclid(PRIME);
                }
            }
        }
        if let Some(row) = left.iter().position(|&left| left != 0) {
            let scale = inverse(left[row]);
            reduced.push(left.into_iter().map(|left| left * scale % PRIME).collect());
            found.push((j, row));
        }
    }
    found
}

/// The number whose product with `number` is 1 modulo the prime.
fn inverse(number: i128) -> i128 {
    let (mut power, mut base, mut exponent) = (1, number, PRIME - 2);
    while exponent > 0 {
        if exponent & 1 == 1 {
            power = power * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    power
}

/// Solves a regular system by elimination in whole numbers (Bareiss: every division leaves no remainder). `None` when it is not regular.
fn solve_square(mut matrix: Vec<Vec<BigInt>>, right: &[BigRational]) -> Option<Vec<BigRational>> {
    let size = matrix.len();
    let mut common = BigInt::one();
    for value in right {
        common = common.clone() / gcd(&common, value.denom()) * value.denom();
    }
    for (row, value) in matrix.iter_mut().zip(right) {
        row.push(value.numer() * (&common / value.denom()));
    }
    let mut before = BigInt::one();
    for step in 0..size {
        let pivot_row = (step..size).find(|&row| !matrix[row][step].is_zero())?;
        matrix.swap(step, pivot_row);
        let (above, below) = matrix.split_at_mut(step + 1);
        let pivot = &above[step];
        for row in below {
            let factor = std::mem::take(&mut row[step]);
            for column in step + 1..=size {
                row[column] = (&row[column] * &pivot[step] - &factor * &pivot[column]) / &before;
            }
        }
        before = matrix[step][step].clone();
    }
    let mut values = vec![BigRational::zero(); size];
    for row in (0..size).rev() {
        let mut sum = BigRational::from(matrix[row][size].clone());
        for column in row + 1..size {
            sum -= &values[column] * &matrix[row][column];
        }
        values[row] = sum / &matrix[row][row];
    }
    Some(values.into_iter().map(|value| value / &common).collect())
}

fn gcd(a: &BigInt, b: &BigInt) -> BigInt {
    let (mut a, mut b) = (a.clone(), b.clone());
    while !b.is_zero() {
        (a, b) = (b.clone(), a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fraction(a: i64, b: i64) -> BigRational {
        BigRational::new(a.into(), b.into())
    }

    #[test]
    fn the_first_independent_columns_are_changed() {
        // 2x + y + z = 3 and y − z = 0 and their sum, from (1, 1/2, 0): x and y change, z does not.
        let columns = [vec![(0, 2), (2, 2)], vec![(0, 1), (1, 1), (2, 2)], vec![(0, 1), (1, -1)]];
        let right = [fraction(3, 1), fraction(0, 1), fraction(3, 1)];
        let start = [fraction(1, 1), fraction(1, 2), fraction(0, 1)];
        let found = nearest_solution(&columns, &right, &start);
        assert_eq!(found, Some(vec![fraction(3, 2), fraction(0, 1), fraction(0, 1)]));
        // The third row contradicts the others.
        let right = [fraction(3, 1), fraction(0, 1), fraction(4, 1)];
        assert_eq!(nearest_solution(&columns, &right, &start), None);
    }

    #[test]
    fn fractions_come_out_exactly() {
        let columns = [vec![(0, 3), (1, 1)], vec![(0, 1), (1, 7)]];
        let near = [BigRational::from_float(0.3).unwrap_or_default(), BigRational::from_float(0.1).unwrap_or_default()];
        let found = nearest_solution(&columns, &[fraction(1, 1), fraction(1, 1)], &near);
        assert_eq!(found, Some(vec![fraction(3, 10), fraction(1, 10)]));
    }
}
