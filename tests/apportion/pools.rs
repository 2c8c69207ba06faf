//! Which quotas a pool cannot meet.

use klero::apportion::{PoolAnswer, meet};
use klero::read::read_csv;
use klero::solve::has_panel;

use super::quotas;

const SHARES: &str = "feature,value,share\ng,woman,1\ng,man,1\nage,young,1\nage,old,1\n";

/// A pool with so many members of each kind: young women, old women, young men, old men.
fn pool(kinds: [usize; 4]) -> String {
    let names = ["woman,young", "woman,old", "man,young", "man,old"];
    let rows = kinds.iter().zip(names).flat_map(|(&count, name)| std::iter::repeat_n(name, count));
    let rows = rows.enumerate().map(|(i, name)| format!("p{i},{name}\n"));
    format!("id,G,age\n{}", rows.collect::<String>())
}

fn answer(shares: &str, size: usize, slack: &str, pool: &str) -> Result<PoolAnswer, Vec<String>> {
    let pool = read_csv("pool.csv", pool.as_bytes()).unwrap();
    let told = |problems: Vec<klero::apportion::PoolProblem>| problems.iter().map(ToString::to_string).collect();
    meet(&quotas(shares, size, slack), "shares.csv", &pool, None).map_err(told)
}

/// Category, value, least seats, members and missing members.
fn short(answer: &PoolAnswer) -> Vec<(&str, &str, usize, usize, usize)> {
    answer
        .short
        .iter()
        .map(|short| (short.category.as_str(), short.value.as_str(), short.min, short.members, short.missing()))
        .collect()
}

/// The shortages by counting, without the program.
fn by_counting(kinds: [usize; 4], least: usize) -> Vec<usize> {
    let [a, b, c, d] = kinds;
    [a + b, c + d, a + c, b + d].into_iter().filter(|members| *members < least).map(|members| least - members).collect()
}

#[test]
fn every_shortage_is_named_with_its_numbers() {
    let mut shortages = [0; 4];
    for code in 0..625 {
        let kinds = [code % 5, code / 5 % 5, code / 25 % 5, code / 125];
        if kinds.iter().sum::<usize>() == 0 {
            continue;
        }
        let answer = answer(SHARES, 8, "1", &pool(kinds)).unwrap();
        let missing: Vec<usize> = answer.short.iter().map(|short| short.missing()).collect();
        assert_eq!(missing, by_counting(kinds, 3), "{kinds:?}");
        assert_eq!(answer.members, kinds.iter().sum::<usize>());
        let [a, b, c, d] = kinds;
        assert_eq!(answer.counts, [[a + b, c + d], [a + c, b + d]]);
        let met = answer.short.is_empty() && answer.members >= 8;
        assert_eq!(answer.instance.is_some(), met);
        shortages[missing.len().min(3)] += 1;
    }
    assert!(shortages.iter().all(|count| *count > 10), "{shortages:?}");
    let planted = answer(SHARES, 8, "1", &pool([2, 0, 9, 9])).unwrap();
    assert_eq!(short(&planted), [("g", "woman", 3, 2, 1)]);
    assert_ne!(by_counting([2, 0, 9, 9], 3), by_counting([3, 0, 9, 9], 3));
}

#[test]
fn quotas_that_only_fail_together() {
    // Three women and one man, two young and two old. Without an old woman, the three women are young, one too many.
    let shares = "feature,value,share\ng,woman,3\ng,man,1\nage,young,1\nage,old,1\n";
    for (kinds, panel) in [([5, 1, 1, 5], true), ([5, 0, 1, 5], false), ([3, 0, 9, 9], false), ([2, 1, 0, 1], true)] {
        let answer = answer(shares, 4, "0", &pool(kinds)).unwrap();
        assert!(answer.short.is_empty() && answer.narrow.is_empty());
        assert_eq!(has_panel(answer.instance.as_ref().unwrap()).unwrap(), panel, "{kinds:?}");
    }
}

#[test]
fn a_category_that_cannot_fill_the_panel_is_named() {
    let shares = "feature,value,share,under\ng,woman,1,5\ng,man,1,0\nage,young,1,5\nage,old,1,5\n";
    let answer = answer(shares, 10, "0", &pool([1, 1, 9, 9])).unwrap();
    assert!(answer.short.is_empty());
    let narrow: Vec<_> = answer.narrow.iter().map(|narrow| (narrow.category.as_str(), narrow.seats)).collect();
    assert_eq!(narrow, [("g", 7)]);
    assert!(!has_panel(answer.instance.as_ref().unwrap()).unwrap());
}

#[test]
fn pools_that_cannot_be_held_against_the_quotas() {
    for (pool, problems) in [
        (
            "id,gender,age\na,woman,old\nb,man,young\n",
            ["pool.csv, line 1: there is no column \"g\", but shares.csv has quotas for it"].as_slice(),
        ),
        (
            "id,g,age\na,x,old\nb,man,young\nc,X ,\nd,y,old\ne,x,\na,man,old\n",
            &[
                "pool.csv, line 2, column \"g\": \"x\" is not a value that shares.csv has for \"g\" (and so on 2 more lines)",
                "pool.csv, line 4, column \"age\": the cell is blank (and so on 1 more line)",
                "pool.csv, line 5, column \"g\": \"y\" is not a value that shares.csv has for \"g\"",
                "pool.csv, line 7, column \"id\": the identifier \"a\" is also on line 2, and the two rows differ",
            ],
        ),
    ] {
        assert_eq!(answer(SHARES, 2, "0", pool).unwrap_err(), problems);
    }
    let small = answer(SHARES, 10, "5", &pool([1, 1, 1, 1])).unwrap();
    assert_eq!((small.members, small.short.len(), small.instance), (4, 0, None));
}
