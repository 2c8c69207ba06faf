//! `split.json`: on which of several panels drawn together the members of each panel of the lottery sit.

use std::io::{self, Write};

use crate::draw::Mark;

/// The format name of `split.json`, without its mark.
pub(super) const SPLIT_FORMAT: &str = "split/1";

/// Writes `split.json`, with one panel of the lottery a line. `panels` has, for each of them, on which of the panels its members sit, counting from 1.
/// It goes out piece by piece, like `lottery.json`.
///
/// # Errors
/// Those of `out`.
pub fn split_json<'a>(mark: Mark, panels: impl IntoIterator<Item = &'a [u32]>, out: &mut impl Write) -> io::Result<()> {
    write!(out, "{{\"format\":\"{}\",\"panels\":[", mark.format(SPLIT_FORMAT))?;
    for (i, parts) in panels.into_iter().enumerate() {
        out.write_all(if i > 0 { b",\n" } else { b"\n" })?;
        serde_json::to_writer(&mut *out, parts)?;
    }
    out.write_all(b"\n]}\n")
}

#[cfg(test)]
mod tests {
    use super::{Mark, split_json};

    #[test]
    fn one_panel_of_the_lottery_is_one_line() -> std::io::Result<()> {
        let mut out = Vec::new();
        split_json(Mark::Draw, [&[1, 2, 1][..], &[2, 2, 1]], &mut out)?;
        let expected = "{\"format\":\"klero/split/1\",\"panels\":[\n[1,2,1],\n[2,2,1]\n]}\n";
        assert_eq!(String::from_utf8_lossy(&out), expected);
        Ok(())
    }
}
