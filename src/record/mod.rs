//! The files of a record, byte for byte as `docs/record.md` defines them. Pure functions from data to text.

mod beacon;
mod before;
mod certificate;
mod commit;
mod keys;
mod leaves;
mod moment;
mod reading;
mod receipt;
mod result;
mod rows;
mod setup;
mod split;

use std::io::{self, Write};

use sha2::{Digest, Sha256};

pub use beacon::{Beacon, BeaconProblem, CHAIN, beacon_json, fetch_command, round_at, time_of};
pub use before::{Before, Named, Step};
pub use certificate::certificate_json;
pub use commit::{BadLine, Commitment, LEXIMIN, MOST_DIGITS, NAME_LENGTH, Source, is_hash, is_name};
pub use keys::{Keys, hash_from_hex, keys_json};
pub use leaves::{Hash, Tree, leaf_hash, leaves, leaves_text};
pub use moment::{Moment, MomentProblem};
pub use reading::{read_lottery, read_result, read_setup, read_split};
pub use receipt::{RECEIPT_FORMAT, Receipt, receipt_json};
pub use result::{Draw, DrawnPanel, Outcome, RESULT_FORMAT, result_json};
pub use rows::{Rows, call_order, rows_csv};
pub use setup::{Files, Rules, SETUP_FORMAT, Setup, setup_json};
use split::SPLIT_FORMAT;
pub use split::split_json;

use crate::draw::{Mark, REHEARSAL, hex};
use crate::lottery::Lottery;
use crate::read::Table;

/// Names of the record's files.
pub mod name {
    /// The quotas file as it was read.
    pub const QUOTAS: &str = "quotas.csv";
    /// The pool file as it was read.
    pub const POOL: &str = "pool.csv";
    /// Every member's number, identifier and tickets.
    pub const PROBABILITIES: &str = "probabilities.csv";
    /// The lottery.
    pub const LOTTERY: &str = "lottery.json";
    /// Why no lottery does better.
    pub const CERTIFICATE: &str = "certificate.json";
    /// The drawn members.
    pub const SELECTED: &str = "selected.csv";
    /// The rest of the pool.
    pub const REMAINING: &str = "remaining.csv";
    /// What was solved, and the hashes of the other files of that.
    pub const SETUP: &str = "setup.json";
    /// The settings that were in force.
    pub const SETTINGS: &str = "settings.toml";
    /// The secret of the salts.
    pub const KEYS: &str = "keys.json";
    /// A hash for each member.
    pub const LEAVES: &str = "pool.leaves";
    /// The commitment.
    pub const COMMIT: &str = "commit.txt";
    /// A round of a public beacon.
    pub const BEACON: &str = "beacon.json";
    /// Seed, ticket and panel.
    pub const RESULT: &str = "result.json";

    /// On which of several panels the members of each panel of the lottery sit.
    pub const SPLIT: &str = "split.json";
    /// How many alternates of which kind were asked for, and why.
    pub const ALTERNATES_JSON: &str = "alternates.json";
    /// The drawn members by panel.
    pub const PANELS: &str = "panels.csv";
    /// The drawn members who did not sit before.
    pub const NEW: &str = "new.csv";
    /// The alternates in their order.
    pub const ALTERNATES: &str = "alternates.csv";

    /// All of them.
    pub const ALL: [&str; 19] = [
        QUOTAS,
        POOL,
        SETUP,
        PROBABILITIES,
        LOTTERY,
        CERTIFICATE,
        SETTINGS,
        KEYS,
        LEAVES,
        COMMIT,
        BEACON,
        RESULT,
        SELECTED,
        REMAINING,
        SPLIT,
        ALTERNATES_JSON,
        PANELS,
        NEW,
        ALTERNATES,
    ];
    /// Those with personal data, or a secret.
    pub const PERSONAL: [&str; 12] = [
        POOL,
        SETUP,
        PROBABILITIES,
        CERTIFICATE,
        SETTINGS,
        KEYS,
        SELECTED,
        REMAINING,
        ALTERNATES_JSON,
        PANELS,
        NEW,
        ALTERNATES,
    ];
    /// Whether a record has a commitment is seen by these.
    pub const OF_COMMITMENT: [&str; 3] = [COMMIT, LEAVES, KEYS];
    /// Whether something was drawn is seen by these.
    pub const OF_DRAW: [&str; 7] = [RESULT, BEACON, SELECTED, REMAINING, PANELS, NEW, ALTERNATES];
}

/// A record file that could not be put into words; a fault of the program, not of its input.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// A CSV row did not fit its header.
    #[error("a row of {file} could not be written: {source}")]
    Csv {
        /// Which file.
        file: &'static str,
        /// The CSV writer's words.
        source: csv::Error,
    },
    /// The JSON writer refused.
    #[error("a file in JSON could not be written: {0}")]
    Json(#[from] serde_json::Error),
}

/// The format name of `lottery.json`, without its mark.
const LOTTERY_FORMAT: &str = "lottery/1";

/// Digits after the point of a published probability.
const DIGITS: u32 = 12;

