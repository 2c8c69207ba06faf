//! `commit.txt`: the commitment, as text and back.

use std::fmt::Write;

use super::keys::hash_from_hex;
use super::{Moment, Named, beacon, name, time_of};
use crate::draw::Mark;
use crate::lottery::NUMBER_LIMIT;

const FORMAT: &str = "commit/1";
/// Longest name of an assembly, in characters.
pub const NAME_LENGTH: usize = 200;
/// Most digits that can be drawn by hand: 10^15 is the largest power below 2^53.
pub const MOST_DIGITS: u32 = 15;

/// Where the seed will come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A round of drand's quicknet chain.
    Beacon {
        /// Its number.
        round: u64,
    },
    /// Digits drawn by hand.
    Digits {
        /// How many.
        count: u32,
    },
    /// A text that somebody says.
    Phrase,
}

impl Source {
    /// The end of the line `seed` of a commitment.
    pub fn line(self) -> String {
        match self {
            Self::Beacon { round } => format!("beacon {} {round}", beacon::CHAIN),
            Self::Digits { count } => format!("digits {count}"),
            Self::Phrase => "phrase".to_owned(),
        }
    }

    fn parse(line: &str) -> Option<Self> {
        let source = if line == "phrase" {
            Self::Phrase
        } else if let Some(count) = line.strip_prefix("digits ") {
            Self::Digits { count: u32::try_from(number(count)?).ok().filter(|count| *count <= MOST_DIGITS)? }
        } else {
            let round = line.strip_prefix("beacon ")?.strip_prefix(beacon::CHAIN)?.strip_prefix(' ')?;
            Self::Beacon { round: number(round).filter(|round| time_of(*round).is_some())? }
        };
        Some(source)
    }
}

/// A commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    /// Whether it is of the draw or of a rehearsal.
    pub mark: Mark,
    /// The assembly's name.
    pub assembly: String,
    /// Which draw of the assembly this is, from 1.
    pub draw: u64,
    /// Fingerprints of earlier attempts at this draw.
    pub previous: Vec<String>,
    /// The record that this one follows.
    pub before: Option<Named>,
    /// When the fingerprint is made public.
    pub published: Moment,
    /// Pool size n.
    pub members: usize,
    /// Panel size k; of several panels drawn together, that of all of them.
    pub size: usize,
    /// How many panels are drawn together, where there are several.
    pub panels: Option<usize>,
    /// Ticket count M.
    pub tickets: u64,
    /// The objective.
    pub objective: String,
    /// The pool root.
    pub root: String,
    /// Where the seed will come from.
    pub seed: Source,
    /// SHA-256 of `certificate.json`, where the objective is `leximin`.
    pub certificate: Option<String>,
    /// SHA-256 of `lottery.json`.
    pub lottery: String,
    /// SHA-256 of `pool.leaves`.
    pub leaves: String,
    /// SHA-256 of `quotas.csv`.
    pub quotas: String,
    /// SHA-256 of `split.json`, where several panels are drawn together.
    pub split: Option<String>,
}

/// A line of `commit.txt` that is not as it must be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} should be \"{expected}\", but is \"{found}\"")]
pub struct BadLine {
    /// Its number, from 1.
    pub line: usize,
    /// What should stand there.
    pub expected: String,
    /// What stands there.
    pub found: String,
}

impl Commitment {
    /// The text of `commit.txt`.
    pub fn text(&self) -> String {
        let mut text = format!("{}\nassembly {}\ndraw {}\n", self.mark.format(FORMAT), self.assembly, self.draw);
        let _ = writeln!(text, "attempt {}", self.previous.len() + 1);
        for fingerprint in &self.previous {
            let _ = writeln!(text, "previous {fingerprint}");
        }
        if let Some(before) = &self.before {
            let _ = writeln!(text, "before {before}");
        }
        let _ = writeln!(text, "published {}\nmembers {}\nsize {}", self.published, self.members, self.size);
        if let Some(panels) = self.panels {
            let _ = writeln!(text, "panels {panels}");
        }
        let _ = writeln!(text, "tickets {}\nobjective {}\npool {}", self.tickets, self.objective, self.root);
        let _ = writeln!(text, "seed {}", self.seed.line());
        for (file, hash) in self.files() {
            let _ = writeln!(text, "file {hash} {file}");
        }
        text
    }

    /// The files of the commitment with their SHA-256, by name.
    pub fn files(&self) -> Vec<(&'static str, &str)> {
        let certificate = self.certificate.as_deref().map(|hash| (name::CERTIFICATE, hash));
        let others: [(&str, &str); 3] =
            [(name::LOTTERY, &self.lottery), (name::LEAVES, &self.leaves), (name::QUOTAS, &self.quotas)];
        let split = self.split.as_deref().map(|hash| (name::SPLIT, hash));
        certificate.into_iter().chain(others).chain(split).collect()
    }

