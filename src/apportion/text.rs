//! Quotas as a table for a terminal: share, exact seats, quota.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::One;

use super::number::{decimal, short_decimal};
use super::pool::PoolAnswer;
use super::quotas::{Apportionment, CategoryQuotas};
use super::{Rounding, Slack, Tie, Unit};
use crate::read::{count, shown};

/// Digits of sums: more than any of them has.
const DIGITS: usize = 40;

/// The table and, below it, what was done to get there.
pub fn render(quotas: &Apportionment, pool: Option<&PoolAnswer>) -> String {
    let mut rows =
        vec![["category", "value", "share", "exact seats", "seats", "quota", "pool"].map(str::to_owned).to_vec()];
    let counts: Vec<usize> = pool.iter().flat_map(|pool| pool.counts.iter().flatten().copied()).collect();
    let hundred = BigRational::from_integer(BigInt::from(100));
    let mut category = "";
    for (place, (of, value)) in quotas.values().enumerate() {
        let name = if of.name == category { "" } else { &of.name };
        category = &of.name;
        rows.push(vec![
            name.to_owned(),
            value.name.clone(),
            decimal(&(&value.share * &hundred), 2) + " %",
            decimal(&value.exact, 3),
            value.seats.to_string(),
            value.quota(),
            counts.get(place).map(usize::to_string).unwrap_or_default(),
        ]);
    }
    let mut text =
        format!("Panel of {}.\n\n{}\n", quotas.plan.size, aligned(&rows, if pool.is_some() { 7 } else { 6 }));
    for category in &quotas.categories {
        text += &format!("{}\n", read_as(category));
    }
    text += &format!("Rounding: {}.\n", quotas.plan.rounding.name());
    for category in &quotas.categories {
        if let Some(tie) = &category.tie {
            text += &tie_words(category, tie, quotas.plan.rounding);
        }
    }
    text + &slack_words(quotas)
}

/// Columns of text, the first two to the left and the others to the right.
fn aligned(rows: &[Vec<String>], columns: usize) -> String {
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..columns).filter_map(width).collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            let pad = " ".repeat(width - cell.chars().count());
            if column < 2 { format!("{cell}{pad}") } else { format!("{pad}{cell}") }
        });
        text += cells.collect::<Vec<_>>().join("  ").trim_end();
        text.push('\n');
    }
    text
}

/// How the numbers of a category were understood.
fn read_as(category: &CategoryQuotas) -> String {
    let (name, sum) = (&category.name, short_decimal(&category.sum, DIGITS));
    let whole = match category.unit {
        Unit::Counts => return format!("{name}: counts, {sum} in total."),
        Unit::Fractions => BigRational::one(),
        Unit::Percentages => BigRational::from_integer(BigInt::from(100)),
    };
    let unit = if category.unit == Unit::Fractions { "fractions" } else { "percentages" };
    if category.sum == whole && category.unit == Unit::Fractions {
        format!("{name}: fractions.")
    } else if category.sum == whole {
        format!("{name}: percentages.")
    } else {
        let whole = short_decimal(&whole, 0);
        format!("{name}: {unit} that add up to {sum}, as rounding can do; each was divided by that to make {whole}.")
    }
}

fn tie_words(category: &CategoryQuotas, tie: &Tie, rounding: Rounding) -> String {
    let names = |places: &[usize]| {
        let names = places.iter().filter_map(|&place| category.values.get(place)).map(|value| shown(&value.name));
        names.collect::<Vec<_>>().join(", ")
    };
    let what = match rounding {
        Rounding::LargestRemainder => "remainders",
        Rounding::SainteLague => "claims",
    };
    let because = if tie.by_share { "the larger share comes first" } else { "the earlier row comes first" };
    let (seats, got) = match tie.got.len() {
        1 => ("seat".to_owned(), "got it"),
        several => (format!("{several} seats"), "got one each"),
    };
    format!(
        "{}: equal {what} for the last {seats}; {} {got}, {} did not, since {because}.\n",
        category.name,
        names(&tie.got),
        names(&tie.not),
    )
}

fn slack_words(quotas: &Apportionment) -> String {
    let own = quotas.own_slack;
    let slack = &quotas.plan.slack;
    let mut text = match (slack, own) {
        (Slack::Seats(0), false) => return "Slack: none; every quota is exact.\n".to_owned(),
        (Slack::Seats(0), true) => "Slack: none, except where the shares say otherwise.\n".to_owned(),
        (Slack::Percent(_), false) => format!("Slack: {slack} of a value's exact seats, rounded down.\n"),
        (Slack::Percent(_), true) => {
            format!("Slack: {slack} of a value's exact seats, rounded down, except where the shares say otherwise.\n")
        }
        (Slack::Seats(_), false) => format!("Slack: {slack}.\n"),
        (Slack::Seats(_), true) => format!("Slack: {slack}, except where the shares say otherwise.\n"),
    };
    let lost = quotas.values().filter(|(_, value)| value.slack_lost).count();
    if lost > 0 {
        text +=
            &format!("For {}, a slack in percent comes to less than one seat, and so to none.\n", count(lost, "value"));
    }
    text
}
