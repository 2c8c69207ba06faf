//! Who may not sit beside others: by the rule on households, or by a group that is kept apart.

use std::collections::BTreeSet;

use crate::verify::pool::Pool;
use crate::verify::setup::Rules;
use crate::verify::singled::households;

/// Who is barred by a set of members, by the pool and the rules given. Nobody of the set is.
pub(super) fn barred_by(set: &BTreeSet<u64>, pool: &Pool, rules: &Rules) -> BTreeSet<u64> {
    let homes = households(&pool.instance);
    let numbered = || homes.iter().zip(1u64..).filter_map(|(home, member)| Some(((*home)?, member)));
    let mut housemates = vec![0u64; pool.instance.households().len()];
    for (home, _) in numbered().filter(|(_, member)| set.contains(member)) {
        housemates.get_mut(home).into_iter().for_each(|housemates| *housemates += 1);
    }
    let full = |home: usize| housemates.get(home).is_some_and(|housemates| *housemates >= rules.household_limit.0);
    let by_home = numbered().filter(|(home, _)| full(*home)).map(|(_, member)| member);
    let apart = rules.apart.iter().filter(|group| group.iter().any(|member| set.contains(member))).flatten().copied();
    by_home.chain(apart).filter(|member| !set.contains(member)).collect()
}

/// Whether all of a group are of one household, by the pool given.
pub(super) fn one_home(group: &[u64], pool: &Pool) -> bool {
    let homes = households(&pool.instance);
    let home = |member: &u64| *homes.get(usize::try_from(*member).ok()?.checked_sub(1)?)?;
    let mut group = group.iter().map(home);
    let first = group.next().flatten();
    first.is_some() && group.all(|home| home == first)
}
