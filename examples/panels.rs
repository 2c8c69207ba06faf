//! How long it takes to cut every panel of a lottery into several, and how even the parts are:
//!
//! ```text
//! cargo run --release --example panels -- --members 600 --panels 4 --size 25 --categories 6
//! ```

#[path = "../tests/support/population.rs"]
mod population;

use clap::Parser;
use klero::generate::usual_slack;
use klero::instance::{Settings, build};
use klero::lottery::deal;
use klero::read::read_csv;
use klero::solve::solve;
use klero::split::{mend, split};
use population::population;
use std::time::Instant;

/// Make up a pool, compute the lottery over several panels drawn together, and cut all of its panels.
#[derive(Parser)]
struct Arguments {
    /// Volunteers in the pool
    #[arg(long, default_value_t = 600)]
    members: usize,
    /// Panels drawn together
    #[arg(long, default_value_t = 4)]
    panels: usize,
    /// Members of each panel
    #[arg(long, default_value_t = 25)]
    size: usize,
    /// Feature categories, from 1 to 8
    #[arg(long, default_value_t = 6)]
    categories: usize,
    /// Seats by which a quota may miss the town's share [default: 3 % of the seats, at least 1]
    #[arg(long)]
    slack: Option<usize>,
    /// Which of all made-up pools
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() {
    let it = Arguments::parse();
    let slack = it.slack.unwrap_or_else(|| usual_slack(it.size));
    let (quotas, pool) = population(it.members, it.size, it.categories, slack, it.seed);
    let (Ok(quotas), Ok(pool)) = (read_csv("quotas.csv", quotas.as_bytes()), read_csv("pool.csv", pool.as_bytes()))
    else {
        eprintln!("error: the files that were made up cannot be read");
        return;
    };
    let settings = Settings { panels: it.panels, ..Settings::of_size(it.size * it.panels) };
    let instance = match build(&quotas, &pool, &settings) {
        Ok(built) => built.instance,
        Err(problems) => return problems.iter().for_each(|problem| eprintln!("error: {problem}")),
    };
    let begin = Instant::now();
    let mut solution = match solve(&instance, 1_000_000_000_000, &mut |_| {}) {
        Ok(solution) => solution,
        Err(error) => return eprintln!("error: {error}"),
    };
    let solved = begin.elapsed().as_secs_f64();
    let begin = Instant::now();
    match mend(&instance, &mut solution, it.panels) {
        Ok(left) => {
            println!("mend: {:.2} s; {left} compositions are left that cannot be cut", begin.elapsed().as_secs_f64())
        }
        Err(error) => return eprintln!("error: {error}"),
    }
    let dealt: Vec<_> = solution.compositions.iter().map(|c| (c.seats.as_slice(), c.tickets as u64)).collect();
    let lottery = deal(instance.size(), &solution.typed.classes, &dealt);
    println!(
        "solve: {:.2} s; {} types, {} compositions, {} panels of {}",
        solved,
        solution.typed.types.len(),
        solution.compositions.len(),
        lottery.panels().len(),
        lottery.size()
    );
    let begin = Instant::now();
    let split = match split(&instance, &lottery, it.panels) {
        Ok(split) => split,
        Err(error) => return eprintln!("error after {:.2} s: {error}", begin.elapsed().as_secs_f64()),
    };
    println!("split: {:.2} s", begin.elapsed().as_secs_f64());
    let mut tickets = vec![vec![0_u64; it.panels]; it.members];
    for (panel, parts) in lottery.panels().zip(split.panels()) {
        for (&number, &part) in panel.members.iter().zip(parts) {
            tickets[number as usize - 1][part as usize - 1] += panel.tickets;
        }
    }
    let off = |tickets: &Vec<u64>| {
        let mean = tickets.iter().sum::<u64>() as f64 / it.panels as f64;
        tickets.iter().map(|&on| (on as f64 - mean).abs() / lottery.tickets() as f64).fold(0.0, f64::max)
    };
    let offs: Vec<f64> = tickets.iter().map(off).collect();
    println!(
        "chance to sit on one of the panels, distance from that on the average panel: largest {:.4}, on average {:.4}",
        offs.iter().copied().fold(0.0, f64::max),
        offs.iter().sum::<f64>() / offs.len() as f64
    );
}
