//! One sentence, one phrase, or several of them behind each other.

use std::collections::BTreeMap;

use super::catalogue::{Catalogue, Entry};
use super::cuts::{ENDS, OF_SENTENCES, SENTENCES, around, cuts, letters, lower, upper};
use super::number::number;
use super::place::outside_quotes;
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

    fn better_than(&self, other: &Self) -> bool {
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
const CERTAIN: f64 = 0.6;

/// A name stands before a sentence no deeper than this: behind `error: `, and in a list of sentences.
const NAMED_DEPTH: usize = 1;

/// A phrase with at least so many letters is longer than any single word of the program.
const SEVERAL_WORDS: usize = 12;

/// And one with so many is a sentence, which goes before a template for all of the text that has less of it.
const SENTENCE: usize = 20;

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

    fn at(&mut self, text: &str, depth: usize) -> Said {
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
    fn no_words(&self, text: &str) -> Said {
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
        if !best.whole() || text.contains("; ") || (best.literal as f64) < CERTAIN * letters as f64 {
            let ways = [
                self.numbered(text, depth),
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
    fn whole(&mut self, text: &str, depth: usize) -> Option<Said> {
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

    /// A number, and a phrase behind it.
    fn numbered(&mut self, text: &str, depth: usize) -> Option<Said> {
        let (first, rest) = text.split_once(' ')?;
        let first = number(self.catalogue.language, first)?;
        let mut said = self.at(rest, depth + 1);
        // Where nouns are counted, the source has them in the singular only.
        if let Some(one) = rest.strip_suffix('s').filter(|_| !said.whole()) {
            let one = self.at(one, depth + 1);
            if one.better_than(&said) {
                said = one;
            }
        }
        said.whole().then(|| Said { text: format!("{first} {}", said.text), ..said })
    }

    /// A name or a place, and behind a colon what there is to say of it: `pool.xlsx: the workbook is damaged`. What is said is more than one word, since
    /// `gender: none` is a category with a value, and all of it the user's.
    fn named(&mut self, text: &str, least: usize, depth: usize) -> Option<Said> {
        for (colon, _) in outside_quotes(text, ": ") {
            let (Some(name), Some(rest)) = (text.get(..colon), text.get(colon + 2..)) else { continue };
            let rest = self.at(rest, depth + 1);
            if rest.whole() && rest.literal >= least {
                let mut said = self.place(name, depth + 1);
                said.text += ": ";
                said.push(&rest);
                return Some(said);
            }
        }
        None
    }

    /// A phrase in brackets.
    fn enclosed(&mut self, text: &str, depth: usize) -> Option<Said> {
        let inside = text.strip_prefix('(')?.strip_suffix(')')?;
        let inside = Some(self.at(inside, depth + 1)).filter(Said::whole)?;
        Some(Said { text: format!("({})", inside.text), ..inside })
    }

    /// A phrase with a colon behind it.
    fn headed(&mut self, text: &str, depth: usize) -> Option<Said> {
        let said = Some(self.at(text.strip_suffix(':')?, depth + 1)).filter(Said::whole)?;
        Some(Said { text: format!("{}:", said.text), ..said })
    }

    /// Several sentences or phrases behind each other: the longest beginning that is one, and then what follows.
    fn pieces(&mut self, text: &str, depth: usize) -> Option<Said> {
        // Whole sentences first: there are fewer of them, and most texts are nothing else.
        let sentences = self.pieces_at(text, depth, ENDS.get(..SENTENCES).unwrap_or_default());
        if sentences.as_ref().is_some_and(Said::whole) {
            return sentences;
        }
        let ends = if depth == 0 { ENDS.get(..OF_SENTENCES).unwrap_or_default() } else { &ENDS };
        self.pieces_at(text, depth, ends).or(sentences)
    }

    /// The same, cut nowhere else than at these ends.
    fn pieces_at(&mut self, text: &str, depth: usize, ends: &[&'static str]) -> Option<Said> {
        let mut best: Option<Said> = None;
        for (end, joint, next) in cuts(text, ends).into_iter().rev() {
            let (Some(first), Some(rest)) = (text.get(..end), text.get(next..)) else { continue };
            let ends_sentence = first.ends_with(['.', '?', '!']);
            let first = self.one(first, depth + 1);
            if !first.whole() {
                continue; // What comes after counts only behind something that is understood.
            }
            let mut said = first;
            let joint = self.joint(joint);
            said.text += &joint;
            // What follows is still no more than a line where this is one.
            let rest = self.at(rest, depth);
            if !rest.whole() && !ends_sentence {
                continue;
            }
            said.push(&rest);
            // All ways are looked at: a long beginning may be a template only because one of its holes has swallowed another sentence.
            if best.as_ref().is_none_or(|best| said.better_than(best)) {
                best = Some(said);
            }
            if best.as_ref().is_some_and(|best| best.whole() && best.literal as f64 >= CERTAIN * letters(text) as f64) {
                break;
            }
        }
        best
    }

    /// A beginning, which must not be cut again.
    fn one(&mut self, text: &str, depth: usize) -> Said {
        let none = Said { text: text.to_owned(), missing: vec![text.to_owned()], ..Said::default() };
        if !text.chars().any(char::is_alphabetic) {
            return self.no_words(text);
        }
        let whole = self.whole(text, depth).filter(Said::whole);
        let changed = |look: &mut Self| {
            let other = lower(text)?;
            look.whole(&other, depth).filter(Said::whole).map(capital)
        };
        let said = whole.or_else(|| changed(self)).or_else(|| self.numbered(text, depth)).unwrap_or(none);
        self.or_named(said, text, depth)
    }

    /// The text as a name with a sentence behind it, where that is better: a template may have taken both for a name.
    fn or_named(&mut self, said: Said, text: &str, depth: usize) -> Said {
        if depth > NAMED_DEPTH || (said.whole() && said.literal as f64 >= CERTAIN * letters(text) as f64) {
            return said;
        }
        let least = if said.whole() { SENTENCE } else { SEVERAL_WORDS };
        self.named(text, least, depth).filter(|named| named.better_than(&said)).unwrap_or(said)
    }

    /// What stands between two pieces: `and` and `or` are words like others.
    fn joint(&mut self, joint: &str) -> String {
        match joint.trim() {
            "and" | "or" => self.at(joint, 0).text,
            _ => joint.to_owned(),
        }
    }
}

fn capital(said: Said) -> Said {
    Said { text: upper(&said.text).unwrap_or_else(|| said.text.clone()), ..said }
}
