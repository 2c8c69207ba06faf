//! The catalogues as files: which sentence belongs to which, and how they are written anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::sentences::{Sentence, sentences, sources};

/// The files of a catalogue, and the sources whose sentences are in them: those whose path begins so. The first file that fits has a sentence.
pub const FILES: &[(&str, &[&str])] = &[
    ("help", &["cli/help.rs"]),
    ("cli", &["cli/"]),
    ("inputs", &["read/", "instance/", "settings/", "derive/", "apportion/", "health/", "types.rs"]),
    ("clinic", &["clinic/"]),
    ("verify", &["verify/"]),
    ("draw", &["record/", "draw/", "solve/", "split/", "turnover/", "alternates/", "lottery/", "leak/"]),
    ("invite", &["invite/", "seating/", "sample/", "generate/", "compare/", "districts/"]),
    ("report", &["report/", "ceremony/", "language/"]),
];

/// The file with what the libraries and the system say; its sentences stand in no source.
pub const CRATES: &str = "crates";

/// The head of a table of heads of columns.
const COLUMNS: &str = "columns";

/// An entry of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub english: String,
    pub said: String,
    pub column: bool,
}

pub fn folder(language: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language).join("terminal")
}

/// The texts of the files of a language, as they are now.
pub fn texts(language: &str) -> Vec<(&'static str, String)> {
    let names = FILES.iter().map(|(name, _)| *name).chain([CRATES]);
    names.map(|name| (name, fs::read_to_string(folder(language).join(format!("{name}.toml"))).unwrap())).collect()
}

/// The entries of a file.
pub fn entries(text: &str) -> Result<Vec<Entry>, String> {
    let table: toml::Table = text.parse().map_err(|error| format!("{error}"))?;
    let mut found = Vec::new();
    for (english, value) in table {
        match value {
            toml::Value::String(said) => found.push(Entry { english, said, column: false }),
            toml::Value::Table(columns) if english == COLUMNS => {
                for (english, value) in columns {
                    let said = value.as_str().ok_or(format!("{english} is no text"))?.to_owned();
                    found.push(Entry { english, said, column: true });
                }
            }
            _ => return Err(format!("{english} is no text")),
        }
    }
    Ok(found)
}

/// The file to which the sentences of a source belong; what `--help` says of an option belongs to `help`.
pub fn file_of(sentence: &Sentence) -> &'static str {
    if sentence.is_help {
        return "help";
    }
    let fits = |starts: &&[&str]| starts.iter().any(|start| sentence.path.starts_with(start));
    FILES.iter().find(|(_, starts)| fits(starts)).map_or("cli", |(name, _)| name)
}

/// The sentences of all sources by their file, each once; one that stands in several is in the first.
pub fn by_file() -> BTreeMap<&'static str, Vec<Sentence>> {
    let mut all: Vec<Sentence> = sources().iter().flat_map(|(path, source)| sentences(path, source)).collect();
    all.sort_by_key(|sentence| FILES.iter().position(|(name, _)| *name == file_of(sentence)));
    let mut by_file: BTreeMap<&str, Vec<Sentence>> = FILES.iter().map(|(name, _)| (*name, Vec::new())).collect();
    // One that needs an entry somewhere goes before one that may have one.
    all.sort_by_key(|sentence| !sentence.needed);
    let mut seen = BTreeSet::new();
    for sentence in all {
        if seen.insert((sentence.english.clone(), sentence.column)) {
            by_file.get_mut(file_of(&sentence)).unwrap().push(sentence);
        }
    }
    let place = |sentence: &Sentence| (sentence.path.clone(), sentence.line);
    by_file.values_mut().for_each(|sentences| sentences.sort_by_key(place));
    by_file
}

/// A file with an entry for each of these sentences that needs one or has one: what was said for it, or nothing. Others are left out.
pub fn written(sentences: &[Sentence], before: &[Entry]) -> String {
    let said = |sentence: &Sentence| {
        let entry = before.iter().find(|e| e.english == sentence.english && e.column == sentence.column);
        entry.map(|entry| entry.said.as_str())
    };
    let mut text = String::from(HEAD);
    for column in [false, true] {
        let of_kind = sentences
            .iter()
            .filter(|s| s.column == column && (s.needed || said(s).is_some_and(|said| !said.is_empty())));
        let mut path = "";
        for (i, sentence) in of_kind.enumerate() {
            if i == 0 && column {
                text += &format!("\n[{COLUMNS}]\n");
            }
            if sentence.path != path {
                path = &sentence.path;
                text += &format!("\n# src/{path}\n");
            }
            if !sentence.holes.is_empty() {
                let name = |(i, name): (usize, &String)| match name.as_str() {
                    "" => format!("{i}"),
                    name => format!("{i} {name}"),
                };
                let holes: Vec<String> = sentence.holes.iter().enumerate().map(name).collect();
                text += &format!("# holes: {}\n", holes.join(", "));
            }
            text += &format!("{} = {}\n", quoted(&sentence.english), quoted(said(sentence).unwrap_or_default()));
        }
    }
    text
}

const HEAD: &str = "\
# \"English\" = \"translation\". docs/languages.md explains the holes. Comments are made anew by
# KLERO_BLESS=1 cargo test --test translation files, which adds what is missing and takes out what no source says any more.
";

/// A text as TOML has it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out += "\\\"",
            '\\' => out += "\\\\",
            '\n' => out += "\\n",
            '\t' => out += "\\t",
            c => out.push(c),
        }
    }
    out + "\""
}

/// Writes the files of a language anew.
pub fn write(language: &str) {
    let by_file = by_file();
    let texts = texts(language);
    let of_sources = texts.iter().filter(|(name, _)| *name != CRATES);
    let before: Vec<Entry> = of_sources.flat_map(|(_, text)| entries(text).unwrap()).collect();
    for (name, sentences) in by_file {
        fs::write(folder(language).join(format!("{name}.toml")), written(&sentences, &before)).unwrap();
    }
}
