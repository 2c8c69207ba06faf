//! `klero generate`: a made-up pool and its quotas.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use klero::generate::{self, GenerateError, MILLION, MOST_CATEGORIES, Plan, Population, read_population};
use klero::read::read_table;
use klero::record::name;

use super::failure::Failure;
use super::interrupt::hold;

/// `klero generate`.
#[derive(Debug, Args)]
pub struct GenerateArgs {
    /// Volunteers in the pool
    #[arg(long, value_name = "NUMBER")]
    members: usize,
    /// How many members the panel has
    #[arg(long, value_name = "NUMBER")]
    size: usize,
    /// The directory for pool.csv and quotas.csv; those files must not be there yet
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Replace pool.csv and quotas.csv if they are there
    #[arg(long)]
    overwrite: bool,
    /// A CSV file with the columns category, value, share, and if you like keen, instead of the built-in town
    #[arg(long, value_name = "FILE", conflicts_with = "categories")]
    population: Option<PathBuf>,
    /// Feature categories of the built-in town, from 1 to 8
    #[arg(long, value_name = "NUMBER", default_value_t = 6)]
    categories: usize,
    /// Seats by which a quota may miss the population's share, up and down [default: 3 % of the seats, at least 1]
    #[arg(long, value_name = "SEATS")]
    slack: Option<usize>,
    /// The share of members who live with another one, such as 0.1; adds a column address
    #[arg(long, value_name = "SHARE", value_parser = millionths)]
    households: Option<u64>,
    /// Which of all made-up pools
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
}

/// Reads a share between 0 and 1 without rounding anything: at most six digits after the point.
fn millionths(text: &str) -> Result<u64, String> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| (1..=6).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let share = format!("{whole}{fraction:0<6}").parse().ok().filter(|&share| share <= MILLION);
    share
        .filter(|_| digits(whole) && digits(fraction))
        .ok_or_else(|| "write a share from 0 to 1, such as 0.1".to_owned())
}

/// Runs `klero generate`.
pub fn generate(args: &GenerateArgs) -> Result<ExitCode, Failure> {
    let population = match &args.population {
        None => Population::town(args.categories),
        Some(path) => {
            let bytes = fs::read(path).map_err(Failure::path("read", path))?;
            let table = read_table(&path.display().to_string(), &bytes).map_err(Failure::read)?.table;
            read_population(&table).map_err(|problems| {
                Failure::Input(problems.iter().map(|problem| (problem.to_string(), problem.help())).collect())
            })?
        }
    };
    let plan = Plan {
        slack: args.slack,
        households: args.households,
        seed: args.seed,
        ..Plan::new(args.members, args.size, population)
    };
    let (pool, quotas) = (args.out.join(name::POOL), args.out.join(name::QUOTAS));
    let there: Vec<_> = [&pool, &quotas].into_iter().filter(|path| path.exists() && !args.overwrite).collect();
    if !there.is_empty() {
        let problem = |path: &&PathBuf| {
            let help = "Name another directory with --out, or add --overwrite to replace the file.";
            (format!("{} is there already", path.display()), help.to_owned())
        };
        return Err(Failure::Input(there.iter().map(problem).collect()));
    }
    hold().folders(&args.out).map_err(Failure::path("make the directory", &args.out))?;
    // Whole or not at all: the pool goes to a file of another name until it is complete.
    let part = args.out.join("pool.csv.part");
    let file = {
        let mut held = hold();
        held.begin(&part);
        File::create(&part).map_err(Failure::path("write", &part))?
    };
    let mut out = BufWriter::with_capacity(1 << 18, file);
    let written = generate::generate(&plan, &mut out).and_then(|quotas| {
        out.flush()?;
        Ok(quotas)
    });
    let text = match written {
        Ok(text) => text,
        Err(error) => {
            let _ = fs::remove_file(&part);
            return Err(match error {
                GenerateError::Write(error) => Failure::path("write", &part)(error),
                GenerateError::Categories { .. } => {
                    Failure::Input(vec![(error.to_string(), format!("The built-in town has {MOST_CATEGORIES}."))])
                }
                _ => Failure::Input(vec![(error.to_string(), format!("{}.", error.help()))]),
            });
        }
    };
    {
        let mut held = hold();
        fs::rename(&part, &pool).map_err(Failure::path("write", &pool))?;
        held.end(&part);
        held.stands(&pool);
        fs::write(&quotas, &text).map_err(Failure::path("write", &quotas))?;
        held.stands(&quotas);
    }
    super::tell(&format!(
        "{}: {} members\n{}: {} feature values, panel of {}\n",
        pool.display(),
        args.members,
        quotas.display(),
        text.lines().count().saturating_sub(1),
        args.size
    ))?;
    Ok(ExitCode::SUCCESS)
}
