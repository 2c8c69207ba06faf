//! Where a text may be cut into sentences and phrases, and how it begins.

/// Where one sentence or phrase may end and the next one begin: the sign that ends the one, what stands between them, and whether both parts are
/// looked up with the sign.
pub(super) const ENDS: [&str; 9] = [". ", "? ", "! ", ": ", "; ", " (", ", ", " and ", " or "];

/// The first so many of them end sentences.
pub(super) const SENTENCES: usize = 3;

/// The first so many of them are looked for everywhere; the others, which make lists, only in what is marked as a phrase.
pub(super) const OF_SENTENCES: usize = 6;

/// A sentence or phrase has no more such places in it.
const CUTS: usize = 12;

/// Where a text may be cut, outside of quotation marks: the end of the first part, what stands between the two, and where the second begins.
pub(super) fn cuts<'t>(text: &'t str, ends: &[&'t str]) -> Vec<(usize, &'t str, usize)> {
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
        let Some(end) = ends.iter().copied().find(|end| rest.starts_with(end)) else { continue };
        if cuts.len() >= CUTS {
            break;
        }
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

/// How many letters and signs a text has.
pub(super) fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// The blanks before and behind what is inside.
pub(super) fn around<'t>(text: &'t str, inner: &str) -> (&'t str, &'t str) {
    let before = text.len() - text.trim_start().len();
    let before = if inner.is_empty() { text.len() } else { before };
    (text.get(..before).unwrap_or_default(), text.get(before + inner.len()..).unwrap_or_default())
}

fn first(text: &str, change: impl Fn(char) -> String, is: impl Fn(char) -> bool) -> Option<String> {
    let mut letters = text.chars();
    let first = letters.next().filter(|c| is(*c))?;
    Some(change(first) + letters.as_str())
}

pub(super) fn lower(text: &str) -> Option<String> {
    first(text, |c| c.to_lowercase().collect(), char::is_uppercase)
}

pub(super) fn upper(text: &str) -> Option<String> {
    first(text, |c| c.to_uppercase().collect(), char::is_lowercase)
}
