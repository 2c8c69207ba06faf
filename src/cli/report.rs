//! `klero report` and `klero plot`: a draw told to those whom it is about, from the record alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use klero::invite::Sitting;
use klero::language::{Area, Language, Words};
use klero::lottery::Lottery;
use klero::record::{Commitment, Outcome, name, read_result};
use klero::report::{Drawn, Heard, Legacy, Names, Population, Told, png, told_charts, told_page};
use klero::sample::{Draws, SampledRule, sample};
use klero::verify::{Files, Verdict, Verification, verify_chain};

use super::add::{Addition, write_file};
use super::commit::name_columns;
use super::failure::Failure;
use super::heard::heard;
use super::invite::ways;
use super::open::{Solved, committed, solved};
use super::output;
use super::pair_shares::pair_shares;
use super::place::Place;
use super::refusal::Refusal;
use super::shares::{population, strangers};

/// What both commands are told.
#[derive(Debug, Args)]
pub struct TellArgs {
    /// A record in its full form, with or without a commitment and a draw
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// Where the record follows others: their folders, so that it is checked together with them; repeat it for several
    #[arg(long, value_name = "DIR")]
    after: Vec<PathBuf>,
    /// The language: en, vi, fr, de, es, pt or ar [default: en]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    language: Option<Language>,
    /// Shares of the population, to be shown beside the pool: a file as klero quotas takes it
    #[arg(long, value_name = "FILE")]
    shares: Option<PathBuf>,
    /// How many panels the greedy rule draws for comparison; 0 leaves the comparison out
    #[arg(long, value_name = "NUMBER", default_value_t = 10_000)]
    draws: u64,
}

/// `klero report`.
#[derive(Debug, Args)]
#[group(skip)]
pub struct ReportArgs {
    /// The record, and how it is told.
    #[command(flatten)]
    tell: TellArgs,
    /// Shares of the population of people with two values at once, such as women of 16-29: a cross table, which docs/report.md describes
    #[arg(long, value_name = "FILE")]
    pair_shares: Option<PathBuf>,
    /// The folder that klero invite made, if people were invited by lot: then the page tells the chances from the letter to the seat
    #[arg(long, value_name = "DIR")]
    invited: Option<PathBuf>,
    /// With --invited: the pool's column with the stratum, where it is not called as in the register
    #[arg(long, value_name = "COLUMN", requires = "invited")]
    pool_stratum: Option<String>,
    /// The page; it may not be there yet
    #[arg(long, value_name = "FILE", default_value = "report.html")]
    out: PathBuf,
    /// Name the drawn members, by the columns that the commitment names; the page is then readable by its owner only
    #[arg(long)]
    names: bool,
    /// With --names: the pool's columns that name a person, where the commitment names none; repeat it for several
    #[arg(long = "name-column", value_name = "COLUMN", requires = "names")]
    name_columns: Vec<String>,
}

/// `klero plot`.
#[derive(Debug, Args)]
#[group(skip)]
pub struct PlotArgs {
    /// The record, and how it is told.
    #[command(flatten)]
    tell: TellArgs,
    /// The folder for the pictures; it may not be there yet
    #[arg(long, value_name = "FOLDER", default_value = "pictures")]
    out: PathBuf,
}

/// A language as it is typed: a code, a name, or a locale.
pub fn language(text: &str) -> Result<Language, String> {
    let known = || {
        let known = Language::ALL.map(|language| format!("{} ({})", language.code(), language.english()));
        format!("the languages are {}", known.join(", "))
    };
    Language::parse(text).or_else(|| Language::from_locale(text)).ok_or_else(known)
}

/// Which chance the greedy rule is tried with; the page names it.
const SEED: u64 = 0;
/// Threads for that; they change nothing but the time.
const THREADS: usize = 4;

/// How many letters that a picture lacks are shown.
const LACKING: usize = 10;

/// A record that was opened, with all that is told of it.
struct Opened {
    solved: Solved,
    lottery: Lottery,
    split: Option<Vec<Vec<u32>>>,
    stages: Vec<String>,
    commitment: Option<(Commitment, String)>,
    /// The columns that the commitment's keys name.
    name_columns: Vec<String>,
    outcome: Option<Outcome>,
    population: Option<Population>,
    legacy: Option<Legacy>,
    verdict: Heard,
    alone: bool,
}

impl Opened {
    fn told<'a>(&'a self, language: Language, letters: Option<&'a [Sitting]>, names: Option<&'a Names>) -> Told<'a> {
        Told {
            language,
            setup: &self.solved.setup,
            instance: &self.solved.built.instance,
            lottery: &self.lottery,
            split: self.split.as_deref(),
            stages: &self.stages,
            commitment: self.commitment.as_ref().map(|(commitment, fingerprint)| (commitment, fingerprint.clone())),
            outcome: self.outcome.as_ref(),
            population: self.population.as_ref(),
            pair_shares: None,
            legacy: self.legacy.as_ref(),
            letters,
            names,
            verdict: &self.verdict,
            alone: self.alone,
        }
    }
}

