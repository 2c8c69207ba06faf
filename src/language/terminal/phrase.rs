//! One sentence or phrase, as the template that fits it best.

use std::collections::BTreeMap;

use super::catalogue::{Catalogue, Entry};
use super::cuts::{around, letters, lower, upper};
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
    /// How many phrases were no words and no numbers either, such as the ` %` of `4 %`: a sign that holes were filled in a wrong way.
    pub odd: usize,
}

impl Said {
    pub fn whole(&self) -> bool {
        self.missing.is_empty()
    }

    pub fn better_than(&self, other: &Self) -> bool {
        let rank = |said: &Self| (said.whole(), said.literal, std::cmp::Reverse(said.odd));
        rank(self) > rank(other)
    }

    pub fn push(&mut self, other: &Self) {
        self.text += &other.text;
        self.literal += other.literal;
        self.odd += other.odd;
        self.missing.extend(other.missing.iter().cloned());
    }
}

/// Phrases stand in phrases no deeper than this.
const DEPTH: usize = 6;

/// Below this part of a text, a template that matches all of it may be an accident: its sentences are looked at one by one too. So are those of a text
/// with a semicolon, which a template may have swallowed.
pub(super) const CERTAIN: f64 = 0.6;

/// What is being looked up, with what is known already.
pub(super) struct Look<'c> {
    pub catalogue: &'c Catalogue,
    known: BTreeMap<String, Said>,
}

impl<'c> Look<'c> {
    pub fn new(catalogue: &'c Catalogue) -> Self {
        Self { catalogue, known: BTreeMap::new() }
    }

    /// A sentence or phrase; blanks around it stay.
    pub fn say(&mut self, text: &str) -> Said {
        self.at(text, 0)
    }

    pub(super) fn at(&mut self, text: &str, depth: usize) -> Said {
        let inner = text.trim();
        if !inner.chars().any(char::is_alphabetic) {
            return self.no_words(text);
        }
        if let Some(known) = self.known.get(text) {
            return known.clone();
        }
        if depth > DEPTH {
            return Said { text: text.to_owned(), missing: vec![inner.to_owned()], ..Said::default() };
        }
        let (before, after) = around(text, inner);
        let said = self.inner(inner, depth);
        let said = Said { text: format!("{before}{}{after}", said.text), ..said };
        self.known.insert(text.to_owned(), said.clone());
        said
    }

    /// A text without letters: a number, or signs.
    pub(super) fn no_words(&self, text: &str) -> Said {
        let inner = text.trim();
        let (before, after) = around(text, inner);
        let number = number(self.catalogue.language, inner);
        let odd = usize::from(number.is_none() && !inner.is_empty());
        let inner = number.unwrap_or_else(|| inner.to_owned());
        Said { text: format!("{before}{inner}{after}"), odd, ..Said::default() }
    }

    /// The best way to say a text that has letters and no blanks around it.
    fn inner(&mut self, text: &str, depth: usize) -> Said {
        let none = Said { text: text.to_owned(), missing: vec![text.to_owned()], ..Said::default() };
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
        let letters = letters(text);
        // Where as much is said of each of several sentences, a template for all of them has swallowed one.
        if let Some(said) = self.listed(text, depth).filter(|said| !best.better_than(said)) {
            best = said;
        }
        if !best.whole() || text.contains("; ") || (best.literal as f64) < CERTAIN * letters as f64 {
            let ways = [
                self.numbered(text, depth),
                self.of_file(text, depth),
                self.enclosed(text, depth),
                self.headed(text, depth),
                self.pieces(text, depth),
            ];
            for said in ways {
                if let Some(said) = said.filter(|said| said.better_than(&best)) {
                    best = said;
                }
            }
        }
        self.or_named(best, text, depth)
    }

    /// The text as one template: the one with the most literal text, that of the phrases in its holes included.
    pub(super) fn whole(&mut self, text: &str, depth: usize) -> Option<Said> {
        let catalogue = self.catalogue;
        let letters = letters(text);
        let mut best: Option<Said> = None;
        for entry in catalogue.candidates(text) {
            let reached = best.as_ref().filter(|best| best.whole()).map_or(0, |best| best.literal);
            // Templates come in the order of their literal text; those with phrases in their holes may have more than that.
            let most = if entry.has_phrase { letters } else { entry.english.literal };
            if most > reached {
                self.as_entry(entry, text, depth, &mut best);
            }
        }
        best
    }

    /// The text as a template that is given; whether it is that one wholly. `best` becomes the best way seen.
    pub fn as_entry(&mut self, entry: &Entry, text: &str, depth: usize, best: &mut Option<Said>) -> bool {
        let mut found = false;
        entry.english.each(text, &mut |holes| {
            let Some(said) = self.filled(entry, holes, depth) else { return false };
            let whole = said.whole();
            // Half a sentence in another language helps nobody; what stands behind a label may stay English.
            if !whole && !entry.english.is_label() {
                return false;
            }
            if best.as_ref().is_none_or(|best| said.better_than(best)) {
                *best = Some(said);
            }
            found |= whole;
            whole && !entry.has_phrase
        });
        found
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
                        Fill::Place => {
                            let place = self.place(hole, depth + 1);
                            said.push(&place);
                        }
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
}

pub(super) fn capital(said: Said) -> Said {
    Said { text: upper(&said.text).unwrap_or_else(|| said.text.clone()), ..said }
}
