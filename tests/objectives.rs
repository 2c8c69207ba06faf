//! Maximin, Nash welfare and goldilocks against the full list of panels, and against each other; pools whose averages promise too much included.
//!
//! A deep run: `KLERO_POOLS=5000 cargo test --release --test objectives -- --nocapture`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

mod support;

use good_lp::{Expression, ProblemVariables, Solution as _, SolverModel, microlp, variable};
use klero::instance::{Instance, Settings, build};
use klero::lottery::deal;
use klero::read::read_csv;
use klero::solve::{Gamma, Objective, Origin, SolveError, solve_for};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use support::oracle::{Small, feasible_panels, leximin};
use support::random::{random_few_categories, random_small_with, to_csv};

const TICKETS: u64 = 1_000_000_000_000;

/// One objective's answer, member by member.
#[derive(Clone)]
struct Answer {
    exact: Vec<BigRational>,
    /// Panels (members ascending) and their tickets.
    panels: Vec<(Vec<usize>, u64)>,
    gap: f64,
    /// Rules that the engine added because the relaxation promised too much.
    cuts: usize,
}

/// Every objective's answer.
#[derive(Clone)]
struct Answers {
    leximin: Answer,
    maximin: Answer,
    nash: Answer,
    goldilocks: Answer,
}

fn instance(small: &Small) -> Option<Instance> {
    let (quotas, pool) = to_csv(small);
    let quotas = read_csv("quotas.csv", quotas.as_bytes()).unwrap();
    let pool = read_csv("pool.csv", pool.as_bytes()).unwrap();
    let household_columns = pool.header.iter().filter(|&name| name == "household").cloned().collect();
    let settings = Settings { household_columns, ..Settings::of_size(small.size) };
    build(&quotas, &pool, &settings).ok().map(|built| built.instance)
}

fn answer(objective: Objective, instance: &Instance) -> Result<Answer, SolveError> {
    let solution = solve_for(objective, instance, TICKETS, &mut |_| {})?;
    let mut exact = vec![BigRational::zero(); instance.members().len()];
    for (t, kind) in solution.typed.types.iter().enumerate() {
        kind.members.iter().for_each(|&member| exact[member] = solution.point.probability(t).clone());
    }
    let dealt: Vec<_> = solution.compositions.iter().map(|c| (c.seats.as_slice(), c.tickets as u64)).collect();
    let lottery = deal(instance.size(), &solution.typed.classes, &dealt);
    let members = |numbers: &[u32]| numbers.iter().map(|&number| number as usize - 1).collect();
    let panels = lottery.panels().map(|panel| (members(panel.members), panel.tickets)).collect();
    let cuts = solution.relaxation.rules.iter().filter(|rule| rule.origin == Origin::Cut).count();
    Ok(Answer { exact, panels, gap: solution.claim.gap().unwrap_or_default(), cuts })
}

/// `None` when there is no panel.
fn answers(small: &Small, gamma: f64) -> Option<Answers> {
    let instance = instance(small)?;
    let get = |objective: Objective| match answer(objective, &instance) {
        Ok(answer) => Some(answer),
        Err(SolveError::Infeasible { .. }) => None,
        Err(error) => panic!("{}: {error}\n{small:?}", objective.name()),
    };
    let goldilocks = Objective::Goldilocks(Gamma::new(gamma).unwrap());
    Some(Answers {
        leximin: get(Objective::Leximin)?,
        maximin: get(Objective::Maximin)?,
        nash: get(Objective::Nash)?,
        goldilocks: get(goldilocks)?,
    })
}

fn floats(chances: &[BigRational]) -> Vec<f64> {
    chances.iter().filter(|p| !p.is_zero()).map(|p| p.to_f64().unwrap()).collect()
}

fn log_sum(chances: &[BigRational]) -> f64 {
    floats(chances).iter().map(|p| p.ln()).sum()
}

fn smallest(chances: &[BigRational]) -> BigRational {
    chances.iter().filter(|p| !p.is_zero()).min().cloned().unwrap_or_default()
}

fn spread(small: &Small, chances: &[BigRational], gamma: f64) -> f64 {
    let chances = floats(chances);
    let share = small.size as f64 / chances.len() as f64;
    let (low, high) = chances.iter().fold((1.0_f64, 0.0_f64), |(low, high), &p| (low.min(p), high.max(p)));
    high / share + gamma * share / low
}

