//! Records that follow others: chances after drop-outs against every completion, in exact arithmetic, and what is refused.
//!
//! A deep run: `KLERO_POOLS=2000 cargo test --release --test cli chances_of_replacements -- --nocapture`.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::sandbox::Sandbox;
use super::support::oracle::{Small, feasible_panels, leximin};
use super::support::random::{Dice, id, random_small_with, to_csv};

/// Tickets of a lottery where nothing is said.
const TICKETS: u64 = 1_000_000_000_000;

/// The tickets in a `probabilities.csv`, in the order of the members.
fn tickets(text: &str) -> Vec<u64> {
    text.lines().skip(1).map(|line| line.rsplit(',').next().unwrap().parse().unwrap()).collect()
}

fn ids(text: &str) -> Vec<String> {
    text.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect()
}

/// Writes a pool and its quotas; the options that name them.
fn written(sandbox: &Sandbox, small: &Small) -> String {
    let (quotas, pool) = to_csv(small);
    std::fs::write(sandbox.path("pool.csv"), &pool).unwrap();
    std::fs::write(sandbox.path("quotas.csv"), quotas).unwrap();
    let household = if pool.lines().next().unwrap().contains("household") { "--household household" } else { "" };
    format!("--pool pool.csv --quotas quotas.csv {household}")
}

/// The first member whose tickets are not those of exact chances.
fn fault(exact: &[BigRational], found: &[u64]) -> Option<usize> {
    // As far as the engine lets a lottery of so many tickets be from the exact chances.
    let allowed = BigRational::new(BigInt::from(5), BigInt::from(TICKETS))
        + BigRational::new(BigInt::from(1), BigInt::from(1_000_000_000));
    let off = |(exact, found): (&BigRational, &u64)| {
        (BigRational::new(BigInt::from(*found), BigInt::from(TICKETS)) - exact).abs() > allowed
    };
    exact.iter().zip(found).position(off)
}

#[test]
fn chances_of_replacements_are_leximin_over_all_completions() {
    let pools = std::env::var("KLERO_POOLS").ok().map_or(40, |pools| pools.parse().unwrap());
    let (mut solved, mut refused, mut planted) = (0, 0, 0);
    for seed in 0..pools {
        let small = random_small_with(seed, seed % 2 == 0, false);
        let panels = feasible_panels(&small);
        let members = small.values.len();
        if panels.is_empty() || small.size < 2 {
            continue;
        }
        let sandbox = Sandbox::new();
        let files = written(&sandbox, &small);
        let drawn = sandbox.sh(&format!("klero draw {files} --size {} --seed 1 --out first", small.size));
        assert_eq!(drawn.code, 0, "{seed}: {}", drawn.err);
        let sitting = ids(&sandbox.read("first/selected.csv"));
        let mut dice = Dice::new(seed);
        let leaving = dice.between(1, sitting.len());
        let out: Vec<&String> = dice.subset(sitting.len(), leaving).into_iter().map(|i| &sitting[i]).collect();
        let table: String = out.iter().map(|id| format!("{id},Dropped out\n")).collect();
        std::fs::write(sandbox.path("status.csv"), format!("id,status\n{table}")).unwrap();

        let index = |wanted: &String| (0..members).find(|&member| id(member) == *wanted).unwrap();
        let stay: Vec<usize> = sitting.iter().filter(|id| !out.contains(id)).map(index).collect();
        let gone: Vec<usize> = out.iter().map(|id| index(id)).collect();
        let completes = |panel: &&Vec<usize>| {
            stay.iter().all(|member| panel.contains(member)) && !gone.iter().any(|member| panel.contains(member))
        };
        let completions: Vec<Vec<usize>> = panels.iter().filter(completes).cloned().collect();

        let ran = sandbox.sh("klero replace first --out-of status.csv --others confirmed --seed 2 --out second");
        let Some(exact) = leximin(members, &completions) else {
            assert_eq!(ran.code, 1, "{seed}: {}", ran.err);
            assert!(ran.out.contains("No: no panel of"), "{seed}: {}", ran.out);
            assert!(!sandbox.path("second").exists());
            refused += 1;
            continue;
        };
        assert_eq!(ran.code, 0, "{seed}: {}", ran.err);
        let found = tickets(&sandbox.read("second/probabilities.csv"));
        assert_eq!(fault(&exact, &found), None, "{seed}");
        for member in &stay {
            assert_eq!(found[*member], TICKETS, "{seed}");
        }
        assert!(gone.iter().all(|member| exact[*member].is_zero() && found[*member] == 0), "{seed}");
        let new = ids(&sandbox.read("second/new.csv"));
        let now = ids(&sandbox.read("second/selected.csv"));
        let fresh: Vec<String> = now.iter().filter(|id| !sitting.contains(id)).cloned().collect();
        assert_eq!(new, fresh, "{seed}");
        let verified = sandbox.sh("klero verify first second");
        assert_eq!(verified.code, 0, "{seed}: {}", verified.out);
        solved += 1;
        // Planted: had those who dropped out not been left out, the chances would mostly be others.
        let with_them: Vec<Vec<usize>> =
            panels.iter().filter(|panel| stay.iter().all(|member| panel.contains(member))).cloned().collect();
        planted += usize::from(leximin(members, &with_them).is_some_and(|wrong| fault(&wrong, &found).is_some()));
    }
    eprintln!(
        "{solved} solved, {refused} without a completion, {planted} told from a lottery that draws drop-outs again"
    );
    assert!(solved > 5 && refused > 2 && planted > 2, "{solved} {refused} {planted}");
}

