//! The file that `klero init` prints.

use klero::settings::{Choices, Key, Origin, Value, template};

use super::{chosen, sound};

/// Settings that are commented out: `#key = value`, where comments have a space after the sign.
fn commented(text: &str) -> Vec<&str> {
    text.lines()
        .filter_map(|line| line.strip_prefix('#'))
        .filter(|line| !line.is_empty() && !line.starts_with(' '))
        .collect()
}

#[test]
fn nothing_is_chosen_by_comments() {
    let text = template(&Choices::default());
    assert_eq!(chosen(&sound(&text).choices), chosen(&Choices::default()));
    for line in text.lines() {
        assert!(line.chars().count() <= 150, "{line}");
    }
}

#[test]
fn every_setting_stands_there_and_reads_back() {
    let text = template(&Choices::default());
    let lines = commented(&text);
    for key in Key::ALL {
        let of: Vec<&&str> = lines.iter().filter(|line| line.starts_with(&format!("{} = ", key.name()))).collect();
        assert_eq!(of.len(), 1, "{}", key.name());
        let choices = sound(of[0]).choices;
        assert_eq!(choices.get(key).unwrap().value, key.example());
        if let Some(default) = key.default(false) {
            assert_eq!(choices.get(key).unwrap().value, default, "what is shown is what holds");
        }
        assert!(!key.about().is_empty());
    }
    // The rules for derived columns, all together.
    let rules: Vec<&str> = lines.iter().copied().skip_while(|line| *line != "[[derive]]").collect();
    let read = sound(&rules.join("\n"));
    assert_eq!(read.choices.derivations().len(), 3);
}

#[test]
fn what_was_chosen_is_filled_in() {
    let mut choices = sound("[[derive]]\ncolumn = \"a\"\nfrom = \"b\"\nbands = [\"0+\"]\n").choices;
    choices.give(Key::Pool, Value::Text("volunteers.csv".to_owned()), Origin::Option);
    choices.give(Key::Household, Value::Texts(vec!["street".to_owned()]), Origin::Option);
    let text = template(&choices);
    assert_eq!(chosen(&sound(&text).choices), chosen(&choices));
    assert!(!commented(&text).iter().any(|line| line.starts_with("pool = ") || line.starts_with("[[derive]]")));
    // Planted: a line that is commented out again is missed.
    let planted = text.replace("\npool = ", "\n#pool = ");
    assert_ne!(chosen(&sound(&planted).choices), chosen(&choices));
}
