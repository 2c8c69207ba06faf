//! `klero verify` with several directories.

use std::path::Path;
use std::process::Command;

use crate::chains::{CHAIN, drawn, first, made, replacing};
use crate::folder::Folder;
use crate::recorder::{Plan, Record};

/// The last line of all where nothing but a certificate is missing.
const TOGETHER: &str = "VERIFIED TOGETHER (no certificate; how fair the lottery is was not checked)";

/// Exit code, standard output and standard error.
fn run(arguments: &[&str], folders: &[&Path]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_klero"))
        .env("LC_ALL", "C")
        .arg("verify")
        .args(folders)
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn two() -> [Folder; 2] {
    let first = first();
    let second = made(&replacing(&first, &drawn(&first)[..1]));
    [first, second].map(|record| Folder::with(&record.files()))
}

#[test]
fn two_records() {
    let [first, second] = &two();
    let (code, said, _) = run(&[], &[&second.0, &first.0]);
    assert_eq!((code, said.lines().last()), (Some(0), Some(TOGETHER)), "{said}");
    let heads: Vec<&str> = said.lines().filter(|line| line.starts_with("Record ")).collect();
    assert_eq!(heads, [&second.0, &first.0].map(|folder| format!("Record {}", folder.display())));
    assert!(CHAIN.iter().all(|id| said.matches(id).count() == 1), "{said}");
    assert!(said.contains(&format!("after the record \"{}\"", first.0.display())), "{said}");
    // Alone, one of them is told as ever, and the other is not verified.
    let (code, alone, _) = run(&[], &[&first.0]);
    assert!(code == Some(0) && !alone.contains("Record ") && !alone.contains("TOGETHER") && said.contains(&alone));
    let (code, alone, _) = run(&[], &[&second.0]);
    assert_eq!((code, alone.lines().last()), (Some(1), Some("NOT VERIFIED")));
    assert!(alone.contains(&format!("klero verify {} EARLIER", second.0.display())), "{alone}");
}

#[test]
fn as_json() {
    let [first, second] = &two();
    let (code, said, _) = run(&["--json"], &[&first.0, &second.0]);
    let json: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, &json["verdict"], &json["verified"]), (Some(0), &TOGETHER.into(), &true.into()));
    let records = json["records"].as_array().unwrap();
    assert_eq!((json.as_object().unwrap().len(), records.len()), (3, 2));
    for (record, folder) in records.iter().zip([first, second]) {
        assert_eq!(record["record"], folder.0.display().to_string());
        assert_eq!((&record["verified"], record.as_object().unwrap().len()), (&true.into(), 4));
    }
    // With one record, there is nothing of the kind.
    let (_, said, _) = run(&["--json"], &[&first.0]);
    let json: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert!(json.get("record").is_none() && json["checks"].is_array());
}

#[test]
fn one_that_is_not_verified() {
    let [first, second] = &two();
    std::fs::remove_file(first.0.join("selected.csv")).unwrap();
    let (code, said, _) = run(&[], &[&first.0, &second.0]);
    assert_eq!((code, said.lines().last()), (Some(1), Some("NOT VERIFIED TOGETHER")));
    let verdicts: Vec<&str> = said.lines().filter(|line| line.contains("VERIFIED")).collect();
    assert_eq!(verdicts.len(), 3);
    assert!(verdicts[0] == "NOT VERIFIED" && verdicts[1].starts_with("VERIFIED"), "{verdicts:?}");
    let (code, said, _) = run(&["--json"], &[&first.0, &second.0]);
    assert!(code == Some(1) && said.contains("\"NOT VERIFIED TOGETHER\""));
}

/// One rehearsal among several records is enough, verified or not.
#[test]
fn a_rehearsal_among_others() {
    let first = first();
    let second = made(&replacing(&first, &drawn(&first)[..1]).rehearsed());
    let [first, second] = [first, second].map(|record| Folder::with(&record.files()));
    let says = |code: i32, line: &str| {
        for folders in [[&*first.0, &*second.0], [&*second.0, &*first.0]] {
            let (found, said, _) = run(&[], &folders);
            assert_eq!((found, said.lines().last()), (Some(code), Some(line)), "{said}");
            let (_, said, _) = run(&["--json"], &folders);
            let json: serde_json::Value = serde_json::from_str(&said).unwrap();
            assert_eq!((&json["verdict"], &json["verified"]), (&line.into(), &(code == 0).into()));
        }
    };
    says(0, "VERIFIED TOGETHER (REHEARSAL, NOT THE DRAW; no certificate; how fair the lottery is was not checked)");
    std::fs::remove_file(first.0.join("selected.csv")).unwrap();
    says(1, "NOT VERIFIED TOGETHER (REHEARSAL, NOT THE DRAW)");
}

