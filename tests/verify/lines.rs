//! Chains of several steps, of which one was tampered with in what leads back to the first draw.

use klero::verify::Verdict;

use crate::arithmetic::sha256;
use crate::chains::{after, drawn, files, made, result, rotating};
use crate::recorder::{Bytes, Plan, Record};
use crate::town::{assert_bad, assert_good, both, last, last_public, listed, replaced, sentence, step, town};
use crate::{assert_outcome, check_together, told, with};

/// Nobody who dropped out comes back, however many steps later.
#[test]
fn a_drop_out_is_drawn_two_steps_later() {
    let first = made(&town(&[1, 3, 5]));
    // The second record does not exclude who dropped out, but gives no ticket: that is allowed.
    let mut plan = replaced(&first, &[3, 5, 7]);
    plan.rules.exclude.clear();
    let second = made(&plan);
    let mut good = replaced(&second, &[3, 7, 9]);
    good.rules.exclude.clear();
    assert_good(&[&first, &second, &made(&good)]);
    let mut plan = replaced(&second, &[1, 3, 7]);
    plan.rules.exclude.retain(|member| *member != 1);
    plan.rules.include = vec![3, 7];
    let third = made(&plan);
    let says = "member 1 sat before, and no longer does, but has 1 ticket";
    assert_bad(&[&first, &second, &third], &["chain.seats"], says);
    assert_eq!(with(&last_public(&[&first, &second, &third]), Verdict::Fail), ["chain.seats"]);
    // Nor as an alternate.
    let mut plan = listed(&second, "alternates", &[1]);
    plan.rules.exclude.retain(|member| *member != 1);
    assert_bad(&[&first, &second, &made(&plan)], &["chain.seats"], says);
    assert_good(&[&first, &second, &made(&listed(&second, "alternates", &[2]))]);
    // Where the first record is not given, that is said of the second, and the third is checked as far as it goes.
    let verifications = check_together(&files(&[&second, &made(&good)]));
    assert_eq!(with(&verifications[0], Verdict::NotChecked)[0], "chain.before");
    assert!(verifications[1].verified(), "{}", told(&verifications[1]));
    assert!(last(&[&second, &third]).verified());
}

#[test]
fn fewer_seats_or_more() {
    let first = made(&town(&[1, 3, 5]));
    for (panel, size) in [(&[1, 3][..], 2), (&[1, 3, 7], 3), (&[1, 3, 7, 9], 4)] {
        let record = made(&replaced(&first, panel));
        if size == 3 {
            assert_good(&[&first, &record]);
        } else {
            let says = format!("the panel has {size} seats, but the earlier panel that it takes the place of has 3");
            assert_bad(&[&first, &record], &["chain.seats"], &says);
            assert_eq!(with(&last_public(&[&first, &record]), Verdict::Fail), ["chain.seats"]);
        }
    }
    // A panel of two of a draw of four has two seats.
    let [first, ..] = both();
    let record = made(&step(&first, "replace/2", &[3, 4], &[3, 4, 7]));
    assert_bad(&[&first, &record], &["chain.seats"], "the panel has 3 seats, but");
    let record = made(&step(&first, "replace/2", &[3, 4], &[3, 7]));
    assert_good(&[&first, &record]);
    // Alternates and new terms are as many as they like.
    let first = made(&town(&[1, 3, 5]));
    assert_good(&[&first, &made(&listed(&first, "alternates", &[2, 4, 6, 8]))]);
}

/// After a first replacement on one panel, a second one draws who sits on the other.
#[test]
fn a_second_replacement_and_the_other_panel() {
    let [first, one, two] = both();
    let again = made(&replaced(&one, &[1, 6]));
    assert_good(&[&first, &one, &two, &again]);
    assert_good(&[&again, &two, &first, &one]);
    let cheat = made(&replaced(&one, &[1, 7]));
    let says = "members [7] sit on panel 1 and, by the record \"record 3\", on panel 2 too";
    assert_bad(&[&first, &one, &two, &cheat], &["chain.seats"], says);
    let says = "members [7] sit on panel 2 and, by the record \"record 3\", on panel 1 too";
    assert_bad(&[&first, &one, &cheat, &two], &["chain.seats"], says);
    assert_eq!(with(&last_public(&[&first, &one, &two, &cheat]), Verdict::Fail), ["chain.seats"]);
    // Whoever sat on the other panel at first is in the line.
    let mut plan = replaced(&one, &[1, 4]);
    plan.rules.exclude.retain(|member| *member != 4);
    assert_bad(&[&first, &one, &made(&plan)], &["chain.seats", "chain.rules"], "member 4 sat before");
    // Two who replace one after the other on one panel are not beside each other; nor is a record of another draw.
    let mut elsewhere = Record::honest(&first.plan);
    elsewhere.commit_and_draw("phrase", "another town");
    let there = made(&step(&elsewhere, "replace/2", &[3, 4], &[3, 6]));
    assert_good(&[&first, &one, &again, &elsewhere, &there]);
}

