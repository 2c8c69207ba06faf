//! `draw.key` and `draw.ticket`: from the seed text to the key, and from the key to the ticket.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use unicode_normalization::UnicodeNormalization;

use super::form::Draw;
use super::lottery::Lottery;
use super::presence::{Inventory, LOTTERY, PROBABILITIES, QUOTAS, sha256};
use super::say::{Finding, Problems, quote};

/// `draw.key`.
pub(super) fn key(draw: &Draw, files: &Inventory<'_>) -> Finding {
    let mut problems = Problems::default();
    let normal: String = draw.seed.nfc().collect();
    let normal = normal.trim();
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
    let mut lines = "klero/seed/1\n".to_owned();
    for (label, name) in [("lottery", LOTTERY), ("probabilities", PROBABILITIES), ("quotas", QUOTAS)] {
        let Some(hash) = files.sha256(name) else {
            return problems.failure().unwrap_or_else(|| Finding::without(name));
        };
        lines += &format!("{label} {hash}\n");
    }
    lines += &format!("text {}\n", sha256(draw.seed.as_bytes()));
    let expected = sha256(lines.as_bytes());
    if draw.key != expected {
        problems.add(|| {
            format!(
                "the key in result.json is {}, but the seed text, {LOTTERY}, {PROBABILITIES} and {QUOTAS} give {expected}",
                quote_key(&draw.key)
            )
        });
    }
    problems.or_pass("The key follows from the seed text, the lottery, the probabilities and the quotas.")
}

/// `draw.ticket`. The key is the one that the record states; `draw.key` checks it.
pub(super) fn ticket(draw: &Draw, lottery: Option<&Lottery>) -> Finding {
    let Some(lottery) = lottery else {
        return Finding::not_checked("lottery.json cannot be used, so the number of tickets is not known");
    };
    let Some(key) = key_bytes(&draw.key) else {
        return Finding::not_checked("the key in result.json is not 64 lower-case hexadecimal digits");
    };
    let Some(expected) = ticket_of(key, lottery.tickets) else {
        return Finding::not_checked("the lottery has no tickets");
    };
    if draw.ticket.0 == expected {
        Finding::pass(format!("The key gives ticket {expected} of {}.", lottery.tickets))
    } else {
        Finding::fail(format!("the ticket in result.json is {}, but the key gives {expected}", draw.ticket.0))
    }
}

/// The 32 bytes that 64 lower-case hexadecimal digits stand for.
fn key_bytes(digits: &str) -> Option<[u8; 32]> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let pairs: Vec<u8> = match digits.as_bytes().as_chunks::<2>() {
        (pairs, []) => pairs.iter().map(|&[high, low]| Some(digit(high)? << 4 | digit(low)?)).collect::<Option<_>>()?,
        _ => return None,
    };
    pairs.try_into().ok()
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

/// A key as it is when it looks like one, else as a short quotation.
fn quote_key(key: &str) -> String {
    if key_bytes(key).is_some() { key.to_owned() } else { quote(key) }
}
