//! Records in a directory.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use klero::verify::{Files, verify};

use crate::assert_outcome;
use crate::recorder::{Bytes, Plan, Record};

/// A directory that goes away with its owner.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn empty() -> Folder {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let next = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("klero-verify-{}-{next}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn with_record() -> Folder {
        Folder::with(&Record::honest(&Plan::usual()).files())
    }

    pub fn with(files: &Bytes) -> Folder {
        let folder = Folder::empty();
        for (name, bytes) in files {
            fs::write(folder.0.join(name), bytes).unwrap();
        }
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const WITHOUT_POOL: [&str; 8] = [
    "files.hashes",
    "pool.form",
    "lottery.quotas",
    "lottery.rules",
    "probabilities.form",
    "probabilities.tickets",
    "draw.selected",
    "draw.remaining",
];

const WITHOUT_LOTTERY: [&str; 9] = [
    "files.hashes",
    "lottery.form",
    "lottery.size",
    "lottery.quotas",
    "lottery.rules",
    "lottery.tickets",
    "probabilities.tickets",
    "draw.key",
    "draw.panel",
];

fn assert_pool_refused(folder: &Folder, says: &str) {
    assert_outcome(&verify(&Files::from_dir(&folder.0).unwrap()), &["files.present"], &WITHOUT_POOL, says);
}

#[test]
fn a_record_in_a_directory() {
    let folder = Folder::with_record();
    fs::write(folder.path("report.html"), "<p>").unwrap();
    let files = Files::from_dir(&folder.0).unwrap();
    assert!(verify(&files).verified());
    assert_eq!(files.get("report.html"), None, "other files are not even read");
}

#[test]
fn a_missing_file() {
    let folder = Folder::with_record();
    fs::remove_file(folder.path("pool.csv")).unwrap();
    assert_pool_refused(&folder, "pool.csv is missing");
}

/// A link to the right contents is refused all the same: it can point elsewhere tomorrow.
#[cfg(unix)]
#[test]
fn a_link_in_place_of_a_file() {
    let folder = Folder::with_record();
    fs::rename(folder.path("pool.csv"), folder.path("elsewhere.csv")).unwrap();
    std::os::unix::fs::symlink(folder.path("elsewhere.csv"), folder.path("pool.csv")).unwrap();
    assert_pool_refused(&folder, "pool.csv is a symbolic link");
}

#[cfg(unix)]
#[test]
fn a_link_to_nowhere() {
    let folder = Folder::with_record();
    fs::remove_file(folder.path("pool.csv")).unwrap();
    std::os::unix::fs::symlink("nowhere", folder.path("pool.csv")).unwrap();
    assert_pool_refused(&folder, "pool.csv is a symbolic link");
}

#[test]
fn a_directory_in_place_of_a_file() {
    let folder = Folder::with_record();
    fs::remove_file(folder.path("pool.csv")).unwrap();
    fs::create_dir(folder.path("pool.csv")).unwrap();
    assert_pool_refused(&folder, "pool.csv is a directory");
}

#[cfg(unix)]
#[test]
fn a_socket_in_place_of_a_file() {
    let folder = Folder::with_record();
    fs::remove_file(folder.path("pool.csv")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(folder.path("pool.csv")).unwrap();
    assert_pool_refused(&folder, "pool.csv is not a regular file");
}

/// A file with a hole takes no room on the disk, and is refused before any of it is read.
#[cfg(unix)]
#[test]
fn a_file_too_large() {
    let folder = Folder::with_record();
    fs::File::create(folder.path("pool.csv")).unwrap().set_len((2 << 30) + 1).unwrap();
    assert_pool_refused(&folder, "pool.csv is larger than 2147483648 bytes");
}

/// The lottery may be larger than the others, and yet not of any size.
#[cfg(unix)]
#[test]
fn a_lottery_too_large() {
    let folder = Folder::with_record();
    fs::File::create(folder.path("lottery.json")).unwrap().set_len((8 << 30) + 1).unwrap();
    let verification = verify(&Files::from_dir(&folder.0).unwrap());
    let says = "lottery.json is larger than 8589934592 bytes";
    assert_outcome(&verification, &["files.present"], &WITHOUT_LOTTERY, says);
}

/// The lottery is read from its file each time, and as often as one likes.
#[test]
fn a_record_that_is_checked_twice() {
    let folder = Folder::with_record();
    let files = Files::from_dir(&folder.0).unwrap();
    assert!(verify(&files).verified());
    assert!(verify(&files).verified());
    // Another file in its place is not looked at, but a change in this one is.
    let lottery = fs::read_to_string(folder.path("lottery.json")).unwrap();
    fs::rename(folder.path("lottery.json"), folder.path("opened.json")).unwrap();
    fs::write(folder.path("lottery.json"), "[]").unwrap();
    assert!(verify(&files).verified());
    fs::write(folder.path("opened.json"), lottery + " ").unwrap();
    let says = "lottery.json is not the file that was recorded";
    assert_outcome(&verify(&files), &["files.hashes", "draw.key"], &[], says);
}

#[test]
fn no_directory() {
    let folder = Folder::with_record();
    assert!(Files::from_dir(folder.path("not there")).is_err());
    assert!(Files::from_dir(folder.path("pool.csv")).is_err(), "a file is no directory");
    assert!(Files::from_dir(Path::new("")).is_err());
}

/// A directory whose names may be listed, but whose files may not be looked at, cannot be read. (The administrator may look at everything.)
#[cfg(unix)]
#[test]
fn a_directory_that_may_only_be_listed() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with_record();
    let allow = |mode| fs::set_permissions(&folder.0, fs::Permissions::from_mode(mode)).unwrap();
    allow(0o400);
    let may_look = fs::metadata(folder.path("pool.csv")).is_ok();
    let read = Files::from_dir(&folder.0);
    let code = exit_code(&folder.0);
    allow(0o700);
    assert_eq!(read.is_ok(), may_look);
    assert_eq!(code, Some(if may_look { 0 } else { 2 }));
}

/// The exit code of `klero verify`.
fn exit_code(path: &Path) -> Option<i32> {
    let output =
        std::process::Command::new(env!("CARGO_BIN_EXE_klero")).env("LC_ALL", "C").arg("verify").arg(path).output();
    output.unwrap().status.code()
}

#[test]
fn the_program_tells_a_bad_record_from_none() {
    let folder = Folder::with_record();
    assert_eq!(exit_code(&folder.0), Some(0));
    assert_eq!(exit_code(&folder.path("not there")), Some(2));
    assert_eq!(exit_code(&folder.path("pool.csv")), Some(2), "a file is no directory");
    fs::remove_file(folder.path("pool.csv")).unwrap();
    assert_eq!(exit_code(&folder.0), Some(1));
    assert_eq!(exit_code(&Folder::empty().0), Some(1));
}

#[test]
fn an_empty_directory() {
    let folder = Folder::empty();
    assert_outcome(
        &verify(&Files::from_dir(&folder.0).unwrap()),
        &["files.present"],
        &crate::CHECKS[1..11],
        "quotas.csv is missing",
    );
}
