//! In which language people are spoken to: the one that `--speak` names, or else that of the locale. Only words for people are translated; what
//! programs read, and what is written to files, stays as it is.

use std::ffi::OsString;
use std::io::Write;
use std::sync::OnceLock;

use klero::language::Language;
use klero::language::terminal::{Catalogue, wide};
use klero::report::{Grid, Section, WIDTH, screen_in, table_in};

use super::fold;

/// The variables that say which language a terminal has, as POSIX orders them: the first one that says anything decides.
const LOCALE: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// Names a file to which every sentence is added that was to be translated and has no entry. For translators, and for the tests.
const MISSING: &str = "KLERO_UNTRANSLATED";

static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();

/// A language of a terminal as it is typed.
pub fn spoken(text: &str) -> Result<Language, String> {
    let language = Language::parse(text).or_else(|| Language::from_locale(text));
    language.filter(|language| Catalogue::is_there(*language)).ok_or_else(|| "the languages are en and vi".to_owned())
}

/// From now on people are spoken to so. It is decided once, before anything is said, from arguments that are not understood yet: help and complaints
/// about the others are in this language too.
pub fn choose(arguments: &[OsString]) {
    let words = arguments.iter().map(|word| word.to_string_lossy());
    let mut words = words.skip(1).take_while(|word| word != "--");
    let mut asked = None;
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--speak") {
            Some("") => words.next().map(std::borrow::Cow::into_owned),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        };
        asked = value.and_then(|value| spoken(&value).ok()).or(asked);
    }
    let language = asked.unwrap_or_else(|| of_locale(LOCALE.map(|name| std::env::var(name).ok())));
    let _ = CATALOGUE.set(Catalogue::of(language));
}

/// The language of a locale; English where there is no catalogue for it.
fn of_locale(variables: [Option<String>; 3]) -> Language {
    let locale = variables.into_iter().flatten().find(|value| !value.is_empty());
    let language = locale.and_then(|locale| Language::from_locale(&locale));
    language.filter(|language| Catalogue::is_there(*language)).unwrap_or_default()
}

/// The catalogue of the language that was chosen; before that, of English.
pub fn catalogue() -> &'static Catalogue {
    CATALOGUE.get_or_init(|| Catalogue::of(Language::En))
}

/// Words for people, in their language.
pub fn said(text: &str) -> String {
    let said = catalogue().say(text);
    keep_missing();
    said
}

/// Checks with their verdicts, of which there are these, and what was found, in the language of people; what a check is called stays as it is.
pub fn checks_said<'a>(
    verdicts: &[String],
    checks: impl Iterator<Item = (String, &'a str, &'a str)> + Clone,
) -> String {
    let first = verdicts.iter().map(|verdict| wide(&said(verdict))).max().unwrap_or(0);
    let second = checks.clone().map(|(_, id, _)| id.len()).max().unwrap_or(0);
    let line = |(verdict, id, sentence): (String, &str, &str)| {
        let verdict = said(&verdict);
        let pad = " ".repeat(first - wide(&verdict).min(first));
        format!("{verdict}{pad}  {id:<second$}  {}\n", said(sentence))
    };
    checks.map(line).collect()
}

/// Sections for people, in their language.
pub fn screen(sections: &[Section]) -> String {
    let text = screen_in(sections, catalogue(), fold::window(&std::io::stdout()).unwrap_or(WIDTH).min(WIDTH));
    keep_missing();
    text
}

/// A table for people, with heads in their language.
pub fn table(grid: &Grid) -> String {
    let text = table_in(grid, catalogue());
    keep_missing();
    text
}

/// Writes down what had no entry, where that is asked for.
pub fn keep_missing() {
    let missing = catalogue().take_missing();
    let Some(path) = std::env::var_os(MISSING).filter(|_| !missing.is_empty()) else { return };
    let lines: String = missing.iter().map(|line| format!("{}\n", line.replace('\n', "\\n"))).collect();
    // Nothing rests on this file.
    let _ = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(path)
        .and_then(|mut file| file.write_all(lines.as_bytes()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_says_anything_decides() {
        let language = |variables: [&str; 3]| {
            of_locale(variables.map(|value| Some(value.to_owned()).filter(|value| value != "unset")))
        };
        for (variables, wanted) in [
            (["unset", "unset", "unset"], Language::En),
            (["unset", "unset", "vi_VN.UTF-8"], Language::Vi),
            (["unset", "vi", "en_GB.UTF-8"], Language::Vi),
            (["C", "vi", "vi_VN"], Language::En),
            (["", "", "vi_VN"], Language::Vi),
            (["", "de_DE", "vi_VN"], Language::En),
            (["vi_VN.UTF-8", "en_US", "en_US"], Language::Vi),
        ] {
            assert_eq!(language(variables), wanted, "{variables:?}");
        }
    }

    #[test]
    fn languages_as_they_are_typed() {
        for text in ["vi", "Vietnamese", "vi_VN.UTF-8", "Tiếng Việt"] {
            assert_eq!(spoken(text), Ok(Language::Vi), "{text}");
        }
        assert_eq!(spoken("en_GB"), Ok(Language::En));
        assert!(spoken("fr").is_err() && spoken("").is_err() && spoken("C").is_err());
    }
}
