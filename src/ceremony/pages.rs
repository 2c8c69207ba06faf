//! Parts of pages as HTML.

use crate::language::Words;
use crate::report::escaped;

/// One page of the sheet.
pub struct Page {
    /// Its class in the style sheet, beside that of all pages.
    pub class: &'static str,
    /// What stands between head and foot, as HTML.
    pub body: String,
}

/// Sentences to be read aloud, each a paragraph, under that heading.
pub fn read(words: &Words, sentences: &[String]) -> String {
    let paragraphs: String = sentences.iter().map(|sentence| format!("<p>{}</p>\n", escaped(sentence))).collect();
    format!("<h3>{}</h3>\n<blockquote class=\"read\">\n{paragraphs}</blockquote>\n", said(words, "read-aloud"))
}

/// What is to be done, under that heading.
pub fn todo(words: &Words, items: &[String]) -> String {
    format!("<h3>{}</h3>\n{}", said(words, "to-do"), list(items))
}

/// A list.
pub fn list(items: &[String]) -> String {
    let items: String = items.iter().map(|item| format!("<li>{}</li>\n", escaped(item))).collect();
    format!("<ul class=\"todo\">\n{items}</ul>\n")
}

/// A command.
pub fn command(text: &str) -> String {
    format!("<p><code>{}</code></p>\n", escaped(text))
}

/// Lines to write on, each with what belongs there.
pub fn lines(labels: &[String]) -> String {
    let lines: String = labels.iter().map(|label| format!("<span>{}</span><i></i>\n", escaped(label))).collect();
    format!("<div class=\"lines\">\n{lines}</div>\n")
}

/// A message without variables, as HTML.
pub fn said(words: &Words, id: &str) -> String {
    escaped(&words.say(id, &[]))
}