#[test]
fn alternates_of_another_panel() {
    let [first, one, other] = both();
    let lists: Vec<Record> = [("alternates/1", 6), ("alternates/2", 8)]
        .map(|(name, member)| made(&listed(&first, name, &[member])))
        .into_iter()
        .chain([made(&listed(&one, "alternates", &[9]))])
        .collect();
    let mut all: Vec<&Record> = vec![&first, &one, &other];
    all.extend(&lists);
    assert_good(&all);
    let calling = |earlier: &Record, name: &str, seats: &[u64], list: &Record| {
        let mut plan = step(earlier, name, seats, &[seats[0], drawn(list)[0]]);
        plan.rules.include = plan.lottery.as_ref().unwrap()[0].members.clone();
        plan.before.as_mut().unwrap()["alternates"] = result(list).into();
        made(&plan)
    };
    // After a replacement, the second step names no panel; the line says which one it is.
    for (list, theirs) in [(&lists[0], None), (&lists[2], None), (&lists[1], Some("panel 2"))] {
        let record = calling(&one, "replace", &[1, 5], list);
        let given = [&first, &one, &other, list, &record];
        match theirs {
            None => assert_good(&given),
            Some(theirs) => {
                let says = format!(
                    "\"record 4\" does not hold alternates for this panel: they are for {theirs}, and this is panel 1"
                );
                assert_bad(&given, &["chain.before"], &says);
            }
        }
    }
    let record = calling(&first, "replace/2", &[3, 4], &lists[1]);
    assert_good(&[&first, &lists[1], &record]);
    let record = calling(&first, "replace/2", &[3, 4], &lists[0]);
    assert_bad(&[&first, &lists[0], &record], &["chain.before"], "they are for panel 1, and this is panel 2");
    // A list of a later step belongs to no earlier one.
    let mut plan = step(&first, "replace/1", &[1, 2], &[1, 9]);
    plan.rules.include = vec![1, 9];
    plan.before.as_mut().unwrap()["alternates"] = result(&lists[2]).into();
    let says = "\"record 3\" does not hold alternates for this panel";
    let verification = last(&[&first, &one, &lists[2], &made(&plan)]);
    // It is a rival of the first replacement besides.
    assert_outcome(&verification, &["chain.before"], &[], says);
}

/// What is no list of this panel at all.
#[test]
fn what_is_called_in_from() {
    // A list that names no panel, where it should, is none of panel 1; itself, it is not verified.
    let [first, one, _] = both();
    let mut list = listed(&first, "alternates", &[9]);
    list.before = Some(after(&first, "alternates"));
    let list = made(&list);
    let mut plan = step(&first, "replace/1", &[1, 2], &[1, 9]);
    plan.before.as_mut().unwrap()["alternates"] = result(&list).into();
    let says =
        "\"record 2\" does not hold alternates for this panel: they are for the whole panel, and this is panel 1";
    assert_bad(&[&first, &list, &made(&plan)], &["chain.before"], says);
    // A record that replaces holds none.
    let mut plan = replaced(&one, &[1, 9]);
    plan.before.as_mut().unwrap()["alternates"] = result(&one).into();
    assert_bad(
        &[&first, &one, &made(&plan)],
        &["chain.before"],
        "\"record 2\" does not hold alternates for this panel",
    );
}

/// A new term is a first draw of its own: who sat before it is in nobody's line, but whoever left or rests stays excluded.
#[test]
fn replaced_after_a_new_term() {
    let first = made(&town(&[1, 3, 5]));
    let plan = step(&first, "rotate", &[1, 3, 5], &[5, 7, 9]);
    let second = made(&plan);
    let mut back = replaced(&second, &[1, 7, 9]);
    back.rules.exclude = vec![3, 5];
    let says = "members [1] are excluded in the record \"record 2\", and can be drawn here";
    assert_bad(&[&first, &second, &made(&back)], &["chain.rules"], says);
    let third = made(&replaced(&second, &[2, 7, 9]));
    assert!(check_together(&files(&[&first, &second, &third])).iter().all(|verification| verification.verified()));
    let mut plan = replaced(&third, &[1, 5, 9]);
    plan.rules.exclude.retain(|member| *member != 5);
    let fourth = made(&plan);
    assert_bad(&[&first, &second, &third, &fourth], &["chain.seats", "chain.rules"], "member 5 sat before");
}

