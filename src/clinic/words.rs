//! A clash in words, with the counts behind it.

use super::{Clash, ClashRule};
use crate::instance::{Instance, Member, QuotaRow, Standing};

/// A quota of a clash with the sides that matter.
struct Side<'a> {
    row: usize,
    what: &'a str,
    least: Option<usize>,
    most: Option<usize>,
    members: usize,
    reach: Option<(usize, usize)>,
}

impl Clash {
    /// The clash in plain sentences; the first says most.
    pub fn sentences(&self, instance: &Instance) -> Vec<String> {
        let id = |member: usize| instance.members().get(member).map_or("", |member| member.id.as_str());
        let mut sentences = Vec::new();
        let mut quotas = Vec::new();
        let mut others = Vec::new();
        for rule in &self.rules {
            match rule {
                ClashRule::Quota { row, what, least, most, members, reach } => {
                    let (row, members, reach) = (*row, *members, *reach);
                    quotas.push(Side { row, what, least: *least, most: *most, members, reach });
                }
                ClashRule::Household { limit: 1 } => others.push("no two members of a household may sit".to_owned()),
                ClashRule::Household { limit } => {
                    others.push(format!("at most {limit} members of a household may sit"));
                }
                ClashRule::Apart { members } => {
                    let ids: Vec<&str> = members.iter().map(|&member| id(member)).collect();
                    others.push(format!("at most one of {} may sit", ids.join(", ")));
                }
                ClashRule::Include { member } => others.push(format!("{} sits on every panel", id(*member))),
                ClashRule::Exclude { member } => others.push(format!("{} sits on no panel", id(*member))),
            }
        }
        if self.rules.is_empty() {
            let pool = instance.members().len();
            sentences
                .push(format!("The panel is to have {}, but the pool has only {pool}.", seats(self.size, "member")));
            return sentences;
        }
        let short = if others.is_empty() && self.seat.is_none() { self.shortly(instance, &quotas) } else { None };
        if let Some(short) = short {
            sentences.push(short);
        } else {
            let rules: Vec<String> = quotas.iter().map(Side::rule).chain(others).collect();
            let all = rules.join("; ");
            sentences.push(match (self.seat.map(id), rules.len()) {
                (None, 1) => format!("This cannot be: {all}."),
                (None, _) => format!("These cannot be kept together: {all}."),
                (Some(id), 1) => format!("With {id} on the panel: this cannot be: {all}."),
                (Some(id), _) => format!("With {id} on the panel: these cannot be kept together: {all}."),
            });
            sentences.extend(quotas.iter().filter_map(|side| side.reached(self.rules.len() > 1)));
            for overlap in &self.overlaps {
                let of = |row: usize| quotas.iter().find(|side| side.row == row).map_or("", |side| side.what);
                let (first, second) = (of(overlap.rows.0), of(overlap.rows.1));
                sentences.push(format!("{} both {first} and {second}.", are(overlap.members)));
            }
        }
        if self.rules.len() > 1 && self.irreducible {
            let what = if self.seat.is_some() { "that member can sit" } else { "there is a panel" };
            sentences.push(format!("If any one of these rules is left out, {what}, as far as the others of them go."));
        }
        sentences
    }

