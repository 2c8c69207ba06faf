//! Seating: against every plan there is on small cases, against known designs, and what must hold of any plan.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on must stop loudly")]

#[path = "seating/every_plan.rs"]
mod every_plan;
#[path = "seating/problems.rs"]
mod problems;
mod support;

use std::cmp::Reverse;

use every_plan::{Rank, Small};
use klero::draw::Seed;
use klero::read::read_csv;
use klero::seating::{
    Bounds, Facts, Gathering, NoSeating, Plan, Reached, Tables, Wishes, build, key, seat, seat_with, seating_csv,
    seating_json, tables_csv,
};
use support::random::Dice;

/// People with these values in categories `c0`, `c1` and so on; identifiers are `p00`, `p01` and so on.
fn people(values: &[Vec<usize>]) -> String {
    let categories = values.first().map_or(0, Vec::len);
    let header: String = (0..categories).map(|category| format!(",c{category}")).collect();
    let row = |(person, values): (usize, &Vec<usize>)| {
        let values: String = values.iter().map(|value| format!(",v{value}")).collect();
        format!("p{person:02}{values}\n")
    };
    format!("id{header}\n{}", values.iter().enumerate().map(row).collect::<String>())
}

fn gathering(
    values: &[Vec<usize>],
    tables: usize,
    rounds: usize,
    together: &[Vec<usize>],
    apart: &[Vec<usize>],
) -> Gathering {
    let ids = |groups: &[Vec<usize>]| {
        groups.iter().map(|group| group.iter().map(|person| format!("p{person:02}")).collect()).collect()
    };
    let categories = values.first().map_or(0, Vec::len);
    let wishes = Wishes {
        mix: (0..categories).map(|category| format!("c{category}")).collect(),
        together: ids(together),
        apart: ids(apart),
        ..Wishes::new(Tables::Number(tables), rounds)
    };
    build(&read_csv("people.csv", people(values).as_bytes()).unwrap(), &wishes).unwrap()
}

fn plain(people: usize, tables: usize, rounds: usize) -> Gathering {
    gathering(&vec![vec![]; people], tables, rounds, &[], &[])
}

fn key_of(text: &str) -> [u8; 32] {
    key(&[7; 32], &Seed::new(text).unwrap())
}

fn rank(reached: &Reached) -> Rank {
    (reached.off(), reached.repeats, reached.most_meetings, Reverse(reached.fewest_met()))
}

/// A random small case: 4 to 8 people, so few rounds that all plans can be listed.
fn random_case(dice: &mut Dice, rules: bool) -> Small {
    let people = dice.between(4, 8);
    let tables = dice.between(2, (people / 2).min(4));
    let rounds = if people < 7 { dice.between(2, 4) } else { dice.between(2, 3) };
    let categories = dice.below(3);
    let widths: Vec<usize> = (0..categories).map(|_| dice.between(2, 3)).collect();
    let values = (0..people).map(|_| widths.iter().map(|&width| dice.below(width)).collect()).collect();
    let mut small = Small { values, tables, rounds, together: vec![], apart: vec![] };
    if rules {
        let mut order: Vec<usize> = (0..people).collect();
        for i in (1..people).rev() {
            order.swap(i, dice.below(i + 1));
        }
        if dice.below(2) == 0 {
            small.together.push(sorted(&order[..2]));
        }
        if dice.below(2) == 0 {
            small.apart.push(sorted(&order[1..3]));
        }
        if tables > 2 && dice.below(2) == 0 {
            small.apart.push(sorted(&order[people - 3..]));
        }
    }
    small
}

fn sorted(people: &[usize]) -> Vec<usize> {
    let mut people = people.to_vec();
    people.sort_unstable();
    people
}

fn of_small(small: &Small) -> Gathering {
    gathering(&small.values, small.tables, small.rounds, &small.together, &small.apart)
}

/// How the search compares with the best of all plans, over these cases and seeds; and whether a bound is too high somewhere.
struct Compared {
    cases: usize,
    missed: Vec<String>,
    too_high: usize,
    impossible: usize,
}