#[test]
fn directories_and_receipts_that_cannot_be() {
    let [first, second] = &two();
    let nowhere = first.0.join("nowhere");
    let (code, said, why) = run(&[], &[&first.0, &nowhere, &second.0.join("pool.csv")]);
    assert!(code == Some(2) && said.is_empty(), "{said}");
    assert!(why.contains("nowhere") && why.contains("pool.csv"), "{why}");
    let (code, said, why) = run(&["--receipt", "receipt.json"], &[&first.0, &nowhere]);
    assert!(code == Some(2) && said.is_empty(), "{said}");
    assert!(why.contains("cannot read the receipt receipt.json") && why.contains("nowhere"), "{why}");
    assert_eq!(run(&[], &[]).0, Some(2));
}

/// The checks of a receipt stand with those of the record that it belongs to, wherever that one stands.
#[test]
fn a_receipt_with_two_records() {
    let first = first();
    let second = made(&replacing(&first, &drawn(&first)[..1]));
    let [one, two] = [&first, &second].map(|record| Folder::with(&record.files()));
    let path = one.0.join("a receipt");
    let run_with = |receipt: &str, json: bool, folders: &[&Path]| {
        std::fs::write(&path, receipt).unwrap();
        let path = path.to_str().unwrap();
        let arguments = ["--receipt", path, "--json"];
        run(&arguments[..if json { 3 } else { 2 }], folders)
    };
    // How many checks of a receipt each record has, and how many of them pass.
    let checks = |receipt: &str, folders: &[&Path]| {
        let (code, said, _) = run_with(receipt, true, folders);
        let json: serde_json::Value = serde_json::from_str(&said).unwrap();
        let counted = |record: &serde_json::Value| {
            let checks = record["checks"].as_array().unwrap().iter();
            let own: Vec<_> = checks.filter(|check| check["id"].as_str().unwrap().starts_with("receipt.")).collect();
            (own.len(), own.iter().filter(|check| check["verdict"] == "PASS").count())
        };
        (code, json["records"].as_array().unwrap().iter().map(counted).collect::<Vec<_>>())
    };
    let stays = drawn(&first)[1];
    let [of_one, of_two] = [&first, &second].map(|record| record.receipt(stays, "klero/receipt/1"));
    let (forth, back) = ([&*one.0, &*two.0], [&*two.0, &*one.0]);
    assert_eq!(checks(&of_one, &forth), (Some(0), vec![(5, 5), (0, 0)]));
    assert_eq!(checks(&of_one, &back), (Some(0), vec![(0, 0), (5, 5)]));
    assert_eq!(checks(&of_two, &forth), (Some(0), vec![(0, 0), (5, 5)]));
    assert_eq!(checks(&of_two, &back), (Some(0), vec![(5, 5), (0, 0)]));
    // Where it belongs to none of them, or is none, the first has its checks.
    let other = "0".repeat(64);
    let stranger = of_two.replace(&second.fingerprint(), &other);
    assert_eq!(checks(&stranger, &forth), (Some(1), vec![(5, 2), (0, 0)]));
    assert_eq!(checks(&stranger, &back), (Some(1), vec![(5, 4), (0, 0)]));
    assert_eq!(checks("no receipt", &forth), (Some(1), vec![(5, 0), (0, 0)]));
    // Out of form, it belongs to the record that it names all the same.
    let wrong = of_two.replace("klero/receipt/1", "klero/receipt/9");
    assert_eq!(checks(&wrong, &forth), (Some(1), vec![(0, 0), (5, 0)]));
    // Its owner is told within that record, and the last line says what it says.
    let (code, said, _) = run_with(&of_two, false, &forth);
    let parts: Vec<&str> = said.split("Record ").collect();
    assert_eq!((code, parts.len(), said.lines().last()), (Some(0), 3, Some(TOGETHER)), "{said}");
    assert!(!parts[1].contains("You were in the pool") && parts[2].contains("you were drawn."), "{said}");
    let (code, said, _) = run_with(&stranger, false, &forth);
    assert_eq!((code, said.lines().last()), (Some(1), Some("NOT VERIFIED TOGETHER")), "{said}");
    // A record without a commitment is nobody's.
    let third = Folder::with(&Record::honest(&Plan::usual()).files());
    assert_eq!(checks(&of_one, &[&*third.0, &*one.0]), (Some(0), vec![(0, 0), (5, 5)]));
}

#[test]
fn a_rehearsal_in_a_directory() {
    let folder = Folder::with(&Record::honest(&Plan::two_panels().rehearsed()).files());
    let (code, said, _) = run(&[], &[&folder.0]);
    assert!(code == Some(0), "{said}");
    assert!(said.lines().last().is_some_and(|line| line.starts_with("VERIFIED (REHEARSAL, NOT THE DRAW; ")), "{said}");
    std::fs::copy(folder.0.join("REHEARSAL-lottery.json"), folder.0.join("lottery.json")).unwrap();
    let (code, said, _) = run(&[], &[&folder.0]);
    assert_eq!((code, said.lines().last()), (Some(1), Some("NOT VERIFIED (REHEARSAL, NOT THE DRAW)")));
}
