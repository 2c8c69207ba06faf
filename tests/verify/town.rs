//! Ten people in five homes of two, whom the quotas leave alone, and lotteries of one panel: whoever a test needs is drawn.

use klero::verify::{Verdict, Verification};

use crate::chains::{after, drawn, files, made};
use crate::committer::public;
use crate::recorder::{Bytes, Panel, Plan, Record, Rules};
use crate::{check_together, told, with};

/// What the verdict says where nothing but a certificate is missing.
pub const VERIFIED: &str = "VERIFIED (no certificate; how fair the lottery is was not checked)";

/// A plan that draws this panel. Members 1 and 2 live together, 3 and 4, and so on. (No columns make households yet.)
pub fn town(panel: &[u64]) -> Plan {
    const IDS: [&str; 10] = ["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9"];
    let row = |at: usize| vec![IDS[at], ["a", "b"][at % 2], ["I", "II", "III", "IV", "V"][at / 2]];
    Plan {
        quotas: vec![("g", "a", 0, 4), ("g", "b", 0, 4)],
        header: vec!["id", "g", "home"],
        rows: (0..10).map(row).collect(),
        size: panel.len(),
        tickets: 1,
        seed: None,
        rules: Rules::none(),
        lottery: Some(vec![Panel { members: panel.to_vec(), tickets: 1 }]),
        ..Plan::usual()
    }
}

/// The same, where of each home so many may sit.
pub fn homes(panel: &[u64], limit: u64) -> Plan {
    let mut plan = town(panel);
    plan.rules.household_columns = vec!["home"];
    plan.rules.household_limit = limit;
    plan
}

/// Two panels drawn together: the first half of these members sits on the first one.
pub fn two(plan: Plan) -> Plan {
    Plan { panels: 2, ..plan }
}

/// A plan that draws this panel after an earlier record. Whoever is on it and on these seats stays; the others on the seats drop out, and
/// they, whoever else sat, and whoever was excluded, are excluded.
pub fn step(earlier: &Record, step: &str, seats: &[u64], panel: &[u64]) -> Plan {
    let mut plan = earlier.plan.clone();
    plan.panels = 1;
    plan.size = panel.len();
    plan.lottery = Some(vec![Panel { members: panel.to_vec(), tickets: 1 }]);
    plan.rules.include = seats.iter().copied().filter(|member| panel.contains(member)).collect();
    let mut exclude = [earlier.rules.exclude.clone(), drawn(earlier)].concat();
    exclude.retain(|member| !panel.contains(member));
    exclude.sort_unstable();
    exclude.dedup();
    plan.rules.exclude = exclude;
    plan.before = Some(after(earlier, step));
    plan
}

/// Who replaces on the whole panel.
pub fn replaced(earlier: &Record, panel: &[u64]) -> Plan {
    step(earlier, "replace", &drawn(earlier), panel)
}

/// A list of alternates.
pub fn listed(earlier: &Record, name: &str, panel: &[u64]) -> Plan {
    step(earlier, name, &[], panel)
}

/// The last record's verification, and that of the public forms.
pub fn last(records: &[&Record]) -> Verification {
    check_together(&files(records)).pop().unwrap()
}

pub fn last_public(records: &[&Record]) -> Verification {
    let forms: Vec<Bytes> = files(records).iter().map(public).collect();
    check_together(&forms).pop().unwrap()
}

/// All are verified, in both forms.
pub fn assert_good(records: &[&Record]) {
    let all = files(records);
    for given in [all.clone(), all.iter().map(public).collect()] {
        for verification in check_together(&given) {
            assert!(verification.verified(), "{}", told(&verification));
        }
    }
}

/// Exactly these checks of the last record fail, and nothing is left unchecked; one of them says so.
pub fn assert_bad(records: &[&Record], fails: &[&str], says: &str) {
    let verification = last(records);
    let all = told(&verification);
    assert_eq!(with(&verification, Verdict::Fail), fails, "{all}");
    assert_eq!(with(&verification, Verdict::NotChecked), [""; 0], "{all}");
    let sentences = verification.checks.iter().filter(|check| check.verdict == Verdict::Fail);
    assert!(sentences.clone().any(|check| check.sentence.contains(says)), "nothing says {says:?}:\n{all}");
}

pub fn sentence<'a>(verification: &'a Verification, id: &str) -> &'a str {
    &verification.checks.iter().find(|check| check.id == id).unwrap().sentence
}

/// Two panels of two, and a replacement on each: 2 drops out of the first for 5, and 4 of the second for 7.
pub fn both() -> [Record; 3] {
    let first = made(&two(town(&[1, 2, 3, 4])));
    let one = made(&step(&first, "replace/1", &[1, 2], &[1, 5]));
    let other = made(&step(&first, "replace/2", &[3, 4], &[3, 7]));
    [first, one, other]
}

#[test]
fn the_town_is_good() {
    let [first, one, two] = &both();
    assert_eq!([drawn(first), drawn(one), drawn(two)], [vec![1, 2, 3, 4], vec![1, 5], vec![3, 7]]);
    assert_good(&[first, one, two]);
    assert_eq!(last(&[first, one]).verdict_line(), VERIFIED);
}
