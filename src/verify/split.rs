//! `lottery.split`: who sits on which of several panels drawn together.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::files::Files;
use super::json::{packed, parse};
use super::lottery::Lottery;
use super::packed::Panels;
use super::panels::NO_LOTTERY;
use super::say::{Finding, Problems, count, grouped, quote};
use super::table::SPLIT;

/// What a check says that needs to know who sits on which panel.
pub(super) const NO_SPLIT: &str = "split.json cannot be used";

/// `split.json`, of which each number is that of one of the panels.
pub(super) struct Split {
    /// How many panels are drawn together.
    pub(super) panels: u64,
    /// For each panel of the lottery the panels on which its members sit.
    pub(super) lists: Panels,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    format: String,
    #[serde(deserialize_with = "packed")]
    panels: Panels,
}

/// What `split.json` holds, or what is wrong with its form; `None` where it is not there or cannot be read.
pub(super) fn read(files: &Files, panels: u64) -> Option<Result<Split, String>> {
    let raw = parse::<Raw>(SPLIT, files.bytes(SPLIT)?);
    Some(raw.and_then(|raw| {
        let format = files.format("split/1");
        if raw.format != format {
            let found = quote(&raw.format);
            return Err(format!("{SPLIT}: \"format\" is {found}, and only \"{format}\" is known here"));
        }
        let stranger = |list: super::packed::Panel<'_>| list.members.iter().find(|on| *on == 0 || *on > panels);
        let found = raw.panels.iter().zip(1..).find_map(|(list, number)| Some((number, stranger(list)?)));
        match found {
            Some((number, on)) => {
                Err(format!("{SPLIT}: list {number} names panel {on}, but panels are numbered from 1 to {panels}"))
            }
            None => Ok(Split { panels, lists: raw.panels }),
        }
    }))
}

impl Split {
    /// Who sits on each of the panels, where the panel of the lottery with this number has these members; `None` where they do not fit.
    pub(super) fn seats(&self, number: u64, members: &[u64]) -> Option<Vec<(u64, u64)>> {
        let list = self.lists.get(usize::try_from(number).ok()?.checked_sub(1)?)?;
        let fits = list.members.len() == members.len();
        fits.then(|| list.members.iter().zip(members).map(|(on, &member)| (on, member)).collect())
    }
}

/// `lottery.split`, and what the file holds if that passes.
pub(super) fn check<'a>(
    split: Option<&'a Result<Split, String>>,
    lottery: Option<&Lottery>,
    format: &str,
) -> (Finding, Option<&'a Split>) {
    let split = match split {
        None => return (Finding::without(SPLIT), None),
        Some(Err(why)) => return (Finding::fail(why.clone()), None),
        Some(Ok(split)) => split,
    };
    let Some(lottery) = lottery else {
        return (Finding::not_checked(NO_LOTTERY), None);
    };
    let mut problems = Problems::default();
    let (found, expected) = (split.lists.len(), lottery.panels.len());
    if found != expected {
        problems.add(|| format!("{SPLIT} has {}, expected {expected}", count(found, "list", "lists")));
    }
    let each = lottery.size.checked_div(split.panels).unwrap_or_default();
    for ((number, panel), list) in lottery.numbered().zip(split.lists.iter()) {
        if list.members.len() != panel.members.len() {
            let (found, expected) = (count(list.members.len(), "number", "numbers"), panel.members.len());
            problems.add(|| format!("list {number} of {SPLIT} has {found}, expected {expected}"));
            continue;
        }
        let mut seated: BTreeMap<u64, u64> = BTreeMap::new();
        list.members.iter().for_each(|on| *seated.entry(on).or_default() += 1);
        let empty = (1..=split.panels).find(|part| !seated.contains_key(part)).map(|part| (part, 0));
        let seated = seated.into_iter().chain(empty);
        if let Some((part, seated)) =
            seated.min_by_key(|&(part, seated)| (seated == each, part)).filter(|one| one.1 != each)
        {
            let seated = grouped(seated);
            problems.add(|| format!("panel {number}: part {part} has {seated} members, expected {each}"));
        }
    }
    let (panels, each) = (grouped(split.panels), grouped(each));
    problems.or_pass_with(
        format!("{SPLIT} has the form {format}, and each of the {panels} panels drawn together has {each} members."),
        split,
    )
}