    /// A sum in one or two sentences, where the clash is nothing but a sum.
    fn shortly(&self, instance: &Instance, quotas: &[Side<'_>]) -> Option<String> {
        let size = self.size;
        if let [only] = quotas {
            return only.alone(size);
        }
        let names: Vec<&str> = quotas.iter().map(|side| side.what).collect();
        let least: Option<Vec<usize>> = quotas.iter().map(|side| side.least.filter(|_| side.most.is_none())).collect();
        let most: Option<Vec<usize>> = quotas.iter().map(|side| side.most.filter(|_| side.least.is_none())).collect();
        if let Some(least) = least {
            let sum: usize = least.iter().sum();
            if self.overlaps.is_empty() && sum > size {
                let names = names.join(", ");
                return Some(format!("The minimums of {names} add up to {sum} seats, but the panel has only {size}."));
            }
            if let ([a, b], [first, second], [overlap]) = (least.as_slice(), quotas, self.overlaps.as_slice())
                && sum > size + overlap.members
            {
                let both = are(overlap.members);
                let both = if overlap.members == 0 { both } else { format!("only {}", lower(&both)) };
                return Some(format!(
                    "{} for {} and {} for {}. {} both, so they need at least {} seats together, but the panel has only {size}.",
                    capital(&format!("at least {}", are_seats(*a))),
                    first.what,
                    b,
                    second.what,
                    capital(&both),
                    sum - overlap.members
                ));
            }
        }
        if let Some(most) = most {
            let sum: usize = most.iter().sum();
            let rows: Vec<QuotaRow> = instance.quotas();
            let named: Vec<&QuotaRow> =
                rows.iter().filter(|row| quotas.iter().any(|side| side.row == row.quota.row)).collect();
            let other =
                |member: &&Member| member.standing != Standing::Excluded && !named.iter().any(|row| row.is_on(member));
            let others = instance.members().iter().filter(other).count();
            if self.overlaps.is_empty() && sum + others < size {
                let rest = match others {
                    0 => "nobody in the pool is anything else".to_owned(),
                    1 => "only 1 member is anything else".to_owned(),
                    more => format!("only {more} members are anything else"),
                };
                return Some(format!(
                    "The maximums of {} add up to {sum} seats, and {rest}, but the panel has {size}.",
                    names.join(", ")
                ));
            }
        }
        None
    }
}

impl Side<'_> {
    /// The quota as a clause.
    fn rule(&self) -> String {
        let what = self.what;
        match (self.least, self.most) {
            (Some(least), Some(most)) if least == most => format!("{what} has exactly {}", seats(least, "seat")),
            (Some(least), Some(most)) => format!("{what} has from {least} to {}", seats(most, "seat")),
            (Some(least), None) => format!("{what} has at least {}", seats(least, "seat")),
            (None, Some(0)) => format!("{what} has no seat"),
            (None, Some(most)) => format!("{what} has at most {}", seats(most, "seat")),
            (None, None) => what.to_owned(),
        }
    }

    /// What the other rules leave to it.
    fn reached(&self, others: bool) -> Option<String> {
        let (fewest, most) = self.reach?;
        let kept = if others { "With the other rules kept, " } else { "" };
        let pool =
            if others { String::new() } else { format!(" ({} in the pool)", seats(self.members, "such member")) };
        if let Some(least) = self.least.filter(|&least| most < least) {
            let text =
                format!("{kept}at most {} can go to {}{pool}, and {least} are needed.", seats(most, "seat"), self.what);
            return Some(capital(&text));
        }
        let allowed = self.most.filter(|&allowed| fewest > allowed)?;
        let text =
            format!("{kept}at least {} must go to {}, and {allowed} are allowed.", seats(fewest, "seat"), self.what);
        Some(capital(&text))
    }

    /// A clash of one quota and the panel size.
    fn alone(&self, size: usize) -> Option<String> {
        let (what, members) = (self.what, self.members);
        if let Some(least) = self.least.filter(|_| self.most.is_none()) {
            let only = match members {
                0 => "no member of the pool can take one".to_owned(),
                1 => "only 1 member of the pool can take one".to_owned(),
                more => format!("only {more} members of the pool can take one"),
            };
            let but = if members < least { only } else { format!("the panel has only {size}") };
            return Some(format!("At least {} for {what}, but {but}.", are_seats(least)));
        }
        let (most, fewest) = (self.most.filter(|_| self.least.is_none())?, self.reach?.0);
        Some(format!(
            "At most {} for {what}, but at least {fewest} must be: only {} of the panel can be anybody else.",
            are_seats(most),
            seats(size - fewest.min(size), "seat")
        ))
    }
}

fn seats(number: usize, noun: &str) -> String {
    crate::read::count(number, noun)
}

/// `3 seats are`, `1 seat is`.
fn are_seats(number: usize) -> String {
    if number == 1 { "1 seat is".to_owned() } else { format!("{number} seats are") }
}

/// `3 members are`, `1 member is`, `No member is`.
fn are(members: usize) -> String {
    match members {
        0 => "No member is".to_owned(),
        1 => "1 member is".to_owned(),
        more => format!("{more} members are"),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