/// Opens a record, and refuses one of which a check fails.
fn open(args: &TellArgs, what: &'static str) -> Result<Opened, Failure> {
    let dir = &args.dir;
    let place = Place::of(dir);
    let (solved, commitment, name_columns) = if place.first_of(&name::OF_COMMITMENT).is_some() {
        let record = committed(dir, what)?;
        record.outcome()?;
        let fingerprint = record.fingerprint();
        (record.solved, Some((record.commitment, fingerprint)), record.keys.name_columns)
    } else {
        (solved(dir)?, None, Vec::new())
    };
    if !args.after.is_empty() && solved.setup.before.is_none() {
        return Err(Refusal::FollowsNone { dir: dir.clone() }.into());
    }
    let verification = verified(dir, &args.after)?;
    let outcome = match place.first_of(&[name::RESULT]) {
        None => None,
        Some(_) => {
            let bytes = place.bytes(name::RESULT)?;
            Some(read_result(place.mark, &bytes).map_err(place.malformed(name::RESULT))?)
        }
    };
    let population = args.shares.as_deref().map(population).transpose()?;
    for stranger in population.iter().flat_map(|population| strangers(population, &solved.built)) {
        note!("{stranger}");
    }
    let lottery = solved.lottery()?;
    let split = solved.split(&lottery)?;
    let stages = solved.certificate_bytes.as_deref().map(stages).unwrap_or_default();
    let legacy = (args.draws > 0).then(|| legacy(&solved, args.draws));
    let verdict = heard(&verification);
    let alone = args.after.is_empty() && solved.setup.before.is_some();
    if alone {
        note!("the record follows another; with --after and its folder, it is checked together with it");
    }
    Ok(Opened { solved, lottery, split, stages, commitment, name_columns, outcome, population, legacy, verdict, alone })
}

/// Checks a record, together with those that it follows, and refuses it where a check of it fails.
fn verified(dir: &Path, after: &[PathBuf]) -> Result<Verification, Failure> {
    let mut records = Vec::new();
    for dir in std::iter::once(dir).chain(after.iter().map(PathBuf::as_path)) {
        let files = Files::from_dir(dir).map_err(Failure::path("read the record", dir))?;
        records.push((dir.display().to_string(), files));
    }
    let verification = verify_chain(&records).into_iter().next().unwrap_or_default();
    let failed = verification.checks.iter().filter(|check| check.verdict == Verdict::Fail);
    // Without the record before this one, what follows from that one cannot be checked.
    let failed: Vec<&str> =
        failed.map(|check| check.id).filter(|id| !after.is_empty() || !id.starts_with("chain.")).collect();
    if !failed.is_empty() {
        return Err(Refusal::Unverified { dir: dir.to_owned(), checks: failed.join(", ") }.into());
    }
    let open = verification.checks.iter().filter(|check| check.verdict == Verdict::NotChecked);
    let open: Vec<&str> = open.map(|check| check.id).filter(|id| id.starts_with("chain.")).collect();
    if !after.is_empty() && !open.is_empty() {
        let what =
            format!("{} cannot be checked with the records that --after names: {}", dir.display(), open.join(", "));
        let help = "Name the folder of each record that it follows, and no other.".to_owned();
        return Err(Failure::Input(vec![(what, help)]));
    }
    Ok(verification)
}

/// The values of a certificate's stages. The verifier has read the file by now, so that nothing is left out.
fn stages(certificate: &[u8]) -> Vec<String> {
    let read = serde_json::from_slice::<serde_json::Value>(certificate).ok();
    let stages = read.as_ref().and_then(|certificate| certificate.get("stages")?.as_array());
    let value = |stage: &serde_json::Value| Some(stage.get("value")?.as_str()?.to_owned());
    stages.map(|stages| stages.iter().filter_map(value).collect()).unwrap_or_default()
}

/// The greedy rule on the same pool.
fn legacy(solved: &Solved, draws: u64) -> Legacy {
    let with = Draws { threads: THREADS, ..Draws::new(draws, SEED) };
    let sampled = sample(SampledRule::Legacy, &solved.built.instance, &with).ok();
    let probabilities =
        sampled.map(|sample| sample.counts.iter().map(|count| *count as f64 / sample.draws.max(1) as f64).collect());
    Legacy { draws, seed: SEED, probabilities }
}

