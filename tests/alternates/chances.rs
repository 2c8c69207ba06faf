//! How many drop out: exact chances against all sets, and samples against the chances.

use klero::alternates::{Case, Chance, DropOuts, Ground, Sample, chance_of_at_most, expected, key, over_recruit};
use klero::instance::{Instance, Settings, build};
use klero::read::read_csv;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::ToPrimitive;

use crate::plain::{ratio, subsets};
use crate::support::random::Dice;

fn value(chance: &Chance) -> BigRational {
    BigRational::new(BigInt::from(chance.part.clone()), BigInt::from(chance.of.clone()))
}

/// A pool of `members`, all on the panel, of two kinds in turn.
fn everybody(members: usize) -> Instance {
    let pool: String = (0..members).map(|i| format!("m{i:03},{}\n", if i % 2 == 0 { "a" } else { "b" })).collect();
    let quotas = format!("feature,value,min,max\nkind,a,0,{members}\nkind,b,0,{members}\n");
    let table = |name, text: String| read_csv(name, text.as_bytes()).unwrap();
    build(&table("q", quotas), &table("p", format!("id,kind\n{pool}")), &Settings::of_size(members)).unwrap().instance
}

/// Probabilities of members in thousandths.
fn drop_outs(instance: &Instance, thousandths: &[usize]) -> DropOuts {
    let rows: String =
        thousandths.iter().enumerate().map(|(i, p)| format!("m{i:03},{}\n", *p as f64 / 1000.0)).collect();
    let table = read_csv("d", format!("id,probability\n{rows}").as_bytes()).unwrap();
    let panel: Vec<usize> = (0..thousandths.len()).collect();
    DropOuts::read(instance, &panel, None, &table).unwrap()
}

/// For each number, the chance that just so many of some events happen, from all sets of events.
fn by_counting(thousandths: &[BigRational]) -> Vec<BigRational> {
    let places: Vec<usize> = (0..thousandths.len()).collect();
    let mut chances = vec![ratio(0, 1); places.len() + 1];
    for set in subsets(&places) {
        let one = |place: &usize| match set.contains(place) {
            true => thousandths[*place].clone(),
            false => ratio(1, 1) - &thousandths[*place],
        };
        chances[set.len()] += places.iter().map(one).product::<BigRational>();
    }
    chances
}

#[test]
fn chances_and_recruits_by_counting() {
    let mut recruits = Vec::new();
    for seed in 0..40 {
        let mut dice = Dice::new(seed);
        let members = dice.between(1, 6);
        let most = [50, 200, 400, 1001][dice.below(4)];
        let thousandths: Vec<usize> = (0..members).map(|_| dice.below(most)).collect();
        let instance = everybody(members);
        let drop_outs = drop_outs(&instance, &thousandths);
        let shares: Vec<BigRational> = thousandths.iter().map(|p| ratio(*p as i64, 1000)).collect();
        let chances = by_counting(&shares);
        let found = chance_of_at_most(&drop_outs, members);
        let mut sum = ratio(0, 1);
        for (chance, found) in chances.iter().zip(&found) {
            sum += chance;
            assert_eq!(value(found), sum);
        }
        assert_eq!(sum, ratio(1, 1));
        let mean = shares.iter().sum::<BigRational>();
        assert_eq!(value(&expected(&drop_outs)), mean);
        let mean = mean / ratio(members as i64, 1);
        // The least number of recruits, from all sets of those who stay; where it takes more than there is time to count, it is left.
        let enough = |more: usize| -> BigRational {
            let all = [shares.as_slice(), &vec![mean.clone(); more]].concat();
            by_counting(&all).into_iter().take(more + 1).sum()
        };
        let least = (0..=(4 * members).min(5)).find(|more| enough(*more) >= ratio(95, 100));
        let found = over_recruit(&drop_outs);
        match least {
            Some(least) => {
                let (more, chance) = found.unwrap();
                assert_eq!((more, value(&chance)), (least, enough(least)));
                recruits.push(least);
            }
            None => assert!(found.is_none_or(|(more, _)| more > 5 && members > 1)),
        }
    }
    recruits.sort_unstable();
    recruits.dedup();
    assert_eq!(recruits, [0, 1, 2, 3, 4, 5], "all of them occur");
    assert_eq!(over_recruit(&DropOuts::everybody(3, "1").unwrap()), None);
    assert_eq!(over_recruit(&DropOuts::everybody(3, "0").unwrap()).unwrap().0, 0);
}

#[test]
fn known_numbers() {
    // python3 -c 'from math import comb; print(sum(comb(40,i)*.2**i*.8**(40-i) for i in range(9)),
    //   [sum(comb(n,i)*.8**i*.2**(n-i) for i in range(40,n+1)) for n in (55,56)])'
    // 0.5931271301483915 [0.9308753474460258, 0.9567906003136497]
    let drop_outs = DropOuts::everybody(40, "20 %").unwrap();
    assert_eq!(chance_of_at_most(&drop_outs, 8)[8].decimal(6), "0.593127");
    let (more, chance) = over_recruit(&drop_outs).unwrap();
    assert_eq!((more, chance.decimal(4).as_str()), (16, "0.9567"));
}

/// Whether `hits` of `draws` are within five standard deviations of a probability.
fn near(hits: u64, draws: u64, p: f64) -> bool {
    let (hits, draws) = (hits as f64, draws as f64);
    (hits - draws * p).abs() <= 5.0 * (draws * p * (1.0 - p)).sqrt() + 1e-9
}

#[test]
fn scenarios_have_the_frequencies_of_the_probabilities() {
    const DRAWS: u64 = 20_000;
    let instance = everybody(6);
    let panel: Vec<usize> = (0..6).collect();
    let ground = Ground::new(&Case { instance: &instance, panel: &panel, elsewhere: &[], barred: &[] });
    // Each member alone: nobody else ever drops out, so empty seats tell who does.
    for (member, p) in [0, 1, 250, 333, 999, 1000].into_iter().enumerate() {
        let mut thousandths = vec![0; 6];
        thousandths[member] = p;
        let sample = Sample::draw(&ground, &drop_outs(&instance, &thousandths), [9; 32], member as u64, DRAWS);
        let gone = sample.empty_seats().get(1).copied().unwrap_or_default();
        assert!(near(gone, DRAWS, p as f64 / 1000.0), "{member}: {gone}");
        assert!(!near(gone, DRAWS, (p as f64 / 1000.0 - 0.05).abs()), "planted: {member}: {gone}");
    }
    // All together: the numbers of empty seats, by the exact distribution.
    let thousandths = [100, 200, 300, 400, 500, 600];
    let drop_outs = drop_outs(&instance, &thousandths);
    let sample = Sample::draw(&ground, &drop_outs, key(&[1; 32]), 1, DRAWS);
    let shares: Vec<BigRational> = thousandths.iter().map(|p| ratio(*p as i64, 1000)).collect();
    for (number, chance) in by_counting(&shares).iter().enumerate() {
        let hits = sample.empty_seats().get(number).copied().unwrap_or_default();
        assert!(near(hits, DRAWS, chance.to_f64().unwrap()), "{number}: {hits}");
    }
    assert_eq!(sample.empty_seats().iter().sum::<u64>(), DRAWS);
    // The same key and number give the same sample; others give others.
    assert_eq!(sample, Sample::draw(&ground, &drop_outs, key(&[1; 32]), 1, DRAWS));
    assert_ne!(sample, Sample::draw(&ground, &drop_outs, key(&[1; 32]), 2, DRAWS));
    assert_ne!(sample, Sample::draw(&ground, &drop_outs, key(&[2; 32]), 1, DRAWS));
}
