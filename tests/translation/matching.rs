//! Which template a text is, and what becomes of what is in its holes.

use klero::language::Language;
use klero::language::terminal::Catalogue;

const FILE: &str = r##"
"{0} is not empty" = "{0} không trống"
"{0} is {1}" = "{0} là {~1}"
"a link" = "liên kết"
"cannot {0} {1}: {2}" = "không thể {~0} {1}: {?2}"
"cannot read {0}: {1}" = "không đọc được {0}: {?1}"
"read" = "đọc"
"read the record" = "đọc hồ sơ"
"No such file" = "không có tệp"
"error: {0}" = "lỗi: {~0}"
"help: {0}" = "cách xử lý: {~0}"
"{0}: {1} has {2} in {3}" = "{@0}: {1} có {~2} trong {3}"
", line {0}" = ", dòng {0}"
", column {0}" = ", cột {0}"
"the pool has {0}" = "danh sách có {~0}"
"the columns are {0}" = "các cột là {&0}"
"member" = "người"
"seat is open" = "ghế trống"
"seats are open" = "ghế trống"
"and" = "và"
"or" = "hoặc"
"and {0} more" = "và {#0} nữa"
"at least {0}" = "ít nhất {~0}"
"Of {0} tickets, {1} are left." = "Trong {#0} vé, còn {#1}."
"{0} row{1}" = "{#0} dòng{-1}"
"{0}Record written to {1}." = "{~0}Đã viết hồ sơ vào {1}."
"Nothing was drawn yet." = "Chưa có gì được rút."
"Try again." = "Hãy thử lại."
"Call them: {0}." = "Gọi họ: {0}."
"Chance  {0}{1}" = "Cơ hội  {#0}{~1}"
"Largest chance of all  {0}" = "Cơ hội lớn nhất  {#0}"
"(no lottery gives more than {0})" = "(không thể cho nhiều hơn {0})"
"It goes on\nover two lines, as {0} does." = "Câu này dài\nhai dòng, như {0}."
"{0}/a: one\n{1}/b: two" = "{0}/a: một\n{1}/b: hai"
"Spread of {0}" = "Độ trải của {0}"
"even" = "đều"
"none better" = "không có gì hơn"
"pool" = "danh sách người"
"the cell is blank" = "ô này còn trống"
[columns]
category = "loại"
quota = "định mức"
pool = "danh sách"
"panel {0}" = "hội đồng {0}"
"##;

fn catalogue(file: &str) -> Catalogue {
    let (catalogue, faults) = Catalogue::read(Language::Vi, &[("test", file)]);
    assert_eq!(faults, [""; 0]);
    catalogue
}

/// What is said for each text, and that nothing is missing of it.
#[track_caller]
fn said(pairs: &[(&str, &str)]) {
    let catalogue = catalogue(FILE);
    for (english, vietnamese) in pairs {
        assert_eq!(catalogue.say(english), *vietnamese, "{english}");
        assert!(catalogue.take_missing().is_empty(), "{english}");
    }
}

#[test]
fn the_template_with_the_most_literal_text_wins() {
    said(&[
        ("record is not empty", "record không trống"),
        ("record is a link", "record là liên kết"),
        // The text of phrases in holes counts too.
        ("cannot read a b: No such file", "không đọc được a b: không có tệp"),
        ("cannot read the record x: No such file", "không thể đọc hồ sơ x: không có tệp"),
        ("cannot read x: what the system says", "không đọc được x: what the system says"),
    ]);
}

#[test]
fn holes_stand_at_both_ends_and_beside_each_other() {
    said(&[
        ("Record written to x.", "Đã viết hồ sơ vào x."),
        ("Nothing was drawn yet. Record written to x.", "Chưa có gì được rút. Đã viết hồ sơ vào x."),
        ("Of 1,000 tickets, 20 are left.", "Trong 1.000 vé, còn 20."),
        ("Chance  4.11 %", "Cơ hội  4,11%"),
        ("Chance  4.11 % (no lottery gives more than 1/4)", "Cơ hội  4,11% (không thể cho nhiều hơn 1/4)"),
    ]);
}

#[test]
fn plurals_of_english_become_one_form() {
    said(&[
        ("the pool has 1 seat is open", "danh sách có 1 ghế trống"),
        ("the pool has 12 seats are open", "danh sách có 12 ghế trống"),
        ("the pool has 1 member", "danh sách có 1 người"),
        ("the pool has 1,200 members", "danh sách có 1.200 người"),
        ("1 row", "1 dòng"),
        ("2 rows", "2 dòng"),
        ("At least 3 members", "Ít nhất 3 người"),
    ]);
}

