//! Panels that break a rule beside the quotas, with everything that follows from them put right.

use klero::verify::Verdict;

use crate::cases;
use crate::recorder::{Panel, Plan, Record, Rules};
use crate::{assert_outcome, check, with};

/// The same pool and rules without a claim to be the fairest, and with one more panel.
fn slip_in(plan: Plan, members: &[u64]) -> Record {
    let mut panels = plan.lottery.clone().unwrap();
    panels.push(Panel { members: members.to_vec(), tickets: 1 });
    panels.sort_by(|a, b| a.members.cmp(&b.members));
    let (tickets, lottery) = (plan.tickets + 1, Some(panels));
    let seed = Some("a seed");
    Record::honest(&Plan { objective: "legacy", certificate: None, tickets, lottery, seed, ..plan })
}

#[test]
fn panels_that_break_a_rule() {
    let cases: [(Plan, &[u64], &str); 5] = [
        (
            cases::housemates(),
            &[1, 2, 5],
            "panel 1 seats 2 members of one household (member 1 and others), the limit is 1",
        ),
        (
            cases::large_households(),
            &[1, 3, 4, 6, 9],
            "seats 3 members of one household (member 1 and others), the limit is 2",
        ),
        (cases::singled_out(), &[3, 4, 5, 6], "does not seat member 1, who is included in every panel"),
        (cases::singled_out(), &[1, 2, 3, 5], "panel 1 seats member 2, who is excluded"),
        (cases::singled_out(), &[1, 3, 4, 5], "panel 1 seats members [3, 4], of whom one may sit at most"),
    ];
    for (plan, members, says) in cases {
        assert_outcome(&check(&slip_in(plan, members).files()), &["lottery.rules"], &[], says);
    }
}

/// The limit is a limit: what it allows passes.
#[test]
fn panels_that_keep_to_the_rules() {
    for (plan, members) in [
        (cases::housemates(), &[1, 4, 5][..]),
        (cases::large_households(), &[1, 4, 5, 8, 9]),
        (cases::singled_out(), &[1, 4, 5, 6]),
    ] {
        let mut plan = plan;
        plan.lottery.as_mut().unwrap().retain(|panel| panel.members != members);
        plan.tickets = plan.lottery.as_ref().unwrap().len() as u64;
        let verification = check(&slip_in(plan, members).files());
        assert!(verification.verified(), "{verification:#?}");
    }
}

#[test]
fn a_panel_that_breaks_a_combination() {
    let record = slip_in(cases::combination(), &[1, 2, 4]);
    let says = "panel 1 has 2 members with \"g\" \"a\" and \"h\" \"p\", the quota is 0 to 1";
    assert_outcome(&check(&record.files()), &["lottery.quotas"], &[], says);
}

type Change = fn(&mut Rules);

/// Rules in `setup.json` that are loosened, tightened or bent after the lottery was made.
#[test]
fn rules_out_of_form() {
    let tampered = |change: Change| {
        let plan = cases::singled_out();
        let mut record = Record::honest(&Plan { objective: "legacy", certificate: None, seed: Some("a seed"), ..plan });
        change(&mut record.rules);
        check(&record.files())
    };
    let form: [(Change, &str); 10] = [
        (|rules| rules.include = vec![5, 1], "in \"include\", the numbers [5, 1] do not ascend"),
        (|rules| rules.exclude = vec![2, 2], "in \"exclude\", the numbers [2, 2] do not ascend"),
        (|rules| rules.apart = vec![vec![4, 3]], "in \"apart\", the numbers [4, 3] do not ascend"),
        (|rules| rules.apart = vec![vec![3, 4], vec![3, 4]], "the groups in \"apart\" do not ascend"),
        (|rules| rules.apart = vec![vec![3]], "the group [3] in \"apart\" has fewer than two members"),
        (|rules| rules.exclude = vec![0], "\"exclude\" names member 0, but members are numbered from 1 to 6"),
        (|rules| rules.include = vec![1, 7], "\"include\" names member 7, but members are numbered from 1 to 6"),
        (|rules| rules.exclude = vec![1, 2], "member 1 is both included and excluded"),
        (|rules| rules.household_limit = 0, "\"household_limit\" is 0, expected at least 1"),
        (|rules| rules.household_columns = vec!["g", "g"], "\"household_columns\" names \"g\" twice"),
    ];
    for (change, says) in form {
        let verification = tampered(change);
        assert_eq!(with(&verification, Verdict::Fail)[0], "setup.form", "{verification:#?}");
        assert!(verification.checks[2].sentence.contains(says), "{}", verification.checks[2].sentence);
    }
    let broken: [(Change, &str); 3] = [
        (|rules| rules.include = vec![1, 4], "panel 1 does not seat member 4"),
        (|rules| rules.exclude = vec![2, 5], "panel 1 seats member 5, who is excluded"),
        (|rules| rules.apart = vec![vec![3, 5]], "panel 1 seats members [3, 5]"),
    ];
    for (change, says) in broken {
        assert_outcome(&tampered(change), &["lottery.rules"], &[], says);
    }
    let unknown: [(Change, &str); 2] = [
        (
            |rules| rules.household_columns = vec!["street"],
            "the household column \"street\", which the pool does not have",
        ),
        (|rules| rules.household_columns = vec!["G"], "the household column \"G\", which the pool does not have"),
    ];
    for (change, says) in unknown {
        let verification = tampered(change);
        assert_eq!(with(&verification, Verdict::Fail)[0], "pool.form", "{verification:#?}");
        assert!(verification.checks[3].sentence.contains(says), "{}", verification.checks[3].sentence);
    }
}

#[test]
fn rules_that_are_no_rules() {
    let cases = [
        ("\"rules\": {", "\"rules\": [], \"x\": {", "expected an object"),
        ("\"rules\": {", "\"Rules\": {", "unknown field `Rules`"),
        ("\"apart\":[]", "\"apart\":[1]", "expected a sequence"),
        ("\"apart\":[]", "\"apart\":[[\"1\"]]", "a whole number below 2^53"),
        ("\"apart\":[],", "", "missing field `apart`"),
        ("\"apart\":[],", "\"apart\":[],\"apart\":[],", "duplicate field `apart`"),
        ("\"apart\":[],", "\"apart\":[],\"alone\":[],", "unknown field `alone`"),
        ("\"include\":[]", "\"include\":[1.0]", "floating point"),
        ("\"include\":[]", "\"include\":null", "a list of whole numbers"),
        ("\"household_limit\":1", "\"household_limit\":-1", "integer `-1`"),
        ("\"household_limit\":1", "\"household_limit\":null", "a whole number below 2^53"),
        ("\"household_columns\":[]", "\"household_columns\":[null]", "expected a string"),
    ];
    for (from, to, says) in cases {
        let mut files = Record::honest(&Plan::usual()).files();
        let text = String::from_utf8(files["setup.json"].clone()).unwrap();
        assert!(text.contains(from), "{from}");
        files.insert("setup.json".to_owned(), text.replacen(from, to, 1).into_bytes());
        let verification = check(&files);
        assert_eq!(with(&verification, Verdict::Fail), ["setup.form"]);
        assert!(verification.checks[2].sentence.contains(says), "{} / {says}", verification.checks[2].sentence);
    }
}
