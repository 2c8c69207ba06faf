//! `split.json`: who sits on which of several panels drawn together.

use std::io::{self, Write};

/// The format name of `split.json`.
pub const SPLIT_FORMAT: &str = "klero/split/1";

/// Writes `split.json`, with one panel of the lottery a line. `panels` has, for each of them, on which of the panels its members sit, counting from 1.
/// It goes out piece by piece, like `lottery.json`.
///
/// # Errors
/// Those of `out`.
pub fn split_json<'a>(panels: impl IntoIterator<Item = &'a [u32]>, out: &mut impl Write) -> io::Result<()> {
    write!(out, "{{\"format\":\"{SPLIT_FORMAT}\",\"panels\":[")?;
    for (i, parts) in panels.into_iter().enumerate() {
        out.write_all(if i > 0 { b",\n" } else { b"\n" })?;
        serde_json::to_writer(&mut *out, parts)?;
    }
    writeln!(out, "\n]}}")
}

#[cfg(test)]
mod tests {
    use super::split_json;

    #[test]
    fn one_panel_of_the_lottery_is_one_line() -> std::io::Result<()> {
        let mut out = Vec::new();
        split_json([&[1, 2, 1][..], &[2, 2, 1]], &mut out)?;
        let expected = "{\"format\":\"klero/split/1\",\"panels\":[\n[1,2,1],\n[2,2,1]\n]}\n";
        assert_eq!(String::from_utf8_lossy(&out), expected);
        Ok(())
    }
}
