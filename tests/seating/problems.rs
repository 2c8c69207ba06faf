//! Every problem is found, all at once, and says what to do.

use klero::read::read_csv;
use klero::seating::{Tables, Wishes, build};

/// The problems of a file and wishes, each as its message and its help.
fn problems(csv: &str, wishes: &Wishes) -> Vec<(String, String)> {
    let table = read_csv("people.csv", csv.as_bytes()).unwrap();
    let problems = build(&table, wishes).err().unwrap_or_default();
    problems.iter().map(|problem| (problem.to_string(), problem.help())).collect()
}

const GOOD: &str = "id,gender,age\nm1,woman,16-29\nm2,man,16-29\nm3,woman,30+\nm4,man,30+\n";

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

fn wishes() -> Wishes {
    Wishes { mix: strings(&["gender"]), ..Wishes::new(Tables::Number(2), 2) }
}

/// The one problem of the good file with these wishes.
fn only(wishes: &Wishes) -> (String, String) {
    let mut found = problems(GOOD, wishes);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[test]
fn a_good_file_has_no_problem() {
    assert_eq!(problems(GOOD, &wishes()), []);
    let groups = Wishes { together: vec![strings(&["m1", " m2 "])], apart: vec![strings(&["m1", "m3"])], ..wishes() };
    assert_eq!(problems(GOOD, &groups), []);
}

#[test]
fn numbers_that_do_not_fit() {
    let cases = [
        (Tables::Number(0), 2, "0 tables were asked for", "from 1 on"),
        (Tables::OfSeats(0), 2, "tables of 0 seats were asked for", "from 2 on"),
        (Tables::Number(5), 2, "people.csv: 5 tables were asked for, but there are only 4 people", "at most 4 tables"),
        (
            Tables::OfSeats(5),
            2,
            "people.csv: tables of 5 seats were asked for, but there are only 4 people",
            "at most 4 seats",
        ),
        (Tables::Number(2), 0, "0 rounds were asked for", "from 1 on"),
        (Tables::Number(2), 201, "201 rounds were asked for, more than 200", "at most 200"),
    ];
    for (tables, rounds, what, next) in cases {
        let (message, help) = only(&Wishes { tables, rounds, ..wishes() });
        assert_eq!(message, what);
        assert!(help.contains(next), "{help}");
    }
    let many: String = (0..2001).map(|number| format!("{number}\n")).collect();
    let found = problems(&format!("id\n{many}"), &Wishes::new(Tables::Number(2), 1));
    assert_eq!(found[0].0, "people.csv: there are 2001 people, more than 2000");
}

#[test]
fn columns_that_are_not_there() {
    let (message, help) = only(&Wishes { mix: strings(&["gendre"]), ..wishes() });
    assert_eq!(message, "people.csv, line 1: there is no column \"gendre\", which was named with --mix");
    assert!(help.starts_with("Is \"gender\" meant?"), "{help}");
    let (message, help) = only(&Wishes { show: strings(&["telephone"]), ..wishes() });
    assert!(message.contains("--show") && help.starts_with("Name one of"), "{message} {help}");
    let (message, _) = only(&Wishes { id_column: Some("number".to_owned()), ..wishes() });
    assert!(message.contains("as the one with the identifiers"), "{message}");
    let (message, _) = only(&Wishes { mix: strings(&["gender", "Gender "]), ..wishes() });
    assert_eq!(message, "the column \"gender\" is named twice with --mix");
    let found = problems("id,gender,Gender\nm1,a,b\nm2,a,b\n", &wishes());
    assert_eq!(found[0].0, "people.csv, line 1: 2 columns are called \"gender\"");
}

#[test]
fn people_who_cannot_be_told_apart() {
    let found = problems("id,gender\nm1,a\n,a\nm1,\nm2,b\n", &wishes());
    let messages: Vec<&str> = found.iter().map(|(message, _)| message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "people.csv, line 3, column \"id\": the cell is blank",
            "people.csv, line 4, column \"id\": the identifier \"m1\" was on line 2 already",
            "people.csv, line 4, column \"gender\": the cell is blank",
        ]
    );
    // Without a column of a known name, rows are numbered.
    let numbered = Wishes { apart: vec![strings(&["1", "3"])], ..wishes() };
    assert_eq!(problems("gender\na\na\nb\nb\n", &numbered), []);
}

#[test]
fn groups_that_cannot_be_kept() {
    let with = |together: &[&[&str]], apart: &[&[&str]]| Wishes {
        together: together.iter().map(|group| strings(group)).collect(),
        apart: apart.iter().map(|group| strings(group)).collect(),
        ..wishes()
    };
    let cases = [
        (
            with(&[], &[&["m1", "M2"]]),
            "\"M2\", in group 1 of those to sit apart, is not in the file",
            "Is \"m2\" meant?",
        ),
        (with(&[&["m1", "x"]], &[]), "\"x\", in group 1 of those to sit together, is not", "letter by letter"),
        (
            with(&[], &[&["m1", "m2"], &["m1", "m1"]]),
            "group 2 of those to sit apart has only one person in it, \"m1\"",
            "two or more",
        ),
        (with(&[&[""]], &[]), "group 1 of those to sit together has nobody in it", "two or more"),
        (
            with(&[], &[&["m1", "m2", "m3"]]),
            "group 1 of those to sit apart has 3 people, but there are only 2 tables",
            "3 tables",
        ),
        (
            with(&[&["m1", "m2"], &["m2", "m3"]], &[]),
            "\"m1\", \"m2\", \"m3\" are to sit together, but the largest table has 2 seats",
            "at most 2 people",
        ),
        (
            with(&[&["m1", "m2"]], &[&["m2", "m1"]]),
            "\"m1\", \"m2\" are to sit apart, by group 1 of those to sit apart, and together",
            "Decide",
        ),
    ];
    for (wishes, what, next) in cases {
        let (message, help) = only(&wishes);
        assert!(message.contains(what), "{message}");
        assert!(help.contains(next), "{help}");
    }
}

#[test]
fn all_problems_at_once() {
    let wishes = Wishes {
        mix: strings(&["gender", "aeg"]),
        together: vec![strings(&["m1", "nobody"])],
        apart: vec![strings(&["m1", "m2", "m3"])],
        ..Wishes::new(Tables::Number(2), 0)
    };
    assert_eq!(problems("id,gender,age\nm1,,1\nm2,a,1\nm3,a,1\n", &wishes).len(), 5);
}
