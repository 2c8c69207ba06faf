//! Good files with bytes changed, lost, doubled and swapped: whatever comes of it, nothing panics and every answer makes sense.

use std::cell::Cell;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use klero::instance::{Built, Instance, Person, Settings, Standing, build};
use klero::read::read_csv;
use klero::types::typed;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use super::agreement::{below, pick};
use super::corpus::options;

pub const CASES: [&str; 18] = [
    "good-feature-value",
    "good-flex",
    "good-normal-forms",
    "good-columns-moved",
    "good-line-breaks-in-cells",
    "good-row-numbers",
    "good-repeated-rows",
    "good-blank-rows",
    "good-households",
    "good-households-two-columns",
    "good-household-with-excluded-member",
    "good-include-exclude",
    "good-status-column",
    "good-apart",
    "good-people-by-number",
    "good-combination-spellings",
    "good-combination-of-names-with-signs",
    "good-names-with-signs",
];

const MUTATIONS_PER_CASE: usize = 400;

const PIECES: [&str; 20] = [
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
    "&",
    "=",
    "combination",
    "include",
    "",
];

pub fn mutate(rng: &mut ChaCha20Rng, bytes: &[u8]) -> Vec<u8> {
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

/// Now and then one more person is named, who may not be there, or be there already.
fn name_somebody(rng: &mut ChaCha20Rng, settings: &mut Settings) {
    let person = |rng: &mut ChaCha20Rng| match below(rng, 3) {
        0 => Person::Number(below(rng, 9)),
        1 => Person::Id(pick(rng, &PIECES).to_owned()),
        _ => Person::Id(format!("a{}", below(rng, 8))),
    };
    match below(rng, 12) {
        0 => settings.include.push(person(rng)),
        1 => settings.exclude.push(person(rng)),
        2 => settings.apart.push((0..below(rng, 4)).map(|_| person(rng)).collect()),
        3 => settings.household_limit = below(rng, 3),
        4 => settings.household_columns.push(pick(rng, &["age", "id", "note", ""]).to_owned()),
        _ => {}
    }
}

/// Reads and builds; whatever is answered is checked. Says whether the input was accepted.
fn read_and_build(quotas: &[u8], pool: &[u8], settings: &Settings) -> bool {
    let tables = (read_csv("quotas.csv", quotas), read_csv("pool.csv", pool));
    match tables {
        (Ok(quotas), Ok(pool)) => match build(&quotas, &pool, settings) {
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

pub fn check(built: &Built, rows: usize) {
    let instance = &built.instance;
    assert!(instance.size() >= 1 && instance.size() <= instance.members().len());
    assert!(instance.members().is_sorted_by(|a, b| a.id.as_bytes() < b.id.as_bytes()));
    assert!(instance.members().iter().all(|member| member.row < rows && !member.id.is_empty()));
    let can_sit = || instance.members().iter().filter(|member| member.standing != Standing::Excluded);
    let included: Vec<_> = instance.members().iter().filter(|member| member.standing == Standing::Included).collect();
    assert!(instance.size() <= can_sit().count() && included.len() <= instance.size());
    for (index, category) in instance.categories().iter().enumerate() {
        for (value, feature) in category.values.iter().enumerate() {
            assert_eq!(feature.pool, can_sit().filter(|member| member.values[index] == value).count());
            assert!(feature.quota.min <= feature.quota.max && feature.quota.min <= feature.pool);
            assert!(included.iter().filter(|member| member.values[index] == value).count() <= feature.quota.max);
        }
        let pool: usize = category.values.iter().map(|value| value.pool).sum();
        assert_eq!(pool, can_sit().count());
    }
    for combination in instance.combinations() {
        let terms = &combination.terms;
        assert!(terms.len() > 1 && terms.is_sorted_by(|a, b| a.0 < b.0));
        let pool = can_sit().filter(|member| terms.iter().all(|&(category, value)| member.values[category] == value));
        assert_eq!(combination.pool, pool.count());
        assert!(combination.quota.min <= combination.quota.max && combination.quota.min <= combination.pool);
    }
    check_groups(instance);
    for warning in &built.warnings {
        check_words(&warning.to_string(), &warning.help());
    }
}

fn check_groups(instance: &Instance) {
    let included = |group: &[usize]| {
        group.iter().filter(|&&member| instance.members()[member].standing == Standing::Included).count()
    };
    for (groups, most) in [(instance.households(), instance.household_limit()), (instance.apart(), 1)] {
        assert!(groups.is_sorted_by(|a, b| a < b) && most > 0);
        for group in groups {
            assert!(group.len() > 1 && group.is_sorted_by(|a, b| a < b) && included(group) <= most);
            assert!(group.iter().all(|&member| member < instance.members().len()));
        }
    }
    let mut housed = instance.households().concat();
    housed.sort_unstable();
    assert!(housed.is_sorted_by(|a, b| a < b));
    let typed: usize = typed(instance).types.iter().map(|group| group.members.len()).sum();
    assert_eq!(typed, instance.members().len());
}

/// A message is one line of text that can be seen, and so is its help.
pub fn check_words(what: &str, help: &str) {
    for words in [what, help] {
        assert!(!words.trim().is_empty() && !words.chars().any(char::is_control), "{words:?}");
    }
}

/// Mutations of good files, put through `run`; returns how many panicked and how many there were.
fn panics(run: impl Fn(&[u8], &[u8], &Settings)) -> (usize, usize) {
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
            let mut settings = options(&here.join(case));
            settings.size = *[0, 1, usize::MAX].get(below(&mut rng, 20)).unwrap_or(&settings.size);
            name_somebody(&mut rng, &mut settings);
            total += 1;
            if let Err(cause) = catch_unwind(AssertUnwindSafe(|| run(&mutated.0, &mutated.1, &settings))) {
                panicked += 1;
                if cause.downcast_ref::<Planted>().is_none() {
                    let shown = |bytes: &[u8]| bytes.escape_ascii().to_string();
                    println!("{settings:?}\n{}\n{}", shown(&mutated.0), shown(&mutated.1));
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
    let (panicked, total) = panics(|quotas, pool, settings| {
        let more = usize::from(read_and_build(quotas, pool, settings));
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
