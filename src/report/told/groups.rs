//! Population, pool, quotas and panel side by side.

use super::Told;
use super::html::{Html, Table};
use super::numbers::Numbers;
use crate::instance::{QuotaRow, Standing, fold};
use crate::language::{Value, Words};
use crate::report::chart::{Chart, Share, ShareKind, ShareRow, shares};
use crate::report::pool::range;
use crate::report::summary::{QuotaLine, quota_lines};

/// Panels that have a bar each; more stand in the table only.
const SHOWN: usize = 6;

/// One line a feature value, where the numbers are those of one panel.
fn lines(told: &Told, numbers: &Numbers) -> Vec<QuotaLine> {
    let panels = told.setup.panels();
    let drawn = told.outcome.map(|outcome| outcome.draw.panel.members.as_slice());
    let mut lines = quota_lines(told.instance, Some((&numbers.tickets, told.lottery.tickets())), drawn);
    if panels == 1 {
        return lines;
    }
    let each: Vec<Vec<QuotaLine>> =
        drawn_panels(told).iter().map(|panel| quota_lines(told.instance, None, Some(panel))).collect();
    for (place, line) in lines.iter_mut().enumerate() {
        (line.min, line.max, line.panel) = (line.min / panels, line.max / panels, None);
        line.average = line.average.map(|average| average / panels as f64);
        line.panels = each.iter().filter_map(|lines| lines.get(place)?.panel).collect();
    }
    lines
}

/// The members of each of several panels that were drawn together.
fn drawn_panels(told: &Told) -> Vec<Vec<u32>> {
    let split = told.outcome.and_then(|outcome| told.split?.get(outcome.draw.panel.number.checked_sub(1)?));
    let (Some(outcome), Some(split)) = (told.outcome, split) else { return Vec::new() };
    let on = |panel: u32| {
        let members = outcome.draw.panel.members.iter().zip(split).filter(|(_, on)| **on == panel);
        members.map(|(member, _)| *member).collect()
    };
    (1..=told.setup.panels() as u32).map(on).collect()
}

fn population(told: &Told, line: &QuotaLine) -> Option<f64> {
    told.population?.get(&(fold(&line.category), fold(&line.value))).copied()
}

/// How many members of the pool are not excluded.
fn open(told: &Told) -> usize {
    told.instance.members().iter().filter(|member| member.standing != Standing::Excluded).count().max(1)
}

/// Whole seats as they are, averages with two digits.
fn seats_bar(told: &Told, words: &Words, id: &str, seats: f64, more: Option<usize>) -> Share {
    let share = seats / told.seats().max(1) as f64;
    let digits = if id == "bar-average" { 2 } else { 0 };
    let (seats, percent) = (told.language.decimal(seats, digits), told.language.percent(share));
    let mut values: Vec<(&str, Value)> = vec![("seats", (&seats).into()), ("share", (&percent).into())];
    values.extend(more.map(|number| ("number", Value::from(number))));
    Share { kind: ShareKind::Panel, share, label: words.say(id, &values) }
}

fn row(told: &Told, words: &Words, line: &QuotaLine) -> ShareRow {
    let simple = |kind, id: &str, share: f64| {
        let percent = told.language.percent(share);
        Share { kind, share, label: words.say(id, &[("share", (&percent).into())]) }
    };
    let mut bars = Vec::new();
    bars.extend(population(told, line).map(|share| simple(ShareKind::Population, "bar-population", share)));
    bars.push(simple(ShareKind::Pool, "bar-pool", line.pool as f64 / open(told) as f64));
    let several = (1..).zip(&line.panels).take(SHOWN);
    bars.extend(several.map(|(number, seats)| seats_bar(told, words, "bar-numbered", *seats as f64, Some(number))));
    bars.extend(line.panel.map(|seats| seats_bar(told, words, "bar-panel", seats as f64, None)));
    if told.outcome.is_none() {
        bars.extend(line.average.map(|seats| seats_bar(told, words, "bar-average", seats, None)));
    }
    let share = |seats: usize| seats as f64 / told.seats().max(1) as f64;
    ShareRow {
        name: line.value.clone(),
        quota: words.say("quota", &[("range", (&range(line.min, line.max)).into())]),
        allowed: (share(line.min), share(line.max)),
        bars,
    }
}

/// Lines by category, in the order of the quotas file.
fn by_category(lines: &[QuotaLine]) -> Vec<&[QuotaLine]> {
    lines.chunk_by(|one, next| one.category == next.category).collect()
}

