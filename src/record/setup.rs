//! `setup.json`: what was solved, and the hashes of the other files of `klero solve`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{RecordError, name};
use crate::instance::{Instance, Person, Settings, Standing};

/// The format name of `setup.json`.
pub const SETUP_FORMAT: &str = "klero/setup/1";

/// `setup.json`. Keys are in alphabetical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// SHA-256 of every other file of `klero solve`.
    pub files: Files,
    /// `klero/setup/1`.
    pub format: String,
    /// Header of the identifier column; `None` when rows are numbered.
    #[serde(deserialize_with = "Option::deserialize")]
    pub id_column: Option<String>,
    /// Pool size n.
    pub members: usize,
    /// What the lottery is the best at, such as `leximin`.
    pub objective: String,
    /// Rules beside the quotas.
    pub rules: Rules,
    /// Panel size k.
    pub size: usize,
    /// Ticket count M.
    pub tickets: u64,
}

/// The SHA-256 of each file beside `setup.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Files {
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
}

impl Files {
    /// Hashes by the names of their files.
    pub fn named(&self) -> BTreeMap<&'static str, &str> {
        let certificate = self.certificate.as_deref().map(|hash| (name::CERTIFICATE, hash));
        let others: [(&str, &str); 4] = [
            (name::LOTTERY, &self.lottery),
            (name::POOL, &self.pool),
            (name::PROBABILITIES, &self.probabilities),
            (name::QUOTAS, &self.quotas),
        ];
        let settings = self.settings.as_deref().map(|hash| (name::SETTINGS, hash));
        certificate.into_iter().chain(others).chain(settings).collect()
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
