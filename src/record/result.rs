//! `result.json`: the draw.

use serde::{Deserialize, Serialize};

use super::RecordError;
use crate::draw::Mark;

/// The format name of `result.json`, without its mark.
pub const RESULT_FORMAT: &str = "result/2";

/// The drawn panel, as `result.json` names it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrawnPanel {
    /// Member numbers, ascending.
    pub members: Vec<u32>,
    /// Position in `lottery.json`, from 1.
    pub number: usize,
}

/// The draw, as `result.json` tells it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draw {
    /// The key in hexadecimal; `None` where digits were drawn.
    #[serde(deserialize_with = "Option::deserialize")]
    pub key: Option<String>,
    /// The panel.
    pub panel: DrawnPanel,
    /// The seed text, the digits, or the beacon's randomness.
    pub seed: String,
    /// The ticket, from 0.
    pub ticket: u64,
}

/// `result.json`. Keys are in alphabetical order.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The draw.
    pub draw: Draw,
    /// The fingerprint of the commitment, where there is one.
    #[serde(deserialize_with = "Option::deserialize")]
    pub fingerprint: Option<String>,
    /// `klero/result/2`, or that of a rehearsal.
    pub format: String,
}

/// `result.json` as text.
///
/// # Errors
/// When the JSON writer refuses, which would be a fault of the program.
pub fn result_json(mark: Mark, draw: Draw, fingerprint: Option<&str>) -> Result<String, RecordError> {
    let outcome = Outcome { draw, fingerprint: fingerprint.map(str::to_owned), format: mark.format(RESULT_FORMAT) };
    Ok(serde_json::to_string_pretty(&outcome)? + "\n")
}
