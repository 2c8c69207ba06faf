//! The files of a record, byte for byte as `docs/record.md` defines them. Pure functions from data to text.

mod certificate;

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;
use sha2::{Digest, Sha256};

pub use certificate::certificate_json;

use crate::instance::{Instance, Standing};
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
    /// Seed, ticket, panel and the hashes of the others.
    pub const RESULT: &str = "result.json";
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
    #[error("{RESULT} could not be written: {0}", RESULT = name::RESULT)]
    Json(#[from] serde_json::Error),
}

/// Digits after the point of a published probability.
const DIGITS: u32 = 12;

/// Writes `lottery.json`, with one panel a line. It goes out piece by piece, because that of a large pool is larger than the memory it should need.
///
/// # Errors
/// Those of `out`.
pub fn lottery_json(lottery: &Lottery, out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"{\"format\":\"klero/lottery/1\",\"panels\":[\n")?;
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
pub fn probabilities_csv(ids: &[&str], marginals: &[u64], all: u64) -> Result<String, RecordError> {
    let rows = ids.iter().zip(marginals).enumerate().map(|(i, (id, &tickets))| {
        vec![(i + 1).to_string(), (*id).to_owned(), decimal(tickets, all), tickets.to_string()]
    });
    csv_text(name::PROBABILITIES, ["number", "id", "probability", "tickets"].map(str::to_owned).to_vec(), rows)
}

/// Some rows of a table under its own header, cells unchanged, for the named file. `rows` are indices into the table's rows.
pub fn rows_csv(file: &'static str, table: &Table, rows: &[usize]) -> Result<String, RecordError> {
    let cells = rows.iter().filter_map(|&row| table.rows.get(row)).map(|row| row.cells.clone());
    csv_text(file, table.header.clone(), cells)
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

/// The drawn panel, as `result.json` names it.
#[derive(Debug, Clone, Serialize)]
pub struct DrawnPanel<'a> {
    /// Member numbers, ascending.
    pub members: &'a [u32],
    /// Position in `lottery.json`, from 1.
    pub number: usize,
}

/// The draw, as `result.json` tells it.
#[derive(Debug, Clone, Serialize)]
pub struct Draw<'a> {
    /// The key in hexadecimal.
    pub key: String,
    /// The panel.
    pub panel: DrawnPanel<'a>,
    /// The seed text, normalised.
    pub seed: &'a str,
    /// The ticket, from 0.
    pub ticket: u64,
}

/// `result.json`. Keys are in alphabetical order.
#[derive(Debug, Clone, Serialize)]
pub struct Outcome<'a> {
    /// The draw; `None` for a lottery without one.
    pub draw: Option<Draw<'a>>,
    /// SHA-256 of every other file of the record.
    pub files: BTreeMap<&'static str, String>,
    /// `klero/result/1`.
    pub format: &'static str,
    /// γ, where the objective is `goldilocks`: see [`gamma`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gamma: Option<String>,
    /// Header of the identifier column; `None` when rows are numbered.
    pub id_column: Option<&'a str>,
    /// Pool size n.
    pub members: usize,
    /// What the lottery was asked for.
    pub objective: &'static str,
    /// Rules beside the quotas.
    pub rules: Rules<'a>,
    /// Panel size k.
    pub size: usize,
    /// Ticket count M.
    pub tickets: u64,
}

/// Rules beside the quotas, with members by number.
#[derive(Debug, Clone, Serialize)]
pub struct Rules<'a> {
    /// Groups of whom at most one may sit.
    pub apart: Vec<Vec<usize>>,
    /// Members who sit on no panel.
    pub exclude: Vec<usize>,
    /// Columns that make a household when all of them agree, as the pool spells them.
    pub household_columns: &'a [String],
    /// How many members of one household may sit.
    pub household_limit: usize,
    /// Members who sit on every panel.
    pub include: Vec<usize>,
}

impl<'a> Rules<'a> {
    /// The rules of an instance whose households come from these columns.
    pub fn of(instance: &Instance, household_columns: &'a [String]) -> Self {
        let standing = |standing| {
            let members = instance.members().iter().enumerate();
            members.filter(|(_, member)| member.standing == standing).map(|(i, _)| i + 1).collect()
        };
        Self {
            apart: instance.apart().iter().map(|group| group.iter().map(|i| i + 1).collect()).collect(),
            exclude: standing(Standing::Excluded),
            household_columns,
            household_limit: instance.household_limit(),
            include: standing(Standing::Included),
        }
    }
}

/// The format name of `result.json`.
pub const RESULT_FORMAT: &str = "klero/result/1";

/// γ as a decimal number, in the fewest digits that give it back.
pub fn gamma(gamma: f64) -> String {
    gamma.to_string()
}

/// `result.json` as text.
pub fn result_json(outcome: &Outcome) -> Result<String, RecordError> {
    Ok(serde_json::to_string_pretty(outcome)? + "\n")
}

/// SHA-256 of a file's bytes.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
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

#[cfg(test)]
mod tests {
    use std::io::{self, Write};

    use super::{Hashing, decimal, lottery_json, sha256};
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
        lottery_json(&lottery, &mut out)?;
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
        assert_eq!(hash, sha256(b"kleroterion"));
        assert_ne!(hash, sha256(b"kleroterior"));
        Ok(())
    }
}
