//! Clashes in words, by hand; and files with repaired quotas.

use klero::clinic::{Clinic, examine, quotas_table};
use klero::instance::{Built, Person, Settings, build, build_anyway};
use klero::read::{Table, read_csv};

fn table(text: &str) -> Table {
    read_csv("a.csv", text.as_bytes()).expect("a table")
}

fn built(quotas: &str, pool: &str, settings: &Settings) -> Built {
    build_anyway(&table(quotas), &table(pool), settings).expect("an instance")
}

fn sentences(quotas: &str, pool: &str, settings: &Settings) -> Vec<String> {
    let built = built(quotas, pool, settings);
    let clinic = examine(&built.instance, &mut |_| ()).expect("small pools are easy");
    clinic.clash.map_or_else(Vec::new, |clash| clash.sentences(&built.instance))
}

/// Ten members: 6 of the town, 4 of the land; of the land 1 is young, of the town 3 are.
const POOL: &str = "id,area,age,home\na,town,young,\nb,town,young,\nc,town,young,x\nd,town,old,x\ne,town,old,\nf,town,old,\n\
                    g,land,young,\nh,land,old,y\ni,land,old,y\nj,land,old,\n";

const LAST: &str = "If any one of these rules is left out, there is a panel, as far as the others of them go.";

#[test]
fn sums_of_one_category() {
    let mins = "feature,value,min,max\narea,town,4,6\narea,land,3,6\nage,young,0,6\nage,old,0,6\n";
    assert_eq!(
        sentences(mins, POOL, &Settings::of_size(6)),
        ["The minimums of area: town, area: land add up to 7 seats, but the panel has only 6.", LAST]
    );
    let maxs = "feature,value,min,max\narea,town,0,3\narea,land,0,2\nage,young,0,6\nage,old,0,6\n";
    assert_eq!(
        sentences(maxs, POOL, &Settings::of_size(6)),
        [
            "The maximums of area: town, area: land add up to 5 seats, and nobody in the pool is anything else, but the panel has 6.",
            LAST
        ]
    );
}

#[test]
fn one_quota() {
    let many = "feature,value,min,max\narea,town,0,6\narea,land,5,6\nage,young,0,6\nage,old,0,6\n";
    assert_eq!(
        sentences(many, POOL, &Settings::of_size(6)),
        ["At least 5 seats are for area: land, but only 4 members of the pool can take one."]
    );
    let few = "feature,value,min,max\narea,town,0,1\narea,land,0,6\nage,young,0,6\nage,old,0,6\n";
    assert_eq!(
        sentences(few, POOL, &Settings::of_size(6)),
        ["At most 1 seat is for area: town, but at least 2 must be: only 4 seats of the panel can be anybody else."]
    );
}

#[test]
fn two_minimums_of_two_categories() {
    let quotas = "feature,value,min,max\narea,town,0,5\narea,land,3,5\nage,young,3,5\nage,old,0,5\n";
    assert_eq!(
        sentences(quotas, POOL, &Settings::of_size(4)),
        [
            "At least 3 seats are for area: land and 3 for age: young. Only 1 member is both, so they need at least 5 seats \
             together, but the panel has only 4.",
            LAST
        ]
    );
}

#[test]
fn people_and_quotas() {
    let quotas = "feature,value,min,max\narea,town,0,6\narea,land,4,4\nage,young,0,6\nage,old,0,6\n";
    let settings = Settings { household_columns: vec!["home".to_owned()], ..Settings::of_size(6) };
    assert_eq!(
        sentences(quotas, POOL, &settings),
        [
            "These cannot be kept together: area: land has at least 4 seats; no two members of a household may sit.",
            "With the other rules kept, at most 3 seats can go to area: land, and 4 are needed.",
            LAST
        ]
    );
    let loose = "feature,value,min,max\narea,town,0,1\narea,land,0,6\nage,young,0,6\nage,old,0,6\n";
    let settings =
        Settings { include: ["a", "b"].map(|id| Person::Id(id.to_owned())).to_vec(), ..Settings::of_size(3) };
    assert_eq!(
        sentences(loose, POOL, &settings),
        [
            "These cannot be kept together: area: town has at most 1 seat; a sits on every panel; b sits on every panel.",
            "With the other rules kept, at least 2 seats must go to area: town, and 1 are allowed.",
            LAST
        ]
    );
    let all = "feature,value,min,max\narea,town,0,12\narea,land,0,12\nage,young,0,12\nage,old,0,12\n";
    assert_eq!(
        sentences(all, POOL, &Settings::of_size(12)),
        ["The panel is to have 12 members, but the pool has only 10."]
    );
}

