//! Three verifiers that share no code, on the same records: `klero verify`, `verify/verify.py` and `verify/verify.html` must say the same of every check. The records are
//! those of `tests/vectors`, which are good, and those that `tests/corpus/make.py` makes of them, which were tampered with. Records that follow one another lie
//! in one folder, in folders of their own, and are given together, sorted by their names.
//!
//! Needs `python3`; without it, nothing is compared, and the tests say so. The third verifier, the page `verify/verify.html`, is compared too where
//! `node`, its packages (`npm ci` in `verify`) and Chromium are there; `.ci/run` installs them. It is given
//! every eighth of the tampered records, and all with `KLERO_PAGE=all`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test stops where it stands

#[path = "support/mixed.rs"]
mod mixed;
#[path = "agreement/page.rs"]
mod page;
#[path = "agreement/spoken.rs"]
mod spoken;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use klero::verify::{Files, verify, verify_with_receipt};
use serde_json::Value;

/// The one check that Python's standard library has no arithmetic for.
const NOT_IN_PYTHON: &str = "beacon.signature";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Whether there is a `python3`; says so where there is not.
fn python() -> bool {
    let there = Command::new("python3").arg("--version").output().is_ok_and(|output| output.status.success());
    if !there {
        eprintln!("SKIPPED: there is no python3 here, so nothing was compared");
    }
    there
}

/// A verification of one record, or of several together.
struct Said {
    /// The verdict on the last line, and whether it is VERIFIED or VERIFIED TOGETHER.
    verdict: String,
    verified: bool,
    /// The verdict of each record, by what stands before the names of its checks: nothing, or its folder and `/`.
    records: Vec<(String, String)>,
    /// The verdict of every check in order.
    verdicts: Vec<(String, String)>,
    /// What was found by every check, in words.
    sentences: Vec<String>,
}

impl Said {
    fn of(json: &str) -> Said {
        let json: Value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"));
        let word =
            |value: &Value, key: &str| value[key].as_str().unwrap_or_else(|| panic!("{key}: {value}")).to_owned();
        let mut said = Said {
            verdict: word(&json, "verdict"),
            verified: json["verified"].as_bool().unwrap(),
            records: Vec::new(),
            verdicts: Vec::new(),
            sentences: Vec::new(),
        };
        let alone = [json.clone()];
        for record in json["records"].as_array().map_or(&alone[..], Vec::as_slice) {
            let folder = record["record"]
                .as_str()
                .map_or(String::new(), |path| format!("{}/", Path::new(path).file_name().unwrap().to_string_lossy()));
            said.verdicts
                .extend(checks_of(record).map(|check| (folder.clone() + &word(check, "id"), word(check, "verdict"))));
            said.sentences.extend(checks_of(record).filter_map(|check| Some(check["sentence"].as_str()?.to_owned())));
            said.records.push((folder, word(record, "verdict")));
        }
        said
    }

    /// Whether a record has a check that Python cannot make.
    fn signed(&self, folder: &str) -> bool {
        self.verdicts.iter().any(|(id, _)| *id == format!("{folder}{NOT_IN_PYTHON}"))
    }
}

fn checks_of(record: &Value) -> std::slice::Iter<'_, Value> {
    record["checks"].as_array().unwrap().iter()
}

/// What is given to a verifier: a record, or several records together; perhaps with a receipt.
#[derive(Debug, Clone)]
struct Case {
    records: Vec<PathBuf>,
    receipt: Option<PathBuf>,
}

impl Case {
    fn record(record: PathBuf, receipt: Option<PathBuf>) -> Case {
        Case { records: vec![record], receipt }
    }

    /// The records in the folders of one.
    fn together(folder: &Path, receipt: Option<PathBuf>) -> Case {
        Case { records: folders(folder).into_iter().map(|name| folder.join(name)).collect(), receipt }
    }

    /// An entry of `corpus.json`, which lies in `corpus`.
    fn of_corpus(entry: &Value, corpus: &Path) -> Case {
        let path = |value: &Value| value.as_str().map(|name| corpus.join(name));
        let folder = path(&entry["dir"]).unwrap();
        match entry["records"].as_array() {
            None => Case::record(folder, path(&entry["receipt"])),
            Some(records) => {
                let case = Case::together(&folder, path(&entry["receipt"]));
                assert!(case.records.len() == records.len() && records.len() > 1, "{entry}");
                case
            }
        }
    }
}

