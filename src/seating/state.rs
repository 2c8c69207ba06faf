//! A plan that is being changed, with everything counted that the goals are about.

use std::collections::BTreeMap;

use super::Gathering;
use super::shift::Shift;

/// What one person too many or too few at a table costs while searching.
pub(super) const OFF: i32 = 64;
/// What a meeting costs two people for each earlier one.
const REPEAT: i32 = 16;
/// What a meeting costs that the rules forbid; more than anything that is ever accepted.
pub(super) const FORBIDDEN: i32 = 1 << 24;
/// Stands for the number of meetings of two who are kept apart.
const APART: u8 = u8::MAX;

/// A plan and its counts. A *position* is a place in a round: positions are numbered through table by table.
pub(super) struct State {
    pub people: usize,
    pub rounds: usize,
    /// The person at each position: `round · people + position`.
    pub seats: Vec<u16>,
    /// The position of each person: `round · people + person`.
    pub places: Vec<u16>,
    /// The table of each position.
    pub table_of: Vec<u16>,
    /// The first position of each table, and the end.
    pub starts: Vec<usize>,
    /// How often each two have met: `a · people + b`.
    times: Vec<u8>,
    /// What one more meeting costs two who have met so often.
    price: [i32; 256],
    /// Each person's values, as one numbering over all categories.
    slots: Vec<u16>,
    /// How many people of each value sit at each table: `(round · tables + table) · values + value`.
    tally: Vec<u16>,
    /// The least and most of them that are even: `table · values + value`.
    even: Vec<(u16, u16)>,
    values: usize,
    categories: usize,
    /// Meetings of each person with somebody whom they have met before.
    pub repeats_of: Vec<u16>,
    /// Meetings of each person that the rules leave open.
    pub meetings_of: Vec<u16>,
    /// Pairs by how often they have met, from two times on counted at all.
    pub pairs_by_times: Vec<usize>,
    /// People too many or too few.
    pub off: usize,
    /// Repeats: for each two people, the pairs of rounds in which they sit together.
    pub repeats: usize,
    /// For each person, the group that they move with.
    pub units: Vec<usize>,
    /// Whether any two always sit together.
    pub grouped: bool,
    /// People by their values.
    pub alike: Vec<Vec<u16>>,
    /// For each person, which of these they are among.
    pub like: Vec<usize>,
}

impl State {
    /// A plan as the positions of all rounds.
    pub fn new(gathering: &Gathering, seats: Vec<u16>) -> Self {
        let people = gathering.people.len();
        let rounds = gathering.rounds;
        let mut starts = vec![0];
        let mut table_of = Vec::with_capacity(people);
        for (table, &size) in gathering.sizes.iter().enumerate() {
            table_of.extend(std::iter::repeat_n(table as u16, size));
            starts.push(table_of.len());
        }
        let mut price = [FORBIDDEN; 256];
        for (times, price) in price.iter_mut().enumerate().take(usize::from(APART)) {
            *price = REPEAT * times as i32;
        }
        let firsts: Vec<usize> = gathering
            .categories
            .iter()
            .scan(0, |next, category| {
                let first = *next;
                *next += category.values.len();
                Some(first)
            })
            .collect();
        let values = gathering.categories.iter().map(|category| category.values.len()).sum();
        let all: Vec<usize> = gathering.tallies().concat();
        let even = gathering.sizes.iter().flat_map(|&size| {
            all.iter().map(move |&all| {
                let (least, most) = gathering.share(all, size);
                (least as u16, most as u16)
            })
        });
        let slots = gathering.people.iter().flat_map(|person| {
            person.values.iter().zip(&firsts).map(|(&value, &first)| (first + value) as u16).collect::<Vec<_>>()
        });
        let apart = gathering.kept_apart();
        let mut alike: BTreeMap<&[usize], Vec<u16>> = BTreeMap::new();
        for (number, person) in gathering.people.iter().enumerate() {
            alike.entry(&person.values).or_default().push(number as u16);
        }
        let alike: Vec<Vec<u16>> = alike.into_values().collect();
        let mut like = vec![0; people];
        for (number, people) in alike.iter().enumerate() {
            for &person in people {
                like[usize::from(person)] = number;
            }
        }
        let mut state = Self {
            people,
            rounds,
            places: vec![0; seats.len()],
            seats,
            table_of,
            starts,
            times: apart.iter().map(|&apart| if apart { APART } else { 0 }).collect(),
            price,
            slots: slots.collect(),
            tally: vec![0; rounds * gathering.sizes.len() * values],
            even: even.collect(),
            values,
            categories: gathering.categories.len(),
            repeats_of: vec![0; people],
            meetings_of: vec![0; people],
            pairs_by_times: vec![0; rounds + 2],
            off: 0,
            repeats: 0,
            units: gathering.units(),
            grouped: !gathering.together.is_empty(),
            alike,
            like,
        };
        state.count();
        state
    }