fn chart(told: &Told, words: &Words, lines: &[QuotaLine]) -> Chart {
    let category = lines.first().map_or("", |line| line.category.as_str());
    let rows: Vec<ShareRow> = lines.iter().map(|line| row(told, words, line)).collect();
    let title = words.say("groups-title", &[("category", category.into())]);
    shares(title, &rows, told.language)
}

/// A chart for each category.
pub(super) fn charts(told: &Told, words: &Words, numbers: &Numbers) -> Vec<Chart> {
    by_category(&lines(told, numbers)).into_iter().map(|lines| chart(told, words, lines)).collect()
}

pub(super) fn write(page: &mut Html, told: &Told, numbers: &Numbers) {
    page.section("groups-heading");
    page.told(if told.population.is_some() { "groups-intro-population" } else { "groups-intro" }, &[]);
    let lines = lines(told, numbers);
    page.open_figures();
    for lines in by_category(&lines) {
        let chart = chart(told, page.words(), lines);
        let table = table(page, told, lines);
        page.figure(&chart, None, &table);
    }
    page.close_figures();
    combinations(page, told, numbers);
}

/// The columns that every table of groups has, and its numbers.
struct Cells {
    quota: String,
    pool: usize,
    population: Option<f64>,
    average: Option<f64>,
    seats: Vec<usize>,
}

fn header(page: &Html, told: &Told, population: bool) -> Vec<String> {
    let mut header: Vec<String> =
        ["col-group", "col-quota", "col-pool", "col-pool-share"].map(|id| page.say(id, &[])).to_vec();
    header.extend(population.then(|| page.say("col-population", &[])));
    header.push(page.say("col-average", &[]));
    if told.outcome.is_some() {
        match told.setup.panels() {
            1 => header.push(page.say("col-panel", &[])),
            panels => header.extend((1..=panels).map(|number| page.say("col-numbered", &[("number", number.into())]))),
        }
    }
    header
}

fn cells(told: &Told, name: &str, cells: Cells, population: bool) -> Vec<String> {
    let language = told.language;
    let mut row = vec![name.to_owned(), cells.quota, language.number(cells.pool as u64)];
    row.push(language.percent(cells.pool as f64 / open(told) as f64));
    row.extend(population.then(|| cells.population.map(|share| language.percent(share)).unwrap_or_default()));
    row.push(cells.average.map(|seats| language.decimal(seats, 2)).unwrap_or_default());
    row.extend(cells.seats.iter().map(|seats| language.number(*seats as u64)));
    row
}

fn table(page: &Html, told: &Told, lines: &[QuotaLine]) -> Table {
    let shown = told.population.is_some();
    let rows = lines.iter().map(|line| {
        let seats = line.panel.into_iter().chain(line.panels.iter().copied()).collect();
        let (quota, population) = (range(line.min, line.max), population(told, line));
        cells(told, &line.value, Cells { quota, pool: line.pool, population, average: line.average, seats }, shown)
    });
    Table { header: header(page, told, shown), rows: rows.collect(), words: 1 }
}

/// Quotas on several features at once, as a table.
fn combinations(page: &mut Html, told: &Told, numbers: &Numbers) {
    let rows: Vec<QuotaRow> = told.instance.quotas().into_iter().filter(|row| row.terms.len() > 1).collect();
    if rows.is_empty() {
        return;
    }
    let (members, panels) = (told.instance.members(), told.setup.panels());
    let mut each = drawn_panels(told);
    if let (1, Some(outcome)) = (panels, told.outcome) {
        each.push(outcome.draw.panel.members.clone());
    }
    let row = |row: &QuotaRow| {
        let on = members.iter().zip(&numbers.tickets).filter(|(member, _)| row.is_on(member));
        let tickets: u128 = on.map(|(_, tickets)| u128::from(*tickets)).sum();
        let seats = each.iter().map(|panel| {
            let on = panel.iter().filter_map(|number| members.get((*number as usize).checked_sub(1)?));
            on.filter(|member| row.is_on(member)).count()
        });
        let average = tickets as f64 / told.lottery.tickets() as f64 / panels as f64;
        let quota = range(row.quota.min / panels, row.quota.max / panels);
        let numbers = Cells { quota, pool: row.pool, population: None, average: Some(average), seats: seats.collect() };
        let names = row.terms.iter().filter_map(|&(category, value)| {
            Some(told.instance.categories().get(category)?.values.get(value)?.name.clone())
        });
        cells(told, &names.collect::<Vec<_>>().join(" + "), numbers, false)
    };
    let table = Table { header: header(page, told, false), rows: rows.iter().map(row).collect(), words: 1 };
    let title = page.say("groups-together", &[]);
    page.details(&title, &table);
}
