//! What `commit.txt` holds: a strict reader, line by line.

use unicode_normalization::is_nfc;

use super::before::{Link, STEPS};
use super::calendar;
use super::hash::is_sha256;
use super::json::{decimal, text};
use super::say::quote;
use super::setup::{LEXIMIN, is_objective, not_panels, twice};
use super::table::{CERTIFICATE, COMMIT, LEAVES, LOTTERY, QUOTAS, SPLIT};

/// The longest name of an assembly, in characters.
const NAME_LENGTH: usize = 200;
/// The most digits that may be drawn.
const DIGITS: u32 = 15;
/// The one beacon that is known.
pub(super) const CHAIN: &str = "drand:quicknet";

/// Where the seed will come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// A round of the beacon.
    Beacon(u64),
    /// So many digits.
    Digits(u32),
    /// A text that somebody says.
    Phrase,
}

/// `commit.txt`.
#[derive(Debug)]
pub(super) struct Commit {
    pub(super) assembly: String,
    pub(super) draw: u64,
    pub(super) attempt: u64,
    /// Where it follows another record.
    pub(super) before: Option<Link>,
    /// As it stands in the file.
    pub(super) published: String,
    /// The same as a second of Unix time.
    pub(super) published_second: i64,
    pub(super) members: u64,
    pub(super) size: u64,
    /// How many panels are drawn together, where several are.
    pub(super) panels: Option<u64>,
    pub(super) tickets: u64,
    pub(super) objective: String,
    /// The pool root, in hexadecimal digits.
    pub(super) pool: String,
    pub(super) source: Source,
    /// The files named with their SHA-256, in their order; not yet whether they are the right ones.
    pub(super) files: Vec<(String, String)>,
}

impl Commit {
    /// Whether a certificate belongs to the record.
    pub(super) fn certified(&self) -> bool {
        self.objective == LEXIMIN
    }

    /// The files that it must name, in their order.
    pub(super) fn names(&self) -> Vec<&'static str> {
        let certificate = self.certified().then_some(CERTIFICATE);
        certificate.into_iter().chain([LOTTERY, LEAVES, QUOTAS]).chain(self.panels.map(|_| SPLIT)).collect()
    }

    /// The round of the beacon, where the seed comes from one.
    pub(super) fn round(&self) -> Option<u64> {
        if let Source::Beacon(round) = self.source { Some(round) } else { None }
    }
}

/// Lines with their numbers, taken one after the other.
struct Lines<'a> {
    left: std::str::Split<'a, char>,
    number: usize,
}

impl<'a> Lines<'a> {
    /// The next line, whatever it is.
    fn next(&mut self) -> Result<&'a str, String> {
        self.number += 1;
        self.left.next().ok_or_else(|| format!("{COMMIT} ends before line {}", self.number))
    }

    /// What stands after the word and the space with which the next line must begin.
    fn after(&mut self, word: &str) -> Result<&'a str, String> {
        let line = self.next()?;
        let value = line.strip_prefix(word).and_then(|rest| rest.strip_prefix(' '));
        value.ok_or_else(|| self.wrong(line, &format!("\"{word} …\"")))
    }

    /// The same of a line that need not be there.
    fn if_there(&mut self, word: &str) -> Option<&'a str> {
        let value = self.left.clone().next()?.strip_prefix(word)?.strip_prefix(' ')?;
        self.next().ok().map(|_| value)
    }

    fn number(&mut self, word: &str) -> Result<u64, String> {
        let value = self.after(word)?;
        decimal(value).ok_or_else(|| self.wrong(value, "a whole number from 1, in decimal"))
    }

    fn sha256(&mut self, word: &str) -> Result<String, String> {
        let value = self.after(word)?;
        if is_sha256(value) { Ok(value.to_owned()) } else { Err(self.wrong(value, "64 lower-case hexadecimal digits")) }
    }

    fn wrong(&self, found: &str, expected: &str) -> String {
        format!("{COMMIT} line {}: found {}, expected {expected}", self.number, quote(found))
    }
}

