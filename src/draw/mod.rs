//! From a public seed to a ticket, as `docs/record.md` defines it. Nothing here depends on a library's idea of a distribution.

mod mark;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

pub use mark::{Mark, REHEARSAL};

/// A seed text that is ready to use: NFC, no outer white space, not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seed(String);

/// Why a text cannot be a seed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the seed text is blank")]
pub struct BlankSeed;

/// The files that a key is bound to, by the SHA-256 of their published bytes. `pool.csv` is not one of them, so that the order of its rows
/// cannot change a draw.
#[derive(Debug, Clone, Copy)]
pub struct Bound {
    /// `lottery.json`: the panels, as numbers of members.
    pub lottery: [u8; 32],
    /// `probabilities.csv`: which identifier has which number.
    pub probabilities: [u8; 32],
    /// `quotas.csv`: what the panels must meet.
    pub quotas: [u8; 32],
    /// `split.json`: who sits on which panel; only where several panels are drawn together.
    pub split: Option<[u8; 32]>,
}

impl Seed {
    /// Normalises a text.
    ///
    /// # Errors
    /// When nothing is left of it.
    pub fn new(text: &str) -> Result<Self, BlankSeed> {
        let normal: String = text.trim().nfc().collect();
        if normal.is_empty() { Err(BlankSeed) } else { Ok(Self(normal)) }
    }

    /// The normalised text.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The key for one lottery: the SHA-256 of five labelled lines, or of six where several panels are drawn together.
    pub fn key(&self, mark: Mark, bound: &Bound) -> [u8; 32] {
        let line = |label: &str, sha256: &[u8]| format!("{label} {}\n", hex(sha256));
        let lines = [
            mark.format("seed/1") + "\n",
            line("lottery", &bound.lottery),
            line("probabilities", &bound.probabilities),
            line("quotas", &bound.quotas),
            bound.split.map(|split| line("split", &split)).unwrap_or_default(),
            line("text", &Sha256::digest(self.0.as_bytes())),
        ];
        Sha256::digest(lines.concat()).into()
    }
}

/// What a key with a commitment is made of beside the fingerprint.
#[derive(Debug, Clone, Copy)]
pub enum Said<'a> {
    /// A round of a public beacon.
    Beacon {
        /// The chain's name.
        chain: &'a str,
        /// The round.
        round: u64,
        /// Its randomness, in hexadecimal.
        randomness: &'a str,
    },
    /// A text that somebody said.
    Text(&'a Seed),
}

/// The key with a commitment: the SHA-256 of three labelled lines.
pub fn committed_key(mark: Mark, fingerprint: &str, said: Said) -> [u8; 32] {
    let said = match said {
        Said::Beacon { chain, round, randomness } => format!("beacon {chain} {round} {randomness}"),
        Said::Text(seed) => format!("text {}", hex(&Sha256::digest(seed.text()))),
    };
    let format = mark.format("seed/2");
    Sha256::digest(format!("{format}\nfingerprint {fingerprint}\n{said}\n")).into()
}

/// Why a text is not the digits that were committed to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DigitsProblem {
    /// It holds something else.
    #[error("\"{text}\" holds {found:?}, which is no digit")]
    NoDigit {
        /// The text.
        text: String,
        /// The first such character.
        found: char,
    },
    /// There are too few or too many.
    #[error("\"{text}\" holds {found} digits, but {wanted} were committed to")]
    Count {
        /// The text.
        text: String,
        /// How many there are.
        found: usize,
        /// How many there should be.
        wanted: u32,
    },
}

impl DigitsProblem {
    /// What to do next.
    pub fn help(&self) -> String {
        match self {
            Self::NoDigit { .. } => "Give the digits 0 to 9 as they were read out; spaces between them do not matter.",
            Self::Count { .. } => {
                "Give every digit that was read out, zeros at the front too, for example --digits \"0 4 2\"."
            }
        }
        .to_owned()
    }
}

