//! Shares become quotas: seats against every way of dealing them, files against what they should say, quotas against the reader of quotas.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

#[path = "apportion/files.rs"]
mod files;
#[path = "apportion/pools.rs"]
mod pools;
#[path = "apportion/seats.rs"]
mod seats;

use klero::apportion::{Apportionment, Plan, Rounding, ShareProblem, Shares, Slack, apportion, read_shares};
use klero::read::read_csv;

/// Reads shares from a text.
fn shares(text: &str) -> Result<Shares, Vec<ShareProblem>> {
    read_shares(&read_csv("shares.csv", text.as_bytes()).unwrap())
}

/// Quotas by largest remainder.
fn quotas(text: &str, size: usize, slack: &str) -> Apportionment {
    let plan = Plan { size, rounding: Rounding::LargestRemainder, slack: Slack::parse(slack).unwrap() };
    apportion(&shares(text).unwrap(), plan).unwrap()
}

/// Least seats, whole seats and most seats of every value.
fn numbers(quotas: &Apportionment) -> Vec<(usize, usize, usize)> {
    quotas.values().map(|(_, value)| (value.min, value.seats, value.max)).collect()
}
