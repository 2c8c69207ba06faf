//! Which texts of the sources a person could read, as templates.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::allowed;
use super::lexer::{Kind, Token, tokens};

/// A template that stands in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// With holes `{0}`, `{1}`, ….
    pub english: String,
    /// What the source calls the holes.
    pub holes: Vec<String>,
    /// The source, counted from `src`, and the line.
    pub path: String,
    pub line: usize,
    /// Whether it has to have an entry; otherwise it may have one.
    pub needed: bool,
    /// Whether it is the head of a column.
    pub column: bool,
    /// Whether `--help` says it.
    pub is_help: bool,
}

/// All sources, counted from `src`, in the order of their paths.
pub fn sources() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut sources = BTreeMap::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                sources.insert(name, std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    sources
}

/// The sentences of a source, each as often as it stands there.
pub fn sentences(path: &str, source: &str) -> Vec<Sentence> {
    let tokens = tokens(source);
    let mut found = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Text if !is_of_attribute(&tokens, i) => {
                let alone = alone(path, &tokens, i);
                for (english, holes) in templates(&token.text) {
                    let readable = is_readable(&english);
                    let alone = alone && english == token.text.trim();
                    if allowed::is_column(path, &english) {
                        found.push(Sentence { column: true, needed: true, ..sentence(path, token, &english, &holes) });
                    }
                    if readable || alone || is_word(&english) || has_hole_and_sign(&english) {
                        let allowed = allowed::is_allowed(path, &english);
                        let needed = (readable || alone) && !allowed && !allowed::is_column(path, &english);
                        found.push(Sentence { needed, ..sentence(path, token, &english, &holes) });
                    }
                }
            }
            Kind::Doc if path.starts_with("cli/") && is_help(&tokens, i) => {
                let english = help_text(&tokens, i).replace('{', "{{").replace('}', "}}");
                found.push(Sentence { needed: true, is_help: true, ..sentence(path, token, &english, &[]) });
            }
            _ => {}
        }
    }
    found
}

/// A sentence that needs no entry, is no column, and not said by `--help`.
fn sentence(path: &str, token: &Token, english: &str, holes: &[String]) -> Sentence {
    let (english, holes, path, line) = (english.to_owned(), holes.to_vec(), path.to_owned(), token.line);
    Sentence { english, holes, path, line, needed: false, column: false, is_help: false }
}

/// The templates of a text: one for each line, but lines that a sentence runs over together. Blanks around them, and the dash of a list, are not part of
/// them; wide spaces are two spaces.
pub fn templates(text: &str) -> Vec<(String, Vec<String>)> {
    let mut groups: Vec<String> = Vec::new();
    let mut joined = false;
    for line in text.split('\n') {
        let bare = line.trim().strip_prefix("- ").unwrap_or(line.trim());
        match groups.last_mut() {
            Some(last) if joined && bare == line.trim_end() && starts_with_word(bare) => *last += &format!("\n{bare}"),
            _ => groups.push(bare.to_owned()),
        }
        joined = ends_amid_sentence(bare);
    }
    let is_said = |(english, _): &(String, Vec<String>)| !literal(english).trim().is_empty();
    groups.iter().map(|group| template(group)).filter(is_said).collect()
}

fn starts_with_word(line: &str) -> bool {
    line.starts_with(|c: char| c.is_alphanumeric() || c == '{' || c == '-')
}

fn ends_amid_sentence(line: &str) -> bool {
    line.contains(' ') && line.ends_with(|c: char| c.is_alphabetic() || c == ',' || c == ';')
}

