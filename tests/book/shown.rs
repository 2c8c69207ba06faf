//! What a document shows of an output: all of it, or, where a line says `…`, all but some lines.

/// Whether a line stands for lines that are left out.
fn left_out(line: &str) -> bool {
    line.trim() == "…"
}

/// Whether an output is what is shown of it.
pub fn fits<A: AsRef<str>, B: AsRef<str>>(shown: &[A], printed: &[B]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((line, rest)) if left_out(line.as_ref()) => (0..=printed.len()).any(|skip| fits(rest, &printed[skip..])),
        Some((line, rest)) => {
            printed.first().is_some_and(|first| first.as_ref() == line.as_ref()) && fits(rest, &printed[1..])
        }
    }
}

/// What would have to be shown instead, with as many lines left out as can be told; nothing where that cannot be told.
pub fn renewed(shown: &[String], printed: &[String]) -> Option<Vec<String>> {
    if fits(shown, printed) {
        return Some(shown.to_vec());
    }
    let mut pieces = shown.split(|line| left_out(line)).peekable();
    let mark = shown.iter().find(|line| left_out(line));
    if mark.is_none() {
        return Some(printed.to_vec());
    }
    let mut at = pieces.next()?.len();
    let mut renewed = printed.get(..at)?.to_vec();
    while let Some(piece) = pieces.next() {
        renewed.push(mark?.clone());
        let start = if pieces.peek().is_none() {
            printed.len().checked_sub(piece.len())?
        } else {
            at + likest(piece.first()?, printed.get(at..)?)?
        };
        renewed.extend_from_slice(printed.get(start..start + piece.len()).filter(|_| start >= at)?);
        at = start + piece.len();
    }
    fits(&renewed, printed).then_some(renewed)
}

/// Letters at the beginning that a line must share with another to be taken for the same with other numbers.
const ALIKE: usize = 12;

/// Where the line is that is meant: the same one, or the first of those that begin most like it.
fn likest(line: &str, printed: &[String]) -> Option<usize> {
    let shared = |other: &String| line.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let most = printed.iter().map(shared).max()?;
    let same = printed.iter().position(|other| other == line);
    same.or_else(|| printed.iter().position(|other| shared(other) == most).filter(|_| most >= ALIKE))
}
