//! `chain.before`: what a record says of the one that it follows, and of the others that it names.

use super::Chain;
use crate::verify::before::Step;
use crate::verify::opened::Opened;
use crate::verify::say::{Finding, Problems, grouped, quote};
use crate::verify::table::{COMMIT, RESULT, SETUP};

impl<'a> Chain<'a> {
    /// `chain.before`.
    pub(super) fn before(&self, earlier: &Opened<'_>) -> Finding {
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
        let named: Vec<&Opened<'_>> = self.named().iter().filter_map(|(_, result)| self.find(result)).collect();
        for rehearsal in named.iter().filter(|named| named.files.rehearsal() && !self.record.files.rehearsal()) {
            let name = quote(&rehearsal.called());
            problems.add(|| format!("{name} is a rehearsal, and this record is not"));
        }
        if earlier.kind.alternates() {
            problems.add(|| format!("{name} holds alternates, and not a panel that another could follow"));
        }
        let step = link.step;
        match (step.panel(), earlier.kind.panels) {
            (Some(panel), panels) if panel > panels.unwrap_or(0) => {
                problems.add(|| format!("the step is {step}, but in {name} there is no panel {panel}"));
            }
            (None, Some(panels)) => {
                let panels = grouped(panels);
                problems.add(|| {
                    format!(
                        "the step is {step}, but in {name} {panels} panels are drawn together, and it names none of them"
                    )
                });
            }
            _ => {}
        }
        self.called_in(&mut problems);
        if step == Step::Rotate {
            for numbered in std::iter::once(self.record).chain(named).filter(|record| is_numbered(record)) {
                let which = if std::ptr::eq(numbered, self.record) {
                    "this record".to_owned()
                } else {
                    quote(&numbered.called())
                };
                problems.add(|| {
                    format!("a new term begins, but the pool of {which} has no identifiers to know its members by")
                });
            }
        }
        self.rivals(&mut problems);
        let what = match step {
            Step::Replace(_) => "Members were replaced after",
            Step::Alternates(_) => "Alternates were drawn after",
            Step::Rotate => "A new term begins after",
        };
        problems.or_pass(format!("{what} the record {name}, which is the one that was named."))
    }

    /// The alternates who may have been called in are those of this panel.
    fn called_in(&self, problems: &mut Problems) {
        let named = self.record.before().and_then(|before| before.alternates.as_ref());
        let Some((result, named)) = named.and_then(|result| Some((result, self.find(result)?))) else {
            return;
        };
        let alternates = self.find_place(result).and_then(|place| Chain::of(self.records, place));
        let alternates = alternates.filter(|of| of.link.step.alternates() && self.line().contains(&of.link.result));
        let name = quote(&named.called());
        let panel = |number: Option<u64>| number.map_or_else(|| "the whole panel".to_owned(), |j| format!("panel {j}"));
        match alternates.map(|alternates| alternates.number()) {
            None => problems.add(|| format!("{name} does not hold alternates for this panel")),
            Some(theirs) if theirs != self.number() => {
                let (theirs, own) = (panel(theirs), panel(self.number()));
                problems.add(|| {
                    format!("{name} does not hold alternates for this panel: they are for {theirs}, and this is {own}")
                });
            }
            Some(_) => {}
        }
    }

    /// No other record given does the same after the same one.
    fn rivals(&self, problems: &mut Problems) {
        for other in self.others() {
            let rival = other.link().filter(|other| other.result == self.link.result);
            if rival.is_some_and(|rival| rival.step.rivals(self.link.step)) {
                let other = quote(&other.called());
                problems.add(|| match self.link.step {
                    Step::Alternates(_) => format!("{other} holds another list of alternates for the same panel"),
                    _ => format!("{other} puts another panel in the place of the same one"),
                });
            }
        }
    }
}

/// Whether the members of a record have no identifiers but the numbers of their rows.
fn is_numbered(record: &Opened<'_>) -> bool {
    record.setup.as_ref().is_some_and(|setup| setup.id_column.is_none())
}
