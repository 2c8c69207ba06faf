//! What a verification found: its checks, and the verdict that follows from them.

use std::fmt;

use num_bigint::BigInt;

use super::receipt::Story;
use super::tell::Commitment;

/// The outcome of one check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The check was made, and all was right.
    Pass,
    /// The check was made, and something was wrong.
    Fail,
    /// The check could not be made, because something it needs is missing or unusable.
    NotChecked,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Verdict::Pass => "PASS",
            Verdict::Fail => "FAIL",
            Verdict::NotChecked => "NOT CHECKED",
        })
    }
}

/// One check and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The identifier in `docs/record.md`, such as `lottery.quotas`.
    pub id: &'static str,
    /// What came of it.
    pub verdict: Verdict,
    /// In plain words: what was checked, or what is wrong and where, or why it was not checked.
    pub sentence: String,
}

/// What the verification of a record found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verification {
    /// The checks, in the order of `docs/record.md`.
    pub checks: Vec<Check>,
    /// Whether the record is a rehearsal.
    pub rehearsal: bool,
    /// Whether the record is in public form, which gives up the checks in [`NEED_FULL_RECORD`].
    pub public: bool,
    /// Whether the record holds a draw.
    pub draw: bool,
    /// Whether the record claims the fairest lottery, so that a certificate belongs to it.
    pub certified: bool,
    /// Whether the record follows another.
    pub follows: bool,
    /// Whether it does so because a new term begins: who stays is then checked by identifiers, which the public form does not have.
    pub rotates: bool,
    /// How far chances are from the fairest, in percentage points such as `0.1`, where that is more than rounding to the usual number of tickets.
    pub off_fairest: Option<String>,
    /// Whether it replaces members with other quotas than those of the record that it follows.
    pub other_quotas: bool,
    /// How many members are excluded beside those whom its step asks to be.
    pub excluded_more: usize,
    /// How many members are certain to be alternates, in a record of alternates.
    pub certain: usize,
    /// Whether there are more alternates than seats on the panel that they are for.
    pub more_than_seats: bool,
    /// How many stages of the certificate rest on a solver's word.
    pub on_word: usize,
    /// What the commitment says, if there is one.
    pub commitment: Option<Commitment>,
    /// What a receipt tells its owner, if there is one.
    pub receipt: Option<Story>,
}

/// Tenths as a verdict writes them.
pub(super) fn points(tenths: BigInt) -> String {
    format!("{}.{}", &tenths / 10u8, &tenths % 10u8)
}

/// What may stand in brackets after a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// It is about a rehearsal.
    Rehearsal,
    /// Nothing was drawn.
    Undrawn,
    /// There is a draw, but no commitment before it.
    Uncommitted,
    /// The lottery does not claim to be the fairest.
    Uncertified,
    /// Chances are so many percentage points, such as `0.1`, from the fairest.
    Gap(String),
    /// Members are replaced with other quotas than before.
    Quotas,
    /// So many members are excluded beside those whom the step asks to be.
    Excluded(usize),
    /// So many members are certain to be alternates.
    Certain(usize),
    /// There are more alternates than seats.
    Many,
    /// The record is in public form, which gives up so many checks.
    Public(usize),
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rehearsal => f.write_str(REHEARSAL),
            Self::Undrawn => f.write_str("lottery only; nothing was drawn"),
            Self::Uncommitted => f.write_str("no commitment; the seed may have been chosen to suit"),
            Self::Uncertified => f.write_str("no certificate; how fair the lottery is was not checked"),
            Self::Gap(points) => write!(f, "chances are up to {points} percentage points from the fairest"),
            Self::Quotas => f.write_str("other quotas than before"),
            Self::Excluded(1) => f.write_str("1 member more is excluded than its step asks for"),
            Self::Excluded(more) => write!(f, "{more} members more are excluded than its step asks for"),
            Self::Certain(1) => f.write_str("1 member is certain to be an alternate"),
            Self::Certain(certain) => write!(f, "{certain} members are certain to be alternates"),
            Self::Many => f.write_str("more alternates than seats"),
            Self::Public(1) => f.write_str("public form; 1 check needs the full record"),
            Self::Public(checks) => write!(f, "public form; {checks} checks need the full record"),
        }
    }
}

/// What a verdict says of a rehearsal.
const REHEARSAL: &str = "REHEARSAL, NOT THE DRAW";

/// The checks that the public form gives up; where a new term begins, `chain.seats` too.
pub const NEED_FULL_RECORD: [&str; 20] = [
    "setup.form",
    "pool.form",
    "alternates.form",
    "lottery.quotas",
    "lottery.rules",
    "lottery.parts",
    "certificate.form",
    "certificate.cuts",
    "certificate.stages",
    "certificate.gap",
    "probabilities.form",
    "probabilities.tickets",
    "commit.leaves",
    "draw.selected",
    "draw.remaining",
    "draw.panels",
    "draw.new",
    "draw.alternates",
    "chain.included",
    "chain.rules",
];