    /// Takes another plan.
    pub fn set(&mut self, seats: &[u16]) {
        self.seats.copy_from_slice(seats);
        for times in &mut self.times {
            if *times != APART {
                *times = 0;
            }
        }
        self.tally.fill(0);
        self.repeats_of.fill(0);
        self.meetings_of.fill(0);
        self.pairs_by_times.fill(0);
        (self.off, self.repeats) = (0, 0);
        self.count();
    }

    fn count(&mut self) {
        let n = self.people;
        for round in 0..self.rounds {
            for position in 0..n {
                let person = usize::from(self.seats[round * n + position]);
                self.places[round * n + person] = position as u16;
                let table = usize::from(self.table_of[position]);
                for category in 0..self.categories {
                    let cell = self.cell(round, table, self.slot(person, category));
                    self.tally[cell] += 1;
                }
                for other in self.starts[table]..position {
                    let other = usize::from(self.seats[round * n + other]);
                    if self.units[person] != self.units[other] {
                        self.meet(person, other);
                        self.meetings_of[person] += 1;
                        self.meetings_of[other] += 1;
                    }
                }
            }
            for table in 0..self.starts.len() - 1 {
                for value in 0..self.values {
                    self.off += self.beyond(table, value, self.tally[self.cell(round, table, value)]);
                }
            }
        }
    }

    fn slot(&self, person: usize, category: usize) -> usize {
        usize::from(self.slots[person * self.categories + category])
    }

    fn cell(&self, round: usize, table: usize, value: usize) -> usize {
        (round * (self.starts.len() - 1) + table) * self.values + value
    }

    /// How far a count is from the even share of a value at a table.
    fn beyond(&self, table: usize, value: usize, count: u16) -> usize {
        let (least, most) = self.even[table * self.values + value];
        usize::from(least.saturating_sub(count) + count.saturating_sub(most))
    }

    /// Two people meet once more.
    fn meet(&mut self, a: usize, b: usize) {
        let times = self.times[a * self.people + b];
        self.times[a * self.people + b] = times.saturating_add(1);
        self.times[b * self.people + a] = times.saturating_add(1);
        if times >= 1 {
            self.repeats += usize::from(times);
            self.repeats_of[a] += 1;
            self.repeats_of[b] += 1;
            if let Some(pairs) = self.pairs_by_times.get_mut(usize::from(times)) {
                *pairs = pairs.saturating_sub(1);
            }
            if let Some(pairs) = self.pairs_by_times.get_mut(usize::from(times) + 1) {
                *pairs += 1;
            }
        }
    }

    /// Two people meet once less.
    fn part(&mut self, a: usize, b: usize) {
        let times = self.times[a * self.people + b];
        self.times[a * self.people + b] = times.saturating_sub(1);
        self.times[b * self.people + a] = times.saturating_sub(1);
        if times >= 2 {
            self.repeats -= usize::from(times) - 1;
            self.repeats_of[a] -= 1;
            self.repeats_of[b] -= 1;
            let times = usize::from(times);
            self.pairs_by_times[times] -= 1;
            if times >= 3 {
                self.pairs_by_times[times - 1] += 1;
            }
        }
    }

