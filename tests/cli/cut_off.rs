//! A run can be killed between two files of a record: the next run goes on, and changes nothing that was there.

use std::fs;

use super::sandbox::{Sandbox, contents};

const SOLVE: &str = "klero solve --pool in/pool.csv --quotas in/quotas.csv --size 4 --tickets 1000 --out record";
const COMMIT: &str = "klero commit record --assembly A --digits 3 --published 2024-01-01T00:00:00Z";

/// Every set of files that a run killed after its first `n` files leaves, for n from none to all but the last; `work` runs what would go on.
fn each_cut(sandbox: &Sandbox, whole: &str, files: &[&str], mut work: impl FnMut(usize)) {
    let last = files.len() - 1;
    for left in 0..=last {
        sandbox.ok(&format!("rm -rf record && cp -r {whole} record"));
        for name in &files[left..] {
            fs::remove_file(sandbox.path(&format!("record/{name}"))).unwrap();
        }
        // What had no name yet stands under another one.
        fs::write(sandbox.path(&format!("record/.{}.new-123", files[left])), "half a fi").unwrap();
        work(left);
    }
}

#[test]
fn a_draw_that_was_cut_off_goes_on() {
    let sandbox = Sandbox::new();
    sandbox.ok(SOLVE);
    assert_eq!(sandbox.sh(COMMIT).code, 0);
    sandbox.ok("klero draw record --digits '0 4 2' && cp -r record whole");
    let files = ["selected.csv", "remaining.csv", "result.json"];
    each_cut(&sandbox, "whole", &files, |left| {
        let before = contents(&sandbox.path("record"));
        if left > 0 {
            // Another seed is refused: the one that was given may be known by now.
            let other = sandbox.sh("klero draw record --digits 777");
            assert_eq!((other.code, other.out.as_str()), (2, ""), "{left}");
            assert!(other.err.contains("record/selected.csv is left from a run that was cut off"), "{}", other.err);
            assert!(other.err.contains("give the seed that was given first"), "{}", other.err);
            assert_eq!(contents(&sandbox.path("record")), before);
            let receipts = sandbox.sh("klero receipt record --member m01");
            assert!(receipts.err.contains("run it again with the same seed"), "{}", receipts.err);
        }
        let ran = sandbox.sh("klero draw record --digits 042");
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert_eq!(ran.err.contains("was there from a run that was cut off"), left > 0, "{}", ran.err);
        assert_eq!(contents(&sandbox.path("record")), contents(&sandbox.path("whole")), "after {left} files");
    });
    // What is finished is not drawn again, by the same seed neither.
    let again = sandbox.sh("klero draw whole --digits 042");
    assert!(again.err.contains("holds a draw already: result.json is there"), "{}", again.err);
}

#[test]
fn a_commitment_that_was_cut_off_goes_on_with_its_secret() {
    let sandbox = Sandbox::new();
    sandbox.ok(SOLVE);
    let commit = format!("{COMMIT} --name-column name");
    assert_eq!(sandbox.sh(&commit).code, 0);
    sandbox.ok("cp -r record whole");
    let files = ["keys.json", "pool.leaves", "commit.txt"];
    each_cut(&sandbox, "whole", &files, |left| {
        if left == 0 {
            return;
        }
        let before = contents(&sandbox.path("record"));
        for (more, said) in [
            ("--name-column phone", "has another --name-column"),
            (&format!("--name-column name --master-secret {}", "ab".repeat(32)), "has another master secret"),
        ] {
            let other = sandbox.sh(&format!("{COMMIT} {more}"));
            assert_eq!(other.code, 2, "{}", other.err);
            assert!(other.err.contains(said), "{}", other.err);
            assert_eq!(contents(&sandbox.path("record")), before);
        }
        let draw = sandbox.sh("klero draw record --digits 042");
        assert!(draw.err.contains("If klero commit was cut off, run it again"), "{}", draw.err);
        let ran = sandbox.sh(&commit);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert_eq!(contents(&sandbox.path("record")), contents(&sandbox.path("whole")), "after {left} files");
    });
    // Leaves of a secret that is lost are no leaves of a new one, and stay.
    sandbox.ok("rm -rf record && cp -r whole record && rm record/keys.json record/commit.txt");
    let ran = sandbox.sh(&commit);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("record/pool.leaves is left from a run that was cut off"), "{}", ran.err);
    assert_eq!(sandbox.read("record/pool.leaves"), sandbox.read("whole/pool.leaves"));
    assert!(!sandbox.path("record/keys.json").exists());
}

#[test]
fn a_folder_is_there_whole_or_not_at_all() {
    let sandbox = Sandbox::new();
    sandbox.ok(SOLVE);
    assert_eq!(sandbox.sh(COMMIT).code, 0);
    fs::create_dir(sandbox.path(".receipts.new-99")).unwrap();
    let ran = sandbox.sh("klero receipt record --all --out receipts");
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains(".receipts.new-99 is left from a run that was cut off"), "{}", ran.err);
    assert!(sandbox.path("receipts/receipt-0001.json").exists());
    // Files may not grow beyond some hundred bytes: nothing is left of what could not be written.
    for (command, out) in [("receipt record --all --out", "more"), ("publish record --to", "public")] {
        let ran = sandbox.sh(&format!("trap '' XFSZ; ulimit -f 1; klero {command} {out}"));
        assert_eq!(ran.code, 2, "{}", ran.err);
    }
    let names: Vec<String> = contents(&sandbox.path(".")).into_keys().collect();
    assert_eq!(names, [".receipts.new-99/", "in/", "receipts/", "record/"]);
}

#[test]
fn nothing_is_written_into_a_record() {
    let sandbox = Sandbox::new();
    sandbox.ok(SOLVE);
    assert_eq!(sandbox.sh(COMMIT).code, 0);
    let before = contents(&sandbox.path("record"));
    for command in [
        "receipt record --member m01 --out record/result.json",
        "receipt record --member m01 --out in/../record/receipt.json",
        "receipt record --all --out record/receipts",
        "publish record --to record/public",
        "publish record --to record/not/there/yet",
    ] {
        let ran = sandbox.sh(&format!("klero {command}"));
        assert_eq!(ran.code, 2, "{command}");
        assert!(ran.err.contains("is inside the record record"), "{}", ran.err);
        assert_eq!(contents(&sandbox.path("record")), before);
    }
    // Beside it is well.
    sandbox.ok("klero receipt record --member m01 --out record-receipt.json");
}
