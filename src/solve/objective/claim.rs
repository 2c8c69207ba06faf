//! What is claimed of a point, in numbers and in words.

use num_rational::BigRational;

use crate::solve::leximin::to_f64;

/// What is claimed of the selection probabilities of a solution, beside that panels attain them.
#[derive(Debug, Clone, PartialEq)]
pub enum Claim {
    /// They are leximin, as the stages prove.
    Leximin,
    /// No lottery gives everybody who can be seated more than this; nothing about larger probabilities.
    Maximin {
        /// The smallest probability, exactly.
        least: BigRational,
    },
    /// No lottery has a much larger sum of logarithms of probabilities.
    Nash {
        /// How much larger it could be at most.
        gap: f64,
        /// How many members can be seated.
        people: i64,
    },
    /// No lottery has a much smaller (n/k)·largest + γ·(k/n)/smallest; leximin among those with no larger largest probability.
    Goldilocks {
        /// γ.
        gamma: f64,
        /// The smallest probability.
        low: f64,
        /// The largest.
        high: f64,
        /// The value of the objective.
        value: f64,
        /// How much smaller it could be at most.
        gap: f64,
        /// Whether the leximin part is exact; otherwise to eight decimals.
        exact: bool,
    },
}

impl Claim {
    /// How much better than this any lottery could be at most, in the units of the objective; `None` where there is no such number.
    pub fn gap(&self) -> Option<f64> {
        match self {
            Self::Leximin | Self::Maximin { .. } => None,
            Self::Nash { gap, .. } | Self::Goldilocks { gap, .. } => Some(*gap),
        }
    }

    /// The claim in sentences; none for leximin, which has a certificate.
    pub fn sentences(&self) -> Vec<String> {
        match self {
            Self::Leximin => Vec::new(),
            Self::Maximin { least } => vec![
                format!("No lottery gives everybody who can be seated more than {least}: proven, exact."),
                "Nothing is claimed about chances above the smallest.".to_owned(),
            ],
            Self::Nash { gap, people } => vec![
                format!(
                    "No lottery's sum of log chances is more than {gap:.1e} above this one: proven in whole numbers."
                ),
                format!(
                    "So no lottery's geometric mean is larger by more than {:.1e} of its size.",
                    gap / (*people).max(1) as f64
                ),
            ],
            Self::Goldilocks { gamma, low, high, value, gap, exact } => vec![
                format!(
                    "(n/k) \u{b7} largest + {gamma} \u{b7} (k/n) / smallest is {value:.9}, with smallest {low:.9} and largest {high:.9}."
                ),
                format!("No lottery's is more than {gap:.1e} below that: proven."),
                format!(
                    "Among lotteries with no larger chance it is leximin ({}).",
                    if *exact { "exact" } else { "to eight decimals" }
                ),
            ],
        }
    }
}

/// The least and the largest probability of those who have one.
pub fn ends(probabilities: &[BigRational]) -> Option<(f64, f64)> {
    let zero = BigRational::default();
    let seated = || probabilities.iter().filter(|p| **p != zero);
    Some((to_f64(seated().min()?), to_f64(seated().max()?)))
}
