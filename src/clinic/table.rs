//! A quotas file with other numbers, ready to be written.

use super::Repair;
use crate::instance::fold;
use crate::read::Table;

/// The quotas file with the changes of a repair. All other cells stay as they are, except that a limit on changes (`min_flex`, `max_flex`) that the new
/// number passes becomes that number: otherwise the file would be refused.
pub fn quotas_table(quotas: &Table, repair: &Repair) -> Table {
    let mut table = quotas.clone();
    let column = |name: &str| quotas.header.iter().position(|header| fold(header) == name);
    for change in &repair.changes {
        let (number, limit) = if change.max { ("max", "max_flex") } else { ("min", "min_flex") };
        let Some(row) = change.row.checked_sub(1).and_then(|row| table.rows.get_mut(row)) else { continue };
        if let Some(cell) = column(number).and_then(|column| row.cells.get_mut(column)) {
            *cell = change.to.to_string();
        }
        if let Some(cell) = column(limit).and_then(|column| row.cells.get_mut(column)) {
            let limit: Option<usize> = cell.trim().split('.').next().and_then(|whole| whole.parse().ok());
            if limit.is_some_and(|limit| if change.max { limit < change.to } else { limit > change.to }) {
                *cell = change.to.to_string();
            }
        }
    }
    table
}
