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
    // A large pool has millions of seats in its compositions: one class at a time spells them out.
    let plans: Vec<Plan> = seats_by_class(classes, compositions)
        .into_iter()
        .zip(classes)
        .map(|(seats, class)| {
            let shares = shares(class, &seats, compositions);
            match Rows::new(class, &shares, total) {
                Some(rows) => Plan::Rows(rows),
                None => Plan::Rotation(Rotation::new(class, shares)),
            }
        })
        .collect();
    let mut cuts: Vec<Vec<u64>> = vec![vec![0]; compositions.len()];
    let mut seated: Vec<Vec<(u32, u32)>> = vec![Vec::new(); compositions.len()];
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
            seated[composition].push((p as u32, entry as u32));
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
                    match &plans[p as usize] {
                        Plan::Rows(rows) => rows.seat(entry as usize, from, members),
                        Plan::Rotation(rotation) => rotation.seat(entry as usize, from, members),
                    }
                }
            });
        }
    }
    Lottery::of(size, panels)
}

/// One type's seats in one composition: the composition, the type's place among the kinds of its class, and the seats.
type Seats = (u32, u32, u32);

/// For each class, its types' seats, composition by composition.
fn seats_by_class(classes: &[Class], compositions: &[Dealt]) -> Vec<Vec<Seats>> {
    let types = classes.iter().flat_map(|class| &class.kinds).map(|kind| kind.kind + 1).max().unwrap_or(0);
    let mut place = vec![(0, 0); types];
    for (c, class) in classes.iter().enumerate() {
        for (i, kind) in class.kinds.iter().enumerate() {
            place[kind.kind] = (c, i as u32);
        }
    }
    let mut by_class: Vec<Vec<Seats>> = classes.iter().map(|_| Vec::new()).collect();
    for (composition, &(seats, _)) in compositions.iter().enumerate() {
        for &(t, count) in seats {
            let (class, kind) = place[t];
            by_class[class].push((composition as u32, kind, count as u32));
        }
    }
    by_class
}

/// The compositions that seat a class.
fn shares(class: &Class, seats: &[Seats], compositions: &[Dealt]) -> Vec<Share> {
    let share = |seats: &[Seats]| {
        let composition = seats[0].0 as usize;
        let mut share = Share { composition, tickets: compositions[composition].1, seats: vec![0; class.kinds.len()] };
        for &(_, kind, count) in seats {
            share.seats[kind as usize] = count as usize;
        }
        share
    };
    seats.chunk_by(|a, b| a.0 == b.0).map(share).collect()
}