/// The lottery is over feasible panels, sums up, and gives everybody the exact probability.
fn lottery_fault(panels: &[Vec<usize>], answer: &Answer) -> Option<String> {
    if let Some((stranger, _)) = answer.panels.iter().find(|(panel, _)| panels.binary_search(panel).is_err()) {
        return Some(format!("{stranger:?} is no panel"));
    }
    if answer.panels.iter().map(|(_, tickets)| tickets).sum::<u64>() != TICKETS {
        return Some("the tickets do not sum up".to_owned());
    }
    (0..answer.exact.len()).find_map(|member| {
        let of = answer.panels.iter().filter(|(panel, _)| panel.contains(&member));
        let tickets: u64 = of.map(|(_, tickets)| tickets).sum();
        let off = BigRational::new(BigInt::from(tickets), BigInt::from(TICKETS)) - &answer.exact[member];
        (off.abs().to_f64().unwrap() > 2e-9).then(|| format!("member {member} has {tickets} tickets"))
    })
}

/// What the inequalities between the objectives say.
fn order_fault(small: &Small, answers: &Answers, gamma: f64) -> Option<String> {
    let Answers { leximin, maximin, nash, goldilocks } = answers;
    for answer in [leximin, maximin, nash, goldilocks] {
        let chances = &answer.exact;
        if chances.iter().any(|p| p.is_negative() || *p > BigRational::one()) {
            return Some("a probability is not between 0 and 1".to_owned());
        }
        if chances.iter().sum::<BigRational>() != BigRational::from(BigInt::from(small.size)) {
            return Some("they do not sum to the panel size".to_owned());
        }
        if (0..chances.len()).any(|member| chances[member].is_zero() != leximin.exact[member].is_zero()) {
            return Some("somebody who can be seated is left out, or the other way round".to_owned());
        }
        if log_sum(chances) > log_sum(&nash.exact) + nash.gap + 1e-9 {
            return Some("something has a larger geometric mean than Nash".to_owned());
        }
        if spread(small, chances, gamma) < spread(small, &goldilocks.exact, gamma) - goldilocks.gap - 1e-9 {
            return Some("something beats goldilocks at its own objective".to_owned());
        }
    }
    (smallest(&maximin.exact) != smallest(&leximin.exact)).then(|| "maximin's smallest is not leximin's".to_owned())
}

