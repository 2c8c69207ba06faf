//! From a public seed text to a ticket, as `docs/record.md` defines it. Nothing here depends on a library's idea of a distribution.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

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

    /// The key for one lottery: the SHA-256 of five labelled lines.
    pub fn key(&self, bound: &Bound) -> [u8; 32] {
        let line = |label: &str, sha256: &[u8]| format!("{label} {}\n", hex(sha256));
        let lines = [
            "klero/seed/1\n".to_owned(),
            line("lottery", &bound.lottery),
            line("probabilities", &bound.probabilities),
            line("quotas", &bound.quotas),
            line("text", &Sha256::digest(self.0.as_bytes())),
        ];
        Sha256::digest(lines.concat()).into()
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

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::{Bound, Seed, hex, ticket};

    fn sha256(text: &str) -> [u8; 32] {
        Sha256::digest(text).into()
    }

    fn bound() -> Bound {
        Bound { lottery: sha256("lottery"), probabilities: sha256("probabilities"), quotas: sha256("quotas") }
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
            hex(&Seed::new("Würfel")?.key(&bound())),
            "692460ad514fa3f1d6646da964a47d805647e39b87558fceda66f8ee9393a820"
        );
        Ok(())
    }

    #[test]
    fn the_key_changes_with_everything_it_is_bound_to() -> Result<(), super::BlankSeed> {
        let seed = Seed::new("Würfel")?;
        let keys = [
            seed.key(&bound()),
            Seed::new("würfel")?.key(&bound()),
            seed.key(&Bound { lottery: sha256("Lottery"), ..bound() }),
            seed.key(&Bound { probabilities: sha256("Probabilities"), ..bound() }),
            seed.key(&Bound { quotas: sha256("Quotas"), ..bound() }),
            // Which file is which counts as well.
            seed.key(&Bound { probabilities: bound().quotas, quotas: bound().probabilities, ..bound() }),
        ];
        let different: std::collections::BTreeSet<_> = keys.iter().collect();
        assert_eq!(different.len(), keys.len());
        Ok(())
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
