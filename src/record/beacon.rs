//! Rounds of drand's quicknet, a public random beacon: when they come, and whether one is genuine.

use drand_verify::{G2PubkeyRfc, Pubkey};
use serde::{Deserialize, Serialize};

use super::keys::bytes_from_hex;
use super::{Moment, RecordError, sha256};
use crate::draw::Mark;

/// The name of the chain in commitments.
pub const CHAIN: &str = "drand:quicknet";
/// The hash by which drand's servers know the chain.
pub const CHAIN_HASH: &str = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
/// The format name of `beacon.json`, without its mark.
const BEACON_FORMAT: &str = "beacon/1";

const PUBLIC_KEY: &str = "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451\
                          0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a";
/// When round 1 came, in Unix time.
const GENESIS: u64 = 1_692_803_367;
/// Seconds from one round to the next.
const PERIOD: u64 = 3;

/// When a round comes; `None` for round 0, and after the year 9999.
pub fn time_of(round: u64) -> Option<Moment> {
    let seconds = round.checked_sub(1)?.checked_mul(PERIOD)?.checked_add(GENESIS)?;
    Moment::from_unix(seconds)
}

/// The first round that comes at this time or later.
pub fn round_at(time: Moment) -> u64 {
    time.unix().saturating_sub(GENESIS).div_ceil(PERIOD) + 1
}

/// The command that fetches a round.
pub fn fetch_command(round: u64, file: &str) -> String {
    format!("curl -sSf https://api.drand.sh/{CHAIN_HASH}/public/{round} -o {file}")
}

/// A round whose signature is valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beacon {
    /// Its number.
    pub round: u64,
    /// Its randomness, in hexadecimal.
    pub randomness: String,
    /// Its signature, in hexadecimal.
    pub signature: String,
}

/// Why a file is not the round that is needed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BeaconProblem {
    /// It is no answer of drand's.
    #[error("{file} holds no round of drand: {reason}")]
    Form {
        /// The file.
        file: String,
        /// The reader's words.
        reason: String,
    },
    /// It holds another round.
    #[error("{file} holds round {found}, but round {wanted} was committed to")]
    OtherRound {
        /// The file.
        file: String,
        /// The round in it.
        found: u64,
        /// The round of the commitment.
        wanted: u64,
    },
    /// The randomness does not follow from the signature.
    #[error("the randomness in {file} is not the SHA-256 of the signature in it")]
    Randomness {
        /// The file.
        file: String,
    },
    /// The signature is not drand's.
    #[error("the signature in {file} is not that of drand's quicknet chain for round {round}")]
    Signature {
        /// The file.
        file: String,
        /// The round.
        round: u64,
    },
}

impl BeaconProblem {
    /// What to do next. `round` is the round of the commitment.
    pub fn help(&self, round: u64) -> String {
        let fetch = fetch_command(round, "round.json");
        match self {
            Self::Form { .. } | Self::Randomness { .. } => format!("Fetch the round again: {fetch}"),
            Self::OtherRound { .. } => format!("Only the round of the commitment draws: {fetch}"),
            Self::Signature { .. } => {
                format!("Somebody changed the file, or it is of another chain. Fetch the round again: {fetch}")
            }
        }
    }
}

/// What drand's servers answer; newer ones leave the randomness out.
#[derive(Deserialize)]
struct Fetched {
    round: u64,
    randomness: Option<String>,
    signature: String,
}

impl Beacon {
    /// Reads what drand's servers answer, and checks that it is the genuine round that is wanted.
    ///
    /// # Errors
    /// When it is not.
    pub fn read(file: &str, bytes: &[u8], wanted: u64) -> Result<Self, BeaconProblem> {
        let file = file.to_owned();
        let form = |reason: String| BeaconProblem::Form { file: file.clone(), reason };
        let fetched: Fetched = serde_json::from_slice(bytes).map_err(|error| form(error.to_string()))?;
        let signature = fetched.signature.to_ascii_lowercase();
        let signed = bytes_from_hex(&signature).filter(|signed| signed.len() == 48);
        let signed = signed.ok_or_else(|| form("the signature is not 96 hexadecimal digits".to_owned()))?;
        if fetched.round != wanted {
            return Err(BeaconProblem::OtherRound { file, found: fetched.round, wanted });
        }
        let randomness = sha256(&signed);
        if fetched.randomness.is_some_and(|said| said.to_ascii_lowercase() != randomness) {
            return Err(BeaconProblem::Randomness { file });
        }
        if !genuine(wanted, &signed) {
            return Err(BeaconProblem::Signature { file, round: wanted });
        }
        Ok(Self { round: wanted, randomness, signature })
    }
}

