//! What a document presupposes, and what is not run: two kinds of small text files.
//!
//! `tests/book/NAME.txt` prepares for `docs/NAME.md`. A line with `$ ` is a command that is run before those of the document. After a line with `@ ` and a
//! command of the document, such lines are run just before that command, and `-> ` says its exit code where that is not 0. `needs` names
//! programs without which the document is not run, since not every machine has them.
//!
//! `tests/book/not_run.txt` lists the commands that are not run: `document: command`, below a line with `- ` and the reason.

/// What is done before one command, and how it ends.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Step {
    pub command: String,
    pub before: Vec<String>,
    pub code: i32,
}

/// What is done for one document.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Preparation {
    pub needs: Vec<String>,
    pub first: Vec<String>,
    pub steps: Vec<Step>,
}

/// Reads a preparation; or says which line is none.
pub fn preparation(text: &str) -> Result<Preparation, String> {
    let mut it = Preparation::default();
    for (number, line) in text.lines().enumerate() {
        let wrong = || format!("line {} of the preparation: {line}", number + 1);
        if line.is_empty() || line.starts_with('#') {
        } else if let Some(programs) = line.strip_prefix("needs ") {
            it.needs.extend(programs.split_whitespace().map(str::to_owned));
        } else if let Some(command) = line.strip_prefix("@ ") {
            it.steps.push(Step { command: command.to_owned(), ..Step::default() });
        } else if let Some(command) = line.strip_prefix("$ ") {
            it.steps.last_mut().map_or(&mut it.first, |step| &mut step.before).push(command.to_owned());
        } else {
            let code = line.strip_prefix("-> ").and_then(|code| code.parse().ok());
            let (Some(code), Some(step)) = (code, it.steps.last_mut()) else { return Err(wrong()) };
            step.code = code;
        }
    }
    Ok(it)
}

/// A command that is not run.
#[derive(Debug, PartialEq, Eq)]
pub struct NotRun {
    pub document: String,
    pub command: String,
    pub reason: String,
}

/// Reads the list of what is not run; or says which line is wrong.
pub fn not_run(text: &str) -> Result<Vec<NotRun>, String> {
    let (mut list, mut reason) = (Vec::new(), String::new());
    for (number, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
        } else if let Some(words) = line.strip_prefix("- ") {
            reason = words.trim().to_owned();
        } else {
            let (document, command) = line.split_once(": ").unwrap_or_default();
            if !document.ends_with(".md") || reason.is_empty() {
                return Err(format!("line {} of the list: {line}", number + 1));
            }
            list.push(NotRun { document: document.to_owned(), command: command.to_owned(), reason: reason.clone() });
        }
    }
    Ok(list)
}
