//! Records of random small pools, made and checked by the program itself: the checker must accept every certificate by arithmetic alone,
//! cuts included.
//!
//! A deep run: `KLERO_POOLS=5000 cargo test --release --test certified -- --nocapture`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use support::oracle::Small;
use support::random::{id, random_small_with, to_csv};

fn klero(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_klero")).env("LC_ALL", "C").current_dir(dir).args(args).output().unwrap()
}

fn draw(dir: &Path, small: &Small) -> Output {
    let (quotas, pool) = to_csv(small);
    let households = pool.lines().next().unwrap().split(',').any(|name| name == "household");
    fs::write(dir.join("quotas.csv"), quotas).unwrap();
    fs::write(dir.join("pool.csv"), pool).unwrap();
    let size = small.size.to_string();
    let mut args = vec!["draw", "--pool", "pool.csv", "--quotas", "quotas.csv", "--size", &size];
    args.extend(["--seed", "x", "--out", "record", "--overwrite"]);
    if households {
        args.extend(["--household", "household"]);
    }
    let included: Vec<String> = small.include.iter().map(|&member| id(member)).collect();
    for id in &included {
        args.extend(["--include", id]);
    }
    klero(dir, &args)
}

#[test]
fn every_certificate_is_settled_by_arithmetic_alone() {
    let pools: u64 = std::env::var("KLERO_POOLS").ok().map_or(150, |pools| pools.parse().expect("a whole number"));
    let dir = std::env::temp_dir().join(format!("klero-certified-{}", std::process::id()));
    fs::create_dir_all(&dir).unwrap();
    let (mut checked, mut with_cuts) = (0, 0);
    for seed in 0..pools {
        let small = random_small_with(seed, seed % 3 == 1, seed % 5 == 2);
        let drawn = draw(&dir, &small);
        match drawn.status.code() {
            Some(0) => {}
            Some(1 | 2) => continue,
            other => panic!("seed {seed}: {other:?} {}", String::from_utf8_lossy(&drawn.stderr)),
        }
        let verified = klero(&dir, &["verify", "record"]);
        let said = String::from_utf8(verified.stdout).unwrap();
        assert!(verified.status.success() && said.contains("settled by arithmetic alone"), "seed {seed}:\n{said}");
        checked += 1;
        let certificate = fs::read_to_string(dir.join("record/certificate.json")).unwrap();
        with_cuts += usize::from(certificate.contains("\"proof\""));
    }
    println!("{checked} records, {with_cuts} with cuts");
    assert!(checked > pools / 3 && with_cuts > 3, "{checked} records, {with_cuts} with cuts: too few to show anything");

    // The last record again, with one stage's value raised: the checker must say so.
    draw(&dir, &random_small_with(0, false, false));
    let path = dir.join("record/certificate.json");
    let text = fs::read_to_string(&path).unwrap();
    let value = text.split("\"value\":\"").nth(1).unwrap().split('"').next().unwrap();
    fs::write(&path, text.replacen(&format!("\"value\":\"{value}\""), "\"value\":\"98/99\"", 1)).unwrap();
    let verified = klero(&dir, &["verify", "record"]);
    let said = String::from_utf8(verified.stdout).unwrap();
    assert!(!verified.status.success() && said.contains("FAIL         certificate.stages"), "{said}");
    fs::remove_dir_all(&dir).unwrap();
}

#[test]
fn a_thousand_tickets_are_close_enough_for_the_checker() {
    let town = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/town_40");
    let record = std::env::temp_dir().join(format!("klero-thousand-{}", std::process::id()));
    let out = record.to_string_lossy().into_owned();
    let files = ["--pool", "pool.csv", "--quotas", "quotas.csv", "--size", "40", "--seed", "x"];
    let drawn = klero(&town, &[&["draw"], &files[..], &["--tickets", "1000", "--out", &out]].concat());
    assert!(drawn.status.success(), "{}", String::from_utf8_lossy(&drawn.stderr));
    let said = String::from_utf8(klero(&town, &["verify", &out]).stdout).unwrap();
    fs::remove_dir_all(&record).unwrap();
    let gap = said.split("with a gap of ").nth(1).unwrap().split(' ').next().unwrap();
    assert!(gap.parse::<f64>().unwrap() <= 0.003, "off by more than three tickets:\n{said}");
    assert!(said.contains("\nVERIFIED ("), "{said}");
}
