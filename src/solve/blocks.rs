//! Pools that fall into parts with seats of their own, such as districts: leximin in each part by itself, and then side by side.
//!
//! Let some feature category have as many least as most seats for each of its values. The types with one value are a *block*. Where each other rule is about
//! types of one block, or follows from such rules, compositions are any compositions of the blocks side by side. So a block's chances can be raised without
//! touching those of any other, and the fair point is that of each block. The stages of all blocks in ascending order of value are a proof: multipliers of a
//! block's stage are 0 for all other rules, so that it holds the same types at the same value.

use num_bigint::BigInt;
use num_traits::Zero;

use super::decompose::Composition;
use super::leximin::{FairPoint, Stage};
use super::relaxation::{Relaxation, Rule};
use super::{Claim, Found, Progress, SolveError, leximin};
use crate::instance::Instance;
use crate::types::Typed;

/// Types with seats of their own, and the rules on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Ascending.
    types: Vec<usize>,
    /// Positions of the rules; the first one is on all of the types, and says how many seats they have.
    rules: Vec<usize>,
}

/// The blocks of a pool, at least two; `None` when it has none.
pub(super) fn blocks(instance: &Instance, typed: &Typed, relaxation: &Relaxation) -> Option<Vec<Block>> {
    let exact = |c: &usize| instance.categories()[*c].values.iter().all(|value| value.quota.min == value.quota.max);
    (0..instance.categories().len()).filter(exact).find_map(|c| {
        let mut block_of = vec![0; typed.types.len()];
        let mut blocks: Vec<Block> = Vec::new();
        let mut block_of_value = vec![None; instance.categories()[c].values.len()];
        for (t, kind) in typed.types.iter().enumerate() {
            let block = *block_of_value.get_mut(kind.values[c])?.get_or_insert(blocks.len());
            if block == blocks.len() {
                blocks.push(Block { types: Vec::new(), rules: Vec::new() });
            }
            blocks[block].types.push(t);
            block_of[t] = block;
        }
        (blocks.len() > 1 && sort_rules(relaxation, &block_of, &mut blocks)).then_some(blocks)
    })
}

/// Gives each rule to its block; `false` when one that is about several does not follow from the others.
fn sort_rules(relaxation: &Relaxation, block_of: &[usize], blocks: &mut [Block]) -> bool {
    let mut across: Vec<&Rule> = Vec::new();
    for (r, rule) in relaxation.rules.iter().enumerate() {
        let Some(&(first, _)) = rule.terms.first() else { continue };
        if rule.terms.iter().any(|&(t, _)| block_of[t] != block_of[first]) {
            across.push(rule);
            continue;
        }
        let block = &mut blocks[block_of[first]];
        let on_all = rule.terms.len() == block.types.len() && rule.terms.iter().all(|&(_, a)| a == 1);
        block.rules.push(r);
        if on_all && rule.least == rule.most {
            block.rules.rotate_right(1);
        }
    }
    let has_seats = |block: &Block| {
        let first = block.rules.first().map(|&r| &relaxation.rules[r]);
        first.is_some_and(|rule| rule.least == rule.most && rule.terms.len() == block.types.len())
    };
    blocks.iter().all(has_seats) && across.into_iter().all(|rule| follows(relaxation, rule, blocks))
}

/// Whether a rule follows from those of the blocks: its part in each block is between what its types can have and what a rule on exactly that part says.
fn follows(relaxation: &Relaxation, rule: &Rule, blocks: &[Block]) -> bool {
    let (mut least, mut most) = (0_i64, 0_i64);
    for block in blocks {
        let part: Vec<(usize, i64)> =
            rule.terms.iter().copied().filter(|(t, _)| block.types.binary_search(t).is_ok()).collect();
        let all = |a: i64, t: usize| a * relaxation.multiplicity[t];
        let mut low: i64 = part.iter().map(|&(t, a)| all(a, t).min(0)).sum();
        let mut high: i64 = part.iter().map(|&(t, a)| all(a, t).max(0)).sum();
        for rule in block.rules.iter().map(|&r| &relaxation.rules[r]).filter(|rule| rule.terms == part) {
            (low, high) = (low.max(rule.least), high.min(rule.most));
        }
        (least, most) = (least + low, most + high);
    }
    rule.least <= least && most <= rule.most
}