/// Reads the file, of which the first line is given, or says what is wrong with its form.
pub(super) fn read(bytes: &[u8], format: &str) -> Result<Commit, String> {
    let whole = text(COMMIT, bytes)?;
    let whole = whole
        .strip_suffix('\n')
        .ok_or_else(|| format!("{COMMIT} does not end with a line end; it may be cut short"))?;
    let mut lines = Lines { left: whole.split('\n'), number: 0 };
    let first = lines.next()?;
    if first != format {
        return Err(lines.wrong(first, &quote(format)));
    }
    let assembly = lines.after("assembly")?;
    if let Some(why) = not_a_name(assembly) {
        return Err(format!("{COMMIT} line 2: the name {} {why}", quote(assembly)));
    }
    let draw = lines.number("draw")?;
    let attempt = lines.number("attempt")?;
    let mut previous = Vec::new();
    // A file has fewer lines than an attempt may have predecessors: the reader stops where the lines do.
    for _ in 1..attempt {
        let fingerprint = lines.sha256("previous")?;
        previous.push(fingerprint);
    }
    if let Some(twice) = twice(&previous) {
        return Err(format!("{COMMIT}: the earlier attempt {twice} is named twice"));
    }
    let before = match lines.if_there("before") {
        None => None,
        Some(value) => Some(Link::read(value).ok_or_else(|| {
            lines.wrong(value, &format!("a step ({STEPS}), a fingerprint or \"none\", and a SHA-256"))
        })?),
    };
    let published = lines.after("published")?;
    let Some(published_second) = calendar::read(published) else {
        return Err(lines.wrong(published, "a time of the calendar, as YYYY-MM-DDThh:mm:ssZ"));
    };
    let (members, size) = (lines.number("members")?, lines.number("size")?);
    let panels = match lines.if_there("panels") {
        None => None,
        Some(value) => {
            let panels = decimal(value).ok_or_else(|| lines.wrong(value, "a whole number from 2, in decimal"))?;
            if let Some(why) = not_panels(panels, size) {
                return Err(format!("{COMMIT} line {}: {why}", lines.number));
            }
            if before.is_some() {
                return Err(format!("{COMMIT} line {}: a record that follows another has no panels", lines.number));
            }
            Some(panels)
        }
    };
    let tickets = lines.number("tickets")?;
    let objective = lines.after("objective")?;
    if !is_objective(objective) {
        return Err(lines.wrong(objective, "the name of an objective"));
    }
    let pool = lines.sha256("pool")?;
    let seed = lines.after("seed")?;
    let source = source(seed).ok_or_else(|| {
        lines.wrong(seed, &format!("\"beacon {CHAIN} <round>\", \"digits <1 to {DIGITS}>\" or \"phrase\""))
    })?;
    if let Source::Digits(count) = source
        && 10u64.checked_pow(count) != Some(tickets)
    {
        return Err(format!("{COMMIT}: for {count} digits there must be 10^{count} tickets, but there are {tickets}"));
    }
    let mut files: Vec<(String, String)> = Vec::new();
    while let Some(line) = lines.left.next() {
        lines.number += 1;
        let file = line.strip_prefix("file ").and_then(|rest| rest.split_once(' '));
        let (hash, name) = file
            .filter(|(hash, name)| is_sha256(hash) && is_file(name))
            .ok_or_else(|| lines.wrong(line, "\"file\", a SHA-256 and the name of a file"))?;
        if files.last().is_some_and(|(before, _)| before.as_str() >= name) {
            return Err(lines.wrong(name, "files that ascend by name"));
        }
        files.push((name.to_owned(), hash.to_owned()));
    }
    Ok(Commit {
        assembly: assembly.to_owned(),
        draw,
        attempt,
        before,
        published: published.to_owned(),
        published_second,
        members,
        size,
        panels,
        tickets,
        objective: objective.to_owned(),
        pool,
        source,
        files,
    })
}

/// Whether a text can be the name of a file of a record.
fn is_file(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'.')
}

/// Why a text cannot be the name of an assembly.
fn not_a_name(name: &str) -> Option<&'static str> {
    let control = |c: char| c < ' ' || ('\u{7f}'..='\u{9f}').contains(&c);
    if name.is_empty() {
        Some("is empty")
    } else if name.chars().count() > NAME_LENGTH {
        Some("has more than 200 characters")
    } else if name.chars().any(control) {
        Some("has a control character")
    } else if name.trim() != name {
        Some("has white space at its ends")
    } else if !is_nfc(name) {
        Some("is not in normal form (NFC)")
    } else {
        None
    }
}

fn source(text: &str) -> Option<Source> {
    if text == "phrase" {
        return Some(Source::Phrase);
    }
    if let Some(count) = text.strip_prefix("digits ") {
        let count = u32::try_from(decimal(count)?).ok()?;
        return (count <= DIGITS).then_some(Source::Digits(count));
    }
    let round = text.strip_prefix("beacon ")?.strip_prefix(CHAIN)?.strip_prefix(' ')?;
    Some(Source::Beacon(decimal(round)?))
}
