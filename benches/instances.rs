//! How long whole pools take, from the files to a checked lottery: `cargo bench --bench instances [-- NAME …]`.
//!
//! Pools are folders with `respondents.csv` and `categories.csv` whose name ends in `_k`, with a `reference.csv` beside them;
//! they are looked for in the folders named by `KLERO_INSTANCES` (separated by colons), by default `../shared/instances/synthetic`;
//! invented pools follow. A run of all pools also draws how the time grows, into `docs/growth-*.svg`. Each runs in
//! a process of its own, so that its peak memory can be read. A time counts only when the answers agree with the reference.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a benchmark reports by panicking

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use klero::instance::{Settings, build};
use klero::lottery::{Statistics, deal};
use klero::read::read_csv;
use klero::solve::{CutProof, certify, solve};

#[path = "support/growth.rs"]
mod growth;
#[path = "../tests/support/population.rs"]
mod population;
use population::population;

const TICKETS: u64 = 1_000_000_000_000;

/// Invented pools: members, panel size, categories, slack of the quotas in seats, seed. With slack 0 the first group has exact quotas and
/// needs cuts; the second group shows growth with the number of members, the third with the number of member types.
const INVENTED: [(usize, usize, usize, usize, u64); 20] = [
    (100, 10, 5, 0, 2),
    (100, 10, 5, 0, 8),
    (100, 10, 8, 0, 8),
    (100, 10, 8, 0, 1),
    (100, 10, 8, 0, 4),
    (100, 15, 6, 0, 6),
    (100, 20, 8, 0, 5),
    (150, 12, 8, 0, 3),
    (150, 12, 8, 0, 5),
    (200, 15, 8, 0, 3),
    (500, 50, 7, 2, 1),
    (2_000, 50, 7, 2, 1),
    (8_000, 50, 7, 2, 1),
    (32_000, 50, 7, 2, 1),
    (128_000, 50, 7, 2, 1),
    (4_000, 50, 3, 2, 1),
    (4_000, 50, 4, 2, 1),
    (4_000, 50, 5, 2, 1),
    (4_000, 50, 6, 2, 1),
    (4_000, 50, 8, 2, 1),
];

/// A drawing of growth: file, what grows, the column that says how large, how the pools' names begin, and how they end.
const GROWTH: [(&str, &str, usize, &str, &str); 2] = [
    ("growth-members", "members", 0, "invented:", ":50:7:2:1"),
    ("growth-types", "member types", 2, "invented:4000:50:", ":2:1"),
];

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    if let [flag, pool] = args.as_slice()
        && flag == "--one"
    {
        return one(pool);
    }
    let mut pools: Vec<(String, String, Option<String>)> = Vec::new();
    let roots = std::env::var("KLERO_INSTANCES").unwrap_or_else(|_| "../shared/instances/synthetic".to_owned());
    for root in roots.split(':').map(Path::new) {
        let references = references(&root.join("reference.csv"));
        let Ok(entries) = std::fs::read_dir(root) else {
            eprintln!("{}: no such folder; its pools are left out (set KLERO_INSTANCES)", root.display());
            continue;
        };
        let mut dirs: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        dirs.retain(|path| path.join("respondents.csv").exists());
        dirs.sort();
        for dir in dirs {
            let name = dir.file_name().unwrap().to_string_lossy().into_owned();
            let reference = references.get(&name).cloned();
            pools.push((name, dir.to_string_lossy().into_owned(), reference));
        }
    }
    for (members, size, categories, slack, seed) in INVENTED {
        let name = format!("invented:{members}:{size}:{categories}:{slack}:{seed}");
        pools.push((name.clone(), name, None));
    }
    let (mut rows, mut failures, mut timed) = (Vec::new(), Vec::new(), Vec::new());
    for (name, pool, reference) in pools {
        if !args.is_empty() && !args.contains(&name) {
            continue;
        }
        let output = Command::new(std::env::current_exe().unwrap()).arg("--one").arg(&pool).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        match (text.trim().split_once('\t'), reference) {
            (None, _) => failures.push(format!("- {name}: {}", String::from_utf8_lossy(&output.stderr).trim())),
            (Some((_, found)), Some(reference)) if reference != found => {
                failures.push(format!("- {name}: {found} found, {reference} expected"));
            }
            (Some((row, _)), reference) => {
                timed.push((name.clone(), row.to_owned()));
                rows.push(format!("| {name} | {row} | {} |", if reference.is_some() { "equal" } else { "\u{2013}" }));
            }
        }
    }
    println!("{HEAD}");
    println!("Machine: {}. Commit: {}.\n", processor(), commit());
    println!("Failures: {}\n{}\n", failures.len(), failures.join("\n"));
    println!(
        "| pool | members | k | types | panels | smallest chance | cuts | by word | read s | solve s | certify s | deal s | peak MB | reference |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    println!("{}", rows.join("\n"));
    if args.is_empty() {
        grow(&timed);
        println!("\n{}", include_str!("profile.md").trim_end());
    }
    if !failures.is_empty() {
        std::process::exit(1);
    }
}

