//! `commit.form`, `commit.pool`, `commit.leaves` and `commit.time`.

use super::beacon;
use super::calendar;
use super::commit::Commit;
use super::files::Files;
use super::hash::{Hash, hex, root};
use super::leaves;
use super::pool::Pool;
use super::say::{Finding, Problems, count, grouped, quote};
use super::setup::Setup;
use super::table::{COMMIT, KEYS, LEAVES, SETUP};

/// What a check says whose commitment could not be read.
pub(super) const NO_COMMITMENT: &str = "commit.txt cannot be used";

/// `commit.form`. The setup is that of the full form; `None` where it cannot be used.
pub(super) fn form(
    files: &Files,
    commit: Option<&Result<Commit, String>>,
    setup: Option<&Setup>,
    public: bool,
) -> Finding {
    let commit = match commit {
        None => return Finding::without(COMMIT),
        Some(Err(why)) => return Finding::fail(why.clone()),
        Some(Ok(commit)) => commit,
    };
    let (format, assembly) = (files.format("commit/1"), quote(&commit.assembly));
    let pass = format!("{COMMIT} has the form {format}, for draw {} of {assembly}.", commit.draw);
    if public {
        return Finding::pass(pass);
    }
    let Some(setup) = setup else {
        return Finding::not_checked(format!("{SETUP} cannot be used, so there is nothing to compare {COMMIT} with"));
    };
    let mut problems = Problems::default();
    for (what, here, there) in [
        ("members", commit.members, setup.members.0),
        ("size", commit.size, setup.size.0),
        ("tickets", commit.tickets, setup.tickets.0),
    ] {
        if here != there {
            problems.add(|| format!("\"{what}\" is {} in {COMMIT} and {} in {SETUP}", grouped(here), grouped(there)));
        }
    }
    let panels = setup.panels.map(|panels| panels.0);
    if commit.panels != panels {
        let said = |panels: Option<u64>| panels.map_or("not there".to_owned(), grouped);
        let (here, there) = (said(commit.panels), said(panels));
        problems.add(|| format!("\"panels\" is {here} in {COMMIT} and {there} in {SETUP}"));
    }
    if commit.before.is_some() != setup.before.is_some() {
        let [there, not] = if commit.before.is_some() { [COMMIT, SETUP] } else { [SETUP, COMMIT] };
        problems.add(|| format!("by {there} the record follows another, by {not} it does not"));
    }
    if commit.objective != setup.objective {
        let (here, there) = (quote(&commit.objective), quote(&setup.objective));
        problems.add(|| format!("the objective is {here} in {COMMIT} and {there} in {SETUP}"));
    }
    problems.or_pass(pass)
}

/// `commit.pool`, and the hashes of `pool.leaves` if they can be read.
pub(super) fn pool(files: &Files, commit: Option<&Commit>) -> (Finding, Option<Vec<Hash>>) {
    let Some(bytes) = files.bytes(LEAVES) else {
        return (Finding::without(LEAVES), None);
    };
    let leaves = match leaves::read(bytes) {
        Ok(leaves) => leaves,
        Err(why) => return (Finding::fail(why), None),
    };
    let Some(commit) = commit else {
        return (Finding::not_checked(NO_COMMITMENT), None);
    };
    if u64::try_from(leaves.len()).ok() != Some(commit.members + 1) {
        let (lines, expected) = (count(leaves.len(), "line", "lines"), grouped(commit.members + 1));
        return (Finding::fail(format!("{LEAVES} has {lines}, expected {expected}: one more than members")), None);
    }
    let finding = match root(&leaves).map(|root| hex(&root)) {
        Some(root) if root == commit.pool => {
            let members = grouped(commit.members);
            Finding::pass(format!("{LEAVES} stands for {members} members, and its root is that of {COMMIT}."))
        }
        root => {
            let root = root.unwrap_or_default();
            Finding::fail(format!("the root of {LEAVES} is {root}, but {COMMIT} gives {}", commit.pool))
        }
    };
    (finding, Some(leaves))
}

/// `commit.leaves`.
pub(super) fn leaves(files: &Files, setup: Option<&Setup>, pool: Option<&Pool>) -> Finding {
    let Some(bytes) = files.bytes(KEYS) else {
        return Finding::without(KEYS);
    };
    let keys = match leaves::keys(bytes, &files.format("keys/1")) {
        Ok(keys) => keys,
        Err(why) => return Finding::fail(why),
    };
    let (Some(setup), Some(setup_bytes), Some(pool)) = (setup, files.bytes(SETUP), pool) else {
        return Finding::not_checked("the pool cannot be used, so that no leaves can be made from it");
    };
    let made = match leaves::made(&keys, (setup, setup_bytes), pool) {
        Ok(made) => made,
        Err(why) => return Finding::fail(why),
    };
    let found = match files.bytes(LEAVES).map(leaves::read) {
        None => return Finding::without(LEAVES),
        Some(Err(why)) => return Finding::fail(why),
        Some(Ok(found)) => found,
    };
    let mut problems = Problems::default();
    for (number, _) in
        made.iter().zip(&found).zip(0..).filter(|((made, found), _)| made != found).map(|(pair, at)| (at, pair))
    {
        problems.add(|| match number {
            0 => format!("{SETUP} is not the one that was committed to"),
            number => format!("member {number} is not as committed: the pool gives another leaf"),
        });
    }
    if made.len() != found.len() {
        problems
            .add(|| format!("the pool gives {}, {LEAVES} has {}", count(made.len(), "leaf", "leaves"), found.len()));
    }
    let members = pool.instance.members().len();
    problems.or_pass(format!(
        "The leaves made from the pool, the setup and the keys are those committed to ({}, and the organiser's).",
        count(members, "member", "members")
    ))
}

/// `commit.time`, where the seed comes from a beacon.
pub(super) fn time(commit: Option<&Commit>) -> Finding {
    let Some((commit, round)) = commit.and_then(|commit| Some((commit, commit.round()?))) else {
        return Finding::not_checked(NO_COMMITMENT);
    };
    let comes = beacon::time(round);
    let (published, shown) = (calendar::show(commit.published_second), calendar::show(comes));
    let round = grouped(round);
    if comes > commit.published_second {
        Finding::pass(format!(
            "Round {round} of the beacon comes at {shown}, after {published}, when the fingerprint was published."
        ))
    } else {
        Finding::fail(format!(
            "round {round} of the beacon comes at {shown}, not after {published}, when the fingerprint was published by {COMMIT}: the seed could be known"
        ))
    }
}
