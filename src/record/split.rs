//! `split.json`: on which of several panels the members of each panel of the lottery sit.

use std::io::{self, Write};

use crate::draw::Mark;

/// The format name of `split.json`, without its mark.
pub(super) const SPLIT_FORMAT: &str = "split/1";

/// Writes `split.json`, with one panel of the lottery a line.
///
/// # Errors
/// Those of `out`.
pub fn split_json(mark: Mark, split: &[Vec<u32>], out: &mut impl Write) -> io::Result<()> {
    write!(out, "{{\"format\":\"{}\",\"panels\":[", mark.format(SPLIT_FORMAT))?;
    for (i, panel) in split.iter().enumerate() {
        out.write_all(if i > 0 { b",\n" } else { b"\n" })?;
        serde_json::to_writer(&mut *out, panel)?;
    }
    out.write_all(b"\n]}\n")
}