#[test]
fn chances_of_a_new_term_are_leximin_without_those_who_rest() {
    let (mut solved, mut planted) = (0, 0);
    for seed in 100..140 {
        let small = random_small_with(seed, seed % 2 == 0, false);
        let panels = feasible_panels(&small);
        let members = small.values.len();
        if panels.is_empty() || small.size < 2 {
            continue;
        }
        let sandbox = Sandbox::new();
        let files = format!("{} --size {}", written(&sandbox, &small), small.size);
        assert_eq!(sandbox.sh(&format!("klero draw {files} --seed 1 --out term1")).code, 0, "{seed}");
        let mut dice = Dice::new(seed);
        let index = |wanted: &String| (0..members).find(|&member| id(member) == *wanted).unwrap();
        let mut sat: Vec<Vec<usize>> = vec![ids(&sandbox.read("term1/selected.csv")).iter().map(index).collect()];
        // Two terms one after the other; the members of the first rest in the third as well.
        for term in 2..=3 {
            let sitting = sat.last().unwrap().clone();
            let leaving = dice.between(1, sitting.len());
            let leaving: Vec<usize> = dice.subset(sitting.len(), leaving).into_iter().map(|i| sitting[i]).collect();
            let table: String = leaving.iter().map(|&member| format!("{},leaves\n", id(member))).collect();
            std::fs::write(sandbox.path("leaving.csv"), format!("id,status\n{table}")).unwrap();
            let stay: Vec<usize> = sitting.iter().copied().filter(|member| !leaving.contains(member)).collect();
            let resting = |member: &usize| sat.iter().any(|panel| panel.contains(member)) && !stay.contains(member);
            let all_stay = |panel: &&Vec<usize>| stay.iter().all(|member| panel.contains(member));
            let possible: Vec<Vec<usize>> = panels.iter().filter(all_stay).cloned().collect();
            let allowed: Vec<Vec<usize>> =
                possible.iter().filter(|panel| !panel.iter().any(resting)).cloned().collect();
            let former = if term == 3 { "--former term1" } else { "" };
            let ran = sandbox.sh(&format!(
                "klero rotate term{} --out-of leaving.csv --others confirmed {former} {files} --seed {term} --out term{term}",
                term - 1
            ));
            let Some(exact) = leximin(members, &allowed) else {
                assert_eq!(ran.code, 1, "{seed}: {}", ran.err);
                break;
            };
            assert_eq!(ran.code, 0, "{seed}: {}", ran.err);
            let found = tickets(&sandbox.read(&format!("term{term}/probabilities.csv")));
            assert_eq!(fault(&exact, &found), None, "{seed}, term {term}");
            // Planted: had nobody rested, the chances would mostly be others.
            planted += usize::from(leximin(members, &possible).is_some_and(|wrong| fault(&wrong, &found).is_some()));
            solved += 1;
            sat.push(ids(&sandbox.read(&format!("term{term}/selected.csv"))).iter().map(index).collect());
            let records: String = (1..=term).map(|term| format!(" term{term}")).collect();
            let verified = sandbox.sh(&format!("klero verify{records}"));
            assert_eq!(verified.code, 0, "{seed}: {}", verified.out);
        }
    }
    eprintln!("{solved} terms, {planted} told from a lottery in which nobody rests");
    assert!(solved > 5 && planted > 2, "{solved} {planted}");
}
