//! Folders of invitations that were changed: each must fail the check that is meant for it.

use std::collections::BTreeMap;

use klero::draw::Seed;
use klero::invite::{Area, AreaPlan, Asked, Heard, InviteError, Verdict, check, invite};
use klero::record::Beacon;
use sha2::{Digest, Sha256};

use super::{asked, draw, folder, naive, opener, plan};

type Folder = BTreeMap<String, Vec<u8>>;

fn register() -> String {
    naive::register(30)
}

fn wish() -> Asked {
    asked(11, Some("district"), &["street", "number"])
}

/// The checks that do not pass, and the last line.
fn failed(folder: &Folder, register: &str, seed: &str) -> (Vec<&'static str>, &'static str) {
    let checked = check(folder, "register.csv", &mut opener(register), Some(&Seed::new(seed).unwrap())).unwrap();
    assert_eq!(checked.verified(), checked.checks.iter().all(|check| check.verdict == Verdict::Pass));
    let failed = checked.checks.iter().filter(|check| check.verdict == Verdict::Fail).map(|check| check.id).collect();
    (failed, checked.verdict_line())
}

fn made(asked: &Asked) -> Folder {
    let (prepared, invitation) = draw(asked, &register(), "x");
    folder(&prepared, &invitation)
}

/// Replaces a text in a file; it must be there.
fn replace(folder: &mut Folder, file: &str, from: &str, to: &str) {
    let text = String::from_utf8(folder[file].clone()).unwrap();
    assert!(text.contains(from), "{file} has no {from:?}:\n{text}");
    folder.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
}

/// Writes the hashes of the files into the record again, as somebody who tampers would.
fn rehash(folder: &mut Folder) {
    let mut record: serde_json::Value = serde_json::from_slice(&folder["invite.json"]).unwrap();
    for (name, bytes) in folder.iter().filter(|(name, _)| name.ends_with(".csv")) {
        let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        record["files"][name] = hash.into();
    }
    folder.insert("invite.json".to_owned(), (serde_json::to_string_pretty(&record).unwrap() + "\n").into_bytes());
}

#[test]
fn what_was_drawn_verifies() {
    assert_eq!(failed(&made(&wish()), &register(), "x"), (vec![], "VERIFIED"));
}

#[test]
fn somebody_else_who_is_invited_is_found() {
    let mut folder = made(&wish());
    let invited = String::from_utf8(folder["invited.csv"].clone()).unwrap();
    let other = register().lines().skip(1).find(|row| !invited.contains(row)).unwrap().to_owned();
    let first = invited.lines().nth(1).unwrap();
    replace(&mut folder, "invited.csv", first, &other);
    assert_eq!(failed(&folder, &register(), "x").0, ["files.hashes", "invited.rows"]);
    rehash(&mut folder);
    assert_eq!(failed(&folder, &register(), "x"), (vec!["invited.rows"], "NOT VERIFIED"));
}

#[test]
fn every_file_is_checked() {
    let whole = made(&wish());
    for (file, from, to, fails) in [
        ("strata.csv", "north,", "North,", &["strata.letters"][..]),
        ("chances.csv", ",north,", ",west,", &["chances.rows"]),
        (
            "invite.json",
            "\"text\": \"x\"",
            "\"text\": \"y\"",
            &["seed.source", "seed.key", "invited.rows", "chances.rows"],
        ),
        ("invite.json", "\"letters\": 11", "\"letters\": 12", &["invite.letters"]),
        (
            "plan.json",
            "\"letters\": 11",
            "\"letters\": 12",
            &["seed.key", "invite.letters", "strata.letters", "invited.rows", "chances.rows"],
        ),
        ("plan.json", "\"households\": 30", "\"households\": 31", &["seed.key", "register.counts"]),
        ("plan.json", "\"letters\": 11", "\"letters\":  11", &["plan.form", "seed.key"]),
        ("plan.json", "invite-plan/1", "invite-plan/2", &["plan.form", "seed.key"]),
        ("invite.json", "klero/invite/1", "klero/invite/2", &["invite.form"]),
    ] {
        let mut folder = whole.clone();
        replace(&mut folder, file, from, to);
        if file.ends_with(".csv") {
            rehash(&mut folder);
        }
        let (found, line) = failed(&folder, &register(), "x");
        assert_eq!((found.as_slice(), line), (fails, "NOT VERIFIED"), "{file}: {to}");
    }
}

#[test]
fn a_byte_anywhere_counts() {
    let whole = made(&wish());
    for (file, bytes) in &whole {
        for place in (0..bytes.len()).step_by(11) {
            let mut folder = whole.clone();
            folder.get_mut(file).unwrap()[place] ^= 1;
            assert_eq!(failed(&folder, &register(), "x").1, "NOT VERIFIED", "{file}, byte {place}");
        }
    }
}

#[test]
fn another_register_seed_or_set_of_files_is_found() {
    let whole = made(&wish());
    let later = register() + "p99_0,west,Other Street,99\n";
    assert_eq!(failed(&whole, &later, "x").0, ["register.file"]);
    assert_eq!(failed(&whole, "id\n", "x").0, ["register.file"]);
    assert_eq!(failed(&whole, &register(), "y").0, ["seed.source"]);
    for file in whole.keys() {
        let mut folder = whole.clone();
        folder.remove(file);
        assert_eq!(failed(&folder, &register(), "x").0[0], "files.present", "{file}");
    }
    let mut folder = whole.clone();
    folder.insert("notes.txt".to_owned(), Vec::new());
    assert_eq!(failed(&folder, &register(), "x").0, ["files.present", "files.hashes"]);
    // A plan that goes with another draw of the same register.
    let mut folder = whole;
    folder.insert("plan.json".to_owned(), made(&asked(11, None, &["street", "number"]))["plan.json"].clone());
    assert!(failed(&folder, &register(), "x").0.contains(&"seed.key"));
}

