//! The line of a record that replaces or holds alternates: what it leads back to, and what stands beside it.

use std::collections::BTreeSet;

use super::Chain;
use crate::verify::before::Step;
use crate::verify::opened::Opened;
use crate::verify::say::quote;
use crate::verify::table::RESULT;

/// Members of several panels, and why they are not all known, if they are not.
#[derive(Default)]
pub(super) struct Sat {
    pub(super) members: BTreeSet<u64>,
    pub(super) unknown: Option<String>,
}

impl Sat {
    fn add(&mut self, record: &Opened<'_>) {
        match record.drawn() {
            Some(drawn) => self.members.extend(drawn),
            None => self.unknown = Some(format!("the {RESULT} of {} cannot be used", quote(&record.called()))),
        }
    }
}

impl<'a> Chain<'a> {
    /// The line, by the SHA-256 of `result.json`: the record that is followed, and as long as that one replaces, the one that it follows.
    pub(super) fn line(&self) -> Vec<String> {
        let mut line = vec![self.link.result.clone()];
        let mut at = self.find(&self.link.result);
        while let Some(link) = at.and_then(Opened::link) {
            // Each record is passed once, so that records that name each other in a circle come to an end.
            if !matches!(link.step, Step::Replace(_)) || line.contains(&link.result) {
                break;
            }
            at = self.find(&link.result);
            line.push(link.result);
        }
        line
    }

    /// The SHA-256 that the line leads back to.
    pub(super) fn first(&self) -> String {
        self.line().pop().unwrap_or_default()
    }

    /// Which of the panels of the first draw it is about, where one is named.
    pub(super) fn number(&self) -> Option<u64> {
        let named = |result: &String| self.find(result)?.link()?.step.panel();
        self.link.step.panel().or_else(|| self.line().iter().find_map(named))
    }

    /// Who sat in the line. What is missing of it is passed over.
    pub(super) fn sat(&self) -> Sat {
        let mut sat = Sat::default();
        self.line().iter().filter_map(|result| self.find(result)).for_each(|record| sat.add(record));
        sat
    }

    /// The records beside this one, with their panel numbers: they replace on other panels of the same first draw. This draw once more is
    /// among them where it is said to be that of another panel, too.
    pub(super) fn beside(&self) -> Vec<(u64, &'a Opened<'a>)> {
        let Some(own) = self.number() else {
            return Vec::new();
        };
        let first = self.first();
        let replaces = |chain: &Chain<'_>| matches!(chain.link.step, Step::Replace(_)) && chain.first() == first;
        let others = self.places().filter_map(|place| Chain::of(self.records, place)).filter(replaces);
        others.filter_map(|chain| Some((chain.number()?, chain.record))).filter(|(number, _)| *number != own).collect()
    }

    /// Who sits by the other records beside this one.
    pub(super) fn sits_beside(&self) -> Sat {
        let mut sat = Sat::default();
        let beside = self.beside().into_iter().map(|(_, record)| record);
        beside.filter(|record| self.is_other(record) && record.kind.draw).for_each(|record| sat.add(record));
        sat
    }
}
