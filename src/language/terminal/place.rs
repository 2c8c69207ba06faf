//! Names that files and users gave, with what the program says beside them.

use super::phrase::{Look, Said};

impl Look<'_> {
    /// A name, and perhaps a place in it: `pool.csv, line 3`. The name stays; what follows it is said.
    pub(super) fn place(&mut self, text: &str, depth: usize) -> Said {
        for (comma, _) in outside_quotes(text, ", ") {
            let (Some(name), Some(rest)) = (text.get(..comma), text.get(comma..)) else { continue };
            if let Some(said) = self.endings(rest, depth) {
                return Said { text: name.to_owned() + &said.text, ..said };
            }
        }
        Said { text: text.to_owned(), ..Said::default() }
    }

    /// Nothing but what follows a name.
    fn endings(&mut self, text: &str, depth: usize) -> Option<Said> {
        if text.is_empty() {
            return Some(Said::default());
        }
        let ends = outside_quotes(text, ", ").into_iter().map(|(at, _)| at).filter(|at| *at > 0);
        let ends: Vec<usize> = ends.chain([text.len()]).collect();
        let catalogue = self.catalogue;
        for end in ends {
            let (Some(first), Some(rest)) = (text.get(..end), text.get(end..)) else { continue };
            for entry in catalogue.endings.iter().filter_map(|index| catalogue.entries.get(*index)) {
                let mut said = None;
                if self.as_entry(entry, first, depth, &mut said)
                    && let (Some(mut said), Some(rest)) = (said, self.endings(rest, depth))
                {
                    said.push(&rest);
                    return Some(said);
                }
            }
        }
        None
    }

    /// A list of names: they stay, and what stands between them is said, such as `and`, `or`, and `and 3 more` at the end.
    pub(super) fn names(&mut self, text: &str, depth: usize) -> String {
        let joints = [", and ", " and ", ", or ", " or "];
        let last = joints.into_iter().filter_map(|joint| outside_quotes(text, joint).pop()).max_by_key(|(at, _)| *at);
        let Some((at, joint)) = last else { return text.to_owned() };
        let (Some(before), Some(after)) = (text.get(..at), text.get(at + joint.len()..)) else {
            return text.to_owned();
        };
        let (comma, word) = joint.split_once(' ').unwrap_or(("", joint));
        // `and 3 more` is a phrase; behind any other `and` stands a name.
        let whole = format!("{word}{after}");
        let said = self.whole_phrase(&whole, depth).unwrap_or_else(|| {
            let word = self.whole_phrase(word.trim(), depth).unwrap_or_else(|| word.trim().to_owned());
            format!("{word} {after}")
        });
        format!("{before}{comma} {said}")
    }

    /// A phrase that has an entry, and nothing in it that has none.
    fn whole_phrase(&mut self, text: &str, depth: usize) -> Option<String> {
        let catalogue = self.catalogue;
        let mut said = None;
        catalogue.candidates(text).any(|entry| self.as_entry(entry, text, depth, &mut said)).then_some(())?;
        said.map(|said| said.text)
    }
}

/// Where something stands outside of quotation marks.
pub(super) fn outside_quotes<'t>(text: &str, what: &'t str) -> Vec<(usize, &'t str)> {
    let mut quoted = false;
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        if c == '"' {
            quoted = !quoted;
        } else if !quoted && text.get(at..).is_some_and(|rest| rest.starts_with(what)) {
            found.push((at, what));
        }
    }
    found
}
