//! The name or identifier that was probably meant.

use strsim::osa_distance;

use crate::instance::fold;

/// Longest text, in characters, that is compared letter by letter: the effort grows with the square.
const LONGEST: usize = 200;

/// The only nearest name, if at most a third of its letters differ.
pub(super) fn nearest<'a>(text: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let text = fold(text);
    let length = text.chars().count();
    let mut near: Vec<(usize, &str)> = Vec::new();
    for name in names {
        let key = fold(name);
        let longest = length.max(key.chars().count());
        let shortest = length.min(key.chars().count());
        if length == 0 || longest > LONGEST || longest - shortest > longest / 3 {
            continue;
        }
        let distance = osa_distance(&text, &key);
        if distance <= longest / 3 {
            near.push((distance, name));
        }
    }
    near.sort_unstable();
    match near.as_slice() {
        [(first, _), (second, _), ..] if first == second => None,
        [(_, name), ..] => Some((*name).to_owned()),
        [] => None,
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn misspellings_are_recognised_and_no_wild_guess_is_made() {
        let names = ["gender", "age", "m01", "m02"];
        for (text, name) in
            [("gendre", "gender"), ("Gender ", "gender"), ("agee", "age"), ("m03", ""), ("xyz", ""), ("", "")]
        {
            assert_eq!(nearest(text, names).unwrap_or_default(), name, "{text}");
        }
        assert_eq!(nearest(&"x".repeat(1_000_000), names), None);
    }
}
