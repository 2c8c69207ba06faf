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
        let results = self.counts.iter().map(Count::to_string).collect::<Vec<_>>().join(", ");
        write!(out, "column {} is derived from {} ({}): {results}", shown(&self.column), shown(&self.from), self.how)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (result, rows) = (shown(&self.result), count(self.rows, "row"));
        if self.values.is_empty() {
            return write!(out, "{result} for {rows}");
        }
        let mut values: Vec<String> =
            self.values.iter().take(SHOWN).map(|(value, rows)| format!("{} {rows}", shown(value))).collect();
        if self.values.len() > SHOWN {
            values.push(format!("and {} more", self.values.len() - SHOWN));
        }
        write!(out, "{result} for {rows} ({})", values.join(", "))
    }
}
