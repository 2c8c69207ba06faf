//! Lists every plan of a small case. Shares no code with the library.

use std::cmp::Reverse;

/// People off their share, repeats, meetings of the pair that meets most, and people met by whoever meets the fewest.
pub type Rank = (usize, usize, usize, Reverse<usize>);

/// A small case; people are numbers.
#[derive(Debug, Clone)]
pub struct Small {
    pub values: Vec<Vec<usize>>,
    pub tables: usize,
    pub rounds: usize,
    pub together: Vec<Vec<usize>>,
    pub apart: Vec<Vec<usize>>,
}

/// One round: for each table, its people.
type Round = Vec<Vec<usize>>;

impl Small {
    /// Every way to seat one round that keeps the rules; tables of one size are not told apart.
    fn every_round(&self) -> Vec<Round> {
        let people = self.values.len();
        let large = people % self.tables;
        let sizes: Vec<usize> =
            (0..self.tables).map(|table| people / self.tables + usize::from(table < large)).collect();
        let mut all = Vec::new();
        let mut round = vec![Vec::new(); self.tables];
        self.seat(0, &sizes, &mut round, &mut all);
        all
    }

    fn seat(&self, person: usize, sizes: &[usize], round: &mut Round, all: &mut Vec<Round>) {
        if person == self.values.len() {
            if self.keeps_the_rules(round) {
                all.push(round.clone());
            }
            return;
        }
        for table in 0..sizes.len() {
            let same = (0..table).any(|other| sizes[other] == sizes[table] && round[other].is_empty());
            if round[table].len() < sizes[table] && !(round[table].is_empty() && same) {
                round[table].push(person);
                self.seat(person + 1, sizes, round, all);
                round[table].pop();
            }
        }
    }

    fn keeps_the_rules(&self, round: &Round) -> bool {
        let with =
            |table: &Vec<usize>, group: &Vec<usize>| group.iter().filter(|person| table.contains(person)).count();
        round.iter().all(|table| {
            self.together.iter().all(|group| [0, group.len()].contains(&with(table, group)))
                && self.apart.iter().all(|group| with(table, group) <= 1)
        })
    }

    /// People off the share of each value at each table, rounded down or up.
    fn off(&self, round: &Round) -> usize {
        let people = self.values.len();
        let mut off = 0;
        for category in 0..self.values[0].len() {
            for value in 0..5 {
                let all = self.values.iter().filter(|values| values[category] == value).count();
                for table in round {
                    let here = table.iter().filter(|&&person| self.values[person][category] == value).count();
                    // here is even if it is less than one away from all · size / people.
                    let share = all * table.len();
                    off += (0..=people)
                        .filter(|&even| (even * people).abs_diff(share) < people)
                        .map(|even| even.abs_diff(here))
                        .min()
                        .unwrap();
                }
            }
        }
        off
    }

    /// How good a plan is.
    pub fn rank(&self, rounds: &[Round]) -> Rank {
        let people = self.values.len();
        let mut together = vec![vec![0_usize; people]; people];
        for table in rounds.iter().flatten() {
            for &a in table {
                for &b in table {
                    together[a][b] += 1;
                }
            }
        }
        for group in &self.together {
            for &a in group {
                for &b in group {
                    together[a][b] = 0;
                }
            }
        }
        let mut repeats = 0;
        let mut most = 0;
        let mut met = vec![0; people];
        for (a, times) in together.iter().enumerate() {
            for (_, &times) in times.iter().enumerate().filter(|&(b, _)| a != b) {
                repeats += (0..times).sum::<usize>();
                most = most.max(times);
                met[a] += times.min(1);
            }
        }
        let off = rounds.iter().map(|round| self.off(round)).sum();
        (off, repeats / 2, most, Reverse(met.into_iter().min().unwrap()))
    }

    /// The best rank of all plans, if there is a plan; `look` sees the rank of each plan whose rounds are all as even as can be.
    pub fn best(&self, mut look: impl FnMut(Rank)) -> Option<Rank> {
        let all = self.every_round();
        // Evenness counts first and round by round.
        let least = all.iter().map(|round| self.off(round)).min()?;
        let even: Vec<&Round> = all.iter().filter(|round| self.off(round) == least).collect();
        let mut best = None;
        let mut chosen = vec![0; self.rounds];
        loop {
            let rounds: Vec<Round> = chosen.iter().map(|&round: &usize| even[round].clone()).collect();
            let rank = self.rank(&rounds);
            look(rank);
            best = Some(best.map_or(rank, |best: Rank| best.min(rank)));
            // The order of the rounds does not matter: the next descending list of numbers.
            let Some(up) =
                (0..self.rounds).rev().find(|&i| chosen[i] + 1 < if i == 0 { even.len() } else { chosen[i - 1] + 1 })
            else {
                return best;
            };
            chosen[up] += 1;
            chosen[up + 1..].fill(0);
        }
    }
}
