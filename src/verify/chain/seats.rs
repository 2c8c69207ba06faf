//! `chain.seats`: what becomes of those who sit already, and of those who rest.

use std::collections::{BTreeMap, BTreeSet};

use super::{Chain, NO_PANEL, on_panel};
use crate::verify::PUBLIC;
use crate::verify::before::Step;
use crate::verify::lottery::Lottery;
use crate::verify::opened::Opened;
use crate::verify::panels::NO_LOTTERY;
use crate::verify::say::{Finding, Problems, grouped, list, quote};
use crate::verify::table::RESULT;

impl<'a> Chain<'a> {
    /// `chain.seats`.
    pub(super) fn seats(&self, earlier: &Opened<'_>, lottery: Option<&Lottery>) -> Finding {
        let Some(lottery) = lottery else {
            return Finding::not_checked(NO_LOTTERY);
        };
        let tickets = Tickets::of(lottery);
        let mut problems = Problems::default();
        let pass = match self.link.step {
            Step::Rotate => match self.rotated(earlier, &tickets, &mut problems) {
                Ok(pass) => pass,
                Err(why) => return Finding::not_checked(why),
            },
            Step::Alternates(_) => {
                let Some(drawn) = earlier.drawn() else {
                    return Finding::not_checked(NO_PANEL);
                };
                for &member in drawn {
                    tickets.none(member, &grouped(member), "sits already", &mut problems);
                }
                "Nobody who sits already has a ticket.".to_owned()
            }
            Step::Replace(panel) => {
                let (Some(drawn), Some(panel_seats)) = (earlier.drawn(), on_panel(earlier, panel)) else {
                    return Finding::not_checked(NO_PANEL);
                };
                for &member in drawn {
                    if panel_seats.contains(&member) {
                        tickets.all_or_none(member, &grouped(member), &mut problems);
                    } else {
                        tickets.none(member, &grouped(member), "sits on another panel", &mut problems);
                    }
                }
                let unknown = self.beside(&mut problems);
                if let Some(why) = unknown.filter(|_| !problems.any()) {
                    return Finding::not_checked(why);
                }
                let stay = panel_seats.iter().filter(|&&member| tickets.has_all(member)).count();
                format!("{} of the earlier panel stay, and nobody else of it can be drawn.", grouped(stay as u64))
            }
        };
        problems.or_pass(pass)
    }

    /// Nobody sits on this record's panel and on that of another one given that replaces on another panel of the same draw. Where one of the
    /// two panels was drawn and is not known, why.
    fn beside(&self, problems: &mut Problems) -> Option<String> {
        let own = self.link.step.panel()?;
        let mut unknown = None;
        // One result.json for two panels seats everybody on both: that is no draw given twice.
        for other in self.elsewhere() {
            let beside = other.link().filter(|link| link.result == self.link.result).map(|link| link.step);
            let Some(Step::Replace(Some(panel))) = beside.filter(|step| step.panel() != Some(own)) else {
                continue;
            };
            let name = quote(&other.called());
            match (self.record.drawn(), other.drawn()) {
                (Some(here), Some(there)) => {
                    let both: Vec<u64> = here.iter().copied().filter(|member| there.contains(member)).collect();
                    if !both.is_empty() {
                        let both = list(&both);
                        problems.add(|| {
                            format!("members {both} sit on panel {own} and, by the record {name}, on panel {panel} too")
                        });
                    }
                }
                // Nothing was drawn in one of them.
                _ if !self.record.kind.draw || !other.kind.draw => {}
                _ => unknown = Some(format!("the {RESULT} of this record or of {name} cannot be used")),
            }
        }
        unknown
    }

    /// The same for a new term, by identifiers; or why that cannot be checked.
    fn rotated(&self, earlier: &Opened<'_>, tickets: &Tickets, problems: &mut Problems) -> Result<String, String> {
        let Some(before) = self.record.before() else {
            return Err(PUBLIC.to_owned());
        };
        let (pool, include) = self.usable()?;
        let numbers: BTreeMap<&str, u64> =
            pool.instance.members().iter().zip(1..).map(|(member, number)| (member.id.as_str(), number)).collect();
        let ids = |record: &'a Opened<'a>| {
            let called = quote(&record.called());
            let why = if record.kind.public { "is in public form" } else { "cannot be used" };
            record.drawn_ids().ok_or_else(|| format!("it is not known who was drawn by {called}, which {why}"))
        };
        let known = |result: &str| self.find(result).ok_or_else(|| NO_PANEL.to_owned()).and_then(ids);
        let sat = known(&self.link.result)?;
        let here = |ids: &BTreeSet<&'a str>| -> Vec<(&'a str, u64)> {
            ids.iter().filter_map(|id| Some((*id, *numbers.get(id)?))).collect()
        };
        let mut stay = 0;
        for (id, member) in here(&sat) {
            tickets.all_or_none(member, &quote(id), problems);
            stay += u64::from(tickets.has_all(member));
        }
        for former in &before.former {
            for (id, member) in here(&known(former)?) {
                if include.binary_search(&member).is_err() {
                    tickets.none(member, &quote(id), "sat before and rests", problems);
                }
            }
        }
        let name = quote(&earlier.called());
        Ok(format!("{} of the panel of {name} stay, and nobody who rests can be drawn.", grouped(stay)))
    }
}

/// The tickets of the members who have any.
struct Tickets {
    sums: BTreeMap<u64, u128>,
    of: u128,
}

impl Tickets {
    fn of(lottery: &Lottery) -> Self {
        let mut sums: BTreeMap<u64, u128> = BTreeMap::new();
        for panel in lottery.panels.iter() {
            for member in panel.members.iter() {
                *sums.entry(member).or_default() += u128::from(panel.tickets);
            }
        }
        Tickets { sums, of: u128::from(lottery.tickets) }
    }

    fn member(&self, member: u64) -> u128 {
        self.sums.get(&member).copied().unwrap_or(0)
    }

    fn has_all(&self, member: u64) -> bool {
        self.member(member) == self.of
    }

    fn all_or_none(&self, member: u64, name: &str, problems: &mut Problems) {
        let tickets = self.member(member);
        if tickets != 0 && tickets != self.of {
            let (tickets, of) = (grouped(tickets), grouped(self.of));
            problems.add(|| {
                format!("member {name} of the earlier panel has {tickets} of {of} tickets, expected all or none")
            });
        }
    }

    fn none(&self, member: u64, name: &str, why: &str, problems: &mut Problems) {
        let tickets = self.member(member);
        if tickets != 0 {
            problems.add(|| format!("member {name} {why}, but has {}", tickets_of(tickets)));
        }
    }
}

fn tickets_of(tickets: u128) -> String {
    format!("{} {}", grouped(tickets), if tickets == 1 { "ticket" } else { "tickets" })
}
