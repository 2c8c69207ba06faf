//! `chain.included`: whoever is included sat before, or was called in.

use super::{Chain, NO_PANEL, on_panel};
use crate::verify::PUBLIC;
use crate::verify::before::Step;
use crate::verify::opened::Opened;
use crate::verify::panels::index;
use crate::verify::pool::Pool;
use crate::verify::say::{Finding, count, list};
use crate::verify::setup::Rules;
use crate::verify::table::{RESULT, SETUP};

impl<'a> Chain<'a> {
    /// The pool and the rules, or why they are not known.
    pub(super) fn usable(&self) -> Result<(&'a Pool, &'a Rules), String> {
        match (&self.record.pool, &self.record.setup) {
            (Some(pool), Some(setup)) => Ok((pool, &setup.rules)),
            _ => Err("the pool or the rules cannot be used".to_owned()),
        }
    }

    /// `chain.included`.
    pub(super) fn included(&self, earlier: &Opened<'_>) -> Finding {
        let Some(before) = self.record.before() else {
            let why = if self.record.kind.public { PUBLIC.to_owned() } else { format!("{SETUP} cannot be used") };
            return Finding::not_checked(why);
        };
        let include = self.record.setup.as_ref().map(|setup| setup.rules.include.as_slice()).unwrap_or_default();
        if include.is_empty() {
            return Finding::pass("Nobody is included.");
        }
        let strangers: Vec<u64> = match self.link.step {
            Step::Alternates(_) => include.to_vec(),
            Step::Replace(panel) => {
                let Some(mut sat) = on_panel(earlier, panel) else {
                    return Finding::not_checked(NO_PANEL);
                };
                if let Some(result) = &before.alternates {
                    let Some(called) = self.find(result).and_then(Opened::drawn) else {
                        return Finding::not_checked(format!("the {RESULT} of the alternates cannot be used"));
                    };
                    sat.extend(called);
                }
                include.iter().copied().filter(|member| !sat.contains(member)).collect()
            }
            Step::Rotate => {
                let (pool, _) = match self.usable() {
                    Ok(usable) => usable,
                    Err(why) => return Finding::not_checked(why),
                };
                let Some(sat) = earlier.drawn_ids() else {
                    return Finding::not_checked("it is not known by their identifiers who sat before");
                };
                let members = pool.instance.members();
                let id = |&number: &u64| members.get(index(number, members.len())?).map(|member| member.id.as_str());
                let stranger = |number: &&u64| id(number).is_none_or(|id| !sat.contains(id));
                include.iter().filter(stranger).copied().collect()
            }
        };
        if strangers.is_empty() {
            let number = count(include.len(), "included member", "included members");
            let called = if before.alternates.is_some() { " sat before or are alternates" } else { " sat before" };
            return Finding::pass(format!("All {number}{called}."));
        }
        let named = list(&strangers);
        Finding::fail(match self.link.step {
            Step::Alternates(_) => format!("members {named} are included, but alternates are all drawn"),
            _ => format!("members {named} are included, but did not sit before"),
        })
    }
}
