//! The rows of a register in a stream: one row at a time in memory, each with its line and with the bytes that it had.
//!
//! The cells are those that `read` would make (a test compares the two), but nothing is kept.

use std::io::{self, BufRead, BufReader, Read};

use sha2::{Digest, Sha256};

/// How much is read at once, in bytes.
const CHUNK: usize = 1 << 18;
/// The longest row, in bytes: an unclosed quotation mark must not swallow millions of rows.
const LONGEST_ROW: usize = 1 << 18;

/// Why a register cannot be read on.
#[derive(Debug)]
pub(super) enum Fault {
    /// The system's words.
    Read(io::Error),
    /// It is text in UTF-16.
    Utf16,
    /// It is a ZIP archive, as workbooks are.
    Workbook,
    /// A row is not UTF-8.
    NotUtf8 { line: u64 },
    /// A row is too long; `quote`: it has a quotation mark that is still open.
    TooLong { line: u64, quote: bool },
    /// A quotation mark is open at the end of the file.
    Unclosed { line: u64 },
    /// Something follows the closing quotation mark of a cell.
    AfterQuote { line: u64 },
}

/// Hashes what is read.
struct Hashed<R> {
    input: R,
    hasher: Sha256,
}

impl<R: Read> Read for Hashed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.hasher.update(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}

/// A register that is being read.
pub(super) struct Rows<R> {
    input: BufReader<Hashed<R>>,
    /// The separator, once the header was read.
    separator: Option<u8>,
    /// The bytes of the row, with its line end.
    raw: Vec<u8>,
    /// The cells of a row with quotation marks, without these.
    unquoted: Vec<u8>,
    /// Where each cell is, in `raw` or `unquoted`.
    cells: Vec<(usize, usize)>,
    /// The line on which the next row starts, counting from 1.
    line: u64,
}

/// One row.
pub(super) struct Row<'a> {
    /// The line on which it starts.
    pub line: u64,
    /// As the file has it, without its line end.
    pub raw: &'a str,
    text: &'a str,
    cells: &'a [(usize, usize)],
}

impl Row<'_> {
    /// How many cells it has.
    pub fn width(&self) -> usize {
        self.cells.len()
    }

    /// A cell, without the quotation marks around it.
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).and_then(|&(start, end)| self.text.get(start..end)).unwrap_or_default()
    }
}

impl<R: Read> Rows<R> {
    /// Starts to read.
    pub fn new(input: R) -> Self {
        let input = BufReader::with_capacity(CHUNK, Hashed { input, hasher: Sha256::new() });
        Self { input, separator: None, raw: Vec::new(), unquoted: Vec::new(), cells: Vec::new(), line: 1 }
    }

    /// The separator, once the first row was read.
    pub fn separator(&self) -> u8 {
        self.separator.unwrap_or(b',')
    }

    /// The SHA-256 of the file; to be asked after the last row.
    pub fn hash(self) -> [u8; 32] {
        self.input.into_inner().hasher.finalize().into()
    }

