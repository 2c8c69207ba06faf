//! `klero publish`: the part of a record that holds no personal data.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use klero::draw::Mark;
use klero::leak::{THRESHOLD, leak};
use klero::record::{LEXIMIN, RecordError, Source, name};
use klero::report::{fingerprint_lines, percent};
use klero::verify::{Files, Verdict, verify};
use serde::Serialize;

use super::add::Addition;
use super::failure::Failure;
use super::open::{Committed, committed};
use super::output;
use super::refusal::Refusal;

/// `klero publish`.
#[derive(Debug, Args)]
#[group(skip)]
pub struct PublishArgs {
    /// A record with a commitment
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// The folder for what can be published; it may not be there yet
    #[arg(long, value_name = "PUBLIC")]
    to: PathBuf,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Answer<'a> {
    fingerprint: &'a str,
    files: Vec<&'a str>,
    verifiers: [&'static str; 2],
    not_checked: &'a [&'static str],
    leak_score: f64,
    leak_chance: f64,
    leak_warning: bool,
}

/// Checks that need the full record, and whether only where something was drawn, or only with a certificate.
const GIVEN_UP: [(&str, Needs); 19] = [
    ("setup.form", Needs::Nothing),
    ("pool.form", Needs::Nothing),
    ("lottery.quotas", Needs::Nothing),
    ("lottery.rules", Needs::Nothing),
    ("lottery.parts", Needs::Kind),
    ("certificate.form", Needs::Certificate),
    ("certificate.cuts", Needs::Certificate),
    ("certificate.stages", Needs::Certificate),
    ("certificate.gap", Needs::Certificate),
    ("probabilities.form", Needs::Nothing),
    ("probabilities.tickets", Needs::Nothing),
    ("commit.leaves", Needs::Nothing),
    ("draw.selected", Needs::Draw),
    ("draw.remaining", Needs::Draw),
    ("draw.panels", Needs::Kind),
    ("draw.new", Needs::Kind),
    ("draw.alternates", Needs::Kind),
    ("chain.seats", Needs::NewTerm),
    ("chain.included", Needs::Kind),
];

#[derive(Clone, Copy, PartialEq)]
enum Needs {
    Nothing,
    Certificate,
    Draw,
    /// The check is among those of the full record: several panels, or a record that follows another.
    Kind,
    NewTerm,
}

/// Two verifiers that share no code with this program, so that whoever gets the record can check it at once.
const VERIFIERS: [(&str, &str); 2] =
    [("verify.html", include_str!("../../verify/verify.html")), ("verify.py", include_str!("../../verify/verify.py"))];

/// The files of the public form, and nothing else.
fn public_files(record: &Committed) -> Result<Vec<Addition>, Failure> {
    let place = &record.solved.place;
    let file = |name, bytes: &[u8]| Addition::of_record(place.mark, name, bytes);
    let mut files = vec![
        file(name::LEAVES, record.leaves_text.as_bytes()),
        file(name::QUOTAS, &record.solved.quotas_bytes),
        file(name::LOTTERY, &record.solved.lottery_bytes),
        file(name::COMMIT, record.text.as_bytes()),
    ];
    files.extend(record.solved.split_bytes.iter().map(|bytes| file(name::SPLIT, bytes)));
    if let Some(result) = record.outcome()? {
        files.push(file(name::RESULT, &result));
        if let Source::Beacon { .. } = record.commitment.seed {
            files.push(file(name::BEACON, &place.bytes(name::BEACON)?));
        }
    }
    Ok(files)
}

/// Runs `klero publish`.
pub fn publish(args: &PublishArgs) -> Result<ExitCode, Failure> {
    if fs::symlink_metadata(&args.to).is_ok() {
        return Err(Refusal::InTheWay(args.to.clone()).into());
    }
    let dir = &args.dir;
    output::outside(dir, &args.to)?;
    let record = committed(dir, "nothing more can be published")?;
    let verification = verify(&Files::from_dir(dir).map_err(Failure::path("read the record", dir))?);
    let failed: Vec<&str> =
        verification.checks.iter().filter(|check| check.verdict == Verdict::Fail).map(|check| check.id).collect();
    if !failed.is_empty() {
        return Err(Refusal::Unverified { dir: dir.clone(), checks: failed.join(", ") }.into());
    }
    let lottery = record.solved.lottery()?;
    let fingerprint = record.fingerprint();
    let mut files = public_files(&record)?;
    let mark = record.commitment.mark;
    let drawn = files.iter().any(|file| file.name == mark.file(name::RESULT));
    let certificate = record.solved.setup.objective == LEXIMIN;
    let made = |id: &str, needs| match needs {
        Needs::Nothing => true,
        Needs::Certificate => certificate,
        Needs::Draw => drawn,
        Needs::Kind => verification.checks.iter().any(|check| check.id == id),
        Needs::NewTerm => verification.rotates,
    };
    let not_checked: Vec<&'static str> =
        GIVEN_UP.into_iter().filter(|(id, needs)| made(id, *needs)).map(|(id, _)| id).collect();
    let leak = leak(&record.solved.built.instance, &lottery);
    let published: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    files.extend(VERIFIERS.map(|(name, text)| Addition::of_record(Mark::Draw, name, text)));
    output::folder(&args.to, &files)?;
    let warning = leak.warns();
    if warning {
        note!(
            "from {} it can be guessed who has the same features as whom. For {} of the members who share all\n\
             features with others the best guess is right; by chance it would be {}. klero warns from {:.0} percentage\n\
             points above chance on.\n\
             Publish it only if features may become known; docs/publish.md says more.",
            name::LOTTERY,
            percent(leak.score),
            percent(leak.chance),
            100.0 * THRESHOLD,
        );
    }
    if args.json {
        let answer = Answer {
            fingerprint: &fingerprint,
            files: published.iter().map(String::as_str).collect(),
            verifiers: VERIFIERS.map(|(name, _)| name),
            not_checked: &not_checked,
            leak_score: leak.score,
            leak_chance: leak.chance,
            leak_warning: warning,
        };
        super::print(&(serde_json::to_string_pretty(&answer).map_err(RecordError::from)? + "\n"))?;
    } else {
        let [one, two] = fingerprint_lines(&fingerprint);
        let list: String = published.iter().map(|name| format!("  {name}\n")).collect();
        let checks: String = not_checked.iter().map(|id| format!("  {id}\n")).collect();
        super::tell(&format!(
            "The public form of the record is in {to}:\n\n{list}\n\
             Beside it are verify.html, a page that checks records in any browser without a network, and verify.py, a script that does so.\n\nIts fingerprint:\n\n  {one}\n  {two}\n\n\
             Leak score {score}, by chance {chance}: how often the panels give away who has the same features as whom.\n\n\
             {n} checks need the full record; with these files alone klero verify says NOT CHECKED to them:\n\n{checks}",
            to = args.to.display(),
            score = percent(leak.score),
            chance = percent(leak.chance),
            n = not_checked.len(),
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}
