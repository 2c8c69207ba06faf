//! Questions in plain lines: what is asked goes to standard error, what is answered comes from standard input, a line each.

use std::io::{BufRead, IsTerminal, stdin};

use super::super::say;

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

/// Asks until there is an answer, which is never empty.
pub fn ask(question: &Question) -> Result<String, Ended> {
    let default = question.default.map(|default| format!(" [{default}]")).unwrap_or_default();
    loop {
        say::put(&format!("{}{default}: ", question.words));
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
            tell(answer); // So that whoever reads what was said sees what was answered.
        }
        match (answer, question.default) {
            ("?", _) => tell(question.help),
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
        let answer = answer.to_lowercase();
        let mut meant = words.iter().filter(|word| word.starts_with(&answer));
        match (words.iter().find(|word| **word == answer), meant.next(), meant.next()) {
            (Some(word), ..) | (None, Some(word), None) => Some(*word),
            _ => {
                tell(&format!("Answer with one of these: {}.", words.join(", ")));
                None
            }
        }
    })
}
