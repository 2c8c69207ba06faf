//! The report for a terminal.

use super::summary::{Never, QuotaLine, Repeated, Summary};
use crate::language::Language;
use crate::language::terminal::wide;
use crate::read::is_invisible;

/// A whole number with commas between groups of three digits.
pub fn group_digits(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A probability as a percentage with about three significant digits; what is not 100 % is never shown as if it were, and nothing but 0 as `0 %`.
pub fn percent(probability: f64) -> String {
    Language::En.percent(probability).replace('\u{a0}', " ")
}

/// Panels of which each has a column of its own in a table.
const COLUMNS: usize = 12;

/// One line a quota: the seats allowed and the pool; then, where they are known, the average over the lottery and the drawn panel, or each of several.
pub fn quota_table(quotas: &[QuotaLine]) -> String {
    let first = quotas.first();
    let averages = first.is_some_and(|line| line.average.is_some());
    let panels = first.map_or(0, |line| line.panels.len()).min(COLUMNS);
    let panel = panels == 0 && first.is_some_and(|line| line.panel.is_some());
    let mut header = ["category", "value", "quota", "pool"].map(str::to_owned).to_vec();
    header.extend(averages.then(|| "average".to_owned()));
    header.extend(panel.then(|| "panel".to_owned()));
    header.extend((1..=panels).map(|number| format!("panel {number}")));
    let mut rows = vec![header];
    let mut category = "";
    for line in quotas {
        let shown = if line.category == category { "" } else { &line.category };
        category = &line.category;
        let quota =
            if line.min == line.max { line.min.to_string() } else { format!("{}\u{2013}{}", line.min, line.max) };
        let mut row = vec![harmless(shown), harmless(&line.value), quota, line.pool.to_string()];
        row.extend(line.average.filter(|_| averages).map(|seats| format!("{seats:.2}")));
        row.extend(line.panel.filter(|_| panel).map(|seats| seats.to_string()));
        row.extend(line.panels.iter().take(panels).map(ToString::to_string));
        rows.push(row);
    }
    let width = |c: usize| rows.iter().filter_map(|row| row.get(c)).map(|cell| wide(cell)).max();
    let widths: Vec<usize> = (0..rows[0].len()).map(|c| width(c).unwrap_or(0)).collect();
    let mut text = String::new();
    for row in &rows {
        let mut line = String::new();
        for (c, (cell, &width)) in row.iter().zip(&widths).enumerate() {
            let pad = " ".repeat(width - wide(cell));
            let gap = if c == 0 { "" } else { "  " };
            line += &if c < 2 { format!("{gap}{cell}{pad}") } else { format!("{gap}{pad}{cell}") };
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

/// A list as it is read out: `a, b or c`.
pub(super) fn listed(parts: &[String], joint: &str) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {joint} {last}", first.join(", ")),
    }
}

/// Text of a file in which nothing can steer the terminal that it is shown on: what nobody can see is spelled out.
pub(super) fn harmless(text: &str) -> String {
    if !text.chars().any(is_invisible) {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        if is_invisible(c) { out.extend(c.escape_default()) } else { out.push(c) }
    }
    out
}

/// The first few identifiers, and how many more there are.
fn some_of(ids: &[String]) -> (String, usize) {
    const SHOWN: usize = 10;
    let shown = ids.iter().take(SHOWN).map(|id| harmless(id)).collect::<Vec<_>>().join(", ");
    (shown, ids.len().saturating_sub(SHOWN))
}

/// Whom no ticket selects, and why.
fn never(summary: &Summary) -> String {
    let people = if summary.never.len() == 1 { "member" } else { "members" };
    let mut text = format!("Selected by no ticket           {} {people}\n", summary.never.len());
    if summary.never_because.is_empty() {
        text += &match some_of(&summary.never) {
            (ids, 0) => format!("  {ids}\n"),
            (ids, more) => format!("  {ids} and {more} more\n"),
        };
    }
    for Never { reason, members } in &summary.never_because {
        text += &match some_of(members) {
            (ids, 0) => format!("  {ids}: {reason}\n"),
            (ids, more) => format!("  {ids} and {more} more: {reason}\n"),
        };
    }
    text
}

/// With up to so many tickets, distances are shown in tickets too.
const SHOWN_IN_TICKETS: u64 = 10_000;

/// A ticket's number with as many digits as the last one has.
fn numbered(ticket: u64, tickets: u64) -> String {
    let width = (tickets.max(1) - 1).to_string().len();
    format!("{ticket:0width$}")
}

/// What a lottery says in which every ticket was to have a panel of its own.
fn equal_tickets(tickets: u64, repeated: &[Repeated]) -> String {
    const SHOWN: usize = 10;
    let number = |ticket| numbered(ticket, tickets);
    let (first, last) = (number(0), number(tickets.max(1) - 1));
    let all = group_digits(tickets);
    if repeated.is_empty() {
        return format!(
            "{all} equally likely tickets, numbered {first} to {last}; panel of ticket t is panel t + 1 of lottery.json.\n"
        );
    }
    let mut text = format!(
        "{all} equally likely tickets, numbered {first} to {last}; panel of ticket t is the one that holds it in lottery.json, in order:\n"
    );
    let one = |panel: &Repeated| {
        let joint = if panel.last == panel.first + 1 { "and" } else { "to" };
        format!("panel {} has the numbers {} {joint} {}\n", panel.panel, number(panel.first), number(panel.last))
    };
    text.extend(repeated.iter().take(SHOWN).map(one));
    if repeated.len() > SHOWN {
        text += &format!("and {} more panels have several numbers\n", repeated.len() - SHOWN);
    }
    text
}

/// A fingerprint in groups of four digits, in two lines of eight groups.
pub fn fingerprint_lines(fingerprint: &str) -> [String; 2] {
    let group = |(i, digit): (usize, char)| [Some(' ').filter(|_| i > 0 && i % 4 == 0), Some(digit)];
    let (one, two) = fingerprint.split_at_checked(32).unwrap_or((fingerprint, ""));
    [one, two].map(|half| half.chars().enumerate().flat_map(group).flatten().collect())
}

/// What is drawn: a panel, or a set of panels, and then of what.
fn several(summary: &Summary) -> (&'static str, String) {
    match summary.together {
        Some(panels) => ("Set", format!("{panels} panels of {}, ", summary.size / panels.max(1))),
        None => ("Panel", String::new()),
    }
}

/// The whole report.
pub fn render(summary: &Summary) -> String {
    let mut text = String::new();
    let tickets = group_digits(summary.tickets);
    match &summary.draw {
        Some(draw) => {
            let (noun, each) = several(summary);
            text += &format!(
                "{noun} {} of {} drawn: {}{} of {} members, by ticket {} of {tickets} (counting from 0).\n",
                group_digits(draw.panel as u64),
                group_digits(summary.panels as u64),
                each,
                summary.size,
                group_digits(summary.members as u64),
                if summary.repeated.is_some() {
                    numbered(draw.ticket, summary.tickets)
                } else {
                    group_digits(draw.ticket)
                }
            );
        }
        None => {
            text += &format!(
                "Lottery over {} of {}{} out of {} members, in {tickets} tickets. Nothing is drawn yet.\n",
                match (summary.panels, summary.together) {
                    (1, None) => "1 panel".to_owned(),
                    (1, Some(_)) => "1 set".to_owned(),
                    (many, None) => format!("{} panels", group_digits(many as u64)),
                    (many, Some(_)) => format!("{} sets", group_digits(many as u64)),
                },
                several(summary).1,
                summary.size,
                group_digits(summary.members as u64)
            );
        }
    }
    if let Some(repeated) = &summary.repeated {
        text += &equal_tickets(summary.tickets, repeated);
    }
    if let Some(fingerprint) = &summary.fingerprint {
        let [one, two] = fingerprint_lines(fingerprint);
        text += &format!(
            "Drawn from the commitment with this fingerprint; it must be the one that was published:\n\n  {one}\n  {two}\n"
        );
    }
    text.push('\n');
    text += &quota_table(&summary.quotas);
    text.push('\n');
    let (members, seats) = match summary.among {
        Some(among) if among.seats == 0 => return text + "No seat is open, so nobody else can be drawn.\n",
        Some(among) => {
            text += &format!(
                "Of the {} members who can be drawn for the {} open {}:\n",
                group_digits(among.members as u64),
                group_digits(among.seats as u64),
                if among.seats == 1 { "seat" } else { "seats" }
            );
            (among.members, among.seats)
        }
        None => (summary.members, summary.size),
    };
    let exact = summary.smallest_exact.as_ref();
    let exact = exact.map(|exact| format!(" (no lottery gives everyone more than {exact})")).unwrap_or_default();
    text += &format!(
        "Smallest selection probability  {}{exact}\n\
         Largest selection probability   {}\n",
        percent(summary.smallest),
        percent(summary.largest),
    );
    text +=
        &format!("If quotas did not matter        {} for everyone\n", percent(seats as f64 / members.max(1) as f64));
    text += &format!(
        "Gini coefficient                {:.4}\n\
         Geometric mean                  {}\n",
        summary.gini,
        percent(summary.geometric_mean),
    );
    if let Some(deviation) = summary.deviation {
        text += &if deviation == 0.0 {
            "Rounding error of any chance    none\n".to_owned()
        } else {
            format!("Rounding error of any chance    at most {deviation:.0e}\n")
        };
    }
    if let Some(off) = summary.deviation_tickets.filter(|_| summary.tickets <= SHOWN_IN_TICKETS) {
        text += &match summary.further_than_one_ticket {
            0 => format!("Furthest from the fairest       {off:.2} tickets; nobody is more than 1 off\n"),
            1 => format!("Furthest from the fairest       {off:.2} tickets; 1 member is more than 1 off\n"),
            several => {
                format!("Furthest from the fairest       {off:.2} tickets; {several} members are more than 1 off\n")
            }
        };
    }
    if !summary.never.is_empty() {
        text += &never(summary);
    }
    if !summary.claims.is_empty() {
        text += &format!("\nObjective: {}.\n", summary.objective);
        summary.claims.iter().for_each(|claim| text += &format!("{claim}\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{group_digits, percent};

    #[test]
    fn numbers_for_people() {
        assert_eq!(group_digits(0), "0");
        assert_eq!(group_digits(999), "999");
        assert_eq!(group_digits(1_000_000_000_000), "1,000,000,000,000");
        assert_eq!(percent(1.0), "100 %");
        assert_eq!(percent(0.0), "0 %");
        assert_eq!(percent(1e-9), "< 0.001 %");
        assert_eq!(percent(0.999_999_9), "99.999 %");
        assert_eq!(percent(0.5), "50.0 %");
        assert_eq!(percent(0.044_642_857), "4.46 %");
        assert_eq!(percent(0.004_366), "0.437 %");
    }
}
