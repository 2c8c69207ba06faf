//! Known answers: `tests/vectors` holds records that another program made from docs/record.md. The same commands must give the same files.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use sha2::Digest;

use super::sandbox::{Sandbox, contents};

const SOLVED: [&str; 6] =
    ["quotas.csv", "pool.csv", "setup.json", "probabilities.csv", "lottery.json", "certificate.json"];

fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

/// The names of files that two folders do not both have with the same bytes, or with the same JSON.
fn unlike(a: &Path, b: &Path) -> Vec<String> {
    let (a, b) = (contents(a), contents(b));
    let value = |bytes: Option<&Vec<u8>>| -> Option<Value> { serde_json::from_slice(bytes?).ok() };
    let same = |name: &String| {
        let (a, b) = (a.get(name), b.get(name));
        a == b || (name.ends_with(".json") && value(a).is_some() && value(a) == value(b))
    };
    let mut names: Vec<String> = a.keys().chain(b.keys()).filter(|name| !same(name)).cloned().collect();
    names.sort();
    names.dedup();
    names
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// The options of `klero commit` that a record was made with.
fn options(record: &Path) -> String {
    let text = fs::read_to_string(record.join("commit.txt")).unwrap();
    let keys = json(&record.join("keys.json"));
    let mut options = format!(" --no-qr --master-secret {}", keys["master"].as_str().unwrap());
    for column in keys["name_columns"].as_array().unwrap() {
        options += &format!(" --name-column '{}'", column.as_str().unwrap());
    }
    for line in text.lines() {
        let (label, rest) = line.split_once(' ').unwrap_or((line, ""));
        options += &match (label, rest.split(' ').collect::<Vec<_>>().as_slice()) {
            ("assembly" | "draw" | "attempt" | "previous" | "published", _) => format!(" --{label} '{rest}'"),
            ("seed", ["beacon", chain, round]) => format!(" --beacon {chain}@{round}"),
            ("seed", ["digits", count]) => format!(" --digits {count}"),
            ("seed", _) => " --phrase".to_owned(),
            _ => String::new(),
        };
    }
    options
}

/// The option with which `klero draw` made a record.
fn seed(record: &Path) -> String {
    let seed = json(&record.join("result.json"))["draw"]["seed"].as_str().unwrap().to_owned();
    let commitment = fs::read_to_string(record.join("commit.txt")).unwrap();
    if commitment.contains("\nseed beacon ") {
        format!("--beacon-file {}", record.join("beacon.json").display())
    } else if commitment.contains("\nseed digits ") {
        format!("--digits '{seed}'")
    } else {
        format!("--phrase '{seed}'")
    }
}

#[test]
fn records_of_another_program_come_out_the_same() {
    let sandbox = Sandbox::new();
    let mut made = Vec::new();
    for name in contents(&vectors()).into_keys() {
        let Some(kind) =
            name.strip_suffix('/').filter(|name| name.starts_with("drawn_") || name.starts_with("committed_"))
        else {
            continue;
        };
        let known = vectors().join(kind);
        let record = sandbox.path(kind);
        fs::create_dir(&record).unwrap();
        for file in SOLVED {
            fs::copy(known.join(file), record.join(file)).unwrap();
        }
        let ran = sandbox.sh(&format!("klero commit {kind}{}", options(&known)));
        assert_eq!(ran.code, 0, "{kind}: {}", ran.err);
        if kind.starts_with("drawn_") {
            sandbox.ok(&format!("klero draw {kind} {}", seed(&known)));
        }
        assert_eq!(unlike(&record, &known), [""; 0], "{kind}");
        let ran = sandbox.sh(&format!("klero publish {kind} --to public_{kind}"));
        assert_eq!(ran.code, 0, "{kind}: {}", ran.err);
        let public = sandbox.path(&format!("public_{kind}"));
        for verifier in ["verify.html", "verify.py"] {
            fs::remove_file(public.join(verifier)).unwrap();
        }
        assert_eq!(unlike(&public, &vectors().join(format!("public_{kind}"))), [""; 0], "{kind}");
        let receipts = vectors().join("receipts").join(kind);
        if receipts.is_dir() {
            for file in contents(&receipts).into_keys() {
                let number: usize = file.strip_suffix(".json").unwrap().parse().unwrap();
                sandbox.sh(&format!("klero receipt {kind} --all --out receipts_{kind}"));
                let receipt = sandbox.path(&format!("receipts_{kind}/receipt-{number:04}.json"));
                assert_eq!(json(&receipt), json(&receipts.join(file)), "{kind}, member {number}");
            }
        }
        made.push(kind.to_owned());
    }
    assert!(
        made.iter().any(|kind| kind.starts_with("committed_")) && made.iter().any(|kind| kind.starts_with("drawn_"))
    );
    // One changed byte is seen, in text and in JSON.
    let (record, known) = (sandbox.path("drawn_phrase"), vectors().join("drawn_phrase"));
    for (file, from, to) in [("commit.txt", "draw 1", "draw 2"), ("result.json", "\"number\": ", "\"number\": 1")] {
        let text = sandbox.read(&format!("drawn_phrase/{file}"));
        assert!(text.contains(from), "{text}");
        fs::write(record.join(file), text.replacen(from, to, 1)).unwrap();
    }
    assert_eq!(unlike(&record, &known), ["commit.txt", "result.json"]);
}

/// The key of a draw without a commitment is the old one.
#[test]
fn draws_at_once_have_the_keys_of_another_program() {
    for name in ["at_once", "at_once_rows"] {
        let dir = vectors().join(name);
        let read = |file: &str| fs::read(dir.join(file)).unwrap();
        let result = json(&dir.join("result.json"));
        let (lottery, probabilities, quotas) = (read("lottery.json"), read("probabilities.csv"), read("quotas.csv"));
        let sha = |bytes: &[u8]| -> [u8; 32] { sha2::Sha256::digest(bytes).into() };
        let [lottery, probabilities, quotas] = [sha(&lottery), sha(&probabilities), sha(&quotas)];
        let bound = klero::draw::Bound { lottery, probabilities, quotas, split: None };
        let key = |text: &str| klero::draw::Seed::new(text).unwrap().key(klero::draw::Mark::Draw, &bound);
        let seed = result["draw"]["seed"].as_str().unwrap();
        assert_eq!(klero::draw::hex(&key(seed)), result["draw"]["key"].as_str().unwrap(), "{name}");
        let tickets = json(&dir.join("lottery.json"))["tickets"].as_u64().unwrap();
        assert_eq!(Some(klero::draw::ticket(key(seed), tickets)), result["draw"]["ticket"].as_u64(), "{name}");
        assert_ne!(key(seed), key(&format!("{seed}.")));
    }
}
