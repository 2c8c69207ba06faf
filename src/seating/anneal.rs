//! Simulated annealing over changes of two tables, in whole numbers. Kirkpatrick, Gelatt and Vecchi (1983).

use std::cmp::Reverse;

use super::Bounds;
use super::chance::{Chance, surprise};
use super::shift::Shift;
use super::state::{FORBIDDEN, OFF, State};

/// Steps between two looks at the temperature.
const STAGE: u64 = 256;
/// In the last part of a run only changes are kept that make nothing worse: one step in so many.
const POLISH: u64 = 4;

/// The goals, the most important first: people off, repeats, meetings of the pair that meets most, people met by whoever meets the fewest.
pub(super) type Rank = (usize, usize, usize, Reverse<usize>);

/// The best plan so far.
pub(super) struct Best {
    pub rank: Rank,
    pub seats: Vec<u16>,
}

impl Best {
    pub fn new() -> Self {
        Self { rank: (usize::MAX, 0, 0, Reverse(0)), seats: Vec::new() }
    }

    /// Keeps the plan if it is better.
    pub fn look(&mut self, state: &State) {
        if (state.off, state.repeats) > (self.rank.0, self.rank.1) {
            return;
        }
        let rank = rank(state);
        if rank < self.rank {
            self.rank = rank;
            self.seats.clone_from(&state.seats);
        }
    }

    /// Whether no plan is better, as far as the bounds know.
    pub fn is_proven(&self, bounds: &Bounds) -> bool {
        let (_, repeats, most, _) = self.rank;
        self.rank <= (0, bounds.repeats, bounds.most_meetings, Reverse(bounds.fewest_met_with(repeats, most)))
    }
}

fn rank(state: &State) -> Rank {
    (state.off, state.repeats, state.most_meetings(), Reverse(state.fewest_met().0))
}

/// From how warm to how cold: a change that costs as much as the temperature is accepted every second time.
#[derive(Clone, Copy)]
pub(super) struct Cooling {
    pub from: i64,
    /// How often the temperature is halved.
    pub halvings: u64,
}

impl Cooling {
    /// The temperature in 256ths after `step` of `steps`: halved again and again, in a straight line between.
    fn at(self, step: u64, steps: u64) -> i64 {
        let along = step * self.halvings * 256 / steps.max(1);
        let from = (self.from * 256) >> (along / 256);
        from - from * (along % 256) as i64 / 512
    }
}

/// Walks from the state by chance, and keeps the best that it meets. Stops early where no plan can be better.
pub(super) fn anneal(
    state: &mut State,
    chance: &mut Chance,
    steps: u64,
    cooling: Cooling,
    bounds: &Bounds,
    best: &mut Best,
) {
    let mut shift = Shift::default();
    let mut own = Best::new();
    own.look(state);
    let walk = steps - steps / POLISH;
    let mut temperature = 0;
    for step in 0..walk {
        if step % STAGE == 0 {
            temperature = cooling.at(step, walk);
            if own.is_proven(bounds) {
                break;
            }
        }
        if !shift.choose(state, chance) {
            continue;
        }
        // −log2 of chance times the temperature: as much as the change may cost.
        let most = ((surprise(chance.word()) * temperature) >> 16) as i32;
        let price = state.price_of(&shift);
        if price >= FORBIDDEN {
            continue;
        }
        let more_off = state.remix(&shift, false);
        if price + OFF * more_off > most {
            state.remix(&shift, true);
            continue;
        }
        state.make(&shift, more_off);
        own.look(state);
    }
    if own.rank < best.rank {
        polish(state, chance, steps - walk, bounds, &mut own);
    }
    if own.rank < best.rank {
        *best = own;
    }
}

/// From the best plan on, keeps changes that make no goal worse before it makes a more important one better.
fn polish(state: &mut State, chance: &mut Chance, steps: u64, bounds: &Bounds, own: &mut Best) {
    let fine = |state: &State| {
        let most = state.most_meetings();
        let (fewest, so_few) = state.fewest_met();
        let so_often = state.pairs_by_times.get(most).copied().unwrap_or_default();
        (state.off, state.repeats, most, Reverse(fewest), so_often, so_few)
    };
    let mut shift = Shift::default();
    let seats = own.seats.clone();
    state.set(&seats);
    let mut now = fine(state);
    for step in 0..steps {
        if step % STAGE == 0 && own.is_proven(bounds) {
            return;
        }
        if !shift.choose(state, chance) {
            continue;
        }
        // Whatever costs more than this has another repeat.
        if state.price_of(&shift) > 4 * OFF {
            continue;
        }
        let more_off = state.remix(&shift, false);
        if more_off > 0 {
            state.remix(&shift, true);
            continue;
        }
        state.make(&shift, more_off);
        let then = fine(state);
        if then <= now {
            now = then;
            own.look(state);
        } else {
            let less_off = state.remix(&shift, false);
            state.make(&shift, less_off);
        }
    }
}