/// By way of the library for one record, and of the command for several.
fn klero(case: &Case) -> Said {
    if let [record] = case.records.as_slice() {
        let files = Files::from_dir(record).unwrap();
        return Said::of(&match &case.receipt {
            None => verify(&files).to_json(),
            Some(receipt) => {
                let contents = Files::receipt(receipt).unwrap();
                verify_with_receipt(&files, contents.as_deref().map_err(String::as_str)).to_json()
            }
        });
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_klero"));
    command.env("LC_ALL", "C").args(["verify", "--json"]).args(&case.records);
    if let Some(receipt) = &case.receipt {
        command.arg("--receipt").arg(receipt);
    }
    let output = command.output().unwrap();
    let said = Said::of(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(output.status.code(), Some(i32::from(!said.verified)), "{case:?}");
    said
}

/// Calls the script's `main` once for each line of its input, so that Python starts once and not some hundred times.
const DRIVER: &str = "\
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location('verify', sys.argv[1])
script = importlib.util.module_from_spec(spec)
spec.loader.exec_module(script)
for line in sys.stdin:
    script.main(['--json'] + json.loads(line))
";

fn script(cases: &[Case]) -> Vec<Said> {
    let mut command = Command::new("python3");
    command.args(["-B", "-c", DRIVER]).arg(root().join("verify/verify.py"));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let lines: String = cases
        .iter()
        .map(|case| {
            let receipt = case.receipt.iter().flat_map(|receipt| ["--receipt", receipt.to_str().unwrap()]);
            let arguments: Vec<&str> =
                receipt.chain(case.records.iter().map(|record| record.to_str().unwrap())).collect();
            format!("{}\n", serde_json::to_string(&arguments).unwrap())
        })
        .collect();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(lines.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success());
    let said: Vec<Said> = String::from_utf8(output.stdout).unwrap().lines().map(Said::of).collect();
    assert_eq!(said.len(), cases.len());
    said
}

/// Where two verifications part; empty where they agree.
fn parted(klero: &Said, script: &Said) -> Vec<String> {
    let ids = |said: &Said| said.verdicts.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>();
    if ids(klero) != ids(script) {
        return vec![format!("klero lists {:?}, verify.py {:?}", ids(klero), ids(script))];
    }
    let pairs = klero.verdicts.iter().zip(&script.verdicts).filter(|((id, _), _)| !id.ends_with(NOT_IN_PYTHON));
    let mut parted: Vec<String> = pairs
        .filter(|(one, other)| one != other)
        .map(|((id, one), (_, other))| format!("{id}: klero says {one}, verify.py {other}"))
        .collect();
    let records = klero.records.iter().zip(&script.records).filter(|((folder, _), _)| !klero.signed(folder));
    parted.extend(
        records
            .filter(|(one, other)| one != other)
            .map(|(one, other)| format!("klero says {one:?}, verify.py {other:?}")),
    );
    let signed = klero.records.iter().any(|(folder, _)| klero.signed(folder));
    if !signed && (&klero.verdict, klero.verified) != (&script.verdict, script.verified) {
        parted.push(format!("klero says {}, verify.py {}", klero.verdict, script.verdict));
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

/// The vectors by name: every folder that holds a record, and every folder of records that follow one another.
fn vectors() -> BTreeMap<String, Case> {
    let vectors = root().join("tests/vectors");
    let case = |name: String| {
        let folder = vectors.join(&name);
        let is_record = folder.join("lottery.json").exists() || folder.join("REHEARSAL-lottery.json").exists();
        let is_chain = name.trim_start_matches("public_").starts_with("chain_");
        assert!(is_record || is_chain || name == "receipts", "{name} is neither a record nor a chain of records");
        let case = if is_chain { Case::together(&folder, None) } else { Case::record(folder, None) };
        (is_record || is_chain).then_some((name, case))
    };
    folders(&vectors).into_iter().filter_map(case).collect()
}

#[test]
fn every_vector_is_verified() {
    let vectors = vectors();
    let chains = vectors.values().filter(|case| case.records.len() > 1).count();
    assert!(vectors.len() >= 35 && chains >= 9, "only {} vectors, {chains} of them chains", vectors.len());
    let mut verdicts = BTreeMap::new();
    for (name, case) in &vectors {
        let said = klero(case);
        assert!(said.verified, "{name}: {}: {:?}", said.verdict, said.verdicts);
        for (folder, verdict) in said.records {
            verdicts.insert(format!("{name}/{folder}").trim_end_matches('/').to_owned(), verdict);
        }
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
        ("rehearsal_solved", "VERIFIED (REHEARSAL, NOT THE DRAW; lottery only; nothing was drawn)"),
        ("panels_drawn", "VERIFIED"),
        ("public_panels_drawn", "VERIFIED (public form; 15 checks need the full record)"),
        ("chain_replace/2", "VERIFIED"),
        ("public_chain_replace/2", "VERIFIED (public form; 16 checks need the full record)"),
        (
            "public_chain_alternates/2",
            "VERIFIED (1 member is certain to be an alternate; public form; 13 checks need the full record)",
        ),
        ("public_chain_rotate/3", "VERIFIED (public form; 12 checks need the full record)"),
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
                let said = klero(&Case::record(root().join("tests/vectors").join(record), Some(receipt.clone())));
                assert!(said.verified, "{receipt:?}: {}: {:?}", said.verdict, said.verdicts);
                checked += 1;
            }
            let other = klero(&Case::record(root().join("tests/vectors/drawn_rows"), Some(receipt.clone())));
            assert!(!other.verified, "{receipt:?} with the record of others");
        }
    }
    assert!(checked >= 16, "only {checked} receipts");
    let six = receipts.join("drawn_beacon/6.json");
    let record = root().join("tests/vectors/drawn_beacon");
    let output = Command::new(env!("CARGO_BIN_EXE_klero"))
        .env("LC_ALL", "C")
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
    let cases: Vec<Case> = vectors().into_values().collect();
    for (case, other) in cases.iter().zip(script(&cases)) {
        assert_eq!(parted(&klero(case), &other), Vec::<String>::new(), "{case:?}");
    }
}

/// A directory that goes away with its owner.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The corpus in a folder of its own.
fn corpus(name: &str) -> (Folder, Vec<Value>) {
    let out = Folder(std::env::temp_dir().join(format!("klero-{name}-{}", std::process::id())));
    let make = root().join("tests/corpus/make.py");
    let made = Command::new("python3").arg("-B").arg(&make).arg(&out.0).output().unwrap();
    assert!(made.status.success(), "{make:?}: {}", String::from_utf8_lossy(&made.stderr));
    let corpus: Vec<Value> = serde_json::from_slice(&fs::read(out.0.join("corpus.json")).unwrap()).unwrap();
    assert!(corpus.len() >= 40, "only {} records", corpus.len());
    (out, corpus)
}

/// Where the last line, or the verdict of one of several records, is not the one that the corpus expects.
fn otherwise(entry: &Value, said: &Said) -> Vec<String> {
    let last = entry["last"].as_str().map(|line| (line, said.verdict.as_str()));
    let single = entry["verdicts"].as_object().unwrap().iter().map(|(record, expected)| {
        let said = said.records.iter().find(|(folder, _)| *folder == format!("{record}/"));
        (expected.as_str().unwrap(), said.map_or("nothing", |(_, verdict)| verdict.as_str()))
    });
    let differ = last.into_iter().chain(single).filter(|(expected, said)| expected != said);
    differ.map(|(expected, said)| format!("klero says {said}, expected {expected}")).collect()
}

/// Of every tampered record, klero says what the corpus expects, and what `verify.py` says.
#[test]
fn the_corpus_of_tampered_records() {
    if !python() {
        return;
    }
    let (out, corpus) = corpus("corpus");
    let cases: Vec<Case> = corpus.iter().map(|entry| Case::of_corpus(entry, &out.0)).collect();
    let mut wrong = Vec::new();
    let (mut failed, mut sentences) = (0, std::collections::BTreeSet::new());
    for ((entry, case), other) in corpus.iter().zip(&cases).zip(script(&cases)) {
        let name = entry["name"].as_str().unwrap();
        let one = klero(case);
        let verdicts: BTreeMap<&str, &str> =
            one.verdicts.iter().map(|(id, verdict)| (id.as_str(), verdict.as_str())).collect();
        for (id, expected) in entry["expect"].as_object().unwrap() {
            failed += usize::from(expected == "FAIL");
            if verdicts.get(id.as_str()).copied() != expected.as_str() {
                wrong.push(format!("{name}: {id} is {:?}, expected {expected}", verdicts.get(id.as_str())));
            }
        }
        if entry["verified"] != one.verified {
            wrong.push(format!("{name}: klero says {}, expected verified: {}", one.verdict, entry["verified"]));
        }
        wrong.extend(otherwise(entry, &one).into_iter().map(|what| format!("{name}: {what}")));
        wrong.extend(parted(&one, &other).into_iter().map(|what| format!("{name}: {what}")));
        sentences.extend(one.sentences.into_iter().chain([one.verdict]));
    }
    let left = spoken::left_in_english(sentences.iter().map(String::as_str));
    assert!(left.is_empty(), "{} sentences are left in English:\n{}", left.len(), left.join("\n"));
    assert!(failed >= 40, "only {failed} checks are expected to fail");
    assert!(wrong.is_empty(), "{} of {} records:\n{}", wrong.len(), corpus.len(), wrong.join("\n"));
}

/// Planted: the comparison notices another verdict, another list of checks, and another verdict of a record or of all.
#[test]
fn the_comparison_notices() {
    let record = |verdict: &str, checks: &[(&str, &str)]| {
        let check = |(id, verdict): &(&str, &str)| serde_json::json!({"id": id, "verdict": verdict});
        let checks: Vec<Value> = checks.iter().map(check).collect();
        serde_json::json!({"checks": checks, "verdict": verdict, "verified": true})
    };
    let said = |checks: &[(&str, &str)]| Said::of(&record("VERIFIED", checks).to_string());
    let good = said(&[("files.present", "PASS"), (NOT_IN_PYTHON, "PASS")]);
    assert_eq!(
        parted(&good, &said(&[("files.present", "PASS"), (NOT_IN_PYTHON, "NOT CHECKED")])),
        Vec::<String>::new()
    );
    assert_eq!(parted(&good, &said(&[("files.present", "FAIL"), (NOT_IN_PYTHON, "PASS")])).len(), 1);
    assert_eq!(parted(&good, &said(&[("files.present", "PASS")])).len(), 1);
    let together = |verdicts: [&str; 2], together: &str, check: (&str, &str)| {
        let mut records = [record(verdicts[0], &[("files.present", "PASS")]), record(verdicts[1], &[check])];
        for (place, record) in ["at/1", "at/2"].iter().zip(&mut records) {
            record["record"] = (*place).into();
        }
        Said::of(&serde_json::json!({"records": records, "verdict": together, "verified": true}).to_string())
    };
    let (signed, plain) = ((NOT_IN_PYTHON, "PASS"), ("files.present", "PASS"));
    let good = together(["VERIFIED", "VERIFIED"], "VERIFIED TOGETHER", signed);
    assert_eq!(good.verdicts[1].0, format!("2/{NOT_IN_PYTHON}"));
    let doubted = together(["VERIFIED", "NOT VERIFIED"], "NOT VERIFIED TOGETHER", (NOT_IN_PYTHON, "NOT CHECKED"));
    assert_eq!(parted(&good, &doubted), Vec::<String>::new(), "the signature is behind all of it");
    assert_eq!(parted(&good, &together(["NOT VERIFIED", "VERIFIED"], "VERIFIED TOGETHER", signed)).len(), 1);
    let good = together(["VERIFIED", "VERIFIED"], "VERIFIED TOGETHER", plain);
    assert_eq!(parted(&good, &together(["VERIFIED", "VERIFIED"], "NOT VERIFIED TOGETHER", plain)).len(), 1);
    let failed = together(["VERIFIED", "VERIFIED"], "VERIFIED TOGETHER", ("files.present", "FAIL"));
    assert_eq!(parted(&good, &failed).len(), 1);
}
