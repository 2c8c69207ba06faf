//! A sentence with holes, and where a text has it.

/// What is done with the text in a hole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fill {
    /// `{0}`: it is taken over letter by letter.
    As,
    /// `{~0}`: it is a phrase or a list of phrases of the program, and translated.
    Phrase,
    /// `{?0}`: it is a phrase of the program or something else; what has no entry is taken over.
    Perhaps,
    /// `{@0}`: it is a name that a file or a user gave, and perhaps a place in it: `pool.csv, line 3`. What follows the name is translated.
    Place,
    /// `{&0}`: it is a list of such names. What stands between them is translated.
    Names,
    /// `{#0}`: it is a number, and nothing else; it is written in the form of the language.
    Number,
    /// `{-0}`: it is left out, such as the ending of an English plural.
    Nothing,
}

/// A part of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Letters.
    Text(String),
    /// The hole with this number.
    Hole(usize, Fill),
}

/// The parts of a template; holes are numbers in braces, perhaps with a sign before them, and a doubled brace stands for a brace.
pub(super) fn parts(template: &str) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    let mut text = String::new();
    let mut rest = template;
    while let Some(found) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(found);
        text += before;
        if let Some(after) = from.strip_prefix("{{").or_else(|| from.strip_prefix("}}")) {
            text.extend(from.chars().take(1));
            rest = after;
            continue;
        }
        let end = from.find('}').filter(|_| from.starts_with('{'));
        let (inside, after) = end
            .and_then(|end| Some((from.get(1..end)?, from.get(end + 1..)?)))
            .ok_or_else(|| format!("a brace stands alone in \"{template}\""))?;
        let (fill, number) = match inside.chars().next() {
            Some('~') => (Fill::Phrase, &inside[1..]),
            Some('?') => (Fill::Perhaps, &inside[1..]),
            Some('@') => (Fill::Place, &inside[1..]),
            Some('&') => (Fill::Names, &inside[1..]),
            Some('#') => (Fill::Number, &inside[1..]),
            Some('-') => (Fill::Nothing, &inside[1..]),
            _ => (Fill::As, inside),
        };
        let plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        let number = number.parse().ok().filter(|_| plain).ok_or_else(|| format!("{{{inside}}} is no hole"))?;
        if !text.is_empty() {
            parts.push(Part::Text(std::mem::take(&mut text)));
        }
        parts.push(Part::Hole(number, fill));
        rest = after;
    }
    text += rest;
    if !text.is_empty() {
        parts.push(Part::Text(text));
    }
    Ok(parts)
}

/// A template that is looked for: texts, with a hole between each two of them. The first and the last may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Template {
    texts: Vec<String>,
    /// How many letters and signs of it are not in holes.
    pub literal: usize,
    /// The longest piece without wide spaces: every text that it matches has it.
    longest: String,
    /// The last piece without wide spaces: every text that it matches ends with it.
    last: String,
    /// A text that it matches has no fewer bytes.
    least: usize,
}

impl Template {
    /// An English template, whose holes are numbered from 0 on as they stand.
    pub fn new(english: &str) -> Result<Self, String> {
        let mut texts = vec![String::new()];
        for part in parts(english)? {
            match part {
                Part::Text(text) => texts.last_mut().into_iter().for_each(|last| last.push_str(&text)),
                Part::Hole(number, Fill::As) if number + 1 == texts.len() => texts.push(String::new()),
                Part::Hole(number, _) => {
                    return Err(format!("the hole {number} of \"{english}\" is not the next one, without a sign"));
                }
            }
        }
        let literal = texts.iter().flat_map(|text| text.chars()).filter(|c| !c.is_whitespace()).count();
        let pieces = texts.iter().flat_map(|text| text.split("  "));
        let longest = pieces.max_by_key(|piece| piece.len()).unwrap_or_default().to_owned();
        let last = texts.last().and_then(|text| text.rsplit("  ").next()).unwrap_or_default().to_owned();
        let least = texts.iter().map(String::len).sum();
        Ok(Self { texts, literal, longest, last, least })
    }

    /// How many holes there are.
    pub fn holes(&self) -> usize {
        self.texts.len() - 1
    }

    /// Over how many lines it runs.
    pub fn lines(&self) -> usize {
        1 + self.texts.iter().map(|text| text.matches('\n').count()).sum::<usize>()
    }

    /// The whole word with which every text begins that it matches, if there is one.
    pub fn first_word(&self) -> Option<&str> {
        let first = self.texts.first()?;
        let end = first.find(|c: char| !c.is_alphanumeric()).or((self.holes() == 0).then_some(first.len()))?;
        first.get(..end).filter(|word| !word.is_empty())
    }

    /// Whether it is a label with something behind it: `error: {0}`.
    pub fn is_label(&self) -> bool {
        self.texts
            .first()
            .is_some_and(|text| self.holes() == 1 && text.ends_with(": ") && text.matches(' ').count() == 1)
    }

