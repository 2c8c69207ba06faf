//! Alternates against plain counting: every subset, every scenario, every panel.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

#[path = "alternates/calls.rs"]
mod calls;
#[path = "alternates/chances.rs"]
mod chances;
#[path = "alternates/choices.rs"]
mod choices;
#[path = "alternates/plain.rs"]
mod plain;
#[path = "alternates/probabilities.rs"]
mod probabilities;
#[path = "alternates/records.rs"]
mod records;
#[path = "alternates/shown.rs"]
mod shown;
mod support;
