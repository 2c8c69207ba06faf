//! The clinic against every set of members of small pools.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on must stop loudly")]

#[path = "clinic/checks.rs"]
mod checks;
#[path = "clinic/large.rs"]
mod large;
#[path = "clinic/planted.rs"]
mod planted;
#[path = "clinic/pool.rs"]
mod pool;
#[path = "clinic/words.rs"]
mod words;

use klero::clinic::{Clinic, examine};
use pool::Pool;

fn examined(pool: &Pool) -> Clinic {
    examine(&pool.built().instance, &mut |_| ()).expect("small pools are easy")
}

/// Random pools with or without a panel.
fn pools(feasible: bool, many: usize) -> impl Iterator<Item = (u64, Pool)> {
    let pools = (0..).map(|seed| (seed, Pool::random(seed)));
    pools.filter(move |(_, pool)| pool.panels(pool.size).is_empty() != feasible).take(many)
}

#[test]
fn five_hundred_pools_without_a_panel() {
    let mut wrong = Vec::new();
    let mut clashes = vec![0; 12];
    for (seed, pool) in pools(false, 500) {
        let clinic = examined(&pool);
        assert!(!clinic.has_panel, "seed {seed}");
        let clash = clinic.clash.as_ref().expect("a clash");
        clashes[clash.rules.len()] += 1;
        let sizes = clinic.sizes.as_ref().expect("sizes");
        let verdicts = [
            ("clash", checks::clash(&pool, clash)),
            ("sizes", checks::sizes(&pool, sizes)),
            ("drops", checks::drops(&pool, &clinic.drops)),
            ("repairs", checks::repairs(&pool, &clinic.repairs)),
            ("everybody", checks::everybody(&pool, &clinic)),
        ];
        wrong.extend(verdicts.into_iter().filter_map(|(what, v)| Some(format!("seed {seed}, {what}: {}", v.err()?))));
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong[..wrong.len().min(10)].join("\n"));
    assert!(clashes[1..4].iter().all(|&many| many > 20), "clashes of all kinds: {clashes:?}");
}

#[test]
fn three_hundred_pools_with_a_panel() {
    let mut some_left_out = 0;
    for (seed, pool) in pools(true, 300) {
        let clinic = examined(&pool);
        assert!(clinic.has_panel && clinic.clash.is_none() && clinic.repairs.ways.is_empty(), "seed {seed}");
        some_left_out += usize::from(clinic.seatless.as_ref().is_some_and(|seatless| !seatless.is_empty()));
        let verdicts = [
            ("sizes", checks::sizes(&pool, clinic.sizes.as_ref().expect("sizes"))),
            ("seatless", checks::seatless(&pool, &clinic)),
            ("everybody", checks::everybody(&pool, &clinic)),
        ];
        for (what, verdict) in verdicts {
            assert_eq!(verdict, Ok(()), "seed {seed}, {what}");
        }
    }
    assert!(some_left_out > 50, "{some_left_out}");
}
