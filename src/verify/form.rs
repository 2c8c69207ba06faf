//! What `result.json` and `lottery.json` hold, and `result.form`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::files::Files;
use super::json::{Object, Whole, nullable, parse, texts, wholes};
use super::presence::RESULT;
use super::say::{Finding, quote};

/// The one form of `result.json` that is known.
const RESULT_FORMAT: &str = "klero/result/1";

/// `result.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ResultFile {
    #[serde(deserialize_with = "drawn")]
    pub(super) draw: Option<Draw>,
    #[serde(deserialize_with = "texts")]
    pub(super) files: BTreeMap<String, String>,
    format: String,
    #[serde(deserialize_with = "nullable")]
    pub(super) id_column: Option<String>,
    pub(super) members: Whole,
    objective: String,
    pub(super) size: Whole,
    pub(super) tickets: Whole,
}

/// `draw` in `result.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Draw {
    pub(super) key: String,
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

fn drawn<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Draw>, D::Error> {
    Ok(nullable::<D, Object<Draw>>(deserializer)?.map(|object| object.0))
}

fn panel<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<DrawnPanel, D::Error> {
    Ok(Object::deserialize(deserializer)?.0)
}

/// `lottery.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LotteryFile {
    pub(super) format: String,
    pub(super) panels: Vec<Object<Panel>>,
    pub(super) size: Whole,
    pub(super) tickets: Whole,
}

/// One of the `panels` of `lottery.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Panel {
    #[serde(deserialize_with = "wholes")]
    pub(super) members: Vec<u64>,
    pub(super) tickets: Whole,
}

/// `result.form`, and what the file holds if it could be read.
pub(super) fn result(files: &Files) -> (Finding, Option<ResultFile>) {
    let Some(bytes) = files.bytes(RESULT) else {
        return (Finding::without(RESULT), None);
    };
    match parse::<ResultFile>(RESULT, bytes) {
        Err(why) => (Finding::fail(why), None),
        Ok(result) if result.format != RESULT_FORMAT => {
            let why = format!(
                "result.json: \"format\" is {}, and only \"{RESULT_FORMAT}\" is known here",
                quote(&result.format)
            );
            (Finding::fail(why), None)
        }
        Ok(result) if result.objective.trim().is_empty() => {
            (Finding::fail("result.json: \"objective\" is blank"), Some(result))
        }
        Ok(result) => (Finding::pass(format!("result.json has the form {RESULT_FORMAT}.")), Some(result)),
    }
}
