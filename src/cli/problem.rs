//! Problems of input files as people can use them: alike ones together, counted, with a few of their lines.

use std::collections::BTreeMap;
use std::fmt;

use klero::derive::DeriveProblem;
use klero::districts::DistrictProblem;
use klero::instance::InstanceProblem;
use klero::read::{Place, ReadProblem};

/// As many problems of one kind, or fewer, are shown one by one.
const FEW: usize = 4;

/// Most different contents of cells that are shown of one kind of problem.
const CONTENTS: usize = 5;

/// Most lines that are named of problems that are alike.
const LINES: usize = 5;

/// One problem, in words.
#[derive(Debug)]
struct Problem {
    code: &'static str,
    at: Place,
    /// What the cell holds, where that is what is wrong.
    cell: Option<String>,
    what: String,
    next: String,
}

/// All problems of the input files.
#[derive(Debug, Default)]
pub struct Problems {
    list: Vec<Problem>,
    /// What is probably behind them all: what is wrong, and what to do next.
    cause: Option<(String, String)>,
    /// Whether every one is shown.
    all: bool,
    /// Whether the files are sound, and these problems only say that no panel can be made of them.
    verdict: bool,
}

impl From<Vec<ReadProblem>> for Problems {
    fn from(problems: Vec<ReadProblem>) -> Self {
        let problem = |problem: ReadProblem| Problem {
            code: problem.code(),
            at: problem.place().clone(),
            cell: match &problem {
                ReadProblem::Ragged { cells, .. } => Some(cells.to_string()),
                _ => None,
            },
            what: problem.to_string(),
            next: problem.help(),
        };
        Problems { list: problems.into_iter().map(problem).collect(), ..Problems::default() }
    }
}

/// Problems that say themselves what the cell holds.
macro_rules! from_problems {
    ($problem:ty) => {
        impl From<Vec<$problem>> for Problems {
            fn from(problems: Vec<$problem>) -> Self {
                let problem = |problem: $problem| Problem {
                    code: problem.code(),
                    at: problem.place().clone(),
                    cell: problem.cell().map(str::to_owned),
                    what: problem.to_string(),
                    next: problem.help(),
                };
                Problems { list: problems.into_iter().map(problem).collect(), ..Problems::default() }
            }
        }
    };
}

from_problems!(InstanceProblem);
from_problems!(DeriveProblem);
from_problems!(DistrictProblem);

impl Problems {
    /// The text that is shown of them, a paragraph each; the problem and its help are sentences on lines of their own.
    pub fn paragraphs(&self) -> Vec<String> {
        let mut paragraphs: Vec<String> = Vec::new();
        for line in self.to_string().lines() {
            match paragraphs.last_mut() {
                Some(last) if line.starts_with("  ") => {
                    *last += &format!("\n{}", line.trim_start().trim_start_matches("help: "))
                }
                _ => paragraphs.push(line.trim_start_matches("error: ").to_owned()),
            }
        }
        paragraphs
    }

    /// Every one, for programs.
    pub fn to_json(&self) -> Vec<serde_json::Value> {
        let problem = |problem: &Problem| {
            serde_json::json!({
                "code": problem.code,
                "column": problem.at.column,
                "file": problem.at.file,
                "help": problem.next,
                "holds": problem.cell,
                "line": problem.at.line,
                "sheet": problem.at.sheet.as_ref().map(|sheet| &sheet.name),
                "what": problem.what,
            })
        };
        self.list.iter().map(problem).collect()
    }

    /// With every one shown, if `all`.
    pub fn shown_all(self, all: bool) -> Self {
        Problems { all, ..self }
    }

    /// As what they say of sound files: that there is no panel.
    pub fn a_verdict(self, verdict: bool) -> Self {
        Problems { verdict, ..self }
    }

    /// Whether the files are sound, and have no panel.
    pub fn is_verdict(&self) -> bool {
        self.verdict
    }

    /// With what is probably behind them all.
    pub fn caused_by(self, cause: Option<(String, String)>) -> Self {
        Problems { cause, ..self }
    }
}

/// What problems of one kind have in common: code, file, sheet and column.
type Kind<'a> = (&'static str, &'a str, Option<&'a str>, Option<&'a str>);

