//! Files that are not what they should be: JSON and CSV out of form, files exchanged, cut short or missing.

use crate::recorder::{Bytes, Plan, Record, reseal, sha256};
use crate::{assert_outcome, check};

const NO_LOTTERY: [&str; 6] = [
    "lottery.size",
    "lottery.quotas",
    "lottery.tickets",
    "probabilities.tickets",
    "draw.ticket",
    "draw.panel",
];
const NO_RESULT: [&str; 11] = [
    "files.hashes",
    "pool.form",
    "lottery.form",
    "lottery.quotas",
    "probabilities.form",
    "probabilities.tickets",
    "draw.key",
    "draw.ticket",
    "draw.panel",
    "draw.selected",
    "draw.remaining",
];

/// Each text in `lottery.json` takes the place of the one before it; hashes, key and draw follow from the new file.
#[test]
fn lottery_out_of_form() {
    let deep = format!("\"panels\":{}", "[".repeat(1_000_000));
    let cases = [
        (
            "\"klero/lottery/1\"",
            "\"klero/lottery/2\"",
            "\"format\" is \"klero/lottery/2\", and only \"klero/lottery/1\" is known",
        ),
        ("\"format\":", "\"Format\":", "unknown field `Format`"),
        ("\"size\":4,", "", "missing field `size`"),
        (
            "\"size\":4,",
            "\"size\":4,\"size\":4,",
            "duplicate field `size` at line 1 column",
        ),
        (
            "\"size\":4,",
            "\"size\":4,\"s\\u0069ze\":5,",
            "duplicate field `size`",
        ),
        (
            "{\"members\":[1,",
            "{\"members\":[],\"members\":[1,",
            "duplicate field `members`",
        ),
        (
            "\"size\":4,",
            "\"size\":4,\"note\":\"\u{1b}[2J\",",
            "unknown field `note`",
        ),
        (
            "\"size\":4,",
            "\"size\":4,\"\\u001b[2J\":1,",
            "unknown field `\\u{1b}[2J`",
        ),
        (
            "\"size\":4",
            "\"size\":4.0",
            "floating point `4.0`, expected a whole number below 2^53 at line 1 column",
        ),
        ("\"size\":4", "\"size\":4e0", "floating point"),
        (
            "\"size\":4",
            "\"size\":-4",
            "integer `-4`, expected a whole number below 2^53",
        ),
        ("\"size\":4", "\"size\":-0", "expected a whole number"),
        ("\"size\":4", "\"size\":04", "invalid number"),
        ("\"size\":4", "\"size\":\"4\"", "invalid type: string \"4\""),
        ("\"size\":4", "\"size\":null", "expected a whole number"),
        ("\"size\":4", "\"size\":true", "expected a whole number"),
        (
            "\"size\":4",
            "\"size\":9007199254740992",
            "integer `9007199254740992`, expected a whole number below 2^53",
        ),
        (
            "\"size\":4",
            "\"size\":18446744073709551620",
            "expected a whole number below 2^53",
        ),
        ("\"size\":4", "\"size\":1e999", "number out of range"),
        (
            "{\"members\":[1,",
            "{\"members\":[1.0,",
            "floating point `1.0`",
        ),
        (
            "{\"members\":[1,",
            "{\"members\":[1,9007199254740992,",
            "a whole number below 2^53",
        ),
        (
            "{\"members\":[1,",
            "{\"members\":[[1],",
            "expected a whole number below 2^53",
        ),
        (
            "\"panels\":[",
            "\"panels\":[null,",
            "invalid type: null, expected an object",
        ),
        (
            "\"panels\":[",
            "\"panels\":[[[1,2,3,4],1],",
            "invalid type: sequence, expected an object",
        ),
        (
            "\"panels\":[",
            "\"panels\":[{\"members\":[1,2,3,4]},",
            "missing field `tickets`",
        ),
        ("\"panels\":[", "\"panels\":[,", "expected value"),
        (
            "\"panels\":",
            "\"panels\":{},\"x\":",
            "invalid type: map, expected a sequence",
        ),
        ("\"panels\":", &deep, "expected an object"),
        (
            "{\"format\"",
            "[{\"format\"",
            "invalid type: sequence, expected an object",
        ),
        ("{\"format\"", "\u{feff}{\"format\"", "byte-order mark"),
        ("}\n", "}\n{}", "trailing characters at line 2 column 1"),
        ("}\n", "", "EOF while parsing"),
        ("}\n", ",}\n", "trailing comma"),
        (
            "{\"format\"",
            "// a lottery\n{\"format\"",
            "expected value at line 1 column 1",
        ),
    ];
    for (from, to, says) in cases {
        let mut record = Record::honest(&Plan::usual());
        let text = String::from_utf8(record.lottery()).unwrap();
        assert!(text.contains(from), "{from}");
        // Only the last "}\n" is the file's end; of everything else the first is taken.
        let text = if from == "}\n" {
            text.strip_suffix(from).unwrap().to_owned() + to
        } else {
            text.replacen(from, to, 1)
        };
        record.lottery_text = Some(text.into_bytes());
        record.turn_key();
        record.take_ticket();
        let mut verification = check(&record.files());
        // The ticket is given here as the checker cannot see it: M is not known.
        verification
            .checks
            .retain(|check| !["draw.selected", "draw.remaining"].contains(&check.id));
        assert_outcome(&verification, &["lottery.form"], &NO_LOTTERY, says);
    }
}