/// The drawn members by the columns that name them.
fn names(opened: &Opened, asked: &[String]) -> Result<Option<Names>, Failure> {
    let solved = &opened.solved;
    let Some(outcome) = &opened.outcome else { return Ok(None) };
    let columns = if asked.is_empty() { opened.name_columns.clone() } else { name_columns(solved, asked)? };
    if columns.is_empty() {
        let what = "no column is known by which people are named".to_owned();
        let help = "Name one or more with --name-column, for example --name-column name.".to_owned();
        return Err(Failure::Input(vec![(what, help)]));
    }
    let header = &solved.pool.header;
    let places: Vec<usize> =
        columns.iter().filter_map(|column| header.iter().position(|header| header == column)).collect();
    let split = opened.split.as_ref().and_then(|split| split.get(outcome.draw.panel.number.checked_sub(1)?));
    let include = &solved.setup.rules.include;
    let sat: Option<BTreeSet<usize>> =
        solved.setup.before.as_ref().filter(|_| !include.is_empty()).map(|_| include.iter().copied().collect());
    let members = solved.built.instance.members();
    let one = |(seat, number): (usize, &u32)| {
        let row = solved.pool.rows.get(members.get((*number as usize).checked_sub(1)?)?.row)?;
        let cell = |place: &usize| row.cells.get(*place).map(|cell| cell.trim().to_owned()).unwrap_or_default();
        Some(Drawn {
            panel: split.and_then(|split| split.get(seat).copied()),
            new: sat.as_ref().map(|sat| !sat.contains(&(*number as usize))),
            cells: places.iter().map(cell).collect(),
        })
    };
    let mut drawn: Vec<Drawn> = outcome.draw.panel.members.iter().enumerate().filter_map(one).collect();
    drawn.sort_by(|a, b| (a.panel, &a.cells).cmp(&(b.panel, &b.cells)));
    let columns = columns.iter().map(|column| column.trim().to_owned()).collect();
    Ok(Some(Names { columns, drawn }))
}

/// Refuses to write where something is, or into the record.
fn free(dir: &Path, out: &Path) -> Result<(), Failure> {
    if fs::symlink_metadata(out).is_ok() {
        return Err(Refusal::InTheWay(out.to_owned()).into());
    }
    output::outside(dir, out)
}

/// Runs `klero report`.
pub fn report(args: &ReportArgs) -> Result<ExitCode, Failure> {
    free(&args.tell.dir, &args.out)?;
    let opened = open(&args.tell, "no report can be made")?;
    let names = if args.names { names(&opened, &args.name_columns)? } else { None };
    let stratum = args.pool_stratum.as_deref();
    let letters = args.invited.as_deref().map(|dir| ways(dir, &opened.solved, &opened.lottery, stratum)).transpose()?;
    let categories = opened.solved.built.instance.categories();
    let pairs = args.pair_shares.as_deref().map(|path| pair_shares(path, categories)).transpose()?;
    for stranger in pairs.iter().flat_map(|(_, strangers)| strangers) {
        note!("{stranger}");
    }
    let language = args.tell.language.unwrap_or_default();
    let told = opened.told(language, letters.as_deref(), names.as_ref());
    let page = told_page(&Told { pair_shares: pairs.as_ref().map(|(shares, _)| shares), ..told });
    write_file(&args.out, page.into_bytes(), names.is_some())?;
    let who = if names.is_some() { " It names the drawn members: give it only to those who may see them." } else { "" };
    super::tell(&format!("Report written to {}.{who}\n", args.out.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// Runs `klero plot`.
pub fn plot(args: &PlotArgs) -> Result<ExitCode, Failure> {
    free(&args.tell.dir, &args.out)?;
    let opened = open(&args.tell, "no charts can be made")?;
    let language = args.tell.language.unwrap_or_default();
    let mark = opened.solved.setup.mark();
    let words = mark.is_rehearsal().then(|| Words::new(language, Area::Report).say("rehearsal", &[]));
    let assembly = opened.commitment.as_ref().map(|(commitment, _)| commitment.assembly.as_str());
    let mut files = Vec::new();
    let mut lacking = BTreeSet::new();
    for (name, chart) in told_charts(&opened.told(language, None, None)) {
        let svg = chart.standalone(words.as_deref(), assembly);
        let picture = png(&svg)?;
        lacking.extend(picture.lacking);
        for (ending, bytes) in [("svg", svg.into_bytes()), ("png", picture.bytes)] {
            files.push(Addition { name: mark.file(&format!("{name}.{ending}")), bytes, personal: false });
        }
    }
    output::folder(&args.out, &files)?;
    if !lacking.is_empty() {
        let more = if lacking.len() > LACKING { " \u{2026}" } else { "" };
        let shown: Vec<&str> = lacking.iter().take(LACKING).map(String::as_str).collect();
        let shown = shown.join(" ");
        note!("the PNG pictures have boxes in place of these letters, which klero's font does not have: {shown}{more}");
        note!("the SVG pictures have them wherever the reader's machine has such letters");
    }
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    super::tell(&format!("Written to {}: {}.\n", args.out.display(), names.join(", ")))?;
    Ok(ExitCode::SUCCESS)
}
