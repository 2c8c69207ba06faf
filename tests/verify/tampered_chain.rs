//! Chains of records of which one was tampered with, hashes put right.

use klero::verify::{Verdict, Verification};

use crate::chains::{
    CHAIN, after, alternating, drawn, files, first, made, replacing, replacing_on, result, rotating, two_panels_of,
};
use crate::committer::{CAME, Commitment, RANDOMNESS, ROUND, public};
use crate::recorder::{Bytes, Panel, Plan, Record};
use crate::{assert_outcome, check, check_together, told, with};

/// The outcome of the last of these records.
pub fn last(records: &[&Record]) -> Verification {
    check_together(&files(records)).pop().unwrap()
}

pub fn assert_fails(records: &[&Record], fails: &[&str], says: &str) {
    assert_outcome(&last(records), fails, &[], says);
}

/// Somebody else is said to stay who never sat.
#[test]
fn a_member_included_who_did_not_sit() {
    let first = first();
    let mut plan = replacing(&first, &drawn(&first)[..1]);
    let sits = drawn(&first);
    let guest = (1..=10).find(|member| {
        let mut members = plan.rules.include.clone();
        members.push(*member);
        members.sort_unstable();
        !sits.contains(member) && plan.feasible(&members, &plan.numbered())
    });
    plan.rules.include.push(guest.unwrap());
    plan.rules.include.sort_unstable();
    let says = "included, but did not sit before";
    assert_fails(&[&first, &made(&plan)], &["chain.included"], says);
    // In public form nobody is told who is included; and what follows from it can be seen by nobody.
    let forms = [public(&first.files()), public(&made(&plan).files())];
    assert!(check_together(&forms)[1].verified());
}

/// One of those who sit has to win the seat again, and one who dropped out may do so.
#[test]
fn a_member_who_sits_is_drawn_again() {
    let first = first();
    let sits = drawn(&first);
    let mut plan = replacing(&first, &sits[..1]);
    plan.rules.include.remove(0);
    let says = format!("member {} of the earlier panel has", sits[1]);
    assert_fails(&[&first, &made(&plan)], &["chain.seats"], &says);
    let mut plan = replacing(&first, &sits[..1]);
    plan.rules.exclude.clear();
    let says = format!("member {} of the earlier panel has", sits[0]);
    let record = made(&plan);
    assert_fails(&[&first, &record], &["chain.seats"], &says);
    let forms = [public(&first.files()), public(&record.files())];
    assert_eq!(with(&check_together(&forms)[1], Verdict::Fail), ["chain.seats"]);
}

#[test]
fn a_member_of_another_panel() {
    let first = made(&Plan::two_panels());
    let mut plan = replacing_on(&first, 1);
    let [_, others] = two_panels_of(&first);
    plan.rules.exclude.retain(|member| !others.contains(member));
    let says = "sits on another panel, but has";
    assert_fails(&[&first, &made(&plan)], &["chain.seats"], says);
    // The member who stays is one of the other panel.
    let [own, others] = two_panels_of(&first);
    let mut plan = replacing_on(&first, 1);
    plan.before.as_mut().unwrap()["step"] = "replace/2".into();
    let verification = last(&[&first, &made(&plan)]);
    assert_eq!(with(&verification, Verdict::Fail), ["chain.seats", "chain.included"], "{own:?} {others:?}");
}

#[test]
fn panels_that_are_not_there() {
    let two = made(&Plan::two_panels());
    for (first, step) in [(&two, "replace/3"), (&first(), "replace/1"), (&first(), "alternates/1")] {
        let mut plan = match step {
            "replace/3" => replacing_on(first, 1),
            "replace/1" => replacing(first, &drawn(first)[..1]),
            _ => alternating(first),
        };
        plan.before = Some(after(first, step));
        let verification = last(&[first, &made(&plan)]);
        assert!(with(&verification, Verdict::Fail).contains(&"chain.before"), "{step}\n{}", told(&verification));
        let sentence = &verification.checks.iter().find(|check| check.id == "chain.before").unwrap().sentence;
        assert!(sentence.contains(&format!("the step is {step}, but in")), "{sentence}");
    }
}

#[test]
fn alternates_who_sit_or_are_not_drawn() {
    let first = first();
    let sits = drawn(&first);
    let mut plan = alternating(&first);
    plan.rules.exclude.clear();
    assert_fails(&[&first, &made(&plan)], &["chain.seats"], &format!("member {} sits already, but has", sits[0]));
    let mut plan = alternating(&first);
    let friend = (1..=10).find(|member| !sits.contains(member)).unwrap();
    plan.rules.include = vec![friend];
    let says = format!("members [{friend}] are included, but alternates are all drawn");
    assert_fails(&[&first, &made(&plan)], &["chain.included"], &says);
}

