//! `chain.*`: a record that follows another, together with those that it names.

mod barred;
mod before;
mod included;
mod line;
mod notes;
mod pool;
mod rules;
mod seats;
mod tickets;
mod time;

pub(super) use notes::Notes;

use std::collections::BTreeSet;

use crate::verify::before::{Link, Step};
use crate::verify::lottery::Lottery;
use crate::verify::opened::Opened;
use crate::verify::say::Finding;
use crate::verify::table::RESULT;
use tickets::Tickets;

/// What a check says whose earlier panel is not known.
const NO_PANEL: &str = "what the record named says of its panel cannot be used";

/// Makes the checks of the record at this place among those given, if it follows another; and what its verdict says of that.
pub(in crate::verify) fn check(
    records: &[Opened<'_>],
    place: usize,
    lottery: Option<&Lottery>,
) -> (Vec<(&'static str, Finding)>, Notes) {
    let Some(chain) = Chain::of(records, place) else {
        return (Vec::new(), Notes::default());
    };
    let earlier = chain.find(&chain.link.result);
    let same_pool = chain.link.step != Step::Rotate;
    let time = chain.record.kind.beacon();
    let named = chain.named();
    let missing = named.iter().find(|(_, result)| chain.find(result).is_none());
    let mut notes = Notes::default();
    let found = match (missing, earlier) {
        (None, Some(earlier)) => {
            let tickets = lottery.map(Tickets::of);
            let rules = same_pool.then(|| chain.rules(earlier));
            let seats = chain.seats(earlier, tickets.as_ref());
            notes = chain.notes(earlier, rules.as_ref().unwrap_or(&seats), tickets.as_ref());
            [
                Some(chain.before(earlier)),
                same_pool.then(|| chain.pool(earlier)),
                Some(seats),
                Some(chain.included(earlier)),
                rules,
                time.then(|| chain.time()),
            ]
        }
        (missing, _) => {
            let why = "a record that this one names is not among those given";
            let first = missing.map_or_else(|| why.to_owned(), |(what, result)| chain.missing(what, result));
            let other = |made: bool| made.then(|| Finding::not_checked(why));
            let first = Some(Finding::not_checked(first));
            [first, other(same_pool), other(true), other(true), other(same_pool), other(time)]
        }
    };
    let ids = ["chain.before", "chain.pool", "chain.seats", "chain.included", "chain.rules", "chain.time"];
    (ids.into_iter().zip(found).filter_map(|(id, finding)| Some((id, finding?))).collect(), notes)
}

/// A record, and those that are given with it.
struct Chain<'a> {
    records: &'a [Opened<'a>],
    place: usize,
    record: &'a Opened<'a>,
    link: Link,
}

impl<'a> Chain<'a> {
    /// The record at this place, if it follows another.
    fn of(records: &'a [Opened<'a>], place: usize) -> Option<Self> {
        let record = records.get(place)?;
        Some(Chain { records, place, record, link: record.link()? })
    }

    /// The places of the other records, in their order.
    fn places(&self) -> impl Iterator<Item = usize> + use<> {
        let place = self.place;
        (0..self.records.len()).filter(move |other| *other != place)
    }

    /// Whether this is another record: this draw once more, perhaps in another form, is not.
    fn is_other(&self, record: &Opened<'_>) -> bool {
        self.record.sha256.is_none() || record.sha256 != self.record.sha256
    }

    /// The other records given.
    fn others(&self) -> impl Iterator<Item = &'a Opened<'a>> {
        let records = self.records;
        self.places().filter_map(|place| records.get(place)).filter(|record| self.is_other(record))
    }

    /// The record whose `result.json` has this SHA-256.
    fn find(&self, result: &str) -> Option<&'a Opened<'a>> {
        self.records.get(self.find_place(result)?)
    }

    /// Where that record stands: the first in full form, or else the first in public form, so that its order among those given hides nothing.
    fn find_place(&self, result: &str) -> Option<usize> {
        let in_form = |public: bool| {
            let is = |record: &Opened<'_>| {
                record.kind.public == public && record.sha256.as_deref() == Some(result) && self.is_other(record)
            };
            self.places().find(|place| self.records.get(*place).is_some_and(is))
        };
        in_form(false).or_else(|| in_form(true))
    }

    /// What the record names, with the SHA-256: the record that it follows, and in full form the others.
    fn named(&self) -> Vec<(&'static str, String)> {
        let before = self.record.before();
        let alternates = before.and_then(|before| before.alternates.clone());
        let former = before.map(|before| before.former.clone()).unwrap_or_default();
        let mut named = vec![("the record that this one follows", self.link.result.clone())];
        named.extend(alternates.map(|result| ("the record of the alternates who were called in", result)));
        named.extend(former.into_iter().map(|result| ("a record whose members rest", result)));
        named
    }

    fn missing(&self, what: &str, result: &str) -> String {
        let given: Vec<&str> = self.records.iter().filter_map(|record| record.name).collect();
        let given = if given.is_empty() { "THIS".to_owned() } else { given.join(" ") };
        format!(
            "{what} is not among those given: its {RESULT} has the SHA-256 {result}; verify them together, with its directory in place of \
             EARLIER: klero verify {given} EARLIER"
        )
    }
}

/// Who sat on this panel, or on the whole.
fn on_panel(earlier: &Opened<'_>, panel: Option<u64>) -> Option<BTreeSet<u64>> {
    match panel {
        None => Some(earlier.drawn()?.iter().copied().collect()),
        Some(panel) => {
            let seats = earlier.seats()?.into_iter();
            Some(seats.filter(|(on, _)| *on == panel).map(|(_, member)| member).collect())
        }
    }
}
