//! Files of shares: what they may look like, what is refused, and that the quotas are accepted as they are.

use klero::apportion::{ShareWarning, Unit, short_decimal};
use klero::instance::{Settings, build};
use klero::read::read_csv;
use num_rational::BigRational;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::{numbers, quotas, shares};

/// The shares of all values as decimals.
fn parts(text: &str) -> Vec<String> {
    let shares = shares(text).unwrap();
    let values = shares.categories.iter().flat_map(|category| &category.values);
    values.map(|value| short_decimal(&value.share, 6)).collect()
}

/// Every problem with what is to be done.
fn told(text: &str) -> Vec<String> {
    let problems = shares(text).unwrap_err();
    assert!(problems.iter().all(|problem| !problem.help().is_empty()));
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn one_share_in_many_spellings() {
    for text in [
        "feature,value,share\ng,a,0.125\ng,b,0.875\n",
        "feature,value,share\ng,a,\"0,125\"\ng,b,\"0,875\"\n",
        "feature,value,share\ng,a,.125\ng,b,0.875\n",
        "feature,value,share\ng,a,12.5\ng,b,87.5\n",
        "feature,value,share\ng,a,\"12,5\"\ng,b,\"87,50\"\n",
        "feature,value,share\ng,a,12.5%\ng,b,87.5 %\n",
        "feature,value,share\ng,a,\"12,5\u{a0}%\"\ng,b,\"\u{202f}87,5\u{202f}%\"\n",
        "feature,value,share\ng,a,1\ng,b,7\n",
        "Feature, VALUE ,\u{a0}Share\u{a0}\ng,a,1125\ng,b,7875\n",
        "category,name,population\ng,a,1\ng,b,7\n",
        "category,feature,count\ng,a,125\ng,b,875\n",
        "category,value,percent\ng,a,12.5\ng,b,87.5\n",
        "percentage,more,value,feature\n12.5,x,a,g\n,,,\n87.5,y,b,g\n",
    ] {
        assert_eq!(parts(text), ["0.125", "0.875"], "{text}");
    }
    let three = shares("feature,value,share\na,x,1\nb,x,50 %\nA,y,3\nb,y,50 %\nc,only,1.00\n").unwrap();
    let units: Vec<_> = three.categories.iter().map(|category| (category.unit, category.values.len())).collect();
    assert_eq!(units, [(Unit::Counts, 2), (Unit::Percentages, 2), (Unit::Fractions, 1)]);
}

#[test]
fn every_problem_is_told_with_its_place() {
    for (text, problems) in [
        (
            "a,b\n1,2\n",
            [
                "shares.csv, line 1: there is no column \"feature\" or \"category\"",
                "shares.csv, line 1: there is no column \"share\"",
            ]
            .as_slice(),
        ),
        ("feature,share\n1,2\n", &["shares.csv, line 1: there is no column \"value\""]),
        (
            "feature,value,category,share\n1,2,3,4\n",
            &[
                "shares.csv, line 1: the categories and values could be in the columns \"feature\" and \"value\", or in \"category\" and \"feature\", or in \"category\" and \"value\"",
            ],
        ),
        (
            "feature,value,share,count\ng,a,1,1\n",
            &["shares.csv, line 1: the shares could be in the columns \"share\", or in \"count\""],
        ),
        (
            "feature,value,share,Slack,slack\ng,a,1,,\n",
            &["shares.csv, line 1: the column \"slack\" stands in two places"],
        ),
        (
            "feature,value,share\n,a,1\ng,,1\ng,b,\n",
            &[
                "shares.csv, line 2, column \"feature\": the cell is blank",
                "shares.csv, line 3, column \"value\": the cell is blank",
                "shares.csv, line 4, column \"share\": the cell is blank",
            ],
        ),
        (
            "feature,value,share\ng,a,half\ng,b,-1\ng,c,1 000\ng,d,\"2,000\"\n",
            &[
                "shares.csv, line 2, column \"share\": \"half\" is not a number",
                "shares.csv, line 3, column \"share\": \"-1\" is below 0",
                "shares.csv, line 4, column \"share\": \"1 000\" has separators between thousands",
                "shares.csv, line 5, column \"share\": \"2,000\" has separators between thousands",
            ],
        ),
        (
            "feature,value,share\ng,a,\"1,000\"\ng,b,99\n",
            &[
                "shares.csv, line 2, column \"share\": \"1,000\" may be a number of thousands, or one with three decimals",
            ],
        ),
        (
            "feature,value,share\ng,Élan,1\ng,E\u{301}LAN,2\n",
            &["shares.csv, line 3, column \"value\": g \"E\u{301}LAN\" already has a share, on line 2"],
        ),
        ("feature,value,share\ng,a,0\ng,b,0\n", &["shares.csv, line 2, column \"share\": all shares of \"g\" are 0"]),
        (
            "feature,value,share\ng,a,0.51\ng,b,4900\n",
            &[
                "shares.csv, line 2, column \"share\": the shares of \"g\" are of different kinds: \"0.51\" looks like a fraction of one, \"4900\" on line 3 does not; they add up to 4900.51",
            ],
        ),
        (
            "feature,value,share\ng,a,51%\ng,b,49\n",
            &["shares.csv, line 3, column \"share\": \"49\" has no percent sign, but \"51%\" on line 2 has one"],
        ),
        (
            "feature,value,share\ng,a,51.2\ng,b,48.6\n",
            &[
                "shares.csv, line 2, column \"share\": the shares of \"g\" add up to 99.8, not to 100; rounding explains a distance of 0.1 at most",
            ],
        ),
        (
            "feature,value,share\ng,a,0.512\ng,b,0.486\n",
            &[
                "shares.csv, line 2, column \"share\": the shares of \"g\" add up to 0.998, not to 1; rounding explains a distance of 0.001 at most",
            ],
        ),
        (
            "feature,value,percent\ng,a,51\ng,b,40\n",
            &[
                "shares.csv, line 2, column \"percent\": the shares of \"g\" add up to 91, not to 100; rounding explains a distance of 1 at most",
            ],
        ),
        (
            "feature,value,share\ng,a,51\ng,b,40\n",
            &[
                "shares.csv, line 2, column \"share\": the shares of \"g\" add up to 91: as percentages they would have to make 100, from which rounding explains a distance of 1 at most",
            ],
        ),
        (
            "feature,value,share,slack,under,over\ng,a,1,1.5,x,-1\n",
            &[
                "shares.csv, line 2, column \"slack\": \"1.5\" is not a whole number of seats",
                "shares.csv, line 2, column \"under\": \"x\" is not a number",
                "shares.csv, line 2, column \"over\": \"-1\" is below 0",
            ],
        ),
        (
            "feature,value,share\ng,a,1\nage,b,1\ng & age,a & b,1\n",
            &["shares.csv, line 4, column \"feature\": \"g & age\" would be read as several categories at once"],
        ),
        (
            "feature,value,share\ncombination,a,1\nx=y,combination,1\nx=z,a,1\nx & z,a,1\n",
            &[
                "shares.csv, line 2, column \"feature\": \"combination\" would be read as several categories at once",
                "shares.csv, line 3, column \"feature\": \"x=y\" would be read as several categories at once",
            ],
        ),
    ] {
        assert_eq!(told(text), problems, "{text}");
    }
    assert_eq!(parts("feature,value,count\ng,a,51\ng,b,40\n"), ["0.56044", "0.43956"]);
}

/// Shares of random counts, each rounded half up to so many decimals of a percentage.
fn rounded_percentages(counts: &[u64], decimals: usize) -> Vec<i64> {
    let scale = 100 * 10_i64.pow(decimals as u32);
    let total: u64 = counts.iter().sum();
    counts.iter().map(|&count| (2 * count as i64 * scale + total as i64) / (2 * total as i64)).collect()
}

/// A file with percentages in units of their last place.
fn with_percentages(units: &[i64], decimals: usize) -> String {
    let scale = 10_i64.pow(decimals as u32);
    let line = |(i, unit): (usize, &i64)| format!("g,v{i},\"{},{:0decimals$} %\"\n", unit / scale, unit % scale);
    format!("feature,value,share\n{}", units.iter().enumerate().map(line).collect::<String>())
}

#[test]
fn rounded_shares_are_accepted_and_what_rounding_cannot_do_is_not() {
    let mut dice = ChaCha8Rng::seed_from_u64(11);
    let mut off = 0;
    for round in 0..300 {
        let values = 2 + round % 9;
        let decimals = 1 + round % 3;
        let counts: Vec<u64> = (0..values).map(|_| u64::from(dice.next_u32() % 5000 + 1)).collect();
        let mut units = rounded_percentages(&counts, decimals);
        let whole = 100 * 10_i64.pow(decimals as u32);
        let distance = units.iter().sum::<i64>() - whole;
        off += usize::from(distance != 0);
        let shares = shares(&with_percentages(&units, decimals)).unwrap();
        let sum: BigRational = shares.categories[0].values.iter().map(|value| &value.share).sum();
        assert_eq!(sum, BigRational::from_integer(1.into()), "{units:?}");
        // Up to half a unit for each, and not one unit more.
        units[0] += values as i64 / 2 - distance;
        assert!(super::shares(&with_percentages(&units, decimals)).is_ok(), "{units:?}");
        units[0] += 1;
        let problems = told(&with_percentages(&units, decimals));
        assert!(problems.len() == 1 && problems[0].contains("not to 100; rounding explains"), "{problems:?}");
    }
    assert!(off > 50, "{off} sums are off");
}

const NAMES: [&str; 6] = ["plain", "a, b", "\"x\" first", "two\nlines", "=1+1", "Île\u{a0}de Ré"];

/// A pool of which `each` members have each of the six values, in two categories.
fn pool(each: usize) -> String {
    let cell = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
    let row = |i: usize| format!("p{i},{},{}\n", cell(NAMES[i % 6]), cell(NAMES[i / each % 6]));
    format!("id,g,\"k, l\"\n{}", (0..6 * each).map(row).collect::<String>())
}

#[test]
fn quotas_are_accepted_as_they_are() {
    let cell = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
    let line = |category: &str| {
        let row = |(i, name): (usize, &&str)| format!("\"{category}\",{},{}\n", cell(name), 10 + 7 * i);
        NAMES.iter().enumerate().map(row).collect::<String>()
    };
    let text = format!("feature,value,share\n{}{}", line("g"), line("k, l"));
    for (size, slack) in [(1, "0"), (17, "0"), (30, "1"), (36, "10%"), (40, "99")] {
        let quotas = quotas(&text, size, slack);
        let read = read_csv("quotas.csv", quotas.file().as_bytes()).unwrap();
        let pool = read_csv("pool.csv", pool(30).as_bytes()).unwrap();
        let instance = build(&read, &pool, &Settings::of_size(size)).unwrap().instance;
        let expected: Vec<_> = quotas.values().map(|(_, value)| (value.name.clone(), value.min, value.max)).collect();
        let categories = instance.categories().iter();
        let found = categories.flat_map(|category| &category.values);
        let found: Vec<_> = found.map(|value| (value.name.clone(), value.quota.min, value.quota.max)).collect();
        assert_eq!(found, expected);
        assert_eq!((instance.categories().len(), instance.combinations().len(), found.len()), (2, 0, 12));
        for category in &quotas.categories {
            assert_eq!(category.values.iter().map(|value| value.seats).sum::<usize>(), size);
        }
        // The file is a file of shares, too, and says the same again.
        assert_eq!(numbers(&super::quotas(&quotas.file(), size, slack)), numbers(&quotas));
    }
    // Planted: one minimum too many is refused.
    let file = quotas(&text, 17, "0").file();
    let spoilt = file.replacen("plain,1,1,", "plain,1,0,", 1);
    assert_ne!(spoilt, file);
    let pool = read_csv("pool.csv", pool(30).as_bytes()).unwrap();
    let spoilt = read_csv("quotas.csv", spoilt.as_bytes()).unwrap();
    assert!(build(&spoilt, &pool, &Settings::of_size(17)).is_err());
}

#[test]
fn the_rounding_is_on_record() {
    let text = "feature,value,share\ng,woman,\"50,7 %\"\ng,man,\"48,6 %\"\ng,other,\"0,7 %\"\nage,young,1\nage,old,2\n";
    assert_eq!(
        quotas(text, 40, "1").file(),
        "feature,value,min,max,share,exact_seats,seats\n\
         g,woman,19,21,\"50,7 %\",20.28,20\n\
         g,man,19,21,\"48,6 %\",19.44,20\n\
         g,other,0,1,\"0,7 %\",0.28,0\n\
         age,young,12,14,1,13.333333333,13\n\
         age,old,26,28,2,26.666666667,27\n"
    );
}

#[test]
fn values_that_get_no_seat_are_told() {
    let text = "feature,value,share\ng,woman,50\ng,man,49\ng,other,1\ng,none,0\n";
    let warnings = |slack| quotas(text, 40, slack).warnings;
    assert!(matches!(warnings("0").as_slice(), [ShareWarning::NoSeat { .. }, ShareWarning::ZeroShare { .. }]));
    assert!(matches!(warnings("1").as_slice(), [ShareWarning::ZeroShare { .. }]));
    assert_eq!(
        warnings("0")[0].to_string(),
        "shares.csv, line 4, column \"share\": the share of g \"other\" comes to 0.4 seats, and its quota is 0: nobody who has it can sit on the panel"
    );
    assert_eq!(
        warnings("1")[0].to_string(),
        "shares.csv, line 5, column \"share\": the share of g \"none\" is 0, so its quota is 0\u{2013}1"
    );
}

#[test]
fn a_total_among_the_counts_is_told() {
    let warnings = |text: &str| {
        let told = quotas(&format!("feature,value,share\n{text}"), 40, "1").warnings;
        told.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        warnings("age,young,20512\nage,old,25533\nage,Total,46045\n"),
        [
            "shares.csv, line 4, column \"share\": the share of age \"Total\" is the sum of all the others: is it a total?"
        ]
    );
    // Two equal halves, percentages, and counts without such a row are left alone.
    for text in ["g,a,300\ng,b,300\n", "g,a,50\ng,b,30\ng,c,20\n", "g,a,301\ng,b,200\ng,c,100\n"] {
        assert_eq!(warnings(text), [""; 0]);
    }
}

#[test]
fn the_example_of_the_document() {
    let read =
        |name: &str| std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
    let (document, text) = (read("docs/quotas.md"), read("tests/cli/files/shares.csv"));
    let indented = |text: &str| {
        let line = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") };
        text.lines().map(line).collect::<String>()
    };
    let made = quotas(&text, 40, "1");
    let file: String = made.file().lines().take(4).map(|line| format!("{line}\n")).collect();
    for part in [&text, &klero::apportion::render(&made, None), &file] {
        assert!(document.contains(&indented(part)), "{part}");
    }
    // Planted: other quotas are not in it.
    assert!(!document.contains(&indented(&klero::apportion::render(&quotas(&text, 41, "1"), None))));
}

#[test]
fn whatever_the_cells_hold_it_is_refused_or_makes_quotas_that_are_accepted() {
    const NAMES: [&str; 8] = ["a", "b", "A ", "c & a", "combination", "a=b", "", "\u{a0}d"];
    const SHARES: [&str; 16] = [
        "1",
        "0",
        "50",
        "50%",
        "0.5",
        "\"0,5\"",
        "33.3",
        "100",
        "1,5",
        "\"1,234\"",
        "1 234",
        "-1",
        "",
        "x",
        "99.9 %",
        "12345",
    ];
    const SLACKS: [&str; 6] = ["", "", "1", "10%", "0", "x"];
    let mut dice = ChaCha8Rng::seed_from_u64(3);
    let (mut refused, mut made) = (0, 0);
    for round in 0..4000 {
        let mut one = |of: &[&'static str]| of[dice.next_u32() as usize % of.len()];
        let few = if round % 2 == 0 { 2 } else { SHARES.len() };
        let row = |_| {
            let (share, from) = (one(&SHARES[..few]), if few == 2 { 3 } else { NAMES.len() });
            let (category, value) = (one(&NAMES[..from]), one(&NAMES[..from]));
            format!("\"{category}\",\"{value}\",{share},{}\n", one(&SLACKS[..if few == 2 { 5 } else { 6 }]))
        };
        let rows: String = (0..1 + round % 4).map(row).collect();
        let text = format!("feature,value,share,slack\n{rows}");
        let Ok(table) = read_csv("shares.csv", text.as_bytes()) else { continue };
        let Ok(_) = klero::apportion::read_shares(&table) else {
            assert!(!told(&text).is_empty());
            refused += 1;
            continue;
        };
        let quotas = quotas(&text, 1 + round % 7, "1");
        let read = read_csv("quotas.csv", quotas.file().as_bytes()).unwrap();
        // A pool in which every value is held by enough for any panel here.
        let header: String = quotas.categories.iter().map(|category| format!(",\"{}\"", category.name)).collect();
        let rows = (0..70).map(|i| {
            let value = |values: &[klero::apportion::ValueQuota]| format!(",\"{}\"", values[i % values.len()].name);
            format!("p{i}{}\n", quotas.categories.iter().map(|category| value(&category.values)).collect::<String>())
        });
        let pool = format!("identifier{header}\n{}", rows.collect::<String>());
        let pool = read_csv("pool.csv", pool.as_bytes()).unwrap();
        let built = build(&read, &pool, &Settings::of_size(1 + round % 7));
        assert!(built.is_ok(), "{text}{}{built:?}", quotas.file());
        made += 1;
    }
    assert!(refused > 500 && made > 500, "{refused} refused, {made} made");
    // Planted: quotas for another panel are not accepted.
    let exact = quotas("feature,value,share\ng,a,1\ng,b,1\n", 4, "0").file();
    let pool = read_csv("pool.csv", b"id,g\n1,a\n2,a\n3,a\n4,b\n5,b\n6,b\n").unwrap();
    let built = |size| build(&read_csv("quotas.csv", exact.as_bytes()).unwrap(), &pool, &Settings::of_size(size));
    assert!(built(4).is_ok() && built(5).is_err());
}
