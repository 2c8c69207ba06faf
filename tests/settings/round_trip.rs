//! What is written reads back to the same.

use klero::derive::{Bands, DateFormat, Derivation, Recode, Rule};
use klero::settings::{Choices, Key, Kind, OBJECTIVES, Origin, Value, in_force, rules};

use super::support::random::Dice;
use super::{chosen, sound};

/// Texts that are hard to write.
const TEXTS: [&str; 14] = [
    "id",
    "Müller, Ann",
    "a\"b",
    "C:\\pools\\new.csv",
    "#1",
    "'x'",
    "a\nb",
    "tab\tbed",
    "\u{1}\u{7f}\u{85}",
    " outer ",
    "007",
    "\u{202e}abc",
    "=1+1",
    "🎲",
];

fn text(dice: &mut Dice) -> String {
    let parts = dice.between(1, 2);
    (0..parts).map(|_| TEXTS[dice.below(TEXTS.len())]).collect()
}

fn texts(dice: &mut Dice, least: usize) -> Vec<String> {
    (0..dice.between(least, 3)).map(|_| text(dice)).collect()
}

/// A value that a setting may have.
fn value(dice: &mut Dice, key: Key) -> Value {
    match key.kind() {
        // No file has a name with line breaks in it.
        Kind::File => Value::Text(text(dice).replace(char::is_control, "x")),
        Kind::Text => Value::Text(text(dice)),
        Kind::Texts => Value::Texts(texts(dice, 0)),
        Kind::Groups => Value::Groups((0..dice.below(3)).map(|_| texts(dice, 0)).collect()),
        Kind::Whole(least, most) => {
            let any = least + dice.below(10_000) as u64;
            Value::Whole([least, most, any.min(most)][dice.below(3)])
        }
        Kind::Positive => {
            let exponent = dice.below(600) as i32 - 300;
            let any = (1.0 + dice.below(1 << 40) as f64 / 3.0) * 10_f64.powi(exponent);
            Value::Number([1.0, 0.1, f64::MAX, f64::MIN_POSITIVE, 5e-324, any][dice.below(6)])
        }
        Kind::Switch => Value::Switch(dice.chance(1, 2)),
        Kind::OneOf(words) => Value::Text(words[dice.below(words.len())].to_owned()),
    }
}

fn bands(dice: &mut Dice, ages: bool) -> Bands {
    let mut labels = Vec::new();
    let mut low = dice.below(30);
    for _ in 0..dice.below(4) {
        let high = low + dice.below(9);
        labels.push(if dice.chance(1, 3) { format!("{low} – {high}") } else { format!("{low}-{high}") });
        low = high + 1;
    }
    labels.push(format!("{low}+"));
    if ages { Bands::of_ages(&labels).unwrap() } else { Bands::new(&labels).unwrap() }
}

fn rule(dice: &mut Dice) -> Rule {
    match dice.below(4) {
        0 => {
            let at = DateFormat::Iso.read(&format!("{}-02-{:02}", dice.between(1000, 9999), dice.between(1, 28)));
            let format = DateFormat::ALL[dice.below(4)];
            Rule::AgeOn { at: at.unwrap(), format, bands: bands(dice, true) }
        }
        1 => Rule::AgeIn { at: dice.between(1, 9999) as i64, bands: bands(dice, true) },
        2 => Rule::Number { bands: bands(dice, false) },
        _ => {
            let results = dice.between(1, 3);
            let results = (0..results)
                .map(|result| {
                    let count = dice.between(1, 3);
                    let values = (0..count).map(|value| format!("{result} {value} {}", text(dice).trim())).collect();
                    (format!("{}{result}", ["r", "a b", "\"", "x.y", "é"][dice.below(5)]), values)
                })
                .collect();
            let other = dice.chance(1, 2).then(|| text(dice).trim().to_owned()).filter(|other| !other.is_empty());
            Rule::Recode(Recode::new(results, other).unwrap())
        }
    }
}

fn origin(dice: &mut Dice) -> Origin {
    match dice.below(3) {
        0 => Origin::Option,
        1 => Origin::Default,
        _ => Origin::File { file: format!("folder/{}", text(dice)), line: dice.below(99) as u64 },
    }
}

/// Choices that do not contradict each other.
fn choices(dice: &mut Dice) -> Choices {
    let mut choices = Choices::default();
    for key in Key::ALL {
        if dice.chance(1, 2) {
            let (value, from) = (value(dice, key), origin(dice));
            choices.give(key, value, from);
        }
    }
    if choices.get(Key::Gamma).is_some() {
        choices.give(Key::Objective, Value::Text("goldilocks".to_owned()), Origin::Option);
    }
    if choices.is_on(Key::Equal) && choices.whole(Key::Tickets).is_some() {
        choices.give(Key::Tickets, Value::Whole(dice.between(1, 10_000) as u64), Origin::Option);
    }
    for _ in 0..dice.below(4) {
        let (column, from) = (format!("c{}", text(dice).trim()), format!("{}x", text(dice).trim()));
        let derivation = Derivation { column, from, rule: rule(dice) };
        let from = origin(dice);
        choices.give_derivation(derivation, from);
    }
    choices
}

