//! Recodings: many values to few.

use std::collections::BTreeMap;

use super::RuleProblem;
use crate::instance::fold;

/// Which values become which. Values are compared as all values are: without regard to case and outer space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recode {
    /// Each result with the values that become it.
    results: Vec<(String, Vec<String>)>,
    other: Option<String>,
    by_value: BTreeMap<String, usize>,
}

impl Recode {
    /// Results, each with the values that become it, and what all others become, if they may.
    ///
    /// # Errors
    /// All values and results that are blank or named twice.
    pub fn new(results: Vec<(String, Vec<String>)>, other: Option<String>) -> Result<Self, Vec<RuleProblem>> {
        let mut problems = Vec::new();
        let mut by_value: BTreeMap<String, usize> = BTreeMap::new();
        let mut names = BTreeMap::new();
        for (place, (result, values)) in results.iter().enumerate() {
            if let Some(earlier) = names.insert(fold(result), result) {
                problems.push(RuleProblem::ResultTwice { first: earlier.clone(), second: result.clone() });
            }
            if values.is_empty() {
                problems.push(RuleProblem::FromNothing { result: result.clone() });
            }
            for value in values {
                let key = fold(value);
                if key.is_empty() {
                    problems.push(RuleProblem::BlankValue { result: result.clone() });
                } else if let Some(earlier) = by_value.insert(key, place) {
                    let first = results.get(earlier).map(|(name, _)| name.clone()).unwrap_or_default();
                    let (value, second) = (value.clone(), result.clone());
                    problems.push(RuleProblem::ValueTwice { value, first, second });
                }
            }
        }
        if results.is_empty() {
            problems.push(RuleProblem::NoResults);
        }
        if names.contains_key("") || other.as_ref().is_some_and(|other| fold(other).is_empty()) {
            problems.push(RuleProblem::BlankResult);
        }
        if problems.is_empty() { Ok(Self { results, other, by_value }) } else { Err(problems) }
    }

    /// The results with the values that become them, in the order given.
    pub fn results(&self) -> &[(String, Vec<String>)] {
        &self.results
    }

    /// What all other values become.
    pub fn other(&self) -> Option<&str> {
        self.other.as_deref()
    }

    /// All results by name: those of [`Recode::results`], then the other one, unless it is one of them.
    pub(super) fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.results.iter().map(|(name, _)| name.trim()).collect();
        if let Some(other) = self.other().filter(|other| !names.iter().any(|name| fold(name) == fold(other))) {
            names.push(other.trim());
        }
        names
    }

    /// The place in [`Recode::names`] of what a value becomes.
    pub(super) fn place(&self, value: &str) -> Option<usize> {
        let other = || {
            let other = fold(self.other()?);
            self.names().iter().position(|name| fold(name) == other)
        };
        self.by_value.get(&fold(value)).copied().or_else(other)
    }

    /// All values that become something by name.
    pub(super) fn values(&self) -> impl Iterator<Item = &str> {
        self.results.iter().flat_map(|(_, values)| values).map(|value| value.trim())
    }
}
