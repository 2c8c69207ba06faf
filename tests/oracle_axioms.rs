//! What must hold of any leximin vector, checked of the oracle on random instances; and that those instances are varied.
//!
//! Every property stands beside a planted violation that the same check must notice.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop loudly")]

mod support;

use num_bigint::BigInt;
use num_rational::BigRational;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use support::oracle::{Small, classes, compare, feasible_panels, leximin, leximin_over, marginals};
use support::random::{Dice, id, random_few_categories, random_small, random_small_with, to_csv};

fn fraction(numerator: usize, denominator: usize) -> BigRational {
    BigRational::new(BigInt::from(numerator), BigInt::from(denominator))
}

fn solve(small: &Small) -> Option<Vec<BigRational>> {
    leximin(small.values.len(), &feasible_panels(small))
}

/// Whether each category on its own leaves room for a panel, so that a check of the input has nothing to refuse.
fn looks_sound(small: &Small) -> bool {
    small.quotas.iter().enumerate().all(|(category, quotas)| {
        let pool = |value: usize| small.values.iter().filter(|member| member[category] == value).count();
        let least: usize = quotas.iter().map(|&(min, _)| min).sum();
        let most: usize = quotas.iter().enumerate().map(|(value, &(_, max))| max.min(pool(value))).sum();
        let enough = quotas.iter().enumerate().all(|(value, &(min, max))| min <= max && min <= pool(value));
        least <= small.size && small.size <= most && enough
    })
}

#[test]
fn random_instances_are_sound_and_varied() {
    let (mut one, mut few, mut many, mut none, mut unseated, mut exact) = (0, 0, 0, 0, 0, 0);
    let mut shapes = BTreeSet::new();
    for seed in 0..300 {
        let small = random_small(seed);
        assert_eq!(small, random_small(seed));
        assert!(looks_sound(&small), "seed {seed}: {small:?}");
        let mut broken = small.clone();
        broken.quotas[0][0] = (small.values.len(), small.values.len());
        assert!(!looks_sound(&broken), "seed {seed}");

        shapes.insert((small.values.len(), small.size, small.quotas.len()));
        exact += usize::from(small.quotas.iter().flatten().all(|(min, max)| min == max));
        let panels = feasible_panels(&small);
        match panels.len() {
            0 => none += 1,
            1 => one += 1,
            2..20 => few += 1,
            _ => many += 1,
        }
        let members = small.values.len();
        let seated = |member: usize| panels.iter().any(|panel| panel.contains(&member));
        unseated += usize::from(!panels.is_empty() && !(0..members).all(seated));

        let extended = random_small_with(seed, true, true);
        assert_eq!((&extended.values, &extended.quotas), (&small.values, &small.quotas));
        assert!(small.include.is_empty() && !extended.include.is_empty());
        assert!(small.households.iter().all(Option::is_none));
    }
    assert!(none >= 25 && one >= 10 && few >= 100 && many >= 50, "panels: {none} {one} {few} {many}");
    assert!((60..=240).contains(&unseated), "{unseated} instances have members whom no panel seats");
    assert!((60..=240).contains(&exact), "{exact} instances have exact quotas only");
    assert!(shapes.len() >= 80, "only {} combinations of members, seats and categories", shapes.len());
}

#[test]
fn random_instances_as_files() {
    let mut small = Small::new(1, vec![vec![0, 1], vec![1, 0]], vec![vec![(0, 1), (1, 1)], vec![(1, 1), (0, 0)]]);
    let quotas = "feature,value,min,max\nc1,v1,0,1\nc1,v2,1,1\nc2,v1,1,1\nc2,v2,0,0\n";
    assert_eq!(to_csv(&small), (quotas.into(), "id,c1,c2\nm01,v1,v2\nm02,v2,v1\n".into()));
    small.households[1] = Some(3);
    let pool = "id,c1,c2,household\nm01,v1,v2,\nm02,v2,v1,h4\n";
    assert_eq!(to_csv(&small), (quotas.into(), pool.into()));
    assert!((1..99).all(|member| id(member - 1) < id(member)));
}

