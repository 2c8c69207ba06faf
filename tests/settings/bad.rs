//! What is wrong with a file is told with its line, all at once.

use klero::settings::read;

use super::support::random::Dice;
use super::{sound, wrong};

#[test]
fn every_mistake_at_once() {
    let text = "\
pool = 7
quota = \"quotas.csv\"
size = 0
id_column = \"  \"
household = \"street\"
household_limit = 1.5
include = [\"a\", 7, \"\"]
apart = [[\"a\", \"b\"], \"c\"]
objective = \"fair\"
gamma = -1
tickets = 9007199254740992
equal = \"yes\"
seed = \"12 34 05\"
xyz = 1
out = \"record\"
exclude = [[\"a\"]]
status_column = 2026-11-22
";
    assert_eq!(
        wrong(text),
        [
            "klero.toml, line 1: pool is a text in quotation marks, not a whole number\n  Write it as pool = \"…\".",
            "klero.toml, line 2: there is no setting \"quota\"\n  Is quotas meant?",
            "klero.toml, line 3: size = 0 is not between 1 and 1000000000\n  Correct the number, or delete the line.",
            "klero.toml, line 4: id_column is blank\n  Fill it in, or delete the line.",
            "klero.toml, line 5: household is a list of texts, not a text\n  Write it as household = [\"…\", \"…\"].",
            "klero.toml, line 6: household_limit is a whole number, not a number with a point or an exponent\n  \
             Write it as household_limit = 1.",
            "klero.toml, line 7: include is a list of texts, not a list with a whole number in it\n  \
             Write it as include = [\"…\", \"…\"].",
            "klero.toml, line 7: include is blank\n  Fill it in, or delete the line.",
            "klero.toml, line 8: apart is a list of lists of texts, not a list with a text in it\n  \
             Write it as apart = [[\"…\", \"…\"], [\"…\", \"…\"]].",
            "klero.toml, line 9: objective cannot be \"fair\"\n  \
             It is one of \"leximin\", \"legacy\", \"random\", \"maximin\", \"nash\", \"goldilocks\".",
            "klero.toml, line 10: gamma = -1 is not above 0\n  Correct the number, or delete the line.",
            "klero.toml, line 11: tickets = 9007199254740992 is not between 1 and 9007199254740991\n  \
             Correct the number, or delete the line.",
            "klero.toml, line 12: equal is true or false, not a text\n  Write it as equal = true.",
            "klero.toml, line 13: seed is no setting of a file\n  A seed is what everybody heard, not what somebody wrote into a file before: \
             give it with --seed or by a commitment.",
            "klero.toml, line 14: there is no setting \"xyz\"\n  The settings are pool, quotas, size, panels, id_column, household, household_limit, \
             include, exclude, apart, status_column, objective, gamma, tickets, equal, derive.",
            "klero.toml, line 15: out is no setting of a file\n  Give it on the command line, as --out.",
            "klero.toml, line 16: exclude is a list of texts, not a list with a list in it\n  \
             Write it as exclude = [\"…\", \"…\"].",
            "klero.toml, line 17: status_column is a text in quotation marks, not a date or time\n  \
             Write it as status_column = \"…\".",
        ]
    );
}

#[test]
fn every_mistake_of_a_rule() {
    let text = "\
[[derive]]
column = \"a\"
from = \"b\"

[[derive]]
bands = [\"16-29\", \"45+\", \"x\"]

[[derive]]
column = \" \"
from = \"b\"
att = \"2026-11-22\"
bands = [\"16-29\", \"45+\"]

[[derive]]
column = \"c\"
from = \"b\"
at = \"22.11.2026\"
format = \"YY\"
bands = [\"16-29.5\", \"30+\"]

[[derive]]
column = \"c\"
from = \"b\"
at = 2026
format = \"DD.MM.YYYY\"
other = \"x\"
bands = [\"0+\"]

[[derive]]
column = \"d\"
from = \"b\"
format = \"DD.MM.YYYY\"
bands = [\"0+\"]

[[derive]]
column = \"e\"
from = \"b\"
at = 2026-11-22T10:00:00
bands = [\"0+\"]
recode = { low = [\"x\", \"X\"], high = \"y\" }

[[derive]]
column = \"f\"
from = \"b\"
recode = { low = [\"x\", \"X\"] }

[[derive]]
column = \"g\"
from = \"b\"
at = true
bands = []
";
    let firsts: Vec<String> =
        wrong(text).iter().map(|problem| problem.lines().next().unwrap_or_default().to_owned()).collect();
    assert_eq!(
        firsts,
        [
            "klero.toml, line 1: the rule for a derived column has no bands or recode",
            "klero.toml, line 5: the rule for a derived column has no column",
            "klero.toml, line 5: the rule for a derived column has no from",
            "klero.toml, line 6: in bands, \"x\" is no band",
            "klero.toml, line 11: there is no setting \"derive.att\"",
            "klero.toml, line 9: derive.column is blank",
            "klero.toml, line 12: in bands, there is a gap between the bands \"16-29\" and \"45+\"",
            "klero.toml, line 17: derive.at is no day and no year: \"22.11.2026\"",
            "klero.toml, line 18: derive.format cannot be \"YY\"",
            "klero.toml, line 19: in bands, the band \"16-29.5\" has a part of a year, but ages are counted in whole years",
            "klero.toml, line 19: in bands, there is a gap between the bands \"16-29.5\" and \"30+\"",
            "klero.toml, line 26: other has no place beside bands",
            "klero.toml, line 25: format has no place beside a year",
            "klero.toml, line 32: format has no place beside bands of numbers",
            "klero.toml, line 39: bands has no place beside recode",
            "klero.toml, line 38: at has no place beside recode",
            "klero.toml, line 40: derive.recode.high is a list of texts, not a text",
            "klero.toml, line 45: in recode, the value \"X\" is to become \"low\" and \"low\"",
            "klero.toml, line 50: derive.at is a day or a year, not true or false",
            "klero.toml, line 51: in bands, there are no bands",
        ]
    );
    for problem in wrong(text) {
        assert!(problem.lines().nth(1).is_some_and(|help| help.len() > 10), "{problem}");
    }
}

#[test]
fn derive_is_a_list_of_tables() {
    assert_eq!(
        wrong("[derive]\ncolumn = \"x\"\n")[0].lines().next(),
        Some("klero.toml, line 1: derive is a list of tables, each headed [[derive]], not a table")
    );
    assert_eq!(
        wrong("derive = [1]\n")[0].lines().next(),
        Some(
            "klero.toml, line 1: derive is a list of tables, each headed [[derive]], not a list with a whole number in it"
        )
    );
}

#[test]
fn what_is_not_toml() {
    let told = wrong("size = 40\npool = pool.csv\nquotas = \"C:\\new\\quotas.csv\"\nsize = 41\n");
    let starts: Vec<&str> = told.iter().filter_map(|problem| problem.split(": ").next()).collect();
    for line in ["klero.toml, line 2", "klero.toml, line 3", "klero.toml, line 4"] {
        assert!(starts.contains(&line), "{line} is not told: {told:#?}");
    }
    let of = |line: &str| told.iter().find(|problem| problem.starts_with(line)).unwrap().clone();
    assert!(of("klero.toml, line 3").contains("pool = 'C:\\pools\\pool.csv'"), "{told:#?}");
    assert!(!of("klero.toml, line 2").contains("C:\\pools"), "{told:#?}");
}

#[test]
fn a_backslash_that_makes_a_line_break_is_noticed() {
    assert_eq!(
        wrong("pool = \"C:\\new\\tables.csv\"\n"),
        [
            "klero.toml, line 1: pool names no file: \"C:\\new\\tables.csv\"\n  Between \"…\" a backslash means something else: \
          put names of files between single marks, as in pool = 'C:\\pools\\pool.csv'."
        ]
    );
    let single = sound("pool = 'C:\\new\\tables.csv'\n");
    assert_eq!(single.choices.text(klero::settings::Key::Pool), Some("C:\\new\\tables.csv"));
}

#[test]
fn what_is_no_settings_file_at_all() {
    assert_eq!(
        wrong("id,name\na,Ann\nb,Ben\n"),
        ["klero.toml: this is no settings file: nothing in it has the form key = value\n  \
          Check that this is the file you meant. klero init prints one to begin with."]
    );
}

#[test]
fn two_settings_of_one_file_that_do_not_fit() {
    assert_eq!(
        wrong("gamma = 0.5\n\nobjective = \"nash\"\n"),
        [
            "klero.toml, line 1: gamma says nothing about the objective nash\n  Leave it out, or ask for the objective goldilocks."
        ]
    );
    // Without an objective, an option may still name one.
    assert!(sound("gamma = 0.5\n").notes.is_empty());
    assert_eq!(
        wrong("equal = true\ntickets = 10001\n")[0].lines().next(),
        Some("klero.toml, line 2: tickets: 10001 tickets are too many for every ticket to have a panel of its own")
    );
    assert!(sound("equal = true\ntickets = 10000\n").notes.is_empty());
    assert!(sound("equal = false\ntickets = 10001\n").notes.is_empty());
}

#[test]
fn a_byte_order_mark_and_other_line_ends_change_nothing() {
    let text = "# x\nsize = 40\n\nid_column = \"id\"\n";
    let plain = sound(text);
    assert_eq!(sound(&format!("\u{feff}{text}")), plain);
    assert_eq!(sound(&text.replace('\n', "\r\n")), plain);
    assert_eq!(sound("").choices, klero::settings::Choices::default());
}

/// A file with characters lost, doubled or exchanged is read or refused, with lines that are there.
#[test]
fn mutations_are_read_or_refused() {
    let text = "\
pool = \"pool.csv\"
size = 40
apart = [[\"a\", \"b\"]]
gamma = 0.5
objective = \"goldilocks\"
check_same_address = true
check_same_address_columns = [\"street\"]
[[derive]]
column = \"age\"
from = \"born\"
at = 2026-11-22
bands = [\"0-29\", \"30+\"]
[[derive]]
column = \"e\"
from = \"age\"
recode = { x = [\"0-29\"] }
";
    let pieces = ["\"", "[", "]", "=", "\n", ".", "#", "é", "{ ", "-", "9", "\\", "'", "true", "\"\"\"", "\0"];
    let mut dice = Dice::new(17);
    let (mut read_, mut refused) = (0, 0);
    for _ in 0..4000 {
        let mut chars: Vec<char> = text.chars().collect();
        for _ in 0..dice.between(1, 3) {
            let place = dice.below(chars.len());
            match dice.below(3) {
                0 => drop(chars.remove(place)),
                1 => chars.insert(place, chars[dice.below(place + 1)]),
                _ => drop(chars.splice(place..=place, pieces[dice.below(pieces.len())].chars())),
            }
        }
        let text: String = chars.into_iter().collect();
        match read("klero.toml", &text) {
            Ok(_) => read_ += 1,
            Err(problems) => {
                refused += 1;
                assert!(!problems.is_empty());
                for problem in problems {
                    let said = problem.to_string();
                    let line: Option<u64> =
                        said.strip_prefix("klero.toml, line ").and_then(|rest| rest.split(':').next()?.parse().ok());
                    let line = line.unwrap_or_else(|| panic!("{said}\n{text}"));
                    assert!((1..=text.matches('\n').count() as u64 + 1).contains(&line), "{said}\n{text}");
                    assert!(!problem.help().is_empty());
                }
            }
        }
    }
    assert!(read_ > 200 && refused > 2000, "{read_} {refused}");
}
