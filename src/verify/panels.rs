//! `lottery.form`, `lottery.size`, `lottery.quotas`, `lottery.tickets` and `draw.panel`.

use std::cmp::Ordering;

use crate::instance::{Combination, Instance, Member};

use super::lottery::{LOTTERY_FORMAT, Lottery};
use super::packed::{Members, Panel};
use super::pool::Pool;
use super::result::Draw;
use super::say::{Finding, Problems, count, grouped, list, quote};
use super::table::LOTTERY;

/// What a check says whose lottery could not be read.
pub(super) const NO_LOTTERY: &str = "lottery.json cannot be used";

/// The index of the member with this number, in a pool of `members`.
pub(super) fn index(member: u64, members: usize) -> Option<usize> {
    let index = usize::try_from(member).ok()?.checked_sub(1)?;
    (index < members).then_some(index)
}

/// What another file says about the lottery.
#[derive(Clone, Copy)]
pub(super) struct Stated {
    /// The name of that file.
    pub(super) by: &'static str,
    pub(super) members: u64,
    pub(super) size: u64,
    pub(super) tickets: u64,
}

/// `lottery.form`, and the lottery if that passes. `by` is the file that should state the rest.
pub(super) fn form<'a>(
    lottery: Option<&'a Result<Lottery, String>>,
    by: &'static str,
    stated: Option<Stated>,
) -> (Finding, Option<&'a Lottery>) {
    let lottery = match lottery {
        None => return (Finding::without(LOTTERY), None),
        Some(Err(why)) => return (Finding::fail(why), None),
        Some(Ok(lottery)) => lottery,
    };
    let mut problems = Problems::default();
    order(lottery, &mut problems);
    if let Some(stated) = stated {
        range(lottery, usize::try_from(stated.members).unwrap_or(usize::MAX), &mut problems);
        for (what, here, there) in [("size", lottery.size, stated.size), ("tickets", lottery.tickets, stated.tickets)] {
            if here != there {
                problems.add(|| {
                    format!("\"{what}\" is {} in lottery.json and {} in {}", grouped(here), grouped(there), stated.by)
                });
            }
        }
    }
    for (what, number) in [("size", lottery.size), ("tickets", lottery.tickets)] {
        if number == 0 {
            problems.add(|| format!("\"{what}\" in lottery.json is 0, expected at least 1"));
        }
    }
    if stated.is_none() && !problems.any() {
        let why = "cannot be used, so there is nothing to compare the lottery's size and tickets with";
        return (Finding::not_checked(format!("{by} {why}")), None);
    }
    let panels = count(lottery.panels.len(), "panel", "panels");
    problems.or_pass_with(format!("lottery.json has the form {LOTTERY_FORMAT}, with {panels} in order."), lottery)
}

/// Members ascend within each panel, and panels ascend.
fn order(lottery: &Lottery, problems: &mut Problems) {
    for (number, panel) in lottery.numbered() {
        let mut pairs = panel.members.iter().zip(panel.members.iter().skip(1));
        if let Some((first, second)) = pairs.find(|(first, second)| first >= second) {
            problems.add(|| {
                format!("panel {number}: member {second} stands after member {first}, but the numbers must ascend")
            });
        }
    }
    for ((before, first), (after, second)) in lottery.numbered().zip(lottery.numbered().skip(1)) {
        match first.members.iter().cmp(second.members.iter()) {
            Ordering::Less => {}
            Ordering::Equal => {
                problems.add(|| format!("panels {before} and {after} are the same: {}", list(first.members.iter())));
            }
            Ordering::Greater => problems
                .add(|| format!("panel {after} must stand before panel {before}: panels are ordered by their members")),
        }
    }
}

/// Members exist.
fn range(lottery: &Lottery, members: usize, problems: &mut Problems) {
    for (number, panel) in lottery.numbered() {
        if let Some(member) = panel.members.iter().find(|&member| index(member, members).is_none()) {
            problems.add(|| {
                format!("panel {number}: there is no member {member}; members are numbered from 1 to {members}")
            });
        }
    }
}

/// `lottery.size`.
pub(super) fn size(lottery: Option<&Lottery>) -> Finding {
    let Some(lottery) = lottery else {
        return Finding::not_checked(NO_LOTTERY);
    };
    let mut problems = Problems::default();
    for (number, panel) in lottery.numbered() {
        if u64::try_from(panel.members.len()).ok() != Some(lottery.size) {
            problems.add(|| {
                format!(
                    "panel {number} has {}, expected {}",
                    count(panel.members.len(), "member", "members"),
                    lottery.size
                )
            });
        }
    }
    problems.or_pass(format!("Every panel has {} members.", lottery.size))
}

