//! Which files of a record are there, and their SHA-256.

use super::files::Files;
use super::hash::sha256;
use super::lottery::Reading;
use super::table::LOTTERY;

/// The files of a record. The SHA-256 of the lottery was taken while it was read.
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

    /// The files by themselves.
    pub(super) fn files(&self) -> &'a Files {
        self.files
    }

    /// Nothing, or why the file of this name cannot be used; `None` when there is no such file.
    pub(super) fn get(&self, name: &str) -> Option<Result<(), &str>> {
        if name == LOTTERY { self.lottery.map(|lottery| lottery.map(|_| ())) } else { self.files.usable(name) }
    }

    /// The SHA-256 of a file that can be used.
    pub(super) fn sha256(&self, name: &str) -> Option<String> {
        if name == LOTTERY { Some(self.lottery?.ok()?.to_owned()) } else { self.files.bytes(name).map(sha256) }
    }
}
