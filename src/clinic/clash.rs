//! Why there is no panel: rules that cannot be kept together, of which none can be left out.

use std::collections::BTreeSet;

use super::given_up;
use crate::instance::Standing;
use crate::solve::{Answer, Ask, Goal, Panels, SolveError};

/// Rules that leave no panel together with the panel size. If any one of them is left out, there is a panel (as far as these rules go).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The panel size.
    pub size: usize,
    /// The member who must sit, where the question is why nobody like that can.
    pub seat: Option<usize>,
    /// The rules; none when the panel is larger than the pool.
    pub rules: Vec<ClashRule>,
    /// For each two quotas of them that some members have in common: how many.
    pub overlaps: Vec<Overlap>,
    /// Whether each rule is known to be needed. Otherwise a search was given up, and some may be superfluous.
    pub irreducible: bool,
}

/// A rule of a clash.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClashRule {
    /// A row of the quotas file.
    Quota {
        /// The number of the row, from 1.
        row: usize,
        /// What it is on: `gender: female`.
        what: String,
        /// The minimum, if it matters.
        least: Option<usize>,
        /// The maximum, if it matters.
        most: Option<usize>,
        /// Members whom it is on and who can sit.
        members: usize,
        /// The fewest and the most seats that these members can have when the other rules of the clash are kept; `None` when that was not found out.
        reach: Option<(usize, usize)>,
    },
    /// At most so many members of a household.
    Household {
        /// How many.
        limit: usize,
    },
    /// A group of whom at most one may sit, as member indices.
    Apart {
        /// Its members.
        members: Vec<usize>,
    },
    /// A member who sits on every panel.
    Include {
        /// The index.
        member: usize,
    },
    /// A member who sits on no panel.
    Exclude {
        /// The index.
        member: usize,
    },
}

/// Members whom two quotas of a clash are both on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlap {
    /// The rows of the quotas file.
    pub rows: (usize, usize),
    /// How many members can sit and have both.
    pub members: usize,
}

/// Something that can be left out. The order is that in which it is tried: quotas explain more than rules on single people do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Singled(usize),
    Apart(usize),
    Household,
    Quota(usize),
}

/// A set of parts and a member who must sit, as a question.
struct Case<'a, 'b> {
    panels: &'a mut Panels<'b>,
    seat: Option<usize>,
    certain: bool,
}

impl Case<'_, '_> {
    fn ask(&self, parts: &[Part]) -> Ask {
        let usual = self.panels.usual();
        let has = |part| parts.contains(&part);
        let free = (0, self.panels.instance().size() as i64);
        let quotas = usual.quotas.iter().enumerate();
        Ask {
            size: usual.size,
            quotas: quotas.map(|(place, &bounds)| if has(Part::Quota(place)) { bounds } else { free }).collect(),
            apart: (0..usual.apart.len()).map(|group| has(Part::Apart(group))).collect(),
            household: has(Part::Household),
            singled: {
                let mut singled = vec![false; usual.singled.len()];
                for part in parts {
                    if let Part::Singled(place) = part {
                        singled[*place] = true;
                    }
                }
                singled
            },
            seat: self.seat,
            goal: Goal::Any,
        }
    }

    /// Whether parts leave no panel. Where that is not found out, it is taken as if they did not.
    fn clashes(&mut self, ask: &Ask) -> Result<bool, SolveError> {
        let answer = given_up(self.panels.find(ask))?;
        self.certain &= answer.is_some();
        Ok(matches!(answer, Some(Answer::None(_))))
    }

    fn parts_clash(&mut self, parts: &[Part]) -> Result<bool, SolveError> {
        let ask = self.ask(parts);
        self.clashes(&ask)
    }

    /// Leaves out what can be left out, in the given order, many at a time where that can be.
    fn shrink(&mut self, order: &[Part]) -> Result<Vec<Part>, SolveError> {
        let mut kept: Vec<Part> = order.to_vec();
        let mut chunks: Vec<Vec<Part>> = Vec::new();
        let people = |part: &&Part| !matches!(part, Part::Quota(_));
        chunks.extend(order.iter().filter(|part| !people(part)).rev().map(|&part| vec![part]));
        chunks.push(order.iter().filter(people).copied().collect());
        while let Some(chunk) = chunks.pop() {
            if chunk.is_empty() {
                continue;
            }
            let without: Vec<Part> = kept.iter().copied().filter(|part| !chunk.contains(part)).collect();
            if self.parts_clash(&without)? {
                kept = without;
            } else if chunk.len() > 1 {
                let (first, second) = chunk.split_at(chunk.len() / 2);
                chunks.push(second.to_vec());
                chunks.push(first.to_vec());
            }
        }
        kept.sort_unstable();
        Ok(kept)
    }

