//! `certificate.cuts`: that every panel's composition meets the cuts.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_traits::Zero;

use super::file::{Certificate, Cut, Multipliers, Proof};
use super::rules::Rules;
use super::types::Types;
use crate::verify::panels::index;
use crate::verify::say::{Problems, quote};

/// The cuts that are only the solver's word, or use one that is, by the names of their rules.
pub(super) struct Word {
    cuts: BTreeMap<String, u64>,
    /// Cuts with `"solver"` in their own proof.
    pub(super) own: Vec<u64>,
}

impl Word {
    pub(super) fn of(certificate: &Certificate) -> Word {
        let mut word = Word { cuts: BTreeMap::new(), own: Vec::new() };
        for (cut, number) in certificate.cuts.iter().zip(1u64..) {
            let own = cut.proof.by_solver();
            if own {
                word.own.push(number);
            }
            if own || cut.proof.rules().any(|rule| word.cuts.contains_key(rule)) {
                word.cuts.insert(format!("cut {number}"), number);
            }
        }
        word
    }

    /// The cuts among these multipliers that rest on the solver's word.
    pub(super) fn among(&self, multipliers: &Multipliers) -> Vec<u64> {
        let mut cuts: Vec<u64> = multipliers.keys().filter_map(|rule| self.cuts.get(rule).copied()).collect();
        cuts.sort_unstable();
        cuts
    }
}

/// Checks the cuts one after the other, and adds each to the rules whether or not it is proven: what is built on it is checked by itself.
pub(super) fn check(certificate: &Certificate, types: &Types<'_>, rules: &mut Rules, problems: &mut Problems) {
    let multiplicities: Vec<i128> =
        types.kinds.iter().map(|kind| i128::try_from(kind.members).unwrap_or(i128::MAX)).collect();
    for (index, cut) in certificate.cuts.iter().enumerate() {
        let mut walk = Walk {
            rules,
            cut,
            least: vec![0; multiplicities.len()],
            most: multiplicities.clone(),
            path: Vec::new(),
            problems,
            number: index + 1,
        };
        walk.proof(&cut.proof);
        rules.add_cut(index + 1, cut);
    }
}

/// On the way through a cut's proof.
struct Walk<'a> {
    rules: &'a Rules,
    cut: &'a Cut,
    /// lo_t and hi_t.
    least: Vec<i128>,
    most: Vec<i128>,
    /// The branches taken, in words.
    path: Vec<String>,
    problems: &'a mut Problems,
    number: usize,
}

impl Walk<'_> {
    /// Goes through a proof. As deep as its branches, which the file's form limits.
    fn proof(&mut self, proof: &Proof) {
        match proof {
            Proof::Solver => {}
            Proof::Leaf { multipliers, scale } => {
                if let Err(why) = self.leaf(multipliers, scale) {
                    let (number, path) = (self.number, &self.path);
                    self.problems.add(|| {
                        let place =
                            if path.is_empty() { String::new() } else { format!(" (where {})", path.join(", ")) };
                        format!("the proof of cut {number} fails{place}: {why}")
                    });
                }
            }
            Proof::Branch { at, high, low, kind } => {
                let Some(place) = index(*kind, self.least.len()) else {
                    return;
                };
                let (Some(&least), Some(&most)) = (self.least.get(place), self.most.get(place)) else {
                    return;
                };
                // Beyond these, one side is everything and the other nothing.
                let at_shown = short(at);
                let at = if *at < BigInt::from(-1) {
                    -1
                } else {
                    i128::try_from(at).unwrap_or(i128::MAX).min(i128::MAX - 1)
                };
                self.path.push(format!("c_{kind} is above {at_shown}"));
                self.least.get_mut(place).into_iter().for_each(|least| *least = (*least).max(at + 1));
                self.proof(high);
                self.least.get_mut(place).into_iter().for_each(|now| *now = least);
                self.path.pop();
                self.path.push(format!("c_{kind} is at most {at_shown}"));
                self.most.get_mut(place).into_iter().for_each(|most| *most = (*most).min(at));
                self.proof(low);
                self.most.get_mut(place).into_iter().for_each(|now| *now = most);
                self.path.pop();
            }
        }
    }

    fn leaf(&self, multipliers: &Multipliers, scale: &BigInt) -> Result<(), String> {
        let sum = self.rules.sum(multipliers)?;
        // Types of whom there cannot be that many: nothing is left to prove.
        if self.least.iter().zip(&self.most).any(|(least, most)| least > most) {
            return Ok(());
        }
        // s·w_t − U_t, in place of U_t.
        let mut slack = sum.weights;
        slack.iter_mut().for_each(|slack| *slack = -std::mem::take(slack));
        for (&kind, weight) in &self.cut.weights {
            let place = index(kind, slack.len()).and_then(|index| slack.get_mut(index));
            place.into_iter().for_each(|slack| *slack += scale * weight);
        }
        let mut bound = sum.most;
        for ((slack, least), most) in slack.iter().zip(&self.least).zip(&self.most) {
            if slack > &BigInt::zero() {
                bound += slack * most;
            } else if !slack.is_zero() {
                bound += slack * least;
            }
        }
        if bound < scale * (&self.cut.most + 1) {
            Ok(())
        } else {
            Err(format!("the rules give at most {}, which is too much", shown(&bound, scale)))
        }
    }
}

/// A bound on the scaled sum, as text.
fn shown(bound: &BigInt, scale: &BigInt) -> String {
    if scale.is_zero() { short(bound) } else { format!("{}/{}", short(bound), short(scale)) }
}

/// A number as text, not too long.
fn short(number: &BigInt) -> String {
    quote(&number.to_string()).replace('"', "")
}
