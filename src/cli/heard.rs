//! What the verifier found, handed to the report as plain data.

use klero::report::{Heard, Remark};
use klero::verify::{Note, Verification};

/// A verdict with the messages for it.
pub fn heard(verification: &Verification) -> Heard {
    let remark = |note: Note| match note {
        Note::Rehearsal => Remark::Plain("note-rehearsal"),
        Note::Undrawn => Remark::Plain("note-undrawn"),
        Note::Uncommitted => Remark::Plain("note-uncommitted"),
        Note::Uncertified => Remark::Plain("note-uncertified"),
        Note::Gap(points) => Remark::Gap(points.parse().unwrap_or_default()),
        Note::Quotas => Remark::Plain("note-quotas"),
        Note::Excluded(count) => Remark::Count("note-excluded", count),
        Note::Certain(count) => Remark::Count("note-certain", count),
        Note::Many => Remark::Plain("note-many"),
        Note::Public(count) => Remark::Count("note-public", count),
    };
    Heard {
        line: verification.verdict_line(),
        verified: verification.verified(),
        excepted: verification.excepted(),
        remarks: verification.notes().into_iter().map(remark).collect(),
    }
}