/// The digits in a text without the spaces between them, and the ticket that they are.
///
/// # Errors
/// When there are others than `count` digits, at most 15, in it, or something else.
pub fn digits(text: &str, count: u32) -> Result<(String, u64), DigitsProblem> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if let Some(found) = digits.chars().find(|c| !c.is_ascii_digit()) {
        return Err(DigitsProblem::NoDigit { text: text.to_owned(), found });
    }
    match digits.parse() {
        Ok(ticket) if digits.len() == count as usize => Ok((digits, ticket)),
        _ => Err(DigitsProblem::Count { text: text.to_owned(), found: digits.len(), wanted: count }),
    }
}

/// The ticket, from 0 to `tickets` − 1, that a key draws: the first 64-bit little-endian word of ChaCha20's key stream below the
/// largest multiple of `tickets`, modulo `tickets`. `tickets` must be at least 1.
pub fn ticket(key: [u8; 32], tickets: u64) -> u64 {
    let mut stream = ChaCha20Rng::from_seed(key);
    let words = 1_u128 << 64;
    let limit = words - words % u128::from(tickets.max(1));
    loop {
        let mut bytes = [0; 8];
        stream.fill_bytes(&mut bytes);
        let word = u64::from_le_bytes(bytes);
        if u128::from(word) < limit {
            return word % tickets.max(1);
        }
    }
}

