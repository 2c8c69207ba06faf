//! What the program says, word for word: every file in `tests/cli/transcripts` is a session at a terminal.
//!
//! A line with `$ ` is a command for the shell, run in a folder where `in` holds copies of `tests/cli/files`. Below it stands what the command
//! printed: standard output as it is, standard error with `! ` before each line, the exit code after `-> `. Lines with `# `
//! at the top say what the session shows. Those in `tests/cli/vietnamese` are run where the locale is Vietnamese. `KLERO_BLESS=1 cargo test --test cli` writes the files anew; then read the difference.

use std::fs;

use super::sandbox::{Ran, Sandbox, files};
use super::support::difference::difference;

/// The session that a transcript's commands give now.
fn replay(transcript: &str) -> String {
    replay_with(transcript, &[])
}

fn replay_with(transcript: &str, environment: &[(&str, &str)]) -> String {
    let sandbox = Sandbox::new();
    let mut session: String =
        transcript.lines().take_while(|line| line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    for command in transcript.lines().filter_map(|line| line.strip_prefix("$ ")) {
        session += &format!("$ {command}\n{}", shown(&sandbox.sh_with(command, environment)));
    }
    session
}

fn shown(ran: &Ran) -> String {
    let mut text = String::new();
    for (mark, stream) in [("", &ran.out), ("! ", &ran.err)] {
        for line in stream.lines() {
            text +=
                &format!("{}\n", if line.is_empty() { mark.trim_end().to_owned() } else { format!("{mark}{line}") });
        }
        if !stream.is_empty() && !stream.ends_with('\n') {
            text += &format!("{mark}(no line end here)\n");
        }
    }
    text + &format!("-> {}\n", ran.code)
}

#[test]
fn every_session_goes_as_written() {
    go_as_written("transcripts", &[]);
}

/// The same in Vietnamese: what is said, good and bad.
#[test]
fn every_session_in_vietnamese_goes_as_written() {
    go_as_written("vietnamese", &[("LC_ALL", "vi_VN.UTF-8")]);
}

fn go_as_written(folder: &str, environment: &[(&str, &str)]) {
    let bless = std::env::var_os("KLERO_BLESS").is_some();
    let mut paths: Vec<_> = fs::read_dir(files().join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut differences = Vec::new();
    let mut codes = std::collections::BTreeMap::new();
    for path in &paths {
        let expected = fs::read_to_string(path).unwrap();
        assert!(expected.lines().any(|line| line.starts_with("$ klero")), "{} runs nothing", path.display());
        let found = replay_with(&expected, environment);
        for line in found.lines().filter(|line| line.starts_with("-> ")) {
            *codes.entry(line.to_owned()).or_insert(0) += 1;
        }
        if bless {
            fs::write(path, &found).unwrap();
        } else if let Some(difference) = difference(&expected, &found) {
            differences.push(format!("{}, {difference}", path.display()));
        }
    }
    assert!(differences.is_empty(), "{}\nKLERO_BLESS=1 writes them anew.", differences.join("\n"));
    let codes: Vec<&str> = codes.keys().map(String::as_str).collect();
    assert_eq!(codes, ["-> 0", "-> 1", "-> 2"], "every exit code must occur, and no other");
}

#[test]
fn a_changed_word_or_exit_code_is_caught() {
    let written = "$ klero check --pool none.csv --quotas in/quotas.csv --size 4\n";
    let session = replay(written);
    assert!(session.ends_with("-> 2\n"), "{session}");
    assert_eq!(difference(&session, &replay(&session)), None);
    let other_code = session.replace("-> 2", "-> 1");
    assert!(difference(&other_code, &replay(&other_code)).unwrap().contains("found:    -> 2"));
    let other_word = session.replace("cannot read", "can not read");
    assert!(difference(&other_word, &replay(&other_word)).unwrap().starts_with("line 2\n"));
    let other_stream = session.replace("! error", "error");
    assert!(difference(&other_stream, &replay(&other_stream)).is_some());
    assert!(difference(&session, session.trim_end()).is_some());
}
