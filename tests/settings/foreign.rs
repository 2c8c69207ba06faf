//! The settings of the Sortition Foundation's library.

use klero::settings::{Dialect, FOREIGN, Key, Value};

use super::{chosen, sound, wrong};

fn texts(texts: &[&str]) -> Value {
    Value::Texts(texts.iter().map(|text| (*text).to_owned()).collect())
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

const WHOLE: &str = "\
id_column = \"nationbuilder_id\"

columns_to_keep = [\"first_name\", \"email\"]

check_same_address = true
check_same_address_columns = [\"primary_address1\", \"primary_zip\"]

max_attempts = 100
selection_algorithm = \"maximin\"
solver_backend = \"highspy\"

random_number_seed = 12345
";

#[test]
fn every_key_has_its_meaning() {
    let settings = sound(WHOLE);
    assert_eq!(settings.dialect, Dialect::SortitionFoundation);
    assert_eq!(
        chosen(&settings.choices).0,
        [
            (Key::IdColumn, text("nationbuilder_id")),
            (Key::Household, texts(&["primary_address1", "primary_zip"])),
            (Key::HouseholdLimit, Value::Whole(1)),
            (Key::Objective, text("maximin")),
        ]
    );
    let lines: Vec<String> = [Key::IdColumn, Key::Household, Key::HouseholdLimit, Key::Objective]
        .map(|key| settings.choices.get(key).unwrap().from.to_string())
        .to_vec();
    assert_eq!(lines, ["klero.toml, line 1", "klero.toml, line 6", "klero.toml, line 5", "klero.toml, line 9"]);
    let notes: Vec<String> = settings.notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        notes,
        [
            "klero.toml, line 3: columns_to_keep is not needed: all columns of the pool are kept",
            "klero.toml, line 8: max_attempts is about how the Sortition Foundation's library searches for panels; it is ignored",
            "klero.toml, line 10: solver_backend is about how the Sortition Foundation's library searches for panels; it is ignored",
            "klero.toml, line 12: random_number_seed is ignored: a seed does not come from a file, where somebody could choose it unseen \
             (see klero draw --help)",
        ]
    );
    // Each key is in the file: none of them is forgotten here.
    for key in FOREIGN {
        assert!(WHOLE.contains(&format!("\n{key} = ")), "{key}");
    }
}

#[test]
fn algorithms() {
    for name in ["leximin", "maximin", "nash", "legacy"] {
        let settings = sound(&format!("selection_algorithm = \"{name}\"\n"));
        assert_eq!(settings.choices.text(Key::Objective), Some(name));
        assert!(settings.notes.is_empty());
    }
    assert_eq!(
        wrong("selection_algorithm = \"diversimax\"\n"),
        [
            "klero.toml, line 1: selection_algorithm cannot be \"diversimax\"\n  klero has no diversimax. What it is for, people with all \
          mixtures of features on the panel, is asked for with quotas on combinations of values; then choose leximin."
        ]
    );
    assert_eq!(
        wrong("selection_algorithm = \"goldilocks\"\n"),
        ["klero.toml, line 1: selection_algorithm cannot be \"goldilocks\"\n  \
          It is one of \"leximin\", \"maximin\", \"nash\", \"legacy\"."]
    );
    // A file that names none means another one there than here.
    let notes = sound("max_attempts = 10\n").notes;
    assert!(notes[1].to_string().contains("then takes maximin, klero takes leximin"), "{notes:?}");
    assert!(sound("id_column = \"id\"\n").notes.is_empty());
}

#[test]
fn a_seed_of_zero_is_no_seed() {
    let note = |seed: &str| {
        sound(&format!("selection_algorithm = \"nash\"\nrandom_number_seed = {seed}\n")).notes[0].to_string()
    };
    assert!(note("0").ends_with("it is ignored"));
    assert!(note("7").contains("a seed does not come from a file"));
}

#[test]
fn addresses() {
    let of = |text: &str| chosen(&sound(&format!("selection_algorithm = \"nash\"\n{text}")).choices).0[..].to_vec();
    for nothing in [
        "check_same_address = false\n",
        "check_same_address = false\ncheck_same_address_columns = [\"a\"]\n",
        "check_same_address_columns = []\n",
    ] {
        assert_eq!(of(nothing), [(Key::Objective, text("nash"))], "{nothing}");
    }
    assert_eq!(
        wrong("check_same_address = true\n")[0],
        "klero.toml, line 1: check_same_address says nothing without check_same_address_columns\n  \
         Name the columns, as in check_same_address_columns = [\"address\", \"postcode\"]."
    );
    assert_eq!(wrong("check_same_address = true\ncheck_same_address_columns = []\n").len(), 1);
    assert_eq!(
        wrong("check_same_address_columns = [\"a\"]\n")[0],
        "klero.toml, line 1: check_same_address_columns says nothing without check_same_address\n  \
         Add check_same_address = true, or false if people who live together may sit together."
    );
    let types = wrong(
        "check_same_address = 1\ncheck_same_address_columns = \"a\"\ncolumns_to_keep = 1\nselection_algorithm = 1\n",
    );
    assert_eq!(types.len(), 4, "{types:?}");
}

#[test]
fn a_mixture_may_not_contradict_itself() {
    let mixed = sound("size = 40\npool = \"pool.csv\"\nselection_algorithm = \"nash\"\nobjective = \"nash\"\n");
    assert_eq!(mixed.dialect, Dialect::Mixed);
    assert_eq!(mixed.choices.whole(Key::Size), Some(40));
    assert_eq!(
        wrong(
            "selection_algorithm = \"nash\"\nhousehold = [\"street\"]\nobjective = \"leximin\"\nhousehold_limit = 2\n\
             check_same_address = true\ncheck_same_address_columns = [\"zip\"]\n"
        ),
        [
            "klero.toml, line 1: selection_algorithm contradicts objective (line 3)\n  Keep the one that is meant.",
            "klero.toml, line 6: check_same_address_columns contradicts household (line 2)\n  Keep the one that is meant.",
            "klero.toml, line 5: check_same_address contradicts household_limit (line 4)\n  Keep the one that is meant.",
        ]
    );
    assert_eq!(
        wrong("selection_algorithm = \"nash\"\nhousehold = [\"street\"]\ncheck_same_address = false\n"),
        ["klero.toml, line 3: check_same_address contradicts household (line 2)\n  Keep the one that is meant."]
    );
}
