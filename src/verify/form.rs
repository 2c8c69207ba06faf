//! What `result.json` holds, and `result.form`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::files::Files;
use super::json::{Object, Whole, lists, nullable, parse, texts, wholes};
use super::presence::RESULT;
use super::say::{Finding, Problems, list, quote};

/// The one form of `result.json` that is known.
const RESULT_FORMAT: &str = "klero/result/1";
/// The one objective that comes with a certificate.
pub(super) const LEXIMIN: &str = "leximin";
/// The one objective that has a number γ.
const GOLDILOCKS: &str = "goldilocks";

/// `result.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ResultFile {
    #[serde(deserialize_with = "drawn")]
    pub(super) draw: Option<Draw>,
    #[serde(deserialize_with = "texts")]
    pub(super) files: BTreeMap<String, String>,
    format: String,
    #[serde(default, deserialize_with = "given")]
    gamma: Option<String>,
    #[serde(deserialize_with = "nullable")]
    pub(super) id_column: Option<String>,
    pub(super) members: Whole,
    pub(super) objective: String,
    #[serde(deserialize_with = "rules")]
    pub(super) rules: Rules,
    pub(super) size: Whole,
    pub(super) tickets: Whole,
}

impl ResultFile {
    /// Whether a certificate belongs to the record.
    pub(super) fn certified(&self) -> bool {
        self.objective == LEXIMIN
    }
}

/// `rules` in `result.json`.
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

/// `draw` in `result.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Draw {
    pub(super) key: String,
    #[serde(deserialize_with = "panel")]
    pub(super) panel: DrawnPanel,
    pub(super) seed: String,
    pub(super) ticket: Whole,
}

/// `panel` in `draw` in `result.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DrawnPanel {
    #[serde(deserialize_with = "wholes")]
    pub(super) members: Vec<u64>,
    pub(super) number: Whole,
}

/// A key that need not be there, but is not `null` where it is.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    String::deserialize(deserializer).map(Some)
}

fn drawn<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Draw>, D::Error> {
    Ok(nullable::<D, Object<Draw>>(deserializer)?.map(|object| object.0))
}

fn panel<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<DrawnPanel, D::Error> {
    Ok(Object::deserialize(deserializer)?.0)
}

fn rules<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Rules, D::Error> {
    Ok(Object::deserialize(deserializer)?.0)
}

/// `result.form`, and what the file holds if it could be read.
pub(super) fn result(files: &Files) -> (Finding, Option<ResultFile>) {
    let Some(bytes) = files.bytes(RESULT) else {
        return (Finding::without(RESULT), None);
    };
    match parse::<ResultFile>(RESULT, bytes) {
        Err(why) => (Finding::fail(why), None),
        Ok(result) if result.format != RESULT_FORMAT => {
            let why = format!(
                "result.json: \"format\" is {}, and only \"{RESULT_FORMAT}\" is known here",
                quote(&result.format)
            );
            (Finding::fail(why), None)
        }
        Ok(result) => {
            let mut problems = Problems::default();
            if result.objective.trim().is_empty() {
                problems.add(|| "result.json: \"objective\" is blank".to_owned());
            }
            match &result.gamma {
                None if result.objective == GOLDILOCKS => {
                    problems.add(|| format!("result.json: the objective \"{GOLDILOCKS}\" needs \"gamma\""));
                }
                Some(_) if result.objective != GOLDILOCKS => {
                    problems.add(|| format!("result.json: only the objective \"{GOLDILOCKS}\" has \"gamma\""));
                }
                Some(gamma) if !is_positive_decimal(gamma) => problems
                    .add(|| format!("result.json: \"gamma\" is {}, expected a decimal number above 0", quote(gamma))),
                _ => {}
            }
            result.rules.check(result.members.0, &mut problems);
            let fairness = if result.certified() {
                String::new()
            } else {
                format!(" For its objective, {}, there is no certificate.", quote(&result.objective))
            };
            (problems.or_pass(format!("result.json has the form {RESULT_FORMAT}.{fairness}")), Some(result))
        }
    }
}

impl Rules {
    /// Numbers ascend and are those of members, and nobody is both included and excluded.
    fn check(&self, members: u64, problems: &mut Problems) {
        let groups = self.apart.iter().map(|group| ("apart", group));
        for (key, numbers) in [("exclude", &self.exclude), ("include", &self.include)].into_iter().chain(groups) {
            if !ascending(numbers) {
                problems.add(|| format!("result.json: in \"{key}\", the numbers {} do not ascend", list(numbers)));
            }
            if let Some(stranger) = numbers.iter().find(|&&number| number == 0 || number > members) {
                problems.add(|| {
                    format!(
                        "result.json: \"{key}\" names member {stranger}, but members are numbered from 1 to {members}"
                    )
                });
            }
        }
        if let Some(both) = self.include.iter().find(|number| self.exclude.contains(number)) {
            problems.add(|| format!("result.json: member {both} is both included and excluded"));
        }
        if let Some(group) = self.apart.iter().find(|group| group.len() < 2) {
            problems.add(|| format!("result.json: the group {} in \"apart\" has fewer than two members", list(group)));
        }
        if !ascending(&self.apart) {
            problems.add(|| "result.json: the groups in \"apart\" do not ascend".to_owned());
        }
        if self.household_limit.0 == 0 {
            problems.add(|| "result.json: \"household_limit\" is 0, expected at least 1".to_owned());
        }
    }
}

/// Digits, perhaps a point and more digits; not all of them 0.
fn is_positive_decimal(text: &str) -> bool {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(part) && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte))
}

/// Whether each is greater than the one before it.
fn ascending<T: PartialOrd>(items: &[T]) -> bool {
    items.is_sorted_by(|first, second| first < second)
}
