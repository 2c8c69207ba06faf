//! What a verification tells people beside its checks: what was committed to, and what no check can show.

use super::beacon;
use super::before::Link;
use super::calendar;
use super::commit::{Commit, Source};
use super::hash::sha256;
use super::say::{grouped, harmless};
use super::verdict::Verification;

const DIGITS: &str = "that digits were not known before: that needs eyes in the room";
const PHRASE: &str = "that nobody tried out phrases until one drew whom they liked: whoever has the files can; that rests on who chose the words, and how";

/// What a commitment says, in words that are safe to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    /// The SHA-256 of `commit.txt`; `None` where the file is not there or cannot be read.
    pub fingerprint: Option<String>,
    /// The other lines: what they are called, and what they say. None where `commit.txt` cannot be read as a commitment.
    pub lines: Vec<(&'static str, String)>,
    /// What nobody but the people in the room can vouch for of a seed from there; nothing for a public beacon.
    pub unseen: Vec<&'static str>,
}

impl Commitment {
    /// What the file says, and what it is.
    pub(super) fn of(bytes: Option<&[u8]>, commit: Option<&Commit>) -> Self {
        let lines = commit.map(|commit| {
            let mut lines = vec![
                ("assembly", harmless(&commit.assembly)),
                ("draw", grouped(commit.draw)),
                ("attempt", grouped(commit.attempt)),
                ("published", commit.published.clone()),
            ];
            lines.push((
                "seed",
                match commit.source {
                    Source::Beacon(round) => format!("round {} of the public beacon drand (quicknet)", grouped(round)),
                    Source::Digits(1) => "1 digit drawn by hand".to_owned(),
                    Source::Digits(count) => format!("{count} digits drawn by hand"),
                    Source::Phrase => "a text that somebody says".to_owned(),
                },
            ));
            if let Some(panels) = commit.panels {
                lines.push(("panels", format!("{} drawn together", grouped(panels))));
            }
            if let Some(Link { step, result, .. }) = &commit.before {
                let what = format!("step {step}, after the record whose result.json has the SHA-256 {result}");
                lines.push(("follows", what));
            }
            if let Source::Beacon(round) = commit.source {
                lines.push(("beacon time", calendar::show(beacon::time(round))));
            }
            lines
        });
        let unseen = match commit.map(|commit| commit.source) {
            Some(Source::Beacon(_)) => vec![],
            Some(Source::Digits(_)) => vec![DIGITS],
            Some(Source::Phrase) => vec![PHRASE],
            None => vec![DIGITS, PHRASE],
        };
        Commitment { fingerprint: bytes.map(sha256), lines: lines.unwrap_or_default(), unseen }
    }

    /// The fingerprint in groups of four, to be read out or compared by eye.
    pub fn grouped_fingerprint(&self) -> Option<String> {
        let digits: Vec<char> = self.fingerprint.as_ref()?.chars().collect();
        let groups: Vec<String> = digits.chunks(4).map(|group| group.iter().collect()).collect();
        Some(groups.join(" "))
    }

    /// The commitment as lines of text.
    pub fn text(&self) -> String {
        let mut text = String::new();
        if let Some(fingerprint) = self.grouped_fingerprint() {
            text += &format!("Fingerprint (compare it with what was published):\n  {fingerprint}\n");
        }
        for (label, value) in &self.lines {
            text += &format!("  {:<13}{value}\n", format!("{label}:"));
        }
        text
    }
}

impl Verification {
    /// What no check can show, as lines of text.
    pub fn cannot_show(&self) -> String {
        let mut lines = vec!["that everybody who registered is in the pool, and that every entry is a real person"];
        match &self.commitment {
            None => lines.extend([
                "that the seed text was not chosen, or the files not chosen to suit it, after somebody knew what they would draw",
                "that the cells of pool.csv are those from before the draw",
            ]),
            Some(commitment) => {
                lines.extend([
                    "that the fingerprint was public at the time stated: compare it with what you were sent or what was printed",
                    "that no other commitment was made besides those named as earlier attempts",
                ]);
                lines.extend(&commitment.unseen);
            }
        }
        if self.follows {
            lines.extend([
                "that no other record follows the same one, beside those given",
                "that those who are said to have dropped out, or who are excluded since they cannot come, said so",
                "that those alternates were called in whom klero call names",
                "that an identifier stands for the same person in the pools of two terms",
                "that other quotas than before, or the quotas of a list of alternates, do not ask for somebody whom their makers would like: \
                 probabilities.csv shows how many can be drawn, and with which chances",
            ]);
        }
        let lines: String = lines.into_iter().map(|line| format!("- {line}\n")).collect();
        format!("What no check can show:\n{lines}")
    }
}