/// `lottery.quotas`.
pub(super) fn quotas(lottery: Option<&Lottery>, pool: Option<&Pool>) -> Finding {
    let Some(lottery) = lottery else {
        return Finding::not_checked(NO_LOTTERY);
    };
    let Some(pool) = pool else {
        return Finding::not_checked("the pool or the quotas cannot be used");
    };
    let instance = &pool.instance;
    if !lottery.within(instance.members().len()) {
        return Finding::not_checked("lottery.json names members that do not exist");
    }
    let mut problems = Problems::default();
    let combined: Vec<(String, Vec<usize>)> =
        instance.combinations().iter().map(|combination| combined(combination, instance)).collect();
    let mut seats: Vec<Vec<usize>> =
        instance.categories().iter().map(|category| vec![0; category.values.len()]).collect();
    for (number, panel) in lottery.numbered() {
        seats.iter_mut().for_each(|category| category.fill(0));
        take_seats(panel, instance, &mut seats);
        for (category, seats) in instance.categories().iter().zip(&seats) {
            for (value, &seats) in category.values.iter().zip(seats) {
                let quota = value.quota;
                if seats < quota.min || seats > quota.max {
                    problems.add(|| {
                        format!(
                            "panel {number} has {} with {} {}, the quota is {} to {}",
                            count(seats, "member", "members"),
                            quote(&category.name),
                            quote(&value.name),
                            quota.min,
                            quota.max,
                        )
                    });
                }
            }
        }
        for (combination, (name, having)) in instance.combinations().iter().zip(&combined) {
            let seats = panel.members.iter().filter_map(|member| index(member, instance.members().len()));
            let seats = seats.filter(|member| having.binary_search(member).is_ok()).count();
            let quota = combination.quota;
            if seats < quota.min || seats > quota.max {
                problems.add(|| {
                    format!(
                        "panel {number} has {} with {name}, the quota is {} to {}",
                        count(seats, "member", "members"),
                        quota.min,
                        quota.max,
                    )
                });
            }
        }
    }
    let combinations = match combined.len() {
        0 => String::new(),
        number => format!(", {}", count(number, "combination", "combinations")),
    };
    problems.or_pass(format!(
        "Every panel meets every quota ({}{combinations}).",
        count(seats.len(), "feature category", "feature categories")
    ))
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
pub(super) fn has_all(member: &Member, combination: &Combination) -> bool {
    combination.terms.iter().all(|&(category, value)| member.values.get(category) == Some(&value))
}

/// Counts a panel's seats for each category and value.
fn take_seats(panel: Panel<'_>, instance: &Instance, seats: &mut [Vec<usize>]) {
    for member in panel.members.iter() {
        let Some(member) = index(member, instance.members().len()).and_then(|index| instance.members().get(index))
        else {
            continue;
        };
        for (category, &value) in seats.iter_mut().zip(&member.values) {
            if let Some(taken) = category.get_mut(value) {
                *taken += 1;
            }
        }
    }
}

/// `lottery.tickets`.
pub(super) fn tickets(lottery: Option<&Lottery>) -> Finding {
    let Some(lottery) = lottery else {
        return Finding::not_checked(NO_LOTTERY);
    };
    let mut problems = Problems::default();
    if lottery.tickets == 0 {
        problems.add(|| "\"tickets\" in lottery.json is 0, expected at least 1".to_owned());
    }
    for (number, _) in lottery.numbered().filter(|(_, panel)| panel.tickets == 0) {
        problems.add(|| format!("panel {number} has no ticket, expected at least 1"));
    }
    // Each is below 2^53, and there are fewer than 2^64 of them: the sum stays below 2^117.
    let sum: u128 = lottery.panels.iter().map(|panel| u128::from(panel.tickets)).sum();
    if sum != u128::from(lottery.tickets) {
        problems.add(|| format!("the panels' tickets sum to {}, expected {}", grouped(sum), grouped(lottery.tickets)));
    }
    problems.or_pass(format!("The tickets of all panels sum to {}.", grouped(lottery.tickets)))
}

/// `draw.panel`. The ticket is the one that the record states; `draw.ticket` checks it.
pub(super) fn drawn(draw: &Draw, lottery: Option<&Lottery>) -> Finding {
    let Some(lottery) = lottery else {
        return Finding::not_checked(NO_LOTTERY);
    };
    let ticket = u128::from(draw.ticket.0);
    let stated = draw.panel.number.0;
    let mut problems = Problems::default();
    let mut end = 0u128;
    let holder = lottery.numbered().find(|(_, panel)| {
        end += u128::from(panel.tickets);
        ticket < end
    });
    match holder {
        None => problems.add(|| format!("no panel holds ticket {}", grouped(ticket))),
        Some((number, _)) if u64::try_from(number).ok() != Some(stated) => {
            let ticket = grouped(ticket);
            problems.add(|| format!("ticket {ticket} belongs to panel {number}, result.json names panel {stated}"));
        }
        Some(_) => {}
    }
    match index(stated, lottery.panels.len()).and_then(|index| lottery.panels.get(index)) {
        None => problems
            .add(|| format!("there is no panel {stated}; panels are numbered from 1 to {}", lottery.panels.len())),
        Some(panel) if !panel.members.iter().eq(draw.panel.members.iter().copied()) => problems.add(|| {
            format!(
                "the members of panel {stated} are {} in lottery.json and {} in result.json{}",
                list(panel.members.iter()),
                list(&draw.panel.members),
                first_difference(panel.members, &draw.panel.members),
            )
        }),
        Some(_) => {}
    }
    let (ticket, stated) = (grouped(ticket), grouped(stated));
    problems.or_pass(format!("Ticket {ticket} belongs to panel {stated}, and its members are those of the lottery."))
}

/// Where two lists part, for lists too long to show.
fn first_difference(expected: Members<'_>, found: &[u64]) -> String {
    match expected.iter().zip(found).position(|(expected, &found)| expected != found) {
        Some(place) => format!(" (they part at place {})", place + 1),
        None => format!(" ({} and {} members)", expected.len(), found.len()),
    }
}
