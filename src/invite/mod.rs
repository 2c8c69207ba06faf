//! Invitations: a sample of households out of a register of millions of rows, by a key that everybody can compute, with every chance an exact
//! fraction. `docs/invitations.md` defines all of it.
//!
//! A register is read in a stream, first to see what there is, then to fetch the rows that were drawn; 16 bytes are kept of each
//! row, 8 more where rows have addresses.

mod allocate;
mod areas;
mod check;
mod code;
mod columns;
mod files;
mod form;
mod lines;
mod locate;
mod number;
mod plan;
mod problem;
mod scan;
mod select;
mod sitting;
mod split;
mod stages;
mod survey;
mod table;

pub use crate::draw::REHEARSAL;
pub use areas::{Area, Chances};
pub use check::{Check, Checked, Verdict, check};
pub use columns::Named;
pub use files::{File, INVITE_FORMAT, Record, RecordedSeed, file_name, name};
pub use lines::{Groups, Lines};
pub use number::{decimal, exact, fraction};
pub use plan::{AreaPlan, Asked, PLAN_FORMAT, Plan, Prepared, Register, Size, prepare};
pub use problem::{InviteError, InviteProblem};
pub use sitting::{Sitting, Volunteer, everybody, sitting};
pub use survey::{Open, Stratum, Survey};
pub use table::{Kind, Rate, Rates, read_areas, read_rates};

use code::Key;
use files::Drawn;
use split::Split;

use crate::draw::{Mark, Said, Seed, committed_key};
use crate::record::{Beacon, CHAIN};

/// What decides a draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A text that everybody heard.
    Text(Seed),
    /// A round of the public beacon, which is genuine.
    Beacon(Beacon),
}

impl Heard {
    /// The key of a plan's draw.
    fn key(&self, fingerprint: &str) -> [u8; 32] {
        match self {
            Self::Text(seed) => committed_key(Mark::Draw, fingerprint, Said::Text(seed)),
            Self::Beacon(Beacon { round, randomness, .. }) => {
                committed_key(Mark::Draw, fingerprint, Said::Beacon { chain: CHAIN, round: *round, randomness })
            }
        }
    }

    fn recorded(&self) -> RecordedSeed {
        match self {
            Self::Text(seed) => RecordedSeed::Text(seed.text().to_owned()),
            Self::Beacon(Beacon { round, randomness, signature }) => RecordedSeed::Beacon {
                chain: CHAIN.to_owned(),
                randomness: randomness.clone(),
                round: *round,
                signature: signature.clone(),
            },
        }
    }

    /// The round, for a beacon.
    fn round(&self) -> Option<u64> {
        match self {
            Self::Text(_) => None,
            Self::Beacon(beacon) => Some(beacon.round),
        }
    }
}

/// An invitation, drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The files beside the plan; `invite.json` is the last.
    pub files: Vec<File>,
    /// The letters of each stratum.
    pub letters: Vec<u64>,
    /// The chance of each household of a stratum to get a letter.
    pub chances: Vec<num_rational::BigRational>,
    /// Which strata are areas that were drawn, as ascending indices; nothing where there is one stage.
    pub areas: Option<Vec<usize>>,
}

/// Draws the letters of a plan by a seed. The register is read once more.
///
/// # Errors
/// When the seed is of another kind than planned; when the register is not the one of the plan any more, or cannot be read.
pub fn invite(prepared: &Prepared, heard: &Heard, open: Open) -> Result<Invitation, InviteError> {
    if prepared.plan.round() != Ok(heard.round()) {
        return Err(InviteError::OtherSeed(prepared.plan.seed.clone()));
    }
    let key = heard.key(&prepared.plan.fingerprint()?);
    let (areas, letters) = match &prepared.split {
        Split::Strata(letters) => (None, letters.clone()),
        Split::Areas(stages) => {
            let (drawn, letters) = stages.draw(&key);
            (Some(drawn), letters)
        }
    };
    let selected = select::smallest(&prepared.survey.units, Key::of(&key, "letters"), &letters);
    let invited = select::letters(&prepared.survey, &selected, Key::of(&key, "persons"), open)?;
    let drawn = Drawn { areas, letters, invited };
    let files = files::files(prepared, &drawn, &key, heard.recorded())?;
    let chances = files::chances(prepared, &drawn.letters);
    Ok(Invitation { files, letters: drawn.letters, chances, areas: drawn.areas })
}
