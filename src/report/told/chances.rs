//! Everybody's chances, beside those under the greedy rule and what is proven to be the best.

use super::html::{Html, Table};
use super::numbers::{Numbers, fraction, quantile};
use super::{NARROW, Told, WIDE};
use crate::language::{Value, Words};
use crate::report::chart::{Chart, Curves, Line, curves};

/// Parts of the people for whom the table says what they have at most.
const PARTS: [f64; 7] = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

/// The proven best smallest chance of those who can have one: as the certificate writes it, as a number, and whether it is about everybody.
fn bound<'a>(told: &Told<'a>) -> Option<(&'a str, f64, bool)> {
    let mut stages = told.stages.iter().filter_map(|text| Some((text.as_str(), fraction(text)?)));
    let (text, value) = stages.find(|(_, value)| *value > 0.0)?;
    let for_all = told.stages.first().is_some_and(|first| first == text);
    Some((text, value, for_all))
}

/// The greedy rule's chances of those for whom the lottery decides, ascending.
fn legacy(told: &Told, numbers: &Numbers) -> Option<(Vec<f64>, u64)> {
    let legacy = told.legacy?;
    let all = legacy.probabilities.as_ref()?;
    let mut open: Vec<f64> = numbers.open.iter().filter_map(|index| all.get(*index).copied()).collect();
    open.sort_by(f64::total_cmp);
    Some((open, legacy.draws))
}

/// The same chance for everybody for whom the lottery decides.
fn even(numbers: &Numbers) -> f64 {
    numbers.open_seats as f64 / numbers.open.len().max(1) as f64
}

/// The curves.
pub(super) fn chart(told: &Told, words: &Words, numbers: &Numbers, width: f64) -> Chart {
    let language = told.language;
    let with = |id: &str, chance: f64| words.say(id, &[("chance", (&language.percent(chance)).into())]);
    let chances = numbers.of_open();
    let legacy = legacy(told, numbers);
    let legacy_name = legacy.as_ref().map(|(_, draws)| words.say("curve-legacy", &[("draws", (*draws).into())]));
    let bound = bound(told)
        .map(|(_, value, for_all)| (value, with(if for_all { "line-bound" } else { "line-bound-rest" }, value)));
    let (title, across) = (words.say("chart-chances", &[]), words.say("axis-members", &[]));
    let (lottery, even_name) = (words.say("curve-lottery", &[]), with("line-even", even(numbers)));
    let ends = |line: &[f64]| (with("mark-smallest", quantile(line, 0.0)), with("mark-largest", quantile(line, 1.0)));
    let beyond = with("mark-beyond", quantile(&chances, 1.0));
    let none = [("people", numbers.without.into())];
    let none = (numbers.without > 0).then(|| words.say("curve-none", &none));
    curves(
        &Curves {
            language,
            title: &title,
            across: &across,
            lottery: Line { chances: &chances, name: &lottery, ends: ends(&chances) },
            none: none.as_deref(),
            legacy: legacy.as_ref().zip(legacy_name.as_deref()).map(|((line, _), name)| Line {
                chances: line,
                name,
                ends: ends(line),
            }),
            even: (even(numbers), &even_name),
            bound: bound.as_ref().map(|(value, name)| (*value, name.as_str())),
            beyond: &beyond,
        },
        width,
    )
}

pub(super) fn write(page: &mut Html, told: &Told, numbers: &Numbers) {
    let language = told.language;
    let percent = |chance: f64| language.percent(chance);
    page.section("chances-heading");
    page.told("chances-intro", &[]);
    if !numbers.is_for_all() {
        page.told("chances-open", &[]);
    }
    let (wide, narrow) = (chart(told, page.words(), numbers, WIDE), chart(told, page.words(), numbers, NARROW));
    page.figure(&wide, Some(&narrow), &table(page, told, numbers));
    let (smallest, largest) = numbers.ends();
    page.told("chances-smallest", &[("chance", (&percent(smallest)).into()), ("largest", (&percent(largest)).into())]);
    if numbers.without > 0 {
        page.told("chances-none", &[("people", numbers.without.into())]);
        page.told("chances-smallest-drawn", &[("chance", (&percent(numbers.smallest_drawn())).into())]);
    }
    if let Some((text, value, for_all)) = bound(told) {
        let id = if for_all { "chances-bound" } else { "chances-bound-rest" };
        page.told(id, &[("fraction", text.into()), ("chance", (&percent(value)).into())]);
    }
    let even = percent(even(numbers));
    let values: [(&str, Value); 3] =
        [("seats", numbers.open_seats.into()), ("people", numbers.open.len().into()), ("chance", (&even).into())];
    page.told("chances-even", &values);
    match (told.legacy, legacy(told, numbers)) {
        (Some(rule), Some((line, draws))) => {
            let seed = rule.seed.to_string();
            let (least, most) = (quantile(&line, 0.0), quantile(&line, 1.0));
            page.told(
                "chances-legacy",
                &[
                    ("draws", draws.into()),
                    ("seed", (&seed).into()),
                    ("smallest", (&percent(least)).into()),
                    ("largest", (&percent(most)).into()),
                ],
            );
        }
        (Some(_), None) => page.told("chances-no-legacy", &[]),
        (None, _) => {}
    }
}

fn table(page: &Html, told: &Told, numbers: &Numbers) -> Table {
    let language = told.language;
    let chances = numbers.of_open();
    let legacy = legacy(told, numbers);
    let mut header = vec![page.say("col-people", &[]), page.say("col-lottery", &[])];
    header.extend(legacy.as_ref().map(|_| page.say("col-legacy", &[])));
    let row = |name: String, part: f64| {
        let mut row = vec![name, language.percent(quantile(&chances, part))];
        row.extend(legacy.as_ref().map(|(line, _)| language.percent(quantile(line, part))));
        row
    };
    let mut rows = vec![row(page.say("row-least", &[]), 0.0)];
    rows.extend(PARTS.map(|part| {
        let share = language.whole_percent(part);
        row(page.say("row-part", &[("share", (&share).into())]), part)
    }));
    rows.push(row(page.say("row-most", &[]), 1.0));
    Table { header, rows, words: 1 }
}
