//! Workbooks (`.xlsx`, after ECMA-376) become tables.
//!
//! The parts are read here rather than by a crate for spreadsheets, because cells must come through as they are stored, at the
//! place where the owner sees them, and because a damaged or malicious file must end in a message: `docs/dependencies.md` tells what the crates do.

mod format;
mod package;
mod parts;
mod sheet;
mod value;
mod xml;

use crate::read::kind::Foreign;
use crate::read::note::{ReadNote, signs};
use crate::read::place::letters;
use crate::read::separator::within;
use crate::read::{How, Pick, Place, ReadProblem, Reading, Row, Sheet, Table, WorkbookFault};
use package::Package;
use sheet::{Cells, Found};

/// Most cells, blank ones included, of a table from a sheet.
const MAX_CELLS: usize = 50_000_000;

/// Why a workbook cannot be read.
enum Broken {
    Damaged(String),
    TooLarge(String),
    Foreign(Foreign),
}

impl Broken {
    fn into_problem(self, at: Place) -> ReadProblem {
        let fault = match self {
            Broken::Foreign(kind) => return ReadProblem::Foreign { at: Place::file(&at.file), kind },
            Broken::Damaged(reason) => WorkbookFault::Damaged { reason },
            Broken::TooLarge(reason) => WorkbookFault::TooLarge { reason },
        };
        ReadProblem::Unusable { at, fault }
    }
}

/// Reads a sheet of a workbook.
pub(super) fn read(file: &str, bytes: &[u8], pick: Pick<'_>) -> Result<Reading, Vec<ReadProblem>> {
    let one = |problem| vec![problem];
    let whole = |broken: Broken| one(broken.into_problem(Place::file(file)));
    let mut package = Package::open(bytes).map_err(whole)?;
    let workbook = parts::workbook(&mut package).map_err(whole)?;
    let names: Vec<String> = workbook.sheets.iter().map(|(name, _)| name.clone()).collect();
    let mut wanted: Vec<usize> = (0..names.len()).collect();
    if let Pick::Named(name) = pick {
        wanted = named(&names, name);
        if wanted.is_empty() {
            let (sheet, sheets) = (name.to_owned(), names);
            return Err(one(ReadProblem::NoSheet { at: Place::file(file), sheet, sheets }));
        }
    }
    let mut filled = Vec::new();
    for index in wanted {
        let Some((name, part)) = workbook.sheets.get(index) else { continue };
        let at = || Place::file(file).in_sheet(name, None);
        let broken = |broken: Broken| one(broken.into_problem(at()));
        let text = package.part(part).map_err(broken)?;
        let text = text.ok_or_else(|| broken(Broken::Damaged("the sheet is missing".to_owned())))?;
        let mut cells = sheet::cells(&text, &workbook).map_err(broken)?;
        cells.rows.retain(|(_, cells)| !cells.is_empty());
        if !cells.rows.is_empty() {
            filled.push((index, cells));
        }
    }
    let index = choose(file, &names, &filled, pick).map_err(one)?;
    let others: Vec<String> =
        filled.iter().filter(|(i, _)| *i != index).filter_map(|(i, _)| names.get(*i).cloned()).collect();
    let (name, cells) = (names.get(index).cloned().unwrap_or_default(), filled.into_iter().find(|(i, _)| *i == index));
    let cells = cells.map(|(_, cells)| cells).unwrap_or_default();
    let mut notes = Vec::new();
    let table = table(file, &name, cells, &mut notes)?;
    notes.extend(signs(&table));
    if !others.is_empty() {
        notes.insert(0, ReadNote::OtherSheets { at: table.place(), sheets: others.clone() });
    }
    Ok(Reading { table, how: How::Workbook { sheet: name, others: others.len() }, notes })
}

/// The sheet of a name: the very name, or the only one that differs in letter case or outer space alone.
fn named(names: &[String], name: &str) -> Vec<usize> {
    let find = |same: &dyn Fn(&str) -> bool| -> Vec<usize> {
        (0..).zip(names).filter(|(_, candidate)| same(candidate)).map(|(index, _)| index).collect()
    };
    let exact = find(&|candidate| candidate == name);
    let near = find(&|candidate| candidate.trim().to_lowercase() == name.trim().to_lowercase());
    [exact, near].into_iter().find(|found| found.len() == 1).unwrap_or_default()
}

