//! `files.present` and `files.hashes`: the files that make up a record, and their SHA-256.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::files::Files;
use super::form::ResultFile;
use super::lottery::Reading;
use super::say::{Finding, Problems, count, quote};

/// The file that names all the others.
pub(super) const RESULT: &str = "result.json";
/// The proof that no lottery is fairer.
pub(super) const CERTIFICATE: &str = "certificate.json";
/// The lottery.
pub(super) const LOTTERY: &str = "lottery.json";
/// The pool.
pub(super) const POOL: &str = "pool.csv";
/// Every member's selection probability.
pub(super) const PROBABILITIES: &str = "probabilities.csv";
/// The quotas.
pub(super) const QUOTAS: &str = "quotas.csv";
/// The rows of the members who were not drawn.
pub(super) const REMAINING: &str = "remaining.csv";
/// The rows of the members who were drawn.
pub(super) const SELECTED: &str = "selected.csv";

/// Files of every record, besides `result.json`.
pub(super) const ALWAYS_FILES: [&str; 4] = [LOTTERY, POOL, PROBABILITIES, QUOTAS];
/// Files of a record with a draw, besides those of every record.
pub(super) const DRAW_FILES: [&str; 2] = [REMAINING, SELECTED];

/// The SHA-256 of some bytes, in lower-case hexadecimal digits.
pub(super) fn sha256(bytes: &[u8]) -> String {
    digits(&Sha256::digest(bytes))
}

/// Bytes in lower-case hexadecimal digits.
pub(super) fn digits(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// Which files are there, and their SHA-256. That of the lottery was taken while it was read.
pub(super) struct Inventory<'a> {
    files: &'a Files,
    lottery: Option<Result<&'a str, &'a str>>,
}

impl<'a> Inventory<'a> {
    pub(super) fn new(files: &'a Files, lottery: Option<&'a Result<Reading, String>>) -> Self {
        let sha256 = |reading: &'a Result<Reading, String>| match reading {
            Ok(reading) => Ok(reading.sha256.as_str()),
            Err(why) => Err(why.as_str()),
        };
        Inventory { files, lottery: lottery.map(sha256) }
    }

    /// Nothing, or why the file of this name cannot be used; `None` when there is no such file.
    pub(super) fn get(&self, name: &str) -> Option<Result<(), &str>> {
        if name == LOTTERY { self.lottery.map(|lottery| lottery.map(|_| ())) } else { self.files.get(name) }
    }

    /// The SHA-256 of a file that can be used.
    pub(super) fn sha256(&self, name: &str) -> Option<String> {
        if name == LOTTERY { Some(self.lottery?.ok()?.to_owned()) } else { self.files.bytes(name).map(sha256) }
    }
}

/// The names that `files` in `result.json` must list.
fn named(certified: bool, draw: bool) -> impl Iterator<Item = &'static str> {
    let certificate = certified.then_some(CERTIFICATE);
    certificate.into_iter().chain(ALWAYS_FILES).chain(DRAW_FILES.into_iter().filter(move |_| draw))
}

/// `files.present`. Where `result.json` cannot say whether there is a draw, one file of a draw calls for the other; a certificate is not
/// called for then.
pub(super) fn present(files: &Inventory<'_>, result: Option<&ResultFile>) -> Finding {
    let mut problems = Problems::default();
    let draw = match result {
        Some(result) => result.draw.is_some(),
        None => DRAW_FILES.iter().any(|name| files.get(name).is_some()),
    };
    let certified = result.is_some_and(ResultFile::certified);
    let mut present = 0;
    for name in named(certified, draw).chain([RESULT]) {
        match files.get(name) {
            Some(Ok(_)) => present += 1,
            Some(Err(why)) => problems.add(|| format!("{name} {why}")),
            None => problems.add(|| format!("{name} is missing")),
        }
    }
    if !draw {
        for name in DRAW_FILES.iter().filter(|name| files.get(name).is_some()) {
            problems.add(|| format!("{name} is there, but result.json says that nothing was drawn"));
        }
    }
    if let Some(result) = result.filter(|_| !certified && files.get(CERTIFICATE).is_some()) {
        problems.add(|| {
            format!(
                "{CERTIFICATE} is there, but result.json gives the objective {}, for which there is none",
                quote(&result.objective)
            )
        });
    }
    problems.or_pass(format!("All {} of the record are there and can be read.", count(present, "file", "files")))
}

/// `files.hashes`.
pub(super) fn hashes(files: &Inventory<'_>, result: Option<&ResultFile>) -> Finding {
    let Some(result) = result else {
        return Finding::not_checked("result.json cannot be used, so the SHA-256 of the files are not known");
    };
    let named = || named(result.certified(), result.draw.is_some());
    let mut problems = Problems::default();
    let mut unread = Vec::new();
    let mut right = 0;
    for name in named() {
        let Some(stated) = result.files.get(name) else {
            problems.add(|| format!("\"files\" in result.json does not name {name}"));
            continue;
        };
        match files.sha256(name) {
            None => unread.push(name),
            Some(found) if found == *stated => right += 1,
            Some(found) => {
                problems.add(|| {
                    format!(
                        "{name} is not the file that was recorded: result.json gives SHA-256 {}, found {found}",
                        quote_hash(stated)
                    )
                });
            }
        }
    }
    for name in result.files.keys().filter(|name| !named().any(|known| known == *name)) {
        problems.add(|| format!("\"files\" in result.json names {}, which is no file of this record", quote(name)));
    }
    match (problems.failure(), unread.as_slice()) {
        (Some(failure), _) => failure,
        (None, [name, ..]) => Finding::without(name),
        (None, []) => {
            Finding::pass(format!("{} the SHA-256 that result.json gives.", count(right, "file has", "files have")))
        }
    }
}

/// A stated hash as it is when it looks like one, else as a short quotation.
fn quote_hash(stated: &str) -> String {
    if stated.len() == 64 && stated.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        stated.to_owned()
    } else {
        quote(stated)
    }
}
