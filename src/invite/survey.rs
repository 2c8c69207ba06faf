//! The first pass over a register: its strata, how many households each has, and everything that is wrong with it.

use std::collections::BTreeMap;
use std::io::{self, Read};

use super::code::{Code, Layout, code, is_blank_address};
use super::columns::{Named, layout};
use super::lines::Lines;
use super::locate::{Wanted, locate};
use super::problem::{InviteError, InviteProblem};
use super::scan::{Fault, Row, Rows};
use crate::instance::fold;

/// Opens the register anew; it is read more than once.
pub type Open<'a> = &'a mut dyn FnMut() -> io::Result<Box<dyn Read>>;

/// More strata than this are a mistake.
const MOST_STRATA: usize = 1 << 16;
/// A household in memory is its code and, in the lowest bits, its stratum.
pub(super) const STRATUM_BITS: u32 = 32;
/// The name of the only stratum where there is no column for strata.
pub(super) const EVERYBODY: &str = "everybody";

/// A part of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stratum {
    /// The value of the column; of several spellings, the first by bytes.
    pub name: String,
    /// How many rows it has.
    pub rows: u64,
    /// How many households it has.
    pub households: u64,
}

/// What is known of a register after reading it once.
#[derive(Debug)]
pub struct Survey {
    /// Its name in messages.
    pub(super) file: String,
    /// Which columns tell what.
    pub(super) layout: Layout,
    /// The separator of its cells.
    pub separator: char,
    /// The header's bytes, without the line end.
    pub(super) header: String,
    /// The SHA-256 of the file.
    pub sha256: [u8; 32],
    /// Its strata, ordered by the comparison keys of their names.
    pub strata: Vec<Stratum>,
    /// Each household once: its code, and the index of its stratum in the lowest 32 bits. Ascending.
    pub(super) units: Vec<u128>,
}

impl Survey {
    /// How many rows there are.
    pub fn rows(&self) -> u64 {
        self.strata.iter().map(|stratum| stratum.rows).sum()
    }

    /// How many households there are.
    pub fn households(&self) -> u64 {
        self.units.len() as u64
    }

    /// Whether rows can share a household.
    pub fn shared(&self) -> bool {
        !self.layout.address.is_empty() && !self.layout.addresses_differ
    }

    /// Names of the columns of the address.
    pub fn address_columns(&self) -> Vec<String> {
        self.layout.address.iter().filter_map(|&index| self.layout.header.get(index).cloned()).collect()
    }
}

/// The stratum of each row, found fast: rows of a stratum mostly stand together.
#[derive(Default)]
struct Strata {
    spellings: BTreeMap<String, usize>,
    keys: BTreeMap<String, usize>,
    rows: Vec<u64>,
    last: Option<(String, usize)>,
}

impl Strata {
    /// The index of a cell's stratum, counted once more.
    fn of(&mut self, cell: &str) -> usize {
        let index = match &self.last {
            Some((last, index)) if last == cell => *index,
            _ => {
                let index = self.spellings.get(cell).copied().unwrap_or_else(|| self.add(cell));
                self.last = Some((cell.to_owned(), index));
                index
            }
        };
        if let Some(rows) = self.rows.get_mut(index) {
            *rows += 1;
        }
        index
    }

    fn add(&mut self, cell: &str) -> usize {
        let next = self.keys.len();
        let index = *self.keys.entry(fold(cell)).or_insert(next);
        if index == self.rows.len() {
            self.rows.push(0);
        }
        self.spellings.insert(cell.to_owned(), index);
        index
    }

    /// The strata in the order of their keys, and the new index of each old one.
    fn finish(self) -> (Vec<Stratum>, Vec<usize>) {
        let mut names: Vec<Option<String>> = vec![None; self.rows.len()];
        for (spelling, index) in self.spellings {
            // Spellings ascend.
            if let Some(name) = names.get_mut(index) {
                name.get_or_insert(spelling.trim().to_owned());
            }
        }
        let mut new = vec![0; self.rows.len()];
        let mut strata = Vec::new();
        for (position, old) in self.keys.into_values().enumerate() {
            new[old] = position;
            let name = names.get_mut(old).and_then(Option::take).unwrap_or_default();
            strata.push(Stratum { name, rows: self.rows.get(old).copied().unwrap_or(0), households: 0 });
        }
        (strata, new)
    }
}

/// What is wrong with single rows.
#[derive(Default)]
struct Wrong {
    ragged: Lines,
    no_stratum: Lines,
    no_address: Lines,
    no_id: Lines,
}

