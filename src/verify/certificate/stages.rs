//! `certificate.stages`: that no lottery gives the types of each stage more than the stage's value.

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use super::file::{Certificate, Stage};
use super::number::{Fraction, common_multiple};
use super::rules::Rules;
use super::types::Types;
use crate::verify::panels::index;
use crate::verify::say::{Problems, list};

/// Checks the stages one after the other, each on the ground that those before it are right. For each type, the index of the (first)
/// stage that fixes it.
pub(super) fn check(
    certificate: &Certificate,
    types: &Types<'_>,
    rules: &Rules,
    problems: &mut Problems,
) -> Vec<Option<usize>> {
    let kinds = types.kinds.len();
    let mut fixed: Vec<Option<usize>> = vec![None; kinds];
    // A common multiple of the denominators so far.
    let mut under = BigInt::one();
    let mut before: Option<&Fraction> = None;
    for (place, stage) in certificate.stages.iter().enumerate() {
        let number = place + 1;
        if !stage.value.within_0_and_1() {
            problems.add(|| format!("stage {number}: the value is not between 0 and 1"));
        }
        if before.is_some_and(|before| !before.at_most(&stage.value)) {
            problems.add(|| format!("stage {number}: the value is below that of the stage before"));
        }
        before = Some(&stage.value);
        let last = number == certificate.stages.len();
        let found = if stage.multipliers.is_empty() && last {
            rest(stage, &fixed)
        } else {
            bound(stage, certificate, types, rules, &fixed, &under)
        };
        if let Err(why) = found {
            problems.add(|| format!("stage {number}: {why}"));
        }
        for &kind in &stage.types {
            match index(kind, kinds).and_then(|index| fixed.get_mut(index)) {
                Some(Some(earlier)) => {
                    let earlier = *earlier + 1;
                    problems.add(|| format!("stage {number} fixes type {kind}, which stage {earlier} fixed already"));
                }
                Some(free) => *free = Some(place),
                None => {}
            }
        }
        under = common_multiple(&under, &stage.value.under);
    }
    let left: Vec<u64> = (1..).zip(&fixed).filter(|(_, stage)| stage.is_none()).map(|(kind, _)| kind).collect();
    if !left.is_empty() {
        problems.add(|| format!("no stage fixes the types {}", list(&left)));
    }
    fixed
}

/// The last stage may rest on nothing but that no probability is above 1.
fn rest(stage: &Stage, fixed: &[Option<usize>]) -> Result<(), String> {
    let left: Vec<u64> = (1..).zip(fixed).filter(|(_, stage)| stage.is_none()).map(|(kind, _)| kind).collect();
    if !stage.value.is_one() {
        Err("without multipliers, the value must be 1".to_owned())
    } else if left.is_empty() {
        Err("there is no type left to fix".to_owned())
    } else {
        same(&stage.types, &left)
    }
}

fn same(stated: &[u64], expected: &[u64]) -> Result<(), String> {
    if stated == expected {
        Ok(())
    } else {
        Err(format!("the types are {}, but the multipliers settle {}", list(stated), list(expected)))
    }
}

/// Rules 1 and 2 of a stage.
fn bound(
    stage: &Stage,
    certificate: &Certificate,
    types: &Types<'_>,
    rules: &Rules,
    fixed: &[Option<usize>],
    under: &BigInt,
) -> Result<(), String> {
    let sum = rules.sum(&stage.multipliers)?;
    let mut most = sum.most; // R
    let mut open = Vec::new();
    let mut open_weight = BigInt::zero();
    // For each earlier stage, Σ m_t·U_t over its types with U_t > 0: whole numbers, so that each value is multiplied once.
    let mut settled = vec![BigInt::zero(); certificate.stages.len()];
    for (((kind, weight), fixed), number) in types.kinds.iter().zip(&sum.weights).zip(fixed).zip(1u64..) {
        if weight.is_zero() {
            continue;
        }
        let weighted = weight * kind.members;
        if weight.is_negative() {
            most -= weighted;
        } else if let Some(stage) = fixed {
            settled.get_mut(*stage).into_iter().for_each(|settled| *settled += &weighted);
        } else {
            open.push(number);
            open_weight += weighted;
        }
    }
    if open.is_empty() {
        return Err("the multipliers settle no type that is not fixed yet".to_owned());
    }
    same(&stage.types, &open)?;
    // value·open_weight = R − Σ π·settled, times the common multiple of the denominators and the value's.
    let mut rest = most * under;
    for (earlier, settled) in certificate.stages.iter().zip(&settled).filter(|(_, settled)| !settled.is_zero()) {
        rest -= settled * &earlier.value.over * (under / &earlier.value.under);
    }
    if &stage.value.over * open_weight * under == rest * &stage.value.under {
        Ok(())
    } else {
        Err("the value is not the one that the multipliers give".to_owned())
    }
}
