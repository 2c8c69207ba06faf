//! Made-up pools of volunteers, byte for byte the same on every machine. The town and the people are in `src/generate/town.rs` and
//! `src/generate/people.rs`; here is what tests and `examples/generate.rs` ask of them.

use klero::generate::{Plan, Population, generate};

/// The files `quotas.csv` and `pool.csv` of an assembly of `size` seats with that many `members` in its pool, from the town with
/// that many categories; see [`generate`].
#[expect(clippy::panic, reason = "it is compiled into tests and into examples, and neither can go on without its pool")]
pub fn population(members: usize, size: usize, categories: usize, slack: usize, seed: u64) -> (String, String) {
    let plan = Plan { slack: Some(slack), seed, ..Plan::new(members, size, Population::town(categories)) };
    let mut pool = Vec::new();
    match generate(&plan, &mut pool) {
        Ok(quotas) => (quotas, String::from_utf8_lossy(&pool).into_owned()),
        Err(error) => panic!("{error}"),
    }
}
