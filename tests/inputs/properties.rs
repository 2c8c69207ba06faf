//! What must not depend on how a pool is laid out, and that no problem is lost in a crowd.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use klero::instance::{Built, Settings, build};
use klero::read::{Table, read_csv};

fn table(text: &str) -> Table {
    read_csv("t.csv", text.as_bytes()).unwrap()
}

const QUOTAS: &str = "category,name,min,max\nsex,f,0,9\nsex,m,0,9\nage,old,0,9\nage,young,0,9\n";

/// A pool of 60 members, spread over the values.
fn pool() -> Table {
    let mut text = String::from("note,age,id,sex\n");
    for i in 0..60 {
        let age = if i % 3 == 0 { "Old" } else { "young" };
        let sex = if i % 2 == 0 { "f" } else { "M " };
        writeln!(text, "n{i},{age},p{},{sex}", i * 7 % 60).unwrap();
    }
    table(&text)
}

fn built(pool: &Table) -> Built {
    build(&table(QUOTAS), pool, &Settings::of_size(9)).unwrap()
}

/// Members as everything after the reading sees them: in order, without their rows.
type Seen = Vec<(String, Vec<usize>)>;

fn in_canonical_order(pool: &Table) -> Seen {
    let built = built(pool);
    let members = built.instance.members().iter();
    members.map(|member| (member.id.clone(), member.values.clone())).collect()
}

/// Whether what is seen of a pool stays the same when its rows or columns are turned around.
fn order_is_irrelevant(see: fn(&Table) -> Seen) -> bool {
    let mut turned = pool();
    turned.rows.reverse();
    let mut columns = pool();
    columns.header.reverse();
    columns.rows.iter_mut().for_each(|row| row.cells.reverse());
    see(&turned) == see(&pool()) && see(&columns) == see(&pool())
}

#[test]
fn row_order_and_column_order_are_irrelevant() {
    assert!(order_is_irrelevant(in_canonical_order));
    // Planted: members in the order of the pool.
    assert!(!order_is_irrelevant(|pool| {
        let built = built(pool);
        let by_row: BTreeMap<usize, _> = built.instance.members().iter().map(|m| (m.row, m)).collect();
        by_row.values().map(|member| (member.id.clone(), member.values.clone())).collect()
    }));
}

#[test]
fn a_member_knows_its_row() {
    let pool = pool();
    let built = built(&pool);
    for member in built.instance.members() {
        assert_eq!(pool.rows[member.row].cells[2], member.id);
    }
    let notes: Vec<&str> = built.instance.members().iter().map(|m| pool.rows[m.row].cells[0].as_str()).collect();
    assert_ne!(notes[1], "n1", "the pool is in canonical order already, so that the rows prove nothing");
}

/// A pool whose `bad` first rows have a wrong age; every 10th of these has a blank one.
fn pool_with_bad_cells(bad: usize, good: usize) -> Table {
    let mut text = String::from("id,sex,age\n");
    for i in 0..bad + good {
        let age = match i {
            _ if i >= bad => "old".to_owned(),
            _ if i % 10 == 0 => String::new(),
            _ => format!("elder {i}"),
        };
        writeln!(text, "{i},f,{age}").unwrap();
    }
    table(&text)
}

#[test]
fn every_one_of_many_problems_is_told_on_its_line() {
    let problems = build(&table(QUOTAS), &pool_with_bad_cells(10_000, 500), &Settings::of_size(9)).unwrap_err();
    let lines: Vec<u64> = problems.iter().filter_map(|problem| problem.line()).collect();
    assert_eq!(lines, (2..10_002).collect::<Vec<u64>>());
    assert_eq!(problems.iter().filter(|problem| problem.code() == "blank-value").count(), 1000);
    assert!(problems.iter().all(|problem| problem.column() == Some("age") && problem.file() == "t.csv"));
    // Planted: with one cell mended, one problem fewer must be told.
    let mut mended = pool_with_bad_cells(10_000, 500);
    mended.rows[77].cells[2] = "young".to_owned();
    assert_eq!(build(&table(QUOTAS), &mended, &Settings::of_size(9)).unwrap_err().len(), 9999);
}

#[test]
fn tables_made_by_hand_need_not_be_rectangular() {
    let mut pool = pool();
    pool.rows[3].cells.clear();
    pool.rows[4].cells.truncate(1);
    let codes: Vec<&str> =
        build(&table(QUOTAS), &pool, &Settings::of_size(9)).unwrap_err().iter().map(|p| p.code()).collect();
    assert_eq!(codes, ["blank-id", "blank-value", "blank-value", "blank-id", "blank-value", "blank-value"]);
    pool.rows.clear();
    let codes: Vec<&str> =
        build(&table(QUOTAS), &pool, &Settings::of_size(9)).unwrap_err().iter().map(|p| p.code()).collect();
    assert_eq!(codes, ["size-above-pool"]);
}
