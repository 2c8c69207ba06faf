//! What the people in the room of a public draw see and hear: a sheet to print ([`sheet`]), and a view for a screen that takes the digits one by one
//! ([`Live`], [`View`]). Both know the public files of a record only: member numbers, never names.

mod blocks;
mod layout;
mod live;
mod narrow;
mod pages;
mod sheet;
mod steps;
mod style;
mod table;
mod view;

pub use blocks::{Size, blocks};
pub use live::{Key, Live, Stage};
pub use narrow::{Remaining, narrow};
pub use sheet::{Sheet, sheet};
pub use view::View;

use crate::lottery::{Lottery, Panel};
use crate::record::{Commitment, Source};

/// What is known in the room before the draw.
#[derive(Debug, Clone, Copy)]
pub struct Room<'a> {
    /// The commitment.
    pub commitment: &'a Commitment,
    /// Its fingerprint.
    pub fingerprint: &'a str,
    /// The lottery that was committed to.
    pub lottery: &'a Lottery,
    /// For each panel of the lottery, on which of several panels its members sit; only where several are drawn together.
    pub split: Option<&'a [Vec<u32>]>,
}

impl<'a> Room<'a> {
    /// How many panels are drawn together.
    fn panels(&self) -> usize {
        self.commitment.panels.unwrap_or(1)
    }

    /// How many members each of them has.
    fn each(&self) -> usize {
        self.commitment.size / self.panels().max(1)
    }

    /// A ticket as it is spoken of: with as many digits as are drawn by hand; elsewhere as a number.
    fn ticket(&self, ticket: u64) -> String {
        match self.commitment.seed {
            Source::Digits { count } => format!("{ticket:0width$}", width = count as usize),
            _ => ticket.to_string(),
        }
    }

    /// The panel of the lottery at a position, with its members by the panel on which they sit.
    fn seated(&self, position: usize, panel: &Panel<'a>) -> Vec<Vec<u32>> {
        let Some(split) = self.split.and_then(|split| split.get(position)) else { return vec![panel.members.to_vec()] };
        let on = |wanted: usize| {
            let here = panel.members.iter().zip(split).filter(move |(_, on)| **on as usize == wanted);
            here.map(|(member, _)| *member).collect()
        };
        (1..=self.panels()).map(on).collect()
    }
}