/// A step names a panel exactly where several were drawn together.
#[test]
fn steps_that_name_no_panel() {
    let [first, one, _] = both();
    let says = |name: &str| {
        format!("the step is {name}, but in \"record 1\" 2 panels are drawn together, and it names none of them")
    };
    let whole = made(&replaced(&first, &[1, 2, 3, 9]));
    assert_bad(&[&first, &whole], &["chain.before"], &says("replace"));
    assert_eq!(with(&last_public(&[&first, &whole]), Verdict::Fail), ["chain.before"]);
    let list = made(&listed(&first, "alternates", &[9]));
    assert_bad(&[&first, &list], &["chain.before"], &says("alternates"));
    let mut plan = step(&first, "rotate", &[1, 2, 3, 4], &[1, 2, 8, 9]);
    plan.before.as_mut().unwrap()["former"] = serde_json::json!([]);
    assert_bad(&[&first, &made(&plan)], &["chain.before"], &says("rotate"));
    // After a replacement there is one panel only, which has no number any more.
    let verification = last(&[&first, &one, &made(&step(&one, "replace/1", &[1, 5], &[1, 9]))]);
    let not = ["chain.seats", "chain.included", "chain.rules"];
    assert_outcome(
        &verification,
        &["chain.before"],
        &not,
        "the step is replace/1, but in \"record 2\" there is no panel 1",
    );
}

#[test]
fn two_lists_of_alternates() {
    let [first, one, _] = both();
    let list = |earlier: &Record, name: &str, member: u64| made(&listed(earlier, name, &[member]));
    let [a, b] = [6, 8].map(|member| list(&first, "alternates/1", member));
    let says = "\"record 2\" holds another list of alternates for the same panel";
    assert_bad(&[&first, &a, &b], &["chain.before"], says);
    assert_eq!(with(&last_public(&[&first, &a, &b]), Verdict::Fail), ["chain.before"]);
    // The same list twice, one for each panel, or one for each step.
    assert_good(&[&first, &a, &a]);
    assert_good(&[&first, &a, &list(&first, "alternates/2", 8)]);
    assert_good(&[&first, &one, &a, &list(&one, "alternates", 8)]);
    let whole = made(&town(&[1, 3, 5]));
    let [a, b] = [6, 8].map(|member| list(&whole, "alternates", member));
    assert_bad(&[&whole, &a, &b], &["chain.before"], says);
}

/// People are known by identifiers over terms; where rows are numbered there are none.
#[test]
fn a_new_term_where_rows_are_numbered() {
    let numbered = |plan: &Plan| {
        let mut plan = plan.clone();
        plan.header[0] = "code";
        plan.id_column = None;
        plan
    };
    let rotated = |first: &Record, plan: Plan, former: &[&Record]| {
        let mut plan = Plan { before: Some(after(first, "rotate")), ..plan };
        let mut former: Vec<String> = former.iter().map(|record| result(record)).collect();
        former.sort();
        plan.before.as_mut().unwrap()["former"] = serde_json::json!(former);
        made(&plan)
    };
    let mut next = town(&[7, 8, 9]);
    next.rules.exclude = vec![1, 3, 5];
    let [named, first] = [town(&[1, 3, 5]), numbered(&town(&[1, 3, 5]))].map(|plan| made(&plan));
    let says = |name: &str| format!("the pool of {name} has no identifiers to know its members by");
    assert_good(&[&named, &rotated(&named, next.clone(), &[&named])]);
    let record = rotated(&named, numbered(&next), &[]);
    assert_bad(&[&named, &record], &["chain.before"], &says("this record"));
    assert_bad(&[&first, &rotated(&first, next.clone(), &[])], &["chain.before"], &says("\"record 1\""));
    let record = rotated(&named, next.clone(), &[&named, &first]);
    assert_bad(&[&named, &first, &record], &["chain.before"], &says("\"record 2\""));
    // In public form there is no setup.json that could say so.
    let record = rotated(&first, next.clone(), &[]);
    assert!(last_public(&[&first, &record]).verified());
    // One pool with identifiers is enough for steps within it.
    assert_good(&[&first, &made(&replaced(&first, &[1, 3, 7]))]);
    let usual = made(&Plan::usual());
    assert!(last(&[&usual, &made(&rotating(&usual))]).verified());
}

