//! Rows that remember where they stand.

use super::Place;
use super::place::letters;

/// A CSV file or a sheet of a workbook: its header and its data rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The name of the file, as problems and reports show it.
    pub file: String,
    /// The sheet, if the file is a workbook.
    pub sheet: Option<Sheet>,
    /// The cells of the first row that is not blank, exactly as the file has them.
    pub header: Vec<String>,
    /// The physical line on which the header starts, counting from 1; in a workbook, the number of its row.
    pub header_line: u64,
    /// The data rows that are not blank, each with as many cells as the header.
    pub rows: Vec<Row>,
}

/// Where in a workbook a [`Table`] stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The name of the sheet.
    pub name: String,
    /// The column of the sheet that is the table's first, counting from 0: blank columns before it are left out.
    pub first_column: usize,
}

/// One row of a [`Table`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The physical line on which the row starts, counting from 1; in a workbook, the number of the row.
    pub line: u64,
    /// Its cells, exactly as the file has them (without the quotation marks that CSV puts around a cell).
    pub cells: Vec<String>,
}

impl Row {
    /// Whether every cell holds white space at most.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

impl Table {
    /// The place of the whole table.
    pub fn place(&self) -> Place {
        let place = Place::file(&self.file);
        match &self.sheet {
            Some(sheet) => place.in_sheet(&sheet.name, None),
            None => place,
        }
    }

    /// The place of a line.
    pub fn place_of_line(&self, line: u64) -> Place {
        Place { line: Some(line), ..self.place() }
    }

    /// The place of a cell, by the index of its column.
    pub fn place_of_cell(&self, line: u64, column: usize) -> Place {
        let name = self.header.get(column).map_or("", |name| name.trim());
        let place = self.place_of_name(line, name);
        match self.sheet.as_ref().filter(|_| column < self.header.len()) {
            Some(sheet) => place.in_sheet(&sheet.name, Some(letters(self.column_in_file(column)))),
            None => place,
        }
    }

    /// The place of a cell, by the name of its column, which need not be there.
    pub fn place_of_name(&self, line: u64, column: &str) -> Place {
        Place { column: Some(column.trim().to_owned()), ..self.place_of_line(line) }
    }

    /// The place of a column, by its name, which need not be there.
    pub fn place_of_column(&self, column: &str) -> Place {
        Place { column: Some(column.trim().to_owned()), ..self.place() }
    }

    /// A column of the table as spreadsheet programs count it, from 0.
    pub fn column_in_file(&self, column: usize) -> usize {
        self.sheet.as_ref().map_or(0, |sheet| sheet.first_column).saturating_add(column)
    }
}
