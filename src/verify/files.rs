//! The files of a record, as bytes.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use super::table::{RECEIPT_LIMIT, TABLE};

/// The files of a record: for each name its bytes, or why they cannot be used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    files: BTreeMap<String, Result<Vec<u8>, String>>,
}

impl Files {
    /// No files at all.
    pub fn new() -> Self {
        Files::default()
    }

    /// Adds a file, or says why it cannot be used ("is a symbolic link"). Replaces what was there under this name.
    pub fn insert(&mut self, name: impl Into<String>, contents: Result<Vec<u8>, String>) {
        self.files.insert(name.into(), contents);
    }

    /// The file of this name, or why it cannot be used; `None` when there is no such file.
    pub fn get(&self, name: &str) -> Option<Result<&[u8], &str>> {
        self.files.get(name).map(|contents| contents.as_deref().map_err(String::as_str))
    }

    /// Whether there is something of this name, usable or not.
    pub(super) fn has(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// The bytes of a file that can be used.
    pub(super) fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.get(name).and_then(Result::ok)
    }

    /// Reads the files of a record from its directory. Links are not followed, and only regular files up to the size that
    /// `docs/record.md` allows are read; other files in the directory are left alone.
    ///
    /// # Errors
    ///
    /// When the directory cannot be read at all. Trouble with a single file is noted in the result instead.
    pub fn from_dir(path: impl AsRef<Path>) -> io::Result<Files> {
        Files::from_dir_up_to(path.as_ref(), u64::MAX)
    }

    fn from_dir_up_to(path: &Path, limit: u64) -> io::Result<Files> {
        fs::read_dir(path)?;
        // On Unix, names may be listed where no file may be looked at.
        fs::metadata(path.join("."))?;
        let mut files = Files::new();
        for entry in &TABLE {
            if let Some(contents) = read_regular(&path.join(entry.name), entry.limit.min(limit)) {
                files.insert(entry.name, contents);
            }
        }
        Ok(files)
    }

    /// The bytes of a receipt, or why they cannot be used; `None` when there is no such file.
    pub fn receipt(path: impl AsRef<Path>) -> Option<Result<Vec<u8>, String>> {
        read_regular(path.as_ref(), RECEIPT_LIMIT)
    }
}

/// The bytes of a regular file, or why it cannot be used; `None` when it does not exist.
fn read_regular(path: &Path, limit: u64) -> Option<Result<Vec<u8>, String>> {
    let kind = match fs::symlink_metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => return None,
        Err(error) => return Some(Err(format!("cannot be looked at: {error}"))),
    };
    let too_large = || Err(format!("is larger than {limit} bytes"));
    Some(if kind.is_symlink() {
        Err("is a symbolic link, not a regular file".to_owned())
    } else if kind.is_dir() {
        Err("is a directory, not a regular file".to_owned())
    } else if !kind.is_file() {
        Err("is not a regular file".to_owned())
    } else if kind.len() > limit {
        too_large()
    } else {
        match read_up_to(path, limit) {
            Ok(Some(bytes)) => Ok(bytes),
            Ok(None) => too_large(),
            Err(error) => Err(format!("cannot be read: {error}")),
        }
    })
}

/// A whole file, or `None` when it turns out to be larger than the limit after all.
fn read_up_to(path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    let within = u64::try_from(bytes.len()).is_ok_and(|length| length <= limit);
    Ok(within.then_some(bytes))
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
        let files = Files::from_dir_up_to(&folder, 8).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(files.get("quotas.csv"), Some(Err("is larger than 8 bytes")));
        assert_eq!(files.get("pool.csv"), Some(Ok(&b"12345678"[..])));
        assert_eq!(files.get("lottery.json"), None);
    }
}