/// Where an alternate stands in the order of calling: whoever has less comes first. `said` is `key <key>` or `digits <digits>`.
pub fn call_ticket(mark: Mark, said: &str, member: u32) -> [u8; 32] {
    let format = mark.format("order/1");
    Sha256::digest(format!("{format}\n{said}\nmember {member}\n")).into()
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::{Bound, DigitsProblem, Mark, Said, Seed, committed_key, digits, hex, ticket};

    fn sha256(text: &str) -> [u8; 32] {
        Sha256::digest(text).into()
    }

    fn bound() -> Bound {
        let [lottery, probabilities, quotas] = ["lottery", "probabilities", "quotas"].map(sha256);
        Bound { lottery, probabilities, quotas, split: None }
    }

    #[test]
    fn seed_texts_that_look_the_same_are_the_same() -> Result<(), super::BlankSeed> {
        let composed = Seed::new("B\u{ec}nh \u{110}\u{1ecb}nh")?;
        let decomposed = Seed::new("  Bi\u{300}nh \u{110}i\u{323}nh\n")?;
        assert_eq!(composed, decomposed);
        assert!(Seed::new(" \u{a0}\n").is_err());
        Ok(())
    }

    #[test]
    fn key_by_sha256sum() -> Result<(), super::BlankSeed> {
        // h() { printf %s "$1" | sha256sum | cut -c1-64; }
        // printf 'klero/seed/1\nlottery %s\nprobabilities %s\nquotas %s\ntext %s\n' \
        //   $(h lottery) $(h probabilities) $(h quotas) $(h Würfel) | sha256sum
        assert_eq!(
            hex(&Seed::new("Würfel")?.key(Mark::Draw, &bound())),
            "692460ad514fa3f1d6646da964a47d805647e39b87558fceda66f8ee9393a820"
        );
        // The same with 'split %s\n' before the text, and $(h split), for several panels drawn together.
        assert_eq!(
            hex(&Seed::new("Würfel")?.key(Mark::Draw, &Bound { split: Some(sha256("split")), ..bound() })),
            "cabc54f5a12bb4f615c804380d726039317203d62b3e79fc22ec25a11451d54c"
        );
        Ok(())
    }

    #[test]
    fn the_key_changes_with_everything_it_is_bound_to() -> Result<(), super::BlankSeed> {
        let seed = Seed::new("Würfel")?;
        let keys = [
            seed.key(Mark::Draw, &bound()),
            seed.key(Mark::Rehearsal, &bound()),
            Seed::new("würfel")?.key(Mark::Draw, &bound()),
            seed.key(Mark::Draw, &Bound { lottery: sha256("Lottery"), ..bound() }),
            seed.key(Mark::Draw, &Bound { probabilities: sha256("Probabilities"), ..bound() }),
            seed.key(Mark::Draw, &Bound { quotas: sha256("Quotas"), ..bound() }),
            seed.key(Mark::Draw, &Bound { split: Some(sha256("split")), ..bound() }),
            seed.key(Mark::Draw, &Bound { split: Some(sha256("Split")), ..bound() }),
            // Which file is which counts as well.
            seed.key(Mark::Draw, &Bound { probabilities: bound().quotas, quotas: bound().probabilities, ..bound() }),
        ];
        let different: std::collections::BTreeSet<_> = keys.iter().collect();
        assert_eq!(different.len(), keys.len());
        Ok(())
    }

    #[test]
    fn key_with_a_commitment_by_sha256sum() -> Result<(), super::BlankSeed> {
        let fingerprint = "ab".repeat(32);
        // printf 'klero/seed/2\nfingerprint %s\ntext %s\n' $(printf 'ab%.0s' {1..32}) $(printf Würfel | sha256sum | cut -c1-64) | sha256sum
        assert_eq!(
            hex(&committed_key(Mark::Draw, &fingerprint, Said::Text(&Seed::new(" Würfel")?))),
            "fbc32fda2851a2d9abf5a7d368d5177843d7deae24b87a006e49ae67e47411d8"
        );
        // printf 'klero/seed/2\nfingerprint %s\nbeacon drand:quicknet 123 %s\n' $(printf 'ab%.0s' {1..32}) $(printf 'cd%.0s' {1..32}) | sha256sum
        let randomness = "cd".repeat(32);
        let said = |round| Said::Beacon { chain: "drand:quicknet", round, randomness: &randomness };
        assert_eq!(
            hex(&committed_key(Mark::Draw, &fingerprint, said(123))),
            "05e6342ea55ef8ecfeaa388f3c3265073c9a757f38469376b15784e712f2c904"
        );
        assert_ne!(
            committed_key(Mark::Draw, &fingerprint, said(123)),
            committed_key(Mark::Draw, &fingerprint, said(124))
        );
        assert_ne!(
            committed_key(Mark::Draw, &fingerprint, said(123)),
            committed_key(Mark::Rehearsal, &fingerprint, said(123))
        );
        assert_ne!(
            committed_key(Mark::Draw, &fingerprint, said(123)),
            committed_key(Mark::Draw, &"ac".repeat(32), said(123))
        );
        Ok(())
    }

    #[test]
    fn digits_are_the_ticket() {
        assert_eq!(digits(" 0 4\t2 ", 3), Ok(("042".to_owned(), 42)));
        assert_eq!(digits("999999999999999", 15), Ok(("999999999999999".to_owned(), 999_999_999_999_999)));
        let count = |found, text: &str| Err(DigitsProblem::Count { text: text.to_owned(), found, wanted: 3 });
        assert_eq!(digits("42", 3), count(2, "42"));
        assert_eq!(digits("0042", 3), count(4, "0042"));
        assert_eq!(digits("", 3), count(0, ""));
        for (text, found) in [("O42", 'O'), ("0-4-2", '-'), ("٠٤٢", '٠')] {
            assert_eq!(digits(text, 3), Err(DigitsProblem::NoDigit { text: text.to_owned(), found }));
        }
    }

    #[test]
    fn ticket_by_openssl() {
        // head -c 8 /dev/zero | openssl enc -chacha20 -K $(printf '00%.0s' {1..32}) -iv $(printf '00%.0s' {1..16}) | xxd -p
        // gives 76b8e0ada0f13d90: as a little-endian word 0x903df1a0ade0b876.
        assert_eq!(ticket([0; 32], 1 << 53), 0x903d_f1a0_ade0_b876 % (1 << 53));
        assert_eq!(ticket([0; 32], 1), 0);
        assert_eq!(hex(&[0, 255, 16]), "00ff10");
    }

    #[test]
    fn a_word_past_the_last_multiple_is_left_out() {
        // The first word is 0x903df1a0ade0b876. With tickets = 2^63 + 1 the largest multiple is 2^63 + 1, so that word (above it) is
        // rejected. The next eight bytes of the same stream are 405d6ae55386bd28: 0x28bd8653e56a5d40.
        assert_eq!(ticket([0; 32], (1 << 63) + 1), 0x28bd_8653_e56a_5d40);
    }
}
