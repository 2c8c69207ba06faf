//! The files of a record: as bytes, or, where one may be larger than memory, as an open file.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Seek};
use std::path::Path;

use super::stream::{Stream, cannot_be_read, too_large};
use super::table::{Entry, LOTTERY, RECEIPT_LIMIT, REHEARSAL, TABLE};

/// The files of a record, or why they cannot be used.
#[derive(Debug, Default)]
pub struct Files {
    /// By the names that they have in their directory.
    files: BTreeMap<String, Result<Contents, String>>,
    /// Whether the name of one of them marks a rehearsal.
    rehearsal: bool,
}

#[derive(Debug)]
enum Contents {
    Bytes(Vec<u8>),
    /// A regular file that is read when it is needed, up to so many bytes. It is not opened again, so that it stays the same file.
    Open(File, u64),
}

impl Files {
    /// No files at all.
    pub fn new() -> Self {
        Files::default()
    }

    /// Adds a file, or says why it cannot be used ("is a symbolic link"). Replaces what was there under this name.
    pub fn insert(&mut self, name: impl Into<String>, contents: Result<Vec<u8>, String>) {
        self.put(name.into(), contents.map(Contents::Bytes));
    }

    fn put(&mut self, name: String, contents: Result<Contents, String>) {
        self.rehearsal = self.rehearsal || TABLE.iter().any(|entry| marked(entry.name) == name);
        self.files.insert(name, contents);
    }

    /// Nothing, or why the file of this name cannot be used; `None` when there is no such file.
    pub fn get(&self, name: &str) -> Option<Result<(), &str>> {
        self.files.get(name).map(|contents| contents.as_ref().map(|_| ()).map_err(String::as_str))
    }

    /// Whether the record is a rehearsal. From here on, its files are named without the mark.
    pub(super) fn rehearsal(&self) -> bool {
        self.rehearsal
    }

    /// The name that a file has in the directory.
    pub(super) fn name(&self, name: &str) -> String {
        if self.rehearsal { marked(name) } else { name.to_owned() }
    }

    /// What the name of a format is in this record, such as `klero/lottery/1`, of which `lottery/1` is given.
    pub(super) fn format(&self, format: &str) -> String {
        let rehearsal = if self.rehearsal { "rehearsal/" } else { "" };
        format!("klero/{rehearsal}{format}")
    }

    /// The names of a record's files that stand beside a rehearsal without its mark.
    pub(super) fn unmarked(&self) -> impl Iterator<Item = &'static str> {
        TABLE.iter().map(|entry| entry.name).filter(|name| self.rehearsal && self.files.contains_key(*name))
    }

    fn contents(&self, name: &str) -> Option<&Result<Contents, String>> {
        self.files.get(&self.name(name))
    }

    /// Nothing, or why this file of the record cannot be used; `None` when there is no such file.
    pub(super) fn usable(&self, name: &str) -> Option<Result<(), &str>> {
        self.get(&self.name(name))
    }

    /// The bytes of a file that can be used and is held as bytes.
    pub(super) fn bytes(&self, name: &str) -> Option<&[u8]> {
        match self.contents(name) {
            Some(Ok(Contents::Bytes(bytes))) => Some(bytes),
            _ => None,
        }
    }

    /// A file from its beginning, or why it cannot be used; `None` when there is no such file.
    pub(super) fn stream(&self, name: &str) -> Option<Result<Stream<Box<dyn Read + '_>>, String>> {
        Some(match self.contents(name)? {
            Ok(Contents::Bytes(bytes)) => Ok(Stream::new(Box::new(bytes.as_slice()), u64::MAX)),
            Ok(Contents::Open(file, limit)) => {
                let mut file: &File = file;
                file.rewind().map_err(|error| cannot_be_read(&error)).map(|()| Stream::new(Box::new(file) as _, *limit))
            }
            Err(why) => Err(why.clone()),
        })
    }

    /// Whether there is something of this name, usable or not.
    pub(super) fn has(&self, name: &str) -> bool {
        self.contents(name).is_some()
    }

    /// Reads the files of a record from its directory. Links are not followed, and only regular files up to the size that
    /// `docs/record.md` allows are read; other files in the directory are left alone. `lottery.json`, which may be larger than memory, is
    /// opened here and read by [`verify`](super::verify()).
    ///
    /// # Errors
    ///
    /// When the directory cannot be read at all. Trouble with a single file is noted in the result instead.
    pub fn from_dir(path: impl AsRef<Path>) -> io::Result<Files> {
        Files::from_dir_up_to(path.as_ref(), |_, limit| limit)
    }

    /// The limit of a file may be exchanged for another.
    fn from_dir_up_to(path: &Path, limit: impl Fn(&str, u64) -> u64) -> io::Result<Files> {
        fs::read_dir(path)?;
        // On Unix, names may be listed where no file may be looked at.
        fs::metadata(path.join("."))?;
        let mut files = Files::new();
        let names = |entry: &'static Entry| [entry.name.to_owned(), marked(entry.name)].map(|name| (entry, name));
        for (entry, name) in TABLE.iter().flat_map(names) {
            let (path, limit) = (path.join(&name), limit(entry.name, entry.limit));
            let contents = if entry.name == LOTTERY {
                regular(&path, limit, |file| Ok(Contents::Open(file, limit)))
            } else {
                regular(&path, limit, |file| read_up_to(file, limit).map(Contents::Bytes))
            };
            if let Some(contents) = contents {
                files.put(name, contents);
            }
        }
        Ok(files)
    }

    /// The bytes of a receipt, or why they cannot be used; `None` when there is no such file.
    pub fn receipt(path: impl AsRef<Path>) -> Option<Result<Vec<u8>, String>> {
        regular(path.as_ref(), RECEIPT_LIMIT, |file| read_up_to(file, RECEIPT_LIMIT))
    }
}