fn kind(problem: &Problem) -> Kind<'_> {
    (
        problem.code,
        &problem.at.file,
        problem.at.sheet.as_ref().map(|sheet| sheet.name.as_str()),
        problem.at.column.as_deref(),
    )
}

impl fmt::Display for Problems {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((what, next)) = &self.cause {
            writeln!(out, "error: {what}\n  help: {next}")?;
        }
        let mut kinds: BTreeMap<Kind<'_>, Vec<&Problem>> = BTreeMap::new();
        for problem in self.list.iter().filter(|problem| !self.all && problem.at.line.is_some()) {
            kinds.entry(kind(problem)).or_default().push(problem);
        }
        kinds.retain(|_, problems| problems.len() > FEW);
        let mut left_out = false;
        for problem in &self.list {
            match kinds.get_mut(&kind(problem)).filter(|_| problem.at.line.is_some()) {
                None => writeln!(out, "error: {}\n  help: {}", problem.what, problem.next)?,
                // Those of a kind stand where the first of them is.
                Some(alike) => {
                    left_out |= !alike.is_empty();
                    write_alike(out, &std::mem::take(alike))?;
                }
            }
        }
        if self.verdict {
            writeln!(
                out,
                "No panel is possible so; klero check with the same files and options says what would help."
            )?;
        }
        match (self.list.len(), left_out) {
            (0 | 1, _) => Ok(()),
            (many, false) => writeln!(out, "{many} problems; nothing was written."),
            (many, true) => {
                writeln!(out, "{many} problems, alike ones together (--all shows each); nothing was written.")
            }
        }
    }
}

/// Problems of one kind: those with the same content of the cell together, the most frequent contents first.
fn write_alike(out: &mut fmt::Formatter<'_>, problems: &[&Problem]) -> fmt::Result {
    let mut contents: BTreeMap<Option<&str>, Vec<&Problem>> = BTreeMap::new();
    for problem in problems {
        contents.entry(problem.cell.as_deref()).or_default().push(problem);
    }
    let mut contents: Vec<Vec<&Problem>> = contents.into_values().collect();
    contents.sort_by_key(|alike| (std::cmp::Reverse(alike.len()), alike.first().and_then(|problem| problem.at.line)));
    for alike in contents.iter().take(CONTENTS) {
        let Some((first, others)) = alike.split_first() else { continue };
        writeln!(out, "error: {}", first.what)?;
        if !others.is_empty() {
            writeln!(out, "  {} likewise, {}", number(others.len(), "other"), lines(others))?;
        }
        let hint = if first.code == "same-id" { OTHER_COLUMN } else { "" };
        writeln!(out, "  help: {}{hint}", first.next)?;
    }
    let rest: Vec<&Problem> = contents.iter().skip(CONTENTS).flatten().copied().collect();
    let Some(first) = rest.first() else { return Ok(()) };
    let place = Place { column: first.at.column.clone(), ..first.at.whole() };
    let others = contents.len() - CONTENTS;
    let (cells, contents) = (number(rest.len(), "more cell"), number(others, "other content"));
    writeln!(out, "error: {place}: {cells} of this kind, with {contents}, {}", lines(&rest))?;
    writeln!(out, "  help: Mend those above first, or add --all to see every one.")
}

/// What may be behind many equal identifiers.
const OTHER_COLUMN: &str =
    " If it is so for most rows, this column does not identify people: name another one with --id-column.";

/// `on lines 3, 4, 5, …`.
fn lines(problems: &[&Problem]) -> String {
    let mut numbers: Vec<u64> = problems.iter().filter_map(|problem| problem.at.line).collect();
    numbers.sort_unstable();
    let named: Vec<String> = numbers.iter().take(LINES).map(u64::to_string).collect();
    let more = if numbers.len() > LINES { ", …" } else { "" };
    match (problems.first(), numbers.as_slice()) {
        (Some(problem), [only]) => problem.at.on(*only),
        (Some(problem), _) => problem.at.on_lines(&(named.join(", ") + more)),
        (None, _) => String::new(),
    }
}

fn number(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