#[test]
fn lottery_that_is_no_text() {
    let empty_list_of_lists = [b"[".repeat(200_000), b"]".repeat(200_000)].concat();
    for (bytes, says) in [
        (
            b"{\"format\":\"\xff\"}".to_vec(),
            "not UTF-8: the byte at offset 11",
        ),
        (b"\xff\xfe{\x00".to_vec(), "not UTF-8: the byte at offset 0"),
        (Vec::new(), "EOF while parsing"),
        (b"null".to_vec(), "expected an object"),
        (b"{}".to_vec(), "missing field `format`"),
        (b"{".repeat(100_000), "key must be a string"),
        (empty_list_of_lists, "expected an object"),
    ] {
        let mut record = Record::honest(&Plan::usual());
        record.lottery_text = Some(bytes);
        record.turn_key();
        assert_outcome(
            &check(&record.files()),
            &["lottery.form"],
            &NO_LOTTERY,
            says,
        );
    }
}

#[test]
fn result_out_of_form() {
    let deep = format!("\"draw\": {}", "{\"panel\":".repeat(1_000_000));
    let deep_name = format!("\"id_column\": {}", "[".repeat(1_000_000));
    let cases = [
        (
            "klero/result/1",
            "klero/result/2",
            "\"format\" is \"klero/result/2\", and only \"klero/result/1\" is known",
        ),
        (
            "\"members\": 10",
            "\"members\": 10.0",
            "floating point `10.0`, expected a whole number below 2^53 at line",
        ),
        ("\"members\": 10", "\"members\": -10", "integer `-10`"),
        (
            "\"members\": 10",
            "\"members\": 9007199254740992",
            "a whole number below 2^53",
        ),
        (
            "\"members\": 10",
            "\"members\": \"10\"",
            "invalid type: string",
        ),
        (
            "\"members\": 10",
            "\"members\": 10, \"members\": 10",
            "duplicate field `members`",
        ),
        (
            "\"members\": 10",
            "\"members\": 10, \"note\": 1",
            "unknown field `note`",
        ),
        ("\"members\": 10,", "", "missing field `members`"),
        ("\"id_column\": \"id\",", "", "missing field `id_column`"),
        (
            "\"id_column\": \"id\"",
            "\"id_column\": 7",
            "invalid type: integer `7`, expected a string",
        ),
        (
            "\"id_column\": \"id\"",
            &deep_name,
            "invalid type: sequence, expected a string",
        ),
        (
            "\"draw\": {",
            "\"draw\": {}, \"Draw\": {",
            "missing field `key`",
        ),
        (
            "\"draw\": {",
            "\"draw\": null, \"draw\": {",
            "duplicate field `draw`",
        ),
        ("\"draw\":", "\"drawn\":", "unknown field `drawn`"),
        (
            "\"draw\": {",
            "\"draw\": false, \"x\": {",
            "expected an object",
        ),
        ("\"draw\":", &deep, "expected"),
        (
            "\"key\": ",
            "\"key\": \"\", \"key\": ",
            "duplicate field `key`",
        ),
        (
            "\"key\": ",
            "\"key\": null, \"lock\": ",
            "expected a string",
        ),
        (
            "\"panel\": {",
            "\"panel\": {\"number\": 1, ",
            "duplicate field `number`",
        ),
        (
            "\"panel\": {",
            "\"panel\": [[1,2,3,4],1], \"x\": {",
            "invalid type: sequence, expected an object",
        ),
        (
            "\"seed\": \"",
            "\"seed\": \"\\ud800",
            "unexpected end of hex escape",
        ),
        ("\"seed\": \"", "\"seed\": \"\n", "control character"),
        (
            "\"files\": {",
            "\"files\": {\"pool.csv\": \"\", ",
            "duplicate key `pool.csv` at line",
        ),
        (
            "\"files\": {",
            "\"files\": {\"po\\u006fl.csv\": \"\", ",
            "duplicate key `pool.csv`",
        ),
        (
            "\"files\": {",
            "\"files\": {\"extra\": 1, ",
            "invalid type: integer `1`, expected a string",
        ),
        (
            "\"files\": {",
            "\"files\": [], \"x\": {",
            "expected an object of texts",
        ),
        (
            "{\n  \"draw\"",
            "\u{feff}{\n  \"draw\"",
            "begins with a byte-order mark",
        ),
        (
            "\"tickets\": 1000000000000\n}",
            "\"tickets\": 1000000000000\n}\n}",
            "trailing characters at line",
        ),
        (
            "\"tickets\": 1000000000000\n}",
            "\"tickets\": 1000000000000\n",
            "EOF while parsing an object",
        ),
    ];
    for (from, to, says) in cases {
        let mut files = Record::honest(&Plan::usual()).files();
        let text = String::from_utf8(files["result.json"].clone()).unwrap();
        assert!(text.contains(from), "{from}");
        files.insert(
            "result.json".to_owned(),
            text.replacen(from, to, 1).into_bytes(),
        );
        assert_outcome(&check(&files), &["result.form"], &NO_RESULT, says);
    }
}