/// Which of the sheets that hold something is meant.
fn choose(file: &str, names: &[String], filled: &[(usize, Cells)], pick: Pick<'_>) -> Result<usize, ReadProblem> {
    let fits = |cells: &Cells| match pick {
        Pick::Fitting(fits) => cells.rows.first().is_some_and(|(_, cells)| {
            let header: Vec<String> = cells.iter().map(|(_, cell)| cell.clone()).collect();
            fits(&header)
        }),
        _ => false,
    };
    match filled {
        [] => Err(ReadProblem::Empty { at: Place::file(file) }),
        [(index, _)] => Ok(*index),
        several => {
            let fitting: Vec<usize> =
                several.iter().filter(|(_, cells)| fits(cells)).map(|(index, _)| *index).collect();
            match fitting.as_slice() {
                [index] => Ok(*index),
                _ => {
                    let sheets = several.iter().filter_map(|(index, _)| names.get(*index).cloned()).collect();
                    Err(ReadProblem::ManySheets { at: Place::file(file), sheets })
                }
            }
        }
    }
}

/// The cells of a sheet as a table. It reaches from the first column that holds something to the last one.
fn table(file: &str, name: &str, cells: Cells, notes: &mut Vec<ReadNote>) -> Result<Table, Vec<ReadProblem>> {
    let columns = || cells.rows.iter().flat_map(|(_, cells)| cells.iter().map(|(column, _)| *column as usize));
    let (first, last) = (columns().min().unwrap_or(0), columns().max().unwrap_or(0));
    let width = last - first + 1;
    let sheet = Sheet { name: name.to_owned(), first_column: first };
    let mut table =
        Table { file: file.to_owned(), sheet: Some(sheet), header: Vec::new(), header_line: 1, rows: Vec::new() };
    if cells.rows.len().saturating_mul(width) > MAX_CELLS {
        let reason = format!(
            "its cells reach from column {} to {}, in {} rows",
            letters(first),
            letters(last),
            cells.rows.len()
        );
        return Err(vec![Broken::TooLarge(reason).into_problem(table.place())]);
    }
    let mut rows = cells.rows.into_iter().map(|(row, cells)| {
        if cells.len() == width {
            // No cell of it is blank.
            return Row { line: u64::from(row), cells: cells.into_iter().map(|(_, text)| text).collect() };
        }
        let mut full = vec![String::new(); width];
        for (column, text) in cells {
            if let Some(cell) = full.get_mut(column as usize - first) {
                *cell = text;
            }
        }
        Row { line: u64::from(row), cells: full }
    });
    let header = rows.next();
    table.rows = rows.collect();
    if let Some(header) = header {
        (table.header, table.header_line) = (header.cells, header.line);
    }
    if let Some(separator) = within(&table.header) {
        return Err(vec![ReadProblem::OneCell { at: table.place_of_line(table.header_line), separator }]);
    }
    let without = cells.no_result.iter().map(|(row, column)| ReadProblem::Unusable {
        at: table.place_of_cell(u64::from(*row), (*column as usize).saturating_sub(first)),
        fault: WorkbookFault::NoResult,
    });
    let mut problems: Vec<ReadProblem> = without.collect();
    if table.rows.is_empty() {
        problems.push(ReadProblem::NoRows { at: table.place_of_line(table.header_line) });
    }
    let all =
        std::iter::once((table.header_line, &table.header)).chain(table.rows.iter().map(|row| (row.line, &row.cells)));
    for (line, cells) in all {
        for (column, _) in cells.iter().enumerate().filter(|(_, cell)| cell.contains('\0')) {
            problems.push(ReadProblem::NulByte { at: table.place_of_cell(line, column) });
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    say(&table, first, &cells.formulas, &cells.errors, &cells.long, &cells.hidden, notes);
    Ok(table)
}

/// What a sheet holds beside plain values.
fn say(
    table: &Table,
    first: usize,
    formulas: &Found,
    errors: &Found,
    long: &Found,
    hidden: &[u32],
    notes: &mut Vec<ReadNote>,
) {
    let place =
        |(row, column): (u32, u32)| table.place_of_cell(u64::from(row), (column as usize).saturating_sub(first));
    let text = |(row, column): (u32, u32)| {
        let at = table.rows.binary_search_by_key(&u64::from(row), |row| row.line);
        let row = at.ok().and_then(|index| table.rows.get(index)).map_or(&table.header, |row| &row.cells);
        row.get((column as usize).saturating_sub(first)).cloned().unwrap_or_default()
    };
    if let Some(at) = formulas.first {
        notes.push(ReadNote::Formulas { at: place(at), cells: formulas.cells });
    }
    if let Some(at) = errors.first {
        notes.push(ReadNote::Errors { at: place(at), cell: text(at), cells: errors.cells });
    }
    if let Some(at) = long.first {
        notes.push(ReadNote::LongNumbers { at: place(at), cell: text(at), cells: long.cells });
    }
    if let Some(row) = hidden.first() {
        notes.push(ReadNote::HiddenRows { at: table.place_of_line(u64::from(*row)), rows: hidden.len() });
    }
}
