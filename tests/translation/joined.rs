//! Sentences that stand behind each other in one line, as the problems of a check do, are each said as if they were alone.

use klero::language::Language;
use klero::language::terminal::Catalogue;

use super::files::{by_file, texts};

/// What is in a hole: enough kinds to tell which one was taken for another.
const NAMES: [&str; 4] = ["lottery.json", "quotas.csv", "setup.json", "beacon.json"];

/// A sentence that has an entry, with its holes filled: numbers where numbers are wanted, names elsewhere. None where a phrase of the program is wanted.
fn filled(english: &str, said: &str) -> Option<String> {
    if ["{~", "{?", "{&", "{-"].iter().any(|sign| said.contains(sign))
        || english.contains("{{")
        || english.contains('\n')
    {
        return None;
    }
    let mut text = english.to_owned();
    for (hole, name) in (0..english.matches('{').count()).zip(NAMES.iter().cycle()) {
        let filling = if said.contains(&format!("{{#{hole}}}")) { format!("{}", hole + 2) } else { (*name).to_owned() };
        text = text.replacen(&format!("{{{hole}}}"), &filling, 1);
    }
    // What a label says may be anything.
    (text.contains(' ') && !text.contains("  ") && !text.ends_with(':')).then_some(text)
}

/// The sentences of `verify`, where problems are joined.
fn sentences() -> Vec<String> {
    let text = texts("vi").into_iter().find(|(name, _)| *name == "verify").unwrap().1;
    let entries = super::files::entries(&text).unwrap();
    let of_file = by_file().remove("verify").unwrap();
    // Where a sentence is whole by itself: it begins with no sign, and with a small letter as problems do.
    let problem = |english: &str| {
        let sentence = of_file.iter().find(|sentence| sentence.english == english);
        sentence.is_some() && english.starts_with(|c: char| c.is_lowercase() || "{\"".contains(c))
    };
    entries
        .iter()
        .filter(|entry| problem(&entry.english))
        .filter_map(|entry| filled(&entry.english, &entry.said))
        .collect()
}

/// The pairs that are not said as each of them is said alone.
fn parted(catalogue: &Catalogue, sentences: &[String]) -> Vec<String> {
    let mut parted = Vec::new();
    for pair in sentences.windows(3) {
        let [first, second, third] = pair else { continue };
        let alone: Vec<String> = pair.iter().map(|text| catalogue.say(text)).collect();
        let joined = catalogue.say(&format!("{first}; {second}; {third}; and 2 more of this kind"));
        if joined != format!("{}; và 2 điều khác cùng loại", alone.join("; ")) {
            parted.push(format!("{first}; {second}; {third}\n  {joined}"));
        }
    }
    parted
}

#[test]
fn problems_that_are_joined_are_said_one_by_one() {
    let sentences = sentences();
    assert!(sentences.len() > 150, "{}", sentences.len());
    let catalogue = Catalogue::of(Language::Vi);
    let parted = parted(&catalogue, &sentences);
    let missing = catalogue.take_missing();
    assert!(
        parted.is_empty() && missing.is_empty(),
        "{} of {}:\n{}\n{missing:#?}",
        parted.len(),
        sentences.len(),
        parted.join("\n")
    );
}

/// Planted: where one of three has no entry, and would be swallowed by the hole of another, it is noticed.
#[test]
fn a_sentence_that_is_swallowed_is_noticed() {
    let read = |third: &str| {
        let entries = format!(
            "\"{{0}} is missing\" = \"thiếu {{0}}\"\n\"and {{0}} more of this kind\" = \"và {{#0}} điều khác cùng loại\"\n{third}"
        );
        Catalogue::read(Language::Vi, &[("test", &entries)]).0
    };
    let sentences = ["a.csv is missing", "b.csv is broken", "c.csv is missing"].map(str::to_owned);
    let whole = read("\"{0} is broken\" = \"hỏng {0}\"\n");
    assert_eq!(parted(&whole, &sentences), [""; 0]);
    assert!(whole.take_missing().is_empty());
    let less = read("");
    assert!(!parted(&less, &sentences).is_empty());
}
