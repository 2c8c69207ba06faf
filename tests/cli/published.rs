//! Nothing personal is ever in the public form, nor are the secrets of the salts.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::sandbox::{Sandbox, contents};

const SECRET: &str = "d0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeef";

/// Every text that must not be public: all cells of the pool that are not names of values in the quotas, the salts and the master secret.
/// (That a value stands in the quotas says nothing of a person. Who has it would be seen from a leaf, and those are searched for as well.)
fn personal(sandbox: &Sandbox, record: &str) -> BTreeSet<String> {
    let cells = |text: &str| -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        reader.records().map(|row| row.unwrap().iter().map(|cell| cell.trim().to_owned()).collect()).collect()
    };
    let known: BTreeSet<String> = cells(&sandbox.read(&format!("{record}/quotas.csv"))).into_iter().flatten().collect();
    let pool = cells(&sandbox.read(&format!("{record}/pool.csv")));
    let mut texts: BTreeSet<String> =
        pool.iter().skip(1).flatten().filter(|cell| !known.contains(*cell)).cloned().collect();
    texts.insert(SECRET.to_owned());
    sandbox.ok(&format!("klero receipt {record} --all --out {record}_receipts"));
    for receipt in contents(&sandbox.path(&format!("{record}_receipts"))).into_values() {
        let receipt: serde_json::Value = serde_json::from_slice(&receipt).unwrap();
        let leaf = receipt["leaf"].as_str().unwrap();
        let parsed: serde_json::Value = serde_json::from_str(leaf).unwrap();
        texts.extend([leaf.to_owned(), parsed["salt"].as_str().unwrap().to_owned(), parsed["features"].to_string()]);
    }
    texts.retain(|text| text.len() > 2);
    texts
}

/// These two are the same beside every record; see the test below.
const VERIFIERS: [&str; 2] = ["verify.html", "verify.py"];

/// Which of the texts occur in which file of a folder.
fn found(texts: &BTreeSet<String>, folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for (name, bytes) in contents(folder).into_iter().filter(|(name, _)| !VERIFIERS.contains(&name.as_str())) {
        let text = String::from_utf8(bytes).unwrap();
        found.extend(texts.iter().filter(|one| text.contains(one.as_str())).map(|one| format!("{name}: {one}")));
    }
    found
}

#[test]
fn nothing_personal_is_published() {
    let sandbox = Sandbox::new();
    // People with names and addresses that are no part of anything else.
    let pool = sandbox.read("in/pool.csv").replace("id,", "street,id,").replace("\nm", "\nPersonal Lane 7,member-");
    fs::write(sandbox.path("in/lanes.csv"), pool).unwrap();
    sandbox.ok("klero solve --pool in/lanes.csv --quotas in/quotas.csv --size 4 --tickets 1000 --out record");
    let ran = sandbox.sh(&format!(
        "klero commit record --assembly A --digits 3 --master-secret {SECRET} --name-column name --name-column street"
    ));
    assert_eq!(ran.code, 0, "{}", ran.err);
    let texts = personal(&sandbox, "record");
    for one in ["member-03", "Chen \"Jo\" Li", "Personal Lane 7", "00443"] {
        assert!(texts.contains(one), "{one} is not looked for");
    }
    sandbox.sh("klero publish record --to before");
    sandbox.ok("klero draw record --digits '7 3 1'");
    sandbox.sh("klero publish record --to after");
    let names = |folder: &str| contents(&sandbox.path(folder)).into_keys().collect::<Vec<_>>();
    let record = ["commit.txt", "lottery.json", "pool.leaves", "quotas.csv"];
    assert_eq!(names("before"), [&record[..], &VERIFIERS].concat());
    assert_eq!(names("after"), [&record[..], &["result.json"], &VERIFIERS].concat());
    for name in VERIFIERS {
        let own = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("verify").join(name)).unwrap();
        assert_eq!(fs::read(sandbox.path("after").join(name)).unwrap(), own, "{name}");
    }
    for folder in ["before", "after"] {
        assert_eq!(found(&texts, &sandbox.path(folder)), [""; 0]);
    }
    // In the record itself much is found, and so would be one slip.
    assert!(found(&texts, &sandbox.path("record")).len() > texts.len() / 2);
    fs::write(sandbox.path("after/notes.txt"), "member-03 was there").unwrap();
    assert_eq!(found(&texts, &sandbox.path("after")), ["notes.txt: member-03"]);
}

/// What was committed to is neither overwritten nor, once tampered with, published or told to a member as a chance.
#[test]
fn a_commitment_is_kept_and_tampering_stops_what_follows() {
    let sandbox = Sandbox::new();
    let solve = "klero solve --pool in/pool.csv --quotas in/quotas.csv --size 4 --tickets 1000";
    sandbox.ok(&format!("{solve} --out record"));
    sandbox.sh(&format!("klero commit record --assembly A --digits 3 --master-secret {SECRET}"));
    let before = contents(&sandbox.path("record"));
    for command in [
        format!("{solve} --out record --overwrite"),
        format!("{solve} --out record --overwrite").replacen("solve", "draw --seed q", 1),
    ] {
        let ran = sandbox.sh(&command);
        assert_eq!(ran.code, 2, "{command}: {}", ran.err);
        assert!(ran.err.contains("has a commitment, which is not overwritten"), "{}", ran.err);
        assert_eq!(contents(&sandbox.path("record")), before);
    }
    sandbox.ok("klero draw record --digits '0 4 2'");
    let story = "klero receipt record --all --out receipts && klero verify record --receipt receipts/receipt-0001.json";
    assert!(sandbox.ok(story).contains("this was your chance"));
    let result = sandbox.read("record/result.json").replace("\"ticket\": 42", "\"ticket\": 43");
    fs::write(sandbox.path("record/result.json"), result).unwrap();
    let ran = sandbox.sh("klero publish record --to public");
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("does not verify: draw.ticket"), "{}", ran.err);
    assert!(!sandbox.path("public").exists());
    let ran = sandbox.sh("klero verify record --receipt receipts/receipt-0001.json");
    assert_eq!(ran.code, 1);
    assert!(!ran.out.contains("this was your chance") && ran.out.contains("worth nothing"), "{}", ran.out);
}
