//! What is said to people, on standard error: notes, what was done, and what went wrong; how much of it, and in which colours.
//!
//! A colour never says what the words do not say. There are none where nobody looks at a terminal, unless `--color always` asks for them.

use std::fmt::Display;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::sync::atomic::{AtomicU8, Ordering};

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use clap::{Args, ValueEnum};
use klero::language::Language;

use super::fold::{self, to_window};
use super::{progress, speech};

/// Options that every command takes.
#[derive(Debug, Clone, Copy, Args)]
#[group(skip)]
pub struct SayArgs {
    /// Colours: on a terminal, unless NO_COLOR is set; always; or never
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto", hide_default_value = true, hide_possible_values = true, help_heading = HEADING)]
    pub color: Color,
    /// The language of what is said: en or vi [default: that of the locale]
    #[arg(long, value_name = "LANGUAGE", global = true, value_parser = speech::spoken, help_heading = HEADING)]
    pub speak: Option<Language>,
    /// Say only what went wrong: no notes and no progress
    #[arg(long, short, global = true, conflicts_with = "verbose", help_heading = HEADING)]
    pub quiet: bool,
    /// Say what is done too: settings in force, sizes, files
    #[arg(long, short, global = true, help_heading = HEADING)]
    pub verbose: bool,
}

const HEADING: &str = "What is said";

/// When there are colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

const QUIET: u8 = 0;
const USUAL: u8 = 1;
const VERBOSE: u8 = 2;

static VOLUME: AtomicU8 = AtomicU8::new(USUAL);

/// From now on it is so.
pub fn set(args: SayArgs) {
    paint_when(args.color);
    let volume = match (args.quiet, args.verbose) {
        (true, _) => QUIET,
        (_, true) => VERBOSE,
        _ => USUAL,
    };
    VOLUME.store(volume, Ordering::Relaxed);
}

/// Whether notes and progress are left out.
pub fn is_quiet() -> bool {
    VOLUME.load(Ordering::Relaxed) == QUIET
}

/// Whether it is told what is done.
pub fn is_verbose() -> bool {
    VOLUME.load(Ordering::Relaxed) == VERBOSE
}

/// From now on there are colours then. Where nobody looks at a terminal there are none, even if the environment asks for them in general.
fn paint_when(color: Color) {
    match color {
        Color::Auto if stdout().is_terminal() || stderr().is_terminal() => ColorChoice::Auto,
        Color::Auto | Color::Never => ColorChoice::Never,
        Color::Always => ColorChoice::Always,
    }
    .write_global();
}

/// The stream, which takes colours and shows them only where they are wanted.
fn shown<S: RawStream>(stream: S) -> AutoStream<S> {
    let choice = match ColorChoice::global() {
        ColorChoice::Auto if !stream.is_terminal() => ColorChoice::Never,
        choice => choice,
    };
    AutoStream::new(stream, choice)
}

/// Takes `--color` from arguments that are not understood yet: help and complaints about the others are coloured too.
pub fn paint_early(arguments: &[std::ffi::OsString]) {
    paint_when(Color::Auto);
    let words = arguments.iter().map(|word| word.to_string_lossy());
    let mut words = words.skip(1).take_while(|word| word != "--");
    while let Some(word) = words.next() {
        let when = match word.strip_prefix("--color") {
            Some("") => words.next().map(std::borrow::Cow::into_owned),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        };
        if let Some(Ok(color)) = when.map(|when| Color::from_str(&when, false)) {
            paint_when(color);
        }
    }
}

/// A note: something that its reader should know, although all is well.
macro_rules! note {
    ($($words:tt)*) => { $crate::cli::say::note(format_args!($($words)*)) };
}

/// What was done, for those who asked.
macro_rules! done {
    ($($words:tt)*) => { $crate::cli::say::done(format_args!($($words)*)) };
}

/// See the macro.
pub fn note(words: impl Display) {
    if !is_quiet() {
        // By themselves, since a note may be a sentence that runs over several lines.
        let said = speech::said(&words.to_string());
        put_as_it_is(&format!("{} {said}\n", speech::said("note:")));
    }
}

/// See the macro.
pub fn done(words: impl Display) {
    if is_verbose() {
        put(&format!("done: {words}\n"));
    }
}

/// What went wrong: whole lines.
pub fn wrong(text: impl Display) {
    put(&text.to_string());
}

/// Text on standard error, in the language of whoever reads it, with its first words in colour where there are colours.
pub fn put(text: &str) {
    put_as_it_is(&speech::said(text));
}

/// A paragraph in that language.
pub fn paragraph(text: &str) {
    put_as_it_is(&format!("{}\n", fold::paragraph(&stderr(), &speech::said(text))));
}

/// Text on standard error that is in that language already, or in nobody's. Nobody is left to be told where it cannot be written.
pub fn put_as_it_is(text: &str) {
    let painted = painted(&to_window(&stderr(), text), &WORDS);
    progress::aside(|| {
        let _ = shown(stderr().lock()).write_all(painted.as_bytes());
    });
}

/// A text that has its colours already, on standard error or standard output.
pub fn styled(text: &str, is_wrong: bool) -> std::io::Result<()> {
    if is_wrong {
        shown(stderr().lock()).write_all(text.as_bytes())
    } else {
        shown(stdout().lock()).write_all(text.as_bytes())
    }
}

/// A verdict on standard output, with colours in the same way.
pub fn verdict(text: &str) -> std::io::Result<()> {
    shown(stdout().lock()).write_all(painted(&to_window(&stdout(), text), &VERDICTS).as_bytes())
}

const fn bold(color: AnsiColor) -> Style {
    color.on_default().bold()
}

/// How lines begin that are for people.
const WORDS: [(&str, Style); 5] = [
    ("error:", bold(AnsiColor::Red)),
    ("note:", bold(AnsiColor::Cyan)),
    ("done:", bold(AnsiColor::Green)),
    ("  help:", bold(AnsiColor::Green)),
    ("Stopped:", bold(AnsiColor::Yellow)),
];

/// How lines begin that say how a check ended.
const VERDICTS: [(&str, Style); 5] = [
    ("PASS", bold(AnsiColor::Green)),
    ("FAIL", bold(AnsiColor::Red)),
    ("NOT CHECKED", bold(AnsiColor::Yellow)),
    ("VERIFIED", bold(AnsiColor::Green)),
    ("NOT VERIFIED", bold(AnsiColor::Red)),
];

/// With the beginnings of lines in their colours, in the language of the terminal.
fn painted(text: &str, words: &[(&str, Style)]) -> String {
    let words: Vec<(String, &Style)> =
        words.iter().map(|(word, style)| (speech::catalogue().say(word), style)).collect();
    let paint = |line: &str| match words.iter().find(|(word, _)| line.starts_with(word.as_str())) {
        Some((word, style)) => {
            let rest = line.strip_prefix(word.as_str()).unwrap_or_default();
            format!("{style}{word}{style:#}{rest}")
        }
        None => line.to_owned(),
    };
    text.split_inclusive('\n').map(paint).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_painted_where_a_line_begins_and_nothing_is_lost() {
        let text = "error: no error: here\n  help: do it\n\nFAIL no\nlast";
        let painted = painted(text, &WORDS);
        assert_eq!(painted.matches('\u{1b}').count(), 6, "{painted:?}");
        assert!(painted.starts_with("\u{1b}[1m\u{1b}[31merror:\u{1b}[0m no error: here\n"), "{painted:?}");
        assert_eq!(anstream::adapter::strip_str(&painted).to_string(), text);
    }
}
