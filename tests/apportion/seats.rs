//! Rounding, against every way of dealing the seats and against the textbook.

use klero::apportion::{Rounding, Seats, Tie};
use num_rational::BigRational;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::{numbers, quotas, shares};

const BOTH: [Rounding; 2] = [Rounding::LargestRemainder, Rounding::SainteLague];

fn rounded(rounding: Rounding, weights: &[i128], size: usize) -> Seats {
    let shares: Vec<BigRational> = weights.iter().map(|&weight| BigRational::from_integer(weight.into())).collect();
    rounding.seats(&shares, size)
}

/// Every way to deal `size` seats to `values` values.
fn every_way(values: usize, size: i128) -> Vec<Vec<i128>> {
    if values == 1 {
        return vec![vec![size]];
    }
    let with =
        |first: i128| every_way(values - 1, size - first).into_iter().map(move |rest| [vec![first], rest].concat());
    (0..=size).flat_map(with).collect()
}

/// Squared distances from the exact seats, times the squared sum of the weights.
fn distance(weights: &[i128], seats: &[i128]) -> i128 {
    let (total, size): (i128, i128) = (weights.iter().sum(), seats.iter().sum());
    weights.iter().zip(seats).map(|(weight, seats)| (seats * total - weight * size).pow(2)).sum()
}

/// The ways that a rule allows: those nearest to the exact seats; or those where nobody's last seat was a smaller claim than anybody's next.
fn allowed(rounding: Rounding, weights: &[i128], ways: &[Vec<i128>]) -> Vec<Vec<i128>> {
    let nearest = ways.iter().map(|seats| distance(weights, seats)).min();
    let allowed = |seats: &&Vec<i128>| match rounding {
        Rounding::LargestRemainder => Some(distance(weights, seats)) == nearest,
        Rounding::SainteLague => (0..weights.len()).all(|a| {
            let next_of = |b: usize| weights[b] * (2 * seats[a] - 1) <= weights[a] * (2 * seats[b] + 1);
            seats[a] == 0 || weights[a] > 0 && (0..weights.len()).all(next_of)
        }),
    };
    ways.iter().filter(allowed).cloned().collect()
}

/// What is wrong with a rounding: it must be the one of the allowed ways that gives most to the largest share, then the next largest, of equal ones
/// the first; and a tie is told exactly if there are several ways.
fn fault(weights: &[i128], allowed: &[Vec<i128>], found: &Seats) -> Option<&'static str> {
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&place| (-weights[place], place));
    let in_order = |seats: &&Vec<i128>| order.iter().map(|&place| seats[place]).collect::<Vec<_>>();
    let best = allowed.iter().max_by_key(in_order).unwrap();
    let seats: Vec<i128> = found.seats.iter().map(|&seats| seats as i128).collect();
    if !allowed.contains(&seats) {
        return Some("not allowed");
    }
    if &seats != best {
        return Some("ties");
    }
    let Some(Tie { got, not, by_share }) = &found.tie else {
        return (allowed.len() > 1).then_some("a tie not told");
    };
    // Those named have in some other allowed way one seat less, or one more.
    let differs = |place: usize, by: i128| allowed.iter().any(|way| way[place] == seats[place] + by);
    let least = got.iter().map(|&place| weights[place]).min();
    let most = not.iter().map(|&place| weights[place]).max();
    let named = (0..weights.len())
        .all(|place| got.contains(&place) == differs(place, -1) && not.contains(&place) == differs(place, 1));
    let right = allowed.len() > 1 && named && *by_share == (least > most);
    (!right).then_some("the wrong tie")
}

/// All lists of weights of one length below a bound, but all zeros.
fn all_weights(values: usize, below: i128) -> Vec<Vec<i128>> {
    let mut lists = vec![Vec::new()];
    for _ in 0..values {
        lists = lists.iter().flat_map(|list| (0..below).map(move |last| [list.as_slice(), &[last]].concat())).collect();
    }
    lists.retain(|list: &Vec<i128>| list.iter().sum::<i128>() > 0);
    lists
}

