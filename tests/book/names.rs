//! Commands that a sentence only names, or that are not run, are there, and have the options that stand beside them.

use std::collections::BTreeMap;
use std::fs;

use super::document::spans;
use super::sandbox::Sandbox;
use super::{documents, home, listed};

/// The help texts of commands, asked for when they are needed; none of a command that is not there.
struct Helps {
    sandbox: Sandbox,
    known: BTreeMap<String, Option<String>>,
}

impl Helps {
    fn of(&mut self, command: &str) -> Option<&String> {
        let ask = || Some(self.sandbox.sh(&format!("klero {command} --help"))).filter(|ran| ran.code == 0);
        self.known.entry(command.to_owned()).or_insert_with(|| ask().map(|ran| ran.out)).as_ref()
    }
}

/// What is wrong with a command as it is named: `klero COMMAND … --option`.
fn unknown(named: &str, helps: &mut Helps) -> Vec<String> {
    let words: Vec<&str> = named.split_whitespace().take_while(|word| !["|", "&&", ";", ">"].contains(word)).collect();
    let command = words.get(1).copied().filter(|word| word.chars().all(|letter| letter.is_ascii_lowercase()));
    if words.first() != Some(&"klero") || (words.len() > 1 && command.is_none() && !words[1].starts_with('-')) {
        return Vec::new();
    }
    let Some(help) = helps.of(command.unwrap_or_default()) else { return vec![format!("no command: {named}")] };
    let options = words.iter().filter_map(|word| word.strip_prefix("--")).map(|word| word.split('=').next().unwrap());
    let end = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_ascii_lowercase() && letter != '-');
    let there = |option: &str| {
        help.split("--").any(|rest| rest.strip_prefix(option).is_some_and(|rest| end(rest.chars().next())))
    };
    options.filter(|option| !there(option)).map(|option| format!("no option --{option}: {named}")).collect()
}

#[test]
fn what_is_named_is_there() {
    let mut helps = Helps { sandbox: Sandbox::new(), known: BTreeMap::new() };
    let mut named: Vec<String> = listed().into_iter().map(|entry| entry.command).collect();
    for path in
        documents().into_iter().map(|(_, path)| path).chain([home().join("README.md"), home().join("CHANGELOG.md")])
    {
        named.extend(spans(&fs::read_to_string(path).unwrap()));
    }
    let found: Vec<String> = named.iter().flat_map(|named| unknown(named, &mut helps)).collect();
    assert_eq!(found, [""; 0]);
    assert!(helps.known.len() > 15, "{:?}", helps.known.keys());
    for planted in
        ["klero frobnicate", "klero solve … --equals", "klero draw town --digit \"0 4 2\"", "klero --versions"]
    {
        assert_eq!(unknown(planted, &mut helps).len(), 1, "{planted}");
    }
    for sound in ["klero", "klero COMMAND --help", "klero solve … --equal=false", "klero --quiet", "cargo tree --none"]
    {
        assert_eq!(unknown(sound, &mut helps), [""; 0], "{sound}");
    }
}
