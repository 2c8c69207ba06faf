//! Small random instances, the same on every machine, made to show where whole panels can do less than fractions.

use super::oracle::Small;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::fmt::Write;

/// A random instance without households and without members who must be included. See [`random_small_with`].
pub fn random_small(seed: u64) -> Small {
    random_small_with(seed, false, false)
}

/// A random instance: 4 to 12 members, 1 to 6 seats, 2 to 6 categories of 2 to 4 values. The seed is all that matters, and
/// the flags only add to the instance: same seed, same quotas and values.
///
/// Quotas always look sound one category at a time: the minima sum to at most k and the maxima to at least k, even when a
/// value's maximum counts for no more than the members who have it, and no minimum exceeds them. So whether a panel exists is a
/// matter of all categories together (and of households and inclusions).
pub fn random_small_with(seed: u64, households: bool, include: bool) -> Small {
    let mut dice = Dice::new(seed);
    let source = [Source::Panel, Source::Panel, Source::Halves, Source::Halves, Source::Dice][dice.below(5)];
    // Rather many members than few: the larger of two throws.
    let members = dice.between(4, 12).max(dice.between(4, 12));
    let size = match source {
        Source::Halves => dice.between(2, (members / 2).min(4)),
        Source::Panel | Source::Dice => dice.between(1, members.min(6)),
    };
    let widths: Vec<usize> = match source {
        Source::Halves => vec![2; dice.between(4, 6)],
        Source::Panel => (0..dice.between(2, 4)).map(|_| 2 + dice.below(5) / 2).collect(),
        Source::Dice => (0..dice.between(2, 5)).map(|_| dice.between(2, 4)).collect(),
    };
    // How many categories in ten have exact quotas, where least and most seats are the same.
    let exact = match source {
        Source::Halves => 9,
        Source::Panel | Source::Dice => [0, 0, 3, 10][dice.below(4)],
    };

    let mut values: Vec<Vec<usize>> = Vec::new();
    for _ in 0..members {
        // Now and then a member like an earlier one, so that some members are interchangeable.
        let like = if !values.is_empty() && dice.chance(1, 5) { Some(dice.below(values.len())) } else { None };
        let member = match like {
            Some(earlier) => values[earlier].clone(),
            None => widths.iter().map(|&width| dice.below(width)).collect(),
        };
        values.push(member);
    }

    let hidden = match source {
        Source::Panel => dice.subset(members, size),
        Source::Halves => dice.subset(members, 2 * size),
        Source::Dice => Vec::new(),
    };
    let mut quotas = Vec::new();
    for (category, &width) in widths.iter().enumerate() {
        let count = |values: &[Vec<usize>], of: &[usize]| -> Vec<usize> {
            (0..width).map(|value| of.iter().filter(|&&member| values[member][category] == value).count()).collect()
        };
        let seats = match source {
            Source::Panel => count(&values, &hidden),
            Source::Halves => {
                // Two numbers with an even sum: if one is odd both are, and one member who changes sides mends it.
                if count(&values, &hidden)[0] % 2 == 1 {
                    let turncoat = hidden[dice.below(hidden.len())];
                    values[turncoat][category] = 1 - values[turncoat][category];
                }
                count(&values, &hidden).iter().map(|twice| twice / 2).collect()
            }
            Source::Dice => {
                let everyone: Vec<usize> = (0..members).collect();
                dice.split(size, &count(&values, &everyone))
            }
        };
        let exact = dice.chance(exact, 10);
        let loosen = |seats: usize| match exact {
            true => (seats, seats),
            false => (seats.saturating_sub(dice.below(3)), seats + dice.between(1, 2)),
        };
        quotas.push(seats.into_iter().map(loosen).collect());
    }

    let mut small = Small::new(size, values, quotas);
    if households {
        // About half of the members share a household with up to two others.
        let homes = (members / 3).max(1);
        for home in &mut small.households {
            let drawn = dice.below(homes);
            *home = if dice.chance(1, 2) { Some(drawn) } else { None };
        }
    }
    if include {
        let wanted = dice.between(1, 2.min(size));
        small.include = dice.subset(members, wanted);
    }
    small
}

