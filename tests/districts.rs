//! Several districts in one quotas file: everybody has the chance that the district's own lottery gives.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

mod support;

use std::fmt::Write;

use klero::districts::{Councils, DistrictProblem, compile};
use klero::instance::{Instance, Settings, build};
use klero::lottery::deal;
use klero::read::{Table, csv_text, read_csv};
use klero::solve::{SolveError, solve};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};
use support::oracle::{Small, feasible_panels, leximin};
use support::random::{random_few_categories, random_small};

const TICKETS: u64 = 1_000_000_000_000;

fn csv(name: &str, text: &str) -> Table {
    read_csv(name, text.as_bytes()).unwrap()
}

/// The three files of some districts.
fn files(districts: &[Small]) -> [String; 3] {
    let categories = districts.iter().map(|small| small.quotas.len()).max().unwrap();
    let mut sizes = String::from("size,district\n");
    let mut quotas = String::from("district,feature,value,min,max\n");
    let mut pool = String::from("id,Area");
    for c in 0..categories {
        write!(pool, ",c{}", c + 1).unwrap();
    }
    pool.push('\n');
    for (d, small) in districts.iter().enumerate() {
        writeln!(sizes, "{},D{d}", small.size).unwrap();
        for (c, values) in small.quotas.iter().enumerate() {
            for (v, (min, max)) in values.iter().enumerate() {
                writeln!(quotas, "d{d},c{},v{},{min},{max}", c + 1, v + 1).unwrap();
            }
        }
        for (member, values) in small.values.iter().enumerate() {
            write!(pool, "d{d}m{member:02},D{d}").unwrap();
            for c in 0..categories {
                // A category without quotas in this district.
                write!(pool, ",v{}", values.get(c).map_or(1, |value| value + 1)).unwrap();
            }
            pool.push('\n');
        }
    }
    [sizes, quotas, pool]
}

fn compiled(files: &[String; 3]) -> Result<Councils, Vec<DistrictProblem>> {
    let [districts, quotas, pool] = files;
    let (districts, quotas) = (csv("districts.csv", districts), csv("quotas.csv", quotas));
    compile(&districts, &quotas, &csv("pool.csv", pool), "area", None, "all.csv")
}

fn tickets(instance: &Instance) -> Result<Vec<u64>, SolveError> {
    let solution = solve(instance, TICKETS, &mut |_| {})?;
    let dealt: Vec<_> = solution.compositions.iter().map(|c| (c.seats.as_slice(), c.tickets as u64)).collect();
    Ok(deal(instance.size(), &solution.typed.classes, &dealt).marginals(instance.members().len()))
}

/// The tickets of all members in the lottery over all districts; `None` when there is no panel. The file goes through CSV, as a record's does.
fn together(files: &[String; 3], councils: &Councils) -> Option<Vec<u64>> {
    let quotas = csv("all.csv", &csv_text(&councils.quotas));
    let built = build(&quotas, &csv("pool.csv", &files[2]), &Settings::of_size(councils.size)).unwrap();
    match tickets(&built.instance) {
        Ok(tickets) => Some(tickets),
        Err(SolveError::Infeasible { .. }) => None,
        Err(error) => panic!("{error}"),
    }
}

/// Who has another chance than in the own district by itself.
fn fault(exact: &[BigRational], tickets: &[u64]) -> Option<String> {
    assert_eq!(exact.len(), tickets.len());
    exact.iter().zip(tickets).enumerate().find_map(|(i, (exact, &tickets))| {
        let off = BigRational::new(BigInt::from(tickets), BigInt::from(TICKETS)) - exact;
        (off.abs().to_f64().unwrap() > 1e-9)
            .then(|| format!("member {i} has {tickets} tickets, and leximin gives {exact}"))
    })
}

/// Leximin in each district, from a list of its panels; `None` when one has none.
fn each(districts: &[Small]) -> Option<Vec<BigRational>> {
    let exact: Option<Vec<Vec<BigRational>>> =
        districts.iter().map(|small| leximin(small.values.len(), &feasible_panels(small))).collect();
    Some(exact?.concat())
}

