//! `lottery.json`, which may be larger than memory: it is read once, in a stream.

use serde::Deserialize;
use serde::de::{Deserializer, SeqAccess, Visitor};

use super::files::Files;
use super::json::{Object, Whole, parse_stream, wholes};
use super::packed::{Packed, Panel, Panels};
use super::panels::index;
use super::say::quote;
use super::table::LOTTERY;

/// A lottery as it stands in its file. Its numbers may still be wrong in every way that `lottery.*` checks.
pub(super) struct Lottery {
    pub(super) panels: Panels,
    pub(super) size: u64,
    pub(super) tickets: u64,
}

impl Lottery {
    /// Panels with their position, counting from 1.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (usize, Panel<'_>)> {
        self.panels.iter().enumerate().map(|(index, panel)| (index + 1, panel))
    }

    /// How many tickets select the member with this number. (Each panel has fewer than 2^53: the sum stays below 2^117.)
    pub(super) fn of(&self, number: u64) -> u128 {
        let panels = self.panels.iter().filter(|panel| panel.members.iter().any(|member| member == number));
        panels.map(|panel| u128::from(panel.tickets)).sum()
    }

    /// Whether each panel's members exist in a pool of `members`.
    pub(super) fn within(&self, members: usize) -> bool {
        self.panels.iter().flat_map(|panel| panel.members.iter()).all(|member| index(member, members).is_some())
    }
}

/// What became of `lottery.json`, which can be read from beginning to end.
pub(super) struct Reading {
    pub(super) sha256: String,
    /// The lottery, or what is wrong with its form.
    pub(super) lottery: Result<Lottery, String>,
}

/// Reads the lottery, or says why its file cannot be used; `None` when there is no such file.
pub(super) fn read(files: &Files) -> Option<Result<Reading, String>> {
    let reading = files.stream(LOTTERY)?.and_then(|stream| {
        let (ended, file) = parse_stream::<LotteryFile>(LOTTERY, stream)?;
        Ok(Reading { sha256: ended.sha256, lottery: file.and_then(|file| file.known(&files.format("lottery/1"))) })
    });
    Some(reading)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LotteryFile {
    format: String,
    #[serde(deserialize_with = "panels")]
    panels: Panels,
    size: Whole,
    tickets: Whole,
}

impl LotteryFile {
    /// The lottery, if it has the one form that is known.
    fn known(self, format: &str) -> Result<Lottery, String> {
        if self.format == format {
            return Ok(Lottery { panels: self.panels, size: self.size.0, tickets: self.tickets.0 });
        }
        Err(format!("lottery.json: \"format\" is {}, and only \"{format}\" is known here", quote(&self.format)))
    }
}

/// One of the `panels`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PanelFile {
    #[serde(deserialize_with = "wholes")]
    members: Packed,
    tickets: Whole,
}

/// A list of panels, packed one by one.
fn panels<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Panels, D::Error> {
    struct List;
    impl<'de> Visitor<'de> for List {
        type Value = Panels;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a sequence")
        }
        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Panels, A::Error> {
            let mut panels = Panels::default();
            while let Some(Object(PanelFile { members, tickets })) = list.next_element()? {
                panels.push(&members, tickets.0);
            }
            Ok(panels)
        }
    }
    deserializer.deserialize_seq(List)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test stops where it stands

    use super::LotteryFile;
    use crate::verify::json::{parse, parse_stream};
    use crate::verify::stream::Stream;

    const TEXT: &[u8] =
        b"{\"format\":\"klero/lottery/1\",\"panels\":[\n{\"members\":[1,20],\"tickets\":3}\n],\"size\":2,\"tickets\":3}\n";

    fn said(bytes: &[u8]) -> [Option<String>; 2] {
        let stream = parse_stream::<LotteryFile>("lottery.json", Stream::new(bytes, u64::MAX)).unwrap().1;
        [parse::<LotteryFile>("lottery.json", bytes).err(), stream.err()]
    }

    /// A stream has sometimes looked at one character more when a fault is seen, which may be the first of the next line.
    fn without_place(said: Option<String>) -> Option<String> {
        said.map(|said| said.split_once(" at line ").map_or(said.clone(), |(said, _)| said.to_owned()))
    }

    /// Each byte exchanged for others, and the text cut short after each: in a stream, the same is said as of the whole text.
    #[test]
    fn a_stream_makes_no_difference() {
        assert_eq!(said(TEXT), [None, None]);
        let mut wrong = 0;
        for at in 0..TEXT.len() {
            for other in
                [&b""[..], b"0", b"-", b".", b",", b" ", b"\"", b"x", b"\n", b"]", b"{", b"\\", b"\xff", b"\xc3"]
            {
                for rest in [TEXT.get(at + 1..).unwrap(), b""] {
                    let bytes = [TEXT.get(..at).unwrap(), other, rest].concat();
                    let [whole, stream] = said(&bytes);
                    wrong += usize::from(whole.is_some());
                    let text = String::from_utf8_lossy(&bytes);
                    assert_eq!(without_place(whole), without_place(stream), "{text}");
                }
            }
        }
        assert!(wrong > 1000, "{wrong}");
        // The comparison sees another sentence.
        let [without, with] = [&b"{}"[..], b"[]"].map(|bytes| without_place(said(bytes)[0].take()));
        assert_ne!(without, with);
    }
}
