//! The rules on the pools, several at once.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Instant;

use klero::compare::{Cost, Outcome, Row, Rule, run};
use klero::sample::Draws;

use super::super::failure::Failure;
use super::pool::Pool;

/// One rule on one pool, and what came of it.
pub struct Done {
    /// Its place among all tasks.
    pub task: usize,
    /// The row.
    pub row: Row,
    /// The outcome, if there is one.
    pub outcome: Option<Outcome>,
}

/// Does the tasks that have no row yet, several at once, and hands each to `take` when it is done.
pub fn each(
    draws: &Draws,
    threads: usize,
    pools: &[Pool],
    tasks: &[(usize, Rule)],
    rows: &[Option<Row>],
    take: &mut dyn FnMut(Done) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut open: Vec<usize> = (0..tasks.len()).filter(|&task| rows.get(task).is_some_and(Option::is_none)).collect();
    // Leximin first: the other rows of its pool wait for its minimum.
    open.sort_by_key(|&task| tasks.get(task).is_none_or(|&(_, rule)| rule != Rule::Leximin));
    let workers = threads.min(open.len()).max(1);
    // Threads that have no task of their own help with the draws of the others.
    let draws = Draws { threads: threads / workers, ..*draws };
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        let (send, receive) = mpsc::channel();
        for _ in 0..workers {
            let send = send.clone();
            let (next, open, draws) = (&next, &open, &draws);
            scope.spawn(move || {
                while let Some(&task) = open.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let Some((pool, rule)) = tasks.get(task).and_then(|&(pool, rule)| Some((pools.get(pool)?, rule)))
                    else {
                        return;
                    };
                    let (row, outcome) = one(pool, rule, draws);
                    if send.send(Done { task, row, outcome }).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        // When a row cannot be written the channel closes, and the workers stop after what they are at.
        receive.into_iter().try_for_each(take)
    })
}

/// One rule on one pool.
fn one(pool: &Pool, rule: Rule, draws: &Draws) -> (Row, Option<Outcome>) {
    let facts = pool.facts();
    let failed = |error: &str| (Row::failed(&facts, rule, error), None);
    let instance = match pool.instance() {
        Ok(instance) => instance,
        Err(error) => return failed(error),
    };
    let start = Instant::now();
    let (outcome, seconds) = if rule == Rule::Leximin {
        let leximin = pool.leximin(draws);
        (leximin.outcome.clone(), leximin.seconds)
    } else {
        let outcome = run(rule, instance, draws).map_err(|error| error.to_string());
        (outcome, start.elapsed().as_secs_f64())
    };
    match outcome {
        Err(error) => failed(&error),
        Ok(outcome) => {
            let cost = Cost { seconds, peak_memory_mb: peak_memory() };
            let row = Row::done(&facts, rule, &outcome, pool.minimum(draws), draws.seed, cost);
            (row, Some(outcome))
        }
    }
}

/// Peak memory of this process in MB, where the system tells it.
fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kb| kb / 1024.0)
}
