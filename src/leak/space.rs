//! The leading singular vectors of the matrix of members and panels, by subspace iteration; the matrix itself is never written out.

use crate::lottery::Lottery;

/// Rounds of the iteration. More change no score: what is looked for are neighbours, not digits.
const ROUNDS: usize = 12;

/// For each member a place in so many dimensions: the member's row of the matrix, as far as the leading singular vectors give it, scaled to
/// length 1 (a row of zeros stays one).
pub fn coordinates(lottery: &Lottery, marginals: &[u64], dimensions: usize) -> Vec<Vec<f64>> {
    let dimensions = dimensions.min(marginals.len()).min(lottery.panels().len()).max(1);
    let shares: Vec<f64> = marginals.iter().map(|&tickets| tickets as f64 / lottery.tickets() as f64).collect();
    let mut basis = start(marginals.len(), dimensions);
    for _ in 0..ROUNDS {
        orthonormalise(&mut basis, dimensions);
        basis = times(lottery, &shares, &basis, dimensions);
    }
    orthonormalise(&mut basis, dimensions);
    // In the space that the columns of Q span, row i of A is (row i of Q)·QᵀA; so distances come from Q and the Gram matrix QᵀAAᵀQ = LLᵀ.
    let image = times(lottery, &shares, &basis, dimensions);
    let mut gram = vec![0.0; dimensions * dimensions];
    for (q, z) in basis.chunks(dimensions).zip(image.chunks(dimensions)) {
        for (row, q) in gram.chunks_mut(dimensions).zip(q) {
            row.iter_mut().zip(z).for_each(|(sum, z)| *sum += q * z);
        }
    }
    let factor = cholesky(gram, dimensions);
    let place = |q: &[f64]| {
        let mut place = vec![0.0; dimensions];
        for (row, q) in factor.chunks(dimensions).zip(q) {
            place.iter_mut().zip(row).for_each(|(sum, l)| *sum += q * l);
        }
        let length = place.iter().map(|x| x * x).sum::<f64>().sqrt();
        if length > 1e-9 {
            place.iter_mut().for_each(|x| *x /= length);
        }
        place
    };
    basis.chunks(dimensions).map(place).collect()
}

/// A Aᵀ V for the matrix A of members and panels, whose entries are the square root of the panel's share of tickets where the member sits,
/// less the member's average. V has one row a member.
fn times(lottery: &Lottery, shares: &[f64], basis: &[f64], dimensions: usize) -> Vec<f64> {
    let mut average = vec![0.0; dimensions];
    for (share, row) in shares.iter().zip(basis.chunks(dimensions)) {
        average.iter_mut().zip(row).for_each(|(sum, x)| *sum += share * x);
    }
    let mut product = vec![0.0; basis.len()];
    let mut total = vec![0.0; dimensions];
    let mut seen = vec![0.0; dimensions];
    for panel in lottery.panels() {
        let weight = panel.tickets as f64 / lottery.tickets() as f64;
        seen.iter_mut().zip(&average).for_each(|(seen, average)| *seen = -average);
        let rows = || panel.members.iter().map(|&number| (number as usize - 1) * dimensions);
        for at in rows() {
            let row = basis.get(at..at + dimensions).unwrap_or_default();
            seen.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
        }
        seen.iter_mut().zip(&mut total).for_each(|(seen, total)| {
            *seen *= weight;
            *total += *seen;
        });
        for at in rows() {
            let row = product.get_mut(at..at + dimensions).unwrap_or_default();
            row.iter_mut().zip(&seen).for_each(|(sum, x)| *sum += x);
        }
    }
    for (share, row) in shares.iter().zip(product.chunks_mut(dimensions)) {
        row.iter_mut().zip(&total).for_each(|(sum, total)| *sum -= share * total);
    }
    product
}

