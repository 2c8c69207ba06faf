//! Every language says the same: the messages and variables of English, and none of its words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use klero::language::{Area, Language, Value, Words, text};

/// Messages that are rightly the same as in English: names, signs, and words that two languages share.
const SHARED: &[(Language, Area, &str)] = &[];

/// What a message needs and says.
#[derive(Debug, Default, PartialEq)]
struct Message {
    variables: BTreeSet<String>,
    /// All its letters, in every variant, without variables.
    words: String,
}

fn gather(pattern: &Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => message.words += value,
            PatternElement::Placeable { expression: Expression::Inline(inline) } => variable(inline, message),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                variable(selector, message);
                variants.iter().for_each(|variant| gather(&variant.value, message));
            }
        }
    }
}

fn variable(inline: &InlineExpression<&str>, message: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => drop(message.variables.insert(id.name.to_owned())),
        InlineExpression::StringLiteral { value } => message.words += value,
        other => panic!("messages hold variables and texts only, not {other:?}"),
    }
}

fn messages(text: &str) -> Result<BTreeMap<String, Message>, String> {
    let resource = parse(text).map_err(|(_, errors)| format!("{errors:?}"))?;
    let mut found = BTreeMap::new();
    for entry in &resource.body {
        if let Entry::Message(entry) = entry {
            let mut message = Message::default();
            gather(entry.value.as_ref().ok_or("a message without a value")?, &mut message);
            if found.insert(entry.id.name.to_owned(), message).is_some() {
                return Err(format!("{} stands twice", entry.id.name));
            }
        }
    }
    Ok(found)
}

/// What is wrong with a text beside the English one; `shared` are the messages that may be the same.
fn faults(english: &str, other: &str, shared: &BTreeSet<&str>) -> Vec<String> {
    let (english, other) = match (messages(english), messages(other)) {
        (Ok(english), Ok(other)) => (english, other),
        (one, two) => return [one.err(), two.err()].into_iter().flatten().collect(),
    };
    let mut faults = Vec::new();
    faults.extend(other.keys().filter(|id| !english.contains_key(*id)).map(|id| format!("{id} is not in English")));
    for (id, wanted) in &english {
        let Some(found) = other.get(id) else {
            faults.push(format!("{id} is missing"));
            continue;
        };
        if found.variables != wanted.variables {
            faults.push(format!("{id} has other variables: {:?}, not {:?}", found.variables, wanted.variables));
        }
        let same = found.words == wanted.words && wanted.words.chars().any(char::is_alphabetic);
        if same != shared.contains(id.as_str()) {
            let what = if same { "is still in English" } else { "differs, and need not be in the list" };
            faults.push(format!("{id} {what}"));
        }
    }
    faults
}

fn shared(language: Language, area: Area) -> BTreeSet<&'static str> {
    SHARED.iter().filter(|(l, a, _)| (*l, *a) == (language, area)).map(|(_, _, id)| *id).collect()
}

