//! `klero invite`: who gets a letter, out of a register.

mod sitting;
mod story;

pub use sitting::ways;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{ArgGroup, Args};
use klero::draw::Seed;
use klero::invite::{
    self, AreaPlan, Asked, Heard, Invitation, InviteError, Kind, Named, Plan, Rates, Size, check, exact, file_name,
    name, prepare, read_areas, read_rates,
};
use klero::read::{Table, read_csv};
use klero::record::{Beacon, CHAIN, Moment, round_at, time_of};

use super::add::{Addition, add};
use super::failure::Failure;
use super::output;
use super::refusal::Refusal;
use story::{findings, notes, story};

/// The largest file of an invitation that is read.
const LARGEST: u64 = 2 << 30;

/// The largest answer of a beacon that is read.
const LARGEST_BEACON: u64 = 1 << 20;

/// `klero invite`.
#[derive(Debug, Args)]
#[command(
    override_usage = "klero invite --register <FILE> --letters <NUMBER> --out <DIR> [--seed <TEXT>]
       klero invite <DIR> --register <FILE> [--seed <TEXT> | --beacon-file <FILE>]
       klero invite --check <DIR> --register <FILE> [--seed <TEXT>]
       klero invite --sitting <DIR> --record <DIR>",
    group = ArgGroup::new("where").required(true).args(["dir", "out", "check", "sitting"])
)]
pub struct InviteArgs {
    /// A plan that was made without a seed; its letters are drawn now
    #[arg(value_name = "DIR", conflicts_with = "PlanArgs")]
    dir: Option<PathBuf>,
    /// The register: a CSV file with one row for each person or household, of any length
    #[arg(long, value_name = "FILE", required_unless_present = "sitting")]
    register: Option<PathBuf>,
    /// The text that decides who is drawn; without it only the plan is made, whose fingerprint can be published first
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["beacon", "beacon_file"])]
    seed: Option<String>,
    /// With DIR: the round of the beacon, as it was fetched
    #[arg(long, value_name = "FILE", requires = "dir")]
    beacon_file: Option<PathBuf>,
    /// The directory for the plan and the letters; it must not exist or be empty
    #[arg(long, value_name = "DIR", requires = "how_many")]
    out: Option<PathBuf>,
    /// Check such a directory against the register and the seed text
    #[arg(long, value_name = "DIR", conflicts_with = "PlanArgs")]
    check: Option<PathBuf>,
    /// Tell each stratum's chance of sitting, end to end, from the letters in such a directory and the record of a panel
    #[arg(long, value_name = "DIR", requires = "record", conflicts_with_all = ["PlanArgs", "register", "seed"])]
    sitting: Option<PathBuf>,
    /// With --sitting: the full record of the panel
    #[arg(long, value_name = "DIR", requires = "sitting")]
    record: Option<PathBuf>,
    /// With --sitting: the pool's column with the stratum [default: called as in the register]
    #[arg(long, value_name = "COLUMN", requires = "sitting")]
    pool_stratum: Option<String>,
    /// The plan.
    #[command(flatten)]
    plan: Option<PlanArgs>,
}

/// What makes a plan.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("how_many").args(["letters", "volunteers"]))]
pub struct PlanArgs {
    /// How many letters are sent
    #[arg(long, value_name = "NUMBER")]
    letters: Option<u64>,
    /// How many volunteers are wanted; the letters follow from --response
    #[arg(long, value_name = "NUMBER", requires = "response")]
    volunteers: Option<u64>,
    /// With --volunteers: how many standard deviations are added against bad luck
    #[arg(long, value_name = "NUMBER", default_value = "2", value_parser = number)]
    margin: String,
    /// The column that says to which stratum, or with --two-stage to which area, a row belongs
    #[arg(long, value_name = "COLUMN")]
    stratum: Option<String>,
    /// A column that tells who lives together, such as an address; repeat it where only several columns together do
    #[arg(long = "household", value_name = "COLUMN")]
    households: Vec<String>,
    /// The column with a different identifier for every row [default: id, nationbuilder_id or unique_id; else the whole row]
    #[arg(long, value_name = "COLUMN")]
    id_column: Option<String>,
    /// A CSV file with the columns stratum and weight: how much a household counts for in sharing out letters
    #[arg(long, value_name = "FILE", conflicts_with = "response")]
    weights: Option<PathBuf>,
    /// A CSV file with the columns stratum and response: the share of letters that is answered by a volunteer
    #[arg(long, value_name = "FILE")]
    response: Option<PathBuf>,
    /// A CSV file with the columns area and size: areas are drawn first, with chances in proportion to their size
    #[arg(long, value_name = "FILE", requires_all = ["areas", "stratum"], conflicts_with_all = ["weights", "response"])]
    two_stage: Option<PathBuf>,
    /// With --two-stage: how many areas are drawn
    #[arg(long, value_name = "NUMBER", requires = "two_stage")]
    areas: Option<u64>,
    /// Take the seed from a public beacon: drand:quicknet@ROUND, or drand:quicknet@TIME for the first round at that time
    #[arg(long, value_name = "ROUND", value_parser = round)]
    beacon: Option<u64>,
    /// Mark every file as a rehearsal, and draw others than the real draw would
    #[arg(long)]
    rehearsal: bool,
}

