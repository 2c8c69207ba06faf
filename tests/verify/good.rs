//! Honest records, which must pass every check.

use crate::arithmetic::csv;
use crate::recorder::{Plan, Record};
use crate::{CHECKS, check};

/// The verdict on a draw without commitment and certificate.
const DRAWN: &str = "VERIFIED (no commitment; the seed may have been chosen to suit; no certificate; how fair the lottery is was not checked)";

fn assert_verified(plan: &Plan) -> Record {
    let record = Record::honest(plan);
    let verification = check(&record.files());
    let all: String =
        verification.checks.iter().map(|c| format!("{:11} {:21} {}\n", c.verdict, c.id, c.sentence)).collect();
    assert!(verification.verified(), "{all}");
    let ids: Vec<&str> = verification.checks.iter().map(|check| check.id).collect();
    let (expected, line) = match plan.seed {
        Some(_) => (&CHECKS[..], DRAWN),
        None => (
            &CHECKS[..11],
            "VERIFIED (lottery only; nothing was drawn; no certificate; how fair the lottery is was not checked)",
        ),
    };
    assert_eq!(ids, expected);
    assert_eq!(verification.verdict_line(), line);
    assert_eq!(verification.draw, plan.seed.is_some());
    assert!(verification.checks.iter().all(|check| !check.sentence.is_empty()));
    record
}

#[test]
fn a_record_with_a_draw() {
    let record = assert_verified(&Plan::usual());
    assert!(record.panels.len() > 10, "a lottery of {} panels shows little", record.panels.len());
}

#[test]
fn a_record_without_a_draw() {
    assert_verified(&Plan { seed: None, ..Plan::usual() });
}

/// Twelve rows and a blank one, two of them equal: they are different people, and `10` comes before `2`.
#[test]
fn a_record_without_an_identifier_column() {
    let mut plan = Plan::usual();
    plan.header[1] = "street";
    plan.id_column = None;
    plan.rows.insert(3, vec!["", " ", "", "\u{a0}"]);
    plan.rows.extend([vec!["Ngũgĩ", "9", "female", "old"], vec!["Ngũgĩ", "9", "female", "old"]]);
    let record = assert_verified(&plan);
    let ids: Vec<&str> = record.numbered.iter().map(|member| member.id.as_str()).collect();
    assert_eq!(ids, ["1", "10", "11", "12", "2", "3", "4", "5", "6", "7", "8", "9"]);
}

#[test]
fn a_record_of_a_pool_with_blank_and_repeated_rows() {
    let mut plan = Plan::usual();
    plan.rows.insert(0, vec!["", "", "", ""]);
    plan.rows.insert(5, plan.rows[1].clone());
    plan.rows.push(plan.rows[2].clone());
    plan.rows.push(vec![" ", "", "\u{a0}", ""]);
    let record = assert_verified(&plan);
    assert_eq!(record.selected.len() + record.remaining.len(), 2 + 10, "each member stands once");
}

#[test]
fn seeds_in_every_script() {
    // The last is heard with outer space and with an accent of its own, and recorded without.
    for seed in ["抽選 2025年3月12日", "Жребий №7 🎲", "\"quoted\\\" \u{7}", "\u{a0} e\u{301}te\u{301} \u{2003}\n"]
    {
        let record = assert_verified(&Plan { seed: Some(seed), ..Plan::usual() });
        if seed.contains('\u{301}') {
            assert_eq!(record.draw.unwrap().seed, "été");
        }
    }
}

#[test]
fn any_number_of_tickets() {
    for tickets in [1, 2, 3, 7, 1000, 1_000_000_000_000, (1 << 53) - 1, 1 << 52, 9_002_803_354_665_472] {
        assert_verified(&Plan { tickets, ..Plan::usual() });
    }
}

#[test]
fn many_seeds() {
    for seed in 0..200 {
        let mut record = Record::honest(&Plan { seed: None, ..Plan::usual() });
        record.draw_with(&format!("seed {seed}"));
        assert!(check(&record.files()).verified(), "seed {seed}");
    }
}

#[test]
fn other_files_in_the_folder_are_left_alone() {
    let mut files = Record::honest(&Plan::usual()).files();
    files.insert("report.html".to_owned(), b"<p>".to_vec());
    assert!(check(&files).verified());
}

#[test]
fn the_verification_as_json() {
    let verification = check(&Record::honest(&Plan::usual()).files());
    let json: serde_json::Value = serde_json::from_str(&verification.to_json()).unwrap();
    assert_eq!(json["verified"], true);
    assert_eq!(json["verdict"], DRAWN);
    assert_eq!(json.as_object().unwrap().len(), 3);
    assert_eq!(json["checks"].as_array().unwrap().len(), 18);
    assert_eq!(json["checks"][0]["id"], "files.present");
    assert_eq!(json["checks"][0]["verdict"], "PASS");
    assert_eq!(json["checks"][0]["sentence"], "All 8 files of the record are there and can be read.");

    let json: serde_json::Value = serde_json::from_str(&check(&crate::Bytes::new()).to_json()).unwrap();
    assert_eq!(json["verified"], false);
    assert_eq!(json["checks"][1]["verdict"], "NOT CHECKED");
}

/// A file may quote more than it needs to: only the cells count.
#[test]
fn quoting_makes_no_difference() {
    let mut record = Record::honest(&Plan::usual());
    let plain = csv(&record.chances);
    let quoted: String = plain.lines().map(|line| format!("\"{}\"\n", line.replace(',', "\",\""))).collect();
    record.chances_text = Some(quoted.into_bytes());
    record.draw_again();
    assert!(check(&record.files()).verified());
}

/// The pool is kept byte for byte as it came; the record's own files have commas and LF whatever the pool has.
#[test]
fn a_pool_with_byte_order_mark_and_crlf() {
    let mut record = Record::honest(&Plan::usual());
    let text = record.pool.replace('\n', "\r\n").replace("two\r\nlines", "two\nlines");
    record.pool = format!("\u{feff}{text}");
    let verification = check(&record.files());
    assert!(verification.verified(), "{verification:#?}");
}

/// The key is bound to what people are drawn by, and not to the order in which the pool lists them.
#[test]
fn the_order_of_the_pool_does_not_change_the_draw() {
    let mut plan = Plan::usual();
    let before = Record::honest(&plan);
    plan.rows.reverse();
    let after = assert_verified(&plan);
    assert_ne!(before.pool, after.pool);
    let drawn = |record: &Record| {
        let draw = record.draw.clone().unwrap();
        (draw.key, draw.ticket, draw.members)
    };
    assert_eq!(drawn(&before), drawn(&after));
}

/// What a draw without commitment cannot show, kept here so that nobody believes it can: who has which identifier. Nothing but a hash in
/// `setup.json`, which nothing guards, fixes the other cells of the pool. (That the quotas and the set of identifiers stay is shown: see `loosened_quota` and
/// `identifier_exchanged`.)
#[test]
fn what_no_check_shows() {
    let mut plan = Plan::usual();
    let before = Record::honest(&plan);
    let (one, other) = (1, 5); // Both are men and old: identifiers 10 and a7.
    (plan.rows[one][1], plan.rows[other][1]) = (plan.rows[other][1], plan.rows[one][1]);
    let after = assert_verified(&plan);
    assert_ne!(before.pool, after.pool);
    // Each identifier keeps its number, so that probabilities.csv and with it the key stay as they were.
    assert_eq!(before.probabilities(), after.probabilities());
    assert_eq!(before.draw.unwrap().key, after.draw.unwrap().key);
}
