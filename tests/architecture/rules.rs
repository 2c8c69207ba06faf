//! The rules as data, and what breaks them in one source text.

use super::source::{Token, paths, tokens};

/// Who may use whom. A module may always use itself.
pub const MAY_USE: &[(&str, &[&str])] = &[
    ("read", &[]),
    ("instance", &["read"]),
    ("derive", &["read", "instance"]),
    ("settings", &["read", "instance", "derive"]),
    ("types", &["instance"]),
    ("solve", &["types", "instance"]),
    ("health", &["read", "instance"]),
    ("clinic", &["read", "instance", "solve"]),
    ("sample", &["instance"]),
    ("lottery", &["instance", "types"]),
    ("split", &["instance", "solve", "lottery"]),
    ("leak", &["instance", "lottery"]),
    ("draw", &["lottery"]),
    ("record", &["read", "instance", "solve", "lottery", "draw"]),
    ("verify", &["read", "instance"]),
    ("language", &[]),
    ("report", &["read", "instance", "solve", "clinic", "health", "lottery", "record", "language", "invite"]),
    ("ceremony", &["lottery", "record", "language", "report"]),
    ("compare", &["instance", "solve", "sample", "lottery"]),
    ("generate", &["read", "instance"]),
    ("apportion", &["read", "instance"]),
    ("turnover", &["read", "instance", "record"]),
    ("districts", &["read", "instance"]),
    ("invite", &["read", "instance", "draw", "record"]),
    ("seating", &["read", "instance", "draw"]),
    ("alternates", &["read", "instance", "apportion", "lottery", "draw"]),
    (
        "cli",
        &[
            "read",
            "instance",
            "types",
            "solve",
            "sample",
            "health",
            "lottery",
            "leak",
            "draw",
            "record",
            "verify",
            "report",
            "compare",
            "generate",
            "apportion",
            "derive",
            "settings",
            "clinic",
            "turnover",
            "invite",
            "seating",
            "split",
            "alternates",
            "districts",
            "language",
            "ceremony",
        ],
    ),
];

/// No source is longer than this.
const LINES: usize = 450;

/// Outside crates that only some sources may name: those whose path begins so.
const CRATES: &[(&str, &[&str])] = &[
    ("good_lp", &["solve/lp.rs"]),
    ("microlp", &["solve/lp.rs"]),
    ("clap", &["cli/"]),
    ("encoding_rs", &["read/"]),
    ("quick_xml", &["read/workbook/"]),
    ("indicatif", &["cli/progress.rs"]),
    ("clap_complete", &["cli/completions.rs"]),
    ("clap_mangen", &["cli/completions.rs"]),
    ("anstream", &["cli/say.rs"]),
    ("anstyle", &["cli/say.rs"]),
    ("drand_verify", &["record/beacon.rs", "verify/beacon.rs"]),
    ("getrandom", &["cli/commit.rs"]),
    ("qrcode", &["cli/qr.rs"]),
    ("signal_hook", &["cli/interrupt.rs"]),
    ("terminal_size", &["cli/fold.rs"]),
    ("ratatui", &["cli/ceremony/"]),
    ("toml", &["settings/", "language/terminal/"]),
    ("fluent_bundle", &["language/words.rs"]),
    ("resvg", &["report/chart/png.rs"]),
];

/// Parts of the standard library that only some sources may name (`verify/files.rs` reads a record, and its test writes one).
const STANDARD: &[(&str, &[&str])] = &[
    ("fs", &["cli/", "verify/files.rs"]),
    ("process", &["cli/", "main.rs", "verify/files.rs"]),
    ("env", &["cli/", "verify/files.rs"]),
    ("net", &[]),
    ("time", &["cli/compare", "cli/clock.rs", "cli/interrupt.rs", "cli/progress.rs"]),
    ("thread", &["sample/jobs.rs", "cli/compare", "cli/interrupt.rs"]),
];

/// Words that only some sources may use.
const WORDS: &[(&str, &[&str])] = &[
    ("println!", &["cli/"]),
    ("print!", &["cli/"]),
    ("eprintln!", &[]),
    ("eprint!", &[]),
    ("dbg!", &[]),
    ("exit", &["cli/"]),
    ("abort", &[]),
    ("include!", &[]),
    ("stdout", &["cli/"]),
    ("stderr", &["cli/say.rs"]),
    ("HashMap", &[]),
    ("HashSet", &[]),
    ("unsafe", &[]),
];