/// The features of somebody become others between the two draws, or the pool is committed to with other keys.
#[test]
fn another_pool() {
    let first = first();
    let mut plan = replacing(&first, &drawn(&first)[..1]);
    plan.rows[0][0] = "Zoe";
    let second = made(&plan);
    assert_fails(&[&first, &second], &["chain.pool"], "pool.csv is not the same as in the record \"record 1\"");
    let forms = [public(&first.files()), public(&second.files())];
    let verifications = check_together(&forms);
    assert_eq!(with(&verifications[1], Verdict::Fail), ["chain.pool"], "{}", told(&verifications[1]));
    let mut second = Record::honest(&Plan { seed: None, ..replacing(&first, &drawn(&first)[..1]) });
    second.commitment = Commitment::to("phrase");
    second.commitment.as_mut().unwrap().master = [8; 32];
    let said = |records: &[Bytes]| with(&check_together(records)[1], Verdict::Fail);
    // With other keys, the lines of the members are others, in whatever form.
    assert_eq!(said(&files(&[&first, &second])), ["chain.pool"]);
    assert_eq!(said(&[first.files(), public(&second.files())]), ["chain.pool"]);
    let says = "in pool.leaves, member 1 is not the same as in the record \"record 1\"";
    assert_fails(&[&first, &second], &["chain.pool"], says);
    // Somebody more.
    let mut plan = replacing(&first, &drawn(&first)[..1]);
    plan.rows.push(vec!["Nia", "zz", "female", "old"]);
    let verifications = check_together(&[public(&first.files()), public(&made(&plan).files())]);
    let sentence = &verifications[1].checks.iter().find(|check| check.id == "chain.pool").unwrap().sentence;
    assert!(sentence.contains("pool.leaves has 12 lines, in the record \"record 1\" it has 11"), "{sentence}");
}

#[test]
fn a_round_that_is_not_later() {
    let mut first = Record::honest(&Plan { seed: None, ..Plan::usual() });
    first.commit_and_draw(ROUND, RANDOMNESS);
    let mut second = Record::honest(&Plan { seed: None, ..replacing(&first, &drawn(&first)[..1]) });
    for round in [999, 1000] {
        second.commitment = Commitment::to(&format!("beacon drand:quicknet {round}"));
        let says = format!("round {} does not come after round 1,000", if round == 999 { "999" } else { "1,000" });
        second.commitment.as_mut().unwrap().published = CAME.to_owned();
        // Either is a round that was known.
        assert_fails(&[&first, &second], &["commit.time", "chain.time"], "not after");
        let verification = last(&[&first, &second]);
        assert!(verification.checks.last().unwrap().sentence.contains(&says), "{}", told(&verification));
    }
    // It is listed, too, where the earlier record is not known.
    assert_eq!(with(&check(&second.files()), Verdict::NotChecked).last(), Some(&"chain.time"));
}

#[test]
fn two_records_after_the_same_one() {
    let first = first();
    let [one, other] = [0, 1].map(|gone| made(&replacing(&first, &drawn(&first)[gone..=gone])));
    let term = made(&rotating(&first));
    for pair in [[&one, &other], [&one, &term], [&other, &term]] {
        let verifications = check_together(&files(&[&first, pair[0], pair[1]]));
        assert!(verifications[0].verified());
        for (verification, rival) in verifications[1..].iter().zip(["record 3", "record 2"]) {
            let says = format!("\"{rival}\" puts another panel in the place of the same one");
            assert_outcome(verification, &["chain.before"], &[], &says);
        }
    }
    let two = made(&Plan::two_panels());
    let [one, other] = [made(&replacing_on(&two, 1)), made(&Plan { tickets: 100, ..replacing_on(&two, 1) })];
    assert_fails(&[&two, &one, &other], &["chain.before"], "puts another panel in the place of the same one");
}

#[test]
fn a_draw_after_a_rehearsal() {
    let rehearsal = made(&Plan::usual().rehearsed());
    let mut plan = rotating(&rehearsal);
    assert!(last(&[&rehearsal, &made(&plan)]).verified());
    // The mark is taken off.
    plan.rehearsal = false;
    plan.header.remove(0);
    plan.rows.iter_mut().for_each(|row| *row = row.split_off(1));
    assert_fails(&[&rehearsal, &made(&plan)], &["chain.before"], "\"record 1\" is a rehearsal, and this record is not");
}

/// The panel that sat is made another one afterwards: then it is no longer the record that was followed.
#[test]
fn another_panel_in_the_earlier_record() {
    let first = first();
    let second = made(&replacing(&first, &drawn(&first)[..1]));
    let mut other = first.clone();
    let draw = other.draw.as_mut().unwrap();
    draw.number = if draw.number == 1 { 2 } else { 1 };
    draw.members = first.panels[draw.number - 1].members.clone();
    other.part_rows();
    assert_eq!(with(&last(&[&other, &second]), Verdict::NotChecked), CHAIN);
    // With the SHA-256 of the other one, those who stay did not sit. The ticket of the other one is wrong besides.
    let mut plan = second.plan.clone();
    plan.before.as_mut().unwrap()["result"] = result(&other).into();
    let verifications = check_together(&files(&[&other, &made(&plan)]));
    assert_eq!(with(&verifications[0], Verdict::Fail), ["draw.panel"]);
    assert!(with(&verifications[1], Verdict::Fail).contains(&"chain.included"), "{}", told(&verifications[1]));
}