#[test]
fn why_somebody_cannot_sit() {
    let quotas = "feature,value,min,max\narea,town,3,3\narea,land,0,0\nage,young,0,6\nage,old,0,6\n";
    let built = built(quotas, POOL, &Settings::of_size(3));
    let clinic = examine(&built.instance, &mut |_| ()).expect("small pools are easy");
    let seatless = clinic.seatless.expect("decided");
    assert_eq!(seatless.len(), 1);
    assert_eq!(seatless[0].members, [6, 7, 8, 9]);
    let told = seatless[0].reason.as_ref().expect("a reason").sentences(&built.instance);
    assert_eq!(
        told,
        [
            "With g on the panel: this cannot be: area: land has no seat.",
            "At least 1 seat must go to area: land, and 0 are allowed."
        ]
    );
    assert_eq!(clinic.beyond_help, [6, 7, 8, 9], "0 to 0 is left alone");
}

fn mended(quotas: &str, size: usize) -> (Clinic, Vec<String>) {
    let settings = Settings::of_size(size);
    let clinic = examine(&built(quotas, POOL, &settings).instance, &mut |_| ()).expect("small pools are easy");
    let files = clinic.repairs.ways.iter().map(|repair| {
        let file = quotas_table(&table(quotas), repair);
        let fresh = build(&file, &table(POOL), &settings).expect("a file that is accepted");
        assert_eq!(klero::solve::has_panel(&fresh.instance), Ok(true));
        let rows: Vec<String> = file.rows.iter().map(|row| row.cells.join(",")).collect();
        rows.join("\n")
    });
    let files = files.collect();
    (clinic, files)
}

#[test]
fn the_changed_file_has_only_the_changed_cells_changed() {
    // 3 + 3 - 1 is one more than 4: a minimum of 3 costs 1 + 2/3 for a seat.
    let quotas = "note,max,Feature,VALUE,min\nx,5,area,town,0\n,5,area,land,3\n\n?,5.0,age,young,3\n,5,age,old,0.0\n";
    let (clinic, files) = mended(quotas, 4);
    assert_eq!(
        files,
        [
            "x,5,area,town,0\n,5,area,land,3\n?,5.0,age,young,2\n,5,age,old,0.0",
            "x,5,area,town,0\n,5,area,land,2\n?,5.0,age,young,3\n,5,age,old,0.0"
        ]
    );
    assert!(clinic.repairs.ways.iter().all(|way| way.cost == 1667 && way.seats == 1 && way.seatless == Some(3)));
    let said: Vec<String> = clinic.repairs.ways[0].changes.iter().map(ToString::to_string).collect();
    assert_eq!(said, ["the minimum of age: young from 3 to 2"]);
}

#[test]
fn limits_on_changes_hold_where_something_within_them_helps() {
    let header = "feature,value,min,max,min_flex,max_flex\n";
    let within = format!("{header}area,town,0,5,,\narea,land,3,5,3,5\nage,young,3,5,1,5\nage,old,0,5,,\n");
    let (clinic, files) = mended(&within, 4);
    assert!(!clinic.repairs.beyond_flex);
    assert_eq!(files, ["area,town,0,5,,\narea,land,3,5,3,5\nage,young,2,5,1,5\nage,old,0,5,,"]);
    let beyond = format!("{header}area,town,0,5,,\narea,land,3,5,3,5\nage,young,3,5,3,5\nage,old,0,5,,\n");
    let (clinic, files) = mended(&beyond, 4);
    assert!(clinic.repairs.beyond_flex);
    assert_eq!(
        files,
        [
            "area,town,0,5,,\narea,land,3,5,3,5\nage,young,2,5,2,5\nage,old,0,5,,",
            "area,town,0,5,,\narea,land,2,5,2,5\nage,young,3,5,3,5\nage,old,0,5,,"
        ]
    );
}

#[test]
fn only_problems_about_feasibility_are_passed_over() {
    let pool = table(POOL);
    let settings = Settings::of_size(6);
    let quotas = table("feature,value,min,max\narea,town,4,6\narea,land,7,9\nage,young,0,6\nage,old,0,6\n");
    let problems = build(&quotas, &pool, &settings).expect_err("minimums of 11");
    assert!(problems.len() == 2 && problems.iter().all(klero::instance::InstanceProblem::is_about_feasibility));
    assert!(build_anyway(&quotas, &pool, &settings).is_ok());
    let other = table("feature,value,min,max\narea,town,4,6\narea,land,7,9\nage,young,0,6\n");
    let problems = build_anyway(&other, &pool, &settings).expect_err("old is not a value");
    assert!(problems.iter().any(|problem| !problem.is_about_feasibility()));
    assert!(build_anyway(&quotas, &pool, &Settings::of_size(0)).is_err());
}
