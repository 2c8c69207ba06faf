//! Files that are not what they should be: exchanged, edited, missing, or not the CSV that a record holds.

use crate::arithmetic::sha256;
use crate::recorder::{Bytes, Plan, Record, reseal};
use crate::{assert_outcome, check};

/// The hashes of `setup.json`, as they should not be.
#[test]
fn hashes() {
    let record = Record::honest(&Plan::usual());
    let pool = sha256(&record.files()["pool.csv"]);
    let quotas = sha256(&record.files()["quotas.csv"]);
    let other_digit = format!("{}{}", &pool[..63], if pool.ends_with('0') { '1' } else { '0' });
    let swap = |text: &str| text.replace(&pool, "<>").replace(&quotas, &pool).replace("<>", &quotas);
    type Edit<'a> = Box<dyn Fn(&str) -> String + 'a>;
    let cases: [(Edit, &str); 5] = [
        (Box::new(|text| text.replace(&pool, &other_digit)), "pool.csv is not the file that was recorded"),
        (Box::new(swap), "pool.csv is not the file that was recorded"),
        (Box::new(|text| text.replace(&format!("\"pool.csv\": \"{pool}\", "), "")), "does not name pool.csv"),
        (Box::new(|text| text.replace("\"pool.csv\"", "\"Pool.csv\"")), "does not name pool.csv"),
        (
            Box::new(|text| text.replace("\"pool.csv\"", &format!("\"setup.json\": \"{pool}\", \"pool.csv\""))),
            "names \"setup.json\", which does not belong there",
        ),
    ];
    for (edit, says) in cases {
        let mut files = record.files();
        let before = String::from_utf8(files["setup.json"].clone()).unwrap();
        let after = edit(&before);
        assert_ne!(before, after);
        files.insert("setup.json".to_owned(), after.into_bytes());
        assert_outcome(&check(&files), &["files.hashes"], &[], says);
    }
}

/// Changes to a file whose hash is left as it was, and which no other check but that of the key could see: a quota that is loosened, a
/// spelling.
#[test]
fn edited_file_with_the_old_hash() {
    let edits: [(&str, &str, &str); 3] = [
        ("quotas.csv", "old,1,3", "old,0,4"),
        ("quotas.csv", "gender,female", "Gender,Female"),
        ("pool.csv", "\"Borg, Ali\"", "\"Borg, Ali\"\u{20}"),
    ];
    for (name, from, to) in &edits[..2] {
        let mut files = Record::honest(&Plan::usual()).files();
        edit(&mut files, name, from, to);
        let says = format!("{name} is not the file that was recorded");
        assert_outcome(&check(&files), &["files.hashes", "draw.key"], &[], &says);
    }
    let (name, from, to) = edits[2];
    let mut files = Record::honest(&Plan::usual()).files();
    edit(&mut files, name, from, to);
    let verification = check(&files);
    assert_eq!(crate::with(&verification, klero::verify::Verdict::Fail)[0], "files.hashes");
}

fn edit(files: &mut Bytes, name: &str, from: &str, to: &str) {
    let text = String::from_utf8(files[name].clone()).unwrap();
    assert!(text.contains(from), "{name}: {from}");
    files.insert(name.to_owned(), text.replacen(from, to, 1).into_bytes());
}

/// CSV files out of form, hashes put right.
#[test]
fn sheets_out_of_form() {
    type Edit = fn(&str) -> Vec<u8>;
    let cases: [(Edit, &str); 7] = [
        (|text| text.replace('\n', "\r\n").into_bytes(), "line 1"),
        (|text| format!("\u{feff}{text}").into_bytes(), "byte-order mark"),
        (|text| text.trim_end().as_bytes().to_vec(), "does not end with a line end; it may have been cut short"),
        (|text| text.replace(',', ";").into_bytes(), "line 1"),
        (|text| [text.as_bytes(), b"\xe9\n"].concat(), "is not UTF-8: the byte at offset"),
        (|text| text.encode_utf16().flat_map(u16::to_le_bytes).collect(), ""),
        (|_| Vec::new(), "does not end with a line end"),
    ];
    for (name, checks, not_checked) in [
        ("probabilities.csv", "probabilities.form", &["probabilities.tickets"][..]),
        ("selected.csv", "draw.selected", &[]),
        ("remaining.csv", "draw.remaining", &[]),
    ] {
        for (edit, says) in cases {
            let mut record = Record::honest(&Plan::usual());
            let mut files = record.files();
            let text = String::from_utf8(files[name].clone()).unwrap();
            if name == "probabilities.csv" {
                // The key is bound to this file, so that it must be out of form before the draw.
                record.chances_text = Some(edit(&text));
                record.draw_again();
                files = record.files();
            } else {
                files.insert(name.to_owned(), edit(&text));
                reseal(&mut files);
            }
            let says = if name == "probabilities.csv" { says.strip_prefix("line 1").unwrap_or(says) } else { says };
            assert_outcome(&check(&files), &[checks], not_checked, says);
        }
    }
}

