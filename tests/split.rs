//! Several panels drawn together, against leximin over every way to draw so many disjoint panels, from a list of all of them.
//!
//! A deep run: `KLERO_POOLS=20000 cargo test --release --test split -- --nocapture`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

mod support;

use std::collections::BTreeSet;

use klero::instance::{Instance, Settings, build};
use klero::lottery::{Lottery, Panel, deal};
use klero::read::read_csv;
use klero::solve::{SolveError, solve};
use klero::split::{SplitError, mend, split};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};
use support::oracle::{Small, feasible_panels, leximin};
use support::population::population;
use support::random::{Dice, to_csv};

const TICKETS: u64 = 1_000_000_000_000;

/// A pool for so many panels of up to four, with quotas that come from a hidden set of members: those of one of the panels that it is divided into, or
/// what each of the panels would have to have if all had the same.
fn random_pool(seed: u64, panels: usize, households: bool) -> Small {
    let mut dice = Dice::new(seed);
    let size = dice.between(1, if panels == 2 { 4 } else { 3 });
    let all = size * panels;
    let members = dice.between(all, (all + 5).min(11));
    let categories = dice.between(1, 5);
    let widths: Vec<usize> = (0..categories).map(|_| dice.between(2, 3)).collect();
    let mut values: Vec<Vec<usize>> =
        (0..members).map(|_| widths.iter().map(|&width| dice.below(width)).collect()).collect();
    let hidden = dice.subset(members, all);
    let shared = dice.chance(1, 2);
    let exact = dice.chance(1, 2);
    let mut quotas = Vec::new();
    for (category, &width) in widths.iter().enumerate() {
        if shared {
            // The hidden members are given values in turn, so that each panel can have as many of each as the others.
            let order = dice.order(all);
            let pattern: Vec<usize> = (0..size).map(|_| dice.below(width)).collect();
            for (place, &member) in order.iter().map(|&place| &hidden[place]).enumerate() {
                values[member][category] = pattern[place % size];
            }
        }
        let count = |members: &[usize]| -> Vec<usize> {
            (0..width).map(|value| members.iter().filter(|&&m| values[m][category] == value).count()).collect()
        };
        let seats: Vec<usize> =
            if shared { count(&hidden).iter().map(|all| all / panels).collect() } else { count(&hidden[..size]) };
        let loosen = |seats: usize| match exact {
            true => (seats, seats),
            false => (seats.saturating_sub(dice.below(2)), seats + dice.below(2)),
        };
        quotas.push(seats.into_iter().map(loosen).collect());
    }
    let mut small = Small::new(size, values, quotas);
    if households {
        let homes = (members / 2).max(1);
        for home in &mut small.households {
            let drawn = dice.below(homes);
            *home = dice.chance(1, 2).then_some(drawn);
        }
    }
    small
}

/// All sets of members that can be divided into so many panels, each of which meets the quotas, with no household twice among all of them.
fn unions(small: &Small, panels: usize) -> Vec<Vec<usize>> {
    // Households hold for all panels together, and so for each of them.
    let single: Vec<u32> =
        feasible_panels(small).iter().map(|panel| panel.iter().fold(0, |mask, &member| mask | 1 << member)).collect();
    let mut unions: BTreeSet<u32> = single.iter().copied().collect();
    for _ in 1..panels {
        let joined =
            unions.iter().flat_map(|&all| single.iter().filter(move |&&one| all & one == 0).map(move |&one| all | one));
        unions = joined.collect();
    }
    let members =
        |mask: &u32| -> Vec<usize> { (0..small.values.len()).filter(|member| mask >> member & 1 == 1).collect() };
    let mut unions: Vec<Vec<usize>> = unions.iter().map(members).collect();
    unions.retain(|members| {
        let mut homes: Vec<usize> = members.iter().filter_map(|&member| small.households[member]).collect();
        let all = homes.len();
        homes.sort_unstable();
        homes.dedup();
        homes.len() == all
    });
    unions.sort();
    unions
}

/// The instance of all panels together; `None` when it is refused as one that no panel can meet.
fn instance(small: &Small, panels: usize) -> Option<Instance> {
    let (quotas, pool) = to_csv(small);
    let quotas = read_csv("quotas.csv", quotas.as_bytes()).unwrap();
    let pool = read_csv("pool.csv", pool.as_bytes()).unwrap();
    let settings = Settings {
        panels,
        household_columns: pool.header.iter().filter(|&name| name == "household").cloned().collect(),
        ..Settings::of_size(small.size * panels)
    };
    match build(&quotas, &pool, &settings) {
        Ok(built) => Some(built.instance),
        Err(problems) => {
            assert!(problems.iter().all(|problem| problem.is_about_feasibility()), "{problems:?}");
            None
        }
    }
}

