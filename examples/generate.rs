//! Makes up a pool of volunteers and the quotas of an assembly: the same bytes for the same numbers, on any machine.
//!
//! ```text
//! cargo run --example generate -- --members 600 --size 40 --categories 6 --seed 1 --out DIR
//! ```

#[path = "../tests/support/population.rs"]
mod population;

use clap::Parser;
use klero::generate::{MOST_CATEGORIES, usual_slack};
use population::population;
use std::path::PathBuf;
use std::process::ExitCode;
use std::{fs, io};

/// Make up a pool of volunteers and the quotas of an assembly, and write them to pool.csv and quotas.csv.
///
/// Nobody in it is real. The same numbers give the same bytes on any machine.
#[derive(Parser)]
struct Arguments {
    /// Volunteers in the pool
    #[arg(long, value_name = "N", default_value_t = 600)]
    members: usize,
    /// Seats on the panel
    #[arg(long, value_name = "K", default_value_t = 40)]
    size: usize,
    /// Feature categories, from 1 to 8
    #[arg(long, value_name = "N", default_value_t = 6)]
    categories: usize,
    /// Seats by which a quota may miss the town's share, up and down [default: 3 % of the seats, at least 1]
    #[arg(long, value_name = "SEATS")]
    slack: Option<usize>,
    /// Which of all made-up pools
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
    /// Folder to write to; files of these names in it are replaced
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if arguments.size < 1 || arguments.size > arguments.members {
        eprintln!("error: a panel of {} cannot be drawn from {} members", arguments.size, arguments.members);
        return ExitCode::from(2);
    }
    if !(1..=MOST_CATEGORIES).contains(&arguments.categories) {
        eprintln!("error: there are 1 to {MOST_CATEGORIES} categories, not {}", arguments.categories);
        return ExitCode::from(2);
    }
    match write(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: cannot write to {}: {error}", arguments.out.display());
            ExitCode::from(2)
        }
    }
}

fn write(arguments: &Arguments) -> io::Result<()> {
    let slack = arguments.slack.unwrap_or_else(|| usual_slack(arguments.size));
    let (quotas, pool) = population(arguments.members, arguments.size, arguments.categories, slack, arguments.seed);
    fs::create_dir_all(&arguments.out)?;
    fs::write(arguments.out.join("quotas.csv"), quotas)?;
    fs::write(arguments.out.join("pool.csv"), pool)
}
