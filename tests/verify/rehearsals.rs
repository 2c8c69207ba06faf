//! Rehearsals: good ones, and some whose mark was taken off somewhere.

use klero::verify::{Verdict, verify_with_receipt};

use crate::arithmetic::sha256;
use crate::committer::{RANDOMNESS, ROUND, public};
use crate::recorder::{Bytes, Plan, Record};
use crate::{assert_outcome, cases, check, given, told, with};

const MARK: &str = "REHEARSAL-";

fn rehearsal() -> Record {
    Record::honest(&Plan::usual().rehearsed())
}

fn assert_verified(files: &Bytes, line: &str) {
    let verification = check(files);
    assert!(verification.verified() && verification.rehearsal, "{}", told(&verification));
    assert_eq!(verification.verdict_line(), line);
}

#[test]
fn good_rehearsals() {
    let record = rehearsal();
    let files = record.files();
    assert!(files.keys().all(|name| name.starts_with(MARK)) && files.len() == 8);
    let drawn = "VERIFIED (REHEARSAL, NOT THE DRAW; no commitment; the seed may have been chosen to suit; \
                 no certificate; how fair the lottery is was not checked)";
    assert_verified(&files, drawn);
    // It draws another ticket than the draw with the same seed text.
    assert_ne!(record.draw.unwrap().ticket, Record::honest(&Plan::usual()).draw.unwrap().ticket);
    assert_verified(&Record::honest(&Plan::two_panels().rehearsed()).files(), drawn);
    for (source, seed) in [("phrase", "a phrase"), ("digits 2", "07"), (ROUND, RANDOMNESS)] {
        let tickets = if source == "digits 2" { 100 } else { 1_000_000_000_000 };
        let mut record = Record::honest(&Plan { seed: None, tickets, ..Plan::usual().rehearsed() });
        record.commit_and_draw(source, seed);
        let line = "VERIFIED (REHEARSAL, NOT THE DRAW; no certificate; how fair the lottery is was not checked)";
        assert_verified(&record.files(), line);
        let line = "VERIFIED (REHEARSAL, NOT THE DRAW; public form; 9 checks need the full record)";
        assert_verified(&public(&record.files()), line);
    }
    let mut plan = cases::parity().rehearsed();
    plan.certificate = plan.certificate.map(|text| text.replace("klero/certificate", "klero/rehearsal/certificate"));
    let files = Record::honest(&plan).files();
    assert_verified(&files, "VERIFIED (REHEARSAL, NOT THE DRAW; lottery only; nothing was drawn)");
    plan.certificate = cases::parity().certificate;
    let verification = check(&Record::honest(&plan).files());
    let not = ["certificate.cuts", "certificate.stages", "certificate.gap"];
    assert_outcome(&verification, &["certificate.form"], &not, "only \"klero/rehearsal/certificate/1\" is known here");
}

/// The names of the files without their mark, and those of a draw with it: each format gives it away.
#[test]
fn names_without_their_mark() {
    let mut record = Record::honest(&Plan { seed: None, ..Plan::usual().rehearsed() });
    record.commit_and_draw("phrase", "a phrase");
    let marked = record.files();
    let plain: Bytes = marked.iter().map(|(name, bytes)| (name.replace(MARK, ""), bytes.clone())).collect();
    let forms = ["setup.form", "lottery.form", "commit.form", "commit.leaves", "draw.form"];
    for files in [plain.clone(), public(&plain)] {
        let verification = check(&files);
        assert!(!verification.verified() && !verification.rehearsal);
        let fails = with(&verification, Verdict::Fail);
        let made: Vec<_> = verification.checks.iter().filter(|check| check.verdict != Verdict::NotChecked).collect();
        let made = forms.into_iter().filter(|form| made.iter().any(|check| check.id == *form));
        assert!(fails.len() >= 3 && made.clone().all(|form| fails.contains(&form)), "{}", told(&verification));
    }
    let mut record = Record::honest(&Plan { seed: None, ..Plan::usual() });
    record.commit_and_draw("phrase", "a phrase");
    let real: Bytes = record.files().into_iter().map(|(name, bytes)| (format!("{MARK}{name}"), bytes)).collect();
    let verification = check(&real);
    assert_eq!(verification.verdict_line(), "NOT VERIFIED (REHEARSAL, NOT THE DRAW)");
    assert!(forms.iter().all(|form| with(&verification, Verdict::Fail).contains(form)), "{}", told(&verification));
}