#[test]
fn small_cases_are_as_every_way_of_dealing_says() {
    let (mut cases, mut ties, mut differ) = (0, 0, 0);
    for (values, below, most) in [(1, 4, 4), (2, 12, 12), (3, 8, 8), (4, 5, 7)] {
        for weights in all_weights(values, below) {
            for size in 1..=most {
                let ways = every_way(values, size as i128);
                let found = BOTH.map(|rounding| rounded(rounding, &weights, size));
                for (rounding, found) in BOTH.iter().zip(&found) {
                    let allowed = allowed(*rounding, &weights, &ways);
                    assert_eq!(fault(&weights, &allowed, found), None, "{rounding:?}: {weights:?}, {size}: {found:?}");
                    ties += usize::from(found.tie.is_some());
                    cases += 1;
                }
                differ += usize::from(found[0].seats != found[1].seats);
                // Largest remainder keeps within one of the exact seats.
                let total: i128 = weights.iter().sum();
                let within = weights.iter().zip(&found[0].seats).all(|(weight, &seats)| {
                    let (exact, seats) = (weight * size as i128, seats as i128 * total);
                    (exact - seats).abs() < total
                });
                assert!(within, "{weights:?}, {size}: {found:?}");
            }
        }
    }
    assert!(cases > 15_000 && ties > 1_000 && differ > 200, "{cases} cases, {ties} ties, {differ} differ");
}

#[test]
fn every_kind_of_wrong_rounding_is_caught() {
    let ways = every_way(3, 10);
    let seats = |seats: &[usize], tie| Seats { seats: seats.to_vec(), tie };
    // 5.3, 2.4, 2.3: each rule gives what the other forbids.
    let weights = [53, 24, 23];
    for (rounding, other) in [(BOTH[0], BOTH[1]), (BOTH[1], BOTH[0])] {
        let allowed = allowed(rounding, &weights, &ways);
        assert_eq!(fault(&weights, &allowed, &rounded(rounding, &weights, 10)), None);
        assert_eq!(fault(&weights, &allowed, &rounded(other, &weights, 10)), Some("not allowed"));
        assert_eq!(fault(&weights, &allowed, &seats(&[5, 2, 2], None)), Some("not allowed"), "a seat left over");
    }
    // 2.5, 5.5, 2: the larger share goes first, and it has to be said.
    let weights = [5, 11, 4];
    let tie = |got: usize, not: usize, by_share| Some(Tie { got: vec![got], not: vec![not], by_share });
    let allowed = allowed(BOTH[0], &weights, &ways);
    for (found, caught) in [
        (seats(&[2, 6, 2], tie(1, 0, true)), None),
        (seats(&[3, 5, 2], tie(0, 1, false)), Some("ties")),
        (seats(&[2, 6, 2], None), Some("a tie not told")),
        (seats(&[2, 6, 2], tie(1, 0, false)), Some("the wrong tie")),
        (seats(&[2, 6, 2], tie(1, 2, true)), Some("the wrong tie")),
    ] {
        assert_eq!(fault(&weights, &allowed, &found), caught, "{found:?}");
    }
}

/// Seats one at a time, each to the largest claim `weight / (2 seats + 1)`; of equal claims to the larger weight, then to the first.
fn one_at_a_time(weights: &[i128], size: usize) -> Vec<usize> {
    let mut seats = vec![0_usize; weights.len()];
    for _ in 0..size {
        let mut best = 0;
        for place in 1..weights.len() {
            let here = weights[place] * (2 * seats[best] + 1) as i128;
            let there = weights[best] * (2 * seats[place] + 1) as i128;
            if here > there || here == there && weights[place] > weights[best] {
                best = place;
            }
        }
        seats[best] += 1;
    }
    seats
}

