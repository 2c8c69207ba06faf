//! Numbers that several parts of the page need.

use super::Told;
use crate::instance::Standing;

/// Tickets and chances.
pub(super) struct Numbers {
    /// Each member's tickets.
    pub tickets: Vec<u64>,
    /// Those for whom the lottery decides: the indices of members who are neither included nor excluded.
    pub open: Vec<usize>,
    /// How many seats the lottery decides.
    pub open_seats: usize,
    /// How many of `open` have no ticket.
    pub without: usize,
    /// The chances of those who can be drawn, ascending.
    pub chances: Vec<f64>,
}

impl Numbers {
    pub fn of(told: &Told) -> Self {
        let members = told.instance.members();
        let tickets = told.lottery.marginals(members.len());
        let standing = |wanted: Standing| {
            members.iter().enumerate().filter(move |(_, member)| member.standing == wanted).map(|(index, _)| index)
        };
        let open: Vec<usize> = standing(Standing::Open).collect();
        let of = |index: &usize| tickets.get(*index).copied().unwrap_or_default();
        let mut with: Vec<u64> = open.iter().map(of).filter(|tickets| *tickets > 0).collect();
        with.sort_unstable();
        let all = told.lottery.tickets() as f64;
        Self {
            open_seats: told.setup.size.saturating_sub(standing(Standing::Included).count()),
            without: open.len() - with.len(),
            chances: with.into_iter().map(|tickets| tickets as f64 / all).collect(),
            open,
            tickets,
        }
    }

    /// Whether the lottery decides for everybody.
    pub fn is_for_all(&self) -> bool {
        self.open.len() == self.tickets.len()
    }

    /// The smallest and the largest chance of everybody for whom the lottery decides.
    pub fn ends(&self) -> (f64, f64) {
        let largest = self.chances.last().copied().unwrap_or_default();
        (if self.without > 0 { 0.0 } else { self.smallest_drawn() }, largest)
    }

    /// The smallest chance of those who can be drawn.
    pub fn smallest_drawn(&self) -> f64 {
        self.chances.first().copied().unwrap_or_default()
    }

    /// Chances of everybody for whom the lottery decides, ascending.
    pub fn of_open(&self) -> Vec<f64> {
        std::iter::repeat_n(0.0, self.without).chain(self.chances.iter().copied()).collect()
    }
}

/// What `part` of ascending chances do not exceed.
pub(super) fn quantile(ascending: &[f64], part: f64) -> f64 {
    let last = ascending.len().saturating_sub(1);
    let rank = (part * ascending.len() as f64).ceil() as usize;
    ascending.get(rank.saturating_sub(1).min(last)).copied().unwrap_or_default()
}

/// A fraction of the certificate as a number to be shown.
pub(super) fn fraction(text: &str) -> Option<f64> {
    let (top, bottom) = text.split_once('/').unwrap_or((text, "1"));
    let value = top.parse::<f64>().ok()? / bottom.parse::<f64>().ok()?;
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::{fraction, quantile};

    #[test]
    fn parts_and_fractions() {
        let chances = [0.1, 0.2, 0.3, 0.4];
        assert_eq!([0.0, 0.25, 0.26, 0.5, 1.0].map(|part| quantile(&chances, part)), [0.1, 0.1, 0.2, 0.2, 0.4]);
        assert!(quantile(&[], 0.5).abs() < 1e-12);
        assert_eq!(
            [fraction("1/4"), fraction("1"), fraction("x/2"), fraction("1/0")],
            [Some(0.25), Some(1.0), None, None]
        );
    }
}