#[test]
fn result_with_a_blank_objective() {
    let mut files = Record::honest(&Plan::usual()).files();
    let text = String::from_utf8(files["result.json"].clone()).unwrap();
    files.insert(
        "result.json".to_owned(),
        text.replace("leximin", " ").into_bytes(),
    );
    assert_outcome(
        &check(&files),
        &["result.form"],
        &[],
        "\"objective\" is blank",
    );
}

#[test]
fn result_that_is_no_text() {
    let mut files = Record::honest(&Plan::usual()).files();
    files.get_mut("result.json").unwrap().insert(20, 0xc3);
    assert_outcome(
        &check(&files),
        &["result.form"],
        &NO_RESULT,
        "not UTF-8: the byte at offset 20",
    );
    files.insert("result.json".to_owned(), Vec::new());
    assert_outcome(
        &check(&files),
        &["result.form"],
        &NO_RESULT,
        "EOF while parsing",
    );
}

/// The hashes of `result.json`, as they should not be.
#[test]
fn hashes() {
    let record = Record::honest(&Plan::usual());
    let pool = sha256(&record.files()["pool.csv"]);
    let quotas = sha256(&record.files()["quotas.csv"]);
    let other_digit = format!(
        "{}{}",
        &pool[..63],
        if pool.ends_with('0') { '1' } else { '0' }
    );
    let swap = |text: &str| {
        text.replace(&pool, "<>")
            .replace(&quotas, &pool)
            .replace("<>", &quotas)
    };
    type Edit<'a> = Box<dyn Fn(&str) -> String + 'a>;
    let cases: [(Edit, &str); 7] = [
        (
            Box::new(|text| text.replace(&pool, &other_digit)),
            "pool.csv is not the file that was recorded",
        ),
        (
            Box::new(|text| text.replace(&pool, &pool.to_uppercase())),
            "pool.csv is not the file that was recorded",
        ),
        (
            Box::new(|text| text.replace(&pool, "")),
            "result.json gives SHA-256 \"\"",
        ),
        (Box::new(swap), "pool.csv is not the file that was recorded"),
        (
            Box::new(|text| text.replace(&format!("\"pool.csv\": \"{pool}\", "), "")),
            "does not name pool.csv",
        ),
        (
            Box::new(|text| text.replace("\"pool.csv\"", "\"Pool.csv\"")),
            "does not name pool.csv",
        ),
        (
            Box::new(|text| {
                text.replace(
                    "\"pool.csv\"",
                    &format!("\"result.json\": \"{pool}\", \"pool.csv\""),
                )
            }),
            "names \"result.json\", which is no file",
        ),
    ];
    for (edit, says) in cases {
        let mut files = record.files();
        let before = String::from_utf8(files["result.json"].clone()).unwrap();
        let after = edit(&before);
        assert_ne!(before, after);
        files.insert("result.json".to_owned(), after.into_bytes());
        assert_outcome(&check(&files), &["files.hashes"], &[], says);
    }
}

