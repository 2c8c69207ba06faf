//! What `clap` says, in the language of the terminal: help texts, and what is wrong with arguments.

use std::process::ExitCode;

use clap::builder::StyledStr;
use clap::error::ErrorKind;
use clap::{Arg, Command};
use klero::language::terminal::Catalogue;

use super::{say, speech};

/// What `clap` adds to every help text by itself, each on a line of its own or at the beginning of one.
const OF_CLAP: [&str; 5] = ["Usage:", "Arguments:", "Options:", "Print help", "Print version"];

/// How far the second line of a usage stands from the edge in English: as far as the word before the first one is wide.
const USAGE: &str = "\n       klero ";

/// The same arguments, with help texts in this language. Names, and what is to be typed, stay.
pub fn translated(command: Command, catalogue: &Catalogue) -> Command {
    if catalogue.is_empty() {
        return command;
    }
    let mut command = command.mut_args(|arg| argument(arg, catalogue));
    if let Some(about) = command.get_about().map(|about| catalogue.phrase(&about.to_string())) {
        command = command.about(about);
    }
    if let Some(after) = command.get_after_help().map(|after| catalogue.say(&after.to_string())) {
        command = command.after_help(after);
    }
    let names: Vec<String> = command.get_subcommands().map(|below| below.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| command.mut_subcommand(name, |below| translated(below, catalogue)))
}

fn argument(mut arg: Arg, catalogue: &Catalogue) -> Arg {
    let Some(help) = arg.get_help().map(StyledStr::to_string) else { return arg };
    let mut help = catalogue.phrase(&help);
    if let Some(heading) = arg.get_help_heading().map(|heading| catalogue.phrase(heading)) {
        arg = arg.help_heading(heading);
    }
    if !arg.get_action().takes_values() {
        return arg.help(help);
    }
    // What clap would add in English.
    let values = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect::<Vec<_>>().join(" ");
    if !values.is_empty() && !arg.is_hide_default_value_set() {
        help += &format!(" {}", catalogue.phrase(&format!("[default: {values}]")));
    }
    let values: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if !values.is_empty() && !arg.is_hide_possible_values_set() {
        help += &format!(" {}", catalogue.phrase(&format!("[possible values: {}]", values.join(", "))));
    }
    arg.help(help).hide_default_value(true).hide_possible_values(true)
}

/// Says what `clap` has to say, and how the program ends then.
pub fn complain(complaint: &clap::Error) -> ExitCode {
    let catalogue = speech::catalogue();
    if catalogue.is_empty() {
        complaint.exit();
    }
    match complaint.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::DisplayVersion => {
            let text = help(&complaint.render().ansi().to_string(), catalogue);
            speech::keep_missing();
            let _ = say::styled(&text, complaint.use_stderr());
        }
        _ => {
            let text = complaint.render().to_string();
            say::put(&realigned(&text, catalogue));
        }
    }
    ExitCode::from(u8::try_from(complaint.exit_code()).unwrap_or(2))
}

/// A help text whose sentences are in this language already, with what `clap` added.
fn help(text: &str, catalogue: &Catalogue) -> String {
    OF_CLAP.iter().fold(realigned(text, catalogue), |text, words| text.replacen(words, &catalogue.phrase(words), 1))
}

/// The lines of a usage below each other, although the word before the first one has another width.
fn realigned(text: &str, catalogue: &Catalogue) -> String {
    let width = catalogue.phrase("Usage:").chars().count() + 1;
    text.replace(USAGE, &format!("\n{}klero ", " ".repeat(width)))
}
