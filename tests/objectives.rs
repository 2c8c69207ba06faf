//! Maximin, Nash welfare and goldilocks against the full list of panels, and against each other.
//!
//! With one or two categories every point of the relaxation is a lottery over panels (a transportation problem), so there the optimum over
//! listed panels is the answer. A deep run: `KLERO_POOLS=5000 cargo test --release --test objectives`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

mod support;

use good_lp::{Expression, ProblemVariables, Solution, SolverModel, microlp, variable};
use klero::instance::{Settings, build};
use klero::read::read_csv;
use klero::solve::{Gamma, Point, Relaxation, SolveError, fair_point, goldilocks, maximin, nash};
use klero::types::member_types;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use support::oracle::{Small, feasible_panels, leximin};
use support::random::{random_few_categories, random_small, to_csv};

fn pools(usual: u64) -> u64 {
    std::env::var("KLERO_POOLS").ok().map_or(usual, |pools| pools.parse().expect("a whole number"))
}

/// Every objective's probabilities, member by member.
struct Points {
    leximin: Vec<BigRational>,
    maximin: Vec<BigRational>,
    nash: Vec<BigRational>,
    goldilocks: Vec<BigRational>,
    gaps: [f64; 2],
}

fn points(small: &Small, gamma: f64) -> Option<Points> {
    let (quotas, pool) = to_csv(small);
    let quotas = read_csv("quotas.csv", quotas.as_bytes()).unwrap();
    let pool = read_csv("pool.csv", pool.as_bytes()).unwrap();
    let instance = build(&quotas, &pool, &Settings::of_size(small.size)).unwrap().instance;
    let types = member_types(&instance);
    let relaxation = Relaxation::new(&instance, &types);
    let of = |probability: &dyn Fn(usize) -> BigRational| {
        let mut members = vec![BigRational::zero(); small.values.len()];
        for (t, kind) in types.iter().enumerate() {
            kind.members.iter().for_each(|&member| members[member] = probability(t));
        }
        members
    };
    let get = |point: Result<Option<Point>, SolveError>| point.unwrap_or_else(|error| panic!("{error}\n{small:?}"));
    let fair = fair_point(&relaxation, &mut |_| {}).unwrap();
    let points = [
        get(maximin(&relaxation)),
        get(nash(&relaxation)),
        get(goldilocks(&relaxation, Gamma::new(gamma).unwrap(), &mut |_| {})),
    ];
    let Some(fair) = fair else {
        assert_eq!(points, [None, None, None]);
        return None;
    };
    let [a, b, c] = points.map(Option::unwrap);
    assert!([&a, &b, &c].iter().all(|point| !point.claims.is_empty()));
    Some(Points {
        leximin: of(&|t| fair.probability(t).clone()),
        maximin: of(&|t| a.probabilities[t].clone()),
        nash: of(&|t| b.probabilities[t].clone()),
        goldilocks: of(&|t| c.probabilities[t].clone()),
        gaps: [b.gap.unwrap(), c.gap.unwrap()],
    })
}

/// Whether probabilities meet the rules on average, exactly, read off the instance.
fn rule_fault(small: &Small, chances: &[BigRational]) -> Option<String> {
    let whole = |number: usize| BigRational::from(BigInt::from(number));
    if chances.iter().any(|p| p.is_negative() || *p > BigRational::one()) {
        return Some("a probability is not between 0 and 1".to_owned());
    }
    if chances.iter().sum::<BigRational>() != whole(small.size) {
        return Some("they do not sum to the panel size".to_owned());
    }
    for (category, quotas) in small.quotas.iter().enumerate() {
        for (value, &(min, max)) in quotas.iter().enumerate() {
            let of = (0..chances.len()).filter(|&member| small.values[member][category] == value);
            let seats: BigRational = of.map(|member| &chances[member]).sum();
            if seats < whole(min) || seats > whole(max) {
                return Some(format!("{seats} seats for value {value} of category {category}"));
            }
        }
    }
    None
}

fn floats(chances: &[BigRational]) -> Vec<f64> {
    chances.iter().filter(|p| !p.is_zero()).map(|p| p.to_f64().unwrap()).collect()
}

fn log_sum(chances: &[BigRational]) -> f64 {
    floats(chances).iter().map(|p| p.ln()).sum()
}

fn smallest(chances: &[BigRational]) -> BigRational {
    chances.iter().filter(|p| !p.is_zero()).min().unwrap().clone()
}

fn spread(small: &Small, chances: &[BigRational], gamma: f64) -> f64 {
    let chances = floats(chances);
    let share = small.size as f64 / chances.len() as f64;
    let (low, high) = chances.iter().fold((1.0_f64, 0.0_f64), |(low, high), &p| (low.min(p), high.max(p)));
    high / share + gamma * share / low
}

