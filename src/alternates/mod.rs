//! Alternates: who is ready to step in when members of a panel drop out.
//!
//! After Assos, Baharav, Flanigan and Procaccia, *Alternates, Assemble! Selecting Optimal Alternates for Citizens' Assemblies* (2025): draw many
//! scenarios of who drops out, and choose the alternates who leave the least deviation from the quotas on average over them, when in each the
//! best of the alternates are called in (empirical risk minimisation). `docs/alternates.md` defines all of it.
//!
//! Everything is in whole numbers: the same panel, probabilities and key give the same alternates everywhere. What is told of them comes from a second
//! sample, so that it is not flattered by the choice.

mod call;
mod choose;
mod drawing;
mod drop_out;
mod facts;
mod ground;
mod inner;
mod needs;
mod problem;
mod quotas;
mod recruit;
mod scenarios;
mod study;

pub use call::{Call, call};
pub use drawing::drawing;
pub use drop_out::{DropOuts, SaidOf, Share};
pub use facts::{Compared, FORMAT, Facts, Left, Way, facts_json};
pub use ground::{Case, Ground, Kind};
pub use needs::UNIT;
pub use problem::{AlternatesProblem, Sought};
pub use quotas::{Pool, quotas_by_value, quotas_exact};
pub use recruit::{Chance, SURE, chance_of_at_most, expected, over_recruit};
pub use scenarios::{Sample, key};
pub use study::{Average, CHOSEN_ON, Row, Samples, TOLD_ON, Told, row, study, tell, tell_lottery};