/// A line with its holes as numbers.
fn template(line: &str) -> (String, Vec<String>) {
    let mut english = String::new();
    let mut holes = Vec::new();
    let mut rest = line;
    while let Some(found) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(found);
        english += before;
        if from.starts_with("{{") || from.starts_with("}}") {
            english += &from[..2];
            rest = &from[2..];
            continue;
        }
        let end = from.find('}').filter(|_| from.starts_with('{'));
        let inside = end.map(|end| &from[1..end]);
        let is_hole = inside.is_some_and(|inside| {
            let name = inside.split(':').next().unwrap_or_default();
            name.chars().all(|c| c.is_alphanumeric() || "_.".contains(c))
        });
        match (inside, end) {
            (Some(inside), Some(end)) if is_hole => {
                english += &format!("{{{}}}", holes.len());
                holes.push(inside.split(':').next().unwrap_or_default().to_owned());
                rest = &from[end + 1..];
            }
            _ => {
                // A brace that is no hole, as in a style sheet.
                english += if from.starts_with('{') { "{{" } else { "}}" };
                rest = &from[1..];
            }
        }
    }
    english += rest;
    while english.contains("   ") {
        english = english.replace("   ", "  ");
    }
    (english, holes)
}

/// Without what is in holes.
pub fn literal(english: &str) -> String {
    let mut out = String::new();
    let mut depth = 0;
    for c in english.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// Whether it has a letter and a space.
fn is_readable(english: &str) -> bool {
    let literal = literal(english);
    let blank = english.trim().contains([' ', '\n']);
    blank && literal.chars().any(char::is_alphabetic)
}

/// A single word: it may be one for people.
fn is_word(english: &str) -> bool {
    english.chars().all(|c| c.is_alphabetic() || "'-: .,".contains(c)) && english.chars().any(char::is_alphabetic)
}

/// Holes with nothing but signs between them, as in `{0}: {1}`.
fn has_hole_and_sign(english: &str) -> bool {
    english.contains("{0}") && english != "{0}" && !literal(english).chars().any(char::is_alphabetic)
}

/// Whether a text stands where every word is for people: alone in braces (`if one { "seat" } else { "seats" }`), as a noun that is counted, or where
/// the list says so.
fn alone(path: &str, tokens: &[Token], i: usize) -> bool {
    let text = |i: Option<usize>| i.and_then(|i| tokens.get(i)).map_or("", |token| token.text.as_str());
    let (before, after) = (text(i.checked_sub(1)), text(Some(i + 1)));
    if before == "{" && after == "}" && is_word(&tokens[i].text) && tokens[i].text.len() > 1 {
        return true;
    }
    allowed::is_for_people(path, tokens[i].text.trim()) || is_counted(tokens, i)
}

/// Functions that put a number before a noun.
const COUNTING: [&str; 6] = ["count", "counted", "seats", "number", "several", "plural"];

/// Whether a text is an argument of such a function, other than the first one.
fn is_counted(tokens: &[Token], i: usize) -> bool {
    let mut depth = 0;
    for at in (0..i).rev() {
        let token = &tokens[at];
        if token.kind == Kind::Text {
            continue;
        }
        match token.text.as_str() {
            ")" => depth += 1,
            "(" if depth > 0 => depth -= 1,
            "(" => {
                let name = at.checked_sub(1).map_or("", |at| tokens[at].text.as_str());
                return COUNTING.contains(&name) && is_word(&tokens[i].text) && tokens[i - 1].text == ",";
            }
            "{" | "}" | ";" => return false,
            _ => {}
        }
    }
    false
}

/// Whether a text belongs to an attribute, but for the messages of errors.
fn is_of_attribute(tokens: &[Token], i: usize) -> bool {
    let mut depth = 0;
    for at in (0..i).rev() {
        match (tokens[at].kind, tokens[at].text.as_str()) {
            (Kind::Sign, "]") => depth += 1,
            (Kind::Sign, "[") if depth > 0 => depth -= 1,
            // Otherwise it is a list in an attribute, or anywhere else.
            (Kind::Sign, "[") if at.checked_sub(1).is_some_and(|at| tokens[at].text == "#") => {
                return tokens[at + 1].text != "error";
            }
            (Kind::Sign, "{" | "}" | ";") => return false,
            _ => {}
        }
    }
    false
}

/// Whether a documentation comment is what `--help` says: of an option, of a command, or of the program.
fn is_help(tokens: &[Token], i: usize) -> bool {
    if i > 0 && tokens[i - 1].kind == Kind::Doc {
        return false;
    }
    let after = tokens[i..].iter().skip_while(|token| token.kind == Kind::Doc).take(8);
    let after: Vec<&str> = after.map(|token| token.text.as_str()).collect();
    match after.as_slice() {
        ["#", "[", "arg", ..] => true,
        ["#", "[", "derive", "(", ..] => {
            let attributes = tokens[i..].iter().skip_while(|token| token.kind == Kind::Doc);
            let words: Vec<&str> = attributes.take_while(|token| token.text != "{").map(|t| t.text.as_str()).collect();
            words.contains(&"Parser")
        }
        // A variant of the commands: `Draw(DrawArgs)`.
        [name, "(", ..] => name.starts_with(char::is_uppercase) && derives(tokens, i, "Subcommand"),
        // A value that an option takes: `Auto,`.
        [name, ","] | [name, ",", ..] | [name, "}", ..] => {
            name.starts_with(char::is_uppercase) && derives(tokens, i, "ValueEnum")
        }
        _ => false,
    }
}

/// Whether the item in which a token stands derives something.
fn derives(tokens: &[Token], i: usize, what: &str) -> bool {
    let mut depth = 0;
    for at in (0..i).rev() {
        match (tokens[at].kind, tokens[at].text.as_str()) {
            (Kind::Sign, "}") => depth += 1,
            (Kind::Sign, "{") if depth > 0 => depth -= 1,
            (Kind::Sign, "{") => {
                let before = tokens[..at].iter().rev();
                let head =
                    before.take_while(|token| !(token.kind == Kind::Sign && ["}", ";"].contains(&token.text.as_str())));
                let words: BTreeSet<&str> = head.map(|token| token.text.as_str()).collect();
                return words.contains("derive") && words.contains(what);
            }
            _ => {}
        }
    }
    false
}

/// What the help says: all lines of a comment, without the full stop.
fn help_text(tokens: &[Token], i: usize) -> String {
    let lines = tokens[i..].iter().take_while(|token| token.kind == Kind::Doc).map(|token| token.text.as_str());
    let text = lines.collect::<Vec<_>>().join(" ");
    text.strip_suffix('.').map_or(text.clone(), str::to_owned)
}

#[test]
fn templates_are_taken_out_of_texts() {
    let all = |text: &str| templates(text).into_iter().map(|(english, _)| english).collect::<Vec<_>>();
    assert_eq!(all("{} is not {what:>3}\n"), ["{0} is not {1}"]);
    assert_eq!(all("One.\n\n  {one}\n  Two:      {}\n- three {{}}"), ["One.", "Two:  {0}", "three {{}}"]);
    assert_eq!(all("It runs\nover lines, and\non.\nThen not."), ["It runs\nover lines, and\non.", "Then not."]);
    assert_eq!(all("p { a: b; }"), ["p {{ a: b; }}"]);
    assert_eq!(templates("{name.x} and {0:?}")[0].1, ["name.x", "0"]);
    assert_eq!([literal("a {0} b"), literal("{0}{1}")], ["a  b", ""]);
}

#[test]
fn sentences_are_found_where_people_read_them() {
    let source = r#"
        #[derive(Debug, Subcommand)]
        enum Command {
            /// Draw
            /// one panel.
            Draw(DrawArgs),
        }
        struct Args {
            /// No help: no attribute follows.
            one: u8,
            /// The size.
            #[arg(long, value_name = "NOT THIS")]
            size: u8,
        }
        #[error("{at}: no such file")]
        struct E;
        fn f() { if one { "seat" } else { "seats" }; count(3, "chair"); code("not-needed"); join("x: {}") }
    "#;
    let found = sentences("cli/x.rs", source);
    let needed: Vec<&str> = found.iter().filter(|s| s.needed).map(|s| s.english.as_str()).collect();
    assert_eq!(needed, ["Draw one panel", "The size", "{0}: no such file", "seat", "seats", "chair", "x: {0}"]);
    let words: Vec<&str> = found.iter().filter(|s| !s.needed).map(|s| s.english.as_str()).collect();
    assert_eq!(words, ["not-needed"]);
    assert!(found.iter().any(|s| s.holes == ["at"]));
}
