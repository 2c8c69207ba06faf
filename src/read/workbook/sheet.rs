//! The cells of one sheet.

use quick_xml::events::{BytesStart, Event};

use super::Broken;
use super::format::Format;
use super::parts::{Workbook, rich_text};
use super::value::{number, unescape};
use super::xml::Xml;

/// Rows and columns of the largest sheet that there can be.
const MAX_ROWS: u32 = 1 << 20;
const MAX_COLUMNS: u32 = 1 << 14;

/// The rows of a sheet that hold something, in ascending order; rows count from 1, columns from 0.
#[derive(Default)]
pub(super) struct Cells {
    /// Each with its cells that hold something, in ascending order.
    pub rows: Vec<(u32, Vec<(u32, String)>)>,
    /// Cells that hold a formula.
    pub formulas: Found,
    /// Cells in which a formula failed.
    pub errors: Found,
    /// Numbers with more digits than spreadsheet programs keep.
    pub long: Found,
    /// Formulas without the result that programs save with them.
    pub no_result: Vec<(u32, u32)>,
    /// Rows that are not shown.
    pub hidden: Vec<u32>,
}

/// Cells of one kind: the first, and how many.
#[derive(Default)]
pub(super) struct Found {
    pub first: Option<(u32, u32)>,
    pub cells: usize,
}

impl Found {
    fn add(&mut self, at: (u32, u32)) {
        self.first.get_or_insert(at);
        self.cells += 1;
    }
}

/// What kind of value a cell holds, from the attributes of its element.
struct Kind {
    at: (u32, u32),
    format: Format,
    name: Name,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    Shared,
    Text,
    Boolean,
    Error,
    Date,
    Number,
}

/// Reads a sheet.
pub(super) fn cells(text: &str, workbook: &Workbook) -> Result<Cells, Broken> {
    let mut reader =
        SheetReader { xml: Xml::new(text, "a sheet"), workbook, out: Cells::default(), value: String::new() };
    let mut inside = false;
    while let Some(event) = reader.xml.next()? {
        match event {
            Event::Start(element) if inside && element.local_name().as_ref() == "row" => reader.row(&element)?,
            Event::Start(element) => inside |= element.local_name().as_ref() == "sheetData",
            // What follows is about buttons, pictures and the like, which have rows of their own.
            Event::End(element) if element.local_name().as_ref() == "sheetData" => break,
            _ => {}
        }
    }
    Ok(reader.out)
}

struct SheetReader<'a, 'b> {
    xml: Xml<'a>,
    workbook: &'b Workbook,
    out: Cells,
    value: String,
}

impl SheetReader<'_, '_> {
    fn row(&mut self, element: &BytesStart<'_>) -> Result<(), Broken> {
        let last = self.out.rows.last().map_or(0, |(row, _)| *row);
        let row = match self.xml.attribute(element, "r")? {
            Some(row) => row.parse().map_err(|_| self.xml.fault())?,
            None => last + 1,
        };
        if row <= last || row > MAX_ROWS {
            return Err(Broken::Damaged(format!("row {row} of a sheet is not where it should be")));
        }
        let hidden = matches!(self.xml.attribute(element, "hidden")?.as_deref(), Some("1" | "true"));
        // Mostly a row has as many cells as the one before.
        let mut cells: Vec<(u32, String)> =
            Vec::with_capacity(self.out.rows.last().map_or(0, |(_, cells)| cells.len()));
        let mut next = 0;
        loop {
            match self.xml.next()?.ok_or_else(|| self.xml.fault())? {
                Event::Start(element) if element.local_name().as_ref() == "c" => {
                    let kind = self.kind(&element, row, next)?;
                    if kind.at.1 < next {
                        return Err(Broken::Damaged(format!(
                            "a cell in row {row} of a sheet is not where it should be"
                        )));
                    }
                    next = kind.at.1 + 1;
                    let text = self.cell(&kind)?;
                    if !text.trim().is_empty() || self.out.no_result.last() == Some(&kind.at) {
                        cells.push((kind.at.1, text));
                    }
                }
                Event::End(element) if element.local_name().as_ref() == "row" => break,
                _ => {}
            }
        }
        if hidden && !cells.is_empty() {
            self.out.hidden.push(row);
        }
        // Rows that hold nothing are kept, so that the order is checked; they are few bytes.
        self.out.rows.push((row, cells));
        Ok(())
    }

