//! Good files with bytes changed, lost, doubled and swapped: whatever comes of it, nothing panics and every answer makes sense.

use std::cell::Cell;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use klero::instance::{Built, Settings, build};
use klero::read::read_csv;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use super::agreement::{below, pick};

const CASES: [&str; 8] = [
    "good-feature-value",
    "good-flex",
    "good-normal-forms",
    "good-columns-moved",
    "good-line-breaks-in-cells",
    "good-row-numbers",
    "good-repeated-rows",
    "good-blank-rows",
];

const MUTATIONS_PER_CASE: usize = 600;

const PIECES: [&str; 16] = [
    ",",
    "\"",
    "\n",
    "\r",
    "\0",
    "-",
    ".",
    "9999999999999999999",
    "\u{a0}",
    "\u{feff}",
    "é",
    "\u{301}",
    ";",
    "\t",
    "min",
    "",
];

fn mutate(rng: &mut ChaCha20Rng, bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..1 + below(rng, 2) {
        let at = below(rng, bytes.len() + 1);
        let end = (at + below(rng, 4)).min(bytes.len());
        match below(rng, 6) {
            0 => drop(bytes.drain(at..end)),
            1 => drop(bytes.splice(at..at, pick(rng, &PIECES).bytes())),
            2 => drop(bytes.splice(at..end, pick(rng, &PIECES).bytes())),
            3 => {
                let copy = bytes[at..end].to_vec();
                let to = below(rng, bytes.len() + 1);
                drop(bytes.splice(to..to, copy));
            }
            4 if at < bytes.len() => bytes[at] = u8::try_from(below(rng, 256)).unwrap(),
            _ => bytes.truncate(bytes.len().saturating_sub(below(rng, 20))),
        }
    }
    bytes
}

/// Reads and builds; whatever is answered is checked. Says whether the input was accepted.
fn read_and_build(quotas: &[u8], pool: &[u8], size: usize) -> bool {
    let tables = (read_csv("quotas.csv", quotas), read_csv("pool.csv", pool));
    match tables {
        (Ok(quotas), Ok(pool)) => match build(&quotas, &pool, &Settings::of_size(size)) {
            Ok(built) => {
                check(&built, pool.rows.len());
                return true;
            }
            Err(problems) => {
                assert!(!problems.is_empty());
                for problem in problems {
                    check_words(&problem.to_string(), &problem.help());
                }
            }
        },
        (quotas, pool) => {
            for problems in [quotas.err(), pool.err()].into_iter().flatten() {
                assert!(!problems.is_empty());
                for problem in problems {
                    check_words(&problem.to_string(), &problem.help());
                }
            }
        }
    }
    false
}

fn check(built: &Built, rows: usize) {
    let instance = &built.instance;
    assert!(instance.size() >= 1 && instance.size() <= instance.members().len());
    assert!(instance.members().is_sorted_by(|a, b| a.id.as_bytes() < b.id.as_bytes()));
    assert!(instance.members().iter().all(|member| member.row < rows && !member.id.is_empty()));
    for (index, category) in instance.categories().iter().enumerate() {
        for (value, feature) in category.values.iter().enumerate() {
            let having = instance.members().iter().filter(|member| member.values[index] == value);
            assert_eq!(feature.pool, having.count());
            assert!(feature.quota.min <= feature.quota.max && feature.quota.min <= feature.pool);
        }
        let pool: usize = category.values.iter().map(|value| value.pool).sum();
        assert_eq!(pool, instance.members().len());
    }
    for warning in &built.warnings {
        check_words(&warning.to_string(), &warning.help());
    }
}

/// A message is one line of text that can be seen, and so is its help.
fn check_words(what: &str, help: &str) {
    for words in [what, help] {
        assert!(!words.trim().is_empty() && !words.chars().any(char::is_control), "{words:?}");
    }
}

/// Mutations of good files, put through `run`; returns how many panicked and how many there were.
fn panics(run: impl Fn(&[u8], &[u8], usize)) -> (usize, usize) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inputs");
    let mut rng = ChaCha20Rng::seed_from_u64(3);
    let (mut panicked, mut total) = (0, 0);
    for case in CASES {
        let quotas = fs::read(here.join(case).join("quotas.csv")).unwrap();
        let pool = fs::read(here.join(case).join("pool.csv")).unwrap();
        for _ in 0..MUTATIONS_PER_CASE {
            let mutated = match below(&mut rng, 3) {
                0 => (mutate(&mut rng, &quotas), pool.clone()),
                1 => (quotas.clone(), mutate(&mut rng, &pool)),
                _ => (mutate(&mut rng, &quotas), mutate(&mut rng, &pool)),
            };
            let size = *[0, 1, usize::MAX].get(below(&mut rng, 20)).unwrap_or(&4);
            total += 1;
            if let Err(cause) = catch_unwind(AssertUnwindSafe(|| run(&mutated.0, &mutated.1, size))) {
                panicked += 1;
                if cause.downcast_ref::<Planted>().is_none() {
                    let shown = |bytes: &[u8]| bytes.escape_ascii().to_string();
                    println!("size {size}\n{}\n{}", shown(&mutated.0), shown(&mutated.1));
                }
            }
        }
    }
    (panicked, total)
}

/// What the planted counterexample panics with.
struct Planted;

#[test]
fn no_mutation_of_a_good_file_makes_a_panic_or_nonsense() {
    let accepted = Cell::new(0);
    let (panicked, total) = panics(|quotas, pool, size| {
        let more = usize::from(read_and_build(quotas, pool, size));
        accepted.set(accepted.get() + more);
    });
    assert_eq!((panicked, total), (0, CASES.len() * MUTATIONS_PER_CASE));
    let share = accepted.get() * 100 / total;
    assert!((5..=95).contains(&share), "{share} % were accepted: too one-sided to say anything");
}

/// Planted: a reader that panics where a file holds a NUL byte. The harness must notice.
#[test]
fn a_panic_is_noticed() {
    let (panicked, total) = panics(|quotas, pool, _| {
        if quotas.contains(&0) || pool.contains(&0) {
            std::panic::resume_unwind(Box::new(Planted));
        }
    });
    assert!(panicked > 0 && panicked < total);
}
