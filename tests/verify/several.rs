//! Several panels drawn together: good records, and some that were tampered with.

use klero::verify::Verdict;

use crate::committer::public;
use crate::recorder::{Panel, Plan, Record, reseal};
use crate::{assert_outcome, cases, check, told, with};

/// What is not checked where `split.json` cannot be used.
const NO_SPLIT: [&str; 2] = ["lottery.parts", "draw.panels"];

fn honest() -> Record {
    Record::honest(&Plan::two_panels())
}

/// The same drawn by digits: there is no key, so that the ticket stays the same whatever becomes of the files.
fn by_digits(plan: Plan) -> Record {
    let mut record = Record::honest(&Plan { seed: None, tickets: 100, ..plan });
    record.commit_and_draw("digits 2", "07");
    record
}

#[test]
fn good_records() {
    let mut committed = Record::honest(&Plan { seed: None, ..Plan::two_panels() });
    committed.commit_and_draw("phrase", "a phrase");
    let mut three = Plan { size: 6, panels: 3, ..Plan::two_panels() };
    three.quotas = vec![("gender", "female", 1, 1), ("gender", "male", 1, 1)];
    let numbered = three.numbered();
    let woman = |member: &u64| {
        let row = &three.rows[numbered[*member as usize - 1].row];
        row[2].trim().eq_ignore_ascii_case("female")
    };
    let (women, men): (Vec<u64>, Vec<u64>) = (1..=10).partition(woman);
    let panel = |skip: usize| {
        let mut members: Vec<u64> = [&women[skip..skip + 3], &men[skip..skip + 3]].concat();
        members.sort_unstable();
        Panel { members, tickets: 500_000_000_000 }
    };
    let mut panels = vec![panel(0), panel(1)];
    panels.sort_by(|one, other| one.members.cmp(&other.members));
    three.lottery = Some(panels);
    for (name, record) in [("two", honest()), ("two, committed", committed.clone()), ("three", Record::honest(&three))]
    {
        assert!(record.panels.len() > 1 && record.split.len() == record.panels.len(), "{name}");
        let verification = check(&record.files());
        assert!(verification.verified(), "{name}\n{}", told(&verification));
        let ids: Vec<&str> = verification.checks.iter().map(|check| check.id).collect();
        assert_eq!(
            ids[6..11],
            ["lottery.quotas", "lottery.rules", "lottery.split", "lottery.parts", "lottery.tickets"]
        );
        assert_eq!(ids.last(), Some(&"draw.panels"), "{name}");
        assert_eq!(with(&verification, Verdict::Pass), ids);
    }
    let verification = check(&public(&committed.files()));
    assert!(verification.verified(), "{}", told(&verification));
    assert_eq!(verification.verdict_line(), "VERIFIED (public form; 11 checks need the full record)");
    let given_up = with(&verification, Verdict::NotChecked);
    assert!(NO_SPLIT.iter().all(|id| given_up.contains(id)) && !given_up.contains(&"lottery.split"));
}

/// Without the factor two on each quota the stages would not hold.
#[test]
fn a_certificate_for_two_panels() {
    let record = Record::honest(&cases::two_panels());
    let verification = check(&record.files());
    assert!(verification.verified(), "{}", told(&verification));
    assert_eq!(verification.verdict_line(), "VERIFIED (lottery only; nothing was drawn)");
    // Once more with the stages of one panel alone, which are not those of two.
    let mut wrong = record;
    wrong.certificate = cases::two_seats().certificate;
    let verification = check(&wrong.files());
    assert_outcome(&verification, &["certificate.stages"], &["certificate.gap"], "stage 1");
}

/// The first panel of the lottery that is not drawn, and the places of its members on each of the two panels.
fn other(record: &Record) -> (usize, [Vec<usize>; 2]) {
    let number = record.draw.as_ref().unwrap().number;
    let at = usize::from(number == 1);
    let on = |part: u64| (0..4).filter(|place| record.split[at][*place] == part).collect();
    (at, [on(1), on(2)])
}

