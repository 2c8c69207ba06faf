//! Whom to call when members of a panel drop out.

use super::ground::Case;
use super::inner::{Inner, Item, Limit};
use super::needs::Needs;
use super::study::Average;

/// Who is called, and what that leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Their member indices, in the order in which alternates are called.
    pub members: Vec<usize>,
    /// Seats that stay empty.
    pub empty: usize,
    /// The deviation without them.
    pub before: Average,
    /// The deviation with them; no other of the alternates leave less.
    pub after: Average,
}

/// Who of the alternates is called: those who leave the least deviation. Of several choices that leave the same, the one with the first in the
/// order, if one of them has that person; of these the one with the second, and so on.
///
/// `case` is the panel as it was drawn: so many seats it has. `remaining` are those who sit now (they need not have been drawn for it), `order`
/// the alternates in their order. Of them, those who sit already and those whom `case` bars are not available. Households and groups apart are kept.
pub fn call(case: &Case<'_>, remaining: &[usize], order: &[usize]) -> Call {
    let instance = case.instance;
    let needs = Needs::new(instance, case.panel.len());
    let sits = |member: &usize| remaining.contains(member) || case.elsewhere.contains(member);
    let available: Vec<usize> =
        order.iter().copied().filter(|member| !sits(member) && !case.barred.contains(member)).collect();
    let rows: Vec<Vec<usize>> =
        available.iter().map(|&member| needs.rows(&instance.members()[member].values)).collect();
    let houses = instance.households().iter().map(|house| (instance.household_limit(), house));
    let limits: Vec<Limit> = houses
        .chain(instance.apart().iter().map(|group| (1, group)))
        .filter_map(|(most, group)| {
            let items: Vec<usize> = (0..available.len()).filter(|&item| group.contains(&available[item])).collect();
            let most = most.saturating_sub(group.iter().filter(|member| sits(member)).count());
            (!items.is_empty()).then_some(Limit { most, items })
        })
        .collect();
    let within = |item: usize| limits.iter().map(move |limit| limit.items.contains(&item));
    let alike = |a: usize, b: usize| rows[a] == rows[b] && within(a).eq(within(b));
    let items: Vec<Item<'_>> = rows
        .iter()
        .enumerate()
        .map(|(item, rows)| Item { rows, copies: 1, after: (0..item).rev().find(|&earlier| alike(earlier, item)) })
        .collect();
    let mut have = vec![0; needs.len()];
    for &member in remaining {
        needs.rows(&instance.members()[member].values).iter().for_each(|&row| have[row] += 1);
    }
    let seats = case.panel.len().saturating_sub(remaining.len());
    let mut inner = Inner::new(&needs);
    let before = needs.deviation(&have, seats);
    let after = inner.best(&items, &limits, &have, seats, i64::MAX).unwrap_or(before);
    let called = inner.found.iter().zip(&available).filter(|(called, _)| **called > 0);
    let members: Vec<usize> = called.map(|(_, member)| *member).collect();
    let average = |deviation: i64| Average { sum: deviation as u128, of: 1 };
    Call { empty: seats - members.len(), members, before: average(before), after: average(after) }
}
