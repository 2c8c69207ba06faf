//! Settings: every key, random settings written and read again, everything that can be wrong with a file, and who wins.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on must stop loudly")]

#[path = "settings/bad.rs"]
mod bad;
#[path = "settings/foreign.rs"]
mod foreign;
#[path = "settings/merging.rs"]
mod merging;
#[path = "settings/round_trip.rs"]
mod round_trip;
mod support;
#[path = "settings/template.rs"]
mod template;

use klero::derive::Derivation;
use klero::settings::{Choices, FileSettings, Key, Value, read};

/// The settings of a file that must be sound.
fn sound(text: &str) -> FileSettings {
    read("klero.toml", text).unwrap_or_else(|problems| panic!("{text}\n{problems:#?}"))
}

/// What is wrong with a file, each with what to do.
fn wrong(text: &str) -> Vec<String> {
    let problems = read("klero.toml", text).expect_err(text);
    problems.iter().map(|problem| format!("{problem}\n  {}", problem.help())).collect()
}

/// Only what was chosen, without where it came from.
fn chosen(choices: &Choices) -> (Vec<(Key, Value)>, Vec<Derivation>) {
    let values = Key::ALL.into_iter().filter_map(|key| Some((key, choices.get(key)?.value.clone())));
    (values.collect(), choices.derivations().iter().map(|given| given.value.clone()).collect())
}
