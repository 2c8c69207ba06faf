//! What klero says of these records in another language: all of it, and no sentence half in English.

use std::collections::BTreeMap;

use klero::language::Language;
use klero::language::terminal::Catalogue;

use super::mixed::{has_english, unquoted};

/// One sentence of each kind: those that differ in numbers, fingerprints and quotations only are of one.
fn kinds<'s>(sentences: impl IntoIterator<Item = &'s str>) -> Vec<&'s str> {
    let kind = |sentence: &str| {
        let words = unquoted(sentence);
        let words = words.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| !word.contains(|c: char| c.is_ascii_digit())).collect::<Vec<_>>().join(" ")
    };
    let kinds: BTreeMap<String, &str> = sentences.into_iter().map(|sentence| (kind(sentence), sentence)).collect();
    kinds.into_values().collect()
}

/// The sentences that are left in English, or are said half in English.
pub fn left_in_english<'s>(sentences: impl IntoIterator<Item = &'s str>) -> Vec<String> {
    let catalogue = Catalogue::of(Language::Vi);
    let mut left = Vec::new();
    for sentence in kinds(sentences) {
        let said = catalogue.say(sentence);
        let missing = catalogue.take_missing();
        if has_english(&said) || !missing.is_empty() {
            left.push(format!("{sentence}\n  {said}"));
        }
    }
    left
}

/// Planted: a sentence that nobody knows, and one that a known one swallows.
#[test]
fn a_sentence_that_is_left_in_english_is_noticed() {
    let good =
        ["new.csv is missing", "new.csv is missing; pool.csv is missing", "panel 3 has no ticket, expected at least 1"];
    assert_eq!(left_in_english(good), [""; 0]);
    assert_eq!(left_in_english(["nobody has ever said this"]).len(), 1);
    assert_eq!(left_in_english(["new.csv; nobody is here, nor ever was; is missing"]).len(), 1);
    assert_eq!(kinds(["line 3 is 5", "line 44 is a6", "line 3 was \"is\""]).len(), 2);
}
