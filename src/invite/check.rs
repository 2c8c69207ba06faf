//! Whether a folder of invitations is what its plan, the register and the seed give.

use std::collections::BTreeMap;
use std::fmt;

use sha2::{Digest, Sha256};

use super::files::{Record, RecordedSeed, file_name, name};
use super::form::{difference, hashes, presence, read_plan, read_record};
use super::plan::{Plan, Prepared, prepare};
use super::problem::InviteError;
use super::survey::Open;
use super::{Heard, Invitation, invite};
use crate::draw::REHEARSAL;
use crate::draw::{Seed, hex};
use crate::record::Beacon;

/// Why much is not checked.
const UNUSABLE: &str = "plan.json or invite.json cannot be used";

/// What came of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// All was right.
    Pass,
    /// Something was wrong.
    Fail,
    /// Something that it needs is missing or wrong.
    NotChecked,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Pass => "PASS",
            Self::Fail => "FAIL",
            Self::NotChecked => "NOT CHECKED",
        })
    }
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Its name in `docs/invitations.md`.
    pub id: &'static str,
    /// What came of it.
    pub verdict: Verdict,
    /// What was checked, or what is wrong.
    pub sentence: String,
}

/// What all checks found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The checks, in their order.
    pub checks: Vec<Check>,
    /// Whether it is a rehearsal, by any of its marks.
    pub rehearsal: bool,
    /// The SHA-256 of the plan, if there is one.
    pub fingerprint: Option<String>,
}

impl Checked {
    /// Whether every check passed.
    pub fn verified(&self) -> bool {
        !self.checks.is_empty() && self.checks.iter().all(|check| check.verdict == Verdict::Pass)
    }

    /// The last line.
    pub fn verdict_line(&self) -> &'static str {
        match (self.verified(), self.rehearsal) {
            (true, false) => "VERIFIED",
            (true, true) => "REHEARSAL, NOT THE DRAW (as a rehearsal, it verifies)",
            (false, false) => "NOT VERIFIED",
            (false, true) => "NOT VERIFIED (and a rehearsal, not the draw)",
        }
    }

    fn say(&mut self, id: &'static str, verdict: Verdict, sentence: impl Into<String>) {
        self.checks.push(Check { id, verdict, sentence: sentence.into() });
    }

    /// PASS with a sentence, or FAIL with what is wrong.
    fn judge(&mut self, id: &'static str, right: &str, wrong: Option<String>) -> bool {
        let fine = wrong.is_none();
        match wrong {
            None => self.say(id, Verdict::Pass, right),
            Some(wrong) => self.say(id, Verdict::Fail, wrong),
        }
        fine
    }
}

/// The checks of what is drawn: the file, the check, and what it says when all is right.
const DRAWN: [(&str, &str, &str); 4] = [
    (name::AREAS, "areas.drawn", "the areas are those that the key draws, with their chances"),
    (name::STRATA, "strata.letters", "every stratum has its households, letters and chance"),
    (name::INVITED, "invited.rows", "the invited rows are those that the key draws"),
    (name::CHANCES, "chances.rows", "every letter has its exact chances"),
];

/// Checks the files of a folder, by name, against the register and, where the seed is a text, the one that was heard.
///
/// # Errors
/// Only where the register cannot be read at all; everything else is a finding.
pub fn check(
    given: &BTreeMap<String, Vec<u8>>,
    register: &str,
    open: Open,
    heard: Option<&Seed>,
) -> Result<Checked, InviteError> {
    let marked = given.keys().any(|name| name.starts_with(REHEARSAL));
    let get = |name: &str| given.get(&file_name(name, marked));
    let mut checked = Checked { checks: Vec::new(), rehearsal: marked, fingerprint: None };
    let plan = get(name::PLAN).ok_or_else(|| "it is not there".to_owned()).and_then(|bytes| read_plan(bytes, marked));
    let record =
        get(name::INVITE).ok_or_else(|| "it is not there".to_owned()).and_then(|bytes| read_record(bytes, marked));
    let says = |bytes: Option<&Vec<u8>>| {
        bytes.is_some_and(|bytes| String::from_utf8_lossy(bytes).contains("\"rehearsal\": true"))
    };
    checked.rehearsal |= says(get(name::PLAN)) || says(get(name::INVITE));
    let two_stages = plan.as_ref().is_ok_and(|plan| plan.areas.is_some());
    checked.judge("files.present", "every file is there, and no other", presence(given, marked, two_stages));
    let (wrong_plan, wrong_record) = (plan.as_ref().err().cloned(), record.as_ref().err().cloned());
    checked.judge("plan.form", "the plan is well formed", wrong_plan.map(|why| format!("plan.json: {why}")));
    checked.judge("invite.form", "the record is well formed", wrong_record.map(|why| format!("invite.json: {why}")));
    let fingerprint = get(name::PLAN).map(|bytes| hex(&Sha256::digest(bytes)));
    checked.fingerprint = fingerprint.clone();
    let seed = match (&plan, &record) {
        (Ok(plan), Ok(record)) => judge_seed(&mut checked, plan, record, heard),
        _ => {
            checked.say("seed.source", Verdict::NotChecked, UNUSABLE);
            None
        }
    };
    match (&record, &fingerprint) {
        (Ok(record), Some(fingerprint)) => {
            checked.judge("files.hashes", "every file has the SHA-256 in invite.json", hashes(given, record));
            let wrong = if record.plan != *fingerprint {
                Some("invite.json belongs to another plan: its SHA-256 of plan.json is not that of the file".to_owned())
            } else {
                let other = seed.as_ref().is_none_or(|seed| record.key != hex(&seed.key(fingerprint)));
                other.then(|| "the key is not that of the plan and the seed".to_owned())
            };
            checked.judge("seed.key", "the key is that of the plan and the seed", wrong);
        }
        _ => ["files.hashes", "seed.key"].into_iter().for_each(|id| checked.say(id, Verdict::NotChecked, UNUSABLE)),
    }
    let drawn = match (&plan, &seed) {
        (Ok(plan), Some(seed)) => draw_again(&mut checked, plan, seed, register, open)?,
        (Ok(plan), None) => {
            prepare_again(&mut checked, plan, register, open)?;
            None
        }
        (Err(_), _) => {
            checked.say("register.file", Verdict::NotChecked, "plan.json cannot be used");
            checked.say("register.counts", Verdict::NotChecked, "plan.json cannot be used");
            None
        }
    };
    match (&record, &drawn) {
        (Ok(record), Some(drawn)) => {
            let letters: u64 = drawn.letters.iter().sum();
            let wrong = (record.letters != letters)
                .then(|| format!("invite.json says {}, but {letters} are drawn", record.letters));
            checked.judge("invite.letters", "the number of letters is right", wrong);
        }
        _ => checked.say("invite.letters", Verdict::NotChecked, "it cannot be drawn again"),
    }
    for (file, id, right) in DRAWN.iter().filter(|(file, ..)| *file != name::AREAS || two_stages) {
        let expected = drawn.as_ref().and_then(|drawn| {
            drawn.files.iter().find(|found| found.name == file_name(file, marked)).map(|found| found.text.as_bytes())
        });
        match (expected, get(file)) {
            (Some(expected), Some(found)) => {
                checked.judge(id, right, difference(expected, found).map(|why| format!("{file}: {why}")));
            }
            (None, _) => checked.say(id, Verdict::NotChecked, "it cannot be drawn again"),
            (_, None) => checked.say(id, Verdict::NotChecked, format!("{file} is not there")),
        }
    }
    Ok(checked)
}

