//! Lotteries for a ceremony: panels that the oracle knows, twins within one ticket, no panel twice where there are enough of them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

mod support;

use klero::instance::{Instance, Person, Settings, build};
use klero::lottery::{Lottery, Panel, deal, deal_equal};
use klero::read::read_csv;
use klero::solve::{Solution, solve};
use support::oracle::{Small, feasible_panels};
use support::random::{random_small_with, to_csv};

fn instance(small: &Small) -> Option<Instance> {
    let (quotas, pool) = to_csv(small);
    let quotas = read_csv("quotas.csv", quotas.as_bytes()).unwrap();
    let pool = read_csv("pool.csv", pool.as_bytes()).unwrap();
    let settings = Settings {
        household_columns: pool.header.iter().filter(|&name| name == "household").cloned().collect(),
        include: small.include.iter().map(|&member| Person::Number(member + 1)).collect(),
        ..Settings::of_size(small.size)
    };
    build(&quotas, &pool, &settings).ok().map(|built| built.instance)
}

/// What is wrong with a ceremony's lottery in so many tickets.
fn fault(panels: &[Vec<usize>], solution: &Solution, lottery: &Lottery, tickets: u64) -> Option<String> {
    for panel in lottery.panels() {
        let members: Vec<usize> = panel.members.iter().map(|&number| number as usize - 1).collect();
        if panels.binary_search(&members).is_err() {
            return Some(format!("{:?} is no panel", panel.members));
        }
    }
    if lottery.tickets() != tickets {
        return Some("the tickets do not sum up".to_owned());
    }
    let members = solution.typed.types.iter().map(|kind| kind.members.len()).sum();
    let marginals = lottery.marginals(members);
    for kind in &solution.typed.types {
        let of_kind = || kind.members.iter().map(|&member| marginals[member]);
        if of_kind().max() > of_kind().min().map(|least| least + 1) {
            return Some(format!("twins {:?} differ by more than one ticket", kind.members));
        }
    }
    None
}

fn compositions(solution: &Solution) -> Vec<(&[(usize, i64)], u64)> {
    solution.compositions.iter().map(|c| (c.seats.as_slice(), c.tickets as u64)).collect()
}

#[test]
fn twins_are_within_one_ticket_and_panels_are_panels() {
    let (mut checked, mut repeated) = (0, [0, 0]);
    for seed in 0..60 {
        for households in [false, true] {
            let small = random_small_with(seed, households, seed % 3 == 0);
            let Some(instance) = instance(&small) else { continue };
            let panels = feasible_panels(&small);
            let tickets = 7 + seed % 90;
            let Ok(solution) = solve(&instance, tickets, &mut |_| {}) else { continue };
            let (size, classes) = (instance.size(), &solution.typed.classes);
            let dealt = compositions(&solution);
            let lottery = deal_equal(size, classes, instance.household_limit(), &dealt);
            assert_eq!(fault(&panels, &solution, &lottery, tickets), None, "seed {seed}, households {households}");
            let plain = deal(size, classes, &dealt);
            repeated[0] += usize::from(lottery.panels().len() < plain.panels().len());
            repeated[1] += usize::from(lottery.panels().len() > plain.panels().len());
            checked += 1;
        }
    }
    assert!(checked > 60, "{checked}");
    assert_eq!(repeated[0], 0, "more panels repeated than by dealing in stretches alone");
    assert!(repeated[1] > 5, "{repeated:?}");
}

#[test]
fn the_check_catches_an_uneven_lottery() {
    // Ten members of one kind, three seats.
    let small = Small::new(3, vec![vec![0]; 10], vec![vec![(0, 3)]]);
    let panels = feasible_panels(&small);
    let solution = solve(&instance(&small).unwrap(), 10, &mut |_| {}).unwrap();
    let fair = deal_equal(3, &solution.typed.classes, 1, &compositions(&solution));
    assert_eq!(fault(&panels, &solution, &fair, 10), None);
    assert_eq!(fair.panels().len(), 10);
    let caught = |panels_with_tickets: &[(&[u32], u64)], words: &str| {
        let panels_of = panels_with_tickets.iter().map(|&(members, tickets)| Panel { members, tickets });
        let planted = Lottery::new(3, panels_of);
        fault(&panels, &solution, &planted, 10).is_some_and(|fault| fault.contains(words))
    };
    assert!(caught(&[(&[1, 2, 3], 5), (&[4, 5, 6], 5)], "differ by more than one ticket"));
    assert!(caught(&[(&[1, 2, 3], 2), (&[4, 5, 6], 3), (&[7, 8, 9], 4)], "the tickets do not sum up"));
    assert!(caught(&[(&[1, 2], 10)], "is no panel"));
}

#[test]
fn a_large_household_limit_keeps_to_it() {
    // Three households of two women and two men, at most two of each; no quota worth the name.
    let mut pool = "id,gender,house\n".to_owned();
    for person in 0..12 {
        pool += &format!("{person:02},{},{}\n", if person % 2 == 0 { "woman" } else { "man" }, person / 4);
    }
    let quotas = "feature,value,min,max\ngender,woman,1,3\ngender,man,1,3\n";
    let settings = Settings { household_columns: vec!["house".to_owned()], household_limit: 2, ..Settings::of_size(4) };
    let table = |name: &str, text: &str| read_csv(name, text.as_bytes()).unwrap();
    let instance = build(&table("quotas", quotas), &table("pool", &pool), &settings).unwrap().instance;
    for tickets in [1, 10, 97] {
        let solution = solve(&instance, tickets, &mut |_| {}).unwrap();
        let lottery = deal_equal(4, &solution.typed.classes, 2, &compositions(&solution));
        let crowded = |limit: u32| {
            let of_house = |panel: &[u32], house| panel.iter().filter(|&&number| (number - 1) / 4 == house).count();
            lottery.panels().any(|p| (0..3).any(|house| of_house(p.members, house) > limit as usize))
        };
        assert!(!crowded(2));
        assert!(crowded(1), "the check must see two of a household");
        assert_eq!(lottery.panels().len() as u64, tickets, "every ticket has a panel of its own");
        let marginals = lottery.marginals(12);
        assert!(marginals.iter().max().unwrap() - marginals.iter().min().unwrap() <= 1, "{marginals:?}");
    }
}
