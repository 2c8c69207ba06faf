//! `draw.seed`, `draw.key` and `draw.ticket`: from the seed to the key, and from the key to the ticket.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use unicode_normalization::UnicodeNormalization;

use super::beacon::Beacon;
use super::commit::{CHAIN, Commit, Source};
use super::commitment::NO_COMMITMENT;
use super::hash::{is_sha256, sha256, unhex};
use super::inventory::Inventory;
use super::kind::Kind;
use super::result::{Draw, ResultFile};
use super::say::{Finding, Problems, grouped, quote};
use super::table::{BEACON, COMMIT, LOTTERY, PROBABILITIES, QUOTAS, SPLIT};

/// `draw.seed` of a draw without commitment.
pub(super) fn alone(draw: &Draw) -> Finding {
    let mut problems = Problems::default();
    seed_text(draw, &mut problems);
    problems.or_pass("There is no commitment, and the seed is a text.")
}

/// `draw.seed` of a draw from a commitment.
pub(super) fn committed(
    result: &ResultFile,
    files: &Inventory<'_>,
    commit: Option<&Commit>,
    beacon: Option<&Result<Beacon, String>>,
) -> Finding {
    let (Some(commit), Some(fingerprint)) = (commit, files.sha256(COMMIT)) else {
        return Finding::not_checked(NO_COMMITMENT);
    };
    let mut problems = Problems::default();
    match &result.fingerprint {
        None => problems.add(|| format!("result.json names no fingerprint, but there is a commitment: {fingerprint}")),
        Some(stated) if *stated != fingerprint => problems
            .add(|| format!("the fingerprint in result.json is {stated}, but that of {COMMIT} is {fingerprint}")),
        Some(_) => {}
    }
    let seed = &result.draw.seed;
    let pass = match commit.source {
        Source::Phrase => {
            seed_text(&result.draw, &mut problems);
            "is a text"
        }
        Source::Digits(count) => {
            if seed.len() != usize::try_from(count).unwrap_or(0) || !seed.bytes().all(|byte| byte.is_ascii_digit()) {
                problems.add(|| format!("the seed in result.json is {}, expected {count} digits", quote(seed)));
            }
            "is as many digits"
        }
        Source::Beacon(_) => match beacon {
            Some(Ok(beacon)) => {
                if *seed != beacon.randomness {
                    problems.add(|| {
                        format!("the seed in result.json is {}, but {BEACON} gives {}", shown(seed), beacon.randomness)
                    });
                }
                "is the randomness of the beacon"
            }
            _ => {
                let unknown =
                    || Finding::not_checked(format!("{BEACON} cannot be used, so its randomness is not known"));
                return problems.failure().unwrap_or_else(unknown);
            }
        },
    };
    problems.or_pass(format!("The fingerprint is that of {COMMIT}, and the seed {pass}, as was committed to."))
}

/// The seed text is not blank, and in normal form.
fn seed_text(draw: &Draw, problems: &mut Problems) {
    let normal = normal(&draw.seed);
    if normal.is_empty() {
        problems.add(|| "the seed text in result.json is blank".to_owned());
    } else if normal != draw.seed {
        problems.add(|| {
            format!(
                "the seed text in result.json is {}, which is not in normal form (NFC, outer white space removed)",
                quote(&draw.seed)
            )
        });
    }
}

/// A seed text in normal form (NFC), without outer white space.
fn normal(text: &str) -> String {
    text.nfc().collect::<String>().trim().to_owned()
}

