//! Checks a record from its files alone, following `docs/record.md` and nothing else.
//!
//! Everything is recomputed in whole numbers. Nothing here may use the solver, the lottery or the draw of this program, so
//! that a mistake in them cannot hide itself. Each check takes the step before it as the record states it, so that a
//! failure names the link that is broken and not everything after it.

mod certificate;
mod chances;
mod files;
mod form;
mod json;
mod lottery;
mod packed;
mod panels;
mod pool;
mod presence;
mod rows;
mod say;
mod seed;
mod sheet;
mod singled;
mod stream;

use std::fmt;

pub use files::{FILE_SIZE_LIMIT, Files, LOTTERY_SIZE_LIMIT};
use presence::Inventory;
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
    /// Whether the record claims the fairest lottery, so that it has a certificate.
    pub certified: bool,
    /// How many stages of the certificate rest on a solver's word.
    pub on_word: usize,
}

impl Verification {
    /// Whether every check passed.
    pub fn verified(&self) -> bool {
        !self.checks.is_empty() && self.checks.iter().all(|check| check.verdict == Verdict::Pass)
    }

    /// Whether every check passed, but for cuts of the certificate that nothing but a solver's word stands for.
    fn verified_but_for_word(&self) -> bool {
        let fine = |check: &Check| match check.verdict {
            Verdict::Pass => true,
            Verdict::NotChecked => check.id == "certificate.cuts",
            Verdict::Fail => false,
        };
        self.on_word > 0 && self.checks.iter().all(fine)
    }

    /// The last line of a verification.
    pub fn verdict_line(&self) -> String {
        let word = self.verified_but_for_word();
        if !self.verified() && !word {
            return "NOT VERIFIED".to_owned();
        }
        let notes: Vec<&str> = [
            (!self.draw).then_some("lottery only; nothing was drawn"),
            (!self.certified).then_some("no certificate; how fair the lottery is was not checked"),
        ]
        .into_iter()
        .flatten()
        .collect();
        let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join("; ")) };
        let word = match (word, self.on_word) {
            (false, _) => String::new(),
            (true, 1) => ", EXCEPT THAT THE FAIRNESS OF 1 STAGE RESTS ON A SOLVER'S WORD".to_owned(),
            (true, stages) => format!(", EXCEPT THAT THE FAIRNESS OF {stages} STAGES RESTS ON A SOLVER'S WORD"),
        };
        format!("VERIFIED{notes}{word}")
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
            "certified": self.certified,
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
    let reading = lottery::read(files);
    let inventory = Inventory::new(files, reading.as_ref());
    let lottery = reading.as_ref().and_then(|reading| Some(&reading.as_ref().ok()?.lottery));
    let lottery_form = panels::form(lottery, result, pool);
    let lottery = lottery.and_then(|lottery| lottery.as_ref().ok());
    let (chances_form, chances) = chances::form(files, pool);

    let mut findings = vec![
        ("files.present", presence::present(&inventory, result)),
        ("files.hashes", presence::hashes(&inventory, result)),
        ("result.form", result_form),
        ("pool.form", pool_form),
        ("lottery.form", lottery_form),
        ("lottery.size", panels::size(lottery)),
        ("lottery.quotas", panels::quotas(lottery, pool)),
        ("lottery.rules", singled::check(lottery, pool, result.map(|result| &result.rules))),
        ("lottery.tickets", panels::tickets(lottery)),
    ];
    let sums = chances::sums(lottery, pool);
    let sums = sums.as_deref().map_err(|why| *why);
    let of = lottery.map_or(0, |lottery| lottery.tickets);
    let mut on_word = 0;
    match result {
        Some(result) if !result.certified() => {}
        Some(_) => {
            let found = certificate::check(files, pool, sums, of);
            findings.extend(certificate::CHECKS.into_iter().zip(found.findings));
            on_word = found.on_word;
        }
        None => {
            let why = "result.json cannot be used, so what the lottery claims to be is not known";
            findings.extend(certificate::CHECKS.map(|id| (id, Finding::not_checked(why))));
        }
    }
    findings.extend([
        ("probabilities.form", chances_form),
        ("probabilities.tickets", chances::tickets(chances.as_ref(), sums, of)),
    ]);
    match result.map(|result| result.draw.as_ref()) {
        Some(None) => {}
        Some(Some(draw)) => findings.extend([
            ("draw.key", seed::key(draw, &inventory)),
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
        certified: result.is_none_or(form::ResultFile::certified),
        on_word,
    }
}
