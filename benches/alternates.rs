//! How well alternates protect whole pools, how long that takes, and what fixing only the counts of single values loses:
//! `cargo bench --bench alternates [-- NAME …]`.
//!
//! Pools are found as by the benchmark `instances`: in the folders named by `KLERO_INSTANCES`; and the example in this repository. The panel is one
//! of the fairest lottery, everybody drops out with a chance of 0.2. `MOST` says for how many alternates, unless twice as many as are expected to drop out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a benchmark reports by panicking

use std::path::{Path, PathBuf};
use std::time::Instant;

use klero::alternates::{
    Case, DropOuts, Ground, Pool, Samples, Told, expected, over_recruit, quotas_by_value, quotas_exact, study,
    tell_lottery,
};
use klero::instance::{Settings, build};
use klero::lottery::{Lottery, deal};
use klero::read::{Table, read_csv};
use klero::solve::{Objective, solve_for};

const TICKETS: u64 = 1_000_000_000_000;

fn main() {
    let names: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let roots = std::env::var("KLERO_INSTANCES").unwrap_or_else(|_| "../shared/instances/synthetic".to_owned());
    println!(
        "| pool | alternates | s | left when chosen | left | quotas kept | left by quotas | kept by quotas | with a chance | by quotas |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    let mut dirs: Vec<PathBuf> = vec![PathBuf::from("examples/town_40")];
    for root in roots.split(':') {
        match std::fs::read_dir(root) {
            Ok(entries) => dirs.extend(entries.map(|entry| entry.unwrap().path())),
            Err(_) => eprintln!("{root}: no such folder; its pools are left out (set KLERO_INSTANCES)"),
        }
    }
    dirs.sort();
    for dir in dirs {
        let name = dir.file_name().unwrap().to_string_lossy().into_owned();
        if names.is_empty() || names.contains(&name) {
            pool(&dir, &name);
        }
    }
}

fn table(dir: &Path, names: [&str; 2]) -> Table {
    let file = names.iter().map(|name| dir.join(name)).find(|file| file.exists()).expect("a pool and its quotas");
    read_csv("table", &std::fs::read(file).unwrap()).unwrap()
}

fn pool(dir: &Path, name: &str) {
    let Ok(size) = name.rsplit('_').next().unwrap().parse::<usize>() else { return };
    let (quotas, members) = (table(dir, ["quotas.csv", "categories.csv"]), table(dir, ["pool.csv", "respondents.csv"]));
    let settings = Settings::of_size(size);
    let built = build(&quotas, &members, &settings).unwrap();
    let instance = &built.instance;
    let lottery = lottery_of(instance).unwrap();
    let panel: Vec<usize> = lottery.panel(0).unwrap().members.iter().map(|&member| member as usize - 1).collect();
    let ground = Ground::new(&Case { instance, panel: &panel, elsewhere: &[], barred: &[] });
    let drop_outs = DropOuts::everybody(size, "0.2").unwrap();
    let number = |name: &str, usual: u64| std::env::var(name).map_or(usual, |text| text.parse().unwrap());
    let samples = Samples::draw(&ground, &drop_outs, [7; 32], number("CHOOSE", 1_000), number("TELL", 4_000));
    let most = (expected(&drop_outs).decimal(3).parse::<f64>().unwrap() * 2.0).ceil() as usize;
    let most = number("MOST", most as u64) as usize;
    let start = Instant::now();
    let mut times = Vec::new();
    let rows = study(&ground, &drop_outs, &samples, most, &mut |_| times.push(start.elapsed().as_secs_f64()));
    eprintln!(
        "{name}: {} kinds, {} scenarios, over-recruit {:?}",
        ground.kinds().len(),
        samples.choose.drawn(),
        over_recruit(&drop_outs).map(|(more, _)| more)
    );
    for (row, seconds) in rows.iter().zip(times) {
        let alternates = row.alternates();
        let mut line = format!(
            "| {name} | {alternates} | {seconds:.2} | {} | {} | {} |",
            row.chosen,
            row.told.deviation,
            percent(&row.told)
        );
        if alternates == most || alternates == most / 2 {
            let rules = Pool { instance, table: &members, settings: &settings };
            let of = rules.settings_of(&ground, alternates);
            let built =
                |text: &str| build(&read_csv("quotas.csv", text.as_bytes()).unwrap(), &members, &of).unwrap().instance;
            let exact = built(&quotas_exact(&ground, &row.counts, rules).unwrap());
            let loose = built(&quotas_by_value(&ground, &row.counts, rules));
            let chances = |lottery: &Lottery| {
                lottery.marginals(instance.members().len()).iter().filter(|tickets| **tickets > 0).count()
            };
            let start = Instant::now();
            match lottery_of(&loose) {
                Ok(lottery) => {
                    let solved = start.elapsed().as_secs_f64();
                    let told = tell_lottery(&ground, &samples.tell, &lottery).unwrap();
                    eprintln!(
                        "{name}, {alternates}: solved in {solved:.1} s, told after {:.1} s",
                        start.elapsed().as_secs_f64()
                    );
                    let exact = lottery_of(&exact).unwrap();
                    line += &format!(
                        " {} | {} | {} | {} |",
                        told.deviation,
                        percent(&told),
                        chances(&exact),
                        chances(&lottery)
                    );
                }
                Err(error) => line += &format!(" {error} |"),
            }
        }
        println!("{line}");
    }
}

fn percent(told: &Told) -> String {
    format!("{:.1} %", told.kept as f64 / told.deviation.of as f64 * 100.0)
}

fn lottery_of(instance: &klero::instance::Instance) -> Result<Lottery, String> {
    let solution = solve_for(Objective::Leximin, instance, TICKETS, &mut |_| {}).map_err(|error| error.to_string())?;
    let compositions: Vec<_> = solution.compositions.iter().map(|c| (c.seats.as_slice(), c.tickets as u64)).collect();
    Ok(deal(instance.size(), &solution.typed.classes, &compositions))
}
