//! Records that stand beside one another: a rehearsal after a draw, one draw in two forms, replacements on two panels of the same draw.

use klero::verify::{Verdict, Verification};

use crate::chains::{after, drawn, first, made, replacing, replacing_on, result, two_panels_of};
use crate::committer::{Commitment, public};
use crate::recorder::{Bytes, Plan, Record};
use crate::{assert_outcome, check_together, told, with};

fn all_verified(records: &[Bytes]) {
    for verification in check_together(records) {
        assert!(verification.verified(), "{}", told(&verification));
    }
}

fn sentence<'a>(verification: &'a Verification, id: &str) -> &'a str {
    &verification.checks.iter().find(|check| check.id == id).unwrap().sentence
}

/// The pool of a rehearsal is that of the draw but for its first column.
#[test]
fn the_pool_of_a_rehearsal_after_a_draw() {
    let first = first();
    let plan = replacing(&first, &drawn(&first)[..1]).rehearsed();
    let rehearsal = made(&plan);
    all_verified(&[first.files(), rehearsal.files()]);
    all_verified(&[public(&first.files()), public(&rehearsal.files())]);
    // Blank rows of either are left out: those of the draw's pool, and those that are blank but for the mark.
    let with_row = |record: &Record, name: &str, row: &str| {
        let mut files = record.files();
        files.get_mut(name).unwrap().extend_from_slice(row.as_bytes());
        files
    };
    let pool = "REHEARSAL-pool.csv";
    for (one, other) in [
        (with_row(&first, "pool.csv", " ,,\u{a0},\n\n"), rehearsal.files()),
        (first.files(), with_row(&rehearsal, pool, "REHEARSAL,,, ,\n")),
    ] {
        let verification = check_together(&[one, other]).pop().unwrap();
        assert!(!with(&verification, Verdict::Fail).contains(&"chain.pool"), "{}", told(&verification));
        assert!(sentence(&verification, "chain.pool").contains("but for the column REHEARSAL"));
    }
    // Planted: another name, another order, a row too many, a column less.
    let mut name = plan.clone();
    name.rows[0][1] = "Zoe";
    let mut order = plan.clone();
    order.rows.swap(0, 1);
    for plan in [name, order] {
        let verification = check_together(&[first.files(), made(&plan).files()]).pop().unwrap();
        let says = "pool.csv is not the same as in the record \"record 1\", not even without the column REHEARSAL";
        assert_outcome(&verification, &["chain.pool"], &[], says);
    }
    let more = with_row(&rehearsal, pool, "REHEARSAL,Nia,zz,female,old\n");
    let verification = check_together(&[first.files(), more]).pop().unwrap();
    assert!(with(&verification, Verdict::Fail).contains(&"chain.pool"), "{}", told(&verification));
    // Without its mark it is no pool of a rehearsal, even though the bytes are those of the draw.
    let mut unmarked = rehearsal.files();
    unmarked.insert(pool.to_owned(), first.files()["pool.csv"].clone());
    let mut half = rehearsal.files();
    let text = String::from_utf8(half[pool].clone()).unwrap().replacen("\nREHEARSAL,", "\nRehearsal,", 1);
    half.insert(pool.to_owned(), text.into_bytes());
    for files in [unmarked, half] {
        let verification = check_together(&[first.files(), files]).pop().unwrap();
        assert!(with(&verification, Verdict::Fail).contains(&"pool.form"), "{}", told(&verification));
        assert!(with(&verification, Verdict::NotChecked).contains(&"chain.pool"), "{}", told(&verification));
    }
    // A draw that follows a rehearsal has the same pool, too, whatever else is wrong with that.
    let first = made(&Plan::usual().rehearsed());
    let mut plan = replacing(&first, &drawn(&first)[..1]);
    plan.rehearsal = false;
    plan.header.remove(0);
    plan.rows.iter_mut().for_each(|row| *row = row.split_off(1));
    let verification = check_together(&[first.files(), made(&plan).files()]).pop().unwrap();
    assert_outcome(&verification, &["chain.before"], &[], "\"record 1\" is a rehearsal, and this record is not");
}

/// One draw is not its own rival, in whatever form it is given; another one is, even of the same lottery.
#[test]
fn one_draw_given_twice() {
    let first = first();
    let second = made(&replacing(&first, &drawn(&first)[..1]));
    let files = second.files();
    all_verified(&[first.files(), files.clone(), public(&files)]);
    all_verified(&[files.clone(), first.files(), files.clone()]);
    // Planted: the same lottery drawn again.
    let mut again = second.clone();
    again.commit_and_draw("phrase", "another phrase");
    // And what was not drawn has no result.json that could be the same.
    let mut undrawn = second.clone();
    undrawn.without_draw();
    undrawn.commitment = Commitment::to("phrase");
    let undrawn = undrawn.files();
    assert!(!undrawn.contains_key("result.json"));
    for (one, other) in [(&files, again.files()), (&files, undrawn.clone()), (&undrawn, undrawn.clone())] {
        let verifications = check_together(&[first.files(), one.clone(), other]);
        for (verification, rival) in verifications[1..].iter().zip(["record 3", "record 2"]) {
            let says = format!("\"{rival}\" puts another panel in the place of the same one");
            assert_outcome(verification, &["chain.before"], &[], &says);
        }
    }
}

