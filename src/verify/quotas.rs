//! `lottery.quotas` and `lottery.parts`: the quotas on each panel, and on each of several panels drawn together.

use crate::instance::{Combination, Instance, Member, Quota};

use super::lottery::Lottery;
use super::panels::{NO_LOTTERY, index};
use super::pool::Pool;
use super::say::{Finding, Problems, count, grouped, quote};
use super::split::{NO_SPLIT, Split};

/// `lottery.quotas`. (The quotas of the instance are those of all panels together.)
pub(super) fn check(lottery: Option<&Lottery>, pool: Option<&Pool>) -> Finding {
    let (lottery, pool) = match usable(lottery, pool) {
        Ok(usable) => usable,
        Err(why) => return Finding::not_checked(why),
    };
    let mut tally = Tally::of(&pool.instance, 1);
    let mut problems = Problems::default();
    for (number, panel) in lottery.numbered() {
        tally.take(panel.members.iter(), || format!("panel {number}"), &mut problems);
    }
    problems.or_pass(format!("Every panel meets every quota ({}).", tally.counted()))
}

/// `lottery.parts`.
pub(super) fn parts(lottery: Option<&Lottery>, pool: Option<&Pool>, split: Option<&Split>) -> Finding {
    let (lottery, pool) = match usable(lottery, pool) {
        Ok(usable) => usable,
        Err(why) => return Finding::not_checked(why),
    };
    let Some(split) = split else {
        return Finding::not_checked(NO_SPLIT);
    };
    let mut tally = Tally::of(&pool.instance, usize::try_from(split.panels).unwrap_or(usize::MAX));
    let mut problems = Problems::default();
    for ((number, panel), seats) in lottery.numbered().zip(split.lists.iter()) {
        let mut seats: Vec<(u64, u64)> = seats.members.iter().zip(panel.members.iter()).collect();
        seats.sort_unstable();
        for part in seats.chunk_by(|(one, _), (other, _)| one == other) {
            let on = part.first().map_or(0, |(on, _)| *on);
            let members = part.iter().map(|(_, member)| *member);
            tally.take(members, || format!("panel {number}: part {on}"), &mut problems);
        }
    }
    let (panels, counted) = (grouped(split.panels), tally.counted());
    problems.or_pass(format!("Each of the {panels} panels drawn together meets every quota ({counted})."))
}

fn usable<'a>(lottery: Option<&'a Lottery>, pool: Option<&'a Pool>) -> Result<(&'a Lottery, &'a Pool), &'static str> {
    let lottery = lottery.ok_or(NO_LOTTERY)?;
    let pool = pool.ok_or("the pool or the quotas cannot be used")?;
    if !lottery.within(pool.instance.members().len()) {
        return Err("lottery.json names members that do not exist");
    }
    Ok((lottery, pool))
}

/// Counts seats for each category and value.
struct Tally<'a> {
    instance: &'a Instance,
    /// How many panels the quotas of the instance are for.
    panels: usize,
    /// The combinations in words, with the indices of the members who have all of their values.
    combined: Vec<(String, Vec<usize>)>,
    seats: Vec<Vec<usize>>,
}

impl<'a> Tally<'a> {
    fn of(instance: &'a Instance, panels: usize) -> Self {
        let combined = instance.combinations().iter().map(|combination| combined(combination, instance)).collect();
        let seats = instance.categories().iter().map(|category| vec![0; category.values.len()]).collect();
        Tally { instance, panels, combined, seats }
    }

    /// Whether these members meet every quota.
    fn take(&mut self, members: impl Iterator<Item = u64>, name: impl Fn() -> String, problems: &mut Problems) {
        let instance = self.instance;
        let all = instance.members();
        let members: Vec<usize> = members.filter_map(|member| index(member, all.len())).collect();
        self.seats.iter_mut().for_each(|category| category.fill(0));
        for member in members.iter().filter_map(|&member| all.get(member)) {
            for (category, &value) in self.seats.iter_mut().zip(&member.values) {
                category.get_mut(value).into_iter().for_each(|taken| *taken += 1);
            }
        }
        let panels = self.panels.max(1);
        let mut seated = |seats: usize, quota: Quota, with: &dyn Fn() -> String| {
            // Exact: the instance has them so many times.
            let (min, max) = (quota.min / panels, quota.max / panels);
            if seats < min || seats > max {
                let (name, seats, with) = (name(), count(seats, "member", "members"), with());
                problems.add(|| format!("{name} has {seats} with {with}, the quota is {min} to {max}"));
            }
        };
        for (category, seats) in instance.categories().iter().zip(&self.seats) {
            for (value, &seats) in category.values.iter().zip(seats) {
                seated(seats, value.quota, &|| format!("{} {}", quote(&category.name), quote(&value.name)));
            }
        }
        for (combination, (name, having)) in instance.combinations().iter().zip(&self.combined) {
            let seats = members.iter().filter(|member| having.binary_search(member).is_ok()).count();
            seated(seats, combination.quota, &|| name.clone());
        }
    }

    /// What was counted, in words.
    fn counted(&self) -> String {
        let combinations = match self.combined.len() {
            0 => String::new(),
            number => format!(", {}", count(number, "combination", "combinations")),
        };
        format!("{}{combinations}", count(self.seats.len(), "feature category", "feature categories"))
    }
}

/// A combination in words, and the indices of the members who have all of its values.
fn combined(combination: &Combination, instance: &Instance) -> (String, Vec<usize>) {
    let names = combination.terms.iter().filter_map(|&(category, value)| {
        let category = instance.categories().get(category)?;
        Some(format!("{} {}", quote(&category.name), quote(&category.values.get(value)?.name)))
    });
    let members = instance.members().iter().enumerate().filter(|(_, member)| has_all(member, combination));
    (names.collect::<Vec<_>>().join(" and "), members.map(|(index, _)| index).collect())
}

/// Whether a member has all values of a combination.
fn has_all(member: &Member, combination: &Combination) -> bool {
    combination.terms.iter().all(|&(category, value)| member.values.get(category) == Some(&value))
}
