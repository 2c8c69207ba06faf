//! A second reading of `docs/invitations.md`, without the library: the whole register in memory, everything sorted, whole numbers only.

use std::collections::{BTreeMap, BTreeSet};

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
