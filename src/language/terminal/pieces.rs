//! A text that is more than one template: a number or a name before a sentence, something in brackets, several sentences or phrases behind each other.

use super::cuts::{ENDS, OF_SENTENCES, SENTENCES, cuts, letters, lower};
use super::number::number;
use super::phrase::{CERTAIN, Look, Said, capital};
use super::place::outside_quotes;
use super::words::is_name;

/// A name stands before a sentence no deeper than this: behind `error: `, and in a list of sentences.
const NAMED_DEPTH: usize = 1;

/// A phrase with at least so many letters is longer than any single word of the program.
const SEVERAL_WORDS: usize = 12;

/// And one with so many is a sentence, which goes before a template for all of the text that has less of it.
const SENTENCE: usize = 20;

/// Between the problems of one check, and between the notes of one verdict.
const LIST: &str = "; ";

impl Look<'_> {
    /// A number, and a phrase behind it.
    pub(super) fn numbered(&mut self, text: &str, depth: usize) -> Option<Said> {
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

    /// The name of a file, and behind it what is wrong with that, without a sign between them: `pool.csv is a symbolic link`.
    pub(super) fn of_file(&mut self, text: &str, depth: usize) -> Option<Said> {
        let (name, rest) = text.split_once(' ').filter(|(name, _)| is_name(name))?;
        let said = self.whole(rest, depth + 1).filter(|said| said.whole() && said.literal >= SEVERAL_WORDS)?;
        Some(Said { text: format!("{name} {}", said.text), ..said })
    }

    /// Several sentences with semicolons between them, each of which may have semicolons itself: cut in the way that leaves the least in holes. A template
    /// for all of the text may have swallowed one of them.
    pub(super) fn listed(&mut self, text: &str, depth: usize) -> Option<Said> {
        let joints: Vec<usize> = outside_quotes(text, LIST).into_iter().map(|(at, _)| at).collect();
        if joints.is_empty() {
            return None;
        }
        let starts: Vec<usize> = [0].into_iter().chain(joints.iter().map(|at| at + LIST.len())).collect();
        let ends: Vec<usize> = joints.into_iter().chain([text.len()]).collect();
        // The best way to say what begins with each piece, from the last one on.
        let mut best: Vec<Option<Said>> = vec![None; ends.len()];
        for (first, from) in starts.iter().enumerate().rev() {
            for (last, to) in ends.iter().enumerate().skip(first) {
                let piece = text.get(*from..*to)?;
                let mut said = if first == last { self.at(piece, depth) } else { self.one(piece, depth) };
                let rest = best.get(last + 1);
                if let Some(rest) = rest {
                    let Some(rest) = rest else { continue };
                    said.text += LIST;
                    said.push(rest);
                }
                let place = best.get_mut(first)?;
                if said.whole() && place.as_ref().is_none_or(|before| said.better_than(before)) {
                    *place = Some(said);
                }
            }
        }
        best.into_iter().next()?
    }

    /// A phrase in brackets.
    pub(super) fn enclosed(&mut self, text: &str, depth: usize) -> Option<Said> {
        let inside = text.strip_prefix('(')?.strip_suffix(')')?;
        let inside = Some(self.at(inside, depth + 1)).filter(Said::whole)?;
        Some(Said { text: format!("({})", inside.text), ..inside })
    }

    /// A phrase with a colon behind it.
    pub(super) fn headed(&mut self, text: &str, depth: usize) -> Option<Said> {
        let said = Some(self.at(text.strip_suffix(':')?, depth + 1)).filter(Said::whole)?;
        Some(Said { text: format!("{}:", said.text), ..said })
    }

    /// Several sentences or phrases behind each other: the longest beginning that is one, and then what follows.
    pub(super) fn pieces(&mut self, text: &str, depth: usize) -> Option<Said> {
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
    pub(super) fn or_named(&mut self, said: Said, text: &str, depth: usize) -> Said {
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
