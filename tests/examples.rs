//! The examples do what they say: the commands of every `examples/*/README.md` are run, and print what stands below them.
//!
//! A block ```` ```sh ```` holds commands, run in a copy of the example's folder with `klero` on the path; all of them must succeed. What they print on standard
//! output stands in the block ```` ```text ```` that follows; where none does, they print nothing. `KLERO_BLESS=1 cargo test --test examples` writes these blocks
//! anew; then read the difference.

#![cfg(unix)] // the commands are run by a shell
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use support::difference::difference;

/// An example takes one screen, and little room.
const LINES: usize = 80;
const BYTES: u64 = 200_000;

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}

/// A copy of an example's folder, removed in the end.
struct Copy(PathBuf);

impl Copy {
    fn of(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("klero-example-{}-{name}", std::process::id()));
        fs::create_dir(&dir).unwrap();
        let copy = Self(dir);
        for entry in fs::read_dir(examples().join(name)).unwrap() {
            let entry = entry.unwrap();
            assert!(entry.file_type().unwrap().is_file(), "{}: an example has no folders", entry.path().display());
            fs::copy(entry.path(), copy.0.join(entry.file_name())).unwrap();
        }
        copy
    }

    /// What the commands print; or that one of them fails, and why.
    fn run(&self, commands: &str) -> Result<String, String> {
        let programs = Path::new(env!("CARGO_BIN_EXE_klero")).parent().unwrap();
        let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap_or_default());
        let output = Command::new("bash")
            .args(["-euo", "pipefail", "-c", commands])
            .current_dir(&self.0)
            .env("PATH", path)
            .env("LC_ALL", "C")
            .env_remove("COLUMNS")
            .env_remove("CLICOLOR_FORCE")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        if output.status.success() {
            return Ok(said);
        }
        Err(format!("{}\n{commands}{said}{}", output.status, String::from_utf8_lossy(&output.stderr)))
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The document with what its commands print now.
fn replay(document: &str, run: &mut dyn FnMut(&str) -> Result<String, String>) -> Result<String, String> {
    let mut replayed = String::new();
    let mut printed = String::new(); // by the last commands, and not in the document yet
    let mut rest = document;
    while let Some((text, language, body, after)) = next_block(rest) {
        replayed += text;
        match language {
            "sh" => {
                printed = run(body)?;
                replayed += &format!("```sh\n{body}```\n");
                if !printed.is_empty() && next_block(after).is_none_or(|(_, language, ..)| language != "text") {
                    replayed += &format!("\n```text\n{}```\n", std::mem::take(&mut printed));
                }
            }
            "text" => replayed += &format!("```text\n{}```\n", std::mem::take(&mut printed)),
            _ => replayed += &format!("```{language}\n{body}```\n"),
        }
        rest = after;
    }
    Ok(replayed + rest)
}

/// What stands before the next block, its language, what it holds, and what comes after it.
fn next_block(document: &str) -> Option<(&str, &str, &str, &str)> {
    let start = if document.starts_with("```") { 0 } else { document.find("\n```")? + 1 };
    let (text, block) = document.split_at(start);
    let (language, inside) = block[3..].split_once('\n')?;
    let end = if inside.starts_with("```\n") { 0 } else { inside.find("\n```\n")? + 1 };
    Some((text, language, &inside[..end], &inside[end + 4..]))
}

/// Runs an example; or writes its outputs anew.
fn check(name: &str) {
    let path = examples().join(name).join("README.md");
    let written = fs::read_to_string(&path).unwrap();
    assert!(written.matches("\n```sh\n").count() > 1, "{name} runs nothing");
    assert!(written.lines().count() <= LINES, "{name}: README.md has {} lines", written.lines().count());
    let copy = Copy::of(name);
    let bytes: u64 = fs::read_dir(&copy.0).unwrap().map(|entry| entry.unwrap().metadata().unwrap().len()).sum();
    assert!(bytes <= BYTES, "{name} holds {bytes} bytes");
    let found = replay(&written, &mut |commands| copy.run(commands)).unwrap_or_else(|error| panic!("{name}: {error}"));
    if std::env::var_os("KLERO_BLESS").is_some() {
        fs::write(&path, found).unwrap();
    } else if let Some(difference) = difference(&written, &found) {
        panic!("examples/{name}/README.md, {difference}\nKLERO_BLESS=1 writes it anew.");
    }
}

/// A test for each example, and the list of them.
macro_rules! examples {
    ($($name:ident)*) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];
        $(#[test]
        fn $name() {
            check(stringify!($name));
        })*
    };
}

examples! {
    national_99
    participatory_budget
    planning_cells
    resident_board
    neighbourhood_councils
    online_platform
    outcome_panel
}

#[test]
fn every_example_is_run_and_listed() {
    let list = fs::read_to_string(examples().join("README.md")).unwrap();
    let mut unlisted = Vec::new();
    for entry in fs::read_dir(examples()).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_dir() {
            // The README at the top runs town_40.
            let run = NAMES.contains(&name.as_str()) || name == "town_40";
            if !run || !list.contains(&format!("]({name}/README.md)")) {
                unlisted.push(name);
            }
        }
    }
    assert!(unlisted.is_empty(), "add to the list above or to examples/README.md: {unlisted:?}");
}

#[test]
fn a_changed_output_is_caught() {
    let copy = Copy::of("town_40");
    let mut run = |commands: &str| copy.run(commands);
    let document = "# Pool\n\n```sh\nhead -n 1 quotas.csv\nklero --version | grep -c klero\n```\n\nprints\n\n```text\nfeature,value,min,max\n1\n```\n\n```sh\n: > new\n```\n\n```toml\na = 1\n```\n";
    assert_eq!(replay(document, &mut run).unwrap(), document);
    let changed = document.replace("max\n1", "max\n2");
    let found = difference(&changed, &replay(&changed, &mut run).unwrap()).unwrap();
    assert_eq!(found, "line 12\n  expected: 2\n  found:    1");
    let shorter = document.replace("max\n1", "max");
    assert_eq!(replay(&shorter, &mut run).unwrap(), document);
    // Commands that print where the document has nothing, in the middle and at the end.
    let silent = "```sh\necho a\n```\n\nand\n\n```sh\necho b\n```\n";
    let told = "```sh\necho a\n```\n\n```text\na\n```\n\nand\n\n```sh\necho b\n```\n\n```text\nb\n```\n";
    assert_eq!(replay(silent, &mut run).unwrap(), told);
    assert_eq!(replay(told, &mut run).unwrap(), told);
    // An output that no commands print any more.
    let left = "```sh\n: > new\n```\n\n```text\na\n```\n";
    assert_eq!(difference(left, &replay(left, &mut run).unwrap()).unwrap(), "line 6\n  expected: a\n  found:    ```");
    for failing in ["klero check", "false | cat", "false\necho a"] {
        let error = replay(&format!("```sh\n{failing}\n```\n"), &mut run).unwrap_err();
        assert!(error.starts_with("exit status: "), "{error}");
    }
}