/// Writes `lottery.json`, with one panel a line. It goes out piece by piece, because that of a large pool is larger than the memory it should need.
///
/// # Errors
/// Those of `out`.
pub fn lottery_json(mark: Mark, lottery: &Lottery, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{{\"format\":\"{}\",\"panels\":[", mark.format(LOTTERY_FORMAT))?;
    for (i, panel) in lottery.panels().enumerate() {
        if i > 0 {
            out.write_all(b",\n")?;
        }
        // Its keys are in alphabetical order.
        serde_json::to_writer(&mut *out, &panel)?;
    }
    writeln!(out, "\n],\"size\":{},\"tickets\":{}}}", lottery.size(), lottery.tickets())
}

/// `tickets / all` as a decimal fraction with 12 digits, rounded half up in whole numbers.
pub fn decimal(tickets: u64, all: u64) -> String {
    let scale = 10_u128.pow(DIGITS);
    let all = u128::from(all.max(1));
    let units = (2 * u128::from(tickets) * scale + all) / (2 * all);
    format!("{}.{:012}", units / scale, units % scale)
}

/// `probabilities.csv`: identifiers and tickets of the members in the order of their numbers.
///
/// # Errors
/// When the CSV writer refuses, which would be a fault of the program.
pub fn probabilities_csv(mark: Mark, ids: &[&str], marginals: &[u64], all: u64) -> Result<String, RecordError> {
    let marked =
        |cells: Vec<String>| mark.is_rehearsal().then(|| REHEARSAL.to_owned()).into_iter().chain(cells).collect();
    let rows = ids.iter().zip(marginals).enumerate().map(|(i, (id, &tickets))| {
        marked(vec![(i + 1).to_string(), (*id).to_owned(), decimal(tickets, all), tickets.to_string()])
    });
    csv_text(name::PROBABILITIES, marked(["number", "id", "probability", "tickets"].map(str::to_owned).to_vec()), rows)
}

/// A pool or quotas as a record has them: those of a rehearsal with a first column that says so, once.
pub fn marked_table(mark: Mark, table: &Table) -> Table {
    let mut table = table.clone();
    let there = table.header.first().is_some_and(|header| header == REHEARSAL);
    if mark.is_rehearsal() && !there {
        table.header.insert(0, REHEARSAL.to_owned());
        table.rows.iter_mut().for_each(|row| row.cells.insert(0, REHEARSAL.to_owned()));
    }
    table
}

fn csv_text(
    file: &'static str,
    header: Vec<String>,
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<String, RecordError> {
    let fault = |source| RecordError::Csv { file, source };
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in std::iter::once(header).chain(rows) {
        writer.write_record(&row).map_err(fault)?;
    }
    let bytes = writer.into_inner().map_err(|error| fault(csv::Error::from(error.into_error())))?;
    String::from_utf8(bytes).map_err(|error| fault(csv::Error::from(std::io::Error::other(error))))
}

/// The objective goldilocks with γ: `goldilocks` for 1, otherwise with γ in the fewest decimal digits that give it back, as in `goldilocks:0.5`.
pub fn goldilocks(gamma: f64) -> String {
    if gamma == 1.0 { "goldilocks".to_owned() } else { format!("goldilocks:{gamma}") }
}

/// Hands bytes on, and works out their SHA-256 on the way.
#[derive(Debug)]
pub struct Hashing<W> {
    out: W,
    hasher: Sha256,
}

impl<W: Write> Hashing<W> {
    /// Hands on to `out`.
    pub fn new(out: W) -> Self {
        Self { out, hasher: Sha256::new() }
    }

    /// What was handed on to, and the SHA-256 of all that was.
    pub fn finish(self) -> (W, [u8; 32]) {
        (self.out, self.hasher.finalize().into())
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hasher.update(bytes.get(..written).unwrap_or(bytes));
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// SHA-256 of a file's bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};

    use super::{Hashing, Mark, decimal, hex, lottery_json, sha256};
    use crate::lottery::{Lottery, Panel};

    #[test]
    fn decimals_are_exact_or_rounded_half_up() {
        assert_eq!(decimal(44_642_857_142, 1_000_000_000_000), "0.044642857142");
        assert_eq!(decimal(1, 3), "0.333333333333");
        assert_eq!(decimal(2, 3), "0.666666666667");
        assert_eq!(decimal(7, 7), "1.000000000000");
        assert_eq!(decimal(1, 2_000_000_000_000), "0.000000000001");
    }

    #[test]
    fn a_lottery_is_written_in_order() -> io::Result<()> {
        let panel = |members, tickets| Panel { members, tickets };
        let lottery = Lottery::new(2, [panel(&[2, 3], 4), panel(&[1, 10], 5), panel(&[2, 3], 1)]);
        let expected = "{\"format\":\"klero/lottery/1\",\"panels\":[\n{\"members\":[1,10],\"tickets\":5},\n\
                        {\"members\":[2,3],\"tickets\":5}\n],\"size\":2,\"tickets\":10}\n";
        let mut out = Vec::new();
        lottery_json(Mark::Draw, &lottery, &mut out)?;
        assert_eq!(String::from_utf8_lossy(&out), expected);
        Ok(())
    }

    /// Takes three bytes at a time.
    struct Narrow(Vec<u8>);

    impl Write for Narrow {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.write(&bytes[..bytes.len().min(3)])
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_is_hashed_is_what_was_written() -> io::Result<()> {
        let mut hashing = Hashing::new(Narrow(Vec::new()));
        hashing.write_all(b"klero")?;
        hashing.write_all(b"terion")?;
        let (Narrow(written), hash) = hashing.finish();
        assert_eq!(written, b"kleroterion");
        assert_eq!(hex(&hash), sha256(b"kleroterion"));
        assert_ne!(hex(&hash), sha256(b"kleroterior"));
        Ok(())
    }
}