/// Looks for a lottery that beats `claimed`: random lotteries over few of the panels, as they are and as small steps from
/// `claimed` towards them.
fn is_beaten(seed: u64, members: usize, panels: &[Vec<usize>], claimed: &[BigRational]) -> bool {
    let mut dice = Dice::new(seed);
    (0..100).any(|_| {
        let kept = dice.between(1, panels.len().min(2 * members));
        let kept: Vec<Vec<usize>> =
            dice.subset(panels.len(), kept).iter().map(|&panel| panels[panel].clone()).collect();
        let tickets: Vec<u64> = kept.iter().map(|_| 1 + dice.below(8) as u64).collect();
        let other = marginals(members, &kept, &tickets);
        [1, 8, 64].iter().any(|&part| {
            let step = |(from, to): (&BigRational, &BigRational)| from + (to - from) * fraction(1, part);
            let challenger: Vec<BigRational> = claimed.iter().zip(&other).map(step).collect();
            compare(&challenger, claimed) == Ordering::Greater
        })
    })
}

#[test]
fn no_lottery_beats_leximin() {
    let (mut solved, mut planted, mut caught) = (0, 0, 0);
    for seed in 0..150 {
        let small = random_small_with(seed, seed % 3 == 1, seed % 5 == 1);
        let members = small.values.len();
        let panels = feasible_panels(&small);
        let Some(fair) = leximin(members, &panels) else {
            continue;
        };
        solved += 1;
        assert_eq!(fair.iter().sum::<BigRational>(), fraction(small.size, 1), "seed {seed}");
        assert!(!is_beaten(seed, members, &panels, &fair), "seed {seed}");
        // All panels equally likely: a lottery too, seldom the fairest one, and then it must be found out.
        let equal = marginals(members, &panels, &vec![1; panels.len()]);
        if equal != fair {
            assert_eq!(compare(&fair, &equal), Ordering::Greater, "seed {seed}");
            planted += 1;
            caught += usize::from(is_beaten(seed, members, &panels, &equal));
        }
    }
    assert!(solved >= 80, "only {solved} instances had a panel");
    assert!(planted >= 30 && caught * 4 >= planted * 3, "{caught} of {planted} unfair lotteries were found out");
}

#[test]
fn merging_members_changes_nothing() {
    let (mut solved, mut merged, mut noticed) = (0, 0, 0);
    for seed in 0..200 {
        let small = random_small_with(seed, seed % 2 == 1, seed % 4 == 1);
        let members = small.values.len();
        let panels = feasible_panels(&small);
        let fair = leximin(members, &panels);
        let alone: Vec<Vec<usize>> = (0..members).map(|member| vec![member]).collect();
        assert_eq!(fair, leximin_over(members, &panels, &alone), "seed {seed}");
        if fair.is_none() {
            continue;
        }
        solved += 1;
        // Twins: the same values, and nobody to meet at home or to be included.
        let plain = |i: usize| small.households[i].is_none() && !small.include.contains(&i);
        let classes = classes(members, &panels);
        for j in 0..members {
            for i in (0..j).filter(|&i| plain(i) && plain(j) && small.values[i] == small.values[j]) {
                let together = classes.iter().any(|class| class.contains(&i) && class.contains(&j));
                assert!(together, "seed {seed}: twins {i} and {j} were told apart");
                merged += 1;
            }
        }
        // Merging everybody, exchangeable or not, must change something wherever probabilities differ.
        let everybody = vec![(0..members).collect()];
        noticed += usize::from(leximin_over(members, &panels, &everybody) != fair);
    }
    assert!(solved >= 100 && merged >= 100, "{solved} instances had a panel, with {merged} pairs of twins");
    assert!(noticed >= 80, "merging everybody was noticed {noticed} times");
}

