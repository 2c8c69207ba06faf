//! How often everybody is drawn over many seeds, against the chances that are written out. Seeds are fixed, so a run is like every other.

use std::collections::BTreeMap;

use klero::invite::{Area, AreaPlan, Asked, Volunteer, sitting};
use klero::read::read_csv;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};

use super::{asked, draw, invited, rows, text};

const SEEDS: usize = 2000;
/// Standard deviations that a frequency may be off. Of some 100 frequencies one is off by more than 4.5 once in 1,500 tests; with fixed seeds,
/// this test is of those that are not.
const OFF: f64 = 4.5;

/// How often each identifier is drawn.
fn frequencies(asked: &Asked, register: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for seed in 0..SEEDS {
        let (_, invitation) = draw(asked, register, &format!("seed {seed}"));
        invited(&invitation).into_iter().for_each(|id| *counts.entry(id).or_insert(0) += 1);
    }
    counts
}

/// Those who are drawn more or less often than these chances allow.
fn off(counts: &BTreeMap<String, usize>, chances: &BTreeMap<String, f64>) -> Vec<String> {
    let strange = |(id, chance): (&String, &f64)| {
        let seeds = SEEDS as f64;
        let found = *counts.get(id).unwrap_or(&0) as f64;
        let spread = (seeds * chance * (1.0 - chance)).sqrt();
        ((found - seeds * chance).abs() > OFF * spread).then(|| format!("{id}: {found} for {}", seeds * chance))
    };
    chances.iter().filter_map(strange).collect()
}

/// A small register: (household, district, persons).
const HOMES: [(&str, &str, usize); 9] = [
    ("a", "north", 1),
    ("b", "north", 2),
    ("c", "north", 3),
    ("d", "north", 1),
    ("e", "south", 1),
    ("f", "south", 4),
    ("g", "south", 1),
    ("h", "west", 2),
    ("i", "west", 1),
];

fn homes() -> String {
    let mut register = String::from("id,district,home\n");
    for (home, district, persons) in HOMES {
        (0..persons).for_each(|person| register += &format!("{home}{person},{district},{home} street\n"));
    }
    register
}

/// Chances that are written out must be those of the letters; and each household has one letter at most.
#[test]
fn households_and_persons_are_drawn_as_often_as_it_is_written() {
    let (register, asked) = (homes(), asked(4, Some("district"), &["home"]));
    let counts = frequencies(&asked, &register);
    // 4 letters for 4, 3 and 2 households: 16/9, 12/9, 8/9 → 2, 1, 1.
    let letters = BTreeMap::from([("north", 2.0 / 4.0), ("south", 1.0 / 3.0), ("west", 1.0 / 2.0)]);
    let mut chances = BTreeMap::new();
    for (home, district, persons) in HOMES {
        chances.extend((0..persons).map(|person| (format!("{home}{person}"), letters[district] / persons as f64)));
    }
    assert_eq!(off(&counts, &chances), [""; 0]);
    // Planted: a sampler that takes the first person of a household, or earlier rows, is caught.
    let first: BTreeMap<String, usize> =
        counts.iter().map(|(id, count)| (id.clone(), if id.ends_with('0') { count * 2 } else { *count })).collect();
    assert!(!off(&first, &chances).is_empty());
    let earlier: BTreeMap<String, usize> = ["a0", "b0", "e0", "h0"].map(|id| (id.to_owned(), SEEDS)).into();
    assert!(off(&earlier, &chances).len() > 4);
    // And a slight preference, of 1 in 10, for the first household.
    let mut slight = counts.clone();
    *slight.get_mut("a0").unwrap() += SEEDS / 10;
    assert!(!off(&slight, &chances).is_empty());

    let (_, invitation) = draw(&asked, &register, "x");
    for row in rows(text(&invitation, "chances.csv")) {
        let line: usize = row[0].parse().unwrap();
        let id = register.lines().nth(line - 1).unwrap().split(',').next().unwrap();
        assert!((row[5].parse::<f64>().unwrap() - chances[id]).abs() < 1e-12, "{id}");
        assert!(invited(&invitation).contains(&id.to_owned()));
    }
}

/// Every set of households of a stratum is equally likely, not only every household.
#[test]
fn every_set_is_as_likely_as_every_other() {
    let register = "id\na\nb\nc\nd\ne\n";
    let mut sets: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for seed in 0..SEEDS {
        *sets.entry(invited(&draw(&asked(2, None, &[]), register, &format!("{seed}")).1)).or_insert(0) += 1;
    }
    assert_eq!(sets.len(), 10);
    let expected = SEEDS as f64 / 10.0;
    let chi_square: f64 = sets.values().map(|count| (*count as f64 - expected).powi(2) / expected).sum();
    // 9 degrees of freedom: beyond 27.9 once in 1,000.
    assert!(chi_square < 27.9, "{chi_square}");
    // Planted: neighbours a little more often.
    let planted: f64 = sets
        .iter()
        .map(|(set, count)| *count as f64 + if set[0].as_bytes()[0] + 1 == set[1].as_bytes()[0] { 60.0 } else { -40.0 })
        .map(|count| (count - expected).powi(2) / expected)
        .sum();
    assert!(planted > 27.9);
}

/// Areas of different sizes; one is so large that it is certain.
fn two_stages(letters: u64) -> (String, Asked) {
    let areas = [("big", 40, 12), ("mid", 10, 5), ("low", 6, 4), ("tiny", 4, 4), ("far", 5, 6)];
    let mut register = String::from("id,area\n");
    for (area, _, homes) in areas {
        (0..homes).for_each(|home| register += &format!("{area}{home},{area}\n"));
    }
    let list = areas.map(|(area, size, _)| Area { area: area.to_owned(), size }).to_vec();
    let asked = Asked { areas: Some(AreaPlan { draws: 3, list }), ..asked(letters, Some("area"), &[]) };
    (register, asked)
}

