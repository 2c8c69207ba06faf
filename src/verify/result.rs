//! `draw.form`: what `result.json` holds.

use serde::Deserialize;

use super::files::Files;
use super::hash::is_sha256;
use super::json::{Object, Whole, nullable, parse, wholes};
use super::say::{Finding, Problems, quote};
use super::table::RESULT;

/// The one form of `result.json` that is known.
const FORMAT: &str = "klero/result/2";

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

/// What the file holds, or why it cannot be used; `None` where it is not there or cannot be read.
pub(super) fn read(files: &Files) -> Option<Result<ResultFile, String>> {
    let result = parse::<ResultFile>(RESULT, files.bytes(RESULT)?);
    Some(result.and_then(|result| match result.format == FORMAT {
        true => Ok(result),
        false => Err(format!("{RESULT}: \"format\" is {}, and only \"{FORMAT}\" is known here", quote(&result.format))),
    }))
}

/// `draw.form`. Whether digits were drawn is what the commitment says, where it is known.
pub(super) fn form(result: Option<&Result<ResultFile, String>>, digits: Option<bool>) -> Finding {
    let result = match result {
        None => return Finding::without(RESULT),
        Some(Err(why)) => return Finding::fail(why.clone()),
        Some(Ok(result)) => result,
    };
    let mut problems = Problems::default();
    for (what, value) in [("key", &result.draw.key), ("fingerprint", &result.fingerprint)] {
        if let Some(value) = value.as_ref().filter(|value| !is_sha256(value)) {
            problems.add(|| {
                format!("{RESULT}: the {what} is {}, which is not 64 lower-case hexadecimal digits", quote(value))
            });
        }
    }
    match (digits, &result.draw.key) {
        (Some(true), Some(_)) => problems.add(|| format!("{RESULT} has a key, although the ticket is drawn as digits")),
        (Some(false), None) => {
            problems.add(|| format!("{RESULT} has no key, although the seed is not drawn as digits"))
        }
        _ => {}
    }
    problems.or_pass(format!("{RESULT} has the form {FORMAT}."))
}
