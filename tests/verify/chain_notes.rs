//! What a verdict says of records that follow others, beside what fails; and `alternates.json`.

use klero::verify::{Verdict, Verification, together_line};

use crate::chains::{files, made, result};
use crate::committer::public;
use crate::recorder::{Panel, Plan, Record};
use crate::town::{VERIFIED, both, homes, last, last_public, listed, replaced, step, town, two};
use crate::{assert_outcome, check_together, told, with};

/// The verdict of the last record with these notes behind the usual one.
fn assert_says(records: &[&Record], notes: &str) {
    let verification = last(records);
    let usual = VERIFIED.strip_suffix(')').unwrap();
    let notes = if notes.is_empty() { String::new() } else { format!("; {notes}") };
    assert_eq!(verification.verdict_line(), format!("{usual}{notes})"), "{}", told(&verification));
}

#[test]
fn other_quotas() {
    let first = made(&town(&[1, 3, 5]));
    let plan = replaced(&first, &[1, 3, 7]);
    assert_says(&[&first, &made(&plan)], "");
    let mut other = plan.clone();
    other.quotas[0].3 = 3;
    assert_says(&[&first, &made(&other)], "other quotas than before");
    // The same in public form, where what is public is compared.
    let line = last_public(&[&first, &made(&other)]).verdict_line();
    assert_eq!(line, "VERIFIED (other quotas than before; public form; 12 checks need the full record)");
    assert!(!last_public(&[&first, &made(&plan)]).verdict_line().contains("quotas"));
    // A rehearsal has a column more, and is compared without it.
    let rehearsed = |plan: Plan| last(&[&first, &made(&plan.rehearsed())]).verdict_line();
    assert!(
        !rehearsed(plan.clone()).contains("quotas") && rehearsed(other.clone()).contains("other quotas than before")
    );
    // Not even the order of the rows is another.
    let mut order = plan.clone();
    order.quotas.swap(0, 1);
    assert_says(&[&first, &made(&order)], "other quotas than before");
    // Alternates have quotas of their own, and so has a new term.
    let mut list = listed(&first, "alternates", &[7]);
    list.quotas[0].3 = 1;
    assert_says(&[&first, &made(&list)], "1 member is certain to be an alternate");
    other.before.as_mut().unwrap()["step"] = "rotate".into();
    assert_says(&[&first, &made(&other)], "");
    // Each step is compared with the one before it.
    other.before.as_mut().unwrap()["step"] = "replace".into();
    let second = made(&other);
    assert_says(&[&first, &second, &made(&replaced(&second, &[3, 7, 9]))], "");
    // A file that cannot be used says nothing.
    let mut files = files(&[&first, &made(&plan)]);
    files[0].remove("quotas.csv");
    let verifications = check_together(&files);
    assert!(!verifications[0].verified() && verifications[1].verified() && !verifications[1].other_quotas);
}

