//! The rules that every panel's composition meets, by name, and sums of them.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use crate::instance::{Instance, Quota, Standing, fold};
use crate::read::Table;

use super::file::{Cut, Multipliers};
use super::types::Types;
use crate::verify::panels::index;
use crate::verify::say::quote;

/// The columns of a quotas file that hold a category and its value.
const COLUMNS: [(&str, &str); 3] = [("feature", "value"), ("category", "name"), ("category", "feature")];

/// least ≤ Σ a_t·c_t ≤ most.
struct Rule {
    /// Index and a_t of the types whose a_t is not 0.
    terms: Vec<(usize, BigInt)>,
    least: Option<BigInt>,
    most: BigInt,
}

/// The rules by their names.
pub(super) struct Rules {
    rules: BTreeMap<String, Rule>,
    types: usize,
}

/// Rules times their multipliers, added up.
pub(super) struct Sum {
    /// U_t.
    pub(super) weights: Vec<BigInt>,
    /// What Σ U_t·c_t is at most.
    pub(super) most: BigInt,
}

impl Rules {
    /// The rules of `docs/certificate.md` but for the cuts. `Err` says why the rows of the quotas file cannot be told apart.
    pub(super) fn of(instance: &Instance, types: &Types<'_>, quotas: &Table) -> Result<Rules, String> {
        let mut rules = Rules { rules: BTreeMap::new(), types: types.kinds.len() };
        let size = Some(instance.size());
        rules.add("size".to_owned(), 0..types.kinds.len(), size, instance.size());
        for (row, (terms, quota)) in rows(instance, quotas)?.into_iter().enumerate() {
            let having =
                types.kinds.iter().enumerate().filter(|(_, kind)| {
                    terms.iter().all(|&(category, value)| kind.values.get(category) == Some(&value))
                });
            rules.add(format!("quota {}", row + 1), having.map(|(kind, _)| kind), Some(quota.min), quota.max);
        }
        let limit = instance.household_limit();
        let mut residents = vec![Vec::new(); types.groups.len()];
        for (index, kind) in types.kinds.iter().enumerate() {
            let Some(group) = kind.group else { continue };
            let households = types.groups.get(group).copied().unwrap_or_default();
            let each = kind.members.checked_div(households).unwrap_or_default();
            let name = format!("household {} kind {}", group + 1, index + 1);
            rules.add(name, [index], None, households.saturating_mul(limit.min(each)));
            residents.get_mut(group).into_iter().for_each(|residents| residents.push(index));
        }
        for (group, (residents, households)) in residents.into_iter().zip(&types.groups).enumerate() {
            rules.add(format!("household {}", group + 1), residents, None, households.saturating_mul(limit));
        }
        for (number, group) in instance.apart().iter().enumerate() {
            let kinds = group.iter().filter_map(|&member| types.of.get(member).copied());
            rules.add(format!("apart {}", number + 1), kinds, None, 1);
        }
        for (index, kind) in types.kinds.iter().enumerate() {
            match kind.standing {
                Standing::Open => {}
                Standing::Included => {
                    rules.add(format!("include {}", index + 1), [index], Some(kind.members), kind.members);
                }
                Standing::Excluded => rules.add(format!("exclude {}", index + 1), [index], Some(0), 0),
            }
        }
        Ok(rules)
    }

    /// Whether there is a rule of this name, or will be once all of so many cuts are added.
    pub(super) fn knows(&self, name: &str, cuts: usize) -> bool {
        let cut = || name.strip_prefix("cut ").and_then(|number| number.parse::<usize>().ok());
        self.rules.contains_key(name)
            || cut().is_some_and(|number| (1..=cuts).contains(&number) && format!("cut {number}") == name)
    }

    fn add(&mut self, name: String, kinds: impl IntoIterator<Item = usize>, least: Option<usize>, most: usize) {
        let terms = kinds.into_iter().map(|kind| (kind, BigInt::from(1))).collect();
        self.rules.insert(name, Rule { terms, least: least.map(BigInt::from), most: BigInt::from(most) });
    }

    /// Adds a cut, so that it can be used from now on.
    pub(super) fn add_cut(&mut self, number: usize, cut: &Cut) {
        let terms = cut.weights.iter().filter_map(|(&kind, weight)| Some((index(kind, self.types)?, weight.clone())));
        let rule = Rule { terms: terms.collect(), least: None, most: cut.most.clone() };
        self.rules.insert(format!("cut {number}"), rule);
    }

    /// Adds rules up, or says which multiplier is not allowed.
    pub(super) fn sum(&self, multipliers: &Multipliers) -> Result<Sum, String> {
        let mut sum = Sum { weights: vec![BigInt::zero(); self.types], most: BigInt::zero() };
        for (name, multiplier) in multipliers {
            let Some(rule) = self.rules.get(name) else {
                return Err(format!("there is no rule {} here", quote(name)));
            };
            match &rule.least {
                _ if multiplier.is_positive() => sum.most += multiplier * &rule.most,
                Some(least) => sum.most += multiplier * least,
                None => return Err(format!("{} has no least value, but a negative multiplier", quote(name))),
            }
            for (kind, weight) in &rule.terms {
                match sum.weights.get_mut(*kind) {
                    // Nearly always; and nothing needs to be multiplied then.
                    Some(sum) if weight.is_one() => *sum += multiplier,
                    Some(sum) => *sum += multiplier * weight,
                    None => {}
                }
            }
        }
        Ok(sum)
    }
}

/// Category and value (indices) of which a quota is, and the quota.
type Row = (Vec<(usize, usize)>, Quota);

/// The data rows of the quotas file in its own order. The instance keeps values by their categories and combinations by themselves, each
/// in the order of the file: a row that is no value of a category is the next combination.
fn rows(instance: &Instance, quotas: &Table) -> Result<Vec<Row>, String> {
    let header: Vec<String> = quotas.header.iter().map(|cell| fold(cell)).collect();
    let column = |name: &str| header.iter().position(|cell| cell == name);
    let columns = COLUMNS.iter().find_map(|(category, value)| Some((column(category)?, column(value)?)));
    let (category_column, value_column) = columns.ok_or("the columns of quotas.csv are not known")?;
    let mut values = BTreeMap::new();
    for (c, category) in instance.categories().iter().enumerate() {
        for (v, value) in category.values.iter().enumerate() {
            values.insert((fold(&category.name), fold(&value.name)), ((c, v), value.quota));
        }
    }
    let mut combinations = instance.combinations().iter();
    let mut rows = Vec::new();
    for row in &quotas.rows {
        let cell = |column: usize| row.cells.get(column).map(|cell| fold(cell)).unwrap_or_default();
        match values.remove(&(cell(category_column), cell(value_column))) {
            Some((term, quota)) => rows.push((vec![term], quota)),
            None => {
                let combination = combinations.next();
                let combination = combination.ok_or_else(|| format!("line {} of quotas.csv is not known", row.line))?;
                rows.push((combination.terms.clone(), combination.quota));
            }
        }
    }
    match (values.is_empty(), combinations.next()) {
        (true, None) => Ok(rows),
        _ => Err("not every quota has its row in quotas.csv".to_owned()),
    }
}
