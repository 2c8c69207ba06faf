//! Reads the sources and fails where they break the table in `ARCHITECTURE.md`: who may use whom, and who may touch files,
//! print, or name the LP crate. Most of all, the checker must not be able to share a mistake with the solver.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

#[path = "architecture/rules.rs"]
mod rules;
#[path = "architecture/source.rs"]
mod source;

use std::fs;
use std::path::Path;

use rules::{MAY_USE, faults};

/// Every source file under `src`, as its path from there (with `/`) and its text.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let parts: Vec<&str> =
                    path.strip_prefix(&root).unwrap().iter().map(|part| part.to_str().unwrap()).collect();
                sources.push((parts.join("/"), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    sources.sort();
    sources
}

#[test]
fn the_sources_keep_to_the_table() {
    let sources = sources();
    let found: Vec<String> = sources.iter().flat_map(|(path, text)| faults(path, text)).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    // Every line of the table is about a module that exists, and every module has its line.
    let mut modules: Vec<&str> = sources.iter().map(|(path, _)| rules::module(path)).collect();
    modules.dedup();
    modules.retain(|module| !["lib", "main"].contains(module));
    modules.sort_unstable();
    modules.dedup();
    let mut table: Vec<&str> = MAY_USE.iter().map(|&(module, _)| module).collect();
    table.sort_unstable();
    assert_eq!(modules, table);
}

#[test]
fn the_table_is_the_one_in_the_document() {
    let document = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md")).unwrap();
    for &(module, uses) in MAY_USE {
        let mut documented = rules::documented(&document, module).unwrap_or_else(|| panic!("no line for `{module}`"));
        let mut uses = uses.to_vec();
        documented.sort_unstable();
        uses.sort_unstable();
        assert_eq!(documented, uses, "{module}");
    }
    // A table that allows more, or has a line less, is told apart.
    let planted = "| `verify` | x | `read`, `solve` |\n| `cli` | y | all of them |\n";
    assert_eq!(rules::documented(planted, "verify"), Some(vec!["read", "solve"]));
    assert_eq!(rules::documented(planted, "cli"), Some(vec!["verify"]));
    assert_eq!(rules::documented(planted, "read"), None);
}

/// One planted violation for each rule, each in a file that exists or could, and a word of what must be said of it.
const PLANTED: &[(&str, &str, &str)] = &[
    // Imports, in every way of writing them.
    ("verify/panels.rs", "use crate::solve::SolveError;", "verify may not use solve"),
    ("verify/mod.rs", "use crate::{instance::Instance, types};", "verify may not use types"),
    ("verify/mod.rs", "use crate::{\n    read,\n    solve as read_too,\n};", "verify may not use solve"),
    ("verify/pool.rs", "fn f() { let x = crate :: solve :: has_panel; }", "verify may not use solve"),
    ("verify/mod.rs", "#[cfg(test)]\nmod tests { use crate::solve::solve; }", "verify may not use solve"),
    ("solve/lp.rs", "use crate::lottery::Lottery;", "solve may not use lottery"),
    ("read/mod.rs", "use crate::instance::Instance;", "read may not use instance"),
    ("lottery/deal.rs", "use crate::solve::Composition;", "lottery may not use solve"),
    // What `lottery` may use, `verify` must not reach through it.
    ("verify/mod.rs", "use crate::lottery::Lottery;", "verify may not use lottery"),
    ("draw.rs", "use crate::record::name;", "draw may not use record"),
    ("report/text.rs", "use crate::verify::Verdict;", "report may not use verify"),
    ("language/words.rs", "use crate::report::percent;", "language may not use report"),
    ("types.rs", "use crate::*;", "types may not use *"),
    ("types.rs", "use crate::{self as all};", "types may not use self"),
    ("instance/mod.rs", "use klero::solve;", "names its own crate klero"),
    // Ways around `crate::`.
    ("verify/mod.rs", "use super::solve::solve;", "super leaves the module"),
    ("verify/panels.rs", "use super::super::solve::solve;", "super leaves the module"),
    ("draw.rs", "mod tests { use super::super::solve; }", "super leaves the module"),
    ("verify/mod.rs", "#[path = \"../solve/lp.rs\"] mod lp;", "#[path] brings in"),
    ("verify/mod.rs", "include!(\"../solve/lp.rs\");", "include!"),
    ("verify/mod.rs", "use crate as all;", "crate without a path"),
    ("lib.rs", "pub use solve::solve;", "lib.rs only names its modules"),
    // Crates.
    ("solve/mixture.rs", "use good_lp::variable;", "good_lp"),
    ("verify/mod.rs", "fn f() -> microlp::Problem {}", "microlp"),
    ("report/text.rs", "use indicatif::ProgressBar;", "indicatif"),
    ("cli/draw.rs", "use indicatif::ProgressBar;", "indicatif"),
    ("cli/draw.rs", "use clap_complete::Shell;", "clap_complete"),
    ("cli/draw.rs", "use clap_mangen::Man;", "clap_mangen"),
    ("cli/draw.rs", "use anstyle::Style;", "anstyle"),
    ("cli/draw.rs", "use anstream::eprintln;", "anstream"),
    ("instance/mod.rs", "#[derive(clap::Args)] struct A;", "clap"),
    ("draw.rs", "use drand_verify::Pubkey;", "drand_verify"),
    ("verify/pool.rs", "use encoding_rs::UTF_8;", "encoding_rs"),
    ("read/csv.rs", "use quick_xml::Reader;", "quick_xml"),
    ("record/keys.rs", "fn f() { getrandom::fill(&mut []); }", "getrandom"),
    ("report/text.rs", "use qrcode::QrCode;", "qrcode"),
    ("ceremony/view.rs", "use ratatui::Frame;", "ratatui"),
    ("cli/draw.rs", "use signal_hook::flag;", "signal_hook"),
    ("cli/draw.rs", "let size = terminal_size::terminal_size();", "terminal_size"),
    ("report/text.rs", "use fluent_bundle::FluentBundle;", "fluent_bundle"),
    ("report/chart/curve.rs", "use resvg::usvg;", "resvg"),
    // Files, printing, leaving.
    ("report/text.rs", "use std::fs;", "std::fs"),
    ("report/text.rs", "use std::{collections::BTreeMap, fs::File};", "std::fs"),
    ("verify/mod.rs", "fn f() { std::fs::read(\"x\"); }", "std::fs"),
    ("record/mod.rs", "fn f() { println!(\"x\"); }", "println!"),
    ("solve/mod.rs", "fn f() { eprintln!(\"x\"); }", "eprintln!"),
    ("cli/draw.rs", "fn f() { eprint!(\"x\"); }", "eprint!"),
    ("cli/draw.rs", "fn f() { std::io::stderr(); }", "stderr"),
    ("solve/mod.rs", "fn f() { dbg!(1); }", "dbg!"),
    ("draw.rs", "fn f() { std::process::exit(1) }", "std::process"),
    ("verify/files.rs", "use std::process; fn f() { process::exit(1) }", "exit has no place"),
    ("draw.rs", "use std::{env, io};", "std::env"),
    ("solve/mod.rs", "use std::time::Instant;", "std::time"),
    ("cli/commit.rs", "use std::time::SystemTime;", "std::time"),
    ("cli/draw.rs", "use std::{thread, time::Instant};", "std::time"),
    ("record/beacon.rs", "use std::net::TcpStream;", "std::net"),
    ("solve/mod.rs", "fn f() { std::thread::yield_now(); }", "std::thread"),
    ("report/mod.rs", "fn f() { std::io::stdout(); }", "stdout"),
    // Everywhere.
    ("solve/mod.rs", "use std::collections::HashMap;", "HashMap"),
    ("cli/draw.rs", "fn f() { let x = std::collections::HashSet::<u8>::new(); }", "HashSet"),
    ("cli/output.rs", "fn f() { unsafe { } }", "unsafe"),
];

#[test]
fn every_planted_violation_is_caught() {
    for (path, text, word) in PLANTED {
        let found = faults(path, text);
        assert!(found.iter().any(|fault| fault.contains(word)), "{path}: {text}\nexpected: {word}\nfound: {found:?}");
    }
}

#[test]
fn a_source_that_is_too_long_is_caught() {
    assert_eq!(faults("solve/lp.rs", &"\n".repeat(450)), [""; 0]);
    assert_eq!(faults("solve/lp.rs", &"\n".repeat(451)), ["src/solve/lp.rs, line 451: a source has at most 450 lines"]);
}

#[test]
fn what_is_allowed_is_left_alone() {
    for (path, text) in [
        ("verify/mod.rs", "//! Never `crate::solve`, says `println!`.\nuse crate::read::{self, solve};"),
        ("verify/say.rs", "/* crate::solve /* nested */ std::fs */ const A: &str = \"crate::solve, \\\" unsafe\";"),
        (
            "verify/say.rs",
            "const A: &str = r#\"use crate::solve; \" HashMap\"#; const B: char = '\"'; fn f<'a>(x: &'a str) {}",
        ),
        ("verify/files.rs", "use std::fs::File; fn f() -> crate::verify::Verdict {}"),
        ("solve/lp.rs", "use good_lp::variable; use super::panel; #[cfg(test)] mod tests { use super::super::panel; }"),
        ("solve/mod.rs", "pub(crate) fn f() {} pub(in crate::solve) fn g() {}"),
        (
            "cli/draw.rs",
            "use klero::{solve, verify}; fn f() { println!(\"{}\", std::fs::read(\"x\")); std::process::exit(1) }",
        ),
        ("main.rs", "mod cli; fn main() -> std::process::ExitCode { cli::run() }"),
        ("solve/mod.rs", "fn f() { let unsafe_code = 1; let hash_map = 2; }"),
    ] {
        assert_eq!(faults(path, text), [""; 0], "{path}: {text}");
    }
}
