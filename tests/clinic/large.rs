//! Pools with more cells than the program begins with, whose answers are known by how they are made.

use klero::clinic::{ClashRule, examine};
use klero::instance::{Instance, Settings, build_anyway};
use klero::read::read_csv;
use klero::solve::has_panel;

use super::pool::Dice;

const MEMBERS: usize = 2_500;
const CATEGORIES: usize = 5;
const VALUES: usize = 6;
const SIZE: usize = 40;

/// Exact quotas that are those of a panel known to be there (its members are handed out), with one number of the first category raised by one if so.
/// Half of the members live in households of two; of each, one at most may sit.
fn planted(seed: u64, raised: bool) -> (Instance, Vec<usize>, usize) {
    let mut dice = Dice::new(seed);
    let values: Vec<Vec<usize>> =
        (0..MEMBERS).map(|_| (0..CATEGORIES).map(|_| dice.below(VALUES).min(dice.below(VALUES))).collect()).collect();
    let mut pool = String::from("id,home,c0,c1,c2,c3,c4\n");
    for (m, values) in values.iter().enumerate() {
        let home = if m < MEMBERS / 2 { format!("h{}", m / 2) } else { String::new() };
        let values: Vec<String> = values.iter().map(|v| format!("v{v}")).collect();
        pool += &format!("m{m:04},{home},{}\n", values.join(","));
    }
    let mut panel: Vec<usize> = Vec::new();
    while panel.len() < SIZE {
        let member = dice.below(MEMBERS);
        let housemate = (member < MEMBERS / 2).then_some(member ^ 1);
        if !panel.contains(&member) && housemate.is_none_or(|other| !panel.contains(&other)) {
            panel.push(member);
        }
    }
    let seats = |c: usize, v: usize| panel.iter().filter(|&&member| values[member][c] == v).count();
    let largest = (0..VALUES).max_by_key(|&v| seats(0, v)).expect("values");
    let mut quotas = String::from("feature,value,min,max\n");
    for c in 0..CATEGORIES {
        for v in 0..VALUES {
            let seats = seats(c, v) + usize::from(raised && (c, v) == (0, largest));
            quotas += &format!("c{c},v{v},{seats},{seats}\n");
        }
    }
    let read = |text: &str| read_csv("a.csv", text.as_bytes()).expect("a table");
    let settings = Settings { household_columns: vec!["home".to_owned()], ..Settings::of_size(SIZE) };
    let built = build_anyway(&read(&quotas), &read(&pool), &settings).expect("an instance");
    let least = seats(0, largest) + 1;
    (built.instance, panel, least)
}

#[test]
fn exact_quotas_of_a_panel_have_a_panel() {
    for seed in 0..2 {
        let (instance, panel, _) = planted(seed, false);
        assert_eq!(has_panel(&instance), Ok(true), "seed {seed}");
        let ground = klero::solve::Ground::new(&instance);
        let mut panels = klero::solve::Panels::new(&instance, &ground);
        let usual = panels.usual();
        let sizes = panels.sizes(&usual).expect("sizes");
        assert_eq!((sizes.ranges.as_slice(), sizes.each), ([(SIZE, SIZE)].as_slice(), true));
        let seatless = panels.seatless(&usual).expect("decided");
        assert!(!panel.iter().any(|member| seatless.contains(member)), "seed {seed}");
        let none = |member: usize| {
            let values = &instance.members()[member].values;
            values.iter().enumerate().any(|(c, &v)| instance.categories()[c].values[v].quota.max == 0)
        };
        assert!((0..MEMBERS).filter(|&member| none(member)).all(|member| seatless.contains(&member)));
    }
}

#[test]
fn one_seat_too_many_costs_the_largest_minimum_a_seat() {
    for seed in 0..2 {
        let (instance, _, least) = planted(seed, true);
        assert_eq!(has_panel(&instance), Ok(false), "seed {seed}");
        let clinic = examine(&instance, &mut |_| ()).expect("decided");
        // Every way takes a seat from a minimum of the first category; the largest is the cheapest, and the panel that was planted shows that it will do.
        let first = &clinic.repairs.ways[0];
        assert_eq!(first.cost, 1000 + 2000_i64.div_euclid(least as i64) + i64::from(2000 % least != 0), "seed {seed}");
        assert_eq!(first.seats, 1);
        let clash = clinic.clash.expect("a clash");
        let in_first = |rule: &ClashRule| matches!(rule, ClashRule::Quota { row, least: Some(_), most: None, .. } if *row <= VALUES);
        assert!(clash.irreducible && clash.rules.iter().all(in_first), "{:?}", clash.rules);
    }
}
