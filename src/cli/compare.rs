//! `klero compare`: selection rules over many pools, as a table.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use klero::compare::{Curve, Outcome, Row, Rule, drawing, header, rows};
use klero::instance::Settings;
use klero::sample::Draws;

use super::failure::Failure;
use super::interrupt::hold;
use super::progress::Bar;

mod pool;
mod work;

use pool::Pool;
use work::each;

/// `klero compare`.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// Folders with a pool (pool.csv or respondents.csv) and quotas (quotas.csv or categories.csv)
    #[arg(value_name = "FOLDER", required = true)]
    folders: Vec<PathBuf>,
    /// The selection rules: leximin, legacy, random, maximin, nash, goldilocks (with γ = 1)
    #[arg(long, value_name = "RULE,…", value_delimiter = ',', value_parser = rule, default_value = "leximin,legacy,random")]
    objectives: Vec<Rule>,
    /// How many members each panel has [default: the number after the last _ in the folder's name]
    #[arg(long, value_name = "NUMBER")]
    size: Option<usize>,
    /// A column that tells who lives together; repeat it where only several columns together do. Every pool must have it
    #[arg(long = "household", value_name = "COLUMN")]
    households: Vec<String>,
    /// How many members of one household may sit on a panel
    #[arg(long, value_name = "NUMBER", default_value_t = 1, requires = "households")]
    household_limit: usize,
    /// The pools' column that says "include" or "exclude" for some members and nothing for the others
    #[arg(long, value_name = "COLUMN")]
    status_column: Option<String>,
    /// Panels to draw for a rule that is measured by drawing; twice, the second time for the bound on the minimum
    #[arg(long, value_name = "NUMBER", default_value_t = 10_000, value_parser = clap::value_parser!(u64).range(1..1 << 32))]
    draws: u64,
    /// Which chance decides these draws
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
    /// How many rules to work on at once [default: as many as the machine has processors]
    #[arg(long, value_name = "NUMBER")]
    threads: Option<usize>,
    /// Write the table to this file, row by row, instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Go on with the table in --out: rows that are done stay, the others are computed
    #[arg(long, requires = "out")]
    resume: bool,
    /// Only every n-th pool, beginning with the i-th, to share the work among n machines
    #[arg(long, value_name = "I/N", value_parser = shard)]
    shard: Option<(usize, usize)>,
    /// Draw the sorted selection probabilities to this SVG file; with several pools, one file each, with the pool's name in it
    #[arg(long, value_name = "FILE", conflicts_with = "resume")]
    svg: Option<PathBuf>,
}

/// A selection rule by its name.
pub fn rule(text: &str) -> Result<Rule, String> {
    let names = Rule::ALL.map(Rule::name).join(", ");
    Rule::ALL.into_iter().find(|rule| rule.name() == text).ok_or_else(|| format!("the rules are {names}"))
}

fn shard(text: &str) -> Result<(usize, usize), String> {
    let parsed = text.split_once('/').and_then(|(i, n)| Some((i.parse().ok()?, n.parse().ok()?)));
    parsed.filter(|&(i, n)| 1 <= i && i <= n).ok_or_else(|| "write it as 2/8, from 1/8 to 8/8".to_owned())
}

