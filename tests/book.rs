//! The book does what it says: every command in a document of `docs` is run, and prints what stands below it.
//!
//! A document is run in one shell, in a folder of its own, with `klero` on the path; `tests/book/NAME.txt` prepares for it, and says how. Below a command stands what it prints on
//! both outputs, where the document shows it; a line `…` stands for lines that are left out. What cannot be run stands in `tests/book/not_run.txt`,
//! with a reason. `KLERO_BLESS=1 cargo test --test book` writes the outputs anew; then read the difference.
//! (`.ci/run` does the same for the README at the top, and `tests/examples.rs` for the stories in `examples`.)

#![cfg(unix)] // the commands are run by a shell
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

#[path = "book/check.rs"]
mod check;
#[path = "book/document.rs"]
mod document;
#[path = "book/names.rs"]
mod names;
#[path = "book/new_rule.rs"]
mod new_rule;
#[path = "book/planted.rs"]
mod planted;
#[path = "book/preparation.rs"]
mod preparation;
#[path = "cli/sandbox.rs"]
#[expect(dead_code, reason = "the tests of the command line use more of it")]
mod sandbox;
#[path = "book/session.rs"]
mod session;
#[path = "book/shown.rs"]
mod shown;
mod support;
#[path = "book/targets.rs"]
mod targets;

use std::fs;
use std::path::{Path, PathBuf};

use check::check;
use document::commands;
use preparation::{NotRun, Preparation, not_run, preparation};
use support::difference::difference;

fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The list of commands that are not run.
fn listed() -> Vec<NotRun> {
    not_run(&fs::read_to_string(home().join("tests/book/not_run.txt")).unwrap()).unwrap()
}

/// What prepares for a document; nothing where there is no such file.
fn prepared(name: &str) -> Preparation {
    let path = home().join("tests/book").join(name).with_extension("txt");
    let text = if path.exists() { fs::read_to_string(&path).unwrap() } else { String::new() };
    preparation(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All documents: those in `docs`, and two more. A document is known by its name alone, but for the list of examples.
fn documents() -> Vec<(String, PathBuf)> {
    let mut documents: Vec<(String, PathBuf)> = Vec::new();
    for entry in fs::read_dir(home().join("docs")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "md") {
            documents.push((path.file_name().unwrap().to_string_lossy().into_owned(), path));
        }
    }
    for name in ["ARCHITECTURE.md", "examples/README.md"] {
        documents.push((name.to_owned(), home().join(name)));
    }
    documents.sort();
    documents
}

/// The file of a document whose test has this name.
fn file(name: &str) -> String {
    if name == "readme" { "README.md".to_owned() } else { name.replace('_', "-") + ".md" }
}

/// Runs a document; or writes its outputs anew.
fn run(name: &str) {
    let name = file(name);
    let (preparation, path) = (prepared(&name), home().join("docs").join(&name));
    let missing = session::missing(&preparation.needs);
    if !missing.is_empty() {
        eprintln!("SKIPPED: docs/{name} needs {missing:?}, which this machine does not have");
        return;
    }
    let written = fs::read_to_string(&path).unwrap();
    let checked = check(&name, &written, &preparation, &listed(), &session::run);
    assert!(checked.faults.is_empty(), "docs/{name}\n{}", checked.faults.join("\n"));
    assert!(checked.run > 0, "docs/{name} runs nothing; take it out of the list");
    if std::env::var_os("KLERO_BLESS").is_some() {
        fs::write(&path, checked.renewed).unwrap();
    } else if let Some(difference) = difference(&written, &checked.renewed) {
        panic!("docs/{name}, {difference}\nKLERO_BLESS=1 writes it anew.");
    }
}

/// A test for each document that has commands to run, and the list of them.
macro_rules! book {
    ($($name:ident)*) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];
        mod book {
            $(#[test]
            fn $name() {
                super::run(stringify!($name));
            })*
        }
    };
}

book! {
    afternoon
    readme
    after_the_draw
    alternates
    by_hand
    ceremony
    check
    compare
    generate
    how_it_works
    invitations
    languages
    observers
    publish
    quotas
    report
    seating
    settings
    several_panels
    terminal
    verify_page
}

/// Documents with commands that are neither run nor listed, and entries of the list that no document has.
fn forgotten(documents: &[(String, String)], run: &[String], listed: &[NotRun]) -> Vec<String> {
    let mut forgotten = Vec::new();
    let is = |entry: &NotRun, name: &str, command: &str| entry.document == name && entry.command == command;
    for (name, text) in documents.iter().filter(|(name, _)| !run.contains(name)) {
        for command in commands(text) {
            if !listed.iter().any(|entry| is(entry, name, &command.text)) {
                forgotten.push(format!("{name}, line {}, is not run: {}", command.line + 1, command.text));
            }
        }
    }
    for entry in listed {
        let text = documents.iter().find(|(name, _)| *name == entry.document).map_or("", |(_, text)| text);
        if !commands(text).iter().any(|command| command.text == entry.command) {
            forgotten.push(format!("listed, and not in {}: {}", entry.document, entry.command));
        }
    }
    forgotten
}

#[test]
fn every_command_is_run_or_listed() {
    let read = |(name, path): (String, PathBuf)| (name, fs::read_to_string(path).unwrap());
    let documents: Vec<_> = documents().into_iter().map(read).collect();
    let run: Vec<String> = NAMES.iter().map(|name| file(name)).collect();
    let found = forgotten(&documents, &run, &listed());
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    // Every preparation is for a document that is run.
    for entry in fs::read_dir(home().join("tests/book")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "txt") && !path.ends_with("not_run.txt") {
            let name = path.with_extension("md").file_name().unwrap().to_string_lossy().into_owned();
            assert!(run.contains(&name), "{} prepares for nothing", path.display());
        }
    }
    // A command that is new, and one that is gone.
    let mut changed = documents.clone();
    let install = changed.iter_mut().find(|(name, _)| name == "install.md").unwrap();
    install.1 += "\n    $ klero frobnicate --now\n";
    let found = forgotten(&changed, &run, &listed());
    assert!(found.len() == 1 && found[0].ends_with("is not run: klero frobnicate --now"), "{found:?}");
    let mut changed = documents.clone();
    let install = changed.iter_mut().find(|(name, _)| name == "install.md").unwrap();
    install.1 = install.1.replace("$ cargo install --path .", "");
    assert_eq!(forgotten(&changed, &run, &listed()), ["listed, and not in install.md: cargo install --path ."]);
}
