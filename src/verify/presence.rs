//! `files.present` and `files.hashes`: the files that make up a record, and their SHA-256.

use std::collections::BTreeMap;

use super::commit::{Commit, Source};
use super::hash::is_sha256;
use super::inventory::Inventory;
use super::kind::Kind;
use super::say::{Finding, Problems, count, quote};
use super::setup::Setup;
use super::table::{
    ALTERNATES, BEACON, CALLED, CERTIFICATE, COMMIT, KEYS, LEAVES, LOTTERY, NEW, PANELS, POOL, PROBABILITIES, QUOTAS,
    REMAINING, RESULT, SELECTED, SETTINGS, SETUP, SPLIT,
};

/// The files that belong to a record of this kind. What the objective or the commitment would say, and cannot, calls for no file.
fn belonging(kind: Kind) -> Vec<&'static str> {
    let mut names = vec![QUOTAS, LOTTERY];
    let mut add = |when: bool, more: &[&'static str]| names.extend(more.iter().filter(|_| when));
    add(!kind.public, &[POOL, SETUP, PROBABILITIES]);
    add(!kind.public && kind.certified == Some(true), &[CERTIFICATE]);
    add(!kind.public && kind.settings == Some(true), &[SETTINGS]);
    add(kind.panels.is_some(), &[SPLIT]);
    add(!kind.public && kind.alternates(), &[ALTERNATES]);
    add(kind.commitment, &[LEAVES, COMMIT]);
    add(!kind.public && kind.commitment, &[KEYS]);
    add(kind.draw && kind.beacon(), &[BEACON]);
    add(kind.draw, &[RESULT]);
    let drawn = kind.draw && !kind.public;
    add(drawn, &[SELECTED, REMAINING]);
    add(drawn && kind.panels.is_some(), &[PANELS]);
    add(drawn && kind.renews(), &[NEW]);
    add(drawn && kind.alternates(), &[CALLED]);
    names
}

/// `files.present`.
pub(super) fn present(files: &Inventory<'_>, kind: Kind) -> Finding {
    let mut problems = Problems::default();
    let names = belonging(kind);
    for name in &names {
        match files.get(name) {
            Some(Ok(_)) => {}
            Some(Err(why)) => problems.add(|| format!("{} {why}", files.files().name(name))),
            None => problems.add(|| format!("{} is missing", files.files().name(name))),
        }
    }
    for name in files.files().unmarked() {
        problems.add(|| format!("{name} is there, but this is a rehearsal, whose files are all marked as such"));
    }
    let strange = [
        (SPLIT, kind.panels.is_some(), "several panels drawn together"),
        (PANELS, kind.panels.is_some(), "several panels drawn together"),
        (ALTERNATES, kind.alternates(), "alternates"),
        (CALLED, kind.alternates(), "alternates"),
        (NEW, kind.renews(), "a panel that takes the place of another"),
    ];
    for (name, _, what) in strange.into_iter().filter(|(name, belongs, _)| !belongs && files.get(name).is_some()) {
        problems.add(|| format!("{name} is there, but this is no record of {what}"));
    }
    if kind.certified == Some(false) && files.get(CERTIFICATE).is_some() {
        problems.add(|| format!("{CERTIFICATE} is there, but the objective is one without a certificate"));
    }
    if kind.settings == Some(false) && files.get(SETTINGS).is_some() {
        problems.add(|| format!("{SETTINGS} is there, but {SETUP} does not name it"));
    }
    let another = kind.source.is_some_and(|source| !matches!(source, Source::Beacon(_)));
    if files.get(BEACON).is_some() && (another || !kind.commitment) {
        problems.add(|| format!("{BEACON} is there, but no commitment names a beacon"));
    }
    let (number, form) = (count(names.len(), "file", "files"), if kind.public { "public form of the " } else { "" });
    problems.or_pass(format!("All {number} of the {form}record are there and can be read."))
}