fn assert_cheat(cheat: impl Fn(&mut Record), fails: &[&str], not_checked: &[&str], says: &str) {
    let mut record = by_digits(Plan::two_panels());
    cheat(&mut record);
    assert_outcome(&check(&record.files()), fails, not_checked, says);
}

#[test]
fn splits_that_are_none() {
    type Cheat = fn(&mut Record);
    let cases: [(Cheat, &str); 8] = [
        (
            |record| {
                let (at, on) = other(record);
                record.split[at][on[0][0]] = 2
            },
            "part 1 has 1 members, expected 2",
        ),
        (
            |record| {
                let (at, _) = other(record);
                record.split[at] = vec![2; 4]
            },
            "part 1 has 0 members, expected 2",
        ),
        (
            |record| {
                let (at, _) = other(record);
                record.split[at].pop();
            },
            "has 3 numbers, expected 4",
        ),
        (
            |record| {
                let (at, _) = other(record);
                record.split[at].push(1);
            },
            "has 5 numbers, expected 4",
        ),
        (
            |record| {
                let (at, on) = other(record);
                record.split[at][on[0][0]] = 3
            },
            "names panel 3, but panels are numbered from 1 to 2",
        ),
        (
            |record| {
                let (at, on) = other(record);
                record.split[at][on[0][0]] = 0
            },
            "names panel 0, but",
        ),
        (
            |record| {
                record.split.pop();
            },
            "split.json has",
        ),
        (|record| record.split.push(vec![1, 1, 2, 2]), "split.json has"),
    ];
    for (cheat, says) in cases {
        assert_cheat(cheat, &["lottery.split"], &NO_SPLIT, says);
    }
}

/// On each of two panels there must be a woman; all four together have two in any case.
#[test]
fn a_split_that_breaks_a_quota_on_one_panel() {
    let cheat = |record: &mut Record| {
        let (at, on) = other(record);
        let numbered = record.numbered.clone();
        let woman = |place: &&usize| {
            let member = record.panels[at].members[**place] as usize - 1;
            record.plan.rows[numbered[member].row][2].trim().eq_ignore_ascii_case("female")
        };
        let (woman, man) = (*on[0].iter().find(woman).unwrap(), *on[1].iter().find(|place| !woman(place)).unwrap());
        record.split[at].swap(woman, man);
    };
    assert_cheat(
        cheat,
        &["lottery.parts"],
        &[],
        "part 1 has 0 members with \"gender\" \"female\", the quota is 1 to 1",
    );
}

/// Two men in each panel are asked for, where each has one: all four together have too few, and each of the two as well.
#[test]
fn four_who_do_not_meet_the_quotas_together() {
    let mut record = honest();
    record.quotas = record.quotas.replace("female,1,1", "female,0,1").replace(",male,1,1", ",male,2,2");
    record.draw_again();
    let says = "panel 1 has 2 members with \"gender\" \"male\", the quota is 4 to 4";
    assert_outcome(&check(&record.files()), &["lottery.quotas", "lottery.parts"], &[], says);
}

/// The quotas hold for all together, but not for each: nothing but `lottery.parts` sees that.
#[test]
fn a_combination_on_one_panel() {
    let mut plan = Plan::two_panels();
    plan.quotas =
        vec![("gender", "female", 0, 2), ("gender", "male", 0, 2), ("age", "old", 0, 2), ("age", "young", 0, 2)];
    let mut record = by_digits(plan);
    // The combination comes after the splits were found.
    record.quotas += "combination,gender=male & age=old,0,1\n";
    record.plan.quotas.push(("combination", "gender=male & age=old", 0, 1));
    let numbered = record.numbered.clone();
    record.panels.retain(|panel| record.plan.feasible(&panel.members, &numbered));
    let given: u64 = record.panels.iter().map(|panel| panel.tickets).sum();
    record.panels[0].tickets += record.tickets - given;
    record.split = record.panels.iter().map(|panel| record.plan.split(&panel.members, &numbered).unwrap()).collect();
    record.give_chances();
    record.commit_and_draw("digits 2", "07");
    assert!(check(&record.files()).verified(), "{}", told(&check(&record.files())));
    let old_man = |member: u64| record.plan.rows[numbered[member as usize - 1].row][2..] == ["male", "old"];
    let drawn = record.draw.as_ref().unwrap().number - 1;
    let found = record.panels.iter().enumerate().find_map(|(at, panel)| {
        let men: Vec<usize> = (0..4).filter(|place| old_man(panel.members[*place])).collect();
        (men.len() == 2 && at != drawn).then_some((at, men))
    });
    let (at, men) = found.expect("a panel with two old men");
    record.split[at] = (0..4).map(|place| if men.contains(&place) { 1 } else { 2 }).collect();
    let says = "part 1 has 2 members with \"gender\" \"male\" and \"age\" \"old\", the quota is 0 to 1";
    let verification = check(&record.files());
    assert!(with(&verification, Verdict::Fail) == ["lottery.parts"], "{}", told(&verification));
    assert!(verification.checks.iter().any(|check| check.sentence.contains(says)), "{}", told(&verification));
}

