//! Small cases, and what `docs/alternates.md` says of them, by counting everything.

use klero::alternates::{Average, UNIT};
use klero::instance::{Instance, Person, Settings, build_anyway};
use klero::read::{Table, read_csv};
use num_bigint::BigInt;
use num_rational::BigRational;

use crate::support::random::{Dice, random_small_with, to_csv};

/// A pool with its rules, and a panel of it.
pub struct Drawn {
    pub table: Table,
    pub settings: Settings,
    pub instance: Instance,
    pub panel: Vec<usize>,
}

pub fn ratio(numerator: i64, denominator: i64) -> BigRational {
    BigRational::new(numerator.into(), denominator.into())
}

pub fn exact(average: &Average) -> BigRational {
    BigRational::new(BigInt::from(average.sum), BigInt::from(average.of) * UNIT)
}

/// A random pool, with households (of whom one or two may sit), somebody excluded, people kept apart and a quota on a combination; `None` where the
/// dice give no people who could sit together. The panel keeps the rules on people; it need not meet the quotas.
pub fn drawn(seed: u64) -> Option<Drawn> {
    let mut dice = Dice::new(1_000_000 + seed);
    let small = random_small_with(seed, dice.chance(2, 3), false);
    let (mut quotas, pool) = to_csv(&small);
    if dice.chance(1, 2) {
        let (least, more) = (dice.below(2), dice.below(3));
        quotas += &format!("combination,c1=v1 & c2=v1,{least},{}\n", least + more);
    }
    let members = small.values.len();
    let mut settings = Settings::of_size(small.size);
    if small.households.iter().any(Option::is_some) {
        settings.household_columns = vec!["household".to_owned()];
    }
    settings.household_limit = dice.between(1, 3);
    if dice.chance(1, 2) {
        settings.exclude = vec![Person::Number(dice.between(1, members))];
    }
    if dice.chance(1, 2) {
        let group = dice.subset(members, dice_size(&mut Dice::new(seed), members));
        settings.apart = vec![group.into_iter().map(|member| Person::Number(member + 1)).collect()];
    }
    let table = read_csv("pool.csv", pool.as_bytes()).unwrap();
    let quotas = read_csv("quotas.csv", quotas.as_bytes()).unwrap();
    let instance = build_anyway(&quotas, &table, &settings).ok()?.instance;
    let panel = (0..50).map(|_| dice.subset(members, small.size)).find(|panel| keeps_rules(&instance, panel))?;
    Some(Drawn { table, settings, instance, panel })
}

fn dice_size(dice: &mut Dice, members: usize) -> usize {
    dice.between(2, 3.min(members))
}

/// Whether people can sit together, quotas aside.
pub fn keeps_rules(instance: &Instance, people: &[usize]) -> bool {
    let of = |group: &[usize]| group.iter().filter(|member| people.contains(member)).count();
    instance.households().iter().all(|house| of(house) <= instance.household_limit())
        && instance.apart().iter().all(|group| of(group) <= 1)
        && people.iter().all(|&m| instance.members()[m].standing != klero::instance::Standing::Excluded)
}

/// For each quota: the seats that people have of it, its minimum and its maximum.
pub fn quotas(instance: &Instance, people: &[usize]) -> Vec<(usize, usize, usize)> {
    let members = instance.members();
    let mut all = Vec::new();
    for (place, category) in instance.categories().iter().enumerate() {
        for (index, value) in category.values.iter().enumerate() {
            let having = people.iter().filter(|&&member| members[member].values[place] == index).count();
            all.push((having, value.quota.min, value.quota.max));
        }
    }
    for combination in instance.combinations() {
        let has = |member: usize| combination.terms.iter().all(|&(c, v)| members[member].values[c] == v);
        let having = people.iter().filter(|&&member| has(member)).count();
        all.push((having, combination.quota.min, combination.quota.max));
    }
    all
}

/// The deviation of some people from the quotas of a panel of `size`, empty seats included.
pub fn deviation(instance: &Instance, size: usize, people: &[usize]) -> BigRational {
    let mut sum = ratio(size as i64 - people.len() as i64, size as i64);
    for (having, min, max) in quotas(instance, people) {
        let off = if having < min { min - having } else { having.saturating_sub(max) };
        sum += ratio(off as i64, max.min(size).max(1) as i64);
    }
    sum
}

/// All subsets of a list, in the order of binary numbers.
pub fn subsets<T: Copy>(list: &[T]) -> impl Iterator<Item = Vec<T>> {
    (0_u32..1 << list.len())
        .map(move |bits| list.iter().enumerate().filter(|(i, _)| bits >> i & 1 == 1).map(|(_, item)| *item).collect())
}
