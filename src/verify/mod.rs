//! Checks a record from its files alone, following `docs/record.md` and nothing else.
//!
//! Everything is recomputed in whole numbers. Nothing here may use the solver, the lottery or the draw of this program, so
//! that a mistake in them cannot hide itself. Each check takes the step before it as the record states it, so that a
//! failure names the link that is broken and not everything after it.

mod beacon;
mod calendar;
mod certificate;
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
mod packed;
mod panels;
mod pool;
mod presence;
mod receipt;
mod result;
mod rows;
mod say;
mod seed;
mod setup;
mod sheet;
mod singled;
mod stream;
mod table;
mod tell;
mod verdict;

pub use files::Files;
pub use receipt::Story;
pub use tell::Commitment;
pub use verdict::{Check, NEED_FULL_RECORD, Verdict, Verification};

use inventory::Inventory;
use kind::Kind;
use panels::Stated;
use say::Finding;
use table::{COMMIT, RESULT, SETUP};

/// What a check says that the public form gives up.
const PUBLIC: &str = "this needs the full record";

/// Checks a record. Nothing is read or written besides what is handed over.
pub fn verify(files: &Files) -> Verification {
    verify_all(files, None)
}

/// Checks a record and a receipt, of which the bytes are given, or why they cannot be used.
pub fn verify_with_receipt(files: &Files, receipt: Result<&[u8], &str>) -> Verification {
    verify_all(files, Some(receipt))
}

fn verify_all(files: &Files, receipt: Option<Result<&[u8], &str>>) -> Verification {
    let (setup_form, setup) = setup::check(files);
    let setup = setup.as_ref();
    let committed = files.bytes(COMMIT).map(commit::read);
    let commit = committed.as_ref().and_then(|commit| commit.as_ref().ok());
    let kind = Kind::of(files, setup, commit);
    let (result_form, drawn) = result::check(files, kind.digits());
    let drawn = drawn.as_ref();
    let full = |finding: Finding| if kind.public { Finding::not_checked(PUBLIC) } else { finding };

    let (pool_form, pool) = pool::check(files, setup);
    let pool = pool.as_ref();
    let by = if kind.public { COMMIT } else { SETUP };
    let reading = lottery::read(files);
    let inventory = &Inventory::new(files, reading.as_ref());
    let lottery = reading.as_ref().and_then(|reading| Some(&reading.as_ref().ok()?.lottery));
    let (lottery_form, lottery) = panels::form(lottery, by, stated(kind, setup, commit));
    let (chances_form, chances) = chances::form(files, pool);

    let mut findings = vec![
        ("files.present", presence::present(inventory, kind)),
        ("files.hashes", presence::hashes(inventory, kind, setup, commit)),
        ("setup.form", full(setup_form)),
        ("pool.form", full(pool_form)),
        ("lottery.form", lottery_form),
        ("lottery.size", panels::size(lottery)),
        ("lottery.quotas", full(panels::quotas(lottery, pool))),
        ("lottery.rules", full(singled::check(lottery, pool, setup.map(|setup| &setup.rules)))),
        ("lottery.tickets", panels::tickets(lottery)),
    ];
    let sums = chances::sums(lottery, pool);
    let sums = sums.as_deref().map_err(|why| *why);
    let of = lottery.map_or(0, |lottery| lottery.tickets);
    let mut on_word = 0;
    if kind.certificate() {
        let found = certificate::check(files, pool, sums, of);
        findings.extend(certificate::CHECKS.into_iter().zip(found.findings.map(full)));
        on_word = found.on_word;
    }
    findings.extend([
        ("probabilities.form", full(chances_form)),
        ("probabilities.tickets", full(chances::tickets(chances.as_ref(), sums, of))),
    ]);
    let mut leaves = None;
    if kind.commitment {
        let (pool_finding, found) = commitment::pool(files, commit);
        findings.extend([
            ("commit.form", commitment::form(committed.as_ref(), setup, kind.public)),
            ("commit.pool", pool_finding),
            ("commit.leaves", full(commitment::leaves(files, setup, pool))),
        ]);
        leaves = found;
    }
    if kind.beacon() {
        findings.push(("commit.time", commitment::time(commit)));
    }
    let beacon = beacon::read(files);
    if kind.draw && kind.beacon() {
        findings.push(("beacon.round", beacon::round(beacon.as_ref(), commit)));
        findings.push(("beacon.signature", beacon::signature(beacon.as_ref())));
    }
    if kind.draw {
        let unknown = || Finding::not_checked(format!("{RESULT} cannot be used, so what was drawn is not known"));
        let of = |check: &dyn Fn(&result::ResultFile) -> Finding| drawn.map_or_else(unknown, check);
        let seed = |result: &result::ResultFile| match kind.commitment {
            true => seed::committed(result, inventory, commit, beacon.as_ref()),
            false => seed::alone(&result.draw),
        };
        findings.push(("draw.form", result_form));
        findings.push(("draw.seed", of(&seed)));
        if drawn.is_none() || kind.digits() != Some(true) {
            findings.push(("draw.key", of(&|result| seed::key(result, inventory, kind.commitment, commit))));
        }
        findings.extend([
            (
                "draw.ticket",
                of(&|result| {
                    seed::ticket(&result.draw, kind.digits(), stated(kind, setup, commit).map(|stated| stated.tickets))
                }),
            ),
            ("draw.panel", of(&|result| panels::drawn(&result.draw, lottery))),
            ("draw.selected", full(of(&|result| rows::selected(&result.draw, files, pool)))),
            ("draw.remaining", full(of(&|result| rows::remaining(&result.draw, files, pool)))),
        ]);
    }
    let mut story = None;
    if let Some(receipt) = receipt {
        let members = stated(kind, setup, commit).map(|stated| stated.members);
        let record = receipt::Record { files, commit, leaves: leaves.as_deref(), members, lottery, result: drawn };
        let (found, told) = receipt::check(receipt, &record);
        findings.extend(receipt::CHECKS.into_iter().zip(found));
        story = told;
    }
    Verification {
        checks: findings.into_iter().map(|(id, finding)| finding.into_check(id)).collect(),
        public: kind.public,
        draw: kind.draw,
        certified: kind.certified.unwrap_or(true),
        on_word,
        commitment: kind.commitment.then(|| Commitment::of(files.bytes(COMMIT), commit)),
        receipt: story,
    }
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