/// Runs `klero compare`.
pub fn compare(args: &CompareArgs) -> Result<ExitCode, Failure> {
    let pools = pools(args)?;
    let mut rules: Vec<Rule> = Vec::new();
    for &rule in &args.objectives {
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    let tasks: Vec<(usize, Rule)> =
        (0..pools.len()).flat_map(|pool| rules.iter().map(move |&rule| (pool, rule))).collect();
    let mut rows: Vec<Option<Row>> = vec![None; tasks.len()];
    let others = earlier(args, &pools, &tasks, &mut rows)?;
    if let Some(out) = &args.out {
        let mut held = hold();
        fs::write(out, table(&others, &rows)).map_err(Failure::path("write", out))?;
        held.stands(out);
    }
    let mut sink = Sink { out: args.out.as_deref(), shown: 0 };
    sink.begin()?;
    sink.show(&rows)?;
    let mut outcomes: Vec<Option<Outcome>> = vec![None; if args.svg.is_some() { tasks.len() } else { 0 }];
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = args.threads.unwrap_or(processors).max(1);
    let draws = Draws::new(args.draws, args.seed);
    let bar = Bar::of(tasks.len() as u64);
    let mut count = 0;
    let result = each(&draws, threads, &pools, &tasks, &rows.clone(), &mut |done| {
        count += 1;
        bar.step("Applying rules to pools", count);
        sink.add(&done.row)?;
        if let Some(place) = rows.get_mut(done.task) {
            *place = Some(done.row);
        }
        if let Some(place) = outcomes.get_mut(done.task) {
            *place = done.outcome;
        }
        sink.show(&rows)
    });
    drop(bar);
    result?;
    if let Some(out) = &args.out {
        // Rows came as they were ready; now they stand in order.
        let part = out.with_extension("part");
        let _held = hold();
        fs::write(&part, table(&others, &rows)).map_err(Failure::path("write", &part))?;
        fs::rename(&part, out).map_err(Failure::path("write", out))?;
    }
    if let Some(svg) = &args.svg {
        draw(svg, &pools, &rules, &outcomes)?;
    }
    let failed: Vec<&Row> = rows.iter().flatten().filter(|row| row.is_error()).collect();
    for row in &failed {
        note!("{}, {}: {}", row.cell("pool"), row.cell("rule"), row.cell("error"));
    }
    Ok(if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// The pools of this run, in the order given; two of one name could not be told apart.
fn pools(args: &CompareArgs) -> Result<Vec<Pool>, Failure> {
    let mut problems = Vec::new();
    let mut pools: Vec<Pool> = Vec::new();
    for folder in &args.folders {
        let settings = Settings {
            household_columns: args.households.clone(),
            household_limit: args.household_limit,
            status_column: args.status_column.clone(),
            ..Settings::of_size(args.size.unwrap_or_default())
        };
        let pool = Pool::new(folder, args.size, settings);
        if !folder.is_dir() {
            let help = "Name folders that hold a pool and quotas.".to_owned();
            problems.push((format!("{} is no folder", folder.display()), help));
        } else if pools.iter().any(|other| other.name == pool.name) {
            let help = "Rename one of them, or compare them one after the other.".to_owned();
            problems.push((format!("two folders are called {}", pool.name), help));
        }
        pools.push(pool);
    }
    if !problems.is_empty() {
        return Err(Failure::Input(problems));
    }
    let (first, step) = args.shard.unwrap_or((1, 1));
    Ok(pools.into_iter().skip(first - 1).step_by(step).collect())
}

/// Rows of an earlier run: those of this run's tasks go to their places unless they hold an error or were measured otherwise; the rest is
/// returned.
fn earlier(
    args: &CompareArgs,
    pools: &[Pool],
    tasks: &[(usize, Rule)],
    places: &mut [Option<Row>],
) -> Result<Vec<Row>, Failure> {
    let Some(out) = args.out.as_ref().filter(|out| out.exists()) else { return Ok(Vec::new()) };
    if !args.resume {
        let help = "Add --resume to go on with it, or name another file with --out.".to_owned();
        return Err(Failure::Input(vec![(format!("{} is there already", out.display()), help)]));
    }
    let text = fs::read_to_string(out).map_err(Failure::path("read", out))?;
    let Some(found) = rows(&text) else {
        let help = "--resume goes on with tables of this command only: name another file with --out.".to_owned();
        return Err(Failure::Input(vec![(format!("{} is no table of klero compare", out.display()), help)]));
    };
    let mut others = Vec::new();
    for row in found {
        let same = |&(pool, rule): &(usize, Rule)| {
            pools.get(pool).is_some_and(|pool| pool.name == row.cell("pool")) && rule.name() == row.cell("rule")
        };
        match tasks.iter().position(same) {
            None => others.push(row),
            Some(task) => {
                let measured = [row.cell("draws"), row.cell("seed")];
                let fits = measured == ["", ""] || measured == [args.draws.to_string(), args.seed.to_string()];
                if let Some(place) = places.get_mut(task).filter(|_| fits && !row.is_error()) {
                    if let (Some(&(pool, Rule::Leximin)), Ok(minimum)) = (tasks.get(task), row.cell("minimum").parse())
                        && let Some(pool) = pools.get(pool)
                    {
                        pool.know_minimum(minimum);
                    }
                    *place = Some(row);
                }
            }
        }
    }
    Ok(others)
}

/// The table: rows of other runs, then those of this one in order.
fn table(others: &[Row], rows: &[Option<Row>]) -> String {
    let lines = others.iter().chain(rows.iter().flatten()).map(Row::line);
    header() + &lines.collect::<String>()
}

/// Where rows go while they come: to a file at once, to standard output in order.
struct Sink<'a> {
    out: Option<&'a Path>,
    shown: usize,
}

impl Sink<'_> {
    fn begin(&self) -> Result<(), Failure> {
        if self.out.is_none() { super::print(&header()) } else { Ok(()) }
    }

    fn add(&self, row: &Row) -> Result<(), Failure> {
        let Some(out) = self.out else { return Ok(()) };
        let _held = hold();
        let file = fs::OpenOptions::new().append(true).open(out);
        file.and_then(|mut file| file.write_all(row.line().as_bytes())).map_err(Failure::path("write", out))
    }

    fn show(&mut self, rows: &[Option<Row>]) -> Result<(), Failure> {
        while self.out.is_none()
            && let Some(Some(row)) = rows.get(self.shown)
        {
            super::print(&row.line())?;
            self.shown += 1;
        }
        Ok(())
    }
}

/// Writes the drawings.
fn draw(svg: &Path, pools: &[Pool], rules: &[Rule], outcomes: &[Option<Outcome>]) -> Result<(), Failure> {
    for (pool, outcomes) in pools.iter().zip(outcomes.chunks(rules.len().max(1))) {
        let curves: Vec<Curve> = rules
            .iter()
            .zip(outcomes)
            .filter_map(|(rule, outcome)| {
                outcome.as_ref().map(|outcome| Curve { name: rule.name(), probabilities: &outcome.probabilities })
            })
            .collect();
        if curves.is_empty() {
            continue;
        }
        let file = if pools.len() == 1 {
            svg.to_owned()
        } else {
            let stem = svg.file_stem().unwrap_or_default().to_string_lossy();
            svg.with_file_name(format!("{stem}-{}.svg", pool.name))
        };
        let size = pool.instance().map_or(0, |instance| instance.size());
        let mut held = hold();
        fs::write(&file, drawing(&pool.name, size, &curves)).map_err(Failure::path("write", &file))?;
        held.stands(&file);
    }
    Ok(())
}
