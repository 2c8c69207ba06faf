//! Good certificates, which must pass; and every number of theirs nudged: what passes all the same must be true all the same.

use klero::verify::{Verdict, Verification};
use serde_json::Value;

use crate::cases::{self, proven, taken_on_trust};
use crate::recorder::{Plan, Record};
use crate::{CERTIFICATE, check, with};

fn told(verification: &Verification) -> String {
    verification.checks.iter().map(|c| format!("{:11} {:21} {}\n", c.verdict, c.id, c.sentence)).collect()
}

pub fn sentence<'a>(verification: &'a Verification, id: &str) -> &'a str {
    &verification.checks.iter().find(|check| check.id == id).unwrap().sentence
}

/// A record with this certificate in place of its own.
pub fn checked(plan: &Plan, certificate: &Value) -> Verification {
    let mut record = Record::honest(plan);
    record.certificate = Some(certificate.to_string());
    check(&record.files())
}

pub fn certificate(plan: &Plan) -> Value {
    serde_json::from_str(plan.certificate.as_ref().unwrap()).unwrap()
}

const DRAWN: &str = "VERIFIED (no commitment; the seed may have been chosen to suit)";

#[test]
fn good_certificates() {
    for (name, plan) in proven() {
        let verification = check(&Record::honest(&plan).files());
        assert!(verification.verified(), "{name}\n{}", told(&verification));
        assert_eq!(verification.verdict_line(), "VERIFIED (lottery only; nothing was drawn)");
        let ids: Vec<&str> = verification.checks.iter().map(|check| check.id).collect();
        assert_eq!(ids[9..13], CERTIFICATE);
        assert_eq!(ids.len(), 15);
        assert!(sentence(&verification, "certificate.gap").contains("the gap is 0"), "{name}");
        let drawn = Plan { seed: Some("a seed"), ..plan };
        assert_eq!(check(&Record::honest(&drawn).files()).verdict_line(), DRAWN, "{name}");
    }
    let verification = check(&Record::honest(&cases::parity()).files());
    assert_eq!(sentence(&verification, "certificate.cuts"), "3 cuts are proven by arithmetic.");
    assert_eq!(sentence(&verification, "certificate.stages"), "2 stages, all settled by arithmetic alone.");
}

/// The panels of these lotteries are all there are, or as good as: no panel is claimed that the rules forbid.
#[test]
fn the_lotteries_are_made_of_feasible_panels() {
    for (name, plan) in proven() {
        let feasible = plan.feasible_panels();
        assert!(plan.panels().iter().all(|panel| feasible.contains(&panel.members)), "{name}");
    }
}

#[test]
fn a_cut_on_the_word_of_the_solver() {
    let verification = check(&Record::honest(&taken_on_trust()).files());
    assert_eq!(with(&verification, Verdict::Fail), [""; 0], "{}", told(&verification));
    assert_eq!(with(&verification, Verdict::NotChecked), ["certificate.cuts"]);
    assert!(!verification.verified());
    assert_eq!(
        verification.verdict_line(),
        "VERIFIED (lottery only; nothing was drawn), EXCEPT THAT THE FAIRNESS OF 1 STAGE RESTS ON A SOLVER'S WORD"
    );
    assert_eq!(
        sentence(&verification, "certificate.cuts"),
        "the solver's word alone stands for cut 2; stage 1 rests on it"
    );
    assert_eq!(
        sentence(&verification, "certificate.stages"),
        "2 stages; stage 1 rests on the word of the solver (cut 2)."
    );
    // With something wrong elsewhere, nothing is verified at all.
    let mut record = Record::honest(&taken_on_trust());
    record.chances[1][2] = "0.999999999999".to_owned();
    assert_eq!(check(&record.files()).verdict_line(), "NOT VERIFIED");
}

/// A stage may use the word by way of a cut that is proven from it, or from one branch of a proof.
#[test]
fn the_word_of_the_solver_at_second_hand() {
    let plan = cases::parity();
    let mut given = certificate(&plan);
    given["cuts"][0]["proof"] = "solver".into();
    given["stages"][1]["multipliers"] = serde_json::json!({"size": "1", "cut 3": "1"});
    let verification = checked(&plan, &given);
    assert_eq!(with(&verification, Verdict::NotChecked), ["certificate.cuts"], "{}", told(&verification));
    assert_eq!(
        sentence(&verification, "certificate.stages"),
        "2 stages; stages [1, 2] rest on the word of the solver (cuts [1, 3])."
    );
    assert!(verification.verdict_line().ends_with("OF 2 STAGES RESTS ON A SOLVER'S WORD"));

    let mut given = certificate(&plan);
    given["cuts"][1]["proof"]["low"] = "solver".into();
    assert_eq!(with(&checked(&plan, &given), Verdict::NotChecked), ["certificate.cuts"]);
}

