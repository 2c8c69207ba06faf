//! A lottery: panels with whole numbers of equally likely tickets.

mod deal;
mod panels;
mod rotation;
mod rows;
mod statistics;

pub use deal::deal;
pub use panels::Panel;
pub use statistics::Statistics;

use panels::Panels;

/// Whole numbers in published files stay below this, so that every JSON reader has them exactly.
pub const NUMBER_LIMIT: u64 = 1 << 53;

/// Panels in strictly increasing order of their members, each with its tickets.
///
/// Tickets are numbered from 0; the first panel holds the first of them, and so on.
#[derive(Debug, Clone)]
pub struct Lottery {
    size: usize,
    tickets: u64,
    panels: Panels,
}

impl Lottery {
    /// Sorts panels and joins equal ones. The members of each must be ascending.
    pub fn new<'a>(size: usize, panels: impl IntoIterator<Item = Panel<'a>>) -> Self {
        let mut flat = Panels::default();
        for panel in panels {
            flat.push(panel.tickets, |members| members.extend_from_slice(panel.members));
        }
        Self::of(size, flat)
    }

    fn of(size: usize, mut panels: Panels) -> Self {
        panels.sort();
        let tickets = panels.iter().map(|panel| panel.tickets).sum();
        Self { size, tickets, panels }
    }

    /// The panel size k.
    pub fn size(&self) -> usize {
        self.size
    }

    /// How many tickets there are.
    pub fn tickets(&self) -> u64 {
        self.tickets
    }

    /// The panels, in order.
    pub fn panels(&self) -> impl ExactSizeIterator<Item = Panel<'_>> {
        self.panels.iter()
    }

    /// The panel at a position, counting from 0; `None` when there are not so many.
    pub fn panel(&self, position: usize) -> Option<Panel<'_>> {
        self.panels.get(position)
    }

    /// The position of the panel that holds a ticket; `None` when there is no such ticket.
    pub fn panel_of(&self, ticket: u64) -> Option<usize> {
        let mut end = 0;
        self.panels().position(|panel| {
            end += panel.tickets;
            ticket < end
        })
    }

    /// For each of `members` members, in order of their numbers, how many tickets select them.
    pub fn marginals(&self, members: usize) -> Vec<u64> {
        let mut marginals = vec![0; members];
        for panel in self.panels() {
            for &number in panel.members {
                if let Some(tickets) = marginals.get_mut(number as usize - 1) {
                    *tickets += panel.tickets;
                }
            }
        }
        marginals
    }
}
