//! The best replacement: whom of the alternates to call in, exactly.
//!
//! Branch and bound over kinds of alternates. The bound lets every category choose for itself whom to call, as long as all call equally many: in each,
//! missing values are filled first (the heaviest first), then values with room, then those that are full already (the lightest first). That
//! cost is convex in the number called, so the least sum over the categories is found by going up while it pays.

use super::needs::Needs;

/// Some alternates who count for the same rows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<'a> {
    pub rows: &'a [usize],
    pub copies: usize,
    /// The place of an earlier item that is like this one in every respect: it is called first.
    pub after: Option<usize>,
}

/// Of some alternates (by their place among the items), at most so many may be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Limit {
    pub most: usize,
    pub items: Vec<usize>,
}

/// The search, with room that it uses again and again.
pub(super) struct Inner<'a> {
    needs: &'a Needs,
    have: Vec<i64>,
    left: Vec<i64>,
    people: usize,
    cost: i64,
    marginal: Vec<i64>,
    limits: Vec<(usize, Vec<usize>)>,
    best: i64,
    called: Vec<usize>,
    /// How many places of the search tree were looked at so far.
    pub nodes: u64,
    /// How many of each item are called in the best replacement that was found last.
    pub found: Vec<usize>,
}

impl<'a> Inner<'a> {
    pub fn new(needs: &'a Needs) -> Self {
        Self {
            needs,
            have: Vec::new(),
            left: Vec::new(),
            people: 0,
            cost: 0,
            marginal: Vec::new(),
            limits: Vec::new(),
            best: 0,
            called: Vec::new(),
            nodes: 0,
            found: Vec::new(),
        }
    }

