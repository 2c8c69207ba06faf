//! The form of the files of an invitation, for the checks: what is wrong with each by itself.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::files::{INVITE_FORMAT, Record, RecordedSeed, file_name, name};
use super::plan::Plan;
use super::problem::InviteError;
use crate::draw::{Seed, hex};
use crate::record::CHAIN;

/// The plan, if it is well formed.
pub(super) fn read_plan(bytes: &[u8], marked: bool) -> Result<Plan, String> {
    let plan: Plan = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    plan.asked()?;
    rehearsal(plan.rehearsal, marked)?;
    as_written(plan.json(), bytes)?;
    Ok(plan)
}

/// The record, if it is well formed.
pub(super) fn read_record(bytes: &[u8], marked: bool) -> Result<Record, String> {
    let record: Record = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    if record.format != INVITE_FORMAT {
        return Err(format!("its format is \"{}\", not {INVITE_FORMAT}", record.format));
    }
    let normal = |text: &String| Seed::new(text).is_ok_and(|seed| seed.text() == text);
    match &record.seed {
        RecordedSeed::Text(text) if !normal(text) => {
            return Err("its seed text is blank or not in normal form".to_owned());
        }
        RecordedSeed::Beacon { chain, .. } if chain != CHAIN => return Err(format!("its beacon is not {CHAIN}")),
        _ => {}
    }
    rehearsal(record.rehearsal, marked)?;
    as_written(record.json(), bytes)?;
    Ok(record)
}

fn rehearsal(says: bool, marked: bool) -> Result<(), String> {
    match (says, marked) {
        (true, false) => Err("it is of a rehearsal, but files are not marked so".to_owned()),
        (false, true) => Err("files are marked as a rehearsal, but it is not of one".to_owned()),
        _ => Ok(()),
    }
}

fn as_written(text: Result<String, InviteError>, bytes: &[u8]) -> Result<(), String> {
    let text = text.map_err(|error| error.to_string())?;
    if text.as_bytes() == bytes { Ok(()) } else { Err("it is not written as klero writes it".to_owned()) }
}

/// What is missing or too much.
pub(super) fn presence(given: &BTreeMap<String, Vec<u8>>, marked: bool, two_stages: bool) -> Option<String> {
    let names = [name::PLAN, name::INVITE, name::STRATA, name::INVITED, name::CHANCES];
    let areas = two_stages.then_some(name::AREAS);
    let expected: Vec<String> = names.into_iter().chain(areas).map(|name| file_name(name, marked)).collect();
    let missing = expected.iter().filter(|name| !given.contains_key(*name)).map(|name| format!("{name} is missing"));
    let more =
        given.keys().filter(|name| !expected.contains(name)).map(|name| format!("{name:?} does not belong here"));
    let wrong: Vec<String> = missing.chain(more).collect();
    (!wrong.is_empty()).then(|| wrong.join("; "))
}

/// Which files are not those that the record names.
pub(super) fn hashes(given: &BTreeMap<String, Vec<u8>>, record: &Record) -> Option<String> {
    let own = [name::PLAN, name::INVITE].map(|name| file_name(name, record.rehearsal));
    let found: BTreeMap<String, String> = given
        .iter()
        .filter(|(name, _)| !own.contains(name))
        .map(|(name, bytes)| (name.clone(), hex(&Sha256::digest(bytes))))
        .collect();
    let names: BTreeSet<&String> = found.keys().chain(record.files.keys()).collect();
    let wrong: Vec<String> = names
        .into_iter()
        .filter(|name| found.get(*name) != record.files.get(*name))
        .map(|name| format!("{name:?} is not as invite.json has it"))
        .collect();
    (!wrong.is_empty()).then(|| wrong.join("; "))
}

/// The first line in which a file is not what it should be.
pub(super) fn difference(expected: &[u8], found: &[u8]) -> Option<String> {
    if expected == found {
        return None;
    }
    let lines = expected.split(|byte| *byte == b'\n').zip(found.split(|byte| *byte == b'\n'));
    let same = lines.take_while(|(expected, found)| expected == found).count();
    Some(format!("line {} is not what the plan, the register and the seed give", same + 1))
}
