//! What `lottery.json` holds.

use serde::Deserialize;

use super::json::{Object, Whole, wholes};

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
