//! Whom to call, against every subset of the alternates.

use klero::alternates::{Call, Case, call};
use num_rational::BigRational;

use crate::plain::{Drawn, deviation, drawn, exact, keeps_rules, ratio, subsets};
use crate::support::random::Dice;

/// A call as it should be: of all choices that keep the rules, the least deviation; of those, first the one with the first alternate.
fn by_counting(drawn: &Drawn, remaining: &[usize], order: &[usize]) -> (Vec<usize>, BigRational) {
    let (instance, size) = (&drawn.instance, drawn.panel.len());
    let together = |called: &[usize]| [remaining, called].concat();
    subsets(order)
        .filter(|called| called.len() + remaining.len() <= size && keeps_rules(instance, &together(called)))
        .map(|called| (deviation(instance, size, &together(&called)), called))
        .map(|(left, called)| (left, order.iter().map(|member| !called.contains(member)).collect::<Vec<_>>(), called))
        .min()
        .map(|(left, _, called)| (called, left))
        .unwrap()
}

/// Somebody's panel with drop-outs, and an order of others.
fn situation(seed: u64) -> Option<(Drawn, Vec<usize>, Vec<usize>)> {
    let drawn = drawn(seed)?;
    let mut dice = Dice::new(2_000_000 + seed);
    let remaining: Vec<usize> = drawn.panel.iter().copied().filter(|_| dice.chance(1, 2)).collect();
    let members = drawn.instance.members();
    let excluded = klero::instance::Standing::Excluded;
    let others = (0..members.len()).filter(|m| !drawn.panel.contains(m) && members[*m].standing != excluded);
    let others: Vec<usize> = others.collect();
    let mut order: Vec<usize> = dice.order(others.len()).into_iter().map(|place| others[place]).collect();
    order.truncate(9);
    Some((drawn, remaining, order))
}

fn called(drawn: &Drawn, remaining: &[usize], order: &[usize]) -> Call {
    let case = Case { instance: &drawn.instance, panel: &drawn.panel, elsewhere: &[], barred: &[] };
    call(&case, remaining, order)
}

#[test]
fn the_best_are_called_in_the_first_order_that_has_them() {
    let (mut cases, mut somebody, mut kept, mut turned, mut crowded) = (0, 0, 0, 0, 0);
    for (drawn, remaining, order) in (0..1_500).filter_map(situation) {
        cases += 1;
        let call = called(&drawn, &remaining, &order);
        let (members, left) = by_counting(&drawn, &remaining, &order);
        assert_eq!((&call.members, exact(&call.after)), (&members, left.clone()), "{:?}", drawn.instance);
        assert_eq!(exact(&call.before), deviation(&drawn.instance, drawn.panel.len(), &remaining));
        assert_eq!(call.empty, drawn.panel.len() - remaining.len() - members.len());
        somebody += usize::from(!members.is_empty());
        kept += usize::from(left == ratio(0, 1));
        // What a wrong order would call, and what would be called if nobody cared who lives with whom.
        let back: Vec<usize> = order.iter().rev().copied().collect();
        let other = called(&drawn, &remaining, &back);
        assert_eq!(other.after, call.after);
        let sorted = |call: &Call| {
            let mut members = call.members.clone();
            members.sort_unstable();
            members
        };
        turned += usize::from(sorted(&other) != sorted(&call));
        let together = |called: &Vec<usize>| [remaining.as_slice(), called].concat();
        crowded += usize::from(subsets(&order).any(|called| {
            called.len() + remaining.len() <= drawn.panel.len()
                && !keeps_rules(&drawn.instance, &together(&called))
                && deviation(&drawn.instance, drawn.panel.len(), &together(&called)) < left
        }));
    }
    println!(
        "{cases} cases: somebody called in {somebody}, nothing left in {kept}; the order matters in {turned}, rules on people in {crowded}"
    );
    assert!(cases > 500 && somebody > 300 && kept > 50 && turned > 50 && crowded > 20);
}

#[test]
fn who_is_barred_or_sits_elsewhere_is_not_called() {
    let (mut changed, mut cases) = (0, 0);
    for (drawn, remaining, order) in (0..300).filter_map(situation) {
        let Some(&first) = called(&drawn, &remaining, &order).members.first() else { continue };
        cases += 1;
        let (instance, panel) = (&drawn.instance, drawn.panel.as_slice());
        let barred = call(&Case { instance, panel, elsewhere: &[], barred: &[first] }, &remaining, &order);
        let without: Vec<usize> = order.iter().copied().filter(|member| *member != first).collect();
        assert_eq!(barred, called(&drawn, &remaining, &without));
        let elsewhere = call(&Case { instance, panel, elsewhere: &[first], barred: &[] }, &remaining, &order);
        assert!(!elsewhere.members.contains(&first));
        // Who sits elsewhere counts for the household.
        changed += usize::from(elsewhere.members != barred.members);
    }
    assert!(cases > 50 && changed > 0, "{cases} {changed}");
}
