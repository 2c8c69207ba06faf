//! Questions in plain lines: what is asked goes to standard error, what is answered comes from standard input, a line each.

use std::io::{BufRead, IsTerminal, stdin};

use klero::instance::fold;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::super::{say, speech};

/// There is nobody to answer any more.
pub struct Ended;

/// A question.
pub struct Question<'a> {
    /// What is asked.
    pub words: &'a str,
    /// What an empty line means.
    pub default: Option<&'a str>,
    /// What `?` says.
    pub help: &'a str,
}

/// Says a whole line to whoever answers.
pub fn tell(line: &str) {
    say::put(&format!("{line}\n"));
}

/// Words that may be answered in the language of the terminal too. Others are names, which are typed as they are.
const ANSWERS: [&str; 3] = ["yes", "no", "none"];

/// A word that may be answered, in the language of the terminal.
fn shown(word: &str) -> String {
    if ANSWERS.contains(&word) { speech::said(word) } else { word.to_owned() }
}

/// Whether an answer is this word, in English or in the language of the terminal.
pub fn is_word(answer: &str, word: &str) -> bool {
    [word.to_owned(), shown(word)].iter().any(|word| bare(word) == bare(answer))
}

/// In small letters and without accents, which not everybody can type.
fn bare(text: &str) -> String {
    let letters = text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    letters.map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

/// Asks until there is an answer, which is never empty.
pub fn ask(question: &Question) -> Result<String, Ended> {
    ask_with(question, question.default.map(shown))
}

/// The same with what stands in brackets.
fn ask_with(question: &Question, bracketed: Option<String>) -> Result<String, Ended> {
    let default = bracketed.map(|default| format!(" [{default}]")).unwrap_or_default();
    loop {
        say::put_as_it_is(&format!("{}{default}: ", speech::said(question.words)));
        let mut line = Vec::new();
        let read = stdin().lock().read_until(b'\n', &mut line);
        if !matches!(read, Ok(1..)) {
            tell("");
            return Err(Ended);
        }
        let Ok(line) = String::from_utf8(line) else {
            tell("\nThis is not text in UTF-8.");
            continue;
        };
        let answer = line.trim();
        if !stdin().is_terminal() {
            say::put_as_it_is(&format!("{answer}\n")); // So that whoever reads what was said sees what was answered.
        }
        match (answer, question.default) {
            ("?", _) => say::paragraph(question.help),
            ("", Some(default)) => return Ok(default.to_owned()),
            ("", None) => tell("An answer is needed here; ? explains."),
            (answer, _) => return Ok(answer.to_owned()),
        }
    }
}

/// Asks until `understand` takes the answer; it says itself what is wrong with others.
pub fn ask_until<T>(question: &Question, mut understand: impl FnMut(&str) -> Option<T>) -> Result<T, Ended> {
    loop {
        if let Some(understood) = understand(&ask(question)?) {
            return Ok(understood);
        }
    }
}

/// Asks for one of some words, or their beginning.
pub fn ask_for_one<'a>(question: &Question, words: &[&'a str]) -> Result<&'a str, Ended> {
    ask_until(question, |answer| {
        let bare_answer = bare(answer);
        let begins = |word: &&&str| [bare(word), bare(&shown(word))].iter().any(|word| word.starts_with(&bare_answer));
        let mut meant = words.iter().filter(begins);
        match (words.iter().find(|word| is_word(answer, word)), meant.next(), meant.next()) {
            (Some(word), ..) | (None, Some(word), None) => Some(*word),
            _ => {
                tell(&format!(
                    "Answer with one of these: {}.",
                    words.iter().map(|word| shown(word)).collect::<Vec<_>>().join(", ")
                ));
                None
            }
        }
    })
}

/// Asks for one of some names, which are the user's: as they are, without regard to case, or their beginning. `none` is an answer too, unless it is one of
/// the names.
pub fn ask_for_name(question: &Question, names: &[String]) -> Result<Option<String>, Ended> {
    let is_name = |text: &str| names.iter().find(|name| fold(name) == fold(text));
    loop {
        let bracketed = question.default.map(|default| is_name(default).cloned().unwrap_or_else(|| shown(default)));
        let answer = ask_with(question, bracketed)?;
        let key = fold(&answer);
        let mut meant = names.iter().filter(|name| fold(name).starts_with(&key));
        match (is_name(&answer), meant.next(), meant.next()) {
            (Some(name), ..) => return Ok(Some(name.clone())),
            _ if is_word(&answer, "none") => return Ok(None),
            (None, Some(name), None) => return Ok(Some(name.clone())),
            _ => {
                let mut words: Vec<String> = names.iter().map(|name| klero::read::shown(name)).collect();
                words.push(shown("none"));
                tell(&format!("Answer with one of these: {}.", words.join(", ")));
            }
        }
    }
}
