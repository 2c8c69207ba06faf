//! Several runs from different beginnings; the best plan of all.

use super::anneal::{Best, Cooling, anneal};
use super::arrange::{Arranged, arrange};
use super::chance::Chance;
use super::lattice::lattice;
use super::state::State;
use super::{Bounds, Gathering, Reached};

/// Runs of the search, unless one of them meets the bounds.
const RUNS: u64 = 5;
/// Steps of a run for each seat of each round.
const STEPS: u64 = 10_000;
/// Most looks at a pair of people, over all runs: what makes large plans end in time.
const LOOKS: u64 = 800_000_000;

/// From chance to a plan: at first a repeat is accepted every second time, at last never.
const FULL: Cooling = Cooling { from: 16, halvings: 4 };
/// From a good plan to a better one.
const MILD: Cooling = Cooling { from: 6, halvings: 3 };

/// Who sits where, and how good that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// For each round, for each table, the people at it in ascending order.
    pub rounds: Vec<Vec<Vec<usize>>>,
    /// What it does.
    pub reached: Reached,
    /// What no plan does better.
    pub bounds: Bounds,
}

/// Why there is no plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoSeating {
    /// The rules leave no way to seat everybody.
    #[error("nobody can seat everybody so that all who are to sit together do, and all who are to sit apart")]
    Impossible,
    /// No way was found.
    #[error("no way was found to seat everybody so that all who are to sit together do, and all who are to sit apart")]
    NotFound,
}

impl NoSeating {
    /// What to do next.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Impossible => "Take somebody out of a group, or change the number of tables.",
            Self::NotFound => {
                "There may be one: the search gave up. Make the groups smaller, or change the number of tables."
            }
        }
    }
}

/// Finds a plan; the same gathering and key give the same one.
///
/// # Errors
/// Where the rules leave none, or none is found that keeps them.
pub fn seat(gathering: &Gathering, key: [u8; 32]) -> Result<Plan, NoSeating> {
    let seats = (gathering.people.len() * gathering.rounds) as u64;
    let looks = 4 * gathering.sizes.first().copied().unwrap_or(1).max(4) as u64;
    seat_with(gathering, key, RUNS, (seats * STEPS).min(LOOKS / RUNS / looks))
}

/// [`seat`] with a number of runs, and of steps for each of them.
///
/// # Errors
/// As [`seat`].
pub fn seat_with(gathering: &Gathering, key: [u8; 32], runs: u64, steps: u64) -> Result<Plan, NoSeating> {
    let bounds = Bounds::of(gathering);
    let mut best = Best::new();
    let base = match arrange(gathering, &mut Chance::new(key, 0)) {
        Arranged::Found(seats) => seats,
        Arranged::Impossible => return Err(NoSeating::Impossible),
        Arranged::GivenUp => return Err(NoSeating::NotFound),
    };
    let all = gathering.people.len() * gathering.rounds;
    for run in 1..=runs {
        let mut chance = Chance::new(key, run);
        // The first run begins where few meet twice, and does not leave it altogether.
        let begun = if run == 1 { lattice(gathering, &mut chance) } else { None };
        let cooling = if begun.is_some() { MILD } else { FULL };
        let mut seats = begun.unwrap_or_default();
        while seats.len() < all {
            match arrange(gathering, &mut chance) {
                Arranged::Found(round) => seats.extend(round),
                _ => seats.extend_from_slice(&base),
            }
        }
        let mut state = State::new(gathering, seats);
        best.look(&state);
        if gathering.sizes.len() > 1 {
            anneal(&mut state, &mut chance, steps, cooling, &bounds, &mut best);
        }
        if best.is_proven(&bounds) {
            break;
        }
    }
    let rounds: Vec<Vec<Vec<usize>>> =
        best.seats.chunks(gathering.people.len().max(1)).map(|round| tables(gathering, round)).collect();
    let reached = Reached::of(gathering, &rounds);
    debug_assert_eq!(reached.rank(), best.rank);
    Ok(Plan { rounds, reached, bounds })
}

/// The people at each table of a round.
fn tables(gathering: &Gathering, round: &[u16]) -> Vec<Vec<usize>> {
    let mut rest = round;
    let mut tables = Vec::with_capacity(gathering.sizes.len());
    for &size in &gathering.sizes {
        let (here, others) = rest.split_at(size.min(rest.len()));
        let mut here: Vec<usize> = here.iter().map(|&person| usize::from(person)).collect();
        here.sort_unstable();
        tables.push(here);
        rest = others;
    }
    tables
}
