//! A second reading of `docs/invitations.md`, without the library: the whole register in memory, everything sorted, whole numbers only.

use std::collections::{BTreeMap, BTreeSet};

use klero::invite::{Area, AreaPlan, Asked};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

use super::{asked, draw, invited, text};

fn sha256(parts: &[&[u8]]) -> Vec<u8> {
    let mut hasher = Sha256::new();
    parts.iter().for_each(|part| hasher.update(part));
    hasher.finalize().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The key of a draw.
pub fn key(plan: &str, seed: &str) -> Vec<u8> {
    let (plan, seed) = (hex(&sha256(&[plan.as_bytes()])), hex(&sha256(&[seed.as_bytes()])));
    sha256(&[format!("klero/seed/2\nfingerprint {plan}\ntext {seed}\n").as_bytes()])
}

/// The ticket of a text for one purpose.
pub fn ticket(key: &[u8], purpose: &str, text: &str) -> Vec<u8> {
    let key = sha256(&[format!("klero/invite/{purpose}\n").as_bytes(), key]);
    sha256(&[&key, &sha256(&[text.as_bytes()])[..12]])[..16].to_vec()
}

fn address(cells: &[&str]) -> String {
    let part = |cell: &&str| cell.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    cells.iter().map(part).collect::<Vec<_>>().join("\n")
}

/// The identifiers that get a letter: rows are identifier, stratum, address; `letters` by stratum.
fn by_hand(register: &str, letters: &BTreeMap<String, usize>, key: &[u8]) -> BTreeSet<String> {
    let mut strata: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for line in register.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let households = strata.entry(cells[1].to_owned()).or_default();
        households.entry(address(&cells[2..])).or_default().push(cells[0].to_owned());
    }
    let mut chosen = BTreeSet::new();
    for (stratum, households) in strata {
        let mut order: Vec<_> = households.into_iter().collect();
        order.sort_by_cached_key(|(address, _)| ticket(key, "letters", address));
        for (_, mut persons) in order.into_iter().take(letters[&stratum]) {
            persons.sort_by_cached_key(|person| ticket(key, "persons", person));
            chosen.insert(persons[0].clone());
        }
    }
    chosen
}

/// A register of households of 1 to 3 persons in three districts; spellings of an address vary.
pub fn register(households: usize) -> String {
    let mut register = String::from("id,district,street,number\n");
    for house in 0..households {
        let district = ["north", "south", "west"][house % 7 % 3];
        for person in 0..=house % 3 {
            let street = ["Mill Lane", "mill lane", "Mill-Lane"][(person + house) % 3];
            register += &format!("p{house}_{person},{district},{street},{house}\n");
        }
    }
    register
}

#[test]
fn the_letters_are_those_of_the_document() {
    let register = register(60);
    let asked = asked(23, Some("district"), &["street", "number"]);
    for seed in 0..20 {
        let seed = format!("seed {seed}");
        let (prepared, invitation) = draw(&asked, &register, &seed);
        let key = key(&prepared.plan.json().unwrap(), &seed);
        let strata = prepared.survey.strata.iter().map(|stratum| stratum.name.clone());
        let letters = strata.zip(invitation.letters.iter().map(|letters| *letters as usize)).collect();
        let found: BTreeSet<String> = invited(&invitation).into_iter().collect();
        assert_eq!(found, by_hand(&register, &letters, &key));
        assert!(text(&invitation, "invite.json").contains(&hex(&key)));
        // Planted: another key draws others.
        assert_ne!(found, by_hand(&register, &letters, &sha256(&[&key])));
    }
}

