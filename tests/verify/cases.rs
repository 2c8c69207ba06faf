//! Small pools whose fairest lottery can be worked out by hand, with certificates written by hand.

use crate::recorder::{Panel, Plan, Rules};

/// The certificate of the parity pool, as `docs/certificate.md` shows it.
pub fn documented() -> String {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/certificate.md")).unwrap();
    let example = page.split("## An example").nth(1).expect("a section with the example");
    let lines = example.lines().skip_while(|line| *line != "    {").take_while(|line| line.starts_with("    "));
    lines.map(|line| format!("{}\n", &line[4..])).collect()
}

/// A plan without a draw: the columns after `id`, one row a member in the order of their numbers, and the panels of the lottery, each
/// with one ticket.
fn plan(
    quotas: &[(&'static str, &'static str, usize, usize)],
    columns: &[&'static str],
    rows: &[&[&'static str]],
    panels: &[&[u64]],
    rules: Rules,
    certificate: &str,
) -> Plan {
    const IDS: [&str; 9] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let rows = rows.iter().zip(IDS).map(|(row, id)| [&[id], *row].concat());
    let panel = |members: &&[u64]| Panel { members: members.to_vec(), tickets: 1 };
    Plan {
        quotas: quotas.to_vec(),
        header: [&["id"], columns].concat(),
        rows: rows.collect(),
        id_column: Some("id"),
        size: panels[0].len(),
        tickets: panels.len() as u64,
        seed: None,
        objective: "leximin",
        certificate: Some(certificate.to_owned()),
        rules,
        lottery: Some(panels.iter().map(panel).collect()),
        ..Plan::usual()
    }
}

/// Four of one kind for one seat, two of the other for the other. The second stage takes off what the first has fixed.
pub fn two_seats() -> Plan {
    plan(
        &[("g", "a", 1, 1), ("g", "b", 1, 1)],
        &["g"],
        &[&["a"], &["a"], &["a"], &["a"], &["b"], &["b"]],
        &[&[1, 5], &[2, 6], &[3, 5], &[4, 6]],
        Rules::none(),
        r#"{"cuts":[],"format":"klero/certificate/1","objective":"leximin","stages":[
            {"multipliers":{"size":"3","quota 2":"-3"},"types":[1],"value":"1/4"},
            {"multipliers":{"size":"2","quota 1":"-1"},"types":[2],"value":"1/2"}],"types":2}"#,
    )
}

/// Two panels of two each, drawn together: every quota counts twice in the rules.
pub fn two_panels() -> Plan {
    let mut plan = plan(
        &[("g", "a", 1, 1), ("g", "b", 1, 1)],
        &["g"],
        &[&["a"], &["a"], &["a"], &["a"], &["b"], &["b"]],
        &[&[1, 2, 5, 6], &[3, 4, 5, 6]],
        Rules::none(),
        r#"{"cuts":[],"format":"klero/certificate/1","objective":"leximin","stages":[
            {"multipliers":{"size":"3","quota 2":"-3"},"types":[1],"value":"1/2"},
            {"multipliers":{"size":"2","quota 1":"-1"},"types":[2],"value":"1"}],"types":2}"#,
    );
    plan.panels = 2;
    plan
}

/// Two households that are alike, of whom one person each may sit, and somebody who lives alone.
pub fn housemates() -> Plan {
    plan(
        &[("g", "a", 0, 3), ("g", "b", 0, 3)],
        &["g", "address"],
        &[&["a", "1 Mill Lane"], &["b", "1 Mill Lane"], &["a", "2 Mill Lane"], &["b", "2 Mill Lane"], &["b", ""]],
        &[&[1, 3, 5], &[2, 4, 5]],
        Rules { household_columns: vec!["address"], ..Rules::none() },
        r#"{"cuts":[],"format":"klero/certificate/1","objective":"leximin","stages":[
            {"multipliers":{"household 1":"1"},"types":[1,2],"value":"1/2"},
            {"multipliers":{},"types":[3],"value":"1"}],"types":3}"#,
    )
}

