//! Addresses that are different for the rules on households, and look like one.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::instance::{fold, household_part};
use crate::read::Table;

/// Two addresses that may be one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NearAddress {
    /// Index of the first row with the one, in the table's rows.
    pub first: usize,
    /// Index of the first row with the other; greater than `first`.
    pub second: usize,
    /// The one, its cells joined by commas.
    pub one: String,
    /// The other.
    pub other: String,
    /// What makes them alike.
    pub alike: Alike,
}

/// What makes two addresses alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// They are equal once accents are left out and words such as Street or Straße are cut short.
    Words,
    /// They have the same numbers and differ by one letter.
    Letter,
}

/// An address as it is compared: its numbers, and its letters without accents, words of streets cut short.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Bones {
    /// Each number behind a stroke.
    numbers: String,
    letters: String,
}

/// Words that are written in several ways, with the way that counts.
const WORDS: [(&str, &[&str]); 22] = [
    ("ave", &["avenue", "av", "avda", "avenida"]),
    ("blvd", &["boulevard", "bd", "bld"]),
    ("c", &["calle", "cl"]),
    ("cl", &["close"]),
    ("cres", &["crescent", "cr"]),
    ("ct", &["court"]),
    ("dr", &["drive"]),
    ("fl", &["flat", "apartment", "apt", "unit"]),
    ("gdns", &["gardens", "gdn"]),
    ("hwy", &["highway"]),
    ("ln", &["lane"]),
    ("n", &["north", "nord"]),
    ("pl", &["place", "platz", "plaza"]),
    ("r", &["rue", "rua"]),
    ("rd", &["road"]),
    ("s", &["south", "sud"]),
    ("sq", &["square"]),
    ("st", &["street", "saint", "str", "strasse", "strase", "sankt"]),
    ("ter", &["terrace", "terr"]),
    ("weg", &["wg"]),
    ("e", &["east", "est", "ost"]),
    ("w", &["west", "ouest"]),
];

/// Ends of words that are written in several ways, as in Hauptstraße and Hauptstr.
const ENDS: [(&str, &str); 4] = [("strasse", "st"), ("strase", "st"), ("str", "st"), ("platz", "pl")];

/// Letters that an address must have for one of them to be taken for a slip.
const LONG: usize = 8;
/// Letters of which either the first or the last stand in both addresses, when one letter differs.
const SAME: usize = LONG / 2;
/// Addresses that are compared with each other at the most; where more begin or end alike, only neighbours are.
const CROWD: usize = 50;

/// Pairs of addresses of a pool that are no household by its rules and may be one, in the order of their rows. `columns` are the headers of the
/// household columns, as the pool spells them; blank addresses are left out.
pub fn near_addresses(pool: &Table, columns: &[String]) -> Vec<NearAddress> {
    let places: Vec<usize> =
        columns.iter().filter_map(|column| pool.header.iter().position(|header| header == column)).collect();
    let cells = |row: usize| places.iter().filter_map(move |&place| pool.rows.get(row)?.cells.get(place));
    let key = |row: usize| cells(row).map(|cell| household_part(cell)).collect::<Vec<String>>();
    let text = |row: usize| {
        let cells = cells(row).map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        cells.collect::<Vec<_>>().join(", ")
    };
    let mut all: Vec<(Bones, usize)> = (0..pool.rows.len()).map(|row| (Bones::of(&text(row)), row)).collect();
    all.retain(|(bones, _)| !bones.letters.is_empty() || !bones.numbers.is_empty());
    all.sort_unstable();

    // Of those with the same bones, the first row of each household.
    let mut found = Vec::new();
    let mut houses: Vec<(&Bones, usize)> = Vec::new();
    for alike in all.chunk_by(|a, b| a.0 == b.0) {
        let mut first: Vec<(Vec<String>, usize)> = Vec::new();
        for (bones, row) in alike {
            let known = |key: &Vec<String>| first.iter().any(|(other, _)| other == key);
            let (single, key) = (alike.len() == 1, if alike.len() == 1 { Vec::new() } else { key(*row) });
            if single || !known(&key) {
                if let Some((_, last)) = first.last().filter(|_| !bones.letters.is_empty()) {
                    found.push((*last, *row, Alike::Words));
                }
                first.push((key, *row));
                houses.push((bones, *row));
            }
        }
    }
    found.extend(one_letter(&houses));
    let mut found: Vec<NearAddress> = found
        .into_iter()
        .map(|(first, second, alike)| NearAddress { first, second, one: text(first), other: text(second), alike })
        .collect();
    found.sort_unstable();
    found.dedup_by_key(|near| (near.first, near.second));
    found
}

