//! Registers and wishes that are refused, with the lines.

use klero::invite::{Area, AreaPlan, Asked};

use super::{asked, draw, plan, problems};

#[test]
fn what_stands_twice_is_refused_with_its_lines() {
    let twice = "id,address\n1,Mill Lane 1\n2,Mill Lane 2\n1,Mill Lane 3\n3,\"mill lane, 2\"\n";
    assert_eq!(
        problems(&asked(2, None, &[]), twice),
        [
            "register.csv: rows with the same identifier in column \"id\": lines 2, 4",
            "register.csv: rows with the same address in column \"address\": lines 3, 5",
        ]
    );
    assert_eq!(
        problems(&asked(2, None, &["address"]), twice),
        ["register.csv: rows with the same identifier in column \"id\": lines 2, 4"]
    );
    assert_eq!(
        problems(&asked(1, None, &[]), "name,town\na,x\nb,x\na,x\n"),
        ["register.csv: rows that are alike in all cells: lines 2, 4"]
    );
    // Identifiers count letter by letter.
    assert_eq!(problems(&asked(1, None, &[]), "id\na\nA\n"), [""; 0]);
}

#[test]
fn all_problems_of_the_rows_are_told_at_once() {
    let register = "id,area,home\n1,n,x\n2,,y\n,n,z\n3,n\n4,n,\" - \"\n5,n,w,v\n";
    assert_eq!(
        problems(&asked(1, Some("area"), &["home"]), register),
        [
            "register.csv: the header has 3 cells, other rows have more or fewer: lines 5, 7",
            "register.csv: blank in column \"id\": line 4",
            "register.csv: blank in column \"home\": line 6",
            "register.csv: blank in column \"area\": line 3",
        ]
    );
    let many: String = (0..100).map(|row| format!("{row},x,y\n")).collect();
    assert_eq!(
        problems(&asked(1, None, &[]), &format!("id,x\n{many}")),
        [
            "register.csv: the header has 2 cells, other rows have more or fewer: lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 88 more"
        ]
    );
    let pairs: String = (0..60).map(|row| format!("{}\n", row % 30)).collect();
    let said = problems(&asked(1, None, &[]), &format!("id\n{pairs}"));
    assert!(
        said[0].ends_with(
            "lines 2, 32; lines 3, 33; lines 4, 34; lines 5, 35; lines 6, 36; lines 7, 37; and 24 more of this kind"
        ),
        "{said:?}"
    );
}

#[test]
fn a_household_belongs_to_one_stratum() {
    let register = "id,area,home\n1,n,x\n2,s,X\n3,s,y\n";
    assert_eq!(
        problems(&asked(1, Some("area"), &["home"]), register),
        ["register.csv: rows of one household with different values in column \"area\": lines 2, 3"]
    );
    assert_eq!(problems(&asked(1, Some("area"), &["home", "area"]), register), [""; 0]);
}

#[test]
fn columns_and_numbers_must_be_there() {
    assert_eq!(
        problems(&asked(1, Some("area"), &["home"]), "id,Home,home\n1,2,3\n"),
        ["register.csv has no column \"area\"", "register.csv has more than one column \"home\""]
    );
    assert_eq!(
        problems(&asked(4, None, &[]), "id\n1\n2\n3\n"),
        ["4 letters are more than the register's 3 households"]
    );
    assert_eq!(
        problems(&asked(3, None, &["home"]), "id,home\n1,a\n2,a\n3,b\n"),
        ["3 letters are more than the register's 2 households"]
    );
    assert_eq!(problems(&asked(0, None, &[]), "id\n1\n"), ["no letters are asked for"]);
    assert_eq!(problems(&asked(1, None, &[]), ""), ["register.csv is empty"]);
    assert_eq!(problems(&asked(1, None, &[]), "id\n"), ["register.csv has a header but no rows"]);
    assert_eq!(
        problems(&asked(1, None, &[]), "id,x\n1,\"a\n2,b\n"),
        ["register.csv, line 2: a quotation mark is not closed"]
    );
}

#[test]
fn areas_must_fit_the_register() {
    let two = |draws, areas: &[(&str, u64)], letters| Asked {
        areas: Some(AreaPlan {
            draws,
            list: areas.iter().map(|&(area, size)| Area { area: area.to_owned(), size }).collect(),
        }),
        ..asked(letters, Some("area"), &[])
    };
    let register = "id,area\n1,n\n2,n\n3,s\n4,s\n5,w\n";
    assert_eq!(
        problems(&two(1, &[("n", 5), ("e", 5), ("s", 2)], 2), register),
        ["the table of areas does not have \"w\"", "the table of areas has \"e\", which the register has not"]
    );
    let areas = [("N", 5), ("s", 5), ("w", 5)];
    assert_eq!(problems(&two(4, &areas, 2), register), ["4 areas cannot be drawn out of 3 areas"]);
    assert_eq!(problems(&two(0, &areas, 2), register), ["0 areas cannot be drawn out of 3 areas"]);
    assert_eq!(problems(&two(1, &areas, 2), register), ["\"w\" has 1 household, but would get 2 letters"]);
    assert_eq!(problems(&two(2, &areas, 2), register), [""; 0]);
}

#[test]
fn rows_keep_their_bytes_and_separators() {
    let register = "\u{feff}id;name;Ort\r\n1;\"Ann; \"\"A\"\"\";Köln\r\n\r\n2;Ben;Bonn\r\n";
    let (prepared, invitation) = draw(&asked(2, Some("ort"), &[]), register, "x");
    assert_eq!(super::text(&invitation, "invited.csv"), "id;name;Ort\n1;\"Ann; \"\"A\"\"\";Köln\n2;Ben;Bonn\n");
    assert_eq!((prepared.survey.separator, prepared.survey.rows()), (';', 2));
    assert_eq!(plan(&asked(2, Some("ort"), &[]), register).unwrap().plan, prepared.plan);
}