    /// Reads a `commit.txt`.
    ///
    /// # Errors
    /// The first line that is not as it must be.
    pub fn parse(mark: Mark, text: &str) -> Result<Self, BadLine> {
        let mut lines = Lines { lines: text.split_terminator('\n').collect(), next: 0 };
        let format = mark.format(FORMAT);
        lines.take("", &format, |rest| (rest == format).then_some(()))?;
        let assembly = lines.take("assembly ", "<name>", |rest| is_name(rest).then(|| rest.to_owned()))?;
        let draw = lines.take("draw ", "<number>", number)?;
        let attempt = lines.take("attempt ", "<number>", number)?;
        let mut previous: Vec<String> = Vec::new();
        for _ in 1..attempt {
            let next = |rest: &str| (is_hash(rest) && !previous.iter().any(|one| one == rest)).then(|| rest.to_owned());
            let fingerprint = lines.take("previous ", "<another fingerprint>", next)?;
            previous.push(fingerprint);
        }
        let moment = |rest: &str| Moment::parse(rest).ok().filter(|moment| moment.to_string() == rest);
        let hash = |rest: &str| is_hash(rest).then(|| rest.to_owned());
        let before = match lines.begins("before ") {
            true => Some(lines.take("before ", "<step> <fingerprint> <SHA-256>", Named::parse)?),
            false => None,
        };
        let published = lines.take("published ", "<YYYY-MM-DDThh:mm:ssZ>", moment)?;
        let size_of = |rest: &str| number(rest).and_then(|number| usize::try_from(number).ok());
        let members = lines.take("members ", "<number>", size_of)?;
        let size = lines.take("size ", "<number>", size_of)?;
        let several = |rest: &str| size_of(rest).filter(|panels| *panels > 1 && size % panels == 0);
        let panels = match lines.begins("panels ") {
            true => Some(lines.take("panels ", "<a part of the size>", several)?),
            false => None,
        };
        let tickets = lines.take("tickets ", "<number>", number)?;
        let word =
            |rest: &str| (!rest.is_empty() && rest.bytes().all(|b| b.is_ascii_graphic())).then(|| rest.to_owned());
        let objective = lines.take("objective ", "<objective>", word)?;
        let root = lines.take("pool ", "<SHA-256>", hash)?;
        let seed = lines.take("seed ", "<source>", Source::parse)?;
        let mut file = |name: &str| {
            let named = |rest: &str| rest.strip_suffix(name)?.strip_suffix(' ').and_then(hash);
            lines.take("file ", &format!("<SHA-256> {name}"), named)
        };
        let certificate = if objective == LEXIMIN { Some(file(name::CERTIFICATE)?) } else { None };
        let (lottery, leaves, quotas) = (file(name::LOTTERY)?, file(name::LEAVES)?, file(name::QUOTAS)?);
        let split = if panels.is_some() { Some(file(name::SPLIT)?) } else { None };
        let commitment = Self {
            mark,
            assembly,
            draw,
            previous,
            before,
            published,
            members,
            size,
            panels,
            tickets,
            objective,
            root,
            seed,
            certificate,
            lottery,
            leaves,
            quotas,
            split,
        };
        // Nothing more, and every line ended.
        if commitment.text() == text { Ok(commitment) } else { Err(lines.wrong("the end of the file")) }
    }
}

/// The objective whose lotteries come with a certificate.
pub const LEXIMIN: &str = "leximin";

struct Lines<'a> {
    lines: Vec<&'a str>,
    next: usize,
}

impl Lines<'_> {
    fn take<T>(&mut self, label: &str, rest: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<T, BadLine> {
        let line = self.lines.get(self.next).and_then(|line| line.strip_prefix(label));
        let read = line.and_then(read).ok_or_else(|| self.wrong(&format!("{label}{rest}")))?;
        self.next += 1;
        Ok(read)
    }

    fn begins(&self, label: &str) -> bool {
        self.lines.get(self.next).is_some_and(|line| line.starts_with(label))
    }

    fn wrong(&self, expected: &str) -> BadLine {
        let found = self.lines.get(self.next).copied().unwrap_or_default().to_owned();
        BadLine { line: self.next + 1, expected: expected.to_owned(), found }
    }
}

/// A whole number from 1 on as a commitment writes it.
fn number(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok().filter(|number| (1..NUMBER_LIMIT).contains(number))?;
    (number.to_string() == text).then_some(number)
}

/// Whether a text is 64 lower-case hexadecimal digits.
pub fn is_hash(text: &str) -> bool {
    hash_from_hex(text).is_some()
}

