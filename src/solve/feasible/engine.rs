//! The linear program that all questions about the panels of one pool share: only its bounds and gains change from one to the next.
//!
//! ```text
//! for every row r:  s_r = Σ (seats of the cells of r) + lowered_r − raised_r,    least_r ≤ s_r ≤ most_r
//! ```
//!
//! Cells are columns, but a pool of 100,000 has tens of thousands of them: a program begins with some, and others join when it has no
//! solution without them or a better one with them.

use super::ask::{Ask, Goal};
use super::cells::Cells;
use super::houses::{Houses, Narrow};
use crate::solve::SolveError;
use crate::solve::simplex::{Run, Simplex};
use crate::solve::tolerance::{PIVOT, WHIM};

/// So many cells are all in the program from the beginning.
const ALL: usize = 1_500;
/// Otherwise so many.
const SOME: usize = 400;
/// Cells that join at a time, or half as many as have joined.
const JOIN: usize = 40;
/// Pivots of one linear program before it counts as lost.
const PIVOTS: usize = 20_000;

/// A rule on households that is in the program.
struct Hall {
    narrow: Narrow,
    /// The member who must sit, where it holds for that question alone.
    only: Option<usize>,
}

/// What the search sets bounds for: seats of a cell, or the change of a quota (of its maximum, if so).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Cell(usize),
    Change(usize, bool),
}

/// Bounds that were set on the way to a place in the search.
pub(super) type Path = Vec<(What, i64, i64)>;

pub(super) struct Engine<'a> {
    cells: &'a Cells,
    houses: &'a Houses,
    quotas: usize,
    simplex: Simplex,
    /// The program's variable of each row.
    own: Vec<usize>,
    /// The program's variable of each cell that has joined.
    column: Vec<Option<usize>>,
    /// Those cells.
    pub joined: Vec<usize>,
    /// Whether the gains are those of the goal.
    aimed: bool,
    /// The variables for lowering and raising each quota.
    changes: Vec<[usize; 2]>,
    halls: Vec<Hall>,
    /// Bounds that the search has set.
    path: Path,
    /// Further than any sum.
    far: i64,
    /// What was done in programs before this one.
    work: u64,
}

impl<'a> Engine<'a> {
    pub fn new(cells: &'a Cells, houses: &'a Houses, quotas: usize) -> Self {
        let far = cells.of.len() as i64 + 1_000_000;
        let joined = first(cells);
        let mut engine = Self {
            cells,
            houses,
            quotas,
            simplex: Simplex::new(Vec::new()),
            own: Vec::new(),
            column: Vec::new(),
            joined,
            aimed: false,
            changes: Vec::new(),
            halls: Vec::new(),
            path: Vec::new(),
            far,
            work: 0,
        };
        engine.rebuild();
        engine
    }

    /// The program from scratch, with the cells that have joined.
    fn rebuild(&mut self) {
        let far = self.far as f64;
        let height = self.cells.height + self.halls.len();
        self.work = self.work();
        self.simplex = Simplex::new(vec![(0.0, -far, far); height]);
        self.own = (0..height).collect();
        self.column = vec![None; self.cells.len()];
        for place in 0..self.joined.len() {
            self.add(self.joined[place]);
        }
        self.changes = (0..self.quotas)
            .map(|quota| [1.0, -1.0].map(|sign| self.simplex.column(vec![(1 + quota, sign)], 0.0, 0.0, 0.0)))
            .collect();
    }

    fn add(&mut self, cell: usize) {
        let mut terms: Vec<(usize, f64)> = self.cells.rows(cell).iter().map(|&row| (row as usize, 1.0)).collect();
        let halls = self.halls.iter().zip(self.cells.height..);
        terms.extend(halls.filter(|(hall, _)| hall.narrow.cells.contains(&cell)).map(|(_, row)| (row, 1.0)));
        self.column[cell] = Some(self.simplex.column(terms, 0.0, 0.0, 0.0));
    }

    /// A little against each cell, so that no two solutions are equally good and the method does not stand still: from −1 to 0.
    fn whim(cell: usize) -> f64 {
        let mixed = (cell as u64).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(31);
        -((mixed.wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 40) as f64 / (1_u64 << 24) as f64)
    }

    /// Fewest and most seats of a cell.
    pub fn range(&self, ask: &Ask, cell: usize) -> (i64, i64) {
        let people = self.cells.members(cell).len() as i64;
        let most = if ask.household { self.houses.seats[cell] } else { people };
        let most = most.min(ask.size.1).max(0);
        let seat = ask.seat.is_some_and(|member| self.cells.of[member] == cell);
        let (least, most) = match self.cells.place[cell].filter(|&place| ask.singled[place]) {
            None => (0, most),
            Some(place) if self.cells.included[place] => (1, 1),
            Some(_) => (0, 0),
        };
        (least.max(i64::from(seat)), most)
    }

