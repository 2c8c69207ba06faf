//! Small random pools with all kinds of rules, and all that is true of them, by trying every set of members.

use std::collections::BTreeSet;

use klero::instance::{Built, Person, Settings, build_anyway};
use klero::read::{Table, read_csv};

/// A quota row: pairs of category and value, least, most, and limits on changes.
#[derive(Debug, Clone)]
pub struct Row {
    pub terms: Vec<(usize, usize)>,
    pub min: i64,
    pub max: i64,
    pub flex: Option<(i64, i64)>,
}

#[derive(Debug, Clone)]
pub struct Pool {
    pub size: usize,
    pub values: Vec<Vec<usize>>,
    pub widths: Vec<usize>,
    pub rows: Vec<Row>,
    pub homes: Vec<Option<usize>>,
    pub limit: usize,
    pub include: Vec<usize>,
    pub exclude: Vec<usize>,
    pub apart: Vec<Vec<usize>>,
}

/// Small numbers, the same on every machine (splitmix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5555)
    }
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n as u64) as usize
    }
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

impl Pool {
    /// Every other pool has quotas that look sound category by category; the others have any.
    pub fn random(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let sound = seed % 4 < 3;
        let members = 4 + dice.below(6) + usize::from(sound);
        let size = (1 + dice.below(5.min(members)) + usize::from(sound)).min(members);
        let widths: Vec<usize> = (0..1 + dice.below(3) + usize::from(sound)).map(|_| 2 + dice.below(2)).collect();
        let mut values: Vec<Vec<usize>> = Vec::new();
        for _ in 0..members {
            let like = (!values.is_empty() && dice.one_in(4)).then(|| dice.below(values.len()));
            let new = widths.iter().map(|&width| dice.below(width)).collect();
            values.push(like.map_or(new, |earlier| values[earlier].clone()));
        }
        let flexible = dice.one_in(3);
        let shares: Vec<Vec<i64>> = (0..widths.len())
            .map(|c| {
                let mut shares = vec![0; widths[c]];
                let mut left: Vec<usize> = (0..members).collect();
                for _ in 0..size {
                    let drawn = left.swap_remove(dice.below(left.len()));
                    shares[values[drawn][c]] += 1;
                }
                shares
            })
            .collect();
        let mut numbers = |terms: Vec<(usize, usize)>, loose: usize| {
            let min = dice.below(size + 1).min(dice.below(size + 1)) as i64;
            let max = min + dice.below(loose) as i64;
            let (min, max) = match terms.as_slice() {
                &[(c, v)] if sound => {
                    ((shares[c][v] - dice.below(2) as i64).max(0), shares[c][v] + dice.below(2) as i64)
                }
                _ if dice.one_in(14) => (0, 0),
                _ => (min, max),
            };
            let flex = (flexible && !dice.one_in(4))
                .then(|| ((min - dice.below(3) as i64).max(0), max + dice.below(3) as i64));
            Row { terms, min, max, flex }
        };
        let mut rows = Vec::new();
        for (c, &width) in widths.iter().enumerate() {
            rows.extend((0..width).map(|v| numbers(vec![(c, v)], 4)));
        }
        let combined = widths.len() > 1 && seed.is_multiple_of(3);
        if combined {
            rows.push(numbers(vec![(0, 0), (1, 1)], 3));
        }
        let homes = (0..members).map(|_| (seed.is_multiple_of(2) && dice.one_in(2)).then(|| dice.below(3))).collect();
        let limit = if dice.one_in(4) { 2 } else { 1 };
        let (mut include, mut exclude, mut apart) = (Vec::new(), Vec::new(), Vec::new());
        for member in 0..members {
            match dice.below(if sound { 24 } else { 14 }) {
                0 => include.push(member),
                1 | 2 => exclude.push(member),
                _ => {}
            }
        }
        if dice.one_in(3) {
            let mut group = vec![dice.below(members), dice.below(members), dice.below(members)];
            group.sort_unstable();
            group.dedup();
            if group.len() > 1 {
                apart.push(group);
            }
        }
        Pool { size, values, widths, rows, homes, limit, include, exclude, apart }
    }

    pub fn files(&self) -> (Table, Table) {
        let flex = self.rows.iter().any(|row| row.flex.is_some());
        let mut quotas =
            String::from(if flex { "feature,value,min,max,min_flex,max_flex\n" } else { "feature,value,min,max\n" });
        for row in &self.rows {
            let name = match row.terms.as_slice() {
                &[(c, v)] => format!("c{c},v{v}"),
                terms => {
                    let terms: Vec<String> = terms.iter().map(|(c, v)| format!("c{c}=v{v}")).collect();
                    format!("{},", terms.join(" & "))
                }
            };
            quotas += &format!("{name},{},{}", row.min, row.max);
            if flex {
                quotas += &row.flex.map_or(",,".to_owned(), |(least, most)| format!(",{least},{most}"));
            }
            quotas.push('\n');
        }
        let mut pool = String::from("id,home");
        (0..self.widths.len()).for_each(|c| pool += &format!(",c{c}"));
        pool.push('\n');
        for (m, values) in self.values.iter().enumerate() {
            pool += &format!("m{m},{}", self.homes[m].map_or(String::new(), |home| format!("h{home}")));
            values.iter().for_each(|v| pool += &format!(",v{v}"));
            pool.push('\n');
        }
        let read = |name: &str, text: &str| read_csv(name, text.as_bytes()).expect("a table");
        (read("quotas.csv", &quotas), read("pool.csv", &pool))
    }

