//! The table of files in `docs/record.md`: what they are called, how large they may be, and whether they are personal.

/// What stands in front of the name of each file of a rehearsal, and in the first column of its tables.
pub(super) const REHEARSAL: &str = "REHEARSAL";

/// How many alternates of which kind were asked for.
pub(super) const ALTERNATES: &str = "alternates.json";
/// The drawn alternates in the order in which they are called.
pub(super) const CALLED: &str = "alternates.csv";
/// The proof that no lottery is fairer.
pub(super) const CERTIFICATE: &str = "certificate.json";
/// What is drawn from, and where the seed will come from.
pub(super) const COMMIT: &str = "commit.txt";
/// A round of a public random beacon.
pub(super) const BEACON: &str = "beacon.json";
/// The master secret of the salts.
pub(super) const KEYS: &str = "keys.json";
/// One SHA-256 for each member, and one for the organiser.
pub(super) const LEAVES: &str = "pool.leaves";
/// The lottery.
pub(super) const LOTTERY: &str = "lottery.json";
/// The drawn members who did not sit before.
pub(super) const NEW: &str = "new.csv";
/// The pool.
pub(super) const POOL: &str = "pool.csv";
/// The drawn members by panel.
pub(super) const PANELS: &str = "panels.csv";
/// Every member's selection probability.
pub(super) const PROBABILITIES: &str = "probabilities.csv";
/// The quotas.
pub(super) const QUOTAS: &str = "quotas.csv";
/// The rows of the members who were not drawn.
pub(super) const REMAINING: &str = "remaining.csv";
/// The seed, the ticket and the drawn panel.
pub(super) const RESULT: &str = "result.json";
/// The rows of the members who were drawn.
pub(super) const SELECTED: &str = "selected.csv";
/// What was in force when the lottery was made.
pub(super) const SETTINGS: &str = "settings.toml";
/// Sizes, objective and rules.
pub(super) const SETUP: &str = "setup.json";
/// Who sits on which of several panels drawn together.
pub(super) const SPLIT: &str = "split.json";

const MIB: u64 = 1 << 20;
const GIB: u64 = 1 << 30;

/// The largest receipt, in bytes.
pub(super) const RECEIPT_LIMIT: u64 = MIB;

/// One row of the table.
pub(super) struct Entry {
    pub(super) name: &'static str,
    pub(super) personal: bool,
    /// The largest size that is read, in bytes.
    pub(super) limit: u64,
}

const fn entry(name: &'static str, personal: bool, limit: u64) -> Entry {
    Entry { name, personal, limit }
}

/// All files of a record.
pub(super) static TABLE: [Entry; 19] = [
    entry(QUOTAS, false, 2 * GIB),
    entry(POOL, true, 2 * GIB),
    entry(SETUP, true, 64 * MIB),
    entry(PROBABILITIES, true, 2 * GIB),
    entry(LOTTERY, false, 8 * GIB),
    entry(CERTIFICATE, true, 2 * GIB),
    entry(SETTINGS, true, MIB),
    entry(SPLIT, false, 2 * GIB),
    entry(ALTERNATES, true, 64 * MIB),
    entry(KEYS, true, MIB),
    entry(LEAVES, false, 2 * GIB),
    entry(COMMIT, false, MIB),
    entry(BEACON, false, MIB),
    entry(RESULT, false, MIB),
    entry(SELECTED, true, 2 * GIB),
    entry(REMAINING, true, 2 * GIB),
    entry(PANELS, true, 2 * GIB),
    entry(NEW, true, 2 * GIB),
    entry(CALLED, true, 2 * GIB),
];
