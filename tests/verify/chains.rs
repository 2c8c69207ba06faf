//! Records that follow others, made by the honest recorder; they must be verified together, and not by themselves.

use klero::verify::{NEED_FULL_RECORD, Verdict, Verification};

use crate::arithmetic::sha256;
use crate::committer::{CAME, Commitment, RANDOMNESS, ROUND, public};
use crate::recorder::{Bytes, Plan, Record};
use crate::{check, check_together, told, with};

/// The checks of a record that replaces, or holds alternates.
pub const CHAIN: [&str; 5] = ["chain.before", "chain.pool", "chain.seats", "chain.included", "chain.rules"];

/// The SHA-256 of a record's `result.json`.
pub fn result(record: &Record) -> String {
    let files = record.files();
    let name = if record.plan.rehearsal { "REHEARSAL-result.json" } else { "result.json" };
    sha256(&files[name])
}

/// `before` of a record that follows this one.
pub fn after(record: &Record, step: &str) -> serde_json::Value {
    let fingerprint = record.commitment.as_ref().map(|_| record.fingerprint());
    serde_json::json!({
        "alternates": null,
        "fingerprint": fingerprint,
        "former": [],
        "result": result(record),
        "step": step,
    })
}

/// The drawn members.
pub fn drawn(record: &Record) -> Vec<u64> {
    record.draw.as_ref().unwrap().members.clone()
}

/// Draws from a commitment to a phrase.
pub fn made(plan: &Plan) -> Record {
    let mut record = Record::honest(&Plan { seed: None, ..plan.clone() });
    record.commit_and_draw("phrase", "a phrase");
    record
}

/// The first panel.
pub fn first() -> Record {
    made(&Plan::usual())
}

/// A plan in which some of an earlier panel drop out, and all others stay.
pub fn replacing(earlier: &Record, gone: &[u64]) -> Plan {
    let mut plan = earlier.plan.clone();
    plan.rules.include = drawn(earlier).into_iter().filter(|member| !gone.contains(member)).collect();
    plan.rules.exclude = earlier.rules.exclude.iter().chain(gone).copied().collect();
    plan.rules.exclude.sort_unstable();
    plan.before = Some(after(earlier, "replace"));
    plan
}

/// Alternates for a panel: a woman and a man.
pub fn alternating(earlier: &Record) -> Plan {
    let mut plan = earlier.plan.clone();
    plan.quotas =
        vec![("gender", "female", 1, 1), ("gender", "male", 1, 1), ("age", "old", 0, 2), ("age", "young", 0, 2)];
    plan.size = 2;
    plan.rules.include = Vec::new();
    plan.rules.exclude = earlier.rules.exclude.iter().copied().chain(drawn(earlier)).collect();
    plan.rules.exclude.sort_unstable();
    plan.before = Some(after(earlier, "alternates"));
    plan
}

/// A new term: two of the first panel have left the town, and three people are new. One stays, the others rest.
pub fn rotating(earlier: &Record) -> Plan {
    let mut plan = earlier.plan.clone();
    let id = |member: u64| earlier.numbered[member as usize - 1].id.clone();
    let sat: Vec<String> = drawn(earlier).into_iter().map(id).collect();
    let column = plan.header.iter().position(|name| *name == "id").unwrap();
    plan.rows.retain(|row| ![sat[0].as_str()].contains(&row[column].trim()));
    let mark = plan.rehearsal.then_some("REHEARSAL");
    for row in [["Nia", "c1", "female", "old"], ["Odo", "c2", "male", "young"], ["Pia", "0", "female", "young"]] {
        plan.rows.push(mark.into_iter().chain(row).collect());
    }
    let numbered = plan.numbered();
    let number = |id: &String| numbered.iter().position(|member| member.id == *id).unwrap() as u64 + 1;
    plan.rules.include = vec![number(&sat[1])];
    plan.rules.exclude = sat[2..].iter().map(number).collect();
    plan.rules.exclude.sort_unstable();
    plan.before = Some(after(earlier, "rotate"));
    plan.before.as_mut().unwrap()["former"] = serde_json::json!([result(earlier)]);
    plan
}

/// The two members of the first panel in a record of two panels, and then of the second.
pub fn two_panels_of(record: &Record) -> [Vec<u64>; 2] {
    let list = &record.split[record.draw.as_ref().unwrap().number - 1];
    [1, 2].map(|on| drawn(record).into_iter().zip(list).filter(|pair| *pair.1 == on).map(|pair| pair.0).collect())
}

