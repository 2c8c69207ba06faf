//! Selection rules over many pools: what each makes of the members' chances, as rows of a table and as a drawing.

mod beta;
mod drawing;
mod metrics;
mod outcome;
mod table;

pub use beta::jeffreys_upper;
pub use drawing::{Curve, drawing};
pub use metrics::{Metrics, metrics, share_below};
pub use outcome::{Measured, Outcome, Rule, RunError, run};
pub use table::{COLUMNS, Cost, PoolFacts, Row, header, rows};
