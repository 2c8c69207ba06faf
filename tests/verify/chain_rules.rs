//! `chain.rules`: what must stay the same from one record to the next, and what holds across panels that sit at the same time.

use klero::verify::Verdict;

use crate::chains::{files, made};
use crate::committer::public;
use crate::recorder::{Plan, Record};
use crate::town::{assert_bad, assert_good, homes, last, listed, replaced, sentence, step, town, two};
use crate::{assert_outcome, check_together, told, with};

const RULES: [&str; 1] = ["chain.rules"];

/// What is done to the plan of an honest step.
fn bad(first: &Record, cheat: impl Fn(&mut Plan), says: &str) {
    bad_in(first, cheat, &RULES, says);
}

/// The same where it shows in these checks.
fn bad_in(first: &Record, cheat: impl Fn(&mut Plan), fails: &[&str], says: &str) {
    for mut plan in [replaced(first, &[1, 3, 7]), listed(first, "alternates", &[7])] {
        assert_good(&[first, &made(&plan)]);
        cheat(&mut plan);
        let record = made(&plan);
        assert_bad(&[first, &record], fails, says);
        // Rules are nothing that the public form shows.
        let forms: Vec<_> = files(&[first, &record]).iter().map(public).collect();
        assert!(!with(&check_together(&forms)[1], Verdict::Fail).contains(&"chain.rules"));
    }
}

#[test]
fn another_rule_on_households() {
    // Which columns make a household is in the lines of the members, too.
    let lines = ["chain.pool", "chain.rules"];
    let first = made(&homes(&[1, 3, 5], 1));
    bad(&first, |plan| plan.rules.household_limit = 2, "2 of each household may sit, in the record \"record 1\" 1");
    let says = "other columns make a household than in the record";
    bad_in(&first, |plan| plan.rules.household_columns.clear(), &lines, says);
    bad_in(&first, |plan| plan.rules.household_columns.push("g"), &lines, says);
    let first = made(&homes(&[1, 3, 5], 2));
    bad(&first, |plan| plan.rules.household_limit = 1, "1 of each household may sit, in the record \"record 1\" 2");
    let first = made(&town(&[1, 3, 5]));
    bad_in(&first, |plan| plan.rules.household_columns.push("home"), &lines, says);
}

#[test]
fn somebody_is_no_longer_excluded() {
    let mut plan = town(&[1, 3, 5]);
    plan.rules.exclude = vec![8, 10];
    let first = made(&plan);
    let says = "members [8] are excluded in the record \"record 1\", and can be drawn here";
    bad(&first, |plan| plan.rules.exclude.retain(|member| *member != 8), says);
    // Included is something else, which `chain.included` looks after.
    let mut plan = replaced(&first, &[1, 3, 8]);
    plan.rules.include.push(8);
    assert_bad(&[&first, &made(&plan)], &["chain.included"], "members [8] are included, but did not sit before");
}

