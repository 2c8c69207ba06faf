//! Every sentence that a person could read has an entry, and every entry has a sentence.

use std::collections::{BTreeMap, BTreeSet};

use klero::language::Language;
use klero::language::terminal::Catalogue;

use super::allowed::GROUPS;
use super::files::{CRATES, Entry, by_file, entries, texts, write};
use super::sentences::{Sentence, literal, sentences, sources};
use super::{LANGUAGES, allowed};

/// Entries that are rightly the same as in English: names of commands and files, signs.
const SAME: &[&str] = &[];

/// What is wrong with the files of a language, beside the sentences that belong to each.
fn faults(sentences: &BTreeMap<&str, Vec<Sentence>>, files: &[(&str, String)]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen: BTreeMap<(String, bool), &str> = BTreeMap::new();
    for (name, text) in files {
        let entries = match entries(text) {
            Ok(entries) => entries,
            Err(error) => {
                faults.push(format!("{name}: {error}"));
                continue;
            }
        };
        let none = Vec::new();
        let of_file = sentences.get(name).unwrap_or(&none);
        for entry in &entries {
            let mut say = |what: &str| faults.push(format!("{name}: \"{}\" {what}", entry.english));
            if let Some(other) = seen.insert((entry.english.clone(), entry.column), name) {
                say(&format!("stands in {other} too"));
            }
            let sentence = of_file.iter().find(|s| s.english == entry.english && s.column == entry.column);
            if sentence.is_none() && *name != CRATES {
                say("stands in no source of this file: it is superfluous");
            }
            for fault in faults_of(entry, sentence) {
                say(&fault);
            }
        }
        let there: BTreeSet<(&str, bool)> = entries.iter().map(|e| (e.english.as_str(), e.column)).collect();
        for sentence in of_file.iter().filter(|s| s.needed && !there.contains(&(s.english.as_str(), s.column))) {
            faults.push(format!(
                "{name}: \"{}\" is missing (src/{}, line {})",
                sentence.english, sentence.path, sentence.line
            ));
        }
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    faults.extend(Catalogue::read(Language::Vi, &files).1);
    faults
}

/// Signs that both sides must end with, or neither.
const ENDS: [char; 5] = ['.', ':', '?', '!', '…'];

/// What is wrong with one entry.
fn faults_of(entry: &Entry, sentence: Option<&Sentence>) -> Vec<String> {
    let Entry { english, said, .. } = entry;
    if said.is_empty() {
        return vec!["is not translated yet".to_owned()];
    }
    let mut faults = Vec::new();
    let letters = literal(english).chars().any(char::is_alphabetic);
    if (english == said && letters) != SAME.contains(&english.as_str()) {
        faults.push("is the same in English".to_owned());
    }
    if said.trim() != said || said.contains("   ") {
        faults.push("has blanks around it, or three in a row".to_owned());
    }
    if english.matches("  ").count() != said.matches("  ").count() {
        faults.push("has other wide spaces, so columns will not stand below each other".to_owned());
    }
    let end = |text: &str| text.chars().last().filter(|c| ENDS.contains(c));
    if end(english) != end(said) {
        faults.push("ends with another sign".to_owned());
    }
    if unicode_normalization::UnicodeNormalization::nfc(said.chars()).collect::<String>() != *said {
        faults.push("is not in the usual form of Unicode (NFC)".to_owned());
    }
    for (number, name) in sentence.iter().flat_map(|sentence| sentence.holes.iter().enumerate()) {
        let place = number == 0 && ["at", "place"].contains(&name.as_str());
        if place && !["@", "~"].iter().any(|sign| said.contains(&format!("{{{sign}{number}}}"))) {
            faults.push(format!("has a place in hole {number}: write {{@{number}}}"));
        }
    }
    faults
}

#[test]
fn files_hold_what_the_sources_say() {
    for language in LANGUAGES {
        if std::env::var_os("KLERO_BLESS").is_some() {
            write(language);
        }
        let faults = faults(&by_file(), &texts(language));
        assert!(faults.is_empty(), "\nlocales/{language}/terminal: {} faults\n{}", faults.len(), faults.join("\n"));
    }
}

/// For translators: `KLERO_FILE=report cargo test --test translation one_file -- --ignored --nocapture` says what is left to do in one file.
#[test]
#[ignore = "says what is left to do in the file that KLERO_FILE names"]
fn one_file() {
    let name = std::env::var("KLERO_FILE").expect("KLERO_FILE names a file, such as report");
    for language in LANGUAGES {
        let files = texts(language);
        let all = faults(&by_file(), &files);
        let faults: Vec<&String> = all.iter().filter(|fault| fault.starts_with(&format!("{name}: "))).collect();
        let text = &files.iter().find(|(file, _)| *file == name).expect("a file of that name").1;
        let entries = entries(text).unwrap();
        let done = entries.iter().filter(|entry| !entry.said.is_empty()).count();
        faults.iter().for_each(|fault| println!("{fault}"));
        println!("{language}/{name}: {done} of {} entries are translated", entries.len());
    }
}

#[test]
fn every_group_of_what_is_not_for_people_is_needed() {
    let mut needed: BTreeSet<usize> = BTreeSet::new();
    for (path, source) in sources() {
        let found = sentences(&path, &source);
        needed.extend(found.iter().filter_map(|sentence| allowed::group(&path, &sentence.english)));
        let reasons = found.iter().filter_map(|s| allowed::group(&path, &s.english)).map(|group| GROUPS[group].reason);
        assert!(reasons.into_iter().all(|reason| !reason.is_empty()));
    }
    assert_eq!(needed.len(), GROUPS.len(), "groups that nothing belongs to: {needed:?}");
}

#[test]
fn what_is_planted_is_caught() {
    let source =
        "fn f() { say(\"{at}: the cell is blank\"); say(\"{} of {} rows.\"); if one { \"row\" } else { \"rows\" } }";
    let planted = |source: &str| BTreeMap::from([("inputs", sentences("read/x.rs", source))]);
    let good = "\"{0}: the cell is blank\" = \"{@0}: ô trống\"\n\"{0} of {1} rows.\" = \"{0} trên {1} dòng.\"\nrow = \"dòng\"\nrows = \"dòng\"\n";
    let faults = |source: &str, file: &str| faults(&planted(source), &[("inputs", file.to_owned())]);
    assert_eq!(faults(source, good), [""; 0]);
    for (from, to, word) in [
        ("row = \"dòng\"\n", "", "\"row\" is missing"),
        ("\"{0} of {1} rows.\" = \"{0} trên {1} dòng.\"\n", "", "\"{0} of {1} rows.\" is missing"),
        ("row = ", "column = \"cột\"\nrow = ", "\"column\" stands in no source"),
        ("trên {1}", "trên", "does without the hole 1"),
        ("trên {1}", "trên {2}", "has a hole 2"),
        ("trên {1}", "trên {x}", "is no hole"),
        ("{@0}: ô", "{0}: ô", "has a place in hole 0"),
        ("dòng.", "dòng", "ends with another sign"),
        ("row = \"dòng\"", "row = \"row\"", "is the same in English"),
        ("row = \"dòng\"", "row = \"do\u{300}ng\"", "NFC"),
        ("ô trống", "ô  trống", "has other wide spaces"),
        ("row = \"dòng\"", "row = \" dòng\"", "blanks around it"),
        ("row = \"dòng\"", "row = 5", "is no text"),
        ("row = \"dòng\"", "row = \"\"", "is not translated yet"),
        ("row = \"dòng\"", "row = \"dòng", "inputs: "),
    ] {
        let file = good.replacen(from, to, 1);
        assert_ne!(file, good, "{from}");
        let found = faults(source, &file);
        assert!(found.iter().any(|fault| fault.contains(word)), "{file}\nexpected: {word}\nfound: {found:?}");
    }
    // A new sentence in a source, and one that went.
    let found = faults(&source.replace("{ say(", "{ say(\"a planted sentence\"); say("), good);
    assert!(found.iter().any(|fault| fault.contains("\"a planted sentence\" is missing")), "{found:?}");
    let found = faults(&source.replace("the cell is blank", "the cell is empty"), good);
    assert!(
        found.iter().any(|fault| fault.contains("superfluous")) && found.iter().any(|fault| fault.contains("missing"))
    );
}
