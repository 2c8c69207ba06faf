//! Dealing a type of people who live alone, when its seats in different compositions are neighbouring numbers.
//!
//! After McNaughton's wrap-around rule (1959, on scheduling with interruptions): lay the type's seats out as rows of tickets, one row for each
//! seat that it always has and one for the seat that it has on some tickets only, those tickets first. Cut the rows, laid end to
//! end, into equal stretches, one for each member. A stretch that runs over the end of a row goes on at the start of the next;
//! it is no longer than a row, so nobody sits twice on one ticket. Every member gets the type's seat-tickets divided by their number, rounded up
//! or down, and there are at most as many changes of hands as members.

use super::deal::Share;
use crate::types::Class;

/// The rows of one type, laid end to end.
pub(super) struct Rows<'a> {
    members: &'a [Vec<usize>],
    /// The compositions that seat the type.
    entries: Vec<Entry>,
    /// Places in `entries`, in the type's own order.
    order: Vec<u32>,
    seat_tickets: u128,
    row: u128,
}

/// A composition that seats the type. (A large pool has as many of these as all compositions have types, so that their size counts.)
struct Entry {
    composition: u32,
    seats: u32,
    /// Where its tickets begin in the type's order.
    begin: u64,
}

impl<'a> Rows<'a> {
    /// `None` when the class or its seats are not of the kind that this way of dealing can do. `total` is the number of all tickets.
    pub fn new(class: &'a Class, shares: &[Share], total: u64) -> Option<Self> {
        let [kind] = class.kinds.as_slice() else { return None };
        if kind.people.iter().any(|house| house.len() != 1) {
            return None;
        }
        let most = shares.iter().map(|share| share.seats[0]).max().unwrap_or(0);
        let seated: u64 = shares.iter().map(|share| share.tickets).sum();
        let least = if seated < total { 0 } else { shares.iter().map(|share| share.seats[0]).min().unwrap_or(0) };
        if most > least + 1 {
            return None;
        }
        let entry =
            |share: &Share| Entry { composition: share.composition as u32, seats: share.seats[0] as u32, begin: 0 };
        let mut entries: Vec<Entry> = shares.iter().map(entry).collect();
        let (mut order, mut begin, mut seat_tickets) = (Vec::with_capacity(shares.len()), 0, 0);
        for larger in [true, false] {
            for (i, share) in shares.iter().enumerate() {
                if (share.seats[0] == most) == larger {
                    entries[i].begin = begin;
                    order.push(i as u32);
                    begin += share.tickets;
                    seat_tickets += u128::from(share.tickets) * share.seats[0] as u128;
                }
            }
        }
        Some(Self { members: &kind.people, entries, order, seat_tickets, row: u128::from(total) })
    }

    /// The compositions that seat the type; an entry's place in this list is its name.
    pub fn compositions(&self) -> Vec<usize> {
        self.entries.iter().map(|entry| entry.composition as usize).collect()
    }

    /// Tells where hands change, as composition and offset in its tickets.
    pub fn cuts(&self, cut: &mut dyn FnMut(usize, u64)) {
        let m = self.members.len() as u128;
        for i in 1..m {
            let start = self.seat_tickets * i / m;
            if start >= self.seat_tickets {
                continue;
            }
            // A row is as long as there are tickets.
            let in_row = (start % self.row) as u64;
            let after = self.order.partition_point(|&i| self.entries[i as usize].begin <= in_row);
            if let Some(&i) = after.checked_sub(1).and_then(|place| self.order.get(place)) {
                let entry = &self.entries[i as usize];
                cut(entry.composition as usize, in_row - entry.begin);
            }
        }
    }

    /// Adds the numbers of those who sit on a ticket of an entry.
    pub fn seat(&self, entry: usize, offset: u64, members: &mut Vec<u32>) {
        let &Entry { seats, begin, .. } = &self.entries[entry];
        for row in 0..u128::from(seats) {
            let owner = self.owner(row * self.row + u128::from(begin) + u128::from(offset));
            members.push(self.members[owner][0] as u32 + 1);
        }
    }

    /// The member whose stretch holds a position. Stretch i begins at ⌊i·seat-tickets/m⌋; exactly one begins at or before the position and ends after it.
    fn owner(&self, position: u128) -> usize {
        let m = self.members.len();
        let after = ((position + 1) * m as u128).div_ceil(self.seat_tickets.max(1)) as usize;
        (after.max(1) - 1).min(m - 1)
    }
}
