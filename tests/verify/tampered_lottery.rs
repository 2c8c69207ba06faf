//! Records whose lottery, pool or probabilities were tampered with. Hashes are always right, and unless a note says otherwise, all that
//! follows from the lottery was worked out again, so that only the check that is named can tell.

use crate::recorder::{Panel, Record};

/// Works out again all that follows from the lottery.
fn again(record: &mut Record) {
    record.give_chances();
    record.draw_again();
}

/// Changes the rows of `probabilities.csv` before the draw.
fn forge(record: &mut Record, change: impl FnOnce(&mut Vec<Vec<String>>)) {
    change(&mut record.chances);
    record.draw_again();
}

/// The checks that need to know which member is which.
const NEED_POOL: [&str; 6] = [
    "lottery.quotas",
    "lottery.rules",
    "probabilities.form",
    "probabilities.tickets",
    "draw.selected",
    "draw.remaining",
];

/// The checks that need the lottery.
const NEED_LOTTERY: [&str; 6] =
    ["lottery.size", "lottery.quotas", "lottery.rules", "lottery.tickets", "probabilities.tickets", "draw.panel"];

/// Puts a panel in its place, and takes as many tickets from the panel that has most.
fn slip_in(record: &mut Record, members: &[u64]) {
    let richest = record.panels.iter_mut().max_by_key(|panel| panel.tickets).unwrap();
    richest.tickets -= 1000;
    record.panels.push(Panel { members: members.to_vec(), tickets: 1000 });
    record.panels.sort_by(|a, b| a.members.cmp(&b.members));
}

