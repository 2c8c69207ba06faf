//! Which of the panels the parts of a set become. Any answer is right, since all panels have the same size and quotas; this one lets members sit on each of
//! them about equally often, panel of the lottery by panel, each time with what evens out best by then.

use crate::lottery::Panel;

/// The tickets that every member has on each of the panels so far.
pub(super) struct Evened {
    panels: usize,
    tickets: Vec<u64>,
}

impl Evened {
    pub fn new(members: usize, panels: usize) -> Self {
        Self { panels, tickets: vec![0; members.saturating_mul(panels)] }
    }

    fn at(&self, number: u32, panel: usize) -> usize {
        (number as usize - 1) * self.panels + panel
    }

    /// For each member of a panel of the lottery, in order, which of the panels (from 1). `seats` has kind and place of each member,
    /// and `cut` the part (from 0) of each, both by kind.
    pub fn seat(&mut self, panel: Panel<'_>, seats: &[(usize, usize)], cut: &[u32]) -> Vec<u32> {
        let number = |seat: &(usize, usize)| panel.members[seat.1];
        let groups = || {
            let mut begin = 0;
            seats.chunk_by(|a, b| a.0 == b.0).map(move |group| {
                begin += group.len();
                (group, &cut[begin - group.len()..begin])
            })
        };
        // The parts are moved on by so many panels. What counts is what the members of a kind have there by now, on average.
        let weight = |shift: usize| -> u128 {
            let of_group = |(group, parts): (&[(usize, usize)], &[u32])| -> u128 {
                let have = |part: &u32| -> u128 {
                    let to = (*part as usize + shift) % self.panels;
                    group.iter().map(|seat| u128::from(self.tickets[self.at(number(seat), to)])).sum()
                };
                parts.iter().map(have).sum::<u128>() / group.len() as u128
            };
            groups().map(of_group).sum()
        };
        let shift = (0..self.panels).min_by_key(|&shift| weight(shift)).unwrap_or_default();
        let mut labels = vec![0; seats.len()];
        for (group, parts) in groups() {
            let mut free: Vec<(usize, usize)> = group.to_vec();
            for &part in parts {
                let to = (part as usize + shift) % self.panels;
                let fewest = (0..free.len()).min_by_key(|&i| self.tickets[self.at(number(&free[i]), to)]);
                let Some(fewest) = fewest else { continue };
                let seat = free.remove(fewest);
                labels[seat.1] = to as u32 + 1;
                let at = self.at(number(&seat), to);
                self.tickets[at] += panel.tickets;
            }
        }
        labels
    }
}