    pub fn settings(&self) -> Settings {
        let person = |&member: &usize| Person::Id(format!("m{member}"));
        Settings {
            household_columns: vec!["home".to_owned()],
            household_limit: self.limit,
            include: self.include.iter().map(person).collect(),
            exclude: self.exclude.iter().map(person).collect(),
            apart: self.apart.iter().map(|group| group.iter().map(person).collect()).collect(),
            ..Settings::of_size(self.size)
        }
    }

    pub fn built(&self) -> Built {
        let (quotas, pool) = self.files();
        build_anyway(&quotas, &pool, &self.settings()).expect("an instance")
    }

    pub fn members(&self) -> usize {
        self.values.len()
    }

    pub fn is_on(&self, row: &Row, member: usize) -> bool {
        row.terms.iter().all(|&(c, v)| self.values[member][c] == v)
    }

    pub fn seats(&self, row: &Row, panel: &[usize]) -> i64 {
        panel.iter().filter(|&&member| self.is_on(row, member)).count() as i64
    }

    /// Every set of members of a size.
    pub fn sets(&self, size: usize) -> Vec<Vec<usize>> {
        let all = 0_u32..1 << self.members();
        let sets = all.filter(|set| set.count_ones() as usize == size);
        sets.map(|set| (0..self.members()).filter(|m| set >> m & 1 == 1).collect()).collect()
    }

    pub fn homes_kept(&self, panel: &[usize]) -> bool {
        (0..3).all(|home| panel.iter().filter(|&&m| self.homes[m] == Some(home)).count() <= self.limit)
    }

    /// Whether the rules on members are kept.
    pub fn people_kept(&self, panel: &[usize]) -> bool {
        self.homes_kept(panel)
            && self.include.iter().all(|m| panel.contains(m))
            && !self.exclude.iter().any(|m| panel.contains(m))
            && self.apart.iter().all(|group| group.iter().filter(|m| panel.contains(m)).count() <= 1)
    }

    pub fn is_panel(&self, panel: &[usize]) -> bool {
        self.people_kept(panel) && self.rows.iter().all(|row| (row.min..=row.max).contains(&self.seats(row, panel)))
    }

    pub fn panels(&self, size: usize) -> Vec<Vec<usize>> {
        self.sets(size).into_iter().filter(|panel| self.is_panel(panel)).collect()
    }

    pub fn open(&self) -> Vec<usize> {
        (0..self.members()).filter(|m| !self.include.contains(m) && !self.exclude.contains(m)).collect()
    }

    /// What it takes to make a set a panel: by how much each minimum (first) and maximum must change; `None` if no change does.
    pub fn changes(&self, panel: &[usize], flex: bool) -> Option<Vec<[i64; 2]>> {
        if !self.people_kept(panel) {
            return None;
        }
        let mut changes = Vec::new();
        for row in &self.rows {
            let seats = self.seats(row, panel);
            let (lower, raise) = ((row.min - seats).max(0), (seats - row.max).max(0));
            let (least, most) =
                if flex { row.flex.unwrap_or((row.min, row.max)) } else { (0, row.max.max(self.size as i64)) };
            if row.max == 0 && raise > 0 || row.min - lower < least || row.max + raise > most && raise > 0 {
                return None;
            }
            changes.push([lower, raise]);
        }
        Some(changes)
    }

    pub fn cost(&self, changes: &[[i64; 2]]) -> i64 {
        let of = |(row, &[lower, raise]): (&Row, &[i64; 2])| {
            let small = if row.min > 0 { (2000.0 / row.min as f64).ceil() as i64 } else { 0 };
            lower * (1000 + small) + raise * 1000
        };
        self.rows.iter().zip(changes).map(of).sum()
    }
}

/// Which numbers change.
pub fn changed(changes: &[[i64; 2]]) -> BTreeSet<(usize, usize)> {
    let sides = changes.iter().enumerate().flat_map(|(r, sides)| (0..2).map(move |side| (r, side, sides[side])));
    sides.filter(|&(.., by)| by > 0).map(|(r, side, _)| (r, side)).collect()
}

/// All least ways to let each of some members sit, each on a panel of their own.
pub fn for_everybody(pool: &Pool, targets: &[usize], flex: bool) -> Vec<Vec<[i64; 2]>> {
    let sets = pool.sets(pool.size);
    let mut ways: BTreeSet<Vec<[i64; 2]>> = BTreeSet::from([vec![[0, 0]; pool.rows.len()]]);
    for target in targets {
        let with: Vec<Vec<[i64; 2]>> =
            sets.iter().filter(|set| set.contains(target)).filter_map(|set| pool.changes(set, flex)).collect();
        let join = |a: &Vec<[i64; 2]>, b: &Vec<[i64; 2]>| -> Vec<[i64; 2]> {
            a.iter().zip(b).map(|(a, b)| [a[0].max(b[0]), a[1].max(b[1])]).collect()
        };
        let all: BTreeSet<Vec<[i64; 2]>> =
            ways.iter().flat_map(|way| with.iter().map(move |other| join(way, other))).collect();
        let below =
            |a: &Vec<[i64; 2]>, b: &Vec<[i64; 2]>| a != b && a.iter().zip(b).all(|(a, b)| a[0] <= b[0] && a[1] <= b[1]);
        ways = all.iter().filter(|way| !all.iter().any(|other| below(other, way))).cloned().collect();
    }
    ways.into_iter().collect()
}
