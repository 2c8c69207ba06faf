//! How long the objectives take on whole pools, and what they attain: `cargo bench --bench objectives [-- NAME …]`.
//!
//! Pools are found as by the benchmark `instances`: in the folders named by `KLERO_INSTANCES`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a benchmark reports by panicking

use std::path::{Path, PathBuf};
use std::time::Instant;

use klero::instance::{Settings, build};
use klero::read::read_csv;
use klero::solve::{Gamma, Objective, solve_for};
use num_traits::{ToPrimitive, Zero};

const TICKETS: u64 = 1_000_000_000_000;

fn main() {
    let names: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let roots = std::env::var("KLERO_INSTANCES").unwrap_or_else(|_| "../shared/instances/synthetic".to_owned());
    println!("| pool | objective | s | smallest | largest | geometric mean | goldilocks | gap |");
    println!("|---|---|---|---|---|---|---|---|");
    for root in roots.split(':') {
        let Ok(entries) = std::fs::read_dir(root) else {
            eprintln!("{root}: no such folder; its pools are left out (set KLERO_INSTANCES)");
            continue;
        };
        let mut dirs: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        dirs.retain(|dir| dir.join("respondents.csv").exists());
        dirs.sort();
        for dir in dirs {
            let name = dir.file_name().unwrap().to_string_lossy().into_owned();
            if names.is_empty() || names.contains(&name) {
                pool(&dir, &name);
            }
        }
    }
}

/// A row for each objective: times from an instance to a lottery in whole tickets.
fn pool(dir: &Path, name: &str) {
    let size: usize = name.rsplit('_').next().unwrap().parse().expect("the folder's name ends in the panel size");
    let table = |file: &str| read_csv(file, &std::fs::read(dir.join(file)).unwrap()).unwrap();
    let built = build(&table("categories.csv"), &table("respondents.csv"), &Settings::of_size(size)).unwrap();
    let goldilocks = Objective::Goldilocks(Gamma::default());
    for objective in [Objective::Leximin, Objective::Maximin, Objective::Nash, goldilocks] {
        let start = Instant::now();
        let solution = match solve_for(objective, &built.instance, TICKETS, &mut |_| {}) {
            Ok(solution) => solution,
            Err(error) => {
                println!("| {name} | {} | {error} |", objective.name());
                continue;
            }
        };
        let seconds = start.elapsed().as_secs_f64();
        let seated = solution.point.stages.iter().filter(|stage| !stage.value.is_zero());
        let of: Vec<(f64, f64)> = seated
            .map(|stage| {
                let people: i64 = stage.held.iter().map(|&t| solution.relaxation.multiplicity[t]).sum();
                (stage.value.to_f64().unwrap(), people as f64)
            })
            .collect();
        let people: f64 = of.iter().map(|(_, people)| people).sum();
        let (low, high) = (of.first().unwrap().0, of.last().unwrap().0);
        let mean = (of.iter().map(|(p, people)| people * p.ln()).sum::<f64>() / people).exp();
        let share = size as f64 / people;
        let gap = solution.claim.gap().map_or("exact".to_owned(), |gap| format!("{gap:.1e}"));
        println!(
            "| {name} | {} | {seconds:.3} | {low:.7} | {high:.7} | {mean:.7} | {:.6} | {gap} |",
            objective.name(),
            high / share + share / low
        );
    }
}
