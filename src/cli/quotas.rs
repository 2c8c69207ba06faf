//! `klero quotas`: population shares become quotas, and are held against a pool.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use klero::apportion::{
    Apportionment, Plan, PoolAnswer, Rounding, ShareProblem, Shares, Slack, apportion, has_shares_header, meet,
    read_shares, render,
};
use klero::read::{ReadProblem, Table};
use klero::record::RecordError;
use klero::solve::{SolveError, has_panel};

use super::failure::Failure;
use super::inputs::{File, said};
use super::interrupt::hold;
use super::problem::Problems;
use super::quotas_json::json;

/// `klero quotas`.
#[derive(Debug, Args)]
pub struct QuotasArgs {
    /// A CSV file with the columns feature, value and share, and if you like slack, under and over
    #[arg(long, value_name = "FILE")]
    shares: PathBuf,
    /// How many members the panel has
    #[arg(long, value_name = "NUMBER")]
    size: usize,
    /// How exact seats become whole ones
    #[arg(long, value_name = "NAME", default_value = "largest-remainder")]
    rounding: RoundingName,
    /// How far a quota may be from its seats, up and down: seats, such as 1, or a percentage of the value's seats, such as 5%
    #[arg(long, value_name = "SLACK", default_value = "0", value_parser = slack)]
    slack: Slack,
    /// Where the quotas go; without it they are only shown
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Replace that file if it is there
    #[arg(long, requires = "out")]
    overwrite: bool,
    /// A pool, to say which of the quotas it cannot meet
    #[arg(long, value_name = "FILE")]
    pool: Option<PathBuf>,
    /// The pool's column with a different identifier for everybody [default: id, nationbuilder_id or unique_id; else rows are numbered]
    #[arg(long, value_name = "COLUMN", requires = "pool")]
    id_column: Option<String>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

/// How seats are rounded, as an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RoundingName {
    LargestRemainder,
    SainteLague,
}

/// Reads a slack.
fn slack(text: &str) -> Result<Slack, String> {
    Slack::parse(text).map_err(|_| "write whole seats, such as 1, or a percentage, such as 5%".to_owned())
}

/// What the pool says to the quotas.
pub struct Verdict {
    /// Quota by quota.
    pub answer: PoolAnswer,
    /// Whether a panel meets all of them; `None` where one cannot be met by itself.
    pub panel: Option<bool>,
}

