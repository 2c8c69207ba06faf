//! `lottery.rules`: households, members who are included or excluded, and members who are kept apart.

use std::collections::BTreeSet;

use crate::instance::{Instance, Standing};

use super::lottery::Lottery;
use super::panels::{NO_LOTTERY, index};
use super::pool::Pool;
use super::say::{Finding, Problems, count, list};
use super::setup::Rules;

/// `lottery.rules`. Who is included, excluded or kept apart is what `setup.json` says; who lives together, the pool.
pub(super) fn check(lottery: Option<&Lottery>, pool: Option<&Pool>, rules: Option<&Rules>) -> Finding {
    let Some(lottery) = lottery else {
        return Finding::not_checked(NO_LOTTERY);
    };
    let (Some(pool), Some(rules)) = (pool, rules) else {
        return Finding::not_checked("the pool or the rules cannot be used");
    };
    let instance = &pool.instance;
    let members = instance.members().len();
    if !lottery.within(members) {
        return Finding::not_checked("lottery.json names members that do not exist");
    }
    let mut problems = Problems::default();
    standing(instance, rules, &mut problems);
    let household = households(instance);
    let mut housemates = vec![0; instance.households().len()];
    let mut seated = vec![false; members];
    for (number, panel) in lottery.numbered() {
        let seats = || panel.members.iter().filter_map(|member| index(member, members));
        for member in seats() {
            seated.get_mut(member).into_iter().for_each(|seat| *seat = true);
            let home = household.get(member).copied().flatten();
            home.and_then(|home| housemates.get_mut(home)).into_iter().for_each(|housemates| *housemates += 1);
        }
        let sits = |member: &&u64| index(**member, members).and_then(|member| seated.get(member)) == Some(&true);
        for member in rules.include.iter().filter(|member| !sits(member)) {
            problems.add(|| format!("panel {number} does not seat member {member}, who is included in every panel"));
        }
        for member in rules.exclude.iter().filter(sits) {
            problems.add(|| format!("panel {number} seats member {member}, who is excluded"));
        }
        for group in &rules.apart {
            let together: Vec<u64> = group.iter().filter(sits).copied().collect();
            if together.len() > 1 {
                problems
                    .add(|| format!("panel {number} seats members {}, of whom one may sit at most", list(&together)));
            }
        }
        let limit = instance.household_limit();
        for member in seats() {
            let home = household.get(member).copied().flatten();
            let Some(together) = home.and_then(|home| housemates.get_mut(home)) else { continue };
            if *together > limit {
                problems.add(|| {
                    format!(
                        "panel {number} seats {together} members of one household (member {} and others), the limit is {limit}",
                        member + 1
                    )
                });
            }
            *together = 0;
        }
        for member in seats() {
            seated.get_mut(member).into_iter().for_each(|seat| *seat = false);
        }
    }
    problems.or_pass(sentence(instance, rules))
}

/// The instance has taken the rules in: nobody stands otherwise in it.
fn standing(instance: &Instance, rules: &Rules, problems: &mut Problems) {
    let [included, excluded] = [&rules.include, &rules.exclude].map(|named| named.iter().collect::<BTreeSet<_>>());
    for (member, number) in instance.members().iter().zip(1u64..) {
        let stated = match (included.contains(&number), excluded.contains(&number)) {
            (true, _) => Standing::Included,
            (_, true) => Standing::Excluded,
            _ => Standing::Open,
        };
        if member.standing != stated {
            problems.add(|| format!("member {number} is {stated:?} by setup.json, but {:?} here", member.standing));
        }
    }
}

/// The household of each member who has housemates.
pub(super) fn households(instance: &Instance) -> Vec<Option<usize>> {
    let mut household = vec![None; instance.members().len()];
    for (index, members) in instance.households().iter().enumerate() {
        for &member in members {
            household.get_mut(member).into_iter().for_each(|of| *of = Some(index));
        }
    }
    household
}

fn sentence(instance: &Instance, rules: &Rules) -> String {
    let mut said = Vec::new();
    if !rules.household_columns.is_empty() {
        said.push(format!(
            "{}, at most {} of each seated",
            count(instance.households().len(), "household of several members", "households of several members"),
            instance.household_limit()
        ));
    }
    if !rules.include.is_empty() {
        said.push(format!("{} included", count(rules.include.len(), "member", "members")));
    }
    if !rules.exclude.is_empty() {
        said.push(format!("{} excluded", count(rules.exclude.len(), "member", "members")));
    }
    if !rules.apart.is_empty() {
        said.push(format!("{} kept apart", count(rules.apart.len(), "group", "groups")));
    }
    if said.is_empty() {
        "There are no rules beside the quotas.".to_owned()
    } else {
        format!("Every panel meets the rules beside the quotas ({}).", said.join("; "))
    }
}
