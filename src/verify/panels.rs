//! `lottery.form`, `lottery.size`, `lottery.tickets` and `draw.panel`.

use std::cmp::Ordering;

use super::files::Files;
use super::lottery::Lottery;
use super::packed::Members;
use super::result::Draw;
use super::say::{Finding, Problems, count, grouped, list};
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
    files: &Files,
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
        let why = format!("{by} cannot be used, so there is nothing to compare the lottery's size and tickets with");
        return (Finding::not_checked(why), None);
    }
    let panels = count(lottery.panels.len(), "panel", "panels");
    let format = files.format("lottery/1");
    problems.or_pass_with(format!("lottery.json has the form {format}, with {panels} in order."), lottery)
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