#[test]
fn rows_by_panel() {
    type Edit = fn(&mut Vec<Vec<String>>);
    let cases: [(Edit, &str); 6] = [
        (|rows| rows.swap(1, 2), "the order is not the right one"),
        (|rows| rows[1][0] = "2".to_owned(), "\"panel\" is \"2\", expected \"1\""),
        (|rows| rows[0][0] = "Panel".to_owned(), "the header is"),
        (
            |rows| {
                rows.pop();
            },
            "is missing",
        ),
        (
            |rows| {
                let twice = rows[1].clone();
                rows.push(twice)
            },
            "stands here once more",
        ),
        (|rows| rows.iter_mut().for_each(|row| drop(row.remove(0))), "the header is"),
    ];
    for (edit, says) in cases {
        assert_cheat(|record| edit(&mut record.by_panel), &["draw.panels"], &[], says);
    }
    // Somebody else in the place of a member.
    let guest = |record: &mut Record| {
        let row = record.remaining[1].clone();
        record.by_panel[4] = std::iter::once("2".to_owned()).chain(row).collect();
    };
    assert_cheat(guest, &["draw.panels"], &[], "does not belong in this file");
}

#[test]
fn the_number_of_panels() {
    let drawn = |from: &str, to: &str| {
        let mut files = honest().files();
        let text = String::from_utf8(files["setup.json"].clone()).unwrap();
        assert!(text.contains(from));
        files.insert("setup.json".to_owned(), text.replace(from, to).into_bytes());
        check(&files)
    };
    for (to, says) in [
        ("\"panels\": 1", "expected at least 2 or nothing at all"),
        ("\"panels\": 0", "expected at least 2 or nothing at all"),
        ("\"panels\": 3", "4 members cannot be shared out evenly among 3 panels"),
        ("\"panels\": null", "expected a whole number"),
        ("\"panels\": 2, \"panels\": 2", "duplicate field"),
        ("\"panels\": 9007199254740991", "cannot be shared out evenly"),
    ] {
        let verification = drawn("\"panels\": 2", to);
        // Nothing says any more that there are several, so that their files do not belong, and the key is not bound to them.
        assert_eq!(with(&verification, Verdict::Fail), ["files.present", "setup.form", "draw.key"], "{to}");
        assert!(verification.checks[2].sentence.contains(says), "{}", told(&verification));
    }
    // The key is taken away, and the four are passed off as one panel.
    let verification = drawn("\"panels\": 2,\n  ", "");
    let fails = with(&verification, Verdict::Fail);
    assert_eq!(fails[..2], ["files.present", "files.hashes"], "{}", told(&verification));
    assert!(verification.checks[0].sentence.contains("split.json is there, but this is no record of several panels"));
}

