//! People who belong to two groups at once: what the lottery gives them although no quota speaks of them.
//!
//! For groups A and B of two categories, let c be how many of a panel's members belong to both, and s = k·|A∩B|/n, where n counts the members of
//! the pool who are not excluded. Over the tickets of the lottery: the mean of c, the part with c ≥ 1, and the part with ⌊s⌋ ≤ c ≤ ⌈s⌉. All of
//! these are whole numbers over the number of tickets; where p panels are drawn together, over all p panels of each ticket. Where the share of the
//! population that is in both is known, the last part is counted for s = k times that share as well.

use std::collections::BTreeMap;

use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::html::{Html, Table};
use super::{PairShares, Told};
use crate::instance::{Instance, Standing};
use crate::lottery::Lottery;
use crate::report::chart::{Bar, bars};

/// Pairs in the chart.
const SHOWN: usize = 10;

/// Two feature values: category and value of each.
type Key = (usize, usize, usize, usize);

/// A number of seats, rounded down and up.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Near {
    seats: BigRational,
    least: usize,
    most: usize,
    /// Tickets with so many members.
    tickets: u128,
}

impl Near {
    /// `all` tickets have panels with nobody, unless it is said otherwise.
    fn of(seats: BigRational, all: u128) -> Self {
        let whole = |seats: BigRational| seats.to_integer().to_usize().unwrap_or(usize::MAX);
        let (least, most) = (whole(seats.floor()), whole(seats.ceil()));
        Self { seats, least, most, tickets: if least == 0 { all } else { 0 } }
    }

    /// Of all, so many tickets have a panel with so many members, at least one.
    fn count(&mut self, members: usize, tickets: u128) {
        if self.least == 0 {
            self.tickets -= tickets;
        }
        if (self.least..=self.most).contains(&members) {
            self.tickets += tickets;
        }
    }

    /// The seats as a number to be shown.
    fn shown(&self) -> f64 {
        self.seats.to_f64().unwrap_or_default()
    }
}

impl Pair {
    /// What the chart goes by: the share of the population, or else of the pool.
    fn wanted(&self) -> &Near {
        self.by_population.as_ref().unwrap_or(&self.by_pool)
    }
}

/// What is known of two groups. `seats`, `one` and the others count tickets, `panels` times each where several panels are drawn together.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pair {
    key: Key,
    /// Members of the pool in both, who are not excluded.
    pool: usize,
    /// Seats over all tickets.
    seats: u128,
    /// Tickets with at least one member.
    one: u128,
    /// As many members as by the share of the pool.
    by_pool: Near,
    /// As many members as by the share of the population, where it is known.
    by_population: Option<Near>,
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
    shares: Option<&PairShares>,
) -> Vec<Pair> {
    let people = instance.members().iter().filter(|member| member.standing != Standing::Excluded).count().max(1);
    let seats = instance.size() / panels;
    let all = u128::from(lottery.tickets()) * panels as u128;
    let pair = |key: Key, pool: usize| {
        let by_pool = Near::of(BigRational::new((seats * pool).into(), people.into()), all);
        let share = shares.and_then(|shares| shares.get(&key));
        let by_population = share.map(|share| Near::of(share * BigRational::from_integer(seats.into()), all));
        Pair { key, pool, seats: 0, one: 0, by_pool, by_population, drawn: None }
    };
    let mut found: BTreeMap<Key, Pair> =
        in_pool(instance).into_iter().map(|(key, pool)| (key, pair(key, pool))).collect();
    for (place, panel) in lottery.panels().enumerate() {
        let split = split.and_then(|split| split.get(place));
        for number in 1..=panels as u32 {
            let on = |seat: usize| split.is_none_or(|split| split.get(seat) == Some(&number));
            let members = panel.members.iter().enumerate().filter(|(seat, _)| on(*seat)).map(|(_, member)| *member);
            for (key, count) in counts(instance, members) {
                let Some(pair) = found.get_mut(&key) else { continue };
                let tickets = u128::from(panel.tickets);
                pair.seats += tickets * count as u128;
                pair.one += tickets;
                pair.by_pool.count(count, tickets);
                if let Some(near) = &mut pair.by_population {
                    near.count(count, tickets);
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

pub(super) fn write(page: &mut Html, told: &Told) {
    let (instance, language, panels) = (told.instance, told.language, told.setup.panels());
    let drawn = told.outcome.map(|outcome| outcome.draw.panel.members.as_slice());
    let pairs = pairs(instance, told.lottery, told.split, panels, drawn, told.pair_shares);
    let shared = pairs.iter().any(|pair| pair.by_population.is_some());
    let all = u128::from(told.lottery.tickets()) * panels as u128;
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
    let mut unsure: Vec<&Pair> = pairs.iter().filter(|pair| pair.one < all && pair.wanted().least > 0).collect();
    unsure.sort_by_key(|pair| (pair.one, pair.key));
    let rows: Vec<Bar> = unsure
        .iter()
        .take(SHOWN)
        .map(|pair| Bar { name: name(pair), share: part(pair.one), label: language.percent(part(pair.one)) })
        .collect();
    let table = Table {
        header: header(page, panels, drawn.is_some(), shared),
        rows: pairs
            .iter()
            .map(|pair| {
                let mut row = vec![
                    name(pair),
                    language.number(pair.pool as u64),
                    language.decimal(pair.by_pool.shown(), 2),
                    language.decimal(part(pair.seats), 2),
                    language.percent(part(pair.one)),
                    language.percent(part(pair.by_pool.tickets)),
                ];
                if shared {
                    let near = pair.by_population.as_ref();
                    row.push(near.map(|near| language.decimal(near.shown(), 2)).unwrap_or_default());
                    row.push(near.map(|near| language.percent(part(near.tickets))).unwrap_or_default());
                }
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
    if shared {
        page.told("pairs-shares", &[]);
    } else if told.population.is_some() {
        page.told("pairs-shares-none", &[]);
    }
    let title = page.say("chart-pairs", &[]);
    if rows.is_empty() {
        page.told(if shared { "pairs-all-population" } else { "pairs-all" }, &[]);
        page.details(&title, &table);
    } else {
        page.told(if shared { "pairs-shown-population" } else { "pairs-shown" }, &[]);
        page.open_figures();
        page.figure(&bars(title, &rows, language), None, &table);
        page.close_figures();
    }
}

fn page_pair(page: &Html, one: &str, other: &str) -> String {
    page.say("pair", &[("one", one.into()), ("other", other.into())])
}

fn header(page: &Html, panels: usize, drawn: bool, shared: bool) -> Vec<String> {
    let rounded = if shared { "col-rounded-pool" } else { "col-rounded" };
    let mut ids = vec!["col-pair", "col-pool", "col-by-share", "col-average", "col-one", rounded];
    if shared {
        ids.extend(["col-by-population", "col-rounded-population"]);
    }
    let mut header: Vec<String> = ids.into_iter().map(|id| page.say(id, &[])).collect();
    header.extend((drawn && panels == 1).then(|| page.say("col-drawn", &[])));
    header
}