impl Wrong {
    fn problems(self, file: &str, layout: &Layout) -> Vec<InviteProblem> {
        let file = || file.to_owned();
        let names = |columns: &[usize]| columns.iter().filter_map(|&i| layout.header.get(i).cloned()).collect();
        let blank = |lines: Lines, columns: &[usize]| {
            (lines.count > 0).then(|| InviteProblem::Blank { file: file(), columns: names(columns), lines })
        };
        let width = layout.header.len();
        [
            (self.ragged.count > 0).then(|| InviteProblem::Ragged { file: file(), lines: self.ragged, width }),
            blank(self.no_id, layout.id.as_slice()),
            blank(self.no_address, &layout.address),
            blank(self.no_stratum, layout.stratum.as_slice()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Turns a fault into a problem of the register, or an error of the system.
pub(super) fn fault(file: &str, fault: Fault) -> InviteError {
    let file = file.to_owned();
    InviteError::Problems(vec![match fault {
        Fault::Read(error) => return InviteError::Read(error),
        Fault::Utf16 => InviteProblem::NotUtf8 { file, line: None },
        Fault::NotUtf8 { line } => InviteProblem::NotUtf8 { file, line: Some(line) },
        Fault::Workbook => InviteProblem::Workbook { file },
        Fault::TooLong { line, quote } => InviteProblem::TooLong { file, line, quote },
        Fault::Unclosed { line } => InviteProblem::Quote { file, line, open: true },
        Fault::AfterQuote { line } => InviteProblem::Quote { file, line, open: false },
    }])
}

/// Reads a register once; where rows repeat each other, once more, to say which.
///
/// # Errors
/// Everything that is wrong with the register, up to the first row that cannot be made out.
pub fn survey(file: &str, named: &Named, open: Open) -> Result<Survey, InviteError> {
    let mut rows = Rows::new(open()?);
    let empty = || InviteError::Problems(vec![InviteProblem::Empty { file: file.to_owned() }]);
    let first = rows.next().map_err(|found| fault(file, found))?.ok_or_else(empty)?;
    let header = first.raw.to_owned();
    let layout = layout(file, named, &first).map_err(InviteError::Problems)?;
    let mut reading = Reading {
        layout: &layout,
        strata: Strata::default(),
        wrong: Wrong::default(),
        units: Vec::new(),
        ids: Vec::new(),
        text: String::new(),
    };
    let mut any = false;
    let mut broken = None;
    loop {
        match rows.next() {
            Ok(Some(row)) => reading.take(&row),
            Ok(None) => break,
            Err(found) => {
                broken = Some(fault(file, found));
                break;
            }
        }
        any = true;
        if reading.strata.keys.len() > MOST_STRATA {
            let column = layout.stratum.and_then(|index| layout.header.get(index)).cloned().unwrap_or_default();
            let problem = InviteProblem::TooManyStrata { file: file.to_owned(), column, most: MOST_STRATA };
            return Err(InviteError::Problems(vec![problem]));
        }
    }
    let separator = char::from(rows.separator());
    let sha256 = rows.hash();
    let Reading { strata, wrong, mut units, mut ids, .. } = reading;
    let mut problems = wrong.problems(file, &layout);
    match broken {
        Some(InviteError::Problems(more)) => problems.extend(more),
        Some(error) => return Err(error),
        None if !any => problems.push(InviteProblem::NoRows { file: file.to_owned() }),
        None => {}
    }
    if problems.is_empty() {
        units.sort_unstable();
        ids.sort_unstable();
        let wanted = Wanted::of(&layout, &units, &ids);
        problems = locate(file, &layout, wanted, open)?;
    }
    if !problems.is_empty() {
        return Err(InviteError::Problems(problems));
    }
    units.dedup();
    let (mut strata, new) = strata.finish();
    for unit in &mut units {
        let (code, old) = parts(*unit);
        let index = new.get(old).copied().unwrap_or(0);
        if let Some(stratum) = strata.get_mut(index) {
            stratum.households += 1;
        }
        *unit = together(code, index);
    }
    Ok(Survey { file: file.to_owned(), layout, separator, header, sha256, strata, units })
}

/// A household in memory.
pub(super) fn together(code: Code, stratum: usize) -> u128 {
    code << STRATUM_BITS | stratum as u128
}

/// The code and the stratum of a household in memory.
pub(super) fn parts(unit: u128) -> (Code, usize) {
    let stratum = unit & ((1 << STRATUM_BITS) - 1);
    (unit >> STRATUM_BITS, usize::try_from(stratum).unwrap_or(usize::MAX))
}

/// What is kept of the rows read so far.
struct Reading<'a> {
    layout: &'a Layout,
    strata: Strata,
    wrong: Wrong,
    units: Vec<u128>,
    /// 64 bits of each row's own code, where it is not the household's: equal ones are looked at again.
    ids: Vec<u64>,
    text: String,
}

impl Reading<'_> {
    fn take(&mut self, row: &Row) {
        let layout = self.layout;
        if row.width() != layout.header.len() {
            return self.wrong.ragged.add(row.line);
        }
        let stratum = match layout.stratum {
            None => self.strata.of(EVERYBODY),
            Some(column) => {
                let cell = row.cell(column);
                if cell.trim().is_empty() {
                    self.wrong.no_stratum.add(row.line);
                }
                self.strata.of(cell)
            }
        };
        layout.row_text(row, &mut self.text);
        if layout.id.is_some() && self.text.is_empty() {
            self.wrong.no_id.add(row.line);
        }
        if layout.has_two_texts() {
            self.ids.push(short(&self.text));
            layout.household_text(row, &mut self.text);
            if is_blank_address(&self.text) {
                self.wrong.no_address.add(row.line);
            }
        }
        self.units.push(together(code(&self.text), stratum));
    }
}

/// The first 64 of a code's 96 bits.
pub(super) fn short(text: &str) -> u64 {
    u64::try_from(code(text) >> 32).unwrap_or(u64::MAX)
}
