//! The exact oracle against answers found by hand and closed forms.
//!
//! Each answer stands beside a wrong one, which the same check must refuse.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop loudly")]

mod support;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};
use support::oracle::{Small, feasible_panels, leximin};
use support::random::{random_few_categories, random_small_with};

fn fraction(numerator: usize, denominator: usize) -> BigRational {
    BigRational::new(BigInt::from(numerator), BigInt::from(denominator))
}

/// Selection probabilities written as `"1/2 1/3 0"`.
fn fractions(text: &str) -> Vec<BigRational> {
    text.split_whitespace().map(|word| word.parse().unwrap()).collect()
}

fn solve(small: &Small) -> Option<Vec<BigRational>> {
    leximin(small.values.len(), &feasible_panels(small))
}

fn answers(small: &Small, expected: &str) -> bool {
    solve(small) == Some(fractions(expected))
}

/// Three categories of two values; k = 2 with exactly one seat for each value.
fn parity(values: &[[usize; 3]]) -> Small {
    Small::new(2, values.iter().map(|member| member.to_vec()).collect(), vec![vec![(1, 1); 2]; 3])
}

/// Nobody differs and there is no quota worth the name.
fn plain(members: usize, size: usize) -> Small {
    Small::new(size, vec![vec![0]; members], vec![vec![(0, size)]])
}

#[test]
fn the_parity_pool_has_one_panel() {
    let pool = parity(&[[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0], [1, 1, 1]]);
    assert_eq!(feasible_panels(&pool), [[0, 4]]);
    assert!(answers(&pool, "1 0 0 0 1"));
    // What fractional panels would promise must not pass for an answer.
    assert!(!answers(&pool, "2/3 1/3 1/3 1/3 1/3"));
    let without_111 = parity(&[[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]]);
    assert_eq!(solve(&without_111), None);
}

#[test]
fn two_categories_by_hand() {
    // One woman and one man, one young and one old. Panels are a young woman with an old man (2 · 3 ways) or the old woman with
    // the young man. If the latter have probability t, the others have (1 − t)/2 and (1 − t)/3: t = 1/4 is fairest.
    let (young, old, woman, man) = (0, 1, 0, 1);
    let mut values = vec![vec![woman, young]; 2];
    values.extend([vec![woman, old], vec![man, young]]);
    values.extend(vec![vec![man, old]; 3]);
    let pool = Small::new(2, values, vec![vec![(1, 1); 2]; 2]);
    assert_eq!(feasible_panels(&pool).len(), 7);
    assert!(answers(&pool, "3/8 3/8 1/4 1/4 1/4 1/4 1/4"));
    assert!(!answers(&pool, "1/3 1/3 1/3 1/3 2/9 2/9 2/9"));
}

#[test]
fn households_by_hand() {
    // Three of five share a home, two are to be drawn: at most one of the three, so 1/3 each; the others sit half the time.
    let mut pool = plain(5, 2);
    assert!(answers(&pool, "2/5 2/5 2/5 2/5 2/5"));
    pool.households = vec![Some(7), Some(7), Some(7), None, None];
    assert_eq!(feasible_panels(&pool).len(), 7);
    assert!(answers(&pool, "1/3 1/3 1/3 1/2 1/2"));

    // A woman and two men share a home; one woman and one man live elsewhere; one of each is to be drawn. The housemate
    // can only sit with the man from elsewhere, which leaves 1 − t for her two housemates.
    let mut pool = Small::new(2, vec![vec![0], vec![1], vec![1], vec![0], vec![1]], vec![vec![(1, 1); 2]]);
    assert!(answers(&pool, "1/2 1/3 1/3 1/2 1/3"));
    pool.households = vec![Some(0), Some(0), Some(0), None, None];
    assert_eq!(feasible_panels(&pool), [[0, 4], [1, 3], [2, 3], [3, 4]]);
    assert!(answers(&pool, "1/3 1/3 1/3 2/3 1/3"));
    // A household of one is nobody's housemate.
    pool.households = vec![Some(0), Some(1), Some(2), Some(3), None];
    assert!(answers(&pool, "1/2 1/3 1/3 1/2 1/3"));
}