#[test]
fn two_stages_give_everybody_the_chance_that_is_written() {
    // 11 letters: 40/65 of 11 are 6.77, the other 25/65 are 4.23: 7 and 4 letters; then 13, where the two areas drawn get 2 and 3.
    for letters in [11, 13] {
        let (register, asked) = two_stages(letters);
        let (prepared, invitation) = draw(&asked, &register, "x");
        let mut chances = BTreeMap::new();
        let mut sum = BigRational::zero();
        for (stratum, chance) in prepared.survey.strata.iter().zip(&invitation.chances) {
            sum += chance * BigInt::from(stratum.households);
            let chance = chance.to_f64().unwrap();
            chances.extend((0..stratum.households).map(|home| (format!("{}{home}", stratum.name), chance)));
        }
        // Chances sum to the letters.
        assert_eq!(sum, BigRational::from(BigInt::from(letters)));
        assert_eq!(invitation.letters.iter().sum::<u64>(), letters);
        let counts = frequencies(&asked, &register);
        assert_eq!(off(&counts, &chances), [""; 0]);
        // Planted: everybody in the areas with the same chance.
        let flat = chances.keys().map(|id| (id.clone(), letters as f64 / chances.len() as f64)).collect();
        assert!(!off(&counts, &flat).is_empty());
        let areas = rows(text(&invitation, "areas.csv"));
        assert_eq!(areas.iter().filter(|row| row[5] == "yes").count(), 3);
        assert_eq!(areas.iter().filter(|row| row[4] == "yes").map(|row| row[0].as_str()).collect::<Vec<_>>(), ["big"]);
    }
}

/// The chance of an area is draws × size / total: over many seeds too.
#[test]
fn areas_are_drawn_as_often_as_it_is_written() {
    let (register, asked) = two_stages(13);
    let (mut counts, mut chances) = (BTreeMap::new(), BTreeMap::new());
    for seed in 0..SEEDS {
        let (_, invitation) = draw(&asked, &register, &format!("{seed}"));
        for row in rows(text(&invitation, "areas.csv")) {
            *counts.entry(row[0].clone()).or_insert(0) += usize::from(row[5] == "yes");
            chances.insert(row[0].clone(), row[3].parse().unwrap());
        }
    }
    assert_eq!(off(&counts, &chances), [""; 0]);
    let one = BigRational::one().to_f64().unwrap();
    assert_eq!((chances["big"], counts["big"]), (one, SEEDS));
    assert!((chances["mid"] - 2.0 * 10.0 / 25.0).abs() < 1e-9);
}

/// Seats that strata can expect sum to the panel's, as the chance of each household times its households.
#[test]
fn the_chances_of_sitting_sum_to_the_seats() {
    let (_, invitation) = draw(&asked(6, Some("district"), &["home"]), &homes(), "x");
    let strata = read_csv("strata.csv", text(&invitation, "strata.csv").as_bytes()).unwrap();
    // A panel of 2 out of 4 volunteers, in tickets of 12.
    let volunteer = |(stratum, tickets): (&str, u64)| Volunteer { stratum: stratum.to_owned(), tickets };
    let volunteers = [("North", 8), ("north", 4), ("south", 5), ("west ", 7)].map(volunteer);
    let seats = |volunteers: &[Volunteer]| -> BigRational {
        let ways = sitting(&strata, "pool.csv", volunteers, 12).unwrap();
        ways.iter().map(|way| way.sits.clone().unwrap() * BigInt::from(way.households)).sum()
    };
    assert_eq!(seats(&volunteers), BigRational::from(BigInt::from(2)));
    // Planted: a volunteer is forgotten.
    assert_ne!(seats(&volunteers[1..]), BigRational::from(BigInt::from(2)));
    // North has 4 households, 3 letters, 2 volunteers with a mean chance of 1/2.
    let ways = sitting(&strata, "pool.csv", &volunteers, 12).unwrap();
    let north = &ways[0];
    assert_eq!((north.letters, north.volunteers), (3, 2));
    let shown = [&north.invited, north.answered.as_ref().unwrap(), north.selected.as_ref().unwrap()];
    assert_eq!(shown.map(ToString::to_string), ["3/4", "2/3", "1/2"]);
    let said = |volunteers: &[Volunteer]| sitting(&strata, "pool.csv", volunteers, 12).unwrap_err().to_string();
    assert_eq!(said(&[volunteer(("east", 1))]), "pool.csv has \"east\", which the register has not");
    assert_eq!(
        said(&vec![volunteer(("west", 1)); 2]),
        "\"west\": the pool has 2 volunteers, but only 1 letter went out"
    );
    let other = read_csv("strata.csv", b"stratum,letters\nnorth,1\n").unwrap();
    assert!(sitting(&other, "pool.csv", &volunteers, 12).is_err());
}

#[test]
fn a_census_invites_every_household_once() {
    let register = homes();
    for seed in ["x", "y"] {
        let (_, invitation) = draw(&asked(9, Some("district"), &["home"]), &register, seed);
        let homes: std::collections::BTreeSet<char> =
            invited(&invitation).iter().map(|id| id.chars().next().unwrap()).collect();
        assert_eq!((homes.len(), invited(&invitation).len()), (9, 9));
    }
}
