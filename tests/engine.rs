//! The engine against leximin computed from the full list of panels, in exact arithmetic.
//!
//! A deep run: `KLERO_POOLS=20000 cargo test --release --test engine -- --nocapture`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

mod support;

use klero::instance::{Instance, InstanceProblem, Person, Settings, build};
use klero::lottery::{Lottery, Panel, deal};
use klero::read::read_csv;
use klero::solve::{SolveError, solve};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};
use support::oracle::{Small, feasible_panels, leximin};
use support::random::{random_few_categories, random_small, random_small_with, to_csv};

const TICKETS: u64 = 1_000_000_000_000;

/// The instance, or the problems that are found before anything is computed.
fn instance(small: &Small) -> Result<Instance, Vec<InstanceProblem>> {
    let (quotas, pool) = to_csv(small);
    let quotas = read_csv("quotas.csv", quotas.as_bytes()).unwrap();
    let pool = read_csv("pool.csv", pool.as_bytes()).unwrap();
    let person = |&member: &usize| Person::Number(member + 1);
    let settings = Settings {
        household_columns: pool.header.iter().filter(|&name| name == "household").cloned().collect(),
        include: small.include.iter().map(person).collect(),
        ..Settings::of_size(small.size)
    };
    build(&quotas, &pool, &settings).map(|built| built.instance)
}

fn lottery(instance: &Instance, tickets: u64) -> Result<Lottery, SolveError> {
    let solution = solve(instance, tickets, &mut |_| {})?;
    let dealt: Vec<_> = solution.compositions.iter().map(|c| (c.seats.as_slice(), c.tickets as u64)).collect();
    Ok(deal(instance.size(), &solution.typed.classes, &dealt))
}

/// What is wrong with a lottery for a pool whose panels and leximin probabilities are known; `None` when nothing is.
fn fault(panels: &[Vec<usize>], exact: &[BigRational], lottery: &Lottery) -> Option<String> {
    for panel in lottery.panels() {
        let members: Vec<usize> = panel.members.iter().map(|&number| number as usize - 1).collect();
        if panels.binary_search(&members).is_err() {
            return Some(format!("{:?} is no panel", panel.members));
        }
    }
    if lottery.panels().map(|panel| panel.tickets).sum::<u64>() != TICKETS {
        return Some("the tickets do not sum up".to_owned());
    }
    let marginals = lottery.marginals(exact.len());
    for (i, (&tickets, exact)) in marginals.iter().zip(exact).enumerate() {
        let off = BigRational::new(BigInt::from(tickets), BigInt::from(TICKETS)) - exact;
        if off.abs().to_f64().unwrap() > 1e-9 {
            return Some(format!("member {} has {tickets} tickets, and leximin gives {exact}", i + 1));
        }
    }
    None
}

#[derive(Default, Debug)]
struct Tally {
    solved: usize,
    infeasible: usize,
    refused: usize,
}

fn compare(small: &Small, name: &str, tally: &mut Tally) {
    let panels = feasible_panels(small);
    let exact = leximin(small.values.len(), &panels);
    let instance = match instance(small) {
        Ok(instance) => instance,
        Err(problems) if exact.is_none() => {
            tally.refused += usize::from(!problems.is_empty());
            return;
        }
        Err(problems) => panic!("{name}: there are panels, but {problems:?}\n{small:?}"),
    };
    match (exact, lottery(&instance, TICKETS)) {
        (None, Err(SolveError::Infeasible { .. })) => tally.infeasible += 1,
        (Some(exact), Ok(lottery)) => {
            if let Some(fault) = fault(&panels, &exact, &lottery) {
                panic!("{name}: {fault}\n{small:?}");
            }
            tally.solved += 1;
        }
        (exact, outcome) => panic!("{name}: leximin {exact:?}, but the engine says {outcome:?}\n{small:?}"),
    }
}

#[test]
fn small_pools_get_leximin() {
    let pools = std::env::var("KLERO_POOLS").ok().map_or(300, |pools| pools.parse().expect("a whole number"));
    let mut tally = Tally::default();
    for seed in 0..pools {
        compare(&random_small(seed), &format!("random_small({seed})"), &mut tally);
        for (households, include) in [(true, false), (false, true), (true, true)] {
            let small = random_small_with(seed, households, include);
            compare(&small, &format!("random_small_with({seed}, {households}, {include})"), &mut tally);
        }
        let categories = 1 + seed as usize % 3;
        let few = random_few_categories(seed, categories, 10);
        compare(&few, &format!("random_few_categories({seed}, {categories}, 10)"), &mut tally);
    }
    println!("{tally:?}");
    // The pools must be of every kind, or the comparison shows nothing.
    assert!(tally.solved > pools as usize, "{tally:?}");
    assert!(tally.infeasible > pools as usize / 20, "{tally:?}");
}

#[test]
fn the_comparison_catches_an_unfair_lottery() {
    let small = random_few_categories(3, 1, 10);
    let panels = feasible_panels(&small);
    let exact = leximin(small.values.len(), &panels).unwrap();
    let fair = lottery(&instance(&small).unwrap(), TICKETS).unwrap();
    assert_eq!(fault(&panels, &exact, &fair), None);
    // One panel gets 2,000 tickets of another: 2e-9 of probability.
    let mut panels_with_tickets: Vec<Panel> = fair.panels().collect();
    panels_with_tickets[0].tickets += 2_000;
    panels_with_tickets[1].tickets -= 2_000;
    let unfair = Lottery::new(small.size, panels_with_tickets.iter().copied());
    assert!(fault(&panels, &exact, &unfair).is_some_and(|words| words.contains("leximin gives")));
    // A panel that breaks the rules.
    panels_with_tickets[0].members = &panels_with_tickets[0].members[1..];
    let short = Lottery::new(small.size, panels_with_tickets);
    assert!(fault(&panels, &exact, &short).is_some_and(|words| words.contains("is no panel")));
}
