//! `beacon.round` and `beacon.signature`: a round of drand's chain quicknet. The only source that names the crate for its signatures.

use drand_verify::{G2PubkeyRfc, Pubkey};
use serde::Deserialize;

use super::calendar;
use super::commit::{CHAIN, Commit};
use super::commitment::NO_COMMITMENT;
use super::files::Files;
use super::hash::{hash, hex, is_sha256, unhex};
use super::json::{Whole, parse};
use super::say::{Finding, grouped, quote};
use super::table::{BEACON, COMMIT};

/// The second of Unix time at which round 1 came, and how many seconds lie between rounds.
const FIRST: i64 = 1_692_803_367;
const PERIOD: i64 = 3;
/// The public key of the chain with the hash 52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971.
const PUBLIC_KEY: &str = "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451\
    0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a";

/// A round of the beacon, with the randomness that is the SHA-256 of its signature. The signature may still be that of another round.
pub(super) struct Beacon {
    pub(super) randomness: String,
    pub(super) round: u64,
    signature: [u8; 48],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    chain: String,
    format: String,
    randomness: String,
    round: Whole,
    signature: String,
}

/// When a round comes, as a second of Unix time. (Rounds are below 2^53, so that nothing overflows.)
pub(super) fn time(round: u64) -> i64 {
    i64::try_from(round).unwrap_or(i64::MAX).saturating_sub(1).saturating_mul(PERIOD).saturating_add(FIRST)
}

/// What `beacon.json` holds, or what is wrong with its form; `None` where it is not there or cannot be read.
pub(super) fn read(files: &Files) -> Option<Result<Beacon, String>> {
    let raw = parse::<Raw>(BEACON, files.bytes(BEACON)?);
    Some(raw.and_then(|raw| {
        let refuse = |what: &str, found: &str, expected: &str| {
            Err(format!("{BEACON}: \"{what}\" is {}, expected {expected}", quote(found)))
        };
        let format = files.format("beacon/1");
        if raw.format != format {
            return refuse("format", &raw.format, &format);
        }
        if raw.chain != CHAIN {
            return refuse("chain", &raw.chain, CHAIN);
        }
        if raw.round.0 == 0 {
            return refuse("round", "0", "at least 1");
        }
        if !is_sha256(&raw.randomness) {
            return refuse("randomness", &raw.randomness, "64 lower-case hexadecimal digits");
        }
        let Some(signature) = unhex(&raw.signature) else {
            return refuse("signature", &raw.signature, "96 lower-case hexadecimal digits");
        };
        match hex(&hash(&[&signature])) {
            found if found == raw.randomness => {
                Ok(Beacon { randomness: raw.randomness, round: raw.round.0, signature })
            }
            found => refuse("randomness", &raw.randomness, &format!("{found}, the SHA-256 of the signature")),
        }
    }))
}

/// `beacon.round`.
pub(super) fn round(beacon: Option<&Result<Beacon, String>>, commit: Option<&Commit>) -> Finding {
    let beacon = match beacon {
        None => return Finding::without(BEACON),
        Some(Err(why)) => return Finding::fail(why.clone()),
        Some(Ok(beacon)) => beacon,
    };
    let (round, comes) = (grouped(beacon.round), calendar::show(time(beacon.round)));
    match commit.and_then(Commit::round) {
        None => Finding::not_checked(NO_COMMITMENT),
        Some(named) if named != beacon.round => {
            Finding::fail(format!("{BEACON} holds round {round}, but {COMMIT} names round {}", grouped(named)))
        }
        Some(_) => Finding::pass(format!("{BEACON} holds round {round}, which came at {comes}, and its randomness.")),
    }
}

/// `beacon.signature`, for the round that `beacon.json` states; `beacon.round` checks it.
pub(super) fn signature(beacon: Option<&Result<Beacon, String>>) -> Finding {
    let beacon = match beacon {
        None => return Finding::without(BEACON),
        Some(Err(_)) => return Finding::not_checked(format!("{BEACON} does not have the form of a beacon")),
        Some(Ok(beacon)) => beacon,
    };
    let round = grouped(beacon.round);
    match valid(beacon) {
        Some(true) => Finding::pass(format!("The signature of round {round} is that of drand's chain quicknet.")),
        Some(false) => {
            Finding::fail(format!("the signature in {BEACON} is not that of drand's chain quicknet for round {round}"))
        }
        None => Finding::not_checked("the public key of the beacon cannot be used"),
    }
}

/// Whether the chain's key made the signature, of the SHA-256 of the round as 8 bytes; `None` where the key cannot be used.
fn valid(beacon: &Beacon) -> Option<bool> {
    let key = G2PubkeyRfc::from_fixed(unhex(PUBLIC_KEY)?).ok()?;
    Some(key.verify(beacon.round, b"", &beacon.signature).unwrap_or(false))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test stops where it stands

    use super::*;

    const KNOWN: [(u64, &str); 3] = [
        (123, "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"),
        (1000, "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"),
        (657_413, "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b"),
    ];

    fn beacon(round: u64, signature: &str) -> Beacon {
        Beacon { randomness: String::new(), round, signature: unhex(signature).unwrap() }
    }

    #[test]
    fn rounds_that_drand_published() {
        for (round, signature) in KNOWN {
            assert_eq!(valid(&beacon(round, signature)), Some(true), "{round}");
            assert_eq!(valid(&beacon(round + 1, signature)), Some(false), "another round than {round}");
        }
        assert_eq!(valid(&beacon(123, KNOWN[1].1)), Some(false), "another signature of the chain");
    }

    /// No byte of a signature may be another: most are no point of the curve then, some are another point.
    #[test]
    fn changed_signatures() {
        let (round, signature) = KNOWN[0];
        for at in 0..48 {
            let mut changed = beacon(round, signature);
            changed.signature[at] ^= 1;
            assert_eq!(valid(&changed), Some(false), "byte {at}");
        }
        let infinity = format!("c0{}", "0".repeat(94));
        for signature in ["0".repeat(96), "f".repeat(96), infinity] {
            assert_eq!(valid(&beacon(round, &signature)), Some(false), "{signature}");
        }
    }

    #[test]
    fn rounds_come_every_three_seconds() {
        assert_eq!(time(1), 1_692_803_367);
        assert_eq!(calendar::show(time(1000)), "2023-08-23 15:59:24 UTC");
        assert!(time(super::super::json::NUMBER_LIMIT) > 0);
    }
}
