//! Two verifiers that share no code, on the same records: `klero verify` and `verify/verify.py` must say the same of every check. The records are
//! those of `tests/vectors`, which are good, and those that `tests/corpus/make.py` makes of them, which were tampered with.
//!
//! Needs `python3`; without it, nothing is compared, and the tests say so. `KLERO_SHARED` may name another directory with `tests/vectors`,
//! `tests/corpus` and `verify/verify.py`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test stops where it stands

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The one check that Python's standard library has no arithmetic for.
const NOT_IN_PYTHON: &str = "beacon.signature";

fn root() -> PathBuf {
    PathBuf::from(std::env::var("KLERO_SHARED").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned()))
}

/// Whether there is a `python3`; says so where there is not.
fn python() -> bool {
    let there = Command::new("python3").arg("--version").output().is_ok_and(|output| output.status.success());
    if !there {
        eprintln!("SKIPPED: there is no python3 here, so nothing was compared");
    }
    there
}

/// A verification as JSON, with its exit code, and the verdict of every check in order.
struct Said {
    code: Option<i32>,
    json: Value,
    verdicts: Vec<(String, String)>,
}

fn said(mut command: Command, record: &Path, receipt: Option<&Path>) -> Said {
    command.arg("--json");
    if let Some(receipt) = receipt {
        command.arg("--receipt").arg(receipt);
    }
    let output = command.arg(record).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let json: Value = serde_json::from_str(&text)
        .unwrap_or_else(|error| panic!("{record:?}: {error}\n{text}\n{}", String::from_utf8_lossy(&output.stderr)));
    let word = |check: &Value, key: &str| check[key].as_str().unwrap().to_owned();
    let checks = json["checks"].as_array().unwrap();
    let verdicts = checks.iter().map(|check| (word(check, "id"), word(check, "verdict"))).collect();
    Said { code: output.status.code(), json, verdicts }
}

fn klero(record: &Path, receipt: Option<&Path>) -> Said {
    let mut command = Command::new(env!("CARGO_BIN_EXE_klero"));
    command.arg("verify");
    said(command, record, receipt)
}

fn script(record: &Path, receipt: Option<&Path>) -> Said {
    let mut command = Command::new("python3");
    command.arg("-B").arg(root().join("verify/verify.py"));
    said(command, record, receipt)
}

/// Where two verifications part; empty where they agree.
fn parted(klero: &Said, script: &Said) -> Vec<String> {
    let ids = |said: &Said| said.verdicts.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>();
    if ids(klero) != ids(script) {
        return vec![format!("klero lists {:?}, verify.py {:?}", ids(klero), ids(script))];
    }
    let pairs = klero.verdicts.iter().zip(&script.verdicts).filter(|((id, _), _)| id != NOT_IN_PYTHON);
    let mut parted: Vec<String> = pairs
        .filter(|(one, other)| one != other)
        .map(|((id, one), (_, other))| format!("{id}: klero says {one}, verify.py {other}"))
        .collect();
    let signed = klero.verdicts.iter().any(|(id, _)| id == NOT_IN_PYTHON);
    if !signed && (klero.json["verdict"] != script.json["verdict"] || klero.code != script.code) {
        parted.push(format!("klero says {}, verify.py {}", klero.json["verdict"], script.json["verdict"]));
    }
    parted
}

