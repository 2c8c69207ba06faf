//! Options win over the file, and what nobody said has its default.

use std::path::PathBuf;

use klero::settings::{Choices, Key, Origin, Purpose, SettingsProblem, Value, in_force};

use super::{chosen, sound};

fn options(given: &[(Key, Value)]) -> Choices {
    let mut choices = Choices::default();
    for (key, value) in given {
        choices.give(*key, value.clone(), Origin::Option);
    }
    choices
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

const NEEDED: &str = "pool = \"pool.csv\"\nquotas = \"quotas.csv\"\nsize = 40\n";

fn told(problems: &[SettingsProblem]) -> Vec<String> {
    problems.iter().map(|problem| format!("{problem}\n  {}", problem.help())).collect()
}

#[test]
fn every_option_wins_over_the_file() {
    for key in Key::ALL {
        let (file, option) = match key.example() {
            Value::Text(_) if key == Key::Objective => (text("nash"), text("legacy")),
            Value::Text(_) => (text("a"), text("b")),
            Value::Texts(_) => (Value::Texts(vec!["a".to_owned(), "b".to_owned()]), Value::Texts(vec!["c".to_owned()])),
            Value::Groups(_) => (Value::Groups(vec![vec!["a".to_owned()]]), Value::Groups(Vec::new())),
            Value::Whole(_) => (Value::Whole(2), Value::Whole(3)),
            Value::Number(_) => (Value::Number(0.5), Value::Number(2.0)),
            Value::Switch(_) => (Value::Switch(true), Value::Switch(false)),
        };
        let file = sound(&in_force(&options(&[(key, file)]))).choices;
        let both = options(&[(key, option.clone())]).over(file.clone());
        assert_eq!(both.get(key).map(|given| (&given.value, &given.from)), Some((&option, &Origin::Option)));
        // Alone, the file's value stays; planted: the other way round, the file wins.
        assert_eq!(Choices::default().over(file.clone()), file);
        assert_ne!(file.clone().over(options(&[(key, option)])).get(key), both.get(key));
    }
}

#[test]
fn defaults_are_named_as_such() {
    let choices = options(&[(Key::Size, Value::Whole(12))]).over(sound(NEEDED).choices);
    assert_eq!(
        in_force(&choices.clone().complete(Purpose::Lottery).unwrap()),
        "\
pool = \"pool.csv\"  # klero.toml, line 1
quotas = \"quotas.csv\"  # klero.toml, line 2
size = 12  # option
household = []  # default
include = []  # default
exclude = []  # default
apart = []  # default
objective = \"leximin\"  # default
tickets = 1000000000000  # default
equal = false  # default
"
    );
    assert_eq!(
        in_force(&choices.complete(Purpose::Check).unwrap()),
        "\
pool = \"pool.csv\"  # klero.toml, line 1
quotas = \"quotas.csv\"  # klero.toml, line 2
size = 12  # option
household = []  # default
include = []  # default
exclude = []  # default
apart = []  # default
"
    );
    let complete = |more: &str| sound(&format!("{NEEDED}{more}")).choices.complete(Purpose::Lottery).unwrap();
    assert_eq!(complete("equal = true\n").whole(Key::Tickets), Some(1000));
    assert_eq!(complete("equal = true\ntickets = 100\n").whole(Key::Tickets), Some(100));
    assert_eq!(complete("household = [\"street\"]\n").whole(Key::HouseholdLimit), Some(1));
    assert_eq!(complete("").whole(Key::HouseholdLimit), None);
    assert_eq!(complete("objective = \"goldilocks\"\n").number(Key::Gamma), Some(1.0));
    assert_eq!(complete("objective = \"nash\"\n").number(Key::Gamma), None);
    // What is complete reads back to the same, and is complete already.
    let all = complete("objective = \"goldilocks\"\nhousehold = [\"street\"]\n");
    let again = sound(&in_force(&all)).choices;
    assert_eq!(chosen(&again), chosen(&all));
    assert_eq!(again.clone().complete(Purpose::Lottery).unwrap(), again);
}

#[test]
fn what_is_missing_is_told_with_option_and_key() {
    let problems = Choices::default().complete(Purpose::Check).unwrap_err();
    assert_eq!(
        told(&problems),
        [
            "no pool is given: neither --pool nor pool in a settings file\n  \
             Add --pool FILE, or write pool = \"pool.csv\" into a settings file and name that with --settings.",
            "no quotas are given: neither --quotas nor quotas in a settings file\n  \
             Add --quotas FILE, or write quotas = \"quotas.csv\" into a settings file and name that with --settings.",
            "no panel size is given: neither --size nor size in a settings file\n  \
             Add --size NUMBER, or write size = 40 into a settings file and name that with --settings.",
        ]
    );
}

#[test]
fn what_says_nothing_is_told() {
    let complete = |given: &[(Key, Value)], file: &str| {
        let choices = options(given).over(sound(&format!("{NEEDED}{file}")).choices);
        choices.complete(Purpose::Lottery).map_err(|problems| told(&problems))
    };
    let limit = [(Key::HouseholdLimit, Value::Whole(2))];
    let help = "Name the columns that tell who lives together, with --household or household in the settings file; or leave it out.";
    assert_eq!(
        complete(&limit, "").unwrap_err(),
        [format!(
            "--household-limit says how many members of a household may sit, but not what a household is\n  {help}"
        )]
    );
    assert_eq!(
        complete(&[], "household_limit = 2\n").unwrap_err(),
        [format!(
            "klero.toml, line 4: household_limit says how many members of a household may sit, but not what a household is\n  {help}"
        )]
    );
    assert_eq!(complete(&limit, "household = [\"street\"]\n").unwrap().whole(Key::HouseholdLimit), Some(2));

    let gamma = [(Key::Gamma, Value::Number(0.5))];
    assert!(complete(&gamma, "").unwrap_err()[0].starts_with("--gamma says nothing about the objective leximin\n"));
    assert!(complete(&[], "gamma = 2\n").unwrap_err()[0].starts_with("klero.toml, line 4: gamma says nothing"));
    assert_eq!(complete(&gamma, "objective = \"goldilocks\"\ngamma = 2\n").unwrap().number(Key::Gamma), Some(0.5));
    // The file's γ goes with the file's objective.
    let nash = [(Key::Objective, text("nash"))];
    assert_eq!(complete(&nash, "objective = \"goldilocks\"\ngamma = 2\n").unwrap().number(Key::Gamma), None);
    let goldilocks = [(Key::Objective, text("goldilocks"))];
    assert_eq!(complete(&goldilocks, "gamma = 2\n").unwrap().number(Key::Gamma), Some(2.0));

    let equal = [(Key::Equal, Value::Switch(true))];
    assert!(
        complete(&equal, "tickets = 20000\n").unwrap_err()[0]
            .starts_with("klero.toml, line 4: tickets: 20000 tickets are too many")
    );
}

#[test]
fn names_of_files_count_from_the_folder_of_the_file_that_names_them() {
    let file = klero::settings::read("draws/2026/klero.toml", NEEDED).unwrap().choices;
    let both = options(&[(Key::Quotas, text("q.csv"))]).over(file);
    assert_eq!(both.file(Key::Pool), Some(PathBuf::from("draws/2026/pool.csv")));
    assert_eq!(both.file(Key::Quotas), Some(PathBuf::from("q.csv")));
    // What is in force depends on no folder.
    assert!(in_force(&both).starts_with("pool = \"pool.csv\"  # klero.toml, line 1\nquotas = \"q.csv\"  # option\n"));
    let absolute = sound("pool = \"/pools/pool.csv\"\n").choices;
    assert_eq!(absolute.file(Key::Pool), Some(PathBuf::from("/pools/pool.csv")));
}