/// Replacements on both panels of one draw, of which the second is drawn until the two share somebody, or nobody.
fn on_both(share: bool) -> [Record; 3] {
    let first = made(&Plan::two_panels());
    let one = made(&replacing_on(&first, 1));
    // On the second panel, either of the two drops out: a woman and a man.
    let plan = replacing_on(&first, 2);
    let mut other = plan.clone();
    let [_, sits] = two_panels_of(&first);
    other.rules.include = sits[..1].to_vec();
    other.rules.exclude.retain(|member| *member != sits[0]);
    other.rules.exclude.push(sits[1]);
    other.rules.exclude.sort_unstable();
    for plan in [plan, other] {
        let mut two = Record::honest(&Plan { seed: None, ..plan });
        for phrase in 0..100 {
            two.commit_and_draw("phrase", &format!("phrase {phrase}"));
            if drawn(&one).iter().any(|member| drawn(&two).contains(member)) == share {
                return [first, one, two];
            }
        }
    }
    panic!("no phrase draws that");
}

#[test]
fn somebody_on_two_panels() {
    let files = |records: &[Record; 3]| -> Vec<Bytes> { records.iter().map(Record::files).collect() };
    let good = on_both(false);
    all_verified(&files(&good));
    let cheat = on_both(true);
    let shared = drawn(&cheat[1]).into_iter().find(|member| drawn(&cheat[2]).contains(member)).unwrap();
    let all = files(&cheat);
    let forms: Vec<Bytes> = all.iter().map(public).collect();
    for given in [&all, &forms] {
        let verifications = check_together(given);
        assert!(verifications[0].verified());
        for (verification, (own, name, panel)) in verifications[1..].iter().zip([(1, 3, 2), (2, 2, 1)]) {
            let not = with(&check_together(&given[..2])[1], Verdict::NotChecked);
            let says =
                format!("members [{shared}] sit on panel {own} and, by the record \"record {name}\", on panel {panel}");
            assert_outcome(verification, &["chain.seats"], &not, &says);
        }
    }
    // Each of them alone is good, and so are both before the second is drawn.
    all_verified(&all[..2]);
    let [first, one, mut two] = cheat;
    two.without_draw();
    all_verified(&[first.files(), one.files(), two.files()]);
    // What was drawn there cannot be read.
    let mut broken = all.clone();
    broken[2].insert("result.json".to_owned(), b"{}\n".to_vec());
    let verifications = check_together(&broken);
    for verification in &verifications[1..] {
        assert!(with(verification, Verdict::NotChecked).contains(&"chain.seats"), "{}", told(verification));
    }
    assert!(sentence(&verifications[1], "chain.seats").contains("of \"record 3\" cannot be used"));
}

/// One draw is passed off as that of both panels: without a commitment, its `result.json` does not say which.
#[test]
fn one_result_for_two_panels() {
    let first = Record::honest(&Plan::two_panels());
    let on = |panel: usize| {
        let mut plan = replacing_on(&first, panel);
        plan.rules.include.clear();
        plan.rules.exclude = drawn(&first);
        Record::honest(&plan)
    };
    let [one, two] = [on(1), on(2)];
    assert_eq!(result(&one), result(&two));
    all_verified(&[first.files(), one.files()]);
    all_verified(&[first.files(), one.files(), one.files()]);
    let verifications = check_together(&[first.files(), one.files(), two.files()]);
    for verification in &verifications[1..] {
        assert_outcome(verification, &["chain.seats"], &[], " sit on panel ");
    }
}

/// A draw without commitment that names itself is not found among the others, however often it is given; and where nobody is included,
/// nobody need be known who sat.
#[test]
fn itself_and_nobody() {
    let mut plan = Plan { before: Some(after(&Record::honest(&Plan::usual()), "rotate")), ..Plan::usual() };
    plan.before = Some(after(&Record::honest(&plan), "rotate"));
    let own = Record::honest(&plan).files();
    for verification in check_together(&[own.clone(), own.clone(), own]) {
        let not = ["chain.before", "chain.seats", "chain.included"];
        assert_eq!(with(&verification, Verdict::NotChecked), not, "{}", told(&verification));
    }
    let first = first();
    let mut plan = replacing(&first, &drawn(&first));
    plan.before = Some(after(&first, "replace/1"));
    let verification = check_together(&[first.files(), made(&plan).files()]).pop().unwrap();
    assert_outcome(&verification, &["chain.before"], &["chain.seats", "chain.rules"], "there is no panel 1");
    assert_eq!(sentence(&verification, "chain.included"), "Nobody is included.");
}
