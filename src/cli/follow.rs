//! Records that follow others: opens the one that is followed, and makes the one that follows.

use std::path::{Path, PathBuf};

use klero::instance::{Built, Instance, Settings, build};
use klero::read::read_csv;
use klero::record::{Before, Keys, Moment, Outcome, Source, Step, name, read_result, sha256};
use klero::verify::{Files, Verdict, verify};

use super::failure::Failure;
use super::open::{Solved, committed, solved};
use super::place::Place;
use super::refusal::Refusal;

/// A record in which something was drawn.
pub struct Earlier {
    /// What was drawn from.
    pub solved: Solved,
    /// `result.json`.
    pub outcome: Outcome,
    /// Its SHA-256.
    pub result: String,
    /// The drawn panel as indices of members, ascending; with `split`, see [`Earlier::panel`].
    pub drawn: Vec<usize>,
    /// For each of them, on which of several panels.
    pub split: Option<Vec<u32>>,
    /// The keys, where there is a commitment.
    pub keys: Option<Keys>,
    /// When the commitment says that it was published, where there is one.
    pub published: Option<Moment>,
    /// The round of the beacon that decided.
    pub round: Option<u64>,
}

/// Opens the record of a panel that sits.
pub fn sitting(dir: &Path) -> Result<Earlier, Failure> {
    let base = earlier(dir)?;
    match &base.solved.setup.before {
        Some(before) if matches!(before.step, Step::Alternates(_)) => {
            Err(Refusal::HoldsAlternates { dir: dir.to_owned() }.into())
        }
        _ => Ok(base),
    }
}

/// Opens a record in which something was drawn, and refuses one of which a check fails.
pub fn earlier(dir: &Path) -> Result<Earlier, Failure> {
    let place = Place::of(dir);
    if dir.is_dir() && place.first_of(&[name::RESULT]).is_none() {
        return Err(Refusal::Undrawn { dir: dir.to_owned() }.into());
    }
    let verification = verify(&Files::from_dir(dir).map_err(Failure::path("read the record", dir))?);
    let of_itself = |id: &str| !id.starts_with("chain.");
    let failed = verification.checks.iter().filter(|check| check.verdict == Verdict::Fail && of_itself(check.id));
    let failed: Vec<&str> = failed.map(|check| check.id).collect();
    if !failed.is_empty() {
        return Err(Refusal::Unverified { dir: dir.to_owned(), checks: failed.join(", ") }.into());
    }
    let (solved, keys, published, seed) = if place.first_of(&name::OF_COMMITMENT).is_some() {
        let record = committed(dir, "nothing can follow it")?;
        record.outcome()?;
        let (published, seed) = (record.commitment.published, record.commitment.seed);
        (record.solved, Some(record.keys), Some(published), Some(seed))
    } else {
        (solved(dir)?, None, None, None)
    };
    let bytes = place.bytes(name::RESULT)?;
    let outcome = read_result(place.mark, &bytes).map_err(place.malformed(name::RESULT))?;
    let lottery = solved.lottery()?;
    let number = outcome.draw.panel.number;
    let split = solved.split(&lottery)?.and_then(|split| split.into_iter().nth(number.wrapping_sub(1)));
    let drawn = outcome.draw.panel.members.iter().map(|member| *member as usize - 1).collect();
    let round = seed.and_then(|seed| if let Source::Beacon { round } = seed { Some(round) } else { None });
    Ok(Earlier { solved, outcome, result: sha256(&bytes), drawn, split, keys, published, round })
}

impl Earlier {
    /// The members of the panel, by index; of one of several panels where its number is given.
    pub fn panel(&self, number: Option<usize>) -> Result<Vec<usize>, Failure> {
        let dir = &self.solved.place.dir;
        let panels = self.solved.setup.panels();
        match (number, &self.split) {
            (None, None) => Ok(self.drawn.clone()),
            (Some(number), Some(split)) if (1..=panels).contains(&number) => {
                let of = self.drawn.iter().zip(split).filter(|(_, panel)| **panel as usize == number);
                Ok(of.map(|(member, _)| *member).collect())
            }
            (_, split) => Err(Refusal::WhichPanel { dir: dir.clone(), panels: split.as_ref().map(|_| panels) }.into()),
        }
    }

    /// What a record that follows this one says of it.
    pub fn before(&self, step: Step) -> Before {
        Before {
            alternates: None,
            fingerprint: self.outcome.fingerprint.clone(),
            former: Vec::new(),
            result: self.result.clone(),
            step,
        }
    }

