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

/// All commands of a document, in order.
pub fn commands(document: &str) -> Vec<Command> {
    let lines: Vec<&str> = document.lines().collect();
    let (mut commands, mut prose, mut at) = (Vec::new(), Vec::new(), 0);
    while at < lines.len() {
        let line = lines[at];
        let after_blank = at == 0 || lines[at - 1].trim().is_empty();
        if let Some(language) = line.trim_start().strip_prefix("```") {
            let length = lines[at + 1..].iter().take_while(|line| !line.trim_start().starts_with("```")).count();
            in_block(&lines, at + 1..at + 1 + length, language == "sh", &mut commands);
            at += length + 2;
        } else if after_blank && line.starts_with("    ") && !line.trim().is_empty() {
            let inside = |line: &&&str| line.starts_with("    ") || line.trim().is_empty();
            let mut end = at + lines[at..].iter().take_while(inside).count();
            while lines[end - 1].trim().is_empty() {
                end -= 1;
            }
            in_block(&lines, at..end, false, &mut commands);
            at = end;
        } else {
            if line.trim().is_empty() {
                in_prose(&std::mem::take(&mut prose), &mut commands);
            } else {
                prose.push((at, line));
            }
            at += 1;
        }
    }
    in_prose(&prose, &mut commands);
    commands.sort_by_key(|command| command.line); // stable: those of one line stay in their order
    commands
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

/// The commands of a paragraph that stand between backquotes and are whole enough to run: a program with two words more, and nothing left out.
fn in_prose(paragraph: &[(usize, &str)], commands: &mut Vec<Command>) {
    let text: String = paragraph.iter().flat_map(|(_, line)| [*line, "\n"]).collect();
    let mut parts = text.split('`');
    let mut place = parts.next().unwrap_or_default().matches('\n').count();
    while let (Some(code), Some(after)) = (parts.next(), parts.next()) {
        let words: Vec<&str> = code.split_whitespace().collect();
        if words.len() > 2 && INLINE.contains(&words[0]) && !code.contains(LEFT_OUT) {
            let line = paragraph[place].0;
            commands.push(Command { line, text: words.join(" "), shown: line..line, indent: 0 });
        }
        place += code.matches('\n').count() + after.matches('\n').count();
    }
}