fn compare(
    cases: &[Small],
    seeds: usize,
    search: impl Fn(&Gathering, [u8; 32]) -> Result<Plan, NoSeating>,
    raise: usize,
) -> Compared {
    let mut compared = Compared { cases: 0, missed: vec![], too_high: 0, impossible: 0 };
    for (number, small) in cases.iter().enumerate() {
        let gathering = of_small(small);
        let bounds = Bounds::of(&gathering);
        let mut high = false;
        let best = small.best(|rank| {
            let (_, repeats, most, Reverse(fewest)) = rank;
            high |= repeats < bounds.repeats + raise
                || most < bounds.most_meetings
                || fewest > bounds.fewest_met
                || fewest > bounds.fewest_met_with(repeats, most);
        });
        compared.too_high += usize::from(high);
        for seed in 0..seeds {
            let plan = search(&gathering, key_of(&format!("seed {seed}")));
            match (&plan, best) {
                (Err(NoSeating::Impossible), None) => compared.impossible += 1,
                (Ok(plan), Some(best)) => {
                    assert_eq!(faults(small, &plan.rounds), Vec::<String>::new());
                    assert_eq!(rank(&plan.reached), small.rank(&plan.rounds), "what is told of a plan");
                    assert!(rank(&plan.reached) >= best, "better than the best");
                    if rank(&plan.reached) != best {
                        compared.missed.push(format!(
                            "case {number}, seed {seed}: {:?}, not {best:?}: {small:?}",
                            rank(&plan.reached)
                        ));
                    }
                }
                _ => panic!("case {number}: {plan:?} against {best:?}"),
            }
        }
        compared.cases += 1;
    }
    compared
}

/// What is wrong with a plan, as far as the rules go.
fn faults(small: &Small, rounds: &[Vec<Vec<usize>>]) -> Vec<String> {
    let mut faults = Vec::new();
    if rounds.len() != small.rounds {
        faults.push("rounds".to_owned());
    }
    for round in rounds {
        let everybody: Vec<usize> = sorted(&round.concat());
        if everybody != (0..small.values.len()).collect::<Vec<_>>() {
            faults.push("somebody has no seat or two".to_owned());
        }
        let sizes: Vec<usize> = round.iter().map(Vec::len).collect();
        if sizes.len() != small.tables || sizes.iter().max().unwrap() - sizes.iter().min().unwrap() > 1 {
            faults.push("sizes".to_owned());
        }
        let table = |person: usize| round.iter().position(|table| table.contains(&person));
        for group in &small.together {
            if group.iter().any(|&person| table(person) != table(group[0])) {
                faults.push("together".to_owned());
            }
        }
        for group in &small.apart {
            if group.iter().any(|&a| group.iter().any(|&b| a < b && table(a) == table(b))) {
                faults.push("apart".to_owned());
            }
        }
    }
    faults
}

#[test]
fn no_plan_of_a_small_case_is_better() {
    let mut dice = Dice::new(1);
    let mut cases: Vec<Small> = (0..60).map(|number| random_case(&mut dice, number % 2 == 1)).collect();
    for (people, tables, rounds) in
        [(6, 2, 2), (6, 2, 3), (6, 2, 4), (6, 3, 3), (6, 3, 5), (7, 2, 3), (8, 2, 3), (8, 4, 3), (9, 3, 2)]
    {
        cases.push(Small { values: vec![vec![]; people], tables, rounds, together: vec![], apart: vec![] });
    }
    let compared = compare(&cases, 3, |gathering, key| seat_with(gathering, key, 5, 8000), 0);
    assert_eq!(compared.missed, Vec::<String>::new());
    assert_eq!((compared.cases, compared.too_high), (69, 0));
    // Planted: a search that does not search, and a bound that is one too high.
    let few = &cases[..20];
    assert!(!compare(few, 1, |gathering, key| seat_with(gathering, key, 1, 0), 0).missed.is_empty());
    assert!(compare(few, 1, |gathering, key| seat_with(gathering, key, 1, 0), 1).too_high > 0);
}

