//! The made-up pools: the shipped example is what its command makes, and the quotas are ones that a panel can meet.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop loudly")]

mod support;

use klero::generate::{MOST_CATEGORIES, usual_slack};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use support::oracle::Small;
use support::population::population;
use support::random::Dice;

fn town_40() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join("town_40")
}

#[test]
fn the_example_is_what_its_command_makes() {
    let (members, size, categories, seed) = (600, 40, 6, 1);
    let shipped = |name: &str| fs::read_to_string(town_40().join(name)).unwrap();
    let files = (shipped("quotas.csv"), shipped("pool.csv"));
    assert!(files == population(members, size, categories, usual_slack(size), seed), "the files differ");
    assert!(
        files != population(members, size, categories, usual_slack(size), seed + 1),
        "another seed, the same files"
    );
    let command = format!(
        "cargo run --example generate -- --members {members} --size {size} --categories {categories} --seed {seed} --out"
    );
    assert!(shipped("README.md").contains(&command), "the README gives another command");
}

/// The rows of a CSV file, the header first.
fn rows(file: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(file.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(String::from).collect()).collect()
}

/// The two files as an instance; its members are those of the pool in order.
fn instance(size: usize, quotas: &str, pool: &str) -> Small {
    let mut names: Vec<(String, Vec<String>)> = Vec::new();
    let mut limits: Vec<Vec<(usize, usize)>> = Vec::new();
    for row in &rows(quotas)[1..] {
        if names.last().is_none_or(|(category, _)| category != &row[0]) {
            names.push((row[0].clone(), Vec::new()));
            limits.push(Vec::new());
        }
        names.last_mut().unwrap().1.push(row[1].clone());
        limits.last_mut().unwrap().push((row[2].parse().unwrap(), row[3].parse().unwrap()));
    }
    let pool = rows(pool);
    let columns: Vec<usize> =
        names.iter().map(|(category, _)| pool[0].iter().position(|header| header == category).unwrap()).collect();
    let values = pool[1..]
        .iter()
        .map(|row| {
            let value = |(column, (_, all)): (&usize, &(String, Vec<String>))| {
                all.iter().position(|name| name == &row[*column]).unwrap()
            };
            columns.iter().zip(&names).map(value).collect()
        })
        .collect();
    Small::new(size, values, limits)
}

/// Whether each category on its own can be met: what a check of the input asks for.
fn categories_can_be_met(small: &Small) -> bool {
    small.quotas.iter().enumerate().all(|(category, quotas)| {
        let pool = |value: usize| small.values.iter().filter(|member| member[category] == value).count();
        let least: usize = quotas.iter().map(|quota| quota.0).sum();
        let most: usize = (0..quotas.len()).map(|value| quotas[value].1.min(pool(value))).sum();
        let each = (0..quotas.len()).all(|value| quotas[value].0 <= quotas[value].1.min(pool(value)));
        each && least <= small.size && small.size <= most
    })
}

/// Looks for a panel: from any members, swap one for another while that brings the seats no further from the quotas.
fn find_panel(small: &Small) -> Option<Vec<usize>> {
    let mut dice = Dice::new(1);
    let mut seats: Vec<Vec<i64>> = small.quotas.iter().map(|quotas| vec![0; quotas.len()]).collect();
    let mut order = dice.order(small.values.len());
    for &member in &order[..small.size] {
        for (category, &value) in small.values[member].iter().enumerate() {
            seats[category][value] += 1;
        }
    }
    let missed = |category: usize, value: usize, seats: i64| {
        let (min, max) = small.quotas[category][value];
        (min as i64 - seats).max(seats - max as i64).max(0)
    };
    let each = |(category, seats): (usize, &Vec<i64>)| -> i64 {
        seats.iter().enumerate().map(|(value, &seats)| missed(category, value, seats)).sum()
    };
    let mut distance: i64 = seats.iter().enumerate().map(each).sum();
    for _ in 0..200_000 {
        if distance == 0 {
            let panel = order[..small.size].to_vec();
            return small.is_panel(&panel).then_some(panel);
        }
        if small.size == order.len() {
            return None;
        }
        let (out, into) = (dice.below(small.size), dice.between(small.size, order.len() - 1));
        let mut change = 0;
        for (category, seats) in seats.iter().enumerate() {
            let (old, new) = (small.values[order[out]][category], small.values[order[into]][category]);
            if old != new {
                let (less, more) = (seats[old], seats[new]);
                change += missed(category, old, less - 1) - missed(category, old, less);
                change += missed(category, new, more + 1) - missed(category, new, more);
            }
        }
        if change <= 0 {
            for category in 0..small.quotas.len() {
                seats[category][small.values[order[out]][category]] -= 1;
                seats[category][small.values[order[into]][category]] += 1;
            }
            order.swap(out, into);
            distance += change;
        }
    }
    None
}

