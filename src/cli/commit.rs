//! `klero commit`: fixes what is drawn from and where the seed will come from.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use klero::instance::fold;
use klero::record::{
    self, Before, CHAIN, Commitment, Keys, MOST_DIGITS, Moment, Source, Step, Tree, fetch_command, hash_from_hex,
    is_hash, is_name, keys_json, name, round_at, sha256, time_of,
};
use klero::report::fingerprint_lines;
use serde::Serialize;

use super::add::{Addition, add};
use super::failure::Failure;
use super::follow::{Earlier, followed};
use super::open::{Solved, solved};
use super::place::Place;
use super::refusal::Refusal;
use super::{clock, qr};
use name::{COMMIT, KEYS};

/// `klero commit`.
#[derive(Debug, Args)]
#[group(skip)]
pub struct CommitArgs {
    /// The directory that klero solve wrote
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// The name of the assembly
    #[arg(long, value_name = "NAME")]
    assembly: String,
    /// Where the seed will come from.
    #[command(flatten)]
    source: SourceArgs,
    /// When the fingerprint is made public, such as 2026-11-02T09:00:00Z [default: now]
    #[arg(long, value_name = "TIME")]
    published: Option<String>,
    /// Which draw of this assembly it is
    #[arg(long, value_name = "NUMBER", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..1 << 53))]
    draw: u64,
    /// Which attempt at this draw it is
    #[arg(long, value_name = "NUMBER", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..1 << 53))]
    attempt: u64,
    /// The fingerprint of an earlier attempt at this draw; repeat it for several, in their order
    #[arg(long, value_name = "FINGERPRINT")]
    previous: Vec<String>,
    /// For a record that follows another: the directory of that one, whose keys are used again, so that everybody can see that the pool is the same
    #[arg(long, value_name = "DIR")]
    after: Option<PathBuf>,
    /// A column by which people know themselves on their receipts, such as their name; repeat it for several
    #[arg(long = "name-column", value_name = "COLUMN")]
    name_columns: Vec<String>,
    /// For rehearsals: the secret that hides who is who, as 64 hexadecimal digits [default: from the operating system]
    #[arg(long, value_name = "HEX")]
    master_secret: Option<String>,
    /// Show no QR code
    #[arg(long)]
    no_qr: bool,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

/// One of them.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct SourceArgs {
    /// A round of a public beacon: drand:quicknet@ROUND, or drand:quicknet@TIME for the first round at that time or later
    #[arg(long, value_name = "ROUND")]
    beacon: Option<String>,
    /// So many digits, drawn by hand: lottery balls or ten-sided dice
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_DIGITS)))]
    digits: Option<u32>,
    /// A text that somebody says; it shows little, see docs/record.md
    #[arg(long)]
    phrase: bool,
}

#[derive(Serialize)]
struct Answer<'a> {
    fingerprint: &'a str,
    assembly: &'a str,
    draw: u64,
    attempt: u64,
    published: String,
    seed: String,
    seed_time: Option<String>,
    fetch: Option<String>,
    warnings: &'a [String],
}

