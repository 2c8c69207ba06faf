//! What the program says on a terminal is translated: all of it, and nothing else.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

#[path = "translation/allowed.rs"]
mod allowed;
#[path = "translation/coverage.rs"]
mod coverage;
#[path = "translation/files.rs"]
mod files;
#[path = "translation/lexer.rs"]
mod lexer;
#[path = "translation/sentences.rs"]
mod sentences;

/// The languages of a terminal beside English.
const LANGUAGES: [&str; 1] = ["vi"];

/// Whether an entry that says nothing yet is a fault. It is `false` only as long as translators are at work.
const EMPTY_ENTRIES_ARE_FAULTS: bool = false;
