//! A change of a plan: people of two tables change places in one round.

use super::chance::{Chance, place};
use super::state::State;

/// Most people that move each way at once.
const MOST: usize = 64;

/// People at two tables of one round who change places, pair by pair.
#[derive(Default)]
pub(super) struct Shift {
    pub round: usize,
    /// One table.
    pub left: usize,
    /// The other.
    pub right: usize,
    /// Positions at the one, and at the other.
    pairs: Vec<(u16, u16)>,
}

impl Shift {
    /// The positions that change places.
    pub fn pairs(&self) -> &[(u16, u16)] {
        &self.pairs
    }

    /// Whether a position at the left (0) or right (1) table is among them.
    pub fn moves(&self, side: usize, position: usize) -> bool {
        self.pairs.iter().any(|&(a, b)| usize::from(if side == 0 { a } else { b }) == position)
    }

    /// Chooses a change by chance: somebody who repeats meetings rather often, and somebody at another table. Who always sit together move together, and
    /// others with them so that the tables keep their sizes. False where that did not come out even.
    pub fn choose(&mut self, state: &State, chance: &mut Chance) -> bool {
        let n = state.people;
        let word = chance.word();
        self.round = place(word, state.rounds);
        let focused = word >> 63 == 1 && state.repeats > 0;
        let mut a = place(chance.word(), n);
        if focused {
            for _ in 0..8 {
                if state.repeats_of[a] > 0 {
                    break;
                }
                a = place(chance.word(), n);
            }
        }
        let p = state.places[self.round * n + a];
        self.left = usize::from(state.table_of[usize::from(p)]);
        // Rather often somebody with the same values: that leaves the spread as it is.
        let like = &state.alike[state.like[a]];
        let mut q = if word >> 62 & 1 == 1 {
            usize::from(state.places[self.round * n + usize::from(like[place(chance.word(), like.len())])])
        } else {
            place(chance.word(), n)
        };
        while usize::from(state.table_of[q]) == self.left {
            q = place(chance.word(), n);
        }
        self.right = usize::from(state.table_of[q]);
        self.pairs.clear();
        if !state.grouped {
            self.pairs.push((p, q as u16));
            return true;
        }
        let mut sides = [Vec::new(), Vec::new()];
        self.take(state, &mut sides[0], usize::from(p));
        self.take(state, &mut sides[1], q);
        for _ in 0..12 {
            let short = match sides[0].len().cmp(&sides[1].len()) {
                std::cmp::Ordering::Equal => {
                    let [left, right] = sides;
                    if left.len() > MOST {
                        return false;
                    }
                    self.pairs.extend(left.into_iter().zip(right));
                    return true;
                }
                std::cmp::Ordering::Less => 0,
                std::cmp::Ordering::Greater => 1,
            };
            let table = [self.left, self.right][short];
            let (first, end) = (state.starts[table], state.starts[table + 1]);
            let position = first + place(chance.word(), end - first);
            if !sides[short].contains(&(position as u16)) {
                self.take(state, &mut sides[short], position);
            }
        }
        false
    }

    /// Adds a position, and those of all who sit with its person.
    fn take(&self, state: &State, side: &mut Vec<u16>, position: usize) {
        let seats = &state.seats[self.round * state.people..(self.round + 1) * state.people];
        let table = usize::from(state.table_of[position]);
        let unit = state.units[usize::from(seats[position])];
        let of_unit = |other: &usize| state.units[usize::from(seats[*other])] == unit;
        side.extend((state.starts[table]..state.starts[table + 1]).filter(of_unit).map(|other| other as u16));
    }
}
