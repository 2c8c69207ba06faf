//! What must hold of the files, whatever is drawn. Each check is also shown to catch what it is there for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::sandbox::{Sandbox, contents};

const DRAW: &str = "klero draw --pool in/pool.csv --quotas in/quotas.csv --size 4";

/// The names of files that two folders do not both have with the same bytes.
fn unlike(a: &Path, b: &Path) -> Vec<String> {
    let (a, b) = (contents(a), contents(b));
    let names: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
    names.into_iter().filter(|name| a.get(*name) != b.get(*name)).cloned().collect()
}

/// Identifier and probability of every member.
fn probabilities(sandbox: &Sandbox, record: &str) -> BTreeMap<String, String> {
    let text = sandbox.read(&format!("{record}/probabilities.csv"));
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("number,id,probability,tickets"));
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            (cells[1].to_owned(), cells[2].to_owned())
        })
        .collect()
}

/// The identifiers in the first column of `selected.csv`.
fn selected(sandbox: &Sandbox, record: &str) -> BTreeSet<String> {
    let text = sandbox.read(&format!("{record}/selected.csv"));
    text.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect()
}

/// The files with personal data that others than their owner may read or write.
fn exposed(record: &Path) -> Vec<&'static str> {
    let personal = [
        "pool.csv",
        "setup.json",
        "probabilities.csv",
        "certificate.json",
        "keys.json",
        "selected.csv",
        "remaining.csv",
    ];
    let personal = personal.into_iter().filter(|name| record.join(name).exists());
    let open = |name: &&str| fs::metadata(record.join(name)).unwrap().permissions().mode() & 0o777 != 0o600;
    personal.filter(open).collect()
}

/// What is in the folder besides what should be.
fn leftovers(sandbox: &Sandbox, wanted: &[&str]) -> Vec<String> {
    let here = contents(&sandbox.path("."));
    here.into_keys().filter(|name| name != "in/" && !wanted.contains(&name.as_str())).collect()
}

#[test]
fn the_same_command_gives_the_same_bytes() {
    let sandbox = Sandbox::new();
    let first = sandbox.ok(&format!("{DRAW} --seed s --out one/record"));
    let again = sandbox.ok(&format!("{DRAW} --seed s --out two/record"));
    assert_eq!(first.replace("one/", ""), again.replace("two/", ""));
    assert_eq!(unlike(&sandbox.path("one/record"), &sandbox.path("two/record")), [""; 0]);
    // From another folder, with absolute names.
    let here = sandbox.path("in");
    let (pool, quotas) = (here.join("pool.csv"), here.join("quotas.csv"));
    let (pool, quotas) = (pool.display(), quotas.display());
    sandbox.ok(&format!(
        "cd / && klero draw --pool {pool} --quotas {quotas} --size 4 --seed s --out {}/../three",
        here.display()
    ));
    assert_eq!(unlike(&sandbox.path("one/record"), &sandbox.path("three")), [""; 0]);
    // The comparison sees one changed byte, a missing and an additional file.
    fs::write(sandbox.path("two/record/lottery.json"), sandbox.read("one/record/lottery.json") + " ").unwrap();
    fs::remove_file(sandbox.path("two/record/quotas.csv")).unwrap();
    fs::write(sandbox.path("two/record/more"), "").unwrap();
    let found = unlike(&sandbox.path("one/record"), &sandbox.path("two/record"));
    assert_eq!(found, ["lottery.json", "more", "quotas.csv"]);
}

#[test]
fn the_order_of_the_pool_makes_no_difference() {
    let sandbox = Sandbox::new();
    sandbox.ok(&format!("{DRAW} --seed s --out record"));
    let pool = sandbox.read("in/pool.csv");
    let (header, rows) = pool.split_once('\n').unwrap();
    let rows: Vec<&str> = rows.lines().collect();
    for step in [5, 7, 11] {
        let shuffled: Vec<&str> = (0..rows.len()).map(|i| rows[(i * step + 3) % rows.len()]).collect();
        assert_ne!(shuffled, rows);
        fs::write(sandbox.path("in/shuffled.csv"), format!("{header}\n{}\n", shuffled.join("\n"))).unwrap();
        sandbox.ok(
            "klero draw --pool in/shuffled.csv --quotas in/quotas.csv --size 4 --seed s --out shuffled --overwrite",
        );
        assert_eq!(sandbox.read("record/lottery.json"), sandbox.read("shuffled/lottery.json"));
        assert_eq!(probabilities(&sandbox, "record"), probabilities(&sandbox, "shuffled"));
        assert_eq!(selected(&sandbox, "record"), selected(&sandbox, "shuffled"));
        assert_eq!(sandbox.read("record/result.json"), sandbox.read("shuffled/result.json"));
        let setup = |record: &str| sandbox.read(&format!("{record}/setup.json"));
        assert_ne!(setup("record"), setup("shuffled"), "the hashes of the pools must differ");
    }
    // Identifiers handed to others are seen: m08 and m09 change places, a woman and a man.
    let swapped = pool.replace("m08", "x").replace("m09", "m08").replace("\nx,", "\nm09,");
    fs::write(sandbox.path("in/swapped.csv"), swapped).unwrap();
    sandbox.ok("klero draw --pool in/swapped.csv --quotas in/quotas.csv --size 4 --seed s --out swapped");
    assert_ne!(probabilities(&sandbox, "record"), probabilities(&sandbox, "swapped"));
}

