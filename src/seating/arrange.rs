//! Tables for one round that keep the rules on who sits together and apart.

use super::Gathering;
use super::chance::Chance;

/// Most placements that are tried before it is given up.
const TRIES: usize = 300_000;

/// What came of it.
pub(super) enum Arranged {
    /// The person at each position, table by table.
    Found(Vec<u16>),
    /// There is no way; all were tried.
    Impossible,
    /// None of those that were tried.
    GivenUp,
}

/// People who move as one, and whom the rules bind.
struct Unit {
    people: Vec<usize>,
    /// Earlier units in the list that may not sit at the same table.
    apart: Vec<usize>,
}

/// Seats everybody by chance: first, by trying one after another and going back where none fits, those whom the rules bind, the largest groups
/// first; then all others.
pub(super) fn arrange(gathering: &Gathering, chance: &mut Chance) -> Arranged {
    let n = gathering.people.len();
    let (numbers, apart) = (gathering.units(), gathering.kept_apart());
    let mut units: Vec<Unit> = Vec::new();
    let mut free = Vec::new();
    for first in 0..n {
        let people: Vec<usize> = (first..n).filter(|&person| numbers[person] == first).collect();
        match people.len() {
            0 => {}
            1 if !apart[first * n..(first + 1) * n].contains(&true) => free.push(first),
            _ => units.push(Unit { people, apart: Vec::new() }),
        }
    }
    chance.shuffle(&mut free);
    chance.shuffle(&mut units);
    let kept = |unit: &Unit| apart[unit.people[0] * n..(unit.people[0] + 1) * n].iter().filter(|&&apart| apart).count();
    units.sort_by_cached_key(|unit| std::cmp::Reverse((unit.people.len(), kept(unit))));
    for later in 0..units.len() {
        let of = units[later].people[0];
        units[later].apart = (0..later).filter(|&earlier| apart[of * n + units[earlier].people[0]]).collect();
    }
    let mut tables: Vec<usize> = (0..gathering.sizes.len()).collect();
    chance.shuffle(&mut tables);
    let mut trial = Trial { gathering, units: &units, tables, at: Vec::new(), room: gathering.sizes.clone(), tries: 0 };
    if !trial.place() {
        return if trial.tries > TRIES { Arranged::GivenUp } else { Arranged::Impossible };
    }
    let mut seats = Vec::with_capacity(n);
    for (table, &size) in gathering.sizes.iter().enumerate() {
        let end = seats.len() + size;
        let here = trial.at.iter().zip(&units).filter(|&(&at, _)| at == table).flat_map(|(_, unit)| &unit.people);
        seats.extend(here.map(|&person| person as u16));
        while seats.len() < end {
            let Some(person) = free.pop() else { return Arranged::GivenUp };
            seats.push(person as u16);
        }
    }
    Arranged::Found(seats)
}

struct Trial<'a> {
    gathering: &'a Gathering,
    units: &'a [Unit],
    /// Tables in the order in which they are tried.
    tables: Vec<usize>,
    /// The table of each unit that has one.
    at: Vec<usize>,
    room: Vec<usize>,
    tries: usize,
}

impl Trial<'_> {
    /// Whether all units find a table; the first way found stays in `at`.
    fn place(&mut self) -> bool {
        // For each unit that is being placed, the place in `tables` that is tried next.
        let mut next = vec![0];
        while let Some(&from) = next.last() {
            let unit = next.len() - 1;
            if unit == self.units.len() {
                return true;
            }
            self.tries += 1;
            if self.tries > TRIES {
                return false;
            }
            let found = (from..self.tables.len()).find(|&i| self.fits(unit, i));
            match found {
                Some(i) => {
                    next[unit] = i + 1;
                    next.push(0);
                    self.at.push(self.tables[i]);
                    self.room[self.tables[i]] -= self.units[unit].people.len();
                }
                None => {
                    next.pop();
                    if let (Some(table), Some(unit)) = (self.at.pop(), unit.checked_sub(1)) {
                        self.room[table] += self.units[unit].people.len();
                    }
                }
            }
        }
        false
    }

    fn fits(&self, unit: usize, i: usize) -> bool {
        let (table, this) = (self.tables[i], &self.units[unit]);
        // Of empty tables of one size, only the first is tried: the others would come to the same.
        let empty = |table: usize| self.room[table] == self.gathering.sizes[table];
        let same = |&other: &usize| empty(other) && self.room[other] == self.room[table];
        self.room[table] >= this.people.len()
            && this.apart.iter().all(|&other| self.at[other] != table)
            && !(empty(table) && self.tables[..i].iter().any(same))
    }
}
