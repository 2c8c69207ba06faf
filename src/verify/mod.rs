//! Checks a record from its files alone, following `docs/record.md` and nothing else.
//!
//! Everything is recomputed in whole numbers. Nothing here may use the solver, the lottery or the draw of this program, so
//! that a mistake in them cannot hide itself. Each check takes the step before it as the record states it, so that a
//! failure names the link that is broken and not everything after it.

mod alternates;
mod beacon;
mod before;
mod calendar;
mod certificate;
mod chain;
mod chances;
mod commit;
mod commitment;
mod files;
mod hash;
mod inventory;
mod json;
mod kind;
mod leaves;
mod lottery;
mod opened;
mod packed;
mod panels;
mod pool;
mod presence;
mod quotas;
mod receipt;
mod result;
mod rows;
mod say;
mod seed;
mod setup;
mod sheet;
mod singled;
mod split;
mod stream;
mod table;
mod tell;
mod verdict;

pub use files::Files;
pub use receipt::Story;
pub use tell::Commitment;
pub use verdict::{
    Check, NEED_FULL_RECORD, Note, Verdict, Verification, together_json, together_line, verified_together,
};

use before::Step;
use hash::sha256;
use inventory::Inventory;
use kind::Kind;
use lottery::Lottery;
use opened::Opened;
use panels::Stated;
use result::ResultFile;
use say::Finding;
use split::Split;
use table::{COMMIT, RESULT, SETUP};

/// What a check says that the public form gives up.
const PUBLIC: &str = "this needs the full record";

/// Checks a record. Nothing is read or written besides what is handed over.
pub fn verify(files: &Files) -> Verification {
    verify_one(&[Opened::new(None, files)], 0, None)
}

/// Checks a record and a receipt, of which the bytes are given, or why they cannot be used.
pub fn verify_with_receipt(files: &Files, receipt: Result<&[u8], &str>) -> Verification {
    verify_one(&[Opened::new(None, files)], 0, Some(receipt))
}

/// Checks records together, of which some may follow others, each given with a name that sentences can call it by. The verifications stand
/// in the order of the records.
pub fn verify_chain(records: &[(String, Files)]) -> Vec<Verification> {
    together(records, None)
}

/// Checks records together, and a receipt with the one that it belongs to: the first whose `commit.txt` has the fingerprint that the receipt
/// names, or where there is none, the first of all. Of the receipt, the bytes are given, or why they cannot be used.
pub fn verify_chain_with_receipt(records: &[(String, Files)], receipt: Result<&[u8], &str>) -> Vec<Verification> {
    together(records, Some(receipt))
}

fn together(records: &[(String, Files)], receipt: Option<Result<&[u8], &str>>) -> Vec<Verification> {
    let records: Vec<Opened<'_>> = records.iter().map(|(name, files)| Opened::new(Some(name), files)).collect();
    let fingerprint = receipt.and_then(|receipt| receipt::fingerprint(receipt.ok()?));
    let its = |record: &Opened<'_>| record.files.bytes(COMMIT).map(sha256) == fingerprint;
    let owner = fingerprint.as_ref().and_then(|_| records.iter().position(its)).unwrap_or(0);
    let checked = |place| verify_one(&records, place, receipt.filter(|_| place == owner));
    (0..records.len()).map(checked).collect()
}

