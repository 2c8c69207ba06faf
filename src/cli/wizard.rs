//! `klero wizard`: asks for everything, checks it as it comes, and runs the command that it shows.

mod asking;
mod check;
mod seed;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use klero::compare::Rule;

use self::asking::{Ended, Question, ask_for_one, ask_until, tell};
use self::check::Pool;
use self::seed::Seed;
use super::compare::rule;
use super::failure::Failure;
use super::{help, output};

/// `klero wizard`.
#[derive(Debug, Args)]
pub struct WizardArgs {}

/// Runs `klero wizard`.
pub fn wizard() -> Result<ExitCode, Failure> {
    match commands() {
        Err(Ended) => {
            tell("The answers ended here. Nothing was written.");
            Ok(ExitCode::from(2))
        }
        Ok(None) => {
            tell("Nothing was written. The command can be run at any time.");
            Ok(ExitCode::SUCCESS)
        }
        Ok(Some(commands)) => {
            let mut code = ExitCode::SUCCESS;
            for words in commands {
                let words = words.into_iter().map(OsString::from);
                let understood = help::parse(words).map_err(|error| {
                    Failure::Input(vec![(error.to_string(), "Please report this fault.".to_owned())])
                })?;
                code = super::execute(understood.command)?;
            }
            Ok(code)
        }
    }
}

/// The commands that the answers come to, if they are to be run.
fn commands() -> Result<Option<Vec<Vec<String>>>, Ended> {
    tell(
        "klero asks for what a draw needs, a line at a time. Enter alone takes what stands in [brackets], ? explains the question,\n\
         Ctrl-D or Ctrl-C leaves. Nothing is written before the command has been shown and you have agreed.\n",
    );
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
    let commands = written(&pool, objective, rehearsal, &seed, &out);
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
    Ok(run.then_some(commands))
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
        let out = check::path(answer);
        match output::check_target(&out, false) {
            Ok(()) => Some(out),
            Err(Failure::Occupied(_)) => {
                tell(&format!("{} is not empty. Name a folder that is not there yet.", out.display()));
                None
            }
            Err(failure) => {
                super::say::wrong(&failure);
                None
            }
        }
    })
}

/// The words of the commands.
fn written(pool: &Pool, objective: Rule, rehearsal: bool, seed: &Seed, out: &std::path::Path) -> Vec<Vec<String>> {
    let out = out.display().to_string();
    let now = if let Seed::Now(text) = seed { Some(text) } else { None };
    let mut words = vec!["klero".to_owned(), if now.is_some() { "draw" } else { "solve" }.to_owned()];
    let mut option = |name: &str, value: &str| words.push(joined(name, value));
    option("--pool", &pool.pool.display().to_string());
    option("--quotas", &pool.quotas.display().to_string());
    option("--size", &pool.size.to_string());
    if let Some(column) = &pool.id_column {
        option("--id-column", column);
    }
    for column in &pool.households {
        option("--household", column);
    }
    if pool.household_limit > 1 {
        option("--household-limit", &pool.household_limit.to_string());
    }
    if objective != Rule::Leximin {
        option("--objective", objective.name());
    }
    if let Some(text) = now {
        option("--seed", text);
    }
    option("--out", &out);
    if rehearsal {
        words.push("--rehearsal".to_owned());
    }
    let mut commands = vec![words];
    if let Seed::Later { assembly, source, tickets } = seed {
        if let (Some(tickets), Some(solve)) = (tickets, commands.first_mut()) {
            solve.extend(tickets.iter().cloned());
        }
        let mut commit = vec!["klero".to_owned(), "commit".to_owned(), out, joined("--assembly", assembly)];
        commit.extend(source.iter().cloned());
        commands.push(commit);
    }
    commands
}

/// An option with its value in one word: so a value may begin with a stroke.
fn joined(name: &str, value: &str) -> String {
    format!("{name}={value}")
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_=./:,@%+#".contains(&byte);
    let (name, value) = word.split_once('=').map_or(("", word), |(name, value)| (name, value));
    let quoted = if !value.is_empty() && value.bytes().all(plain) && !value.starts_with('#') {
        value.to_owned()
    } else {
        format!("'{}'", value.replace('\'', "'\\''"))
    };
    match name {
        "" => quoted,
        name if name.starts_with("--") => format!("{name} {quoted}"),
        _ => format!("'{}'", word.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn words_are_quoted_where_a_shell_would_change_them() {
        for (word, written) in [
            ("record", "record"),
            ("--pool=in/pool.csv", "--pool in/pool.csv"),
            ("--pool=two books.xlsx#Sheet 1", "--pool 'two books.xlsx#Sheet 1'"),
            ("--seed=it's 5", "--seed 'it'\\''s 5'"),
            ("--rehearsal", "--rehearsal"),
            ("#1", "'#1'"),
            ("--assembly=", "--assembly ''"),
        ] {
            assert_eq!(quoted(word), written);
        }
    }
}
