//! The rules of an instance as rows over member types: what a panel must meet, and what a lottery's expected counts meet.

use crate::instance::Instance;
use crate::types::MemberType;

/// One rule: `least ≤ Σ coefficient · count ≤ most`, in whole numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Pairs of type index and coefficient; no type twice, ascending, no coefficient 0.
    pub terms: Vec<(usize, i64)>,
    /// Least value.
    pub least: i64,
    /// Largest value.
    pub most: i64,
}

impl Rule {
    /// A rule without a least value has this one, far below any sum.
    pub const NO_LEAST: i64 = i64::MIN / 4;

    /// The least value as a linear program takes it.
    pub fn least_float(&self) -> f64 {
        if self.least == Self::NO_LEAST { f64::NEG_INFINITY } else { self.least as f64 }
    }

    /// Whether the rule lets none of its types have a seat.
    pub fn forbids(&self) -> bool {
        self.most == 0 && self.terms.iter().all(|&(_, coefficient)| coefficient > 0)
    }
}

/// All rules over the member types. A *composition* is a vector of counts, one for each type, between 0 and the
/// multiplicity, that meets every rule; dropping "whole numbers" from this gives the relaxation, in which the expected counts of
/// every lottery lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relaxation {
    /// Multiplicity of each type.
    pub multiplicity: Vec<i64>,
    /// The rules; the first one is the panel size.
    pub rules: Vec<Rule>,
    /// For each type, the rules that it takes part in, with its coefficient.
    pub rules_of: Vec<Vec<(usize, i64)>>,
}

impl Relaxation {
    /// The panel size and one rule for each feature value.
    pub fn new(instance: &Instance, types: &[MemberType]) -> Self {
        let size = instance.size() as i64;
        let everyone = (0..types.len()).map(|t| (t, 1)).collect();
        let mut rules = vec![Rule { terms: everyone, least: size, most: size }];
        for (c, category) in instance.categories().iter().enumerate() {
            for (v, value) in category.values.iter().enumerate() {
                let terms: Vec<(usize, i64)> =
                    (0..types.len()).filter(|&t| types[t].values[c] == v).map(|t| (t, 1)).collect();
                if !terms.is_empty() {
                    rules.push(Rule { terms, least: value.quota.min as i64, most: value.quota.max as i64 });
                }
            }
        }
        let multiplicity = types.iter().map(|kind| kind.members.len() as i64).collect();
        Self::from_rules(multiplicity, rules)
    }

    /// From rules that are known already.
    pub fn from_rules(multiplicity: Vec<i64>, rules: Vec<Rule>) -> Self {
        let mut rules_of = vec![Vec::new(); multiplicity.len()];
        for (r, rule) in rules.iter().enumerate() {
            for &(t, coefficient) in &rule.terms {
                rules_of[t].push((r, coefficient));
            }
        }
        Self { multiplicity, rules, rules_of }
    }

    /// The least and largest sum of every rule.
    pub fn bounds(&self) -> Vec<(i64, i64)> {
        self.rules.iter().map(|rule| (rule.least, rule.most)).collect()
    }

    /// Adds rules that every composition is known to meet.
    pub fn add(&mut self, rules: Vec<Rule>) {
        for rule in rules {
            for &(t, coefficient) in &rule.terms {
                self.rules_of[t].push((self.rules.len(), coefficient));
            }
            self.rules.push(rule);
        }
    }

    /// How many member types there are.
    pub fn types(&self) -> usize {
        self.multiplicity.len()
    }

    /// Whether these counts are a composition.
    pub fn is_composition(&self, counts: &[i64]) -> bool {
        counts.len() == self.types()
            && counts.iter().zip(&self.multiplicity).all(|(&count, &most)| 0 <= count && count <= most)
            && self.rules.iter().all(|rule| {
                let sum: i64 = rule.terms.iter().map(|&(t, coefficient)| coefficient * counts[t]).sum();
                rule.least <= sum && sum <= rule.most
            })
    }
}