impl Bones {
    fn of(address: &str) -> Self {
        let mut plain = fold(address);
        if !plain.is_ascii() {
            plain = plain.nfkd().filter(|c| !is_combining_mark(*c)).collect::<String>().replace('ß', "ss");
        }
        let mut bones = Bones { numbers: String::new(), letters: String::new() };
        for word in plain.split(|c: char| !c.is_alphanumeric()) {
            let mut rest = word;
            while let Some(first) = rest.chars().next() {
                let digits = first.is_numeric();
                let end = rest.find(|c: char| c.is_numeric() != digits).unwrap_or(rest.len());
                let (run, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
                rest = after;
                if digits {
                    bones.numbers.push('/');
                    bones.numbers.push_str(run.trim_start_matches('0'));
                } else {
                    cut_short(run, &mut bones.letters);
                }
            }
        }
        bones
    }

    /// The first letters, or the last ones; nothing where there are not enough for one of them to be taken for a slip.
    fn some(&self, last: bool) -> Option<&str> {
        self.letters.char_indices().nth(LONG - 1)?;
        if last {
            let (start, _) = self.letters.char_indices().rev().nth(SAME - 1)?;
            self.letters.get(start..)
        } else {
            let (end, _) = self.letters.char_indices().nth(SAME)?;
            self.letters.get(..end)
        }
    }
}

/// Adds a word to others, it or its end cut short.
fn cut_short(word: &str, to: &mut String) {
    if let Some((short, _)) = WORDS.iter().find(|(short, long)| *short == word || long.contains(&word)) {
        to.push_str(short);
        return;
    }
    match ENDS.iter().find_map(|(long, short)| Some((word.strip_suffix(long)?, short))) {
        Some((start, end)) => to.extend([start, end]),
        None => to.push_str(word),
    }
}

/// Pairs with the same numbers that differ by one letter. The first letters are the same in both, or the last ones are.
fn one_letter(houses: &[(&Bones, usize)]) -> BTreeSet<(usize, usize, Alike)> {
    let mut found = BTreeSet::new();
    for last in [false, true] {
        let some = houses.iter().filter(|(bones, _)| !bones.numbers.is_empty());
        let mut sorted: Vec<_> = some
            .filter_map(|&(bones, row)| Some(((bones.numbers.as_str(), bones.some(last)?), (bones, row))))
            .collect();
        sorted.sort_unstable();
        for crowd in sorted.chunk_by(|a, b| a.0 == b.0).filter(|crowd| crowd.len() > 1) {
            let letters: Vec<Vec<char>> = crowd.iter().map(|(_, (bones, _))| bones.letters.chars().collect()).collect();
            for (i, (one, (_, (_, first)))) in letters.iter().zip(crowd).enumerate() {
                for (other, (_, (_, second))) in letters.iter().zip(crowd).skip(i + 1).take(CROWD) {
                    if differ_by_one(one, other) {
                        found.insert((*first.min(second), *first.max(second), Alike::Letter));
                    }
                }
            }
        }
    }
    found
}

/// Whether one letter was exchanged, added or left out, or two neighbours changed places.
fn differ_by_one(one: &[char], other: &[char]) -> bool {
    let (one, other) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let begin = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    match other.len() - one.len() {
        0 if begin == one.len() => false,
        0 => {
            let middle = one.len() - begin - end.min(one.len() - begin);
            let swapped = || one.get(begin) == other.get(begin + 1) && one.get(begin + 1) == other.get(begin);
            middle == 1 || (middle == 2 && swapped())
        }
        1 => begin + end >= one.len(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read_csv;

    fn near(addresses: &[&str]) -> Vec<(usize, usize, Alike)> {
        let text: String = addresses.iter().map(|address| format!("x,\"{address}\"\n")).collect();
        let pool = read_csv("pool.csv", format!("id,address\n{text}").as_bytes()).unwrap_or_else(|_| unreachable!());
        let found = near_addresses(&pool, &["address".to_owned()]);
        found.into_iter().map(|near| (near.first, near.second, near.alike)).collect()
    }

    #[test]
    fn spellings_of_one_address_are_near() {
        for (one, other, alike) in [
            ("12 Mill Street", "12 Mill St.", Alike::Words),
            ("Hauptstraße 7", "Hauptstr. 7", Alike::Words),
            ("Haupt Straße 7", "Hauptstrasse 07", Alike::Words),
            ("3 rue de l'Étang", "3, Rue de l’Etang", Alike::Words),
            ("Flat 3, 12 Mill Road", "Apt 3, 12 Mill Rd", Alike::Words),
            ("12 Millbrook Lane", "12 Milbrook Lane", Alike::Letter),
            ("12 Millbrook Lane", "12 Millborok Lane", Alike::Letter),
            ("12 Millbrook Avenue", "12 Nillbrook Avenue", Alike::Letter),
        ] {
            assert_eq!(near(&[one, "Far 1", other]), [(0, 2, alike)], "{one} and {other}");
        }
    }

    #[test]
    fn neighbours_are_not_near() {
        for (one, other) in [
            ("12 Millbrook Lane", "13 Millbrook Lane"),
            ("12 Millbrook Lane", "12 Millbrook Lane"),
            ("12 MILLBROOK-LANE", "12 Millbrook Lane"),
            ("12 Millbrook Lane", "12 Milford Lane"),
            ("Oak 1", "Elm 1"),
            ("12", "12."),
            ("", ""),
        ] {
            assert_eq!(near(&[one, other]), [], "{one} and {other}");
        }
    }

    #[test]
    fn one_letter_is_one_letter() {
        let differ = |one: &str, other: &str| {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            let (one, other) = (letters(one), letters(other));
            assert_eq!(differ_by_one(&one, &other), differ_by_one(&other, &one));
            differ_by_one(&one, &other)
        };
        for (one, other) in
            [("abcd", "abxd"), ("abcd", "abd"), ("abcd", "bcd"), ("abcd", "abcde"), ("abcd", "bacd"), ("aab", "ab")]
        {
            assert!(differ(one, other), "{one} {other}");
        }
        for (one, other) in
            [("abcd", "abcd"), ("abcd", "axxd"), ("abcd", "dbca"), ("abcd", "ab"), ("abcd", "abdx"), ("", "")]
        {
            assert!(!differ(one, other), "{one} {other}");
        }
    }
}
