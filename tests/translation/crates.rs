//! What the libraries and the system say: their sentences stand in no source, so each of them is brought about.

#![cfg(unix)]

use std::time::Duration;

use indicatif::HumanDuration;
use klero::language::Language;
use klero::language::terminal::Catalogue;

use serde::Deserialize;

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
    "klero quotas --slack 0.5",
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

/// What files in JSON are read into here: a field of each kind that is read anywhere.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only what goes wrong on the way is looked at")]
struct Fields {
    text: Option<String>,
    number: Option<u64>,
    small: Option<u32>,
    size: Option<usize>,
    truth: Option<bool>,
    list: Option<Vec<u64>>,
    pair: Option<(u64, u64)>,
    inner: Option<Inner>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only what goes wrong on the way is looked at")]
struct Inner {
    one: u64,
    other: u64,
}

/// Files that are no JSON, or not what is wanted.
const JSON: &[&str] = &[
    r#"{"list": [1"#,
    r#"{"text": "x""#,
    r#"{"text": "x"#,
    r#"{"text": "#,
    r#"{"text" 1}"#,
    r#"{"list": [1 2]}"#,
    r#"{"text": "x" "number": 1}"#,
    r#"{"truth": trux}"#,
    r#"{"text": ;}"#,
    r#"{"text": "\q"}"#,
    r#"{"number": 1.}"#,
    r#"{"number": 1e999}"#,
    "{\"text\": \"\u{1}\"}",
    r#"{1: 2}"#,
    r#"{"text": "\ud800"}"#,
    r#"{"text": "\ud800\u0041"}"#,
    r#"{"text": "x",}"#,
    r#"{} x"#,
    r#"{"inner": {"one": 1}}"#,
    r#"{"text": "x", "text": "y"}"#,
    r#"{"inner": {"three": 1}}"#,
    r#"{"inner": null, "others": 1}"#,
    r#"{"list": {}}"#,
    r#"{"text": []}"#,
    r#"{"list": [null]}"#,
    r#"{"list": "x"}"#,
    r#"{"truth": 5}"#,
    r#"{"number": true}"#,
    r#"{"number": 1.5}"#,
    r#"{"number": -1}"#,
    r#"{"small": -1}"#,
    r#"{"size": -1}"#,
    r#"{"pair": [1]}"#,
    r#"{"inner": 5}"#,
];

/// What is said of these files, and of tables with rows of different lengths: behind the name of a file, and as the reason why a file cannot be used.
fn said_of_files() -> Vec<String> {
    let nested = format!("{{\"list\": {}", "[".repeat(200));
    let json = JSON.iter().copied().map(|text| serde_json::from_str::<Fields>(text).unwrap_err().to_string());
    let deep = serde_json::from_str::<serde_json::Value>(&nested).unwrap_err().to_string();
    let mut said: Vec<String> = json.chain([deep]).collect();
    assert!(said.iter().all(|error| error.contains(" at line 1 column ")), "{said:?}");
    said.extend(said.clone().into_iter().map(|error| format!("error: setup.json cannot be used: {error}")));
    said.extend(JSON.iter().map(|text| format!("the receipt: {}", serde_json::from_str::<Fields>(text).unwrap_err())));
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader("a,b\nc\n".as_bytes()).into_records();
    said.push(format!("selected.csv: {}", rows.find_map(Result::err).unwrap()));
    said
}

/// They are all said in Vietnamese, whole.
#[test]
fn nothing_that_is_said_of_a_file_is_left_in_english() {
    let catalogue = Catalogue::of(Language::Vi);
    let said: Vec<String> = said_of_files().iter().map(|text| catalogue.say(text)).collect();
    let missing = catalogue.take_missing();
    assert!(missing.is_empty(), "{missing:#?}\n{said:#?}");
    let english: Vec<&String> = said.iter().filter(|text| text.contains(" at line ")).collect();
    assert!(english.is_empty(), "{english:#?}");
}

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
    said.extend(said_of_files());
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
        // Only where its longest words stand can it be said.
        let words = entry.english.split(['{', '}']).max_by_key(|part| part.len()).unwrap();
        let mut lines = said.iter().zip(&whole).filter(|(text, _)| text.contains(words));
        if lines.all(|(text, whole)| less.say(text) == *whole) {
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
