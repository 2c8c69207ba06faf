//! Rules, one after the other, on every row.

use std::collections::BTreeMap;

use super::calendar::year;
use super::number::number;
use super::{Bands, Count, DateFault, DateFormat, Derivation, DeriveProblem, OLDEST, Rule, Summary};
use crate::instance::{fold, nearest};
use crate::read::{Place, Table};

/// A table with its derived columns, and what became of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derived {
    /// The table.
    pub table: Table,
    /// For each rule, in order.
    pub summaries: Vec<Summary>,
}

/// Derives columns, in the order of the rules: a rule may use what an earlier one derived. The new columns stand behind the others.
///
/// # Errors
/// All problems of all rules and cells; rules that need a column which could not be derived are left out.
pub fn apply(table: &Table, rules: &[Derivation]) -> Result<Derived, Vec<DeriveProblem>> {
    let given = table.header.len();
    let mut table = table.clone();
    let mut summaries = Vec::new();
    let mut problems = Vec::new();
    let mut failed: Vec<String> = Vec::new();
    for (number, rule) in rules.iter().enumerate() {
        if failed.contains(&fold(&rule.from)) {
            failed.push(fold(&rule.column));
            continue;
        }
        let from = column(&table, given, rule, rules.get(number + 1..).unwrap_or_default());
        match from.and_then(|from| results(&table, from, rule)) {
            Ok((results, summary)) => {
                table.header.push(rule.column.trim().to_owned());
                for (row, result) in table.rows.iter_mut().zip(results) {
                    row.cells.push(result);
                }
                summaries.push(summary);
            }
            Err(more) => {
                failed.push(fold(&rule.column));
                problems.extend(more);
            }
        }
    }
    if problems.is_empty() { Ok(Derived { table, summaries }) } else { Err(problems) }
}

/// The place of the column that a rule uses; the first `given` columns are not derived.
fn column(table: &Table, given: usize, rule: &Derivation, later: &[Derivation]) -> Result<usize, Vec<DeriveProblem>> {
    let places = |name: &str| -> Vec<usize> {
        let key = fold(name);
        (0..).zip(&table.header).filter(|(_, name)| fold(name) == key).map(|(place, _)| place).collect()
    };
    let at = |name: &str| table.place_of_name(table.header_line, name);
    let mut problems = Vec::new();
    if let Some(&place) = places(&rule.column).first() {
        let (from, derived) = (rule.from.clone(), place >= given);
        problems.push(DeriveProblem::ColumnExists { at: at(&rule.column), from, derived });
    }
    let (at, column) = (at(&rule.from), rule.column.clone());
    match places(&rule.from).as_slice() {
        &[place] if problems.is_empty() => return Ok(place),
        [_] => {}
        [] => {
            let names = table.header.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
            let found: Vec<String> = names.map(str::to_owned).collect();
            let nearest = nearest(&rule.from, found.iter().map(String::as_str)).map(str::to_owned);
            let later = later.iter().any(|later| fold(&later.column) == fold(&rule.from));
            problems.push(DeriveProblem::MissingColumn { at, column, found, nearest, later });
        }
        _ => problems.push(DeriveProblem::DoubledColumn { at, column }),
    }
    Err(problems)
}