/// A plan in which one member of panel j of two is replaced.
pub fn replacing_on(earlier: &Record, panel: usize) -> Plan {
    let [one, two] = two_panels_of(earlier);
    let (own, others) = if panel == 1 { (one, two) } else { (two, one) };
    let mut plan = replacing(earlier, &own[..1]);
    plan.panels = 1;
    plan.size = 2;
    plan.rules.include = own[1..].to_vec();
    plan.rules.exclude = others.into_iter().chain([own[0]]).collect();
    plan.rules.exclude.sort_unstable();
    plan.before = Some(after(earlier, &format!("replace/{panel}")));
    plan
}

pub fn files(records: &[&Record]) -> Vec<Bytes> {
    records.iter().map(|record| record.files()).collect()
}

fn assert_verified(records: &[Bytes]) -> Vec<Verification> {
    let verifications = check_together(records);
    assert_eq!(verifications.len(), records.len());
    for verification in &verifications {
        assert!(verification.verified(), "{}", told(verification));
    }
    verifications
}

fn chain_checks(verification: &Verification) -> Vec<&str> {
    verification.checks.iter().map(|check| check.id).filter(|id| id.starts_with("chain.")).collect()
}

#[test]
fn replaced_members() {
    let first = first();
    let second = made(&replacing(&first, &drawn(&first)[..1]));
    let third = made(&replacing(&second, &drawn(&second)[1..3]));
    assert!(second.panels.len() > 1, "there is something to draw");
    assert_eq!(second.new.len(), 2, "a header and who is new");
    let all = files(&[&first, &second, &third]);
    let verifications = assert_verified(&all);
    assert!(chain_checks(&verifications[0]).is_empty() && !verifications[0].follows);
    for verification in &verifications[1..] {
        assert_eq!(chain_checks(verification), CHAIN);
        let ids: Vec<&str> = verification.checks.iter().map(|check| check.id).collect();
        assert_eq!(ids[ids.len() - 6], "draw.new");
        assert!(verification.follows && verification.cannot_show().contains("no other record follows the same one"));
    }
    // In any order, in public form, and some in one form and some in the other: but what is in full form needs the rules before it.
    assert_verified(&[all[2].clone(), all[0].clone(), all[1].clone()]);
    for forms in 0..8 {
        let is_public = |at: usize| forms >> at & 1 == 1;
        let mixed = all.iter().enumerate();
        let mixed = mixed.map(|(at, record)| if is_public(at) { public(record) } else { record.clone() });
        let verifications = check_together(&mixed.collect::<Vec<_>>());
        for (at, verification) in verifications.iter().enumerate() {
            assert!(with(verification, Verdict::Fail).is_empty(), "{}", told(verification));
            let not = with(verification, Verdict::NotChecked);
            let unknown = at > 0 && !is_public(at) && is_public(at - 1);
            assert_eq!(verification.verified(), !unknown, "{}", told(verification));
            if unknown {
                assert_eq!(not, ["chain.rules"]);
                let sentence = &verification.checks.last().unwrap().sentence;
                assert!(sentence.contains(&format!("the record \"record {at}\" is in public form")), "{sentence}");
            } else if at > 0 {
                let given_up =
                    [not.contains(&"chain.included"), not.contains(&"draw.new"), not.contains(&"chain.rules")];
                assert_eq!(given_up, [is_public(at); 3]);
                assert!(not.iter().all(|id| NEED_FULL_RECORD.contains(id)) && !not.contains(&"chain.seats"));
            }
        }
    }
}

#[test]
fn alternates_and_who_of_them_is_called_in() {
    let first = first();
    let alternates = made(&alternating(&first));
    assert_eq!(alternates.called.len(), 3);
    let called = drawn(&alternates)[0];
    // One dropped out, and an alternate sits already; another drops out and is replaced by lot.
    let gone = drawn(&first)[..2].to_vec();
    let mut plan = replacing(&first, &gone);
    plan.rules.include.push(called);
    plan.rules.include.sort_unstable();
    plan.before.as_mut().unwrap()["alternates"] = result(&alternates).into();
    plan.quotas =
        vec![("gender", "female", 0, 4), ("gender", "male", 0, 4), ("age", "old", 0, 4), ("age", "young", 0, 4)];
    let second = made(&plan);
    let verifications = assert_verified(&files(&[&first, &alternates, &second]));
    assert_eq!(verifications[1].checks.iter().rev().nth(5).unwrap().id, "draw.alternates");
    // The alternates of the first panel are those of the one that came of it, too.
    let gone = drawn(&second).into_iter().find(|member| *member != called).unwrap();
    let mut plan = replacing(&second, &[gone]);
    plan.before.as_mut().unwrap()["alternates"] = result(&alternates).into();
    assert_verified(&files(&[&made(&plan), &first, &alternates, &second]));
    // Digits have no key.
    let mut digits = Record::honest(&Plan { seed: None, tickets: 10, ..alternating(&first) });
    digits.commit_and_draw("digits 1", "7");
    assert_verified(&files(&[&digits, &first]));
}

