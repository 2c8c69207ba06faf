//! What the clinic found, as sections.

use super::pool::range;
use super::section::{Grid, Section, own};
use super::text::{group_digits, listed};
use crate::clinic::{Clinic, Repair, Repairs, Seatless};
use crate::instance::{Instance, Standing};
use crate::solve::Sizes;

/// Identifiers that are shown of a group of members.
const SHOWN: usize = 10;
/// Reasons that are shown; the others are counted.
const REASONS: usize = 20;

/// Whether there is a panel, of which sizes, why there is none, what would help, and who sits on none. `refusals` are problems of the files that
/// make a panel impossible by themselves; `files` are the names of the ready quotas files for the ways of each kind, where they were written.
pub fn clinic_sections(
    instance: &Instance,
    clinic: &Clinic,
    refusals: &[String],
    files: Option<&[Vec<String>; 2]>,
) -> Vec<Section> {
    let mut sections = vec![panel(instance, clinic, refusals)];
    let none: Vec<String> = Vec::new();
    let of = |kind: usize| files.map_or(&none, |files| &files[kind]);
    if !clinic.has_panel {
        sections.push(why(instance, clinic));
        if clinic.clash.as_ref().is_some_and(|clash| clash.rules.is_empty()) {
            // The panel is larger than the pool: no change of quotas mends that.
            return sections;
        }
        sections.push(help(instance, clinic, of(0)));
    }
    if let Some(groups) = clinic.seatless.as_ref().filter(|groups| !groups.is_empty()) {
        sections.push(seatless(instance, groups));
    }
    if !clinic.everybody.ways.is_empty() || !clinic.everybody.complete || !clinic.beyond_help.is_empty() {
        sections.push(everybody(instance, clinic, of(1)));
    }
    sections
}

fn panel(instance: &Instance, clinic: &Clinic, refusals: &[String]) -> Section {
    let size = instance.size();
    let mut lines = vec![if clinic.has_panel {
        format!("Yes: there is a panel of {size} that meets all the quotas.")
    } else {
        format!("No: no panel of {size} members meets all the quotas at once.")
    }];
    lines.extend(refusals.iter().map(|refusal| format!("- {refusal}")));
    let fixed = instance.members().iter().any(|member| member.standing == Standing::Included);
    lines.push(sizes(clinic.sizes.as_ref(), fixed));
    match &clinic.seatless {
        Some(groups) if clinic.has_panel && groups.is_empty() => {
            lines.push("Every member who is not excluded sits on at least one panel.".to_owned());
        }
        None if clinic.has_panel => {
            lines.push("Whether every member sits on a panel was not found out: the search was given up.".to_owned());
        }
        _ => {}
    }
    Section { title: "Is there a panel?".to_owned(), lines, grid: None }
}

/// `fixed`: whether some are to sit on every panel.
fn sizes(sizes: Option<&Sizes>, fixed: bool) -> String {
    let Some(sizes) = sizes else {
        return "For which other panel sizes there is a panel was not found out.".to_owned();
    };
    let told: Vec<String> = sizes.ranges.iter().map(|&(first, last)| range(first, last)).collect();
    let text = match (told.as_slice(), sizes.each) {
        ([], true) if fixed => {
            "With these quotas, and with those who are to sit, there is no panel of any size.".to_owned()
        }
        ([], true) => "With these quotas there is no panel of any size.".to_owned(),
        ([], false) => "With these quotas no panel of another size was found; not every size was looked at.".to_owned(),
        ([one], true) if one.parse::<usize>().is_ok() => {
            format!("With these quotas there are panels of {one} members only.")
        }
        (_, true) => format!("With these quotas there are panels of {} members.", listed(&told, "or")),
        (_, false) => format!(
            "With these quotas the smallest and the largest panel have {} members; not every size between was looked at.",
            listed(&told, "or")
        ),
    };
    match sizes.up_to {
        Some(most) => format!("{text} Panels of more than {} were not looked for.", group_digits(most as u64)),
        None => text,
    }
}

fn why(instance: &Instance, clinic: &Clinic) -> Section {
    let lines = match &clinic.clash {
        Some(clash) => clash.sentences(instance),
        None => vec!["The search for the reason was given up; nothing is claimed about it.".to_owned()],
    };
    Section { title: "Why there is none".to_owned(), lines, grid: None }
}

