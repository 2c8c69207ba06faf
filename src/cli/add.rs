//! Adds files to a directory: all of them or none, nothing overwritten, personal files readable by their owner only.
//!
//! A run can be killed between two files. The last file says that all are there, so without it the next run goes on: what was left is kept if it
//! has the bytes that would be written, and refused otherwise.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use klero::draw::Mark;

use super::failure::Failure;
use super::interrupt::hold;
use super::refusal::Refusal;

/// A file to be added.
pub struct Addition {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whether only its owner may read it.
    pub personal: bool,
}

impl Addition {
    /// A file of a record, or of a rehearsal.
    pub fn of_record(mark: Mark, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let personal = klero::record::name::PERSONAL.contains(&name);
        Self { name: mark.file(name), bytes: bytes.into(), personal }
    }

    /// How it is opened for writing: it must not be there yet.
    pub fn options(&self) -> fs::OpenOptions {
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        if self.personal {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        options
    }
}

/// Files that are removed unless all went well.
#[derive(Default)]
struct Made(Vec<PathBuf>);

impl Drop for Made {
    fn drop(&mut self) {
        let mut held = hold();
        for path in &self.0 {
            let _ = fs::remove_file(path);
            held.end(path);
        }
    }
}

/// Adds files to a directory that exists. They get their names when all are written, the last one last. Says on standard error which were there
/// from a run that was cut off.
pub fn add(dir: &Path, files: &[Addition]) -> Result<(), Failure> {
    let there = left_behind(dir, files)?;
    remove_drafts(dir, files);
    let missing: Vec<&Addition> = files.iter().filter(|file| !there.contains(&file.name.as_str())).collect();
    let mut drafts = Made::default();
    for file in &missing {
        let (path, draft) = (dir.join(&file.name), draft(dir, &file.name));
        let mut handle = {
            let mut held = hold();
            let handle = file.options().open(&draft).map_err(Failure::path("write", &path))?;
            held.begin(&draft);
            handle
        };
        drafts.0.push(draft);
        let written = handle.write_all(&file.bytes).and_then(|()| handle.sync_all());
        written.map_err(Failure::path("write", &path))?;
    }
    let mut placed = Made::default();
    // All get their names, or none.
    let mut held = hold();
    for file in &missing {
        let (path, draft) = (dir.join(&file.name), draft(dir, &file.name));
        name(&draft, &path).map_err(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => Refusal::InTheWay(path.clone()).into(),
            _ => Failure::path("write", &path)(error),
        })?;
        held.begin(&path);
        placed.0.push(path);
    }
    for path in placed.0.drain(..) {
        held.stands(&path);
        done!("{} written", path.display());
    }
    drop(held);
    if !there.is_empty() {
        note!("{} was there from a run that was cut off, as it must be", there.join(" and "));
    }
    Ok(())
}

/// Writes one file that is not there yet, whole or not at all.
pub fn write_file(path: &Path, bytes: Vec<u8>, personal: bool) -> Result<(), Failure> {
    let (Some(name), parent) = (path.file_name(), path.parent()) else {
        return Err(Refusal::InTheWay(path.to_owned()).into());
    };
    add(parent.unwrap_or(Path::new("")), &[Addition { name: name.to_string_lossy().into_owned(), bytes, personal }])
}

/// The names of those that are there already with the right bytes.
fn left_behind<'a>(dir: &Path, files: &'a [Addition]) -> Result<Vec<&'a str>, Failure> {
    let Some((last, first)) = files.split_last() else { return Ok(Vec::new()) };
    let path = dir.join(&last.name);
    if fs::symlink_metadata(&path).is_ok() {
        return Err(Refusal::InTheWay(path).into());
    }
    let mut there = Vec::new();
    for file in first {
        let path = dir.join(&file.name);
        let Ok(data) = fs::symlink_metadata(&path) else { continue };
        let same = data.is_file() && data.len() == file.bytes.len() as u64;
        if !same || fs::read(&path).map_err(Failure::path("read", &path))? != file.bytes {
            return Err(Refusal::LeftBehind { path, without: last.name.clone() }.into());
        }
        there.push(file.name.as_str());
    }
    Ok(there)
}

/// Removes what runs that were cut off had not given its name yet; it may be personal.
fn remove_drafts(dir: &Path, files: &[Addition]) {
    let here = if dir.as_os_str().is_empty() { Path::new(".") } else { dir };
    let Ok(entries) = fs::read_dir(here) else { return };
    for entry in entries.flatten() {
        let found = entry.file_name().to_string_lossy().into_owned();
        let of = |file: &Addition| {
            let number = found.strip_prefix('.')?.strip_prefix(file.name.as_str())?.strip_prefix(".new-")?;
            (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(())
        };
        if files.iter().any(|file| of(file).is_some()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn draft(dir: &Path, name: &str) -> PathBuf {
    dir.join(format!(".{name}.new-{}", std::process::id()))
}

/// Gives a file its name. A link cannot replace a file that somebody else put there meanwhile; where there are no links, it is moved.
fn name(draft: &Path, path: &Path) -> std::io::Result<()> {
    match fs::hard_link(draft, path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => fs::rename(draft, path),
        linked => linked,
    }
}
