//! Whatever the program says in Vietnamese, nothing of it is left in English: it says itself what had no entry.

#![cfg(unix)] // sessions are run by a shell

use std::collections::BTreeSet;
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use klero::language::Language;
use klero::language::terminal::Catalogue;

use super::mixed::has_english;
use super::sandbox::{Sandbox, files};

/// Lines that are not for translation, with the reason.
const AS_IT_IS: &[(&str, &str)] = &[
    ("m12", "identifiers of members who are to be called in"),
    ("m01, m03, m04, m05, m07, m08", "identifiers of members whom no ticket selects"),
    ("s01, s10", "identifiers of a person who is in the pool twice"),
    ("North", "a stratum by the name that the register has"),
    ("South", "a stratum by the name that the register has"),
    ("West", "a stratum by the name that the register has"),
];

/// Whether a line has an English word beside a letter that only Vietnamese has.
fn is_mixed(line: &str) -> bool {
    let vietnamese = |c: char| "ăđơưẮẤ".contains(c) || ('\u{1ea0}'..='\u{1ef9}').contains(&c);
    line.contains(vietnamese) && has_english(line)
}

/// What had no entry when these commands were run one after the other where the locale is Vietnamese, and lines that were said half in English.
fn untranslated<'a>(commands: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let sandbox = Sandbox::new();
    let list = sandbox.path("untranslated.txt");
    let environment = [("LC_ALL", "vi_VN.UTF-8"), ("KLERO_UNTRANSLATED", list.to_str().unwrap())];
    let mut left = BTreeSet::new();
    for command in commands {
        let said = sandbox.sh_with(command, &environment);
        left.extend((said.out + &said.err).lines().filter(|line| is_mixed(line)).map(str::to_owned));
    }
    let found = fs::read_to_string(&list).unwrap_or_default();
    let as_it_is = |line: &&str| AS_IT_IS.iter().any(|(whole, _)| line == whole);
    left.extend(found.lines().filter(|line| !as_it_is(line)).map(str::to_owned));
    left
}

fn judge(left: &BTreeSet<String>, of: &str) {
    let list: Vec<&str> = left.iter().map(String::as_str).collect();
    assert!(left.is_empty(), "{of} are left in English:\n{}", list.join("\n"));
}

/// What each session gives, run by as many threads as the machine has processors.
fn of_each<T: Send>(sessions: &[PathBuf], run: impl Fn(&str) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut given = Vec::new();
        while let Some(session) = sessions.get(next.fetch_add(1, Ordering::Relaxed)) {
            given.push(run(&fs::read_to_string(session).unwrap()));
        }
        given
    };
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    })
}

/// All sessions of `tests/cli`, the last by name first: the one with thousands of problems, which takes longest by far, must not be left over for one
/// thread alone.
fn sessions() -> Vec<PathBuf> {
    let folders = ["vietnamese", "transcripts"].map(|folder| fs::read_dir(files().join(folder)).unwrap());
    let mut sessions: Vec<PathBuf> = folders.into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    sessions.sort_unstable_by(|one, other| other.cmp(one));
    sessions
}

#[test]
fn no_session_leaves_anything_in_english() {
    let sessions = sessions();
    let left = of_each(&sessions, |text| untranslated(text.lines().filter_map(|line| line.strip_prefix("$ "))));
    assert!(left.len() == sessions.len() && left.len() > 50, "{}", left.len());
    judge(&left.into_iter().flatten().collect(), "sessions");
}

/// Planted: every session is looked at, whichever thread runs it; and a line that is half in English is one.
#[test]
fn a_planted_session_is_caught() {
    assert_eq!(
        untranslated(["echo 'lỗi: the value 5 không hợp lệ'", "echo 'lỗi: \"the\" không hợp lệ'"].into_iter()).len(),
        1
    );
    let sandbox = Sandbox::new();
    let planted = |number: usize| {
        let path = sandbox.path(&format!("{number}.txt"));
        fs::write(&path, format!("planted {number}")).unwrap();
        path
    };
    let sessions: Vec<PathBuf> = (0..9).map(planted).collect();
    let mut said = of_each(&sessions, |text| {
        let catalogue = Catalogue::of(Language::Vi);
        catalogue.say(text);
        catalogue.take_missing().into_iter().collect::<Vec<_>>()
    });
    said.sort_unstable();
    let expected: Vec<_> = (0..9).map(|number| vec![format!("planted {number}")]).collect();
    assert_eq!(said, expected);
}

