//! One sentence, one phrase, or several of them behind each other.

use std::collections::BTreeMap;

use super::catalogue::{Catalogue, Entry};
use super::number::number;
use super::template::{Fill, Part};

/// A text in the other language.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    pub text: String,
    /// How much of the English text was in templates, in letters and signs.
    pub literal: usize,
    /// What had no entry and needs one.
    pub missing: Vec<String>,
}

impl Said {
    fn whole(&self) -> bool {
        self.missing.is_empty()
    }

    fn better_than(&self, other: &Self) -> bool {
        (self.whole(), self.literal) > (other.whole(), other.literal)
    }

    fn push(&mut self, other: &Self) {
        self.text += &other.text;
        self.literal += other.literal;
        self.missing.extend(other.missing.iter().cloned());
    }
}

/// Phrases stand in phrases no deeper than this.
const DEPTH: usize = 6;

/// Below this part of a text, a template that matches all of it may be an accident: its sentences are looked at one by one too.
const CERTAIN: f64 = 0.6;

/// Where one sentence or phrase may end and the next one begin: the sign that ends the one, what stands between them, and whether both parts are
/// looked up with the sign.
const ENDS: [&str; 9] = [". ", "? ", "! ", ": ", "; ", ", ", " (", " and ", " or "];

/// What is being looked up, with what is known already.
pub(super) struct Look<'c> {
    pub catalogue: &'c Catalogue,
    known: BTreeMap<(String, usize), Said>,
}

impl<'c> Look<'c> {
    pub fn new(catalogue: &'c Catalogue) -> Self {
        Self { catalogue, known: BTreeMap::new() }
    }

    /// A sentence or phrase; blanks around it stay.
    pub fn say(&mut self, text: &str) -> Said {
        self.at(text, 0)
    }

    fn at(&mut self, text: &str, depth: usize) -> Said {
        let inner = text.trim();
        if !inner.chars().any(char::is_alphabetic) {
            return self.no_words(text);
        }
        let key = (text.to_owned(), depth);
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let (before, after) = around(text, inner);
        let said = self.inner(inner, depth);
        let said = Said { text: format!("{before}{}{after}", said.text), ..said };
        self.known.insert(key, said.clone());
        said
    }

    /// A text without letters: a number, or signs.
    fn no_words(&self, text: &str) -> Said {
        let inner = text.trim();
        let (before, after) = around(text, inner);
        let inner = number(self.catalogue.language, inner).unwrap_or_else(|| inner.to_owned());
        Said { text: format!("{before}{inner}{after}"), ..Said::default() }
    }

    /// The best way to say a text that has letters and no blanks around it.
    fn inner(&mut self, text: &str, depth: usize) -> Said {
        let none = Said { text: text.to_owned(), literal: 0, missing: vec![text.to_owned()] };
        if depth > DEPTH {
            return none;
        }
        let mut best = self.whole(text, depth).unwrap_or(none);
        // A sentence may begin with a small or a capital letter.
        for other in [lower(text), upper(text)].into_iter().flatten() {
            if best.whole() && best.literal > 0 {
                break;
            }
            if let Some(said) = self.whole(&other, depth).filter(|said| said.better_than(&best)) {
                best = if other.starts_with(char::is_uppercase) { said } else { capital(said) };
            }
        }
        let letters = text.chars().filter(|c| !c.is_whitespace()).count();
        if !best.whole() || (best.literal as f64) < CERTAIN * letters as f64 {
            for said in [self.numbered(text, depth), self.enclosed(text, depth), self.pieces(text, depth)] {
                if let Some(said) = said.filter(|said| said.better_than(&best)) {
                    best = said;
                }
            }
        }
        best
    }

    /// The text as one template: the first one with everything in its holes said, or else the best one.
    fn whole(&mut self, text: &str, depth: usize) -> Option<Said> {
        let catalogue = self.catalogue;
        let mut best: Option<Said> = None;
        for entry in catalogue.candidates(text) {
            let enough = self.as_entry(entry, text, depth, &mut best);
            if enough {
                break;
            }
        }
        best
    }

    /// The text as a template that is given; whether it is that one wholly. `best` becomes the best way seen.
    pub fn as_entry(&mut self, entry: &Entry, text: &str, depth: usize, best: &mut Option<Said>) -> bool {
        entry.english.each(text, &mut |holes| {
            let Some(said) = self.filled(entry, holes, depth) else { return false };
            let whole = said.whole();
            if best.as_ref().is_none_or(|best| said.better_than(best)) {
                *best = Some(said);
            }
            whole
        })
    }

