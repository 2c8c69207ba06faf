//! A draw, told to those whom it is about: one page made from a record alone, in the reader's language.

mod chances;
mod draw;
mod groups;
mod html;
mod letters;
mod names;
mod numbers;
mod pairs;
mod short;
mod verdict;

use std::collections::BTreeMap;

use num_rational::BigRational;

use crate::instance::Instance;
use crate::invite::Sitting;
use crate::language::{Area, Language, Value, Words};
use crate::lottery::Lottery;
use crate::record::{Commitment, Outcome, Setup, Step};
use crate::report::chart::Chart;
use crate::report::pool::Population;

pub use names::{Drawn, Names};
pub use verdict::{Heard, Remark};

use html::Html;
use numbers::Numbers;

/// Shares of the population, in parts of one, of people with two feature values at once: by category and value of the one, and of the other, whose
/// category stands later in the quotas.
pub type PairShares = BTreeMap<(usize, usize, usize, usize), BigRational>;

/// What the greedy rule did on the same pool.
#[derive(Debug, Clone, PartialEq)]
pub struct Legacy {
    /// How many panels it drew.
    pub draws: u64,
    /// With which seed.
    pub seed: u64,
    /// In which part of them each member sat, in canonical order; `None` where it found no panel.
    pub probabilities: Option<Vec<f64>>,
}

/// A record, and what is to be told of it.
pub struct Told<'a> {
    /// The language.
    pub language: Language,
    /// `setup.json`.
    pub setup: &'a Setup,
    /// The pool and the quotas.
    pub instance: &'a Instance,
    /// The lottery.
    pub lottery: &'a Lottery,
    /// For each panel of the lottery, on which of several panels its members sit.
    pub split: Option<&'a [Vec<u32>]>,
    /// The values of the certificate's stages, as it writes them.
    pub stages: &'a [String],
    /// The commitment and its fingerprint.
    pub commitment: Option<(&'a Commitment, String)>,
    /// What was drawn.
    pub outcome: Option<&'a Outcome>,
    /// Shares of the population.
    pub population: Option<&'a Population>,
    /// Shares of the population of pairs of feature values.
    pub pair_shares: Option<&'a PairShares>,
    /// The greedy rule, where it was tried.
    pub legacy: Option<&'a Legacy>,
    /// The way of each group from letters to seats, where those who were invited are known.
    pub letters: Option<&'a [Sitting]>,
    /// The drawn members, where they are to be named.
    pub names: Option<&'a Names>,
    /// What the verifier said of the record.
    pub verdict: &'a Heard,
    /// Whether the record follows another that it was not verified with.
    pub alone: bool,
}

impl Told<'_> {
    fn words(&self) -> Words {
        Words::new(self.language, Area::Report)
    }

    fn is_rehearsal(&self) -> bool {
        self.setup.mark().is_rehearsal()
    }

    fn step(&self) -> Option<Step> {
        self.setup.before.as_ref().map(|before| before.step)
    }

    /// How many seats one panel has.
    fn seats(&self) -> usize {
        self.setup.size / self.setup.panels()
    }
}

/// The page.
pub fn told_page(told: &Told) -> String {
    let (words, numbers) = (told.words(), Numbers::of(told));
    let title = words.say(
        match (told.outcome, told.step()) {
            (None, _) => "title-waiting",
            (_, Some(Step::Replace(_))) => "title-replace",
            (_, Some(Step::Alternates(_))) => "title-alternates",
            (_, Some(Step::Rotate)) => "title-rotate",
            _ if told.setup.panels() > 1 => "title-panels",
            _ => "title-drawn",
        },
        &[],
    );
    let mut page = Html::new(&words);
    short::write(&mut page, told, &numbers);
    names::write(&mut page, told);
    groups::write(&mut page, told, &numbers);
    chances::write(&mut page, told, &numbers);
    letters::write(&mut page, told);
    pairs::write(&mut page, told);
    draw::write(&mut page, told);
    let version: [(&str, Value); 1] = [("version", env!("CARGO_PKG_VERSION").into())];
    let made = words
        .say(if told.population.is_some() || told.pair_shares.is_some() { "made-shares" } else { "made" }, &version);
    let mark = told.is_rehearsal().then(|| [words.say("rehearsal", &[]), words.say("rehearsal-explained", &[])]);
    let assembly = told.commitment.as_ref().map(|(commitment, _)| commitment.assembly.as_str());
    page.finish(&title, assembly, mark, &made)
}

/// The charts of the page as files of their own, each with a name without ending.
pub fn told_charts(told: &Told) -> Vec<(&'static str, Chart)> {
    let (words, numbers) = (told.words(), Numbers::of(told));
    let groups = groups::charts(told, &words, &numbers);
    let title = words.say("groups-heading", &[]);
    let mut charts = vec![("chances", chances::chart(told, &words, &numbers, WIDE))];
    charts.push(("quotas", Chart::together(title, &groups, 2, &words.say("legend-brackets", &[]))));
    charts
}

/// The width of a chart on a screen, and on that of a phone.
const WIDE: f64 = 700.0;
const NARROW: f64 = 340.0;