/// Whoever is excluded, and nothing in the chain says why.
#[test]
fn more_who_are_excluded() {
    let excluding = |plan: &Plan, more: &[u64]| {
        let mut plan = plan.clone();
        plan.rules.exclude.extend(more);
        plan.rules.exclude.sort_unstable();
        made(&plan)
    };
    let mut plan = homes(&[1, 3, 5], 1);
    plan.rules.exclude = vec![10];
    let first = made(&plan);
    let plan = replaced(&first, &[1, 3, 7]);
    assert_says(&[&first, &excluding(&plan, &[])], "");
    let one = "1 member more is excluded than its step asks for";
    assert_says(&[&first, &excluding(&plan, &[9])], one);
    assert_says(&[&first, &excluding(&plan, &[8, 9])], "2 members more are excluded than its step asks for");
    // 2, 4 and 6 live with those on the panel: where it is replaced, those who stay bar by the rules alone, and who drops out bars nobody.
    let three = "3 members more are excluded than its step asks for";
    assert_says(&[&first, &excluding(&plan, &[2, 4, 6])], three);
    assert_says(&[&first, &excluding(&plan, &[6])], one);
    // Nobody lives with alternates who sits.
    let certain = "1 member is certain to be an alternate";
    let list = listed(&first, "alternates", &[7]);
    assert_says(&[&first, &excluding(&list, &[2, 4, 6])], certain);
    assert_says(&[&first, &excluding(&list, &[2, 4, 6, 9])], &format!("{one}; {certain}"));
    // Nor with whoever replaces, of those on the other panels: 6 and 8 live with 5 and 7, who sits there no longer, but did; 10 with 9, who
    // sits there now.
    let panels = made(&two(homes(&[1, 3, 5, 7], 1)));
    let on_one = step(&panels, "replace/1", &[1, 3], &[1, 4]);
    assert_says(&[&panels, &excluding(&on_one, &[6, 8])], "");
    assert_says(&[&panels, &excluding(&on_one, &[2, 6, 8])], one);
    assert_says(&[&panels, &excluding(&on_one, &[6, 8, 10])], one);
    let beside = made(&step(&panels, "replace/2", &[5, 7], &[5, 9]));
    assert_says(&[&panels, &beside, &excluding(&on_one, &[6, 8, 9, 10])], "");
    assert!(!last_public(&[&first, &excluding(&plan, &[9])]).verdict_line().contains("excluded"));
    // Where two of a household may sit, they are not barred.
    let two_of_each = made(&homes(&[1, 3, 5], 2));
    let plan = replaced(&two_of_each, &[1, 3, 7]);
    assert_says(&[&two_of_each, &excluding(&plan, &[2, 4, 6])], three);
    let list = listed(&two_of_each, "alternates", &[7]);
    assert_says(&[&two_of_each, &excluding(&list, &[2, 4, 6])], &format!("{three}; {certain}"));
    // But those are who are to be kept apart from somebody.
    let mut plan = town(&[1, 3, 5]);
    plan.rules.apart = vec![vec![3, 8], vec![9, 10]];
    let apart = made(&plan);
    assert_says(&[&apart, &excluding(&listed(&apart, "alternates", &[7]), &[8])], certain);
    assert_says(&[&apart, &excluding(&listed(&apart, "alternates", &[7]), &[8, 9])], &format!("{one}; {certain}"));
    assert_says(&[&apart, &excluding(&replaced(&apart, &[1, 3, 7]), &[8])], one);
    // Whoever sat further back is no stranger, nor whoever sits beside; each step counts its own.
    let whole = made(&town(&[1, 3, 5]));
    let mut plan = replaced(&whole, &[3, 5, 7]);
    plan.rules.exclude.clear();
    let second = made(&plan);
    let third = excluding(&replaced(&second, &[3, 7, 9]), &[1]);
    assert_says(&[&whole, &second, &third], "");
    let [first, a, b] = both();
    let again = replaced(&a, &[1, 9]);
    assert_says(&[&first, &a, &b, &excluding(&again, &[7])], "");
    assert_says(&[&first, &a, &excluding(&again, &[7])], one);
    let earlier = excluding(&step(&first, "replace/1", &[1, 2], &[1, 5]), &[9]);
    assert_says(&[&first, &earlier], one);
    assert_says(&[&first, &earlier, &made(&replaced(&earlier, &[1, 6]))], "");
    // Where the rules are others, only that is said.
    let mut plan = replaced(&whole, &[1, 3, 7]);
    plan.rules.apart = vec![vec![8, 9]];
    let verification = last(&[&whole, &excluding(&plan, &[10])]);
    assert_outcome(&verification, &["chain.rules"], &[], "[8, 9] are kept apart");
    assert_eq!(verification.excluded_more, 0);
    // Where the tickets of those who sit are wrong, that does not hide it.
    let mut late = replaced(&whole, &[1, 3, 7]);
    late.size = 2;
    late.lottery = Some(vec![Panel { members: vec![1, 3], tickets: 1 }]);
    let verification = last(&[&whole, &excluding(&late, &[10])]);
    assert_eq!((with(&verification, Verdict::Fail), verification.excluded_more), (vec!["chain.seats"], 1));
}

/// A new term excludes those who sat or rest, by their identifiers.
#[test]
fn more_who_are_excluded_from_a_new_term() {
    let says = |count: u64| match count {
        0 => String::new(),
        1 => "1 member more is excluded than its step asks for".to_owned(),
        more => format!("{more} members more are excluded than its step asks for"),
    };
    let whole = made(&town(&[1, 3, 5]));
    let plan = step(&whole, "rotate", &[1, 3, 5], &[1, 7, 9]);
    assert_says(&[&whole, &made(&plan)], "");
    for (more, count) in [(&[10][..], 1), (&[2, 8, 10], 3)] {
        let mut plan = plan.clone();
        plan.rules.exclude.extend(more);
        plan.rules.exclude.sort_unstable();
        assert_says(&[&whole, &made(&plan)], &says(count));
        assert!(!last_public(&[&whole, &made(&plan)]).verdict_line().contains("excluded"));
    }
    // Whoever rests is asked for where the record that says so is named.
    let second = made(&plan);
    let mut third = step(&second, "rotate", &[1, 7, 9], &[2, 4, 6]);
    assert_eq!(third.rules.exclude, [1, 3, 5, 7, 9]);
    assert_says(&[&whole, &second, &made(&third)], &says(2));
    third.before.as_mut().unwrap()["former"] = serde_json::json!([result(&whole)]);
    assert_says(&[&whole, &second, &made(&third)], "");
    // Other people have the numbers of those who sat.
    let mut other = plan.clone();
    other.rows.iter_mut().zip(["b0", "b1", "b2", "b3"]).for_each(|(row, id)| row[0] = id);
    // a4 to a9 are 1 to 6 now, b0 to b3 are 7 to 10, and a4 sat.
    other.rules.include.clear();
    other.rules.exclude = vec![1, 3];
    other.lottery = Some(vec![Panel { members: vec![4, 6, 7], tickets: 1 }]);
    assert_says(&[&whole, &made(&other)], &says(1));
    // Where somebody who sat may be drawn, only that is said.
    let mut plan = plan.clone();
    plan.rules.exclude = vec![5, 10];
    let verification = last(&[&whole, &made(&plan)]);
    assert_outcome(&verification, &["chain.seats"], &[], "of the earlier panel has 0 of 1 tickets");
    assert_eq!(verification.excluded_more, 0);
}

