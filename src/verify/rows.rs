//! `draw.selected`, `draw.remaining`, `draw.panels`, `draw.new` and `draw.alternates`: rows of the pool, chosen and put in order.

use std::collections::BTreeMap;

use csv::StringRecord;

use crate::read::Row;

use super::files::Files;
use super::hash::{Hash, hash};
use super::panels::index;
use super::pool::Pool;
use super::result::Draw;
use super::say::{Finding, count, quote};
use super::sheet::{self, Sheet, line};
use super::split::{NO_SPLIT, Split};
use super::table::{CALLED, NEW, PANELS, REMAINING, SELECTED};

/// `draw.selected`. The drawn members are those that the record states; `draw.panel` checks them.
pub(super) fn selected(draw: &Draw, files: &Files, pool: Option<&Pool>) -> Finding {
    check(SELECTED, draw, files, pool, |all| Ok(all.parted("drawn members", |person| person.drawn)))
}

/// `draw.remaining`, likewise.
pub(super) fn remaining(draw: &Draw, files: &Files, pool: Option<&Pool>) -> Finding {
    check(REMAINING, draw, files, pool, |all| Ok(all.parted("members who were not drawn", |person| !person.drawn)))
}

/// `draw.new`. Those who sat before are included.
pub(super) fn new(draw: &Draw, files: &Files, pool: Option<&Pool>, include: Option<&[u64]>) -> Finding {
    check(NEW, draw, files, pool, |all| {
        let include = include.ok_or("it is not known who is included")?;
        Ok(all.parted("drawn members who did not sit before", |person| {
            person.drawn && include.binary_search(&person.number).is_err()
        }))
    })
}

/// `draw.panels`.
pub(super) fn panels(draw: &Draw, files: &Files, pool: Option<&Pool>, split: Option<&Split>) -> Finding {
    check(PANELS, draw, files, pool, |all| {
        let seats = split.ok_or(NO_SPLIT)?.seats(draw.panel.number.0, &draw.panel.members);
        let seats = seats.ok_or("split.json has no such list for the drawn panel")?;
        let on: BTreeMap<u64, u64> = seats.into_iter().map(|(on, member)| (member, on)).collect();
        let mut wanted = all.parted("drawn members by panel", |person| person.drawn);
        wanted.front = Some("panel");
        for person in &mut wanted.own {
            person.front = on.get(&person.number).map(u64::to_string);
        }
        // Stable: within a panel, they stay in the order of the pool.
        wanted.own.sort_by_key(|person| on.get(&person.number));
        Ok(wanted)
    })
}

/// `draw.alternates`. The key, or the digits, are those that the record states.
pub(super) fn alternates(draw: &Draw, files: &Files, pool: Option<&Pool>) -> Finding {
    check(CALLED, draw, files, pool, |all| {
        let from = match &draw.key {
            Some(key) => format!("key {key}"),
            None => format!("digits {}", draw.seed),
        };
        let format = files.format("order/1");
        let place = |number: u64| hash(&[format!("{format}\n{from}\nmember {number}\n").as_bytes()]);
        let mut wanted = all.parted("drawn members in the order in which they are called", |person| person.drawn);
        wanted.front = Some("order");
        wanted.own.sort_by_cached_key(|person| -> Hash { place(person.number) });
        for (person, place) in wanted.own.iter_mut().zip(1..) {
            person.front = Some(format!("{place}"));
        }
        Ok(wanted)
    })
}

/// A row of the pool that stands for a member, with what is written before it.
#[derive(Clone)]
struct Expected<'a> {
    number: u64,
    row: &'a Row,
    drawn: bool,
    front: Option<String>,
}

impl Expected<'_> {
    fn cells(&self) -> impl Iterator<Item = &str> {
        self.front.iter().chain(&self.row.cells).map(String::as_str)
    }

    fn is(&self, row: &StringRecord) -> bool {
        row.iter().eq(self.cells())
    }
}

/// The members of a pool in the order of its rows.
struct All<'a>(Vec<Expected<'a>>);

/// What a file should hold: whose rows, with which column in front; and the other members' rows.
struct Wanted<'a> {
    whose: &'static str,
    front: Option<&'static str>,
    own: Vec<Expected<'a>>,
    others: Vec<Expected<'a>>,
}

impl<'a> All<'a> {
    fn parted(&self, whose: &'static str, own: impl Fn(&Expected<'a>) -> bool) -> Wanted<'a> {
        let (own, others) = self.0.iter().cloned().partition(own);
        Wanted { whose, front: None, own, others }
    }
}

fn check(
    name: &str,
    draw: &Draw,
    files: &Files,
    pool: Option<&Pool>,
    wanted: impl for<'a> FnOnce(&All<'a>) -> Result<Wanted<'a>, &'static str>,
) -> Finding {
    let Some(bytes) = files.bytes(name) else {
        return Finding::without(name);
    };
    let Some(pool) = pool else {
        return Finding::not_checked("the pool cannot be used");
    };
    let members = pool.instance.members();
    if draw.panel.members.iter().any(|&member| index(member, members.len()).is_none()) {
        return Finding::not_checked("the drawn panel in result.json names members that do not exist");
    }
    let mut rows: BTreeMap<usize, Expected> = BTreeMap::new();
    for (member, number) in members.iter().zip(1..) {
        let Some(row) = pool.table.rows.get(member.row) else {
            return Finding::not_checked(format!("the pool has no row for member {number}"));
        };
        let drawn = draw.panel.members.binary_search(&number).is_ok();
        rows.insert(member.row, Expected { number, row, drawn, front: None });
    }
    let all = All(rows.into_values().collect());
    let wanted = match wanted(&all) {
        Ok(wanted) => wanted,
        Err(why) => return Finding::not_checked(why),
    };
    let front = wanted.front.map(str::to_owned);
    let header: Vec<String> = front.into_iter().chain(pool.table.header.iter().cloned()).collect();
    let expected = written(&header, &wanted.own);
    if expected.as_bytes() == bytes {
        let (rows, whose) = (count(wanted.own.len(), "row", "rows"), wanted.whose);
        let order = if wanted.front.is_none() { ", in the order of the pool" } else { "" };
        return Finding::pass(format!("{name} holds the {rows} of the {whose}{order}."));
    }
    let sheet = match sheet::read(name, bytes) {
        Ok(sheet) => sheet,
        Err(why) => return Finding::fail(why),
    };
    Finding::fail(difference(name, &header, &wanted, &sheet).unwrap_or_else(|| {
        let lines = expected.as_bytes().split(|&byte| byte == b'\n').zip(bytes.split(|&byte| byte == b'\n'));
        let line = lines.take_while(|(expected, found)| expected == found).count() + 1;
        format!("{name} line {line}: the cells are right, but they are not written as a record writes them")
    }))
}

