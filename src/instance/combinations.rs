//! Rows of a quotas file that are about several values at once, such as `gender=female & age=16-29`.

use std::collections::BTreeMap;

use super::columns::Columns;
use super::nearest::nearest;
use super::quotas::{DraftCategory, DraftValue};
use super::{CombinationProblem, fold};
use crate::read::Place;

/// What may stand in the category or value cell of a row whose other cell spells the whole combination.
pub const COMBINATION: &str = "combination";

/// Most parts of a cell whose grouping into names is searched for; beyond, every `&` separates.
const MAX_PARTS: usize = 32;

/// A quota on several values at once.
pub(super) struct DraftCombination {
    /// Category index and value index, ascending.
    pub terms: Vec<(usize, usize)>,
    /// Name, line and numbers.
    pub draft: DraftValue,
}

/// How a row spells a combination.
#[derive(Clone, Copy)]
pub(super) enum Spelling<'a> {
    /// `gender=female & age=16-29` in the category cell.
    InCategory(&'a str),
    /// The same in the value cell.
    InValue(&'a str),
    /// `gender & age` in the category cell, `female & 16-29` in the value cell.
    Apart(&'a str, &'a str),
}

/// Whether a row is about a combination. A row whose category is a column of the pool is an ordinary one, whatever characters its cells hold.
/// `named` says whether a name is a column of the pool or a category of another row.
pub(super) fn spelling<'a>(
    category: &'a str,
    value: &'a str,
    pool: &Columns<'_>,
    named: &dyn Fn(&str) -> bool,
) -> Option<Spelling<'a>> {
    let terms = |text: &str| {
        let starts = || text.match_indices('&').map(|(at, _)| at + 1);
        let named_from = |start: usize, end: usize| text.get(start..end).is_some_and(named);
        let ends = || text.match_indices('=').map(|(at, _)| at).take(MAX_PARTS);
        text.contains('&') && ends().any(|end| starts().take(MAX_PARTS).chain([0]).any(|start| named_from(start, end)))
    };
    if pool.has(category) {
        None
    } else if fold(category) == COMBINATION || category.is_empty() && terms(value) {
        Some(Spelling::InValue(value))
    } else if fold(value) == COMBINATION && category.contains('=') || value.is_empty() && terms(category) {
        Some(Spelling::InCategory(category))
    } else {
        let several = category.contains('&') && category.split('&').any(named);
        several.then_some(Spelling::Apart(category, value))
    }
}

/// The categories and values that the ordinary rows have made known.
pub(super) struct Known<'a> {
    pub categories: &'a [DraftCategory],
    /// Positions in `categories`, by folded name.
    pub by_name: &'a BTreeMap<String, usize>,
    /// Whether a value's row may have been refused for want of a category.
    pub orphan: &'a dyn Fn(&str) -> bool,
}