    /// An entry with its holes filled; none where a number is asked for and something else is there.
    fn filled(&mut self, entry: &Entry, holes: &[&str], depth: usize) -> Option<Said> {
        let mut said = Said { literal: entry.english.literal, ..Said::default() };
        for part in &entry.parts {
            match part {
                Part::Text(text) => said.text += text,
                Part::Hole(at, fill) => {
                    let hole = holes.get(*at).copied().unwrap_or_default();
                    match fill {
                        Fill::As => said.text += hole,
                        Fill::Nothing => {}
                        Fill::Number => said.text += &number(self.catalogue.language, hole)?,
                        Fill::Place => said.text += &self.place(hole, depth + 1),
                        Fill::Names => said.text += &self.names(hole, depth + 1),
                        Fill::Perhaps => {
                            let hole = self.at(hole, depth + 1);
                            said.text += &hole.text;
                            said.literal += hole.literal;
                        }
                        Fill::Phrase => {
                            let hole = self.at(hole, depth + 1);
                            said.push(&hole);
                        }
                    }
                }
            }
        }
        Some(said)
    }

    /// A number, and a phrase behind it.
    fn numbered(&mut self, text: &str, depth: usize) -> Option<Said> {
        let (first, rest) = text.split_once(' ')?;
        let first = number(self.catalogue.language, first)?;
        let rest = self.at(rest, depth + 1);
        Some(Said { text: format!("{first} {}", rest.text), ..rest })
    }

    /// A phrase in brackets.
    fn enclosed(&mut self, text: &str, depth: usize) -> Option<Said> {
        let inside = text.strip_prefix('(')?.strip_suffix(')')?;
        let inside = self.at(inside, depth + 1);
        Some(Said { text: format!("({})", inside.text), ..inside })
    }

    /// Several sentences or phrases behind each other: the longest beginning that is one, and then what follows.
    fn pieces(&mut self, text: &str, depth: usize) -> Option<Said> {
        let mut best: Option<Said> = None;
        for (end, joint, next) in cuts(text).into_iter().rev() {
            let (Some(first), Some(rest)) = (text.get(..end), text.get(next..)) else { continue };
            let first = self.one(first, depth + 1);
            if !first.whole() {
                continue; // What comes after counts only behind something that is understood.
            }
            let mut said = first;
            let joint = self.joint(joint);
            said.text += &joint;
            let rest = self.at(rest, depth + 1);
            said.push(&rest);
            if best.as_ref().is_none_or(|best| said.better_than(best)) {
                best = Some(said);
            }
            if best.as_ref().is_some_and(Said::whole) {
                break;
            }
        }
        best
    }

    /// A beginning, which must not be cut again.
    fn one(&mut self, text: &str, depth: usize) -> Said {
        let none = Said { text: text.to_owned(), literal: 0, missing: vec![text.to_owned()] };
        if !text.chars().any(char::is_alphabetic) {
            return self.no_words(text);
        }
        let whole = self.whole(text, depth).filter(Said::whole);
        let changed = |look: &mut Self| {
            let other = lower(text)?;
            look.whole(&other, depth).filter(Said::whole).map(capital)
        };
        whole.or_else(|| changed(self)).or_else(|| self.numbered(text, depth)).unwrap_or(none)
    }

    /// What stands between two pieces: `and` and `or` are words like others.
    fn joint(&mut self, joint: &str) -> String {
        match joint.trim() {
            "and" | "or" => self.at(joint, 0).text,
            _ => joint.to_owned(),
        }
    }
}

/// Where a text may be cut, outside of quotation marks: the end of the first part, what stands between the two, and where the second begins.
fn cuts(text: &str) -> Vec<(usize, &str, usize)> {
    let mut cuts = Vec::new();
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        if c == '"' {
            quoted = !quoted;
        }
        if quoted {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let Some(end) = ENDS.into_iter().find(|end| rest.starts_with(end)) else { continue };
        match end {
            // The sign belongs to the first part, or the bracket to the second.
            " (" => cuts.push((at, " ", at + 1)),
            ". " | "? " | "! " | ": " => cuts.push((at + 1, " ", at + 2)),
            _ => cuts.push((at, end, at + end.len())),
        }
        if end == ": " {
            cuts.push((at, end, at + end.len()));
        }
    }
    cuts
}

/// The blanks before and behind what is inside.
fn around<'t>(text: &'t str, inner: &str) -> (&'t str, &'t str) {
    let before = text.len() - text.trim_start().len();
    let before = if inner.is_empty() { text.len() } else { before };
    (text.get(..before).unwrap_or_default(), text.get(before + inner.len()..).unwrap_or_default())
}

fn first(text: &str, change: impl Fn(char) -> String, is: impl Fn(char) -> bool) -> Option<String> {
    let mut letters = text.chars();
    let first = letters.next().filter(|c| is(*c))?;
    Some(change(first) + letters.as_str())
}

fn lower(text: &str) -> Option<String> {
    first(text, |c| c.to_lowercase().collect(), char::is_uppercase)
}

fn upper(text: &str) -> Option<String> {
    first(text, |c| c.to_uppercase().collect(), char::is_lowercase)
}

fn capital(said: Said) -> Said {
    Said { text: upper(&said.text).unwrap_or_else(|| said.text.clone()), ..said }
}
