//! A certificate of the size that large pools have, with numbers far beyond any machine word.

use std::fmt::Write;

use klero::verify::Verdict;

use crate::certificates::sentence;
use crate::recorder::{Panel, Plan, Record};
use crate::{check, with};

/// So many categories of two values, and a member for each way to combine them.
const CATEGORIES: [&str; 7] = ["p", "q", "r", "s", "t", "u", "v"];

/// 128 types of one member each; the panel seats half of them, half of each value. By symmetry everybody has 1/2: the lottery is that of the
/// two panels of even and of odd members. The only stage is made of `size`, and its multiplier has as many digits as a number may have.
fn plan(digits: usize) -> Plan {
    let leak = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
    let bit = |member: usize, category: usize| if member >> category & 1 == 1 { "1" } else { "0" };
    let rows = (0..128).map(|member| {
        let id = leak(format!("{member:03}"));
        [id].into_iter().chain((0..7).map(|category| bit(member, category))).collect()
    });
    let odd = |member: &u64| (member - 1).count_ones() % 2 == 1;
    let panels =
        [false, true].map(|side| Panel { members: (1..=128).filter(|m| odd(m) == side).collect(), tickets: 1 });
    let mut types = String::new();
    (1..=128).for_each(|kind| write!(types, "{}{kind}", if kind == 1 { "" } else { "," }).unwrap());
    let multiplier = "9".repeat(digits);
    Plan {
        quotas: CATEGORIES.iter().flat_map(|category| [(*category, "0", 32, 32), (*category, "1", 32, 32)]).collect(),
        header: ["id"].into_iter().chain(CATEGORIES).collect(),
        rows: rows.collect(),
        id_column: Some("id"),
        size: 64,
        tickets: 2,
        seed: None,
        objective: "leximin",
        certificate: Some(format!(
            r#"{{"cuts":[],"format":"klero/certificate/1","objective":"leximin",
                "stages":[{{"multipliers":{{"size":"{multiplier}"}},"types":[{types}],"value":"1/2"}}],"types":128}}"#
        )),
        rules: crate::recorder::Rules::none(),
        lottery: Some(panels.to_vec()),
        ..Plan::usual()
    }
}

#[test]
fn numbers_of_any_size() {
    for digits in [1, 18, 19, 20, 38, 39, 40, 20_000] {
        let verification = check(&Record::honest(&plan(digits)).files());
        assert!(verification.verified(), "{digits}: {verification:#?}");
    }
    let verification = check(&Record::honest(&plan(20_001)).files());
    assert_eq!(with(&verification, Verdict::Fail), ["certificate.form"]);
    assert!(sentence(&verification, "certificate.form").contains("more than 20000 digits"));
}