/// Two households of four, of each of which two may sit, and somebody who lives alone. Whoever is `b` may not sit.
pub fn large_households() -> Plan {
    let (one, two) = ("1 Mill Lane", "2 Mill Lane");
    plan(
        &[("g", "a", 0, 4), ("g", "b", 0, 0), ("g", "c", 1, 4)],
        &["g", "address"],
        &[
            &["a", one],
            &["b", one],
            &["a", two],
            &["a", one],
            &["a", two],
            &["a", one],
            &["b", two],
            &["a", two],
            &["c", "3 Mill Lane"],
        ],
        &[&[1, 3, 4, 5, 9], &[1, 3, 6, 8, 9], &[4, 5, 6, 8, 9]],
        Rules { household_columns: vec!["address"], household_limit: 2, ..Rules::none() },
        r#"{"cuts":[],"format":"klero/certificate/1","objective":"leximin","stages":[
            {"multipliers":{"quota 2":"1"},"types":[2],"value":"0"},
            {"multipliers":{"household 1 kind 1":"1"},"types":[1],"value":"2/3"},
            {"multipliers":{},"types":[3],"value":"1"}],"types":3}"#,
    )
}

/// One member sits in any case and one in none; two are kept apart, so that the last two always sit.
pub fn singled_out() -> Plan {
    plan(
        &[("g", "a", 0, 6)],
        &["g"],
        &[&["a"][..]; 6],
        &[&[1, 3, 5, 6], &[1, 4, 5, 6]],
        Rules { include: vec![1], exclude: vec![2], apart: vec![vec![3, 4]], ..Rules::none() },
        r#"{"cuts":[],"format":"klero/certificate/1","objective":"leximin","stages":[
            {"multipliers":{"exclude 2":"1"},"types":[2],"value":"0"},
            {"multipliers":{"apart 1":"1"},"types":[3,4],"value":"1/2"},
            {"multipliers":{"size":"1","include 1":"-1"},"types":[5],"value":"1"},
            {"multipliers":{"include 1":"2"},"types":[1],"value":"1"}],"types":5}"#,
    )
}

/// Five members with bits for names, and exactly one of each bit on a panel of two: only 000 and 111 can sit together, although half of
/// everybody else meets all quotas on average.
pub fn parity() -> Plan {
    plan(
        &[("x", "0", 1, 1), ("x", "1", 1, 1), ("y", "0", 1, 1), ("y", "1", 1, 1), ("z", "0", 1, 1), ("z", "1", 1, 1)],
        &["x", "y", "z"],
        &[&["0", "0", "0"], &["0", "1", "1"], &["1", "0", "1"], &["1", "1", "0"], &["1", "1", "1"]],
        &[&[1, 5]],
        Rules::none(),
        &documented(),
    )
}

/// The same, but the second cut is only the solver's word. The third cut uses it, and with it the first stage.
pub fn taken_on_trust() -> Plan {
    let mut plan = parity();
    let mut certificate: serde_json::Value = serde_json::from_str(&documented()).unwrap();
    certificate["cuts"][1]["proof"] = "solver".into();
    plan.certificate = Some(certificate.to_string());
    plan
}

/// Three for two seats, and a quota on a combination: of the two who are `a` and `p`, one sits at most.
pub fn combination() -> Plan {
    plan(
        &[("g", "a", 2, 2), ("h", "p", 0, 2), ("combination", "g=a & h=p", 0, 1), ("h", "q", 0, 2), ("g", "b", 1, 1)],
        &["g", "h"],
        &[&["a", "p"], &["a", "p"], &["a", "q"], &["b", "q"]],
        &[&[1, 3, 4], &[2, 3, 4]],
        Rules::none(),
        r#"{"cuts":[],"format":"klero/certificate/1","objective":"leximin","stages":[
            {"multipliers":{"quota 3":"1"},"types":[1],"value":"1/2"},
            {"multipliers":{"quota 1":"1","quota 5":"1"},"types":[2,3],"value":"1"}],"types":3}"#,
    )
}

/// All that are proven, with their names.
pub fn proven() -> Vec<(&'static str, Plan)> {
    vec![
        ("two seats", two_seats()),
        ("housemates", housemates()),
        ("large households", large_households()),
        ("singled out", singled_out()),
        ("parity", parity()),
        ("combination", combination()),
    ]
}
