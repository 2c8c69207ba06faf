//! Steps that were tampered with in the identifiers of their pool, in who drops out, in their rounds, or in the forms that are given.

use klero::verify::Verdict;

use crate::chains::{after, drawn, files, made, result};
use crate::committer::{CAME, RANDOMNESS, ROUND, public};
use crate::recorder::{Bytes, Plan, Record};
use crate::town::{assert_bad, assert_good, both, last, last_public, listed, replaced, sentence, step, town};
use crate::{check_together, told, with};

/// The same pool has two columns that could be identifiers; by the other one, other people have the numbers of those who sit.
#[test]
fn another_identifier_column() {
    let mut plan = town(&[1, 3, 5]);
    plan.header.push("unique_id");
    plan.rows
        .iter_mut()
        .zip(0u8..)
        .for_each(|(row, at)| row.push(["9", "8", "7", "6", "5", "4", "3", "2", "1", "0"][at as usize]));
    let first = made(&plan);
    let honest = replaced(&first, &[1, 3, 7]);
    assert_good(&[&first, &made(&honest)]);
    let other = Plan { id_column: Some("unique_id"), ..honest.clone() };
    let says = "the identifier column is \"unique_id\", in the record \"record 1\" it is \"id\"";
    assert_bad(&[&first, &made(&other)], &["chain.pool"], says);
    assert_eq!(with(&last_public(&[&first, &made(&other)]), Verdict::Fail), ["chain.pool"]);
    // Without commitments there are no lines of members that would show it.
    let at_once = |plan: &Plan| Record::honest(&Plan { seed: Some("a seed"), ..plan.clone() });
    let first = at_once(&plan);
    let following = |id_column| {
        let mut plan = Plan { id_column, ..honest.clone() };
        plan.before = Some(after(&first, "replace"));
        at_once(&plan)
    };
    assert!(last(&[&first, &following(Some("id"))]).verified());
    assert_bad(&[&first, &following(Some("unique_id"))], &["chain.pool"], says);
    // What is known of it fails even where the pool itself cannot be read.
    let mut files = files(&[&first, &following(Some("unique_id"))]);
    files[0].remove("pool.csv");
    assert!(with(&check_together(&files)[1], Verdict::Fail).contains(&"chain.pool"));
}

/// Whose lines of members cannot be read has to say so, in full form too.
#[test]
fn lines_that_cannot_be_read() {
    let first = made(&town(&[1, 3, 5]));
    let second = made(&replaced(&first, &[1, 3, 7]));
    for at in [0, 1] {
        let mut files = files(&[&first, &second]);
        files[at].remove("pool.leaves");
        let verification = check_together(&files).pop().unwrap();
        assert!(with(&verification, Verdict::NotChecked).contains(&"chain.pool"), "{}", told(&verification));
    }
    // Another pool fails all the same.
    let mut plan = second.plan.clone();
    plan.rows[9][2] = "VI";
    let mut files = files(&[&first, &made(&plan)]);
    files[0].remove("pool.leaves");
    let verification = check_together(&files).pop().unwrap();
    assert_eq!(with(&verification, Verdict::Fail), ["chain.pool"], "{}", told(&verification));
    // Only where both have a commitment are there such lines.
    let at_once = Record::honest(&Plan { seed: Some("a seed"), ..town(&[1, 3, 5]) });
    assert!(last(&[&at_once, &made(&replaced(&at_once, &[1, 3, 7]))]).verified());
}

/// A replacement of nobody puts another record at the head of the line, after which a list of alternates can be drawn again.
#[test]
fn nobody_drops_out() {
    let first = made(&town(&[1, 3, 5]));
    let lists = |earlier: &Record, member| made(&listed(earlier, "alternates", &[member]));
    let one = lists(&first, 7);
    let idle = made(&replaced(&first, &[1, 3, 5]));
    let says = "nobody of the earlier panel drops out";
    assert_bad(&[&first, &one, &idle], &["chain.seats"], says);
    assert_eq!(with(&last_public(&[&first, &one, &idle]), Verdict::Fail), ["chain.seats"]);
    let verifications = check_together(&files(&[&first, &one, &idle, &lists(&idle, 8)]));
    assert!(verifications[1].verified() && !verifications[2].verified());
    assert_good(&[&first, &one, &made(&replaced(&first, &[1, 3, 9]))]);
    // On one of two panels, those of the other do not count, who have none anyway.
    let [first, ..] = both();
    assert_bad(&[&first, &made(&step(&first, "replace/2", &[3, 4], &[3, 4]))], &["chain.seats"], says);
}

/// A record drawn by round 1000 of the beacon.
fn by_beacon(plan: Plan) -> Record {
    let mut record = Record::honest(&Plan { seed: None, ..plan });
    record.commit_and_draw(ROUND, RANDOMNESS);
    record
}

const EARLIER: &str = "2023-08-23T15:59:23Z";

