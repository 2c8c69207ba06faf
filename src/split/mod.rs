//! Several panels drawn together: each panel of a lottery, which is all of them in one, is cut into panels that meet the quotas one by one.
//!
//! For p panels of size k with quotas `l_f ≤ seats_f ≤ u_f` the lottery is that of one panel of size p·k with `p·l_f ≤ seats_f ≤ p·u_f`.
//! Whatever p disjoint panels a lottery may draw, they are such a panel together, so its chances to sit on any of the p are among those over which leximin was
//! taken. If each panel of the lottery can be cut, it is itself a lottery over p disjoint panels, and so no other one is fairer. Where one
//! cannot, nothing is claimed and nothing is handed on.

mod cut;
mod even;
mod mend;
mod together;

use std::collections::BTreeMap;

use crate::instance::Instance;
use crate::lottery::Lottery;
use crate::solve::SolveError;
pub use mend::mend;

use cut::Cutter;
use even::Evened;

/// For each panel of a lottery, on which of several panels its members sit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    size: usize,
    parts: Vec<u32>,
}

impl Split {
    /// For each panel of the lottery, in order: for each member, in order, which of the panels the member sits on, counting from 1.
    pub fn panels(&self) -> impl ExactSizeIterator<Item = &[u32]> {
        self.parts.chunks_exact(self.size.max(1))
    }

    /// The same for the panel at a position of the lottery, counting from 0.
    pub fn panel(&self, position: usize) -> Option<&[u32]> {
        let start = position.checked_mul(self.size)?;
        self.parts.get(start..start.checked_add(self.size)?)
    }
}

/// Why a lottery could not be split.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SplitError {
    /// Size and quotas are not those of so many panels together.
    #[error("a size of {size} with its quotas is not that of {panels} panels together")]
    NotTogether {
        /// The size of all panels together.
        size: usize,
        /// How many panels.
        panels: usize,
    },
    /// Some panels of the lottery cannot be cut.
    #[error(
        "in the lottery that gives everybody the fairest chances, {uncut} of {all} sets of {} members cannot be divided into {panels} panels of {size} \
         that each meet the quotas, the first of them number {first}",
        panels * size
    )]
    Uncut {
        /// How many panels are drawn together.
        panels: usize,
        /// The size of each.
        size: usize,
        /// The first panel of the lottery that cannot be cut, counting from 1.
        first: usize,
        /// How many cannot be cut.
        uncut: usize,
        /// How many there are.
        all: usize,
    },
    /// For a panel of the lottery, neither a way to cut it was found nor that there is none.
    #[error(
        "set number {panel} of the lottery: the search for a way to divide it into {panels} panels was given up: {reason}"
    )]
    GivenUp {
        /// Which one, counting from 1.
        panel: usize,
        /// How many panels are drawn together.
        panels: usize,
        /// In the search's own words.
        reason: SolveError,
    },
    /// The search failed.
    #[error("the search for a way to divide sets of members into {panels} panels failed: {reason}")]
    Failed {
        /// How many panels are drawn together.
        panels: usize,
        /// In the search's own words.
        reason: SolveError,
    },
}

impl SplitError {
    /// What to do next.
    pub fn help(&self) -> String {
        match self {
            Self::NotTogether { .. } | Self::Failed { .. } => "nothing was written; this is a fault of the program: please report it".to_owned(),
            Self::Uncut { .. } | Self::GivenUp { .. } => "nothing was written, since the fairest lottery over several panels is not known here: \
                 widen some quotas by one seat (those where least and most are the same first), or draw the panels one after the other, \
                 each from those who are left"
                .to_owned(),
        }
    }
}

/// Cuts every panel of a lottery into `panels` panels of equal size that each meet the quotas. `instance` is that of all panels together: its size and the
/// numbers of its quotas are `panels` times those of one. Rules about single people are for all panels together, and so are met already.
///
/// The same lottery gives the same split. Which of the panels a member sits on is evened out as far as it goes, see `even.rs`; nothing is claimed about it.
///
/// # Errors
/// When a panel cannot be cut, or the search for a way takes too long.
pub fn split(instance: &Instance, lottery: &Lottery, panels: usize) -> Result<Split, SplitError> {
    let size = instance.size();
    let cutter = Cutter::new(instance, panels).ok_or(SplitError::NotTogether { size, panels })?;
    let mut known: BTreeMap<Vec<usize>, Option<Vec<u32>>> = BTreeMap::new();
    let mut evened = Evened::new(instance.members().len(), panels);
    let mut parts = Vec::with_capacity(lottery.panels().len().saturating_mul(size));
    let (mut uncut, mut first) = (0, None);
    for (position, panel) in lottery.panels().enumerate() {
        // Who is alike in all that the quotas ask for is cut alike.
        let mut seats: Vec<(usize, usize)> =
            panel.members.iter().enumerate().map(|(seat, &number)| (cutter.kind(number as usize - 1), seat)).collect();
        seats.sort_unstable();
        let kinds: Vec<usize> = seats.iter().map(|&(kind, _)| kind).collect();
        let cut = match known.get(&kinds) {
            Some(cut) => cut,
            None => {
                let cut =
                    cutter.cut(&kinds).map_err(|reason| SplitError::GivenUp { panel: position + 1, panels, reason })?;
                known.entry(kinds.clone()).or_insert(cut)
            }
        };
        match cut {
            Some(cut) if first.is_none() => parts.extend(evened.seat(panel, &seats, cut)),
            Some(_) => {}
            None => {
                first = first.or(Some(position + 1));
                uncut += 1;
            }
        }
    }
    match first {
        None => Ok(Split { size, parts }),
        Some(first) => {
            Err(SplitError::Uncut { panels, size: size / panels, first, uncut, all: lottery.panels().len() })
        }
    }
}
