//! Writes a record: whole or not at all, nothing overwritten unless asked, personal files readable by their owner only.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use klero::record::name;

use super::failure::Failure;

/// One file of a record.
pub struct File {
    /// Its name.
    pub name: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Refuses a directory that could not be written in the end, before any work is done.
pub fn check_target(dir: &Path, overwrite: bool) -> Result<(), Failure> {
    if dir.file_name().is_none() {
        return Err(Failure::Nameless(dir.to_owned()));
    }
    let entries = match fs::read_dir(dir) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(Failure::path("use the directory", dir))?,
    };
    for entry in entries {
        let file = entry.map_err(Failure::path("use the directory", dir))?.file_name();
        let file = file.to_string_lossy();
        if !overwrite {
            return Err(Failure::Occupied(dir.to_owned()));
        }
        if !name::ALL.contains(&file.as_ref()) {
            return Err(Failure::Foreign { dir: dir.to_owned(), file: file.into_owned() });
        }
    }
    Ok(())
}

/// Writes the files into a new directory beside `dir`, then puts it in the place of `dir`.
pub fn write(dir: &Path, files: &[File], overwrite: bool) -> Result<(), Failure> {
    check_target(dir, overwrite)?;
    let parent = match dir.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    fs::create_dir_all(&parent).map_err(Failure::path("create", &parent))?;
    let name = dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = |what| parent.join(format!(".{name}.{what}-{}", std::process::id()));
    let (fresh, old) = (beside("new"), beside("old"));
    fs::create_dir(&fresh).map_err(Failure::path("create", dir))?;
    let written = fill(&fresh, files, dir).and_then(|()| put_in_place(&fresh, &old, dir));
    if written.is_err() {
        let _ = fs::remove_dir_all(&fresh);
    }
    written
}

/// Failures are told of `dir`, the directory that was asked for.
fn fill(fresh: &Path, files: &[File], dir: &Path) -> Result<(), Failure> {
    for file in files {
        let path = fresh.join(file.name);
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        if name::PERSONAL.contains(&file.name) {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let write = |mut handle: fs::File| {
            handle.write_all(&file.bytes)?;
            handle.sync_all()
        };
        options.open(&path).and_then(write).map_err(Failure::path("write", &dir.join(file.name)))?;
    }
    Ok(())
}

/// An old record is moved aside first and removed only when the new one stands.
fn put_in_place(fresh: &Path, old: &Path, dir: &Path) -> Result<(), Failure> {
    if !dir.exists() {
        return fs::rename(fresh, dir).map_err(Failure::path("write", dir));
    }
    fs::rename(dir, old).map_err(Failure::path("replace", dir))?;
    if let Err(error) = fs::rename(fresh, dir) {
        let _ = fs::rename(old, dir);
        return Err(Failure::path("replace", dir)(error));
    }
    fs::remove_dir_all(old).map_err(Failure::path("remove the old record", old))
}