#[test]
fn inclusions_and_whole_pools_by_hand() {
    let mut pool = plain(4, 2);
    pool.include = vec![2];
    assert!(answers(&pool, "1/3 1/3 1 1/3"));
    pool.include = vec![0, 1, 2];
    assert_eq!(solve(&pool), None);
    assert!(answers(&plain(4, 4), "1 1 1 1"));
    assert_eq!(solve(&plain(4, 5)), None);
}

#[test]
fn a_panel_is_what_the_definition_says() {
    let mut pool = Small::new(2, vec![vec![0], vec![0], vec![1], vec![1]], vec![vec![(1, 1), (0, 1)]]);
    pool.households = vec![Some(0), None, Some(0), None];
    pool.include = vec![0];
    assert!(pool.is_panel(&[0, 3]));
    assert!(!pool.is_panel(&[0, 2]), "housemates met");
    assert!(!pool.is_panel(&[1, 3]), "a member to be included was left out");
    assert!(!pool.is_panel(&[0, 1]), "too many of value 0");
    assert!(!pool.is_panel(&[0]), "too small");
    pool.quotas = vec![vec![(2, 2), (0, 1)]];
    assert!(!pool.is_panel(&[0, 3]), "too few of value 0");
}

/// Whether a list of panels is complete and in order, by trying all sets of members as bit patterns.
fn lists_all(small: &Small, panels: &[Vec<usize>]) -> bool {
    let members = small.values.len();
    let mut all: Vec<Vec<usize>> = (0_u32..1 << members)
        .map(|bits| (0..members).filter(|member| bits >> member & 1 == 1).collect::<Vec<usize>>())
        .filter(|panel| small.is_panel(panel))
        .collect();
    all.sort();
    all == panels
}

#[test]
fn every_panel_is_listed_in_order() {
    let (mut with, mut without) = (0, 0);
    for seed in 0..60 {
        let small = random_small_with(seed, seed % 2 == 1, seed % 3 == 1);
        let mut panels = feasible_panels(&small);
        assert!(lists_all(&small, &panels), "seed {seed}");
        if panels.pop().is_some() {
            with += 1;
            assert!(!lists_all(&small, &panels), "seed {seed}: a missing panel went unnoticed");
        } else {
            without += 1;
        }
    }
    assert!(with >= 20 && without >= 10, "{with} instances with panels, {without} without");
}

/// One category. Water filling: members of value v have clamp(z, lo_v/n_v, hi_v/n_v), with z such that all sums to k.
fn water_filling(small: &Small) -> Vec<BigRational> {
    let pools: Vec<usize> = (0..small.quotas[0].len())
        .map(|value| small.values.iter().filter(|member| member[0] == value).count())
        .collect();
    let level = |value: usize, z: &BigRational| {
        let (min, max) = small.quotas[0][value];
        z.clone().max(fraction(min, pools[value])).min(fraction(max.min(pools[value]), pools[value]))
    };
    let present: Vec<usize> = (0..pools.len()).filter(|&value| pools[value] > 0).collect();
    let seats = |z: &BigRational| -> BigRational {
        present.iter().map(|&value| level(value, z) * fraction(pools[value], 1)).sum()
    };
    let mut bends = vec![BigRational::zero(), BigRational::one()];
    for &value in &present {
        bends.extend([level(value, &BigRational::zero()), level(value, &BigRational::one())]);
    }
    bends.sort();
    let size = fraction(small.size, 1);
    let above = bends.iter().position(|z| seats(z) >= size).unwrap();
    let (low, high) = (&bends[above.saturating_sub(1)], &bends[above]);
    let rise = seats(high) - seats(low);
    let z = if rise.is_zero() { low.clone() } else { low + (&size - seats(low)) * (high - low) / rise };
    small.values.iter().map(|member| level(member[0], &z)).collect()
}

#[test]
fn one_category_is_water_filling() {
    let mut uneven = 0;
    for seed in 0..120 {
        let small = random_few_categories(seed, 1, 10);
        let found = solve(&small).unwrap();
        assert_eq!(found, water_filling(&small), "seed {seed}: {small:?}");
        // The same water with the quotas forgotten is the planted violation.
        let mut forgotten = small.clone();
        forgotten.quotas[0].fill((0, small.size));
        if found.iter().any(|probability| probability != &found[0]) {
            uneven += 1;
            assert_ne!(found, water_filling(&forgotten), "seed {seed}");
        }
    }
    assert!(uneven >= 60, "only {uneven} instances had quotas that matter");
}
