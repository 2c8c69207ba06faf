//! `setup.json`: what was solved, and the hashes of the other files of `klero solve`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Before, RecordError, name};
use crate::draw::Mark;
use crate::instance::{Instance, Person, Settings, Standing};

/// The format name of `setup.json`, without its mark.
pub const SETUP_FORMAT: &str = "setup/1";

/// `setup.json`. Keys are in alphabetical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// The record that this one follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Before>,
    /// SHA-256 of every other file of `klero solve`.
    pub files: Files,
    /// `klero/setup/1`, or that of a rehearsal.
    pub format: String,
    /// Header of the identifier column; `None` when rows are numbered.
    #[serde(deserialize_with = "Option::deserialize")]
    pub id_column: Option<String>,
    /// Pool size n.
    pub members: usize,
    /// What the lottery is the best at, such as `leximin`.
    pub objective: String,
    /// How many panels are drawn together, where there are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub panels: Option<usize>,
    /// Rules beside the quotas.
    pub rules: Rules,
    /// Panel size k; of several panels drawn together, that of all of them.
    pub size: usize,
    /// Ticket count M.
    pub tickets: u64,
}

/// The SHA-256 of each file beside `setup.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Files {
    /// Only where alternates are drawn.
    #[serde(rename = "alternates.json", default, skip_serializing_if = "Option::is_none")]
    pub alternates: Option<String>,
    /// Only where the objective is `leximin`.
    #[serde(rename = "certificate.json", default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
    /// The lottery.
    #[serde(rename = "lottery.json")]
    pub lottery: String,
    /// The pool.
    #[serde(rename = "pool.csv")]
    pub pool: String,
    /// The probabilities.
    #[serde(rename = "probabilities.csv")]
    pub probabilities: String,
    /// The quotas.
    #[serde(rename = "quotas.csv")]
    pub quotas: String,
    /// Only where a settings file was given.
    #[serde(rename = "settings.toml", default, skip_serializing_if = "Option::is_none")]
    pub settings: Option<String>,
    /// Only where several panels are drawn together.
    #[serde(rename = "split.json", default, skip_serializing_if = "Option::is_none")]
    pub split: Option<String>,
}

impl Files {
    /// Hashes by the names of their files.
    pub fn named(&self) -> BTreeMap<&'static str, &str> {
        let optional = [
            (name::ALTERNATES_JSON, &self.alternates),
            (name::CERTIFICATE, &self.certificate),
            (name::SETTINGS, &self.settings),
            (name::SPLIT, &self.split),
        ];
        let optional = optional.into_iter().filter_map(|(name, hash)| Some((name, hash.as_deref()?)));
        let others: [(&str, &str); 4] = [
            (name::LOTTERY, &self.lottery),
            (name::POOL, &self.pool),
            (name::PROBABILITIES, &self.probabilities),
            (name::QUOTAS, &self.quotas),
        ];
        optional.chain(others).collect()
    }
}

/// Rules beside the quotas, with members by number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Groups of whom at most one may sit.
    pub apart: Vec<Vec<usize>>,
    /// Members who sit on no panel.
    pub exclude: Vec<usize>,
    /// Columns that make a household when all of them agree, as the pool spells them.
    pub household_columns: Vec<String>,
    /// How many members of one household may sit.
    pub household_limit: usize,
    /// Members who sit on every panel.
    pub include: Vec<usize>,
}

impl Rules {
    /// The rules of an instance whose households come from these columns.
    pub fn of(instance: &Instance, household_columns: &[String]) -> Self {
        let standing = |standing| {
            let members = instance.members().iter().enumerate();
            members.filter(|(_, member)| member.standing == standing).map(|(i, _)| i + 1).collect()
        };
        Self {
            apart: instance.apart().iter().map(|group| group.iter().map(|i| i + 1).collect()).collect(),
            exclude: standing(Standing::Excluded),
            household_columns: household_columns.to_vec(),
            household_limit: instance.household_limit(),
            include: standing(Standing::Included),
        }
    }
}

impl Setup {
    /// Whether it is of the draw or of a rehearsal.
    pub fn mark(&self) -> Mark {
        Mark::of_format(&self.format, SETUP_FORMAT).unwrap_or_default()
    }

    /// How many panels are drawn together, at least 1.
    pub fn panels(&self) -> usize {
        self.panels.unwrap_or(1)
    }

    /// The settings with which the pool and the quotas of the record make the same instance again.
    pub fn settings(&self) -> Settings {
        let people = |numbers: &[usize]| numbers.iter().copied().map(Person::Number).collect();
        Settings {
            id_column: self.id_column.clone(),
            household_columns: self.rules.household_columns.clone(),
            household_limit: self.rules.household_limit,
            include: people(&self.rules.include),
            exclude: people(&self.rules.exclude),
            apart: self.rules.apart.iter().map(|group| people(group)).collect(),
            panels: self.panels(),
            ..Settings::of_size(self.size)
        }
    }
}

/// `setup.json` as text.
///
/// # Errors
/// When the JSON writer refuses, which would be a fault of the program.
pub fn setup_json(setup: &Setup) -> Result<String, RecordError> {
    Ok(serde_json::to_string_pretty(setup)? + "\n")
}
