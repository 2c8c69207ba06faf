//! Input files as organisers send them: what is accepted, what is refused, and in which words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on must stop")]

#[path = "inputs/agreement.rs"]
mod agreement;
#[path = "inputs/alike.rs"]
mod alike;
#[path = "inputs/corpus.rs"]
mod corpus;
#[path = "inputs/mutations.rs"]
mod mutations;
#[path = "inputs/properties.rs"]
mod properties;
#[path = "inputs/shape_mutations.rs"]
mod shape_mutations;
#[path = "inputs/shapes.rs"]
mod shapes;
#[path = "inputs/workbooks.rs"]
mod workbooks;