#[test]
fn everybody_has_the_chance_of_the_own_district() {
    let pools = std::env::var("KLERO_POOLS").ok().map_or(60, |pools| pools.parse().expect("a whole number"));
    let (mut solved, mut none, mut refused) = (0, 0, 0);
    for seed in 0..pools {
        let few = |d: u64| random_few_categories(3 * seed + d, 1 + (seed as usize + d as usize) % 3, 8);
        let mut districts: Vec<Small> = (0..2 + seed % 2).map(few).collect();
        if seed % 3 == 0 {
            // One with more categories, whose quotas may be impossible.
            districts.push(random_small(seed));
        }
        let exact = each(&districts);
        let files = files(&districts);
        match compiled(&files) {
            Ok(councils) => match (together(&files, &councils), exact) {
                (Some(tickets), Some(exact)) => {
                    assert_eq!(fault(&exact, &tickets), None, "{seed}: {files:?}");
                    let mut other = tickets.clone();
                    other[0] ^= 4_096;
                    assert!(fault(&exact, &other).is_some());
                    solved += 1;
                }
                (None, None) => none += 1,
                (tickets, exact) => panic!("{seed}: {tickets:?}, but {exact:?}\n{files:?}"),
            },
            Err(problems) => {
                assert_eq!(exact, None, "{seed}: {problems:?}\n{files:?}");
                assert!(
                    problems.iter().all(|problem| matches!(problem, DistrictProblem::Within { .. })),
                    "{problems:?}"
                );
                refused += 1;
            }
        }
    }
    println!("{solved} solved, {none} without panels, {refused} refused");
    assert!(solved > pools / 2 && none + refused > 0);
}

const SIZES: &str = "district,size\nHarbour,2\nOld Town,3\n";
const QUOTAS: &str = "district,feature,value,min,max\nHarbour,gender,woman,1,1\nHarbour,gender,man,1,1\n*,gender,woman,1,2\n,gender,man,1,2\n";
const POOL: &str = "id,area,gender\n1,Harbour,woman\n2,Harbour,man\n3,harbour,woman\n4,Old Town,woman\n5,Old Town,man\n6,Old Town,man\n7,OLD TOWN,woman\n";

fn of(files: [&str; 3]) -> Result<Councils, Vec<String>> {
    compiled(&files.map(str::to_owned)).map_err(|problems| problems.iter().map(ToString::to_string).collect())
}

#[test]
fn the_file_says_what_each_district_says() {
    let councils = of([SIZES, QUOTAS, POOL]).unwrap();
    assert_eq!((councils.size, councils.districts.len(), councils.districts[0].members), (5, 2, 3));
    assert_eq!(councils.districts.iter().map(|district| district.own).collect::<Vec<_>>(), [true, false]);
    let expected = "feature,value,min,max\narea,Harbour,2,2\narea,Old Town,3,3\ngender,woman,2,3\ngender,man,2,3\n\
                    area=Harbour & gender=woman,,1,1\narea=Harbour & gender=man,,1,1\n\
                    area=Old Town & gender=woman,,1,2\narea=Old Town & gender=man,,1,2\n";
    assert_eq!(csv_text(&councils.quotas), expected);
}

#[test]
fn a_quota_on_several_values_is_one_on_these_in_the_district() {
    let sizes = "district,size\nN,2\nS,2\n";
    let quotas = "district,feature,value,min,max\n*,gender,woman,0,2\n*,gender,man,0,2\n*,age,young,0,2\n*,age,old,0,2\n*,gender=woman & age=young,,1,1\n";
    let pool = "id,area,gender,age\n1,N,woman,young\n2,N,woman,old\n3,N,man,old\n4,S,woman,young\n5,S,woman,young\n6,S,man,young\n7,S,man,old\n";
    let files = [sizes, quotas, pool].map(str::to_owned);
    let councils = compiled(&files).unwrap();
    let text = csv_text(&councils.quotas);
    assert!(text.contains("\narea=N & gender=woman & age=young,,1,1\n"), "{text}");
    let tickets = together(&files, &councils).unwrap();
    // In N, 1 always sits, and 2 and 3 take turns; in S, 4 and 5 take turns, and so do 6 and 7.
    let half = TICKETS / 2;
    assert_eq!(tickets, [TICKETS, half, half, half, half, half, half]);
}

