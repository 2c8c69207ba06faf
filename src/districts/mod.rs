//! Councils of several districts from one pool: each district's own size and quotas become one ordinary quotas file for all seats together.
//!
//! With `district = D` for those who live in district D of size k_D, the file has
//!
//! ```text
//! for every district D:                      seats of district = D             are  k_D
//! for every quota (v, least, most) of D:     seats of district = D and v       from least to most
//! for every value v that has a quota:        seats of v                        from the sum of least to the sum of most over all districts
//! ```
//!
//! The last ones follow from the others; a quotas file must name all values. Nothing ties one district to another, so panels are any panels of the districts
//! side by side, and the fairest lottery gives everybody the chance that the district's own lottery would.

mod compile;
mod problem;
mod read;

pub use compile::{Councils, District, compile};
pub use problem::DistrictProblem;

/// The name of the column with a district in the files of districts and quotas, and in the pool if no other is named.
pub const COLUMN: &str = "district";

/// Whether a header is that of a file of districts.
pub fn has_districts_header(header: &[String]) -> bool {
    let has = |name: &str| header.iter().any(|header| crate::instance::fold(header) == name);
    has(COLUMN) && has(read::SIZE) && !crate::instance::has_quotas_header(header)
}
