//! `chain.*`: a record that follows another, together with those that it names.

mod seats;

use std::collections::BTreeSet;

use crate::verify::PUBLIC;
use crate::verify::before::{Link, Step};
use crate::verify::commit::Commit;
use crate::verify::leaves;
use crate::verify::lottery::Lottery;
use crate::verify::opened::Opened;
use crate::verify::panels::index;
use crate::verify::pool::{self, Pool};
use crate::verify::say::{Finding, Problems, count, grouped, list, quote};
use crate::verify::table::{COMMIT, LEAVES, POOL, REHEARSAL, RESULT, SETUP};

/// What a check says whose earlier panel is not known.
const NO_PANEL: &str = "what the record named says of its panel cannot be used";

/// Makes the checks of the record at this place among those given, if it follows another.
pub(in crate::verify) fn check(
    records: &[Opened<'_>],
    place: usize,
    lottery: Option<&Lottery>,
) -> Vec<(&'static str, Finding)> {
    let Some((record, link)) = records.get(place).and_then(|record| Some((record, record.link()?))) else {
        return Vec::new();
    };
    let chain = Chain { records, place, record, link };
    let earlier = chain.find(&chain.link.result);
    let pool = chain.link.step != Step::Rotate;
    let time = record.kind.beacon() && earlier.is_none_or(|earlier| earlier.kind.beacon());
    let named = chain.named();
    let missing = named.iter().find(|(_, result)| chain.find(result).is_none());
    let mut checks: Vec<(&'static str, Finding)> = Vec::new();
    match (missing, earlier) {
        (None, Some(earlier)) => {
            checks.push(("chain.before", chain.before(earlier)));
            checks.extend(pool.then(|| ("chain.pool", chain.pool(earlier))));
            checks.push(("chain.seats", chain.seats(earlier, lottery)));
            checks.push(("chain.included", chain.included(earlier)));
            checks.extend(time.then(|| ("chain.time", chain.time(earlier))));
        }
        (missing, _) => {
            let why = "a record that this one names is not among those given";
            let first = missing.map_or_else(|| why.to_owned(), |(what, result)| chain.missing(what, result));
            checks.push(("chain.before", Finding::not_checked(first)));
            let others = [("chain.pool", pool), ("chain.seats", true), ("chain.included", true), ("chain.time", time)];
            let made = others.into_iter().filter(|(_, made)| *made);
            checks.extend(made.map(|(id, _)| (id, Finding::not_checked(why))));
        }
    }
    checks
}

/// A record, and those that are given with it.
struct Chain<'a> {
    records: &'a [Opened<'a>],
    place: usize,
    record: &'a Opened<'a>,
    link: Link,
}

impl<'a> Chain<'a> {
    /// The records at other places, in their order.
    fn elsewhere(&self) -> impl Iterator<Item = &'a Opened<'a>> {
        let place = self.place;
        self.records.iter().enumerate().filter(move |(other, _)| *other != place).map(|(_, record)| record)
    }

    /// The other records given: this draw once more, perhaps in another form, is not one of them.
    fn others(&self) -> impl Iterator<Item = &'a Opened<'a>> {
        let own = self.record.sha256.as_deref();
        self.elsewhere().filter(move |other| own.is_none() || other.sha256.as_deref() != own)
    }

