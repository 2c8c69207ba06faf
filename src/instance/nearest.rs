//! The name or value that was probably meant.

use strsim::osa_distance;

use super::fold;

/// Longest text, in characters, that is compared letter by letter: the effort grows with the square.
const MAX_NAME: usize = 200;

/// The name that `text` was probably meant to be, or none when no guess is plausible.
///
/// Names that differ in their digits are never guessed (`16-24` is not a misspelling of `16-29`), except that a text is taken for the only name
/// with the same digits. Otherwise a name is plausible if at most a third of the letters differ, or if it is the only one that starts with
/// the text (`f` for `female`). Of equally near names none is taken.
pub fn nearest<'a>(text: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let text = fold(text);
    if text.is_empty() {
        return None;
    }
    let same_digits: Vec<(&str, String)> =
        names.into_iter().map(|name| (name, fold(name))).filter(|(_, key)| digits(key).eq(digits(&text))).collect();
    let length = text.chars().count();
    let mut near: Vec<(usize, &str)> = same_digits
        .iter()
        .filter_map(|(name, key)| Some((distance_within_a_third(&text, length, key)?, *name)))
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    match near.as_slice() {
        [(first, _), (second, _), ..] if first == second => return None,
        [(_, name), ..] => return Some(name),
        [] => {}
    }
    let starting = same_digits.iter().filter(|(_, key)| key.starts_with(&text));
    let any_digit = digits(&text).next().is_some();
    let numbered = same_digits.iter().filter(|_| any_digit);
    only(starting).or_else(|| only(numbered)).map(|(name, _)| *name)
}

/// The identifier that `text` was probably meant to be: the only one with the same letters and numbers (`A-7` for `a007`), else the only
/// nearest one with the same digits in which at most a third of the letters differ.
pub(super) fn nearest_id<'a>(text: &str, ids: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let loose = loosely(text);
    if loose.is_empty() {
        return None;
    }
    let mut same = ids.clone().filter(|id| loosely(id) == loose);
    match (same.next(), same.next()) {
        (Some(id), None) => Some(id),
        (Some(_), Some(_)) => None,
        (None, _) => {
            let key = fold(text);
            let length = key.chars().count();
            nearest(text, ids).filter(|id| distance_within_a_third(&key, length, &fold(id)).is_some())
        }
    }
}

/// Letters and digits only, numbers without leading zeros.
fn loosely(text: &str) -> String {
    let mut out = String::new();
    let mut in_number = false;
    for c in fold(text).chars().filter(|c| c.is_alphanumeric()) {
        if c != '0' || in_number {
            out.push(c);
        }
        in_number = c.is_numeric() && (in_number || c != '0');
    }
    out
}

/// The edit distance of two texts, if it is at most a third of the longer one's length and neither is too long to be a name.
fn distance_within_a_third(text: &str, length: usize, key: &str) -> Option<usize> {
    let key_length = key.chars().count();
    let longest = length.max(key_length);
    let allowed = longest / 3;
    // The distance is at least the difference in length.
    if longest > MAX_NAME || longest - length.min(key_length) > allowed {
        return None;
    }
    Some(osa_distance(text, key)).filter(|distance| *distance <= allowed)
}

fn digits(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_numeric())
}

fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    items.next().filter(|_| items.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspellings_are_recognised() {
        let sexes = ["female", "male", "non-binary"];
        for (text, name) in [
            ("femal", "female"),
            ("Mael", "male"),
            ("f", "female"),
            ("M", "male"),
            ("nonbinary", "non-binary"),
            ("fémale", "female"),
        ] {
            assert_eq!(nearest(text, sexes).unwrap_or_default(), name, "{text}");
        }
    }

    #[test]
    fn identifiers_are_guessed_with_more_care() {
        let ids = ["a1", "a2", "a12", "007", "Anna", "Anne", "weaver-31", "x-1", "x1"];
        for (text, id) in [
            ("A1", "a1"),
            ("a-02", "a2"),
            ("7", "007"),
            ("anna ", "Anna"),
            ("wever-31", "weaver-31"),
            ("wever-13", ""),
            ("b1", ""),
            ("X 1", ""),
            ("12", "a12"),
            ("Ann", ""),
            ("a", ""),
            ("-", ""),
            ("0", ""),
        ] {
            assert_eq!(nearest_id(text, ids.into_iter()).unwrap_or_default(), id, "{text}");
        }
        assert_eq!(nearest_id("a1002", ["a12", "a100", "a10002"].into_iter()), None);
    }

    #[test]
    fn digits_decide() {
        let ages = ["16-29", "30-44", "75+"];
        for (text, name) in
            [("16–29", "16-29"), ("16 to 29", "16-29"), ("75 and over", "75+"), ("16-24", ""), ("old", ""), ("44", "")]
        {
            assert_eq!(nearest(text, ages).unwrap_or_default(), name, "{text}");
        }
    }

    #[test]
    fn no_guess_is_better_than_a_wild_one() {
        assert_eq!(nearest("", ["a"]), None);
        assert_eq!(nearest("xyz", ["female", "male"]), None);
        assert_eq!(nearest("no", ["north", "north-east"]), None, "two names start so");
        assert_eq!(nearest("ward", ["ward a", "ward b"]), None, "two are as near");
        assert_eq!(nearest(&"x".repeat(1_000_000), ["female"]), None);
    }
}