/// Runs `klero quotas`.
pub fn quotas(args: &QuotasArgs) -> Result<ExitCode, Failure> {
    let (shares, pool) = read(args)?;
    if let Some(out) = &args.out {
        check_target(
            out,
            args.overwrite,
            &[Some(&args.shares), args.pool.as_ref()].into_iter().flatten().collect::<Vec<_>>(),
        )?;
    }
    let plan = Plan {
        size: args.size,
        rounding: match args.rounding {
            RoundingName::LargestRemainder => Rounding::LargestRemainder,
            RoundingName::SainteLague => Rounding::SainteLague,
        },
        slack: args.slack.clone(),
    };
    let shares = both(read_shares(&shares), plan).map_err(|problems| {
        Failure::Input(problems.iter().map(|problem| (problem.to_string(), problem.help())).collect())
    })?;
    let (shares, quotas) = shares;
    let answer = pool.map(|pool| meet(&quotas, &shares.file, &pool, args.id_column.as_deref())).transpose();
    let answer = answer.map_err(|problems| {
        Failure::Input(problems.iter().map(|problem| (problem.to_string(), problem.problem.help())).collect())
    })?;
    for warning in &quotas.warnings {
        note!("{warning}\n  help: {}", warning.help());
    }
    for warning in answer.iter().flat_map(|answer| &answer.warnings) {
        note!("{warning}");
    }
    let instance = answer.as_ref().and_then(|answer| answer.instance.as_ref());
    let panel = instance.map(has_panel).transpose()?;
    if let Some(out) = &args.out {
        write(out, quotas.file().as_bytes())?;
    }
    let verdict = answer.map(|answer| Verdict { answer, panel });
    if args.json {
        super::print(&json(&quotas, verdict.as_ref()).map_err(RecordError::from)?)?;
    } else {
        super::tell(&text(&quotas, verdict.as_ref(), args.out.as_deref()))?;
    }
    match verdict {
        Some(Verdict { panel: Some(false), .. }) => Err(SolveError::Infeasible { size: args.size }.into()),
        Some(Verdict { panel: None, answer }) => {
            super::say::wrong(refusal(&answer, args));
            Ok(ExitCode::from(1))
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// Reads the files; every problem of both is told at once.
fn read(args: &QuotasArgs) -> Result<(Table, Option<Table>), Failure> {
    let (shares, pool) = match (File::open(&args.shares), args.pool.as_deref().map(File::open).transpose()) {
        (Ok(shares), Ok(pool)) => (shares, pool),
        (shares, pool) => return Err(Failure::All([shares.err(), pool.err()].into_iter().flatten().collect())),
    };
    let shares = shares.read(&|header| has_shares_header(header));
    let pool = pool.map(|pool| pool.read(&|header| !has_shares_header(header))).transpose();
    match (shares, pool) {
        (Ok(shares), Ok(pool)) => {
            for note in said(&shares).into_iter().chain(pool.iter().flat_map(said)) {
                note!("{note}");
            }
            Ok((shares.table, pool.map(|pool| pool.table)))
        }
        (shares, pool) => {
            let problems: Vec<ReadProblem> = [shares.err(), pool.err()].into_iter().flatten().flatten().collect();
            Err(Failure::Files(Problems::from(problems)))
        }
    }
}

/// Shares and quotas, or what is wrong with the shares and the panel size.
fn both(shares: Result<Shares, Vec<ShareProblem>>, plan: Plan) -> Result<(Shares, Apportionment), Vec<ShareProblem>> {
    let nothing = Shares { file: String::new(), column: String::new(), categories: Vec::new() };
    match (shares, plan) {
        (Ok(shares), plan) => apportion(&shares, plan).map(|quotas| (shares, quotas)),
        (Err(mut problems), plan) => {
            problems.extend(apportion(&nothing, plan).err().into_iter().flatten());
            Err(problems)
        }
    }
}

/// Refuses a file that could not be written in the end, or that is one of those that are read.
pub fn check_target(out: &Path, overwrite: bool, read: &[&PathBuf]) -> Result<(), Failure> {
    let file = out.display();
    let refuse = |what: String, help: &str| Err(Failure::Input(vec![(what, help.to_owned())]));
    if out.file_name().is_none() || out.is_dir() {
        return refuse(format!("{file} is no file"), "Name a file with --out, for example --out quotas.csv.");
    }
    let here = fs::canonicalize(out).ok();
    if here.is_some() && read.iter().map(|path| fs::canonicalize(path).ok()).any(|path| path == here) {
        return refuse(format!("{file} is read by this command"), "Name another file with --out.");
    }
    if !overwrite && fs::symlink_metadata(out).is_ok() {
        return refuse(
            format!("{file} is there already"),
            "Name another file with --out, or add --overwrite to replace it.",
        );
    }
    Ok(())
}

/// Writes a file whole or not at all.
pub fn write(out: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let name = out.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let draft = out.with_file_name(format!(".{name}.new-{}", std::process::id()));
    let mut held = hold();
    let fill = |mut file: fs::File| file.write_all(bytes).and_then(|()| file.sync_all());
    let made = fs::OpenOptions::new().write(true).create_new(true).open(&draft);
    let written = made.and_then(fill).and_then(|()| fs::rename(&draft, out));
    written.map_err(|error| {
        let _ = fs::remove_file(&draft);
        Failure::path("write", out)(error)
    })?;
    held.stands(out);
    Ok(())
}

/// What is shown.
fn text(quotas: &Apportionment, verdict: Option<&Verdict>, out: Option<&Path>) -> String {
    let mut text = render(quotas, verdict.map(|verdict| &verdict.answer));
    if let Some(Verdict { answer, panel }) = verdict {
        text += &format!("\nPool of {}.\n", answer.members);
        if !answer.short.is_empty() {
            text += "The pool has too few members for these quotas:\n";
        }
        for short in &answer.short {
            text += &format!(
                "  {} {}: at least {}, in the pool {}, missing {}\n",
                short.category,
                short.value,
                short.min,
                short.members,
                short.missing()
            );
        }
        for narrow in &answer.narrow {
            text += &format!(
                "  {}: the pool can fill {} of the {} seats, since no value may have more than its quota\n",
                narrow.category, narrow.seats, quotas.plan.size
            );
        }
        text += match panel {
            Some(false) if !answer.narrow.is_empty() => "No panel meets all the quotas.\n",
            Some(true) => "There is a panel that meets all the quotas.\n",
            Some(false) => "Each quota can be met by itself, but no panel meets all of them at once.\n",
            None => "",
        };
    }
    if let Some(out) = out {
        text += &format!("\n{}: {} quotas\n", out.display(), quotas.values().count());
    }
    text
}

/// Why the pool cannot meet the quotas, and what can be done.
fn refusal(answer: &PoolAnswer, args: &QuotasArgs) -> String {
    let mut text = String::new();
    let written = args.out.as_ref().map(|out| format!(" {} was written all the same.", out.display()));
    let written = written.unwrap_or_default();
    if answer.members < args.size {
        text += &format!(
            "error: the pool has {} members, fewer than the {} seats of the panel\n  help: Find more people, or draw a smaller panel.{written}\n",
            answer.members, args.size
        );
    }
    if !answer.short.is_empty() {
        text += &format!(
            "error: the pool cannot meet {} of the {} quotas\n  help: Find more people with these values, or let fewer of them sit and more of others: \
             columns \"under\" and \"over\" in {} say by how many seats, value by value.{written}\n",
            answer.short.len(),
            answer.counts.iter().flatten().count(),
            args.shares.display()
        );
    }
    text
}