    fn start(&mut self, items: &[Item<'_>], have: &[i64], seats: usize) {
        self.have.clear();
        self.have.extend_from_slice(have);
        self.cost = self.needs.deviation(have, seats);
        self.left.clear();
        self.left.resize(self.needs.len(), 0);
        self.people = 0;
        for item in items {
            self.supply(item.rows, item.copies as i64);
        }
    }

    fn supply(&mut self, rows: &[usize], copies: i64) {
        for &row in rows {
            self.left[row] += copies;
        }
        self.people = self.people.wrapping_add_signed(copies as isize);
    }

    fn seat(&mut self, rows: &[usize]) {
        self.cost -= self.needs.seat;
        for &row in rows {
            let have = self.have[row];
            if have < self.needs.min[row] {
                self.cost -= self.needs.weight[row];
            } else if have >= self.needs.max[row] {
                self.cost += self.needs.weight[row];
            }
            self.have[row] = have + 1;
        }
    }

    fn unseat(&mut self, rows: &[usize]) {
        self.cost += self.needs.seat;
        for &row in rows {
            let have = self.have[row] - 1;
            if have < self.needs.min[row] {
                self.cost += self.needs.weight[row];
            } else if have >= self.needs.max[row] {
                self.cost -= self.needs.weight[row];
            }
            self.have[row] = have;
        }
    }

    /// A deviation that no replacement from those left stays below.
    fn bound(&mut self, seats: usize) -> i64 {
        self.nodes += 1;
        let Self { needs, have, left, marginal, .. } = self;
        let most = seats.min(self.people);
        let mut bound = self.cost;
        // A combination gains at most what is missing of it.
        for row in needs.values..have.len() {
            let missing = (needs.min[row] - have[row]).max(0).min(left[row]).min(most as i64);
            bound -= missing * needs.weight[row];
        }
        marginal.clear();
        marginal.resize(most, -needs.seat);
        for rows in &needs.categories {
            let mut called = 0;
            for &row in rows {
                let fill = (needs.min[row] - have[row]).max(0).min(left[row]) as usize;
                let until = (called + fill).min(most);
                for step in &mut marginal[called..until] {
                    *step -= needs.weight[row];
                }
                called = until;
            }
            if called == most {
                continue;
            }
            for &row in rows {
                let fill = (needs.min[row] - have[row]).max(0).min(left[row]);
                let room = needs.max[row] - have[row].max(needs.min[row]).min(needs.max[row]);
                called += (left[row] - fill).min(room) as usize;
            }
            for &row in rows.iter().rev() {
                if called >= most {
                    break;
                }
                let until = (called + (left[row] - needs.max[row] + have[row]).clamp(0, left[row]) as usize).min(most);
                for step in &mut marginal[called..until] {
                    *step += needs.weight[row];
                }
                called = until;
            }
        }
        bound + marginal.iter().take_while(|step| **step < 0).sum::<i64>()
    }

    /// A deviation that no replacement stays below where `first` is called in and others of the items may be.
    pub fn bound_with(&mut self, items: &[Item<'_>], first: &[usize], have: &[i64], seats: usize) -> i64 {
        self.start(items, have, seats);
        self.seat(first);
        self.bound(seats - 1)
    }

    /// The least deviation of all replacements, if it is below `below`; for the panel with `have` people in each row and `seats` empty seats.
    /// Those called are in `found`. Items are tried in the order given, as many of each as possible first: of equally good replacements, the
    /// one found has the most of the first item, then of the second, and so on.
    pub fn best(
        &mut self,
        items: &[Item<'_>],
        limits: &[Limit],
        have: &[i64],
        seats: usize,
        below: i64,
    ) -> Option<i64> {
        self.start(items, have, seats);
        self.search(items, limits, seats, below)
    }

    /// The same, where `first` is called in already.
    pub fn best_with(
        &mut self,
        items: &[Item<'_>],
        first: &[usize],
        have: &[i64],
        seats: usize,
        below: i64,
    ) -> Option<i64> {
        self.start(items, have, seats);
        self.seat(first);
        self.search(items, &[], seats - 1, below)
    }

    fn search(&mut self, items: &[Item<'_>], limits: &[Limit], seats: usize, below: i64) -> Option<i64> {
        self.limits.clear();
        self.limits.extend(limits.iter().map(|limit| (limit.most, limit.items.clone())));
        self.called.clear();
        self.called.resize(items.len(), 0);
        self.best = below;
        self.found.clear();
        if below == i64::MAX && limits.is_empty() {
            // What comes out must be as good as the plain choice.
            self.best = self.plainly(items, seats).saturating_add(1);
        }
        self.go_on(items, 0, seats);
        (self.best < below && self.found.len() == items.len()).then_some(self.best)
    }

    /// The deviation when whoever helps most is called in next, until nobody helps.
    fn plainly(&mut self, items: &[Item<'_>], seats: usize) -> i64 {
        let start = self.cost;
        let mut called: Vec<usize> = Vec::new();
        let mut copies: Vec<usize> = items.iter().map(|item| item.copies).collect();
        while called.len() < seats {
            let before = self.cost;
            let mut best = (before, 0);
            for (place, item) in items.iter().enumerate().filter(|(place, _)| copies[*place] > 0) {
                self.seat(item.rows);
                if self.cost < best.0 {
                    best = (self.cost, place);
                }
                self.unseat(item.rows);
            }
            if best.0 >= before {
                break;
            }
            self.seat(items[best.1].rows);
            copies[best.1] -= 1;
            called.push(best.1);
        }
        let reached = self.cost;
        called.iter().rev().for_each(|&place| self.unseat(items[place].rows));
        debug_assert_eq!(self.cost, start);
        reached
    }

    fn go_on(&mut self, items: &[Item<'_>], from: usize, seats: usize) {
        let end = from == items.len() || seats == 0;
        if !end && self.bound(seats) >= self.best {
            return;
        }
        let Some(item) = items.get(from).filter(|_| !end) else {
            if self.cost < self.best {
                self.best = self.cost;
                self.found.clear();
                self.found.extend_from_slice(&self.called);
            }
            return;
        };
        self.supply(item.rows, -(item.copies as i64));
        let open = self.limits.iter().filter(|(_, items)| items.contains(&from)).map(|(most, _)| *most).min();
        let turn = item.after.is_none_or(|earlier| self.called[earlier] > 0);
        let most = if turn { item.copies.min(seats).min(open.unwrap_or(usize::MAX)) } else { 0 };
        for _ in 0..most {
            self.seat(item.rows);
        }
        for called in (0..=most).rev() {
            self.called[from] = called;
            self.limit(from, called, false);
            self.go_on(items, from + 1, seats - called);
            self.limit(from, called, true);
            if called > 0 {
                self.unseat(item.rows);
            }
        }
        self.called[from] = 0;
        self.supply(item.rows, item.copies as i64);
    }

    fn limit(&mut self, item: usize, called: usize, back: bool) {
        for (most, items) in &mut self.limits {
            if items.contains(&item) {
                *most = if back { *most + called } else { most.saturating_sub(called) };
            }
        }
    }
}