/// Over listed panels, no lottery has a sum of log probabilities more than max over panels of Σ 1/π − n above π's.
fn nash_fault(panels: &[Vec<usize>], chances: &[BigRational]) -> Option<String> {
    let chances: Vec<f64> = chances.iter().map(|p| p.to_f64().unwrap()).collect();
    let people = chances.iter().filter(|&&p| p > 0.0).count() as f64;
    let worth = |panel: &Vec<usize>| panel.iter().map(|&member| 1.0 / chances[member]).sum::<f64>();
    let most = panels.iter().map(worth).fold(0.0, f64::max);
    ((most - people).abs() > 1e-6).then(|| format!("the best panel has {most} instead of {people}"))
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
    for _ in 0..40 {
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
    // The end itself, a little inside so that the program's tolerances do not matter.
    at_a.min(at_b).min(value(most * (1.0 - 1e-9)))
}

const GAMMAS: [f64; 3] = [1.0, 0.2, 5.0];

/// Pools of the usual kinds: few categories, where the relaxation is exact; many, where it may promise too much; households.
fn pool(seed: u64) -> Small {
    match seed % 4 {
        0 => random_few_categories(seed, 1 + seed as usize % 3, 8),
        1 => random_small_with(seed, true, false),
        _ => random_small_with(seed, false, false),
    }
}

#[test]
fn objectives_agree_with_the_list_of_panels() {
    let pools = std::env::var("KLERO_POOLS").ok().map_or(300, |pools| pools.parse().expect("a whole number"));
    let (mut solved, mut differ, mut searched) = (0, 0, 0);
    let mut with_cuts = [0; 4];
    for seed in 0..pools {
        let small = pool(seed);
        let gamma = GAMMAS[seed as usize % 3];
        let panels = feasible_panels(&small);
        let answers = answers(&small, gamma);
        let Some(exact) = leximin(small.values.len(), &panels) else {
            assert!(answers.is_none(), "{seed}: there is no panel\n{small:?}");
            continue;
        };
        let answers = answers.unwrap_or_else(|| panic!("{seed}: there are panels\n{small:?}"));
        let all = [&answers.leximin, &answers.maximin, &answers.nash, &answers.goldilocks];
        for (answer, with_cuts) in all.iter().zip(&mut with_cuts) {
            assert_eq!(lottery_fault(&panels, answer), None, "{seed}: {small:?}");
            *with_cuts += u32::from(answer.cuts > 0);
        }
        assert_eq!(answers.leximin.exact, exact);
        assert_eq!(order_fault(&small, &answers, gamma), None, "{seed}: {small:?}");
        assert_eq!(nash_fault(&panels, &answers.nash.exact), None, "{seed}: {small:?}");
        assert!(all.iter().all(|answer| answer.gap <= 1e-6));
        if panels.len() <= 40 && small.size > 0 {
            let found = spread(&small, &answers.goldilocks.exact, gamma);
            let least = least_spread(&small, &panels, smallest(&exact).to_f64().unwrap(), gamma);
            assert!((found - least).abs() <= 1e-6 * least, "{seed}, γ = {gamma}: {found}, but {least}\n{small:?}");
            searched += 1;
        }
        solved += 1;
        differ += u32::from(all[1..].iter().all(|answer| answer.exact != exact));
    }
    println!("{solved} solved, {differ} with four answers, {searched} searched, with cuts: {with_cuts:?}");
    // Pools on which all objectives ask for one point show little, and so do pools without cuts.
    let enough = |part: u32, of: u64| u64::from(part) * of >= pools;
    assert!(enough(solved, 2) && enough(differ, 50) && enough(searched, 4), "{solved}, {differ}, {searched}");
    assert!(with_cuts.iter().all(|&with_cuts| enough(with_cuts, 40)), "{with_cuts:?}");
}

#[test]
fn planted_violations_are_caught() {
    // A pool on which the objectives differ.
    let (small, good) = (0..500)
        .map(|seed| random_few_categories(seed, 2, 8))
        .filter_map(|small| answers(&small, 1.0).map(|answers| (small, answers)))
        .find(|(small, answers)| {
            spread(small, &answers.leximin.exact, 1.0) > spread(small, &answers.goldilocks.exact, 1.0) + 1e-3
                && log_sum(&answers.maximin.exact) < log_sum(&answers.leximin.exact) - 1e-3
                && smallest(&answers.nash.exact) < smallest(&answers.leximin.exact)
        })
        .unwrap();
    let panels = feasible_panels(&small);
    assert_eq!(order_fault(&small, &good, 1.0), None);
    assert_eq!(nash_fault(&panels, &good.nash.exact), None);
    assert_eq!(lottery_fault(&panels, &good.nash), None);
    let says = |answers: Answers, word: &str| {
        let fault = order_fault(&small, &answers, 1.0).unwrap_or_default();
        assert!(fault.contains(word), "{word}: {fault}");
    };
    // Another objective's answer, which is sound in every other way.
    says(Answers { nash: good.maximin.clone(), ..good.clone() }, "geometric mean");
    says(Answers { goldilocks: good.leximin.clone(), ..good.clone() }, "beats goldilocks");
    says(Answers { maximin: good.nash.clone(), ..good.clone() }, "maximin's smallest");
    assert!(nash_fault(&panels, &good.leximin.exact).is_some());
    // A little too much, and a probability below 0.
    let mut off = good.clone();
    off.nash.exact[0] += BigRational::new(1.into(), 1_000_000_000_000_i64.into());
    says(off, "sum to the panel size");
    let mut off = good.clone();
    off.nash.exact[0] = -BigRational::one();
    says(off, "between 0 and 1");
    // Another's lottery, tickets that are missing, a panel that is none.
    let other = Answer { panels: good.leximin.panels.clone(), ..good.nash.clone() };
    assert!(lottery_fault(&panels, &other).unwrap().contains("tickets"));
    let mut other = good.nash.clone();
    other.panels[0].1 -= 1;
    assert!(lottery_fault(&panels, &other).unwrap().contains("do not sum up"));
    other.panels[0].0.pop();
    assert!(lottery_fault(&panels, &other).unwrap().contains("is no panel"));
    let least = least_spread(&small, &panels, smallest(&good.leximin.exact).to_f64().unwrap(), 1.0);
    assert!((spread(&small, &good.goldilocks.exact, 1.0) - least).abs() <= 1e-6);
    assert!(spread(&small, &good.leximin.exact, 1.0) > least + 1e-4);
    assert_eq!([0.0, -1.0, f64::NAN, f64::INFINITY].map(Gamma::new), [None; 4]);
}

#[test]
fn a_pool_with_one_panel_has_one_answer() {
    // The relaxation promises something to all five; the one panel seats the first and the last.
    let values = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0], [1, 1, 1]];
    let parity = Small::new(2, values.iter().map(|member| member.to_vec()).collect(), vec![vec![(1, 1); 2]; 3]);
    let all = answers(&parity, 1.0).unwrap();
    for answer in [all.maximin, all.nash, all.goldilocks] {
        assert_eq!(answer.panels, [(vec![0, 4], TICKETS)]);
        assert!(answer.cuts > 0);
    }
}
