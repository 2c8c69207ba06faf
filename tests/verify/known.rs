//! A record whose key and ticket were worked out without a program of ours.
//!
//! In `tests/verify/known`:
//!
//! ```sh
//! text=$(printf %s "Würfel 2978" | sha256sum | cut -c1-64)
//! lottery=$(sha256sum < lottery.json | cut -c1-64)
//! key=$(printf "klero/seed/1\nlottery %s\ntext %s\n" $lottery $text | sha256sum | cut -c1-64); echo $key
//! head -c 16 /dev/zero | openssl enc -chacha20 -K $key -iv 00000000000000000000000000000000 | od -A n -t u8 --endian=little
//! echo "m = 9002803354665472; l = 2^64 - 2^64 % m; l" | bc
//! echo "2527532761087160227 % 9002803354665472" | bc
//! ```
//!
//! prints the key, the first two words, L, and the ticket, as below. M was chosen just above 2^64/2049, so that L is far below 2^64,
//! and the seed text as the first whose first word is not below L: the ticket comes from the second.

use std::path::Path;

use klero::verify::{Files, verify};

use crate::arithmetic::{key_stream, sha256};

const KEY: &str = "942fb9fcdb6c88e4a2eeb40e2e2955ea10e8648af3ee3e62e217affdf2179d0e";
const WORDS: [u64; 2] = [18_439_058_004_649_642_367, 2_527_532_761_087_160_227];
const LIMIT: u64 = 18_437_741_270_354_886_656;
const TICKET: u64 = 6_747_821_780_828_067;

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
    // 18439058004649642367 % 9002803354665472
    let wrong = text.replace(&TICKET.to_string(), "1316734294755711");
    assert_ne!(text, wrong);
    files.insert("result.json", Ok(wrong.into_bytes()));
    crate::assert_outcome(
        &verify(&files),
        &["draw.ticket", "draw.panel"],
        &[],
        "is 1316734294755711, but the key gives 6747821780828067",
    );
}

/// What the other tests compare with is right as well.
#[test]
fn the_recorder_of_these_tests_agrees_with_openssl() {
    assert_eq!(key_stream(KEY)[..2], WORDS);
    assert_eq!(sha256("Würfel 2978".as_bytes()), "9c861a02db2b4eec92550aabb25f237def7d688fbd26df9bbaa05fd3553876a7");
}