/// The names of the directories in one, in order.
fn folders(path: &Path) -> Vec<String> {
    let entries = fs::read_dir(path).unwrap_or_else(|error| panic!("{path:?}: {error}")).map(Result::unwrap);
    let mut names: Vec<String> =
        entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The vectors: every folder that holds a record.
fn vectors() -> Vec<PathBuf> {
    let vectors = root().join("tests/vectors");
    let records = folders(&vectors).into_iter().map(|name| vectors.join(name));
    records.filter(|record| record.join("lottery.json").exists()).collect()
}

#[test]
fn every_vector_is_verified() {
    let records = vectors();
    assert!(records.len() >= 12, "only {} vectors", records.len());
    let mut verdicts = BTreeMap::new();
    for record in &records {
        let said = klero(record, None);
        assert_eq!((said.code, &said.json["verified"]), (Some(0), &Value::Bool(true)), "{record:?}: {}", said.json);
        verdicts.insert(record.file_name().unwrap().to_string_lossy().into_owned(), said.json["verdict"].clone());
    }
    for (name, verdict) in [
        ("drawn_beacon", "VERIFIED"),
        ("public_drawn_beacon", "VERIFIED (public form; 13 checks need the full record)"),
        ("committed_digits", "VERIFIED (lottery only; nothing was drawn)"),
        (
            "public_committed_digits",
            "VERIFIED (lottery only; nothing was drawn; public form; 11 checks need the full record)",
        ),
        ("at_once", "VERIFIED (no commitment; the seed may have been chosen to suit)"),
        (
            "solved_maximin",
            "VERIFIED (lottery only; nothing was drawn; no certificate; how fair the lottery is was not checked)",
        ),
    ] {
        assert_eq!(verdicts[name], verdict, "{name}");
    }
}

/// Every receipt is good with its record in both forms, and with no other record.
#[test]
fn every_receipt_tells_its_owner() {
    let receipts = root().join("tests/vectors/receipts");
    let mut checked = 0;
    for name in folders(&receipts) {
        for entry in fs::read_dir(receipts.join(&name)).unwrap() {
            let receipt = entry.unwrap().path();
            for record in [name.clone(), format!("public_{name}")] {
                let said = klero(&root().join("tests/vectors").join(record), Some(&receipt));
                assert_eq!(said.code, Some(0), "{receipt:?}: {}", said.json);
                checked += 1;
            }
            let other = klero(&root().join("tests/vectors/drawn_rows"), Some(&receipt));
            assert_eq!(other.code, Some(1), "{receipt:?} with the record of others");
        }
    }
    assert!(checked >= 16, "only {checked} receipts");
    let six = receipts.join("drawn_beacon/6.json");
    let record = root().join("tests/vectors/drawn_beacon");
    let output = Command::new(env!("CARGO_BIN_EXE_klero"))
        .arg("verify")
        .arg(&record)
        .arg("--receipt")
        .arg(&six)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    for says in [
        "To Ada, whose identifier is z:\n  You were in the pool, as number 6, with Gender female, age 30+.\n",
        "You were on 250,000,000,000 of 1,000,000,000,000 tickets: this was your chance, about 25.0 %.",
        "you were drawn.\n",
        "  e46c 387e bb49 7085 ",
        "(compare it with what was published)",
        "\n  beacon time: 2023-08-23 15:59:24 UTC\n",
    ] {
        assert!(text.contains(says), "{says}\n{text}");
    }
    assert!(text.ends_with("\nVERIFIED\n"), "the verdict stands last\n{text}");
}

#[test]
fn both_verifiers_say_the_same_of_every_vector() {
    if !python() {
        return;
    }
    for record in vectors() {
        let (one, other) = (klero(&record, None), script(&record, None));
        assert_eq!(parted(&one, &other), Vec::<String>::new(), "{record:?}");
    }
}

/// A directory that goes away with its owner.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Of every tampered record, klero says what the corpus expects, and what `verify.py` says.
#[test]
fn the_corpus_of_tampered_records() {
    if !python() {
        return;
    }
    let out = Folder(std::env::temp_dir().join(format!("klero-corpus-{}", std::process::id())));
    let make = root().join("tests/corpus/make.py");
    let made = Command::new("python3").arg("-B").arg(&make).arg(&out.0).output().unwrap();
    assert!(made.status.success(), "{make:?}: {}", String::from_utf8_lossy(&made.stderr));
    let corpus: Vec<Value> = serde_json::from_slice(&fs::read(out.0.join("corpus.json")).unwrap()).unwrap();
    assert!(corpus.len() >= 40, "only {} records", corpus.len());
    let mut wrong = Vec::new();
    let mut failed = 0;
    for entry in &corpus {
        let name = entry["name"].as_str().unwrap();
        let record = out.0.join(entry["dir"].as_str().unwrap());
        let receipt = entry["receipt"].as_str().map(|receipt| out.0.join(receipt));
        let one = klero(&record, receipt.as_deref());
        let verdicts: BTreeMap<&str, &str> =
            one.verdicts.iter().map(|(id, verdict)| (id.as_str(), verdict.as_str())).collect();
        for (id, expected) in entry["expect"].as_object().unwrap() {
            failed += usize::from(expected == "FAIL");
            if verdicts.get(id.as_str()).copied() != expected.as_str() {
                wrong.push(format!("{name}: {id} is {:?}, expected {expected}", verdicts.get(id.as_str())));
            }
        }
        if one.json["verified"] != entry["verified"] || (one.code == Some(0)) != (entry["verified"] == true) {
            wrong.push(format!("{name}: klero says {}, expected verified: {}", one.json["verdict"], entry["verified"]));
        }
        let other = script(&record, receipt.as_deref());
        wrong.extend(parted(&one, &other).into_iter().map(|what| format!("{name}: {what}")));
    }
    assert!(failed >= 40, "only {failed} checks are expected to fail");
    assert!(wrong.is_empty(), "{} of {} records:\n{}", wrong.len(), corpus.len(), wrong.join("\n"));
}

/// Planted: the comparison notices another verdict, and another list of checks.
#[test]
fn the_comparison_notices() {
    let said = |verdicts: &[(&str, &str)]| Said {
        code: Some(0),
        json: serde_json::json!({"verdict": "VERIFIED"}),
        verdicts: verdicts.iter().map(|(id, verdict)| ((*id).to_owned(), (*verdict).to_owned())).collect(),
    };
    let good = said(&[("files.present", "PASS"), (NOT_IN_PYTHON, "PASS")]);
    assert_eq!(
        parted(&good, &said(&[("files.present", "PASS"), (NOT_IN_PYTHON, "NOT CHECKED")])),
        Vec::<String>::new()
    );
    assert_eq!(parted(&good, &said(&[("files.present", "FAIL"), (NOT_IN_PYTHON, "PASS")])).len(), 1);
    assert_eq!(parted(&good, &said(&[("files.present", "PASS")])).len(), 1);
}
