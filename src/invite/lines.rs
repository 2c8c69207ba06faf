//! Lines that share a problem, as messages name them: the first ones, and how many more.

use std::fmt;

/// How many lines of one problem are named; the rest are counted.
const LINES_NAMED: usize = 12;
/// How many groups of lines of one problem are named.
const GROUPS_NAMED: usize = 6;

/// Lines with one problem: the first ones, and how many there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines {
    /// The first ones, counting from 1.
    pub first: Vec<u64>,
    /// How many there are.
    pub count: u64,
}

impl Lines {
    pub(super) fn add(&mut self, line: u64) {
        if self.first.len() < LINES_NAMED {
            self.first.push(line);
        }
        self.count += 1;
    }
}

impl fmt::Display for Lines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = self.first.iter().map(u64::to_string).collect::<Vec<String>>().join(", ");
        if self.count == 1 {
            write!(f, "line {named}")?;
        } else {
            write!(f, "lines {named}")?;
        }
        match self.count - self.first.len() as u64 {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}

/// Rows that share something: the lines of the first groups, and how many groups there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Groups {
    /// The first groups.
    pub first: Vec<Lines>,
    /// How many there are.
    pub count: u64,
}

impl Groups {
    /// How many groups are named.
    pub(super) const NAMED: usize = GROUPS_NAMED;
}

impl fmt::Display for Groups {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named: Vec<String> = self.first.iter().map(Lines::to_string).collect();
        write!(f, "{}", named.join("; "))?;
        match self.count.saturating_sub(self.first.len() as u64) {
            0 => Ok(()),
            more => write!(f, "; and {more} more of this kind"),
        }
    }
}
