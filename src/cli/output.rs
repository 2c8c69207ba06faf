//! Writes a record: whole or not at all, nothing overwritten unless asked, personal files readable by their owner only.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use klero::draw::{Mark, hex};
use klero::record::{Hashing, name};
use klero::report::group_digits;

use super::add::Addition;
use super::failure::Failure;
use super::interrupt::hold;
use super::place::{Place, unmarked};
use super::refusal::Refusal;

/// Refuses a directory that could not be written in the end, before any work is done.
pub fn check_target(dir: &Path, overwrite: bool) -> Result<(), Failure> {
    if dir.file_name().is_none() {
        return Err(Failure::Nameless(dir.to_owned()));
    }
    outside_all(dir)?;
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
        if let Some(file) = Place::of(dir).first_of(&name::OF_COMMITMENT) {
            return Err(Refusal::Overwrite { dir: dir.to_owned(), file }.into());
        }
        if !name::ALL.contains(&unmarked(&file)) {
            return Err(Failure::Foreign { dir: dir.to_owned(), file: file.into_owned() });
        }
    }
    Ok(())
}

/// A record that is being written, in a new directory beside the one that it will be. Unless it is published, nothing is left of it.
pub struct Draft {
    /// The directory that was asked for; failures are told of it.
    dir: PathBuf,
    mark: Mark,
    fresh: PathBuf,
    old: PathBuf,
}

impl Draft {
    /// A record without files.
    pub fn new(dir: &Path, mark: Mark, overwrite: bool) -> Result<Self, Failure> {
        check_target(dir, overwrite)?;
        let parent = match dir.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        hold().folders(&parent).map_err(Failure::path("create", &parent))?;
        warn_of_drafts(dir, &parent);
        let name = dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let beside = |what| parent.join(format!(".{name}.{what}-{}", std::process::id()));
        let (fresh, old) = (beside("new"), beside("old"));
        let mut held = hold();
        fs::create_dir(&fresh).map_err(Failure::path("create", dir))?;
        held.begin(&fresh);
        Ok(Self { dir: dir.to_owned(), mark, fresh, old })
    }

    /// Adds a file with these bytes; their SHA-256.
    pub fn add(&mut self, name: &'static str, bytes: &[u8]) -> Result<[u8; 32], Failure> {
        self.stream(name, |out| out.write_all(bytes))
    }

    /// Adds a file that `fill` writes piece by piece; the SHA-256 of what it wrote.
    pub fn stream(
        &mut self,
        name: &'static str,
        fill: impl FnOnce(&mut BufWriter<Hashing<fs::File>>) -> io::Result<()>,
    ) -> Result<[u8; 32], Failure> {
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        if name::PERSONAL.contains(&name) {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let write = |file| {
            let mut out = BufWriter::with_capacity(1 << 18, Hashing::new(file));
            fill(&mut out)?;
            let (file, hash) = out.into_inner().map_err(io::IntoInnerError::into_error)?.finish();
            file.sync_all()?;
            Ok(hash)
        };
        let file = self.mark.file(name);
        let made = {
            let _held = hold();
            options.open(self.fresh.join(&file))
        };
        let hash = made.and_then(write).map_err(Failure::path("write", &self.dir.join(&file)))?;
        let size = fs::metadata(self.fresh.join(&file)).map_or(0, |data| data.len());
        done!("{file} written: {} bytes, SHA-256 {}", group_digits(size), hex(&hash));
        Ok(hash)
    }

    /// Adds files that are there as bytes.
    fn add_all(&self, files: &[Addition]) -> Result<(), Failure> {
        for file in files {
            let write = |mut out: fs::File| out.write_all(&file.bytes).and_then(|()| out.sync_all());
            let made = {
                let _held = hold();
                file.options().open(self.fresh.join(&file.name))
            };
            made.and_then(write).map_err(Failure::path("write", &self.dir.join(&file.name)))?;
        }
        Ok(())
    }

    /// Puts the record in its place.
    pub fn publish(self) -> Result<(), Failure> {
        let mut held = hold();
        put_in_place(&self.fresh, &self.old, &self.dir)?;
        held.stands(&self.dir);
        done!("{} is in its place", self.dir.display());
        Ok(())
    }
}

impl Drop for Draft {
    /// Once the record is in its place, there is no directory of this name any more.
    fn drop(&mut self) {
        let mut held = hold();
        let _ = fs::remove_dir_all(&self.fresh);
        held.end(&self.fresh);
    }
}

/// Says which drafts of this directory were left by runs that were cut off: they may hold personal data, but another run may be writing one.
fn warn_of_drafts(dir: &Path, parent: &Path) {
    let (Some(name), Ok(entries)) = (dir.file_name(), fs::read_dir(parent)) else { return };
    let start = format!(".{}.", name.to_string_lossy());
    let mut found: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    found.retain(|entry| {
        let rest = entry.strip_prefix(&start).unwrap_or_default();
        let number = rest.strip_prefix("new-").or(rest.strip_prefix("old-")).unwrap_or_default();
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    found.sort();
    for entry in found {
        let path = parent.join(entry);
        note!(
            "{} is left from a run that was cut off, and may hold personal data; if no klero is writing it now, delete it",
            path.display()
        );
    }
}

/// Makes a folder that is not there yet, with these files: whole or not at all.
pub fn folder(dir: &Path, files: &[Addition]) -> Result<(), Failure> {
    let draft = Draft::new(dir, Mark::Draw, false)?;
    draft.add_all(files)?;
    draft.publish()
}

/// Refuses to write to a place inside a record, where it could be taken for a part of it or stand in the way of one.
pub fn outside(record: &Path, out: &Path) -> Result<(), Failure> {
    let Ok(record_path) = fs::canonicalize(record) else { return Ok(()) };
    if above(out).is_some_and(|above| above.starts_with(&record_path)) {
        return Err(Refusal::Inside { record: record.to_owned(), out: out.to_owned() }.into());
    }
    Ok(())
}

/// Refuses to put something inside any record.
pub fn outside_all(out: &Path) -> Result<(), Failure> {
    let Some(inside) = above(out) else { return Ok(()) };
    let is_record = |folder: &&Path| Place::of(folder).first_of(&[name::SETUP]).is_some();
    match inside.ancestors().find(is_record) {
        Some(record) => Err(Refusal::Inside { record: record.to_owned(), out: out.to_owned() }.into()),
        None => Ok(()),
    }
}

/// The nearest folder above that is there; what is below it has no links yet.
fn above(out: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(out).unwrap_or_else(|_| out.to_owned());
    whole.ancestors().skip(1).find_map(|above| fs::canonicalize(above).ok())
}

/// Refuses to overwrite a record that the new one is made from: it is needed to verify the new one.
pub fn not_over<'a>(records: impl IntoIterator<Item = &'a Path>, out: &Path) -> Result<(), Failure> {
    let Ok(whole) = fs::canonicalize(out) else { return Ok(()) };
    let same = |record: &&Path| fs::canonicalize(record).is_ok_and(|record| record == whole);
    match records.into_iter().find(same) {
        Some(record) => Err(Refusal::Itself { record: record.to_owned() }.into()),
        None => Ok(()),
    }
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
