//! The beta distribution, as far as a Jeffreys bound needs it.

/// The upper end of a one-sided Jeffreys interval for a probability (Brown, Cai and DasGupta, *Interval Estimation for a Binomial
/// Proportion*, Statistical Science 16, 2001, section 4.3): after `hits` in `draws`, the `level` quantile of Beta(hits + 1/2, draws −
/// hits + 1/2). 1 when all were hits.
pub fn jeffreys_upper(hits: u64, draws: u64, level: f64) -> f64 {
    if hits >= draws {
        return 1.0;
    }
    quantile(hits as f64 + 0.5, (draws - hits) as f64 + 0.5, level)
}

/// The `level` quantile of Beta(a, b), by halving.
fn quantile(a: f64, b: f64, level: f64) -> f64 {
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    for _ in 0..200 {
        let middle = low + (high - low) / 2.0;
        if cumulative(a, b, middle) < level {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// The regularised incomplete beta function I_x(a, b): the chance that Beta(a, b) is at most x.
///
/// By its continued fraction (DLMF 8.17.22), on the side of the mean where it converges fast; on the other, I_x(a, b) = 1 − I_{1−x}(b, a).
fn cumulative(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front = (log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * x.ln() + b * (-x).ln_1p()).exp();
    if x < (a + 1.0) / (a + b + 2.0) {
        front * continued_fraction(a, b, x) / a
    } else {
        1.0 - front * continued_fraction(b, a, 1.0 - x) / b
    }
}

/// 1/(1 + d_1/(1 + d_2/(1 + …))) with d_{2m} = m(b−m)x/((a+2m−1)(a+2m)) and d_{2m+1} = −(a+m)(a+b+m)x/((a+2m)(a+2m+1)), by Lentz's method.
fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    const STEPS: u32 = 10_000;
    let away = |number: f64| if number.abs() < TINY { TINY } else { number };
    let (mut upper, mut lower) = (1.0, 0.0);
    let mut value = 1.0;
    for step in 0..STEPS {
        let m = f64::from(step / 2);
        let term = match step {
            0 => 1.0,
            _ if step % 2 == 0 => m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m)),
            _ => -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0)),
        };
        if step == 0 {
            // The fraction as 1/(1 + …): begin with its denominator.
            continue;
        }
        lower = 1.0 / away(1.0 + term * lower);
        upper = away(1.0 + term / upper);
        let change = upper * lower;
        value *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    1.0 / value
}

/// ln Γ(x) for x > 0: moved up to where Stirling's series (DLMF 5.11.1) is exact to the last digits, then back down.
fn log_gamma(x: f64) -> f64 {
    let (mut x, mut moved) = (x, 1.0_f64);
    while x < 15.0 {
        moved *= x;
        x += 1.0;
    }
    let inverse = 1.0 / (x * x);
    let series = [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360_360.0, 1.0 / 156.0];
    let correction = series.iter().rev().fold(0.0, |sum, term| sum * inverse + term) / x;
    (x - 0.5) * x.ln() - x + 0.5 * std::f64::consts::TAU.ln() + correction - moved.ln()
}

#[cfg(test)]
mod tests {
    use super::{cumulative, jeffreys_upper, log_gamma};
    use std::f64::consts::{FRAC_2_PI, PI};

    fn close(found: f64, expected: f64, relative: f64) -> bool {
        (found - expected).abs() <= relative * expected.abs()
    }

    #[test]
    fn closed_forms() {
        for x in [0.001_f64, 0.03, 0.2, 0.5, 0.77, 0.999] {
            // Beta(1/2, 1/2) is the arcsine law; Beta(a, 1) is a power; Beta(1/2, 3/2) by parts.
            let arcsine = FRAC_2_PI * x.sqrt().asin();
            assert!(close(cumulative(0.5, 0.5, x), arcsine, 1e-12), "{x}");
            assert!(close(cumulative(0.5, 1.5, x), arcsine + FRAC_2_PI * (x * (1.0 - x)).sqrt(), 1e-12), "{x}");
            assert!(close(cumulative(3.5, 1.0, x), x.powf(3.5), 1e-12), "{x}");
            assert!(!close(cumulative(3.5, 1.1, x), x.powf(3.5), 1e-3), "{x}: planted");
        }
        assert!(close(log_gamma(0.5), PI.sqrt().ln(), 1e-14));
        assert!(close(log_gamma(10_001.0), 82_108.927_836_814_35, 1e-14), "ln 10000!");
    }

    #[test]
    fn known_bounds() {
        // By mpmath 1.3 (betainc, 20 digits), halving.
        for (hits, draws, level, bound) in [
            (0, 10_000, 0.99, 0.000_331_681_517_824_008),
            (3, 10_000, 0.99, 0.000_923_454_197_150_669),
            (50, 10_000, 0.99, 0.006_842_045_374_220_07),
            (0, 10_000, 0.975, 0.000_251_156_484_383),
            (50, 10_000, 0.975, 0.006_529_803_089_71),
        ] {
            assert!(close(jeffreys_upper(hits, draws, level), bound, 1e-10), "{hits} of {draws}");
        }
        // A tenth of 10,000: normal approximation 0.1 + 2.3263·0.003 with its skewness correction, to four digits.
        assert!((jeffreys_upper(1000, 10_000, 0.99) - 0.1071).abs() < 1e-4);
        assert_eq!(jeffreys_upper(7, 7, 0.99), 1.0);
    }
}