/// The first part of a source's path: the module that it belongs to, `lib` or `main`.
pub fn module(path: &str) -> &str {
    let first = path.split('/').next().unwrap();
    first.strip_suffix(".rs").unwrap_or(first)
}

/// What the table in `ARCHITECTURE.md` lets a module use: the names in the last cell of the line that begins with it.
pub fn documented<'a>(document: &'a str, module: &str) -> Option<Vec<&'a str>> {
    let line = document.lines().find(|line| line.starts_with(&format!("| `{module}` |")))?;
    let last = line.trim_end_matches([' ', '|']).rsplit('|').next()?;
    if last.trim() == "all of them" {
        let all = document.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
        return Some(all.filter(|&name| name != module).collect());
    }
    Some(last.split('`').skip(1).step_by(2).collect())
}

fn allowed(path: &str, where_to: &[&str]) -> bool {
    where_to.iter().any(|start| path.starts_with(start))
}

/// Everything in one source that breaks a rule; `path` counts from `src`.
pub fn faults(path: &str, text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let module = module(path);
    let in_cli = ["cli", "main"].contains(&module);
    let mut faults = Vec::new();
    let mut say = |line: usize, what: String| faults.push(format!("src/{path}, line {line}: {what}"));

    if text.lines().count() > LINES {
        say(LINES + 1, format!("a source has at most {LINES} lines"));
    }
    for (line, used) in paths(&tokens, "crate") {
        let rule = MAY_USE.iter().find(|&&(name, _)| name == module).map_or(&[][..], |&(_, uses)| uses);
        match used.as_deref() {
            Some(used) if in_cli || used == module || rule.contains(&used) => {}
            Some(used) => say(line, format!("{module} may not use {used}")),
            None => say(line, "crate without a path".to_owned()),
        }
    }
    for (line, used) in paths(&tokens, "std") {
        for (part, where_to) in STANDARD {
            if used.as_deref() == Some(part) && !allowed(path, where_to) {
                say(line, format!("std::{part} has no place here"));
            }
        }
    }
    for (line, _) in paths(&tokens, "klero") {
        if !in_cli {
            say(line, "the library names its own crate klero".to_owned());
        }
    }
    // `super` may not climb out of the module: every way out is written `crate::`, where the table is checked.
    let depth = if path.ends_with("/mod.rs") || !path.contains('/') { 0 } else { path.matches('/').count() };
    for (line, climbed, inner) in climbs(&tokens) {
        if climbed > depth + inner {
            say(line, "super leaves the module; write crate::".to_owned());
        }
    }
    for (i, token) in tokens.iter().enumerate() {
        let next = |step: usize| tokens.get(i + step).map_or("", |token| token.text.as_str());
        let word = if next(1) == "!" { format!("{}!", token.text) } else { token.text.clone() };
        for (forbidden, where_to) in WORDS {
            if (word == *forbidden || token.text == *forbidden) && !allowed(path, where_to) {
                say(token.line, format!("{forbidden} has no place here"));
            }
        }
        for (name, where_to) in CRATES {
            if token.text == *name && !allowed(path, where_to) {
                say(token.line, format!("only {} may name the crate {name}", where_to.join(" and ")));
            }
        }
        if token.text == "path" && next(1) == "=" && i > 0 && tokens[i - 1].text == "[" {
            say(token.line, "#[path] brings in a source from elsewhere".to_owned());
        }
        if module == "lib" && token.text == "use" {
            say(token.line, "lib.rs only names its modules".to_owned());
        }
    }
    faults
}

/// Each chain of `super::`: its line, its length, and in how many inline modules it stands.
fn climbs(tokens: &[Token]) -> Vec<(usize, usize, usize)> {
    let mut climbs = Vec::new();
    let mut braces: Vec<bool> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match tokens[i].text.as_str() {
            "{" => braces.push(i >= 2 && tokens[i - 2].text == "mod"),
            "}" => drop(braces.pop()),
            "super" => {
                let begin = i;
                let mut climbed = 1;
                while tokens.get(i + 1).is_some_and(|token| token.text == "::")
                    && tokens.get(i + 2).is_some_and(|token| token.text == "super")
                {
                    climbed += 1;
                    i += 2;
                }
                // `pub(super)` only says who may see it.
                let named = tokens.get(i + 1).is_some_and(|token| token.text == "::");
                if named {
                    climbs.push((tokens[begin].line, climbed, braces.iter().filter(|&&inline| inline).count()));
                }
            }
            _ => {}
        }
        i += 1;
    }
    climbs
}
