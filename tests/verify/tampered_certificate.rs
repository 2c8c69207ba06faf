//! Certificates that are wrong in one thing; each is found by the check that it belongs to.

use klero::verify::Verdict;
use serde_json::{Value, json};

use crate::cases;
use crate::certificates::{certificate, checked, sentence};
use crate::recorder::{Plan, Record};
use crate::{check, with};

const AFTER_FORM: [&str; 3] = ["certificate.cuts", "certificate.stages", "certificate.gap"];

/// Asserts which checks fail, and what the first of them says.
fn assert_fails(plan: &Plan, given: &Value, fails: &[&str], says: &str) {
    let verification = checked(plan, given);
    assert_eq!(with(&verification, Verdict::Fail), fails, "{given}: {verification:#?}");
    let first = sentence(&verification, fails[0]);
    assert!(first.contains(says), "{first:?} does not say {says:?}");
    assert_eq!(verification.verdict_line(), "NOT VERIFIED");
}

/// Texts in the certificate of the parity pool that give way to others: all out of form.
#[test]
fn out_of_form() {
    let many = "9".repeat(20_001);
    let cases = [
        (
            r#""format": "klero/certificate/1""#,
            r#""format": "klero/certificate/2""#,
            "only \"klero/certificate/1\" is known",
        ),
        (
            r#""objective": "leximin""#,
            r#""objective": "maximin""#,
            "\"objective\" is \"maximin\", expected \"leximin\"",
        ),
        (r#""types": 5"#, r#""types": 6"#, "\"types\" is 6, but the pool has 5"),
        (r#""types": 5"#, r#""types": 4"#, "names type 5, but types are numbered from 1 to 4"),
        (r#""types": 5"#, r#""types": 5.0"#, "floating point"),
        (r#""types": 5"#, r#""types": 5, "types": 5"#, "duplicate field `types`"),
        (r#""types": 5"#, r#""types": 5, "note": 5"#, "unknown field `note`"),
        (r#""stages": ["#, r#""stages": [["a"], "#, "expected an object"),
        (r#""stages": ["#, r#""x": ["#, "unknown field `x`"),
        (r#"{"multipliers": {}, "types""#, r#"{"types""#, "missing field `multipliers`"),
        (
            r#"{"multipliers": {}, "#,
            r#"{"multipliers": {"size": "0"}, "#,
            "\"size\" has the number 0, which is to be left out",
        ),
        (r#"{"multipliers": {}, "#, r#"{"multipliers": {"size": 1}, "#, "expected a string"),
        (r#"{"multipliers": {}, "#, r#"{"multipliers": {"size": "1", "s\u0069ze": "1"}, "#, "duplicate key `size`"),
        (r#"{"multipliers": {}, "#, r#"{"multipliers": [], "#, "expected an object of texts"),
        (r#""types": [1, 5]"#, r#""types": [5, 1]"#, "the types of stage 2, [5, 1], do not ascend"),
        (r#""types": [1, 5]"#, r#""types": [1, 1, 5]"#, "do not ascend"),
        (r#""types": [1, 5]"#, r#""types": [0, 1, 5]"#, "stage 2 names type 0"),
        (r#""types": [1, 5]"#, r#""types": [1, 5, 6]"#, "stage 2 names type 6, but types are numbered from 1 to 5"),
        (r#""value": "1""#, r#""value": 1"#, "expected a string"),
        (r#""value": "1""#, r#""value": "2/2""#, "\"2/2\" is not a fraction in lowest terms"),
        (r#""value": "1""#, r#""value": "2/4""#, "not a fraction in lowest terms"),
        (r#""value": "1""#, r#""value": "1/1""#, "not a fraction in lowest terms"),
        (r#""value": "1""#, r#""value": "0/2""#, "not a fraction in lowest terms"),
        (r#""value": "1""#, r#""value": "1/0""#, "not a fraction in lowest terms"),
        (r#""value": "1""#, r#""value": "0/0""#, "not a fraction in lowest terms"),
        (r#""value": "1""#, r#""value": "1/-2""#, "not a fraction in lowest terms"),
        (r#""value": "1""#, r#""value": "1/02""#, "\"02\" is not a whole number in its one form"),
        (r#""value": "1""#, r#""value": "1/2/3""#, "\"2/3\" is not a whole number"),
        (r#""value": "1""#, r#""value": "1/""#, "\"\" is not a whole number"),
        (r#""value": "1""#, r#""value": "/2""#, "\"\" is not a whole number"),
        (r#""value": "1""#, r#""value": "1.0""#, "\"1.0\" is not a whole number"),
        (r#""value": "1""#, r#""value": " 1""#, "\" 1\" is not a whole number"),
        (r#""value": "1""#, r#""value": "1_0""#, "\"1_0\" is not a whole number"),
        (r#""value": "1""#, r#""value": "١""#, "is not a whole number"),
        (r#""most": "0""#, r#""most": "-0""#, "\"-0\" is not a whole number in its one form"),
        (r#""most": "0""#, r#""most": "+1""#, "\"+1\" is not a whole number in its one form"),
        (r#""most": "0""#, r#""most": "00""#, "\"00\" is not a whole number in its one form"),
        (r#""most": "0""#, r#""most": "-""#, "\"-\" is not a whole number"),
        (r#""most": "0""#, r#""most": "--1""#, "\"--1\" is not a whole number"),
        (r#""most": "0""#, r#""most": "0x1""#, "\"0x1\" is not a whole number"),
        (r#""most": "0""#, r#""most": 0"#, "expected a string"),
        (r#""most": "0""#, &format!("\"most\": \"{many}\""), "a number has more than 20000 digits"),
        (r#""value": "1""#, &format!("\"value\": \"1/{many}\""), "a number has more than 20000 digits"),
        (r#"{"2": "1"}"#, r#"{"02": "1"}"#, "\"02\" is not the number of a type"),
        (r#"{"2": "1"}"#, r#"{"-2": "1"}"#, "\"-2\" is not the number of a type"),
        (r#"{"2": "1"}"#, r#"{"x": "1"}"#, "\"x\" is not the number of a type"),
        (r#"{"2": "1"}"#, r#"{"0": "1"}"#, "cut 1 names type 0"),
        (r#"{"2": "1"}"#, r#"{"6": "1"}"#, "cut 1 names type 6, but types are numbered from 1 to 5"),
        (r#"{"2": "1"}"#, r#"{"36893488147419103234": "1"}"#, "is not the number of a type"),
        (r#"{"2": "1"}"#, r#"{"2": "0"}"#, "which is to be left out"),
        (r#""type": 1"#, r#""type": 6"#, "the proof of cut 2 names type 6, but types are numbered from 1 to 5"),
        (r#""type": 1"#, r#""type": 0"#, "the proof of cut 2 names type 0"),
        (r#""type": 1"#, r#""type": "1""#, "a whole number below 2^53"),
        (r#""type": 1"#, r#""type": 1, "type": 1"#, "duplicate field `type` in a proof"),
        (r#""at": "0""#, r#""at": 0"#, "expected a string"),
        (r#""at": "0","#, r#""#, "a proof is either a leaf"),
        (r#""at": "0","#, r#""at": "0", "scale": "1","#, "a proof is either a leaf"),
        (r#""at": "0","#, r#""at": "0", "note": "1","#, "unknown field \"note\" in a proof"),
        (r#""scale": "2""#, r#""scale": "-2""#, "the scale of a leaf is negative"),
        (r#", "scale": "2""#, "", "a proof is either a leaf"),
        (r#""proof": {"#, r#""proof": null, "x": {"#, "a leaf, a branch or \"solver\""),
        (
            r#""proof": {"#,
            r#""proof": "Solver", "x": {"#,
            "the proof \"Solver\" is neither a leaf nor a branch nor \"solver\"",
        ),
        (r#""proof": {"#, r#""proof": ["solver"], "x": {"#, "a leaf, a branch or \"solver\""),
    ];
    for (from, to, says) in cases {
        let text = cases::documented();
        assert!(text.contains(from), "{from}");
        let mut record = Record::honest(&cases::parity());
        record.certificate = Some(text.replacen(from, to, 1));
        let verification = check(&record.files());
        assert_eq!(with(&verification, Verdict::Fail), ["certificate.form"], "{from} → {to}");
        assert_eq!(with(&verification, Verdict::NotChecked), AFTER_FORM);
        let first = sentence(&verification, "certificate.form");
        assert!(first.contains(says), "{first:?} does not say {says:?}");
    }
}

/// Proofs as deep as they may be, and deeper; no depth may exhaust the stack.
#[test]
fn deep_proofs() {
    let deep = |depth: usize| {
        let open = r#"{"at":"5","high":"solver","type":1,"low":"#.repeat(depth);
        let proof =
            format!("{open}{}{}", r#"{"multipliers":{"quota 5":"1","quota 1":"-1"},"scale":"1"}"#, "}".repeat(depth));
        let cut = format!(r#""cuts": [{{"most":"5","proof":{proof},"weights":{{"4":"1"}}}},"#);
        let mut record = Record::honest(&cases::two_seats());
        let text = record
            .certificate
            .unwrap()
            .replace(r#""cuts":[]"#, &cut.replace("},", "}]").replace(r#""cuts": "#, "\"cuts\":"));
        record.certificate = Some(text);
        check(&record.files())
    };
    for depth in [101, 127, 128, 1_000, 1_000_000] {
        let verification = deep(depth);
        assert_eq!(with(&verification, Verdict::Fail), ["certificate.form"], "{depth}");
        let says = sentence(&verification, "certificate.form");
        assert!(says.contains("more than 100 branches stand one under the other"), "{says}");
    }
    let lists = "[".repeat(1_000_000);
    let mut record = Record::honest(&cases::parity());
    record.certificate = Some(cases::documented().replace(r#""proof": {"#, &format!(r#""proof": {lists}{{"#)));
    assert_eq!(with(&check(&record.files()), Verdict::Fail), ["certificate.form"]);
}

/// A chain of a hundred branches that are all needed: c_1 is at most 100 where it is at most 100, and nowhere above.
#[test]
fn a_proof_as_deep_as_it_may_be() {
    let mut proof = json!({"multipliers": {"quota 1": "1"}, "scale": "1"});
    for at in 0..100 {
        proof = json!({"at": (at - 50).to_string(), "high": {"multipliers": {"quota 1": "1"}, "scale": "1"}, "low": proof, "type": 1});
    }
    let plan = cases::two_seats();
    let mut given = certificate(&plan);
    given["cuts"] = json!([{"most": "1", "proof": proof, "weights": {"1": "1"}}]);
    assert!(checked(&plan, &given).verified());
    given["cuts"][0]["most"] = "0".into();
    assert_fails(&plan, &given, &["certificate.cuts"], "the proof of cut 1 fails (where c_1 is ");
}

#[test]
fn cuts() {
    let plan = cases::parity();
    let honest = certificate(&plan);
    let cases: [(&str, Value, &str); 7] = [
        ("/cuts/0/proof/multipliers/quota 1", json!("1"), "the proof of cut 1 fails: the rules give at most 2/2"),
        (
            "/cuts/0/proof/multipliers",
            json!({"cut 1": "1"}),
            "the proof of cut 1 fails: there is no rule \"cut 1\" here",
        ),
        ("/cuts/0/proof/multipliers", json!({"cut 2": "1"}), "there is no rule \"cut 2\" here"),
        ("/cuts/1/proof/at", json!("1"), "the proof of cut 2 fails (where c_1 is at most 1)"),
        (
            "/cuts/1/proof/low/multipliers",
            json!({"quota 2": "1", "quota 5": "-1"}),
            "the proof of cut 2 fails (where c_1 is at most 0)",
        ),
        ("/cuts/2/proof/multipliers/cut 1", json!("-1"), "\"cut 1\" has no least value, but a negative multiplier"),
        ("/cuts/2/proof/scale", json!("0"), "the rules give at most 0, which is too much"),
    ];
    for (path, to, says) in cases {
        let mut given = honest.clone();
        *given.pointer_mut(path).unwrap() = to;
        assert_fails(&plan, &given, &["certificate.cuts"], says);
        assert_eq!(sentence(&checked(&plan, &given), "certificate.stages"), "2 stages, all settled if the cuts hold.");
    }
    // Two cuts that prove each other prove nothing.
    let mut given = honest.clone();
    given["cuts"][0]["proof"] = json!({"multipliers": {"quota 1": "1", "quota 5": "-1", "cut 3": "1"}, "scale": "1"});
    assert_fails(&plan, &given, &["certificate.cuts"], "there is no rule \"cut 3\" here");
    // In a branch without compositions, a leaf need not prove anything, but may not break rules either.
    let mut given = honest.clone();
    given["cuts"][1]["proof"]["at"] = "-1".into();
    given["cuts"][1]["proof"]["low"] = json!({"multipliers": {"size": "-5"}, "scale": "7"});
    given["cuts"][1]["proof"]["high"] = honest["cuts"][1]["proof"].clone();
    assert!(checked(&plan, &given).verified());
    given["cuts"][1]["proof"]["low"] = json!({"multipliers": {"sise": "1"}, "scale": "7"});
    assert_unknown(&plan, &given, "sise");
    for rule in ["quota 7", "quota 01", "cut 4", "cut 0", "cut 01", "cut +1", "cut -1", "household 1", ""] {
        given["cuts"][0]["proof"]["multipliers"] = json!({ rule: "1" });
        given["cuts"][1] = honest["cuts"][1].clone();
        assert_unknown(&plan, &given, rule);
    }
    // Bounds of any size are bounds.
    for (at, side, other) in [("9".repeat(300), "low", "high"), (format!("-{}", "9".repeat(300)), "high", "low")] {
        let mut given = honest.clone();
        given["cuts"][1]["proof"] =
            json!({"at": at, side: honest["cuts"][1]["proof"], other: {"multipliers": {}, "scale": "0"}, "type": 4});
        assert!(checked(&plan, &given).verified(), "{at}");
    }
}

/// A cut that is not true. Nothing can prove it but a word.
#[test]
fn an_untrue_cut() {
    let plan = cases::parity();
    let mut given = certificate(&plan);
    given["cuts"][0]["weights"] = json!({"1": "1"});
    given["cuts"][0]["proof"] = "solver".into();
    let verification = checked(&plan, &given);
    assert!(!verification.verified());
    assert!(with(&verification, Verdict::Fail).contains(&"certificate.cuts"), "cut 3 no longer follows");
}

#[test]
fn stages() {
    let plan = cases::singled_out();
    let honest = certificate(&plan);
    let change = |edit: &dyn Fn(&mut Vec<Value>)| {
        let mut given = honest.clone();
        edit(given["stages"].as_array_mut().unwrap());
        given
    };
    let alone: [(Value, &str); 7] = [
        (change(&|stages| stages.swap(1, 2)), "stage 2: "),
        (change(&|stages| stages.swap(0, 1)), "stage 2: the value is below that of the stage before"),
        (
            change(&|stages| stages[1]["types"] = json!([3])),
            "stage 2: the types are [3], but the multipliers settle [3, 4]",
        ),
        (change(&|stages| stages[1]["types"] = json!([3, 4, 5])), "stage 2: the types are [3, 4, 5], but"),
        (
            change(&|stages| stages[2]["types"] = json!([4, 5])),
            "stage 3: the types are [4, 5], but the multipliers settle [5]",
        ),
        (
            change(&|stages| stages.insert(1, stages[1].clone())),
            "stage 3: the multipliers settle no type that is not fixed yet",
        ),
        (
            change(&|stages| stages[2]["multipliers"]["apart 1"] = json!("-1")),
            "stage 3: \"apart 1\" has no least value, but a negative multiplier",
        ),
    ];
    assert_unknown(&plan, &change(&|stages| stages[1]["multipliers"] = json!({"apart 2": "1"})), "apart 2");
    assert_unknown(&plan, &change(&|stages| stages[1]["multipliers"]["household 1"] = json!("1")), "household 1");
    for (given, says) in alone {
        assert_stages_fail(&plan, &given, says);
    }
    let values = [
        ("1/3", "the value is not the one that the multipliers give"),
        ("2/3", "the value is not the one that the multipliers give"),
        ("3/2", "the value is not between 0 and 1"),
        ("-1/2", "the value is not between 0 and 1"),
    ];
    for (value, says) in values {
        assert_stages_fail(&plan, &change(&|stages| stages[1]["value"] = value.into()), says);
    }
    let left = change(&|stages| drop(stages.pop()));
    assert_stages_fail(&plan, &left, "no stage fixes the types [1]");
    let left = change(&|stages| drop(stages.remove(2)));
    assert_stages_fail(&plan, &left, "no stage fixes the types [5]");
    assert_stages_fail(&plan, &change(&|stages| stages.clear()), "no stage fixes the types [1, 2, 3, 4, 5]");
    // A stage without multipliers.
    let empty = change(&|stages| stages[2] = json!({"multipliers": {}, "types": [1, 5], "value": "1"}));
    assert_stages_fail(&plan, &empty, "stage 3: the multipliers settle no type");
    let last = change(&|stages| stages[3]["multipliers"] = json!({}));
    assert!(checked(&plan, &last).verified());
    let mut given = last.clone();
    given["stages"][3]["types"] = json!([1, 5]);
    assert_stages_fail(&plan, &given, "stage 4: the types are [1, 5], but the multipliers settle [1]");
    let mut given = last.clone();
    given["stages"][3]["value"] = "9/10".into();
    assert_stages_fail(&plan, &given, "stage 4: without multipliers, the value must be 1");
    let mut given = last;
    given["stages"].as_array_mut().unwrap().push(json!({"multipliers": {}, "types": [], "value": "1"}));
    assert_stages_fail(&plan, &given, "stage 4: the multipliers settle no type");
    let mut given = honest;
    given["stages"].as_array_mut().unwrap().push(json!({"multipliers": {}, "types": [], "value": "1"}));
    assert_stages_fail(&plan, &given, "stage 5: there is no type left to fix");
}

/// A rule that does not exist may not be named.
fn assert_unknown(plan: &Plan, given: &Value, rule: &str) {
    let verification = checked(plan, given);
    assert_eq!(with(&verification, Verdict::Fail), ["certificate.form"], "{rule}");
    let said = sentence(&verification, "certificate.form");
    assert!(said.contains(&format!("there is no rule \"{rule}\" here")), "{said}");
}

/// The stages fail, and nothing else; the gap is not checked.
fn assert_stages_fail(plan: &Plan, given: &Value, says: &str) {
    let verification = checked(plan, given);
    let fails = with(&verification, Verdict::Fail);
    assert_eq!(fails, ["certificate.stages"], "{given}");
    let stages = sentence(&verification, "certificate.stages");
    assert!(stages.contains(says), "{stages:?} does not say {says:?}");
    let not_checked = with(&verification, Verdict::NotChecked);
    assert_eq!(not_checked, ["certificate.gap"]);
}

/// An organiser favours a friend: all that follows from the lottery is put right, and the certificate still shows it.
#[test]
fn a_lottery_that_is_not_the_fairest() {
    let honest = cases::two_seats();
    let mut plan = honest.clone();
    plan.tickets = 5;
    plan.lottery.as_mut().unwrap()[0].tickets = 2;
    let verification = check(&Record::honest(&plan).files());
    // 2/5 for member 1 in place of 1/4; with 5 tickets, five tickets are everything.
    assert_eq!(with(&verification, Verdict::Fail), [""; 0]);
    let says = "with a gap of 1.50e-1 (1.01e-0 is allowed)";
    let said = sentence(&verification, "certificate.gap");
    assert!(said.contains(says), "{said}");
    let note = |points: &str| {
        format!(
            "VERIFIED (lottery only; nothing was drawn; chances are up to {points} percentage points from the fairest)"
        )
    };
    assert_eq!(verification.verdict_line(), note("15.0"));
    let split = |tickets: [u64; 4]| {
        let mut plan = honest.clone();
        plan.tickets = tickets.iter().sum();
        plan.lottery.as_mut().unwrap().iter_mut().zip(tickets).for_each(|(panel, tickets)| panel.tickets = tickets);
        check(&Record::honest(&plan).files()).verdict_line()
    };
    // 1/7 in place of 1/4: 3/28 is 10.714… percentage points, and is rounded up; 1/1001 off is 0.0999…, or 0.1.
    assert_eq!(split([2, 2, 2, 1]), note("10.8"));
    assert_eq!(split([251, 250, 250, 250]), note("0.1"));
    // What is said begins above 10^-6.
    let million = 1_000_000;
    assert_eq!(split([million, million - 4, million + 4, million]), "VERIFIED (lottery only; nothing was drawn)");
    assert_eq!(split([million, million - 5, million + 5, million]), note("0.1"));

    let mut plan = honest;
    plan.tickets = 1_000_000_000_000;
    plan.lottery.as_mut().unwrap().iter_mut().for_each(|panel| panel.tickets = 250_000_000_000);
    let with_shift = |shift: u64| {
        let mut plan = plan.clone();
        plan.lottery.as_mut().unwrap()[1].tickets -= shift;
        plan.lottery.as_mut().unwrap()[2].tickets += shift;
        check(&Record::honest(&plan).files())
    };
    assert!(sentence(&with_shift(0), "certificate.gap").contains("the gap is 0"));
    assert!(sentence(&with_shift(312), "certificate.gap").contains("with a gap of 3.12e-10 (1.01e-9 is allowed)"));
    // 1e-9 + 5/M is 1005 tickets.
    assert!(with_shift(1005).verified());
    let verification = with_shift(1006);
    assert_eq!(with(&verification, Verdict::Fail), ["certificate.gap"]);
    let says = "the probability of member 3 differs by 1.01e-9 from that of certificate.json, and 1.01e-9 is allowed";
    let said = sentence(&verification, "certificate.gap");
    assert!(said == says || said == says.replace("member 3", "member 2"), "{said}");
}

/// The certificate of another pool, and none at all.
#[test]
fn another_certificate() {
    let mut record = Record::honest(&cases::singled_out());
    record.certificate = cases::parity().certificate;
    let verification = check(&record.files());
    assert!(with(&verification, Verdict::Fail).contains(&"certificate.form"));
    record.certificate = cases::two_seats().certificate;
    assert_eq!(with(&check(&record.files()), Verdict::Fail), ["certificate.form"]);

    record.certificate = None;
    let verification = check(&record.files());
    assert_eq!(with(&verification, Verdict::Fail), ["files.present", "files.hashes"]);
    assert_eq!(with(&verification, Verdict::NotChecked), crate::CERTIFICATE);
    assert!(sentence(&verification, "files.present").contains("certificate.json is missing"));
    assert!(sentence(&verification, "files.hashes").contains("does not name certificate.json"));
}

/// Who claims less needs no certificate, and may not show one.
#[test]
fn a_certificate_that_does_not_belong() {
    let mut record = Record::honest(&cases::two_seats());
    record.objective = "Leximin".to_owned();
    let verification = check(&record.files());
    assert_eq!(with(&verification, Verdict::Fail), ["files.present", "files.hashes"]);
    assert!(sentence(&verification, "files.present").contains("certificate.json is there, but"));
    record.certificate = None;
    assert_eq!(
        check(&record.files()).verdict_line(),
        "VERIFIED (lottery only; nothing was drawn; no certificate; how fair the lottery is was not checked)"
    );
}

/// Types are worked out from households: who has other housemates is another type, although nothing else differs.
#[test]
fn households_that_are_not_alike() {
    let mut plan = cases::housemates();
    // The second household gets a third resident: the two are no longer alike.
    plan.rows.push(vec!["6", "a", "2 MILL lane."]);
    let given = certificate(&plan);
    assert_fails(&plan, &given, &["certificate.form"], "\"types\" is 3, but the pool has 5");
    // And so they are not where one of them is kept apart from somebody.
    let mut plan = cases::housemates();
    plan.rules.apart = vec![vec![3, 5]];
    plan.lottery.as_mut().unwrap().remove(0);
    plan.tickets = 1;
    assert_fails(&plan, &given, &["certificate.form"], "\"types\" is 3, but the pool has 5");
}
