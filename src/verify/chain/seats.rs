//! `chain.seats`: what becomes of those who sit already, and of those who rest.

use std::collections::{BTreeMap, BTreeSet};

use super::tickets::Tickets;
use super::{Chain, NO_PANEL, on_panel};
use crate::verify::PUBLIC;
use crate::verify::before::Step;
use crate::verify::opened::Opened;
use crate::verify::panels::NO_LOTTERY;
use crate::verify::say::{Finding, Problems, grouped, list, quote};
use crate::verify::table::RESULT;

/// What is said of somebody who sat on an earlier panel, and not on the last.
const BEFORE: &str = "sat before, and no longer does";

impl<'a> Chain<'a> {
    /// `chain.seats`.
    pub(super) fn seats(&self, earlier: &Opened<'_>, tickets: Option<&Tickets>) -> Finding {
        let Some(tickets) = tickets else {
            return Finding::not_checked(NO_LOTTERY);
        };
        let mut problems = Problems::default();
        let pass = match self.link.step {
            Step::Rotate => match self.rotated(earlier, tickets, &mut problems) {
                Ok(pass) => pass,
                Err(why) => return Finding::not_checked(why),
            },
            Step::Alternates(_) => {
                let Some(drawn) = earlier.drawn() else {
                    return Finding::not_checked(NO_PANEL);
                };
                let sat = self.sat();
                for &member in &sat.members {
                    let why = if drawn.contains(&member) { "sits already" } else { BEFORE };
                    tickets.none(member, &grouped(member), why, &mut problems);
                }
                if let Some(why) = sat.unknown.or_else(|| self.unknown_beside()).filter(|_| !problems.any()) {
                    return Finding::not_checked(why);
                }
                "Nobody who sits already, or sat before, has a ticket.".to_owned()
            }
            Step::Replace(panel) => {
                let (Some(drawn), Some(panel_seats)) = (earlier.drawn(), on_panel(earlier, panel)) else {
                    return Finding::not_checked(NO_PANEL);
                };
                for &member in &panel_seats {
                    tickets.all_or_none(member, &grouped(member), &mut problems);
                }
                if !panel_seats.iter().any(|&member| tickets.has_none(member)) {
                    problems
                        .add(|| "nobody of the earlier panel drops out: each of its members has tickets".to_owned());
                }
                let sat = self.sat();
                for &member in sat.members.difference(&panel_seats) {
                    let why = if drawn.contains(&member) { "sits on another panel" } else { BEFORE };
                    tickets.none(member, &grouped(member), why, &mut problems);
                }
                let seats = panel_seats.len() as u64;
                if tickets.size != seats {
                    let (size, seats) = (grouped(tickets.size), grouped(seats));
                    problems.add(|| {
                        format!(
                            "the panel has {size} seats, but the earlier panel that it takes the place of has {seats}"
                        )
                    });
                }
                self.on_both(&mut problems);
                if let Some(why) = sat.unknown.or_else(|| self.unknown_beside()).filter(|_| !problems.any()) {
                    return Finding::not_checked(why);
                }
                let stay = panel_seats.iter().filter(|&&member| tickets.has_all(member)).count();
                let stay = grouped(stay as u64);
                format!("{stay} of the earlier panel stay, and nobody else who sits or sat before can be drawn.")
            }
        };
        problems.or_pass(pass)
    }

    /// Nobody sits on this record's panel and on that of another one beside it.
    fn on_both(&self, problems: &mut Problems) {
        let Some((own, here)) = self.number().zip(self.record.drawn()) else { return };
        // One result.json for two panels seats everybody on both: that is no draw given twice.
        for (panel, other) in self.beside() {
            let there = other.drawn().unwrap_or_default();
            let both: Vec<u64> = here.iter().copied().filter(|member| there.contains(member)).collect();
            if !both.is_empty() {
                let (both, name) = (list(&both), quote(&other.called()));
                problems.add(|| {
                    format!("members {both} sit on panel {own} and, by the record {name}, on panel {panel} too")
                });
            }
        }
    }

    /// Why it is not known who sits on the panels of the records beside this one, or on its own where there are some, if that was drawn.
    fn unknown_beside(&self) -> Option<String> {
        let beside = self.beside().into_iter().map(|(_, other)| other).filter(|other| other.kind.draw);
        let (beside, own) = (beside.collect::<Vec<_>>(), Some(self.record).filter(|record| record.kind.draw));
        let own = own.filter(|_| !beside.is_empty());
        let unknown = beside.into_iter().chain(own).find(|record| record.drawn().is_none())?;
        Some(format!("the {RESULT} of {} cannot be used", quote(&unknown.called())))
    }

    /// The same for a new term, by identifiers; or why that cannot be checked.
    fn rotated(&self, earlier: &Opened<'_>, tickets: &Tickets, problems: &mut Problems) -> Result<String, String> {
        let Some(before) = self.record.before() else {
            return Err(PUBLIC.to_owned());
        };
        let (pool, rules) = self.usable()?;
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
        let excluded = |member: u64| rules.exclude.binary_search(&member).is_ok();
        let mut stay = 0u64;
        for (id, member) in here(&sat) {
            if tickets.has_all(member) {
                stay += 1;
            } else if !excluded(member) {
                tickets.all_or_excluded(member, &quote(id), problems);
            }
        }
        for former in &before.former {
            for (id, member) in here(&known(former)?) {
                if !excluded(member) && rules.include.binary_search(&member).is_err() {
                    let id = quote(id);
                    problems.add(|| format!("member {id} sat before and rests, but is neither excluded nor included"));
                }
            }
        }
        let name = quote(&earlier.called());
        Ok(format!("{} of the panel of {name} stay, and everybody else who sat or rests is excluded.", grouped(stay)))
    }
}