/// A word that nobody needs.
#[test]
fn a_cut_that_no_stage_uses() {
    let plan = cases::two_seats();
    let mut given = certificate(&plan);
    given["cuts"] = serde_json::json!([{"most": "0", "proof": "solver", "weights": {"1": "1"}}]);
    let verification = checked(&plan, &given);
    assert!(verification.verified(), "{}", told(&verification));
    assert!(sentence(&verification, "certificate.cuts").contains("and no stage needs it"));
}

/// Every number of a certificate: the path to it, and the text it has.
fn numbers(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                numbers(value, &format!("{path}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                numbers(value, &format!("{path}/{index}"), found);
            }
        }
        Value::String(text) if text.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit()) => {
            found.push((path.to_owned(), text.clone()));
        }
        Value::Number(number) => found.push((path.to_owned(), number.to_string())),
        _ => {}
    }
}

/// A number's neighbours, and some further away; none is 0, which has no place among multipliers, unless the number may be.
fn nudges(path: &str, text: &str) -> Vec<String> {
    let (over, under) = text.split_once('/').map_or((text, None), |(over, under)| (over, Some(under)));
    let over: i64 = over.parse().unwrap();
    let no_zero = path.contains("multipliers") || path.contains("weights");
    let mut nudged: Vec<String> = [over - 1, over + 1, over - 3, over + 3, -over, over * 2, over * 1000]
        .iter()
        .filter(|nudged| **nudged != over && !(no_zero && **nudged == 0))
        .map(|over| under.map_or(over.to_string(), |under| format!("{over}/{under}")))
        .collect();
    if let Some(under) = under {
        let under: i64 = under.parse().unwrap();
        nudged.extend([under + 1, under * 2, 0, -under].map(|under| format!("{over}/{under}")));
    }
    let mut seen = Vec::new();
    nudged.retain(|text| {
        !seen.contains(text) && {
            seen.push(text.clone());
            true
        }
    });
    nudged
}

/// For each nudge that passes: the pool, the path, and the nudged text.
fn passing_nudges() -> Vec<(&'static str, String, String)> {
    let mut passing = Vec::new();
    let mut failing = 0;
    for (name, plan) in proven() {
        let honest = certificate(&plan);
        let mut found = Vec::new();
        numbers(&honest, "", &mut found);
        for (path, text) in found {
            for nudge in nudges(&path, &text) {
                let mut given = honest.clone();
                let place = given.pointer_mut(&path).unwrap();
                *place = if place.is_number() { serde_json::from_str(&nudge).unwrap() } else { nudge.clone().into() };
                let verification = checked(&plan, &given);
                let fails = with(&verification, Verdict::Fail);
                let about: &[&str] = if path.starts_with("/cuts") {
                    &["certificate.form", "certificate.cuts", "certificate.stages"]
                } else {
                    &["certificate.form", "certificate.stages", "certificate.gap"]
                };
                assert!(fails.iter().all(|id| about.contains(id)), "{name} {path} {text} → {nudge}: {fails:?}");
                if fails.is_empty() {
                    assert!(verification.verified());
                    assert_true(&plan, &given);
                    passing.push((name, path.clone(), nudge.clone()));
                } else {
                    failing += 1;
                }
                // A value is an equation: no other number will do.
                assert!(!path.ends_with("/value") || !fails.is_empty(), "{name} {path} → {nudge}");
            }
        }
    }
    assert!(failing > 300, "only {failing} nudges failed");
    passing
}

/// The members of each type, for these pools: their numbers in order, typed by hand.
fn types(plan: &Plan) -> Vec<Vec<u64>> {
    let same = |plans: Plan| plans.rows == plan.rows;
    if same(cases::two_seats()) {
        vec![vec![1, 2, 3, 4], vec![5, 6]]
    } else if same(cases::housemates()) {
        vec![vec![1, 3], vec![2, 4], vec![5]]
    } else if same(cases::large_households()) {
        vec![vec![1, 3, 4, 5, 6, 8], vec![2, 7], vec![9]]
    } else if same(cases::singled_out()) {
        vec![vec![1], vec![2], vec![3], vec![4], vec![5, 6]]
    } else if same(cases::combination()) {
        vec![vec![1, 2], vec![3], vec![4]]
    } else {
        (1..=5).map(|member| vec![member]).collect()
    }
}