/// A list of nearly everybody lets its makers call in whom they like.
#[test]
fn more_alternates_than_seats() {
    let says = |seats: &str, certain: u64| format!("{certain} members are certain to be alternates{seats}");
    let more = "; more alternates than seats";
    let first = made(&town(&[1, 3, 5]));
    assert_says(&[&first, &made(&listed(&first, "alternates", &[2, 4, 6]))], &says("", 3));
    let list = made(&listed(&first, "alternates", &[2, 4, 6, 7]));
    assert_says(&[&first, &list], &says(more, 4));
    let line = last_public(&[&first, &list]).verdict_line();
    assert!(line.contains(&(says(more, 4) + "; public form")), "{line}");
    // A panel of two of a draw of four has two seats; whose they are may not be known.
    let [first, one, _] = both();
    assert_says(&[&first, &made(&listed(&first, "alternates/1", &[5, 6]))], &says("", 2));
    let list = made(&listed(&first, "alternates/2", &[5, 6, 7]));
    assert_says(&[&first, &list], &says(more, 3));
    assert_says(&[&first, &one, &made(&listed(&one, "alternates", &[6, 7, 8]))], &says(more, 3));
    // Nothing of the kind is said of panels.
    assert!(!last(&[&first, &one]).verdict_line().contains("alternates"));
}

/// A lottery in name only.
#[test]
fn a_list_that_leaves_nobody_else() {
    let first = made(&town(&[1, 3, 5]));
    let mut plan = listed(&first, "alternates", &[7]);
    plan.rules.exclude = (1..=10).filter(|member| *member != 7).collect();
    let says = "6 members more are excluded than its step asks for; 1 member is certain to be an alternate";
    assert_says(&[&first, &made(&plan)], says);
    let line = last_public(&[&first, &made(&plan)]).verdict_line();
    let says = "VERIFIED (1 member is certain to be an alternate; public form; 13 checks need the full record)";
    assert_eq!(line, says);
    // Two of three are certain; then nobody is.
    let panels = |plan: &Plan, members: &[&[u64]]| {
        let panel = |members: &&[u64]| Panel { members: members.to_vec(), tickets: 1 };
        let lottery = Some(members.iter().map(panel).collect());
        made(&Plan { lottery, tickets: members.len() as u64, ..plan.clone() })
    };
    let plan = listed(&first, "alternates", &[2, 4, 6]);
    let says = "2 members are certain to be alternates";
    assert_says(&[&first, &panels(&plan, &[&[2, 4, 6], &[2, 4, 8]])], says);
    assert_says(&[&first, &panels(&plan, &[&[2, 4, 6], &[7, 8, 9]])], "");
    // On a panel that is replaced, many are.
    assert_says(&[&first, &made(&replaced(&first, &[1, 3, 7]))], "");
}

/// All notes of all records stand on the last line, each once.
#[test]
fn notes_of_records_together() {
    let none = "no certificate; how fair the lottery is was not checked";
    let first = made(&town(&[1, 3, 5]));
    let mut plan = replaced(&first, &[1, 3, 7]);
    plan.quotas[0].3 = 3;
    let second = made(&plan);
    let list = made(&listed(&second, "alternates", &[9]));
    let line = |records: &[&Record]| together_line(&check_together(&files(records)));
    let notes = "other quotas than before; 1 member is certain to be an alternate";
    assert_eq!(line(&[&first, &second, &list]), format!("VERIFIED TOGETHER ({none}; {notes})"));
    let mut undrawn = made(&replaced(&second, &[3, 7, 9]));
    undrawn.without_draw();
    let says = format!("VERIFIED TOGETHER (lottery only; nothing was drawn; {none}; {notes})");
    assert_eq!(line(&[&undrawn, &first, &second, &list]), says);
    // A rehearsal comes first, wherever it stands; and with something wrong, it is all that is said.
    let rehearsal = made(&replaced(&second, &[3, 7, 9]).rehearsed());
    let says = format!("VERIFIED TOGETHER (REHEARSAL, NOT THE DRAW; {none}; {notes})");
    assert_eq!(line(&[&first, &second, &list, &rehearsal]), says);
    assert_eq!(line(&[&second, &list, &rehearsal]), "NOT VERIFIED TOGETHER (REHEARSAL, NOT THE DRAW)");
    assert_eq!(line(&[&second, &list]), "NOT VERIFIED TOGETHER");
    // Two numbers are two notes.
    let forms: Vec<_> = files(&[&first, &second]).iter().map(public).collect();
    let says = "VERIFIED TOGETHER (public form; 9 checks need the full record; other quotas than before; \
                public form; 12 checks need the full record)";
    assert_eq!(together_line(&check_together(&forms)), says);
    assert_eq!(together_line(&[]), "NOT VERIFIED TOGETHER");
}

