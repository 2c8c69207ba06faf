//! The leaves of a pool, and the Merkle tree over them (RFC 6962), as `docs/record.md` defines them.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Keys, RecordError, sha256};
use crate::draw::hex;
use crate::instance::{Instance, fold};
use crate::read::Table;

/// A SHA-256.
pub type Hash = [u8; 32];

/// HMAC-SHA-256 (RFC 2104) under a key of 32 bytes.
fn hmac(key: &Hash, message: &[u8]) -> Hash {
    let padded = |with: u8| {
        let mut block = [with; 64];
        block.iter_mut().zip(key).for_each(|(byte, key)| *byte ^= key);
        block
    };
    let inner = Sha256::new().chain_update(padded(0x36)).chain_update(message).finalize();
    Sha256::new().chain_update(padded(0x5c)).chain_update(inner).finalize().into()
}

/// The salt with a number, in hexadecimal.
pub fn salt(master: &Hash, number: usize) -> String {
    hex(&hmac(master, format!("klero/salt/1 {number}").as_bytes()))
}

#[derive(Serialize)]
struct MemberLeaf<'a> {
    features: Vec<[&'a str; 2]>,
    household: Vec<&'a str>,
    id: &'a str,
    name: Vec<&'a str>,
    number: usize,
    salt: String,
}

#[derive(Serialize)]
struct OrganiserLeaf<'a> {
    number: usize,
    salt: String,
    setup: &'a str,
}

/// The texts of all leaves: that of the organiser, which fixes `setup.json`, then one a member.
///
/// # Errors
/// When the JSON writer refuses, which would be a fault of the program.
pub fn leaves(
    instance: &Instance,
    pool: &Table,
    household_columns: &[String],
    keys: &Keys,
    setup: &[u8],
) -> Result<Vec<String>, RecordError> {
    let column = |name: &str| pool.header.iter().position(|header| fold(header) == fold(name));
    let all = |names: &[String]| -> Vec<usize> { names.iter().filter_map(|name| column(name)).collect() };
    let features: Vec<usize> = instance.categories().iter().filter_map(|category| column(&category.name)).collect();
    let (households, names) = (all(household_columns), all(&keys.name_columns));
    let header = |column: usize| pool.header.get(column).map_or("", |text| text.trim());
    let organiser = OrganiserLeaf { number: 0, salt: salt(&keys.master, 0), setup: &sha256(setup) };
    let mut leaves = vec![serde_json::to_string(&organiser)?];
    for (member, number) in instance.members().iter().zip(1..) {
        let cells = pool.rows.get(member.row).map_or(&[][..], |row| &row.cells);
        let cell = |column: &usize| cells.get(*column).map_or("", |text| text.trim());
        leaves.push(serde_json::to_string(&MemberLeaf {
            features: features.iter().map(|column| [header(*column), cell(column)]).collect(),
            household: households.iter().map(cell).collect(),
            id: &member.id,
            name: names.iter().map(cell).collect(),
            number,
            salt: salt(&keys.master, number),
        })?);
    }
    Ok(leaves)
}

/// The hash of a leaf.
pub fn leaf_hash(leaf: &str) -> Hash {
    Sha256::new().chain_update([0]).chain_update(leaf).finalize().into()
}

/// `pool.leaves` as text.
pub fn leaves_text(hashes: &[Hash]) -> String {
    hashes.iter().map(|hash| hex(hash) + "\n").collect()
}

/// The Merkle tree over leaf hashes.
///
/// RFC 6962 splits m leaves at the largest power of two below m. Pairing neighbours level by level, and carrying a last one without a
/// neighbour up as it is, gives the same tree.
pub struct Tree {
    levels: Vec<Vec<Hash>>,
}

impl Tree {
    /// The tree over some hashes.
    pub fn new(leaves: Vec<Hash>) -> Self {
        let mut levels = vec![leaves];
        while let Some(level) = levels.last().filter(|level| level.len() > 1) {
            let next = level.chunks(2).map(|pair| match pair {
                [left, right] => {
                    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
                }
                _ => pair.first().copied().unwrap_or_default(),
            });
            let next = next.collect();
            levels.push(next);
        }
        Self { levels }
    }

    /// Its root, in hexadecimal.
    pub fn root(&self) -> String {
        let root = self.levels.last().and_then(|level| level.first());
        hex(&root.copied().unwrap_or_else(|| Sha256::digest([]).into()))
    }

    /// The audit path of a leaf: the siblings on its way to the root, the lowest first, in hexadecimal.
    pub fn path(&self, leaf: usize) -> Vec<String> {
        let siblings = self.levels.iter().enumerate().map(|(height, level)| level.get((leaf >> height) ^ 1));
        siblings.take(self.levels.len().saturating_sub(1)).flatten().map(|hash| hex(hash)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Hash, Tree, hmac, leaf_hash, salt};
    use crate::draw::hex;
    use sha2::{Digest, Sha256};

    #[test]
    fn hmac_by_openssl() {
        // printf 'klero/salt/1 7' | openssl dgst -sha256 -mac HMAC -macopt hexkey:$(printf '0b%.0s' {1..32})
        assert_eq!(salt(&[0x0b; 32], 7), "a01934c06be1800d86bf029bb44730799c08060cd787561ce23fc312369ca668");
        // printf 'Hi There' | …
        assert_eq!(
            hex(&hmac(&[0x0b; 32], b"Hi There")),
            "198a607eb44bfbc69903a0f1cf2bbdc5ba0aa3f3d9ae3c1c7a3b1696a0b68cf7"
        );
    }

    /// The definition of RFC 6962, section 2.1.
    fn root(leaves: &[Hash]) -> Hash {
        if let [only] = leaves {
            return *only;
        }
        let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
        Sha256::new().chain_update([1]).chain_update(root(left)).chain_update(root(right)).finalize().into()
    }

    /// Section 2.1.1.
    fn path(leaf: usize, leaves: &[Hash]) -> Vec<Hash> {
        if leaves.len() < 2 {
            return Vec::new();
        }
        let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
        let (mut below, sibling) = if leaf < left.len() {
            (path(leaf, left), root(right))
        } else {
            (path(leaf - left.len(), right), root(left))
        };
        below.push(sibling);
        below
    }

    #[test]
    fn trees_and_paths_are_those_of_the_definition() {
        let all: Vec<Hash> = (0..70).map(|i: usize| leaf_hash(&i.to_string())).collect();
        for m in 1..all.len() {
            let leaves = &all[..m];
            let tree = Tree::new(leaves.to_vec());
            assert_eq!(tree.root(), hex(&root(leaves)), "{m} leaves");
            for leaf in 0..m {
                let expected: Vec<String> = path(leaf, leaves).iter().map(|hash| hex(hash)).collect();
                assert_eq!(tree.path(leaf), expected, "leaf {leaf} of {m}");
            }
        }
        // Another leaf, and leaves in another order, give another root.
        let mut other = all.clone();
        other.swap(3, 4);
        assert_ne!(Tree::new(other).root(), Tree::new(all).root());
    }
}
