//! SHA-256, HMAC-SHA-256 and the Merkle tree of RFC 6962, section 2.1.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// A SHA-256, or 32 bytes of another kind.
pub(super) type Hash = [u8; 32];

/// The SHA-256 of some bytes, in lower-case hexadecimal digits.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(&hash(&[bytes]))
}

/// The SHA-256 of some bytes after each other.
pub(super) fn hash(parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    parts.iter().for_each(|part| hasher.update(part));
    hasher.finalize().into()
}

/// Lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// The bytes that lower-case hexadecimal digits stand for; `None` where there are other characters, or not twice as many digits.
pub(super) fn unhex<const BYTES: usize>(digits: &str) -> Option<[u8; BYTES]> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    match digits.as_bytes().as_chunks::<2>() {
        (pairs, []) if pairs.len() == BYTES => {
            let bytes = pairs.iter().map(|&[high, low]| Some(digit(high)? << 4 | digit(low)?));
            bytes.collect::<Option<Vec<u8>>>()?.try_into().ok()
        }
        _ => None,
    }
}

/// Whether a text is a SHA-256 as records write it.
pub(super) fn is_sha256(text: &str) -> bool {
    unhex::<32>(text).is_some()
}

/// HMAC-SHA-256 (RFC 2104) with a key of 32 bytes, which is shorter than a block and so needs no hashing.
pub(super) fn hmac(key: &Hash, text: &[u8]) -> Hash {
    let padded = |with: u8| {
        let mut block = [with; 64];
        block.iter_mut().zip(key).for_each(|(byte, key)| *byte ^= key);
        block
    };
    hash(&[&padded(0x5c), &hash(&[&padded(0x36), text])])
}

/// The hash of a leaf.
pub(super) fn leaf(text: &[u8]) -> Hash {
    hash(&[&[0], text])
}

fn node(left: &Hash, right: &Hash) -> Hash {
    hash(&[&[1], left, right])
}

/// The root of the tree over these leaf hashes; `None` where there are none.
pub(super) fn root(leaves: &[Hash]) -> Option<Hash> {
    match leaves {
        [] => None,
        [only] => Some(*only),
        leaves => {
            // The largest power of two below the number of leaves.
            let place = 1 << (leaves.len() - 1).ilog2();
            let (left, right) = leaves.split_at_checked(place)?;
            Some(node(&root(left)?, &root(right)?))
        }
    }
}

/// The root to which a path leads from the leaf hash at `place` (from 0) in a tree of `leaves`; `None` where the path is too short or too
/// long for that place (RFC 9162, section 2.1.3.2).
pub(super) fn root_by_path(leaf: Hash, place: u64, leaves: u64, path: &[Hash]) -> Option<Hash> {
    let mut last = leaves.checked_sub(1)?;
    let mut place = if place <= last { place } else { return None };
    let mut hash = leaf;
    for sibling in path {
        if last == 0 {
            return None;
        }
        if place % 2 == 1 || place == last {
            hash = node(sibling, &hash);
            while place % 2 == 0 && place != 0 {
                (place, last) = (place / 2, last / 2);
            }
        } else {
            hash = node(&hash, sibling);
        }
        (place, last) = (place / 2, last / 2);
    }
    (last == 0).then_some(hash)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test stops where it stands

    use super::*;

    /// RFC 4231, test case 2 has a short key; here as 32 bytes, of which the rest are zeros, which HMAC adds in any case.
    #[test]
    fn hmac_of_rfc_4231() {
        let mut key = [0; 32];
        key[..4].copy_from_slice(b"Jefe");
        let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        assert_eq!(hex(&hmac(&key, b"what do ya want for nothing?")), expected);
    }

    #[test]
    fn hexadecimal_digits() {
        assert_eq!(unhex::<2>("00ff"), Some([0, 255]));
        for wrong in ["00fF", "0ff", "00ff0", "00fg", "", "00ff00"] {
            assert_eq!(unhex::<2>(wrong), None, "{wrong}");
        }
    }

    /// The audit path as RFC 6962, section 2.1.1 defines it, top down.
    fn path(place: usize, leaves: &[Hash]) -> Vec<Hash> {
        if leaves.len() == 1 {
            return Vec::new();
        }
        let (left, right) = leaves.split_at(1 << (leaves.len() - 1).ilog2());
        let (mut below, sibling) = if place < left.len() {
            (path(place, left), root(right).unwrap())
        } else {
            (path(place - left.len(), right), root(left).unwrap())
        };
        below.push(sibling);
        below
    }

    #[test]
    fn paths_lead_to_the_root_and_no_other_path_does() {
        let leaves: Vec<Hash> = (0..70u8).map(|number| leaf(&[number])).collect();
        for size in 1..leaves.len() {
            let leaves = &leaves[..size];
            let root = root(leaves);
            for (place, leaf) in leaves.iter().enumerate() {
                let (path, at) = (path(place, leaves), place as u64);
                assert_eq!(root_by_path(*leaf, at, size as u64, &path), root, "{place} of {size}");
                let longer = [path.clone(), vec![*leaf]].concat();
                assert_ne!(root_by_path(*leaf, at, size as u64, &longer), root);
                assert_ne!(root_by_path(*leaf, at + 1, size as u64, &path), root);
                assert_eq!(root_by_path(*leaf, size as u64, size as u64, &path), None);
                if let Some((_, shorter)) = path.split_last() {
                    assert_ne!(root_by_path(*leaf, at, size as u64, shorter), root);
                }
            }
        }
        assert_eq!(root_by_path([0; 32], 0, 0, &[]), None);
        assert_eq!(root_by_path([0; 32], 0, u64::MAX, &[]), None);
    }
}
