//! `chain.rules`: the rules are those of the earlier record, and hold across the panels that sit at the same time.

use std::collections::BTreeSet;

use super::barred::{barred_by, one_home};
use super::{Chain, NO_PANEL, on_panel};
use crate::verify::PUBLIC;
use crate::verify::before::Step;
use crate::verify::opened::Opened;
use crate::verify::say::{Finding, Problems, grouped, list, quote};
use crate::verify::setup::Rules;
use crate::verify::table::{RESULT, SETUP, SPLIT};

impl Chain<'_> {
    /// `chain.rules`.
    pub(super) fn rules(&self, earlier: &Opened<'_>) -> Finding {
        let name = quote(&earlier.called());
        if self.record.kind.public {
            return Finding::not_checked(PUBLIC);
        }
        if earlier.kind.public {
            return Finding::not_checked(format!(
                "the record {name} is in public form, and its rules are known from its full form only"
            ));
        }
        let Some(setup) = &self.record.setup else {
            return Finding::not_checked(format!("{SETUP} cannot be used"));
        };
        let mut problems = Problems::default();
        let rules = &setup.rules;
        let mut unknown = match &earlier.setup {
            Some(there) => self.same_rules(rules, &there.rules, &name, &mut problems),
            None => Some(format!("{SETUP} of {name} cannot be used")),
        };
        let across = match self.across(earlier, rules, &mut problems) {
            Ok(across) => across,
            Err(why) => {
                unknown = Some(why);
                ""
            }
        };
        if let Some(why) = unknown.filter(|_| !problems.any()) {
            return Finding::not_checked(why);
        }
        problems.or_pass(format!(
            "The rules are those of the record {name}, and everybody excluded there still is.{across}"
        ))
    }

    /// What must stay the same from one record to the next. Where it is not all known, why.
    fn same_rules(&self, here: &Rules, there: &Rules, name: &str, problems: &mut Problems) -> Option<String> {
        if here.household_columns != there.household_columns {
            problems.add(|| format!("other columns make a household than in the record {name}"));
        }
        let limit = here.household_limit;
        if limit != there.household_limit {
            let (here, there) = (grouped(limit.0), grouped(there.household_limit.0));
            problems.add(|| format!("{here} of each household may sit, in the record {name} {there}"));
        }
        let named: BTreeSet<u64> = here.exclude.iter().chain(&here.include).copied().collect();
        let dropped: Vec<u64> = there.exclude.iter().copied().filter(|member| !named.contains(member)).collect();
        if !dropped.is_empty() {
            let dropped = list(&dropped);
            problems.add(|| format!("members {dropped} are excluded in the record {name}, and can be drawn here"));
        }
        for group in there.apart.iter().filter(|group| !here.apart.contains(group)) {
            let group = list(group);
            problems.add(|| format!("members {group} are kept apart in the record {name}, and not here"));
        }
        let mut unknown = None;
        for group in here.apart.iter().filter(|group| !there.apart.contains(group)) {
            let why = match &self.record.pool {
                _ if limit.0 < 2 => Some("and only one of a household may sit anyway"),
                _ if !self.link.step.alternates() && self.number().is_none() => Some("and there is no other panel"),
                _ if group.iter().any(|member| here.include.binary_search(member).is_ok()) => {
                    Some("and one of them is included")
                }
                Some(pool) if one_home(group, pool) => None,
                Some(_) => Some("and do not live in one household"),
                None => {
                    unknown = Some("the pool cannot be used, so it is not known who lives together".to_owned());
                    None
                }
            };
            if let Some(why) = why {
                let group = list(group);
                problems.add(|| format!("members {group} are kept apart, were not in the record {name}, {why}"));
            }
        }
        unknown
    }

    /// Nobody who is new on one of several panels is barred by those who sit on the others. A sentence about it, or why it is not known.
    fn across(&self, earlier: &Opened<'_>, rules: &Rules, problems: &mut Problems) -> Result<&'static str, String> {
        let (Step::Replace(panel), Some(own)) = (self.link.step, self.number()) else {
            return Ok("");
        };
        if !self.record.kind.draw {
            return Ok("");
        }
        let drawn = self.record.drawn().ok_or_else(|| format!("{RESULT} cannot be used"))?;
        let sat = on_panel(earlier, panel).ok_or(NO_PANEL)?;
        let beside = self.sits_beside();
        if let Some(why) = beside.unknown {
            return Err(why);
        }
        let mut others = beside.members;
        // A first draw that is not given is passed over: that it is missing, another check says.
        if let Some(first) = self.find(&self.first()) {
            let name = quote(&first.called());
            let seats = first.seats().ok_or_else(|| format!("{RESULT} or {SPLIT} of {name} cannot be used"))?;
            others.extend(seats.into_iter().filter(|(on, _)| *on != own).map(|(_, member)| member));
        }
        let pool = self.record.pool.as_ref().ok_or("the pool cannot be used, so it is not known who lives together")?;
        let barred = barred_by(&others, pool, rules);
        for member in drawn.iter().filter(|member| !sat.contains(member) && barred.contains(member)) {
            let member = grouped(*member);
            problems.add(|| {
                format!(
                    "member {member} is new on panel {own}, but may not sit beside those on the other panels: by the rule on households, or \
                     because they are kept apart"
                )
            });
        }
        Ok(" Nobody who is new must be kept apart from the other panels.")
    }
}