#[test]
fn a_category_without_quotas_in_a_district_is_free_there() {
    let sizes = "district,size\nN,1\nS,1\n";
    let quotas =
        "district,feature,value,min,max\nN,gender,woman,1,1\nN,gender,man,0,0\nS,age,old,0,1\nS,age,young,0,1\n";
    let pool = "id,area,gender,age\n1,N,woman,old\n2,N,man,young\n3,S,woman,old\n4,S,man,young\n";
    let files = [sizes, quotas, pool].map(str::to_owned);
    let councils = compiled(&files).unwrap();
    assert!(csv_text(&councils.quotas).contains("\ngender,woman,1,2\ngender,man,0,1\nage,old,0,2\nage,young,0,2\n"));
    assert_eq!(together(&files, &councils).unwrap(), [TICKETS, 0, TICKETS / 2, TICKETS / 2]);
}

#[test]
fn every_problem_is_told_where_it_is() {
    let told = |files: [&str; 3]| of(files).unwrap_err();
    let cases: [([&str; 3], &[&str]); 13] = [
        (
            ["district,seats\nA,1\n", QUOTAS, "id,gender\n1,woman\n"],
            &["districts.csv, line 1: there is no column \"size\"", "pool.csv, line 1: there is no column \"area\""],
        ),
        (
            [SIZES, "feature,value,min,max\ngender,woman,1,1\n", POOL],
            &["quotas.csv, line 1: there is no column \"district\""],
        ),
        (
            ["district,size,district\nA,1,A\n", QUOTAS, POOL],
            &["districts.csv, line 1: the column \"district\" stands in several places"],
        ),
        (
            ["district,size\nHarbour,two\n,3\nOld Town,0\nharbour,2\n", QUOTAS, POOL],
            &[
                "districts.csv, line 2, column \"size\": \"two\" is not a number of seats",
                "districts.csv, line 3, column \"district\": the cell is blank",
                "districts.csv, line 4, column \"size\": \"0\" is not a number of seats",
                "districts.csv, line 5, column \"district\": \"Harbour\" has a size already, on line 2",
            ],
        ),
        (
            [SIZES, &QUOTAS.replace("\nHarbour", "\nHabour"), POOL],
            &[
                "quotas.csv, line 2, column \"district\": \"Habour\" is not a district that districts.csv has",
                "quotas.csv, line 3, column \"district\": \"Habour\" is not a district that districts.csv has",
            ],
        ),
        (
            [SIZES, QUOTAS, &POOL.replace("4,Old Town", "4,Hill").replace("5,Old Town", "5,")],
            &[
                "pool.csv, line 5, column \"area\": \"Hill\" is not a district that districts.csv has",
                "pool.csv, line 6, column \"area\": the cell is blank",
            ],
        ),
        (
            [SIZES, "district,feature,value,min,max\nHarbour,gender,woman,1,1\nHarbour,gender,man,1,1\n", POOL],
            &["quotas.csv, line 1, column \"district\": quotas.csv has no quotas for \"Old Town\""],
        ),
        (
            [SIZES, QUOTAS, &POOL.replace("7,OLD TOWN", "1,Old Town")],
            &["pool.csv, line 8, column \"area\": \"1\" is in \"Old Town\" here and in \"Harbour\" on line 2"],
        ),
        (
            [&SIZES.replace("Town,3", "Town,5"), QUOTAS, POOL],
            &[
                "in \"Old Town\": pool.csv: the panel size is 5, but the pool has 4 members",
                "in \"Old Town\": quotas.csv, column \"max\": the maximums of \"gender\" add up to 4, less than the panel size 5",
            ],
        ),
        (
            [&SIZES.replace("Harbour,2", "Harbour,1"), QUOTAS, POOL],
            &[
                "in \"Harbour\": quotas.csv, column \"min\": the minimums of \"gender\" add up to 2, more than the panel size 1",
            ],
        ),
        // A row for both is told once.
        (
            [SIZES, "district,feature,value,min,max\n,gender,woman,x,2\n,gender,man,0,2\n", POOL],
            &["in \"Harbour\", \"Old Town\": quotas.csv, line 2, column \"min\": \"x\" is not a whole number"],
        ),
        (
            [SIZES, &format!("{QUOTAS}Harbour,area,Harbour,2,2\n"), POOL],
            &["quotas.csv: the column \"area\" is that of the districts, so it has no quotas of its own"],
        ),
        // Only Harbour has rows for the gender, so nobody knows "other" in the end.
        (
            [
                SIZES,
                "district,feature,value,min,max\nHarbour,gender,woman,1,1\nHarbour,gender,man,1,1\n*,age,old,3,3\n",
                "id,area,gender,age\n1,Harbour,woman,old\n2,Harbour,man,old\n4,Old Town,other,old\n5,Old Town,man,old\n6,Old Town,man,old\n",
            ],
            &["pool.csv, line 4, column \"gender\": \"other\" is not a value that all.csv has for \"gender\""],
        ),
    ];
    for (files, expected) in cases {
        assert_eq!(told(files), expected, "{files:?}");
    }
}