/// Whether a signature is quicknet's for a round.
fn genuine(round: u64, signature: &[u8]) -> bool {
    let key = bytes_from_hex(PUBLIC_KEY).and_then(|key| <[u8; 96]>::try_from(key).ok());
    let key = key.and_then(|key| G2PubkeyRfc::from_fixed(key).ok());
    key.is_some_and(|key| key.verify(round, b"", signature).unwrap_or(false))
}

#[derive(Serialize)]
struct Written<'a> {
    chain: &'static str,
    format: String,
    randomness: &'a str,
    round: u64,
    signature: &'a str,
}

/// `beacon.json` as text.
///
/// # Errors
/// When the JSON writer refuses, which would be a fault of the program.
pub fn beacon_json(mark: Mark, beacon: &Beacon) -> Result<String, RecordError> {
    let Beacon { round, randomness, signature } = beacon;
    let written = Written { chain: CHAIN, format: mark.format(BEACON_FORMAT), randomness, round: *round, signature };
    Ok(serde_json::to_string(&written)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::{Beacon, BeaconProblem, Mark, Moment, beacon_json, round_at, time_of};

    const ROUND: u64 = 123;
    // https://api.drand.sh/52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971/public/123 and …/public/1000
    const SIGNATURE: &str =
        "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92";
    const THOUSANDTH: &str =
        "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";
    const RANDOMNESS: &str = "fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd";

    fn read(text: &str) -> Result<Beacon, BeaconProblem> {
        Beacon::read("round.json", text.as_bytes(), ROUND)
    }

    #[test]
    fn published_rounds_are_genuine() -> Result<(), Box<dyn std::error::Error>> {
        let beacon = read(&format!("{{\"round\":{ROUND},\"signature\":\"{SIGNATURE}\"}}"))?;
        let full = format!("{{\"round\":1000,\"randomness\":\"{RANDOMNESS}\",\"signature\":\"{THOUSANDTH}\"}}");
        assert_eq!(Beacon::read("x", full.as_bytes(), 1000)?.randomness, RANDOMNESS);
        // What is written can be read again, and so can capital letters.
        assert_eq!(read(&beacon_json(Mark::Draw, &beacon)?)?, beacon);
        assert_eq!(read(&beacon_json(Mark::Draw, &beacon)?.replace(SIGNATURE, &SIGNATURE.to_uppercase()))?, beacon);
        Ok(())
    }

    #[test]
    fn forged_rounds_are_not() {
        let said = |signature: &str, round: u64| read(&format!("{{\"round\":{round},\"signature\":\"{signature}\"}}"));
        let file = || "round.json".to_owned();
        assert!(said(SIGNATURE, ROUND).is_ok());
        // A genuine signature of another round; one that is no point of the curve; the neutral element.
        for signature in [THOUSANDTH.to_owned(), SIGNATURE.replace("92", "93"), format!("c0{}", "0".repeat(94))] {
            assert_eq!(said(&signature, ROUND), Err(BeaconProblem::Signature { file: file(), round: ROUND }));
        }
        assert_eq!(said(SIGNATURE, 122), Err(BeaconProblem::OtherRound { file: file(), found: 122, wanted: ROUND }));
        let lies = format!("{{\"round\":{ROUND},\"randomness\":\"{RANDOMNESS}\",\"signature\":\"{SIGNATURE}\"}}");
        assert_eq!(read(&lies), Err(BeaconProblem::Randomness { file: file() }));
        for text in ["", "{}", "<html>", "{\"round\":123}", "{\"round\":123,\"round\":123,\"signature\":\"\"}"] {
            assert!(matches!(read(text), Err(BeaconProblem::Form { .. })), "{text}");
        }
        assert!(matches!(said(&SIGNATURE[2..], ROUND), Err(BeaconProblem::Form { .. })));
    }

    #[test]
    fn rounds_and_their_times() -> Result<(), super::super::MomentProblem> {
        assert_eq!(time_of(1).map(|time| time.to_string()).as_deref(), Some("2023-08-23T15:09:27Z"));
        assert_eq!((time_of(0), time_of(u64::MAX)), (None, None));
        for (text, round) in [
            ("2000-01-01T00:00:00Z", 1),
            ("2023-08-23T15:09:27Z", 1),
            ("2023-08-23T15:09:28Z", 2),
            ("2023-08-23T15:09:30Z", 2),
            ("2023-08-23T15:09:31Z", 3),
        ] {
            assert_eq!(round_at(Moment::parse(text)?), round, "{text}");
        }
        Ok(())
    }
}
