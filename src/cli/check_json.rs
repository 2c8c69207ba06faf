//! What `klero check` found, for programs.

use klero::clinic::{Clash, Repair, Repairs, Seatless};
use klero::instance::Instance;
use klero::report::quota_lines;
use serde_json::{Value, json};

use super::check::Findings;
use super::problem::Problems;

/// All that was found.
pub fn answer(found: &Findings) -> Result<String, serde_json::Error> {
    let (instance, clinic) = (&found.built.instance, &found.clinic);
    let read = found.opened.read.iter().map(|read| json!({"file": read.file, "how": read.how, "rows": read.rows}));
    let ids = |members: &[usize]| ids(instance, members);
    let row_id = |row: usize| {
        let member = instance.members().iter().find(|member| member.row == row);
        member.map(|member| member.id.clone())
    };
    let near = found.near.iter().map(|near| {
        json!({"first": row_id(near.first), "second": row_id(near.second), "one": near.one, "other": near.other})
    });
    let twice = found.twice.iter().map(|twice| twice.rows.iter().map(|&row| row_id(row)).collect::<Vec<_>>());
    let seatless = clinic.seatless.as_ref().map(|groups| {
        let group = |group: &Seatless| {
            json!({
                "members": ids(&group.members),
                "why": group.reason.as_ref().map(|clash| clash.sentences(instance)),
            })
        };
        groups.iter().map(group).collect::<Vec<_>>()
    });
    let sizes =
        clinic.sizes.as_ref().map(|sizes| json!({"each": sizes.each, "ranges": sizes.ranges, "up_to": sizes.up_to}));
    let warnings = found.built.warnings.iter().map(ToString::to_string);
    let whole = json!({
        "beyond_help": ids(&clinic.beyond_help),
        "drops": clinic.drops,
        "entered_twice": twice.collect::<Vec<_>>(),
        "everybody": repairs(&clinic.everybody),
        "feasible": clinic.has_panel,
        "households": instance.households().len(),
        "members": instance.members().len(),
        "near_addresses": near.collect::<Vec<_>>(),
        "notes": found.opened.notes.iter().cloned().chain(warnings).collect::<Vec<_>>(),
        "problems": found.refusals,
        "quotas": quota_lines(instance, None, None),
        "read": read.collect::<Vec<_>>(),
        "repairs": repairs(&clinic.repairs),
        "seatless": seatless,
        "size": instance.size(),
        "sizes": sizes,
        "why": clinic.clash.as_ref().map(|clash| why(instance, clash)),
    });
    Ok(serde_json::to_string_pretty(&whole)? + "\n")
}

/// Why files cannot be used.
pub fn refused(problems: &Problems) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(&json!({"problems": problems.to_json()}))? + "\n")
}

/// What stopped the command before the files could be read, from what is shown of it.
pub fn stopped(shown: &str) -> Result<String, serde_json::Error> {
    let mut problems: Vec<Value> = Vec::new();
    for line in shown.lines() {
        match (line.strip_prefix("error: "), line.strip_prefix("  help: "), problems.last_mut()) {
            (Some(what), ..) => problems.push(json!({"what": what})),
            (_, Some(help), Some(last)) => last["help"] = help.into(),
            _ => {}
        }
    }
    Ok(serde_json::to_string_pretty(&json!({"problems": problems}))? + "\n")
}

fn ids(instance: &Instance, members: &[usize]) -> Vec<String> {
    members.iter().filter_map(|&member| Some(instance.members().get(member)?.id.clone())).collect()
}

fn why(instance: &Instance, clash: &Clash) -> Value {
    json!({"irreducible": clash.irreducible, "sentences": clash.sentences(instance)})
}

fn repairs(repairs: &Repairs) -> Value {
    let way = |way: &Repair| {
        let changes = way.changes.iter().map(|change| {
            json!({
                "from": change.from,
                "quota": change.what,
                "row": change.row,
                "side": if change.max { "max" } else { "min" },
                "to": change.to,
            })
        });
        json!({
            "changes": changes.collect::<Vec<_>>(),
            "cost_thousandths": way.cost,
            "without_chance": way.seatless,
        })
    };
    json!({
        "beyond_flex": repairs.beyond_flex,
        "complete": repairs.complete,
        "ways": repairs.ways.iter().map(way).collect::<Vec<_>>(),
    })
}
