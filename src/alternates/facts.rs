//! `alternates.json`: how many alternates of which kind were asked for, and why. Nothing is computed from it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::drop_out::{DropOuts, SaidOf};
use super::ground::Ground;
use super::recruit::{expected, over_recruit};
use super::study::{Average, Row, Samples, Told};
use crate::draw::hex;
use crate::instance::Instance;

/// The format name of `alternates.json`.
pub const FORMAT: &str = "klero/alternates/1";

/// How the quotas ask for the alternates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// So many of each kind.
    Exact,
    /// As many of each value.
    ByQuotas {
        /// What is left on average over the lottery, on the third sample.
        drawn: Told,
        /// What the best would leave, on the same sample.
        best: Told,
    },
}

/// `alternates.json`. Keys are in alphabetical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// How many alternates were chosen; `null` where only the table was asked for.
    pub alternates: Option<usize>,
    /// How many members could be one.
    pub candidates: usize,
    /// Scenarios that they were chosen on.
    pub chosen_on: u64,
    /// The probabilities of dropping out.
    pub drop_outs: Said,
    /// `klero/alternates/1`.
    pub format: String,
    /// The key of the samples, in hexadecimal.
    pub key: String,
    /// How many of each kind were chosen.
    pub kinds: Vec<Counted>,
    /// With `by-quotas`, what that loses.
    pub lottery: Option<Compared>,
    /// How many to recruit beyond the panel size instead; `null` where four times as many are not enough.
    pub over_recruit: Option<usize>,
    /// The size of the panel.
    pub panel: usize,
    /// None, one, and so on.
    pub table: Vec<Line>,
    /// Scenarios that they were told on.
    pub told_on: u64,
    /// `exact` or `by-quotas`; `null` where only the table was asked for.
    pub way: Option<String>,
}

/// The probabilities of dropping out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The number of drop-outs to be expected.
    pub expected: String,
    /// How many of the panel have which probability.
    pub members: Vec<Alike>,
    /// What they were said of: `everybody`, `values` or `members`.
    pub of: String,
}

/// Members who have the same probability.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alike {
    /// How many.
    pub members: usize,
    /// The probability, as a fraction in lowest terms.
    pub probability: String,
}

/// So many alternates of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// How many.
    pub alternates: usize,
    /// Their values, by category.
    pub features: BTreeMap<String, String>,
}

/// What a lottery over more people loses, on a third sample, as large as the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// What the best alternates found would leave.
    pub best: Left,
    /// What is left on average over the lottery.
    pub drawn: Left,
}

/// What is left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Left {
    /// The average deviation.
    pub deviation: String,
    /// The part of the scenarios in which all quotas can be kept.
    pub kept: String,
    /// The part in which they can be kept and all seats filled.
    pub whole: String,
}

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// How many alternates.
    pub alternates: usize,
    /// The average deviation on the sample that they were chosen on.
    pub chosen: String,
    /// The average deviation on the other.
    pub deviation: String,
    /// The chance that all seats can be filled, rounded down.
    pub filled: String,
    /// The part of the scenarios in which all quotas can be kept.
    pub kept: String,
    /// Whether it is known that no exchange of one alternate for another leaves less on the sample that they were chosen on.
    pub settled: bool,
    /// The part in which they can be kept and all seats filled.
    pub whole: String,
}

/// Decimals of averages and chances.
const DIGITS: u32 = 6;

impl Left {
    /// In decimals.
    pub fn new(told: &Told) -> Self {
        let part = |hits: u128| {
            let scale = 10_u128.pow(DIGITS);
            let parts = hits * scale / told.deviation.of.max(1);
            format!("{}.{:06}", parts / scale, parts % scale)
        };
        Self { deviation: told.deviation.decimal(DIGITS), kept: part(told.kept), whole: part(told.whole) }
    }
}

impl Facts {
    /// Puts together what is known: `table` up to as many as were looked at, and how many of them were chosen and in which way.
    pub fn new(
        (instance, ground): (&Instance, &Ground),
        drop_outs: &DropOuts,
        (key, samples): ([u8; 32], &Samples),
        table: &[Row],
        chosen: Option<(usize, Way)>,
    ) -> Self {
        let mut alike: BTreeMap<(u64, u64), usize> = BTreeMap::new();
        for share in drop_outs.shares() {
            let common = num_integer::gcd(share.part, share.of).max(1);
            *alike.entry((share.part / common, share.of / common)).or_default() += 1;
        }
        let alike = alike.into_iter();
        let counts = chosen.and_then(|(alternates, _)| table.get(alternates)).map(|row| row.counts.as_slice());
        let kinds = ground.kinds().iter().zip(counts.unwrap_or_default()).filter(|(_, count)| **count > 0);
        let name = |(category, &value): (&crate::instance::Category, &usize)| {
            (category.name.clone(), category.values[value].name.clone())
        };
        let line = |row: &Row| {
            let Left { deviation, kept, whole } = Left::new(&row.told);
            let (chosen, filled) = (row.chosen.decimal(DIGITS), row.filled.decimal(DIGITS));
            Line { alternates: row.alternates(), chosen, deviation, filled, kept, settled: row.settled, whole }
        };
        let (way, lottery) = match chosen {
            None => (None, None),
            Some((_, Way::Exact)) => (Some("exact".to_owned()), None),
            Some((_, Way::ByQuotas { drawn, best })) => {
                let compared = Compared { best: Left::new(&best), drawn: Left::new(&drawn) };
                (Some("by-quotas".to_owned()), Some(compared))
            }
        };
        let of = match drop_outs.of() {
            SaidOf::Everybody => "everybody",
            SaidOf::Values => "values",
            SaidOf::Members => "members",
        };
        Self {
            alternates: chosen.map(|(alternates, _)| alternates),
            candidates: ground.candidates(),
            chosen_on: samples.choose.drawn(),
            drop_outs: Said {
                expected: expected(drop_outs).decimal(DIGITS),
                members: alike
                    .map(|((part, of), members)| Alike { members, probability: format!("{part}/{of}") })
                    .collect(),
                of: of.to_owned(),
            },
            format: FORMAT.to_owned(),
            key: hex(&key),
            kinds: kinds
                .map(|(kind, &alternates)| Counted {
                    alternates,
                    features: instance.categories().iter().zip(&kind.values).map(name).collect(),
                })
                .collect(),
            lottery,
            over_recruit: over_recruit(drop_outs).map(|(more, _)| more),
            panel: ground.size(),
            table: table.iter().map(line).collect(),
            told_on: samples.tell.drawn(),
            way,
        }
    }
}

/// `alternates.json` as text.
///
/// # Errors
/// When the JSON writer refuses, which would be a fault of the program.
pub fn facts_json(facts: &Facts) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(facts)? + "\n")
}

/// Only for what is shown: an average in decimals.
impl std::fmt::Display for Average {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.decimal(3))
    }
}
