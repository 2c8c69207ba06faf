//! `certificate.*`: that no lottery over panels that meet the rules is fairer, following `docs/certificate.md` and nothing else.
//!
//! Types and rules are worked out from the pool and the quotas here, so that the solver cannot have left any out.

mod cuts;
mod file;
mod gap;
mod number;
mod rules;
mod stages;
mod types;

use num_bigint::BigInt;

use crate::verify::files::Files;
use crate::verify::pool::Pool;
use crate::verify::say::{Finding, Problems, count, list, quote};
use crate::verify::table::CERTIFICATE;
use cuts::Word;
use file::Certificate;
use rules::Rules;
use types::Types;

/// The identifiers of the checks, in their order.
pub(super) const CHECKS: [&str; 4] = ["certificate.form", "certificate.cuts", "certificate.stages", "certificate.gap"];

/// What the four checks found, in their order, and how many stages rest on a solver's word.
pub(super) struct Findings {
    pub(super) findings: [Finding; 4],
    pub(super) on_word: usize,
    /// How far the chances are from those of the certificate, in tenths of a percentage point, where a verdict says so.
    pub(super) tenths: Option<BigInt>,
}

/// Makes the four checks. `tickets` are those of each member, out of `of`, or why they are not known.
pub(super) fn check(files: &Files, pool: Option<&Pool>, tickets: Result<&[u128], &'static str>, of: u64) -> Findings {
    let unmade = |form: Finding, why: &str| Findings {
        findings: [form, Finding::not_checked(why), Finding::not_checked(why), Finding::not_checked(why)],
        on_word: 0,
        tenths: None,
    };
    let unusable = "certificate.json cannot be used";
    let Some(bytes) = files.bytes(CERTIFICATE) else {
        return unmade(Finding::without(CERTIFICATE), unusable);
    };
    let format = files.format("certificate/1");
    let certificate = match file::read(bytes, &format) {
        Ok(certificate) => certificate,
        Err(why) => return unmade(Finding::fail(why), unusable),
    };
    let Some(pool) = pool else {
        let why = "the pool cannot be used, so the types and rules are not known";
        return unmade(Finding::not_checked(why), why);
    };
    let types = Types::of(&pool.instance);
    if u64::try_from(types.kinds.len()).ok() != Some(certificate.types) {
        let why =
            format!("certificate.json: \"types\" is {}, but the pool has {}", certificate.types, types.kinds.len());
        return unmade(Finding::fail(why), unusable);
    }
    let form = Finding::pass(format!(
        "certificate.json has the form {format}, for {}.",
        count(types.kinds.len(), "member type", "member types")
    ));
    let mut rules = match Rules::of(&pool.instance, &types, &pool.quotas) {
        Ok(rules) => rules,
        Err(why) => return unmade(form, &why),
    };
    if let Some(name) = certificate.rules().find(|name| !rules.knows(name, certificate.cuts.len())) {
        return unmade(Finding::fail(format!("{CERTIFICATE}: there is no rule {} here", quote(name))), unusable);
    }
    let word = Word::of(&certificate);
    let on_word: Vec<u64> = (1..)
        .zip(&certificate.stages)
        .filter(|(_, stage)| !word.among(&stage.multipliers).is_empty())
        .map(|(number, _)| number)
        .collect();
    let mut wrong_cuts = Problems::default();
    cuts::check(&certificate, &types, &mut rules, &mut wrong_cuts);
    let proven = !wrong_cuts.any();
    let mut wrong_stages = Problems::default();
    let fixed = stages::check(&certificate, &types, &rules, &mut wrong_stages);
    let (gap, tenths) = match tickets {
        Ok(_) if wrong_stages.any() => {
            (Finding::not_checked("the stages do not settle what the probabilities should be"), None)
        }
        Ok(tickets) => gap::check(&certificate, &types, &fixed, tickets, of),
        Err(why) => (Finding::not_checked(why), None),
    };
    let cuts = wrong_cuts.failure().unwrap_or_else(|| cuts_right(&certificate, &word, &on_word));
    let stages = wrong_stages.or_pass(stages_right(&certificate, &word, &on_word, proven));
    Findings { findings: [form, cuts, stages, gap], on_word: on_word.len(), tenths }
}

fn cuts_right(certificate: &Certificate, word: &Word, on_word: &[u64]) -> Finding {
    let number = certificate.cuts.len();
    let cuts = count(number, "cut", "cuts");
    let are = if number == 1 { "is" } else { "are" };
    match (word.own.as_slice(), on_word) {
        _ if number == 0 => Finding::pass("There are no cuts to prove."),
        ([], _) => Finding::pass(format!("{cuts} {are} proven by arithmetic.")),
        (own, []) => {
            let own = cuts_named(own);
            Finding::pass(format!("{cuts}; the solver's word alone stands for {own}, and no stage needs it."))
        }
        (own, [stage]) => Finding::not_checked(format!(
            "the solver's word alone stands for {}; stage {stage} rests on it",
            cuts_named(own)
        )),
        (own, stages) => Finding::not_checked(format!(
            "the solver's word alone stands for {}; stages {} rest on it",
            cuts_named(own),
            list(stages)
        )),
    }
}

fn stages_right(certificate: &Certificate, word: &Word, on_word: &[u64], proven: bool) -> String {
    let stages = count(certificate.stages.len(), "stage", "stages");
    let all = if certificate.stages.len() == 1 { "" } else { "all " };
    if !on_word.is_empty() {
        let mut cuts: Vec<u64> = certificate.stages.iter().flat_map(|stage| word.among(&stage.multipliers)).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let cuts = cuts_named(&cuts);
        match on_word {
            [stage] => format!("{stages}; stage {stage} rests on the word of the solver ({cuts})."),
            on_word => format!("{stages}; stages {} rest on the word of the solver ({cuts}).", list(on_word)),
        }
    } else if proven {
        format!("{stages}, {all}settled by arithmetic alone.")
    } else {
        format!("{stages}, {all}settled if the cuts hold.")
    }
}

/// "cut 2" or "cuts [2, 5]".
fn cuts_named(numbers: &[u64]) -> String {
    match numbers {
        [number] => format!("cut {number}"),
        numbers => format!("cuts {}", list(numbers)),
    }
}