/// Numbers between −1 and 1 that are the same in every run, as good as by lot.
fn start(members: usize, dimensions: usize) -> Vec<f64> {
    let mut state = 1_u64;
    let next = |_| {
        // The multiplier is Knuth's (The Art of Computer Programming 2, 3.3.4, table 1, line 26); the top bits are the good ones.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    };
    (0..members * dimensions).map(next).collect()
}

/// Makes the columns orthonormal (Gram and Schmidt, twice); columns that depend on earlier ones become 0.
fn orthonormalise(basis: &mut [f64], dimensions: usize) {
    for column in 0..dimensions {
        let before = norm(basis, dimensions, column);
        for _ in 0..2 {
            let mut dots = vec![0.0; column];
            for row in basis.chunks(dimensions) {
                let x = row.get(column).copied().unwrap_or_default();
                dots.iter_mut().zip(row).for_each(|(dot, y)| *dot += x * y);
            }
            for row in basis.chunks_mut(dimensions) {
                let away: f64 = dots.iter().zip(row.iter()).map(|(dot, y)| dot * y).sum();
                if let Some(x) = row.get_mut(column) {
                    *x -= away;
                }
            }
        }
        let after = norm(basis, dimensions, column);
        let scale = if after > before * 1e-10 && after > 0.0 { 1.0 / after } else { 0.0 };
        basis.chunks_mut(dimensions).filter_map(|row| row.get_mut(column)).for_each(|x| *x *= scale);
    }
}

fn norm(basis: &[f64], dimensions: usize, column: usize) -> f64 {
    basis.chunks(dimensions).filter_map(|row| row.get(column)).map(|x| x * x).sum::<f64>().sqrt()
}

/// The lower triangular L with L Lᵀ = G for a G without negative eigenvalues; columns of pivots that are next to nothing become 0.
fn cholesky(mut gram: Vec<f64>, dimensions: usize) -> Vec<f64> {
    let d = dimensions;
    let largest = (0..d).map(|i| gram[i * d + i]).fold(0.0, f64::max);
    for j in 0..d {
        let square: f64 = gram[j * d + j] - (0..j).map(|k| gram[j * d + k] * gram[j * d + k]).sum::<f64>();
        let pivot = if square > largest * 1e-12 { square.sqrt() } else { 0.0 };
        for i in 0..d {
            let x = if i < j || pivot == 0.0 {
                0.0
            } else if i == j {
                pivot
            } else {
                (gram[i * d + j] - (0..j).map(|k| gram[i * d + k] * gram[j * d + k]).sum::<f64>()) / pivot
            };
            gram[i * d + j] = x;
        }
    }
    gram
}

#[cfg(test)]
mod tests {
    use super::{cholesky, coordinates, orthonormalise, start};
    use crate::lottery::{Lottery, Panel};

    #[test]
    fn columns_become_orthonormal() {
        let mut basis = start(50, 4);
        // The last column is twice the first.
        for row in basis.chunks_mut(4) {
            row[3] = 2.0 * row[0];
        }
        orthonormalise(&mut basis, 4);
        let dot = |a: usize, b: usize| basis.chunks(4).map(|row| row[a] * row[b]).sum::<f64>();
        for a in 0..4 {
            for b in 0..4 {
                let expected = if a == b && a < 3 { 1.0 } else { 0.0 };
                assert!((dot(a, b) - expected).abs() < 1e-12, "{a} {b}: {}", dot(a, b));
            }
        }
    }

    #[test]
    fn cholesky_by_hand() {
        assert_eq!(cholesky(vec![4.0, 2.0, 2.0, 5.0], 2), [2.0, 0.0, 1.0, 2.0]);
        // Of rank 1.
        assert_eq!(cholesky(vec![4.0, 2.0, 2.0, 1.0], 2), [2.0, 0.0, 1.0, 0.0]);
    }

    #[test]
    fn all_dimensions_keep_all_angles() {
        let panel = |members: &[u32], tickets| Panel { members: members.to_vec(), tickets };
        let panels =
            vec![panel(&[1, 2], 3), panel(&[1, 4], 2), panel(&[2, 3], 2), panel(&[3, 4], 1), panel(&[4, 5], 2)];
        let lottery = Lottery::new(2, panels);
        let marginals = lottery.marginals(5);
        let places = coordinates(&lottery, &marginals, 5);
        // The matrix written out.
        let rows: Vec<Vec<f64>> = (0..5)
            .map(|i| {
                let entry = |panel: &Panel| {
                    let sits = if panel.members.contains(&(i as u32 + 1)) { 1.0 } else { 0.0 };
                    (sits - marginals[i] as f64 / 10.0) * (panel.tickets as f64 / 10.0).sqrt()
                };
                lottery.panels().iter().map(entry).collect()
            })
            .collect();
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        for (a, one) in rows.iter().zip(&places) {
            for (b, other) in rows.iter().zip(&places) {
                let cosine = dot(a, b) / (dot(a, a) * dot(b, b)).sqrt();
                assert!((dot(one, other) - cosine).abs() < 1e-9, "{cosine} {}", dot(one, other));
            }
        }
    }
}
