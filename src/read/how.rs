//! What a file turned out to be.

use std::fmt;

use super::place::{count, shown};

/// What a file turned out to be, as one line for its owner: `CSV, semicolons, Windows-1252, CRLF`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum How {
    /// Text, cells separated by a character.
    Csv {
        /// What separates the cells.
        separator: Separator,
        /// The encoding.
        encoding: Encoding,
        /// Whether the file starts with a byte-order mark.
        mark: bool,
        /// How its lines end.
        ends: LineEnds,
        /// Whether its first line is one such as `sep=;`, which names the separator.
        named: bool,
    },
    /// An `.xlsx` workbook.
    Workbook {
        /// The sheet that was read.
        sheet: String,
        /// How many other sheets hold something.
        others: usize,
    },
}

/// What separates cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// The tabulator.
    Tab,
}

/// How text is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252, of Western European computers.
    Windows1252,
}

/// How many lines of a file end in which way, outside of quoted cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LineEnds {
    /// LF alone.
    pub lf: u64,
    /// CR and LF.
    pub crlf: u64,
    /// CR alone.
    pub cr: u64,
}

impl LineEnds {
    pub(super) fn count(&mut self, cr: bool, lf: bool) {
        match (cr, lf) {
            (true, true) => self.crlf += 1,
            (true, false) => self.cr += 1,
            (false, true) => self.lf += 1,
            (false, false) => {}
        }
    }
}

impl How {
    /// Whether the file is what every reader of a record understands, comma-separated UTF-8, so that its bytes can go into one as
    /// they are.
    pub fn is_plain(&self) -> bool {
        matches!(
            self,
            How::Csv { separator: Separator::Comma, encoding: Encoding::Utf8, named: false, ends: _, mark: _ }
        )
    }
}

impl Separator {
    /// All that are looked for.
    pub(super) const ALL: [Separator; 3] = [Separator::Comma, Separator::Semicolon, Separator::Tab];

    /// The character.
    pub fn byte(self) -> u8 {
        match self {
            Separator::Comma => b',',
            Separator::Semicolon => b';',
            Separator::Tab => b'\t',
        }
    }

    /// One of them, for messages.
    pub(super) fn one(self) -> &'static str {
        match self {
            Separator::Comma => "comma",
            Separator::Semicolon => "semicolon",
            Separator::Tab => "tab",
        }
    }
}

impl fmt::Display for Separator {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}s", self.one())
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le => "UTF-16 (little-endian)",
            Encoding::Utf16Be => "UTF-16 (big-endian)",
            Encoding::Windows1252 => "Windows-1252",
        })
    }
}

impl fmt::Display for LineEnds {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = [(self.lf, "LF"), (self.crlf, "CRLF"), (self.cr, "CR")];
        let names: Vec<&str> = found.iter().filter(|(lines, _)| *lines > 0).map(|(_, name)| *name).collect();
        match names.as_slice() {
            [] => out.write_str("one line"),
            [one] => out.write_str(one),
            several => write!(out, "{} mixed", several.join(" and ")),
        }
    }
}

impl fmt::Display for How {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            How::Csv { separator, encoding, mark, ends, named } => {
                let mark = if *mark { " with byte-order mark" } else { "" };
                let named = if *named { " (named in the first line)" } else { "" };
                write!(out, "CSV, {separator}{named}, {encoding}{mark}, {ends}")
            }
            How::Workbook { sheet, others } => {
                write!(out, "an Excel workbook, sheet {}", shown(sheet))?;
                match others {
                    0 => Ok(()),
                    others => write!(out, " ({} left aside)", count(*others, "other sheet")),
                }
            }
        }
    }
}