#[test]
fn rules_that_leave_no_way_are_told_from_those_that_do() {
    // Two groups of two at two tables of three with one more person, who is apart from both.
    let small = |apart: &[&[usize]], together: &[&[usize]], people: usize, tables: usize| Small {
        values: vec![vec![]; people],
        tables,
        rounds: 2,
        together: together.iter().map(|group| group.to_vec()).collect(),
        apart: apart.iter().map(|group| group.to_vec()).collect(),
    };
    let impossible = [
        small(&[&[0, 4], &[2, 4]], &[&[0, 1], &[2, 3]], 6, 2),
        small(&[], &[&[0, 1], &[2, 3], &[4, 5]], 6, 2),
        small(&[&[0, 1], &[1, 2], &[0, 2]], &[], 4, 2),
    ];
    let compared = compare(&impossible, 2, seat, 0);
    assert_eq!((compared.impossible, compared.missed.len()), (6, 0));
    let possible = [small(&[&[0, 4]], &[&[0, 1], &[2, 3]], 6, 2), small(&[], &[&[0, 1], &[2, 3], &[4, 5]], 6, 3)];
    let compared = compare(&possible, 2, seat, 0);
    assert_eq!((compared.impossible, compared.missed.len()), (0, 0));
}

#[test]
fn a_broken_plan_is_caught() {
    let small =
        Small { values: vec![vec![]; 7], tables: 3, rounds: 2, together: vec![vec![0, 1]], apart: vec![vec![2, 3, 4]] };
    let sound = seat(&of_small(&small), key_of("s")).unwrap().rounds;
    assert_eq!(faults(&small, &sound), Vec::<String>::new());
    assert_eq!(faults(&small, &sound[..1]), ["rounds"]);
    let find = |round: &Vec<Vec<usize>>, person| {
        let table = round.iter().position(|table| table.contains(&person)).unwrap();
        (table, round[table].iter().position(|&other| other == person).unwrap())
    };
    let exchange = |a: usize, b: usize| {
        let mut rounds = sound.clone();
        let (x, y) = (find(&rounds[1], a), find(&rounds[1], b));
        rounds[1][x.0][x.1] = b;
        rounds[1][y.0][y.1] = a;
        faults(&small, &rounds)
    };
    let someone = (2..7).find(|&person| find(&sound[1], person).0 != find(&sound[1], 0).0).unwrap();
    assert!(exchange(0, someone).contains(&"together".to_owned()));
    let mate = (0..7)
        .find(|&person| ![2, 3, 4].contains(&person) && find(&sound[1], person).0 == find(&sound[1], 2).0)
        .unwrap();
    assert!(exchange(3, mate).contains(&"apart".to_owned()));
    let mut rounds = sound.clone();
    let moved = rounds[0][1].pop().unwrap();
    assert!(faults(&small, &rounds)[0].contains("no seat"));
    rounds[0][2].push(moved);
    assert!(faults(&small, &rounds).contains(&"sizes".to_owned()));
}

#[test]
fn designs_in_which_nobody_meets_twice_are_found() {
    // Affine planes of order 3 and 4, and Kirkman's fifteen: everybody meets everybody, exactly once.
    for (people, tables, rounds) in [(9, 3, 4), (15, 5, 7), (16, 4, 5)] {
        let plan = seat(&plain(people, tables, rounds), key_of("design")).unwrap();
        assert_eq!(rank(&plan.reached), (0, 0, 1, Reverse(people - 1)), "{people}");
        assert_eq!((plan.bounds.repeats, plan.bounds.fewest_met), (0, people - 1));
    }
    // A round more, and the bound says that it cannot be.
    assert!(Bounds::of(&plain(9, 3, 5)).repeats > 0);
}

/// People with chance values, some rules, and a plan for them.
fn larger(seed: u64) -> (Small, Plan) {
    let mut dice = Dice::new(seed);
    let people = dice.between(18, 40);
    let tables = dice.between(3, 6);
    let values = (0..people).map(|_| vec![dice.below(2), dice.below(4), dice.below(3)]).collect();
    let mut small = Small { values, tables, rounds: dice.between(1, 4), together: vec![], apart: vec![] };
    small.together.push(vec![0, 1]);
    small.together.push(vec![2, 3, 4]);
    small.apart.push(vec![0, 5, 6]);
    let plan = seat_with(&of_small(&small), key_of("larger"), 1, 20_000).unwrap();
    (small, plan)
}

#[test]
fn larger_plans_keep_the_rules_and_tell_the_truth() {
    for seed in 0..20 {
        let (small, plan) = larger(seed);
        assert_eq!(faults(&small, &plan.rounds), Vec::<String>::new(), "{seed}");
        assert_eq!(rank(&plan.reached), small.rank(&plan.rounds), "{seed}");
        assert!(plan.reached.repeats >= plan.bounds.repeats && plan.reached.most_meetings >= plan.bounds.most_meetings);
    }
}