    /// The next row that is not blank.
    pub fn next(&mut self) -> Result<Option<Row<'_>>, Fault> {
        loop {
            let line = self.line;
            self.raw.clear();
            if self.more(line, false)? == 0 {
                return Ok(None);
            }
            if line == 1 {
                self.marks()?;
            }
            if self.separator.is_none() {
                self.separator = separator(&self.raw);
            }
            let separator = self.separator();
            let quoted = self.raw.contains(&b'"');
            if quoted {
                self.split_quoted(line, separator)?;
            } else {
                split(without_line_end(&self.raw), separator, &mut self.cells);
            }
            let blank = |byte: &u8| byte.is_ascii_whitespace() || (!quoted && *byte == separator);
            if if quoted { &self.unquoted } else { &self.raw }.iter().all(blank) {
                continue;
            }
            let text = |bytes| std::str::from_utf8(bytes).map_err(|_| Fault::NotUtf8 { line });
            let raw = text(without_line_end(&self.raw))?;
            let text = if quoted { text(&self.unquoted)? } else { raw };
            return Ok(Some(Row { line, raw, text, cells: &self.cells }));
        }
    }

    /// Reads up to the next line feed, that one too; how many bytes.
    fn more(&mut self, line: u64, quote: bool) -> Result<usize, Fault> {
        let room = LONGEST_ROW.saturating_sub(self.raw.len());
        let read = self.input.by_ref().take(room as u64).read_until(b'\n', &mut self.raw).map_err(Fault::Read)?;
        if read == room && self.raw.last() != Some(&b'\n') {
            return Err(Fault::TooLong { line, quote });
        }
        self.line += 1;
        Ok(read)
    }

    /// Takes the byte-order mark off the first line, and refuses what is no text in UTF-8 by its first bytes.
    fn marks(&mut self) -> Result<(), Fault> {
        if self.raw.starts_with(b"\xFF\xFE") || self.raw.starts_with(b"\xFE\xFF") {
            return Err(Fault::Utf16);
        }
        if self.raw.starts_with(b"PK\x03\x04") {
            return Err(Fault::Workbook);
        }
        if self.raw.starts_with(b"\xEF\xBB\xBF") {
            self.raw.drain(..3);
        }
        Ok(())
    }

    /// Splits a row with quotation marks; a cell may go on over line ends.
    fn split_quoted(&mut self, line: u64, separator: u8) -> Result<(), Fault> {
        self.unquoted.clear();
        self.cells.clear();
        let mut at = 0;
        loop {
            let start = self.unquoted.len();
            if self.raw.get(at) == Some(&b'"') {
                at = self.quoted_cell(line, at + 1)?;
            } else {
                let row = without_line_end(&self.raw);
                let rest = row.get(at..).unwrap_or_default();
                let length = rest.iter().position(|byte| *byte == separator).unwrap_or(rest.len());
                self.unquoted.extend_from_slice(rest.get(..length).unwrap_or_default());
                at += length;
            }
            self.cells.push((start, self.unquoted.len()));
            let row = without_line_end(&self.raw);
            match row.get(at) {
                Some(byte) if *byte == separator => at += 1,
                Some(_) => return Err(Fault::AfterQuote { line }),
                None => return Ok(()),
            }
        }
    }

    /// Copies a quoted cell from after its opening quotation mark; where it ends, after the closing one.
    fn quoted_cell(&mut self, line: u64, mut at: usize) -> Result<usize, Fault> {
        loop {
            let rest = self.raw.get(at..).unwrap_or_default();
            let Some(length) = rest.iter().position(|byte| *byte == b'"') else {
                self.unquoted.extend_from_slice(rest);
                at = self.raw.len();
                if self.more(line, true)? == 0 {
                    return Err(Fault::Unclosed { line });
                }
                continue;
            };
            self.unquoted.extend_from_slice(rest.get(..length).unwrap_or_default());
            at += length + 1;
            if self.raw.get(at) != Some(&b'"') {
                return Ok(at);
            }
            self.unquoted.push(b'"');
            at += 1;
        }
    }
}

/// Where the cells of a row without quotation marks are.
fn split(row: &[u8], separator: u8, cells: &mut Vec<(usize, usize)>) {
    cells.clear();
    let mut start = 0;
    for cell in row.split(|byte| *byte == separator) {
        cells.push((start, start + cell.len()));
        start += cell.len() + 1;
    }
}

fn without_line_end(row: &[u8]) -> &[u8] {
    let row = row.strip_suffix(b"\n").unwrap_or(row);
    row.strip_suffix(b"\r").unwrap_or(row)
}

