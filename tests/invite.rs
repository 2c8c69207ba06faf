//! Invitations: every chance against brute force, and a reading of `docs/invitations.md` that shares no code with the library.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on must stop loudly")]

#[path = "invite/bad.rs"]
mod bad;
#[path = "invite/chances.rs"]
mod chances;
#[path = "invite/naive.rs"]
mod naive;
#[path = "invite/sizes.rs"]
mod sizes;
#[path = "invite/tampered.rs"]
mod tampered;

use std::collections::BTreeMap;
use std::io::{self, Read};

use klero::draw::Seed;
use klero::invite::{Asked, Heard, Invitation, InviteError, Named, Prepared, Size, invite, prepare};

/// Opens a text as a register.
pub fn opener(text: &str) -> impl FnMut() -> io::Result<Box<dyn Read>> + '_ {
    move || Ok(Box::new(io::Cursor::new(text.as_bytes().to_vec())) as Box<dyn Read>)
}

/// So many letters, with these columns for the stratum and the household.
pub fn asked(letters: u64, stratum: Option<&str>, households: &[&str]) -> Asked {
    Asked {
        named: Named {
            stratum: stratum.map(str::to_owned),
            households: households.iter().map(|name| (*name).to_owned()).collect(),
            id: None,
        },
        size: Size::Letters(letters),
        weighting: None,
        areas: None,
        rehearsal: false,
        beacon: None,
    }
}

/// Makes a plan.
pub fn plan(asked: &Asked, register: &str) -> Result<Prepared, InviteError> {
    prepare(asked, "register.csv", &mut opener(register))
}

/// Makes a plan and draws its letters.
pub fn draw(asked: &Asked, register: &str, seed: &str) -> (Prepared, Invitation) {
    let prepared = plan(asked, register).unwrap();
    let invitation = invite(&prepared, &Heard::Text(Seed::new(seed).unwrap()), &mut opener(register)).unwrap();
    (prepared, invitation)
}

/// The text of a file of an invitation.
pub fn text<'a>(invitation: &'a Invitation, name: &str) -> &'a str {
    &invitation.files.iter().find(|file| file.name == name).unwrap().text
}

/// The data rows of a CSV text without quotation marks.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// The first cells of the rows that were invited.
pub fn invited(invitation: &Invitation) -> Vec<String> {
    rows(text(invitation, "invited.csv")).into_iter().map(|row| row[0].clone()).collect()
}

/// The problems of a register, in words.
pub fn problems(asked: &Asked, register: &str) -> Vec<String> {
    match plan(asked, register) {
        Ok(_) => Vec::new(),
        Err(InviteError::Problems(problems)) => {
            problems.iter().for_each(|problem| assert!(!problem.help().is_empty()));
            problems.iter().map(ToString::to_string).collect()
        }
        Err(error) => panic!("{error}"),
    }
}

/// Everything in the folder of an invitation, by name.
pub fn folder(prepared: &Prepared, invitation: &Invitation) -> BTreeMap<String, Vec<u8>> {
    let mark = if prepared.plan.rehearsal { "REHEARSAL-" } else { "" };
    let mut folder = BTreeMap::from([(format!("{mark}plan.json"), prepared.plan.json().unwrap().into_bytes())]);
    folder.extend(invitation.files.iter().map(|file| (file.name.clone(), file.text.clone().into_bytes())));
    folder
}
