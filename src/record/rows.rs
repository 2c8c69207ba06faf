//! The files with rows of the pool that a draw leaves.

use super::{Draw, RecordError, Setup, Step, csv_text, name};
use crate::draw::call_ticket;
use crate::read::Table;

/// Some rows of a table under its own header, cells unchanged, for the named file. `rows` are indices into the table's rows.
///
/// # Errors
/// When the CSV writer refuses, which would be a fault of the program.
pub fn rows_csv(file: &'static str, table: &Table, rows: &[usize]) -> Result<String, RecordError> {
    let cells = rows.iter().filter_map(|&row| table.rows.get(row)).map(|row| row.cells.clone());
    csv_text(file, table.header.clone(), cells)
}

/// The same with one more column in front, of this name, and a number for each row.
fn numbered_csv(
    file: &'static str,
    column: &str,
    table: &Table,
    rows: &[(usize, usize)],
) -> Result<String, RecordError> {
    let header = std::iter::once(column.to_owned()).chain(table.header.iter().cloned()).collect();
    let cells = rows.iter().filter_map(|&(number, row)| {
        let row = table.rows.get(row)?;
        Some(std::iter::once(number.to_string()).chain(row.cells.iter().cloned()).collect())
    });
    csv_text(file, header, cells)
}

/// What rows of a draw are taken from.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    /// `setup.json`.
    pub setup: &'a Setup,
    /// The pool as the record has it.
    pub pool: &'a Table,
    /// For each member, in the order of their numbers, the index of the row.
    pub row_of: &'a [usize],
    /// Where several panels were drawn together: for the drawn panel, on which of them each member sits.
    pub split: Option<&'a [u32]>,
}

impl Rows<'_> {
    /// The files with rows of the pool that belong to a draw, by name.
    ///
    /// # Errors
    /// When the CSV writer refuses, which would be a fault of the program.
    pub fn files(&self, draw: &Draw) -> Result<Vec<(&'static str, String)>, RecordError> {
        let Self { setup, pool, row_of, split } = *self;
        let drawn = &draw.panel.members;
        let row = |member: &u32| row_of.get(*member as usize - 1).copied();
        let in_order = |members: &mut dyn Iterator<Item = u32>| {
            let mut rows: Vec<usize> = members.filter_map(|member| row(&member)).collect();
            rows.sort_unstable();
            rows
        };
        let text = |file, rows: &[usize]| rows_csv(file, pool, rows).map(|text| (file, text));
        let others = (1..=row_of.len() as u32).filter(|member| drawn.binary_search(member).is_err());
        let mut files = vec![
            text(name::SELECTED, &in_order(&mut drawn.iter().copied()))?,
            text(name::REMAINING, &in_order(&mut others.into_iter()))?,
        ];
        if let Some(split) = split {
            let mut rows: Vec<(usize, usize)> =
                split.iter().zip(drawn).filter_map(|(panel, member)| Some((*panel as usize, row(member)?))).collect();
            rows.sort_unstable();
            files.push((name::PANELS, numbered_csv(name::PANELS, "panel", pool, &rows)?));
        }
        match setup.before.as_ref().map(|before| before.step) {
            Some(Step::Replace(_) | Step::Rotate) => {
                let sat = &setup.rules.include;
                let mut new = drawn.iter().copied().filter(|member| !sat.contains(&(*member as usize)));
                files.push(text(name::NEW, &in_order(&mut new))?);
            }
            Some(Step::Alternates(_)) => {
                let order = call_order(setup, draw);
                let rows: Vec<(usize, usize)> = (1..).zip(order.iter().filter_map(row)).collect();
                files.push((name::ALTERNATES, numbered_csv(name::ALTERNATES, "order", pool, &rows)?));
            }
            None => {}
        }
        Ok(files)
    }
}

/// The drawn members, by number, in the order in which alternates are called.
pub fn call_order(setup: &Setup, draw: &Draw) -> Vec<u32> {
    let said = match &draw.key {
        Some(key) => format!("key {key}"),
        None => format!("digits {}", draw.seed),
    };
    let mut order = draw.panel.members.clone();
    order.sort_by_cached_key(|member| call_ticket(setup.mark(), &said, *member));
    order
}
