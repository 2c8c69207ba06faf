//! A record whose key and ticket were worked out without a program of ours.
//!
//! In `tests/verify/known`:
//!
//! ```sh
//! hash() { sha256sum | cut -c1-64; }
//! text=$(printf %s "Würfel 92" | hash); lottery=$(hash < lottery.json)
//! probabilities=$(hash < probabilities.csv); quotas=$(hash < quotas.csv)
//! key=$(printf "klero/seed/1\nlottery %s\nprobabilities %s\nquotas %s\ntext %s\n" $lottery $probabilities $quotas $text | hash); echo $key
//! head -c 16 /dev/zero | openssl enc -chacha20 -K $key -iv 00000000000000000000000000000000 | od -A n -t u8 --endian=little
//! echo "m = 9002803354665472; l = 2^64 - 2^64 % m; l" | bc
//! echo "12349701447949771310 % 9002803354665472" | bc
//! ```
//!
//! prints the key, the first two words, L, and the ticket, as below. M was chosen just above 2^64/2049, so that L is far below 2^64,
//! and the seed text as the first (of "Würfel 1", "Würfel 2", …) whose first word is not below L: the ticket comes from the second.

use std::path::Path;

use klero::verify::{Files, verify};

use crate::arithmetic::{key_stream, sha256};

const KEY: &str = "339c1793adb7024259d90bc8949fbd3e785023d92be74054f8ae093c7ec045c9";
const WORDS: [u64; 2] = [18_439_900_875_985_575_830, 12_349_701_447_949_771_310];
const LIMIT: u64 = 18_437_741_270_354_886_656;
const TICKET: u64 = 6_858_048_703_409_198;

#[test]
fn the_checker_agrees_with_openssl() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verify/known");
    let verification = verify(&Files::from_dir(&folder).unwrap());
    assert!(verification.verified(), "{verification:#?}");
    let result: serde_json::Value =
        serde_json::from_slice(&std::fs::read(folder.join("result.json")).unwrap()).unwrap();
    assert_eq!(result["draw"]["key"], KEY);
    assert_eq!(result["draw"]["ticket"], TICKET);
    assert!(WORDS[0] >= LIMIT && WORDS[1] < LIMIT);
}

/// The same record with the ticket that the first word gives.
#[test]
fn the_checker_disagrees_with_a_word_that_must_be_passed_over() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verify/known");
    let mut files = Files::from_dir(&folder).unwrap();
    let text = std::fs::read_to_string(folder.join("result.json")).unwrap();
    // 18439900875985575830 % 9002803354665472
    let wrong = text.replace(&TICKET.to_string(), "2159605630689174");
    assert_ne!(text, wrong);
    files.insert("result.json", Ok(wrong.into_bytes()));
    crate::assert_outcome(
        &verify(&files),
        &["draw.ticket", "draw.panel"],
        &[],
        "is 2,159,605,630,689,174, but the key gives 6,858,048,703,409,198",
    );
}

/// What the other tests compare with is right as well.
#[test]
fn the_recorder_of_these_tests_agrees_with_openssl() {
    assert_eq!(key_stream(KEY)[..2], WORDS);
    assert_eq!(sha256("Würfel 92".as_bytes()), "3b8b32a25d52770059bcca319d5c05bca87bd23eec3b72256d8baa5b691ebbfd");
}