#[test]
fn groups_that_are_kept_apart() {
    let mut plan = town(&[1, 3, 5]);
    plan.rules.apart = vec![vec![1, 2], vec![7, 8, 9]];
    let first = made(&plan);
    let says = "members [7, 8, 9] are kept apart in the record \"record 1\", and not here";
    bad(&first, |plan| drop(plan.rules.apart.pop()), says);
    bad(&first, |plan| plan.rules.apart[1] = vec![7, 8], says);
    let new = |group: &[u64]| format!("members {group:?} are kept apart, were not in the record \"record 1\", and ");
    bad(&first, |plan| plan.rules.apart.push(vec![8, 9]), &new(&[8, 9]));
    // Where only one of a household may sit, nobody of one need be kept apart.
    let first = made(&homes(&[1, 3, 5], 1));
    let says = new(&[7, 8]) + "only one of a household may sit anyway";
    bad(&first, |plan| plan.rules.apart.push(vec![7, 8]), &says);
    // Where two may, alternates of one household can be.
    let first = made(&homes(&[1, 3, 5], 2));
    let mut plan = listed(&first, "alternates", &[7]);
    plan.rules.apart = vec![vec![7, 8], vec![9, 10]];
    assert_good(&[&first, &made(&plan)]);
    for group in [vec![7, 9], vec![7, 8, 9]] {
        bad(&first, |plan| plan.rules.apart.push(group.clone()), &new(&group));
        let mut plan = listed(&first, "alternates", &[7]);
        plan.rules.apart = vec![group.clone()];
        assert_bad(&[&first, &made(&plan)], &RULES, &(new(&group) + "do not live in one household"));
    }
    // Whoever replaces on the whole panel has nobody beside: a new group would only bar housemates of those who stay.
    for group in [[1, 2], [7, 8]] {
        let mut plan = replaced(&first, &[1, 3, 7]);
        plan.rules.apart = vec![group.to_vec()];
        assert_bad(&[&first, &made(&plan)], &RULES, &(new(&group) + "there is no other panel"));
    }
    // Members without a household live with nobody.
    let mut plan = homes(&[1, 3, 5], 2);
    plan.rows[8][2] = "";
    plan.rows[9][2] = "";
    let first = made(&plan);
    bad(&first, |plan| plan.rules.apart.push(vec![9, 10]), &new(&[9, 10]));
}

/// On one of several panels, housemates of those on the others are kept apart; but not from those who stay.
#[test]
fn new_groups_on_one_of_several_panels() {
    let first = made(&two(homes(&[1, 3, 5, 7], 2)));
    let one = step(&first, "replace/1", &[1, 3], &[1, 9]);
    let keeping = |plan: &Plan, group: [u64; 2]| {
        let mut plan = plan.clone();
        plan.rules.apart = vec![group.to_vec()];
        made(&plan)
    };
    assert_good(&[&first, &keeping(&one, [9, 10])]);
    let says = "members [1, 2] are kept apart, were not in the record \"record 1\", and one of them is included";
    assert_bad(&[&first, &keeping(&one, [1, 2])], &RULES, says);
    assert_bad(&[&first, &keeping(&one, [1, 10])], &RULES, "members [1, 10] are kept apart");
    assert_bad(&[&first, &keeping(&one, [2, 10])], &RULES, "and do not live in one household");
    // The number is that of the line, and an included member is known without the pool.
    let one = made(&one);
    let again = replaced(&one, &[1, 4]);
    assert_good(&[&first, &one, &keeping(&again, [5, 6])]);
    let cheat = keeping(&again, [1, 2]);
    let says = "members [1, 2] are kept apart, were not in the record \"record 2\", and one of them is included";
    assert_bad(&[&first, &one, &cheat], &RULES, says);
    let mut files = files(&[&first, &one, &cheat]);
    files[2].insert("pool.csv".to_owned(), b"\n".to_vec());
    let verification = check_together(&files).pop().unwrap();
    assert!(with(&verification, Verdict::Fail).contains(&"chain.rules"), "{}", told(&verification));
}

/// Panels 1 and 3, and 5 and 7, where 1 and 3 or 5 and 7 are of four homes; then 3 drops out for somebody, and 7 for somebody else.
fn after_both(plan: &Plan, new: u64, other: u64) -> [Record; 3] {
    let first = made(&two(plan.clone()));
    let one = made(&step(&first, "replace/1", &[1, 3], &sorted(1, new)));
    let two = made(&step(&first, "replace/2", &[5, 7], &sorted(5, other)));
    [first, one, two]
}

fn two_panels() -> Plan {
    two(homes(&[1, 3, 5, 7], 1))
}

fn sorted(one: u64, other: u64) -> Vec<u64> {
    vec![one.min(other), one.max(other)]
}

