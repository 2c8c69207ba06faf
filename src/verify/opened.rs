//! A record whose files have been read, but for the lottery: what its own checks need, and the chain checks of those that follow it.

use std::collections::BTreeSet;

use super::before::{Before, Link};
use super::commit::{self, Commit};
use super::files::Files;
use super::hash::sha256;
use super::kind::Kind;
use super::panels::index;
use super::pool::{self, Pool};
use super::result::{self, ResultFile};
use super::say::Finding;
use super::setup::{self, Setup};
use super::split::{self, Split};
use super::table::{COMMIT, RESULT};

/// A record, and what its files hold as far as they have the forms of `docs/record.md`.
pub(super) struct Opened<'a> {
    /// What it is called among those given.
    pub(super) name: Option<&'a str>,
    pub(super) files: &'a Files,
    pub(super) setup_form: Finding,
    pub(super) setup: Option<Setup>,
    pub(super) committed: Option<Result<Commit, String>>,
    pub(super) kind: Kind,
    pub(super) result_form: Finding,
    pub(super) result: Option<ResultFile>,
    pub(super) pool_form: Finding,
    pub(super) pool: Option<Pool>,
    pub(super) split: Option<Result<Split, String>>,
    /// The SHA-256 of `result.json`, by which other records name this one.
    pub(super) sha256: Option<String>,
}

impl<'a> Opened<'a> {
    pub(super) fn new(name: Option<&'a str>, files: &'a Files) -> Self {
        let (setup_form, setup) = setup::check(files);
        let committed = files.bytes(COMMIT).map(|bytes| commit::read(bytes, &files.format("commit/1")));
        let kind = Kind::of(files, setup.as_ref(), committed.as_ref().and_then(|commit| commit.as_ref().ok()));
        let (result_form, result) = result::check(files, kind.digits());
        let (pool_form, pool) = pool::check(files, setup.as_ref());
        let split = kind.panels.and_then(|panels| split::read(files, panels));
        let sha256 = files.bytes(RESULT).map(sha256);
        Opened { name, files, setup_form, setup, committed, kind, result_form, result, pool_form, pool, split, sha256 }
    }

    pub(super) fn commit(&self) -> Option<&Commit> {
        self.committed.as_ref()?.as_ref().ok()
    }

    /// What the full form says of the record that this one follows.
    pub(super) fn before(&self) -> Option<&Before> {
        self.setup.as_ref().filter(|_| !self.kind.public)?.before.as_ref()
    }

    /// The record that this one follows.
    pub(super) fn link(&self) -> Option<Link> {
        match (self.setup.as_ref().filter(|_| !self.kind.public), self.commit()) {
            (Some(setup), _) => setup.before.as_ref().map(Before::link),
            (None, commit) => commit?.before.clone(),
        }
    }

    /// The drawn members, as the record states them.
    pub(super) fn drawn(&self) -> Option<&[u64]> {
        Some(&self.result.as_ref()?.draw.panel.members)
    }

    /// Who sits on each of several panels: the number of the panel and the member.
    pub(super) fn seats(&self) -> Option<Vec<(u64, u64)>> {
        let panel = &self.result.as_ref()?.draw.panel;
        self.split.as_ref()?.as_ref().ok()?.seats(panel.number.0, &panel.members)
    }

    /// The identifiers of the drawn members.
    pub(super) fn drawn_ids(&self) -> Option<BTreeSet<&str>> {
        let members = self.pool.as_ref()?.instance.members();
        let id = |&number: &u64| Some(members.get(index(number, members.len())?)?.id.as_str());
        self.drawn()?.iter().map(id).collect()
    }

    /// What it is called in a sentence.
    pub(super) fn called(&self) -> String {
        self.name.unwrap_or("the other record").to_owned()
    }
}
