//! People who belong to two groups at once: what the lottery gives them although no quota speaks of them.
//!
//! For groups A and B of two categories, let c be how many of a panel's members belong to both, and s = k·|A∩B|/n, where n counts the members of
//! the pool who are not excluded. Over the tickets of the lottery: the mean of c, the part with c ≥ 1, and the part with ⌊s⌋ ≤ c ≤ ⌈s⌉. All of
//! these are whole numbers over the number of tickets; where p panels are drawn together, over all p panels of each ticket.

use std::collections::BTreeMap;

use super::Told;
use super::html::{Html, Table};
use crate::instance::{Instance, Standing};
use crate::lottery::Lottery;
use crate::report::chart::{Bar, bars};

/// Pairs in the chart.
const SHOWN: usize = 10;

/// Two feature values: category and value of each.
type Key = (usize, usize, usize, usize);

/// What is known of two groups. `tickets`, `one` and `rounded` count tickets, `panels` times each where several panels are drawn together.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pair {
    key: Key,
    /// Members of the pool in both, who are not excluded.
    pool: usize,
    /// Seats over all tickets.
    seats: u128,
    /// Tickets with at least one member.
    one: u128,
    /// Tickets with as many members as by the share of the pool, rounded down or up.
    rounded: u128,
    /// Members on the drawn panel, or on all that were drawn together.
    drawn: Option<usize>,
}

/// Everybody's pairs of values, of members who are not excluded.
fn in_pool(instance: &Instance) -> BTreeMap<Key, usize> {
    let mut pool = BTreeMap::new();
    for member in instance.members().iter().filter(|member| member.standing != Standing::Excluded) {
        for key in keys(&member.values) {
            *pool.entry(key).or_default() += 1;
        }
    }
    for combination in instance.combinations() {
        if let [(a, u), (b, v)] = combination.terms.as_slice() {
            pool.remove(&(*a, *u, *b, *v));
        }
    }
    pool
}

fn keys(values: &[usize]) -> impl Iterator<Item = Key> {
    let later = |a: usize| values.iter().enumerate().skip(a + 1);
    values.iter().enumerate().flat_map(move |(a, u)| later(a).map(move |(b, v)| (a, *u, b, *v)))
}

/// How many of some members belong to each pair that any of them belongs to.
fn counts(instance: &Instance, members: impl Iterator<Item = u32>) -> Vec<(Key, usize)> {
    let members = members.filter_map(|number| instance.members().get((number as usize).checked_sub(1)?));
    let mut all: Vec<Key> = members.flat_map(|member| keys(&member.values)).collect();
    all.sort_unstable();
    all.chunk_by(|one, next| one == next).filter_map(|same| Some((*same.first()?, same.len()))).collect()
}

/// All pairs with somebody in the pool and without a quota of their own.
fn pairs(
    instance: &Instance,
    lottery: &Lottery,
    split: Option<&[Vec<u32>]>,
    panels: usize,
    drawn: Option<&[u32]>,
) -> Vec<Pair> {
    let people = instance.members().iter().filter(|member| member.standing != Standing::Excluded).count().max(1);
    let seats = instance.size() / panels;
    let mut found: BTreeMap<Key, Pair> = in_pool(instance)
        .into_iter()
        .map(|(key, pool)| (key, Pair { key, pool, seats: 0, one: 0, rounded: 0, drawn: None }))
        .collect();
    let all = u128::from(lottery.tickets()) * panels as u128;
    // Panels with nobody of a pair are as many as there are, unless the panels below say otherwise.
    for pair in found.values_mut() {
        pair.rounded = if rounded(pair.pool, seats, people).0 == 0 { all } else { 0 };
    }
    for (place, panel) in lottery.panels().enumerate() {
        let split = split.and_then(|split| split.get(place));
        for number in 1..=panels as u32 {
            let on = |seat: usize| split.is_none_or(|split| split.get(seat) == Some(&number));
            let members = panel.members.iter().enumerate().filter(|(seat, _)| on(*seat)).map(|(_, member)| *member);
            for (key, count) in counts(instance, members) {
                let Some(pair) = found.get_mut(&key) else { continue };
                let (tickets, (least, most)) = (u128::from(panel.tickets), rounded(pair.pool, seats, people));
                pair.seats += tickets * count as u128;
                pair.one += tickets;
                if least == 0 {
                    pair.rounded -= tickets;
                }
                if (least..=most).contains(&count) {
                    pair.rounded += tickets;
                }
            }
        }
    }
    if let Some(drawn) = drawn {
        let counts: BTreeMap<Key, usize> = counts(instance, drawn.iter().copied()).into_iter().collect();
        for pair in found.values_mut() {
            pair.drawn = Some(counts.get(&pair.key).copied().unwrap_or_default());
        }
    }
    found.into_values().collect()
}

