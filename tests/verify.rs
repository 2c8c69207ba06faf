//! Records, good and tampered with, and what the checker says about them.

// A test stops where it stands.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "verify/arithmetic.rs"]
mod arithmetic;
#[path = "verify/beside.rs"]
mod beside;
#[path = "verify/cases.rs"]
mod cases;
#[path = "verify/certificates.rs"]
mod certificates;
#[path = "verify/chain_notes.rs"]
mod chain_notes;
#[path = "verify/chain_rules.rs"]
mod chain_rules;
#[path = "verify/chains.rs"]
mod chains;
#[path = "verify/committer.rs"]
mod committer;
#[path = "verify/folder.rs"]
mod folder;
#[path = "verify/good.rs"]
mod good;
#[path = "verify/known.rs"]
mod known;
#[path = "verify/large.rs"]
mod large;
#[path = "verify/lines.rs"]
mod lines;
#[path = "verify/mutations.rs"]
mod mutations;
#[path = "verify/plan.rs"]
mod plan;
#[path = "verify/recorder.rs"]
mod recorder;
#[path = "verify/rehearsals.rs"]
mod rehearsals;
#[path = "verify/several.rs"]
mod several;
#[path = "verify/tampered_before.rs"]
mod tampered_before;
#[path = "verify/tampered_certificate.rs"]
mod tampered_certificate;
#[path = "verify/tampered_chain.rs"]
mod tampered_chain;
#[path = "verify/tampered_draw.rs"]
mod tampered_draw;
#[path = "verify/tampered_files.rs"]
mod tampered_files;
#[path = "verify/tampered_json.rs"]
mod tampered_json;
#[path = "verify/tampered_lottery.rs"]
mod tampered_lottery;
#[path = "verify/tampered_rules.rs"]
mod tampered_rules;
#[path = "verify/tampered_steps.rs"]
mod tampered_steps;
#[path = "verify/together.rs"]
mod together;
#[path = "verify/town.rs"]
mod town;

use klero::verify::{Files, Verdict, Verification, verify, verify_chain};
use recorder::Bytes;

/// The identifiers of `docs/record.md` for a record without a certificate, in order; the last seven are those of a draw.
const CHECKS: [&str; 18] = [
    "files.present",
    "files.hashes",
    "setup.form",
    "pool.form",
    "lottery.form",
    "lottery.size",
    "lottery.quotas",
    "lottery.rules",
    "lottery.tickets",
    "probabilities.form",
    "probabilities.tickets",
    "draw.form",
    "draw.seed",
    "draw.key",
    "draw.ticket",
    "draw.panel",
    "draw.selected",
    "draw.remaining",
];

/// Those of the certificate; they stand before `probabilities.form`.
const CERTIFICATE: [&str; 4] = ["certificate.form", "certificate.cuts", "certificate.stages", "certificate.gap"];

fn given(bytes: &Bytes) -> Files {
    let mut files = Files::new();
    for (name, bytes) in bytes {
        files.insert(name, Ok(bytes.clone()));
    }
    files
}

fn check(bytes: &Bytes) -> Verification {
    verify(&given(bytes))
}

/// Checks records together, which are called `record 1`, `record 2` and so on.
fn check_together(records: &[Bytes]) -> Vec<Verification> {
    let named = records.iter().zip(1..).map(|(record, number)| (format!("record {number}"), given(record)));
    verify_chain(&named.collect::<Vec<_>>())
}

/// All checks, one a line.
fn told(verification: &Verification) -> String {
    verification.checks.iter().map(|c| format!("{:11} {:21} {}\n", c.verdict, c.id, c.sentence)).collect()
}

fn with(verification: &Verification, verdict: Verdict) -> Vec<&'static str> {
    verification.checks.iter().filter(|check| check.verdict == verdict).map(|check| check.id).collect()
}

/// Asserts exactly which checks fail and which are not made, and what the first failure says.
fn assert_outcome(verification: &Verification, fails: &[&str], not_checked: &[&str], says: &str) {
    let all = told(verification);
    assert_eq!(with(verification, Verdict::Fail), fails, "the checks that fail:\n{all}");
    assert_eq!(with(verification, Verdict::NotChecked), not_checked, "the checks that are not made:\n{all}");
    let first = verification.checks.iter().find(|check| check.verdict == Verdict::Fail).expect("a failure");
    assert!(first.sentence.contains(says), "{:?} does not say {says:?}", first.sentence);
    assert!(!verification.verified());
    let rehearsal = if verification.rehearsal { " (REHEARSAL, NOT THE DRAW)" } else { "" };
    assert_eq!(verification.verdict_line(), format!("NOT VERIFIED{rehearsal}"));
}

/// Makes a test of each cheat: the checks that fail, those that are not made, a part of what the first failure says, and what the cheat
/// does to an honest record before the hashes are put on it.
macro_rules! cheats {
    ($($(#[$note:meta])* $name:ident: $fails:expr, $not_checked:expr, $says:expr, $cheat:expr;)*) => {$(
        $(#[$note])*
        #[test]
        fn $name() {
            let mut record = crate::recorder::Record::honest(&crate::recorder::Plan::usual());
            let cheat: fn(&mut crate::recorder::Record) = $cheat;
            cheat(&mut record);
            crate::assert_outcome(&crate::check(&record.files()), &$fails, &$not_checked, $says);
        }
    )*};
}
use cheats;
