//! The certificate of a solution: its stages and the cuts that they rest on, in the words of `docs/certificate.md`.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use super::leximin::FairPoint;
use super::proof::{Proof, prove};
use super::relaxation::{Origin, Relaxation, Rule};
use crate::types::Typed;

/// A multiplier for each named rule.
pub type Multipliers = Vec<(String, BigInt)>;

/// What proves that no lottery does better. Type numbers count from 1 in the order of the types' smallest members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// How many member types there are.
    pub types: usize,
    /// The cuts that the stages use, directly or through other cuts.
    pub cuts: Vec<Cut>,
    /// The stages.
    pub stages: Vec<CertifiedStage>,
}

/// A stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertifiedStage {
    /// The multipliers.
    pub multipliers: Multipliers,
    /// The types that it fixes, ascending.
    pub types: Vec<usize>,
    /// Their probability.
    pub value: BigRational,
}

/// A cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// Its largest sum.
    pub most: i64,
    /// Weights of types, ascending by type, none 0.
    pub weights: Vec<(usize, i64)>,
    /// Why it holds.
    pub proof: CutProof,
}

/// Why a cut holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CutProof {
    /// By multipliers.
    Leaf {
        /// Multipliers of the rules.
        multipliers: Multipliers,
        /// Multiplier of the cut itself.
        scale: BigInt,
    },
    /// Either at most so many seats for a type, or more.
    Branch {
        /// The type.
        kind: usize,
        /// Where the ways part.
        at: i64,
        /// At most `at`.
        low: Box<CutProof>,
        /// More.
        high: Box<CutProof>,
    },
    /// Only by the word of the solver.
    Solver,
}

/// Certifies a fair point that compositions attain: proves the cuts that its stages use, and puts everything into words.
///
/// A cut whose proof is not found is left with the word of the solver, and says so.
pub fn certify(typed: &Typed, relaxation: &Relaxation, point: &FairPoint) -> Certificate {
    let mut used = vec![false; relaxation.rules.len()];
    for stage in &point.stages {
        mark(&mut used, &stage.multipliers);
    }
    // A proof may use the cuts before it. Those that forbid a type are worth having: they shorten the trees of all that follow.
    let is_cut = |&(_, rule): &(usize, &Rule)| rule.origin == Origin::Cut;
    let mut proofs: Vec<(usize, Proof)> = Vec::new();
    let mut proven = relaxation.base();
    let mut place_of: Vec<usize> = (0..proven.rules.len()).collect();
    for (r, rule) in relaxation.rules.iter().enumerate().filter(is_cut) {
        if used[r] || rule.forbids() {
            let mut proof = prove(&proven, rule);
            proof.place(&place_of, relaxation.rules.len());
            proofs.push((r, proof));
            if rule.terms.len() == 1 || rule.forbids() {
                proven.add(vec![rule.clone()]);
                place_of.push(r);
            }
        }
    }
    let words = Words::new(typed, relaxation, proofs.iter().map(|&(r, _)| r).collect());
    let cuts = proofs.iter().map(|(r, proof)| {
        let rule = &relaxation.rules[*r];
        let mut weights: Vec<(usize, i64)> = rule.terms.iter().map(|&(t, w)| (words.number[t], w)).collect();
        weights.sort_unstable();
        Cut { most: rule.most, weights, proof: words.proof(proof) }
    });
    let stages = point.stages.iter().map(|stage| {
        let mut types: Vec<usize> = stage.held.iter().map(|&t| words.number[t]).collect();
        types.sort_unstable();
        CertifiedStage { multipliers: words.multipliers(&stage.multipliers), types, value: stage.value.clone() }
    });
    Certificate { types: typed.types.len(), cuts: cuts.collect(), stages: stages.collect() }
}

/// What each rule is called in a certificate; cuts have no names yet.
pub(super) fn rule_names(typed: &Typed, relaxation: &Relaxation) -> Vec<String> {
    Words::new(typed, relaxation, Vec::new()).names
}

fn mark(used: &mut [bool], multipliers: &[BigInt]) {
    for (used, multiplier) in used.iter_mut().zip(multipliers) {
        *used |= !multiplier.is_zero();
    }
}

/// Names and numbers of the certificate for the engine's indices.
struct Words {
    number: Vec<usize>,
    names: Vec<String>,
}

impl Words {
    /// `cuts` are the rules that are written down as cuts, ascending.
    fn new(typed: &Typed, relaxation: &Relaxation, cuts: Vec<usize>) -> Self {
        let mut order: Vec<usize> = (0..typed.types.len()).collect();
        order.sort_by_key(|&t| typed.types[t].members.first().copied());
        let mut number = vec![0; order.len()];
        for (position, &t) in order.iter().enumerate() {
            number[t] = position + 1;
        }
        let name = |(r, origin): (usize, Origin)| match origin {
            Origin::Size => "size".to_owned(),
            Origin::Quota(row) => format!("quota {row}"),
            Origin::Household(group) => format!("household {}", group + 1),
            Origin::HouseholdKind(group, t) => format!("household {} kind {}", group + 1, number[t]),
            Origin::Apart(group) => format!("apart {}", group + 1),
            Origin::Include(t) => format!("include {}", number[t]),
            Origin::Exclude(t) => format!("exclude {}", number[t]),
            Origin::Cut => format!("cut {}", cuts.partition_point(|&cut| cut < r) + 1),
        };
        let names = relaxation.rules.iter().map(|rule| rule.origin).enumerate().map(name).collect();
        Self { number, names }
    }

    fn multipliers(&self, multipliers: &[BigInt]) -> Multipliers {
        let named = self.names.iter().cloned().zip(multipliers.iter().cloned());
        named.filter(|(_, multiplier)| !multiplier.is_zero()).collect()
    }

    fn proof(&self, proof: &Proof) -> CutProof {
        match proof {
            Proof::Leaf { multipliers, scale } => {
                CutProof::Leaf { multipliers: self.multipliers(multipliers), scale: scale.clone() }
            }
            Proof::Branch { kind, at, low, high } => CutProof::Branch {
                kind: self.number[*kind],
                at: *at,
                low: Box::new(self.proof(low)),
                high: Box::new(self.proof(high)),
            },
            Proof::Solver => CutProof::Solver,
        }
    }
}