/// `alternates.json`, with its SHA-256 put right.
fn asked(text: &str) -> Verification {
    let first = made(&town(&[1, 3, 5]));
    let mut record = made(&listed(&first, "alternates", &[7, 9]));
    record.asked = Some(text.to_owned());
    record.commit_and_draw("phrase", "a phrase");
    last(&[&first, &record])
}

#[test]
fn what_was_asked_for() {
    let honest = made(&listed(&made(&town(&[1, 3, 5])), "alternates", &[7, 9])).alternates_json();
    let good = asked(&honest);
    assert!(good.verified(), "{}", told(&good));
    let ids: Vec<&str> = good.checks.iter().map(|check| check.id).collect();
    assert_eq!(ids[3..6], ["pool.form", "alternates.form", "lottery.form"]);
    for (from, to, says) in [
        (
            "\"alternates\":2",
            "\"alternates\":3",
            "\"alternates\" is 3 in alternates.json, but setup.json gives the size 2",
        ),
        ("\"alternates\":2", "\"alternates\":null", "\"alternates\" is null in alternates.json"),
        ("\"alternates\":2", "\"alternates\":\"2\"", "expected a whole number below 2^53"),
        ("\"alternates\":2,", "", "missing field `alternates`"),
        ("\"kinds\":[],", "", "missing field `kinds`"),
        ("\"way\":\"exact\"", "\"way\":\"exact\",\"more\":1", "unknown field `more`"),
        ("\"way\":\"exact\"", "\"way\":\"exact\",\"way\":\"exact\"", "duplicate field `way`"),
        ("{\"of\":\"everybody\"}", "{\"of\":\"everybody\",\"of\":1}", "duplicate key `of`"),
        ("klero/alternates/1", "klero/alternates/2", "only \"klero/alternates/1\" is known here"),
        ("klero/alternates/1", "klero/rehearsal/alternates/1", "only \"klero/alternates/1\" is known here"),
        ("\"way\":\"exact\"}", "\"way\":\"exact\"", "EOF"),
        ("\"panel\":4", "\"panel\":4.0", "without numbers but whole ones below 2^53"),
        ("\"panel\":4", "\"panel\":-4", "without numbers but whole ones below 2^53"),
        ("\"panel\":4", "\"panel\":9007199254740992", "without numbers but whole ones below 2^53"),
    ] {
        assert!(honest.contains(from), "{from}");
        assert_outcome(&asked(&honest.replace(from, to)), &["alternates.form"], &[], says);
    }
    for text in ["", "[]", "null", "{}"] {
        assert_eq!(with(&asked(text), Verdict::Fail), ["alternates.form"], "{text}");
    }
    // What the keys hold is nobody's business.
    for (from, to) in [("\"kinds\":[]", "\"kinds\":{\"a\":[1,true,null]}"), ("\"panel\":4", "\"panel\":\"four\"")] {
        assert!(asked(&honest.replace(from, to)).verified());
    }
    // How many there should be is not known.
    let first = made(&town(&[1, 3, 5]));
    let mut files = made(&listed(&first, "alternates", &[7, 9])).files();
    files.insert("setup.json".to_owned(), b"{}\n".to_vec());
    let verification = check_together(&[first.files(), files.clone()]).pop().unwrap();
    assert!(with(&verification, Verdict::NotChecked).contains(&"alternates.form"), "{}", told(&verification));
    files.insert("alternates.json".to_owned(), b"{}\n".to_vec());
    let verification = check_together(&[first.files(), files]).pop().unwrap();
    assert!(with(&verification, Verdict::Fail).contains(&"alternates.form"), "{}", told(&verification));
    // In public form it is not there.
    let forms = [&first, &made(&listed(&first, "alternates", &[7, 9]))].map(|record| public(&record.files()));
    assert!(with(&check_together(&forms)[1], Verdict::NotChecked).contains(&"alternates.form"));
}
