//! The draw as it goes on before everybody's eyes: digit by digit, then the members, panel by panel. Nothing is drawn here.

use super::Room;
use super::narrow::{Remaining, narrow};
use crate::record::Source;

/// What somebody at the keyboard does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Types a digit.
    Digit(u8),
    /// Takes a digit back.
    Back,
    /// Goes on.
    On,
    /// Leaves.
    Leave,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Digits are missing.
    Digits,
    /// All digits are there; they can still be corrected.
    Ticket,
    /// The members of one of the panels, counting from 0, are shown.
    Members(usize),
    /// Everything was shown.
    Over,
    /// Somebody left before.
    Left,
}

/// The draw so far.
#[derive(Debug, Clone)]
pub struct Live<'a> {
    room: Room<'a>,
    count: u32,
    digits: Vec<u8>,
    stage: Stage,
    remaining: Remaining,
}

impl<'a> Live<'a> {
    /// Before the first digit. `None` where no digits decide, or the lottery has not one ticket for each of them.
    pub fn new(room: Room<'a>) -> Option<Self> {
        let Source::Digits { count } = room.commitment.seed else { return None };
        let remaining = narrow(room.lottery, count, &[])?;
        Some(Self { room, count, digits: Vec::new(), stage: Stage::Digits, remaining })
    }

    /// The room.
    pub fn room(&self) -> &Room<'a> {
        &self.room
    }

    /// How far it is.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// How many digits decide.
    pub fn count(&self) -> usize {
        self.count as usize
    }

    /// The digits so far.
    pub fn digits(&self) -> &[u8] {
        &self.digits
    }

    /// What they leave over.
    pub fn remaining(&self) -> Remaining {
        self.remaining
    }

    /// The members of the panel that is left, by the panel on which they sit; none before all digits are there.
    pub fn seated(&self) -> Vec<Vec<u32>> {
        let position = self.remaining.first_panel;
        match self.room.lottery.panel(position).filter(|_| self.digits.len() == self.count()) {
            Some(panel) => self.room.seated(position, &panel),
            None => Vec::new(),
        }
    }

    /// Does what a key says; keys that mean nothing now change nothing.
    pub fn press(&mut self, key: Key) {
        self.stage = match (self.stage, key) {
            (Stage::Over | Stage::Left, _) => self.stage,
            (_, Key::Leave) => Stage::Left,
            (Stage::Digits, Key::Digit(digit)) => {
                let with = [self.digits.as_slice(), &[digit]].concat();
                self.put(with)
            }
            (Stage::Digits | Stage::Ticket, Key::Back) => {
                let mut without = self.digits.clone();
                without.pop();
                self.put(without)
            }
            (Stage::Ticket, Key::On) => Stage::Members(0),
            (Stage::Members(panel), Key::On) if panel + 1 < self.room.panels() => Stage::Members(panel + 1),
            (Stage::Members(_), Key::On) => Stage::Over,
            (stage, _) => stage,
        };
    }

    /// These digits, if they can be.
    fn put(&mut self, digits: Vec<u8>) -> Stage {
        if let Some(remaining) = narrow(self.room.lottery, self.count, &digits) {
            (self.remaining, self.digits) = (remaining, digits);
        }
        if self.digits.len() == self.count() { Stage::Ticket } else { Stage::Digits }
    }
}
