//! Who can be seated at all, and how high the smallest probability of the others can be.

use num_rational::BigRational;
use num_traits::Zero;

use crate::solve::SolveError;
use crate::solve::leximin::{Stage, prove, to_f64};
use crate::solve::relaxation::Relaxation;
use crate::solve::stage::solve_stage;
use crate::solve::tolerance::PROVEN;

/// The stages of leximin up to the first with a positive value.
pub struct Beginning {
    /// For each type, whether a lottery over the relaxation can seat it.
    pub seated: Vec<bool>,
    /// The first stage with a positive value; its value is 1 when nobody can be seated.
    pub stage: Stage,
    /// Expected counts, one for each type, that attain it.
    pub counts: Vec<f64>,
}

/// `None` when no expected counts meet the rules.
pub fn beginning(relaxation: &Relaxation) -> Result<Option<Beginning>, SolveError> {
    let types = relaxation.types();
    let mut exact: Vec<Option<BigRational>> = vec![None; types];
    for rule in relaxation.rules.iter().filter(|rule| rule.forbids()) {
        for &(t, _) in &rule.terms {
            exact[t] = Some(BigRational::zero());
        }
    }
    for number in 1..=types + 1 {
        let float: Vec<Option<f64>> = exact.iter().map(|value| value.as_ref().map(to_f64)).collect();
        let Some(optimum) = solve_stage(relaxation, &float, &vec![false; types], 0.0)? else {
            if number == 1 {
                return Ok(None);
            }
            return Err(SolveError::Drift { doing: "those who can be seated cannot be" });
        };
        let stage = prove(relaxation, &exact, &float, &optimum, number)?;
        // A smallest probability that the tolerances cannot tell from 0 is 0.
        if to_f64(&stage.value) > PROVEN {
            let seated = exact.iter().map(Option::is_none).collect();
            return Ok(Some(Beginning { seated, stage, counts: optimum.counts }));
        }
        for &t in &stage.held {
            exact[t] = Some(BigRational::zero());
        }
    }
    Err(SolveError::Drift { doing: "more stages than types" })
}
