//! `lottery.json`, `setup.json` and `result.json` out of form.

use crate::recorder::{Plan, Record};
use crate::{assert_outcome, check};

const NO_LOTTERY: [&str; 6] =
    ["lottery.size", "lottery.quotas", "lottery.rules", "lottery.tickets", "probabilities.tickets", "draw.panel"];
const NO_SETUP: [&str; 13] = [
    "files.hashes",
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
pub const NO_RESULT: [&str; 6] =
    ["draw.seed", "draw.key", "draw.ticket", "draw.panel", "draw.selected", "draw.remaining"];

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
        ("\"size\":4,", "\"size\":4,\"size\":4,", "duplicate field `size` at line 1 column"),
        ("\"size\":4,", "\"size\":4,\"s\\u0069ze\":5,", "duplicate field `size`"),
        ("{\"members\":[1,", "{\"members\":[],\"members\":[1,", "duplicate field `members`"),
        ("\"size\":4,", "\"size\":4,\"note\":\"\u{1b}[2J\",", "unknown field `note`"),
        ("\"size\":4,", "\"size\":4,\"\\u001b[2J\":1,", "unknown field `\\u{1b}[2J`"),
        ("\"size\":4", "\"size\":4.0", "floating point `4.0`, expected a whole number below 2^53 at line 1 column"),
        ("\"size\":4", "\"size\":4e0", "floating point"),
        ("\"size\":4", "\"size\":-4", "integer `-4`, expected a whole number below 2^53"),
        ("\"size\":4", "\"size\":-0", "expected a whole number"),
        ("\"size\":4", "\"size\":04", "invalid number"),
        ("\"size\":4", "\"size\":\"4\"", "invalid type: string \"4\""),
        ("\"size\":4", "\"size\":null", "expected a whole number"),
        ("\"size\":4", "\"size\":true", "expected a whole number"),
        ("\"size\":4", "\"size\":9007199254740992", "integer `9007199254740992`, expected a whole number below 2^53"),
        ("\"size\":4", "\"size\":18446744073709551620", "expected a whole number below 2^53"),
        ("\"size\":4", "\"size\":1e999", "number out of range"),
        ("{\"members\":[1,", "{\"members\":[1.0,", "floating point `1.0`"),
        ("{\"members\":[1,", "{\"members\":[1,9007199254740992,", "a whole number below 2^53"),
        ("{\"members\":[1,", "{\"members\":[[1],", "expected a whole number below 2^53"),
        ("\"panels\":[", "\"panels\":[null,", "invalid type: null, expected an object"),
        ("\"panels\":[", "\"panels\":[[[1,2,3,4],1],", "invalid type: sequence, expected an object"),
        ("\"panels\":[", "\"panels\":[{\"members\":[1,2,3,4]},", "missing field `tickets`"),
        ("\"panels\":[", "\"panels\":[,", "expected value"),
        ("\"panels\":", "\"panels\":{},\"x\":", "invalid type: map, expected a sequence"),
        ("\"panels\":", &deep, "expected an object"),
        ("{\"format\"", "[{\"format\"", "invalid type: sequence, expected an object"),
        ("{\"format\"", "\u{feff}{\"format\"", "byte-order mark"),
        ("}\n", "}\n{}", "trailing characters at line 2 column 1"),
        ("}\n", "", "EOF while parsing"),
        ("}\n", ",}\n", "trailing comma"),
        ("{\"format\"", "// a lottery\n{\"format\"", "expected value at line 1 column 1"),
    ];
    for (from, to, says) in cases {
        let mut record = Record::honest(&Plan::usual());
        let text = String::from_utf8(record.lottery()).unwrap();
        assert!(text.contains(from), "{from}");
        // Only the last "}\n" is the file's end; of everything else the first is taken.
        let text =
            if from == "}\n" { text.strip_suffix(from).unwrap().to_owned() + to } else { text.replacen(from, to, 1) };
        record.lottery_text = Some(text.into_bytes());
        record.turn_key();
        record.take_ticket();
        let mut verification = check(&record.files());
        // The ticket is given here as the checker cannot see it: M is not known.
        verification.checks.retain(|check| !["draw.selected", "draw.remaining"].contains(&check.id));
        assert_outcome(&verification, &["lottery.form"], &NO_LOTTERY, says);
    }
}

#[test]
fn lottery_that_is_no_text() {
    let empty_list_of_lists = [b"[".repeat(200_000), b"]".repeat(200_000)].concat();
    for (bytes, says) in [
        (b"{\"format\":\"\xff\"}".to_vec(), "not UTF-8: the byte at offset 11"),
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
        record.take_ticket();
        assert_outcome(&check(&record.files()), &["lottery.form"], &NO_LOTTERY, says);
    }
}

/// Each text in a file takes the place of the one before it: the file's check fails, and what needs the file is not checked.
fn out_of_form(name: &str, id: &'static str, not_checked: &[&'static str], cases: &[(&str, &str, &str)]) {
    for (from, to, says) in cases {
        let mut files = Record::honest(&Plan::usual()).files();
        let text = String::from_utf8(files[name].clone()).unwrap();
        assert!(text.contains(from), "{from}");
        files.insert(name.to_owned(), text.replacen(from, to, 1).into_bytes());
        assert_outcome(&check(&files), &[id], not_checked, says);
    }
}

