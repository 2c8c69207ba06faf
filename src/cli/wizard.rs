//! `klero wizard`: asks for everything, checks it as it comes, and runs the command that it shows.

mod answers;
mod asking;
mod check;
mod command;
mod files;
mod people;
mod rules;
mod rules_file;
mod seed;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use klero::compare::Rule;

use self::asking::{Ended, Question, ask_for_one, ask_until, tell};
use self::command::{quoted, written};
use self::rules_file::RulesFile;
use super::compare::rule;
use super::failure::Failure;
use super::{help, output, say};

/// `klero wizard`.
#[derive(Debug, Args)]
pub struct WizardArgs {}

/// What the answers come to.
struct Plan {
    commands: Vec<Vec<String>>,
    /// What has to stand before they are run.
    rules: Option<RulesFile>,
    /// Whether they are to be run.
    run: bool,
}

/// Runs `klero wizard`.
pub fn wizard() -> Result<ExitCode, Failure> {
    match plan() {
        Err(Ended) => {
            tell("The answers ended here. Nothing was written.");
            Ok(ExitCode::from(2))
        }
        Ok(Plan { run: false, rules, .. }) => {
            tell(&match rules {
                None => "Nothing was written. The command can be run at any time.".to_owned(),
                Some(rules) => format!(
                    "Nothing was written. The command can be run at any time, with the settings above in {}.",
                    rules.path.display()
                ),
            });
            Ok(ExitCode::SUCCESS)
        }
        Ok(Plan { rules: None, commands, .. }) => run(commands),
        Ok(Plan { rules: Some(rules), commands, .. }) => {
            rules.write()?;
            let ran = run(commands);
            if ran.is_err() {
                note!("the settings were written before, and stand in {}", rules.path.display());
            }
            ran
        }
    }
}

/// Runs the commands, one after the other.
fn run(commands: Vec<Vec<String>>) -> Result<ExitCode, Failure> {
    let mut code = ExitCode::SUCCESS;
    for words in commands {
        let understood = help::parse(words.into_iter().map(OsString::from))
            .map_err(|error| Failure::Input(vec![(error.to_string(), "Please report this fault.".to_owned())]))?;
        code = super::execute(understood.command)?;
    }
    Ok(code)
}

/// Asks for everything.
fn plan() -> Result<Plan, Ended> {
    say::paragraph(
        "klero asks for what a draw needs, a line at a time. Enter alone takes what stands in [brackets], ? explains the question,\n\
         Ctrl-D or Ctrl-C leaves. Nothing is written before the command has been shown and you have agreed.",
    );
    tell("");
    let pool = check::ask_for_pool()?;
    let objective = objective()?;
    let rehearsal = ask_for_one(
        &Question {
            words: "Is this a rehearsal, yes or no",
            default: Some("no"),
            help: "A rehearsal is marked as one in every file, and draws other people than the draw would.",
        },
        &["yes", "no"],
    )? == "yes";
    let seed = seed::ask_for_seed()?;
    let out = directory()?;
    let rules = RulesFile::ask(&pool.rules, &out)?;
    let commands = written(&pool, rules.as_ref().map(|rules| rules.path.as_path()), objective, rehearsal, &seed, &out);
    if let Some(rules) = &rules {
        tell(&format!("\nThese are the settings, for a new file {}:\n", rules.path.display()));
        let line = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("  {line}\n") };
        say::put_as_it_is(&rules.text.lines().map(line).collect::<String>());
    }
    tell(if commands.len() == 1 { "\nThis is the command:\n" } else { "\nThese are the commands:\n" });
    for words in &commands {
        tell(&format!("  {}", words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")));
    }
    tell("");
    let question = Question {
        words: "Run now, yes or no",
        default: Some("yes"),
        help: "\"no\" leaves without writing anything; you can copy the command and run it yourself.",
    };
    let run = ask_for_one(&question, &["yes", "no"])? == "yes";
    tell("");
    Ok(Plan { commands, rules, run })
}

fn objective() -> Result<Rule, Ended> {
    let question = Question {
        words: "What is fair: leximin, maximin, nash or goldilocks",
        default: Some("leximin"),
        help: "leximin makes the smallest chance of anybody as large as possible, then the next smallest, and so on. It is what\n\
               klero is for, and its fairness is proven in the record. docs/objectives.md says what the others are good for.",
    };
    ask_until(&question, |answer| match rule(&answer.to_lowercase()) {
        Ok(rule) => Some(rule),
        Err(words) => {
            tell(&format!("This is not one of them: {words}."));
            None
        }
    })
}

/// Where the record goes.
fn directory() -> Result<PathBuf, Ended> {
    let question = Question {
        words: "Folder for the record",
        default: Some("record"),
        help: "A new folder, which klero makes. It will hold personal data: the pool, and who was drawn.",
    };
    ask_until(&question, |answer| {
        let out = files::path(answer);
        match output::check_target(&out, false) {
            Ok(()) => Some(out),
            Err(Failure::Occupied(_)) => {
                tell(&format!("{} is not empty. Name a folder that is not there yet.", out.display()));
                None
            }
            Err(failure) => {
                say::wrong(&failure);
                None
            }
        }
    })
}
