//! What the program says on a terminal is translated: all of it, and nothing else.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

#[path = "translation/allowed.rs"]
mod allowed;
#[path = "translation/coverage.rs"]
mod coverage;
#[path = "translation/crates.rs"]
mod crates;
#[path = "translation/files.rs"]
mod files;
#[path = "translation/joined.rs"]
mod joined;
#[path = "translation/lexer.rs"]
mod lexer;
#[path = "translation/matching.rs"]
mod matching;
#[path = "support/mixed.rs"]
mod mixed;
#[cfg(unix)]
#[path = "cli/sandbox.rs"]
#[expect(dead_code, reason = "the tests of the command line use more of it")]
mod sandbox;
#[path = "translation/sentences.rs"]
mod sentences;
#[path = "translation/sessions.rs"]
mod sessions;

/// The languages of a terminal beside English.
const LANGUAGES: [&str; 1] = ["vi"];