    /// The members.
    pub fn instance(&self) -> &Instance {
        &self.solved.built.instance
    }

    /// The identifiers of some members.
    pub fn ids(&self, members: &[usize]) -> Vec<String> {
        members.iter().filter_map(|&member| self.instance().members().get(member)).map(|one| one.id.clone()).collect()
    }
}

/// The record that another one follows, from the directory that was named for it; it may be left out where its keys are not used again.
pub fn followed(solved: &Solved, after: Option<&Path>) -> Result<Option<Earlier>, Failure> {
    let dir = solved.place.dir.clone();
    let before = solved.setup.before.as_ref();
    match (before, after) {
        (None, None) => Ok(None),
        (None, Some(_)) => Err(Refusal::FollowsNone { dir }.into()),
        (Some(before), None) => {
            let again = before.step != Step::Rotate && before.fingerprint.is_some();
            if again { Err(Refusal::After { dir }.into()) } else { Ok(None) }
        }
        (Some(before), Some(after)) => {
            let earlier = earlier(after)?;
            if earlier.result != before.result {
                return Err(Refusal::FollowsAnother { dir, after: after.to_owned() }.into());
            }
            Ok(Some(earlier))
        }
    }
}

/// Members of the pool who were drawn for other panels that were drawn together with this one, in the records that replaced members of those. Whoever
/// was drawn for one panel is never drawn for another, so all of these records are needed, back to the first draw. What this record follows may
/// itself be such a record, so it is looked at the pool and at who sits: nobody sits on two panels.
pub fn beside(base: &Earlier, dirs: &[PathBuf], panel: &[usize]) -> Result<Vec<usize>, Failure> {
    if dirs.is_empty() && base.split.is_some() {
        note!(
            "the other panels count as they were drawn; if anybody was replaced on one of them since, name all records of that with --beside"
        );
    }
    let others = dirs.iter().map(|dir| Ok((dir, earlier(dir)?))).collect::<Result<Vec<_>, Failure>>()?;
    let mut taken = Vec::new();
    for (dir, other) in &others {
        let before = other.solved.setup.before.as_ref();
        let before = before.filter(|before| matches!(before.step, Step::Replace(_)));
        let same_pool = other.solved.pool_bytes == base.solved.pool_bytes;
        let Some(before) = before.filter(|_| same_pool && !other.drawn.iter().any(|member| panel.contains(member)))
        else {
            return Err(Refusal::NotBeside { dir: (*dir).clone(), of: base.solved.place.dir.clone() }.into());
        };
        if before.step.panel().is_none() && !others.iter().any(|(_, another)| another.result == before.result) {
            return Err(Refusal::BesideGap { dir: (*dir).clone() }.into());
        }
        taken.extend(&other.drawn);
    }
    Ok(taken)
}

/// The record of alternates whose members may have been called in, which must follow the same record.
pub fn alternates_of(earlier: &Earlier, dir: &Path, panel: Option<usize>) -> Result<Earlier, Failure> {
    let alternates = self::earlier(dir)?;
    let before = alternates.solved.setup.before.as_ref();
    // Those of the panel before this one will do, if that was replaced in part only; and those who could be called in for it already.
    let replaced = earlier.solved.setup.before.as_ref().filter(|before| matches!(before.step, Step::Replace(_)));
    let again = replaced.is_some_and(|replaced| replaced.alternates.as_ref() == Some(&alternates.result));
    let of = |before: &Before| {
        matches!(before.step, Step::Alternates(_))
            && (again
                || before.step == Step::Alternates(panel) && before.result == earlier.result
                || replaced.is_some_and(|replaced| {
                    replaced.result == before.result && replaced.step.panel() == before.step.panel()
                }))
    };
    if before.is_some_and(of) {
        return Ok(alternates);
    }
    let base: PathBuf = earlier.solved.place.dir.clone();
    Err(Refusal::NotItsAlternates { dir: dir.to_owned(), of: base }.into())
}

/// The instance of one panel: that of the record, or, where several were drawn together, with the quotas of each.
pub fn one_panel(base: &Earlier) -> Result<Built, Failure> {
    let solved = &base.solved;
    let panels = solved.setup.panels();
    if panels == 1 {
        return Ok(solved.built.clone());
    }
    let file = solved.place.path(name::QUOTAS).display().to_string();
    let quotas = read_csv(&file, &solved.quotas_bytes).map_err(Failure::read)?;
    let settings = Settings { size: solved.setup.size / panels, panels: 1, ..solved.setup.settings() };
    build(&quotas, &solved.pool, &settings).map_err(Failure::instance)
}