    fn kind(&self, element: &BytesStart<'_>, row: u32, next: u32) -> Result<Kind, Broken> {
        let (mut column, mut style, mut name) = (next, 0, Name::Number);
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| self.xml.fault())?;
            let value = attribute.value.as_ref();
            match attribute.key.local_name().as_ref() {
                "r" => column = column_of(value, row).ok_or_else(|| self.xml.fault())?,
                "s" => style = value.parse().map_err(|_| self.xml.fault())?,
                "t" => {
                    name = match value {
                        "s" => Name::Shared,
                        "str" | "inlineStr" => Name::Text,
                        "b" => Name::Boolean,
                        "e" => Name::Error,
                        "d" => Name::Date,
                        "n" => Name::Number,
                        _ => return Err(self.xml.fault()),
                    };
                }
                _ => {}
            }
        }
        if column >= MAX_COLUMNS {
            return Err(self.xml.fault());
        }
        let format = self.workbook.formats.get::<usize>(style).copied().unwrap_or(Format::Number);
        Ok(Kind { at: (row, column), format, name })
    }

    /// The text of a cell, up to the end of its element.
    fn cell(&mut self, kind: &Kind) -> Result<String, Broken> {
        let (mut text, mut formula, mut value) = (String::new(), false, false);
        loop {
            match self.xml.next()?.ok_or_else(|| self.xml.fault())? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "is" => {
                        text = rich_text(&mut self.xml)?;
                        value = true;
                    }
                    "v" => {
                        self.value.clear();
                        self.xml.text(&mut self.value)?;
                        if !value {
                            text = self.text(kind)?;
                        }
                        value = true;
                    }
                    "f" => {
                        formula = true;
                        self.value.clear();
                        self.xml.text(&mut self.value)?;
                    }
                    _ => {
                        self.value.clear();
                        self.xml.text(&mut self.value)?;
                    }
                },
                Event::End(_) => break,
                _ => {}
            }
        }
        if formula {
            // A result that is an empty text says that it is text; an empty value alone is what libraries write that do not calculate.
            if !value || (text.is_empty() && kind.name != Name::Text) {
                self.out.no_result.push(kind.at);
            }
            self.out.formulas.add(kind.at);
        }
        if kind.name == Name::Error && !text.is_empty() {
            self.out.errors.add(kind.at);
        }
        if kind.name == Name::Number && text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() > 15 {
            self.out.long.add(kind.at);
        }
        Ok(text)
    }

    /// The text of a stored value.
    fn text(&self, kind: &Kind) -> Result<String, Broken> {
        let stored = self.value.as_str();
        Ok(match kind.name {
            Name::Shared if stored.trim().is_empty() => String::new(),
            Name::Shared => {
                let index: Option<usize> = stored.trim().parse().ok();
                let shared = index.and_then(|index| self.workbook.strings.get(index));
                shared.ok_or_else(|| self.xml.fault())?.clone()
            }
            Name::Text => unescape(stored).into_owned(),
            Name::Boolean => match stored.trim() {
                "1" | "true" => "TRUE".to_owned(),
                "0" | "false" => "FALSE".to_owned(),
                "" => String::new(),
                _ => return Err(self.xml.fault()),
            },
            Name::Error => stored.to_owned(),
            Name::Date => stored.strip_suffix("T00:00:00").unwrap_or(stored).to_owned(),
            Name::Number => number(stored, kind.format, self.workbook.from_1904),
        })
    }
}

/// The column of a cell such as `C14`, which must be in the given row.
fn column_of(name: &str, row: u32) -> Option<u32> {
    let end = name.find(|c: char| !c.is_ascii_alphabetic())?;
    let (letters, digits) = name.split_at_checked(end)?;
    if letters.is_empty() || letters.len() > 3 || digits.parse() != Ok(row) {
        return None;
    }
    let column =
        letters.bytes().fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some(column - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_names_that_spreadsheets_give_them() {
        for (name, column) in
            [("A1", Some(0)), ("Z1", Some(25)), ("AA1", Some(26)), ("XFD1", Some(16383)), ("a1", Some(0))]
        {
            assert_eq!(column_of(name, 1), column, "{name}");
        }
        for name in ["A2", "1", "A", "", "AAAA1", "A1B", "$A$1", "A99999999999"] {
            assert_eq!(column_of(name, 1), None, "{name}");
        }
    }
}
