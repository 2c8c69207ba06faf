//! How well alternates protect: chosen on one sample, told on another.

use std::collections::BTreeMap;

use super::choose::Chooser;
use super::drop_out::DropOuts;
use super::ground::Ground;
use super::inner::Inner;
use super::needs::{Needs, UNIT};
use super::problem::AlternatesProblem;
use super::recruit::{Chance, chance_of_at_most};
use super::scenarios::Sample;
use crate::lottery::Lottery;

/// Scenarios that alternates are chosen on, unless asked otherwise.
pub const CHOSEN_ON: u64 = 1_000;
/// Scenarios that they are told on, unless asked otherwise.
pub const TOLD_ON: u64 = 4_000;

/// How many places of search trees may be looked at to find a better exchange, for each number of alternates: seconds.
const WORK: u64 = 10_000_000;

/// A sum of deviations over a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Average {
    /// The sum, in parts of [`UNIT`].
    pub sum: u128,
    /// How many there were.
    pub of: u128,
}

impl Average {
    /// In decimals, rounded half up.
    pub fn decimal(&self, digits: u32) -> String {
        let (scale, whole) = (10_u128.pow(digits), self.of.max(1) * UNIT as u128);
        let (seats, rest) = (self.sum / whole, self.sum % whole);
        let parts = seats * scale + (rest * scale * 2 + whole) / (whole * 2);
        let width = digits as usize;
        if digits == 0 { parts.to_string() } else { format!("{}.{:0width$}", parts / scale, parts % scale) }
    }
}

/// What alternates are worth on a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// The average deviation that is left.
    pub deviation: Average,
    /// In how many of the scenarios all quotas can be kept, be it with empty seats.
    pub kept: u128,
    /// In how many all quotas can be kept and all seats filled.
    pub whole: u128,
}

/// So many alternates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// How many there are of each kind.
    pub counts: Vec<usize>,
    /// Member indices, ascending: some people of these kinds who can be alternates together.
    pub people: Vec<usize>,
    /// The average deviation on the sample that they were chosen on.
    pub chosen: Average,
    /// Whether it is known that no exchange of one of these people for another has a smaller one; otherwise the search was given up.
    pub settled: bool,
    /// What they are worth on the other sample.
    pub told: Told,
    /// The chance that all seats can be filled.
    pub filled: Chance,
}

impl Row {
    /// How many alternates.
    pub fn alternates(&self) -> usize {
        self.people.len()
    }
}

/// Independent samples: alternates are chosen on one, and told on others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Samples {
    /// The one that they are chosen on.
    pub choose: Sample,
    /// The one that they are told on.
    pub tell: Sample,
    /// A third one, as large as the first, that whole lotteries of alternates are told on.
    pub lottery: Sample,
}

impl Samples {
    /// Draws all three.
    pub fn draw(ground: &Ground, drop_outs: &DropOuts, key: [u8; 32], choose: u64, tell: u64) -> Self {
        Self {
            choose: Sample::draw(ground, drop_outs, key, 1, choose),
            tell: Sample::draw(ground, drop_outs, key, 2, tell),
            lottery: Sample::draw(ground, drop_outs, key, 3, choose),
        }
    }
}

/// The best alternates found: none, one, and so on up to `most`, or up to as many as can be alternates together. `progress` hears how many are done.
pub fn study(
    ground: &Ground,
    drop_outs: &DropOuts,
    samples: &Samples,
    most: usize,
    progress: &mut dyn FnMut(usize),
) -> Vec<Row> {
    let mut chooser = Chooser::new(ground, &samples.choose);
    let mut choice = chooser.judge(Vec::new());
    let mut settled = true;
    let mut rows = Vec::with_capacity(most + 1);
    let filled = chance_of_at_most(drop_outs, most);
    loop {
        let mut people = choice.people.clone();
        people.sort_unstable();
        let alternates = people.len();
        rows.push(Row {
            counts: choice.counts.clone(),
            people,
            chosen: Average { sum: choice.total, of: u128::from(samples.choose.drawn) },
            settled,
            told: tell(ground, &samples.tell, &[(choice.counts.as_slice(), 1)]),
            filled: filled[alternates].clone(),
        });
        progress(alternates);
        if alternates >= most {
            return rows;
        }
        chooser.allow(WORK);
        let Some(next) = chooser.best_addition(&choice, u128::MAX) else { return rows };
        chooser.allow(WORK);
        (choice, settled) = chooser.exchange(next);
    }
}

/// The row with so many alternates.
///
/// # Errors
/// When there are not so many who can be alternates together.
pub fn row(rows: &[Row], alternates: usize) -> Result<&Row, AlternatesProblem> {
    let found = rows.len().saturating_sub(1);
    rows.get(alternates).ok_or(AlternatesProblem::TooMany { wanted: alternates, found })
}

/// What the alternates that a lottery draws are worth on a sample, averaged over its tickets; `None` if it draws somebody who cannot be one.
pub fn tell_lottery(ground: &Ground, sample: &Sample, lottery: &Lottery) -> Option<Told> {
    let mut weighted: BTreeMap<Vec<usize>, u64> = BTreeMap::new();
    for panel in lottery.panels() {
        let people: Vec<usize> = panel.members.iter().map(|&number| (number as usize).wrapping_sub(1)).collect();
        *weighted.entry(ground.composition(&people)?).or_default() += panel.tickets;
    }
    let weighted: Vec<(&[usize], u64)> =
        weighted.iter().map(|(counts, tickets)| (counts.as_slice(), *tickets)).collect();
    Some(tell(ground, sample, &weighted))
}

/// What alternates are worth on a sample: several compositions, each with a weight.
pub fn tell(ground: &Ground, sample: &Sample, weighted: &[(&[usize], u64)]) -> Told {
    let loose = ground.needs.without_seats();
    let (mut all, mut quotas) = (Inner::new(&ground.needs), Inner::new(&loose));
    let mut told = Told { deviation: Average { sum: 0, of: 0 }, kept: 0, whole: 0 };
    for (counts, tickets) in weighted {
        let items = ground.items(counts);
        for scenario in &sample.scenarios {
            let times = u128::from(scenario.times) * u128::from(*tickets);
            let deviation = |needs: &Needs| needs.deviation(&scenario.have, scenario.seats);
            let least = |inner: &mut Inner<'_>, needs, below| {
                inner.best(&items, &[], &scenario.have, scenario.seats, below).unwrap_or_else(|| deviation(needs))
            };
            let left = least(&mut all, &ground.needs, i64::MAX);
            let whole = left == 0;
            // Where a deviation is left, the quotas may be kept all the same, with empty seats.
            let kept = whole || deviation(&loose) == 0 || least(&mut quotas, &loose, 1) == 0;
            told.deviation.sum += left as u128 * times;
            told.deviation.of += times;
            told.kept += if kept { times } else { 0 };
            told.whole += if whole { times } else { 0 };
        }
    }
    told
}