    /// Least and most of every row.
    pub fn bounds(&self, ask: &Ask) -> Vec<(i64, i64)> {
        let far = self.far;
        let mut bounds = vec![ask.size];
        bounds.extend(ask.quotas.iter().map(|&(least, most)| (least.max(-far), most.min(far))));
        bounds.extend(ask.apart.iter().map(|&apart| (0, if apart { 1 } else { far })));
        bounds.extend(self.halls.iter().map(|hall| {
            let holds = ask.household && (hall.only.is_none() || hall.only == ask.seat);
            (0, if holds { hall.narrow.most } else { far })
        }));
        bounds
    }

    /// Makes the program that of a question, with gains that stand for nothing.
    pub fn put(&mut self, ask: &Ask) {
        if self.halls.iter().filter(|hall| hall.only.is_some() && hall.only != ask.seat).count() > JOIN {
            self.halls.retain(|hall| hall.only.is_none());
            self.rebuild();
        }
        self.path.clear();
        self.aimed = false;
        for (r, (least, most)) in self.bounds(ask).into_iter().enumerate() {
            self.simplex.bound(self.own[r], least as f64, most as f64);
            self.simplex.set_gain(self.own[r], 0.0);
        }
        for place in 0..self.joined.len() {
            self.place(ask, self.joined[place]);
        }
        for change in self.changes.iter().flatten() {
            self.simplex.bound(*change, 0.0, 0.0);
            self.simplex.set_gain(*change, 0.0);
        }
        for loosening in ask.loosenings() {
            let variable = self.changes[loosening.quota][usize::from(loosening.raise)];
            self.simplex.bound(variable, 0.0, loosening.most as f64);
        }
    }

    fn place(&mut self, ask: &Ask, cell: usize) {
        let (least, most) = self.range(ask, cell);
        if let Some(variable) = self.column[cell] {
            self.simplex.bound(variable, least as f64, most as f64);
            let share = if self.aimed { WHIM / ask.size.1.max(1) as f64 } else { 1.0 };
            self.simplex.set_gain(variable, share * Self::whim(cell));
        }
    }

    /// Makes the gains those of the question's goal; returns by how much they were divided.
    pub fn aim(&mut self, ask: &Ask) -> f64 {
        let row = match ask.goal {
            Goal::Any => return 1.0,
            Goal::Fewest(quota) => Some((1 + quota, -1.0)),
            Goal::Most(quota) => Some((1 + quota, 1.0)),
            Goal::Cheapest(_) => None,
        };
        self.aimed = true;
        for place in 0..self.joined.len() {
            self.place(ask, self.joined[place]);
        }
        if let Some((row, gain)) = row {
            self.simplex.set_gain(self.own[row], gain);
            return 1.0;
        }
        let scale = ask.loosenings().iter().map(|loosening| loosening.cost).max().unwrap_or(1) as f64;
        for loosening in ask.loosenings() {
            let variable = self.changes[loosening.quota][usize::from(loosening.raise)];
            self.simplex.set_gain(variable, -(loosening.cost as f64) / scale);
        }
        scale
    }

    /// Bounds that the search sets, in place of those before.
    pub fn follow(&mut self, ask: &Ask, path: &Path) {
        let before = std::mem::take(&mut self.path);
        let given = before.into_iter().map(|(what, ..)| (what, self.given(ask, what))).collect::<Vec<_>>();
        let set = path.iter().map(|&(what, least, most)| (what, (least, most)));
        for (what, (least, most)) in given.into_iter().chain(set) {
            if let Some(variable) = self.variable(what) {
                self.simplex.bound(variable, least as f64, most as f64);
            }
        }
        self.path.clone_from(path);
    }

    fn variable(&self, what: What) -> Option<usize> {
        match what {
            What::Cell(cell) => self.column[cell],
            What::Change(quota, raise) => Some(self.changes[quota][usize::from(raise)]),
        }
    }

    /// Bounds apart from those of the search.
    pub fn given(&self, ask: &Ask, what: What) -> (i64, i64) {
        match what {
            What::Cell(cell) => self.range(ask, cell),
            What::Change(quota, raise) => {
                let loosening = ask.loosenings().iter().find(|one| (one.quota, one.raise) == (quota, raise));
                (0, loosening.map_or(0, |one| one.most))
            }
        }
    }

    /// The value of a count in the program's solution.
    pub fn value(&self, what: What) -> f64 {
        self.variable(what).map_or(0.0, |variable| self.simplex.value(variable))
    }

    /// The value of a row's sum.
    pub fn sum(&self, row: usize) -> f64 {
        self.simplex.value(self.own[row])
    }

