//! The draws of a sample in jobs, each with its own stream of chance, shared out among threads.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::chance::Chance;
use super::legacy::Legacy;
use super::rules::PanelRules;
use super::swaps::Swaps;
use super::{Draws, SampleError, SampledRule};

/// Tries for one draw of the legacy rule.
const TRIES: u64 = 100_000;
/// Draws in a job of the legacy rule; each draw has a stream of its own.
const BLOCK: u64 = 50;
/// Independent chains of swaps; few draws need fewer.
const CHAINS: u64 = 64;
/// Steps between two draws, at first, for each seat; doubled while the chains are too far apart.
const THINNING: usize = 4;
/// Draws of a first run that only finds out how many steps it takes.
const TRIAL: u64 = 20 * CHAINS;
/// Chains with this dispersion, give or take chance, pass for independent draws.
const CLOSE: f64 = 1.05;
/// How often the thinning is doubled at most.
const DOUBLINGS: u32 = 8;
/// Halvings to try, in this order.
const HALVINGS: [u32; 10] = [0, 1, 2, 3, 4, 5, 7, 9, 11, 13];
/// The share of its time, as one in so many, that a chain should spend on feasible panels: rather little, since the fewer the halvings, the
/// easier it gets from one to another. (None at all makes every set of k members equally likely at each step: rejection.)
const FEASIBLE: usize = 20;
/// Moments at which a chain may be at an infeasible set, one after another, before it is given up.
const PATIENCE: u64 = 20_000;

const LEGACY: &[u8; 16] = b"klero/legacy/1  ";
const RANDOM: &[u8; 16] = b"klero/random/1  ";

/// What the jobs of a rule made, in order, the effort that it took, and how far chains are apart.
pub struct Made<T> {
    pub parts: Vec<T>,
    pub effort: u64,
    pub dispersion: Option<f64>,
}

/// Makes all draws of a rule: each job begins with `new` and takes its panels one by one.
pub fn run<T: Send>(
    rule: SampledRule,
    rules: &PanelRules,
    draws: &Draws,
    new: impl Fn() -> T + Sync,
    take: impl Fn(&mut T, &[usize]) + Sync,
) -> Result<Made<T>, SampleError> {
    match rule {
        _ if draws.draws == 0 => Err(SampleError::NoDraws),
        SampledRule::Legacy => legacy(rules, draws, new, take),
        SampledRule::Random => random(rules, draws, new, take),
    }
}

fn legacy<T: Send>(
    rules: &PanelRules,
    draws: &Draws,
    new: impl Fn() -> T + Sync,
    take: impl Fn(&mut T, &[usize]) + Sync,
) -> Result<Made<T>, SampleError> {
    let job = |number: usize| {
        let mut legacy = Legacy::new(rules).ok_or(SampleError::Legacy { tries: 1 })?;
        let (mut made, mut effort) = (new(), 0);
        let first = number as u64 * BLOCK;
        for draw in first..(first + BLOCK).min(draws.draws) {
            let mut chance = Chance::new(LEGACY, draws.seed, stream(draws.part, draw));
            let found = legacy.draw(&mut chance, TRIES);
            let (panel, tries) = found.ok_or(SampleError::Legacy { tries: TRIES })?;
            take(&mut made, panel);
            effort += tries;
        }
        Ok((made, effort))
    };
    let jobs = shared_out(draws.draws.div_ceil(BLOCK) as usize, draws.threads, job)?;
    let effort = jobs.iter().map(|&(_, effort)| effort).sum();
    Ok(Made { parts: jobs.into_iter().map(|(made, _)| made).collect(), effort, dispersion: None })
}

/// Chains of swaps, with ever longer pauses between the draws until the chains are close together: first for a few draws, then for all.
fn random<T: Send>(
    rules: &PanelRules,
    draws: &Draws,
    new: impl Fn() -> T + Sync,
    take: impl Fn(&mut T, &[usize]) + Sync,
) -> Result<Made<T>, SampleError> {
    let halvings = choose_halvings(rules, draws)?;
    let mut thinning = THINNING * rules.size();
    let (mut most, mut runs) = (TRIAL.min(draws.draws), 0);
    loop {
        let chain = |number: usize| {
            let stream = stream(draws.part, runs * CHAINS + number as u64);
            let mut chance = Chance::new(RANDOM, draws.seed, stream);
            let mut chain = start(rules, &mut chance, halvings, thinning)?;
            let (mut made, mut counts) = (new(), vec![0; rules.members()]);
            let wanted = most / CHAINS + u64::from((number as u64) < most % CHAINS);
            for _ in 0..wanted {
                next(&mut chain, &mut chance, halvings, thinning)?;
                let panel = chain.panel();
                panel.iter().for_each(|&member| counts[member] += 1);
                take(&mut made, &panel);
            }
            Ok((made, wanted, counts))
        };
        let chains = shared_out(CHAINS.min(most) as usize, draws.threads, chain)?;
        let counts: Vec<(u64, &[u64])> = chains.iter().map(|(_, draws, counts)| (*draws, counts.as_slice())).collect();
        let (apart, noise) = dispersion(&counts);
        let enough = apart <= CLOSE + 2.0 * noise || thinning >= (THINNING * rules.size()) << DOUBLINGS;
        if enough && most == draws.draws {
            let parts = chains.into_iter().map(|(made, _, _)| made).collect();
            return Ok(Made { parts, effort: thinning as u64, dispersion: Some(apart) });
        }
        if enough {
            most = draws.draws;
        } else {
            thinning *= 2;
        }
        runs += 1;
    }
}

