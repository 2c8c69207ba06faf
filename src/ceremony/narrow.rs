//! What the digits that were drawn leave over.

use crate::lottery::Lottery;

/// The tickets that begin with some digits, and the panels that have any of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remaining {
    /// The first ticket.
    pub first: u64,
    /// The last ticket.
    pub last: u64,
    /// The position of the first panel in the lottery, counting from 0.
    pub first_panel: usize,
    /// The position of the last panel.
    pub last_panel: usize,
}

impl Remaining {
    /// How many tickets are left.
    pub fn tickets(&self) -> u64 {
        self.last - self.first + 1
    }

    /// How many panels are left.
    pub fn panels(&self) -> usize {
        self.last_panel - self.first_panel + 1
    }
}

/// What is left of a lottery of 10^`count` tickets after its first digits, at most `count` of them. `None` where the lottery has other tickets, or
/// the digits are too many or none.
pub fn narrow(lottery: &Lottery, count: u32, digits: &[u8]) -> Option<Remaining> {
    let missing = count.checked_sub(u32::try_from(digits.len()).ok()?)?;
    if 10_u64.checked_pow(count)? != lottery.tickets() || digits.iter().any(|digit| *digit > 9) {
        return None;
    }
    let width = 10_u64.pow(missing);
    let first = width * digits.iter().fold(0, |ticket, digit| 10 * ticket + u64::from(*digit));
    let last = first + (width - 1);
    Some(Remaining { first, last, first_panel: lottery.panel_of(first)?, last_panel: lottery.panel_of(last)? })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Remaining, narrow};
    use crate::lottery::{Lottery, Panel};

    /// Lotteries of 1, 10, 100 and 1000 tickets: few panels with many tickets, many with one, and what lies between.
    fn lotteries() -> Vec<(u32, Lottery)> {
        let mut lotteries = Vec::new();
        for count in 0..=3 {
            let tickets = 10_u64.pow(count);
            for step in [1, 2, 3, 7, 10, 11, 99, 100, 101, 500, 1000] {
                let mut left = tickets;
                let mut panels = Vec::new();
                for i in 0.. {
                    let some = (1 + (i * step) % (2 * step)).min(left);
                    if some == 0 {
                        break;
                    }
                    panels.push(([1, u32::try_from(i).unwrap_or(0) + 2], some));
                    left -= some;
                }
                let panels = panels.iter().map(|(members, tickets)| Panel { members, tickets: *tickets });
                lotteries.push((count, Lottery::new(2, panels)));
            }
        }
        lotteries
    }

    /// Where a way to narrow says something else than going through all tickets one by one.
    fn faults(narrow: impl Fn(&Lottery, u32, &[u8]) -> Option<Remaining>) -> usize {
        let mut faults = 0;
        for (count, lottery) in lotteries() {
            // Every ticket in its digits, with the position of its panel.
            let width = count as usize;
            let all: Vec<(String, usize)> = (0..)
                .zip(lottery.panels())
                .flat_map(|(position, panel)| (0..panel.tickets).map(move |_| position))
                .enumerate()
                .map(|(ticket, position)| {
                    let digits = format!("{ticket:0width$}");
                    (if width == 0 { String::new() } else { digits }, position)
                })
                .collect();
            let beginnings: BTreeSet<&str> =
                all.iter().flat_map(|(digits, _)| (0..=width).map(|length| &digits[..length])).collect();
            for beginning in beginnings {
                let begins = |ticket: &&(usize, &(String, usize))| ticket.1.0.starts_with(beginning);
                let with: Vec<(usize, &(String, usize))> =
                    all.iter().enumerate().filter(|ticket| begins(&ticket)).collect();
                let panels: BTreeSet<usize> = with.iter().map(|ticket| ticket.1.1).collect();
                let typed: Vec<u8> = beginning.bytes().map(|byte| byte - b'0').collect();
                let found = narrow(&lottery, count, &typed);
                let right = found.is_some_and(|left| {
                    left.tickets() == with.len() as u64
                        && left.first == with[0].0 as u64
                        && left.panels() == panels.len()
                        && (left.first_panel..=left.last_panel).eq(panels)
                });
                faults += usize::from(!right);
            }
        }
        faults
    }

    #[test]
    fn every_beginning_leaves_what_the_lottery_says() {
        assert_eq!(faults(narrow), 0);
    }

    #[test]
    fn what_is_planted_is_caught() {
        let changed = |change: fn(&Lottery, &mut Remaining)| {
            faults(|lottery, count, digits| {
                let mut left = narrow(lottery, count, digits)?;
                change(lottery, &mut left);
                Some(left)
            })
        };
        // One ticket too many; the panel of the ticket behind the last; the digits read from the other end.
        assert!(changed(|_, left| left.last += 1) > 0);
        assert!(
            changed(|lottery, left| left.last_panel = lottery.panel_of(left.last + 1).unwrap_or(left.last_panel)) > 0
        );
        assert!(
            changed(|lottery, left| left.first_panel = lottery.panel_of(left.first.saturating_sub(1)).unwrap_or(0)) > 0
        );
        let backwards = faults(|lottery, count, digits| {
            let digits: Vec<u8> = digits.iter().rev().copied().collect();
            narrow(lottery, count, &digits)
        });
        assert!(backwards > 0);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let lottery = Lottery::new(1, [Panel { members: &[1], tickets: 100 }]);
        assert!(narrow(&lottery, 2, &[0, 9]).is_some());
        for (count, digits) in [(2, &[0, 9, 1][..]), (2, &[10]), (3, &[1]), (1, &[1]), (20, &[1])] {
            assert_eq!(narrow(&lottery, count, digits), None, "{count} {digits:?}");
        }
    }
}
