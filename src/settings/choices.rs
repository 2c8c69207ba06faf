//! What was chosen: by options, by a file, or by nobody.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Given, Key, MOST_EQUAL, Origin, SettingsProblem, Value};
use crate::derive::Derivation;

/// Values of settings, each with where it came from, and rules for derived columns.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Choices {
    values: BTreeMap<Key, Given<Value>>,
    derive: Vec<Given<Derivation>>,
}

/// What settings are wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To look at a pool and quotas.
    Check,
    /// To make a lottery.
    Lottery,
}

impl Choices {
    /// Sets a value.
    pub fn give(&mut self, key: Key, value: Value, from: Origin) {
        self.values.insert(key, Given { value, from });
    }

    /// Adds a rule for a derived column, behind those that are there.
    pub fn give_derivation(&mut self, derivation: Derivation, from: Origin) {
        self.derive.push(Given { value: derivation, from });
    }

    /// A value, with where it came from.
    pub fn get(&self, key: Key) -> Option<&Given<Value>> {
        self.values.get(&key)
    }

    /// The rules for derived columns, in order.
    pub fn derivations(&self) -> &[Given<Derivation>] {
        &self.derive
    }

    /// A text.
    pub fn text(&self, key: Key) -> Option<&str> {
        match self.value(key)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The name of a file; where a settings file names it, it counts from the folder of that file.
    pub fn file(&self, key: Key) -> Option<PathBuf> {
        let name = self.text(key)?;
        match &self.get(key)?.from {
            Origin::File { file, .. } => Some(Path::new(file).parent().unwrap_or(Path::new("")).join(name)),
            _ => Some(PathBuf::from(name)),
        }
    }

    /// A list of texts, empty where there is none.
    pub fn texts(&self, key: Key) -> &[String] {
        match self.value(key) {
            Some(Value::Texts(texts)) => texts,
            _ => &[],
        }
    }

    /// A list of groups, empty where there is none.
    pub fn groups(&self, key: Key) -> &[Vec<String>] {
        match self.value(key) {
            Some(Value::Groups(groups)) => groups,
            _ => &[],
        }
    }

    /// A whole number.
    pub fn whole(&self, key: Key) -> Option<u64> {
        match self.value(key)? {
            Value::Whole(number) => Some(*number),
            _ => None,
        }
    }

    /// A number.
    pub fn number(&self, key: Key) -> Option<f64> {
        match self.value(key)? {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Whether something is switched on.
    pub fn is_on(&self, key: Key) -> bool {
        matches!(self.value(key), Some(Value::Switch(true)))
    }

    /// These choices, and where they say nothing those of a file. A list replaces a list as a whole. The file's γ belongs to the file's
    /// objective: where another one is chosen over it, the γ goes with it.
    #[must_use]
    pub fn over(self, file: Self) -> Self {
        let mut values = file.values;
        let keeps_gamma = self.text(Key::Objective).is_none_or(|objective| objective == "goldilocks");
        if !keeps_gamma {
            values.remove(&Key::Gamma);
        }
        values.extend(self.values);
        let derive = if self.derive.is_empty() { file.derive } else { self.derive };
        Self { values, derive }
    }

    /// These choices with what holds where nothing was said, and without what the purpose has no use for.
    ///
    /// # Errors
    /// All settings that are missing, and all that say something about nothing.
    pub fn complete(mut self, purpose: Purpose) -> Result<Self, Vec<SettingsProblem>> {
        if purpose == Purpose::Check {
            self.values.retain(|key, _| !key.is_of_lottery());
        }
        let mut problems: Vec<SettingsProblem> = [Key::Pool, Key::Quotas, Key::Size]
            .into_iter()
            .filter(|key| !self.values.contains_key(key))
            .map(|key| SettingsProblem::Missing { key })
            .collect();
        let alone = self.get(Key::HouseholdLimit).filter(|_| self.texts(Key::Household).is_empty());
        problems.extend(alone.map(|limit| SettingsProblem::LimitAlone { from: limit.from.clone() }));
        problems.extend(self.gamma_problem("leximin"));
        problems.extend(self.equal_problem());
        if !problems.is_empty() {
            return Err(problems);
        }
        let equal = self.is_on(Key::Equal);
        for key in Key::ALL {
            let speaks = match key {
                Key::HouseholdLimit => !self.texts(Key::Household).is_empty(),
                Key::Gamma => self.text(Key::Objective) == Some("goldilocks"),
                _ => true,
            };
            let wanted = speaks && (purpose == Purpose::Lottery || !key.is_of_lottery());
            if let Some(value) = key.default(equal).filter(|_| wanted && !self.values.contains_key(&key)) {
                self.give(key, value, Origin::Default);
            }
        }
        Ok(self)
    }

    /// A γ, although the objective (`default` where nothing is said) is another than goldilocks.
    pub(super) fn gamma_problem(&self, default: &str) -> Option<SettingsProblem> {
        let gamma = self.get(Key::Gamma)?;
        let objective = self.text(Key::Objective).unwrap_or(default);
        let wrong = || SettingsProblem::GammaAlone { from: gamma.from.clone(), objective: objective.to_owned() };
        (objective != "goldilocks").then(wrong)
    }

    /// More tickets than can have a panel each.
    pub(super) fn equal_problem(&self) -> Option<SettingsProblem> {
        let tickets = self.whole(Key::Tickets).filter(|&tickets| self.is_on(Key::Equal) && tickets > MOST_EQUAL)?;
        let from = self.get(Key::Tickets)?.from.clone();
        Some(SettingsProblem::TooManyEqual { from, tickets })
    }

    fn value(&self, key: Key) -> Option<&Value> {
        self.get(key).map(|given| &given.value)
    }
}