    /// Calls `take` with what is in the holes for each way in which the whole text is this template, until it says true; short holes first. At most
    /// so many ways as [`WAYS`].
    pub fn each(&self, text: &str, take: &mut dyn FnMut(&[&str]) -> bool) -> bool {
        // The quick looks first: hundreds of templates are no match for a text.
        if text.len() < self.least || !text.ends_with(&self.last) || !text.contains(&self.longest) {
            return false;
        }
        let Some((first, others)) = self.texts.split_first() else { return false };
        let Some(rest) = eaten(text, first) else { return false };
        let mut ways = WAYS;
        fill(rest, others, &mut Vec::new(), &mut ways, take)
    }
}

/// As many ways to fill the holes of one template are looked at.
const WAYS: usize = 64;

/// Fills the next hole in every way.
fn fill<'t>(
    text: &'t str,
    texts: &[String],
    holes: &mut Vec<&'t str>,
    ways: &mut usize,
    take: &mut dyn FnMut(&[&str]) -> bool,
) -> bool {
    let Some((next, others)) = texts.split_first() else {
        if !text.is_empty() || *ways == 0 {
            return false;
        }
        *ways -= 1;
        return take(holes);
    };
    if others.is_empty() && next.is_empty() {
        holes.push(text);
        let taken = fill("", others, holes, ways, take);
        holes.pop();
        return taken;
    }
    for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
        if *ways == 0 {
            return false;
        }
        let (hole, rest) = text.split_at(at);
        if let Some(rest) = eaten(rest, next) {
            if others.is_empty() && !rest.is_empty() {
                continue; // The last text must reach the end.
            }
            holes.push(hole);
            let taken = fill(rest, others, holes, ways, take);
            holes.pop();
            if taken {
                return true;
            }
        }
    }
    false
}

/// What follows a literal at the beginning of a text. Two spaces in it stand for any wider space too.
fn eaten<'t>(text: &'t str, literal: &str) -> Option<&'t str> {
    let mut rest = text;
    let mut pieces = literal.split("  ");
    rest = rest.strip_prefix(pieces.next().unwrap_or_default())?;
    for piece in pieces {
        rest = rest.strip_prefix("  ")?.trim_start_matches(' ').strip_prefix(piece)?;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ways(template: &str, text: &str) -> Vec<Vec<String>> {
        let mut found = Vec::new();
        let template = Template::new(template);
        assert!(template.is_ok(), "{template:?}");
        let Ok(template) = template else { return found };
        template.each(text, &mut |holes| {
            found.push(holes.iter().map(|hole| (*hole).to_owned()).collect());
            false
        });
        found
    }

    #[test]
    fn holes_are_found_wherever_they_stand() {
        assert_eq!(ways("{0} is not empty", "record is not empty"), [["record"]]);
        assert_eq!(ways("cannot {0} {1}", "cannot read a b"), [["read", "a b"], ["read a", "b"]]);
        assert_eq!(ways("{0}{1}!", "ab!"), [["", "ab"], ["a", "b"], ["ab", ""]]);
        assert_eq!(ways("none", "none"), [[""; 0]]);
        assert_eq!(ways("chance  {0}", "chance      4.1 %"), [["4.1 %"]]);
        assert_eq!(ways("{{{0}}}", "{x}"), [["x"]]);
        for text in ["record is not empty.", "is not empty", "record is not  empty"] {
            assert_eq!(ways("{0} is not empty", text), [[""; 0]; 0], "{text}");
        }
        assert_eq!(ways("{0}a{1}", &"a".repeat(200)).len(), WAYS);
    }

    #[test]
    fn templates_are_read_or_refused() {
        let read = parts("a {~0} {#1}{-2} {@3} {&4} {{5}}").unwrap_or_default();
        let holes: Vec<_> = read.iter().filter(|part| matches!(part, Part::Hole(..))).collect();
        assert_eq!(holes.len(), 5);
        assert_eq!(read.last(), Some(&Part::Text(" {5}".to_owned())));
        for bad in ["{", "}", "{x}", "{}", "{0", "{+0}", "{ 0}"] {
            assert!(parts(bad).is_err(), "{bad}");
        }
        for bad in ["{1}", "{0} {0}", "{~0}", "{0} {2}"] {
            assert!(Template::new(bad).is_err(), "{bad}");
        }
        let word = |text: &str| Template::new(text).ok().and_then(|template| template.first_word().map(str::to_owned));
        assert_eq!(word("cannot {0}"), Some("cannot".to_owned()));
        assert_eq!(word("done"), Some("done".to_owned()));
        assert_eq!([word("panel{0}"), word("{0} a"), word("--out")], [None, None, None]);
    }
}
