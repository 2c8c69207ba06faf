//! The leak score: panels that keep tight quotas give away who is alike, and panels that know nothing of features do not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

use klero::instance::{Instance, Settings, build};
use klero::leak::leak;
use klero::lottery::{Lottery, Panel};
use klero::read::read_csv;

mod support;

use support::random::Dice;

const GROUPS: usize = 10;
const IN_GROUP: usize = 4;
const SEATS: usize = 2;

/// Forty members in ten groups of four, two of each on a panel.
fn instance() -> Instance {
    let quotas: String = (0..GROUPS).map(|g| format!("group,g{g},{SEATS},{SEATS}\n")).collect();
    let pool: String = (0..GROUPS * IN_GROUP).map(|i| format!("m{i:02},g{}\n", i % GROUPS)).collect();
    let table = |name: &str, header: &str, rows: &str| read_csv(name, format!("{header}\n{rows}").as_bytes()).unwrap();
    let (quotas, pool) = (table("quotas.csv", "feature,value,min,max", &quotas), table("pool.csv", "id,group", &pool));
    build(&quotas, &pool, &Settings::of_size(GROUPS * SEATS)).unwrap().instance
}

/// A lottery of panels that are put together by `choose` from a shuffled list of all members.
fn lottery(panels: usize, choose: impl Fn(&[u32]) -> Vec<u32>) -> Lottery {
    let mut dice = Dice::new(7);
    let panel = |_| {
        let order: Vec<u32> = dice.order(GROUPS * IN_GROUP).into_iter().map(|member| member as u32 + 1).collect();
        let mut members = choose(&order);
        members.sort_unstable();
        members
    };
    let panels: Vec<Vec<u32>> = (0..panels).map(panel).collect();
    Lottery::new(GROUPS * SEATS, panels.iter().map(|members| Panel { members, tickets: 1 }))
}

fn group(number: u32) -> usize {
    (number as usize - 1) % GROUPS
}

#[test]
fn panels_that_keep_quotas_give_away_who_is_alike() {
    let seated = |order: &[u32]| -> Vec<u32> {
        (0..GROUPS).flat_map(|g| order.iter().copied().filter(move |&m| group(m) == g).take(SEATS)).collect()
    };
    let tight = leak(&instance(), &lottery(200, seated));
    assert_eq!((tight.asked, tight.score), (40, 1.0));
    assert!((tight.chance - 3.0 / 39.0).abs() < 1e-12);
    assert!(tight.warns());
}

#[test]
fn panels_that_know_nothing_of_features_do_not() {
    let blind = leak(&instance(), &lottery(200, |order| order.iter().copied().take(GROUPS * SEATS).collect()));
    assert!(blind.score < 0.25, "{blind:?}");
    // One panel says nothing of anybody but who sits on it.
    let one = leak(&instance(), &lottery(1, |order| order.iter().copied().take(GROUPS * SEATS).collect()));
    assert_eq!((one.asked, one.warns()), (0, false));
}