/// Writes the drawings of growth, and the section that shows them.
fn grow(timed: &[(String, String)]) {
    println!("\n## Growth\n");
    println!("All stages together, from reading to dealing, in the rows above; both axes are logarithmic.");
    for (file, axis, column, begin, end) in GROWTH {
        let mut points = Vec::new();
        for (_, row) in timed.iter().filter(|(name, _)| name.starts_with(begin) && name.ends_with(end)) {
            let cells: Vec<&str> = row.split(" | ").collect();
            let number = |c: usize| cells[c].parse::<f64>().unwrap();
            points.push((number(column), (7..=10).map(number).sum::<f64>()));
        }
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        let title = format!("Seconds against {axis}");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/{file}.svg"));
        std::fs::write(&path, growth::growth(&title, axis, &points)).unwrap();
        println!("\n![{title}](docs/{file}.svg)\n");
        println!("| {axis} | seconds | slope |\n|---|---|---|");
        let mut before: Option<growth::Point> = None;
        for &(size, seconds) in &points {
            let slope = before.map(|(s, t)| format!("{:.2}", (seconds / t).ln() / (size / s).ln()));
            println!("| {size} | {seconds:.3} | {} |", slope.unwrap_or_default());
            before = Some((size, seconds));
        }
    }
    println!("\n*slope*: the power of the size that the time grew with since the row before.");
}

const HEAD: &str = "\
# Benchmark

Written by `cargo bench --bench instances > BENCHMARK.md`; one run of each pool, each in a process of its own, in one thread.

A row stands here only if its answers were checked: every panel's size and quotas, the ticket sum, every member's tickets against the exact fair
point (1e-9), and, where a reference from an independent program exists, minimum, maximum, Gini coefficient and geometric mean to its digits.
*types*: member types. *cuts*: rules in the certificate that are proven by a tree of cases; *by word*: those left with the solver's word.
*invented:n:k:c:s:r*: a pool of the generator with n members, panel size k, c categories, quotas s seats wide on either side, seed r.
";

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

/// The quotas, the pool and the panel size of a folder, or of an invented pool.
fn files(pool: &str) -> (Vec<u8>, Vec<u8>, usize) {
    if let Some(numbers) = pool.strip_prefix("invented:") {
        let numbers: Vec<usize> = numbers.split(':').map(|number| number.parse().unwrap()).collect();
        let (quotas, pool) = population(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4] as u64);
        return (quotas.into_bytes(), pool.into_bytes(), numbers[1]);
    }
    let dir = Path::new(pool);
    let name = dir.file_name().unwrap().to_string_lossy();
    let size = name.rsplit('_').next().unwrap().parse().expect("the folder's name ends in the panel size");
    let read = |file: &str| std::fs::read(dir.join(file)).unwrap();
    (read("categories.csv"), read("respondents.csv"), size)
}

fn one(pool: &str) {
    let (quotas, pool, size) = files(pool);
    let start = Instant::now();
    let table = |file: &str, bytes: &[u8]| read_csv(file, bytes).unwrap();
    let built = build(&table("quotas", &quotas), &table("pool", &pool), &Settings::of_size(size)).unwrap();
    let instance = built.instance;
    let read = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let solution = solve(&instance, TICKETS, &mut |_| {}).unwrap_or_else(|error| panic!("{error}"));
    let solved = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let certificate = certify(&solution.typed, &solution.relaxation, &solution.point);
    let by_word = certificate.cuts.iter().filter(|cut| cut.proof == CutProof::Solver).count();
    let certified = start.elapsed().as_secs_f64();
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
            for &number in panel.members {
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
        "{n} | {size} | {} | {} | {smallest} | {} | {by_word} | {read:.3} | {solved:.3} | {certified:.3} | {dealing:.3} | {:.0}\t{found}",
        solution.typed.types.len(),
        lottery.panels().len(),
        certificate.cuts.len(),
        peak_memory()
    );
}

/// The processor's name and how many of its threads may be used.
fn processor() -> String {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = text.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or(": unknown processor");
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{}, {threads} threads", name.trim_start_matches([' ', '\t', ':']))
}

fn commit() -> String {
    let output = Command::new("git").args(["describe", "--always", "--dirty"]).output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}

/// Peak memory of this process in MB, where the system tells it.
fn peak_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<f64>().ok()).unwrap_or(f64::NAN) / 1024.0
}