/// Leximin in each block, side by side. `None` when a block has no panel.
pub(super) fn leximin_by_block(
    mut relaxation: Relaxation,
    blocks: &[Block],
    tickets: i128,
    progress: &mut dyn FnMut(Progress),
) -> Result<Option<Found>, SolveError> {
    let types = relaxation.types();
    let mut stages: Vec<Stage> = Vec::new();
    let mut all: Vec<Vec<Composition>> = Vec::new();
    for block in blocks {
        let Some(found) = leximin(of_block(&relaxation, block), tickets, progress)? else { return Ok(None) };
        // The cuts of the block are added to the rules of all.
        let mut place_of = block.rules.clone();
        for cut in &found.relaxation.rules[block.rules.len()..] {
            place_of.push(relaxation.rules.len());
            let terms = cut.terms.iter().map(|&(t, a)| (block.types[t], a)).collect();
            relaxation.add(vec![Rule { terms, ..cut.clone() }]);
        }
        stages.extend(found.point.stages.into_iter().map(|stage| {
            let mut multipliers =
                vec![BigInt::zero(); if stage.multipliers.is_empty() { 0 } else { relaxation.rules.len() }];
            for (multiplier, &place) in stage.multipliers.into_iter().zip(&place_of) {
                multipliers[place] = multiplier;
            }
            Stage { held: stage.held.into_iter().map(|t| block.types[t]).collect(), multipliers, value: stage.value }
        }));
        let mut compositions = found.compositions;
        for (t, _) in compositions.iter_mut().flat_map(|composition| &mut composition.seats) {
            *t = block.types[*t];
        }
        all.push(compositions);
    }
    let point = in_order(stages, types, relaxation.rules.len());
    Ok(Some(Found { compositions: side_by_side(&all), relaxation, point, claim: Claim::Leximin }))
}

/// A block by itself.
fn of_block(relaxation: &Relaxation, block: &Block) -> Relaxation {
    let multiplicity = block.types.iter().map(|&t| relaxation.multiplicity[t]).collect();
    let rules = block.rules.iter().map(|&r| {
        let rule = &relaxation.rules[r];
        let term = |&(t, a): &(usize, i64)| Some((block.types.binary_search(&t).ok()?, a));
        Rule { terms: rule.terms.iter().filter_map(term).collect(), ..rule.clone() }
    });
    Relaxation::from_rules(multiplicity, rules.collect())
}

/// The stages of all blocks in ascending order of value; those that need no proof are the last one together.
fn in_order(mut stages: Vec<Stage>, types: usize, rules: usize) -> FairPoint {
    // (The sort keeps the order of equal ones, so that a block's stages stay in theirs.)
    stages.sort_by(|a, b| a.multipliers.is_empty().cmp(&b.multipliers.is_empty()).then_with(|| a.value.cmp(&b.value)));
    let mut ordered: Vec<Stage> = Vec::new();
    for mut stage in stages {
        match ordered.last_mut().filter(|last| last.multipliers.is_empty()) {
            Some(last) => last.held.append(&mut stage.held),
            None => {
                if !stage.multipliers.is_empty() {
                    stage.multipliers.resize(rules, BigInt::zero());
                }
                ordered.push(stage);
            }
        }
    }
    let mut stage_of = vec![0; types];
    for (s, stage) in ordered.iter_mut().enumerate() {
        stage.held.sort_unstable();
        for &t in &stage.held {
            stage_of[t] = s;
        }
    }
    FairPoint { stages: ordered, stage_of }
}

/// Compositions of all blocks, ticket by ticket: the first tickets of each block together, and so on.
fn side_by_side(blocks: &[Vec<Composition>]) -> Vec<Composition> {
    let mut lists: Vec<_> = blocks.iter().map(|list| list.iter()).collect();
    let mut current: Vec<Option<(&Composition, i128)>> =
        lists.iter_mut().map(|list| list.next().map(|composition| (composition, composition.tickets))).collect();
    let mut all = Vec::new();
    while let Some(tickets) = current.iter().map(|one| one.map(|(_, left)| left)).collect::<Option<Vec<_>>>() {
        let Some(&tickets) = tickets.iter().min() else { break };
        let mut seats: Vec<(usize, i64)> =
            current.iter().flatten().flat_map(|(composition, _)| composition.seats.iter().copied()).collect();
        seats.sort_unstable();
        all.push(Composition { seats, tickets });
        for (one, list) in current.iter_mut().zip(&mut lists) {
            *one = match *one {
                Some((composition, left)) if left > tickets => Some((composition, left - tickets)),
                _ => list.next().map(|composition| (composition, composition.tickets)),
            };
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{Composition, side_by_side};

    #[test]
    fn tickets_side_by_side() {
        let of = |seats: &[(usize, i64)], tickets| Composition { seats: seats.to_vec(), tickets };
        let found = side_by_side(&[vec![of(&[(0, 1)], 3), of(&[(2, 1)], 2)], vec![of(&[(1, 2)], 1), of(&[(3, 2)], 4)]]);
        let expected = [of(&[(0, 1), (1, 2)], 1), of(&[(0, 1), (3, 2)], 2), of(&[(2, 1), (3, 2)], 2)];
        assert_eq!(found, expected);
    }
}