/// Changes to a file whose hash is left as it was, and which no other check could see: a quota that is loosened, an unused column.
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
        assert_outcome(
            &check(&files),
            &["files.hashes"],
            &[],
            &format!("{name} is not the file that was recorded"),
        );
    }
    let (name, from, to) = edits[2];
    let mut files = Record::honest(&Plan::usual()).files();
    edit(&mut files, name, from, to);
    let verification = check(&files);
    assert_eq!(
        crate::with(&verification, klero::verify::Verdict::Fail)[0],
        "files.hashes"
    );
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
        (
            |text| format!("\u{feff}{text}").into_bytes(),
            "byte-order mark",
        ),
        (
            |text| text.trim_end().as_bytes().to_vec(),
            "does not end with a line end; it may have been cut short",
        ),
        (|text| text.replace(',', ";").into_bytes(), "line 1"),
        (
            |text| [text.as_bytes(), b"\xe9\n"].concat(),
            "is not UTF-8: the byte at offset",
        ),
        (
            |text| text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "",
        ),
        (|_| Vec::new(), "does not end with a line end"),
    ];
    for (name, checks, not_checked) in [
        (
            "probabilities.csv",
            "probabilities.form",
            &["probabilities.tickets"][..],
        ),
        ("selected.csv", "draw.selected", &[]),
        ("remaining.csv", "draw.remaining", &[]),
    ] {
        for (edit, says) in cases {
            let mut files = Record::honest(&Plan::usual()).files();
            let text = String::from_utf8(files[name].clone()).unwrap();
            files.insert(name.to_owned(), edit(&text));
            reseal(&mut files);
            let says = if name == "probabilities.csv" {
                says.strip_prefix("line 1").unwrap_or(says)
            } else {
                says
            };
            assert_outcome(&check(&files), &[checks], not_checked, says);
        }
    }
}

/// `draw` is set to null to hide what was drawn.
#[test]
fn draw_hidden() {
    let mut record = Record::honest(&Plan::usual());
    let drawn = record.files();
    record.draw = None;
    let mut files = record.files();
    assert!(check(&files).verified());

    files.insert("selected.csv".to_owned(), drawn["selected.csv"].clone());
    assert_outcome(
        &check(&files),
        &["files.present"],
        &[],
        "selected.csv is there, but result.json says that nothing was drawn",
    );

    files.remove("selected.csv");
    edit(
        &mut files,
        "result.json",
        "\"files\": {",
        "\"files\": {\"selected.csv\": \"\", ",
    );
    assert_outcome(
        &check(&files),
        &["files.hashes"],
        &[],
        "names \"selected.csv\", which is no file of this record",
    );
}

#[test]
fn missing_files() {
    let without_pool = [
        "files.hashes",
        "pool.form",
        "lottery.quotas",
        "probabilities.form",
        "probabilities.tickets",
        "draw.selected",
        "draw.remaining",
    ];
    let cases: [(&str, &[&str]); 7] = [
        ("quotas.csv", &without_pool),
        ("pool.csv", &without_pool),
        (
            "probabilities.csv",
            &[
                "files.hashes",
                "probabilities.form",
                "probabilities.tickets",
            ],
        ),
        (
            "lottery.json",
            &[
                "files.hashes",
                "lottery.form",
                "lottery.size",
                "lottery.quotas",
                "lottery.tickets",
                "probabilities.tickets",
                "draw.key",
                "draw.ticket",
                "draw.panel",
            ],
        ),
        ("selected.csv", &["files.hashes", "draw.selected"]),
        ("remaining.csv", &["files.hashes", "draw.remaining"]),
        (
            "result.json",
            &[
                "files.hashes",
                "result.form",
                "pool.form",
                "lottery.form",
                "lottery.quotas",
                "probabilities.form",
                "probabilities.tickets",
                "draw.key",
                "draw.ticket",
                "draw.panel",
                "draw.selected",
                "draw.remaining",
            ],
        ),
    ];
    for (name, not_checked) in cases {
        let mut files = Record::honest(&Plan::usual()).files();
        files.remove(name);
        assert_outcome(
            &check(&files),
            &["files.present"],
            not_checked,
            &format!("{name} is missing"),
        );
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
    assert_eq!(
        fails[..3],
        ["files.present", "lottery.form", "lottery.tickets"]
    );
    let sentence = &verification.checks[4].sentence;
    assert!(sentence.contains("there is no member 11"), "{sentence}");
}

#[test]
fn no_files_at_all() {
    let verification = check(&Bytes::new());
    assert_eq!(
        crate::with(&verification, klero::verify::Verdict::Fail),
        ["files.present"]
    );
    assert_eq!(
        crate::with(&verification, klero::verify::Verdict::NotChecked),
        crate::CHECKS[1..]
    );
}