/// What follows from a round is committed to after it came, however far back it is.
#[test]
fn committed_to_before_a_round_came() {
    let waits = |plan: &Plan, round: u64, published: &str| {
        let mut record = Record::honest(&Plan { seed: None, ..plan.clone() });
        record.waits_for(round, published);
        record
    };
    let says = "the fingerprint was published at 2023-08-23 15:59:23 UTC by commit.txt, before round 1,000 of \"record";
    let time = |records: &[&Record], published: &str| {
        let verification = last(records);
        let all = told(&verification);
        match published {
            CAME => assert!(verification.verified(), "{all}"),
            _ => assert_bad(records, &["chain.time"], says),
        }
        // The line is public; former panels and alternates are not named there.
        last_public(records)
    };
    let first = by_beacon(town(&[1, 3, 5]));
    let second = made(&replaced(&first, &[1, 3, 7]));
    let third = replaced(&second, &[1, 7, 9]);
    let list = by_beacon(listed(&second, "alternates", &[8]));
    let mut called = replaced(&second, &[1, 7, 8]);
    called.before.as_mut().unwrap()["alternates"] = result(&list).into();
    let plain = made(&town(&[1, 3, 5]));
    let plain_second = made(&replaced(&plain, &[1, 3, 7]));
    let plain_list = by_beacon(listed(&plain_second, "alternates", &[8]));
    let mut plain_called = replaced(&plain_second, &[1, 7, 8]);
    plain_called.before.as_mut().unwrap()["alternates"] = result(&plain_list).into();
    let mut term = step(&second, "rotate", &[1, 3, 7], &[7, 8, 9]);
    term.rules.exclude = vec![1, 3, 5];
    term.before.as_mut().unwrap()["former"] = serde_json::json!([result(&first)]);
    for published in [EARLIER, CAME] {
        let good = published == CAME;
        // The one that it follows, one further back in the line, alternates, former panels.
        assert_eq!(time(&[&first, &waits(&replaced(&first, &[1, 3, 7]), 1001, published)], published).verified(), good);
        assert_eq!(time(&[&first, &second, &waits(&third, 1001, published)], published).verified(), good);
        let given = [&plain, &plain_second, &plain_list, &waits(&plain_called, 1001, published)];
        assert!(time(&given, published).verified());
        assert!(time(&[&first, &second, &waits(&term, 1001, published)], published).verified());
        // A record beside that is neither is nobody's business; nor is the line behind a new term.
        let given = [&plain, &plain_second, &first, &waits(&replaced(&plain_second, &[1, 7, 9]), 1001, published)];
        assert!(last(&given).verified(), "{}", told(&last(&given)));
        let mut term = term.clone();
        term.rules.exclude = vec![1, 3];
        term.before.as_mut().unwrap()["former"] = serde_json::json!([]);
        let given = [&first, &second, &waits(&term, 1001, published)];
        assert!(last(&given).verified(), "{}", told(&last(&given)));
    }
    // A round that is not later is none that could be waited for; both are said.
    let verification = last(&[&first, &second, &waits(&third, 1000, EARLIER)]);
    assert_eq!(with(&verification, Verdict::Fail), ["chain.time"]);
    let said = sentence(&verification, "chain.time");
    assert!(
        said.contains("round 1,000 does not come after round 1,000 of \"record 1\"") && said.contains(says),
        "{said}"
    );
    // Whose commit.txt cannot be read has no round to compare with, unless it fails for another one.
    let broken = |at: usize, given: &[&Record]| {
        let mut all: Vec<Bytes> = files(given);
        all[at].insert("commit.txt".to_owned(), b"klero\n".to_vec());
        let verification = check_together(&all).pop().unwrap();
        verification.checks.into_iter().find(|check| check.id == "chain.time").unwrap().verdict
    };
    let given = |published| waits(&third, 1001, published);
    assert_eq!(broken(0, &[&first, &second, &given(CAME)]), Verdict::NotChecked);
    assert_eq!(broken(0, &[&first, &second, &given(EARLIER)]), Verdict::NotChecked);
    assert_eq!(broken(1, &[&first, &second, &given(CAME)]), Verdict::Pass, "it was committed to no beacon");
    assert_eq!(broken(2, &[&first, &list, &second, &waits(&called, 1001, EARLIER)]), Verdict::Fail);
    assert_eq!(broken(1, &[&first, &list, &second, &waits(&called, 1001, EARLIER)]), Verdict::Fail);
    assert_eq!(broken(1, &[&first, &list, &second, &waits(&called, 1001, CAME)]), Verdict::NotChecked);
}

/// A record in public form in front of its full form hides nothing of what that one shows.
#[test]
fn the_full_form_is_taken_whatever_comes_first() {
    let first = made(&town(&[1, 3, 5]));
    let mut plan = replaced(&first, &[1, 3, 7]);
    let [there, form] = [first.files(), public(&first.files())];
    let outcome = |plan: &Plan, given: &[&Bytes]| {
        let given = given.iter().map(|files| (*files).clone()).chain([made(plan).files()]);
        check_together(&given.collect::<Vec<_>>()).pop().unwrap()
    };
    let unknown = outcome(&plan, &[&form]);
    assert_eq!(with(&unknown, Verdict::NotChecked), ["chain.rules"], "{}", told(&unknown));
    for given in [[&form, &there], [&there, &form]] {
        assert!(outcome(&plan, &given).verified());
    }
    plan.rules.exclude.push(10);
    plan.rules.apart = vec![vec![8, 9]];
    for given in [[&form, &there], [&there, &form]] {
        let verification = outcome(&plan, &given);
        assert_eq!(with(&verification, Verdict::Fail), ["chain.rules"], "{}", told(&verification));
    }
    // Of two in one form, the first is taken: here a full form whose rules are not those that were in force.
    let mut changed = first.plan.clone();
    changed.rules.exclude = vec![10];
    let mut changed = made(&changed);
    changed.draw = first.draw.clone();
    let mut other = there.clone();
    other.insert("setup.json".to_owned(), changed.files()["setup.json"].clone());
    let honest = replaced(&first, &[1, 3, 7]);
    assert_eq!(drawn(&first), drawn(&changed));
    assert!(outcome(&honest, &[&form, &there, &other]).verified());
    let verification = outcome(&honest, &[&form, &other, &there]);
    assert_eq!(with(&verification, Verdict::Fail), ["chain.rules"], "{}", told(&verification));
}