/// What one rule makes of each row.
fn results(table: &Table, from: usize, rule: &Derivation) -> Result<(Vec<String>, Summary), Vec<DeriveProblem>> {
    let labels: Vec<&str> = match &rule.rule {
        Rule::AgeOn { bands, .. } | Rule::AgeIn { bands, .. } | Rule::Number { bands } => bands.labels().collect(),
        Rule::Recode(recode) => recode.names(),
    };
    let header = table.header.get(from).map_or("", String::as_str);
    let mut problems = Vec::new();
    let mut results = Vec::new();
    let mut rows = vec![0; labels.len()];
    let mut values: BTreeMap<(usize, String), (String, usize)> = BTreeMap::new();
    // The same text becomes the same in every row.
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &table.rows {
        let text = row.cells.get(from).map_or("", |cell| cell.trim());
        let at = || table.place_of_cell(row.line, from);
        let found = known.get(text).map_or_else(|| place(text, rule, &at), |&place| Ok(place));
        match found {
            Ok(place) => {
                known.insert(text, place);
                results.push(labels.get(place).map_or(String::new(), |label| (*label).to_owned()));
                if let Some(rows) = rows.get_mut(place) {
                    *rows += 1;
                }
                if matches!(rule.rule, Rule::Recode(_)) {
                    values.entry((place, fold(text))).or_insert_with(|| (text.to_owned(), 0)).1 += 1;
                }
            }
            Err(problem) => problems.push(*problem),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let of =
        |wanted: usize| values.iter().filter(move |((place, _), _)| *place == wanted).map(|(_, value)| value.clone());
    let counts = labels.iter().zip(rows).enumerate();
    let counts =
        counts.map(|(place, (label, rows))| Count { result: (*label).to_owned(), rows, values: of(place).collect() });
    let summary = Summary {
        column: rule.column.trim().to_owned(),
        from: header.trim().to_owned(),
        how: how(&rule.rule),
        counts: counts.collect(),
    };
    Ok((results, summary))
}

fn how(rule: &Rule) -> String {
    match rule {
        Rule::AgeOn { at: day, format: DateFormat::Iso, .. } => format!("age on {day}"),
        Rule::AgeOn { at: day, format, .. } => format!("age on {day}, dates read {}", format.name()),
        Rule::AgeIn { at: year, .. } => format!("age reached in {year:04}"),
        Rule::Number { .. } => "bands of numbers".to_owned(),
        Rule::Recode(_) => "recoded".to_owned(),
    }
}

/// Which of the rule's results a cell becomes.
fn place(cell: &str, rule: &Derivation, at: &dyn Fn() -> Place) -> Result<usize, Box<DeriveProblem>> {
    let column = || rule.column.trim().to_owned();
    let text = || cell.to_owned();
    if fold(cell).is_empty() {
        return Err(Box::new(DeriveProblem::Blank { at: at(), column: column() }));
    }
    let no_band = |bands: &Bands, age| {
        let bands = bands.labels().map(str::to_owned).collect();
        Box::new(DeriveProblem::NoBand { at: at(), text: text(), age, column: column(), bands })
    };
    let banded = |bands: &Bands, age: i64, when: &dyn Fn() -> String| match age {
        ..0 => Err(Box::new(DeriveProblem::Unborn { at: at(), text: text(), when: when() })),
        0..=OLDEST => bands.place_of(age).ok_or_else(|| no_band(bands, Some(age))),
        _ => Err(Box::new(DeriveProblem::TooOld { at: at(), text: text(), age, when: when() })),
    };
    match &rule.rule {
        Rule::AgeOn { at: day, format, bands } => {
            let birth = format.read(cell).map_err(|fault| {
                let (format, fits) = (*format, fits(cell));
                Box::new(match fault {
                    DateFault::Calendar => DeriveProblem::NoSuchDay { at: at(), text: text(), format, fits },
                    DateFault::Form => {
                        let year = year(cell).is_some();
                        DeriveProblem::NotADate { at: at(), text: text(), format, fits, year }
                    }
                })
            })?;
            banded(bands, birth.age_on(*day), &|| format!("on {day}"))
        }
        Rule::AgeIn { at: now, bands } => {
            let no_year = || Box::new(DeriveProblem::NotAYear { at: at(), text: text(), fits: fits(cell) });
            let birth = year(cell).ok_or_else(no_year)?;
            banded(bands, now - birth, &|| format!("in {now:04}"))
        }
        Rule::Number { bands } => {
            let no_number = || Box::new(DeriveProblem::NotANumber { at: at(), text: text() });
            let (number, _) = number(cell).ok_or_else(no_number)?;
            bands.place(&number).ok_or_else(|| no_band(bands, None))
        }
        Rule::Recode(recode) => recode.place(cell).ok_or_else(|| {
            let nearest = nearest(cell, recode.values()).map(str::to_owned);
            Box::new(DeriveProblem::NoResult { at: at(), text: text(), column: column(), nearest })
        }),
    }
}

/// The ways of writing in which a text is a day.
fn fits(text: &str) -> Vec<DateFormat> {
    DateFormat::ALL.into_iter().filter(|format| format.read(text).is_ok()).collect()
}