#[test]
fn every_language_has_the_messages_of_english() {
    let mut found = Vec::new();
    for area in Area::ALL {
        for language in Language::ALL.into_iter().filter(|language| *language != Language::En) {
            let faults = faults(text(Language::En, area), text(language, area), &shared(language, area));
            let place = format!("locales/{}/{}.ftl", language.code(), area.name());
            found.extend(faults.into_iter().map(|fault| format!("{place}: {fault}")));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_message_can_be_said() {
    for area in Area::ALL {
        let english = messages(text(Language::En, area)).unwrap();
        assert!(!english.is_empty());
        for language in Language::ALL {
            let words = Words::new(language, area);
            for (id, message) in &english {
                for number in [0, 1, 2, 5, 11, 100, 1_000_000] {
                    let values: Vec<(&str, Value)> =
                        message.variables.iter().map(|name| (name.as_str(), Value::Number(number))).collect();
                    let said = words.say(id, &values);
                    assert!(!said.contains(['{', '}']) && said != *id, "{language:?} {id}: {said}");
                    let isolated = said.contains('\u{2068}');
                    assert!(!isolated || language == Language::Ar, "{language:?} {id}: {said}");
                }
            }
        }
    }
}

/// The text of a message as the file has it, variants included.
fn written<'a>(text: &'a str, id: &str) -> Option<&'a str> {
    let start = if text.starts_with(&format!("{id} =")) { 0 } else { text.find(&format!("\n{id} ="))? + 1 };
    let end = text[start..].match_indices('\n').find(|(at, _)| !text[start + at + 1..].starts_with([' ', '}']))?.0;
    Some(&text[start..start + end])
}

#[test]
fn a_verdict_is_the_same_in_the_report_and_on_the_page_that_checks() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let english = messages(text(Language::En, Area::Report)).unwrap();
    let ids = english.keys().filter(|id| {
        ["note-", "verdict-"].iter().any(|start| id.starts_with(start))
            || ["verified", "not-verified", "notes"].contains(&id.as_str())
    });
    let ids: Vec<&String> = ids.collect();
    assert_eq!(ids.len(), 15);
    for language in Language::ALL {
        let page = std::fs::read_to_string(root.join(language.code()).join("verify.ftl")).unwrap();
        for id in &ids {
            let both = [written(text(language, Area::Report), id), written(&page, id)];
            assert!(both[0].is_some() && both[0] == both[1], "{language:?}: {both:?}");
        }
    }
    assert_eq!(written("a = 1\nb = { $n ->\n   *[other] x\n}\nc = 2\n", "b"), Some("b = { $n ->\n   *[other] x\n}"));
}

#[test]
fn what_is_planted_is_caught() {
    let english =
        "one = One { $name }\ntwo = { $count ->\n    [one] { $count } thing\n   *[other] { $count } things\n}\n";
    let good = "one = Uno { $name }\ntwo = { $count ->\n   *[other] { $count } cosas\n}\n";
    let none = BTreeSet::new();
    assert_eq!(faults(english, good, &none), [""; 0]);
    for (from, to, word) in [
        ("one = Uno { $name }\n", "", "one is missing"),
        ("{ $name }", "{ $nombre }", "one has other variables"),
        ("{ $name }", "", "one has other variables"),
        ("Uno", "One", "one is still in English"),
        ("two =", "three = Tres\ntwo =", "three is not in English"),
        ("two =", "one = Uno { $name }\ntwo =", "one stands twice"),
        ("{ $name }", "{ $name", "Expected"),
    ] {
        let planted = good.replacen(from, to, 1);
        assert_ne!(planted, good);
        let found = faults(english, &planted, &none);
        assert!(found.iter().any(|fault| fault.contains(word)), "{planted}\nexpected: {word}\nfound: {found:?}");
    }
    assert_eq!(faults(english, good, &BTreeSet::from(["one"])), ["one differs, and need not be in the list"]);
}

/// The texts between quotation marks in a source that look like the identifier of a message.
fn literals(source: &str) -> BTreeSet<String> {
    let plain = source.replace("\\\"", " ");
    let pieces = plain.split('"').skip(1).step_by(2);
    let is_id = |text: &&str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    pieces.filter(is_id).map(str::to_owned).collect()
}

#[test]
fn every_message_is_used_and_every_use_has_a_message() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let (mut everywhere, mut of_report) = (BTreeSet::new(), BTreeSet::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let found = literals(&std::fs::read_to_string(&path).unwrap());
                if path.starts_with(root.join("report/told")) {
                    of_report.extend(found.iter().cloned());
                }
                everywhere.extend(found);
            }
        }
    }
    for area in Area::ALL {
        for id in messages(text(Language::En, area)).unwrap().keys() {
            assert!(everywhere.contains(id), "nobody says {id} of locales/en/{}.ftl", area.name());
        }
    }
    let known = messages(text(Language::En, Area::Report)).unwrap();
    // What has a hyphen there is the identifier of a message.
    for id in of_report.iter().filter(|id| id.contains('-')) {
        assert!(known.contains_key(id), "{id} is said in src/report/told and is no message");
    }
    assert!(literals("say(\"no-such\", \"\\\"quoted\\\"\")").contains("no-such"));
}