/// A draw without commitment could name itself: nothing in `result.json` depends on `setup.json` then.
#[test]
fn a_record_that_follows_itself() {
    let mut plan = Plan { before: Some(after(&Record::honest(&Plan::usual()), "rotate")), ..Plan::usual() };
    let first = Record::honest(&plan);
    plan.before = Some(after(&first, "rotate"));
    let own = Record::honest(&plan);
    assert_eq!(result(&own), result(&first));
    let not = ["chain.before", "chain.seats", "chain.included"];
    assert_eq!(with(&check(&own.files()), Verdict::NotChecked), not);
    assert_eq!(with(&last(&[&own]), Verdict::NotChecked), not);
}

/// Somebody is called in who is no alternate of this panel.
#[test]
fn alternates_of_something_else() {
    let first = first();
    let sits = drawn(&first);
    let alternates = made(&alternating(&first));
    let plan = |named: &Record| {
        let mut plan = replacing(&first, &sits[..2]);
        let called = drawn(named).into_iter().find(|member| !sits.contains(member)).unwrap();
        plan.rules.include.push(called);
        plan.rules.include.sort_unstable();
        plan.quotas =
            vec![("gender", "female", 0, 4), ("gender", "male", 0, 4), ("age", "old", 0, 4), ("age", "young", 0, 4)];
        plan.before.as_mut().unwrap()["alternates"] = result(named).into();
        plan
    };
    assert!(last(&[&first, &alternates, &made(&plan(&alternates))]).verified());
    // The record of the alternates is not given.
    assert_eq!(with(&last(&[&first, &made(&plan(&alternates))]), Verdict::NotChecked), CHAIN);
    // Another draw from the same pool, and alternates of that one.
    let mut other = Record::honest(&Plan { seed: None, ..Plan::usual() });
    other.commit_and_draw("phrase", "until it suits");
    let strangers = made(&alternating(&other));
    let says = "does not hold alternates for this panel";
    assert_fails(&[&first, &other, &made(&plan(&other))], &["chain.before"], says);
    assert_fails(&[&first, &other, &strangers, &made(&plan(&strangers))], &["chain.before"], says);
    // Alternates are no panel.
    let mut plan = replacing(&alternates, &drawn(&alternates)[..1]);
    plan.before = Some(after(&alternates, "replace"));
    let says = "holds alternates, and not a panel that another could follow";
    assert_fails(&[&first, &alternates, &made(&plan)], &["chain.before"], says);
}

/// One panel that an honest draw by this plan could seat.
fn second_panel(plan: &Plan) -> Panel {
    Panel { members: drawn(&made(plan)), tickets: 1 }
}

#[test]
fn a_new_term_that_is_none() {
    let first = first();
    let plan = rotating(&first);
    // Those who rest may be drawn. Without their record among the former ones they may be anyhow.
    let mut restless = plan.clone();
    restless.rules.exclude.clear();
    assert_fails(&[&first, &made(&restless)], &["chain.seats"], "of the earlier panel has");
    // To be without tickets is not enough: a later replacement could draw them.
    let rests = plan.rules.exclude[0];
    let mut silent = plan.clone();
    silent.rules.exclude.remove(0);
    silent.lottery = Some(vec![second_panel(&plan)]);
    silent.tickets = 1;
    let id = &silent.numbered()[rests as usize - 1].id;
    let says =
        format!("member \"{id}\" of the earlier panel has 0 of 1 tickets, expected all of them, or to be excluded");
    assert_fails(&[&first, &made(&silent)], &["chain.seats"], &says);
    silent.rules.exclude.insert(0, rests);
    assert!(last(&[&first, &made(&silent)]).verified());
    // A panel of an earlier term rests.
    let second = made(&plan);
    let id = |member: &u64| second.numbered[*member as usize - 1].id.clone();
    let mut third = second.plan.clone();
    third.rules.include.clear();
    third.rules.exclude = drawn(&second);
    third.before = Some(after(&second, "rotate"));
    third.before.as_mut().unwrap()["former"] = serde_json::json!([result(&first)]);
    assert_fails(
        &[&first, &second, &made(&third)],
        &["chain.seats"],
        "sat before and rests, but is neither excluded nor included",
    );
    // Somebody is said to stay who did not sit.
    let mut guest = plan.clone();
    guest.rules.include = (1..)
        .find(|m| !drawn(&first).iter().any(|d| first.numbered[*d as usize - 1].id == id(m)))
        .into_iter()
        .collect();
    let stays = plan.rules.include[0];
    guest.rules.exclude.push(stays);
    guest.rules.exclude.sort_unstable();
    assert_fails(&[&first, &made(&guest)], &["chain.included"], "are included, but did not sit before");
}
