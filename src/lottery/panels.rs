//! Many panels in little memory: the members of all of them in one list, and an order to read it in.

use serde::Serialize;

/// One panel and its tickets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Panel<'a> {
    /// Member numbers (from 1), ascending.
    pub members: &'a [u32],
    /// Tickets, at least 1.
    pub tickets: u64,
}

/// A list of panels.
#[derive(Debug, Clone, Default)]
pub(super) struct Panels {
    /// The members of all panels as they came, one panel after the other.
    members: Vec<u32>,
    /// In the order of the list: where a panel's members begin and end among all, and its tickets.
    panels: Vec<(usize, usize, u64)>,
}

impl Panels {
    /// No panels, with room for so many of this size. (A list that grows as it is filled takes up to three times its size on the way.)
    pub fn with_room(panels: usize, size: usize) -> Self {
        Self { members: Vec::with_capacity(panels.saturating_mul(size)), panels: Vec::with_capacity(panels) }
    }

    /// Adds a panel at the end of the list; `seat` adds its members to those of the others.
    pub fn push(&mut self, tickets: u64, seat: impl FnOnce(&mut Vec<u32>)) {
        let begin = self.members.len();
        seat(&mut self.members);
        self.panels.push((begin, self.members.len(), tickets));
    }

    /// Adds a panel whose members `seat` gives in any order.
    pub fn push_unsorted(&mut self, tickets: u64, seat: impl FnOnce(&mut Vec<u32>)) {
        self.push(tickets, |members| {
            let begin = members.len();
            seat(members);
            if let Some(seated) = members.get_mut(begin..) {
                seated.sort_unstable();
            }
        });
    }

    /// Puts the panels in increasing order of their members and joins equal ones.
    pub fn sort(&mut self) {
        let Self { members, panels } = self;
        let seats = |&(begin, end, _): &(usize, usize, u64)| members.get(begin..end).unwrap_or_default();
        panels.sort_unstable_by(|a, b| seats(a).cmp(seats(b)));
        panels.dedup_by(|next, kept| {
            let same = seats(next) == seats(kept);
            if same {
                kept.2 += next.2;
            }
            same
        });
    }

    /// The panels in the order of the list.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Panel<'_>> {
        self.panels.iter().map(|entry| self.panel(entry))
    }

    /// The panel at a position of the list.
    pub fn get(&self, position: usize) -> Option<Panel<'_>> {
        self.panels.get(position).map(|entry| self.panel(entry))
    }

    fn panel(&self, &(begin, end, tickets): &(usize, usize, u64)) -> Panel<'_> {
        Panel { members: self.members.get(begin..end).unwrap_or_default(), tickets }
    }
}

#[cfg(test)]
mod tests {
    use super::{Panel, Panels};

    #[test]
    fn panels_are_sorted_by_their_members_and_joined() {
        let mut panels = Panels::with_room(2, 2);
        for (members, tickets) in [(&[3, 2][..], 4), (&[1, 10], 5), (&[2], 7), (&[2, 3], 1)] {
            panels.push_unsorted(tickets, |all| all.extend_from_slice(members));
        }
        panels.sort();
        let panel = |members, tickets| Panel { members, tickets };
        let expected = [panel(&[1, 10], 5), panel(&[2], 7), panel(&[2, 3], 5)];
        assert!(panels.iter().eq(expected), "{panels:?}");
        assert_eq!([panels.get(2), panels.get(3)], [Some(expected[2]), None]);
    }
}
