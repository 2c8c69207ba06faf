//! The program as its users meet it: what it says, what it writes, and what it leaves alone.

#![cfg(unix)] // sessions are run by a shell
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

#[path = "cli/chains.rs"]
mod chains;
#[path = "cli/cut_off.rs"]
mod cut_off;
#[path = "cli/follow.rs"]
mod follow;
#[path = "cli/helps.rs"]
mod helps;
#[path = "cli/interrupt.rs"]
mod interrupt;
#[path = "cli/known.rs"]
mod known;
#[path = "cli/problems.rs"]
mod problems;
#[path = "cli/properties.rs"]
mod properties;
#[path = "cli/published.rs"]
mod published;
#[path = "cli/sandbox.rs"]
mod sandbox;
mod support;
#[path = "cli/terminal.rs"]
mod terminal;
#[path = "cli/transcripts.rs"]
mod transcripts;
#[path = "cli/wizard.rs"]
mod wizard;