/// The separator of a header: the one of comma, semicolon and tab that stands most often outside quotation marks; in doubt the comma. `None` for a
/// blank line.
fn separator(header: &[u8]) -> Option<u8> {
    if header.iter().all(u8::is_ascii_whitespace) {
        return None;
    }
    let times = |wanted: u8| {
        let outside = header.split(|byte| *byte == b'"').step_by(2);
        outside.map(|part| part.iter().filter(|byte| **byte == wanted).count()).sum::<usize>()
    };
    let mut best = b',';
    for other in [b';', b'\t'] {
        if times(other) > times(best) {
            best = other;
        }
    }
    Some(best)
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::{Fault, LONGEST_ROW, Rows};

    type Read = (u64, Vec<String>);

    /// All rows, a few bytes at a time, and the fault that ended them.
    fn rows(bytes: &[u8]) -> (Vec<Read>, Option<Fault>) {
        let mut scan = Rows::new(bytes);
        let mut rows = Vec::new();
        loop {
            match scan.next() {
                Ok(Some(row)) => {
                    rows.push((row.line, (0..row.width()).map(|i| row.cell(i).to_owned()).collect()));
                }
                Ok(None) => return (rows, None),
                Err(fault) => return (rows, Some(fault)),
            }
        }
    }

    #[test]
    fn cells_are_those_of_the_reader_of_pools() {
        for text in [
            "id,name\na,Ann\n\nb,\"Ben, B\"\n",
            "id,name\r\na,\"Ann \"\"x\"\" y\"\r\nb,\"two\r\nlines\"\r\nc,x\"y\r\n",
            "\u{feff}id,name\na,\"\"\n\"\",b\n , \n\"\",\" \"\nd,\"é\n\n\nü\"\ne,f",
            "id,name\n\"a\",\"b\"\n",
        ] {
            let table = crate::read::read_csv("x", text.as_bytes());
            let (found, fault) = rows(text.as_bytes());
            assert!(fault.is_none(), "{text:?}");
            let expected: Vec<Read> = table
                .map(|table| {
                    let header = (table.header_line, table.header);
                    std::iter::once(header).chain(table.rows.into_iter().map(|row| (row.line, row.cells))).collect()
                })
                .unwrap_or_default();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn separators_are_found_in_the_header() {
        let cells = |text: &str| rows(text.as_bytes()).0.last().map(|row| row.1.clone());
        assert_eq!(cells("a;b\n1,5;2\n"), Some(vec!["1,5".to_owned(), "2".to_owned()]));
        assert_eq!(cells("a\tb\n1,5\t2\n"), Some(vec!["1,5".to_owned(), "2".to_owned()]));
        assert_eq!(cells("\"x;y;z\",b\n1;5,2\n"), Some(vec!["1;5".to_owned(), "2".to_owned()]));
    }

    #[test]
    fn faults_have_their_line() {
        assert!(matches!(rows(b"a,b\n\"x,1\ny,2\n").1, Some(Fault::Unclosed { line: 2 })));
        assert!(matches!(rows(b"a,b\n1,2\n\"x\"z,1\n").1, Some(Fault::AfterQuote { line: 3 })));
        assert!(matches!(rows(b"a,b\n1,\xFF\n").1, Some(Fault::NotUtf8 { line: 2 })));
        assert!(matches!(rows(b"\xFF\xFEa\0").1, Some(Fault::Utf16)));
        assert!(matches!(rows(b"PK\x03\x04").1, Some(Fault::Workbook)));
        let mut long = b"a,b\n\"".to_vec();
        long.resize(LONGEST_ROW + 10, b'x');
        assert!(matches!(rows(&long).1, Some(Fault::TooLong { line: 2, .. })));
    }

    #[test]
    fn the_row_keeps_its_bytes_and_the_file_its_hash() {
        let text = "a,b\n1,\" x \"\"y\"\"\n z\"\n";
        let mut scan = Rows::new(text.as_bytes());
        let mut last = String::new();
        while let Ok(Some(row)) = scan.next() {
            last = row.raw.to_owned();
        }
        assert_eq!(last, "1,\" x \"\"y\"\"\n z\"");
        let expected: [u8; 32] = Sha256::digest(text).into();
        assert_eq!(scan.hash(), expected);
    }
}
