//! What the clinic says against what is true; each says what is wrong.

use std::collections::BTreeSet;

use klero::clinic::{Change, Clash, ClashRule, Clinic, Repair, Repairs};
use klero::solve::Sizes;

use super::pool::{Pool, changed, for_everybody};

type Verdict = Result<(), String>;

fn ensure(holds: bool, what: impl FnOnce() -> String) -> Verdict {
    if holds { Ok(()) } else { Err(what()) }
}

/// Whether a set keeps a rule of a clash.
fn keeps(pool: &Pool, rule: &ClashRule, set: &[usize]) -> bool {
    match rule {
        ClashRule::Quota { row, least, most, .. } => {
            let seats = pool.seats(&pool.rows[row - 1], set) as usize;
            least.is_none_or(|least| least <= seats) && most.is_none_or(|most| seats <= most)
        }
        ClashRule::Household { .. } => pool.homes_kept(set),
        ClashRule::Apart { members } => members.iter().filter(|m| set.contains(m)).count() <= 1,
        ClashRule::Include { member } => set.contains(member),
        ClashRule::Exclude { member } => !set.contains(member),
    }
}

/// No set keeps all rules, and some set keeps all but any one; the counts are right.
pub fn clash(pool: &Pool, clash: &Clash) -> Verdict {
    let sets: Vec<Vec<usize>> =
        pool.sets(pool.size).into_iter().filter(|set| clash.seat.is_none_or(|seat| set.contains(&seat))).collect();
    let kept = |set: &Vec<usize>, but: Option<&ClashRule>| {
        clash.rules.iter().filter(|&rule| Some(rule) != but).all(|rule| keeps(pool, rule, set))
    };
    ensure(!sets.iter().any(|set| kept(set, None)), || "the rules can be kept together".to_owned())?;
    ensure(clash.irreducible, || "nothing is too hard here".to_owned())?;
    for rule in &clash.rules {
        let without: Vec<&Vec<usize>> = sets.iter().filter(|set| kept(set, Some(rule))).collect();
        ensure(!without.is_empty(), || format!("{rule:?} is superfluous"))?;
        let ClashRule::Quota { row, members, reach, least, most, .. } = rule else { continue };
        let quota = &pool.rows[row - 1];
        let seats = || without.iter().map(|set| pool.seats(quota, set) as usize);
        ensure(*reach == seats().min().zip(seats().max()), || format!("the reach of row {row} is wrong: {reach:?}"))?;
        let all = (0..pool.members()).filter(|&m| pool.is_on(quota, m) && !pool.exclude.contains(&m)).count();
        ensure(*members == all, || format!("row {row} is on {all} members, not {members}"))?;
        ensure(least.is_some() || most.is_some(), || format!("row {row} has no side"))?;
    }
    for overlap in &clash.overlaps {
        let on = |row: usize, m: usize| pool.is_on(&pool.rows[row - 1], m) && !pool.exclude.contains(&m);
        let both = (0..pool.members()).filter(|&m| on(overlap.rows.0, m) && on(overlap.rows.1, m)).count();
        ensure(overlap.members == both, || format!("{overlap:?}: it is {both}"))?;
    }
    Ok(())
}

/// The changes of a repair, by row and side.
fn by_row(pool: &Pool, repair: &Repair) -> Result<Vec<[i64; 2]>, String> {
    let mut by = vec![[0, 0]; pool.rows.len()];
    for Change { row, max, from, to, .. } in &repair.changes {
        let quota = &pool.rows[row - 1];
        let (now, then) = (if *max { quota.max } else { quota.min }, *to as i64);
        ensure(*from as i64 == now, || format!("row {row} has {now}, not {from}"))?;
        let change = if *max { then - now } else { now - then };
        ensure(change > 0, || format!("row {row} does not get wider"))?;
        by[row - 1][usize::from(*max)] = change;
    }
    let seats: i64 = by.iter().flatten().sum();
    ensure(repair.seats as i64 == seats, || format!("{seats} seats change, not {}", repair.seats))?;
    ensure(repair.cost == pool.cost(&by), || format!("it costs {}, not {}", pool.cost(&by), repair.cost))?;
    Ok(by)
}

/// The ways are the cheapest ones, in their order, of all least ways there are.
fn ways(pool: &Pool, repairs: &Repairs, all: &[Vec<[i64; 2]>]) -> Verdict {
    ensure(repairs.complete, || "nothing is too hard here".to_owned())?;
    let mut before: Vec<BTreeSet<(usize, usize)>> = Vec::new();
    let allowed = |way: &&Vec<[i64; 2]>, before: &[BTreeSet<(usize, usize)>]| {
        let changed = changed(way);
        !changed.is_empty() && !before.iter().any(|earlier| earlier.is_subset(&changed))
    };
    for repair in &repairs.ways {
        let by = by_row(pool, repair)?;
        let wider = |way: &&Vec<[i64; 2]>| way.iter().zip(&by).all(|(w, b)| w[0] <= b[0] && w[1] <= b[1]);
        ensure(all.iter().any(|way| wider(&way)), || format!("{:?} does not help", repair.changes))?;
        ensure(allowed(&&by, &before), || format!("{:?} is not another way", repair.changes))?;
        let least = all.iter().filter(|way| allowed(way, &before)).map(|way| pool.cost(way)).min();
        ensure(least == Some(repair.cost), || {
            format!("{:?} costs {}, {least:?} would do", repair.changes, repair.cost)
        })?;
        before.push(changed(&by));
    }
    let another = all.iter().any(|way| allowed(&way, &before));
    ensure(repairs.ways.len() == 5 || !another, || "a way is left out".to_owned())
}