fn round(text: &str) -> Result<u64, String> {
    let unknown = || format!("write {CHAIN}@12345678 or {CHAIN}@2026-11-03T18:00:00Z");
    let rest = text.trim().strip_prefix(CHAIN).and_then(|rest| rest.strip_prefix('@')).ok_or_else(unknown)?;
    let number = rest.parse().ok().filter(|round| time_of(*round).is_some());
    number.or_else(|| Moment::parse(rest).ok().map(round_at)).ok_or_else(unknown)
}

fn number(text: &str) -> Result<String, String> {
    exact(text).map(|_| text.trim().to_owned()).ok_or_else(|| "write a number, such as 2 or 1.5".to_owned())
}

/// Runs `klero invite`.
pub fn invite(args: &InviteArgs) -> Result<ExitCode, Failure> {
    let seed = args.seed.as_deref().map(Seed::new).transpose()?;
    match (&args.dir, &args.check, &args.out, &args.register, &seed) {
        (Some(dir), _, _, Some(register), seed) => {
            return from_plan(dir, register, seed.as_ref(), args.beacon_file.as_deref());
        }
        (_, Some(dir), _, Some(register), seed) => return checked(dir, register, seed.as_ref()),
        (_, _, Some(out), Some(register), seed) => {
            if let Some(plan) = &args.plan {
                return anew(out, register, plan, seed.as_ref());
            }
        }
        _ => {}
    }
    match (&args.sitting, &args.record) {
        (Some(dir), Some(record)) => sitting::sitting(dir, record, args.pool_stratum.as_deref()),
        // The parser lets nothing else through.
        _ => Err(Failure::Input(vec![("nothing to do".to_owned(), "See klero invite --help.".to_owned())])),
    }
}

/// A plan, and the letters too where there is a seed.
fn anew(out: &Path, register: &Path, args: &PlanArgs, seed: Option<&Seed>) -> Result<ExitCode, Failure> {
    if fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some()) {
        let help = "Name another directory with --out; nothing is overwritten.";
        return Err(Failure::Input(vec![(format!("{} is not empty", out.display()), help.to_owned())]));
    }
    let asked = asked(args)?;
    let file = register.display().to_string();
    let prepared = prepare(&asked, &file, &mut opener(register)).map_err(failure(register))?;
    let plan = &prepared.plan;
    let plan_name = file_name(name::PLAN, plan.rehearsal);
    let text = plan.json().map_err(failure(register))?;
    let mut files = vec![Addition { name: plan_name, bytes: text.into_bytes(), personal: false }];
    let mut drawn = None;
    if let Some(seed) = seed {
        let heard = Heard::Text(seed.clone());
        let invitation = invite::invite(&prepared, &heard, &mut opener(register)).map_err(failure(register))?;
        files.extend(additions(&invitation));
        drawn = Some(invitation);
    }
    output::folder(out, &files)?;
    notes(&prepared);
    if drawn.is_some() {
        note!(
            "the plan was not published before the seed was known; to be able to show that it was, make the plan without --seed first"
        );
    }
    super::tell(&story(&prepared, drawn.as_ref(), out, register).map_err(failure(register))?)?;
    Ok(ExitCode::SUCCESS)
}

/// The letters of a plan that was made before.
fn from_plan(dir: &Path, register: &Path, seed: Option<&Seed>, beacon: Option<&Path>) -> Result<ExitCode, Failure> {
    let marked = dir.join(file_name(name::PLAN, true));
    let path = if marked.exists() { marked } else { dir.join(name::PLAN) };
    let bytes = fs::read(&path).map_err(Failure::path("read", &path))?;
    let malformed = |reason: String| Failure::from(Refusal::Malformed { path: path.clone(), reason });
    let plan: Plan = serde_json::from_slice(&bytes).map_err(|error| malformed(error.to_string()))?;
    let asked = plan.asked().map_err(malformed)?;
    let heard = match (seed, beacon, asked.beacon) {
        (Some(seed), ..) => Heard::Text(seed.clone()),
        (None, Some(path), Some(round)) => {
            let beacon = Beacon::read(&path.display().to_string(), &beacon_bytes(path)?, round);
            Heard::Beacon(beacon.map_err(|problem| Refusal::Beacon { problem, round })?)
        }
        _ => return Err(failure(register)(InviteError::OtherSeed(plan.seed))),
    };
    let file = register.display().to_string();
    let prepared = prepare(&asked, &file, &mut opener(register)).map_err(failure(register))?;
    if prepared.plan != plan || prepared.plan.json().map_err(failure(register))?.as_bytes() != bytes {
        let (planned, found) = (plan.register.sha256, prepared.plan.register.sha256.clone());
        if planned != found {
            return Err(failure(register)(InviteError::Changed { planned, found }));
        }
        return Err(malformed("it is not as klero invite wrote it".to_owned()));
    }
    if path != dir.join(file_name(name::PLAN, plan.rehearsal)) {
        return Err(malformed("its name does not say whether it is of a rehearsal".to_owned()));
    }
    let invitation = invite::invite(&prepared, &heard, &mut opener(register)).map_err(failure(register))?;
    add(dir, &additions(&invitation).collect::<Vec<_>>())?;
    super::tell(&story(&prepared, Some(&invitation), dir, register).map_err(failure(register))?)?;
    Ok(ExitCode::SUCCESS)
}