impl Known<'_> {
    /// The terms that a row spells, in the row's order. Names may hold `&` and `=` themselves: where there are several ways to read the
    /// cells, the one with the shortest names from the left is taken.
    ///
    /// `None` when there is no such reading; why not is among the problems, unless it only follows from another one.
    pub fn terms(
        &self,
        spelling: Spelling<'_>,
        at_category: &Place,
        at_value: &Place,
        problems: &mut Vec<CombinationProblem>,
    ) -> Option<Vec<(usize, usize)>> {
        let before = problems.len();
        let terms = match spelling {
            Spelling::InCategory(text) => self.pairs(text, at_category, problems),
            Spelling::InValue(text) => self.pairs(text, at_value, problems),
            Spelling::Apart(categories, values) => self.apart(categories, values, at_category, at_value, problems),
        };
        let at = if let Spelling::InValue(_) = spelling { at_value } else { at_category };
        let terms = terms.filter(|_| problems.len() == before)?;
        if terms.len() < 2 {
            problems.push(CombinationProblem::Short { at: at.clone() });
        }
        let mut seen: Vec<usize> = Vec::new();
        for (category, _) in &terms {
            if seen.contains(category) {
                let name = self.categories.get(*category).map_or("", |c| &c.name);
                problems.push(CombinationProblem::CategoryTwice { at: at.clone(), category: name.to_owned() });
                break;
            }
            seen.push(*category);
        }
        Some(terms).filter(|_| problems.len() == before)
    }

    /// The name of a combination, with the spelling of the ordinary rows.
    pub fn name(&self, terms: &[(usize, usize)]) -> String {
        let term = |&(category, value): &(usize, usize)| {
            let category = self.categories.get(category)?;
            Some(format!("{}={}", category.name, category.values.get(value)?.name))
        };
        terms.iter().filter_map(term).collect::<Vec<_>>().join(" & ")
    }

    /// `category=value & category=value`.
    fn pairs(&self, text: &str, at: &Place, problems: &mut Vec<CombinationProblem>) -> Option<Vec<(usize, usize)>> {
        let pair = |_: usize, part: &str| {
            part.match_indices('=').find_map(|(at, _)| {
                let (name, value) = (part.get(..at)?, part.get(at + 1..)?);
                let category = self.category(name)?;
                Some((category, self.value(category, value)?))
            })
        };
        grouped(text, None, &pair).or_else(|| {
            // Which part is to blame? Here every `&` separates.
            let mut terms = Vec::new();
            for part in text.split('&') {
                terms.push(pair(0, part).or_else(|| match part.split_once('=') {
                    None => {
                        problems.push(CombinationProblem::NoTerm { at: at.clone(), part: part.trim().to_owned() });
                        None
                    }
                    Some((name, value)) => {
                        let category = self.expect_category(name, at, problems)?;
                        Some((category, self.expect_value(category, value, at, problems)?))
                    }
                }));
            }
            terms.into_iter().collect()
        })
    }

    /// `category & category` and `value & value`.
    fn apart(
        &self,
        categories: &str,
        values: &str,
        at_category: &Place,
        at_value: &Place,
        problems: &mut Vec<CombinationProblem>,
    ) -> Option<Vec<(usize, usize)>> {
        let read = grouped(categories, None, &|_, part| self.category(part));
        let names: Vec<Option<usize>> = match read {
            Some(read) => read.into_iter().map(Some).collect(),
            None => categories.split('&').map(|part| self.expect_category(part, at_category, problems)).collect(),
        };
        let of = |index: usize| names.get(index).copied().flatten();
        let term = |index: usize, part: &str| of(index).and_then(|c| Some((c, self.value(c, part)?)));
        if let Some(terms) = grouped(values, Some(names.len()), &term) {
            return Some(terms);
        }
        let parts: Vec<&str> = values.split('&').collect();
        if parts.len() != names.len() {
            let (categories, values) = (names.len(), parts.len());
            problems.push(CombinationProblem::Uneven { at: at_value.clone(), categories, values });
            return None;
        }
        let named = |(index, part): (usize, &str)| {
            let category = of(index)?;
            Some((category, self.expect_value(category, part, at_value, problems)?))
        };
        let terms: Vec<Option<(usize, usize)>> = parts.into_iter().enumerate().map(named).collect();
        terms.into_iter().collect()
    }

    fn category(&self, name: &str) -> Option<usize> {
        self.by_name.get(&fold(name)).copied()
    }

    fn value(&self, category: usize, name: &str) -> Option<usize> {
        self.categories.get(category)?.index.get(&fold(name)).copied()
    }

    fn expect_category(&self, name: &str, at: &Place, problems: &mut Vec<CombinationProblem>) -> Option<usize> {
        let found = self.category(name);
        if found.is_none() {
            let known: Vec<String> = self.categories.iter().map(|category| category.name.clone()).collect();
            problems.push(CombinationProblem::UnknownCategory {
                at: at.clone(),
                cell: name.trim().to_owned(),
                nearest: nearest(name, known.iter().map(String::as_str)).map(str::to_owned),
                known,
            });
        }
        found
    }

    fn expect_value(
        &self,
        category: usize,
        name: &str,
        at: &Place,
        problems: &mut Vec<CombinationProblem>,
    ) -> Option<usize> {
        let found = self.value(category, name);
        let draft = self.categories.get(category)?;
        if found.is_none() && !draft.open && !(self.orphan)(&fold(name)) {
            let known: Vec<String> = draft.values.iter().map(|value| value.name.clone()).collect();
            problems.push(CombinationProblem::UnknownValue {
                at: at.clone(),
                cell: name.trim().to_owned(),
                category: draft.name.clone(),
                nearest: nearest(name, known.iter().map(String::as_str)).map(str::to_owned),
                known,
            });
        }
        found
    }
}