#[test]
fn places_and_lists_keep_their_names() {
    said(&[
        (
            "and, or.csv, line 3, column \"or\": \"the pool has\" has 2 members in line 4",
            "and, or.csv, dòng 3, cột \"or\": \"the pool has\" có 2 người trong line 4",
        ),
        ("the columns are \"a and b\", \"c\", and 3 more", "các cột là \"a and b\", \"c\", và 3 nữa"),
        ("the columns are read and member", "các cột là read và member"),
        ("the columns are a, b or c", "các cột là a, b hoặc c"),
        ("the columns are a", "các cột là a"),
        ("the pool has 2 members, a link and 1 member", "danh sách có 2 người, liên kết và 1 người"),
    ]);
}

#[test]
fn what_a_user_wrote_stays_as_it_is() {
    said(&[
        ("Nothing was drawn yet. is not empty", "Nothing was drawn yet. không trống"),
        ("cannot read Try again.: No such file", "không đọc được Try again.: không có tệp"),
        ("Call them: member, a link and {~0}.", "Gọi họ: member, a link and {~0}."),
        ("Of {0} is not empty", "Of {0} không trống"),
        ("  klero draw \"read the record\" --digits \"0 4\"", "  klero draw \"read the record\" --digits \"0 4\""),
        ("2e10 b225 631e 2bd5", "2e10 b225 631e 2bd5"),
    ]);
    // A category and its value are no place and what is wrong there, although the value may be a word of the program.
    said(&[("read.csv, line 2: the cell is blank", "read.csv, dòng 2: ô này còn trống")]);
    let catalogue = catalogue(FILE);
    assert_eq!(catalogue.say("party: member"), "party: member");
}

#[test]
fn lines_labels_and_columns() {
    said(&[
        (
            "error: record is not empty\n  help: Try again.\n\n",
            "lỗi: record không trống\n  cách xử lý: Hãy thử lại.\n\n",
        ),
        ("- Try again.\n- Nothing was drawn yet.", "- Hãy thử lại.\n- Chưa có gì được rút."),
        ("It goes on\nover two lines, as this does.\nTry again.", "Câu này dài\nhai dòng, như this.\nHãy thử lại."),
        ("Try again.\nx/a: one\nx/b: two", "Hãy thử lại.\nx/a: một\nx/b: hai"),
        // A label and what it says, of which another template would take the middle for a name.
        ("Spread of age   even (none better)", "Độ trải của age  đều (không có gì hơn)"),
        (
            "Chance                 25.0 %\nLargest chance of all  50.0 %\n",
            "Cơ hội           25,0%\nCơ hội lớn nhất  50,0%\n",
        ),
        // Of a table only the head is said: its cells may be anybody's words.
        (
            "category  quota  pool  panel 1\npool       2\u{2013}30     8        2\nmember        1    12       10\n\nTry again.\n",
            "loại    định mức  danh sách  hội đồng 1\npool        2\u{2013}30          8           2\nmember         1         12          10\n\nHãy thử lại.\n",
        ),
        ("█▀▀  ▄█  ██\n   1,000   2", "█▀▀  ▄█  ██\n   1,000   2"),
    ]);
}

#[test]
fn what_has_no_entry_stays_english_whole_and_is_told() {
    let catalogue = catalogue(FILE);
    for (english, vietnamese, missing) in [
        ("record is nothing known", "record is nothing known", "record is nothing known"),
        ("error: nobody knows", "lỗi: nobody knows", "nobody knows"),
        ("Try again. Nobody knows why.", "Hãy thử lại. Nobody knows why.", "Nobody knows why."),
        ("Of x tickets, 20 are left.", "Of x tickets, 20 are left.", "Of x tickets, 20 are left."),
    ] {
        assert_eq!(catalogue.say(english), vietnamese);
        assert_eq!(catalogue.take_missing().into_iter().collect::<Vec<_>>(), [missing]);
    }
    assert!(catalogue.take_missing().is_empty());
    // In English nothing is looked up.
    let english = Catalogue::of(Language::En);
    assert_eq!(english.say("Try again.  x\n"), "Try again.  x\n");
    assert!(english.is_empty() && english.take_missing().is_empty() && Catalogue::of(Language::Fr).is_empty());
}

/// A long text of many sentences without entries must not take for ever.
#[test]
fn a_text_that_nobody_knows_is_given_up() {
    let long = "Some words, and others (in brackets): a, b or c; nothing. ".repeat(60);
    assert_eq!(catalogue(FILE).say(&long), long);
}

/// For translators: `KLERO_LINES=FILE cargo test --test translation try_lines -- --ignored --nocapture` says what becomes of each line of English text
/// in a file, by the catalogues as they are on the disk.
#[test]
#[ignore = "says what becomes of the lines of the file that KLERO_LINES names"]
fn try_lines() {
    let path = std::env::var("KLERO_LINES").expect("KLERO_LINES names a file with a line of English text on each line");
    let texts = super::files::texts("vi");
    let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let (catalogue, faults) = Catalogue::read(Language::Vi, &files);
    println!("{}", faults.join("\n"));
    println!("{}", catalogue.say(&std::fs::read_to_string(path).unwrap()));
    for missing in catalogue.take_missing() {
        println!("no entry: {missing}");
    }
}
