//! The quotas of an instance row by row, and the same instance with other numbers.

use super::{Instance, Member, Quota};

/// One row of the quotas file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotaRow {
    /// What it is on, as messages say it: `gender: female`, `gender: female and age: 16-29`.
    pub name: String,
    /// Pairs of category index and value index, ascending; more than one for a combination.
    pub terms: Vec<(usize, usize)>,
    /// Its numbers, and the number of the row.
    pub quota: Quota,
    /// Members of the pool whom it is on and who are not excluded.
    pub pool: usize,
}

impl QuotaRow {
    /// Whether it is on a member.
    pub fn is_on(&self, member: &Member) -> bool {
        self.terms.iter().all(|&(category, value)| member.values.get(category) == Some(&value))
    }
}

impl Instance {
    /// All quotas, on values and on combinations, in the order of the quotas file.
    pub fn quotas(&self) -> Vec<QuotaRow> {
        let term = |&(category, value): &(usize, usize)| {
            let category = self.categories.get(category)?;
            Some(format!("{}: {}", category.name, category.values.get(value)?.name))
        };
        let row = |terms: Vec<(usize, usize)>, quota: Quota, pool: usize| {
            let name = terms.iter().filter_map(term).collect::<Vec<_>>().join(" and ");
            QuotaRow { name, terms, quota, pool }
        };
        let mut rows = Vec::new();
        for (c, category) in self.categories.iter().enumerate() {
            let values = category.values.iter().enumerate();
            rows.extend(values.map(|(v, value)| row(vec![(c, v)], value.quota, value.pool)));
        }
        let combinations = self.combinations.iter();
        rows.extend(
            combinations.map(|combination| row(combination.terms.clone(), combination.quota, combination.pool)),
        );
        rows.sort_by_key(|row| row.quota.row);
        rows
    }

    /// The same pool and rules with another panel size and other quotas for some rows: the row's number, its least and its most seats.
    pub fn with(&self, size: usize, changed: &[(usize, usize, usize)]) -> Instance {
        let mut other = self.clone();
        other.size = size;
        let values = other.categories.iter_mut().flat_map(|category| &mut category.values);
        let combinations = other.combinations.iter_mut().map(|combination| &mut combination.quota);
        for quota in values.map(|value| &mut value.quota).chain(combinations) {
            if let Some(&(_, min, max)) = changed.iter().find(|&&(row, ..)| row == quota.row) {
                (quota.min, quota.max) = (min, max);
            }
        }
        other
    }
}