#[test]
fn quotas_can_be_met() {
    for (members, size, categories) in
        [(70, 12, 4), (200, 20, 6), (312, 30, 8), (600, 40, 6), (825, 75, 5), (1700, 170, 8)]
    {
        for seed in 1..4 {
            let (quotas, pool) = population(members, size, categories, usual_slack(size), seed);
            let mut small = instance(size, &quotas, &pool);
            assert_eq!((small.values.len(), small.quotas.len()), (members, categories));
            assert!(categories_can_be_met(&small), "{members} {size} {categories} {seed}");
            assert!(find_panel(&small).is_some(), "{members} {size} {categories} {seed}");
            // A town of women only: more than the pool has, so the check must refuse it, and no panel can be found.
            small.quotas[0][0] = (members, members);
            assert!(!categories_can_be_met(&small));
        }
    }
    let mut small = Small::new(2, vec![vec![0, 0], vec![1, 1], vec![0, 0]], vec![vec![(1, 1); 2]; 2]);
    assert!(find_panel(&small).is_some_and(|panel| panel.contains(&1)));
    small.values[1] = vec![0, 1];
    assert_eq!(find_panel(&small), None);
}

#[test]
fn each_category_can_be_met_however_small_the_pool() {
    for members in 1..30 {
        for size in 1..=members {
            let (quotas, pool) = population(members, size, MOST_CATEGORIES, members % 3, (members * size) as u64);
            let small = instance(size, &quotas, &pool);
            assert!(categories_can_be_met(&small), "{members} members, {size} seats");
        }
    }
}

#[test]
fn identifiers_ascend_and_nothing_is_blank() {
    let (_, pool) = population(12_000, 100, MOST_CATEGORIES, 3, 5);
    let rows = rows(&pool);
    assert_eq!(rows.len(), 12_001);
    assert!(rows[1..].windows(2).all(|pair| pair[0][0] < pair[1][0]), "identifiers do not ascend");
    assert!(rows.iter().flatten().all(|cell| !cell.trim().is_empty()), "a blank cell");
    let column = |name: &str| rows[0].iter().position(|header| header == name).unwrap();
    assert!(rows[1..].iter().all(|row| row[column("phone")].starts_with('0')));
    let emails: BTreeSet<&String> = rows[1..].iter().map(|row| &row[column("email")]).collect();
    assert_eq!(emails.len(), 12_000);
}

#[test]
fn more_categories_only_add_columns() {
    let narrow = population(50, 8, 2, 1, 9);
    let wide = population(50, 8, 8, 1, 9);
    assert!(wide.0.starts_with(&narrow.0), "the first quotas changed");
    let cut = |file: &str| -> Vec<Vec<String>> { rows(file).iter().map(|row| row[..8].to_vec()).collect() };
    assert_eq!(cut(&narrow.1), cut(&wide.1));
    assert_ne!(cut(&narrow.1), cut(&population(50, 8, 2, 1, 10).1));
}

/// Of the members with one value, how many in a hundred have another.
fn percent(pool: &[Vec<String>], of: &str, with: &str) -> usize {
    let has = |row: &&Vec<String>, value: &str| value.is_empty() || row.iter().any(|cell| cell == value);
    let of: Vec<&Vec<String>> = pool[1..].iter().filter(|row| has(row, of)).collect();
    100 * of.iter().filter(|row| has(row, with)).count() / of.len()
}

#[test]
fn volunteers_are_not_the_town_and_features_go_together() {
    let (_, pool) = population(6000, 100, 6, 3, 2);
    let pool = rows(&pool);
    // The town: 30 % have a degree, 20.5 % are 16 to 29, 7 % are not at all concerned.
    let (degree, young, calm) =
        (percent(&pool, "", "degree"), percent(&pool, "", "16-29"), percent(&pool, "", "not at all concerned"));
    assert!(
        (42..60).contains(&degree) && (8..17).contains(&young) && (1..5).contains(&calm),
        "{degree} {young} {calm}"
    );
    let (renting, settled) = (percent(&pool, "16-29", "private rent"), percent(&pool, "60-74", "private rent"));
    assert!(renting >= settled + 10, "{renting} % of the young and {settled} % of the old rent");
    let (worried, others) = (percent(&pool, "degree", "very concerned"), percent(&pool, "school", "very concerned"));
    assert!(worried >= others + 10, "{worried} % with a degree and {others} % without are very concerned");
    // Gender goes with nothing: the same measure must not see what is not there.
    let (women, men) = (percent(&pool, "woman", "degree"), percent(&pool, "man", "degree"));
    assert!(women.abs_diff(men) <= 5, "{women} % of the women and {men} % of the men have a degree");
}