/// A pool of 4 to `most_members` with loose quotas that a panel can meet: few categories, so few surprises.
pub fn random_few_categories(seed: u64, categories: usize, most_members: usize) -> Small {
    let mut dice = Dice::new(seed);
    let members = dice.between(4, most_members);
    let size = dice.between(1, members.min(5));
    let widths: Vec<usize> = (0..categories).map(|_| dice.between(2, 4)).collect();
    let values: Vec<Vec<usize>> =
        (0..members).map(|_| widths.iter().map(|&width| dice.below(width)).collect()).collect();
    let hidden = dice.subset(members, size);
    let mut quotas = Vec::new();
    for (category, &width) in widths.iter().enumerate() {
        let seats = |value: usize| hidden.iter().filter(|&&member| values[member][category] == value).count();
        let seats: Vec<usize> = (0..width).map(seats).collect();
        let loosen = |seats: usize| (seats.saturating_sub(dice.below(2)), seats + dice.below(2));
        quotas.push(seats.into_iter().map(loosen).collect());
    }
    Small::new(size, values, quotas)
}

/// The instance as the files `quotas.csv` and `pool.csv`. Member i is called `m01`, `m02`, … so that identifiers sort in the order
/// of the members' indices; categories are `c1`, `c2`, …, values `v1`, `v2`, …. A column `household` is there if anybody
/// shares one, blank for those who do not. Members to be included have no place in these files: see [`id`].
pub fn to_csv(small: &Small) -> (String, String) {
    let mut quotas = String::from("feature,value,min,max\n");
    for (category, values) in small.quotas.iter().enumerate() {
        for (value, (min, max)) in values.iter().enumerate() {
            writeln!(quotas, "c{},v{},{min},{max}", category + 1, value + 1).unwrap();
        }
    }
    let households = small.households.iter().any(Option::is_some);
    let mut pool = String::from("id");
    for category in 0..small.quotas.len() {
        write!(pool, ",c{}", category + 1).unwrap();
    }
    pool.push_str(if households { ",household\n" } else { "\n" });
    for (member, values) in small.values.iter().enumerate() {
        pool.push_str(&id(member));
        for value in values {
            write!(pool, ",v{}", value + 1).unwrap();
        }
        if households {
            let home = small.households[member].map(|home| format!("h{}", home + 1));
            write!(pool, ",{}", home.unwrap_or_default()).unwrap();
        }
        pool.push('\n');
    }
    (quotas, pool)
}

/// The identifier of a member in [`to_csv`].
pub fn id(member: usize) -> String {
    assert!(member < 99, "identifiers would no longer sort by index");
    format!("m{:02}", member + 1)
}

/// Where the quotas of a random instance come from, before some are loosened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    /// A hidden set of k members, so that a panel exists.
    Panel,
    /// Half of what a hidden set of 2k members has: each of them with probability 1/2 would meet the quotas on average. Whether
    /// whole panels can is another matter, so this is where fractions promise too much.
    Halves,
    /// The dice, so that there may well be no panel.
    Dice,
}

/// Random whole numbers from ChaCha8, drawn without any help that could change with a library's version.
pub struct Dice(ChaCha8Rng);

impl Dice {
    /// The stream that belongs to a number.
    pub fn new(seed: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        Dice(ChaCha8Rng::from_seed(key))
    }

    /// A number below `bound`, each equally likely: words from the incomplete last round are thrown away.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap();
        let complete = u64::MAX - u64::MAX % bound;
        loop {
            let word = self.0.next_u64();
            if word < complete {
                return usize::try_from(word % bound).unwrap();
            }
        }
    }

    /// A number from `least` to `most`.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// True `times` times in `of`.
    pub fn chance(&mut self, times: usize, of: usize) -> bool {
        self.below(of) < times
    }

    /// A random order of 0, 1, …, `count` − 1.
    pub fn order(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            order.swap(last, self.below(last + 1));
        }
        order
    }

    /// A random set of `size` of the numbers below `count`, ascending.
    pub fn subset(&mut self, count: usize, size: usize) -> Vec<usize> {
        let mut subset = self.order(count);
        subset.truncate(size);
        subset.sort_unstable();
        subset
    }

    /// Splits `total` over places that hold at most `room` each.
    fn split(&mut self, total: usize, room: &[usize]) -> Vec<usize> {
        let mut split = vec![0; room.len()];
        for _ in 0..total {
            let open: Vec<usize> = (0..room.len()).filter(|&place| split[place] < room[place]).collect();
            split[open[self.below(open.len())]] += 1;
        }
        split
    }
}
