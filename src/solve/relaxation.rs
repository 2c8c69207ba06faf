//! The rules of an instance as rows over member types: what a panel must meet, and what a lottery's expected counts meet.

use crate::instance::{Instance, Quota, Standing};
use crate::types::{Class, Kind, Typed};

/// Where a rule comes from. Types are indices into the engine's own list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The panel size.
    Size,
    /// The data row of the quotas file with this number.
    Quota(usize),
    /// A household group, counting from 0 in the order of the groups' smallest members.
    Household(usize),
    /// One type of a household group.
    HouseholdKind(usize, usize),
    /// A group of members to be kept apart, counting from 0.
    Apart(usize),
    /// Included members of a type.
    Include(usize),
    /// Excluded members of a type.
    Exclude(usize),
    /// Found by the engine: every composition meets it.
    Cut,
}

/// One rule: `least ≤ Σ coefficient · count ≤ most`, in whole numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Where it comes from.
    pub origin: Origin,
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
    /// The panel size, the quotas, households, groups kept apart, and members included or excluded, in this order.
    pub fn new(instance: &Instance, typed: &Typed) -> Self {
        let types = &typed.types;
        let mut rules = Rules { types: types.len(), rules: Vec::new() };
        let size = instance.size() as i64;
        rules.add(Origin::Size, |_| true, size, size);
        let quota = |quota: &Quota| (Origin::Quota(quota.row), quota.min as i64, quota.max as i64);
        for (c, category) in instance.categories().iter().enumerate() {
            for (v, value) in category.values.iter().enumerate() {
                let (origin, min, max) = quota(&value.quota);
                rules.add(origin, |t| types[t].values[c] == v, min, max);
            }
        }
        for combination in instance.combinations() {
            let (origin, min, max) = quota(&combination.quota);
            rules.add(origin, |t| combination.terms.iter().all(|&(c, v)| types[t].values[c] == v), min, max);
        }
        let limit = instance.household_limit();
        for (g, class) in household_groups(typed).into_iter().enumerate() {
            let people: usize = class.kinds.iter().map(people_each).sum();
            if people <= limit {
                continue;
            }
            let most = |people: usize| (class.houses * people.min(limit)) as i64;
            let of_class = |t| class.kinds.iter().any(|kind| kind.kind == t);
            rules.add(Origin::Household(g), of_class, Rule::NO_LEAST, most(people));
            for kind in class.kinds.iter().filter(|kind| people_each(kind) > limit) {
                rules.add(Origin::HouseholdKind(g, kind.kind), |t| t == kind.kind, Rule::NO_LEAST, most(limit));
            }
        }
        for (a, group) in instance.apart().iter().enumerate() {
            let named = |t: usize| matches!(types[t].members.as_slice(), [member] if group.contains(member));
            rules.add(Origin::Apart(a), named, Rule::NO_LEAST, 1);
        }
        for (t, kind) in types.iter().enumerate() {
            let people = kind.members.len() as i64;
            match kind.standing {
                Standing::Open => {}
                Standing::Included => rules.add(Origin::Include(t), |other| other == t, people, people),
                Standing::Excluded => rules.add(Origin::Exclude(t), |other| other == t, 0, 0),
            }
        }
        let multiplicity = types.iter().map(|kind| kind.members.len() as i64).collect();
        Self::from_rules(multiplicity, rules.rules)
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

/// A list of rules in the making; rules without terms are left out.
struct Rules {
    types: usize,
    rules: Vec<Rule>,
}

impl Rules {
    fn add(&mut self, origin: Origin, of: impl Fn(usize) -> bool, least: i64, most: i64) {
        let terms: Vec<(usize, i64)> = (0..self.types).filter(|&t| of(t)).map(|t| (t, 1)).collect();
        if !terms.is_empty() {
            self.rules.push(Rule { origin, terms, least, most });
        }
    }
}

/// How many people of a kind live in each household.
fn people_each(kind: &Kind) -> usize {
    kind.people.first().map_or(0, Vec::len)
}

/// Classes of households with two or more people, in the order of their smallest members.
fn household_groups(typed: &Typed) -> Vec<&Class> {
    let several = |class: &&Class| class.kinds.iter().map(people_each).sum::<usize>() > 1;
    let mut groups: Vec<&Class> = typed.classes.iter().filter(several).collect();
    groups.sort_by_key(|class| class.kinds.iter().flat_map(|kind| kind.people.iter().flatten()).min().copied());
    groups
}