/// `files.hashes`.
pub(super) fn hashes(files: &Inventory<'_>, kind: Kind, setup: Option<&Setup>, commit: Option<&Commit>) -> Finding {
    let mut hashes = Hashes { files, found: BTreeMap::new(), problems: Problems::default(), unread: None };
    let mut unknown = None;
    if !kind.public {
        match setup {
            Some(setup) => hashes.of_setup(setup),
            None => unknown = Some(SETUP),
        }
    }
    if kind.commitment {
        match commit {
            Some(commit) => hashes.of_commit(commit, kind),
            None => unknown = unknown.or(Some(COMMIT)),
        }
    }
    let by = match (kind.public, kind.commitment) {
        (true, _) => format!("{COMMIT} gives"),
        (false, false) => format!("{SETUP} gives"),
        (false, true) => format!("{SETUP} and {COMMIT} give"),
    };
    let right = count(hashes.found.len(), "file has", "files have");
    match (hashes.problems.failure(), unknown, hashes.unread) {
        (Some(failure), _, _) => failure,
        (None, Some(name), _) => {
            Finding::not_checked(format!("{name} cannot be used, so the SHA-256 that it gives are not known"))
        }
        (None, None, Some(name)) => Finding::without(name),
        (None, None, None) => Finding::pass(format!("{right} the SHA-256 that {by}.")),
    }
}

/// Files are hashed once each.
struct Hashes<'a> {
    files: &'a Inventory<'a>,
    found: BTreeMap<&'static str, String>,
    problems: Problems,
    unread: Option<&'static str>,
}

impl Hashes<'_> {
    fn of_setup(&mut self, setup: &Setup) {
        let certificate = setup.certified().then_some(CERTIFICATE);
        let settings = setup.has_settings().then_some(SETTINGS);
        let always = [LOTTERY, POOL, PROBABILITIES, QUOTAS];
        let split = setup.panels.map(|_| SPLIT);
        let alternates = setup.alternates().then_some(ALTERNATES);
        let more = settings.into_iter().chain(split).chain(alternates);
        let named: Vec<&'static str> = certificate.into_iter().chain(always).chain(more).collect();
        for name in &named {
            match setup.files.get(*name) {
                Some(stated) => self.compare(SETUP, name, stated),
                None => self.problems.add(|| format!("\"files\" in {SETUP} does not name {name}")),
            }
        }
        for name in setup.files.keys().filter(|name| !named.contains(&name.as_str())) {
            self.problems.add(|| format!("\"files\" in {SETUP} names {}, which does not belong there", quote(name)));
        }
    }

    /// In public form, the certificate is named and not there.
    fn of_commit(&mut self, commit: &Commit, kind: Kind) {
        let (named, right) = (commit.files.iter().map(|(name, _)| name.as_str()), commit.names());
        if !named.clone().eq(right.iter().copied()) {
            let (named, right) = (named.collect::<Vec<_>>().join(", "), right.join(", "));
            self.problems.add(|| format!("{COMMIT} names the files {}, expected {right}", quote(&named)));
            return;
        }
        for (name, (_, stated)) in right.iter().zip(&commit.files) {
            if !(kind.public && *name == CERTIFICATE) {
                self.compare(COMMIT, name, stated);
            }
        }
    }

    fn compare(&mut self, by: &str, name: &'static str, stated: &str) {
        if !self.found.contains_key(name) {
            match self.files.sha256(name) {
                Some(found) => drop(self.found.insert(name, found)),
                None => self.unread = self.unread.or(Some(name)),
            }
        }
        let Some(found) = self.found.get(name) else { return };
        if found != stated {
            self.problems.add(|| {
                let stated = if is_sha256(stated) { stated.to_owned() } else { quote(stated) };
                format!("{name} is not the file that was recorded: {by} gives SHA-256 {stated}, found {found}")
            });
        }
    }
}