#[test]
fn no_help_text_leaves_anything_in_english() {
    let whole = Sandbox::new().ok("klero --help");
    let names = whole.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with([' ', '-']));
    let names: BTreeSet<&str> =
        names.filter_map(|line| line.split(' ').next()).filter(|name| *name != "klero").collect();
    let commands: Vec<String> =
        names.iter().map(|name| format!("klero {name} --help")).chain(["klero --help".to_owned()]).collect();
    assert!(commands.len() > 20, "{commands:?}");
    let left = untranslated(commands.iter().map(String::as_str));
    assert!(left.is_empty(), "{left:#?}");
}

/// What is said of bad input files, as `tests/inputs` has it.
#[test]
fn no_problem_of_input_files_is_left_in_english() {
    let catalogue = Catalogue::of(Language::Vi);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inputs");
    let mut sentences = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let Ok(text) = fs::read_to_string(entry.unwrap().path().join("expected.txt")) else { continue };
        if !text.starts_with("refused: ") {
            continue;
        }
        for line in text.lines().skip(1).filter(|line| !line.is_empty() && !line.starts_with('[')) {
            catalogue.say(line);
            sentences += 1;
        }
    }
    assert!(sentences > 300, "{sentences}");
    judge(&catalogue.take_missing(), "problems of input files");
}

#[test]
fn what_is_left_in_english_is_seen_and_machines_read_english() {
    let sandbox = Sandbox::new();
    let list = sandbox.path("untranslated.txt");
    let vietnamese = [("LC_ALL", "vi_VN.UTF-8"), ("KLERO_UNTRANSLATED", list.to_str().unwrap())];
    // This sentence of the library for arguments is in no catalogue; it stays English, and is told.
    let said = sandbox.sh_with("klero check --size $(printf '\\377')", &vietnamese);
    assert!(said.code == 2 && said.err.contains("invalid UTF-8"), "{}", said.err);
    assert!(fs::read_to_string(&list).unwrap().contains("invalid UTF-8"), "{}", said.err);
    fs::remove_file(&list).unwrap();
    // What programs read is the same in every language, and nothing of it is looked up.
    let solve = "klero solve --pool in/pool.csv --quotas in/quotas.csv --size 4 --tickets 1000 --out";
    sandbox.ok(&format!("{solve} english"));
    sandbox.sh_with(&format!("{solve} vietnamese -q"), &vietnamese);
    assert_eq!(sandbox.ok("diff -r english vietnamese"), "");
    let _ = fs::remove_file(&list);
    for command in [
        "klero verify english --json",
        "klero check --pool in/pool.csv --quotas in/quotas.csv --size 4 --json",
        "klero check --pool in/bad_pool.csv --quotas in/bad_quotas.csv --size 4 --json 2>/dev/null",
        "klero quotas --shares in/shares.csv --size 40 --json",
        "klero completions bash",
        "klero init --pool in/pool.csv --quotas in/quotas.csv --size 4",
        "klero --version",
        "klero man --out man >/dev/null && cat man/* && rm -r man",
        "klero alternates english --drop-out 0.1 --json 2>/dev/null",
    ] {
        assert_eq!(sandbox.sh_with(command, &vietnamese).out, sandbox.sh(command).out, "{command}");
    }
}

#[test]
fn a_page_about_a_pool_is_in_the_language_of_the_terminal() {
    let sandbox = Sandbox::new();
    let page = |environment: &[(&str, &str)], files: &str| {
        sandbox.sh_with(&format!("klero check {files} --size 4 --html page.html >/dev/null 2>&1"), environment);
        sandbox.ok("cat page.html && rm page.html")
    };
    let list = sandbox.path("untranslated.txt");
    let vietnamese = [("LC_ALL", "vi_VN.UTF-8"), ("KLERO_UNTRANSLATED", list.to_str().unwrap())];
    for files in ["--pool in/pool.csv --quotas in/impossible.csv", "--pool in/bad_pool.csv --quotas in/bad_quotas.csv"]
    {
        let (english, other) = (page(&[], files), page(&vietnamese, files));
        assert!(english.contains("<html lang=\"en\">") && other.contains("<html lang=\"vi\">"), "{other}");
        let titles = |page: &str| {
            page.lines().filter(|line| line.starts_with("<h1") || line.starts_with("<h2")).map(str::to_owned).collect()
        };
        let (titles, others): (BTreeSet<String>, BTreeSet<String>) = (titles(&english), titles(&other));
        assert!(titles.len() > 1 && titles.is_disjoint(&others), "{titles:?} {others:?}");
        // As many elements, and nothing left in English.
        assert_eq!(english.matches('<').count(), other.matches('<').count(), "{other}");
        assert_eq!(fs::read_to_string(&list).unwrap_or_default(), "", "{other}");
    }
}
