//! `klero rotate`: a new term of a standing council, of which a part stays.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use klero::draw::Seed;
use klero::instance::{Member, Person, Standing, build_anyway, fold};
use klero::read::{Row, Table};
use klero::record::{Before, Moment, Step};
use klero::turnover::{Rest, Seats};

use super::args::{FollowArgs, InputArgs, ObjectiveArgs};
use super::failure::Failure;
use super::follow::{Earlier, earlier, sitting};
use super::inputs::open;
use super::merge::for_lottery;
use super::output;
use super::refusal::Refusal;
use super::replace::{build_or_remedy, story, turnover};
use super::write::{Work, tell, write};

/// `klero rotate`.
#[derive(Debug, Args)]
#[group(skip)]
pub struct RotateArgs {
    /// The record of the panel that sits, as it was drawn
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// A table with the columns "id" (as the pool of that record calls it) and "status": who stays, who leaves
    #[arg(long, value_name = "FILE")]
    out_of: PathBuf,
    /// What is true of sitting members who are not in the table; "confirmed" is the only word
    #[arg(long, value_name = "WORD", value_parser = ["confirmed"])]
    others: Option<String>,
    /// The record of an earlier term, whose members rest; repeat it for several
    #[arg(long, value_name = "DIR")]
    former: Vec<PathBuf>,
    /// For how long former members rest after the draw of their term, such as "4 years" [default: always]
    #[arg(long, value_name = "TIME", requires = "at")]
    rest: Option<String>,
    /// When the new term is drawn, to tell who rests still, such as 2027-01-31T18:00:00Z
    #[arg(long, value_name = "TIME", requires = "rest")]
    at: Option<String>,
    /// A new folder for changed quotas that would help, where there is no panel
    #[arg(long, value_name = "DIR")]
    repairs: Option<PathBuf>,
    /// The new term's pool, quotas and size.
    #[command(flatten)]
    input: InputArgs,
    /// Draw at once, with a text that everybody heard and nobody could know before
    #[arg(long, value_name = "TEXT")]
    seed: Option<String>,
    /// Objective.
    #[command(flatten)]
    objective: ObjectiveArgs,
    /// Record.
    #[command(flatten)]
    output: FollowArgs,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

/// Runs `klero rotate`.
pub fn rotate(args: &RotateArgs) -> Result<ExitCode, Failure> {
    let out = args.output.output();
    let seed = args.seed.as_deref().map(Seed::new).transpose()?;
    output::check_target(&out.out, out.overwrite)?;
    output::outside(&args.dir, &out.out)?;
    output::not_over([&args.dir].into_iter().chain(&args.former).map(PathBuf::as_path), &out.out)?;
    let base = sitting(&args.dir)?;
    let mark = base.solved.place.mark;
    let (mut inputs, asked) = for_lottery(&args.input, &args.objective, &out)?;
    if inputs.panels > 1 {
        return Err(Refusal::OnePanel.into());
    }
    if base.split.is_some() {
        return Err(Refusal::TermOfSeveral { dir: args.dir.clone() }.into());
    }
    let sitting = base.panel(None)?;
    let seats = Seats { sitting: &sitting, alternates: None, size: inputs.size, others_stay: args.others.is_some() };
    let turnover = turnover(&args.out_of, &base, seats)?;
    let resting = resting(args)?;
    let numbered = resting.iter().chain([&base]).find(|earlier| earlier.solved.setup.id_column.is_none());
    if let Some(earlier) = numbered {
        return Err(Refusal::Numbered { path: earlier.solved.place.dir.clone() }.into());
    }
    let stay = base.ids(&turnover.stay);
    if inputs.households.is_empty() && !base.solved.setup.rules.household_columns.is_empty() {
        let columns = base.solved.setup.rules.household_columns.join(", ");
        note!("the last term kept people of one household apart ({columns}); without --household, this one does not");
    }
    inputs.include.extend(stay.iter().cloned());
    let opened = open(&inputs)?;
    // Who is in the new pool, before anybody is excluded.
    let pool =
        build_anyway(&opened.quotas, &opened.pool, &opened.settings).map_err(|problems| opened.refused(problems))?;
    if pool.id_column.is_none() {
        return Err(Refusal::Numbered { path: PathBuf::from(&opened.pool.file) }.into());
    }
    let members = pool.instance.members();
    let is_there = |id: &str| members.binary_search_by(|member| member.id.as_bytes().cmp(id.as_bytes())).is_ok();
    let mut rest: Vec<String> = base.ids(&sitting).into_iter().chain(base.ids(&turnover.out)).collect();
    rest.extend(resting.iter().flat_map(|former| former.ids(&former.drawn)));
    let alike: BTreeSet<String> = members.iter().map(|member| fold(&member.id)).collect();
    let spelled: BTreeSet<&str> =
        rest.iter().filter(|id| !is_there(id) && alike.contains(&fold(id))).map(String::as_str).collect();
    if !spelled.is_empty() {
        let spelled: Vec<&str> = spelled.into_iter().collect();
        note!(
            "these would rest, but the pool has their identifiers in another spelling only, and they can be drawn: {}",
            spelled.join(", ")
        );
    }
    let others = other_people(&base, &opened.pool, members, &stay);
    if !others.is_empty() {
        note!(
            "these stay under their identifiers, but most of what the new pool says of them is not what the old one said; see whether they are the \
             same people: {}",
            others.join(", ")
        );
    }
    rest.retain(|id| !stay.contains(id) && is_there(id) && !inputs.exclude.contains(id));
    rest.sort_unstable();
    rest.dedup();
    let mut rules = opened.settings.clone();
    rules.exclude.extend(rest.into_iter().map(Person::Id));
    let built = match build_or_remedy(&opened.quotas, &opened.pool, &rules, args.repairs.as_deref())? {
        Ok(built) => built,
        Err(code) => return Ok(code),
    };
    let members = built.instance.members().iter();
    let included = members.filter(|member| member.standing == Standing::Included && !stay.contains(&member.id));
    let included: Vec<String> = included.map(|member| member.id.clone()).collect();
    if !included.is_empty() {
        return Err(Refusal::NewlyIncluded(included.join(", ")).into());
    }
    for warning in &built.warnings {
        note!("{warning}");
    }
    let loaded = opened.loaded(built).marked(mark);
    let mut former: Vec<String> = resting.iter().map(|former| former.result.clone()).collect();
    former.sort_unstable();
    former.dedup();
    let work = Work {
        mark,
        built: loaded.built,
        panels: 1,
        pool: loaded.pool,
        pool_bytes: loaded.pool_bytes,
        quotas_bytes: loaded.quotas_bytes,
        settings: inputs.recorded,
        alternates: None,
        before: Some(Before { former, ..base.before(Step::Rotate) }),
    };
    let written = write(&work, &asked, &out, seed.as_ref())?;
    let what = story(turnover.stay.len(), inputs.size, &written, &args.dir, &out);
    tell(&written, &out.out, args.json, &what)
}

/// Those of some identifiers of whom two pools say different things in more than half of the columns that both have.
fn other_people(base: &Earlier, pool: &Table, members: &[Member], ids: &[String]) -> Vec<String> {
    let old = &base.solved.pool;
    let id_column = base.solved.setup.id_column.as_deref().map(fold);
    let columns: Vec<(usize, usize)> = (old.header.iter().enumerate())
        .filter(|(_, header)| Some(fold(header)) != id_column)
        .filter_map(|(there, header)| Some((there, pool.header.iter().position(|here| fold(here) == fold(header))?)))
        .collect();
    let row = |members: &[Member], id: &str| members.iter().find(|member| member.id == id).map(|member| member.row);
    let differs = |id: &&String| {
        let rows = row(base.instance().members(), id).and_then(|row| old.rows.get(row));
        let Some((then, now)) = rows.zip(row(members, id).and_then(|row| pool.rows.get(row))) else { return false };
        let cell = |row: &Row, column: usize| row.cells.get(column).map(|cell| fold(cell)).unwrap_or_default();
        let others = columns.iter().filter(|(there, here)| cell(then, *there) != cell(now, *here)).count();
        others * 2 > columns.len()
    };
    ids.iter().filter(differs).cloned().collect()
}

/// The records of earlier terms whose members still rest.
fn resting(args: &RotateArgs) -> Result<Vec<Earlier>, Failure> {
    let input = |what: String, help: String| Failure::Input(vec![(what, help)]);
    let rest = args.rest.as_deref().map(Rest::parse).transpose();
    let rest = rest.map_err(|problem| input(problem.to_string(), problem.help()))?;
    let at = args.at.as_deref().map(Moment::parse).transpose().map_err(Refusal::from)?;
    let mut resting = Vec::new();
    for dir in &args.former {
        let former = earlier(dir)?;
        let Some((rest, at)) = rest.zip(at) else {
            resting.push(former);
            continue;
        };
        let Some(drawn) = former.published else {
            return Err(Refusal::Timeless { dir: dir.clone() }.into());
        };
        let still = rest.lasts(drawn, at);
        let words = if still { "rest" } else { "do not rest any more" };
        note!("the members of {}, committed to at {drawn}, {words} at {at} ({rest})", dir.display());
        if still {
            resting.push(former);
        }
    }
    Ok(resting)
}
