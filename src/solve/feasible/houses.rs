//! From seats of cells to people, so that no household has more on the panel than may sit.
//!
//! A household can give each of its members to their cell, and at most `limit` in all; so seats can be filled when a flow from households to
//! cells fills them. Where none does, some cells S have more seats than the households give to S together (Hall's condition):
//!
//! > Σ seats of S ≤ (members of S who live alone) + Σ over households of min(limit, members in S)
//!
//! That is a rule that every panel meets. Such rules are all there is to say about households: seats in whole numbers that meet every one of them can
//! be filled. There are far too many to write down, so they are added when they are broken.

use std::collections::{BTreeMap, VecDeque};

use super::cells::Cells;

/// The households of a pool.
#[derive(Debug)]
pub(super) struct Houses {
    /// The household of each member; `None` for those whose whole household may sit.
    pub of: Vec<Option<usize>>,
    pub limit: usize,
    /// Most seats that each cell can fill.
    pub seats: Vec<i64>,
    /// For each cell those of its members with a household, by household.
    pub housed: Vec<Vec<usize>>,
}

/// Cells that have fewer people to give than seats: at most `most` of them together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Narrow {
    pub cells: Vec<usize>,
    pub most: i64,
    /// Whether it holds without the member who must sit as well.
    pub always: bool,
}

/// The seats of one cell in the making.
struct Wanted {
    cell: usize,
    lack: usize,
    chosen: Vec<usize>,
}

impl Houses {
    pub fn new(cells: &Cells, households: &[Vec<usize>], limit: usize) -> Self {
        let mut of = vec![None; cells.of.len()];
        for (h, house) in households.iter().enumerate().filter(|(_, house)| house.len() > limit) {
            for &member in house {
                of[member] = Some(h);
            }
        }
        let housed: Vec<Vec<usize>> = (0..cells.len())
            .map(|cell| {
                let mut housed: Vec<usize> =
                    cells.members(cell).iter().copied().filter(|&member| of[member].is_some()).collect();
                housed.sort_by_key(|&member| of[member]);
                housed
            })
            .collect();
        let mut houses = Self { of, limit, seats: Vec::new(), housed };
        houses.seats = (0..cells.len()).map(|cell| houses.room(cells, &[cell], None)).collect();
        houses
    }

    /// How many members of some cells may sit together, households being the only rule; with a member who sits, how many if that one does.
    fn room(&self, cells: &Cells, of: &[usize], seat: Option<usize>) -> i64 {
        let mut alone = 0;
        let mut each: BTreeMap<usize, usize> = BTreeMap::new();
        let one = of.len() == 1;
        let mut single = (usize::MAX, 0);
        let mut sum = 0;
        for &cell in of {
            alone += cells.members(cell).len() - self.housed[cell].len();
            for &member in &self.housed[cell] {
                let Some(house) = self.of[member] else { continue };
                if one && seat.is_none() {
                    // Members of one cell stand by household.
                    if house != single.0 {
                        sum += single.1.min(self.limit);
                        single = (house, 0);
                    }
                    single.1 += 1;
                } else if Some(member) != seat {
                    *each.entry(house).or_default() += 1;
                }
            }
        }
        sum += single.1.min(self.limit);
        let home = seat.and_then(|member| self.of[member]);
        let limit = |house| if Some(house) == home { self.limit.saturating_sub(1) } else { self.limit };
        sum += each.into_iter().map(|(house, people)| people.min(limit(house))).sum::<usize>();
        // A member who sits and has a household was left out above.
        sum += usize::from(home.is_some() && seat.is_some_and(|member| of.contains(&cells.of[member])));
        (alone + sum) as i64
    }

    /// People for the seats of cells (pairs of cell and count; each count at most what the cell has), or cells that are too narrow.
    pub fn fill(&self, cells: &Cells, seats: &[(usize, i64)], seat: Option<usize>) -> Result<Vec<usize>, Narrow> {
        let mut people: Vec<usize> = seat.into_iter().collect();
        let mut taken: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
        let home = seat.and_then(|member| self.of[member]);
        let room = |house: usize| if Some(house) == home { self.limit.saturating_sub(1) } else { self.limit };
        let mut wanted = Vec::new();
        for &(cell, count) in seats {
            let mut lack = usize::try_from(count).unwrap_or_default();
            lack -= usize::from(lack > 0 && seat.is_some_and(|member| cells.of[member] == cell));
            let single = |member: &&usize| self.of[**member].is_none() && Some(**member) != seat;
            let alone = cells.members(cell).iter().filter(single).take(lack);
            let before = people.len();
            people.extend(alone);
            lack -= people.len() - before;
            wanted.push(Wanted { cell, lack, chosen: Vec::new() });
        }
        // Whom the household has room for.
        for (place, wanted) in wanted.iter_mut().enumerate() {
            for &member in &self.housed[wanted.cell] {
                let Some(house) = self.of[member].filter(|_| wanted.lack > 0 && Some(member) != seat) else { continue };
                let there = taken.entry(house).or_default();
                if there.len() < room(house) {
                    there.push((member, place));
                    wanted.chosen.push(member);
                    wanted.lack -= 1;
                }
            }
        }
        // Others make room.
        for place in 0..wanted.len() {
            while wanted[place].lack > 0 {
                let mut came: BTreeMap<usize, (usize, usize, usize)> = BTreeMap::new();
                let mut queue = VecDeque::from([place]);
                let mut seen = vec![false; wanted.len()];
                seen[place] = true;
                let mut free = None;
                'all: while let Some(at) = queue.pop_front() {
                    for &member in &self.housed[wanted[at].cell] {
                        let Some(house) = self.of[member] else { continue };
                        let there = taken.entry(house).or_default();
                        if Some(member) == seat || there.iter().any(|&(other, _)| other == member) {
                            continue;
                        }
                        if there.len() < room(house) {
                            free = Some((at, member));
                            break 'all;
                        }
                        for &(other, of) in there.iter() {
                            if !seen[of] {
                                seen[of] = true;
                                came.insert(of, (at, member, other));
                                queue.push_back(of);
                            }
                        }
                    }
                }
                let Some((mut at, mut member)) = free else {
                    let narrow: Vec<usize> = (0..wanted.len()).filter(|&w| seen[w]).map(|w| wanted[w].cell).collect();
                    let most = self.room(cells, &narrow, seat);
                    let always = seat.is_none() || self.room(cells, &narrow, None) == most;
                    return Err(Narrow { cells: narrow, most, always });
                };
                wanted[place].lack -= 1;
                loop {
                    wanted[at].chosen.push(member);
                    if let Some(house) = self.of[member] {
                        taken.entry(house).or_default().push((member, at));
                    }
                    let Some(&(from, joins, leaves)) = came.get(&at).filter(|_| at != place) else { break };
                    wanted[at].chosen.retain(|&other| other != leaves);
                    if let Some(house) = self.of[leaves] {
                        taken.entry(house).or_default().retain(|&(other, _)| other != leaves);
                    }
                    (at, member) = (from, joins);
                }
            }
        }
        people.extend(wanted.into_iter().flat_map(|wanted| wanted.chosen));
        people.sort_unstable();
        Ok(people)
    }
}
