//! `klero compare`: selection rules over many pools, as a table.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Instant;

use clap::Args;
use indicatif::ProgressBar;
use klero::compare::{Cost, Curve, Outcome, PoolFacts, Row, Rule, drawing, header, rows, run};
use klero::sample::Draws;

use super::failure::Failure;

mod pool;

use pool::Pool;

/// `klero compare`.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// Folders with a pool (pool.csv or respondents.csv) and quotas (quotas.csv or categories.csv)
    #[arg(value_name = "FOLDER", required = true)]
    folders: Vec<PathBuf>,
    /// The selection rules: leximin, legacy, random (maximin, nash and goldilocks are not available yet)
    #[arg(long, value_name = "RULE,…", value_delimiter = ',', value_parser = rule, default_value = "leximin,legacy,random")]
    objectives: Vec<Rule>,
    /// How many members each panel has [default: the number after the last _ in the folder's name]
    #[arg(long, value_name = "NUMBER")]
    size: Option<usize>,
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

fn rule(text: &str) -> Result<Rule, String> {
    let names = Rule::ALL.map(Rule::name).join(", ");
    Rule::ALL.into_iter().find(|rule| rule.name() == text).ok_or_else(|| format!("the rules are {names}"))
}

fn shard(text: &str) -> Result<(usize, usize), String> {
    let parsed = text.split_once('/').and_then(|(i, n)| Some((i.parse().ok()?, n.parse().ok()?)));
    parsed.filter(|&(i, n)| 1 <= i && i <= n).ok_or_else(|| "write it as 2/8, from 1/8 to 8/8".to_owned())
}

/// One rule on one pool, and what came of it.
struct Done {
    task: usize,
    row: Row,
    outcome: Option<Outcome>,
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
        fs::write(out, table(&others, &rows)).map_err(Failure::path("write", out))?;
    }
    let mut sink = Sink { out: args.out.as_deref(), shown: 0 };
    sink.begin()?;
    sink.show(&rows)?;
    let mut outcomes: Vec<Option<Outcome>> = vec![None; if args.svg.is_some() { tasks.len() } else { 0 }];
    let bar = ProgressBar::new(tasks.len() as u64);
    let result = each(args, &pools, &tasks, &rows.clone(), &mut |done| {
        bar.inc(1);
        sink.add(&done.row)?;
        if let Some(place) = rows.get_mut(done.task) {
            *place = Some(done.row);
        }
        if let Some(place) = outcomes.get_mut(done.task) {
            *place = done.outcome;
        }
        sink.show(&rows)
    });
    bar.finish_and_clear();
    result?;
    if let Some(out) = &args.out {
        // Rows came as they were ready; now they stand in order.
        let part = out.with_extension("part");
        fs::write(&part, table(&others, &rows)).map_err(Failure::path("write", &part))?;
        fs::rename(&part, out).map_err(Failure::path("write", out))?;
    }
    if let Some(svg) = &args.svg {
        draw(svg, &pools, &rules, &outcomes)?;
    }
    let failed: Vec<&Row> = rows.iter().flatten().filter(|row| row.is_error()).collect();
    for row in &failed {
        eprintln!("note: {}, {}: {}", row.cell("pool"), row.cell("rule"), row.cell("error"));
    }
    Ok(if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// The pools of this run, in the order given; two of one name could not be told apart.
fn pools(args: &CompareArgs) -> Result<Vec<Pool>, Failure> {
    let mut problems = Vec::new();
    let mut pools: Vec<Pool> = Vec::new();
    for folder in &args.folders {
        let pool = Pool::new(folder, args.size);
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

/// Rows of an earlier run: those of this run's tasks go to their places unless they hold an error or were measured otherwise; the rest is returned.
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

/// Does the tasks that have no row yet, several at once, and hands each to `take` when it is done.
fn each(
    args: &CompareArgs,
    pools: &[Pool],
    tasks: &[(usize, Rule)],
    rows: &[Option<Row>],
    take: &mut dyn FnMut(Done) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut open: Vec<usize> = (0..tasks.len()).filter(|&task| rows.get(task).is_some_and(Option::is_none)).collect();
    // Leximin first: the other rows of its pool wait for its minimum.
    open.sort_by_key(|&task| tasks.get(task).is_none_or(|&(_, rule)| rule != Rule::Leximin));
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = args.threads.unwrap_or(processors).max(1);
    let workers = threads.min(open.len()).max(1);
    // Threads that have no task of their own help with the draws of the others.
    let draws = Draws { threads: threads / workers, ..Draws::new(args.draws, args.seed) };
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        let (send, receive) = mpsc::channel();
        for _ in 0..workers {
            let send = send.clone();
            let (next, open, draws) = (&next, &open, &draws);
            scope.spawn(move || {
                while let Some(&task) = open.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let Some((pool, rule)) = tasks.get(task).and_then(|&(pool, rule)| Some((pools.get(pool)?, rule)))
                    else {
                        return;
                    };
                    let (row, outcome) = one(pool, rule, draws);
                    if send.send(Done { task, row, outcome }).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        // When a row cannot be written the channel closes, and the workers stop after what they are at.
        receive.into_iter().try_for_each(take)
    })
}

/// One rule on one pool.
fn one(pool: &Pool, rule: Rule, draws: &Draws) -> (Row, Option<Outcome>) {
    let facts = pool.facts();
    let failed = |error: &str| (Row::failed(&facts, rule, error), None);
    let instance = match pool.instance() {
        Ok(instance) => instance,
        Err(error) => return failed(error),
    };
    let start = Instant::now();
    let (outcome, seconds) = if rule == Rule::Leximin {
        let leximin = pool.leximin(draws);
        (leximin.outcome.clone(), leximin.seconds)
    } else {
        let outcome = run(rule, instance, draws).map_err(|error| error.to_string());
        (outcome, start.elapsed().as_secs_f64())
    };
    match outcome {
        Err(error) => failed(&error),
        Ok(outcome) => {
            let cost = Cost { seconds, peak_memory_mb: peak_memory() };
            let row = Row::done(&facts, rule, &outcome, pool.minimum(draws), draws.seed, cost);
            (row, Some(outcome))
        }
    }
}

/// Peak memory of this process in MB, where the system tells it.
fn peak_memory() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kb| kb / 1024.0)
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
        fs::write(&file, drawing(&pool.name, size, &curves)).map_err(Failure::path("write", &file))?;
    }
    Ok(())
}
