//! The report for a terminal.

use super::summary::{QuotaLine, Summary};

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
    if probability >= 1.0 {
        return "100 %".to_owned();
    }
    if probability <= 0.0 {
        return "0 %".to_owned();
    }
    let value = probability * 100.0;
    if value > 99.0 {
        return format!("{:.3} %", (value * 1000.0).floor() / 1000.0);
    }
    let digits = if value >= 10.0 {
        1
    } else if value >= 1.0 {
        2
    } else {
        3
    };
    format!("{value:.digits$} %")
}

/// One line a quota: the seats allowed and the pool; then, where they are known, the average over the lottery and the drawn panel.
pub fn quota_table(quotas: &[QuotaLine]) -> String {
    let columns = match quotas.first() {
        Some(QuotaLine { panel: Some(_), .. }) => 6,
        Some(QuotaLine { average: Some(_), .. }) => 5,
        _ => 4,
    };
    let mut rows = vec![["category", "value", "quota", "pool", "average", "panel"].map(str::to_owned)];
    let mut category = "";
    for line in quotas {
        let shown = if line.category == category { "" } else { &line.category };
        category = &line.category;
        let quota =
            if line.min == line.max { line.min.to_string() } else { format!("{}\u{2013}{}", line.min, line.max) };
        let panel = line.panel.map(|seats| seats.to_string()).unwrap_or_default();
        let average = line.average.map(|seats| format!("{seats:.2}")).unwrap_or_default();
        rows.push([shown.to_owned(), line.value.clone(), quota, line.pool.to_string(), average, panel]);
    }
    let widths: Vec<usize> =
        (0..columns).map(|c| rows.iter().map(|row| row[c].chars().count()).max().unwrap_or(0)).collect();
    let mut text = String::new();
    for row in &rows {
        let mut line = String::new();
        for (c, &width) in widths.iter().enumerate() {
            let pad = " ".repeat(width - row[c].chars().count());
            let gap = if c == 0 { "" } else { "  " };
            line += &if c < 2 { format!("{gap}{}{pad}", row[c]) } else { format!("{gap}{pad}{}", row[c]) };
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

/// The number of identifiers and the first few of them.
fn some_of(ids: &[String]) -> String {
    const SHOWN: usize = 10;
    let shown = ids.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    let more = if ids.len() > SHOWN { ", \u{2026}" } else { "" };
    let people = if ids.len() == 1 { "member" } else { "members" };
    format!("{} {people}: {shown}{more}", ids.len())
}

/// A fingerprint in groups of four digits, in two lines of eight groups.
pub fn fingerprint_lines(fingerprint: &str) -> [String; 2] {
    let group = |(i, digit): (usize, char)| [Some(' ').filter(|_| i > 0 && i % 4 == 0), Some(digit)];
    let (one, two) = fingerprint.split_at_checked(32).unwrap_or((fingerprint, ""));
    [one, two].map(|half| half.chars().enumerate().flat_map(group).flatten().collect())
}

/// The whole report.
pub fn render(summary: &Summary) -> String {
    let mut text = String::new();
    let tickets = group_digits(summary.tickets);
    match &summary.draw {
        Some(draw) => {
            text += &format!(
                "Panel {} of {} drawn: {} of {} members, by ticket {} of {tickets} (counting from 0).\n",
                group_digits(draw.panel as u64),
                group_digits(summary.panels as u64),
                summary.size,
                group_digits(summary.members as u64),
                group_digits(draw.ticket)
            );
        }
        None => {
            text += &format!(
                "Lottery over {} panels of {} out of {} members, in {tickets} tickets. Nothing is drawn yet.\n",
                group_digits(summary.panels as u64),
                summary.size,
                group_digits(summary.members as u64)
            );
        }
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
    let best = summary.smallest_exact.as_ref().map(|exact| format!(" (no lottery gives everyone more than {exact})"));
    text += &format!(
        "Smallest selection probability  {}{}\n\
         Largest selection probability   {}\n\
         If quotas did not matter        {} for everyone\n\
         Gini coefficient                {:.4}\n\
         Geometric mean                  {}\n",
        percent(summary.smallest),
        best.unwrap_or_default(),
        percent(summary.largest),
        percent(summary.size as f64 / summary.members as f64),
        summary.gini,
        percent(summary.geometric_mean),
    );
    match summary.deviation {
        Some(0.0) => text += "Rounding error of any chance    none\n",
        Some(deviation) => text += &format!("Rounding error of any chance    at most {deviation:.0e}\n"),
        None => {}
    }
    if !summary.never.is_empty() {
        text += &format!("Selected by no ticket           {}\n", some_of(&summary.never));
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
        assert_eq!(percent(1e-9), "0.000 %");
        assert_eq!(percent(0.999_999_9), "99.999 %");
        assert_eq!(percent(0.5), "50.0 %");
        assert_eq!(percent(0.044_642_857), "4.46 %");
        assert_eq!(percent(0.004_366), "0.437 %");
    }
}