/// Where files of a record further back cannot be used, a check says so unless it fails anyway.
#[test]
fn panels_that_are_not_known() {
    let broken = b"{}\n".to_vec();
    let given = |records: &[&Record], at: usize| {
        let mut all: Vec<Bytes> = files(records);
        all[at].insert("result.json".to_owned(), broken.clone());
        all
    };
    let names = |plan: &mut Plan| plan.before.as_mut().unwrap()["result"] = sha256(&broken).into();
    let first = made(&town(&[1, 3, 5]));
    let mut plan = replaced(&first, &[3, 5, 7]);
    names(&mut plan);
    let second = made(&plan);
    let verifications = check_together(&given(&[&first, &second], 0));
    let not = ["chain.before", "chain.seats", "chain.included"];
    assert_eq!(with(&verifications[1], Verdict::NotChecked), not, "{}", told(&verifications[1]));
    // Two steps later.
    let third = made(&replaced(&second, &[5, 7, 9]));
    let verification = check_together(&given(&[&first, &second, &third], 0)).pop().unwrap();
    assert_eq!(with(&verification, Verdict::NotChecked), ["chain.seats"], "{}", told(&verification));
    assert_eq!(sentence(&verification, "chain.seats"), "the result.json of \"record 1\" cannot be used");
    let list = made(&listed(&second, "alternates", &[9]));
    let verification = check_together(&given(&[&first, &second, &list], 0)).pop().unwrap();
    assert_eq!(with(&verification, Verdict::NotChecked), ["chain.seats"], "{}", told(&verification));
    // A seat too many is seen all the same.
    let third = made(&replaced(&second, &[3, 5, 7, 9]));
    let verification = check_together(&given(&[&first, &second, &third], 0)).pop().unwrap();
    assert_outcome(&verification, &["chain.seats"], &[], "the panel has 4 seats, but");
    // Beside: only where something was drawn in both.
    let [first, one, other] = both();
    let again = made(&replaced(&one, &[1, 6]));
    let verification = check_together(&given(&[&first, &other, &one, &again], 1)).pop().unwrap();
    assert_eq!(with(&verification, Verdict::NotChecked), ["chain.seats", "chain.rules"], "{}", told(&verification));
    let mut undrawn = other.clone();
    undrawn.without_draw();
    assert!(last(&[&first, &undrawn, &one, &again]).verified());
    let mut undrawn = again.clone();
    undrawn.without_draw();
    assert!(last(&[&first, &other, &one, &undrawn]).verified());
    let mut all = files(&[&first, &one, &other, &again]);
    all[3].insert("result.json".to_owned(), broken.clone());
    let verification = check_together(&all).pop().unwrap();
    let not = with(&verification, Verdict::NotChecked);
    assert!(["chain.seats", "chain.rules"].iter().all(|id| not.contains(id)), "{}", told(&verification));
    // Who sits on which panel is not known.
    let mut all = files(&[&first, &one, &again]);
    all[0].insert("split.json".to_owned(), broken.clone());
    let verifications = check_together(&all);
    let not = ["chain.seats", "chain.included", "chain.rules"];
    assert_eq!(with(&verifications[1], Verdict::NotChecked), not, "{}", told(&verifications[1]));
    assert_eq!(with(&verifications[2], Verdict::NotChecked), ["chain.rules"], "{}", told(&verifications[2]));
    assert!(sentence(&verifications[2], "chain.rules").contains("split.json of \"record 1\" cannot be used"));
}

/// Without commitments, records could name each other in a circle, since nothing in `result.json` depends on what they follow. None of them is
/// the first then, and looking back goes around once.
#[test]
fn a_circle() {
    let at_once = |plan: Plan| Record::honest(&Plan { seed: Some("a seed"), ..plan });
    let first = at_once(town(&[2, 4]));
    let naming =
        |panel: &[u64], before: &Record| at_once(Plan { before: Some(after(before, "replace")), ..town(panel) });
    let [a, b, c] = [[1, 5], [3, 7], [1, 8]].map(|panel| naming(&panel, &first));
    let circle = [naming(&[1, 5], &b), naming(&[3, 7], &c), naming(&[1, 8], &a)];
    assert_eq!(circle.each_ref().map(result), [&a, &b, &c].map(result));
    let verifications = check_together(&files(&circle.each_ref()));
    let says = "member 1 sat before, and no longer does, but has 1 ticket";
    assert_eq!(with(&verifications[0], Verdict::Fail), ["chain.before", "chain.seats"]);
    assert!(sentence(&verifications[0], "chain.seats").contains(says));
    // Nobody sat in the other two lines who sits again.
    for verification in &verifications[1..] {
        assert_outcome(verification, &["chain.before"], &[], "follows this record in turn, so neither is the first");
    }
    // One more outside of the circle is not blamed for it.
    let last = naming(&[1, 4], &circle[1]);
    let verifications = check_together(&files(&[&circle[0], &circle[1], &circle[2], &last]));
    assert!(!sentence(&verifications[3], "chain.before").contains("in turn"));
}
