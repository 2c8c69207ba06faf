//! `chain.time`: where something follows from a round of the beacon, it is committed to after that round, and to a later one.

use std::collections::BTreeSet;

use super::Chain;
use crate::verify::beacon;
use crate::verify::before::Step;
use crate::verify::calendar;
use crate::verify::commit::Commit;
use crate::verify::commitment::NO_COMMITMENT;
use crate::verify::say::{Finding, Problems, grouped, quote};
use crate::verify::table::COMMIT;

impl Chain<'_> {
    /// `chain.time`, about the records named and those in the line.
    pub(super) fn time(&self) -> Finding {
        let Some((commit, round)) = self.record.commit().and_then(|commit| Some((commit, commit.round()?))) else {
            return Finding::not_checked(NO_COMMITMENT);
        };
        let line = if self.link.step == Step::Rotate { Vec::new() } else { self.line() };
        let mut seen = BTreeSet::new();
        let results = self.named().into_iter().map(|(_, result)| result).chain(line);
        let results = results.filter(|result| seen.insert(result.clone()));
        let before: Vec<_> = results.filter_map(|result| self.find(&result)).filter(|it| it.kind.beacon()).collect();
        let published = commit.published_second;
        let mut problems = Problems::default();
        let mut unknown = None;
        for earlier in &before {
            let name = quote(&earlier.called());
            let Some(there) = earlier.commit().and_then(Commit::round) else {
                unknown = Some(format!("the {COMMIT} of {name} cannot be used, so its round is not known"));
                continue;
            };
            let (own, other) = (grouped(round), grouped(there));
            if round <= there {
                problems.add(|| format!("round {own} does not come after round {other} of {name}"));
            }
            let comes = beacon::time(there);
            if published < comes {
                let (published, comes) = (calendar::show(published), calendar::show(comes));
                problems.add(|| {
                    format!(
                        "the fingerprint was published at {published} by {COMMIT}, before round {other} of {name} came at {comes}: what \
                         follows from that round could not be known"
                    )
                });
            }
        }
        if let Some(why) = unknown.filter(|_| !problems.any()) {
            return Finding::not_checked(why);
        }
        let earlier: Vec<String> = before.iter().map(|earlier| quote(&earlier.called())).collect();
        problems.or_pass(if earlier.is_empty() {
            "No record that this one follows is committed to a round of the beacon.".to_owned()
        } else {
            let (round, earlier) = (grouped(round), earlier.join(", "));
            format!("Round {round} is later than that of {earlier}, and was committed to after that had come.")
        })
    }
}
