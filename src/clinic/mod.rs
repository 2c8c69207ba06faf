//! What is wrong with quotas that no panel meets, and what would help: nothing of it is applied here.
//!
//! Every panel that is claimed to exist has been found and checked again on the changed instance; that none exists, and that no change is
//! smaller, is decided by the integer programs of `solve`. Where such a program is given up, that is said, and nothing is claimed.

use crate::instance::Instance;
use crate::solve::{Answer, Ask, Ground, Panels, Sizes, SolveError, has_panel};

mod change;
mod clash;
mod everybody;
mod repair;
mod table;
mod ways;
mod words;

pub use change::{Change, Repair};
pub use clash::{Clash, ClashRule, Overlap};
pub use table::quotas_table;

/// Different ways that are looked for.
pub const WAYS: usize = 5;

/// How much each part of the examination may take ([`Panels::allow`]): seconds.
const WORK: u64 = 2_000_000_000;

/// Programs that may be solved to find out why members sit on no panel, for all of them together.
const REASONS: usize = 1_500;

/// What the clinic is doing, for whoever shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Whether there is a panel, and of which sizes.
    Panels,
    /// Which rules are in conflict.
    Clash,
    /// Changes of the quotas: so many are found.
    Repairs(usize),
    /// Changes of the quotas that give everybody a chance: so many are found.
    Everybody(usize),
    /// Who sits on no panel, and why: so many reasons are found.
    Seatless(usize),
}

/// What was found about an instance.
#[derive(Debug, Clone, PartialEq)]
pub struct Clinic {
    /// Whether a panel meets all the rules.
    pub has_panel: bool,
    /// The panel sizes for which one does, with these quotas; `None` when the search was given up.
    pub sizes: Option<Sizes>,
    /// Why there is none; `None` when there is one, or the search was given up.
    pub clash: Option<Clash>,
    /// The least changes of the quotas that make a panel possible; none when there is one.
    pub repairs: Repairs,
    /// The least changes that make a panel possible for every member whom a change of quotas can help; none when there already is one for
    /// each of them.
    pub everybody: Repairs,
    /// Open members whom no change of the quotas helps, ascending: a quota of 0 to 0, a rule on members or the limits on changes bars them.
    pub beyond_help: Vec<usize>,
    /// The numbers of the rows of the quotas file each of which could be left out to make a panel possible.
    pub drops: Vec<usize>,
    /// When there is a panel: the open members who sit on none, with the reason; `None` when the search was given up.
    pub seatless: Option<Vec<Seatless>>,
}

/// Changes of the quotas, the cheapest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Repairs {
    /// The ways found. The first is the cheapest of all; each other one is the cheapest that does not change all that an earlier one changes.
    pub ways: Vec<Repair>,
    /// Whether there are no other ways than these, or as many as were looked for; otherwise the search for the next one was given up.
    pub complete: bool,
    /// Whether the limits that the quotas file sets to changes (`min_flex`, `max_flex`) were left aside, since nothing within them helps.
    pub beyond_flex: bool,
}

/// Members who sit on no panel for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seatless {
    /// The members, ascending.
    pub members: Vec<usize>,
    /// The rules that leave no panel with any one of them; `None` when that was not found out.
    pub reason: Option<Clash>,
}

/// Finds out what there is to say about an instance.
///
/// # Errors
/// When not even the existence of a panel is decided, or numbers that must agree do not.
pub fn examine(instance: &Instance, progress: &mut dyn FnMut(Progress)) -> Result<Clinic, SolveError> {
    progress(Progress::Panels);
    let ground = Ground::new(instance);
    let mut panels = Panels::new(instance, &ground);
    let usual = panels.usual();
    let feasible = matches!(panels.find(&usual)?, Answer::Panel(_));
    panels.allow(WORK);
    let sizes = given_up(panels.sizes(&usual))?;
    let mut clinic = Clinic {
        has_panel: feasible,
        sizes,
        clash: None,
        repairs: Repairs { complete: true, ..Repairs::default() },
        everybody: Repairs { complete: true, ..Repairs::default() },
        beyond_help: Vec::new(),
        drops: Vec::new(),
        seatless: Some(Vec::new()),
    };
    let mut needed = true;
    if feasible {
        panels.allow(WORK);
        let seatless = given_up(panels.seatless(&usual))?;
        needed = seatless.as_ref().is_none_or(|seatless| !seatless.is_empty());
        panels.allow(WORK);
        clinic.seatless = seatless.map(|seatless| reasons(&mut panels, seatless, progress)).transpose()?;
    } else {
        progress(Progress::Clash);
        panels.allow(WORK);
        clinic.clash = given_up(clash::clash(&mut panels, None))?;
        panels.allow(WORK);
        clinic.drops = drops(&mut panels, &usual)?;
        progress(Progress::Repairs(0));
        panels.allow(WORK);
        clinic.repairs = repair::repairs(&mut panels, &mut |found| progress(Progress::Repairs(found)))?;
    }
    if needed {
        progress(Progress::Everybody(0));
        panels.allow(WORK);
        let everybody = everybody::everybody(&mut panels, &mut |found| progress(Progress::Everybody(found)))?;
        (clinic.everybody, clinic.beyond_help) = everybody;
    }
    Ok(clinic)
}

/// The members who sit on no panel, by the rules that are the reason.
fn reasons(
    panels: &mut Panels<'_>,
    mut left: Vec<usize>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<Seatless>, SolveError> {
    let mut reasons: Vec<Seatless> = Vec::new();
    let start = panels.asked();
    while let Some(&member) = left.first() {
        progress(Progress::Seatless(reasons.len()));
        let alike = panels.alike(member);
        left.retain(|other| alike.binary_search(other).is_err());
        let mut found = None;
        for known in &mut reasons {
            if let Some(reason) = known.reason.as_ref().filter(|_| panels.asked() - start < REASONS)
                && given_up(clash::is_also_for(panels, reason, member))? == Some(true)
            {
                found = Some(&mut known.members);
                break;
            }
        }
        if let Some(members) = found {
            members.extend(alike);
            continue;
        }
        let within = panels.asked() - start < REASONS;
        let reason = if within { given_up(clash::clash(panels, Some(member)))? } else { None };
        match reasons.iter_mut().find(|known| known.reason.is_none() && reason.is_none()) {
            Some(unknown) => unknown.members.extend(alike),
            None => reasons.push(Seatless { members: alike, reason }),
        }
    }
    for reason in &mut reasons {
        reason.members.sort_unstable();
    }
    Ok(reasons)
}

/// Rows of the quotas file each of which could be left out.
fn drops(panels: &mut Panels<'_>, usual: &Ask) -> Result<Vec<usize>, SolveError> {
    let instance = panels.instance();
    let mut drops = Vec::new();
    for place in 0..panels.quotas().len() {
        let row = panels.quotas()[place].quota.row;
        let mut ask = usual.clone();
        ask.quotas[place] = (0, instance.size() as i64);
        let helps = given_up(panels.find(&ask))?;
        if matches!(helps, Some(Answer::Panel(_)))
            && has_panel(&instance.with(instance.size(), &[(row, 0, instance.size())]))?
        {
            drops.push(row);
        }
    }
    Ok(drops)
}

/// Nothing, where a search was given up; other errors remain errors.
fn given_up<T>(found: Result<T, SolveError>) -> Result<Option<T>, SolveError> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(SolveError::TooHard { .. } | SolveError::Solver { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}
