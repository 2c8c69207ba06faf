//! `klero replace`: some of the panel drop out, and others take their seats.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use klero::draw::Seed;
use klero::instance::{Built, Instance, Person, Settings, Standing, build, build_anyway, has_quotas_header};
use klero::read::{Table, read_csv};
use klero::record::{Before, Step, marked_table, name};
use klero::turnover::{Seats, Turnover, barred_by, read_turnover};

use super::args::{ObjectiveArgs, OutputArgs};
use super::failure::Failure;
use super::follow::{Earlier, alternates_of, beside, sitting};
use super::inputs::{File, said};
use super::merge::asked;
use super::problem::Problems;
use super::refusal::Refusal;
use super::remedy::remedy;
use super::write::{Work, Written, tell, write};
use super::{args, output};

/// `klero replace`.
#[derive(Debug, Args)]
#[group(skip)]
pub struct ReplaceArgs {
    /// The record of the panel that sits, as it was drawn
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// A table with the columns "id" (as the pool calls it) and "status": who confirmed, who dropped out
    #[arg(long, value_name = "FILE")]
    out_of: PathBuf,
    /// What is true of sitting members who are not in the table; "confirmed" is the only word
    #[arg(long, value_name = "WORD", value_parser = ["confirmed"])]
    others: Option<String>,
    /// Which of several panels that were drawn together, counting from 1
    #[arg(long, value_name = "NUMBER")]
    panel: Option<usize>,
    /// A record that replaced members of another of the panels drawn together, who cannot be drawn for this one; repeat it for all of them
    #[arg(long, value_name = "DIR")]
    beside: Vec<PathBuf>,
    /// The record of the panel's alternates, if some of them were called in: those are "called in" in the table
    #[arg(long, value_name = "DIR")]
    alternates: Option<PathBuf>,
    /// Other quotas than those of the record, where those cannot be met any more
    #[arg(long, value_name = "FILE")]
    quotas: Option<PathBuf>,
    /// A new folder for changed quotas that would help, where there is no panel
    #[arg(long, value_name = "DIR")]
    repairs: Option<PathBuf>,
    /// Draw at once, with a text that everybody heard and nobody could know before; without it, commit and draw as for the first panel
    #[arg(long, value_name = "TEXT")]
    seed: Option<String>,
    /// Objective.
    #[command(flatten)]
    objective: ObjectiveArgs,
    /// Record.
    #[command(flatten)]
    output: args::FollowArgs,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

/// Runs `klero replace`.
pub fn replace(args: &ReplaceArgs) -> Result<ExitCode, Failure> {
    let out = args.output.output();
    let seed = args.seed.as_deref().map(Seed::new).transpose()?;
    output::check_target(&out.out, out.overwrite)?;
    output::outside(&args.dir, &out.out)?;
    let sources = [&args.dir].into_iter().chain(&args.beside).chain(&args.alternates);
    output::not_over(sources.map(PathBuf::as_path), &out.out)?;
    let base = self::sitting(&args.dir)?;
    let sitting = base.panel(args.panel)?;
    let alternates = args.alternates.as_deref().map(|dir| alternates_of(&base, dir, args.panel)).transpose()?;
    let size = base.solved.setup.size / base.solved.setup.panels();
    let seats = Seats {
        sitting: &sitting,
        alternates: alternates.as_ref().map(|alternates| alternates.drawn.as_slice()),
        size,
        others_stay: args.others.is_some(),
    };
    let turnover = turnover(&args.out_of, &base, seats)?;
    let mut taken = base.drawn.clone();
    taken.extend(beside(&base, &args.beside, &sitting)?);
    let elsewhere: Vec<usize> = taken.iter().copied().filter(|member| !sitting.contains(member)).collect();
    let (barred, apart) = barred_by(base.instance(), &elsewhere, &turnover.stay);
    let called: Vec<usize> = turnover.stay.iter().copied().filter(|member| !sitting.contains(member)).collect();
    let excluded = |member: &usize| base.instance().members()[*member].standing == Standing::Excluded;
    let again: Vec<usize> = called.iter().copied().filter(excluded).collect();
    if !again.is_empty() {
        return Err(Refusal::OutBefore(base.ids(&again).join(", ")).into());
    }
    let cannot: Vec<usize> =
        called.into_iter().filter(|member| elsewhere.contains(member) || barred.contains(member)).collect();
    if !cannot.is_empty() {
        return Err(Refusal::SitElsewhere(base.ids(&cannot).join(", ")).into());
    }
    taken.extend(barred);
    let mut rules = Settings { size, panels: 1, ..turnover.rules(base.solved.setup.settings(), &sitting, &taken) };
    let number = |member: usize| Person::Number(member + 1);
    rules.apart.extend(apart.into_iter().map(|group| group.into_iter().map(number).collect()));
    let (quotas, quotas_bytes) = quotas(args.quotas.as_deref(), &base)?;
    let built = match build_or_remedy(&quotas, &base.solved.pool, &rules, args.repairs.as_deref())? {
        Ok(built) => built,
        Err(code) => return Ok(code),
    };
    let names = |instance: &Instance| -> Vec<String> {
        instance.categories().iter().map(|category| category.name.clone()).collect()
    };
    let (now, then) = (names(&built.instance), names(base.instance()));
    if now != then {
        return Err(Refusal::OtherCategories { now: now.join(", "), then: then.join(", ") }.into());
    }
    let before = Before {
        alternates: alternates.as_ref().map(|alternates| alternates.result.clone()),
        ..base.before(Step::Replace(args.panel))
    };
    let stay = turnover.stay.len();
    let work = Work {
        mark: base.solved.place.mark,
        built,
        panels: 1,
        pool: base.solved.pool.clone(),
        pool_bytes: base.solved.pool_bytes.clone(),
        quotas_bytes,
        settings: None,
        alternates: None,
        before: Some(before),
    };
    let written = write(&work, &asked(&args.objective, &out)?, &out, seed.as_ref())?;
    let what = story(stay, size, &written, &args.dir, &out);
    tell(&written, &out.out, args.json, &what)
}

/// Reads who stays and who is out.
pub fn turnover(path: &Path, base: &Earlier, seats: Seats<'_>) -> Result<Turnover, Failure> {
    let file = File::open(path)?;
    let reading = file.read(&|_| true).map_err(|problems| Failure::Files(Problems::from(problems)))?;
    for note in said(&reading) {
        note!("{note}");
    }
    let turnover = read_turnover(&reading.table, base.instance(), base.solved.setup.id_column.as_deref(), seats);
    turnover.map_err(|problems| {
        Failure::Input(problems.iter().map(|problem| (problem.to_string(), problem.help())).collect())
    })
}

/// The quotas of the record, or those of the file that is named instead, as the new record holds them.
fn quotas(path: Option<&Path>, base: &Earlier) -> Result<(Table, Vec<u8>), Failure> {
    let Some(path) = path else {
        let file = base.solved.place.path(name::QUOTAS).display().to_string();
        let table = read_csv(&file, &base.solved.quotas_bytes).map_err(Failure::read)?;
        return Ok((table, base.solved.quotas_bytes.clone()));
    };
    let file = File::open(path)?;
    let reading = file.read(&|header| has_quotas_header(header)).map_err(|p| Failure::Files(Problems::from(p)))?;
    for note in said(&reading) {
        note!("{note}");
    }
    let mark = base.solved.place.mark;
    let bytes = if mark.is_rehearsal() {
        klero::read::csv_text(&marked_table(mark, &reading.table)).into_bytes()
    } else {
        file.for_record(&reading)
    };
    Ok((reading.table, bytes))
}

/// The instance; or, where no panel meets the quotas any more, what the clinic says, and the code to end with.
pub fn build_or_remedy(
    quotas: &Table,
    pool: &Table,
    rules: &Settings,
    repairs: Option<&Path>,
) -> Result<Result<Built, ExitCode>, Failure> {
    match build(quotas, pool, rules) {
        Ok(built) => remedy(quotas, built, &[], repairs),
        Err(problems) => {
            let told: Vec<String> = problems.iter().map(|problem| format!("{problem}. {}", problem.help())).collect();
            let verdict = problems.iter().all(klero::instance::InstanceProblem::is_about_feasibility);
            match build_anyway(quotas, pool, rules) {
                Ok(built) => remedy(quotas, built, &told, repairs),
                Err(_) => Err(Failure::Files(Problems::from(problems).a_verdict(verdict))),
            }
        }
    }
}

/// How many stay, how many seats are drawn, and whom they went to.
pub fn story(stay: usize, size: usize, written: &Written, dir: &Path, out: &OutputArgs) -> String {
    let seats = size - stay;
    let (members, noun) =
        (if stay == 1 { "member stays" } else { "members stay" }, if seats == 1 { "seat is" } else { "seats are" });
    let mut text = match seats {
        0 => format!("{stay} {members}, and no seat is open: nothing is left to chance.\n"),
        _ => format!("{stay} {members}; {seats} {noun} drawn among those who can complete the panel.\n"),
    };
    match &written.summary.draw {
        Some(_) => {
            let new = out.out.join(written.setup.mark().file(name::NEW));
            text += &format!("Who is new stands in {}.\n", new.display());
        }
        None => {
            let (new, dir) = (out.out.display(), dir.display());
            text += &format!("Now commit to a new round: klero commit {new} --after {dir} --assembly … --beacon …\n");
        }
    }
    text
}