/// What a beacon sent, which may come through a pipe.
fn beacon_bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LARGEST_BEACON + 1).read_to_end(&mut bytes));
    read.map_err(Failure::path("read", path))?;
    if bytes.len() as u64 > LARGEST_BEACON { Err(Refusal::LargeBeacon(path.to_owned()).into()) } else { Ok(bytes) }
}

/// The checks of a directory.
fn checked(dir: &Path, register: &Path, seed: Option<&Seed>) -> Result<ExitCode, Failure> {
    let mut given = BTreeMap::new();
    for entry in fs::read_dir(dir).map_err(Failure::path("read", dir))? {
        let entry = entry.map_err(Failure::path("read", dir))?;
        let path = entry.path();
        let data = fs::symlink_metadata(&path).map_err(Failure::path("read", &path))?;
        let what = if !data.is_file() { "no ordinary file" } else { "larger than such a file may be" };
        if !data.is_file() || data.len() > LARGEST {
            return Err(Refusal::Unusual { path, what }.into());
        }
        let bytes = fs::read(&path).map_err(Failure::path("read", &path))?;
        given.insert(entry.file_name().to_string_lossy().into_owned(), bytes);
    }
    let file = register.display().to_string();
    let checked = check(&given, &file, &mut opener(register), seed).map_err(failure(register))?;
    super::print_verdict(&findings(&checked))?;
    Ok(if checked.verified() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Opens the register as often as it is read.
fn opener(register: &Path) -> impl FnMut() -> std::io::Result<Box<dyn Read>> {
    let path = register.to_owned();
    move || Ok(Box::new(File::open(&path)?) as Box<dyn Read>)
}

fn failure(register: &Path) -> impl FnOnce(InviteError) -> Failure {
    let path = register.to_owned();
    move |error| match error {
        InviteError::Problems(problems) => {
            Failure::Input(problems.iter().map(|problem| (problem.to_string(), problem.help())).collect())
        }
        InviteError::Read(error) => Failure::path("read", &path)(error),
        error => Failure::Input(vec![(error.to_string(), error.help())]),
    }
}

/// What the options ask for.
fn asked(args: &PlanArgs) -> Result<Asked, Failure> {
    let weights = args.weights.as_ref().map(|path| rates(path, Kind::Weight));
    let response = args.response.as_ref().map(|path| rates(path, Kind::Response));
    let list = args
        .two_stage
        .as_ref()
        .map(|path| read_areas(&table(path)?).map_err(|problems| failure(path)(InviteError::Problems(problems))));
    let size = match args.volunteers {
        Some(volunteers) => Size::Volunteers { volunteers, margin: args.margin.clone() },
        None => Size::Letters(args.letters.unwrap_or(0)),
    };
    Ok(Asked {
        named: Named { stratum: args.stratum.clone(), households: args.households.clone(), id: args.id_column.clone() },
        size,
        weighting: weights.or(response).transpose()?,
        areas: list.transpose()?.map(|list| AreaPlan { draws: args.areas.unwrap_or(0), list }),
        rehearsal: args.rehearsal,
        beacon: args.beacon,
    })
}

fn rates(path: &Path, kind: Kind) -> Result<Rates, Failure> {
    read_rates(&table(path)?, kind).map_err(|problems| failure(path)(InviteError::Problems(problems)))
}

fn table(path: &Path) -> Result<Table, Failure> {
    let bytes = fs::read(path).map_err(Failure::path("read", path))?;
    read_csv(&path.display().to_string(), &bytes).map_err(Failure::read)
}

fn additions(invitation: &Invitation) -> impl Iterator<Item = Addition> {
    invitation.files.iter().map(|file| Addition {
        name: file.name.clone(),
        bytes: file.text.clone().into_bytes(),
        personal: file.personal,
    })
}