/// The areas that are drawn, and the letters of each area: sizes and letters are such that nobody is certain.
fn areas_by_hand(areas: &[(&str, u64)], draws: u64, letters: u64, key: &[u8]) -> BTreeMap<String, u64> {
    let total: u64 = areas.iter().map(|(_, size)| size).sum();
    let start_key: [u8; 32] = sha256(&[b"klero/invite/start\n", key]).try_into().unwrap();
    let mut word = [0; 8];
    ChaCha20Rng::from_seed(start_key).fill_bytes(&mut word);
    // A word that would have to be thrown away comes once in 10^17 times.
    let start = u64::from_le_bytes(word) % total;
    let mut order = areas.to_vec();
    order.sort_by_cached_key(|(name, _)| ticket(key, "areas", name));
    // Everything laid end to end, unit by unit.
    let units: Vec<&str> = order.iter().flat_map(|(name, size)| vec![*name; (draws * size) as usize]).collect();
    let mut drawn: Vec<&str> = (0..draws).map(|point| units[(start + point * total) as usize]).collect();
    drawn.sort_by_cached_key(|name| ticket(key, "extra", name));
    let mut given: BTreeMap<String, u64> = areas.iter().map(|(name, _)| ((*name).to_owned(), 0)).collect();
    for (place, name) in drawn.into_iter().enumerate() {
        given.insert(name.to_owned(), letters / draws + u64::from((place as u64) < letters % draws));
    }
    given
}

#[test]
fn the_areas_are_those_of_the_document() {
    let areas = [("north", 7), ("south", 9), ("west", 5), ("east", 8)];
    let homes =
        |(name, size): &(&str, u64)| (0..*size).map(|home| format!("{name}{home},{name}\n")).collect::<String>();
    let register = format!("id,area\n{}", areas.iter().map(homes).collect::<String>());
    let list = areas.map(|(area, size)| Area { area: area.to_owned(), size }).to_vec();
    let asked = Asked { areas: Some(AreaPlan { draws: 3, list }), ..asked(10, Some("area"), &[]) };
    let mut different = BTreeSet::new();
    for seed in 0..300 {
        let seed = format!("seed {seed}");
        let (prepared, invitation) = draw(&asked, &register, &seed);
        let names = prepared.survey.strata.iter().map(|stratum| stratum.name.clone());
        let found: BTreeMap<String, u64> = names.zip(invitation.letters.iter().copied()).collect();
        let key = key(&prepared.plan.json().unwrap(), &seed);
        assert_eq!(found, areas_by_hand(&areas, 3, 10, &key));
        let mut counts: BTreeMap<String, u64> = areas.iter().map(|(name, _)| ((*name).to_owned(), 0)).collect();
        for id in invited(&invitation) {
            *counts.get_mut(id.trim_end_matches(|c: char| c.is_ascii_digit())).unwrap() += 1;
        }
        assert_eq!(counts, found);
        different.insert(found.into_values().collect::<Vec<_>>());
    }
    // Four ways to leave one area out, times three places for the letter that is over.
    assert_eq!(different.len(), 12);
}

#[test]
fn the_order_of_rows_makes_no_difference_to_the_tickets() {
    // Another order is another file, so another key; with the key of the one file, the other gives the same letters.
    let sorted = register(40);
    let (header, body) = sorted.split_once('\n').unwrap();
    let reversed: Vec<&str> = body.lines().rev().collect();
    let reversed = format!("{header}\n{}\n", reversed.join("\n"));
    let letters: BTreeMap<String, usize> =
        [("north", 3), ("south", 9), ("west", 0)].map(|(s, n)| (s.to_owned(), n)).into();
    for seed in 0..20_u8 {
        assert_eq!(by_hand(&sorted, &letters, &[seed; 32]), by_hand(&reversed, &letters, &[seed; 32]));
    }
    // And the library agrees with the one by hand on both files.
    let asked = asked(12, Some("district"), &["street", "number"]);
    for register in [&sorted, &reversed] {
        let (prepared, invitation) = draw(&asked, register, "x");
        let letters = prepared.survey.strata.iter().zip(&invitation.letters);
        let letters = letters.map(|(stratum, letters)| (stratum.name.clone(), *letters as usize)).collect();
        let key = key(&prepared.plan.json().unwrap(), "x");
        assert_eq!(invited(&invitation).into_iter().collect::<BTreeSet<_>>(), by_hand(register, &letters, &key));
    }
}
