//! `draw.selected` and `draw.remaining`: the rows of the pool, parted in two.

use std::collections::{BTreeMap, BTreeSet};

use csv::StringRecord;

use crate::read::Row;

use super::files::Files;
use super::panels::index;
use super::pool::Pool;
use super::result::Draw;
use super::say::{Finding, count, quote};
use super::sheet::{self, Sheet, line};
use super::table::{REMAINING, SELECTED};

/// `draw.selected`. The drawn members are those that the record states; `draw.panel` checks them.
pub(super) fn selected(draw: &Draw, files: &Files, pool: Option<&Pool>) -> Finding {
    check(SELECTED, true, draw, files, pool)
}

/// `draw.remaining`, likewise.
pub(super) fn remaining(draw: &Draw, files: &Files, pool: Option<&Pool>) -> Finding {
    check(REMAINING, false, draw, files, pool)
}

/// A row of the pool that stands for a member.
#[derive(Clone, Copy)]
struct Expected<'a> {
    number: usize,
    row: &'a Row,
}

fn check(name: &str, selected: bool, draw: &Draw, files: &Files, pool: Option<&Pool>) -> Finding {
    let Some(bytes) = files.bytes(name) else {
        return Finding::without(name);
    };
    let Some(pool) = pool else {
        return Finding::not_checked("the pool cannot be used");
    };
    let members = pool.instance.members();
    let Some(drawn) =
        draw.panel.members.iter().map(|&member| index(member, members.len())).collect::<Option<BTreeSet<_>>>()
    else {
        return Finding::not_checked("the drawn panel in result.json names members that do not exist");
    };
    let mut rows: BTreeMap<usize, (Expected, bool)> = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        let Some(row) = pool.table.rows.get(member.row) else {
            return Finding::not_checked(format!("the pool has no row for member {}", index + 1));
        };
        rows.insert(member.row, (Expected { number: index + 1, row }, drawn.contains(&index)));
    }
    // In the order of the pool.
    let part = |drawn: bool| rows.values().filter(move |(_, is)| *is == drawn).map(|(row, _)| *row).collect::<Vec<_>>();
    let (own, others) = (part(selected), part(!selected));
    let expected = written(&pool.table.header, &own);
    if expected.as_bytes() == bytes {
        let rows = count(own.len(), "row", "rows");
        let whose = if selected { "drawn members" } else { "members who were not drawn" };
        return Finding::pass(format!("{name} holds the {rows} of the {whose}, in the order of the pool."));
    }
    let sheet = match sheet::read(name, bytes) {
        Ok(sheet) => sheet,
        Err(why) => return Finding::fail(why),
    };
    Finding::fail(match difference(&pool.table.header, &own, &others, &sheet) {
        Some(what) => format!("{name}{what}"),
        None => {
            let lines = expected.as_bytes().split(|&byte| byte == b'\n').zip(bytes.split(|&byte| byte == b'\n'));
            let line = lines.take_while(|(expected, found)| expected == found).count() + 1;
            format!("{name} line {line}: the cells are right, but they are not written as a record writes them")
        }
    })
}

/// Header and rows as a record writes them.
fn written(header: &[String], rows: &[Expected<'_>]) -> String {
    let mut text = String::new();
    for cells in std::iter::once(header).chain(rows.iter().map(|row| row.row.cells.as_slice())) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            if cell.contains([',', '"', '\n', '\r']) || (cell.is_empty() && cells.len() == 1) {
                text.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
            } else {
                text.push_str(cell);
            }
        }
        text.push('\n');
    }
    text
}

/// What is wrong with a file's header and rows, as the rest of a sentence that begins with the file's name.
fn difference(
    header: &[String],
    expected: &[Expected<'_>],
    elsewhere: &[Expected<'_>],
    found: &Sheet,
) -> Option<String> {
    if found.header != *header {
        let (found, header) = (found.header.iter().collect::<Vec<_>>().join(","), header.join(","));
        return Some(format!(" line 1: the header is {}, but the pool's is {}", quote(&found), quote(&header)));
    }
    let same = |found: &StringRecord, expected: &Expected<'_>| *found == expected.row.cells[..];
    if found.rows.len() == expected.len()
        && found.rows.iter().zip(expected).all(|(found, expected)| same(found, expected))
    {
        return None;
    }
    // Rows on one side that have no counterpart on the other, wherever they stand. Equal rows can be different people.
    let mut unmatched: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
    for row in expected {
        *unmatched.entry(cells(row.row)).or_default() += 1;
    }
    let mut extra = None;
    for (place, row) in found.rows.iter().enumerate() {
        match unmatched.get_mut(&row.iter().collect::<Vec<_>>()) {
            Some(left) if *left > 0 => *left -= 1,
            _ => extra = extra.or(Some((place, row))),
        }
    }
    let is_missing = |row: &Expected<'_>| unmatched.get(&cells(row.row)).is_some_and(|&left| left > 0);
    let missing = expected.iter().find(|row| is_missing(row));
    Some(match (extra, missing) {
        (Some((place, row)), missing) => {
            let changed = expected.get(place).filter(|expected| is_missing(expected)).or(missing);
            stray(row, header, changed, expected, elsewhere)
        }
        (None, Some(missing)) => {
            format!(": the row of member {} (line {} of the pool) is missing", missing.number, missing.row.line)
        }
        (None, None) => match found.rows.iter().zip(expected).find(|(found, expected)| !same(found, expected)) {
            Some((found, expected)) => {
                format!(
                    " line {}: the order is not the pool's; the row of member {} is expected here",
                    line(found),
                    expected.number
                )
            }
            None => format!(" has {}, expected {}", count(found.rows.len(), "row", "rows"), expected.len()),
        },
    })
}

/// What to say about a row that should not be there: whose it is, or which cells differ from the row that should be there instead.
fn stray(
    found: &StringRecord,
    header: &[String],
    changed: Option<&Expected<'_>>,
    expected: &[Expected<'_>],
    elsewhere: &[Expected<'_>],
) -> String {
    let line = line(found);
    let owner = |rows: &[Expected<'_>]| rows.iter().find(|row| *found == row.row.cells[..]).map(|row| row.number);
    if let Some(number) = owner(elsewhere) {
        return format!(" line {line}: the row of member {number} does not belong in this file");
    }
    if let Some(number) = owner(expected) {
        return format!(" line {line}: the row of member {number} stands here once more");
    }
    let cells = changed.map(|changed| (changed, found.iter().zip(&changed.row.cells).zip(header).collect::<Vec<_>>()));
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
                " line {line}: not as in line {} of the pool (member {}): {}",
                changed.row.line,
                changed.number,
                differ.join(", ")
            )
        }
        _ => format!(" line {line}: this row belongs to nobody in the pool"),
    }
}

fn cells(row: &Row) -> Vec<&str> {
    row.cells.iter().map(String::as_str).collect()
}
