//! The seed and the ticket, how to check them, and what no check can show.

use super::Told;
use super::html::Html;
use crate::language::Value;
use crate::record::{LEXIMIN, Source, time_of};
use crate::report::text::fingerprint_lines;

pub(super) fn write(page: &mut Html, told: &Told) {
    page.section("draw-heading");
    seed(page, told);
    page.told("draw-rule", &[]);
    codes(page, told);
    checks(page, told);
    limits(page, told);
}

fn seed(page: &mut Html, told: &Told) {
    let drawn = told.outcome.is_some();
    let Some((commitment, _)) = &told.commitment else {
        page.told(if drawn { "draw-at-once" } else { "will-open" }, &[]);
        return;
    };
    let moment = told.language.moment(&commitment.published.to_string());
    page.told("draw-committed", &[("moment", (&moment).into())]);
    if !commitment.previous.is_empty() {
        page.told("draw-attempts", &[("attempts", (&commitment.previous.join(", ")).into())]);
    }
    match commitment.seed {
        Source::Beacon { round } => {
            let moment = time_of(round).map(|moment| told.language.moment(&moment.to_string())).unwrap_or_default();
            let values: [(&str, Value); 2] = [("round", round.into()), ("moment", (&moment).into())];
            page.told(if drawn { "draw-beacon" } else { "will-beacon" }, &values);
        }
        Source::Digits { count } => match drawn {
            true => page.told("draw-digits", &[]),
            false => page.told("will-digits", &[("count", u64::from(count).into())]),
        },
        Source::Phrase => page.told(if drawn { "draw-phrase" } else { "will-phrase" }, &[]),
    }
}

fn codes(page: &mut Html, told: &Told) {
    let mut codes = Vec::new();
    if let Some((_, fingerprint)) = &told.commitment {
        codes.push((page.say("label-fingerprint", &[]), fingerprint_lines(fingerprint).join(" ")));
    }
    if let Some(outcome) = told.outcome {
        let draw = &outcome.draw;
        codes.push((page.say("label-seed", &[]), draw.seed.clone()));
        codes.extend(draw.key.as_ref().map(|key| (page.say("label-key", &[]), fingerprint_lines(key).join(" "))));
    }
    if !codes.is_empty() {
        page.codes(&codes);
    }
    if let Some(outcome) = told.outcome {
        let values: [(&str, Value); 2] =
            [("ticket", outcome.draw.ticket.into()), ("tickets", told.lottery.tickets().into())];
        let ticket = page.say("ticket-of", &values);
        let panel = told.language.number(outcome.draw.panel.number as u64);
        page.pairs(&[(page.say("label-ticket", &[]), ticket), (page.say("label-panel", &[]), panel)]);
    }
}

fn checks(page: &mut Html, told: &Told) {
    page.section("verify-heading");
    // Only a record with a commitment has a public form; whoever publishes it has the script in its folder.
    let public = told.commitment.is_some();
    let (intro, program, script) = match public {
        true => ("verify-public", "klero verify public", "python3 public/verify.py public"),
        false => ("verify-intro", "klero verify record", "python3 verify.py record"),
    };
    page.told(intro, &[]);
    let list = [
        page.say("verify-page", &[]),
        page.say("verify-program", &[("command", program.into())]),
        page.say("verify-script", &[("command", script.into())]),
        page.say("verify-hand", &[]),
    ];
    page.list(&list);
    if public {
        page.told("verify-needs", &[]);
    }
    let beacon = told.commitment.as_ref().is_some_and(|(found, _)| matches!(found.seed, Source::Beacon { .. }));
    if beacon && told.outcome.is_some() {
        page.told("verify-beacon", &[]);
    }
    if public {
        page.told("verify-receipt", &[]);
    }
    page.told("verify-said", &[]);
    let (line, verdict) = (&told.verdict.line, told.verdict.told(page.words()));
    if *line != verdict {
        page.verdict(&verdict);
    }
    page.quoted(line);
    if told.verdict.verified {
        page.told("verify-means", &[]);
    }
    if !told.verdict.remarks.is_empty() {
        page.told("verify-brackets", &[]);
    }
    if told.alone {
        page.told("verify-alone", &[]);
    }
}

fn limits(page: &mut Html, told: &Told) {
    page.section("limits-heading");
    let limits = [
        ("limit-pool", true),
        ("limit-seed", told.commitment.is_none()),
        ("limit-published", told.commitment.is_some()),
        ("limit-objective", told.setup.objective != LEXIMIN),
        ("limit-dropouts", told.setup.before.is_some()),
        ("limit-features", true),
        ("limit-small", true),
    ];
    let limits: Vec<String> = limits.into_iter().filter(|(_, there)| *there).map(|(id, _)| page.say(id, &[])).collect();
    page.list(&limits);
}