#[test]
fn the_seed_decides_the_draw_and_nothing_else() {
    let sandbox = Sandbox::new();
    sandbox.ok(&format!("{DRAW} --seed first --out first"));
    sandbox.ok(&format!("{DRAW} --seed second --out second"));
    let unlike = unlike(&sandbox.path("first"), &sandbox.path("second"));
    assert!(unlike.contains(&"result.json".to_owned()));
    for same in ["lottery.json", "pool.csv", "probabilities.csv", "quotas.csv"] {
        assert!(!unlike.contains(&same.to_owned()), "{same} depends on the seed");
    }
    // The lottery can be made and published before there is a seed.
    sandbox.ok("klero solve --pool in/pool.csv --quotas in/quotas.csv --size 4 --out before");
    assert_eq!(sandbox.read("before/lottery.json"), sandbox.read("first/lottery.json"));
    assert_eq!(sandbox.read("before/probabilities.csv"), sandbox.read("first/probabilities.csv"));
    let ticket = |record: &str| {
        let text = sandbox.read(&format!("{record}/result.json"));
        text.lines().find(|line| line.contains("\"ticket\":")).unwrap().to_owned()
    };
    assert_ne!(ticket("first"), ticket("second"));
    // Outer white space and the way of storing an accent make no difference.
    sandbox.ok(&format!("{DRAW} --seed 'B\u{ec}nh' --out composed"));
    sandbox.ok(&format!("{DRAW} --seed '  Bi\u{300}nh ' --out decomposed"));
    assert_eq!(sandbox.read("composed/result.json"), sandbox.read("decomposed/result.json"));
    assert_ne!(ticket("composed"), ticket("first"));
}

#[test]
fn files_with_personal_data_are_for_their_owner_only() {
    let sandbox = Sandbox::new();
    sandbox.ok(&format!("umask 000 && {DRAW} --seed s --out record"));
    assert_eq!(exposed(&sandbox.path("record")), [""; 0]);
    sandbox.ok(&format!("umask 000 && {DRAW} --seed t --out record --overwrite"));
    assert_eq!(exposed(&sandbox.path("record")), [""; 0]);
    sandbox.ok(
        "umask 000 && klero solve --pool in/pool.csv --quotas in/quotas.csv --size 4 --tickets 1000 --out committed",
    );
    sandbox.sh("umask 000 && klero commit committed --assembly A --digits 3 && klero draw committed --digits 123");
    assert!(sandbox.path("committed/selected.csv").exists());
    assert_eq!(exposed(&sandbox.path("committed")), [""; 0]);
    fs::set_permissions(sandbox.path("record/remaining.csv"), fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(exposed(&sandbox.path("record")), ["remaining.csv"]);
}

#[test]
fn a_failure_while_writing_leaves_nothing_behind() {
    let sandbox = Sandbox::new();
    // Files may not grow beyond some kilobytes (the unit depends on the shell), and a column that nobody needs is long.
    let wide = sandbox.read("in/pool.csv").replace(",00", &format!(",{}", "0".repeat(4000)));
    fs::write(sandbox.path("in/wide.csv"), wide).unwrap();
    let draw = "klero draw --pool in/wide.csv --quotas in/quotas.csv --size 4 --seed s --out record";
    let full = format!("trap '' XFSZ; ulimit -f 8; {draw}");
    let ran = sandbox.sh(&full);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.starts_with("error: cannot write record/pool.csv: "), "{}", ran.err);
    assert_eq!(leftovers(&sandbox, &[]), [""; 0]);

    // The same where a record stands already: it is still there, whole.
    sandbox.ok(&format!("{DRAW} --seed s --out record && cp -r record before"));
    let ran = sandbox.sh(&format!("{full} --overwrite"));
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert_eq!(leftovers(&sandbox, &["record/", "before/"]), [""; 0]);
    assert_eq!(unlike(&sandbox.path("record"), &sandbox.path("before")), [""; 0]);

    // Without the limit the same command goes through, and hidden leftovers would have been seen.
    sandbox.ok(&format!("{draw} --overwrite"));
    fs::create_dir(sandbox.path(".record.new-1")).unwrap();
    assert_eq!(leftovers(&sandbox, &["record/", "before/"]), [".record.new-1/"]);
}

