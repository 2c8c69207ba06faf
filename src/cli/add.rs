//! Adds files to a directory: all of them or none, nothing overwritten, personal files readable by their owner only.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::failure::Failure;
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
    /// A file of a record.
    pub fn of_record(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let personal = klero::record::name::PERSONAL.contains(&name);
        Self { name: name.to_owned(), bytes: bytes.into(), personal }
    }
}

/// Files that are removed unless all went well.
#[derive(Default)]
struct Made(Vec<PathBuf>);

impl Drop for Made {
    fn drop(&mut self) {
        for path in &self.0 {
            let _ = fs::remove_file(path);
        }
    }
}

/// Adds files to a directory that exists. They get their names when all are written, the last one last.
pub fn add(dir: &Path, files: &[Addition]) -> Result<(), Failure> {
    let mut drafts = Made::default();
    for file in files {
        let (path, draft) = (dir.join(&file.name), draft(dir, &file.name));
        if fs::symlink_metadata(&path).is_ok() {
            return Err(Refusal::InTheWay(path).into());
        }
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        if file.personal {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let mut handle = options.open(&draft).map_err(Failure::path("write", &path))?;
        drafts.0.push(draft);
        let written = handle.write_all(&file.bytes).and_then(|()| handle.sync_all());
        written.map_err(Failure::path("write", &path))?;
    }
    let mut placed = Made::default();
    for file in files {
        let (path, draft) = (dir.join(&file.name), draft(dir, &file.name));
        name(&draft, &path).map_err(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => Refusal::InTheWay(path.clone()).into(),
            _ => Failure::path("write", &path)(error),
        })?;
        placed.0.push(path);
    }
    placed.0.clear();
    Ok(())
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