#[test]
fn one_category_is_always_even() {
    let spread = |steps| {
        let mut dice = Dice::new(5);
        let mut off = 0;
        for _ in 0..20 {
            let people = dice.between(10, 40);
            let values: Vec<Vec<usize>> = (0..people).map(|_| vec![dice.below(5)]).collect();
            let gathering = gathering(&values, dice.between(2, 6), 2, &[], &[]);
            off += seat_with(&gathering, key_of("even"), 1, steps).unwrap().reached.off();
        }
        off
    };
    assert_eq!(spread(20_000), 0);
    // Planted: a beginning that is not searched from is not even.
    assert!(spread(0) > 0);
}

#[test]
fn the_same_key_gives_the_same_plan_in_whatever_order_the_rows_are() {
    let values: Vec<Vec<usize>> = (0..20).map(|person| vec![person % 3, person % 2]).collect();
    let csv = people(&values);
    let mut rows: Vec<&str> = csv.lines().collect();
    rows[1..].reverse();
    let wishes = Wishes { mix: vec!["c0".to_owned(), "C1 ".to_owned()], ..Wishes::new(Tables::OfSeats(6), 3) };
    let of = |csv: &str| build(&read_csv("people.csv", csv.as_bytes()).unwrap(), &wishes).unwrap();
    let (forward, backward) = (of(&csv), of(&(rows.join("\n") + "\n")));
    assert_eq!(forward, backward);
    assert_eq!(forward.sizes(), [5, 5, 5, 5]);
    let plan = |gathering: &Gathering, text: &str| seat_with(gathering, key_of(text), 1, 5000).unwrap();
    assert_eq!(plan(&forward, "s"), plan(&backward, "s"));
    assert_ne!(plan(&forward, "s").rounds, plan(&forward, "t").rounds);
}

#[test]
fn both_files_say_what_the_plan_says() {
    let csv = "Name,id,gender\n\"Zoë, A.\",b,woman\nBen,a,man\nCid,d,Man\nDee,c,woman\n";
    let wishes =
        Wishes { mix: vec!["gender".to_owned()], show: vec!["name".to_owned()], ..Wishes::new(Tables::Number(2), 2) };
    let gathering = build(&read_csv("people.csv", csv.as_bytes()).unwrap(), &wishes).unwrap();
    let plan = seat(&gathering, key_of("s")).unwrap();
    let rows = |text: &str| -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    };
    let (wide, long) = (rows(&seating_csv(&gathering, &plan).unwrap()), rows(&tables_csv(&gathering, &plan).unwrap()));
    assert_eq!(wide[0], ["id", "gender", "Name", "round 1", "round 2"]);
    assert_eq!(long[0], ["round", "table", "seat", "id", "gender", "Name"]);
    let ids: Vec<&str> = wide[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(ids, ["a", "b", "c", "d"]);
    assert_eq!(wide[2][1..3], ["woman", "Zoë, A."]);
    assert_eq!(wide[4][1], "man", "the first spelling counts");
    // The long form, put together from the wide one.
    let mut expected = Vec::new();
    for round in 1..=2 {
        for table in ["1", "2"] {
            let here = wide[1..].iter().filter(|row| row[2 + round] == table);
            expected.extend(here.enumerate().map(|(seat, row)| {
                [vec![round.to_string(), table.to_owned(), (seat + 1).to_string()], row[..3].to_vec()].concat()
            }));
        }
    }
    assert_eq!(long[1..], expected);
    let facts = Facts::new(&gathering, &plan, "ab".repeat(32), "s".to_owned());
    let json: serde_json::Value = serde_json::from_str(&seating_json(&facts).unwrap()).unwrap();
    assert_eq!((&json["people"], &json["rounds"], &json["tables"]), (&4.into(), &2.into(), &vec![2, 2].into()));
    assert_eq!(json["categories"]["gender"]["woman"], 2);
    assert_eq!((&json["off"]["gender"], &json["repeats"]["reached"]), (&0.into(), &0.into()));
    // Nobody is named in it.
    assert!(!seating_json(&facts).unwrap().contains("Zo"));
}