#[test]
fn names_that_make_the_file_say_something_else_are_refused() {
    // "N & gender=woman" is a district and, in the file, would be one of its parts.
    let sizes = "district,size\nN,1\nN & gender=woman,1\n";
    let quotas = "district,feature,value,min,max\n*,gender,woman,0,1\n*,gender,man,0,1\n";
    let pool = "id,area,gender\n1,N,woman\n2,N & gender=woman,man\n3,N & gender=woman,woman\n";
    let problems = of([sizes, quotas, pool]).unwrap_err();
    assert!(
        problems.iter().any(|problem| problem.contains("all.csv") || problem.contains("would be read as")),
        "{problems:?}"
    );
}

#[test]
fn one_certificate_proves_the_fairness_in_every_district() {
    let dir = std::env::temp_dir().join(format!("klero-districts-{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    let klero = |args: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_klero"))
            .env("LC_ALL", "C")
            .current_dir(&dir)
            .args(args)
            .output();
        let output = output.unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (mut checked, mut with_cuts) = (0, 0);
    for seed in 0..60 {
        // Their quotas are such that whole panels can do less than fractions, now and then.
        let districts = [random_small(seed), random_few_categories(seed, 2, 8), random_small(seed + 1)];
        let files = files(&districts);
        let Ok(councils) = compiled(&files) else { continue };
        std::fs::write(dir.join("quotas.csv"), csv_text(&councils.quotas)).unwrap();
        std::fs::write(dir.join("pool.csv"), &files[2]).unwrap();
        let size = councils.size.to_string();
        let solve = ["solve", "--pool", "pool.csv", "--quotas", "quotas.csv", "--size", &size];
        let (code, _) = klero(&[&solve[..], &["--out", "record", "--overwrite"]].concat());
        if code != Some(0) {
            assert_eq!((code, each(&districts)), (Some(1), None), "{seed}");
            continue;
        }
        let (code, said) = klero(&["verify", "record"]);
        assert!(code == Some(0) && said.contains("settled by arithmetic alone"), "{seed}:\n{said}");
        checked += 1;
        let certificate = std::fs::read_to_string(dir.join("record/certificate.json")).unwrap();
        with_cuts += usize::from(certificate.contains("\"proof\""));
    }
    std::fs::remove_dir_all(&dir).unwrap();
    println!("{checked} records, {with_cuts} with cuts");
    assert!(checked >= 10 && with_cuts >= 2, "{checked} records, {with_cuts} with cuts");
}
