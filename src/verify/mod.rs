//! Checks a record from its files alone, following `docs/record.md` and nothing else.
//!
//! Everything is recomputed in whole numbers. Nothing here may use the solver, the lottery or the draw of this program, so
//! that a mistake in them cannot hide itself. Each check takes the step before it as the record states it, so that a
//! failure names the link that is broken and not everything after it.

mod chances;
mod files;
mod form;
mod json;
mod panels;
mod pool;
mod presence;
mod rows;
mod say;
mod seed;
mod sheet;

use std::fmt;

pub use files::{FILE_SIZE_LIMIT, Files};
use say::Finding;

/// The outcome of one check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The check was made, and all was right.
    Pass,
    /// The check was made, and something was wrong.
    Fail,
    /// The check could not be made, because something it needs is missing or unusable.
    NotChecked,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Verdict::Pass => "PASS",
            Verdict::Fail => "FAIL",
            Verdict::NotChecked => "NOT CHECKED",
        })
    }
}

/// One check and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The identifier in `docs/record.md`, such as `lottery.quotas`.
    pub id: &'static str,
    /// What came of it.
    pub verdict: Verdict,
    /// In plain words: what was checked, or what is wrong and where, or why it was not checked.
    pub sentence: String,
}

/// What the verification of a record found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// The checks, in the order of `docs/record.md`.
    pub checks: Vec<Check>,
    /// Whether the record holds a draw.
    pub draw: bool,
}

impl Verification {
    /// Whether every check passed.
    pub fn verified(&self) -> bool {
        !self.checks.is_empty() && self.checks.iter().all(|check| check.verdict == Verdict::Pass)
    }

    /// The last line of a verification.
    pub fn verdict_line(&self) -> String {
        match (self.verified(), self.draw) {
            (false, _) => "NOT VERIFIED",
            (true, true) => "VERIFIED",
            (true, false) => "VERIFIED (lottery only; nothing was drawn)",
        }
        .to_owned()
    }

    /// The verification as JSON text, keys in order, with a final line end.
    pub fn to_json(&self) -> String {
        let check = |check: &Check| {
            serde_json::json!({
                "id": check.id,
                "sentence": check.sentence,
                "verdict": check.verdict.to_string(),
            })
        };
        let whole = serde_json::json!({
            "checks": self.checks.iter().map(check).collect::<Vec<_>>(),
            "draw": self.draw,
            "verdict": self.verdict_line(),
            "verified": self.verified(),
        });
        format!("{whole:#}\n")
    }
}

/// Checks a record. Nothing is read or written besides what is handed over.
pub fn verify(files: &Files) -> Verification {
    let (result_form, result) = form::result(files);
    let result = result.as_ref();
    let (pool_form, pool) = pool::check(files, result);
    let pool = pool.as_ref();
    let (lottery_form, lottery) = panels::form(files, result, pool);
    let lottery = lottery.as_ref();
    let (chances_form, chances) = chances::form(files, pool);

    let mut findings = vec![
        ("files.present", presence::present(files, result)),
        ("files.hashes", presence::hashes(files, result)),
        ("result.form", result_form),
        ("pool.form", pool_form),
        ("lottery.form", lottery_form),
        ("lottery.size", panels::size(lottery)),
        ("lottery.quotas", panels::quotas(lottery, pool)),
        ("lottery.tickets", panels::tickets(lottery)),
        ("probabilities.form", chances_form),
        ("probabilities.tickets", chances::tickets(chances.as_ref(), lottery, pool)),
    ];
    match result.map(|result| result.draw.as_ref()) {
        Some(None) => {}
        Some(Some(draw)) => findings.extend([
            ("draw.key", seed::key(draw, files)),
            ("draw.ticket", seed::ticket(draw, lottery)),
            ("draw.panel", panels::drawn(draw, lottery)),
            ("draw.selected", rows::selected(draw, files, pool)),
            ("draw.remaining", rows::remaining(draw, files, pool)),
        ]),
        None => findings.extend(
            ["draw.key", "draw.ticket", "draw.panel", "draw.selected", "draw.remaining"]
                .map(|id| (id, Finding::not_checked("result.json cannot be used, so what was drawn is not known"))),
        ),
    }
    Verification {
        checks: findings.into_iter().map(|(id, finding)| finding.into_check(id)).collect(),
        draw: match result {
            Some(result) => result.draw.is_some(),
            None => presence::DRAW_FILES.iter().any(|name| files.get(name).is_some()),
        },
    }
}
