//! Who lives with whom: cells that are equal when letter case, white space and punctuation are left aside.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold;

/// The part of a household's key that comes from one cell: of the folded cell only letters, digits and the marks on them are left.
pub fn part(cell: &str) -> String {
    fold(cell).chars().filter(|c| c.is_alphanumeric() || is_combining_mark(*c)).nfc().collect()
}

/// Members who share a key: two or more ascending indices each, in ascending order of the first. A key whose parts are all blank is
/// nobody's.
pub(super) fn together<'a>(keys: impl Iterator<Item = &'a [String]>) -> Vec<Vec<usize>> {
    let mut houses: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for (member, key) in keys.enumerate() {
        if key.iter().any(|part| !part.is_empty()) {
            houses.entry(key).or_default().push(member);
        }
    }
    let mut houses: Vec<Vec<usize>> = houses.into_values().filter(|house| house.len() > 1).collect();
    houses.sort_unstable();
    houses
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_address_are_equal() {
        for spelling in ["12a Mill Lane", "12A, mill-lane.", " 12 a\u{a0}MILL\tLANE", "12a Mill Lane\u{200b}"] {
            assert_eq!(part(spelling), "12amilllane", "{spelling}");
        }
        assert_eq!(part("Rue de l’É\u{301}tang"), part("rue de l'E\u{301}\u{301}TANG"));
        assert_ne!(part("Etang"), part("Étang"));
        assert_ne!(part("12 Mill Lane"), part("12a Mill Lane"));
        assert_eq!(part(" – ./ "), "");
        // Vowel signs are marks, and make a difference.
        assert_ne!(part("कि"), part("की"));
    }

    #[test]
    fn a_key_is_stable() {
        for text in ["İstanbul 3", "Stra\u{df}e 1", "e\u{200d}\u{301}", "ΑΣ 4", "I\u{307}-9"] {
            assert_eq!(part(&part(text)), part(text), "{text:?}");
        }
    }

    #[test]
    fn all_parts_must_agree_and_one_must_say_something() {
        let keys = [["a", "1"], ["", ""], ["a", ""], ["a", "1"], ["", ""], ["", "1"], ["a", ""], ["a1", ""]];
        let keys = keys.map(|key| key.map(str::to_owned));
        assert_eq!(together(keys.iter().map(|key| key.as_slice())), [vec![0, 3], vec![2, 6]]);
        let none: [&[String]; 2] = [&[], &[]];
        assert!(together(none.into_iter()).is_empty());
    }
}