/// What the inequalities between the objectives say.
fn order_fault(small: &Small, points: &Points, gamma: f64) -> Option<String> {
    let all = [&points.leximin, &points.maximin, &points.nash, &points.goldilocks];
    for point in all {
        if let Some(fault) = rule_fault(small, point) {
            return Some(fault);
        }
        if (0..point.len()).any(|member| point[member].is_zero() != points.leximin[member].is_zero()) {
            return Some("somebody who can be seated is left out, or the other way round".to_owned());
        }
        if log_sum(point) > log_sum(&points.nash) + points.gaps[0] + 1e-12 {
            return Some("something has a larger geometric mean than Nash".to_owned());
        }
        if spread(small, point, gamma) < spread(small, &points.goldilocks, gamma) - points.gaps[1] - 1e-12 {
            return Some("something beats goldilocks at its own objective".to_owned());
        }
    }
    (smallest(&points.maximin) != smallest(&points.leximin)).then(|| "maximin's smallest is not leximin's".to_owned())
}

/// Over listed panels, no lottery has a sum of log probabilities more than max over panels of Σ 1/π − n above π's.
fn nash_fault(panels: &[Vec<usize>], chances: &[BigRational]) -> Option<String> {
    let chances: Vec<f64> = chances.iter().map(|p| p.to_f64().unwrap()).collect();
    let people = chances.iter().filter(|&&p| p > 0.0).count() as f64;
    let worth = |panel: &Vec<usize>| panel.iter().map(|&member| 1.0 / chances[member]).sum::<f64>();
    let most = panels.iter().map(worth).fold(0.0, f64::max);
    ((most - people).abs() > 1e-7).then(|| format!("the best panel has {most} instead of {people}"))
}

/// What multiplicative updates over listed panels reach in Σ log π, and how far from the optimum that is at most.
fn updates(members: usize, panels: &[Vec<usize>]) -> (f64, f64) {
    let mut weights = vec![1.0 / panels.len() as f64; panels.len()];
    let mut best = (f64::NEG_INFINITY, f64::INFINITY);
    for _ in 0..400 {
        let mut chances = vec![0.0; members];
        for (panel, weight) in panels.iter().zip(&weights) {
            panel.iter().for_each(|&member| chances[member] += weight);
        }
        let people = chances.iter().filter(|&&p| p > 0.0).count() as f64;
        let worth: Vec<f64> = panels.iter().map(|panel| panel.iter().map(|&m| 1.0 / chances[m]).sum()).collect();
        let gap = worth.iter().fold(0.0_f64, |most, &worth| most.max(worth)) - people;
        best = (chances.iter().filter(|&&p| p > 0.0).map(|p| p.ln()).sum(), gap);
        weights.iter_mut().zip(&worth).for_each(|(weight, worth)| *weight *= worth / people);
    }
    best
}

/// The least of the goldilocks objective over lotteries of listed panels: golden-section search over the smallest
/// probability, with a linear program over panels for the largest.
fn least_spread(small: &Small, panels: &[Vec<usize>], most: f64, gamma: f64) -> f64 {
    let mut seated: Vec<usize> = panels.concat();
    seated.sort_unstable();
    seated.dedup();
    let share = small.size as f64 / seated.len() as f64;
    let value = |low: f64| {
        let mut variables = ProblemVariables::new();
        let high = variables.add(variable().min(0.0).max(1.0));
        let weights: Vec<_> = panels.iter().map(|_| variables.add(variable().min(0.0).max(1.0))).collect();
        let mut model = variables.minimise(high).using(microlp);
        model.add_constraint(weights.iter().sum::<Expression>().eq(1.0));
        for member in &seated {
            let of = panels.iter().zip(&weights).filter(|(panel, _)| panel.contains(member));
            let chance: Expression = of.map(|(_, &weight)| weight).sum();
            model.add_constraint(chance.clone().geq(low));
            model.add_constraint((chance - high).leq(0.0));
        }
        match model.solve() {
            Ok(solution) => solution.value(high) / share + gamma * share / low,
            Err(_) => f64::INFINITY,
        }
    };
    let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
    let (mut left, mut right) = (1e-3 * most, most);
    let (mut a, mut b) = (right - golden * (right - left), left + golden * (right - left));
    let (mut at_a, mut at_b) = (value(a), value(b));
    for _ in 0..45 {
        if at_a <= at_b {
            (right, b, at_b) = (b, a, at_a);
            a = right - golden * (right - left);
            at_a = value(a);
        } else {
            (left, a, at_a) = (a, b, at_b);
            b = left + golden * (right - left);
            at_b = value(b);
        }
    }
    at_a.min(at_b)
}

