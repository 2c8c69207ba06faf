//! What must be caught in a small document, and what must not.

use super::check::{Checked, check};
use super::document::commands;
use super::preparation::{Preparation, not_run, preparation};
use super::session;
use super::shown::{fits, renewed};
use super::support::difference::difference;

const PREPARED: &str = "# a comment\n$ cp in/quotas.csv .\n@ ls none\n$ rm -f none\n-> 2\n";

const DOCUMENT: &str = "# A document

Say `klero --version`, or `ls none`; see `klero check … --all`.

    $ head -n 1 quotas.csv
    feature,value,min,max
    $ number=4
    $ klero check --pool in/pool.csv \\
        --quotas quotas.csv --size $number
    What was read
    …
    Every member who is not excluded sits on at least one panel.

- in a list:

  ```console
  $ ls none
  ls: cannot access 'none': No such file or directory
  ```

What `klero solve --pool in/pool.csv --quotas quotas.csv
--size 4 --out record` leaves:

    klero verify record | tail -n 1

and this:

    a,table
    of,numbers

or

    $ cargo install klero
";

fn checked(document: &str, prepared: &str) -> Checked {
    let listed = not_run("- it takes long\nsmall.md: cargo install klero\n").unwrap();
    check("small.md", document, &preparation(prepared).unwrap(), &listed, &session::run)
}

#[test]
fn all_commands_are_found() {
    let texts: Vec<String> = commands(DOCUMENT).into_iter().map(|command| command.text).collect();
    let expected = [
        "head -n 1 quotas.csv",
        "number=4",
        "klero check --pool in/pool.csv \\\n    --quotas quotas.csv --size $number",
        "ls none",
        "klero solve --pool in/pool.csv --quotas quotas.csv --size 4 --out record",
        "klero verify record | tail -n 1",
        "cargo install klero",
    ];
    assert_eq!(texts, expected);
    let bare = "    household=$(printf a)\n    (echo id) > x\n\n\n```sh\na \\\n  b\n\nc\n```\n\n```text\nklero,1\nklero/seed/1\n```\n\n    a = 1\n\nb\n\n    klero a\n    x\n    $ klero b\n    klero c\n";
    let texts: Vec<String> = commands(bare).into_iter().map(|command| command.text).collect();
    assert_eq!(texts, ["household=$(printf a)", "(echo id) > x", "a \\\n  b", "c", "klero a", "klero b"]);
}

#[test]
fn a_sound_document_stays_as_it_is() {
    let checked = checked(DOCUMENT, PREPARED);
    assert_eq!(checked.faults, [""; 0]);
    assert_eq!(checked.run, 6);
    assert_eq!(difference(DOCUMENT, &checked.renewed), None);
}

#[test]
fn a_changed_word_is_caught_and_written_anew() {
    for (word, other) in [("value,min", "name,min"), ("What was read", "What is read"), ("cannot access", "has no")] {
        let changed = DOCUMENT.replace(word, other);
        let checked = checked(&changed, PREPARED);
        assert_eq!(checked.faults, [""; 0]);
        assert!(difference(&changed, &checked.renewed).unwrap().contains(other), "{word}");
        assert_eq!(checked.renewed, DOCUMENT);
    }
    // A line that is no more, and one that is new.
    let shorter = DOCUMENT.replace("    feature,value,min,max\n", "    feature,value,min,max\n    and more\n");
    assert_eq!(checked(&shorter, PREPARED).renewed, DOCUMENT);
    let hidden = DOCUMENT.replace("    …\n", "    …\n    A line that nobody prints\n    …\n");
    assert_eq!(checked(&hidden, PREPARED).faults.len(), 1);
}

#[test]
fn a_command_that_fails_is_caught() {
    let faults = |document: &str, prepared: &str| checked(document, prepared).faults;
    let found = faults(&DOCUMENT.replace("--out record", "--out in"), PREPARED);
    assert!(found[0].starts_with("line 21: klero solve") && found[0].contains("\n  ended with 2, not 0"), "{found:?}");
    assert!(found[1].contains("klero verify record | tail"), "{found:?}");
    let found = faults(DOCUMENT, &PREPARED.replace("-> 2", "-> 0"));
    assert!(found.len() == 1 && found[0].contains("ended with 2, not 0"), "{found:?}");
    let found = faults(DOCUMENT, &PREPARED.replace("cp in/quotas.csv", "cp in/none.csv"));
    assert!(found[0].starts_with("the preparation: cp in/none.csv"), "{found:?}");
    // Commands that are no shell, and one that ends the shell.
    let found = faults(&DOCUMENT.replace("number=4", "echo <key> | wc"), PREPARED);
    assert!(found[0].starts_with("line 7: echo <key>"), "{found:?}");
    let found = faults(&DOCUMENT.replace("number=4", "exit 0"), PREPARED);
    assert!(found[0].contains("the shell ended before this: exit 0"), "{found:?}");
}

#[test]
fn a_new_command_and_a_needless_preparation_are_caught() {
    let more = DOCUMENT.to_owned() + "\n    $ klero frobnicate\n";
    assert!(checked(&more, PREPARED).faults[0].contains("klero frobnicate"));
    let inline = DOCUMENT.to_owned() + "\nAnd `klero frobnicate record`.\n";
    assert!(checked(&inline, PREPARED).faults[0].contains("klero frobnicate record"));
    let found = checked(DOCUMENT, &(PREPARED.to_owned() + "@ klero rotate\n$ true\n")).faults;
    assert_eq!(found, ["prepared for, and not there: klero rotate"]);
    assert_eq!(preparation("$ a\n-> 2\n"), Err("line 2 of the preparation: -> 2".to_owned()));
    assert_eq!(preparation("").unwrap(), Preparation::default());
    assert!(not_run("small.md: a command without a reason\n").is_err());
}

#[test]
fn lines_are_left_out_only_where_it_is_said() {
    let lines = |text: &str| -> Vec<String> { text.split(' ').map(str::to_owned).collect() };
    for (shown, printed, expected) in [
        ("a b", "a b", true),
        ("a b", "a", false),
        ("a", "a b", false),
        ("a …", "a b c", true),
        ("… c", "a b c", true),
        ("a … c", "a c", true),
        ("a … b … c", "a x b b y c", true),
        ("a … b … c", "a x y c", false),
    ] {
        assert_eq!(fits(&lines(shown), &lines(printed)), expected, "{shown} of {printed}");
    }
    assert_eq!(renewed(&lines("a … c"), &lines("x y z")), Some(lines("x … z")));
    assert_eq!(renewed(&lines("a … c d … e"), &lines("x c z c y")), Some(lines("x … c z … y")));
    assert_eq!(renewed(&lines("a … c … e"), &lines("x y z")), None);
    let numbered = lines("a … a_line_with_number_5 … a_line_without_one");
    let now = lines("a b a_line_with_number_7 d a_line_without_any");
    assert_eq!(renewed(&numbered, &now), Some(lines("a … a_line_with_number_7 … a_line_without_any")));
    assert_eq!(renewed(&lines("a b … c"), &lines("x y")), None);
    assert_eq!(renewed(&lines("a b"), &lines("x")), Some(lines("x")));
}
