//! What looks like a slip in a pool although it can be used: one person entered twice, one address in two spellings.
//!
//! Nothing here changes anything: it is said, and the organiser decides.

mod address;
mod twice;

pub use address::{Alike, NearAddress, near_addresses};
pub use twice::{Twice, entered_twice};
