//! Records that follow others, with something wrong in what they say of them, or in the files that only such records have.

use klero::verify::Verdict;

use crate::chains::{alternating, drawn, first, made, replacing, result};
use crate::committer::Commitment;
use crate::recorder::{Plan, Record};
use crate::tampered_chain::{assert_fails, last};
use crate::{assert_outcome, check, check_together, told, with};

/// What the two files say of the record that is followed.
#[test]
fn what_is_said_of_the_earlier_record() {
    let first = first();
    let plan = replacing(&first, &drawn(&first)[..1]);
    let other = "0".repeat(64);
    for fingerprint in [serde_json::json!(null), serde_json::json!(other)] {
        let mut plan = plan.clone();
        plan.before.as_mut().unwrap()["fingerprint"] = fingerprint;
        assert_fails(&[&first, &made(&plan)], &["chain.before"], "the fingerprint named is");
    }
    let mut second = Record::honest(&Plan { seed: None, ..plan.clone() });
    let (fingerprint, sha256) = (first.fingerprint(), result(&first));
    for line in [
        format!("replace none {sha256}"),
        format!("rotate {fingerprint} {sha256}"),
        format!("replace {fingerprint} {other}"),
    ] {
        second.commitment = Commitment::to("phrase");
        second.commitment.as_mut().unwrap().before = Some(line);
        let says = "\"before\" is not the same in commit.txt and in setup.json";
        assert_fails(&[&first, &second], &["chain.before"], says);
    }
    // One of the two does not say so at all.
    let mut silent = second.clone();
    silent.before = None;
    let verification = last(&[&first, &silent]);
    assert_eq!(with(&verification, Verdict::Fail), ["commit.form"], "{}", told(&verification));
    second.commitment = Commitment::to("phrase");
    let mut files = second.files();
    let text = String::from_utf8(files["commit.txt"].clone()).unwrap();
    let lines: String =
        text.lines().filter(|line| !line.starts_with("before")).map(|line| format!("{line}\n")).collect();
    files.insert("commit.txt".to_owned(), lines.into_bytes());
    let verification = check_together(&[first.files(), files]).pop().unwrap();
    assert_outcome(
        &verification,
        &["commit.form"],
        &[],
        "by setup.json the record follows another, by commit.txt it does not",
    );
}

/// What is done to an honest record.
type Cheat = fn(&mut Record);

#[test]
fn rows_of_who_is_new_and_who_is_called() {
    let first = first();
    let honest = made(&replacing(&first, &drawn(&first)[..1]));
    let cases: [(Cheat, &str); 3] = [
        (
            |record| {
                let sat = record.selected.iter().find(|row| !record.new.contains(row)).unwrap().clone();
                record.new.push(sat)
            },
            "does not belong in this file",
        ),
        (
            |record| {
                record.new.pop();
            },
            "is missing",
        ),
        (|record| record.new = record.selected.clone(), "does not belong in this file"),
    ];
    for (cheat, says) in cases {
        let mut record = honest.clone();
        cheat(&mut record);
        assert_fails(&[&first, &record], &["draw.new"], says);
    }
    let honest = made(&alternating(&first));
    let cases: [(Cheat, &str); 4] = [
        (|record| record.called.swap(1, 2), "the order is not the right one"),
        (
            |record| {
                let (one, two) = (record.called[1].clone(), record.called[2].clone());
                record.called[1][1..].clone_from_slice(&two[1..]);
                record.called[2][1..].clone_from_slice(&one[1..]);
            },
            "alternates.csv line 2",
        ),
        (|record| record.called[0][0] = "place".to_owned(), "the header is"),
        (
            |record| {
                let row = record.remaining[1].clone();
                record.called.push(std::iter::once("3".to_owned()).chain(row).collect())
            },
            "does not belong in this file",
        ),
    ];
    for (cheat, says) in cases {
        let mut record = honest.clone();
        cheat(&mut record);
        assert_fails(&[&first, &record], &["draw.alternates"], says);
    }
}