/// Whether a text can be the name of an assembly.
pub fn is_name(text: &str) -> bool {
    use unicode_normalization::is_nfc;
    (1..=NAME_LENGTH).contains(&text.chars().count())
        && !text.chars().any(char::is_control)
        && text.trim() == text
        && is_nfc(text)
}

#[cfg(test)]
mod tests {
    use super::{Commitment, Mark, Named, Source, is_name};
    use crate::record::{Moment, Step};

    fn commitment(seed: Source, previous: usize, objective: &str) -> Commitment {
        Commitment {
            assembly: "Bürgerrat 2026".to_owned(),
            draw: 2,
            mark: Mark::Draw,
            previous: (0..previous).map(|i| format!("{i:064x}")).collect(),
            before: None,
            published: Moment::from_unix(1_700_000_000).unwrap_or_else(|| unreachable!()),
            members: 600,
            size: 40,
            panels: None,
            tickets: 1000,
            objective: objective.to_owned(),
            root: "a".repeat(64),
            seed,
            certificate: (objective == "leximin").then(|| "b".repeat(64)),
            lottery: "c".repeat(64),
            leaves: "d".repeat(64),
            quotas: "e".repeat(64),
            split: None,
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for seed in [Source::Beacon { round: 123 }, Source::Digits { count: 3 }, Source::Phrase] {
            for (previous, objective) in [(0, "leximin"), (2, "maximin")] {
                let commitment = commitment(seed, previous, objective);
                assert_eq!(
                    Commitment::parse(Mark::Draw, &commitment.text()).as_ref(),
                    Ok(&commitment),
                    "{}",
                    commitment.text()
                );
            }
        }
    }

    #[test]
    fn rehearsals_several_panels_and_what_follows_have_lines_of_their_own() {
        let before = Named { step: Step::Replace(None), fingerprint: None, result: "f".repeat(64) };
        let special = Commitment {
            mark: Mark::Rehearsal,
            before: Some(before),
            panels: Some(4),
            split: Some("9".repeat(64)),
            ..commitment(Source::Phrase, 1, "leximin")
        };
        let text = special.text();
        assert_eq!(Commitment::parse(Mark::Rehearsal, &text).as_ref(), Ok(&special), "{text}");
        assert_eq!(Commitment::parse(Mark::Draw, &text).map_err(|bad| bad.line), Err(1));
        let line = |from: &str, to: &str| {
            Commitment::parse(Mark::Rehearsal, &text.replacen(from, to, 1)).map_err(|bad| bad.line).err()
        };
        assert_eq!(line("before replace", "before Replace"), Some(6));
        assert_eq!(line("panels 4", "panels 3"), Some(10));
        assert_eq!(line("panels 4", "panels 1"), Some(10));
        assert_eq!(line("panels 4\n", ""), Some(18));
    }

    #[test]
    fn what_is_not_as_it_must_be_is_refused() {
        let text = commitment(Source::Digits { count: 3 }, 2, "leximin").text();
        let zeros = "0".repeat(63);
        for (from, to, line) in [
            ("commit/1", "commit/2", 1),
            ("assembly ", "assembly  ", 2),
            ("draw 2", "draw 02", 3),
            ("attempt 3", "attempt 2", 6),
            ("attempt 3", "attempt 4", 7),
            (&format!("{zeros}1"), &format!("{zeros}0"), 6),
            ("published 2023-11-14", "published 2023-13-14", 7),
            ("22:13:20Z", "22:13:20+00:00", 7),
            ("members 600", "members 0", 8),
            ("members 600\n", "", 8),
            ("digits 3", "digits 16", 13),
            ("digits 3", "beacon drand:default 3", 13),
            ("digits 3", "beacon drand:quicknet 0", 13),
            ("digits 3", "Phrase", 13),
            ("lottery.json", "lottery.csv", 15),
            ("pool.leaves\n", "pool.leaves\r\n", 16),
            ("quotas.csv\n", "quotas.csv", 18),
            ("quotas.csv\n", "quotas.csv\n\n", 18),
        ] {
            let changed = text.replacen(from, to, 1);
            assert_ne!(changed, text, "{from}");
            assert_eq!(Commitment::parse(Mark::Draw, &changed).map_err(|bad| bad.line), Err(line), "{from} to {to}");
        }
    }

    #[test]
    fn names_of_assemblies() {
        assert!(is_name("Bürgerrat 2026") && is_name(&"x".repeat(200)));
        for name in ["", " x", "x\u{a0}", "x\ny", "x\u{85}y", "Bu\u{308}rgerrat", &"x".repeat(201)] {
            assert!(!is_name(name), "{name:?}");
        }
    }
}
