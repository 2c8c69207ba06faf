//! Kinds and forms of a record: what it has, and so which checks are made.

use super::before::{Before, Step};
use super::commit::{Commit, Source};
use super::files::Files;
use super::result;
use super::setup::Setup;
use super::table::{
    BEACON, CALLED, CERTIFICATE, COMMIT, KEYS, LEAVES, NEW, PANELS, REMAINING, RESULT, SELECTED, TABLE,
};

/// What a record has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kind {
    /// Whether it is in public form.
    pub(super) public: bool,
    pub(super) commitment: bool,
    pub(super) draw: bool,
    /// Whether a certificate belongs to it; `None` where the objective is not known.
    pub(super) certified: Option<bool>,
    /// Whether settings belong to it; `None` where that is not known.
    pub(super) settings: Option<bool>,
    /// Where the commitment says that the seed comes from; `None` where it says nothing.
    pub(super) source: Option<Source>,
    /// How many panels are drawn together, where several are.
    pub(super) panels: Option<u64>,
    /// The step, where it follows another record.
    pub(super) step: Option<Step>,
    /// Whether there is a certificate, and a beacon.
    has: (bool, bool),
}

impl Kind {
    pub(super) fn of(files: &Files, setup: Option<&Setup>, commit: Option<&Commit>) -> Self {
        let there = |name: &str| files.has(name);
        let public = there(COMMIT) && !TABLE.iter().any(|entry| entry.personal && there(entry.name));
        let (panels, step) = match (setup.filter(|_| !public), commit) {
            (Some(setup), _) => (setup.panels.map(|panels| panels.0), setup.before.as_ref().map(Before::step)),
            (None, Some(commit)) => (commit.panels, commit.before.as_ref().map(|link| link.step)),
            (None, None) => (None, None),
        };
        let drawn = [RESULT, BEACON, SELECTED, REMAINING, PANELS, NEW, CALLED];
        Kind {
            public,
            commitment: [COMMIT, LEAVES, KEYS].into_iter().any(there) || result::names_fingerprint(files),
            draw: drawn.into_iter().any(there),
            certified: if public { commit.map(Commit::certified) } else { setup.map(Setup::certified) },
            settings: setup.map(Setup::has_settings),
            source: commit.map(|commit| commit.source),
            panels,
            step,
            has: (there(CERTIFICATE), there(BEACON)),
        }
    }

    /// Whether the checks of a certificate are made.
    pub(super) fn certificate(self) -> bool {
        self.certified.unwrap_or(self.has.0)
    }

    /// Whether the checks of a beacon are made (those of its round only where there is a draw, too).
    pub(super) fn beacon(self) -> bool {
        self.commitment && self.source.map_or(self.has.1, |source| matches!(source, Source::Beacon(_)))
    }

    /// Whether digits are drawn, so that there is no key; `None` where that is not known.
    pub(super) fn digits(self) -> Option<bool> {
        match self.source {
            Some(source) => Some(matches!(source, Source::Digits(_))),
            None if !self.commitment => Some(false),
            None => None,
        }
    }

    /// Whether it is a record of alternates.
    pub(super) fn alternates(self) -> bool {
        self.step.is_some_and(Step::alternates)
    }

    /// Whether its panel takes the place of an earlier one.
    pub(super) fn renews(self) -> bool {
        self.step.is_some_and(|step| !step.alternates())
    }
}
