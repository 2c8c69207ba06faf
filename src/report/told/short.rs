//! What happened, in plain words and a few numbers.

use super::Told;
use super::html::Html;
use super::numbers::Numbers;
use crate::language::Value;
use crate::record::{LEXIMIN, Step};

pub(super) fn write(page: &mut Html, told: &Told, numbers: &Numbers) {
    page.section("how-heading");
    page.facts(&facts(page, told, numbers));
    match told.step() {
        None => page.told("how-quotas", &[]),
        Some(Step::Replace(_)) => page.told("how-replace", &[]),
        Some(Step::Alternates(_)) => page.told("how-alternates", &[]),
        Some(Step::Rotate) => page.told("how-rotate", &[]),
    }
    if told.setup.panels() > 1 {
        page.told("how-together", &[]);
    }
    page.told(if told.setup.panels() > 1 { "how-sets" } else { "how-panels" }, &[]);
    if told.setup.objective == LEXIMIN {
        page.told("how-leximin", &[]);
        match told.verdict.gap(told.language) {
            None => page.told("how-fairest", &[]),
            Some(points) => {
                page.told("how-rounded", &[("tickets", told.lottery.tickets().into()), ("points", (&points).into())]);
            }
        }
    } else {
        page.told("how-other", &[("objective", (&told.setup.objective).into())]);
    }
    page.told(if told.outcome.is_some() { "how-ticket" } else { "how-waiting" }, &[]);
    let rules = rules(page, told);
    if !rules.is_empty() {
        page.told("how-rules", &[]);
        page.list(&rules);
    }
}

fn facts(page: &Html, told: &Told, numbers: &Numbers) -> Vec<(String, String)> {
    let language = told.language;
    let number = |number: usize| language.number(number as u64);
    let panels = told.setup.panels();
    let mut facts = vec![("fact-pool", number(told.setup.members)), ("fact-panel", number(told.seats()))];
    if panels > 1 {
        facts.push(("fact-panels", number(panels)));
    }
    if !numbers.is_for_all() {
        facts.push(("fact-open-people", number(numbers.open.len())));
        facts.push(("fact-open-seats", number(numbers.open_seats)));
    }
    let (smallest, largest) = numbers.ends();
    facts.push((if panels > 1 { "fact-sets" } else { "fact-lottery" }, number(told.lottery.panels().len())));
    facts.push(("fact-tickets", language.number(told.lottery.tickets())));
    if let Some(outcome) = told.outcome {
        facts.push(("fact-ticket", language.number(outcome.draw.ticket)));
        facts.push(("fact-number", number(outcome.draw.panel.number)));
    }
    facts.push(("fact-smallest", language.percent(smallest)));
    if numbers.without > 0 {
        facts.push(("fact-none", number(numbers.without)));
        facts.push(("fact-smallest-drawn", language.percent(numbers.smallest_drawn())));
    }
    facts.push(("fact-largest", language.percent(largest)));
    facts.into_iter().map(|(id, value)| (page.say(id, &[]), value)).collect()
}

/// The rules beside the quotas.
fn rules(page: &Html, told: &Told) -> Vec<String> {
    let rules = &told.setup.rules;
    let mut list = Vec::new();
    let mut say = |id: &str, name: &str, number: usize, there: bool| {
        if there {
            list.push(page.say(id, &[(name, Value::from(number))]));
        }
    };
    say("rule-household", "limit", rules.household_limit, !rules.household_columns.is_empty());
    say("rule-apart", "groups", rules.apart.len(), !rules.apart.is_empty());
    say("rule-include", "people", rules.include.len(), !rules.include.is_empty());
    say("rule-exclude", "people", rules.exclude.len(), !rules.exclude.is_empty());
    list
}