fn lottery(instance: &Instance, panels: usize) -> Result<Lottery, SolveError> {
    let mut solution = solve(instance, TICKETS, &mut |_| {})?;
    mend(instance, &mut solution, panels).unwrap();
    let dealt: Vec<_> = solution.compositions.iter().map(|c| (c.seats.as_slice(), c.tickets as u64)).collect();
    Ok(deal(instance.size(), &solution.typed.classes, &dealt))
}

/// What is wrong with parts: each of the panels must have its size and meet the quotas. `None` when nothing is.
fn parts_fault<'a>(
    small: &Small,
    panels: usize,
    lottery: &Lottery,
    split: impl ExactSizeIterator<Item = &'a [u32]>,
) -> Option<String> {
    if split.len() != lottery.panels().len() {
        return Some("not as many lists as panels".to_owned());
    }
    for (panel, parts) in lottery.panels().zip(split) {
        if parts.len() != panel.members.len() || parts.iter().any(|&part| part < 1 || part as usize > panels) {
            return Some(format!("{parts:?} is no list of parts"));
        }
        for wanted in 1..=panels as u32 {
            let seated = panel.members.iter().zip(parts).filter(|&(_, &part)| part == wanted);
            let members: Vec<usize> = seated.map(|(&number, _)| number as usize - 1).collect();
            if !small.is_panel(&members) {
                return Some(format!("{members:?} is no panel"));
            }
        }
    }
    None
}

/// What is wrong with chances; `None` when nothing is.
fn chances_fault(exact: &[BigRational], lottery: &Lottery) -> Option<String> {
    lottery.marginals(exact.len()).iter().zip(exact).enumerate().find_map(|(i, (&tickets, exact))| {
        let off = BigRational::new(BigInt::from(tickets), BigInt::from(TICKETS)) - exact;
        let off = off.abs().to_f64().unwrap() > 1e-9;
        off.then(|| format!("member {} has {tickets} tickets, and leximin gives {exact}", i + 1))
    })
}

#[derive(Default, Debug)]
struct Tally {
    /// The fairest lottery, cut.
    cut: usize,
    /// No panels, and klero says so.
    none: usize,
    /// No panels, and klero only says that it cannot cut.
    none_uncut: usize,
    /// Refused, although the fairest lottery over panels gives the same chances as the one that could not be cut.
    same: usize,
    /// Refused, and rightly: no lottery over panels has the chances of the one that could not be cut.
    less: usize,
}

fn compare(small: &Small, panels: usize, name: &str, tally: &mut Tally) {
    let unions = unions(small, panels);
    let exact = leximin(small.values.len(), &unions);
    let made = instance(small, panels).ok_or(SolveError::Infeasible { size: 0 });
    let made = made.and_then(|instance| lottery(&instance, panels).map(|lottery| (instance, lottery)));
    let (instance, lottery) = match made {
        Ok(made) => made,
        Err(SolveError::Infeasible { .. }) => {
            assert_eq!(exact, None, "{name}: there are panels\n{small:?}");
            tally.none += 1;
            return;
        }
        Err(error) => panic!("{name}: {error}"),
    };
    match (split(&instance, &lottery, panels), exact) {
        (Ok(split), Some(exact)) => {
            let fault =
                parts_fault(small, panels, &lottery, split.panels()).or_else(|| chances_fault(&exact, &lottery));
            assert_eq!(fault, None, "{name}\n{small:?}");
            tally.cut += 1;
        }
        (Ok(_), None) => panic!("{name}: there are no such panels, but a split\n{small:?}"),
        (Err(SplitError::Uncut { first, uncut, all, .. }), exact) => {
            let seats = |panel: Panel| panel.members.iter().map(|&number| number as usize - 1).collect::<Vec<_>>();
            let cannot = |panel: Panel| unions.binary_search(&seats(panel)).is_err();
            let refused: Vec<usize> =
                (1..).zip(lottery.panels()).filter(|(_, panel)| cannot(*panel)).map(|(i, _)| i).collect();
            assert_eq!((refused.first(), refused.len()), (Some(&first), uncut), "{name}\n{small:?}");
            assert_eq!(all, lottery.panels().len());
            match exact {
                None => tally.none_uncut += 1,
                Some(exact) if chances_fault(&exact, &lottery).is_none() => tally.same += 1,
                Some(_) => tally.less += 1,
            }
        }
        (Err(error), _) => panic!("{name}: {error}\n{small:?}"),
    }
}