/// Walks to the next moment, a multiple of the thinning, at which the chain is at a feasible panel.
fn next(chain: &mut Swaps, chance: &mut Chance, halvings: u32, thinning: usize) -> Result<(), SampleError> {
    for _ in 0..PATIENCE {
        chain.walk(chance, thinning, halvings);
        if chain.is_feasible() {
            return Ok(());
        }
    }
    Err(SampleError::Random { steps: PATIENCE * thinning as u64 })
}

/// A chain that has forgotten where it started: ever more halvings, then ten pauses at the last.
fn start<'a>(
    rules: &'a PanelRules,
    chance: &mut Chance,
    halvings: u32,
    thinning: usize,
) -> Result<Swaps<'a>, SampleError> {
    let mut chain = Swaps::new(rules, chance).ok_or(SampleError::Random { steps: 0 })?;
    for step in 0..halvings {
        chain.walk(chance, 2 * thinning, step);
    }
    chain.walk(chance, 10 * thinning, halvings);
    Ok(chain)
}

/// The fewest halvings with which a chain is at feasible panels often enough; else those with which it was most often.
fn choose_halvings(rules: &PanelRules, draws: &Draws) -> Result<u32, SampleError> {
    let pause = (rules.size() + rules.members()).div_ceil(4);
    let moments = 1000;
    let (mut best, mut steps) = ((0, 0), 0);
    for halvings in HALVINGS {
        let mut chance = Chance::new(RANDOM, draws.seed, stream(draws.part, (1 << 39) + u64::from(halvings)));
        let mut chain = start(rules, &mut chance, halvings, 4 * pause)?;
        let mut feasible = 0;
        for _ in 0..moments {
            chain.walk(&mut chance, pause, halvings);
            feasible += usize::from(chain.is_feasible());
        }
        steps += moments * pause;
        if feasible > best.0 {
            best = (feasible, halvings);
        }
        if feasible * FEASIBLE >= moments {
            break;
        }
    }
    if best.0 == 0 { Err(SampleError::Random { steps: steps as u64 }) } else { Ok(best.1) }
}

/// The stream of a draw or chain of a part.
fn stream(part: u32, number: u64) -> u64 {
    (u64::from(part) << 40) + number
}

/// Does jobs 0, 1, … on some threads; their results in order, or the error of the first job that failed.
fn shared_out<T: Send>(
    jobs: usize,
    threads: usize,
    job: impl Fn(usize) -> Result<T, SampleError> + Sync,
) -> Result<Vec<T>, SampleError> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<Option<Result<T, SampleError>>>> = Mutex::new((0..jobs).map(|_| None).collect());
    let work = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= jobs {
                return;
            }
            let result = job(number);
            if result.is_err() {
                // All earlier jobs have been taken already, so the first failure is the same for any number of threads.
                next.store(jobs, Ordering::Relaxed);
            }
            if let Ok(mut done) = done.lock()
                && let Some(place) = done.get_mut(number)
            {
                *place = Some(result);
            }
        }
    };
    if threads <= 1 {
        work();
    } else {
        std::thread::scope(|scope| {
            for _ in 0..threads.min(jobs) {
                scope.spawn(work);
            }
        });
    }
    let done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.into_iter().flatten().collect()
}

/// A random mark for each member.
pub fn marks(members: usize) -> Vec<u128> {
    let mut chance = Chance::new(b"klero/marks/1   ", 0, 0);
    (0..members).map(|_| u128::from(chance.word()) << 64 | u128::from(chance.word())).collect()
}

/// How far chains, with their draws and counts, are from their common average, compared with chains of independent draws: about 1 for
/// those. Also about how much this would differ from 1 by chance alone (its standard deviation). 1 when nothing can be said.
fn dispersion(chains: &[(u64, &[u64])]) -> (f64, f64) {
    let all: f64 = chains.iter().map(|&(draws, _)| draws as f64).sum();
    let members = chains.first().map_or(0, |(_, counts)| counts.len());
    let (mut found, mut expected, mut variance) = (0.0, 0.0, 0.0);
    for member in 0..members {
        let chance = chains.iter().map(|(_, counts)| counts[member] as f64).sum::<f64>() / all;
        variance += chance * (1.0 - chance);
        for &(draws, counts) in chains {
            let draws = draws as f64;
            found += (counts[member] as f64 - draws * chance).powi(2);
            expected += draws * chance * (1.0 - chance) * (1.0 - draws / all);
        }
    }
    // As if there were half as many free directions as seats that are open to chance.
    let freedom = (chains.len().saturating_sub(1)).max(1) as f64 * (variance / 2.0).max(1.0);
    if expected > 0.0 { (found / expected, (2.0 / freedom).sqrt()) } else { (1.0, 0.0) }
}

#[cfg(test)]
mod tests {
    use super::dispersion;

    #[test]
    fn chains_that_keep_to_themselves_are_noticed() {
        // Two members, one seat, four chains of 100 draws. Independent draws: standard deviation 5.
        let close: [[u64; 2]; 4] = [[45, 55], [55, 45], [52, 48], [46, 54]];
        let stuck: [[u64; 2]; 4] = [[100, 0], [100, 0], [0, 100], [0, 100]];
        let of = |counts: &[[u64; 2]]| {
            dispersion(&counts.iter().map(|counts| (100, counts.as_slice())).collect::<Vec<_>>()).0
        };
        // By hand: average 49.5; squares 20.25 + 30.25 + 6.25 + 12.25 = 69 for each member; expected 4·100·0.495·0.505·3/4.
        assert!((of(&close) - 69.0 / (300.0 * 0.495 * 0.505)).abs() < 1e-12);
        assert!((of(&stuck) - 4.0 * 2500.0 / 75.0).abs() < 1e-12);
        assert_eq!(of(&[[0, 100]; 4]), 1.0);
    }
}
