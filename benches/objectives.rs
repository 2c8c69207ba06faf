//! How long the objectives take on whole pools, and what they attain: `cargo bench --bench objectives [-- NAME …]`.
//!
//! Pools are found as by the benchmark `instances`: in the folders named by `KLERO_INSTANCES`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a benchmark reports by panicking

use std::path::{Path, PathBuf};
use std::time::Instant;

use klero::instance::{Settings, build};
use klero::read::read_csv;
use klero::solve::{Gamma, Relaxation, fair_point, goldilocks, maximin, nash};
use klero::types::member_types;
use num_rational::BigRational;
use num_traits::ToPrimitive;

fn main() {
    let names: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let roots = std::env::var("KLERO_INSTANCES").unwrap_or_else(|_| "../shared/instances/synthetic".to_owned());
    println!("| pool | objective | s | smallest | largest | geometric mean | goldilocks | gap |");
    println!("|---|---|---|---|---|---|---|---|");
    for root in roots.split(':') {
        let entries = std::fs::read_dir(root).unwrap_or_else(|error| panic!("{root}: {error}; set KLERO_INSTANCES"));
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

fn pool(dir: &Path, name: &str) {
    let size: usize = name.rsplit('_').next().unwrap().parse().expect("the folder's name ends in the panel size");
    let table = |file: &str| read_csv(file, &std::fs::read(dir.join(file)).unwrap()).unwrap();
    let built = build(&table("categories.csv"), &table("respondents.csv"), &Settings::of_size(size)).unwrap();
    let relaxation = Relaxation::new(&built.instance, &member_types(&built.instance));
    let types = relaxation.types();
    let show = |objective: &str, start: Instant, probabilities: &[BigRational], gap: Option<f64>| {
        let seconds = start.elapsed().as_secs_f64();
        let of: Vec<(f64, f64)> = probabilities
            .iter()
            .zip(&relaxation.multiplicity)
            .map(|(p, &m)| (p.to_f64().unwrap(), m as f64))
            .filter(|&(p, _)| p > 0.0)
            .collect();
        let people: f64 = of.iter().map(|(_, m)| m).sum();
        let low = of.iter().map(|&(p, _)| p).fold(1.0, f64::min);
        let high = of.iter().map(|&(p, _)| p).fold(0.0, f64::max);
        let mean = (of.iter().map(|(p, m)| m * p.ln()).sum::<f64>() / people).exp();
        let share = size as f64 / people;
        let gap = gap.map_or("exact".to_owned(), |gap| format!("{gap:.1e}"));
        println!(
            "| {name} | {objective} | {seconds:.3} | {low:.7} | {high:.7} | {mean:.7} | {:.6} | {gap} |",
            high / share + share / low
        );
    };
    let start = Instant::now();
    let point = fair_point(&relaxation, &mut |_| {}).unwrap().unwrap();
    let probabilities: Vec<BigRational> = (0..types).map(|t| point.probability(t).clone()).collect();
    show("leximin", start, &probabilities, None);
    let start = Instant::now();
    let point = maximin(&relaxation).unwrap().unwrap();
    show("maximin", start, &point.probabilities, point.gap);
    let start = Instant::now();
    let point = nash(&relaxation).unwrap().unwrap();
    show("nash", start, &point.probabilities, point.gap);
    let start = Instant::now();
    let point = goldilocks(&relaxation, Gamma::default(), &mut |_| {}).unwrap().unwrap();
    show("goldilocks", start, &point.probabilities, point.gap);
}