    /// Solves the program as it stands; `false` when it has no solution. `primal`: from a solution to the best one.
    pub fn settle(&mut self, ask: &Ask, primal: bool) -> Result<bool, SolveError> {
        let mut again = false;
        self.work += 16 * self.joined.len() as u64;
        loop {
            let run = if primal && !again { self.simplex.primal(PIVOTS) } else { self.simplex.dual(PIVOTS) };
            let joining = match run {
                Run::Optimal if !self.aimed => return Ok(true),
                Run::Optimal => {
                    let prices = self.simplex.prices();
                    self.wanted(ask, &prices, 2.0 * WHIM / ask.size.1.max(1) as f64)
                }
                Run::Infeasible => {
                    let ray = self.simplex.ray().unwrap_or_default();
                    self.wanted(ask, &ray, PIVOT)
                }
                Run::Lost if again => {
                    let words = "too many pivots".to_owned();
                    return Err(SolveError::Solver { doing: "the search for a panel", words });
                }
                Run::Lost => {
                    again = true;
                    self.afresh(ask);
                    continue;
                }
            };
            self.work += self.cells.len() as u64;
            if joining.is_empty() {
                return Ok(run == Run::Optimal);
            }
            for cell in joining {
                self.joined.push(cell);
                self.add(cell);
                self.place(ask, cell);
            }
        }
    }

    /// Cells that have not joined and would help: those with the largest −Σ (price of their rows).
    fn wanted(&self, ask: &Ask, prices: &[f64], least: f64) -> Vec<usize> {
        if self.joined.len() == self.cells.len() {
            return Vec::new();
        }
        let (fixed, halls) = prices.split_at(self.cells.height);
        let mut extra = vec![0.0; if halls.iter().any(|&price| price != 0.0) { self.cells.len() } else { 0 }];
        for (hall, &price) in self.halls.iter().zip(halls).filter(|&(_, &price)| price != 0.0) {
            for &cell in &hall.narrow.cells {
                extra[cell] += price;
            }
        }
        let mut wanted: Vec<(f64, usize)> = Vec::new();
        for cell in (0..self.cells.len()).filter(|&cell| self.column[cell].is_none()) {
            let cost: f64 = self.cells.rows(cell).iter().map(|&row| fixed[row as usize]).sum();
            let helps = -cost - extra.get(cell).copied().unwrap_or_default();
            if helps > least && self.range(ask, cell).1 > 0 {
                wanted.push((helps, cell));
            }
        }
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        wanted.truncate(JOIN.max(self.joined.len() / 2));
        wanted.into_iter().map(|(_, cell)| cell).collect()
    }

    /// Adds a rule on households.
    pub fn narrow(&mut self, ask: &Ask, narrow: Narrow) {
        let terms: Vec<(usize, f64)> =
            narrow.cells.iter().filter_map(|&cell| Some((self.column[cell]?, 1.0))).collect();
        let most = narrow.most as f64;
        let only = if narrow.always { None } else { ask.seat };
        self.halls.push(Hall { narrow, only });
        let (own, sound) = self.simplex.row(&terms, 0.0, most);
        self.own.push(own);
        if !sound {
            self.afresh(ask);
        }
    }

    /// The same program without what was worked out on the way.
    fn afresh(&mut self, ask: &Ask) {
        let (path, aimed) = (std::mem::take(&mut self.path), self.aimed);
        self.rebuild();
        self.put(ask);
        if aimed {
            self.aim(ask);
        }
        self.follow(ask, &path);
    }

    /// The cells of a rule on households in the program.
    pub fn hall(&self, row: usize) -> &[usize] {
        row.checked_sub(self.cells.height).and_then(|hall| self.halls.get(hall)).map_or(&[], |hall| &hall.narrow.cells)
    }

    /// After `settle` said no: numbers for the rows that show it.
    pub fn ray(&self) -> Option<Vec<f64>> {
        self.simplex.ray()
    }

    /// How much was done so far, in numbers looked at: the same on every machine.
    pub fn work(&self) -> u64 {
        self.work + self.simplex.work()
    }

    /// A cell must be in the program when it must have a seat.
    pub fn join(&mut self, cell: usize) {
        if self.column[cell].is_none() {
            self.joined.push(cell);
            self.add(cell);
        }
    }
}

/// The cells to begin with: all, or those that are singled out and some spread evenly over the others.
fn first(cells: &Cells) -> Vec<usize> {
    if cells.len() <= ALL {
        return (0..cells.len()).collect();
    }
    let included = |&cell: &usize| cells.place[cell].is_some_and(|place| cells.included[place]);
    let open: Vec<usize> = (0..cells.len()).filter(|&cell| cells.place[cell].is_none()).collect();
    let step = (open.len() / SOME).max(1);
    (0..cells.len()).filter(included).chain(open.into_iter().step_by(step)).collect()
}
