//! Statistics of selection probabilities, as the papers on citizens' assemblies define them.

/// A member counts as selected with less than another rule's minimum when their chance is this much below it: more than a lottery of 10^12
/// tickets or the last digits of a number can be off.
const BELOW: f64 = 1e-9;

/// What selection probabilities look like as a whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Metrics {
    /// Smallest probability.
    pub minimum: f64,
    /// Largest probability.
    pub maximum: f64,
    /// Gini coefficient Σ(2i−n−1)π_(i) / (n·Σπ) over ascending π: 0 when all chances are equal.
    pub gini: f64,
    /// Geometric mean.
    pub geometric_mean: f64,
}

/// The metrics of some probabilities. For the geometric mean, zeros are raised to `floor` if there is one (papers do so for sampled
/// rules, with 1e-4).
pub fn metrics(probabilities: &[f64], floor: Option<f64>) -> Metrics {
    let mut sorted = probabilities.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len() as f64;
    let sum: f64 = sorted.iter().sum();
    let weighted: f64 = sorted.iter().zip(1_u32..).map(|(p, i)| (2.0 * f64::from(i) - n - 1.0) * p).sum();
    let raised = |&p: &f64| if p <= 0.0 { floor.unwrap_or(0.0) } else { p };
    let logarithms: f64 = sorted.iter().map(raised).map(f64::ln).sum();
    Metrics {
        minimum: sorted.first().copied().unwrap_or(0.0),
        maximum: sorted.last().copied().unwrap_or(0.0),
        gini: if sum > 0.0 { twelve_digits(weighted / (n * sum)) } else { 0.0 },
        geometric_mean: twelve_digits((logarithms / n.max(1.0)).exp()),
    }
}

/// The share of members whose probability is below `minimum`.
pub fn share_below(probabilities: &[f64], minimum: f64) -> f64 {
    let below = probabilities.iter().filter(|&&p| p < minimum - BELOW).count();
    below as f64 / probabilities.len().max(1) as f64
}

/// Rounded to 12 digits after the point: the last digits of a logarithm differ from one machine to the next.
pub(super) fn twelve_digits(number: f64) -> f64 {
    (number * 1e12).round() / 1e12 + 0.0
}

#[cfg(test)]
mod tests {
    use super::{metrics, share_below};

    #[test]
    fn by_hand() {
        // Gini (−3·1 − 1·2 + 1·3 + 3·4) / (4·10) = 1/4, geometric mean 24^(1/4) / 10.
        let found = metrics(&[0.3, 0.1, 0.4, 0.2], None);
        assert_eq!((found.minimum, found.maximum, found.gini), (0.1, 0.4, 0.25));
        assert!((found.geometric_mean - 24.0_f64.powf(0.25) / 10.0).abs() < 1e-12);
        assert_eq!(metrics(&[0.0, 0.5], None).geometric_mean, 0.0);
        // √(1e-4 · 0.25) = 0.005
        assert_eq!(metrics(&[0.0, 0.25], Some(1e-4)).geometric_mean, 0.005);
        assert_eq!(metrics(&[0.25; 3], None).gini, 0.0);
        assert_eq!(share_below(&[0.1, 0.2, 0.2 - 1e-12, 0.3], 0.2), 0.25);
        assert_eq!(share_below(&[0.1, 0.2, 0.2 - 1e-7, 0.3], 0.2), 0.5);
    }
}
