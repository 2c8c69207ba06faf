//! Ctrl-C, and a request to end: nothing half-written stays, and what stood before stands. The pool is large enough for signals to come while the
//! program computes and while it writes; it says by its note on the settings, and by the files that it makes, where it is.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::sandbox::{Sandbox, contents};

/// A run that signals are sent to.
struct Run {
    child: Child,
    err: BufReader<std::process::ChildStderr>,
}

impl Run {
    /// Starts the program, and waits until it has said its first line: it names a settings file, which is told at once.
    fn start(sandbox: &Sandbox, line: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_klero"));
        command
            .env("LC_ALL", "C")
            .args(line.split(' '))
            .current_dir(sandbox.path("."))
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut err = BufReader::new(child.stderr.take().unwrap());
        let mut first = String::new();
        err.read_line(&mut first).unwrap();
        assert!(first.starts_with("note: these settings are in force"), "{first}");
        Self { child, err }
    }

    fn pid(&self) -> u32 {
        self.child.id()
    }

    fn send(&self, signal: &str) {
        assert!(Command::new("kill").arg(signal).arg(self.pid().to_string()).status().unwrap().success());
    }

    /// The exit code, and the last line on standard error.
    fn end(mut self) -> (Option<i32>, String) {
        let mut said = String::new();
        self.err.read_to_string(&mut said).unwrap();
        (self.child.wait().unwrap().code(), said.lines().last().unwrap_or_default().to_owned())
    }

    /// Waits until a file is this large, as long as the program runs.
    fn wait_for(&mut self, file: &Path, size: u64) {
        while fs::metadata(file).map_or(0, |data| data.len()) < size {
            assert!(self.child.try_wait().unwrap().is_none(), "it ended before {}", file.display());
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

const SOLVE: &str = "solve --settings large.toml --out";

/// A folder with a pool of 20,000.
fn large() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.ok("klero generate --members 20000 --size 200 --out large");
    let settings = "pool = \"large/pool.csv\"\nquotas = \"large/quotas.csv\"\nsize = 200\n";
    fs::write(sandbox.path("large.toml"), settings).unwrap();
    sandbox
}

fn names(dir: PathBuf) -> Vec<String> {
    contents(&dir).into_keys().collect()
}

#[test]
fn nothing_half_written_stays() {
    let sandbox = large();
    let empty = names(sandbox.path("."));

    // While it computes, into folders that are not there yet.
    let run = Run::start(&sandbox, &format!("{SOLVE} new/deep/record"));
    std::thread::sleep(Duration::from_millis(50));
    assert!(!sandbox.path("new").exists(), "it writes already");
    run.send("-INT");
    assert_eq!(run.end(), (Some(130), "Stopped: nothing was written.".to_owned()));
    assert_eq!(names(sandbox.path(".")), empty);

    // While it writes, into such folders.
    let mut run = Run::start(&sandbox, &format!("{SOLVE} new/deep/record"));
    let draft = sandbox.path(&format!("new/deep/.record.new-{}", run.pid()));
    run.wait_for(&draft.join("lottery.json"), 1 << 18);
    run.send("-INT");
    assert_eq!(run.end(), (Some(130), "Stopped: nothing was written.".to_owned()));
    assert_eq!(names(sandbox.path(".")), empty);

    // While it writes what is to replace an earlier record, which stays as it was. SIGTERM does the same.
    sandbox.ok("klero solve --pool in/pool.csv --quotas in/quotas.csv --size 4 --out record");
    let before = contents(&sandbox.path("record"));
    let mut run = Run::start(&sandbox, &format!("{SOLVE} record --overwrite"));
    let draft = sandbox.path(&format!(".record.new-{}", run.pid()));
    run.wait_for(&draft.join("lottery.json"), 1 << 18);
    run.send("-TERM");
    assert_eq!(run.end(), (Some(130), "Stopped: nothing was written.".to_owned()));
    assert_eq!(contents(&sandbox.path("record")), before);
    fs::remove_dir_all(sandbox.path("record")).unwrap();
    assert_eq!(names(sandbox.path(".")), empty);

    // A signal that no program can see leaves its draft: what is looked for here would be found.
    let mut run = Run::start(&sandbox, &format!("{SOLVE} record"));
    let draft = sandbox.path(&format!(".record.new-{}", run.pid()));
    run.wait_for(&draft.join("lottery.json"), 1 << 18);
    run.send("-KILL");
    assert_eq!(run.end().0, None);
    assert!(names(draft).contains(&"lottery.json".to_owned()));
    assert_ne!(names(sandbox.path(".")), empty);
}

/// Files that are added to a record get their names all at once.
#[test]
fn a_commitment_is_there_whole_or_not_at_all() {
    let sandbox = Sandbox::new();
    sandbox.ok("klero solve --pool in/pool.csv --quotas in/quotas.csv --size 4 --tickets 1000 --out record");
    let before = contents(&sandbox.path("record"));
    for wait in [0, 2, 5, 10, 20, 40] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_klero"));
        command
            .env("LC_ALL", "C")
            .args("commit record --assembly A --digits 3 --no-qr --published 2024-01-01T00:00:00Z".split(' '));
        let mut child =
            command.current_dir(sandbox.path(".")).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let commit = sandbox.path(&format!("record/.keys.json.new-{}", child.id()));
        while !commit.exists() && child.try_wait().unwrap().is_none() {}
        std::thread::sleep(Duration::from_millis(wait));
        let _ = Command::new("kill").arg("-INT").arg(child.id().to_string()).stderr(Stdio::null()).status().unwrap();
        let code = child.wait().unwrap().code();
        let names = names(sandbox.path("record"));
        let added: Vec<&str> = names.iter().map(String::as_str).filter(|name| !before.contains_key(*name)).collect();
        assert!(matches!(code, Some(0 | 130)), "{code:?}");
        assert!(added.is_empty() || added == ["commit.txt", "keys.json", "pool.leaves"], "{code:?}: {added:?}");
        assert!(code == Some(130) || !added.is_empty());
        for name in added {
            fs::remove_file(sandbox.path("record").join(name)).unwrap();
        }
    }
}
