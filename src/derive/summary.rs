//! What became of a column, for everybody to see.

use std::fmt;

use crate::read::{count, shown};

/// How a column was derived, and how many rows became what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The derived column.
    pub column: String,
    /// The column that it was derived from.
    pub from: String,
    /// What was done, such as `age on 2026-11-22`.
    pub how: String,
    /// The results, in the order of the rule, those that nobody has too.
    pub counts: Vec<Count>,
}

/// How many rows have one result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The result.
    pub result: String,
    /// Rows that have it.
    pub rows: usize,
    /// For recodings: the values that became it, in the spelling that comes first in the table, and rows that have them; in alphabetical order.
    pub values: Vec<(String, usize)>,
}

/// Values shown of each result at the most.
const SHOWN: usize = 12;

impl fmt::Display for Summary {
    /// One line.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "column {} is derived from {} ({}): ", shown(&self.column), shown(&self.from), self.how)?;
        for (place, result) in self.counts.iter().enumerate() {
            let comma = if place == 0 { "" } else { ", " };
            write!(out, "{comma}{} for {}", shown(&result.result), count(result.rows, "row"))?;
            if result.values.is_empty() {
                continue;
            }
            let mut values: Vec<String> =
                result.values.iter().take(SHOWN).map(|(value, rows)| format!("{} {rows}", shown(value))).collect();
            if result.values.len() > SHOWN {
                values.push(format!("and {} more", result.values.len() - SHOWN));
            }
            write!(out, " ({})", values.join(", "))?;
        }
        Ok(())
    }
}
