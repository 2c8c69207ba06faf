//! `keys.json`: the master secret of the salts, and the columns by which people know themselves.

use serde::{Deserialize, Serialize};

use super::RecordError;
use super::leaves::Hash;
use crate::draw::{Mark, hex};

/// The format name of `keys.json`, without its mark.
const KEYS_FORMAT: &str = "keys/1";

/// What `keys.json` holds.
#[derive(Clone, PartialEq, Eq)]
pub struct Keys {
    /// The master secret.
    pub master: Hash,
    /// Headers of the pool, as it spells them.
    pub name_columns: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: String,
    master: String,
    name_columns: Vec<String>,
}

impl Keys {
    /// Reads `keys.json`.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub fn parse(mark: Mark, bytes: &[u8]) -> Result<Self, String> {
        let written: Written = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        let format = mark.format(KEYS_FORMAT);
        if written.format != format {
            return Err(format!("its format is \"{}\", not {format}", written.format));
        }
        let master = hash_from_hex(&written.master).ok_or("the master secret is not 64 hexadecimal digits")?;
        Ok(Self { master, name_columns: written.name_columns })
    }
}

/// `keys.json` as text.
///
/// # Errors
/// When the JSON writer refuses, which would be a fault of the program.
pub fn keys_json(mark: Mark, keys: &Keys) -> Result<String, RecordError> {
    let written = Written {
        format: mark.format(KEYS_FORMAT),
        master: hex(&keys.master),
        name_columns: keys.name_columns.clone(),
    };
    Ok(serde_json::to_string(&written)? + "\n")
}

/// Bytes from lower-case hexadecimal digits, two a byte.
pub fn bytes_from_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    text.as_bytes()
        .chunks(2)
        .map(|pair| if let [a, b] = pair { Some(digit(*a)? << 4 | digit(*b)?) } else { None })
        .collect()
}

/// A SHA-256, or as many bytes, from 64 lower-case hexadecimal digits.
pub fn hash_from_hex(text: &str) -> Option<Hash> {
    Hash::try_from(bytes_from_hex(text)?).ok()
}

#[cfg(test)]
mod tests {
    use super::{Keys, Mark, bytes_from_hex, hash_from_hex};

    #[test]
    fn hexadecimal_is_exact() {
        assert_eq!(bytes_from_hex("00ff1a"), Some(vec![0, 255, 26]));
        for text in ["0", "0g", "FF", " 00", "é"] {
            assert_eq!(bytes_from_hex(text), None, "{text}");
        }
        assert!(hash_from_hex(&"ab".repeat(32)).is_some());
        assert!(hash_from_hex(&"ab".repeat(31)).is_none());
    }

    #[test]
    fn other_keys_are_refused() {
        let master = "0a".repeat(32);
        let text = format!("{{\"format\":\"klero/keys/1\",\"master\":\"{master}\",\"name_columns\":[\"name\"]}}");
        assert!(Keys::parse(Mark::Draw, text.as_bytes()).is_ok());
        assert!(Keys::parse(Mark::Rehearsal, text.as_bytes()).is_err());
        for (from, to) in
            [("keys/1", "keys/2"), ("0a", "0A"), ("}", ",\"more\":1}"), ("}", ",\"master\":\"\"}"), ("master", "x")]
        {
            assert!(Keys::parse(Mark::Draw, text.replacen(from, to, 1).as_bytes()).is_err(), "{from} to {to}");
        }
    }
}