#[test]
fn many_seats_are_dealt_as_if_one_at_a_time() {
    let mut dice = ChaCha8Rng::seed_from_u64(7);
    let mut below = |bound: u32| dice.next_u32() % bound;
    for round in 0..400 {
        let values = 1 + below(15) as usize;
        let most = [4, 100, 1_000_000][round % 3];
        let mut weights: Vec<i128> = (0..values).map(|_| i128::from(below(most))).collect();
        weights[0] += 1;
        let size = 1 + below([9, 400][round % 2]) as usize;
        let found = rounded(Rounding::SainteLague, &weights, size);
        assert_eq!(found.seats, one_at_a_time(&weights, size), "{weights:?}, {size}");
        assert_eq!(found.seats.iter().sum::<usize>(), size);
    }
    // Planted: one seat moved.
    assert_ne!(one_at_a_time(&[50, 30, 20], 100), [51, 29, 20]);
}

/// What each value of a file of shares gets, in an order that does not depend on the file's.
fn by_name(lines: &[&str], size: usize, rounding: Rounding) -> (Vec<(String, usize)>, bool) {
    let text = format!("feature,value,share\n{}\n", lines.join("\n"));
    let plan = klero::apportion::Plan { size, rounding, slack: klero::apportion::Slack::Seats(0) };
    let quotas = klero::apportion::apportion(&shares(&text).unwrap(), plan).unwrap();
    let named = quotas.values().map(|(category, value)| (format!("{}={}", category.name, value.name), value.seats));
    let mut named: Vec<_> = named.collect();
    named.sort();
    (named, quotas.categories.iter().any(|category| category.tie.is_some()))
}

#[test]
fn without_ties_the_order_of_the_rows_makes_no_difference() {
    let lines = ["g,woman,5071", "age,young,2111", "g,man,4861", "age,middle,4513", "g,other,77", "age,old,3389"];
    for rounding in BOTH {
        for size in 1..60 {
            let (seats, tie) = by_name(&lines, size, rounding);
            assert!(!tie);
            for step in [1, 5] {
                let other: Vec<&str> = (0..6).map(|i| lines[(i * step + 2) % 6]).collect();
                assert_ne!(other, lines);
                assert_eq!(by_name(&other, size, rounding), (seats.clone(), false), "{size}");
            }
        }
        // Planted: where shares and remainders are equal, the order decides, and it is told.
        let (one, told) = by_name(&["g,a,1", "g,b,1"], 5, rounding);
        let (other, _) = by_name(&["g,b,1", "g,a,1"], 5, rounding);
        assert!(told && one != other);
    }
}

#[test]
fn slack_is_counted_from_the_whole_seats_and_stays_on_the_panel() {
    let text = "feature,value,share\ng,woman,507\ng,man,486\ng,other,7\n";
    // Exact seats: 20.28, 19.44, 0.28.
    for (slack, expected) in [
        ("0", [(20, 20, 20), (20, 20, 20), (0, 0, 0)]),
        ("1", [(19, 20, 21), (19, 20, 21), (0, 0, 1)]),
        ("30", [(0, 20, 40), (0, 20, 40), (0, 0, 30)]),
        ("5%", [(19, 20, 21), (20, 20, 20), (0, 0, 0)]),
        ("10 %", [(18, 20, 22), (19, 20, 21), (0, 0, 0)]),
    ] {
        assert_eq!(numbers(&quotas(text, 40, slack)), expected, "{slack}");
    }
    let own = "feature,value,share,slack,under,over\ng,woman,507,2,,\ng,man,486,,3,0\ng,other,7,,,1\n";
    assert_eq!(numbers(&quotas(own, 40, "1")), [(18, 20, 22), (17, 20, 20), (0, 0, 1)]);
    let percent = "feature,value,share,slack,under,over\ng,woman,507,10%,,\ng,man,486,10%,,\"2,5 %\"\ng,other,7,,,\n";
    assert_eq!(numbers(&quotas(percent, 40, "0")), [(18, 20, 22), (19, 20, 20), (0, 0, 0)]);
}