#[test]
fn whatever_is_cut_is_the_fairest_of_all() {
    let pools: usize = std::env::var("KLERO_POOLS").ok().map_or(200, |pools| pools.parse().expect("a whole number"));
    for (panels, households) in [(2, false), (3, false), (2, true)] {
        let mut tally = Tally::default();
        for seed in 0..pools as u64 {
            let small = random_pool(seed, panels, households);
            compare(&small, panels, &format!("random_pool({seed}, {panels}, {households})"), &mut tally);
        }
        println!("{panels} panels{}: {tally:?}", if households { ", households" } else { "" });
        // Pools of every kind, and few that are refused although there are such panels.
        assert!(tally.cut > pools / 4 && tally.none_uncut > 0, "{tally:?}");
        assert!(50 * (tally.same + tally.less) <= tally.cut, "{tally:?}");
    }
}

#[test]
fn the_comparison_catches_wrong_parts_and_chances() {
    let small = random_pool(2, 2, false);
    let exact = leximin(small.values.len(), &unions(&small, 2)).unwrap();
    let instance = instance(&small, 2).unwrap();
    let lottery = lottery(&instance, 2).unwrap();
    let split = split(&instance, &lottery, 2).unwrap();
    let right: Vec<Vec<u32>> = split.panels().map(<[u32]>::to_vec).collect();
    let fault =
        |parts: &[Vec<u32>]| parts_fault(&small, 2, &lottery, parts.iter().map(Vec::as_slice)).unwrap_or_default();
    assert_eq!(fault(&right), "");
    assert_eq!(split.panel(0), Some(&right[0][..]));
    assert_eq!(split.panel(right.len()), None);
    assert!(fault(&right[1..]).contains("as many lists"));
    let with = |label: &dyn Fn(u32) -> u32| {
        right.iter().map(|parts| parts.iter().map(|&part| label(part)).collect()).collect::<Vec<_>>()
    };
    assert_eq!(fault(&with(&|part| 3 - part)), "");
    assert!(fault(&with(&|part| part + 1)).contains("is no list of parts"));
    assert!(fault(&with(&|_| 1)).contains("is no panel"));
    // Some exchange of two members breaks a quota.
    let exchanges = (0..right[0].len()).flat_map(|i| (0..i).map(move |j| (i, j)));
    let broken = exchanges.map(|(i, j)| {
        let mut parts = right.clone();
        parts[0].swap(i, j);
        fault(&parts)
    });
    assert!(broken.into_iter().any(|fault| fault.contains("is no panel")));
    // And 2,000 tickets from one panel to another change somebody's chance.
    assert_eq!(chances_fault(&exact, &lottery), None);
    let mut panels: Vec<Panel> = lottery.panels().collect();
    panels[0].tickets += 2_000;
    panels[1].tickets -= 2_000;
    assert!(chances_fault(&exact, &Lottery::new(lottery.size(), panels)).is_some());
}

/// Any two of these four have a value in common.
fn no_two_are_opposites() -> Small {
    let values = vec![vec![0, 0, 0], vec![0, 1, 1], vec![1, 0, 1], vec![1, 1, 0]];
    Small::new(2, values, vec![vec![(1, 1), (1, 1)]; 3])
}

#[test]
fn four_people_who_cannot_be_two_panels_are_refused() {
    let small = no_two_are_opposites();
    assert!(feasible_panels(&small).is_empty());
    let instance = instance(&small, 2).unwrap();
    let lottery = lottery(&instance, 2).unwrap();
    let error = split(&instance, &lottery, 2).unwrap_err();
    assert_eq!(error, SplitError::Uncut { panels: 2, size: 2, first: 1, uncut: 1, all: 1 });
    assert_eq!(
        error.to_string(),
        "in the lottery that gives everybody the fairest chances, 1 of 1 sets of 4 members cannot be divided into 2 panels of 2 that each meet the \
         quotas, the first of them number 1"
    );
    assert!(error.help().contains("widen some quotas by one seat"));
}

#[test]
fn numbers_that_are_not_those_of_several_panels_are_refused() {
    let instance = instance(&no_two_are_opposites(), 2).unwrap();
    let lottery = lottery(&instance, 2).unwrap();
    for panels in [0, 3, 4] {
        assert_eq!(split(&instance, &lottery, panels), Err(SplitError::NotTogether { size: 4, panels }));
    }
    // One panel is no case of its own.
    assert_eq!(split(&instance, &lottery, 1).unwrap().panel(0), Some(&[1, 1, 1, 1][..]));
}

/// A made-up pool of some size for so many panels of ten, with a quota on a combination that some of its members are in.
fn made_up(members: usize, panels: usize, categories: usize, seed: u64) -> Instance {
    let (mut quotas, pool) = population(members, 10, categories, 1, seed);
    quotas.push_str("gender=woman & age=30-44,,1,2\n");
    let quotas = read_csv("quotas.csv", quotas.as_bytes()).unwrap();
    let pool = read_csv("pool.csv", pool.as_bytes()).unwrap();
    build(&quotas, &pool, &Settings { panels, ..Settings::of_size(10 * panels) }).unwrap().instance
}