/// The same instance with rows, categories, values and households in another order and under other names.
fn disguised(small: &Small, seed: u64) -> (Small, Vec<usize>) {
    let mut dice = Dice::new(seed);
    let rows = dice.order(small.values.len());
    let columns = dice.order(small.quotas.len());
    let names: Vec<Vec<usize>> = small.quotas.iter().map(|quotas| dice.order(quotas.len())).collect();
    let new_name = |category: usize, value: usize| names[category].iter().position(|&old| old == value).unwrap();
    let values = rows
        .iter()
        .map(|&row| columns.iter().map(|&category| new_name(category, small.values[row][category])).collect())
        .collect();
    let quotas = columns
        .iter()
        .map(|&category| names[category].iter().map(|&value| small.quotas[category][value]).collect())
        .collect();
    let households = rows.iter().map(|&row| small.households[row].map(|home| 1000 - home)).collect();
    let include = (0..rows.len()).filter(|&row| small.include.contains(&rows[row])).collect();
    (Small { size: small.size, values, quotas, households, include }, rows)
}

#[test]
fn order_and_names_and_idle_categories_are_irrelevant() {
    let mut noticed = 0;
    for seed in 0..100 {
        let small = random_small_with(seed, seed % 2 == 1, seed % 4 == 1);
        let found = solve(&small);
        let (other, rows) = disguised(&small, seed);
        let back = |vector: Vec<BigRational>| -> Vec<BigRational> {
            (0..rows.len()).map(|row| vector[rows.iter().position(|&old| old == row).unwrap()].clone()).collect()
        };
        assert_eq!(solve(&other).map(back), found, "seed {seed}");
        // Taking the disguised rows for the original ones must not go unnoticed every time.
        noticed += usize::from(solve(&other) != found);

        let mut idle = small.clone();
        idle.quotas.push(vec![(0, small.size)]);
        idle.values.iter_mut().for_each(|member| member.push(0));
        assert_eq!(solve(&idle), found, "seed {seed}");
        idle.quotas.pop();
        idle.quotas.push(vec![(0, small.size - 1)]);
        assert_eq!(solve(&idle), None, "seed {seed}: a category that is not idle");
    }
    assert!(noticed >= 30, "a different order was noticed {noticed} times");
}

/// The pool with everybody in it twice, and nothing else changed.
fn doubled(small: &Small) -> Small {
    let values = small.values.iter().chain(&small.values).cloned().collect();
    Small::new(small.size, values, small.quotas.clone())
}

#[test]
fn doubling_the_pool_halves_probabilities() {
    let halved = |vector: &[BigRational]| -> Vec<BigRational> {
        vector.iter().chain(vector).map(|probability| probability / fraction(2, 1)).collect()
    };
    // The doubled pool has every lottery of the single one, spread over both copies, so it can only do better. With one or two
    // categories fractional panels are mixtures of whole ones. Then adding up the two copies leads back to the single
    // pool, unless that would seat somebody more than once; so it does no better either.
    let mut exact = 0;
    for seed in 0..60 {
        let small = random_few_categories(seed, if seed % 2 == 0 { 1 } else { 2 }, 7);
        let single = solve(&small).unwrap();
        let twice = solve(&doubled(&small)).unwrap();
        assert_ne!(compare(&twice, &halved(&single)), Ordering::Less, "seed {seed}");
        if twice.iter().all(|probability| probability <= &fraction(1, 2)) {
            exact += 1;
            assert_eq!(twice, halved(&single), "seed {seed}");
            // Probabilities that were not halved are the planted violation: more than the doubled pool can give.
            let whole: Vec<BigRational> = single.iter().chain(&single).cloned().collect();
            assert_eq!(compare(&twice, &whole), Ordering::Less, "seed {seed}");
        }
    }
    assert!(exact >= 40, "only {exact} doubled pools had room for both copies");
    // In general it may do better, as whole panels have more to choose from.
    let mut general = 0;
    for seed in 0..150 {
        let small = random_small(seed);
        if let Some(single) = solve(&small).filter(|single| single.len() <= 8) {
            general += 1;
            assert_ne!(compare(&solve(&doubled(&small)).unwrap(), &halved(&single)), Ordering::Less, "seed {seed}");
        }
    }
    assert!(general >= 30, "only {general} pools were small enough");
}