/// What the commitment says of the number of panels, in full and in public form.
#[test]
fn the_number_of_panels_committed_to() {
    let mut record = Record::honest(&Plan { seed: None, ..Plan::two_panels() });
    record.commit_and_draw("phrase", "a phrase");
    record.without_draw();
    let files = record.files();
    assert!(check(&files).verified() && check(&public(&files)).verified());
    let with_line = |line: &str| {
        let mut files = files.clone();
        let text = String::from_utf8(files["commit.txt"].clone()).unwrap().replace("panels 2\n", line);
        files.insert("commit.txt".to_owned(), text.into_bytes());
        files
    };
    let four = with_line("panels 4\n");
    assert_outcome(&check(&four), &["commit.form"], &[], "\"panels\" is 4 in commit.txt and 2 in setup.json");
    let not = &with(&check(&public(&files)), Verdict::NotChecked)[..];
    assert_outcome(&check(&public(&four)), &["lottery.split"], not, "part 1 has 2 members, expected 1");
    for line in ["panels 1\n", "panels 02\n", "panels 3\n", "panels 2\npanels 2\n", ""] {
        let verification = check(&with_line(line));
        assert!(with(&verification, Verdict::Fail).contains(&"commit.form"), "{line}{}", told(&verification));
    }
}

#[test]
fn missing_files() {
    for (name, not_checked) in [
        ("split.json", &["files.hashes", "lottery.split", "lottery.parts", "draw.key", "draw.panels"][..]),
        ("panels.csv", &["draw.panels"]),
    ] {
        let mut files = honest().files();
        files.remove(name);
        assert_outcome(&check(&files), &["files.present"], not_checked, &format!("{name} is missing"));
    }
}

/// Without a commitment, the key is bound to who sits on which panel: a split that is exchanged afterwards, or a key that leaves it out, is
/// seen, in the draw and in a rehearsal.
#[test]
fn a_key_that_is_not_bound_to_the_split() {
    for plan in [Plan::two_panels(), Plan::two_panels().rehearsed()] {
        let says = "but the seed text, the lottery, the probabilities, the quotas and the split give";
        // The parts of a panel that was not drawn change their numbers: each still meets every quota.
        let mut exchanged = Record::honest(&plan);
        let (at, _) = other(&exchanged);
        exchanged.split[at].iter_mut().for_each(|part| *part = 3 - *part);
        assert_outcome(&check(&exchanged.files()), &["draw.key"], &[], says);
        let mut unbound = Record::honest(&plan);
        unbound.together = None;
        unbound.turn_key();
        unbound.together = Some(2);
        unbound.take_ticket();
        unbound.seat_panel();
        unbound.part_rows();
        assert_outcome(&check(&unbound.files()), &["draw.key"], &[], says);
        // And a key for one panel alone is not bound to a split that is not there.
        let usual = if plan.rehearsal { Plan::usual().rehearsed() } else { Plan::usual() };
        let mut bound = Record::honest(&usual);
        bound.together = Some(2);
        bound.turn_key();
        bound.together = None;
        bound.take_ticket();
        bound.seat_panel();
        bound.part_rows();
        let says = "but the seed text, the lottery, the probabilities and the quotas give";
        assert_outcome(&check(&bound.files()), &["draw.key"], &[], says);
    }
}

/// Each byte of `split.json` exchanged for others, and the file cut short after each, hash put right: what passes says the same.
#[test]
fn no_changed_split_passes() {
    let files = Record::honest(&Plan { seed: None, tickets: 5, ..Plan::two_panels() }).files();
    let honest = &files["split.json"];
    let value = |bytes: &[u8]| serde_json::from_slice::<serde_json::Value>(bytes).unwrap();
    let mut passed = 0;
    for at in 0..honest.len() {
        for other in [&b"0"[..], b"1", b"2", b"3", b",", b" ", b"\"", b"]", b"\n", b"\xff", b"cut"] {
            let rest = if other == b"cut" { &[][..] } else { &honest[at + 1..] };
            let middle = if other == b"cut" { &[][..] } else { other };
            let changed = [&honest[..at], middle, rest].concat();
            if changed == *honest {
                continue;
            }
            let mut files = files.clone();
            files.insert("split.json".to_owned(), changed.clone());
            reseal(&mut files);
            if check(&files).verified() {
                passed += 1;
                assert_eq!(value(&changed), value(honest), "byte {at} became {other:?}");
            }
        }
    }
    assert!(passed > 0, "the last line end may become a space");
}
