//! What a lottery's selection probabilities look like as a whole.

/// Statistics of selection probabilities, as the papers on citizens' assemblies define them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Statistics {
    /// Fewest tickets that any member has.
    pub least: u64,
    /// Most tickets that any member has.
    pub most: u64,
    /// Gini coefficient Σ(2i−n−1)π_(i) / (n·Σπ) over ascending π: 0 when all chances are equal.
    pub gini: f64,
    /// Geometric mean of the probabilities; 0 when one is 0.
    pub geometric_mean: f64,
}

impl Statistics {
    /// Of members with these tickets out of `all`.
    pub fn of(marginals: &[u64], all: u64) -> Self {
        let mut sorted = marginals.to_vec();
        sorted.sort_unstable();
        let n = sorted.len() as i128;
        let sum: i128 = sorted.iter().map(|&tickets| i128::from(tickets)).sum();
        let weighted: i128 =
            sorted.iter().zip(1_i128..).map(|(&tickets, i)| (2 * i - n - 1) * i128::from(tickets)).sum();
        let logarithms: f64 = sorted.iter().map(|&tickets| (tickets as f64 / all as f64).ln()).sum();
        Self {
            least: sorted.first().copied().unwrap_or_default(),
            most: sorted.last().copied().unwrap_or_default(),
            gini: if sum == 0 { 0.0 } else { weighted as f64 / (n * sum) as f64 },
            geometric_mean: (logarithms / n as f64).exp(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Statistics;

    #[test]
    fn by_hand() {
        // Chances 1/10, 2/10, 3/10, 4/10: Gini (−3·1 − 1·2 + 1·3 + 3·4) / (4·10) = 1/4, geometric mean (24)^(1/4) / 10.
        let statistics = Statistics::of(&[3, 1, 4, 2], 10);
        assert_eq!((statistics.least, statistics.most), (1, 4));
        assert!((statistics.gini - 0.25).abs() < 1e-15);
        assert!((statistics.geometric_mean - 24.0_f64.powf(0.25) / 10.0).abs() < 1e-15);
        assert_eq!(Statistics::of(&[5, 5], 10).gini, 0.0);
        assert_eq!(Statistics::of(&[0, 5], 10).geometric_mean, 0.0);
    }
}
