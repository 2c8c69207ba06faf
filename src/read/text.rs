//! Bytes to text, strictly: UTF-8, and line numbers for what is not.

use super::{Place, ReadProblem};

pub(super) const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";
const UTF16_MARKS: [&[u8]; 2] = [b"\xFF\xFE", b"\xFE\xFF"];
/// An `.xlsx` or `.ods` file is a ZIP archive.
const ZIP_MARK: &[u8] = b"PK\x03\x04";

/// Characters of a cell that are shown before a byte that is not UTF-8.
const CONTEXT_CHARS: usize = 20;

/// The text of a file, without its byte-order mark.
pub(super) fn decode<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, ReadProblem> {
    if UTF16_MARKS.iter().any(|mark| bytes.starts_with(mark)) {
        return Err(ReadProblem::Utf16 { at: Place::file(file) });
    }
    if bytes.starts_with(ZIP_MARK) {
        return Err(ReadProblem::Workbook { at: Place::file(file) });
    }
    let bytes = bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Err(not_utf8(file, bytes).into_problem());
    };
    if let Some((before, _)) = text.split_once('\0') {
        return Err(ReadProblem::NulByte { at: Place::line(file, 1 + line_breaks(before)) });
    }
    Ok(text)
}

/// Line breaks in a text: LF, CRLF or CR.
pub(super) fn line_breaks(text: &str) -> u64 {
    let mut breaks = 0;
    let mut after_cr = false;
    for byte in text.bytes() {
        if byte == b'\r' || (byte == b'\n' && !after_cr) {
            breaks += 1;
        }
        after_cr = byte == b'\r';
    }
    breaks
}

/// Bytes that are not UTF-8.
pub(super) struct NotUtf8 {
    /// The first line that has one.
    pub at: Place,
    /// The first one.
    pub byte: u8,
    /// What stands before it in its cell.
    pub before: String,
    /// How many lines have such bytes.
    pub lines: u64,
}

impl NotUtf8 {
    pub fn into_problem(self) -> ReadProblem {
        let NotUtf8 { at, byte, before, lines } = self;
        ReadProblem::NotUtf8 { at, byte, before, lines }
    }
}

/// The first line with a byte that is not UTF-8, and how many lines have one.
pub(super) fn not_utf8(file: &str, bytes: &[u8]) -> NotUtf8 {
    let mut line = 1;
    let mut first: Option<(u64, u8, String)> = None;
    let mut lines = 0;
    let mut last = 0;
    for chunk in bytes.utf8_chunks() {
        line += line_breaks(chunk.valid());
        let Some(byte) = chunk.invalid().first() else {
            continue;
        };
        first.get_or_insert_with(|| (line, *byte, cell_so_far(chunk.valid())));
        if line != last {
            lines += 1;
            last = line;
        }
    }
    let (line, byte, before) = first.unwrap_or_default();
    NotUtf8 { at: Place::line(file, line), byte, before, lines }
}

/// The end of a text, from the start of its last cell.
pub(super) fn cell_so_far(text: &str) -> String {
    let cell = text.rsplit(['\n', '\r', ',', ';', '\t', '"']).next().unwrap_or_default();
    let skip = cell.chars().count().saturating_sub(CONTEXT_CHARS);
    cell.chars().skip(skip).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_lf_crlf_or_cr() {
        assert_eq!(line_breaks(""), 0);
        assert_eq!(line_breaks("a\nb\r\nc\rd"), 3);
        assert_eq!(line_breaks("\r\r\n\n\n"), 4);
    }
}
