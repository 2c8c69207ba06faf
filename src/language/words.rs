//! Messages with values in them.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use super::text::{Area, text};
use super::{Direction, Language};

/// A value in a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// A text, put in as it is.
    Text(&'a str),
    /// A whole number below 2^53, written in the language's form; a message can have one wording for one and another for many.
    Number(u64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

/// The messages of one area in one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The messages of an area.
    pub fn new(language: Language, area: Area) -> Self {
        Self::of(language, text(language, area))
    }

    fn of(language: Language, text: &str) -> Self {
        // Which messages are sound, tests/language.rs says; here, what can be read is used.
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut bundle = FluentBundle::new(language.code().parse().into_iter().collect());
        bundle.set_use_isolating(language.direction() == Direction::RightToLeft);
        bundle.set_formatter(Some(match language {
            Language::En => |value, _| written(Language::En, value),
            Language::Vi => |value, _| written(Language::Vi, value),
            Language::Fr => |value, _| written(Language::Fr, value),
            Language::De => |value, _| written(Language::De, value),
            Language::Es => |value, _| written(Language::Es, value),
            Language::Pt => |value, _| written(Language::Pt, value),
            Language::Ar => |value, _| written(Language::Ar, value),
        }));
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message with values for its variables. At worst, where there is no such message, its identifier.
    pub fn say(&self, id: &str, values: &[(&str, Value)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let args: FluentArgs = values
            .iter()
            .map(|(name, value)| {
                let value = match value {
                    Value::Text(text) => FluentValue::from(*text),
                    Value::Number(number) => FluentValue::from(*number),
                };
                (*name, value)
            })
            .collect();
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
}

/// A number in the language's form; other values as they are.
fn written(language: Language, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(language.number(number.value as u64)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, Value, Words};

    const TEXT: &str = "people = { $count ->\n    [one] { $count } person\n   *[other] { $count } people\n}\nhello = Hello { $name }!\n";

    #[test]
    fn values_take_their_places() {
        let english = Words::of(Language::En, TEXT);
        assert_eq!(english.language(), Language::En);
        assert_eq!(english.say("people", &[("count", 1_usize.into())]), "1 person");
        assert_eq!(english.say("people", &[("count", 1_234_u64.into())]), "1,234 people");
        assert_eq!(english.say("hello", &[("name", Value::from("{ $count } <b>"))]), "Hello { $count } <b>!");
        let german = Words::of(Language::De, TEXT);
        assert_eq!(german.say("people", &[("count", 1_234_u64.into())]), "1.234 people");
    }

    #[test]
    fn names_are_isolated_where_writing_begins_on_the_right() {
        let arabic = Words::of(Language::Ar, TEXT);
        assert_eq!(arabic.say("hello", &[("name", "Ada".into())]), "Hello \u{2068}Ada\u{2069}!");
    }

    #[test]
    fn nothing_that_is_missing_stops_the_program() {
        let words = Words::of(Language::En, "broken = { $\nhello = Hello { $name }!\n");
        assert_eq!(words.say("nothing", &[]), "nothing");
        assert_eq!(words.say("broken", &[]), "broken");
        assert_eq!(words.say("hello", &[]), "Hello {$name}!");
    }
}
