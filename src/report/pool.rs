//! What there is to say about a pool and its quotas before anything is drawn, as sections.

use std::collections::BTreeMap;

use super::section::{Grid, Section, own};
use super::text::{group_digits, percent};
use crate::health::{Alike, NearAddress, Twice};
use crate::instance::{Instance, Standing, fold};

/// Pairs or groups that are spelled out; the others are counted.
const SHOWN: usize = 10;
/// Values whose scarcity is put into words.
const SCARCEST: usize = 3;
/// From this part of a value's members on that must sit, the value counts as scarce.
const SCARCE: f64 = 0.25;

/// Shares of the population by folded category and value.
pub type Population = BTreeMap<(String, String), f64>;

/// What looks like a slip.
#[derive(Debug, Clone, Copy)]
pub struct Slips<'a> {
    /// Addresses that may be one.
    pub near: &'a [NearAddress],
    /// People who may be one.
    pub twice: &'a [Twice],
}

/// The pool: how many, who is singled out, households, and what looks like a slip. `columns` are those that make a household.
pub fn pool_section(instance: &Instance, id_column: Option<&str>, columns: &[String], slips: Slips<'_>) -> Section {
    let mut lines = vec![known_by(instance, id_column)];
    lines.extend(singled(instance));
    if !columns.is_empty() {
        lines.push(households(instance, columns));
    }
    let ids: BTreeMap<usize, &str> = instance.members().iter().map(|member| (member.row, member.id.as_str())).collect();
    let id = |row: usize| ids.get(&row).copied().unwrap_or_default();
    if !slips.near.is_empty() {
        let number = counted(slips.near.len(), "pair of addresses looks", "pairs of addresses look");
        lines.push(format!("{number} like one household each, and do not count as one:"));
        lines.extend(slips.near.iter().take(SHOWN).map(|near| {
            let why = match near.alike {
                Alike::Words => "the same but for accents and short words",
                Alike::Letter => "one letter differs",
            };
            format!("- \"{}\" ({}) and \"{}\" ({}): {why}", near.one, id(near.first), near.other, id(near.second))
        }));
        lines.extend(more(slips.near.len()));
    }
    if !slips.twice.is_empty() {
        let number = counted(slips.twice.len(), "person seems", "people seem");
        lines.push(format!("{number} to be in the pool more than once, under several identifiers:"));
        lines.extend(
            slips
                .twice
                .iter()
                .take(SHOWN)
                .map(|twice| format!("- {}", twice.rows.iter().map(|&row| id(row)).collect::<Vec<_>>().join(", "))),
        );
        lines.extend(more(slips.twice.len()));
    }
    Section { title: "The pool".to_owned(), lines, grid: None }
}

fn more(all: usize) -> Option<String> {
    (all > SHOWN).then(|| format!("- and {} more", all - SHOWN))
}

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", group_digits(number as u64), if number == 1 { one } else { many })
}

fn known_by(instance: &Instance, id_column: Option<&str>) -> String {
    let members = counted(instance.members().len(), "member", "members");
    match id_column {
        Some(column) => format!("{members}, known by the column \"{}\".", column.trim()),
        None => format!("{members}, known by the number of their row: there is no identifier column."),
    }
}

/// Who is included, excluded or kept apart.
fn singled(instance: &Instance) -> Option<String> {
    let of = |standing| instance.members().iter().filter(|member| member.standing == standing).count();
    let told: Vec<String> = [
        (of(Standing::Included), "to be included"),
        (of(Standing::Excluded), "excluded"),
        (instance.apart().iter().map(Vec::len).sum(), "kept apart from others"),
    ]
    .into_iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, words)| format!("{} {words}", group_digits(number as u64)))
    .collect();
    (!told.is_empty()).then(|| format!("Singled out: {}.", told.join(", ")))
}