/// Runs `klero commit`.
pub fn commit(args: &CommitArgs) -> Result<ExitCode, Failure> {
    let dir = &args.dir;
    // Keys or leaves without a commitment are left from a run that was cut off; see `add`.
    let place = Place::of(dir);
    if let Some(file) = place.first_of(&[COMMIT]) {
        return Err(Refusal::Committed { dir: dir.clone(), file }.into());
    }
    place.undrawn()?;
    let solved = solved(dir)?;
    solved.lottery()?;
    let now = clock::now();
    let published = args.published.as_deref().map_or(Ok(now), Moment::parse).map_err(Refusal::from)?;
    let seed = source(&args.source, solved.setup.tickets)?;
    let mut warnings = warnings(seed, published, now)?;
    if args.master_secret.is_some() {
        warnings.push(
            "the master secret was given: whoever knows it can find out who is in the pool; that is for rehearsals only".to_owned(),
        );
    }
    if !is_name(&args.assembly) {
        return Err(Refusal::Name(args.assembly.clone()).into());
    }
    let previous = previous(args)?;
    let earlier = followed(&solved, args.after.as_deref())?;
    later(seed, published, earlier.as_ref())?;
    let keys = keys(&solved, args, earlier)?;
    if keys.name_columns.is_empty() {
        warnings.push(
            "no column names people on their receipts, only their identifier and features do; \
             to have their names there, give the column with --name-column"
                .to_owned(),
        );
    }
    let (_, hashes, leaves) = solved.leaves(&keys)?;
    let setup = &solved.setup;
    let mark = setup.mark();
    let commitment = Commitment {
        mark,
        before: setup.before.as_ref().map(Before::named),
        panels: setup.panels,
        split: setup.files.split.clone(),
        assembly: args.assembly.clone(),
        draw: args.draw,
        previous,
        published,
        members: setup.members,
        size: setup.size,
        tickets: setup.tickets,
        objective: setup.objective.clone(),
        root: Tree::new(hashes).root(),
        seed,
        certificate: setup.files.certificate.clone(),
        lottery: setup.files.lottery.clone(),
        leaves: sha256(leaves.as_bytes()),
        quotas: setup.files.quotas.clone(),
    };
    let text = commitment.text();
    let fingerprint = sha256(text.as_bytes());
    add(
        dir,
        &[
            Addition::of_record(mark, KEYS, keys_json(mark, &keys)?),
            Addition::of_record(mark, name::LEAVES, leaves),
            Addition::of_record(mark, COMMIT, text),
        ],
    )?;
    for warning in &warnings {
        note!("{warning}");
    }
    if args.json {
        let round = if let Source::Beacon { round } = seed { Some(round) } else { None };
        let answer = Answer {
            fingerprint: &fingerprint,
            assembly: &args.assembly,
            draw: args.draw,
            attempt: args.attempt,
            published: published.to_string(),
            seed: seed.line(),
            seed_time: round.and_then(time_of).map(|time| time.to_string()),
            fetch: round.map(|round| fetch_command(round, "round.json")),
            warnings: &warnings,
        };
        super::print(&(serde_json::to_string_pretty(&answer).map_err(record::RecordError::from)? + "\n"))?;
    } else {
        super::tell(&told(args, &fingerprint, seed))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn told(args: &CommitArgs, fingerprint: &str, seed: Source) -> String {
    let dir = args.dir.display();
    let [one, two] = fingerprint_lines(fingerprint);
    let code = if args.no_qr { String::new() } else { qr::code(fingerprint) };
    let next = match seed {
        Source::Beacon { round } => {
            let time = time_of(round).map(|time| time.to_string()).unwrap_or_default();
            format!(
                "The seed is round {round} of drand's quicknet chain. It comes at {time}. Then:\n\n  \
                 {}\n  klero draw {dir} --beacon-file round.json\n",
                fetch_command(round, "round.json")
            )
        }
        Source::Digits { count } => {
            let example = (0..count).map(|i| ((i * 4) % 10).to_string()).collect::<Vec<_>>().join(" ");
            format!(
                "The seed is {count} digits, drawn by hand where everybody can see it. Then:\n\n  \
                 klero draw {dir} --digits \"{example}\"\n"
            )
        }
        Source::Phrase => format!(
            "The seed is a text that somebody says. Whoever chooses the words can try out many of them first, so let\n\
             something choose them that nobody has a hand in. Then:\n\n  klero draw {dir} --phrase \"\u{2026}\"\n"
        ),
    };
    format!(
        "The commitment is {commit}. Its fingerprint:\n\n  {one}\n  {two}\n\n{code}\
         Publish the fingerprint now: on the web page, in the newspaper, in every member's letter. Publish {COMMIT} with it;\n\
         klero publish puts together what else can be shown. Keep {KEYS} secret, and keep a copy of {dir}: without it\n\
         nobody can draw.\n\n{next}",
        commit = Place::of(&args.dir).path(COMMIT).display(),
    )
}

fn source(args: &SourceArgs, tickets: u64) -> Result<Source, Failure> {
    if let Some(text) = &args.beacon {
        let unknown = || Refusal::Round(text.clone());
        let round = text.trim().strip_prefix(CHAIN).and_then(|rest| rest.strip_prefix('@')).ok_or_else(unknown)?;
        let round = if !round.is_empty() && round.bytes().all(|byte| byte.is_ascii_digit()) {
            round.parse().ok().filter(|round| time_of(*round).is_some()).ok_or_else(unknown)?
        } else {
            round_at(Moment::parse(round).map_err(Refusal::from)?)
        };
        // The first round after the last moment of the year 9999 has no time that can be written.
        time_of(round).ok_or_else(unknown)?;
        return Ok(Source::Beacon { round });
    }
    let Some(count) = args.digits else { return Ok(Source::Phrase) };
    let wanted = 10_u64.pow(count.min(MOST_DIGITS));
    if wanted != tickets {
        return Err(Refusal::Tickets { count, wanted, tickets }.into());
    }
    Ok(Source::Digits { count })
}

/// A day.
const NOTICE: u64 = 86_400;

/// What its owner should know about the times, if they are possible.
fn warnings(seed: Source, published: Moment, now: Moment) -> Result<Vec<String>, Failure> {
    let mut warnings = Vec::new();
    if published < now {
        warnings.push(format!("the commitment says that it was published at {published}, which is in the past"));
    }
    if let Source::Beacon { round } = seed
        && let Some(time) = time_of(round)
    {
        if time <= published {
            return Err(Refusal::Early { round, time, published }.into());
        }
        if time.unix() - published.unix() < NOTICE {
            warnings.push(format!(
                "round {round} comes at {time}, less than 24 hours after the commitment is published; few people will have seen it by then"
            ));
        }
    }
    Ok(warnings)
}

/// Refuses a round that is not later than that of the record that is followed, and a time before that one came.
fn later(seed: Source, published: Moment, earlier: Option<&Earlier>) -> Result<(), Refusal> {
    let Some((Source::Beacon { round }, earlier)) = Some(seed).zip(earlier.and_then(|earlier| earlier.round)) else {
        return Ok(());
    };
    match time_of(earlier) {
        _ if round <= earlier => Err(Refusal::NotLater { round, earlier }),
        Some(time) if published < time => Err(Refusal::BeforeThat { published, earlier, time }),
        _ => Ok(()),
    }
}

fn previous(args: &CommitArgs) -> Result<Vec<String>, Failure> {
    let mut previous: Vec<String> = Vec::new();
    for text in &args.previous {
        let fingerprint: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        if !is_hash(&fingerprint) {
            return Err(Refusal::Fingerprint(text.clone()).into());
        }
        if previous.contains(&fingerprint) {
            return Err(Refusal::SameFingerprint(fingerprint).into());
        }
        previous.push(fingerprint);
    }
    if args.attempt != previous.len() as u64 + 1 {
        return Err(Refusal::Attempt { attempt: args.attempt, previous: previous.len() }.into());
    }
    Ok(previous)
}

/// The keys that this commitment is made with. Those of one that was cut off are used again, so that no secret is lost that might be needed.
fn keys(solved: &Solved, args: &CommitArgs, earlier: Option<Earlier>) -> Result<Keys, Failure> {
    let place = &solved.place;
    let begun = place.first_of(&[KEYS]).is_some();
    let same_pool = solved.setup.before.as_ref().is_some_and(|before| before.step != Step::Rotate);
    let earlier = earlier.and_then(|earlier| earlier.keys).filter(|_| same_pool);
    let given = args.master_secret.as_deref();
    if let Some(keys) = earlier.as_ref().filter(|_| given.is_some() || !args.name_columns.is_empty()) {
        let same = given.is_none_or(|given| hash_from_hex(&given.to_ascii_lowercase()) == Some(keys.master));
        if !same || !args.name_columns.is_empty() && name_columns(solved, &args.name_columns)? != keys.name_columns {
            return Err(Refusal::KeysAreThere.into());
        }
    }
    let name_columns = match &earlier {
        Some(keys) => keys.name_columns.clone(),
        None => name_columns(solved, &args.name_columns)?,
    };
    if !begun {
        return Ok(Keys { master: earlier.map_or_else(|| master(given), |keys| Ok(keys.master))?, name_columns });
    }
    let path = place.path(KEYS);
    let keys = Keys::parse(place.mark, &place.bytes(KEYS)?).map_err(place.malformed(KEYS))?;
    if earlier.is_some_and(|earlier| earlier.master != keys.master) {
        return Err(Refusal::OtherKeys { path, what: "master secret" }.into());
    }
    if given.is_some() && master(given)? != keys.master {
        return Err(Refusal::OtherKeys { path, what: "master secret" }.into());
    }
    if name_columns != keys.name_columns {
        return Err(Refusal::OtherKeys { path, what: "--name-column" }.into());
    }
    Ok(keys)
}

fn master(given: Option<&str>) -> Result<record::Hash, Failure> {
    if let Some(text) = given {
        return Ok(hash_from_hex(&text.to_ascii_lowercase()).ok_or(Refusal::Master)?);
    }
    let mut master = record::Hash::default();
    getrandom::fill(&mut master).map_err(|error| Refusal::Generator(error.to_string()))?;
    Ok(master)
}

/// The headers that are meant, as the pool spells them.
pub fn name_columns(solved: &Solved, named: &[String]) -> Result<Vec<String>, Failure> {
    let header = &solved.pool.header;
    let mut columns = Vec::new();
    for column in named {
        let found: Vec<&String> = header.iter().filter(|header| fold(header) == fold(column)).collect();
        let [one] = found.as_slice() else {
            let path = solved.place.path(name::POOL);
            let names = header.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
            return Err(Refusal::Column { path, column: column.clone(), times: found.len(), found: names }.into());
        };
        if columns.contains(*one) {
            return Err(Refusal::SameColumn((*one).clone()).into());
        }
        columns.push((*one).clone());
    }
    Ok(columns)
}