/// The first quota that one of the parts of a panel breaks.
fn broken_quota(instance: &Instance, panels: usize, panel: Panel, parts: &[u32]) -> Option<String> {
    let seats = |row: &klero::instance::QuotaRow, wanted: u32| {
        let on_part = panel.members.iter().zip(parts).filter(|&(_, &part)| part == wanted);
        on_part.filter(|&(&number, _)| row.is_on(&instance.members()[number as usize - 1])).count() * panels
    };
    let numbers = 1..=panels as u32;
    let rows = instance.quotas().into_iter().flat_map(|row| numbers.clone().map(move |part| (row.clone(), part)));
    let broken =
        |(row, part): &(klero::instance::QuotaRow, u32)| !(row.quota.min..=row.quota.max).contains(&seats(row, *part));
    rows.filter(broken).map(|(row, part)| format!("{} on {part}", row.name)).next()
}

#[test]
fn what_cannot_be_cut_is_mended_and_the_chances_stay() {
    // Ten seats and eight categories are so tight that some of the compositions that the solver finds cannot be cut.
    // (The last one cannot be mended by changes of single seats, and takes minutes unless the program is optimised.)
    let deep = std::env::var("KLERO_POOLS").is_ok();
    let pools = [(60, 2, 6, 1), (80, 2, 7, 1), (60, 2, 8, 1), (80, 2, 7, 2)];
    for &(members, panels, categories, seed) in &pools[..if deep { 4 } else { 3 }] {
        let instance = made_up(members, panels, categories, seed);
        let mut solution = solve(&instance, TICKETS, &mut |_| {}).unwrap();
        let dealt = |solution: &klero::solve::Solution| {
            let dealt: Vec<_> = solution.compositions.iter().map(|c| (c.seats.as_slice(), c.tickets as u64)).collect();
            deal(instance.size(), &solution.typed.classes, &dealt)
        };
        let before = dealt(&solution);
        assert!(matches!(split(&instance, &before, panels), Err(SplitError::Uncut { .. })));
        assert_eq!(mend(&instance, &mut solution, panels), Ok(0));
        let lottery = dealt(&solution);
        assert_eq!(lottery.tickets(), TICKETS);
        let (was, is) = (before.marginals(members), lottery.marginals(members));
        assert!(was.iter().zip(&is).all(|(was, is)| was.abs_diff(*is) <= 1), "{was:?} {is:?}");
        let parts = split(&instance, &lottery, panels).unwrap();
        assert_eq!(parts, split(&instance, &lottery, panels).unwrap());
        for (panel, parts) in lottery.panels().zip(parts.panels()) {
            assert!((1..=panels as u32).all(|wanted| parts.iter().filter(|&&part| part == wanted).count() == 10));
            assert_eq!(broken_quota(&instance, panels, panel, parts), None);
        }
        // A planted violation: the second half of the members on the other side.
        let mut wrong = parts.panel(0).unwrap().to_vec();
        wrong.rotate_left(3);
        assert!(broken_quota(&instance, panels, lottery.panel(0).unwrap(), &wrong).is_some());
    }
}

#[test]
fn people_who_are_alike_sit_on_each_panel_about_as_often() {
    let small = Small::new(2, vec![vec![0]; 12], vec![vec![(2, 2)]]);
    let instance = instance(&small, 3).unwrap();
    let mut solution = solve(&instance, 1_000, &mut |_| {}).unwrap();
    mend(&instance, &mut solution, 3).unwrap();
    let dealt: Vec<_> = solution.compositions.iter().map(|c| (c.seats.as_slice(), c.tickets as u64)).collect();
    let lottery = deal(6, &solution.typed.classes, &dealt);
    let parts = split(&instance, &lottery, 3).unwrap();
    let mut tickets = vec![[0_u64; 3]; 12];
    for (panel, parts) in lottery.panels().zip(parts.panels()) {
        for (&number, &part) in panel.members.iter().zip(parts) {
            tickets[number as usize - 1][part as usize - 1] += panel.tickets;
        }
    }
    // 500 tickets each; no panel of the lottery has more than so many.
    let largest = lottery.panels().map(|panel| panel.tickets).max().unwrap();
    for on in &tickets {
        assert_eq!(on.iter().sum::<u64>(), 500);
        assert!(on.iter().max().unwrap() - on.iter().min().unwrap() <= largest, "{tickets:?}");
    }
}
