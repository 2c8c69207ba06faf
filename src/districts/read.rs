//! The three tables, row by row: which district each row belongs to.

use std::collections::BTreeMap;

use super::DistrictProblem;
use super::compile::District;
use crate::instance::{fold, nearest, parse_count};
use crate::read::{Row, Table};

/// The column with the seats.
pub(super) const SIZE: &str = "size";

/// What stands for every district that has no rows of its own; so does a blank cell.
const ALL: &str = "*";

/// Identifier columns that are looked for, as an instance does.
const ID_COLUMNS: [&str; 3] = ["id", "nationbuilder_id", "unique_id"];

/// A cell without outer white space.
pub(super) fn cell(row: &Row, column: usize) -> &str {
    row.cells.get(column).map_or("", |cell| cell.trim())
}

/// The one column of this name.
pub(super) fn column(table: &Table, name: &str, problems: &mut Vec<DistrictProblem>) -> Option<usize> {
    let key = fold(name);
    let found: Vec<usize> = (0..table.header.len()).filter(|&i| fold(&table.header[i]) == key).collect();
    match found.as_slice() {
        [column] => return Some(*column),
        [] => {
            let names: Vec<String> = table.header.iter().map(|name| name.trim().to_owned()).collect();
            let found: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
            let nearest = nearest(name, found.iter().map(String::as_str)).map(str::to_owned);
            let at = table.place_of_name(table.header_line, name);
            problems.push(DistrictProblem::MissingColumn { at, found, nearest });
        }
        [first, ..] => {
            problems.push(DistrictProblem::DoubledColumn { at: table.place_of_cell(table.header_line, *first) });
        }
    }
    None
}

/// The districts, and where each stands by its folded name.
pub(super) struct Districts {
    pub list: Vec<District>,
    pub by_name: BTreeMap<String, usize>,
    pub file: String,
}

impl Districts {
    pub fn read(table: &Table, problems: &mut Vec<DistrictProblem>) -> Option<Self> {
        let (name, size) = (column(table, super::COLUMN, problems), column(table, SIZE, problems));
        let (name_column, size_column) = (name?, size?);
        let mut districts = Self { list: Vec::new(), by_name: BTreeMap::new(), file: table.file.clone() };
        for row in &table.rows {
            let (name, seats) = (cell(row, name_column), cell(row, size_column));
            let size = parse_count(seats).ok().filter(|&size| size > 0);
            if size.is_none() {
                let at = table.place_of_cell(row.line, size_column);
                problems.push(DistrictProblem::BadSize { at, cell: seats.to_owned() });
            }
            let at = table.place_of_cell(row.line, name_column);
            if name.is_empty() {
                problems.push(DistrictProblem::BlankName { at });
                continue;
            }
            if let Some(first) = districts.by_name.get(&fold(name)).and_then(|&first| districts.list.get(first)) {
                let (district, first_line) = (first.name.clone(), first.line);
                problems.push(DistrictProblem::DoubledDistrict { at, district, first_line });
                continue;
            }
            districts.by_name.insert(fold(name), districts.list.len());
            let size = size.unwrap_or_default();
            districts.list.push(District { name: name.to_owned(), size, members: 0, own: false, line: row.line });
        }
        Some(districts)
    }

    /// The district that a cell names.
    fn find(&self, row: &Row, column: usize) -> Option<usize> {
        self.by_name.get(&fold(cell(row, column))).copied()
    }

    fn unknown(&self, table: &Table, row: &Row, column: usize) -> DistrictProblem {
        let name = cell(row, column);
        let known: Vec<String> = self.list.iter().map(|district| district.name.clone()).collect();
        DistrictProblem::UnknownDistrict {
            at: table.place_of_cell(row.line, column),
            cell: name.to_owned(),
            districts: self.file.clone(),
            nearest: nearest(name, known.iter().map(String::as_str)).map(str::to_owned),
            known,
        }
    }

    /// The quotas of each district.
    pub fn quotas(&mut self, table: &Table, problems: &mut Vec<DistrictProblem>) -> Option<Vec<Table>> {
        let column = column(table, super::COLUMN, problems)?;
        let mut rows: Vec<Vec<Row>> = vec![Vec::new(); self.list.len()];
        let mut of_all = Vec::new();
        for row in &table.rows {
            if matches!(cell(row, column), "" | ALL) {
                of_all.push(row.clone());
                continue;
            }
            match self.find(row, column) {
                Some(district) => rows[district].push(row.clone()),
                None => problems.push(self.unknown(table, row, column)),
            }
        }
        let mut tables = Vec::new();
        for (district, own) in self.list.iter_mut().zip(rows) {
            district.own = !own.is_empty();
            if own.is_empty() && of_all.is_empty() {
                let (at, quotas) = (table.place_of_name(table.header_line, super::COLUMN), table.file.clone());
                problems.push(DistrictProblem::NoQuotas { at, district: district.name.clone(), quotas });
            }
            tables.push(Table { rows: if district.own { own } else { of_all.clone() }, ..empty(table) });
        }
        Some(tables)
    }

    /// The members of each district; and whether everybody has one.
    pub fn pool(
        &mut self,
        table: &Table,
        column: usize,
        id_column: Option<&str>,
        problems: &mut Vec<DistrictProblem>,
    ) -> (Vec<Table>, bool) {
        let named = |name: &str| table.header.iter().position(|header| fold(header) == fold(name));
        let id = id_column.map_or_else(|| ID_COLUMNS.into_iter().find_map(named), named);
        let mut rows: Vec<Vec<Row>> = vec![Vec::new(); self.list.len()];
        let mut firsts: BTreeMap<&str, (usize, u64)> = BTreeMap::new();
        let mut everybody = true;
        for row in &table.rows {
            if cell(row, column).is_empty() {
                problems.push(DistrictProblem::NoDistrict { at: table.place_of_cell(row.line, column) });
                everybody = false;
                continue;
            }
            let Some(district) = self.find(row, column) else {
                problems.push(self.unknown(table, row, column));
                everybody = false;
                continue;
            };
            rows[district].push(row.clone());
            let Some(id) = id.map(|id| cell(row, id)).filter(|id| !id.is_empty()) else { continue };
            let &mut (other, first_line) = firsts.entry(id).or_insert((district, row.line));
            if other != district {
                let name = |district: usize| self.list[district].name.clone();
                problems.push(DistrictProblem::TwoDistricts {
                    at: table.place_of_cell(row.line, column),
                    id: id.to_owned(),
                    district: name(district),
                    other: name(other),
                    first_line,
                });
            }
        }
        for (district, rows) in self.list.iter_mut().zip(&rows) {
            district.members = rows.len();
        }
        (rows.into_iter().map(|rows| Table { rows, ..empty(table) }).collect(), everybody)
    }
}

/// The table without its rows.
fn empty(table: &Table) -> Table {
    Table {
        file: table.file.clone(),
        sheet: table.sheet.clone(),
        header: table.header.clone(),
        header_line: table.header_line,
        rows: Vec::new(),
    }
}
