//! `klero draw DIR`: the draw from a commitment. Nothing but the seed that was committed to comes in.

use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

use klero::draw::{Said, Seed, committed_key, digits, hex, ticket};
use klero::record::{self, Beacon, CHAIN, Draw, DrawnPanel, Source, beacon_json, name};
use klero::report::{Summary, render};

use super::add::{Addition, add};
use super::args::DrawArgs;
use super::failure::Failure;
use super::open::{Committed, committed};
use super::place::Place;
use super::refusal::Refusal;
use super::write::{fair_of, rows_of};
use super::{clock, qr};

/// What the seed became.
struct Drawn {
    seed: String,
    key: Option<[u8; 32]>,
    ticket: u64,
    beacon: Option<Beacon>,
}

/// Runs `klero draw DIR`.
pub fn draw(dir: &Path, args: &DrawArgs) -> Result<ExitCode, Failure> {
    // Files of a draw without its result are left from a run that was cut off; see `add`.
    if let Some(file) = Place::of(dir).first_of(&[name::RESULT]) {
        return Err(Refusal::Drawn { dir: dir.to_owned(), file }.into());
    }
    let record = committed(dir, "nothing can be drawn")?;
    let solved = &record.solved;
    let lottery = solved.lottery()?;
    let drawn = seed(dir, &record, args)?;
    early(&record);
    let position = lottery.panel_of(drawn.ticket).unwrap_or_default();
    let Some(panel) = lottery.panel(position) else {
        return Err(solved.place.malformed(name::LOTTERY)("it has no panels".to_owned()));
    };
    let result = Draw {
        key: drawn.key.map(|key| hex(&key)),
        panel: DrawnPanel { members: panel.members.to_vec(), number: position + 1 },
        seed: drawn.seed.clone(),
        ticket: drawn.ticket,
    };
    let fingerprint = record.fingerprint();
    let mark = solved.place.mark;
    let mut files: Vec<Addition> = Vec::new();
    if let Some(beacon) = &drawn.beacon {
        files.push(Addition::of_record(mark, name::BEACON, beacon_json(mark, beacon)?));
    }
    let split = solved.split(&lottery)?;
    let split = split.as_deref().and_then(|split| split.get(position)).map(Vec::as_slice);
    for (name, text) in rows_of(&solved.setup, &solved.built, &solved.pool, split, &result)? {
        files.push(Addition::of_record(mark, name, text));
    }
    files.push(Addition::of_record(mark, name::RESULT, record::result_json(mark, result, Some(&fingerprint))?));
    add(dir, &files)?;

    let marginals = lottery.marginals(solved.setup.members);
    let fair = fair_of(&solved.setup, solved.certificate_bytes.as_deref());
    let told = Some((position, drawn.ticket, drawn.seed.as_str()));
    let summary = Summary::new(&solved.built.instance, &lottery, &marginals, fair, told, Some(fingerprint));
    let together = solved.setup.panels.zip(split);
    let summary = match together {
        Some((panels, split)) => summary.of_several(&solved.built.instance, panels, Some((panel.members, split))),
        None => summary,
    };
    let follows = solved.setup.before.is_some();
    let summary = if follows { summary.among_open(&solved.built.instance, &marginals) } else { summary };
    if args.json {
        let text = serde_json::to_string_pretty(&summary).map_err(record::RecordError::from)?;
        super::print(&(text + "\n"))?;
    } else {
        let worth = match record.commitment.seed {
            Source::Phrase => {
                "\nThe seed was a text that somebody said. The commitment shows that the lottery was fixed before, but not that nobody tried out\n\
                 texts until one drew whom they liked. That rests on who chose the words, and how.\n"
            }
            Source::Digits { .. } => "\nThat the digits were not known before rests on the eyes in the room.\n",
            Source::Beacon { .. } => "",
        };
        let code = match &summary.fingerprint {
            Some(fingerprint) if !args.no_qr => format!("The fingerprint as a QR code:\n\n{}", qr::code(fingerprint)),
            _ => String::new(),
        };
        let rehearsal = if mark.is_rehearsal() { "THIS IS A REHEARSAL, NOT THE DRAW.\n\n" } else { "" };
        let (report, selected, dir) = (render(&summary), solved.place.path(name::SELECTED), dir.display());
        super::tell(&format!(
            "{rehearsal}{report}{worth}\n{code}The drawn members are in {}.\nDraw added to {dir}. To check it: klero verify {dir}\n",
            selected.display()
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Says so where the fingerprint is not public yet, by what the commitment says: then others cannot know that it was fixed before the seed. (A round
/// of a beacon cannot be there before its time.)
fn early(record: &Committed) {
    let published = record.commitment.published;
    if !matches!(record.commitment.seed, Source::Beacon { .. }) && clock::now() < published {
        note!(
            "the commitment says that its fingerprint is made public at {published}, and that is still to come; a seed that is known before \
             shows nobody that the lottery was fixed first"
        );
    }
}

/// The seed that was committed to, from the option that belongs to it.
fn seed(dir: &Path, record: &Committed, args: &DrawArgs) -> Result<Drawn, Failure> {
    let source_of_seed = record.commitment.seed;
    let (fingerprint, mark) = (record.fingerprint(), record.commitment.mark);
    let tickets = record.commitment.tickets;
    match (source_of_seed, &args.beacon_file, &args.digits, &args.phrase) {
        (Source::Beacon { round }, Some(path), _, _) => {
            let bytes = limited(path)?;
            let beacon = Beacon::read(&path.display().to_string(), &bytes, round);
            let beacon = beacon.map_err(|problem| Refusal::Beacon { problem, round })?;
            let key =
                committed_key(mark, &fingerprint, Said::Beacon { chain: CHAIN, round, randomness: &beacon.randomness });
            let seed = beacon.randomness.clone();
            Ok(Drawn { seed, key: Some(key), ticket: ticket(key, tickets), beacon: Some(beacon) })
        }
        (Source::Digits { count }, _, Some(text), _) => {
            let (seed, ticket) = digits(text, count).map_err(Refusal::from)?;
            Ok(Drawn { seed, key: None, ticket, beacon: None })
        }
        (Source::Phrase, _, _, Some(text)) => {
            let seed = Seed::new(text).map_err(Refusal::from)?;
            let key = committed_key(mark, &fingerprint, Said::Text(&seed));
            Ok(Drawn { seed: seed.text().to_owned(), key: Some(key), ticket: ticket(key, tickets), beacon: None })
        }
        (_, beacon, digits, phrase) => {
            let given =
                [(beacon.is_some(), "--beacon-file"), (digits.is_some(), "--digits"), (phrase.is_some(), "--phrase")];
            let dir = dir.to_owned();
            Err(match given.into_iter().find(|(given, _)| *given) {
                Some((_, option)) => Refusal::OtherSeed { dir, option, source_of_seed },
                None => Refusal::Seedless { dir, source_of_seed },
            }
            .into())
        }
    }
}

/// Largest size of what a beacon sends, in bytes.
const MOST: u64 = 1 << 20;

/// The bytes of a file, which may be a pipe, of up to [`MOST`] bytes.
fn limited(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(MOST + 1).read_to_end(&mut bytes));
    read.map_err(Failure::path("read", path))?;
    if bytes.len() as u64 > MOST {
        return Err(Refusal::LargeBeacon(path.to_owned()).into());
    }
    Ok(bytes)
}
