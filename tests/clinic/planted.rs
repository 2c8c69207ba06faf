//! What the checks must catch: each says of a wrong answer that it is wrong.

use klero::clinic::{Change, ClashRule, Clinic};

use super::pool::Pool;
use super::{checks, examined, pools};

/// Changes an answer of each of many pools, where it can be changed; the check must then find fault with every one.
fn caught(
    feasible: bool,
    spoil: impl Fn(&Pool, &mut Clinic) -> bool,
    check: impl Fn(&Pool, &Clinic) -> Result<(), String>,
) {
    let mut spoiled = 0;
    for (seed, pool) in pools(feasible, 60) {
        let mut clinic = examined(&pool);
        assert_eq!(check(&pool, &clinic), Ok(()), "seed {seed}");
        if spoil(&pool, &mut clinic) {
            spoiled += 1;
            assert!(check(&pool, &clinic).is_err(), "seed {seed} passes: {clinic:?}");
        }
    }
    assert!(spoiled >= 10, "{spoiled}");
}

fn clash(pool: &Pool, clinic: &Clinic) -> Result<(), String> {
    checks::clash(pool, clinic.clash.as_ref().expect("a clash"))
}

#[test]
fn a_superfluous_rule() {
    let spoil = |pool: &Pool, clinic: &mut Clinic| {
        let clash = clinic.clash.as_mut().expect("a clash");
        let has =
            |row: usize| clash.rules.iter().any(|r| matches!(r, ClashRule::Quota { row: other, .. } if *other == row));
        let Some(row) = (1..=pool.rows.len()).find(|&row| !has(row)) else { return false };
        let quota = &pool.rows[row - 1];
        let members = (0..pool.members()).filter(|&m| pool.is_on(quota, m) && !pool.exclude.contains(&m)).count();
        let (least, most) = (Some(quota.min as usize), Some(quota.max as usize));
        clash.rules.push(ClashRule::Quota { row, what: String::new(), least, most, members, reach: None });
        true
    };
    caught(false, spoil, clash);
}

#[test]
fn a_rule_too_few() {
    let spoil = |_: &Pool, clinic: &mut Clinic| clinic.clash.as_mut().expect("a clash").rules.pop().is_some();
    caught(false, spoil, clash);
}

#[test]
fn a_side_that_does_not_matter() {
    let spoil = |_: &Pool, clinic: &mut Clinic| {
        let rules = &mut clinic.clash.as_mut().expect("a clash").rules;
        rules.iter_mut().any(|rule| match rule {
            ClashRule::Quota { least: least @ Some(_), most: None, .. } => {
                *least = None;
                true
            }
            _ => false,
        })
    };
    caught(false, spoil, clash);
}

#[test]
fn a_wrong_count() {
    let spoil = |_: &Pool, clinic: &mut Clinic| {
        let rules = &mut clinic.clash.as_mut().expect("a clash").rules;
        rules.iter_mut().any(|rule| match rule {
            ClashRule::Quota { reach: Some((_, most)), .. } => {
                *most += 1;
                true
            }
            _ => false,
        })
    };
    caught(false, spoil, clash);
}

/// One seat more in a change, with the right cost.
fn dearer(pool: &Pool, changes: &mut [Change]) -> bool {
    changes.iter_mut().any(|change| {
        let room = if change.max { change.to < pool.size } else { change.to > 0 };
        if room {
            change.to = if change.max { change.to + 1 } else { change.to - 1 };
        }
        room
    })
}

fn dearer_first(pool: &Pool, ways: &mut [klero::clinic::Repair]) -> bool {
    let Some(first) = ways.first_mut() else { return false };
    let done = dearer(pool, &mut first.changes);
    let mut by = vec![[0, 0]; pool.rows.len()];
    for change in &first.changes {
        by[change.row - 1][usize::from(change.max)] = change.to.abs_diff(change.from) as i64;
    }
    first.cost = pool.cost(&by);
    first.seats = by.iter().flatten().sum::<i64>() as usize;
    done
}

#[test]
fn a_dearer_repair() {
    caught(
        false,
        |pool, clinic| dearer_first(pool, &mut clinic.repairs.ways),
        |pool, clinic| checks::repairs(pool, &clinic.repairs),
    );
    caught(false, |pool, clinic| dearer_first(pool, &mut clinic.everybody.ways), checks::everybody);
}

#[test]
fn a_repair_that_does_not_help() {
    let spoil = |_: &Pool, clinic: &mut Clinic| {
        let Some(first) = clinic.repairs.ways.first_mut() else { return false };
        first.changes.pop().is_some()
    };
    caught(false, spoil, |pool, clinic| checks::repairs(pool, &clinic.repairs));
}

#[test]
fn a_way_that_is_missing_or_twice() {
    let missing = |_: &Pool, clinic: &mut Clinic| clinic.repairs.ways.pop().is_some();
    caught(false, missing, |pool, clinic| checks::repairs(pool, &clinic.repairs));
    let twice = |_: &Pool, clinic: &mut Clinic| {
        let again = clinic.repairs.ways.first().cloned();
        clinic.repairs.ways.extend(again.clone());
        again.is_some()
    };
    caught(false, twice, |pool, clinic| checks::repairs(pool, &clinic.repairs));
}

#[test]
fn a_wrong_size() {
    let spoil = |_: &Pool, clinic: &mut Clinic| {
        let Some(range) = clinic.sizes.as_mut().and_then(|sizes| sizes.ranges.first_mut()) else { return false };
        range.0 -= 1;
        range.0 > 0
    };
    let check = |pool: &Pool, clinic: &Clinic| checks::sizes(pool, clinic.sizes.as_ref().expect("sizes"));
    caught(true, spoil, check);
    let claim = |pool: &Pool, clinic: &mut Clinic| {
        clinic.sizes.as_mut().expect("sizes").ranges.push((pool.size, pool.size));
        true
    };
    caught(false, claim, check);
}

#[test]
fn a_row_that_does_not_help() {
    let spoil = |pool: &Pool, clinic: &mut Clinic| {
        let other = (1..=pool.rows.len()).find(|row| !clinic.drops.contains(row));
        clinic.drops.extend(other);
        other.is_some()
    };
    caught(false, spoil, |pool, clinic| checks::drops(pool, &clinic.drops));
}

#[test]
fn somebody_with_a_seat() {
    let spoil = |_: &Pool, clinic: &mut Clinic| {
        let reasons = clinic.seatless.as_mut().expect("decided");
        reasons.iter_mut().any(|reason| reason.members.pop().is_some())
    };
    let mut some = 0;
    for (_, pool) in pools(true, 100) {
        let mut clinic = examined(&pool);
        if spoil(&pool, &mut clinic) {
            some += 1;
            assert!(checks::seatless(&pool, &clinic).is_err());
        }
    }
    assert!(some > 10, "{some}");
}
