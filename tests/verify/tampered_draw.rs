//! Records whose draw was tampered with, hashes put right.

use crate::arithmetic::{csv, key_stream, sha256};
use crate::recorder::{Plan, Record};
use crate::tampered_json::NO_RESULT;

// The four links of a draw. In each cheat, the organiser wants another seed text to have been heard, and works out one link more.
crate::cheats! {
    other_seed: ["draw.key"], [], "the key in result.json is", |record| record.draw.as_mut().unwrap().seed = "a third".to_owned();
    other_seed_and_key: ["draw.ticket"], [], "the ticket in result.json is", |record| {
        record.draw.as_mut().unwrap().seed = "a third".to_owned();
        record.turn_key();
    };
    other_seed_and_key_and_ticket: ["draw.panel"], [], "result.json names panel", |record| {
        record.draw.as_mut().unwrap().seed = "a third".to_owned();
        record.turn_key();
        record.take_ticket();
    };
    other_seed_and_key_and_ticket_and_panel: ["draw.selected", "draw.remaining"], [], "does not belong in this file", |record| {
        record.draw.as_mut().unwrap().seed = "a third".to_owned();
        record.turn_key();
        record.take_ticket();
        record.seat_panel();
    };
    /// The organiser picks the ticket, and the rest follows from it.
    chosen_ticket: ["draw.ticket"], [], "but the key gives", |record| {
        let draw = record.draw.as_mut().unwrap();
        draw.ticket = (draw.ticket + 500_000_000_000) % 1_000_000_000_000;
        record.seat_panel();
        record.part_rows();
    };
    /// The organiser picks the key, and the rest follows from it.
    chosen_key: ["draw.key"], [], "the key in result.json is", |record| {
        record.draw.as_mut().unwrap().key = sha256(b"a key to my liking");
        record.take_ticket();
        record.seat_panel();
        record.part_rows();
    };
    /// A key that does not depend on the lottery could be tried out on many lotteries.
    key_without_the_lottery: ["draw.key"], [], "the key in result.json is", |record| {
        let draw = record.draw.as_mut().unwrap();
        draw.key = sha256(draw.seed.as_bytes());
        record.take_ticket();
        record.seat_panel();
        record.part_rows();
    };
    /// Keys without some of what they must be bound to, or with the lines in another order.
    key_of_the_lottery_alone: ["draw.key"], [], "the key in result.json is", |record| rekey(record, &["lottery", "text"]);
    key_without_the_probabilities: ["draw.key"], [], "the key in result.json is", |record| rekey(record, &["lottery", "quotas", "text"]);
    key_without_the_quotas: ["draw.key"], [], "the key in result.json is", |record| rekey(record, &["lottery", "probabilities", "text"]);
    key_without_the_text: ["draw.key"], [], "the key in result.json is", |record| rekey(record, &["lottery", "probabilities", "quotas"]);
    key_of_lines_in_another_order: ["draw.key"], [], "the key in result.json is",
        |record| rekey(record, &["text", "lottery", "probabilities", "quotas"]);
    key_in_capitals: ["draw.form"], NO_RESULT, "result.json: the key is", |record| {
        let draw = record.draw.as_mut().unwrap();
        draw.key = draw.key.to_uppercase();
    };
    key_too_short: ["draw.form"], NO_RESULT, "result.json: the key is", |record| { record.draw.as_mut().unwrap().key.pop(); };
    key_with_other_letters: ["draw.form"], NO_RESULT, "result.json: the key is", |record| record.draw.as_mut().unwrap().key = "éè".repeat(16);
    /// A seed text that somebody else would normalise, and so get another key.
    seed_with_outer_space: ["draw.seed", "draw.key"], [], "not in normal form", |record| {
        record.draw.as_mut().unwrap().seed.push('\u{a0}');
        record.draw_again();
    };
    seed_with_parted_accents: ["draw.seed", "draw.key"], [], "not in normal form", |record| {
        record.draw.as_mut().unwrap().seed = "e\u{301}te\u{301}".to_owned();
        record.draw_again();
    };
    blank_seed: ["draw.seed", "draw.key"], [], "the seed text in result.json is blank", |record| {
        record.draw.as_mut().unwrap().seed = "\u{2003}\t".to_owned();
        record.draw_again();
    };
    no_seed: ["draw.seed"], [], "the seed text in result.json is blank", |record| {
        record.draw.as_mut().unwrap().seed = String::new();
        record.draw_again();
    };
    /// A ticket with the same remainder as the right one.
    ticket_beyond_the_last: ["draw.ticket", "draw.panel"], [], "the ticket in result.json is", |record| {
        record.draw.as_mut().unwrap().ticket += 1_000_000_000_000;
    };
    panel_number_one_more: ["draw.panel"], [], "result.json names panel", |record| record.draw.as_mut().unwrap().number += 1;
    panel_number_zero: ["draw.form"], NO_RESULT, "result.json names panel 0, but panels are numbered from 1", |record| record.draw.as_mut().unwrap().number = 0;
    panel_number_beyond_the_last: ["draw.panel"], [], "there is no panel 1000000", |record| record.draw.as_mut().unwrap().number = 1_000_000;
    /// The panel next to the right one, and the rows of its members.
    neighbouring_panel: ["draw.panel"], [], "result.json names panel", |record| {
        let number = if record.draw.as_ref().unwrap().number == 1 { 2 } else { 1 };
        let members = record.panels[number - 1].members.clone();
        let draw = record.draw.as_mut().unwrap();
        (draw.number, draw.members) = (number, members);
        record.part_rows();
    };
    /// The right number, but a friend in place of one member, and the rows to match.
    right_number_with_other_members: ["draw.panel"], [], "in lottery.json and", |record| {
        let draw = record.draw.as_mut().unwrap();
        let friend = (1..).find(|member| !draw.members.contains(member)).unwrap();
        draw.members[3] = friend;
        draw.members.sort_unstable();
        record.part_rows();
    };
    right_number_with_one_member_more: ["draw.panel"], [], "(4 and 5 members)", |record| {
        record.draw_until(|draw| draw.members[3] < 10);
        record.draw.as_mut().unwrap().members.push(10);
        record.part_rows();
    };
    members_of_the_panel_reordered: ["draw.form"], NO_RESULT, "are not numbers from 1 that ascend", |record| record.draw.as_mut().unwrap().members.swap(0, 1);
    drawn_member_zero: ["draw.form"], NO_RESULT, "are not numbers from 1 that ascend", |record| record.draw.as_mut().unwrap().members[0] = 0;

    selected_cell: ["draw.selected"], [], "\"name\" is \"Zoe\", expected \"Zoë\"", |record| {
        record.draw_until(|draw| draw.members.contains(&5));
        edit(record, true, |rows| rows[1][0] = "Zoe".to_owned());
    };
    selected_without_a_row: ["draw.selected"], [], "is missing", |record| edit(record, true, |rows| { rows.pop(); });
    /// Somebody is slipped in from the rest of the pool.
    selected_with_a_row_more: ["draw.selected"], [], "does not belong in this file", |record| {
        let guest = record.remaining[1].clone();
        edit(record, true, |rows| rows.push(guest.clone()));
    };
    /// Two people trade places between the two files.
    selected_and_remaining_traded: ["draw.selected", "draw.remaining"], [], "does not belong in this file", |record| {
        let (drawn, guest) = (record.selected[1].clone(), record.remaining[1].clone());
        (record.selected[1], record.remaining[1]) = (guest, drawn);
    };
    selected_with_a_stranger: ["draw.selected"], [], "line 2: this row belongs to nobody in the pool", |record| edit(record, true, |rows| {
        rows[1] = ["Nemo", "99", "x", "y"].map(str::to_owned).to_vec();
    });
    selected_twice: ["draw.selected"], [], "stands here once more", |record| edit(record, true, |rows| rows.push(rows[1].clone()));
    selected_out_of_order: ["draw.selected"], [], "the order is not the pool's", |record| edit(record, true, |rows| rows.swap(1, 2));
    selected_header: ["draw.selected"], [], "line 1: the header is \"Name,id,gender,age\", but the pool's is \"name,id,gender,age\"",
        |record| edit(record, true, |rows| rows[0][0] = "Name".to_owned());
    selected_without_header: ["draw.selected"], [], "line 1: the header is", |record| edit(record, true, |rows| { rows.remove(0); });
    selected_without_a_column: ["draw.selected"], [], "line 1: the header is", |record| edit(record, true, |rows| {
        rows.iter_mut().for_each(|row| { row.remove(0); });
    });
    selected_empty: ["draw.selected"], [], "selected.csv", |record| edit(record, true, Vec::clear);
    /// A cell that only the folding of values would forgive.
    selected_value_folded: ["draw.selected"], [], "\"gender\" is \"female\", expected \" FEMALE \"", |record| {
        record.draw_until(|draw| draw.members.contains(&4));
        edit(record, true, |rows| rows.iter_mut().filter(|row| row[1] == " 2 ").for_each(|row| row[2] = "female".to_owned()));
    };
    /// A friend is added to the drawn, and a stranger to the rest: each file has its own check.
    both_files: ["draw.selected", "draw.remaining"], [], "belongs to nobody", |record| {
        let stranger = ["Nemo", "99", "x", "y"].map(str::to_owned).to_vec();
        record.selected.push(stranger.clone());
        record.remaining.push(stranger);
    };
    remaining_cell: ["draw.remaining"], [], "not as in line", |record| edit(record, false, |rows| rows[2][0].push('!'));
    remaining_without_a_row: ["draw.remaining"], [], "is missing", |record| edit(record, false, |rows| { rows.remove(3); });
    remaining_with_a_row_more: ["draw.remaining"], [], "does not belong in this file", |record| {
        let drawn = record.selected[1].clone();
        edit(record, false, |rows| rows.insert(1, drawn.clone()));
    };
    remaining_out_of_order: ["draw.remaining"], [], "the order is not the pool's", |record| edit(record, false, |rows| rows.swap(2, 4));
    remaining_header: ["draw.remaining"], [], "line 1: the header is", |record| edit(record, false, |rows| rows[0].swap(0, 1));
    /// A cell of the pool is changed after the draw.
    pool_cell: ["draw.selected"], [], "is \"Zoë\", expected \"Zoé\"", |record| {
        record.draw_until(|draw| draw.members.contains(&5));
        record.pool = record.pool.replace("Zoë", "Zoé");
    };
    /// The pool's rows are put in another order after the draw.
    pool_rows_reordered: ["draw.selected"], [], "the order is not the pool's", |record| {
        let (first, second) = (record.selected[1].clone(), record.selected[2].clone());
        let line = |row: &[String]| csv(&[row.to_vec()]);
        record.pool = record.pool.replace(&line(&first), "<>").replace(&line(&second), &line(&first)).replace("<>", &line(&second));
    };
}