const GAMMAS: [f64; 3] = [1.0, 0.2, 5.0];

#[test]
fn objectives_agree_with_the_list_of_panels() {
    let mut compared = 0;
    for seed in 0..pools(220) {
        let small = random_few_categories(seed, 1 + seed as usize % 2, 8);
        let gamma = GAMMAS[seed as usize % 3];
        let panels = feasible_panels(&small);
        let exact = leximin(small.values.len(), &panels).unwrap();
        let points = points(&small, gamma).unwrap();
        assert_eq!(points.leximin, exact);
        assert_eq!(order_fault(&small, &points, gamma), None, "{seed}: {small:?}");
        assert_eq!(smallest(&points.maximin), smallest(&exact));
        assert_eq!(nash_fault(&panels, &points.nash), None, "{seed}: {small:?}");
        let (reached, gap) = updates(small.values.len(), &panels);
        let found = log_sum(&points.nash);
        assert!(reached <= found + 1e-9 && found <= reached + gap + 1e-9, "{seed}: {found}, {reached} + {gap}");
        let (found, least) = (
            spread(&small, &points.goldilocks, gamma),
            least_spread(&small, &panels, smallest(&exact).to_f64().unwrap(), gamma),
        );
        assert!((found - least).abs() <= 1e-6 * least, "{seed}, γ = {gamma}: {found}, but {least}\n{small:?}");
        compared += 1;
    }
    assert!(compared >= 200);
}

#[test]
fn inequalities_hold_with_many_categories() {
    let (mut solved, mut differ) = (0, 0);
    for seed in 0..pools(400) {
        let small = random_small(seed);
        let gamma = GAMMAS[seed as usize % 3];
        let Some(points) = points(&small, gamma) else { continue };
        assert_eq!(order_fault(&small, &points, gamma), None, "{seed}: {small:?}");
        assert!(points.gaps.iter().all(|&gap| gap <= 1e-6), "{:?}", points.gaps);
        solved += 1;
        let distinct = [&points.maximin, &points.nash, &points.goldilocks].map(|point| *point != points.leximin);
        differ += u32::from(distinct == [true; 3]);
    }
    // Pools on which all objectives ask for one point show little.
    assert!(solved > 200 && differ > 20, "{solved} solved, {differ} of them differ");
}

#[test]
fn planted_violations_are_caught() {
    // A pool on which the objectives differ.
    let (small, good) = (0..500)
        .map(|seed| random_few_categories(seed, 2, 8))
        .filter_map(|small| points(&small, 1.0).map(|points| (small, points)))
        .find(|(small, points)| {
            spread(small, &points.leximin, 1.0) > spread(small, &points.goldilocks, 1.0) + 1e-3
                && log_sum(&points.maximin) < log_sum(&points.leximin) - 1e-3
                && smallest(&points.nash) < smallest(&points.leximin)
        })
        .unwrap();
    let panels = feasible_panels(&small);
    assert_eq!(order_fault(&small, &good, 1.0), None);
    assert_eq!(nash_fault(&panels, &good.nash), None);
    let says = |points: Points, word: &str| {
        let fault = order_fault(&small, &points, 1.0).unwrap_or_default();
        assert!(fault.contains(word), "{word}: {fault}");
    };
    let again = || points(&small, 1.0).unwrap();
    // Another objective's point, which is sound in every other way.
    says(Points { nash: good.maximin.clone(), ..again() }, "geometric mean");
    says(Points { goldilocks: good.leximin.clone(), ..again() }, "beats goldilocks");
    says(Points { maximin: good.nash.clone(), ..again() }, "maximin's smallest");
    assert!(nash_fault(&panels, &good.leximin).is_some());
    // A little too much, and a probability below 0.
    let mut off = again();
    off.nash[0] += BigRational::new(1.into(), 1_000_000_000_000_i64.into());
    says(off, "sum to the panel size");
    let mut off = again();
    off.nash[0] = -BigRational::one();
    says(off, "between 0 and 1");
    let least = least_spread(&small, &panels, smallest(&good.leximin).to_f64().unwrap(), 1.0);
    assert!((spread(&small, &good.goldilocks, 1.0) - least).abs() <= 1e-6);
    assert!(spread(&small, &good.leximin, 1.0) > least + 1e-4);
    // A quota broken by an average.
    let tight = Small::new(1, vec![vec![0], vec![1]], vec![vec![(0, 1), (1, 1)]]);
    let half = vec![BigRational::new(1.into(), 2.into()); 2];
    assert!(rule_fault(&tight, &half).unwrap().contains("seats for value"));
    assert_eq!(Gamma::new(0.0), None);
    assert_eq!(Gamma::new(f64::NAN), None);
}