/// `draw.key`. The seed is the one that the record states; `draw.seed` checks it.
pub(super) fn key(result: &ResultFile, files: &Inventory<'_>, kind: Kind, commit: Option<&Commit>) -> Finding {
    let Some(key) = &result.draw.key else {
        return Finding::not_checked("there is no key in result.json");
    };
    let seed = &result.draw.seed;
    let format = |format: &str| files.files().format(format);
    let text = || format!("text {}\n", sha256(normal(seed).as_bytes()));
    let (lines, from) = if kind.commitment {
        let Some(fingerprint) = files.sha256(COMMIT) else {
            return Finding::without(COMMIT);
        };
        let last = match commit.map(|commit| commit.source) {
            None => return Finding::not_checked(NO_COMMITMENT),
            Some(Source::Beacon(_)) if !is_sha256(seed) => {
                return Finding::not_checked("the seed in result.json is not the randomness of a beacon");
            }
            Some(Source::Beacon(round)) => format!("beacon {CHAIN} {round} {seed}\n"),
            Some(_) => text(),
        };
        (format!("{}\nfingerprint {fingerprint}\n{last}", format("seed/2")), "the seed and the fingerprint")
    } else {
        let mut lines = format("seed/1") + "\n";
        let split = kind.panels.map(|_| ("split", SPLIT));
        let always = [("lottery", LOTTERY), ("probabilities", PROBABILITIES), ("quotas", QUOTAS)];
        for (label, name) in always.into_iter().chain(split) {
            let Some(hash) = files.sha256(name) else {
                return Finding::without(name);
            };
            lines += &format!("{label} {hash}\n");
        }
        let from = match split {
            None => "the seed text, the lottery, the probabilities and the quotas",
            Some(_) => "the seed text, the lottery, the probabilities, the quotas and the split",
        };
        (lines + &text(), from)
    };
    let expected = sha256(lines.as_bytes());
    if *key == expected {
        Finding::pass(format!("The key follows from {from}."))
    } else {
        Finding::fail(format!("the key in result.json is {}, but {from} give {expected}", shown(key)))
    }
}

/// `draw.ticket`. The key, or the digits, are those that the record states; `draw.key` and `draw.seed` check them. The number of tickets is
/// the one stated beside the lottery.
pub(super) fn ticket(draw: &Draw, digits: Option<bool>, tickets: Option<u64>) -> Finding {
    let Some(tickets) = tickets else {
        return Finding::not_checked("the number of tickets is not known");
    };
    let by_digits = digits == Some(true);
    let expected = if by_digits {
        let decimal = draw.seed.bytes().all(|byte| byte.is_ascii_digit());
        match draw.seed.parse::<u64>() {
            Ok(ticket) if decimal => ticket,
            _ => return Finding::fail(format!("the seed in result.json is {}, not digits", quote(&draw.seed))),
        }
    } else {
        let Some(key) = draw.key.as_ref().and_then(|key| unhex(key)) else {
            return Finding::not_checked("there is no key in result.json");
        };
        match ticket_of(key, tickets) {
            Some(ticket) => ticket,
            None => return Finding::not_checked("the lottery has no tickets"),
        }
    };
    if draw.ticket.0 == expected {
        let (ticket, of) = (grouped(expected), grouped(tickets));
        Finding::pass(match by_digits {
            true => format!("By the digits, ticket {ticket} of {of} is drawn."),
            false => format!("By the key, ticket {ticket} of {of} is drawn."),
        })
    } else {
        let (found, expected) = (grouped(draw.ticket.0), grouped(expected));
        Finding::fail(match by_digits {
            true => format!("the ticket in result.json is {found}, but the digits gives {expected}"),
            false => format!("the ticket in result.json is {found}, but the key gives {expected}"),
        })
    }
}

/// A hash as it is when it looks like one, else as a short quotation.
fn shown(hash: &str) -> String {
    if is_sha256(hash) { hash.to_owned() } else { quote(hash) }
}

/// The first word of the key stream below the largest multiple of `tickets` that is at most 2^64, reduced modulo `tickets`. Words at or
/// above that multiple are passed over, because they would favour the low tickets. `None` without tickets.
fn ticket_of(key: [u8; 32], tickets: u64) -> Option<u64> {
    let words = 1u128 << 64;
    let limit = words - words.checked_rem(u128::from(tickets))?;
    let mut stream = ChaCha20Rng::from_seed(key);
    loop {
        let mut bytes = [0; 8];
        stream.fill_bytes(&mut bytes);
        let word = u64::from_le_bytes(bytes);
        if u128::from(word) < limit {
            return word.checked_rem(tickets);
        }
    }
}