/// Round 123 of the beacon, as it was fetched.
const ROUND: &str = r#"{"round":123,"signature":"b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"}"#;

#[test]
fn a_seed_from_the_beacon_is_checked_by_its_signature() {
    let (asked, register) = (Asked { beacon: Some(123), ..wish() }, register());
    let prepared = plan(&asked, &register).unwrap();
    let beacon = Beacon::read("round.json", ROUND.as_bytes(), 123).unwrap();
    let invitation = invite(&prepared, &Heard::Beacon(beacon.clone()), &mut opener(&register)).unwrap();
    let folder = folder(&prepared, &invitation);
    let failed = |folder: &Folder, heard: Option<&Seed>| {
        let checked = check(folder, "register.csv", &mut opener(&register), heard).unwrap();
        let failed = checked.checks.iter().filter(|check| check.verdict == Verdict::Fail).map(|check| check.id);
        (failed.collect::<Vec<_>>(), checked.verdict_line())
    };
    assert_eq!(failed(&folder, None), (vec![], "VERIFIED"));
    assert_eq!(failed(&folder, Some(&Seed::new("x").unwrap())), (vec!["seed.source"], "NOT VERIFIED"));
    for (from, to) in
        [("\"round\": 123", "\"round\": 124"), ("\"b75c", "\"a75c"), ("\"randomness\": \"f", "\"randomness\": \"e")]
    {
        let mut folder = folder.clone();
        replace(&mut folder, "invite.json", from, to);
        assert_eq!(failed(&folder, None), (vec!["seed.source", "seed.key"], "NOT VERIFIED"), "{to}");
    }
    // A text where a round was planned, and the other way round, draws nothing and does not verify.
    let text = Heard::Text(Seed::new("x").unwrap());
    assert!(matches!(invite(&prepared, &text, &mut opener(&register)), Err(InviteError::OtherSeed(_))));
    let spoken = plan(&wish(), &register).unwrap();
    let other = invite(&spoken, &Heard::Beacon(beacon), &mut opener(&register));
    assert!(matches!(other, Err(InviteError::OtherSeed(_))));
    let mut mixed = made(&wish());
    mixed.insert("plan.json".to_owned(), folder["plan.json"].clone());
    assert!(failed(&mixed, None).0.contains(&"seed.source"));
    // A text that nobody gave is not checked, so nothing is verified.
    assert_eq!(failed(&made(&wish()), None), (vec![], "NOT VERIFIED"));
}

#[test]
fn areas_that_were_not_drawn_are_found() {
    let list = ["north", "south", "west"].map(|area| Area { area: area.to_owned(), size: 100 }).to_vec();
    let mut folder =
        made(&Asked { areas: Some(AreaPlan { draws: 1, list }), ..asked(5, Some("district"), &["street", "number"]) });
    assert_eq!(failed(&folder, &register(), "x").1, "VERIFIED");
    replace(&mut folder, "areas.csv", ",no\n", ",yes\n");
    rehash(&mut folder);
    assert_eq!(failed(&folder, &register(), "x").0, ["areas.drawn"]);
}

#[test]
fn a_rehearsal_cannot_be_taken_for_the_draw() {
    let rehearsal = made(&Asked { rehearsal: true, ..wish() });
    for (name, bytes) in &rehearsal {
        assert!(name.starts_with("REHEARSAL-"));
        let text = String::from_utf8(bytes.clone()).unwrap();
        match name.ends_with(".csv") {
            true => assert!(text.lines().all(|line| line.starts_with("REHEARSAL,")), "{text}"),
            false => assert!(text.contains("\"rehearsal\": true")),
        }
    }
    let line = "REHEARSAL, NOT THE DRAW (as a rehearsal, it verifies)";
    assert_eq!(failed(&rehearsal, &register(), "x"), (vec![], line));
    // With the same seed it draws others, so it is no preview either.
    let real = made(&wish());
    let unmarked = String::from_utf8(rehearsal["REHEARSAL-invited.csv"].clone()).unwrap().replace("REHEARSAL,", "");
    assert_ne!(unmarked.as_bytes(), real["invited.csv"]);
    // Planted: the marks are taken off the names; off the texts too; off the plan as well.
    let named: Folder = rehearsal.iter().map(|(name, bytes)| (name.replace("REHEARSAL-", ""), bytes.clone())).collect();
    let (found, line) = failed(&named, &register(), "x");
    assert!(found.contains(&"plan.form") && line.contains("rehearsal, not the draw"), "{found:?} {line}");
    let clean = |text: &str| {
        text.replace("REHEARSAL,", "").replace("REHEARSAL-", "").replace("\"rehearsal\": true", "\"rehearsal\": false")
    };
    let mut cleaned: Folder = named
        .iter()
        .map(|(name, bytes)| (name.clone(), clean(std::str::from_utf8(bytes).unwrap()).into_bytes()))
        .collect();
    rehash(&mut cleaned);
    let (found, line) = failed(&cleaned, &register(), "x");
    assert_eq!((found[0], line), ("seed.key", "NOT VERIFIED"), "{found:?}");
    assert!(found.contains(&"invited.rows"));
}