#[test]
fn setup_out_of_form() {
    let deep_name = format!("\"id_column\": {}", "[".repeat(1_000_000));
    let cases = [
        ("klero/setup/1", "klero/setup/2", "\"format\" is \"klero/setup/2\", and only \"klero/setup/1\" is known"),
        ("\"members\": 10", "\"members\": 10.0", "floating point `10.0`, expected a whole number below 2^53 at line"),
        ("\"members\": 10", "\"members\": -10", "integer `-10`"),
        ("\"members\": 10", "\"members\": 9007199254740992", "a whole number below 2^53"),
        ("\"members\": 10", "\"members\": \"10\"", "invalid type: string"),
        ("\"members\": 10", "\"members\": 10, \"members\": 10", "duplicate field `members`"),
        ("\"members\": 10", "\"members\": 10, \"note\": 1", "unknown field `note`"),
        ("\"members\": 10,", "", "missing field `members`"),
        ("\"id_column\": \"id\",", "", "missing field `id_column`"),
        ("\"id_column\": \"id\"", "\"id_column\": 7", "invalid type: integer `7`, expected a string"),
        ("\"id_column\": \"id\"", &deep_name, "invalid type: sequence, expected a string"),
        ("\"files\": {", "\"draw\": null, \"files\": {", "unknown field `draw`"),
        ("\"files\": {", "\"files\": {\"pool.csv\": \"\", ", "duplicate key `pool.csv` at line"),
        ("\"files\": {", "\"files\": {\"po\\u006fl.csv\": \"\", ", "duplicate key `pool.csv`"),
        ("\"files\": {", "\"files\": {\"extra\": 1, ", "invalid type: integer `1`, expected a string"),
        ("\"files\": {", "\"files\": [], \"x\": {", "expected an object of texts"),
        ("{\n  \"files\"", "\u{feff}{\n  \"files\"", "begins with a byte-order mark"),
        ("\"tickets\": 1000000000000\n}", "\"tickets\": 1000000000000\n}\n}", "trailing characters at line"),
        ("\"tickets\": 1000000000000\n}", "\"tickets\": 1000000000000\n", "EOF while parsing an object"),
    ];
    out_of_form("setup.json", "setup.form", &NO_SETUP, &cases);
    let values = [
        ("legacy", " ", "the objective \" \" is not a name"),
        ("\"members\": 10", "\"members\": 0", "\"members\" is 0, expected at least 1"),
        ("\"pool.csv\": \"", "\"pool.csv\": \"A", "which is not a SHA-256"),
    ];
    out_of_form("setup.json", "setup.form", &NO_SETUP, &values);
}

#[test]
fn result_out_of_form() {
    let deep = format!("\"draw\": {}", "{\"panel\":".repeat(1_000_000));
    let cases = [
        ("klero/result/2", "klero/result/1", "\"format\" is \"klero/result/1\", and only \"klero/result/2\" is known"),
        ("\"draw\": {", "\"draw\": {}, \"Draw\": {", "missing field `key`"),
        ("\"draw\": {", "\"draw\": null, \"x\": {", "expected an object"),
        ("\"draw\":", "\"drawn\":", "unknown field `drawn`"),
        ("\"draw\": {", "\"draw\": false, \"x\": {", "expected an object"),
        ("\"draw\":", &deep, "expected"),
        ("\"key\": ", "\"key\": \"\", \"key\": ", "duplicate field `key`"),
        ("\"key\": ", "\"key\": 7, \"lock\": ", "expected a string"),
        ("\"panel\": {", "\"panel\": {\"number\": 1, ", "duplicate field `number`"),
        ("\"panel\": {", "\"panel\": [[1,2,3,4],1], \"x\": {", "invalid type: sequence, expected an object"),
        ("\"seed\": \"", "\"seed\": \"\\ud800", "unexpected end of hex escape"),
        ("\"seed\": \"", "\"seed\": \"\n", "control character"),
        ("\"fingerprint\": null,", "", "missing field `fingerprint`"),
        ("\"fingerprint\": null,", "\"fingerprint\": null, \"note\": null,", "unknown field `note`"),
        ("{\n  \"draw\"", "\u{feff}{\n  \"draw\"", "begins with a byte-order mark"),
        ("\n}\n", "\n}\n}\n", "trailing characters at line"),
        ("\n}\n", "\n", "EOF while parsing an object"),
    ];
    out_of_form("result.json", "draw.form", &NO_RESULT, &cases);
}

#[test]
fn files_that_are_no_text() {
    for (name, id, not_checked) in
        [("setup.json", "setup.form", &NO_SETUP[..]), ("result.json", "draw.form", &NO_RESULT[..])]
    {
        let mut files = Record::honest(&Plan::usual()).files();
        files.get_mut(name).unwrap().insert(20, 0xc3);
        assert_outcome(&check(&files), &[id], not_checked, "not UTF-8: the byte at offset 20");
        files.insert(name.to_owned(), Vec::new());
        assert_outcome(&check(&files), &[id], not_checked, "EOF while parsing");
    }
}
