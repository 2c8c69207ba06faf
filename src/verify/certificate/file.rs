//! What `certificate.json` holds, read as strictly as it is written.

use std::collections::BTreeMap;
use std::fmt;

use num_bigint::BigInt;
use num_traits::{Signed, Zero};
use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::number::{Fraction, fraction, whole};
use crate::verify::json::{Object, Whole, parse, texts, wholes};
use crate::verify::say::{list, quote};
use crate::verify::setup::LEXIMIN;
use crate::verify::table::CERTIFICATE;

/// How many branches of a proof may stand one under the other. (The checker goes down as deep, and must come up again.)
const BRANCH_LIMIT: usize = 100;

/// Multipliers of rules, by the rules' names; none is 0.
pub(super) type Multipliers = BTreeMap<String, BigInt>;

/// `certificate.json`. Types are counted from 1, and each is at most `types`.
pub(super) struct Certificate {
    pub(super) cuts: Vec<Cut>,
    pub(super) stages: Vec<Stage>,
    pub(super) types: u64,
}

/// One of the `stages`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stage {
    #[serde(deserialize_with = "multipliers")]
    pub(super) multipliers: Multipliers,
    #[serde(deserialize_with = "wholes")]
    pub(super) types: Vec<u64>,
    #[serde(deserialize_with = "value")]
    pub(super) value: Fraction,
}

/// One of the `cuts`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cut {
    #[serde(deserialize_with = "number")]
    pub(super) most: BigInt,
    #[serde(deserialize_with = "proof")]
    pub(super) proof: Proof,
    #[serde(deserialize_with = "weights")]
    pub(super) weights: BTreeMap<u64, BigInt>,
}

/// The proof of a cut.
pub(super) enum Proof {
    Solver,
    Leaf { multipliers: Multipliers, scale: BigInt },
    Branch { at: BigInt, high: Box<Proof>, low: Box<Proof>, kind: u64 },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    cuts: Vec<Object<Cut>>,
    format: String,
    objective: String,
    stages: Vec<Object<Stage>>,
    types: Whole,
}

/// Reads the file, or says what is wrong with its form.
pub(super) fn read(bytes: &[u8], format: &str) -> Result<Certificate, String> {
    let raw = parse::<Raw>(CERTIFICATE, bytes)?;
    let refuse = |why: String| Err(format!("{CERTIFICATE}: {why}"));
    if raw.format != format {
        return refuse(format!("\"format\" is {}, and only \"{format}\" is known here", quote(&raw.format)));
    }
    if raw.objective != LEXIMIN {
        return refuse(format!("\"objective\" is {}, expected \"{LEXIMIN}\", as in setup.json", quote(&raw.objective)));
    }
    let certificate = Certificate {
        cuts: raw.cuts.into_iter().map(|object| object.0).collect(),
        stages: raw.stages.into_iter().map(|object| object.0).collect(),
        types: raw.types.0,
    };
    let known = |kind: u64| 1 <= kind && kind <= certificate.types;
    let stranger =
        |at: String, kind: u64| format!("{at} names type {kind}, but types are numbered from 1 to {}", raw.types.0);
    for (stage, number) in certificate.stages.iter().zip(1..) {
        if !stage.types.is_sorted_by(|first, second| first < second) {
            return refuse(format!("the types of stage {number}, {}, do not ascend", list(&stage.types)));
        }
        if let Some(&kind) = stage.types.iter().find(|&&kind| !known(kind)) {
            return refuse(stranger(format!("stage {number}"), kind));
        }
    }
    for (cut, number) in certificate.cuts.iter().zip(1..) {
        if let Some(&kind) = cut.weights.keys().find(|&&kind| !known(kind)) {
            return refuse(stranger(format!("cut {number}"), kind));
        }
        if let Some(kind) = cut.proof.branched().find(|&kind| !known(kind)) {
            return refuse(stranger(format!("the proof of cut {number}"), kind));
        }
    }
    Ok(certificate)
}

impl Certificate {
    /// The names of the rules that it uses.
    pub(super) fn rules(&self) -> impl Iterator<Item = &String> {
        let cuts = self.cuts.iter().flat_map(|cut| cut.proof.rules());
        cuts.chain(self.stages.iter().flat_map(|stage| stage.multipliers.keys()))
    }
}

impl Proof {
    /// All parts of the proof, this one first.
    fn parts(&self) -> impl Iterator<Item = &Proof> {
        let mut left = vec![self];
        std::iter::from_fn(move || {
            let next = left.pop()?;
            if let Proof::Branch { high, low, .. } = next {
                left.extend([low.as_ref(), high.as_ref()]);
            }
            Some(next)
        })
    }