    /// All parts, beginning with few: those of the first set that clashes are enough to look among.
    fn candidates(&mut self) -> Result<Option<Vec<Part>>, SolveError> {
        let panels = &self.panels;
        let instance = panels.instance();
        let mut people: Vec<Part> = (0..panels.singled().len()).map(Part::Singled).collect();
        people.extend((0..instance.apart().len()).map(Part::Apart));
        if !instance.households().is_empty() {
            people.push(Part::Household);
        }
        let quotas: Vec<Part> = (0..panels.quotas().len()).map(Part::Quota).collect();
        let categories: Vec<BTreeSet<usize>> =
            panels.quotas().iter().map(|row| row.terms.iter().map(|&(category, _)| category).collect()).collect();
        let width = instance.categories().len();
        let mut pairs: Vec<BTreeSet<usize>> = (0..width).map(|c| BTreeSet::from([c])).collect();
        pairs.extend((0..width).flat_map(|c| (0..c).map(move |other| BTreeSet::from([other, c]))));
        let mut sets: Vec<Vec<Part>> = vec![Vec::new()];
        // What speaks of the member says more than what speaks of others.
        let seat = self.seat.and_then(|member| instance.members().get(member));
        let of_others = |part: &Part| match (part, seat) {
            (Part::Quota(place), Some(member)) => !panels.quotas()[*place].is_on(member),
            _ => false,
        };
        let mut singles = quotas.clone();
        singles.sort_by_key(of_others);
        sets.extend(singles.into_iter().map(|quota| vec![quota]));
        for pair in pairs {
            let inside = |part: &&Part| matches!(part, Part::Quota(place) if categories[*place].is_subset(&pair));
            sets.push(quotas.iter().filter(inside).copied().collect());
        }
        let only_people: Vec<Vec<Part>> = if people.is_empty() { Vec::new() } else { vec![people.clone()] };
        let everything = || only_people.iter().flatten().chain(&quotas).copied().collect::<Vec<Part>>();
        if !self.parts_clash(&everything())? {
            return Ok(None);
        }
        let with_people = !people.is_empty() && !self.parts_clash(&quotas)?;
        for mut set in sets {
            if with_people {
                set.splice(0..0, people.iter().copied());
            }
            if self.parts_clash(&set)? {
                return Ok(Some(set));
            }
        }
        Ok(Some(if with_people { everything() } else { quotas }))
    }

    /// The smallest of a few sets of parts of which none can be left out.
    fn smallest(&mut self, among: &[Part]) -> Result<Vec<Part>, SolveError> {
        let reversed: Vec<Part> = among.iter().rev().copied().collect();
        let mut by_members = among.to_vec();
        by_members.sort_by_key(|part| match part {
            Part::Quota(place) => std::cmp::Reverse(self.panels.quotas()[*place].pool),
            _ => std::cmp::Reverse(usize::MAX),
        });
        let mut best = self.shrink(among)?;
        for order in [reversed, by_members] {
            let other = self.shrink(&order)?;
            if other.len() < best.len() {
                best = other;
            }
        }
        Ok(best)
    }

    /// The question with only those sides of the quotas that matter.
    fn sides(&mut self, parts: &[Part]) -> Result<Ask, SolveError> {
        let mut ask = self.ask(parts);
        for part in parts {
            let Part::Quota(place) = *part else { continue };
            let (least, most) = ask.quotas[place];
            let size = ask.size.1;
            for without in [(least, most.max(size)), (0, most)] {
                let now = ask.quotas[place];
                let try_out = if without.0 == 0 { (0, now.1) } else { (now.0, now.1.max(size)) };
                if try_out != now {
                    ask.quotas[place] = try_out;
                    if !self.clashes(&ask)? {
                        ask.quotas[place] = now;
                    }
                }
            }
        }
        Ok(ask)
    }

