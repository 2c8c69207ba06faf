//! `draw.form`: what `result.json` holds.

use serde::Deserialize;

use super::files::Files;
use super::hash::is_sha256;
use super::json::{Object, Whole, nullable, parse, wholes};
use super::say::{Finding, Problems, list, quote};
use super::table::RESULT;

/// `result.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ResultFile {
    #[serde(deserialize_with = "drawn")]
    pub(super) draw: Draw,
    #[serde(deserialize_with = "nullable")]
    pub(super) fingerprint: Option<String>,
    format: String,
}

/// `draw` in `result.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Draw {
    #[serde(deserialize_with = "nullable")]
    pub(super) key: Option<String>,
    #[serde(deserialize_with = "panel")]
    pub(super) panel: DrawnPanel,
    pub(super) seed: String,
    pub(super) ticket: Whole,
}

/// `panel` in `draw` in `result.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DrawnPanel {
    #[serde(deserialize_with = "wholes")]
    pub(super) members: Vec<u64>,
    pub(super) number: Whole,
}

fn drawn<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Draw, D::Error> {
    Ok(Object::deserialize(deserializer)?.0)
}

fn panel<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<DrawnPanel, D::Error> {
    Ok(Object::deserialize(deserializer)?.0)
}

/// Whether the file names a fingerprint, even where it is not in form otherwise.
pub(super) fn names_fingerprint(files: &Files) -> bool {
    let value = files.bytes(RESULT).and_then(|bytes| serde_json::from_slice::<serde_json::Value>(bytes).ok());
    value.is_some_and(|value| value.get("fingerprint").is_some_and(|fingerprint| !fingerprint.is_null()))
}

/// `draw.form`, and what the file holds if that passes. Whether digits were drawn is what the commitment says, where that is known.
pub(super) fn check(files: &Files, digits: Option<bool>) -> (Finding, Option<ResultFile>) {
    let Some(bytes) = files.bytes(RESULT) else {
        return (Finding::without(RESULT), None);
    };
    let result = match parse::<ResultFile>(RESULT, bytes) {
        Ok(result) => result,
        Err(why) => return (Finding::fail(why), None),
    };
    let mut problems = Problems::default();
    let format = files.format("result/2");
    if result.format != format {
        let found = quote(&result.format);
        problems.add(|| format!("{RESULT}: \"format\" is {found}, and only \"{format}\" is known here"));
    }
    for (what, value) in [("key", &result.draw.key), ("fingerprint", &result.fingerprint)] {
        if let Some(value) = value.as_ref().filter(|value| !is_sha256(value)) {
            problems.add(|| {
                format!("{RESULT}: the {what} is {}, which is not 64 lower-case hexadecimal digits", quote(value))
            });
        }
    }
    match (digits, &result.draw.key) {
        (Some(true), Some(_)) => problems.add(|| format!("{RESULT} has a key, although digits are the ticket")),
        (Some(false), None) => problems.add(|| format!("{RESULT} has no key, although no digits were drawn")),
        _ => {}
    }
    let DrawnPanel { members, number } = &result.draw.panel;
    if number.0 == 0 {
        problems.add(|| format!("{RESULT} names panel 0, but panels are numbered from 1"));
    }
    if members.first() == Some(&0) || !members.is_sorted_by(|first, second| first < second) {
        problems.add(|| format!("{RESULT}: the members {} are not numbers from 1 that ascend", list(members)));
    }
    problems.or_pass_with(format!("{RESULT} has the form {format}."), result)
}
