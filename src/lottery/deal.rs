//! Seats of a member type are dealt to its members, so that twins have the same chance to within one ticket.

use super::{Lottery, Panel};

/// A composition as dealing sees it: seats by group (ascending, at least 1), and tickets.
pub type Dealt<'a> = (&'a [(usize, i64)], u64);

/// Turns compositions into a lottery over panels of members.
///
/// `groups[t]` lists the member indices of type t. Compositions must give each type one of two neighbouring numbers of seats.
///
/// After McNaughton's wrap-around rule (1959, on scheduling with interruptions): lay the seats of a type out as rows of tickets, one row for each seat
/// that it always has and one for the seat that it has on some tickets only, those tickets first. Cut the rows, laid end to end, into equal stretches, one
/// for each member. A stretch that runs over the end of a row goes on at the start of the next; it is no longer than a row, so
/// nobody sits twice on one ticket. Every member gets the type's seat-tickets divided by their number, rounded up or down.
///
/// Where a stretch ends inside a composition, the composition is split into two panels: there are at most as many panels as compositions and members.
pub fn deal(size: usize, groups: &[Vec<usize>], compositions: &[Dealt]) -> Lottery {
    let total: u64 = compositions.iter().map(|&(_, tickets)| tickets).sum();
    let mut lanes: Vec<Lane> = groups.iter().map(|_| Lane::default()).collect();
    for (c, &(seats, tickets)) in compositions.iter().enumerate() {
        for &(t, count) in seats {
            lanes[t].seats.push((c, count));
            lanes[t].seat_tickets += u128::from(tickets) * count as u128;
        }
    }
    // Cuts of each composition, as offsets in its tickets, and where each composition lies in each type's own order of tickets.
    let mut cuts: Vec<Vec<u64>> = vec![Vec::new(); compositions.len()];
    for (lane, group) in lanes.iter_mut().zip(groups) {
        lane.lay_out(compositions, total);
        for i in 1..group.len() {
            if let Some((c, offset)) = lane.place(lane.start(i, group.len())) {
                cuts[c].push(offset);
            }
        }
    }
    let mut panels = Vec::new();
    let mut next_seat = vec![0_usize; groups.len()];
    for (c, (&(seats, tickets), mut cuts)) in compositions.iter().zip(cuts).enumerate() {
        cuts.push(0);
        cuts.sort_unstable();
        cuts.dedup();
        let entries: Vec<(usize, u128, i64)> = seats
            .iter()
            .map(|&(t, count)| {
                let begin = lanes[t].begins[next_seat[t]];
                next_seat[t] += 1;
                (t, begin, count)
            })
            .collect();
        debug_assert!(seats.iter().all(|&(t, _)| lanes[t].seats[next_seat[t] - 1].0 == c));
        for (i, &from) in cuts.iter().enumerate() {
            let to = cuts.get(i + 1).copied().unwrap_or(tickets);
            let mut members = Vec::with_capacity(size);
            for &(t, begin, count) in &entries {
                let group = &groups[t];
                for row in 0..count as u128 {
                    let position = row * u128::from(total) + begin + u128::from(from);
                    members.push(group[lanes[t].owner(position, group.len())] as u32 + 1);
                }
            }
            members.sort_unstable();
            panels.push(Panel { members, tickets: to - from });
        }
    }
    Lottery::new(size, panels)
}

/// The rows of one type, laid end to end.
#[derive(Default)]
struct Lane {
    /// Compositions that seat the type, ascending, with its seats.
    seats: Vec<(usize, i64)>,
    /// For each of them, where its tickets begin in the type's own order of tickets.
    begins: Vec<u128>,
    /// The type's order: compositions with their tickets' beginning, ascending by beginning.
    order: Vec<(u128, usize)>,
    seat_tickets: u128,
    total: u64,
}

impl Lane {
    /// Orders the tickets: compositions with the larger number of seats first, then those with the smaller, then those with none.
    fn lay_out(&mut self, compositions: &[Dealt], total: u64) {
        self.total = total;
        let most = self.seats.iter().map(|&(_, count)| count).max().unwrap_or(0);
        self.begins = vec![0; self.seats.len()];
        let mut begin = 0;
        for larger in [true, false] {
            for (i, &(c, count)) in self.seats.iter().enumerate() {
                if (count == most) == larger {
                    self.begins[i] = begin;
                    self.order.push((begin, c));
                    begin += u128::from(compositions[c].1);
                }
            }
        }
    }

    /// Where the stretch of member i of m begins in the rows laid end to end.
    fn start(&self, i: usize, m: usize) -> u128 {
        self.seat_tickets * i as u128 / m as u128
    }

    /// The member of m whose stretch holds a position.
    fn owner(&self, position: u128, m: usize) -> usize {
        // start(i) ≤ position < start(i + 1) for exactly one i.
        let guess = ((position + 1) * m as u128).div_ceil(self.seat_tickets.max(1)) as usize;
        (guess.max(1) - 1).min(m - 1)
    }

    /// The composition and the offset in its tickets where a position falls; `None` past the last seat.
    fn place(&self, position: u128) -> Option<(usize, u64)> {
        if position >= self.seat_tickets {
            return None;
        }
        let in_row = position % u128::from(self.total);
        let i = self.order.partition_point(|&(begin, _)| begin <= in_row).checked_sub(1)?;
        let (begin, c) = self.order[i];
        Some((c, (in_row - begin) as u64))
    }
}