/// Checks the record at this place.
fn verify_one(records: &[Opened<'_>], place: usize, receipt: Option<Result<&[u8], &str>>) -> Verification {
    let Some(record) = records.get(place) else {
        return Verification::default();
    };
    let (files, kind) = (record.files, record.kind);
    let (setup, commit, pool) = (record.setup.as_ref(), record.commit(), record.pool.as_ref());
    let full = |finding: Finding| if kind.public { Finding::not_checked(PUBLIC) } else { finding };

    let by = if kind.public { COMMIT } else { SETUP };
    let reading = lottery::read(files);
    let inventory = &Inventory::new(files, reading.as_ref());
    let lottery = reading.as_ref().and_then(|reading| Some(&reading.as_ref().ok()?.lottery));
    let (lottery_form, lottery) = panels::form(files, lottery, by, stated(kind, setup, commit));
    let (chances_form, chances) = chances::form(files, pool);
    let (split_form, split) = split::check(record.split.as_ref(), lottery, &files.format("split/1"));

    let mut findings = vec![
        ("files.present", presence::present(inventory, kind)),
        ("files.hashes", presence::hashes(inventory, kind, setup, commit)),
        ("setup.form", full(record.setup_form.clone())),
        ("pool.form", full(record.pool_form.clone())),
    ];
    if kind.alternates() {
        findings.push(("alternates.form", full(alternates::form(files, setup))));
    }
    findings.extend([
        ("lottery.form", lottery_form),
        ("lottery.size", panels::size(lottery)),
        ("lottery.quotas", full(quotas::check(lottery, pool))),
        ("lottery.rules", full(singled::check(lottery, pool, setup.map(|setup| &setup.rules)))),
    ]);
    if kind.panels.is_some() {
        findings.push(("lottery.split", split_form));
        findings.push(("lottery.parts", full(quotas::parts(lottery, pool, split))));
    }
    findings.push(("lottery.tickets", panels::tickets(lottery)));
    let sums = chances::sums(lottery, pool);
    let sums = sums.as_deref().map_err(|why| *why);
    let of = lottery.map_or(0, |lottery| lottery.tickets);
    let (mut on_word, mut off_fairest) = (0, None);
    if kind.certificate() {
        let found = certificate::check(files, pool, sums, of);
        findings.extend(certificate::CHECKS.into_iter().zip(found.findings.map(full)));
        on_word = found.on_word;
        off_fairest = found.tenths.filter(|_| !kind.public).map(verdict::points);
    }
    findings.extend([
        ("probabilities.form", full(chances_form)),
        ("probabilities.tickets", full(chances::tickets(chances.as_ref(), sums, of))),
    ]);
    let mut leaves = None;
    if kind.commitment {
        let (pool_finding, found) = commitment::pool(files, commit);
        findings.extend([
            ("commit.form", commitment::form(files, record.committed.as_ref(), setup, kind.public)),
            ("commit.pool", pool_finding),
            ("commit.leaves", full(commitment::leaves(files, setup, pool))),
        ]);
        leaves = found;
    }
    if kind.beacon() {
        findings.push(("commit.time", commitment::time(commit)));
    }
    findings.extend(drawn(record, inventory, lottery, split));
    let (chain, notes) = chain::check(records, place, lottery);
    findings.extend(chain);
    let mut story = None;
    if let Some(receipt) = receipt {
        let members = stated(kind, setup, commit).map(|stated| stated.members);
        let result = record.result.as_ref();
        let record = receipt::Record { files, commit, leaves: leaves.as_deref(), members, lottery, result };
        let (found, told) = receipt::check(receipt, &record);
        findings.extend(receipt::CHECKS.into_iter().zip(found));
        story = told;
    }
    Verification {
        checks: findings.into_iter().map(|(id, finding)| finding.into_check(id)).collect(),
        rehearsal: files.rehearsal(),
        public: kind.public,
        draw: kind.draw,
        certified: kind.certified.unwrap_or(true),
        follows: kind.step.is_some(),
        rotates: kind.step == Some(Step::Rotate),
        off_fairest,
        other_quotas: notes.other_quotas,
        excluded_more: notes.excluded_more,
        certain: notes.certain,
        more_than_seats: notes.more_than_seats,
        on_word,
        commitment: kind.commitment.then(|| Commitment::of(files.bytes(COMMIT), commit)),
        receipt: story,
    }
}

/// The checks of a draw, if there is one.
fn drawn(
    record: &Opened<'_>,
    inventory: &Inventory<'_>,
    lottery: Option<&Lottery>,
    split: Option<&Split>,
) -> Vec<(&'static str, Finding)> {
    let (files, kind) = (record.files, record.kind);
    let (setup, commit, pool) = (record.setup.as_ref(), record.commit(), record.pool.as_ref());
    let mut findings = Vec::new();
    if !kind.draw {
        return findings;
    }
    let full = |finding: Finding| if kind.public { Finding::not_checked(PUBLIC) } else { finding };
    let beacon = beacon::read(files);
    if kind.beacon() {
        findings.push(("beacon.round", beacon::round(beacon.as_ref(), commit)));
        findings.push(("beacon.signature", beacon::signature(beacon.as_ref())));
    }
    let unknown = || Finding::not_checked(format!("{RESULT} cannot be used, so what was drawn is not known"));
    let of = |check: &dyn Fn(&ResultFile) -> Finding| record.result.as_ref().map_or_else(unknown, check);
    let seed = |result: &ResultFile| match kind.commitment {
        true => seed::committed(result, inventory, commit, beacon.as_ref()),
        false => seed::alone(&result.draw),
    };
    findings.push(("draw.form", record.result_form.clone()));
    findings.push(("draw.seed", of(&seed)));
    if record.result.is_none() || kind.digits() != Some(true) {
        findings.push(("draw.key", of(&|result| seed::key(result, inventory, kind, commit))));
    }
    let tickets = stated(kind, setup, commit).map(|stated| stated.tickets);
    findings.extend([
        ("draw.ticket", of(&|result| seed::ticket(&result.draw, kind.digits(), tickets))),
        ("draw.panel", of(&|result| panels::drawn(&result.draw, lottery))),
        ("draw.selected", full(of(&|result| rows::selected(&result.draw, files, pool)))),
        ("draw.remaining", full(of(&|result| rows::remaining(&result.draw, files, pool)))),
    ]);
    if kind.panels.is_some() {
        findings.push(("draw.panels", full(of(&|result| rows::panels(&result.draw, files, pool, split)))));
    }
    if kind.renews() {
        let include = setup.map(|setup| setup.rules.include.as_slice());
        findings.push(("draw.new", full(of(&|result| rows::new(&result.draw, files, pool, include)))));
    }
    if kind.alternates() {
        findings.push(("draw.alternates", full(of(&|result| rows::alternates(&result.draw, files, pool)))));
    }
    findings
}

/// What `setup.json`, or in public form `commit.txt`, says about the lottery.
fn stated(kind: Kind, setup: Option<&setup::Setup>, commit: Option<&commit::Commit>) -> Option<Stated> {
    if kind.public {
        let commit = commit?;
        return Some(Stated { by: COMMIT, members: commit.members, size: commit.size, tickets: commit.tickets });
    }
    let setup = setup?;
    Some(Stated { by: SETUP, members: setup.members.0, size: setup.size.0, tickets: setup.tickets.0 })
}