fn help(instance: &Instance, clinic: &Clinic, files: &[String]) -> Section {
    let mut lines = changes_in_words(&clinic.repairs, "makes a panel possible");
    let rows = instance.quotas();
    let drops: Vec<String> = clinic
        .drops
        .iter()
        .filter_map(|row| rows.iter().find(|quota| quota.quota.row == *row))
        .map(|quota| quota.name.clone())
        .collect();
    lines.push(match drops.as_slice() {
        [] => "Leaving out one quota alone does not help.".to_owned(),
        _ => format!("Leaving out one of these quotas alone helps: {}.", listed(&drops, "or")),
    });
    if let Some(sizes) = &clinic.sizes {
        lines.push(match sizes.around(instance.size()) {
            (None, None) => "Another panel size does not help.".to_owned(),
            (Some(size), None) | (None, Some(size)) => format!("A panel of {size} is possible with these quotas."),
            (Some(below), Some(above)) => format!("A panel of {below} or of {above} is possible with these quotas."),
        });
    }
    lines.push("Nothing of this is applied: the choice is yours.".to_owned());
    Section { title: "What would help".to_owned(), lines, grid: ways(&clinic.repairs, files) }
}

fn everybody(instance: &Instance, clinic: &Clinic, files: &[String]) -> Section {
    let mut lines = changes_in_words(&clinic.everybody, "gives every member a seat on some panel");
    if !clinic.beyond_help.is_empty() {
        let ids = ids(instance, &clinic.beyond_help);
        lines.push(format!("No change of the quotas that is allowed here helps these members: {ids}."));
    }
    Section { title: "What would give everybody a chance".to_owned(), lines, grid: ways(&clinic.everybody, files) }
}

fn changes_in_words(repairs: &Repairs, does: &str) -> Vec<String> {
    let mut lines = Vec::new();
    if repairs.beyond_flex {
        lines.push(
            "Nothing within the limits of the quotas file (min_flex, max_flex) helps; these changes go beyond them."
                .to_owned(),
        );
    }
    lines.push(match (repairs.ways.len(), repairs.complete) {
        (0, true) => format!("No change of the quotas {does}: the reason lies elsewhere."),
        (0, false) => "The search for changes of the quotas was given up; none was found.".to_owned(),
        (1, true) => format!("The change in the table below {does}; there is no other way."),
        (1, false) => {
            format!("The change in the table below {does}, and no smaller one does. The search for other ways was given up.")
        }
        (_, true) => format!("Each way in the table below {does}; the first is the smallest change there is."),
        (_, false) => format!(
            "Each way in the table below {does}; the first is the smallest change there is. The search for more was given up."
        ),
    });
    lines
}

/// A table of ways: each of their changes is a row.
fn ways(repairs: &Repairs, files: &[String]) -> Option<Grid> {
    if repairs.ways.is_empty() {
        return None;
    }
    let mut header = vec!["way", "quota", "", "now", "then", "cost", "no chance"];
    header.extend((!files.is_empty()).then_some("file"));
    let mut rows = Vec::new();
    for (i, way) in repairs.ways.iter().enumerate() {
        for (c, change) in way.changes.iter().enumerate() {
            let once = |text: String| if c == 0 { text } else { String::new() };
            let side = if change.max { "at most" } else { "at least" };
            let mut row = vec![
                once((i + 1).to_string()),
                change.what.clone(),
                own(side),
                change.from.to_string(),
                change.to.to_string(),
                once(cost(way)),
                once(way.seatless.map_or_else(|| "?".to_owned(), |members| group_digits(members as u64))),
            ];
            row.extend(files.get(i).map(|file| once(file.clone())));
            rows.push(row);
        }
    }
    let numbers = (0..header.len()).map(|column| (3..7).contains(&column)).collect();
    Some(Grid { header: header.into_iter().map(str::to_owned).collect(), rows, numbers })
}

/// Thousandths as a decimal number, zeros at the end left out.
fn cost(way: &Repair) -> String {
    let text = format!("{}.{:03}", way.cost / 1000, way.cost % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn seatless(instance: &Instance, groups: &[Seatless]) -> Section {
    let all: usize = groups.iter().map(|group| group.members.len()).sum();
    let people = if all == 1 { "member sits" } else { "members sit" };
    let mut lines = vec![format!("{} {people} on no panel, whatever is drawn:", group_digits(all as u64))];
    for group in groups.iter().take(REASONS) {
        let who = ids(instance, &group.members);
        match &group.reason {
            // Each sentence is a line until it is said in the reader's language.
            Some(clash) => lines.push(format!("- {who}: {}", clash.sentences(instance).join("\n"))),
            None => lines.push(format!("- {who}: the search for the reason was given up.")),
        }
    }
    if groups.len() > REASONS {
        let left: usize = groups.iter().skip(REASONS).map(|group| group.members.len()).sum();
        lines.push(format!("- and {} more, for other reasons (--json names all)", group_digits(left as u64)));
    }
    Section { title: "Members who can sit on no panel".to_owned(), lines, grid: None }
}

fn ids(instance: &Instance, members: &[usize]) -> String {
    let known = members.iter().filter_map(|&member| instance.members().get(member));
    let shown: Vec<&str> = known.take(SHOWN).map(|member| member.id.as_str()).collect();
    match members.len().checked_sub(SHOWN) {
        Some(more) if more > 0 => format!("{} and {} more", shown.join(", "), group_digits(more as u64)),
        _ => shown.join(", "),
    }
}
