//! Files of a record read back, by those who add to it. (The checker has its own readers.)

use serde::Deserialize;

use super::setup::{SETUP_FORMAT, Setup};
use super::{LEXIMIN, LOTTERY_FORMAT, Outcome, RESULT_FORMAT, SPLIT_FORMAT, is_hash};
use crate::draw::Mark;
use crate::lottery::{Lottery, NUMBER_LIMIT, Panel};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: String,
    panels: Vec<WrittenPanel>,
    size: usize,
    tickets: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenPanel {
    members: Vec<u32>,
    tickets: u64,
}

fn format(found: &str, mark: Mark, wanted: &str) -> Result<(), String> {
    let wanted = mark.format(wanted);
    if found == wanted { Ok(()) } else { Err(format!("its format is \"{found}\", not {wanted}")) }
}

/// Reads `setup.json`.
///
/// # Errors
/// What is wrong with it, in words.
pub fn read_setup(mark: Mark, bytes: &[u8]) -> Result<Setup, String> {
    let setup: Setup = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    format(&setup.format, mark, SETUP_FORMAT)?;
    if (setup.objective == LEXIMIN) != setup.files.certificate.is_some() {
        return Err("a certificate belongs to the objective leximin, and to no other".to_owned());
    }
    if setup.panels.is_some() != setup.files.split.is_some() {
        return Err("split.json belongs to several panels drawn together, and to nothing else".to_owned());
    }
    if let Some(panels) = setup.panels
        && (panels < 2 || !setup.size.is_multiple_of(panels))
    {
        return Err(format!("{panels} panels of one size cannot have {} members all in all", setup.size));
    }
    if let Some(before) = &setup.before {
        let hashes = before.alternates.iter().chain(&before.fingerprint).chain(&before.former).chain([&before.result]);
        if let Some(other) = hashes.into_iter().find(|hash| !is_hash(hash)) {
            return Err(format!("\"{other}\" is no SHA-256"));
        }
    }
    if !(1..NUMBER_LIMIT).contains(&setup.tickets) {
        return Err("the number of tickets is not from 1 to 2^53 - 1".to_owned());
    }
    Ok(setup)
}

/// Reads `result.json`.
///
/// # Errors
/// What is wrong with it, in words.
pub fn read_result(mark: Mark, bytes: &[u8]) -> Result<Outcome, String> {
    let outcome: Outcome = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    format(&outcome.format, mark, RESULT_FORMAT)?;
    Ok(outcome)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSplit {
    format: String,
    panels: Vec<Vec<u32>>,
}

/// Reads `split.json`: for each panel of the lottery, on which of the panels drawn together each of its members sits.
///
/// # Errors
/// What is wrong with it, in words.
pub fn read_split(bytes: &[u8], setup: &Setup, lottery: &Lottery) -> Result<Vec<Vec<u32>>, String> {
    let written: WrittenSplit = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    format(&written.format, setup.mark(), SPLIT_FORMAT)?;
    let each = setup.size / setup.panels();
    let as_it_must_be = |split: &Vec<u32>| {
        split.len() == setup.size
            && (1..=setup.panels() as u32).all(|panel| split.iter().filter(|other| **other == panel).count() == each)
    };
    if written.panels.len() != lottery.panels().len() || !written.panels.iter().all(as_it_must_be) {
        return Err(format!("it does not put each panel of the lottery onto {} panels of {each}", setup.panels()));
    }
    Ok(written.panels)
}

/// Reads `lottery.json` of a pool of some members.
///
/// # Errors
/// What is wrong with it, in words.
pub fn read_lottery(bytes: &[u8], setup: &Setup) -> Result<Lottery, String> {
    let written: Written = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    format(&written.format, setup.mark(), LOTTERY_FORMAT)?;
    if (written.size, written.tickets) != (setup.size, setup.tickets) {
        return Err("its size or its number of tickets is not that of setup.json".to_owned());
    }
    let mut sum = 0_u64;
    let mut last: &[u32] = &[];
    for panel in &written.panels {
        let members = &panel.members;
        let inside = members.iter().all(|number| (1..=setup.members).contains(&(*number as usize)));
        if members.len() != setup.size || !inside || !members.is_sorted_by(|a, b| a < b) || last >= members.as_slice() {
            return Err(format!("the panel {members:?} is not as it must be"));
        }
        last = members;
        sum = sum.checked_add(panel.tickets).filter(|_| panel.tickets > 0).ok_or("a number of tickets is wrong")?;
    }
    if sum != setup.tickets {
        return Err(format!("the tickets of its panels sum to {sum}, not {}", setup.tickets));
    }
    let panels = written.panels.iter().map(|panel| Panel { members: &panel.members, tickets: panel.tickets });
    Ok(Lottery::new(setup.size, panels))
}
