//! A folder of its own for each test, and the program run in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The folder of this test's own files.
pub fn files() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli")
}

/// A folder that holds copies of `tests/cli/files` in `in`, and is removed in the end.
pub struct Sandbox(PathBuf);

/// What a command said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

static COUNTER: AtomicUsize = AtomicUsize::new(0);

impl Sandbox {
    pub fn new() -> Self {
        let number = COUNTER.fetch_add(1, Ordering::Relaxed);
        let dir = std::env::temp_dir().join(format!("klero-cli-{}-{number}", std::process::id()));
        fs::create_dir_all(dir.join("in")).unwrap();
        for entry in fs::read_dir(files().join("files")).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), dir.join("in").join(entry.file_name())).unwrap();
        }
        Self(dir)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Runs a line of shell in the folder, with `klero` on the path; this folder is called `<here>` in what it says.
    pub fn sh(&self, line: &str) -> Ran {
        self.sh_with(line, &[])
    }

    pub fn sh_with(&self, line: &str, environment: &[(&str, &str)]) -> Ran {
        let programs = Path::new(env!("CARGO_BIN_EXE_klero")).parent().unwrap();
        let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap_or_default());
        let output = Command::new("sh")
            .args(["-c", line])
            .current_dir(&self.0)
            .env("PATH", path)
            .env("LC_ALL", "C")
            .env_remove("COLUMNS")
            .env_remove("CLICOLOR_FORCE")
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| {
            String::from_utf8(bytes).unwrap().replace(self.0.to_str().expect("a path in UTF-8"), "<here>")
        };
        Ran { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Runs a line that must succeed and say nothing on standard error; returns its standard output.
    pub fn ok(&self, line: &str) -> String {
        let ran = self.sh(line);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{line}");
        ran.out
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The bytes of every file in a folder, by name; a folder in it stands as its name with a stroke.
pub fn contents(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut contents = BTreeMap::new();
    for entry in fs::read_dir(dir).unwrap_or_else(|error| panic!("{}: {error}", dir.display())) {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_dir() {
            contents.insert(name + "/", Vec::new());
        } else {
            contents.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    contents
}