/// Seats by the share of the pool, rounded down and up.
fn rounded(pool: usize, seats: usize, people: usize) -> (usize, usize) {
    (seats * pool / people, (seats * pool).div_ceil(people))
}

pub(super) fn write(page: &mut Html, told: &Told) {
    let (instance, language, panels) = (told.instance, told.language, told.setup.panels());
    let drawn = told.outcome.map(|outcome| outcome.draw.panel.members.as_slice());
    let pairs = pairs(instance, told.lottery, told.split, panels, drawn);
    let all = u128::from(told.lottery.tickets()) * panels as u128;
    let people = instance.members().iter().filter(|member| member.standing != Standing::Excluded).count().max(1);
    let name = |pair: &Pair| {
        let (a, u, b, v) = pair.key;
        let value = |category: usize, value: usize| {
            let found = instance.categories().get(category).and_then(|category| category.values.get(value));
            found.map_or("", |value| value.name.as_str())
        };
        page_pair(page, value(a, u), value(b, v))
    };
    // The example is the pair with the most members: nobody doubts that there are such people.
    let Some(example) = pairs.iter().max_by_key(|pair| (pair.pool, std::cmp::Reverse(pair.key))) else { return };
    let example = name(example);
    let part = |tickets: u128| tickets as f64 / all as f64;
    let certain = pairs.iter().filter(|pair| pair.one == all).count();
    let mut unsure: Vec<&Pair> =
        pairs.iter().filter(|pair| pair.one < all && rounded(pair.pool, told.seats(), people).0 > 0).collect();
    unsure.sort_by_key(|pair| (pair.one, pair.key));
    let rows: Vec<Bar> = unsure
        .iter()
        .take(SHOWN)
        .map(|pair| Bar { name: name(pair), share: part(pair.one), label: language.percent(part(pair.one)) })
        .collect();
    let table = Table {
        header: header(page, panels, drawn.is_some()),
        rows: pairs
            .iter()
            .map(|pair| {
                let by_share = (told.seats() * pair.pool) as f64 / people as f64;
                let mut row = vec![
                    name(pair),
                    language.number(pair.pool as u64),
                    language.decimal(by_share, 2),
                    language.decimal(part(pair.seats), 2),
                    language.percent(part(pair.one)),
                    language.percent(part(pair.rounded)),
                ];
                row.extend(pair.drawn.filter(|_| panels == 1).map(|seats| language.number(seats as u64)));
                row
            })
            .collect(),
        words: 1,
    };
    page.section("pairs-heading");
    page.told("pairs-intro", &[("example", (&example).into())]);
    if panels > 1 {
        page.told("pairs-together", &[]);
    }
    page.told("pairs-count", &[("pairs", pairs.len().into()), ("certain", certain.into())]);
    let title = page.say("chart-pairs", &[]);
    if rows.is_empty() {
        page.told("pairs-all", &[]);
        page.details(&title, &table);
    } else {
        page.told("pairs-shown", &[]);
        page.open_figures();
        page.figure(&bars(title, &rows, language), None, &table);
        page.close_figures();
    }
}

fn page_pair(page: &Html, one: &str, other: &str) -> String {
    page.say("pair", &[("one", one.into()), ("other", other.into())])
}

fn header(page: &Html, panels: usize, drawn: bool) -> Vec<String> {
    let mut header = ["col-pair", "col-pool", "col-by-share", "col-average", "col-one", "col-rounded"]
        .map(|id| page.say(id, &[]))
        .to_vec();
    header.extend((drawn && panels == 1).then(|| page.say("col-drawn", &[])));
    header
}
