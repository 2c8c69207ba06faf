//! `setup.form`: what `setup.json` holds.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::before::{Before, before};
use super::files::Files;
use super::hash::is_sha256;
use super::json::{Object, Whole, lists, nullable, parse, texts, wholes};
use super::say::{Finding, Problems, list, quote};
use super::table::{SETTINGS, SETUP};

/// The one objective that comes with a certificate.
pub(super) const LEXIMIN: &str = "leximin";

/// `setup.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Setup {
    /// Where it follows another record.
    #[serde(default, deserialize_with = "before")]
    pub(super) before: Option<Before>,
    #[serde(deserialize_with = "texts")]
    pub(super) files: BTreeMap<String, String>,
    format: String,
    #[serde(deserialize_with = "nullable")]
    pub(super) id_column: Option<String>,
    pub(super) members: Whole,
    pub(super) objective: String,
    /// How many panels are drawn together, where several are.
    #[serde(default, deserialize_with = "there")]
    pub(super) panels: Option<Whole>,
    #[serde(deserialize_with = "rules")]
    pub(super) rules: Rules,
    pub(super) size: Whole,
    pub(super) tickets: Whole,
}

/// `rules` in `setup.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rules {
    #[serde(deserialize_with = "lists")]
    pub(super) apart: Vec<Vec<u64>>,
    #[serde(deserialize_with = "wholes")]
    pub(super) exclude: Vec<u64>,
    pub(super) household_columns: Vec<String>,
    pub(super) household_limit: Whole,
    #[serde(deserialize_with = "wholes")]
    pub(super) include: Vec<u64>,
}

fn rules<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Rules, D::Error> {
    Ok(Object::deserialize(deserializer)?.0)
}

/// Where the key is there, it holds a number.
fn there<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Whole>, D::Error> {
    Whole::deserialize(deserializer).map(Some)
}

/// `setup.form`, and what the file holds if that passes.
pub(super) fn check(files: &Files) -> (Finding, Option<Setup>) {
    let Some(bytes) = files.bytes(SETUP) else {
        return (Finding::without(SETUP), None);
    };
    let format = files.format("setup/1");
    match parse::<Setup>(SETUP, bytes) {
        Err(why) => (Finding::fail(why), None),
        Ok(setup) if setup.format != format => {
            let why = format!("{SETUP}: \"format\" is {}, and only \"{format}\" is known here", quote(&setup.format));
            (Finding::fail(why), None)
        }
        Ok(setup) => {
            let mut problems = Problems::default();
            if !is_objective(&setup.objective) {
                problems.add(|| format!("{SETUP}: the objective {} is not a name", quote(&setup.objective)));
            }
            for (key, number) in [("members", setup.members), ("size", setup.size), ("tickets", setup.tickets)] {
                if number.0 == 0 {
                    problems.add(|| format!("{SETUP}: \"{key}\" is 0, expected at least 1"));
                }
            }
            if let Some((name, hash)) = setup.files.iter().find(|(_, hash)| !is_sha256(hash)) {
                problems
                    .add(|| format!("{SETUP}: {} is given for {}, which is not a SHA-256", quote(hash), quote(name)));
            }
            setup.rules.check(setup.members.0, &mut problems);
            setup.before.iter().for_each(|before| before.check(&mut problems));
            if let Some(why) = setup.panels.and_then(|panels| not_panels(panels.0, setup.size.0)) {
                problems.add(|| format!("{SETUP}: {why}"));
            }
            if setup.panels.is_some() && setup.before.is_some() {
                problems.add(|| format!("{SETUP}: a record that follows another has no \"panels\" of its own"));
            }
            let fairness = if setup.certified() {
                String::new()
            } else {
                format!(" For its objective, {}, there is no certificate.", quote(&setup.objective))
            };
            problems.or_pass_with(format!("{SETUP} has the form {format}.{fairness}"), setup)
        }
    }
}

/// Whether a text can be the name of an objective: it must fit on its line of `commit.txt`.
pub(super) fn is_objective(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Why no so many panels can be drawn together whose members are so many in all.
pub(super) fn not_panels(panels: u64, size: u64) -> Option<String> {
    match size.checked_rem(panels) {
        _ if panels < 2 => Some(format!("\"panels\" is {panels}, expected at least 2 or nothing at all")),
        Some(0) => None,
        _ => Some(format!("{size} members cannot be shared out evenly among {panels} panels")),
    }
}

impl Setup {
    /// Whether it is a record of alternates.
    pub(super) fn alternates(&self) -> bool {
        self.before.as_ref().is_some_and(|before| before.step().alternates())
    }

    /// Whether a certificate belongs to the record.
    pub(super) fn certified(&self) -> bool {
        self.objective == LEXIMIN
    }

    /// Whether settings belong to the record.
    pub(super) fn has_settings(&self) -> bool {
        self.files.contains_key(SETTINGS)
    }
}

impl Rules {
    /// Numbers ascend and are those of members, and nobody is both included and excluded.
    fn check(&self, members: u64, problems: &mut Problems) {
        let groups = self.apart.iter().map(|group| ("apart", group));
        for (key, numbers) in [("exclude", &self.exclude), ("include", &self.include)].into_iter().chain(groups) {
            if !ascending(numbers) {
                problems.add(|| format!("{SETUP}: in \"{key}\", the numbers {} do not ascend", list(numbers)));
            }
            if let Some(stranger) = numbers.iter().find(|&&number| number == 0 || number > members) {
                problems.add(|| {
                    format!("{SETUP}: \"{key}\" names member {stranger}, but members are numbered from 1 to {members}")
                });
            }
        }
        let excluded: BTreeSet<u64> = self.exclude.iter().copied().collect();
        if let Some(both) = self.include.iter().find(|number| excluded.contains(number)) {
            problems.add(|| format!("{SETUP}: member {both} is both included and excluded"));
        }
        if let Some(group) = self.apart.iter().find(|group| group.len() < 2) {
            problems.add(|| format!("{SETUP}: the group {} in \"apart\" has fewer than two members", list(group)));
        }
        if !ascending(&self.apart) {
            problems.add(|| format!("{SETUP}: the groups in \"apart\" do not ascend"));
        }
        if self.household_limit.0 == 0 {
            problems.add(|| format!("{SETUP}: \"household_limit\" is 0, expected at least 1"));
        }
        if self.household_columns.is_empty() && self.household_limit.0 > 1 {
            let limit = self.household_limit.0;
            problems
                .add(|| format!("{SETUP}: \"household_limit\" is {limit}, but no columns make households, expected 1"));
        }
        if let Some(column) = twice(&self.household_columns) {
            problems.add(|| format!("{SETUP}: \"household_columns\" names {} twice", quote(column)));
        }
    }
}

/// Whether each is greater than the one before it.
fn ascending<T: PartialOrd>(items: &[T]) -> bool {
    items.is_sorted_by(|first, second| first < second)
}

/// A text that stands twice in a list.
pub(super) fn twice(texts: &[String]) -> Option<&String> {
    let mut seen = BTreeSet::new();
    texts.iter().find(|text| !seen.insert(text.as_str()))
}