/// Header and rows as a record writes them.
fn written(header: &[String], rows: &[Expected<'_>]) -> String {
    let mut text = String::new();
    write(&mut text, header.iter().map(String::as_str));
    rows.iter().for_each(|row| write(&mut text, row.cells()));
    text
}

/// One row as a record writes it.
fn write<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    let begin = text.len();
    for (cell, place) in cells.zip(0..) {
        if place > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            text.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
        } else {
            text.push_str(cell);
        }
    }
    if text.len() == begin {
        // One empty cell would otherwise be an empty line.
        text.push_str("\"\"");
    }
    text.push('\n');
}

/// What is wrong with a file's header and rows.
fn difference(name: &str, header: &[String], wanted: &Wanted<'_>, found: &Sheet) -> Option<String> {
    let expected = wanted.own.as_slice();
    if found.header != *header {
        let (found, header) = (found.header.iter().collect::<Vec<_>>().join(","), header.join(","));
        let (found, header) = (quote(&found), quote(&header));
        return Some(match wanted.front {
            None => format!("{name} line 1: the header is {found}, but the pool's is {header}"),
            Some(_) => format!("{name} line 1: the header is {found}, expected {header}"),
        });
    }
    let same = |found: &StringRecord, expected: &Expected<'_>| expected.is(found);
    if found.rows.len() == expected.len()
        && found.rows.iter().zip(expected).all(|(found, expected)| same(found, expected))
    {
        return None;
    }
    // Rows on one side that have no counterpart on the other, wherever they stand. Equal rows can be different people.
    let mut unmatched: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
    for row in expected {
        *unmatched.entry(row.cells().collect()).or_default() += 1;
    }
    let mut extra = None;
    for (place, row) in found.rows.iter().enumerate() {
        match unmatched.get_mut(&row.iter().collect::<Vec<_>>()) {
            Some(left) if *left > 0 => *left -= 1,
            _ => extra = extra.or(Some((place, row))),
        }
    }
    let is_missing = |row: &Expected<'_>| unmatched.get(&row.cells().collect::<Vec<_>>()).is_some_and(|&left| left > 0);
    let missing = expected.iter().find(|row| is_missing(row));
    Some(match (extra, missing) {
        (Some((place, row)), missing) => {
            let changed = expected.get(place).filter(|expected| is_missing(expected)).or(missing);
            stray(name, row, header, changed, wanted)
        }
        (None, Some(missing)) => {
            format!("{name}: the row of member {} (line {} of the pool) is missing", missing.number, missing.row.line)
        }
        (None, None) => match found.rows.iter().zip(expected).find(|(found, expected)| !same(found, expected)) {
            Some((found, expected)) => {
                let (line, number) = (line(found), expected.number);
                let whose = if wanted.front.is_none() { "the pool's" } else { "the right one" };
                format!("{name} line {line}: the order is not {whose}; the row of member {number} is expected here")
            }
            None => format!("{name} has {}, expected {}", count(found.rows.len(), "row", "rows"), expected.len()),
        },
    })
}

/// What to say about a row that should not be there: whose it is, or which cells differ from the row that should be there instead.
fn stray(
    name: &str,
    found: &StringRecord,
    header: &[String],
    changed: Option<&Expected<'_>>,
    wanted: &Wanted<'_>,
) -> String {
    let line = line(found);
    let owner = |rows: &[Expected<'_>]| rows.iter().find(|row| row.is(found)).map(|row| row.number);
    // Where there is a column in front, the rows of the others have a cell less.
    let skipped: StringRecord = found.iter().skip(usize::from(wanted.front.is_some())).collect();
    let guest = wanted.others.iter().find(|row| row.is(&skipped)).map(|row| row.number);
    if let Some(number) = guest {
        return format!("{name} line {line}: the row of member {number} does not belong in this file");
    }
    if let Some(number) = owner(&wanted.own) {
        return format!("{name} line {line}: the row of member {number} stands here once more");
    }
    let cells = changed.map(|changed| (changed, found.iter().zip(changed.cells()).zip(header).collect::<Vec<_>>()));
    match cells {
        // Where no cell agrees, it is another row altogether.
        Some((changed, cells)) if cells.iter().any(|((found, expected), _)| found == expected) => {
            let differ: Vec<String> = cells
                .iter()
                .filter(|((found, expected), _)| found != expected)
                .map(|((found, expected), column)| {
                    format!("{} is {}, expected {}", quote(column), quote(found), quote(expected))
                })
                .collect();
            format!(
                "{name} line {line}: not as in line {} of the pool (member {}): {}",
                changed.row.line,
                changed.number,
                differ.join(", ")
            )
        }
        _ => format!("{name} line {line}: this row belongs to nobody in the pool"),
    }
}