/// By enumeration: each cut holds for every feasible panel, and each value is what the (fairest) lottery of the plan gives.
fn assert_true(plan: &Plan, certificate: &Value) {
    let types = types(plan);
    let number = |value: &Value| value.as_str().unwrap().parse::<i64>().unwrap();
    for cut in certificate["cuts"].as_array().unwrap() {
        for panel in plan.feasible_panels() {
            let seats = |kind: &str| {
                let members = &types[kind.parse::<usize>().unwrap() - 1];
                members.iter().filter(|member| panel.contains(member)).count() as i64
            };
            let sum: i64 = cut["weights"].as_object().unwrap().iter().map(|(t, w)| number(w) * seats(t)).sum();
            assert!(sum <= number(&cut["most"]), "{cut} does not hold for {panel:?}");
        }
    }
    for stage in certificate["stages"].as_array().unwrap() {
        let value = stage["value"].as_str().unwrap();
        let (over, under) = value.split_once('/').unwrap_or((value, "1"));
        for kind in stage["types"].as_array().unwrap() {
            for member in &types[kind.as_u64().unwrap() as usize - 1] {
                let tickets: u64 = plan
                    .panels()
                    .iter()
                    .filter(|panel| panel.members.contains(member))
                    .map(|panel| panel.tickets)
                    .sum();
                assert_eq!(tickets * under.parse::<u64>().unwrap(), plan.tickets * over.parse::<u64>().unwrap());
            }
        }
    }
}

/// All nudges that pass, each with the reason why it is harmless.
#[test]
fn nudged_numbers() {
    let mut passing = passing_nudges();
    // A stage with one multiplier, times anything above 0: both sides of the sum are multiplied.
    let only = |plan: &str, path: &str, nudge: &str| {
        let (_, plan) = proven().into_iter().find(|(name, _)| *name == plan).unwrap();
        let place = path.rsplit_once('/').unwrap().0;
        let one = certificate(&plan).pointer(place).unwrap().as_object().is_some_and(|entries| entries.len() == 1);
        path.starts_with("/stages") && place.ends_with("/multipliers") && one && !nudge.starts_with('-')
    };
    let before = passing.len();
    passing.retain(|(plan, path, nudge)| !only(plan, path, nudge));
    assert!(passing.len() < before);
    let mut grouped: Vec<(String, Vec<String>)> = Vec::new();
    for (plan, path, nudge) in passing {
        let place = format!("{plan} {path}");
        match grouped.last_mut() {
            Some((last, nudges)) if *last == place => nudges.push(nudge),
            _ => grouped.push((place, vec![nudge])),
        }
    }
    let grouped: Vec<(&str, String)> =
        grouped.iter().map(|(place, nudges)| (place.as_str(), nudges.join(" "))).collect();
    let harmless: Vec<(&str, String)> = HARMLESS.iter().map(|(place, to, _)| (*place, (*to).to_owned())).collect();
    assert_eq!(grouped, harmless);
}

/// A rule whose least and most are the same may be added once more or less, as long as no type changes sides: what it adds on one side of
/// the sum, it adds on the other.
const EQUATION: &str = "an equation more or less";
/// Sums to 0 whatever the multiplier.
const NOTHING: &str = "the rule says that something is 0, and says it more often";
/// The bound stays below the scale, or below it by more.
const SLACK: &str = "a proof with room to spare";

/// Where a nudge may pass, to which numbers, and why. That nothing untrue passes is checked by enumeration besides.
const HARMLESS: [(&str, &str, &str); 16] = [
    ("two seats /stages/1/multipliers/quota 1", "-2 2 1", EQUATION),
    ("two seats /stages/1/multipliers/size", "1 3 5 4 2000", EQUATION),
    ("singled out /stages/2/multipliers/include 1", "-2 -4 -1000", EQUATION),
    ("parity /cuts/0/proof/scale", "3 5 4 2000", SLACK),
    ("parity /cuts/1/proof/high/multipliers/quota 3", "2 4 1000", EQUATION),
    ("parity /cuts/1/proof/high/scale", "2 4 1000", SLACK),
    ("parity /cuts/1/proof/low/multipliers/quota 3", "-2 -4 -1000", SLACK),
    ("parity /cuts/1/proof/low/multipliers/quota 5", "-2 -4 -1000", SLACK),
    ("parity /cuts/1/proof/low/scale", "1 3", SLACK),
    ("parity /cuts/2/proof/multipliers/cut 1", "2 4 1000", NOTHING),
    ("parity /cuts/2/proof/scale", "2 4 1000", SLACK),
    ("parity /stages/0/multipliers/cut 1", "2 4 1000", NOTHING),
    ("parity /stages/0/multipliers/cut 2", "2 4 1000", NOTHING),
    ("parity /stages/0/multipliers/cut 3", "2 4 1000", NOTHING),
    ("combination /stages/1/multipliers/quota 1", "2 4 1000", EQUATION),
    ("combination /stages/1/multipliers/quota 5", "2 4 1000", EQUATION),
];
