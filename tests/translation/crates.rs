//! What the libraries and the system say: their sentences stand in no source, so each of them is brought about.

#![cfg(unix)]

use std::time::Duration;

use indicatif::HumanDuration;
use klero::language::Language;
use klero::language::terminal::Catalogue;

use super::files::{CRATES, entries, texts};
use super::sandbox::Sandbox;

/// Commands that are not understood, and help texts.
const COMMANDS: &[&str] = &[
    "klero --help",
    "klero solve --colour",
    "klero solve --qu --help-me",
    "klero completions bash more",
    "klero solve --quiet=3 --out x",
    "klero solve --all-of-it --out x",
    "klero plot --se x --out x",
    "klero call --p x",
    "klero completions zs",
    "klero completions elfish-powershell-fish",
    "klero solv",
    "klero re",
    "klero nothing",
    "klero wizard --size",
    "klero verify --x",
    "klero solve --size x --out y",
    "klero solve --tickets x --out y",
    "klero solve --tickets '' --out y",
    "klero solve --tickets 0 --out y",
    "klero solve --tickets 99999999999999999999999 --out y",
    "klero compare x --draws -1",
    "klero solve",
    "klero solve -q -v",
    "klero draw x --pool y --size 3 --seed z --out w",
    "klero solve --out x --out y",
    "klero solve --out",
    "klero solve --equal true --out x",
];

/// The numbers of errors of the system, as it has them.
const SYSTEM: [i32; 9] = [2, 13, 17, 20, 21, 28, 30, 36, 39];

/// Everything that was brought about.
fn said() -> Vec<String> {
    let sandbox = Sandbox::new();
    let mut said: Vec<String> = Vec::new();
    for command in COMMANDS {
        let ran = sandbox.sh(command);
        said.extend((ran.out + &ran.err).lines().map(str::to_owned));
        said.extend(
            sandbox
                .sh(command)
                .out
                .lines()
                .filter_map(|line| line.split_once("help  "))
                .map(|(_, about)| about.trim().to_owned()),
        );
    }
    let system = SYSTEM.map(std::io::Error::from_raw_os_error).map(|error| format!("error: cannot read x: {error}"));
    said.extend(system);
    said.push(format!("error: cannot read x: {}", std::io::Error::from(std::io::ErrorKind::NotFound)));
    let seconds = [1, 30, 60, 120, 3600, 9000, 86_400, 200_000].map(Duration::from_secs);
    said.extend(seconds.map(|time| format!("Writing the record, in {}", HumanDuration(time))));
    said
}

#[test]
fn every_sentence_of_a_library_is_said_somewhere() {
    let texts = texts("vi");
    let catalogue = |without: Option<&str>| {
        let files: Vec<(&str, String)> = texts.iter().map(|(name, text)| (*name, text.clone())).collect();
        let left_out = |line: &&str| without.is_none_or(|english| toml_key(line).as_deref() != Some(english));
        let files: Vec<(&str, String)> = files
            .into_iter()
            .map(|(name, text)| (name, text.lines().filter(left_out).map(|line| format!("{line}\n")).collect()))
            .collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
        Catalogue::read(Language::Vi, &files).0
    };
    let said = said();
    let all = catalogue(None);
    let whole: Vec<String> = said.iter().map(|text| all.say(text)).collect();
    let of_crates = &texts.iter().find(|(name, _)| *name == CRATES).unwrap().1;
    let mut never = Vec::new();
    for entry in entries(of_crates).unwrap() {
        let less = catalogue(Some(&entry.english));
        if said.iter().zip(&whole).all(|(text, whole)| less.say(text) == *whole) {
            never.push(entry.english);
        }
    }
    assert!(never.is_empty(), "nobody says these:\n{}\n{}", never.join("\n"), said.join("\n"));
}

/// The key of a line of a file.
fn toml_key(line: &str) -> Option<String> {
    let table: toml::Table = line.parse().ok()?;
    table.keys().next().cloned()
}
