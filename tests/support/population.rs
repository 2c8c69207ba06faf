//! Made-up pools of volunteers, byte for byte the same on every machine. The town and the people are in `src/generate/town.rs` and
//! `src/generate/people.rs`; here is what tests and `examples/generate.rs` ask of them.

use klero::generate::{Plan, Population, generate};

#[allow(unused_imports, reason = "not every test needs them")]
pub use klero::generate::{MOST_CATEGORIES, usual_slack};

/// The files `quotas.csv` and `pool.csv` of an assembly of `size` seats with that many `members` in its pool, from the town with
/// that many categories; see [`generate`].
#[allow(clippy::panic, reason = "a test that cannot go on must stop loudly")]
pub fn population(members: usize, size: usize, categories: usize, slack: usize, seed: u64) -> (String, String) {
    let plan = Plan { slack: Some(slack), seed, ..Plan::new(members, size, Population::town(categories)) };
    let mut pool = Vec::new();
    match generate(&plan, &mut pool) {
        Ok(quotas) => (quotas, String::from_utf8_lossy(&pool).into_owned()),
        Err(error) => panic!("{error}"),
    }
}