    /// The clash of parts of which none can be left out.
    fn told(&mut self, parts: &[Part]) -> Result<Clash, SolveError> {
        let ask = self.sides(parts)?;
        let instance = self.panels.instance();
        let size = ask.size.1;
        let mut rules = Vec::new();
        let mut on = Vec::new();
        for part in parts {
            rules.push(match *part {
                Part::Household => ClashRule::Household { limit: instance.household_limit() },
                Part::Apart(group) => ClashRule::Apart { members: instance.apart()[group].clone() },
                Part::Singled(place) => {
                    let member = self.panels.singled()[place];
                    match instance.members()[member].standing {
                        Standing::Included => ClashRule::Include { member },
                        _ => ClashRule::Exclude { member },
                    }
                }
                Part::Quota(place) => {
                    let row = self.panels.quotas()[place].clone();
                    let (least, most) = ask.quotas[place];
                    let reach = self.reach(&ask, place)?;
                    on.push(row.clone());
                    ClashRule::Quota {
                        row: row.quota.row,
                        what: row.name,
                        least: (least > 0).then_some(row.quota.min),
                        most: (most < size).then_some(row.quota.max),
                        members: row.pool,
                        reach,
                    }
                }
            });
        }
        rules.sort();
        let mut overlaps = Vec::new();
        let can_sit = |m: &&crate::instance::Member| m.standing != Standing::Excluded;
        for (i, first) in on.iter().enumerate() {
            for second in &on[..i] {
                let both = |member: &&crate::instance::Member| first.is_on(member) && second.is_on(member);
                let shared = first.terms.iter().all(|&(c, v)| second.terms.iter().all(|&(d, w)| c != d || v == w));
                if shared {
                    let members = instance.members().iter().filter(can_sit).filter(both).count();
                    overlaps.push(Overlap { rows: (second.quota.row, first.quota.row), members });
                }
            }
        }
        overlaps.sort_by_key(|overlap| overlap.rows);
        Ok(Clash { size: instance.size(), seat: self.seat, rules, overlaps, irreducible: self.certain })
    }

    /// The fewest and most seats of a quota when all others of a question are kept.
    fn reach(&mut self, ask: &Ask, place: usize) -> Result<Option<(usize, usize)>, SolveError> {
        let mut ends = Vec::new();
        for goal in [Goal::Fewest(place), Goal::Most(place)] {
            let mut ask = Ask { goal, ..ask.clone() };
            ask.quotas[place] = (0, ask.size.1);
            let Some(Answer::Panel(seated)) = given_up(self.panels.find(&ask))? else { return Ok(None) };
            let row = &self.panels.quotas()[place];
            let members = self.panels.instance().members();
            ends.push(seated.members.iter().filter(|&&member| row.is_on(&members[member])).count());
        }
        Ok(Some((ends[0], ends[1])))
    }
}

/// Why there is no panel, or none with a member; an error when there is one.
pub(super) fn clash(panels: &mut Panels<'_>, seat: Option<usize>) -> Result<Clash, SolveError> {
    let mut case = Case { panels, seat, certain: true };
    let Some(among) = case.candidates()? else {
        return Err(SolveError::TooHard { doing: "the search for rules in conflict", limit: 0 });
    };
    case.certain = true;
    let parts = case.smallest(&among)?;
    case.told(&parts)
}

/// Whether a clash is the reason for another member as well, with none of its rules superfluous.
pub(super) fn is_also_for(panels: &mut Panels<'_>, clash: &Clash, member: usize) -> Result<bool, SolveError> {
    let rows: Vec<usize> = panels.quotas().iter().map(|row| row.quota.row).collect();
    let apart = panels.instance().apart();
    let part = |rule: &ClashRule| match rule {
        ClashRule::Quota { row, .. } => rows.iter().position(|other| other == row).map(Part::Quota),
        ClashRule::Household { .. } => Some(Part::Household),
        ClashRule::Apart { members } => apart.iter().position(|group| group == members).map(Part::Apart),
        ClashRule::Include { member } | ClashRule::Exclude { member } => {
            panels.singled().iter().position(|other| other == member).map(Part::Singled)
        }
    };
    let parts: Vec<Part> = clash.rules.iter().filter_map(part).collect();
    let free = panels.instance().size() as i64;
    let mut case = Case { panels, seat: Some(member), certain: true };
    let mut ask = case.ask(&parts);
    for rule in &clash.rules {
        if let ClashRule::Quota { row, least, most, .. } = rule
            && let Some(place) = rows.iter().position(|other| other == row)
        {
            let bounds = &mut ask.quotas[place];
            *bounds = (if least.is_some() { bounds.0 } else { 0 }, if most.is_some() { bounds.1 } else { free });
        }
    }
    if !case.clashes(&ask)? {
        return Ok(false);
    }
    for &part in &parts {
        let mut fewer = ask.clone();
        match part {
            Part::Quota(place) => fewer.quotas[place] = (0, free),
            Part::Household => fewer.household = false,
            Part::Apart(group) => fewer.apart[group] = false,
            Part::Singled(place) => fewer.singled[place] = false,
        }
        if case.clashes(&fewer)? {
            return Ok(false);
        }
    }
    Ok(case.certain)
}
