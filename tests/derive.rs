//! Derived columns: held against a calendar that counts days one by one, against bands looked up in a list, and word for word where a
//! pool is wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on must stop loudly")]

mod support;

use klero::derive::{Bands, Date, DateFormat, Derivation, DeriveProblem, Derived, OLDEST, Recode, Rule, apply};
use klero::read::{Table, read_csv};
use support::random::Dice;

fn table(text: &str) -> Table {
    read_csv("pool.csv", text.as_bytes()).unwrap()
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn derivation(column: &str, from: &str, rule: Rule) -> Derivation {
    Derivation { column: column.to_owned(), from: from.to_owned(), rule }
}

fn day(text: &str) -> Date {
    DateFormat::Iso.read(text).unwrap()
}

fn ages(labels: &[&str]) -> Bands {
    Bands::of_ages(&texts(labels)).unwrap()
}

fn age_on(at: &str, labels: &[&str]) -> Rule {
    Rule::AgeOn { at: day(at), format: DateFormat::Iso, bands: ages(labels) }
}

fn recode(results: &[(&str, &[&str])], other: Option<&str>) -> Rule {
    let results = results.iter().map(|(result, values)| ((*result).to_owned(), texts(values))).collect();
    Rule::Recode(Recode::new(results, other.map(str::to_owned)).unwrap())
}

fn column(derived: &Derived, name: &str) -> Vec<String> {
    let place = derived.table.header.iter().position(|header| header == name).unwrap();
    derived.table.rows.iter().map(|row| row.cells[place].clone()).collect()
}

fn said(table: &Table, rules: &[Derivation]) -> Vec<String> {
    apply(table, rules).unwrap_err().iter().map(ToString::to_string).collect()
}

const POOL: &str = "\
id,birth_date,born,income_eur,schooling
a,1996-11-22,1996,1500,none
b,1996-11-23,1996,1501,University
c,2004-02-29,2004,3000.00,primary

d,1950-01-01,1950,-20,\" COLLEGE\"
";

#[test]
fn columns_are_derived_and_told() {
    let rules = [
        derivation("age", "Birth_Date", age_on("2026-11-22", &["16-29", "30-44", "45-64", "65+"])),
        derivation("age reached", "born", Rule::AgeIn { at: 2026, bands: ages(&["-29", "30+"]) }),
        derivation(
            "income",
            "income_eur",
            Rule::Number { bands: Bands::new(&texts(&["-1500", "1501-3000", "3001+"])).unwrap() },
        ),
        derivation(
            "education",
            "schooling",
            recode(&[("low", &["none", "primary"]), ("high", &["university", "college"])], None),
        ),
        // A derived column feeds a later one.
        derivation("young", "age", recode(&[("yes", &["16-29"])], Some("no"))),
    ];
    let pool = table(POOL);
    let derived = apply(&pool, &rules).unwrap();
    assert_eq!(column(&derived, "age"), ["30-44", "16-29", "16-29", "65+"]);
    assert_eq!(column(&derived, "age reached"), ["30+", "30+", "-29", "30+"]);
    assert_eq!(column(&derived, "income"), ["-1500", "1501-3000", "1501-3000", "-1500"]);
    assert_eq!(column(&derived, "education"), ["low", "high", "low", "high"]);
    assert_eq!(column(&derived, "young"), ["no", "yes", "yes", "no"]);
    let told: Vec<String> = derived.summaries.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "column \"age\" is derived from \"birth_date\" (age on 2026-11-22): \
             \"16-29\" for 2 rows, \"30-44\" for 1 row, \"45-64\" for 0 rows, \"65+\" for 1 row",
            "column \"age reached\" is derived from \"born\" (age reached in 2026): \"-29\" for 1 row, \"30+\" for 3 rows",
            "column \"income\" is derived from \"income_eur\" (bands of numbers): \
             \"-1500\" for 2 rows, \"1501-3000\" for 2 rows, \"3001+\" for 0 rows",
            "column \"education\" is derived from \"schooling\" (recoded): \
             \"low\" for 2 rows (\"none\" 1, \"primary\" 1), \"high\" for 2 rows (\"COLLEGE\" 1, \"University\" 1)",
            "column \"young\" is derived from \"age\" (recoded): \
             \"yes\" for 2 rows (\"16-29\" 2), \"no\" for 2 rows (\"30-44\" 1, \"65+\" 1)",
        ]
    );
    // All else is as it was: cells, lines, order.
    assert_eq!(derived.table.header[..5], pool.header[..]);
    for (before, after) in pool.rows.iter().zip(&derived.table.rows) {
        assert_eq!((before.line, &before.cells[..]), (after.line, &after.cells[..5]));
    }
    assert_eq!(apply(&pool, &[]).unwrap().table, pool);
}