    /// The record whose `result.json` has this SHA-256.
    fn find(&self, result: &str) -> Option<&'a Opened<'a>> {
        self.others().find(|other| other.sha256.as_deref() == Some(result))
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

    /// `chain.before`.
    fn before(&self, earlier: &Opened<'_>) -> Finding {
        let Some(result) = &earlier.result else {
            return Finding::not_checked(format!("the {RESULT} of {} cannot be used", quote(&earlier.called())));
        };
        let (link, name) = (&self.link, quote(&earlier.called()));
        let mut problems = Problems::default();
        if link.fingerprint != result.fingerprint {
            let shown = |fingerprint: &Option<String>| fingerprint.clone().unwrap_or_else(|| "none".to_owned());
            let (here, there) = (shown(&link.fingerprint), shown(&result.fingerprint));
            problems.add(|| format!("the fingerprint named is {here}, but the {RESULT} of {name} has {there}"));
        }
        let lines = self.record.commit().and_then(|commit| commit.before.as_ref());
        if let (Some(line), Some(before)) = (lines, self.record.before())
            && *line != before.link()
        {
            problems.add(|| format!("\"before\" is not the same in {COMMIT} and in {SETUP}"));
        }
        if !self.record.files.rehearsal() {
            let named = self.named().into_iter().filter_map(|(_, result)| self.find(&result));
            for rehearsal in named.filter(|record| record.files.rehearsal()) {
                let name = quote(&rehearsal.called());
                problems.add(|| format!("{name} is a rehearsal, and this record is not"));
            }
        }
        if earlier.kind.alternates() {
            problems.add(|| format!("{name} holds alternates, and not a panel that another could follow"));
        }
        if let Some(panel) = link.step.panel().filter(|panel| *panel > earlier.kind.panels.unwrap_or(0)) {
            let step = link.step;
            problems.add(|| format!("the step is {step}, but in {name} there is no panel {panel}"));
        }
        let alternates = self.record.before().and_then(|before| before.alternates.as_ref());
        if let Some(alternates) = alternates.and_then(|result| self.find(result))
            && !self.line().iter().any(|result| alternates.link().is_some_and(|link| is_of(&link, result)))
        {
            let alternates = quote(&alternates.called());
            problems.add(|| format!("{alternates} does not hold alternates for this panel"));
        }
        for other in self.others().filter(|other| {
            let rival = other.link().filter(|other| other.result == link.result);
            rival.is_some_and(|rival| rival.step.rivals(link.step))
        }) {
            let other = quote(&other.called());
            problems.add(|| format!("{other} puts another panel in the place of the same one"));
        }
        let what = match link.step {
            Step::Replace(_) => "Members were replaced after",
            Step::Alternates(_) => "Alternates were drawn after",
            Step::Rotate => "A new term begins after",
        };
        problems.or_pass(format!("{what} the record {name}, which is the one that was named."))
    }

    /// The records with this record's pool that it follows, one after the other, by the SHA-256 of their `result.json`.
    fn line(&self) -> Vec<String> {
        let mut line = vec![self.link.result.clone()];
        let mut at = self.find(&self.link.result);
        while let Some(link) = at.and_then(Opened::link) {
            // Each record is passed once, so that records that name each other in a circle come to an end.
            if !matches!(link.step, Step::Replace(_)) || line.contains(&link.result) {
                break;
            }
            line.push(link.result.clone());
            at = self.find(&link.result);
        }
        line
    }

    /// `chain.pool`.
    fn pool(&self, earlier: &Opened<'_>) -> Finding {
        let (record, name) = (self.record, quote(&earlier.called()));
        if !record.kind.public && !earlier.kind.public {
            return match (record.files.bytes(POOL), earlier.files.bytes(POOL)) {
                (Some(_), Some(_)) if record.files.rehearsal() != earlier.files.rehearsal() => {
                    same_rows(record, earlier, &name)
                }
                (Some(here), Some(there)) if here == there => {
                    Finding::pass(format!("{POOL} is the same as in the record {name}."))
                }
                (Some(_), Some(_)) => Finding::fail(format!("{POOL} is not the same as in the record {name}")),
                _ => Finding::without(POOL),
            };
        }
        let [here, there] = [record, earlier].map(|record| record.files.bytes(LEAVES).map(leaves::read));
        let (Some(Ok(here)), Some(Ok(there))) = (here, there) else {
            return Finding::not_checked(format!("{LEAVES} cannot be used in both records"));
        };
        let mut problems = Problems::default();
        if here.len() != there.len() {
            let (here, there) = (count(here.len(), "line", "lines"), there.len());
            problems.add(|| format!("{LEAVES} has {here}, in the record {name} it has {there}"));
        }
        for (number, _) in (0u64..).zip(here.iter().zip(&there)).skip(1).filter(|(_, (here, there))| here != there) {
            problems.add(|| format!("member {} is not the same as in the record {name}", grouped(number)));
        }
        problems.or_pass(format!("The members in {LEAVES} are the same as in the record {name}."))
    }

    /// The pool and who is included, or why they are not known.
    fn usable(&self) -> Result<(&'a Pool, &'a [u64]), String> {
        match (&self.record.pool, &self.record.setup) {
            (Some(pool), Some(setup)) => Ok((pool, &setup.rules.include)),
            _ => Err("the pool or the rules cannot be used".to_owned()),
        }
    }

    /// `chain.included`.
    fn included(&self, earlier: &Opened<'_>) -> Finding {
        let Some(before) = self.record.before() else {
            let why = if self.record.kind.public { PUBLIC } else { "setup.json cannot be used" };
            return Finding::not_checked(why);
        };
        let include = self.record.setup.as_ref().map(|setup| setup.rules.include.as_slice()).unwrap_or_default();
        if include.is_empty() {
            return Finding::pass("Nobody is included.");
        }
        let strangers: Vec<u64> = match self.link.step {
            Step::Alternates(_) => include.to_vec(),
            Step::Replace(panel) => {
                let Some(mut sat) = on_panel(earlier, panel) else {
                    return Finding::not_checked(NO_PANEL);
                };
                if let Some(result) = &before.alternates {
                    let Some(called) = self.find(result).and_then(Opened::drawn) else {
                        return Finding::not_checked(format!("the {RESULT} of the alternates cannot be used"));
                    };
                    sat.extend(called);
                }
                include.iter().copied().filter(|member| !sat.contains(member)).collect()
            }
            Step::Rotate => {
                let (pool, include) = match self.usable() {
                    Ok(usable) => usable,
                    Err(why) => return Finding::not_checked(why),
                };
                let Some(sat) = earlier.drawn_ids() else {
                    return Finding::not_checked("it is not known by their identifiers who sat before");
                };
                let members = pool.instance.members();
                let id = |&number: &u64| members.get(index(number, members.len())?).map(|member| member.id.as_str());
                let stranger = |number: &&u64| id(number).is_none_or(|id| !sat.contains(id));
                include.iter().filter(stranger).copied().collect()
            }
        };
        if strangers.is_empty() {
            let number = count(include.len(), "included member", "included members");
            let called = if before.alternates.is_some() { " sat before or are alternates" } else { " sat before" };
            return Finding::pass(format!("All {number}{called}."));
        }
        let named = list(&strangers);
        Finding::fail(match self.link.step {
            Step::Alternates(_) => format!("members {named} are included, but alternates are all drawn"),
            _ => format!("members {named} are included, but did not sit before"),
        })
    }

    /// `chain.time`.
    fn time(&self, earlier: &Opened<'_>) -> Finding {
        let [here, there] = [self.record, earlier].map(|record| record.commit().and_then(Commit::round));
        let (Some(here), Some(there)) = (here, there) else {
            return Finding::not_checked("the rounds of both records are not known");
        };
        let rounds = (grouped(here), grouped(there));
        if here > there {
            Finding::pass(format!("Round {} comes after round {} of the earlier record.", rounds.0, rounds.1))
        } else {
            Finding::fail(format!("round {} does not come after round {} of the earlier record", rounds.0, rounds.1))
        }
    }
}

/// Whether the link is that of a record of alternates for the panel of the record with this `result.json`.
fn is_of(link: &Link, result: &str) -> bool {
    link.step.alternates() && link.result == result
}

/// Whether two records, of which one is a rehearsal and the other is not, have the same pool but for the mark.
fn same_rows(record: &Opened<'_>, earlier: &Opened<'_>, name: &str) -> Finding {
    let [here, there] = [record, earlier].map(|record| pool::unmarked(record.files));
    let (Some(here), Some(there)) = (here, there) else {
        let why = "cannot be read in both records as the pool of a draw and that of a rehearsal";
        return Finding::not_checked(format!("{POOL} {why}"));
    };
    if here == there {
        Finding::pass(format!("{POOL} is the same as in the record {name}, but for the column {REHEARSAL}."))
    } else {
        let why = format!("not even without the column {REHEARSAL}");
        Finding::fail(format!("{POOL} is not the same as in the record {name}, {why}"))
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
