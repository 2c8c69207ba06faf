//! Columns of a table, found by name.

use super::{InstanceProblem, fold};
use crate::read::{Place, Row, Table};

/// A table's columns under their folded names.
pub(super) struct Columns<'a> {
    table: &'a Table,
    keys: Vec<String>,
}

impl<'a> Columns<'a> {
    pub fn new(table: &'a Table) -> Self {
        let keys = table.header.iter().map(|name| fold(name)).collect();
        Columns { table, keys }
    }

    /// Whether there is a column of this name.
    pub fn has(&self, name: &str) -> bool {
        let key = fold(name);
        !key.is_empty() && self.keys.contains(&key)
    }

    /// The one column of this name. If there is none, `None`; if there are several, a problem as well.
    pub fn one(&self, name: &str, problems: &mut Vec<InstanceProblem>) -> Option<usize> {
        let key = fold(name);
        let found: Vec<usize> = (0..).zip(&self.keys).filter(|(_, k)| **k == key).map(|(i, _)| i).collect();
        match found.as_slice() {
            _ if key.is_empty() => None,
            [] => None,
            [index] => Some(*index),
            [first, ..] => {
                problems.push(InstanceProblem::DoubledColumn {
                    at: self.place(self.table.header_line, *first),
                    indices: found.iter().map(|index| self.table.column_in_file(*index)).collect(),
                });
                None
            }
        }
    }

    /// The named columns, as the table spells them.
    pub fn names(&self) -> Vec<String> {
        let named = self.table.header.iter().map(|name| name.trim());
        named.filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    /// A column's header, as the table spells it.
    pub fn name(&self, column: usize) -> &'a str {
        self.table.header.get(column).map_or("", String::as_str)
    }

    /// The place of a cell.
    pub fn place(&self, line: u64, column: usize) -> Place {
        self.table.place_of_cell(line, column)
    }
}

/// A row's cell, without outer white space.
pub(super) fn cell(row: &Row, column: usize) -> &str {
    row.cells.get(column).map_or("", |cell| cell.trim())
}