    /// The types that its branches are about.
    fn branched(&self) -> impl Iterator<Item = u64> {
        self.parts().filter_map(|part| if let Proof::Branch { kind, .. } = part { Some(*kind) } else { None })
    }

    /// Whether some part of it is only the word of the solver.
    pub(super) fn by_solver(&self) -> bool {
        self.parts().any(|part| matches!(part, Proof::Solver))
    }

    /// The names of the rules that it uses.
    pub(super) fn rules(&self) -> impl Iterator<Item = &String> {
        self.parts().flat_map(|part| match part {
            Proof::Leaf { multipliers, .. } => Some(multipliers.keys()).into_iter().flatten(),
            _ => None.into_iter().flatten(),
        })
    }
}

fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BigInt, D::Error> {
    whole(&String::deserialize(deserializer)?).map_err(D::Error::custom)
}

fn value<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Fraction, D::Error> {
    fraction(&String::deserialize(deserializer)?).map_err(D::Error::custom)
}

/// An object of whole numbers, none of them 0.
fn multipliers<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Multipliers, D::Error> {
    let mut numbers = Multipliers::new();
    for (key, text) in texts(deserializer)? {
        let number = whole(&text).map_err(D::Error::custom)?;
        if number.is_zero() {
            return Err(D::Error::custom(format!("{} has the number 0, which is to be left out", quote(&key))));
        }
        numbers.insert(key, number);
    }
    Ok(numbers)
}

/// An object of whole numbers by types, none of them 0.
fn weights<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<u64, BigInt>, D::Error> {
    let mut weights = BTreeMap::new();
    for (key, weight) in multipliers(deserializer)? {
        let kind = whole(&key).ok().and_then(|kind| u64::try_from(kind).ok());
        let kind = kind.ok_or_else(|| D::Error::custom(format!("{} is not the number of a type", quote(&key))))?;
        weights.insert(kind, weight);
    }
    Ok(weights)
}

fn proof<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Proof, D::Error> {
    Under(0).deserialize(deserializer)
}

/// A proof that stands under so many branches.
#[derive(Clone, Copy)]
struct Under(usize);

impl<'de> DeserializeSeed<'de> for Under {
    type Value = Proof;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Proof, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Under {
    type Value = Proof;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a leaf, a branch or \"solver\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Proof, E> {
        if text == "solver" {
            Ok(Proof::Solver)
        } else {
            Err(E::custom(format!("the proof {} is neither a leaf nor a branch nor \"solver\"", quote(text))))
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Proof, A::Error> {
        let mut leaf: (Option<Numbers>, Option<Number>) = (None, None);
        let mut branch: (Option<Number>, Option<Proof>, Option<Proof>, Option<Whole>) = (None, None, None, None);
        let proof = Under(self.0 + 1);
        while let Some(key) = map.next_key::<String>()? {
            let deep = |proof: Under| {
                let why = format!("in a proof, more than {BRANCH_LIMIT} branches stand one under the other");
                if proof.0 > BRANCH_LIMIT { Err(A::Error::custom(why)) } else { Ok(proof) }
            };
            let doubled = match key.as_str() {
                "multipliers" => leaf.0.replace(map.next_value()?).is_some(),
                "scale" => leaf.1.replace(map.next_value()?).is_some(),
                "at" => branch.0.replace(map.next_value()?).is_some(),
                "high" => branch.1.replace(map.next_value_seed(deep(proof)?)?).is_some(),
                "low" => branch.2.replace(map.next_value_seed(deep(proof)?)?).is_some(),
                "type" => branch.3.replace(map.next_value()?).is_some(),
                _ => return Err(A::Error::custom(format!("unknown field {} in a proof", quote(&key)))),
            };
            if doubled {
                return Err(A::Error::custom(format!("duplicate field `{key}` in a proof")));
            }
        }
        match (leaf, branch) {
            ((Some(multipliers), Some(scale)), (None, None, None, None)) => {
                if scale.0.is_negative() {
                    return Err(A::Error::custom("the scale of a leaf is negative"));
                }
                Ok(Proof::Leaf { multipliers: multipliers.0, scale: scale.0 })
            }
            ((None, None), (Some(at), Some(high), Some(low), Some(kind))) => {
                Ok(Proof::Branch { at: at.0, high: Box::new(high), low: Box::new(low), kind: kind.0 })
            }
            _ => Err(A::Error::custom(
                "a proof is either a leaf (\"multipliers\", \"scale\") or a branch (\"at\", \"high\", \"low\", \"type\")",
            )),
        }
    }
}

/// A whole number, written as a text.
struct Number(BigInt);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        number(deserializer).map(Number)
    }
}

/// Multipliers.
struct Numbers(Multipliers);

impl<'de> Deserialize<'de> for Numbers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        multipliers(deserializer).map(Numbers)
    }
}
