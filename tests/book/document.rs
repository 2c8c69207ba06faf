//! The commands of a document: those in its blocks, indented or fenced, and those in the middle of a sentence.

use std::ops::Range;

/// One command, and what the document shows below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// The line of the document, counted from 0.
    pub line: usize,
    pub text: String,
    /// The lines of the document that show what it prints; none where it shows nothing.
    pub shown: Range<usize>,
    /// How far the block is indented.
    pub indent: usize,
}

/// A block without `$ ` holds commands if it begins with one of these, or if any of its lines begins with the first.
const PROGRAMS: &str = "klero cargo python3 sha256sum openssl bc cd cat head printf echo awk curl git node npm npx bash time perf sudo for export";

/// Programs whose commands are also looked for between backquotes.
const INLINE: [&str; 2] = ["klero", "python3"];

/// What stands for left-out words and lines.
pub const LEFT_OUT: char = '…';

/// A part of a document: lines of a block, with whether it says that it is shell; or lines of a paragraph.
enum Part {
    Block(Range<usize>, bool),
    Prose(Range<usize>),
}

fn parts(lines: &[&str]) -> Vec<Part> {
    let (mut parts, mut at) = (Vec::new(), 0);
    while at < lines.len() {
        let fence = |line: &str| line.trim_start().starts_with("```");
        let blank = |line: &str| line.trim().is_empty();
        let from = at;
        if blank(lines[at]) {
            at += 1;
        } else if fence(lines[at]) {
            let length = lines[at + 1..].iter().take_while(|line| !fence(line)).count();
            parts.push(Part::Block(at + 1..at + 1 + length, lines[at].trim() == "```sh"));
            at += length + 2;
        } else if lines[at].starts_with("    ") && (at == 0 || blank(lines[at - 1])) {
            at += lines[at..].iter().take_while(|line| line.starts_with("    ") || blank(line)).count();
            let end = (from..at).rev().find(|&at| !blank(lines[at])).unwrap_or(from);
            parts.push(Part::Block(from..end + 1, false));
        } else {
            at += lines[at..].iter().take_while(|line| !fence(line) && !blank(line)).count();
            parts.push(Part::Prose(from..at));
        }
    }
    parts
}

/// All commands of a document, in order: those of blocks, and those in a sentence that are whole enough to run, with two words behind the program and nothing left
/// out.
pub fn commands(document: &str) -> Vec<Command> {
    let lines: Vec<&str> = document.lines().collect();
    let mut commands = Vec::new();
    for part in parts(&lines) {
        match part {
            Part::Block(block, only_commands) => in_block(&lines, block, only_commands, &mut commands),
            Part::Prose(prose) => {
                let whole = |text: &String| text.split(' ').count() > 2 && !text.contains(LEFT_OUT);
                let inline = |text: &String| INLINE.contains(&text.split(' ').next().unwrap_or_default());
                let found = quoted(&lines, prose).into_iter().filter(|(_, text)| whole(text) && inline(text));
                commands.extend(found.map(|(line, text)| Command { line, text, shown: line..line, indent: 0 }));
            }
        }
    }
    commands
}

/// All that stands between backquotes in the sentences of a document.
pub fn spans(document: &str) -> Vec<String> {
    let lines: Vec<&str> = document.lines().collect();
    let prose =
        parts(&lines).into_iter().filter_map(|part| if let Part::Prose(prose) = part { Some(prose) } else { None });
    prose.flat_map(|prose| quoted(&lines, prose)).map(|(_, text)| text).collect()
}

/// The commands of a block: lines after `$ `, or all lines where it holds nothing but commands.
fn in_block(lines: &[&str], block: Range<usize>, only_commands: bool, commands: &mut Vec<Command>) {
    let filled = block.clone().filter(|&at| !lines[at].trim().is_empty());
    let indent = filled.map(|at| lines[at].len() - lines[at].trim_start().len()).min().unwrap_or(0);
    let text = |at: usize| lines[at].get(indent..).unwrap_or_default();
    let session = block.clone().any(|at| text(at).starts_with("$ "));
    let bare = !session
        && (only_commands
            || block.clone().find(|&at| !text(at).trim().is_empty()).is_some_and(|at| is_command(text(at)))
            || block.clone().any(|at| text(at).starts_with("klero ")));
    let (mut at, mut begun) = (block.start, false);
    while at < block.end {
        let line_alone = bare || (session && !begun && is_command(text(at)));
        let Some(first) = (if line_alone { Some(text(at)) } else { text(at).strip_prefix("$ ") }) else {
            at += 1;
            continue;
        };
        let (line, mut whole) = (at, first.to_owned());
        at += 1;
        while whole.ends_with('\\') && at < block.end {
            whole = whole + "\n" + text(at);
            at += 1;
        }
        let from = at;
        begun |= !line_alone;
        while begun && at < block.end && !text(at).starts_with("$ ") {
            at += 1;
        }
        let last = (from..at).rev().find(|&at| !text(at).trim().is_empty());
        if !whole.trim().is_empty() && !whole.starts_with('#') {
            commands.push(Command { line, text: whole, shown: from..last.map_or(from, |last| last + 1), indent });
        }
    }
}

/// Whether a line of a block is a command: it begins with a program, or says the value of a variable and goes on with a command.
fn is_command(line: &str) -> bool {
    let line = line.trim_start_matches(['(', '{', ' ']);
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    if let Some((name, value)) = first.split_once('=') {
        let name = !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
        return name && (value.starts_with("$(") || is_command(rest));
    }
    PROGRAMS.split(' ').any(|program| program == first)
}

/// What stands between backquotes in a paragraph, with its line, and with one space for each line end.
fn quoted(lines: &[&str], paragraph: Range<usize>) -> Vec<(usize, String)> {
    let text = lines[paragraph.clone()].join("\n");
    let (mut quoted, mut line) = (Vec::new(), paragraph.start);
    for (i, part) in text.split('`').enumerate() {
        if i % 2 == 1 {
            quoted.push((line, part.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
        line += part.matches('\n').count();
    }
    quoted
}