#[test]
fn households_across_panels() {
    let plan = homes(&[1, 3, 5, 7], 1);
    // 4 lives with somebody who dropped out, 9 with nobody who sits.
    for new in [4, 9] {
        let [first, one, _] = after_both(&plan, new, 8);
        assert_good(&[&first, &one]);
    }
    // 6 lives with 5 on the other panel, and 8 with 7, who may drop out there: that does not count.
    for new in [6, 8] {
        let [first, one, two] = after_both(&plan, new, 10);
        let says = format!("member {new} is new on panel 1, but may not sit beside those on the other panels");
        assert_bad(&[&first, &one], &RULES, &says);
        assert_bad(&[&first, &two, &one], &RULES, &says);
    }
    // 9 and 10 live together, and are new on either panel.
    let [first, one, two] = after_both(&plan, 9, 10);
    assert_good(&[&first, &one]);
    assert_good(&[&first, &two]);
    assert_bad(&[&first, &two, &one], &RULES, "member 9 is new on panel 1, but");
    assert_bad(&[&first, &one, &two], &RULES, "member 10 is new on panel 2, but");
    // Before one of them is drawn, nothing is wrong with the other; and what is not drawn seats nobody.
    let mut undrawn = two.clone();
    undrawn.without_draw();
    assert!(last(&[&first, &undrawn, &one]).verified());
    assert!(last(&[&first, &one, &undrawn]).verified());
    // A later step has the panel number of the first.
    let [first, one, two] = after_both(&plan, 9, 8);
    assert_good(&[&first, &one, &two]);
    let again = made(&replaced(&one, &[6, 9]));
    assert_bad(&[&first, &one, &again], &RULES, "member 6 is new on panel 1");
    assert_good(&[&first, &one, &two, &made(&replaced(&one, &[1, 4]))]);
    // Who sits already stays, whoever sits beside: the fault is that of the other record.
    let [first, one, two] = after_both(&plan, 9, 2);
    assert!(last(&[&first, &two, &one]).verified());
    assert_bad(&[&first, &one, &two], &RULES, "member 2 is new on panel 2");
    // Somebody of the other panel is not barred, but sits on two.
    let mut plan = step(&first, "replace/1", &[1, 3], &[1, 5]);
    plan.rules.exclude.retain(|member| *member != 5);
    assert_bad(&[&first, &made(&plan)], &["chain.seats"], "member 5 sits on another panel");
    // One draw that is passed off as that of both panels does not count as beside itself.
    let at_once = |plan: Plan| Record::honest(&Plan { seed: Some("a seed"), ..plan });
    let first = at_once(two_panels());
    let [one, other] = ["replace/1", "replace/2"].map(|name| at_once(step(&first, name, &[], &[6, 9])));
    assert_bad(&[&first, &other, &one], &["chain.seats", "chain.rules"], "member 6 is new on panel 1");
    assert_bad(&[&first, &one, &other], &["chain.seats"], "members [6, 9] sit on panel 2 and");
    // Where two of a household may sit, one of it may be on either panel.
    let [first, one, _] = after_both(&homes(&[1, 3, 5, 7], 2), 6, 8);
    assert_good(&[&first, &one]);
}

/// Three share a home of which two may sit.
#[test]
fn as_many_of_a_household_as_may_sit() {
    let with_three = |panel: &[u64]| {
        let mut plan = homes(panel, 2);
        plan.rows[6][2] = "III";
        plan
    };
    // 5, 6 and 7 live together.
    let first = made(&two(with_three(&[1, 3, 5, 9])));
    assert_good(&[&first, &made(&step(&first, "replace/1", &[1, 3], &[1, 7]))]);
    let first = made(&two(with_three(&[1, 3, 5, 6])));
    let record = made(&step(&first, "replace/1", &[1, 3], &[1, 7]));
    assert_bad(&[&first, &record], &RULES, "member 7 is new on panel 1");
}

