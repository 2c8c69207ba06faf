//! Whether a document's commands work, and print what stands below them.

use std::fmt::Write;

use super::document::{Command, commands};
use super::preparation::{NotRun, Preparation};
use super::shown;

/// How a command ended, and what it printed on both outputs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ran {
    pub code: i32,
    pub printed: String,
}

/// What came of a document.
#[derive(Debug, Default)]
pub struct Checked {
    /// The document with what its commands print now.
    pub renewed: String,
    /// What is wrong beside outputs, each with its line.
    pub faults: Vec<String>,
    /// How many of its commands were run.
    pub run: usize,
}

/// Runs the commands of a document after what prepares for them, all of them in one shell, and compares.
pub fn check(
    name: &str,
    document: &str,
    preparation: &Preparation,
    not_run: &[NotRun],
    run: &dyn Fn(&[String]) -> Vec<Ran>,
) -> Checked {
    let listed =
        |command: &Command| not_run.iter().any(|entry| entry.document == name && entry.command == command.text);
    let found: Vec<Command> = commands(document).into_iter().filter(|command| !listed(command)).collect();
    let mut checked = Checked { run: found.len(), ..Checked::default() };
    // What is run: the place of a command of the document, or none for what prepares, and the exit code that it must have.
    let mut lines: Vec<(String, Option<usize>, i32)> =
        preparation.first.iter().map(|line| (line.clone(), None, 0)).collect();
    let mut used = vec![false; preparation.steps.len()];
    for (place, command) in found.iter().enumerate() {
        let step = (0..used.len()).find(|&i| !used[i] && preparation.steps[i].command == command.text);
        let code = step.map_or(0, |i| preparation.steps[i].code);
        if let Some(i) = step {
            used[i] = true;
            lines.extend(preparation.steps[i].before.iter().map(|line| (line.clone(), None, 0)));
        }
        lines.push((command.text.clone(), Some(place), code));
    }
    let unused = preparation.steps.iter().zip(used).filter(|(_, used)| !used);
    checked.faults.extend(unused.map(|(step, _)| format!("prepared for, and not there: {}", step.command)));

    let ran = run(&lines.iter().map(|(line, ..)| line.clone()).collect::<Vec<_>>());
    let mut outputs: Vec<Option<Vec<String>>> = vec![None; found.len()];
    for (i, (line, place, code)) in lines.iter().enumerate() {
        let at = place.map_or("the preparation".to_owned(), |place| format!("line {}", found[place].line + 1));
        match ran.get(i) {
            None => {
                checked.faults.push(format!("{at}: the shell ended before this: {line}"));
                break;
            }
            Some(ran) if ran.code != *code => {
                let mut fault = format!("{at}: {line}\n  ended with {}, not {code}, and printed", ran.code);
                ran.printed.lines().for_each(|line| write!(fault, "\n  | {line}").unwrap_or_default());
                checked.faults.push(fault);
            }
            Some(ran) => {
                if let Some(place) = place {
                    outputs[*place] = Some(ran.printed.trim_end_matches('\n').lines().map(str::to_owned).collect());
                }
            }
        }
    }
    checked.renewed = renew(document, &found, &outputs, &mut checked.faults);
    checked
}

/// The document with what its commands print now, where it shows anything of that.
fn renew(document: &str, found: &[Command], outputs: &[Option<Vec<String>>], faults: &mut Vec<String>) -> String {
    let lines: Vec<&str> = document.lines().collect();
    let (mut renewed, mut copied) = (String::new(), 0);
    for (command, output) in found.iter().zip(outputs) {
        let Some(printed) = output.as_ref().filter(|_| !command.shown.is_empty()) else { continue };
        let bare = |line: &&str| line.get(command.indent..).unwrap_or_default().to_owned();
        let was: Vec<String> = lines[command.shown.clone()].iter().map(bare).collect();
        let Some(now) = shown::renewed(&was, printed) else {
            let line = command.shown.start + 1;
            faults.push(format!(
                "line {line}: not what is printed, and with what is left out it cannot be written anew: mend it by hand"
            ));
            continue;
        };
        renewed.extend(lines[copied..command.shown.start].iter().flat_map(|line| [line, "\n"]));
        for line in now {
            renewed += &if line.is_empty() { "\n".to_owned() } else { " ".repeat(command.indent) + &line + "\n" };
        }
        copied = command.shown.end;
    }
    renewed.extend(lines[copied..].iter().flat_map(|line| [line, "\n"]));
    renewed
}
