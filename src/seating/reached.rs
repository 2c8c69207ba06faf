//! What a plan does, counted from the plan alone and not from what the search believes.

use std::cmp::Reverse;

use super::Gathering;
use super::bounds::pairs;

/// How far the values of one category are from an even spread, over all tables and rounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    /// How many people there are too many or too few, added up; 0 when each table has each value's share, rounded down or up.
    pub off: usize,
    /// Tables, over all rounds, where a value has too many or too few.
    pub tables: usize,
}

/// What a plan does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// For each category, how evenly it is spread.
    pub spread: Vec<Spread>,
    /// Meetings: two people at one table in one round, without those who always sit together.
    pub meetings: usize,
    /// Repeats: each meeting counts once for every earlier one of the same two people.
    pub repeats: usize,
    /// Pairs that meet more than once.
    pub repeated_pairs: usize,
    /// How many times the pair meets that meets most often.
    pub most_meetings: usize,
    /// For each person, how many different people they meet.
    pub met: Vec<usize>,
}

impl Reached {
    /// Counts what a plan does: for each round, for each table, the people at it.
    pub fn of(gathering: &Gathering, rounds: &[Vec<Vec<usize>>]) -> Self {
        let n = gathering.people.len();
        let units = gathering.units();
        let mut times = vec![0_usize; n * n];
        let tallies = gathering.tallies();
        let mut spread = vec![Spread { off: 0, tables: 0 }; gathering.categories.len()];
        for table in rounds.iter().flatten() {
            for (i, &a) in table.iter().enumerate() {
                for &b in &table[i + 1..] {
                    times[a.min(b) * n + a.max(b)] += 1;
                }
            }
            for (category, (spread, tally)) in spread.iter_mut().zip(&tallies).enumerate() {
                let off = tally.iter().enumerate().map(|(value, &all)| {
                    let here =
                        table.iter().filter(|&&person| gathering.people[person].values[category] == value).count();
                    let (least, most) = gathering.share(all, table.len());
                    least.saturating_sub(here) + here.saturating_sub(most)
                });
                let off = off.sum::<usize>();
                spread.off += off;
                spread.tables += usize::from(off > 0);
            }
        }
        let mut reached =
            Self { spread, meetings: 0, repeats: 0, repeated_pairs: 0, most_meetings: 0, met: vec![0; n] };
        for a in 0..n {
            for b in a + 1..n {
                let together = times[a * n + b];
                if together == 0 || units[a] == units[b] {
                    continue;
                }
                reached.meetings += together;
                reached.repeats += pairs(together);
                reached.repeated_pairs += usize::from(together > 1);
                reached.most_meetings = reached.most_meetings.max(together);
                reached.met[a] += 1;
                reached.met[b] += 1;
            }
        }
        reached
    }

    /// People who are too many or too few at some table, over all categories.
    pub fn off(&self) -> usize {
        self.spread.iter().map(|spread| spread.off).sum()
    }

    /// How many different people they meet who meet the fewest.
    pub fn fewest_met(&self) -> usize {
        self.met.iter().copied().min().unwrap_or_default()
    }

    /// How many different people they meet who meet the most.
    pub fn most_met(&self) -> usize {
        self.met.iter().copied().max().unwrap_or_default()
    }

    /// The goals, the most important first; of two plans the one with the smaller rank is the better.
    pub fn rank(&self) -> (usize, usize, usize, Reverse<usize>) {
        (self.off(), self.repeats, self.most_meetings, Reverse(self.fewest_met()))
    }
}