/// Draws with the key that some of the lines give.
fn rekey(record: &mut Record, lines: &[&str]) {
    let draw = record.draw.as_ref().unwrap();
    let mut all = "klero/seed/1\n".to_owned();
    for label in lines {
        let bytes = match *label {
            "lottery" => record.lottery(),
            "probabilities" => record.probabilities(),
            "quotas" => record.quotas.clone().into_bytes(),
            _ => draw.seed.clone().into_bytes(),
        };
        all += &format!("{label} {}\n", sha256(&bytes));
    }
    record.draw.as_mut().unwrap().key = sha256(all.as_bytes());
    record.take_ticket();
    record.seat_panel();
    record.part_rows();
}

/// With all lines in their order, the key is right: the cheats above fail for what they leave out.
#[test]
fn the_key_of_all_lines() {
    let mut record = Record::honest(&Plan::usual());
    let before = record.files();
    rekey(&mut record, &["lottery", "probabilities", "quotas", "text"]);
    assert_eq!(before, record.files());
}

fn edit(record: &mut Record, selected: bool, change: impl Fn(&mut Vec<Vec<String>>)) {
    change(if selected { &mut record.selected } else { &mut record.remaining });
}

/// Equal rows of different people, without an identifier column: one of the two is left out.
#[test]
fn one_of_two_equal_rows_left_out() {
    let mut plan = Plan::usual();
    plan.header[1] = "street";
    plan.id_column = None;
    plan.rows.extend([vec!["Ngũgĩ", "9", "female", "old"], vec!["Ngũgĩ", "9", "female", "old"]]);
    let mut record = Record::honest(&plan);
    let twins = |rows: &[Vec<String>]| rows.iter().filter(|row| row[0] == "Ngũgĩ" && row[1] == "9").count();
    assert_eq!(twins(&record.selected) + twins(&record.remaining), 2);
    let (rows, check) = if twins(&record.remaining) > 0 {
        (&mut record.remaining, "draw.remaining")
    } else {
        (&mut record.selected, "draw.selected")
    };
    let twin = rows.iter().position(|row| row[1] == "9" && row[0] == "Ngũgĩ").unwrap();
    rows.remove(twin);
    crate::assert_outcome(&crate::check(&record.files()), &[check], &[], "is missing");
}

/// The ticket of a word that should have been passed over. M is just above 2^64/2049, so that almost one word in 2049 is.
#[test]
fn first_word_not_passed_over() {
    let tickets = 9_002_803_354_665_472;
    let mut record = Record::honest(&Plan { tickets, ..Plan::usual() });
    let largest = (1u128 << 64) / u128::from(tickets) * u128::from(tickets);
    let first = |record: &Record| u128::from(key_stream(&record.draw.as_ref().unwrap().key)[0]);
    let seeds = (0..100_000).map(|seed| format!("seed {seed}"));
    let seed = seeds.into_iter().find(|seed| {
        record.draw.as_mut().unwrap().seed.clone_from(seed);
        record.turn_key();
        first(&record) >= largest
    });
    record.draw_with(&seed.expect("a seed whose first word is passed over"));
    assert!(crate::check(&record.files()).verified());

    record.draw.as_mut().unwrap().ticket = (first(&record) % u128::from(tickets)) as u64;
    record.seat_panel();
    record.part_rows();
    crate::assert_outcome(&crate::check(&record.files()), &["draw.ticket"], &[], "but the key gives");
}