/// Reads a text as names with `&` between them, where a name may hold `&` too: `read` says what the name at a position is. Of
/// several ways, the one with the shortest names from the left; with `wanted`, only those with so many names.
fn grouped<T>(text: &str, wanted: Option<usize>, read: &dyn Fn(usize, &str) -> Option<T>) -> Option<Vec<T>> {
    let cuts: Vec<usize> = text.match_indices('&').map(|(at, _)| at).chain([text.len()]).collect();
    if cuts.len() > MAX_PARTS {
        return None;
    }
    let mut dead = vec![vec![false; cuts.len() + 1]; cuts.len() + 1];
    let mut names = Vec::new();
    walk(text, &cuts, 0, wanted, read, &mut names, &mut dead).then_some(names)
}

/// Goes on reading at part `from`; `dead` marks the parts and positions from which there is no way to the end.
fn walk<T>(
    text: &str,
    cuts: &[usize],
    from: usize,
    wanted: Option<usize>,
    read: &dyn Fn(usize, &str) -> Option<T>,
    names: &mut Vec<T>,
    dead: &mut [Vec<bool>],
) -> bool {
    let position = names.len();
    if from == cuts.len() {
        return wanted.is_none_or(|wanted| wanted == position);
    }
    if wanted.is_some_and(|wanted| wanted <= position) || dead[from][position] {
        return false;
    }
    let begin = if from == 0 { 0 } else { cuts[from - 1] + 1 };
    for (end, cut) in cuts.iter().enumerate().skip(from) {
        if let Some(name) = text.get(begin..*cut).and_then(|part| read(position, part)) {
            names.push(name);
            if walk(text, cuts, end + 1, wanted, read, names, dead) {
                return true;
            }
            names.pop();
        }
    }
    dead[from][position] = true;
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, wanted: Option<usize>, names: &[&str]) -> Option<Vec<String>> {
        grouped(text, wanted, &|_, part| names.contains(&part.trim()).then(|| part.trim().to_owned()))
    }

    #[test]
    fn names_may_hold_the_separator() {
        let names = ["a", "b & c", "b", "c & d", "R&D"];
        assert_eq!(read("a & b & c", None, &names), Some(vec!["a".to_owned(), "b & c".to_owned()]));
        // The shortest names from the left.
        assert_eq!(read("b & c & d", None, &names), Some(vec!["b".to_owned(), "c & d".to_owned()]));
        assert_eq!(read("R&D & a", Some(2), &names), Some(vec!["R&D".to_owned(), "a".to_owned()]));
        assert_eq!(read("R&D & a", Some(3), &names), None);
        assert_eq!(read("a & x", None, &names), None);
        assert_eq!(read("", None, &names), None);
    }

    #[test]
    fn a_cell_full_of_separators_is_given_up_in_no_time() {
        let text = vec!["a"; MAX_PARTS].join("&");
        assert_eq!(read(&format!("{text}&x"), None, &["a", "a&a", "a&a&a"]), None);
        assert_eq!(read(&"&".repeat(1_000_000), None, &[""]), None);
        let last_is_wrong = format!("{}&x", vec!["a"; MAX_PARTS - 1].join("&"));
        assert_eq!(read(&last_is_wrong, None, &["a", "a&a", "a&a&a"]), None);
    }
}