#[test]
fn what_cannot_be_written_whole_is_not_added_to_a_record() {
    let sandbox = Sandbox::new();
    let wide = sandbox.read("in/pool.csv").replace(",00", &format!(",{}", "0".repeat(4000)));
    fs::write(sandbox.path("in/wide.csv"), wide).unwrap();
    sandbox.ok("klero solve --pool in/wide.csv --quotas in/quotas.csv --size 4 --tickets 1000 --out record");
    let commit =
        "klero commit record --assembly A --digits 3 --published 2024-01-01T00:00:00Z --name-column name 2> note";
    sandbox.ok(&format!("cp -r record before && {commit} > out.txt && rm out.txt note && cp -r record committed"));
    assert_eq!(unlike(&sandbox.path("record"), &sandbox.path("before")), ["commit.txt", "keys.json", "pool.leaves"]);
    // Files may not grow beyond some kilobytes: remaining.csv cannot be written.
    let ran = sandbox.sh("trap '' XFSZ; ulimit -f 8; klero draw record --digits 123");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.starts_with("error: cannot write record/"), "{}", ran.err);
    assert_eq!(unlike(&sandbox.path("record"), &sandbox.path("committed")), [""; 0]);
    // Without the limit it goes through.
    sandbox.ok("klero draw record --digits 123");
    let added = unlike(&sandbox.path("record"), &sandbox.path("committed"));
    assert_eq!(added, ["remaining.csv", "result.json", "selected.csv"]);
}

#[test]
fn an_empty_directory_is_used_and_the_way_to_it_is_made() {
    let sandbox = Sandbox::new();
    fs::create_dir(sandbox.path("empty")).unwrap();
    for out in ["empty", "empty_not_there/", "a/b/c", "'with space'", "in/../d"] {
        sandbox.ok(&format!("{DRAW} --seed s --out {out}"));
        assert!(sandbox.ok(&format!("klero verify {out}")).contains("\nVERIFIED ("), "{out}");
    }
    let made = ["empty/", "empty_not_there/", "a/", "with space/", "d/"];
    assert_eq!(leftovers(&sandbox, &made), [""; 0]);
}

#[test]
fn output_does_not_depend_on_where_it_goes() {
    let sandbox = Sandbox::new();
    let lines = [
        &format!("{DRAW} --seed s --out record --overwrite"),
        "klero check --pool in/pool.csv --quotas in/quotas.csv --size 4 --json",
        "klero check --pool in/bad_pool.csv --quotas in/quotas.csv --size 4",
        "klero verify record",
        "klero verify nowhere",
    ];
    for line in lines {
        let plain = sandbox.sh(line);
        for environment in
            [&[("COLUMNS", "30")], &[("CLICOLOR_FORCE", "1")], &[("TERM", "dumb")], &[("LC_ALL", "de_DE.UTF-8")]]
        {
            assert_eq!(plain, sandbox.sh_with(line, environment), "{line} with {environment:?}");
        }
        assert!(!plain.out.contains('\u{1b}') && !plain.err.contains('\u{1b}'), "{line}: colours into a pipe");
    }
    // Help is the one text that follows the width of the terminal; so a change of width would be seen.
    assert_ne!(sandbox.sh("klero draw --help"), sandbox.sh_with("klero draw --help", &[("COLUMNS", "60")]));
}

#[test]
fn a_reader_that_goes_away_early_is_no_error_and_a_full_disk_is() {
    let sandbox = Sandbox::new();
    let ran = sandbox.sh(&format!("{DRAW} --seed s --out record | head -n 1"));
    assert_eq!((ran.out.lines().count(), ran.err.as_str()), (1, ""));
    if Path::new("/dev/full").exists() {
        let ran = sandbox.sh("klero verify record > /dev/full");
        assert_eq!(ran.code, 2);
        assert!(ran.err.starts_with("error: cannot write to standard output: "), "{}", ran.err);
    }
}
