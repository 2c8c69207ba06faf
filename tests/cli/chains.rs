//! Whatever the commands make of one draw, step after step, in whichever order, is verified together.
//!
//! A deep run: `KLERO_CHAINS=400 cargo test --release --test cli chains -- --nocapture`.

use std::collections::BTreeMap;
use std::fs;

use super::sandbox::Sandbox;
use super::support::random::Dice;

/// How many steps follow each first draw.
const STEPS: usize = 5;

/// The column of this name.
fn column(csv: &str, name: &str) -> Vec<String> {
    let at = csv.lines().next().unwrap().split(',').position(|header| header == name).unwrap();
    csv.lines().skip(1).map(|row| row.split(',').nth(at).unwrap().to_owned()).collect()
}

/// What stands for one of the panels of the first draw.
struct Seat {
    /// The record of it, and its number in that record if it is one of several.
    record: String,
    panel: Option<usize>,
    /// All records that replaced members of it.
    replaced: Vec<String>,
    /// The record of its alternates.
    alternates: Option<String>,
}

impl Seat {
    fn sitting(&self, sandbox: &Sandbox) -> Vec<String> {
        let Some(panel) = self.panel else {
            return column(&sandbox.read(&format!("{}/selected.csv", self.record)), "id");
        };
        let csv = sandbox.read(&format!("{}/panels.csv", self.record));
        let on = column(&csv, "panel").into_iter().map(|on| on == panel.to_string());
        column(&csv, "id").into_iter().zip(on).filter(|(_, on)| *on).map(|(id, _)| id).collect()
    }
}

/// Draws, replaces, draws alternates and calls them in at random. Gives the records, and what the program refused. Where `--beside` is forgotten, people
/// may come to sit on two panels.
fn chain(sandbox: &Sandbox, seed: u64, forgetful: bool) -> (Vec<String>, usize) {
    let mut dice = Dice::new(seed);
    let generate = format!("--members 34 --size 6 --categories 2 --slack 2 --households 0.5 --seed {seed} --out made");
    sandbox.ok(&format!("klero generate {generate}"));
    let ids = column(&sandbox.read("made/pool.csv"), "id");
    let panels = if forgetful { 2 } else { dice.between(1, 2) };
    let mut rules =
        ["", "--household address", "--household address --household-limit 2"][dice.between(0, 2)].to_owned();
    if dice.between(0, 1) == 1 {
        let some: Vec<&str> = dice.subset(ids.len(), 4).into_iter().map(|member| ids[member].as_str()).collect();
        rules += &format!(" --apart {} --exclude {}", some[..3].join(","), some[3]);
    }
    let draw =
        format!("--pool made/pool.csv --quotas made/quotas.csv --size 6 --panels {panels} {rules} --seed {seed}");
    if sandbox.sh(&format!("klero draw {draw} --out r0")).code != 0 {
        return (Vec::new(), 1);
    }
    let mut seats: Vec<Seat> = (1..=panels)
        .map(|panel| Seat {
            record: "r0".to_owned(),
            panel: (panels > 1).then_some(panel),
            replaced: Vec::new(),
            alternates: None,
        })
        .collect();
    let (mut records, mut refused) = (vec!["r0".to_owned()], 0);
    for step in 1..=STEPS {
        let own = dice.between(0, panels - 1);
        let others = seats.iter().enumerate().filter(|(other, _)| *other != own && !forgetful);
        let beside: String =
            others.flat_map(|(_, seat)| &seat.replaced).map(|dir| format!(" --beside {dir}")).collect();
        let (seat, out) = (&mut seats[own], format!("r{step}"));
        let panel = seat.panel.map(|panel| format!(" --panel {panel}")).unwrap_or_default();
        let about = format!("{}{panel}{beside} --seed '{seed} {step}' --out {out}", seat.record);
        let reserves = dice.between(0, 2) == 0 && seat.alternates.is_none();
        let line = if reserves {
            format!("klero alternates {about} --drop-out 0.2 --count 2")
        } else {
            let sitting = seat.sitting(sandbox);
            let leaving = dice.between(1, 2);
            let mut said: BTreeMap<String, &str> =
                dice.subset(sitting.len(), leaving).into_iter().map(|i| (sitting[i].clone(), "dropped out")).collect();
            let mut named = String::new();
            if let Some(alternates) = &seat.alternates {
                named = format!(" --alternates {alternates}");
                let listed = column(&sandbox.read(&format!("{alternates}/alternates.csv")), "id");
                let first = listed.into_iter().find(|id| !sitting.contains(id) && !said.contains_key(id));
                said.extend(first.filter(|_| dice.between(0, 1) == 1).map(|id| (id, "called in")));
            }
            let table: String = said.iter().map(|(id, word)| format!("{id},{word}\n")).collect();
            fs::write(sandbox.path("status.csv"), format!("id,status\n{table}")).unwrap();
            format!("klero replace {about}{named} --out-of status.csv --others confirmed")
        };
        let ran = sandbox.sh(&line);
        if ran.code != 0 {
            assert!(ran.code <= 2 && ran.out.len() + ran.err.len() > 0, "{seed}: {line}: {ran:?}");
            refused += 1;
        } else if reserves {
            seat.alternates = Some(out.clone());
            records.push(out);
        } else {
            (seat.record, seat.panel) = (out.clone(), None);
            seat.replaced.push(out.clone());
            records.push(out);
        }
    }
    (records, refused)
}

#[test]
fn chains_made_by_the_commands_are_verified() {
    let chains = std::env::var("KLERO_CHAINS").ok().map_or(8, |chains| chains.parse().unwrap());
    let (mut steps, mut refusals) = (0, 0);
    for seed in 0..chains {
        let sandbox = Sandbox::new();
        let (records, refused) = chain(&sandbox, seed, false);
        steps += records.len().saturating_sub(1);
        refusals += refused;
        if !records.is_empty() {
            let ran = sandbox.sh(&format!("klero verify {}", records.join(" ")));
            let wrong: Vec<&str> =
                ran.out.lines().filter(|line| line.starts_with("FAIL") || line.starts_with("NOT C")).collect();
            assert_eq!(ran.code, 0, "{seed}: {records:?}: {wrong:#?}");
        }
    }
    println!("{chains} chains with {steps} steps verified; {refusals} steps refused");
    assert!(steps > 2 * refusals);
}

/// Planted: without `--beside`, somebody sits on two panels sooner or later, or beside a housemate.
#[test]
fn chains_made_without_looking_beside_are_not() {
    let found = (0..60).find(|&seed| {
        let sandbox = Sandbox::new();
        let (records, _) = chain(&sandbox, seed, true);
        !records.is_empty() && {
            let ran = sandbox.sh(&format!("klero verify {}", records.join(" ")));
            ran.code == 1 && ran.out.contains("FAIL         chain.")
        }
    });
    assert!(found.is_some());
}