#[test]
fn files_that_are_missing_or_too_many() {
    let first = first();
    let [replaced, alternates] = [replacing(&first, &drawn(&first)[..1]), alternating(&first)].map(|plan| made(&plan));
    let cases: [(&Record, &str, &[&str]); 3] = [
        (&replaced, "new.csv", &["draw.new"]),
        (&alternates, "alternates.csv", &["draw.alternates"]),
        (&alternates, "alternates.json", &["files.hashes", "alternates.form"]),
    ];
    for (record, name, not_checked) in cases {
        let mut files = record.files();
        files.remove(name).unwrap();
        let verification = check_together(&[first.files(), files]).pop().unwrap();
        assert_outcome(&verification, &["files.present"], not_checked, &format!("{name} is missing"));
        let mut files = first.files();
        files.insert(name.to_owned(), record.files()[name].clone());
        assert_outcome(&check(&files), &["files.present"], &[], &format!("{name} is there, but this is no record of"));
    }
    // Nothing that can be read says that the record holds alternates, and then that it replaces.
    let alone = Record::honest(&Plan::usual());
    let unsaid = |plan: &Plan| {
        let mut files = Record::honest(plan).files();
        files.insert("setup.json".to_owned(), b"{}\n".to_vec());
        check(&files)
    };
    let [replaced, called] = [replacing(&alone, &drawn(&alone)[..1]), alternating(&alone)].map(|plan| unsaid(&plan));
    for (verification, names) in [(replaced, &["new.csv"][..]), (called, &["alternates.json", "alternates.csv"])] {
        let fails = with(&verification, Verdict::Fail);
        assert_eq!(fails, ["files.present", "setup.form"], "{}", told(&verification));
        let sentence = &verification.checks[0].sentence;
        assert!(names.iter().all(|name| sentence.contains(&format!("{name} is there, but this"))), "{sentence}");
    }
    // Another file of the same name.
    let mut files = alternates.files();
    let text = alternates.alternates_json().replacen('{', "{ ", 1);
    files.insert("alternates.json".to_owned(), text.into_bytes());
    let verification = check_together(&[first.files(), files]).pop().unwrap();
    assert_outcome(&verification, &["files.hashes"], &[], "alternates.json is not the file that was recorded");
}

#[test]
fn before_out_of_form() {
    let first = Record::honest(&Plan::usual());
    let plan = replacing(&first, &drawn(&first)[..1]);
    let (one, two) = ("0".repeat(64), "1".repeat(64));
    let json = |text: String| serde_json::from_str::<serde_json::Value>(&text).unwrap();
    let cases = [
        ("step", json("\"replace/0\"".to_owned()), "\"step\" is \"replace/0\", expected replace"),
        ("step", json("\"draw\"".to_owned()), "\"step\" is \"draw\""),
        ("step", json("null".to_owned()), "expected a string"),
        ("step", json("\"rotate\"".to_owned()), ""),
        ("result", json("\"none\"".to_owned()), "\"result\" has \"none\", which is not a SHA-256"),
        ("fingerprint", json("\"none\"".to_owned()), "\"fingerprint\" has \"none\""),
        ("former", json(format!("[\"{one}\"]")), "names former panels, but its step is replace"),
        ("more", json("1".to_owned()), "unknown field `more`"),
    ];
    for (key, value, says) in cases {
        let mut plan = plan.clone();
        plan.before.as_mut().unwrap()[key] = value;
        let files = Record::honest(&plan).files();
        let verification = check(&files);
        if says.is_empty() {
            assert!(with(&verification, Verdict::Fail).is_empty(), "another step has the form, too");
            continue;
        }
        // Nothing says any more that the record follows another, so that its file does not belong.
        let fails: &[&str] =
            if files.contains_key("new.csv") { &["files.present", "setup.form"] } else { &["setup.form"] };
        assert_eq!(with(&verification, Verdict::Fail), fails, "{}", told(&verification));
        assert!(verification.checks[2].sentence.contains(says), "{}", verification.checks[2].sentence);
    }
    for (before, says) in [
        (
            json(format!(
                "{{\"alternates\":\"{one}\",\"fingerprint\":null,\"former\":[\"{two}\",\"{one}\"],\"result\":\"{one}\",\"step\":\"rotate\"}}"
            )),
            "names alternates, but its step is rotate, expected null; setup.json: in \"before\", the SHA-256 in \"former\" do not ascend",
        ),
        (
            json(format!("{{\"alternates\":null,\"fingerprint\":null,\"result\":\"{one}\",\"step\":\"rotate\"}}")),
            "missing field `former`",
        ),
        (json("null".to_owned()), "expected an object"),
        (json("[null,null,[],\"\",\"rotate\"]".to_owned()), "expected an object"),
    ] {
        let mut record = Record::honest(&plan);
        record.before = Some(before);
        let verification = check(&record.files());
        assert!(with(&verification, Verdict::Fail).contains(&"setup.form"), "{}", told(&verification));
        assert!(verification.checks[2].sentence.contains(says), "{}", verification.checks[2].sentence);
    }
    let mut record = Record::honest(&plan);
    record.together = Some(2);
    let verification = check(&record.files());
    assert!(
        verification.checks[2].sentence.contains("a record that follows another has no \"panels\" of its own"),
        "{}",
        told(&verification)
    );
    let mut record = made(&plan);
    record.commitment.as_mut().unwrap().before = Some("replace none".to_owned());
    let fails = with(&check(&record.files()), Verdict::Fail);
    assert!(fails.contains(&"commit.form"), "{fails:?}");
}
