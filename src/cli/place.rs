//! The directory of a record, whose files have other names in a rehearsal.

use std::fs;
use std::path::{Path, PathBuf};

use klero::draw::{Mark, REHEARSAL};
use klero::record::name;

use super::failure::Failure;
use super::refusal::Refusal;

/// Where a record is, or will be.
#[derive(Debug, Clone)]
pub struct Place {
    /// The directory.
    pub dir: PathBuf,
    /// Whether it is the draw or a rehearsal.
    pub mark: Mark,
}

impl Place {
    /// The record in a directory: a rehearsal where any of its files is marked so.
    pub fn of(dir: &Path) -> Self {
        let rehearsal = Self { dir: dir.to_owned(), mark: Mark::Rehearsal };
        let mark = Mark::rehearsal(rehearsal.first_of(&name::ALL).is_some());
        Self { mark, ..rehearsal }
    }

    /// Where a file of the record stands.
    pub fn path(&self, file: &str) -> PathBuf {
        self.dir.join(self.mark.file(file))
    }

    /// The first of some files that is there.
    pub fn first_of(&self, names: &[&'static str]) -> Option<&'static str> {
        names.iter().copied().find(|name| fs::symlink_metadata(self.path(name)).is_ok())
    }

    /// Refuses a record in which something was drawn already.
    pub fn undrawn(&self) -> Result<(), Refusal> {
        self.first_of(&name::OF_DRAW).map_or(Ok(()), |file| Err(Refusal::Drawn { dir: self.dir.clone(), file }))
    }

    /// The bytes of a file of the record, if it is an ordinary file of allowed size.
    pub fn bytes(&self, file: &'static str) -> Result<Vec<u8>, Failure> {
        let path = self.path(file);
        let what = match fs::symlink_metadata(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && self.dir.is_dir() => {
                return Err(Refusal::Missing { dir: self.dir.clone(), file }.into());
            }
            Err(error) => return Err(Failure::path("read", &path)(error)),
            Ok(data) if data.is_symlink() => "a link",
            Ok(data) if !data.is_file() => "no file",
            Ok(data) if data.len() > most(file) => "larger than such a file may be",
            Ok(_) => return fs::read(&path).map_err(Failure::path("read", &path)),
        };
        Err(Refusal::Unusual { path, what }.into())
    }

    /// Says that a file cannot be understood.
    pub fn malformed(&self, file: &str) -> impl Fn(String) -> Failure + use<> {
        let path = self.path(file);
        move |reason| Refusal::Malformed { path: path.clone(), reason }.into()
    }
}

/// The name of a file without the mark of a rehearsal.
pub fn unmarked(file: &str) -> &str {
    file.strip_prefix(REHEARSAL).and_then(|rest| rest.strip_prefix('-')).unwrap_or(file)
}

/// Largest allowed size of a file, in bytes.
fn most(file: &str) -> u64 {
    match file {
        name::LOTTERY => 8 << 30,
        name::SETUP | name::ALTERNATES_JSON => 64 << 20,
        name::SETTINGS | name::KEYS | name::COMMIT | name::BEACON | name::RESULT => 1 << 20,
        _ => 2 << 30,
    }
}