#[test]
fn one_of_two_panels() {
    let first = made(&Plan::two_panels());
    let [one, two] = [1, 2].map(|panel| made(&replacing_on(&first, panel)));
    let mut plan = alternating(&first);
    plan.panels = 1;
    plan.before = Some(after(&first, "alternates/2"));
    let all = files(&[&first, &one, &two, &made(&plan)]);
    assert_verified(&all);
    assert_verified(&all.iter().map(public).collect::<Vec<_>>());
}

#[test]
fn a_new_term() {
    let first = first();
    let second = made(&rotating(&first));
    let all = files(&[&first, &second]);
    assert_eq!(chain_checks(&assert_verified(&all)[1]), ["chain.before", "chain.seats", "chain.included"]);
    let forms = all.iter().map(public).collect::<Vec<_>>();
    for given in [[all[0].clone(), forms[1].clone()], [forms[0].clone(), forms[1].clone()]] {
        let verifications = assert_verified(&given);
        assert_eq!(chain_checks(&verifications[1]).len(), 3);
        assert!(with(&verifications[1], Verdict::NotChecked).contains(&"chain.seats"));
        assert!(verifications[1].verdict_line().contains("12 checks need the full record"));
    }
    // The earlier pool is not known: who sat there is known by number alone.
    let verifications = check_together(&[forms[0].clone(), all[1].clone()]);
    assert_eq!(with(&verifications[1], Verdict::NotChecked), ["chain.seats", "chain.included"]);
    assert!(!verifications[1].verified());
}

#[test]
fn draws_without_commitment_and_records_without_draw() {
    let first = Record::honest(&Plan::usual());
    let mut second = Record::honest(&replacing(&first, &drawn(&first)[..1]));
    assert_verified(&files(&[&first, &second]));
    second.without_draw();
    let verifications = assert_verified(&files(&[&first, &second]));
    assert!(verifications[1].verdict_line().starts_with("VERIFIED (lottery only; nothing was drawn"));
}

#[test]
fn a_later_round() {
    let mut first = Record::honest(&Plan { seed: None, ..Plan::usual() });
    first.commit_and_draw(ROUND, RANDOMNESS);
    let mut second = Record::honest(&Plan { seed: None, ..replacing(&first, &drawn(&first)[..1]) });
    second.waits_for(1001, CAME);
    let verifications = assert_verified(&files(&[&first, &second]));
    assert_eq!(chain_checks(&verifications[1]).last(), Some(&"chain.time"));
    // Only one of the two comes from a beacon: the check is that of the later one.
    second.commitment = Commitment::to("phrase");
    assert_eq!(chain_checks(&assert_verified(&files(&[&first, &second]))[1]), CHAIN);
    first.commit_and_draw("phrase", "a phrase");
    let mut second = Record::honest(&Plan { seed: None, ..replacing(&first, &drawn(&first)[..1]) });
    second.waits_for(1, "2023-08-23T00:00:00Z");
    assert_eq!(chain_checks(&assert_verified(&files(&[&first, &second]))[1]).last(), Some(&"chain.time"));
}

#[test]
fn rehearsals_of_what_follows() {
    let first = made(&Plan::usual().rehearsed());
    let second = made(&replacing(&first, &drawn(&first)[..1]));
    let alternates = made(&alternating(&first));
    let verifications = assert_verified(&files(&[&first, &second, &alternates]));
    assert!(verifications.iter().all(|verification| verification.rehearsal));
    // A rehearsal of the next term may follow the real panel.
    let real = made(&Plan::usual());
    assert_verified(&files(&[&real, &made(&rotating(&real).rehearsed())]));
}

/// By itself, it is told what is missing and what to type.
#[test]
fn without_the_earlier_record() {
    let first = first();
    let second = made(&replacing(&first, &drawn(&first)[..1]));
    let verification = check(&second.files());
    assert_eq!(with(&verification, Verdict::NotChecked), CHAIN, "{}", told(&verification));
    assert!(with(&verification, Verdict::Fail).is_empty());
    assert_eq!(verification.verdict_line(), "NOT VERIFIED");
    let said =
        |verification: &Verification| verification.checks.iter().find(|c| c.id == CHAIN[0]).unwrap().sentence.clone();
    assert!(said(&verification).contains(&result(&first)) && said(&verification).contains("klero verify THIS EARLIER"));
    let together = check_together(&files(&[&second, &second]));
    assert!(said(&together[0]).contains("klero verify record 1 record 2 EARLIER"), "{}", said(&together[0]));
}
