//! Why members have no ticket: what the pool says at once, and what the solver finds out.

use std::collections::BTreeMap;

use klero::instance::{Instance, Quota, Standing};
use klero::report::{Because, Reason};
use klero::solve::{Certificate, Exclusions, Origin, Side, Solution};
use num_traits::Zero;

/// The members without tickets, by reason. Where the solver gives up, the reason is less exact; no draw fails for that.
pub fn never(
    instance: &Instance,
    solution: &Solution,
    certificate: &Certificate,
    marginals: &[u64],
) -> Vec<(Reason, Vec<String>)> {
    let mut exclusions = Exclusions::new(solution, certificate);
    let mut grouped: BTreeMap<Reason, Vec<usize>> = BTreeMap::new();
    for (t, kind) in solution.typed.types.iter().enumerate() {
        let without: Vec<usize> = kind.members.iter().copied().filter(|&m| marginals.get(m) == Some(&0)).collect();
        let Some(&first) = without.first() else { continue };
        let reason = if !solution.point.probability(t).is_zero() {
            Reason::Rounded
        } else {
            match plain(instance, first) {
                // Housemates differ from one member of a type to the next.
                Some(Reason::Housemate { .. }) => {
                    for member in without {
                        let reason = plain(instance, member).unwrap_or(Reason::NoPanel);
                        grouped.entry(reason).or_default().push(member);
                    }
                    continue;
                }
                Some(reason) => reason,
                None => together(instance, &exclusions.of(t).unwrap_or_default()),
            }
        };
        grouped.entry(reason).or_default().extend(without);
    }
    let mut reasons: Vec<(Reason, Vec<usize>)> = grouped.into_iter().collect();
    for (_, members) in &mut reasons {
        members.sort_unstable();
    }
    reasons.sort_by(|a, b| a.1.cmp(&b.1));
    let id = |m: usize| instance.members().get(m).map(|member| member.id.clone());
    reasons.into_iter().map(|(reason, of)| (reason, of.into_iter().filter_map(id).collect())).collect()
}

/// The reason that a glance at the pool gives, if any.
fn plain(instance: &Instance, index: usize) -> Option<Reason> {
    let members = instance.members();
    let member = members.get(index)?;
    if member.standing == Standing::Excluded {
        return Some(Reason::Excluded);
    }
    let quotas = quotas(instance);
    let of_member = || quotas.iter().filter(|(terms, ..)| terms.iter().all(|&(c, v)| member.values.get(c) == Some(&v)));
    if let Some((_, _, what)) = of_member().find(|(_, quota, _)| quota.max == 0) {
        return Some(Reason::NoSeat { what: what.clone() });
    }
    let included = || members.iter().enumerate().filter(|(_, member)| member.standing == Standing::Included);
    if included().count() >= instance.size() {
        return Some(Reason::PanelTaken);
    }
    for (terms, quota, what) in of_member() {
        let has = |values: &[usize]| terms.iter().all(|&(c, v)| values.get(c) == Some(&v));
        if included().filter(|(_, member)| has(&member.values)).count() >= quota.max {
            return Some(Reason::Taken { what: what.clone(), seats: quota.max });
        }
    }
    let among = |group: &[usize]| -> Vec<String> {
        included().filter(|(i, _)| group.contains(i)).map(|(_, member)| member.id.clone()).collect()
    };
    if let Some(house) = instance.households().iter().find(|house| house.contains(&index)) {
        let of = among(house);
        if of.len() >= instance.household_limit() {
            return Some(Reason::Housemate { of });
        }
    }
    let groups = instance.apart().iter().filter(|group| group.contains(&index));
    groups.flat_map(|group| among(group)).next().map(|from| Reason::Apart { from })
}

/// A quota: the values that it is on, by category, its numbers, and what it is called.
type Named = (Vec<(usize, usize)>, Quota, String);

/// Every quota.
fn quotas(instance: &Instance) -> Vec<Named> {
    let name = |&(c, v): &(usize, usize)| {
        let category = instance.categories().get(c)?;
        Some(format!("{}: {}", category.name, category.values.get(v)?.name))
    };
    let mut all = Vec::new();
    for (c, category) in instance.categories().iter().enumerate() {
        for (v, value) in category.values.iter().enumerate() {
            all.push((vec![(c, v)], value.quota));
        }
    }
    all.extend(instance.combinations().iter().map(|combination| (combination.terms.clone(), combination.quota)));
    let named = all.into_iter().map(|(terms, quota)| {
        let what = terms.iter().filter_map(name).collect::<Vec<_>>().join(" and ");
        (terms, quota, what)
    });
    named.collect()
}

/// Sides of rules as a reason.
fn together(instance: &Instance, sides: &[Side]) -> Reason {
    let quotas = quotas(instance);
    let mut rules: Vec<Because> = Vec::new();
    for side in sides {
        let rule = match side.origin {
            Origin::Quota(row) => {
                let Some((_, quota, what)) = quotas.iter().find(|(_, quota, _)| quota.row == row) else { continue };
                let has = |most| sides.contains(&Side { origin: side.origin, most });
                let (least, most) = (has(false).then_some(quota.min), has(true).then_some(quota.max));
                // An exact quota is one number to people, whichever side of it matters.
                let (least, most) =
                    if quota.min == quota.max { (Some(quota.min), Some(quota.max)) } else { (least, most) };
                Because::Quota { what: what.clone(), least, most }
            }
            Origin::Household(_) | Origin::HouseholdKind(..) => Because::Household,
            Origin::Apart(_) => Because::Apart,
            Origin::Include(_) => Because::Include,
            Origin::Exclude(_) => Because::Exclude,
            Origin::Size | Origin::Cut => continue,
        };
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    if rules.is_empty() { Reason::NoPanel } else { Reason::Together { rules } }
}