impl Verification {
    /// Whether every check passed, but for those that the public form gives up.
    pub fn verified(&self) -> bool {
        !self.checks.is_empty()
            && self.checks.iter().all(|check| check.verdict == Verdict::Pass || self.given_up(check))
    }

    fn given_up(&self, check: &Check) -> bool {
        let needs = NEED_FULL_RECORD.contains(&check.id) || self.rotates && check.id == "chain.seats";
        self.public && check.verdict == Verdict::NotChecked && needs
    }

    /// Whether every check passed, but for cuts of the certificate that nothing but a solver's word stands for.
    fn verified_but_for_word(&self) -> bool {
        let fine = |check: &Check| match check.verdict {
            Verdict::Pass => true,
            Verdict::NotChecked => check.id == "certificate.cuts",
            Verdict::Fail => false,
        };
        self.on_word > 0 && !self.public && self.checks.iter().all(fine)
    }

    /// How many stages the verdict excepts, since their fairness rests on a solver's word; 0 where it excepts none.
    pub fn excepted(&self) -> usize {
        if !self.verified() && self.verified_but_for_word() { self.on_word } else { 0 }
    }

    /// The last line of a verification.
    pub fn verdict_line(&self) -> String {
        let notes: Vec<String> = self.notes().iter().map(ToString::to_string).collect();
        let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join("; ")) };
        match (self.verified(), self.excepted()) {
            (true, _) => format!("VERIFIED{notes}"),
            (false, 0) => format!("NOT VERIFIED{notes}"),
            (false, 1) => format!("VERIFIED{notes}, EXCEPT THAT THE FAIRNESS OF 1 STAGE RESTS ON A SOLVER'S WORD"),
            (false, stages) => {
                format!("VERIFIED{notes}, EXCEPT THAT THE FAIRNESS OF {stages} STAGES RESTS ON A SOLVER'S WORD")
            }
        }
    }

    /// What stands in brackets after the verdict; behind a negative one, that it is about a rehearsal, and nothing else.
    pub fn notes(&self) -> Vec<Note> {
        let rehearsal = self.rehearsal.then_some(Note::Rehearsal);
        if !self.verified() && self.excepted() == 0 {
            return rehearsal.into_iter().collect();
        }
        let given_up = self.checks.iter().filter(|check| self.given_up(check)).count();
        let notes = [
            rehearsal,
            (!self.draw).then_some(Note::Undrawn),
            (self.draw && self.commitment.is_none()).then_some(Note::Uncommitted),
            (!self.public && !self.certified).then_some(Note::Uncertified),
            self.off_fairest.clone().map(Note::Gap),
            self.other_quotas.then_some(Note::Quotas),
            (self.excluded_more > 0).then_some(Note::Excluded(self.excluded_more)),
            (self.certain > 0).then_some(Note::Certain(self.certain)),
            self.more_than_seats.then_some(Note::Many),
            self.public.then_some(Note::Public(given_up)),
        ];
        notes.into_iter().flatten().collect()
    }

    /// The verification as JSON text, keys in order, with a final line end.
    pub fn to_json(&self) -> String {
        format!("{:#}\n", self.value())
    }

    fn value(&self) -> serde_json::Value {
        let check = |check: &Check| {
            serde_json::json!({
                "id": check.id,
                "sentence": check.sentence,
                "verdict": check.verdict.to_string(),
            })
        };
        serde_json::json!({
            "checks": self.checks.iter().map(check).collect::<Vec<_>>(),
            "verdict": self.verdict_line(),
            "verified": self.verified(),
        })
    }
}

/// Whether each of several records is verified, and there is one at all.
pub fn verified_together(verifications: &[Verification]) -> bool {
    !verifications.is_empty() && verifications.iter().all(Verification::verified)
}

/// The last line of the verification of several records.
pub fn together_line(verifications: &[Verification]) -> String {
    let rehearsal = verifications.iter().any(|verification| verification.rehearsal);
    let mut notes: Vec<String> = rehearsal.then(|| REHEARSAL.to_owned()).into_iter().collect();
    let verified = verified_together(verifications);
    for note in verifications.iter().filter(|_| verified).flat_map(Verification::notes) {
        let note = note.to_string();
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    let verdict = if verified { "VERIFIED TOGETHER" } else { "NOT VERIFIED TOGETHER" };
    if notes.is_empty() { verdict.to_owned() } else { format!("{verdict} ({})", notes.join("; ")) }
}

/// The verification of several records as JSON text, each with the name that it was given with.
pub fn together_json<'a>(names: impl IntoIterator<Item = &'a str>, verifications: &[Verification]) -> String {
    let record = |(name, verification): (&str, &Verification)| {
        let mut value = verification.value();
        if let Some(object) = value.as_object_mut() {
            object.insert("record".to_owned(), name.into());
        }
        value
    };
    let whole = serde_json::json!({
        "records": names.into_iter().zip(verifications).map(record).collect::<Vec<_>>(),
        "verdict": together_line(verifications),
        "verified": verified_together(verifications),
    });
    format!("{whole:#}\n")
}