    /// What the meetings cost more after a change.
    pub fn price_of(&self, shift: &Shift) -> i32 {
        let n = self.people;
        let seats = &self.seats[shift.round * n..(shift.round + 1) * n];
        let mut price = 0;
        for (stay, from, to) in [(shift.left, 0, 1), (shift.right, 1, 0)] {
            for position in self.starts[stay]..self.starts[stay + 1] {
                if shift.moves(from, position) {
                    continue;
                }
                let person = usize::from(seats[position]);
                let times = &self.times[person * n..(person + 1) * n];
                for &(a, b) in shift.pairs() {
                    let (leaves, comes) = if to == 1 { (a, b) } else { (b, a) };
                    let before = times[usize::from(seats[usize::from(leaves)])];
                    let after = times[usize::from(seats[usize::from(comes)])];
                    price += self.price[usize::from(after)] - self.price[usize::from(before.saturating_sub(1))];
                }
            }
        }
        price
    }

    /// Exchanges who sits at the positions, as far as the values at the tables are concerned; how many more are too many or too few.
    pub fn remix(&mut self, shift: &Shift, back: bool) -> i32 {
        if self.categories == 0 {
            return 0;
        }
        let mut more = 0;
        for &(a, b) in shift.pairs() {
            let first = shift.round * self.people;
            let (a, b) =
                (usize::from(self.seats[first + usize::from(a)]), usize::from(self.seats[first + usize::from(b)]));
            let (a, b) = if back { (b, a) } else { (a, b) };
            for category in 0..self.categories {
                let (old, new) = (self.slot(a, category), self.slot(b, category));
                if old == new {
                    continue;
                }
                for (table, gone, come) in [(shift.left, old, new), (shift.right, new, old)] {
                    for (value, up) in [(gone, false), (come, true)] {
                        let cell = self.cell(shift.round, table, value);
                        let before = self.beyond(table, value, self.tally[cell]);
                        self.tally[cell] = if up { self.tally[cell] + 1 } else { self.tally[cell] - 1 };
                        more += self.beyond(table, value, self.tally[cell]) as i32 - before as i32;
                    }
                }
            }
        }
        more
    }

    /// Makes a change, of which [`State::remix`] was made already with this result.
    pub fn make(&mut self, shift: &Shift, more_off: i32) {
        let n = self.people;
        let first = shift.round * n;
        for (stay, side) in [(shift.left, 0), (shift.right, 1)] {
            for position in self.starts[stay]..self.starts[stay + 1] {
                if shift.moves(side, position) {
                    continue;
                }
                let person = usize::from(self.seats[first + position]);
                for i in 0..shift.pairs().len() {
                    let (a, b) = shift.pairs()[i];
                    let (leaves, comes) = if side == 0 { (a, b) } else { (b, a) };
                    let leaves = usize::from(self.seats[first + usize::from(leaves)]);
                    let comes = usize::from(self.seats[first + usize::from(comes)]);
                    self.part(person, leaves);
                    self.meet(person, comes);
                    self.meetings_of[leaves] -= 1;
                    self.meetings_of[comes] += 1;
                }
            }
        }
        for &(a, b) in shift.pairs() {
            let (a, b) = (first + usize::from(a), first + usize::from(b));
            self.seats.swap(a, b);
            self.places[first + usize::from(self.seats[a])] = (a - first) as u16;
            self.places[first + usize::from(self.seats[b])] = (b - first) as u16;
        }
        self.off = (self.off as i32 + more_off).unsigned_abs() as usize;
    }

    /// How many times the pair meets that meets most often.
    pub fn most_meetings(&self) -> usize {
        let once = usize::from(self.meetings_of.iter().any(|&meetings| meetings > 0));
        self.pairs_by_times.iter().rposition(|&pairs| pairs > 0).unwrap_or(once)
    }

    /// How many different people a person meets.
    pub fn met(&self, person: usize) -> usize {
        usize::from(self.meetings_of[person] - self.repeats_of[person])
    }

    /// How many different people they meet who meet the fewest, and how many people meet so few.
    pub fn fewest_met(&self) -> (usize, usize) {
        let mut fewest = (usize::MAX, 0);
        for person in 0..self.people {
            let met = self.met(person);
            if met < fewest.0 {
                fewest = (met, 0);
            }
            fewest.1 += usize::from(met == fewest.0);
        }
        fewest
    }
}