/// The name of a rehearsal's file.
fn marked(name: &str) -> String {
    format!("{REHEARSAL}-{name}")
}

/// What `read` makes of a regular file, or why it cannot be used; `None` when it does not exist.
fn regular<T>(path: &Path, limit: u64, read: impl FnOnce(File) -> Result<T, String>) -> Option<Result<T, String>> {
    let kind = match fs::symlink_metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => return None,
        Err(error) => return Some(Err(format!("cannot be looked at: {error}"))),
    };
    Some(if kind.is_symlink() {
        Err("is a symbolic link, not a regular file".to_owned())
    } else if kind.is_dir() {
        Err("is a directory, not a regular file".to_owned())
    } else if !kind.is_file() {
        Err("is not a regular file".to_owned())
    } else if kind.len() > limit {
        Err(too_large(limit))
    } else {
        File::open(path).map_err(|error| cannot_be_read(&error)).and_then(read)
    })
}

/// A whole file, unless it turns out to be larger than the limit after all.
fn read_up_to(file: File, limit: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| cannot_be_read(&error))?;
    let within = u64::try_from(bytes.len()).is_ok_and(|length| length <= limit);
    if within { Ok(bytes) } else { Err(too_large(limit)) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)] // a test stops where it stands

    use super::*;

    #[test]
    fn a_file_over_the_limit_is_refused_and_one_at_the_limit_is_read() {
        let folder = std::env::temp_dir().join(format!("klero-files-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("quotas.csv"), b"123456789").unwrap();
        fs::write(folder.join("pool.csv"), b"12345678").unwrap();
        fs::write(folder.join("lottery.json"), b"123456789012").unwrap();
        let limit = |lottery| move |name: &str, _| if name == LOTTERY { lottery } else { 8 };
        let read = |lottery| Files::from_dir_up_to(&folder, limit(lottery)).unwrap();
        let (files, smaller) = (read(12), read(11));
        // It grows after it was looked at: nothing is read beyond the limit.
        let mut grown = fs::OpenOptions::new().append(true).open(folder.join("lottery.json")).unwrap();
        let before = files.stream("lottery.json").unwrap().unwrap().end("lottery.json");
        io::Write::write_all(&mut grown, b"3").unwrap();
        let after = files.stream("lottery.json").unwrap().unwrap().end("lottery.json");
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(files.get("quotas.csv"), Some(Err("is larger than 8 bytes")));
        assert_eq!((files.get("pool.csv"), files.bytes("pool.csv")), (Some(Ok(())), Some(&b"12345678"[..])));
        assert_eq!(files.get("selected.csv"), None);
        assert_eq!(files.get("lottery.json"), Some(Ok(())));
        assert_eq!(smaller.get("lottery.json"), Some(Err("is larger than 11 bytes")));
        assert_eq!(before.map(|ended| ended.sha256), Ok(crate::verify::hash::sha256(b"123456789012")));
        assert_eq!(after.err().unwrap(), "is larger than 12 bytes");
    }
}
