//! Compositions become panels: each class of interchangeable households deals its seats, and every change of hands splits a composition.

use super::Lottery;
use super::panels::Panels;
use super::rotation::Rotation;
use super::rows::Rows;
use crate::types::Class;

/// A composition as dealing sees it: seats by member type (ascending, at least 1), and tickets.
pub type Dealt<'a> = (&'a [(usize, i64)], u64);

/// The tickets of one class: compositions that seat it, with its seats by kind (the class's own index) in each.
pub(super) struct Share {
    /// The composition.
    pub composition: usize,
    /// Its tickets.
    pub tickets: u64,
    /// Seats of each kind of the class.
    pub seats: Vec<usize>,
}

/// Who of a class sits on which ticket.
enum Plan<'a> {
    Rows(Rows<'a>),
    Rotation(Rotation<'a>),
}

/// Turns compositions into a lottery over panels of members: within each composition every class has its seats, no household of a limit
/// L has more than L of them, and members of one type have equal numbers of tickets, to one ticket where the type's seats in
/// different compositions are neighbouring numbers, else to a few.
pub fn deal(size: usize, classes: &[Class], compositions: &[Dealt]) -> Lottery {
    let total: u64 = compositions.iter().map(|&(_, tickets)| tickets).sum();
    let plans: Vec<Plan> = shares(classes, compositions)
        .into_iter()
        .zip(classes)
        .map(|(shares, class)| match Rows::new(class, &shares, total) {
            Some(rows) => Plan::Rows(rows),
            None => Plan::Rotation(Rotation::new(class, shares)),
        })
        .collect();
    let mut cuts: Vec<Vec<u64>> = vec![vec![0]; compositions.len()];
    let mut seated: Vec<Vec<(usize, usize)>> = vec![Vec::new(); compositions.len()];
    for (p, plan) in plans.iter().enumerate() {
        let mut cut = |composition: usize, offset: u64| cuts[composition].push(offset);
        match plan {
            Plan::Rows(rows) => rows.cuts(&mut cut),
            Plan::Rotation(rotation) => rotation.cuts(&mut cut),
        }
        let compositions = match plan {
            Plan::Rows(rows) => rows.compositions(),
            Plan::Rotation(rotation) => rotation.compositions(),
        };
        for (entry, composition) in compositions.into_iter().enumerate() {
            seated[composition].push((p, entry));
        }
    }
    for cuts in &mut cuts {
        cuts.sort_unstable();
        cuts.dedup();
    }
    let mut panels = Panels::with_room(cuts.iter().map(Vec::len).sum(), size);
    for ((&(_, tickets), cuts), seated) in compositions.iter().zip(cuts).zip(seated) {
        for (i, &from) in cuts.iter().enumerate() {
            let to = cuts.get(i + 1).copied().unwrap_or(tickets);
            panels.push_unsorted(to - from, |members| {
                for &(p, entry) in &seated {
                    match &plans[p] {
                        Plan::Rows(rows) => rows.seat(entry, from, members),
                        Plan::Rotation(rotation) => rotation.seat(entry, from, members),
                    }
                }
            });
        }
    }
    Lottery::of(size, panels)
}

/// For each class, the compositions that seat it.
fn shares(classes: &[Class], compositions: &[Dealt]) -> Vec<Vec<Share>> {
    let types = classes.iter().flat_map(|class| &class.kinds).map(|kind| kind.kind + 1).max().unwrap_or(0);
    let mut place = vec![(0, 0); types];
    for (c, class) in classes.iter().enumerate() {
        for (i, kind) in class.kinds.iter().enumerate() {
            place[kind.kind] = (c, i);
        }
    }
    let mut shares: Vec<Vec<Share>> = classes.iter().map(|_| Vec::new()).collect();
    for (composition, &(seats, tickets)) in compositions.iter().enumerate() {
        for &(t, count) in seats {
            let (class, kind) = place[t];
            if shares[class].last().is_none_or(|share| share.composition != composition) {
                let seats = vec![0; classes[class].kinds.len()];
                shares[class].push(Share { composition, tickets, seats });
            }
            if let Some(share) = shares[class].last_mut() {
                share.seats[kind] = count as usize;
            }
        }
    }
    shares
}