#[test]
fn random_settings_read_back_to_the_same() {
    let mut dice = Dice::new(3);
    let (mut seen, mut caught) = (0, 0);
    for _ in 0..600 {
        let choices = choices(&mut dice);
        let text = in_force(&choices);
        let again = sound(&text);
        assert_eq!(chosen(&again.choices), chosen(&choices), "{text}");
        assert!(again.notes.is_empty());
        // What was read, written again, differs in nothing but where it came from.
        let bare = |text: &str| -> Vec<String> {
            text.lines().map(|line| line.rsplit_once("  # ").map_or(line, |(line, _)| line).to_owned()).collect()
        };
        assert_eq!(bare(&in_force(&again.choices)), bare(&text));
        seen += chosen(&choices).0.len() + chosen(&choices).1.len();
        // Planted: a line that is lost, or a digit that is another, is noticed.
        if let Some(first) = text.lines().next().filter(|line| line.contains(" = ")) {
            assert_ne!(chosen(&sound(&text[first.len()..]).choices), chosen(&choices));
            caught += 1;
        }
    }
    assert!(seen > 3000 && caught > 500, "{seen} {caught}");
}

#[test]
fn every_key_alone() {
    let mut dice = Dice::new(5);
    for key in Key::ALL {
        for _ in 0..40 {
            let mut choices = Choices::default();
            choices.give(key, value(&mut dice, key), Origin::Option);
            let text = in_force(&choices);
            assert!(text.starts_with(&format!("{} = ", key.name())) && text.lines().count() == 1, "{text}");
            let again = sound(&text).choices;
            assert_eq!(chosen(&again), chosen(&choices), "{text}");
            assert_eq!(again.get(key).unwrap().from, Origin::File { file: "klero.toml".to_owned(), line: 1 });
        }
        assert_eq!(Key::named(key.name()), Some(key));
    }
}

#[test]
fn what_is_in_force_word_for_word() {
    let mut choices = sound(
        "\
# A comment.
size = 4_0

household = [
    \"street\",   # here
    'post\\code',
]
include = [\"7\"]
[[derive]]
column = \"age band\"
from = \"born\"
at = 2026-11-22
bands = [\"16-29\", \"30+\"]
format = \"dd.mm.yyyy\"

[[derive]]
from = \"schooling\"
other = \"?\"
column = \"education\"
recode.low = [\"none\"]
recode.\"very high\" = [\"university\"]
",
    )
    .choices;
    choices.give(Key::Pool, Value::Text("my/pool.csv".to_owned()), Origin::Option);
    choices.give(Key::HouseholdLimit, Value::Whole(1), Origin::Default);
    assert_eq!(
        in_force(&choices),
        "\
pool = \"my/pool.csv\"  # option
size = 40  # klero.toml, line 2
household = [\"street\", \"post\\\\code\"]  # klero.toml, line 4
household_limit = 1  # default
include = [\"7\"]  # klero.toml, line 8

[[derive]]  # klero.toml, line 9
column = \"age band\"
from = \"born\"
at = \"2026-11-22\"
format = \"DD.MM.YYYY\"
bands = [\"16-29\", \"30+\"]

[[derive]]  # klero.toml, line 16
column = \"education\"
from = \"schooling\"
recode = { low = [\"none\"], \"very high\" = [\"university\"] }
other = \"?\"
"
    );
}

#[test]
fn the_lists_of_names_agree_with_the_rest_of_the_program() {
    let rules = klero::compare::Rule::ALL.map(klero::compare::Rule::name);
    assert_eq!(OBJECTIVES, rules);
    assert_eq!(klero::settings::MOST_EQUAL, klero::solve::FEW_TICKETS);
}

#[test]
fn random_rules_alone_read_back_to_the_same() {
    let mut dice = Dice::new(4);
    let mut seen = 0;
    for _ in 0..300 {
        let derivations = chosen(&choices(&mut dice)).1;
        let text = rules(&derivations);
        let again = |text: &str| chosen(&sound(text).choices);
        if let [_, .., last] = derivations.as_slice() {
            assert_eq!(again(&text), (Vec::new(), derivations.clone()), "{text}");
            seen += 1;
            // Planted: a rule that is left out is noticed.
            let without = text.rsplit_once("[[derive]]").unwrap().0;
            assert!(!again(without).1.contains(last));
        }
    }
    assert!(seen > 100, "{seen}");
}
