//! What is worth saying although the input is accepted.

use crate::read::{Place, shown};

/// Something that was done with the input and that its owner should know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Warning {
    /// No identifier column was found.
    #[error("{at}: there is no identifier column, so members are known by the number of their row")]
    RowNumbers {
        /// The pool file.
        at: Place,
    },
    /// A row repeats an earlier one cell for cell.
    #[error("{at}: the row repeats {} {first_line} cell for cell (identifier {}) and counts once", if at.sheet.is_some() { "row" } else { "line" }, shown(id))]
    RepeatedRow {
        /// The repeating row.
        at: Place,
        /// The identifier of both.
        id: String,
        /// The row that is kept.
        first_line: u64,
    },
}

impl Warning {
    fn at(&self) -> &Place {
        match self {
            Warning::RowNumbers { at } | Warning::RepeatedRow { at, .. } => at,
        }
    }

    /// The name of the file that the warning is about.
    pub fn file(&self) -> &str {
        &self.at().file
    }

    /// The physical line, counting from 1, where there is one to name.
    pub fn line(&self) -> Option<u64> {
        self.at().line
    }

    /// The column's name, where there is one to name.
    pub fn column(&self) -> Option<&str> {
        self.at().column.as_deref()
    }

    /// A stable identifier of the kind of warning.
    pub fn code(&self) -> &'static str {
        match self {
            Warning::RowNumbers { .. } => "row-numbers",
            Warning::RepeatedRow { .. } => "repeated-row",
        }
    }

    /// What to do next.
    pub fn help(&self) -> String {
        match self {
            Warning::RowNumbers { .. } => "The first row below the header is member 1; blank rows are not counted. Do not sort the pool or \
                 add rows to it after the draw. If a column identifies members, call it \"id\" or name it as the identifier column."
                .to_owned(),
            Warning::RepeatedRow { .. } => "Nothing needs doing if this is one person entered twice.".to_owned(),
        }
    }
}
