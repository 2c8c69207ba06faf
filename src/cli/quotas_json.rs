//! What `klero quotas --json` prints. Shares and exact seats are fractions, so that nothing is rounded away.

use klero::apportion::{Apportionment, CategoryQuotas, Shortage, Unit, ValueQuota, short_decimal};
use serde::Serialize;

use super::quotas::Verdict;

/// Digits of sums: more than any of them has.
const DIGITS: usize = 40;

#[derive(Serialize)]
struct Answer<'a> {
    size: usize,
    rounding: &'static str,
    slack: String,
    categories: Vec<Category<'a>>,
    pool: Option<Pool<'a>>,
}

#[derive(Serialize)]
struct Category<'a> {
    category: &'a str,
    read_as: &'static str,
    sum: String,
    tie: Option<TieBreak<'a>>,
    values: Vec<Value<'a>>,
}

#[derive(Serialize)]
struct TieBreak<'a> {
    got_a_seat: Vec<&'a str>,
    got_none: Vec<&'a str>,
    decided_by: &'static str,
}

#[derive(Serialize)]
struct Value<'a> {
    value: &'a str,
    given: &'a str,
    share: String,
    exact_seats: String,
    seats: usize,
    min: usize,
    max: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pool: Option<usize>,
}

#[derive(Serialize)]
struct Pool<'a> {
    members: usize,
    short: Vec<Short<'a>>,
    narrow: Vec<Few<'a>>,
    panel_exists: Option<bool>,
}

#[derive(Serialize)]
struct Short<'a> {
    category: &'a str,
    value: &'a str,
    min: usize,
    members: usize,
    missing: usize,
}

#[derive(Serialize)]
struct Few<'a> {
    category: &'a str,
    seats: usize,
}

/// The quotas, and what the pool says to them.
pub fn json(quotas: &Apportionment, verdict: Option<&Verdict>) -> serde_json::Result<String> {
    let counts = |category: usize| verdict.and_then(|verdict| verdict.answer.counts.get(category));
    let categories = quotas.categories.iter().enumerate();
    let answer = Answer {
        size: quotas.plan.size,
        rounding: quotas.plan.rounding.name(),
        slack: quotas.plan.slack.to_string(),
        categories: categories.map(|(place, of)| category(of, counts(place))).collect(),
        pool: verdict.map(|Verdict { answer, panel }| Pool {
            members: answer.members,
            short: answer.short.iter().map(short).collect(),
            narrow: answer.narrow.iter().map(|few| Few { category: &few.category, seats: few.seats }).collect(),
            panel_exists: *panel,
        }),
    };
    Ok(serde_json::to_string_pretty(&answer)? + "\n")
}

fn category<'a>(category: &'a CategoryQuotas, counts: Option<&Vec<usize>>) -> Category<'a> {
    let names = |places: &[usize]| {
        let values = places.iter().filter_map(|&place| category.values.get(place));
        values.map(|value| value.name.as_str()).collect()
    };
    let value = |(place, value): (usize, &'a ValueQuota)| Value {
        value: &value.name,
        given: &value.given,
        share: value.share.to_string(),
        exact_seats: value.exact.to_string(),
        seats: value.seats,
        min: value.min,
        max: value.max,
        pool: counts.and_then(|counts| counts.get(place).copied()),
    };
    Category {
        category: &category.name,
        read_as: match category.unit {
            Unit::Counts => "counts",
            Unit::Fractions => "fractions",
            Unit::Percentages => "percentages",
        },
        sum: short_decimal(&category.sum, DIGITS),
        tie: category.tie.as_ref().map(|tie| TieBreak {
            got_a_seat: names(&tie.got),
            got_none: names(&tie.not),
            decided_by: if tie.by_share { "share" } else { "order" },
        }),
        values: category.values.iter().enumerate().map(value).collect(),
    }
}

fn short(short: &Shortage) -> Short<'_> {
    Short {
        category: &short.category,
        value: &short.value,
        min: short.min,
        members: short.members,
        missing: short.missing(),
    }
}