// Members in order: 1 "1" m young, 2 "10" m old, 3 "100" f old, 4 "2" f young, 5 "9" f young, 6 "Anna" m young, 7 "a7" m old,
// 8 "anna" f old, 9 "b1" m young, 10 "Éva" f old.
crate::cheats! {
    /// More tickets for one panel after the probabilities and the draw are published.
    changed_weight: ["probabilities.tickets", "draw.key"], [], "tickets of member", |record| {
        record.panels[0].tickets += 5;
        record.panels[1].tickets -= 5;
    };
    /// The same with the probabilities put right: the seed text no longer gives the key.
    changed_weight_with_probabilities: ["draw.key"], [], "the seed text, the lottery, the probabilities and the quotas give", |record| {
        record.panels[0].tickets += 5;
        record.panels[1].tickets -= 5;
        record.give_chances();
    };
    /// A member of one panel gives way to another whom the quotas cannot tell apart; the probabilities are left as they were.
    changed_member: ["probabilities.tickets"], [], "expected", |record| {
        let at = record.panels.iter().position(|panel| panel.members.contains(&2) && !panel.members.contains(&7)).unwrap();
        let members = &mut record.panels[at].members;
        members.retain(|member| *member != 2);
        members.push(7);
        members.sort_unstable();
        record.panels.sort_by(|a, b| a.members.cmp(&b.members));
        record.draw_again();
    };
    swapped_panels: ["lottery.form"], NEED_LOTTERY, "must stand before panel 3", |record| {
        record.panels.swap(2, 3);
        again(record);
    };
    /// A panel that stands twice, its tickets parted.
    duplicate_panel: ["lottery.form"], NEED_LOTTERY, "panels 3 and 4 are the same", |record| {
        let mut copy = record.panels[2].clone();
        copy.tickets = 1;
        record.panels[2].tickets -= 1;
        record.panels.insert(3, copy);
        again(record);
    };
    /// Five seats where there are four; every quota still holds.
    panel_too_large: ["lottery.size"], [], "has 5 members, expected 4", |record| {
        slip_in(record, &[1, 2, 3, 4, 8]);
        again(record);
    };
    panel_too_small: ["lottery.size"], [], "panel 1 has 3 members, expected 4", |record| {
        slip_in(record, &[1, 2, 3]);
        again(record);
    };
    empty_panel: ["lottery.size", "lottery.quotas"], [], "panel 1 has 0 members, expected 4", |record| {
        slip_in(record, &[]);
        again(record);
    };
    /// Four women and no man.
    panel_over_and_under_quota: ["lottery.quotas"], [], "has 4 members with \"gender\" \"female\", the quota is 1 to 3", |record| {
        slip_in(record, &[3, 4, 5, 8]);
        again(record);
    };
    /// Nobody young: the least number is broken as well as the most.
    panel_without_the_young: ["lottery.quotas"], [], "has 0 members with \"age\" \"young\"", |record| {
        slip_in(record, &[2, 3, 7, 8]);
        again(record);
    };
    tickets_sum_to_one_more: ["lottery.tickets"], [], "sum to 1,000,000,000,001, expected 1,000,000,000,000", |record| {
        record.panels[0].tickets += 1;
        again(record);
    };
    tickets_sum_to_one_less: ["lottery.tickets"], [], "sum to 999,999,999,999", |record| {
        record.panels[0].tickets -= 1;
        again(record);
    };
    /// A panel for show: listed, but without a ticket.
    panel_without_ticket: ["lottery.tickets"], [], "panel 2 has no ticket", |record| {
        record.panels[0].tickets += record.panels[1].tickets;
        record.panels[1].tickets = 0;
        again(record);
    };
    no_tickets_at_all: ["setup.form", "lottery.form"], ["files.hashes", "pool.form", "lottery.size", "lottery.quotas", "lottery.rules", "lottery.tickets", "probabilities.form", "probabilities.tickets", "draw.ticket", "draw.panel", "draw.selected", "draw.remaining"], "is 0, expected at least 1", |record| {
        (record.lottery_tickets, record.tickets) = (0, 0);
        record.turn_key();
    };
    no_panels_at_all: ["lottery.tickets", "probabilities.tickets", "draw.key", "draw.panel"], [], "sum to 0", |record| record.panels.clear();
    members_out_of_order: ["lottery.form"], NEED_LOTTERY, "panel 1: member 3 stands after member", |record| {
        let members = &mut record.panels[0].members;
        let three = members.iter().position(|member| *member == 3).unwrap();
        let last = members.len() - 1;
        members.swap(three, last);
        again(record);
    };
    /// One person on two seats.
    member_twice_in_a_panel: ["lottery.form"], NEED_LOTTERY, "member 2 stands after member 2", |record| {
        slip_in(record, &[1, 2, 2, 3]);
        again(record);
    };
    member_zero: ["lottery.form"], NEED_LOTTERY, "there is no member 0; members are numbered from 1 to 10", |record| {
        slip_in(record, &[0, 1, 2, 3]);
        again(record);
    };
    member_after_the_last: ["lottery.form"], NEED_LOTTERY, "there is no member 11", |record| {
        slip_in(record, &[2, 3, 4, 11]);
        again(record);
    };
    /// The panel that is drawn names somebody who does not exist.
    drawn_member_after_the_last: ["lottery.form"], ["lottery.size", "lottery.quotas", "lottery.rules", "lottery.tickets", "probabilities.tickets", "draw.panel", "draw.selected", "draw.remaining"],
        "there is no member 9007199254740991", |record| {
        for panel in &mut record.panels {
            *panel.members.last_mut().unwrap() = 9_007_199_254_740_991;
        }
        record.panels.dedup_by(|a, b| a.members == b.members && { b.tickets += a.tickets; true });
        again(record);
    };
    size_of_the_lottery_differs: ["lottery.form"], NEED_LOTTERY, "\"size\" is 5 in lottery.json and 4 in setup.json", |record| {
        record.lottery_size = 5;
        again(record);
    };
    size_of_the_result_differs: ["lottery.form"], NEED_LOTTERY, "\"size\" is 4 in lottery.json and 5 in setup.json", |record| record.size = 5;
    size_of_the_result_out_of_reach: ["pool.form", "lottery.form"], ["lottery.size", "lottery.quotas", "lottery.rules", "lottery.tickets", "probabilities.form", "probabilities.tickets", "draw.panel", "draw.selected", "draw.remaining"], "", |record| record.size = 9_007_199_254_740_991;
    tickets_of_the_result_differ: ["lottery.form", "draw.ticket"], NEED_LOTTERY, "\"tickets\" is 1,000,000,000,000 in lottery.json and 1,000 in setup.json", |record| record.tickets = 1000;
    number_of_members_differs: ["pool.form"], NEED_POOL, "the pool has 10 members, setup.json says 11", |record| record.members = 11;

    /// The quotas are tightened afterwards, as if the lottery had broken them.
    tightened_quota: ["lottery.quotas", "draw.key"], [], "the quota is 2 to 3", |record| {
        record.quotas = record.quotas.replace("old,1,3", "old,2,3");
    };
    /// Quotas that are stricter than the lottery, before the draw.
    stricter_quota: ["lottery.quotas"], [], "the quota is 2 to 3", |record| {
        record.quotas = record.quotas.replace("old,1,3", "old,2,3");
        record.draw_again();
    };
    /// The quotas are loosened afterwards, as if nobody had asked for more. Every panel still meets them.
    loosened_quota: ["draw.key"], [], "the key in result.json is", |record| {
        record.quotas = record.quotas.replace("old,1,3", "old,0,4");
    };
    /// The same with the key put right, so that another ticket is due.
    loosened_quota_with_key: ["draw.ticket"], [], "but the key gives", |record| {
        record.quotas = record.quotas.replace("old,1,3", "old,0,4");
        record.turn_key();
    };
    /// A quota that says the same in other bytes: which bytes were meant would be open to choice.
    respelt_quota: ["draw.key"], [], "the key in result.json is", |record| record.quotas = record.quotas.replace("old,1,3", "Old,1,3");
    impossible_quota: ["pool.form"], NEED_POOL, "", |record| {
        record.quotas = record.quotas.replace("old,1,3", "old,3,1");
        record.draw_again();
    };
    quota_on_a_column_that_is_not_there: ["pool.form"], NEED_POOL, "", |record| {
        record.quotas.push_str("region,north,0,4\n");
        record.draw_again();
    };
    pool_with_an_unknown_value: ["pool.form"], NEED_POOL, "", |record| record.pool = record.pool.replace("Young", "tall");
    /// A volunteer is struck off after the draw, and the numbers with them.
    pool_without_one_member: ["pool.form"], NEED_POOL,
        "the pool has 9 members, setup.json says 10", |record| {
        // Somebody who was not drawn: the member with the greatest number, so that the others keep theirs.
        record.draw_until(|draw| !draw.members.contains(&10));
        record.pool = record.pool.replace("\"two\nlines\",Éva,female,old\n", "");
    };
    two_members_with_one_identifier: ["pool.form"], NEED_POOL, "", |record| record.pool = record.pool.replace("anna", "Anna");

    id_column_that_is_not_there: ["pool.form"], NEED_POOL, "", |record| record.id_column = Some("passport".to_owned());
    /// Another column whose cells would do as identifiers, if two people were not called Ngũgĩ.
    id_column_is_another: ["pool.form"], NEED_POOL, "", |record| record.id_column = Some("name".to_owned());
    id_column_spelt_otherwise: ["pool.form"], NEED_POOL, "the pool spells it \"id\"", |record| record.id_column = Some("ID".to_owned());
    /// The record says that rows are numbered, but the pool has an identifier column.
    id_column_hidden: ["pool.form"], NEED_POOL, "the pool has the identifier column \"id\"", |record| record.id_column = None;

    /// Probabilities that somebody touched up after the draw.
    probabilities_after_the_draw: ["probabilities.tickets", "draw.key"], [], "the probability of member 3 is", |record| {
        record.chances[3][2] = "0.500000000000".to_owned();
    };
    probability_digit: ["probabilities.tickets"], [], "the probability of member 3 is", |record| forge(record, |rows| {
        let digit = rows[3][2].pop().unwrap();
        rows[3][2].push(if digit == '9' { '8' } else { '9' });
    });
    probability_with_fewer_digits: ["probabilities.tickets"], [], "the probability of member 3", |record| forge(record, |rows| {
        rows[3][2] = rows[3][2].get(..8).unwrap().to_owned();
    });
    member_tickets: ["probabilities.tickets"], [], "line 6: the tickets of member 5", |record| forge(record, |rows| {
        let tickets: u64 = rows[5][3].parse().unwrap();
        rows[5][3] = (tickets + 1).to_string();
    });
    member_tickets_with_a_leading_zero: ["probabilities.tickets"], [], "the tickets of member 5", |record| forge(record, |rows| rows[5][3].insert(0, '0'));
    /// Two members trade their chances; the sum stays.
    swapped_probabilities: ["probabilities.tickets"], [], "of member 1", |record| forge(record, |rows| {
        let (first, second) = (rows[1].clone(), rows[2].clone());
        rows[1][2..].clone_from_slice(&second[2..]);
        rows[2][2..].clone_from_slice(&first[2..]);
    });
    changed_id: ["probabilities.form"], ["probabilities.tickets"], "line 5: the identifier of member \"4\" is \"2b\", expected \"2\"", |record| forge(record, |rows| rows[4][1].push('b'));
    id_with_its_outer_space: ["probabilities.form"], ["probabilities.tickets"], "is \" 2 \", expected \"2\"", |record| forge(record, |rows| rows[4][1] = " 2 ".to_owned());
    swapped_ids: ["probabilities.form"], ["probabilities.tickets"], "the identifier of member \"1\" is \"10\", expected \"1\"", |record| forge(record, |rows| {
        let (first, second) = (rows[1][1].clone(), rows[2][1].clone());
        (rows[1][1], rows[2][1]) = (second, first);
    });
    probabilities_out_of_order: ["probabilities.form"], ["probabilities.tickets"], "the number is \"2\", expected 1", |record| forge(record, |rows| rows.swap(1, 2));
    probabilities_without_a_member: ["probabilities.form"], ["probabilities.tickets"], "has 9 rows, expected 10", |record| forge(record, |rows| { rows.pop(); });
    probabilities_with_one_more: ["probabilities.form"], ["probabilities.tickets"], "has 11 rows, expected 10", |record| forge(record, |rows| {
        rows.push(["11", "guest", "0.000000000000", "0"].map(str::to_owned).to_vec());
    });
    probabilities_with_another_header: ["probabilities.form"], ["probabilities.tickets"], "the header is \"number,id,chance,tickets\"", |record| forge(record, |rows| {
        rows[0][2] = "chance".to_owned();
    });
    probabilities_with_a_leading_zero: ["probabilities.form"], ["probabilities.tickets"], "the number is \"01\", expected 1", |record| forge(record, |rows| {
        rows[1][0] = "01".to_owned();
    });
    probabilities_ragged: ["probabilities.form"], ["probabilities.tickets"], "5 fields", |record| forge(record, |rows| rows[3].push("x".to_owned()));
}