#[test]
fn groups_across_panels() {
    let mut plan = town(&[1, 3, 5, 7]);
    plan.rules.apart = vec![vec![5, 8], vec![9, 10]];
    let [first, one, _] = after_both(&plan, 8, 9);
    assert_bad(&[&first, &one], &RULES, "member 8 is new on panel 1");
    let [first, one, two] = after_both(&plan, 9, 10);
    assert_good(&[&first, &one]);
    assert_bad(&[&first, &one, &two], &RULES, "member 10 is new on panel 2");
    let [first, one, two] = after_both(&plan, 6, 10);
    assert_good(&[&first, &one, &two]);
}

/// Where what a condition needs cannot be used, that is said unless another one fails.
#[test]
fn what_cannot_be_used() {
    let plan = homes(&[1, 3, 5, 7], 2);
    let [first, one, two] = after_both(&plan, 9, 10);
    let mut changed = one.plan.clone();
    changed.rules.household_limit = 1;
    let changed = made(&changed);
    // The earlier record is in public form: the rules are not known, whatever else is.
    for record in [&one, &changed] {
        let verification = check_together(&[public(&first.files()), record.files()]).pop().unwrap();
        assert_eq!(with(&verification, Verdict::NotChecked), RULES, "{}", told(&verification));
        assert!(with(&verification, Verdict::Fail).is_empty() && !verification.verified());
        let says = "the record \"record 1\" is in public form, and its rules are known from its full form only";
        assert_eq!(sentence(&verification, "chain.rules"), says);
    }
    let broken = |record: &Record, name: &str| {
        let mut files = record.files();
        files.insert(name.to_owned(), b"{}\n".to_vec());
        files
    };
    let outcome = |given: &[crate::recorder::Bytes]| {
        let verification = check_together(given).pop().unwrap();
        let check = verification.checks.iter().find(|check| check.id == "chain.rules").unwrap();
        (check.verdict, check.sentence.clone())
    };
    // The rules of one of the two.
    for given in [[broken(&first, "setup.json"), one.files()], [first.files(), broken(&one, "setup.json")]] {
        let (verdict, sentence) = outcome(&given);
        assert_eq!(verdict, Verdict::NotChecked);
        assert!(sentence.contains("setup.json") && sentence.contains("cannot be used"), "{sentence}");
    }
    // The pool, the panel, the other panels.
    for name in ["pool.csv", "result.json"] {
        assert_eq!(outcome(&[first.files(), broken(&one, name)]).0, Verdict::NotChecked, "{name}");
        assert_eq!(outcome(&[first.files(), broken(&changed, name)]).0, Verdict::Fail, "{name}");
    }
    for name in ["split.json", "result.json"] {
        let other = if name == "split.json" {
            [broken(&first, name), two.files()]
        } else {
            [first.files(), broken(&two, name)]
        };
        let given = |record: &Record| [&other[..], &[record.files()]].concat();
        assert_eq!(outcome(&given(&one)).0, Verdict::NotChecked, "{name}");
        assert_eq!(outcome(&given(&changed)).0, Verdict::Fail, "{name}");
    }
    // A new group needs the pool; without one, nothing does where no panel has a number.
    let first = made(&homes(&[1, 3, 5], 2));
    let mut plan = listed(&first, "alternates", &[7]);
    assert_eq!(outcome(&[first.files(), broken(&made(&plan), "pool.csv")]).0, Verdict::Pass);
    plan.rules.apart = vec![vec![7, 8]];
    assert_eq!(outcome(&[first.files(), broken(&made(&plan), "pool.csv")]).0, Verdict::NotChecked);
    // A failure of several parts names them all.
    plan.rules.apart = vec![vec![7, 9]];
    plan.rules.household_columns.push("g");
    let verification = last(&[&first, &made(&plan)]);
    assert_outcome(&verification, &["chain.pool", "chain.rules"], &[], "in pool.leaves, member 1 is not the same");
    assert!(sentence(&verification, "chain.rules").contains("other columns make a household"));
    assert!(sentence(&verification, "chain.rules").contains("[7, 9] are kept apart"));
}
