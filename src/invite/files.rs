//! The files of an invitation, byte for byte as `docs/invitations.md` has them.

use std::collections::BTreeMap;
use std::fmt::Write;

use num_rational::BigRational;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::number::{decimal, fraction, quotient};
use super::plan::Prepared;
use super::problem::InviteError;
use super::select::Letter;
use super::split::Split;
use crate::draw::{Mark, REHEARSAL, hex};

/// The format of `invite.json`.
pub const INVITE_FORMAT: &str = "klero/invite/1";

/// Names of the files.
pub mod name {
    /// What was fixed before the seed was known.
    pub const PLAN: &str = "plan.json";
    /// The rows of those who get a letter.
    pub const INVITED: &str = "invited.csv";
    /// The chances of those who get a letter.
    pub const CHANCES: &str = "chances.csv";
    /// The strata, their letters and chances.
    pub const STRATA: &str = "strata.csv";
    /// The areas of the first of two stages.
    pub const AREAS: &str = "areas.csv";
    /// Seed, key, and the hashes of the other files.
    pub const INVITE: &str = "invite.json";
    /// Those with personal data.
    pub const PERSONAL: [&str; 2] = [INVITED, CHANCES];
}

/// The name of a file, of a rehearsal or the real draw.
pub fn file_name(name: &str, rehearsal: bool) -> String {
    Mark::rehearsal(rehearsal).file(name)
}

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub text: String,
    /// Whether it holds personal data.
    pub personal: bool,
}

/// `invite.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The SHA-256 of each other file but the plan.
    pub files: BTreeMap<String, String>,
    /// [`INVITE_FORMAT`].
    pub format: String,
    /// The key of the draw.
    pub key: String,
    /// How many letters there are.
    pub letters: u64,
    /// The SHA-256 of the plan.
    pub plan: String,
    /// Whether it is a rehearsal.
    pub rehearsal: bool,
    /// The seed.
    pub seed: RecordedSeed,
}

/// A seed, as a record has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub enum RecordedSeed {
    /// A round of the beacon.
    Beacon {
        /// The chain.
        chain: String,
        /// Its randomness, in hexadecimal.
        randomness: String,
        /// The round.
        round: u64,
        /// Its signature, in hexadecimal.
        signature: String,
    },
    /// A text, in normal form.
    Text(String),
}

impl Record {
    /// `invite.json` as text.
    ///
    /// # Errors
    /// When the JSON writer refuses, which would be a fault of the program.
    pub fn json(&self) -> Result<String, InviteError> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }
}

/// What the draw gave, before it is put into words.
pub(super) struct Drawn {
    /// The areas that were drawn.
    pub areas: Option<Vec<usize>>,
    /// The letters of each stratum.
    pub letters: Vec<u64>,
    /// The letters.
    pub invited: Vec<Letter>,
}

/// Makes the files of a draw; `invite.json`, which names the others, is last.
pub(super) fn files(
    prepared: &Prepared,
    drawn: &Drawn,
    key: &[u8; 32],
    seed: RecordedSeed,
) -> Result<Vec<File>, InviteError> {
    let rehearsal = prepared.plan.rehearsal;
    let file = |name: &str, text: String| File {
        name: file_name(name, rehearsal),
        text,
        personal: name::PERSONAL.contains(&name),
    };
    let chances = chances(prepared, &drawn.letters);
    let mut files = vec![
        file(name::STRATA, strata_csv(prepared, &drawn.letters, &chances)),
        file(name::INVITED, invited_csv(prepared, &drawn.invited)),
        file(name::CHANCES, chances_csv(prepared, &drawn.invited, &chances)),
    ];
    if let (Split::Areas(_), Some(areas)) = (&prepared.split, &drawn.areas) {
        files.push(file(name::AREAS, areas_csv(prepared, areas)));
    }
    let record = Record {
        files: files.iter().map(|file| (file.name.clone(), hex(&Sha256::digest(&file.text)))).collect(),
        format: INVITE_FORMAT.to_owned(),
        key: hex(key),
        letters: drawn.invited.len() as u64,
        plan: prepared.plan.fingerprint()?,
        rehearsal,
        seed,
    };
    files.push(file(name::INVITE, record.json()?));
    Ok(files)
}

