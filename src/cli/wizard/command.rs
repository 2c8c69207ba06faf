//! The commands that the answers come to, and how a shell takes them.

use std::path::Path;

use klero::compare::Rule;

use super::check::Pool;
use super::people::People;
use super::seed::Seed;

/// The words of the commands.
pub fn written(
    pool: &Pool,
    settings: Option<&Path>,
    objective: Rule,
    rehearsal: bool,
    seed: &Seed,
    out: &Path,
) -> Vec<Vec<String>> {
    let out = out.display().to_string();
    let now = if let Seed::Now(text) = seed { Some(text) } else { None };
    let mut words = vec!["klero".to_owned(), if now.is_some() { "draw" } else { "solve" }.to_owned()];
    let mut option = |name: &str, value: &str| words.push(joined(name, value));
    if let Some(settings) = settings {
        option("--settings", &settings.display().to_string());
    }
    option("--pool", &pool.files.pool.path.display().to_string());
    option("--quotas", &pool.files.quotas.path.display().to_string());
    option("--size", &pool.size.to_string());
    if pool.panels > 1 {
        option("--panels", &pool.panels.to_string());
    }
    if let Some(column) = &pool.id_column {
        option("--id-column", column);
    }
    for column in &pool.households {
        option("--household", column);
    }
    if pool.household_limit > 1 {
        option("--household-limit", &pool.household_limit.to_string());
    }
    let People { include, exclude, apart, status_column } = &pool.people;
    for (name, people) in [("--include", include), ("--exclude", exclude), ("--apart", apart)] {
        people.iter().for_each(|people| option(name, people));
    }
    if let Some(column) = status_column {
        option("--status-column", column);
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
pub fn joined(name: &str, value: &str) -> String {
    format!("{name}={value}")
}

/// A word as a shell takes it.
pub fn quoted(word: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_=./:,@%+#".contains(&byte);
    let (name, value) = word.split_once('=').map_or(("", word), |(name, value)| (name, value));
    let quoted = if !value.is_empty() && value.bytes().all(plain) && !value.starts_with('#') {
        value.to_owned()
    } else {
        format!("'{}'", value.replace('\'', "'\\''"))
    };
    match name {
        "" => quoted,
        // A value that begins with a stroke would be taken for an option.
        name if name.starts_with("--") && value.starts_with('-') => format!("{name}={quoted}"),
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
            ("--seed=-5", "--seed=-5"),
            ("--include=-1 x", "--include='-1 x'"),
            ("#1", "'#1'"),
            ("--assembly=", "--assembly ''"),
        ] {
            assert_eq!(quoted(word), written);
        }
    }
}
