//! How long whole pools take, from the files to a checked lottery: `cargo bench --bench instances [-- NAME …]`.
//!
//! Pools are folders with `respondents.csv` and `categories.csv` whose name ends in `_k`, with a `reference.csv` beside them;
//! they are looked for in the folders named by `KLERO_INSTANCES` (separated by colons), by default `../shared/instances/synthetic`. Each runs in
//! a process of its own, so that its peak memory can be read. A time counts only when the answers agree with the reference.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a benchmark reports by panicking

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use klero::instance::{Settings, build};
use klero::lottery::{Statistics, deal};
use klero::read::read_csv;
use klero::solve::solve;

const TICKETS: u64 = 1_000_000_000_000;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    if let [flag, dir] = args.as_slice()
        && flag == "--one"
    {
        return one(Path::new(dir));
    }
    let roots = std::env::var("KLERO_INSTANCES").unwrap_or_else(|_| "../shared/instances/synthetic".to_owned());
    println!(
        "| pool | members | k | types | panels | smallest | read s | solve s | deal s | peak MB | against the reference |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|");
    let mut failures = 0;
    for root in roots.split(':') {
        let root = Path::new(root);
        let references = references(&root.join("reference.csv"));
        let mut dirs: Vec<PathBuf> = std::fs::read_dir(root)
            .unwrap_or_else(|error| panic!("{}: {error}; set KLERO_INSTANCES", root.display()))
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.join("respondents.csv").exists())
            .collect();
        dirs.sort();
        for dir in dirs {
            let name = dir.file_name().unwrap().to_string_lossy().into_owned();
            if !args.is_empty() && !args.contains(&name) {
                continue;
            }
            let output = Command::new(std::env::current_exe().unwrap()).arg("--one").arg(&dir).output().unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            let Some((row, found)) = text.trim().split_once('\t') else {
                failures += 1;
                println!("| {name} | FAILED: {} |", String::from_utf8_lossy(&output.stderr).trim());
                continue;
            };
            let verdict = match references.get(&name) {
                None => "no reference".to_owned(),
                Some(reference) if reference == found => "equal".to_owned(),
                Some(reference) => {
                    failures += 1;
                    format!("DIFFERS: {reference} expected, {found} found")
                }
            };
            println!("| {name} | {row} | {verdict} |");
        }
    }
    if failures > 0 {
        println!("{failures} failed");
        std::process::exit(1);
    }
}

/// `minimum,maximum,gini,geometric mean` of each pool, as the reference file spells them.
fn references(file: &Path) -> BTreeMap<String, String> {
    let Ok(mut reader) = csv::Reader::from_path(file) else { return BTreeMap::new() };
    let header = reader.headers().unwrap().clone();
    let column = |name| header.iter().position(|header| header == name);
    let columns = ["minimum", "maximum", "gini", "geometric_mean"].map(column);
    let mut found = BTreeMap::new();
    for record in reader.records().map(Result::unwrap) {
        let values: Option<Vec<&str>> = columns.iter().map(|&c| c.map(|c| &record[c])).collect();
        if let Some(values) = values {
            found.insert(record[0].to_owned(), values.join(","));
        }
    }
    found
}

fn one(dir: &Path) {
    let name = dir.file_name().unwrap().to_string_lossy();
    let size: usize = name.rsplit('_').next().unwrap().parse().expect("the folder's name ends in the panel size");
    let start = Instant::now();
    let table = |file: &str| read_csv(file, &std::fs::read(dir.join(file)).unwrap()).unwrap();
    let built = build(&table("categories.csv"), &table("respondents.csv"), &Settings::of_size(size)).unwrap();
    let instance = built.instance;
    let read = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let solution = solve(&instance, TICKETS, &mut |_| {}).unwrap_or_else(|error| panic!("{error}"));
    let solved = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let dealt: Vec<_> = solution.compositions.iter().map(|c| (c.seats.as_slice(), c.tickets as u64)).collect();
    let lottery = deal(size, &solution.typed.classes, &dealt);
    let dealing = start.elapsed().as_secs_f64();
    let n = instance.members().len();
    let marginals = lottery.marginals(n);
    // Checked from the panels: size, quotas, tickets, and every member against the exact fair point.
    for panel in lottery.panels() {
        assert_eq!(panel.members.len(), size);
        for (c, category) in instance.categories().iter().enumerate() {
            let mut seats = vec![0; category.values.len()];
            for &number in &panel.members {
                seats[instance.members()[number as usize - 1].values[c]] += 1;
            }
            for (value, seats) in category.values.iter().zip(seats) {
                assert!(value.quota.min <= seats && seats <= value.quota.max, "{}", value.name);
            }
        }
    }
    assert_eq!(lottery.tickets(), TICKETS);
    let mut worst = 0.0_f64;
    for (t, group) in solution.typed.types.iter().enumerate() {
        let exact = num_traits::ToPrimitive::to_f64(solution.point.probability(t)).unwrap();
        for &member in &group.members {
            worst = worst.max((marginals[member] as f64 / TICKETS as f64 - exact).abs());
        }
    }
    assert!(worst <= 1e-9, "a probability is {worst:e} off");
    let statistics = Statistics::of(&marginals, TICKETS);
    let share = |tickets: u64| tickets as f64 / TICKETS as f64;
    let found = format!(
        "{:.7},{:.7},{:.6},{:.6}",
        share(statistics.least),
        share(statistics.most),
        statistics.gini,
        statistics.geometric_mean
    );
    let smallest = solution.point.stages[0].value.to_string();
    println!(
        "{n} | {size} | {} | {} | {smallest} | {read:.3} | {solved:.3} | {dealing:.3} | {:.0}\t{found}",
        solution.typed.types.len(),
        lottery.panels().len(),
        peak_memory()
    );
}

/// Peak memory of this process in MB, where the system tells it.
fn peak_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<f64>().ok()).unwrap_or(f64::NAN) / 1024.0
}