/// Whether the seed is the one that was planned, and that was heard; what it is, where it can be used.
fn judge_seed(checked: &mut Checked, plan: &Plan, record: &Record, heard: Option<&Seed>) -> Option<Heard> {
    const ID: &str = "seed.source";
    match (&record.seed, plan.round()) {
        (RecordedSeed::Text(text), Ok(None)) => {
            let seed = Seed::new(text).ok()?;
            match heard {
                None => checked.say(ID, Verdict::NotChecked, "give the text that everybody heard with --seed"),
                Some(heard) => {
                    let other =
                        (seed != *heard).then(|| format!("invite.json has the seed text {text:?}, not the one given"));
                    checked.judge(ID, "the seed text is the one given", other);
                }
            }
            Some(Heard::Text(seed))
        }
        (RecordedSeed::Beacon { round, randomness, signature, .. }, Ok(Some(planned))) => {
            let answer = serde_json::json!({"round": round, "randomness": randomness, "signature": signature});
            match Beacon::read(name::INVITE, answer.to_string().as_bytes(), planned) {
                Ok(beacon) => {
                    let more =
                        heard.map(|_| "a seed text was given, but the plan names a round of the beacon".to_owned());
                    checked.judge(ID, "the seed is the round of the beacon that the plan names, and genuine", more);
                    Some(Heard::Beacon(beacon))
                }
                Err(problem) => {
                    checked.say(ID, Verdict::Fail, problem.to_string());
                    None
                }
            }
        }
        _ => {
            checked.say(
                ID,
                Verdict::Fail,
                format!("the plan says that the seed is {}, but invite.json has another", plan.seed),
            );
            None
        }
    }
}

/// Surveys the register and compares it with the plan.
fn prepare_again(
    checked: &mut Checked,
    plan: &Plan,
    register: &str,
    open: Open,
) -> Result<Option<Prepared>, InviteError> {
    let asked = match plan.asked() {
        Ok(asked) => asked,
        Err(_) => return Ok(None),
    };
    let counts = "rows, households and columns are as the plan has them";
    match prepare(&asked, register, open) {
        Ok(prepared) => {
            let other = prepared.plan.register.sha256 != plan.register.sha256;
            let wrong = other.then(|| "the register given has another SHA-256 than the plan names".to_owned());
            let same = checked.judge("register.file", "the register is the one that the plan names", wrong);
            if !same {
                checked.say("register.counts", Verdict::NotChecked, "the register is another one");
                return Ok(None);
            }
            let wrong = (prepared.plan != *plan)
                .then(|| "the plan says something else of the register than can be counted".to_owned());
            Ok(checked.judge("register.counts", counts, wrong).then_some(prepared))
        }
        Err(InviteError::Problems(problems)) => {
            let first = problems.first().map(ToString::to_string).unwrap_or_default();
            checked.say("register.file", Verdict::Fail, format!("the plan cannot be carried out: {first}"));
            checked.say("register.counts", Verdict::NotChecked, "the plan cannot be carried out");
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Draws anew, from the register.
fn draw_again(
    checked: &mut Checked,
    plan: &Plan,
    seed: &Heard,
    register: &str,
    open: Open,
) -> Result<Option<Invitation>, InviteError> {
    match prepare_again(checked, plan, register, open)? {
        Some(prepared) => invite(&prepared, seed, open).map(Some),
        None => Ok(None),
    }
}
