//! Instances that the program itself puts together out of another one: without rules about single people.

use super::{Category, Combination, Instance, Member, Standing};

impl Instance {
    /// Some of the members under the same quotas and nothing else: no households, nobody included, excluded or kept apart. Member i of it is the
    /// i-th of `members` (positions that do not exist are left out).
    pub fn among(&self, members: &[usize]) -> Instance {
        let known = members.iter().filter_map(|&member| self.members.get(member));
        let open = known.map(|member| Member { standing: Standing::Open, ..member.clone() });
        Self::from_parts(self.size, self.categories.clone(), self.combinations.clone(), open.collect())
    }

    /// From a panel size, quotas and members, who must have a value of each category.
    pub(crate) fn from_parts(
        size: usize,
        categories: Vec<Category>,
        combinations: Vec<Combination>,
        members: Vec<Member>,
    ) -> Instance {
        Self { size, categories, combinations, members, households: Vec::new(), household_limit: 1, apart: Vec::new() }
    }
}