/// Rounding down where the rule says half up: 2/3 of the tickets is 0.666…667.
#[test]
fn probability_rounded_down() {
    let mut record = Record::honest(&crate::recorder::Plan { tickets: 3, ..crate::recorder::Plan::usual() });
    let rounded = record.chances.iter_mut().find(|row| row[3] == "2").expect("a member with two of three tickets");
    assert_eq!(rounded[2], "0.666666666667");
    rounded[2] = "0.666666666666".to_owned();
    record.draw_again();
    crate::assert_outcome(
        &crate::check(&record.files()),
        &["probabilities.tickets"],
        &[],
        "expected \"0.666666666667\"",
    );
}

/// After the draw, a drawn member gives way to somebody else who is alike by the quotas: the row gets another identifier, in the same place
/// of the order, and all files are made to agree. The lottery knows numbers only; the key is bound to the identifiers as well.
#[test]
fn identifier_exchanged() {
    let mut before = Record::honest(&crate::recorder::Plan::usual());
    before.draw_until(|draw| draw.members.contains(&7));
    let mut plan = crate::recorder::Plan::usual();
    assert_eq!(plan.rows[5][1], "a7");
    plan.rows[5][1] = "a8";
    let mut after = Record::honest(&plan);
    assert_eq!(before.lottery(), after.lottery());
    after.draw.clone_from(&before.draw);
    after.part_rows();
    crate::assert_outcome(&crate::check(&after.files()), &["draw.key"], &[], "the key in result.json is");

    // Who puts the key right as well has drawn anew.
    after.turn_key();
    crate::assert_outcome(&crate::check(&after.files()), &["draw.ticket"], &[], "but the key gives");
}