fn has_flex(pool: &Pool) -> bool {
    pool.rows.iter().any(|row| row.flex.is_some())
}

/// The repairs are the cheapest.
pub fn repairs(pool: &Pool, repairs: &Repairs) -> Verdict {
    let all = |flex| -> Vec<Vec<[i64; 2]>> {
        pool.sets(pool.size).iter().filter_map(|set| pool.changes(set, flex)).collect()
    };
    let flex = has_flex(pool);
    let within = all(flex);
    let beyond = flex && within.is_empty();
    ensure(repairs.beyond_flex == beyond, || "limits on changes are left aside, or not".to_owned())?;
    ways(pool, repairs, &if beyond { all(false) } else { within })
}

/// The repairs for everybody are the cheapest.
pub fn everybody(pool: &Pool, clinic: &Clinic) -> Verdict {
    let repairs = &clinic.everybody;
    let flex = has_flex(pool) && !repairs.beyond_flex;
    let seatable = |flex: bool| -> Vec<usize> {
        let helped = |m: &usize| pool.sets(pool.size).iter().any(|s| s.contains(m) && pool.changes(s, flex).is_some());
        pool.open().into_iter().filter(helped).collect()
    };
    let targets = seatable(flex);
    let all = for_everybody(pool, &targets, flex);
    let least: Vec<Vec<[i64; 2]>> = if targets.is_empty() { Vec::new() } else { all };
    let nobody_left = clinic.has_panel && clinic.seatless.as_ref().is_some_and(Vec::is_empty);
    if !nobody_left {
        let beyond: Vec<usize> = pool.open().into_iter().filter(|m| !targets.contains(m)).collect();
        ensure(clinic.beyond_help == beyond, || format!("beyond help are {beyond:?}, not {:?}", clinic.beyond_help))?;
    }
    ways(pool, repairs, &least)
}

/// The sizes are those with a panel.
pub fn sizes(pool: &Pool, sizes: &Sizes) -> Verdict {
    for size in 1..=pool.members() {
        let has = !pool.panels(size).is_empty();
        ensure(sizes.contains(size) == has, || format!("size {size}: {has}"))?;
    }
    let nearest = |mut sizes: Box<dyn Iterator<Item = usize>>| sizes.find(|&size| !pool.panels(size).is_empty());
    let (below, above) = (nearest(Box::new((1..pool.size).rev())), nearest(Box::new(pool.size + 1..=pool.members())));
    ensure(sizes.around(pool.size) == (below, above), || format!("around are {below:?} and {above:?}"))
}

/// The rows to drop are those that help.
pub fn drops(pool: &Pool, drops: &[usize]) -> Verdict {
    for row in 1..=pool.rows.len() {
        let mut other = pool.clone();
        (other.rows[row - 1].min, other.rows[row - 1].max) = (0, 99);
        let helps = !other.panels(pool.size).is_empty();
        ensure(drops.contains(&row) == helps, || format!("without row {row}: {helps}"))?;
    }
    Ok(())
}

/// Those without a seat are without one, for the reason given.
pub fn seatless(pool: &Pool, clinic: &Clinic) -> Verdict {
    let panels = pool.panels(pool.size);
    let truth: BTreeSet<usize> = pool.open().into_iter().filter(|m| !panels.iter().any(|p| p.contains(m))).collect();
    let Some(reasons) = &clinic.seatless else { return Err("nothing is too hard here".to_owned()) };
    let told: Vec<usize> = reasons.iter().flat_map(|reason| reason.members.iter().copied()).collect();
    ensure(told.len() == truth.len() && told.iter().all(|m| truth.contains(m)), || format!("{truth:?}, not {told:?}"))?;
    for reason in reasons {
        let Some(why) = &reason.reason else { return Err("a reason is missing".to_owned()) };
        clash(pool, why)?;
        for &member in &reason.members {
            let mut same = why.clone();
            same.seat = Some(member);
            // The counts are those of the first.
            same.rules.iter_mut().for_each(|rule| {
                if let ClashRule::Quota { row, reach, .. } = rule {
                    *reach = reach_of(pool, why, *row, member);
                }
            });
            clash(pool, &same)?;
        }
    }
    Ok(())
}

fn reach_of(pool: &Pool, clash: &Clash, row: usize, seat: usize) -> Option<(usize, usize)> {
    let others = |set: &&Vec<usize>| {
        let mut rules = clash.rules.iter();
        rules.all(|rule| matches!(rule, ClashRule::Quota { row: other, .. } if *other == row) || keeps(pool, rule, set))
    };
    let sets = pool.sets(pool.size);
    let with: Vec<&Vec<usize>> = sets.iter().filter(|set| set.contains(&seat)).filter(others).collect();
    let seats = || with.iter().map(|set| pool.seats(&pool.rows[row - 1], set) as usize);
    seats().min().zip(seats().max())
}
