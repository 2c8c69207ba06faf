//! From one panel to the next by exchanging one member: a quick way to find that nearly everybody can sit.

use super::TRIED;
use super::ask::Ask;
use super::cells::Cells;
use super::houses::Houses;

/// For each cell a bit for every row below the first, so that rows are compared many at a time.
#[derive(Debug)]
pub(super) struct Masks {
    words: usize,
    bits: Vec<u64>,
    /// The cells of nobody who is singled out, by their bits.
    sorted: Vec<usize>,
}

impl Masks {
    pub fn new(cells: &Cells) -> Self {
        let words = cells.height.div_ceil(64);
        let mut bits = vec![0; words * cells.len()];
        for cell in 0..cells.len() {
            for &row in cells.rows(cell).iter().filter(|&&row| row > 0) {
                bits[cell * words + row as usize / 64] |= 1 << (row % 64);
            }
        }
        let mut masks = Self { words, bits, sorted: Vec::new() };
        let mut sorted: Vec<usize> = (0..cells.len()).filter(|&cell| cells.place[cell].is_none()).collect();
        sorted.sort_by(|&a, &b| masks.of(a).cmp(masks.of(b)));
        masks.sorted = sorted;
        masks
    }

    /// The cell with these bits.
    fn find(&self, bits: &[u64]) -> Option<usize> {
        let at = self.sorted.partition_point(|&cell| self.of(cell) < bits);
        self.sorted.get(at).copied().filter(|&cell| self.of(cell) == bits)
    }

    fn of(&self, cell: usize) -> &[u64] {
        &self.bits[cell * self.words..(cell + 1) * self.words]
    }
}

/// A panel that meets a question, and what may change in it.
pub(super) struct Walk<'a> {
    cells: &'a Cells,
    houses: &'a Houses,
    masks: &'a Masks,
    household: bool,
    /// Bounds and seats of every row but the first.
    bounds: Vec<(i64, i64)>,
    sums: Vec<i64>,
    /// Rows that may have a seat more, and a seat less.
    more: Vec<u64>,
    less: Vec<u64>,
    pub panel: Vec<usize>,
    /// Members who must stay.
    fixed: Vec<bool>,
    /// Seats of each household.
    homes: Vec<u32>,
}

impl<'a> Walk<'a> {
    /// `bounds` are those of every row, the first one included.
    pub fn new(
        cells: &'a Cells,
        houses: &'a Houses,
        masks: &'a Masks,
        ask: &Ask,
        bounds: &[(i64, i64)],
        panel: &[usize],
    ) -> Self {
        let homes = houses.of.iter().flatten().max().map_or(0, |most| most + 1);
        let mut walk = Self {
            cells,
            houses,
            masks,
            household: ask.household,
            bounds: bounds[..cells.height].to_vec(),
            sums: vec![0; cells.height],
            more: vec![0; masks.words],
            less: vec![0; masks.words],
            panel: Vec::new(),
            fixed: Vec::new(),
            homes: vec![0; homes],
        };
        for &member in panel {
            let place = cells.place[cells.of[member]];
            walk.fixed.push(place.is_some_and(|place| ask.singled[place] && cells.included[place]));
            walk.panel.push(member);
            walk.count(member, 1);
        }
        for row in 0..cells.height {
            walk.mark(row);
        }
        walk
    }

    fn count(&mut self, member: usize, by: i64) {
        let rows: &'a [u32] = self.cells.rows(self.cells.of[member]);
        for &row in rows {
            self.sums[row as usize] += by;
            self.mark(row as usize);
        }
        if let Some(house) = self.houses.of[member] {
            self.homes[house] = self.homes[house].wrapping_add_signed(by as i32);
        }
    }

    fn mark(&mut self, row: usize) {
        let (bit, (least, most), sum) = (1_u64 << (row % 64), self.bounds[row], self.sums[row]);
        let set = |word: &mut u64, on: bool| if on { *word |= bit } else { *word &= !bit };
        set(&mut self.more[row / 64], sum < most);
        set(&mut self.less[row / 64], sum > least);
    }

    fn crowded(&self, member: usize, without: Option<usize>) -> bool {
        let Some(house) = self.houses.of[member].filter(|_| self.household) else { return false };
        let leaves = without.is_some_and(|other| self.houses.of[other] == Some(house));
        self.homes[house] as usize >= self.houses.limit + usize::from(leaves)
    }

    /// Gives a member somebody's seat, if that can be; who has one keeps it.
    pub fn exchange(&mut self, member: usize) -> bool {
        if self.panel.contains(&member) {
            return true;
        }
        let comes = self.masks.of(self.cells.of[member]);
        let allowed = |&place: &usize| {
            let other = self.panel[place];
            let goes = self.masks.of(self.cells.of[other]);
            let rows = (0..self.masks.words)
                .all(|w| (comes[w] & !goes[w] & !self.more[w]) == 0 && (goes[w] & !comes[w] & !self.less[w]) == 0);
            rows && !self.fixed[place] && !self.crowded(member, Some(other))
        };
        let Some(place) = (0..self.panel.len()).find(allowed) else { return false };
        self.seat(place, member);
        true
    }

    fn seat(&mut self, place: usize, member: usize) {
        let other = std::mem::replace(&mut self.panel[place], member);
        self.count(other, -1);
        self.count(member, 1);
    }

    /// The same where no seat of any row is to spare: the member takes somebody's seat, and a second one gives theirs to somebody who makes up for it, so
    /// that every row keeps its seats.
    pub fn exchange_two(&mut self, member: usize) -> bool {
        if self.panel.contains(&member) {
            return true;
        }
        let masks = self.masks;
        let comes = masks.of(self.cells.of[member]);
        let mut wanted = vec![0_u64; masks.words];
        let free: Vec<usize> = (0..self.panel.len()).filter(|&place| !self.fixed[place]).collect();
        for &place in &free {
            let first = self.panel[place];
            let goes = masks.of(self.cells.of[first]);
            if self.crowded(member, Some(first)) {
                continue;
            }
            for &second in free.iter().filter(|&&second| second != place) {
                let gives = masks.of(self.cells.of[self.panel[second]]);
                if (0..masks.words).any(|w| comes[w] & !goes[w] & !gives[w] != 0 || goes[w] & !comes[w] & gives[w] != 0)
                {
                    continue;
                }
                for (w, word) in wanted.iter_mut().enumerate() {
                    *word = gives[w] & !(comes[w] & !goes[w]) | goes[w] & !comes[w];
                }
                let Some(cell) = masks.find(&wanted) else { continue };
                self.seat(place, member);
                let other = self.panel[second];
                let joins = self.cells.members(cell).iter().take(TRIED).copied();
                let joins =
                    joins.filter(|joins| !self.panel.contains(joins)).find(|&joins| !self.crowded(joins, Some(other)));
                if let Some(joins) = joins {
                    self.seat(second, joins);
                    return true;
                }
                self.seat(place, first);
            }
        }
        false
    }

    /// Gives a member a seat more, if that can be, the panel size aside.
    pub fn add(&mut self, member: usize) -> bool {
        let comes = self.masks.of(self.cells.of[member]);
        let rows = (0..self.masks.words).all(|w| (comes[w] & !self.more[w]) == 0);
        let can = rows && !self.crowded(member, None) && !self.panel.contains(&member);
        if can {
            self.panel.push(member);
            self.fixed.push(false);
            self.count(member, 1);
        }
        can
    }
}
