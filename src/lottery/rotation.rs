//! Dealing the seats of a class of households, whatever their numbers: for each pattern of seats, one full turn.
//!
//! Households of a class are interchangeable; think of them in a circle. In a composition the class has a pattern of seats: so many of
//! its first kind, so many of its second, … Give them to neighbouring households, going round again where there are more
//! seats than households: a household gets at most as many as its limit, since the rules of the relaxation see to it that there
//! are no more than households times limit. Now turn the circle by one household after each equal stretch of the tickets that have this pattern: after a full turn every
//! household has had every seat for equally long. Where a household has several people of one kind, the circle makes as many turns
//! as it takes for each of them to have had every seat.
//!
//! Stretches are whole tickets; the spare tickets go to steps whose households lie next to each other, pattern after pattern,
//! so that people of one kind differ by at most one ticket where the class has one kind, and by a few where it has more.

use std::collections::BTreeMap;

use super::deal::Share;
use crate::types::Class;

/// A class in turns.
pub(super) struct Rotation<'a> {
    class: &'a Class,
    turns: Vec<Turn>,
    /// Entries: composition, turn, and where the composition's tickets begin in the turn.
    entries: Vec<(usize, usize, u64)>,
}

/// One full turn: a pattern and its steps.
struct Turn {
    seats: Vec<usize>,
    /// For each step, where it begins in the turn's tickets, ascending; the first is 0.
    steps: Vec<u64>,
    tickets: u64,
}

impl<'a> Rotation<'a> {
    /// Of a class and the compositions that seat it.
    pub fn new(class: &'a Class, shares: Vec<Share>) -> Self {
        let laps =
            class.kinds.iter().map(|kind| kind.people.first().map_or(1, Vec::len)).fold(1, least_common_multiple);
        let mut patterns: BTreeMap<Vec<usize>, Vec<Share>> = BTreeMap::new();
        for share in shares {
            patterns.entry(share.seats.clone()).or_default().push(share);
        }
        let (mut turns, mut entries, mut phase) = (Vec::new(), Vec::new(), 0);
        for (seats, shares) in patterns {
            let mut tickets = 0;
            for share in shares {
                entries.push((share.composition, turns.len(), tickets));
                tickets += share.tickets;
            }
            let steps = steps(class.houses * laps, seats.iter().sum(), tickets, &mut phase);
            turns.push(Turn { seats, steps, tickets });
        }
        Self { class, turns, entries }
    }

    /// The compositions that seat the class; an entry's place in this list is its name.
    pub fn compositions(&self) -> Vec<usize> {
        self.entries.iter().map(|&(composition, _, _)| composition).collect()
    }

    /// Tells where hands change, as composition and offset in its tickets.
    pub fn cuts(&self, cut: &mut dyn FnMut(usize, u64)) {
        for (i, &(composition, turn, begin)) in self.entries.iter().enumerate() {
            let turn_of_next = self.entries.get(i + 1).filter(|next| next.1 == turn);
            let end = turn_of_next.map_or(self.turns[turn].tickets, |next| next.2);
            let steps = &self.turns[turn].steps;
            let first = steps.partition_point(|&step| step <= begin);
            for &step in steps[first..].iter().take_while(|&&step| step < end) {
                cut(composition, step - begin);
            }
        }
    }

    /// Adds the numbers of those who sit on a ticket of an entry.
    pub fn seat(&self, entry: usize, offset: u64, members: &mut Vec<u32>) {
        let (_, turn, begin) = self.entries[entry];
        let turn = &self.turns[turn];
        let step = turn.steps.partition_point(|&step| step <= begin + offset) - 1;
        let houses = self.class.houses;
        let (turned, lap) = (step % houses, step / houses);
        let mut seat = 0;
        for (kind, &seats) in self.class.kinds.iter().zip(&turn.seats) {
            for i in 0..seats {
                let house = &kind.people[(turned + seat) % houses];
                members.push(house[(lap + i / houses) % house.len()] as u32 + 1);
                seat += 1;
            }
        }
    }
}

/// Where each of `count` steps begins when `tickets` are shared out among them as equally as whole numbers allow. The spare ones go to steps
/// `seats` apart, beginning with `phase`, which moves on.
fn steps(count: usize, seats: usize, tickets: u64, phase: &mut usize) -> Vec<u64> {
    let each = tickets / count as u64;
    let mut lengths = vec![each; count];
    for _ in 0..tickets % count as u64 {
        *phase %= count;
        while lengths[*phase] > each {
            *phase = (*phase + 1) % count;
        }
        lengths[*phase] += 1;
        *phase += seats;
    }
    let mut begin = 0;
    lengths
        .into_iter()
        .map(|length| {
            begin += length;
            begin - length
        })
        .collect()
}

fn least_common_multiple(a: usize, b: usize) -> usize {
    let (mut x, mut y) = (a, b);
    while y > 0 {
        (x, y) = (y, x % y);
    }
    a / x.max(1) * b
}