/// Some files of the draw are taken away to hide what was drawn: the others call for them.
#[test]
fn draw_hidden() {
    let drawn = Record::honest(&Plan::usual()).files();
    let without = |names: &[&str]| {
        let mut files = drawn.clone();
        names.iter().for_each(|name| drop(files.remove(*name)));
        files
    };
    assert!(check(&without(&["result.json", "selected.csv", "remaining.csv"])).verified());
    let no_result = &crate::tampered_json::NO_RESULT;
    let all = [&["draw.form"], &no_result[..]].concat();
    let files = without(&["result.json", "selected.csv"]);
    assert_outcome(&check(&files), &["files.present"], &all, "result.json is missing; selected.csv is missing");
    let mut files = without(&["selected.csv", "remaining.csv"]);
    assert_outcome(
        &check(&files),
        &["files.present"],
        &no_result[4..],
        "selected.csv is missing; remaining.csv is missing",
    );
    // A beacon for which nothing asked.
    files = drawn.clone();
    files.insert("beacon.json".to_owned(), b"{}\n".to_vec());
    assert_outcome(&check(&files), &["files.present"], &[], "beacon.json is there, but no commitment names a beacon");
    files = drawn.clone();
    files.insert("certificate.json".to_owned(), b"{}\n".to_vec());
    assert_outcome(
        &check(&files),
        &["files.present"],
        &[],
        "certificate.json is there, but the objective is one without",
    );
}

const SETUP_MISSING: [&str; 14] = [
    "files.hashes",
    "setup.form",
    "pool.form",
    "lottery.form",
    "lottery.size",
    "lottery.quotas",
    "lottery.rules",
    "lottery.tickets",
    "probabilities.form",
    "probabilities.tickets",
    "draw.ticket",
    "draw.panel",
    "draw.selected",
    "draw.remaining",
];
const RESULT_MISSING: [&str; 7] =
    ["draw.form", "draw.seed", "draw.key", "draw.ticket", "draw.panel", "draw.selected", "draw.remaining"];

#[test]
fn missing_files() {
    let cases: [(&str, &[&str]); 8] = [
        (
            "quotas.csv",
            &[
                "files.hashes",
                "pool.form",
                "lottery.quotas",
                "lottery.rules",
                "probabilities.form",
                "probabilities.tickets",
                "draw.key",
                "draw.selected",
                "draw.remaining",
            ],
        ),
        (
            "pool.csv",
            &[
                "files.hashes",
                "pool.form",
                "lottery.quotas",
                "lottery.rules",
                "probabilities.form",
                "probabilities.tickets",
                "draw.selected",
                "draw.remaining",
            ],
        ),
        ("probabilities.csv", &["files.hashes", "probabilities.form", "probabilities.tickets", "draw.key"]),
        (
            "lottery.json",
            &[
                "files.hashes",
                "lottery.form",
                "lottery.size",
                "lottery.quotas",
                "lottery.rules",
                "lottery.tickets",
                "probabilities.tickets",
                "draw.key",
                "draw.panel",
            ],
        ),
        ("selected.csv", &["draw.selected"]),
        ("remaining.csv", &["draw.remaining"]),
        ("setup.json", &SETUP_MISSING),
        ("result.json", &RESULT_MISSING),
    ];
    for (name, not_checked) in cases {
        let mut files = Record::honest(&Plan::usual()).files();
        files.remove(name);
        assert_outcome(&check(&files), &["files.present"], not_checked, &format!("{name} is missing"));
    }
}

/// What can be checked without the pool is checked: the tampered lottery is found although the pool is withheld.
#[test]
fn lottery_is_checked_without_the_pool() {
    let mut record = Record::honest(&Plan::usual());
    record.panels[0].tickets += 1;
    record.panels[1].members[0] = 11;
    record.turn_key();
    let mut files = record.files();
    files.remove("pool.csv");
    let verification = check(&files);
    let fails = crate::with(&verification, klero::verify::Verdict::Fail);
    assert_eq!(fails[..2], ["files.present", "lottery.form"]);
    let sentence = &verification.checks[4].sentence;
    assert!(sentence.contains("there is no member 11"), "{sentence}");
}

#[test]
fn no_files_at_all() {
    let verification = check(&Bytes::new());
    assert_eq!(crate::with(&verification, klero::verify::Verdict::Fail), ["files.present"]);
    assert_eq!(crate::with(&verification, klero::verify::Verdict::NotChecked), crate::CHECKS[1..11]);
}