/// Every day of the years from `first` to `last`, as year, month and day.
fn days(first: u32, last: u32) -> Vec<(u32, u32, u32)> {
    let mut days = Vec::new();
    for year in first..=last {
        let february = if year % 4 == 0 && ![1800, 1900, 2100, 2200].contains(&year) { 29 } else { 28 };
        for (month, length) in (1..).zip([31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
            days.extend((1..=length).map(|day| (year, month, day)));
        }
    }
    days
}

/// Birthdays from the day after the birth until the last day, by walking through all the days. In years that have no 29 February, the day
/// after 28 February is the birthday of those who were born on it.
fn birthdays(calendar: &[(u32, u32, u32)], born: usize, until: usize) -> i64 {
    let (_, month, day) = calendar[born];
    let walk = (born + 1..=until).filter(|&i| {
        let today = calendar[i];
        (today.1, today.2) == (month, day)
            || ((month, day) == (2, 29)
                && (today.1, today.2) == (3, 1)
                && (calendar[i - 1].1, calendar[i - 1].2) == (2, 28))
    });
    walk.count() as i64
}

/// Days of birth and days on which the age is asked for, of which a way of counting gets the age wrong.
fn wrong_ages(age: impl Fn(Date, Date) -> i64) -> usize {
    let calendar = days(1896, 2104);
    let date = |(year, month, day): (u32, u32, u32)| Date::new(year.into(), month.into(), day.into()).unwrap();
    let place = |date: (u32, u32, u32)| calendar.binary_search(&date).unwrap();
    let mut dice = Dice::new(7);
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for _ in 0..1500 {
        let born = dice.below(calendar.len());
        let until = born + dice.below((calendar.len() - born).min(120 * 365));
        pairs.push((born, until));
    }
    // Around the birthdays of leap days, in leap years and others, also at the turn of centuries.
    for (born, year) in
        [(1896, 1899), (1896, 1900), (2000, 2023), (2000, 2024), (2004, 2100), (2004, 2101), (1904, 1904)]
    {
        for until in [(year, 2, 28), (year, 3, 1), (year, 3, 2)] {
            pairs.push((place((born, 2, 29)), place(until)));
        }
    }
    // Every day of two years, for births around it.
    for until in place((2023, 12, 1))..place((2025, 2, 1)) {
        pairs.push((place((2000, 2, 29)), until));
        pairs.push((place((1999, 12, 31)), until));
    }
    pairs.retain(|(born, until)| born <= until);
    let wrong = pairs.iter().filter(|&&(born, until)| {
        age(date(calendar[born]), date(calendar[until])) != birthdays(&calendar, born, until)
    });
    wrong.count()
}

#[test]
fn ages_are_birthdays_counted_one_by_one() {
    assert_eq!(wrong_ages(Date::age_on), 0);
    // Planted: the difference of years; and leap-day birthdays on 28 February, for which every date is moved by a day.
    let years = |born: Date, until: Date| {
        let year = |date: Date| date.to_string()[..4].parse::<i64>().unwrap();
        year(until) - year(born)
    };
    assert!(wrong_ages(years) > 100);
    let early = |born: Date, until: Date| {
        let text = born.to_string();
        let moved = text.strip_suffix("02-29").map(|year| day(&format!("{year}02-28")));
        moved.unwrap_or(born).age_on(until)
    };
    assert!(wrong_ages(early) > 0);
}

#[test]
fn the_calendar_has_the_days_that_were_listed() {
    let calendar = days(1799, 2201);
    let mut listed = calendar.iter();
    let mut found = 0;
    for year in 1799..=2201_u32 {
        for (month, day) in (0..=13).flat_map(|month| (0..=32).map(move |day| (month, day))) {
            let exists = Date::new(year.into(), month, day).is_some();
            if exists {
                assert_eq!(listed.next(), Some(&(year, month as u32, day as u32)));
                found += 1;
            }
        }
    }
    assert_eq!(found, calendar.len());
    for text in ["1900-02-29", "2023-02-29", "2023-04-31", "2023-00-10", "2023-13-01", "2023-01-00"] {
        assert!(DateFormat::Iso.read(text).is_err(), "{text}");
    }
}

#[test]
fn every_format_reads_what_it_writes() {
    for &(year, month, day) in days(1995, 2005).iter() {
        let date = Date::new(year.into(), month.into(), day.into());
        for (format, text) in [
            (DateFormat::Iso, format!("{year}-{month:02}-{day:02}")),
            (DateFormat::Dots, format!("{day}.{month}.{year}")),
            (DateFormat::DayFirst, format!("{day:02}/{month}/{year}")),
            (DateFormat::MonthFirst, format!("{month}/{day:02}/{year}")),
        ] {
            assert_eq!(format.read(&text).ok(), date, "{text}");
        }
        assert_eq!(date.unwrap().to_string(), format!("{year}-{month:02}-{day:02}"));
    }
}

/// Random rows of bands of whole numbers, and cells that fall into them or not: looked up in a list of all numbers.
#[test]
fn bands_are_lists_of_numbers() {
    let mut dice = Dice::new(11);
    let (mut none, mut some) = (0, 0);
    for _ in 0..300 {
        let first = dice.below(20);
        let mut low = first;
        let mut labels = Vec::new();
        let mut owner = vec![None; 120];
        let count = dice.between(1, 5);
        for band in 0..count {
            let high = low + dice.below(12);
            let last = band + 1 == count && dice.chance(1, 2);
            labels.push(match (low == high, last) {
                (_, true) => format!("{low}+"),
                (true, false) => format!("{low}"),
                (false, false) => format!("{low}-{high}"),
            });
            for number in low..if last { owner.len() } else { high + 1 } {
                owner[number] = Some(band);
            }
            low = high + 1;
        }
        let rule = Rule::Number { bands: Bands::new(&labels).unwrap() };
        let number = dice.below(owner.len());
        let text = if dice.chance(1, 2) { format!("{number}") } else { format!("{number}.00") };
        let pool = table(&format!("id,n\nx,{text}\n"));
        match apply(&pool, &[derivation("band", "n", rule)]) {
            Ok(derived) => {
                assert_eq!(Some(&column(&derived, "band")[0]), owner[number].map(|band| &labels[band]), "{labels:?}");
                some += 1;
            }
            Err(problems) => {
                assert!(matches!(problems[..], [DeriveProblem::NoBand { .. }]), "{problems:?}");
                assert_eq!(owner[number], None, "{labels:?} {number}");
                none += 1;
            }
        }
        // Planted: a hole in the row is refused.
        if labels.len() > 2 {
            labels.remove(1);
            assert!(Bands::new(&labels).is_err(), "{labels:?}");
        }
    }
    assert!(none > 30 && some > 30, "{none} {some}");
}

#[test]
fn every_bad_cell_is_told_at_once() {
    let pool = table(
        "\
id,birth_date,n,word
a,1990-01-01,5,yes
b,31.12.1990,1.5,Yes
c,1990-02-30,\"1,5\",yess
d,,,
e,1990,-1,perhaps
f,2027-01-01,5,yes
g,1890-01-01,5,yes
h,2020-05-05,5,yes
i,03/04/1990,5e0,no
",
    );
    let rules = [
        derivation("age", "birth_date", age_on("2026-11-22", &["16-29", "30+"])),
        derivation("band", "n", Rule::Number { bands: Bands::new(&texts(&["0-1", "2+"])).unwrap() }),
        derivation("answer", "word", recode(&[("y", &["yes"]), ("n", &["no"])], None)),
        // What needs a column that could not be derived is not told again.
        derivation("young", "age", recode(&[("yes", &["16-29"])], None)),
        derivation("younger", "young", recode(&[("yes", &["yes"])], None)),
    ];
    let problems = apply(&pool, &rules).unwrap_err();
    let told: Vec<String> = problems.iter().map(|problem| format!("{problem}\n  {}", problem.help())).collect();
    let expected = [
        "pool.csv, line 3, column \"birth_date\": \"31.12.1990\" is no date written YYYY-MM-DD
  State format = \"DD.MM.YYYY\" if all the dates are written so.",
        "pool.csv, line 4, column \"birth_date\": \"1990-02-30\" (read YYYY-MM-DD) is not in the calendar
  Correct the date.",
        "pool.csv, line 5, column \"birth_date\": the cell is blank, and \"age\" is to be derived from it
  Fill in the cell, or take the row out of the pool.",
        "pool.csv, line 6, column \"birth_date\": \"1990\" is no date written YYYY-MM-DD
  If the column holds years, state a year: at = 2026 gives the age that is reached in it.",
        "pool.csv, line 7, column \"birth_date\": who was born in \"2027-01-01\" was not yet born on 2026-11-22
  Correct the cell, or what is stated with at = ….",
        "pool.csv, line 8, column \"birth_date\": who was born in \"1890-01-01\" is 136 years old on 2026-11-22
  Correct the cell. Ages above 130 are taken for mistakes.",
        "pool.csv, line 9, column \"birth_date\": \"2020-05-05\" (6 years old) is in no band of \"age\"
  Correct the cell, add a band, or take the row out of the pool. The bands are \"16-29\", \"30+\".",
        "pool.csv, line 10, column \"birth_date\": \"03/04/1990\" is no date written YYYY-MM-DD
  State how the dates are written: format = \"DD/MM/YYYY\" or format = \"MM/DD/YYYY\".",
        "pool.csv, line 3, column \"n\": \"1.5\" is in no band of \"band\"
  Correct the cell, add a band, or take the row out of the pool. The bands are \"0-1\", \"2+\".",
        "pool.csv, line 4, column \"n\": \"1,5\" is no number
  Write digits, with a point before decimals and nothing between thousands: 1500 or 1500.50.",
        "pool.csv, line 5, column \"n\": the cell is blank, and \"band\" is to be derived from it
  Fill in the cell, or take the row out of the pool.",
        "pool.csv, line 6, column \"n\": \"-1\" is in no band of \"band\"
  Correct the cell, add a band, or take the row out of the pool. The bands are \"0-1\", \"2+\".",
        "pool.csv, line 10, column \"n\": \"5e0\" is no number
  Write digits, with a point before decimals and nothing between thousands: 1500 or 1500.50.",
        "pool.csv, line 4, column \"word\": the rule for \"answer\" does not say what \"yess\" becomes
  Is \"yes\" meant? Correct the cell, or name the value in the rule.",
        "pool.csv, line 5, column \"word\": the cell is blank, and \"answer\" is to be derived from it
  Fill in the cell, or take the row out of the pool.",
        "pool.csv, line 6, column \"word\": the rule for \"answer\" does not say what \"perhaps\" becomes
  Name the value in the rule, or say with other = \"…\" what all values become that it does not name.",
    ];
    assert_eq!(told, expected);
    for problem in &problems {
        let (line, cell) = (problem.place().line.unwrap(), problem.cell().unwrap());
        let row = pool.rows.iter().find(|row| row.line == line).unwrap();
        assert!(row.cells.iter().any(|text| text == cell) && problem.code().starts_with("derive-"), "{problem}");
    }
}

#[test]
fn columns_that_are_not_there_or_there_already() {
    let pool = table("id,born,n,n\na,1990,1,1\n");
    let rule = || Rule::AgeIn { at: 2026, bands: ages(&["0+"]) };
    assert_eq!(
        said(
            &pool,
            &[
                derivation("x", "borne", rule()),
                derivation("ID", "born", rule()),
                derivation("y", "n", rule()),
                derivation("z", "late", rule()),
                derivation("fine", "born", rule()),
                derivation("Fine", "born", rule()),
                derivation("late", "born", rule()),
            ]
        ),
        [
            "pool.csv, line 1: there is no column \"borne\" to derive \"x\" from",
            "pool.csv, line 1: there is a column \"ID\" already, which was to be derived from \"born\"",
            "pool.csv, line 1: several columns are called \"n\", from which \"y\" is to be derived",
            "pool.csv, line 1: there is no column \"late\" to derive \"z\" from",
            "pool.csv, line 1: there is a column \"Fine\" already, which was to be derived from \"born\"",
        ]
    );
    // A column cannot be derived from itself, and so not in a circle either.
    assert_eq!(
        said(&pool, &[derivation("a", "b", rule()), derivation("b", "a", rule()), derivation("c", "c", rule())]),
        [
            "pool.csv, line 1: there is no column \"b\" to derive \"a\" from",
            "pool.csv, line 1: there is no column \"c\" to derive \"c\" from",
        ]
    );
}

#[test]
fn a_year_alone_is_not_mixed_with_days() {
    let pool = table("id,born\na,1990\nb,1990-05-01\nc,198O\n");
    assert_eq!(
        said(&pool, &[derivation("age", "born", Rule::AgeIn { at: 2026, bands: ages(&["0+"]) })]),
        [
            "pool.csv, line 3, column \"born\": \"1990-05-01\" is no year of four digits",
            "pool.csv, line 4, column \"born\": \"198O\" is no year of four digits",
        ]
    );
}

#[test]
fn the_first_and_the_last_age() {
    let at = "2026-11-22";
    let pool = |date: &str| table(&format!("id,d\na,{date}\n"));
    let derived = |date: &str| apply(&pool(date), &[derivation("age", "d", age_on(at, &["0", "1-129", "130+"]))]);
    assert_eq!(column(&derived("2026-11-22").unwrap(), "age"), ["0"]);
    assert!(matches!(derived("2026-11-23").unwrap_err()[..], [DeriveProblem::Unborn { .. }]));
    assert_eq!(column(&derived("2025-11-22").unwrap(), "age"), ["1-129"]);
    assert_eq!(column(&derived("1895-11-23").unwrap(), "age"), ["130+"]);
    assert!(matches!(derived("1895-11-22").unwrap_err()[..], [DeriveProblem::TooOld { age: 131, .. }]));
    assert_eq!(OLDEST, 130);
}

#[test]
fn recodings_that_say_two_things_are_refused() {
    let build = |results: &[(&str, &[&str])], other: Option<&str>| {
        let results = results.iter().map(|(result, values)| ((*result).to_owned(), texts(values))).collect();
        Recode::new(results, other.map(str::to_owned))
            .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    assert_eq!(
        build(&[("low", &["none", " NONE "]), ("high", &["None", ""]), ("Low", &[])], Some(" ")).unwrap_err(),
        [
            "the value \" NONE \" is to become \"low\" and \"low\"",
            "the value \"None\" is to become \"low\" and \"high\"",
            "a blank value is to become \"high\"",
            "the results \"low\" and \"Low\" are the same value",
            "no value becomes \"Low\"",
            "a result is blank",
        ]
    );
    assert_eq!(build(&[], None).unwrap_err(), ["nothing is recoded"]);
    // The other values may become one of the results.
    let rule = recode(&[("few", &["0", "1"]), ("many", &["2"])], Some("MANY"));
    let derived = apply(&table("id,n\na,0\nb,2\nc,17\n"), &[derivation("m", "n", rule)]).unwrap();
    assert_eq!(column(&derived, "m"), ["few", "many", "many"]);
    assert_eq!(derived.summaries[0].counts.iter().map(|count| count.rows).collect::<Vec<_>>(), [1, 2]);
}