/// The chance of a household of each stratum to get a letter.
pub(super) fn chances(prepared: &Prepared, letters: &[u64]) -> Vec<BigRational> {
    let strata = prepared.survey.strata.iter().zip(letters).enumerate();
    strata
        .map(|(index, (stratum, letters))| match &prepared.split {
            Split::Strata(_) => quotient(*letters, stratum.households),
            Split::Areas(stages) => stages.chance(index, stratum.households),
        })
        .collect()
}

/// A CSV file whose rows are marked if it is a rehearsal.
struct Csv {
    text: String,
    mark: Option<char>,
}

impl Csv {
    fn new(rehearsal: bool, separator: char) -> Self {
        Self { text: String::new(), mark: rehearsal.then_some(separator) }
    }

    /// Adds a row that is ready but for the mark.
    fn row(&mut self, row: std::fmt::Arguments) {
        if let Some(separator) = self.mark {
            let _ = write!(self.text, "{REHEARSAL}{separator}");
        }
        let _ = writeln!(self.text, "{row}");
    }
}

/// A cell as CSV has it.
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

fn strata_csv(prepared: &Prepared, letters: &[u64], chances: &[BigRational]) -> String {
    let mut csv = Csv::new(prepared.plan.rehearsal, ',');
    csv.row(format_args!("stratum,rows,households,letters,chance,decimal"));
    for ((stratum, letters), chance) in prepared.survey.strata.iter().zip(letters).zip(chances) {
        let (name, rows, households) = (cell(&stratum.name), stratum.rows, stratum.households);
        csv.row(format_args!("{name},{rows},{households},{letters},{},{}", fraction(chance), decimal(chance)));
    }
    csv.text
}

fn invited_csv(prepared: &Prepared, invited: &[Letter]) -> String {
    let mut csv = Csv::new(prepared.plan.rehearsal, prepared.survey.separator);
    csv.row(format_args!("{}", prepared.survey.header));
    for letter in invited {
        csv.row(format_args!("{}", letter.row));
    }
    csv.text
}

fn chances_csv(prepared: &Prepared, invited: &[Letter], chances: &[BigRational]) -> String {
    let mut csv = Csv::new(prepared.plan.rehearsal, ',');
    csv.row(format_args!("line,stratum,persons,household_chance,person_chance,person_decimal"));
    for letter in invited {
        let (Some(stratum), Some(chance)) = (prepared.survey.strata.get(letter.stratum), chances.get(letter.stratum))
        else {
            continue;
        };
        let person = chance * quotient(1, letter.persons);
        let (line, name, persons) = (letter.line, cell(&stratum.name), letter.persons);
        let (all, one, decimal) = (fraction(chance), fraction(&person), decimal(&person));
        csv.row(format_args!("{line},{name},{persons},{all},{one},{decimal}"));
    }
    csv.text
}

fn areas_csv(prepared: &Prepared, drawn: &[usize]) -> String {
    let mut csv = Csv::new(prepared.plan.rehearsal, ',');
    csv.row(format_args!("area,size,chance,decimal,certain,drawn"));
    let Split::Areas(stages) = &prepared.split else { return csv.text };
    for (index, area) in stages.areas.iter().enumerate() {
        let chance = stages.chances.chance(index, area.size);
        let yes = |is: bool| if is { "yes" } else { "no" };
        let (certain, drawn) = (yes(stages.is_certain(index)), yes(drawn.binary_search(&index).is_ok()));
        let (name, size) = (cell(&area.area), area.size);
        csv.row(format_args!("{name},{size},{},{},{certain},{drawn}", fraction(&chance), decimal(&chance)));
    }
    csv.text
}