/// A rehearsal's files beside those of a draw.
#[test]
fn files_of_a_draw_in_between() {
    let drawn = Record::honest(&Plan::usual()).files();
    for name in drawn.keys() {
        let mut files = rehearsal().files();
        files.insert(name.clone(), drawn[name].clone());
        let says = format!("{name} is there, but this is a rehearsal");
        assert_outcome(&check(&files), &["files.present"], &[], &says);
        // In the place of the rehearsal's own, it is left out of all else.
        let mut files = rehearsal().files();
        files.remove(&format!("{MARK}{name}"));
        files.insert(name.clone(), drawn[name].clone());
        let verification = check(&files);
        assert!(!verification.verified() && !with(&verification, Verdict::NotChecked).is_empty(), "{name}");
        assert!(verification.checks[0].sentence.starts_with(&format!("{MARK}{name} is missing")), "{name}");
    }
    // One file of a rehearsal is enough to make the whole one.
    let mut files = drawn;
    files.insert(format!("{MARK}selected.csv"), b"id\n".to_vec());
    let verification = check(&files);
    assert_eq!(verification.verdict_line(), "NOT VERIFIED (REHEARSAL, NOT THE DRAW)");
    assert!(with(&verification, Verdict::Fail).contains(&"files.present"));
}

#[test]
fn marks_taken_off() {
    let no_pool = [
        "lottery.quotas",
        "lottery.rules",
        "probabilities.form",
        "probabilities.tickets",
        "draw.selected",
        "draw.remaining",
    ];
    type Cheat = fn(&mut Record);
    let cases: [(Cheat, &[&str], &[&str], &str); 8] = [
        (
            |record| record.lottery_format = "klero/lottery/1".to_owned(),
            &["lottery.form"],
            &[
                "lottery.size",
                "lottery.quotas",
                "lottery.rules",
                "lottery.tickets",
                "probabilities.tickets",
                "draw.panel",
            ],
            "only \"klero/rehearsal/lottery/1\" is known",
        ),
        (
            |record| record.pool = record.pool.replacen("REHEARSAL,Zo", "rehearsal,Zo", 1),
            &["pool.form"],
            &no_pool,
            "pool.csv line 2: the first cell is not REHEARSAL",
        ),
        (
            |record| record.pool = record.pool.replacen("REHEARSAL,name", "Rehearsal,name", 1),
            &["pool.form"],
            &no_pool,
            "pool.csv: the first column is not REHEARSAL",
        ),
        (
            |record| record.quotas = record.quotas.replacen("REHEARSAL,gender,male", ",gender,male", 1),
            &["pool.form"],
            &no_pool,
            "quotas.csv line 3: the first cell is not REHEARSAL",
        ),
        (
            |record| record.quotas = record.quotas.replace("REHEARSAL,", ""),
            &["pool.form"],
            &no_pool,
            "quotas.csv: the first column is not REHEARSAL",
        ),
        (
            |record| record.chances[3][0] = String::new(),
            &["probabilities.form"],
            &["probabilities.tickets"],
            "the first cell is \"\", expected \"REHEARSAL\"",
        ),
        (
            |record| record.chances.iter_mut().for_each(|row| drop(row.remove(0))),
            &["probabilities.form"],
            &["probabilities.tickets"],
            "expected \"REHEARSAL,number,id,probability,tickets\"",
        ),
        (
            |record| record.selected.iter_mut().for_each(|row| drop(row.remove(0))),
            &["draw.selected"],
            &[],
            "the header is",
        ),
    ];
    for (cheat, fails, not_checked, says) in cases {
        let mut record = rehearsal();
        cheat(&mut record);
        if fails != ["draw.selected"] {
            record.draw_again();
        }
        assert_outcome(&check(&record.files()), fails, not_checked, says);
    }
    // The key of the draw, found out before: the ticket of the rehearsal must be another.
    let mut record = rehearsal();
    let [lottery, probabilities, quotas] =
        [record.lottery(), record.probabilities(), record.quotas.clone().into_bytes()].map(|bytes| sha256(&bytes));
    let draw = record.draw.as_mut().unwrap();
    let text = sha256(draw.seed.as_bytes());
    draw.key = sha256(
        format!("klero/seed/1\nlottery {lottery}\nprobabilities {probabilities}\nquotas {quotas}\ntext {text}\n")
            .as_bytes(),
    );
    record.take_ticket();
    record.seat_panel();
    record.part_rows();
    assert_outcome(&check(&record.files()), &["draw.key"], &[], "the key in result.json is");
}

#[test]
fn receipts_of_rehearsals() {
    let mut record = Record::honest(&Plan { seed: None, ..Plan::usual().rehearsed() });
    record.commit_and_draw("phrase", "a phrase");
    let files = record.files();
    let receipt = |format: &str| verify_with_receipt(&given(&files), Ok(record.receipt(3, format).as_bytes()));
    let good = receipt("klero/rehearsal/receipt/1");
    assert!(good.verified(), "{}", told(&good));
    assert!(good.receipt.unwrap().text(true).contains("This is a receipt of a rehearsal, and not of the draw."));
    let not = ["receipt.commitment", "receipt.leaf", "receipt.path", "receipt.tickets"];
    assert_outcome(&receipt("klero/receipt/1"), &["receipt.form"], &not, "only \"klero/rehearsal/receipt/1\" is known");
}