/// How many households there are, by their size.
fn households(instance: &Instance, columns: &[String]) -> String {
    let columns: Vec<String> = columns.iter().map(|column| format!("\"{}\"", column.trim())).collect();
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    for house in instance.households() {
        *sizes.entry(house.len()).or_default() += 1;
    }
    let by = columns.join(" and ");
    if sizes.is_empty() {
        return format!("Households by {by}: nobody lives with another member.");
    }
    let told: Vec<String> =
        sizes.into_iter().map(|(size, number)| format!("{} of {size}", group_digits(number as u64))).collect();
    let limit = instance.household_limit();
    format!("Households by {by}: {}. At most {limit} of each may sit.", told.join(", "))
}

/// One quota beside the pool and the population.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    cells: Vec<String>,
}

/// Every quota against the pool, and the population where its shares are given.
pub fn quotas_section(instance: &Instance, population: Option<&Population>) -> Section {
    let rows = instance.quotas();
    let open = instance.members().iter().filter(|member| member.standing != Standing::Excluded).count();
    let flexible = rows.iter().any(|row| row.quota.flex.is_some());
    let mut scarce: Vec<(f64, String)> = Vec::new();
    let mut before = String::new();
    let lines = rows.iter().map(|row| {
        let names: Vec<(&str, &str)> = row
            .terms
            .iter()
            .filter_map(|&(c, v)| {
                let category = instance.categories().get(c)?;
                Some((category.name.as_str(), category.values.get(v)?.name.as_str()))
            })
            .collect();
        let (category, value) = match names.as_slice() {
            [(category, value)] => ((*category).to_owned(), (*value).to_owned()),
            _ => (own("together"), row.name.clone()),
        };
        let share = |part: usize, of: usize| if of == 0 { String::new() } else { percent(part as f64 / of as f64) };
        let needed = if row.quota.min == 0 { String::new() } else { share(row.quota.min, row.pool) };
        if row.pool > 0 && row.quota.min > 0 {
            scarce.push((row.quota.min as f64 / row.pool as f64, row.name.clone()));
        }
        let shown = if category == before { String::new() } else { category.clone() };
        let mut cells = vec![shown, value.clone(), range(row.quota.min, row.quota.max)];
        if flexible {
            cells.push(row.quota.flex.map(|(least, most)| range(least, most)).unwrap_or_default());
        }
        cells.extend([group_digits(row.pool as u64), share(row.pool, open)]);
        if let Some(population) = population {
            let share = population.get(&(fold(&category), fold(&value)));
            cells.push(share.map(|share| percent(*share)).unwrap_or_default());
        }
        cells.push(needed);
        before = category;
        Line { cells }
    });
    let grid_rows: Vec<Vec<String>> = lines.map(|line| line.cells).collect();
    let mut header = vec!["category", "value", "quota"];
    header.extend(flexible.then_some("if need be"));
    header.extend(["pool", "of the pool"]);
    header.extend(population.map(|_| "population"));
    header.push("must sit");
    let numbers = (0..header.len()).map(|column| column >= 2).collect();
    scarce.retain(|(part, _)| *part >= SCARCE);
    scarce.sort_by(|a, b| b.0.total_cmp(&a.0));
    let words: Vec<String> = scarce
        .iter()
        .take(SCARCEST)
        .map(|(part, name)| format!("{name} ({} of its members must sit)", percent(part.min(1.0))))
        .collect();
    let mut lines = Vec::new();
    if !words.is_empty() {
        lines.push(format!("Scarcest: {}.", words.join(", ")));
    }
    Section {
        title: "Quotas against the pool".to_owned(),
        lines,
        grid: Some(Grid { header: header.into_iter().map(str::to_owned).collect(), rows: grid_rows, numbers }),
    }
}

/// A range of whole numbers, as in `3–5`.
pub(super) fn range(least: usize, most: usize) -> String {
    if least == most { least.to_string() } else { format!("{least}\u{2013}{most}") }
}
