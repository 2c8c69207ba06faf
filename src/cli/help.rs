//! The help texts beyond what the options say of themselves: which command is for what, examples, and what to read next.

use clap::{Command, CommandFactory, FromArgMatches};

use klero::language::Language;
use klero::language::terminal::Catalogue;

use super::args::Cli;
use super::complain::translated;
use super::speech;

/// The version of the program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The commands in the order in which they are needed. One that stands nowhere is shown at the end.
const GROUPS: [(&str, &[&str]); 5] = [
    ("Before the draw", &["wizard", "invite", "quotas", "districts", "init", "check"]),
    ("The draw", &["solve", "commit", "ceremony", "draw", "verify"]),
    ("After the draw", &["receipt", "publish", "report", "plot", "alternates", "call", "replace", "rotate", "seat"]),
    ("For researchers", &["compare", "generate"]),
    ("For this program", &["completions", "man", "help"]),
];

/// Lines that work, in the order in which one would type them; a test does. Files that are named in them and made by none of them are the user's.
const EXAMPLES: &[(&str, &[&str])] = &[
    (
        "generate",
        &[
            "klero generate --members 400 --size 40 --out .",
            "klero generate --members 500 --size 50 --households 0.1 --out town_50",
        ],
    ),
    ("wizard", &["klero wizard"]),
    (
        "invite",
        &[
            "klero invite --register register.csv --household address --letters 200 --out letters",
            "klero invite letters --register register.csv --seed \"12 34 05\"",
        ],
    ),
    (
        "quotas",
        &[
            "klero quotas --shares shares.csv --size 40 --slack 5%",
            "klero quotas --shares shares.csv --size 40 --slack 1 --out new-quotas.csv",
        ],
    ),
    ("districts", &["klero districts --districts seats.csv --quotas own.csv --pool pool.csv --out all.csv"]),
    ("init", &["klero init --pool pool.csv --quotas quotas.csv --size 40 > klero.toml"]),
    (
        "check",
        &[
            "klero check --pool pool.csv --quotas quotas.csv --size 40",
            "klero check --settings klero.toml --html check.html",
        ],
    ),
    (
        "solve",
        &[
            "klero solve --pool pool.csv --quotas quotas.csv --size 40 --out record",
            "klero solve --pool pool.csv --quotas quotas.csv --size 40 --equal --out balls",
        ],
    ),
    (
        "commit",
        &[
            "klero commit record --assembly \"Our assembly\" --beacon drand:quicknet@2030-11-03T18:00:00Z",
            "klero commit balls --assembly \"Our assembly\" --digits 3",
        ],
    ),
    ("ceremony", &["klero ceremony balls --language fr --out sheet.html"]),
    (
        "draw",
        &[
            "klero draw record --beacon-file round.json",
            "klero draw balls --digits \"0 4 2\"",
            "klero draw --settings klero.toml --seed \"12 34 05\" --rehearsal --out rehearsal",
        ],
    ),
    (
        "receipt",
        &["klero receipt record --all --out receipts", "klero receipt balls --member v0001 --out receipt.json"],
    ),
    ("publish", &["klero publish record --to public"]),
    ("report", &["klero report record --out report.html", "klero report balls --language vi --out bao-cao.html"]),
    ("plot", &["klero plot record --out charts"]),
    ("verify", &["klero verify record", "klero verify balls --receipt receipt.json"]),
    (
        "alternates",
        &[
            "klero alternates record --drop-out 0.1 --up-to 2",
            "klero alternates record --drop-out 0.1 --count 2 --out reserve --seed \"3 1 4\"",
        ],
    ),
    ("call", &["klero call record --alternates reserve --out-of dropouts.csv --others confirmed"]),
    (
        "replace",
        &[
            "klero replace record --out-of dropouts.csv --others confirmed --out second",
            "klero replace record --out-of dropouts.csv --others confirmed --seed \"7 31 12\" --out at-once",
        ],
    ),
    ("rotate", &["klero rotate record --out-of leaving.csv --others confirmed --settings klero.toml --out next-term"]),
    ("seat", &["klero seat record --tables 5 --rounds 3 --mix gender --seed \"12 34 05\" --out seating"]),
    (
        "compare",
        &[
            "klero compare town_50 --objectives leximin,maximin",
            "klero compare town_50 --objectives leximin --out table.csv --svg chances.svg",
        ],
    ),
    ("completions", &["klero completions bash > klero.bash"]),
    ("man", &["klero man --out man"]),
];

/// One way through the program.
pub const STORY: &str = "  klero check --pool pool.csv --quotas quotas.csv --size 40
  klero solve --pool pool.csv --quotas quotas.csv --size 40 --out record
  klero commit record --assembly \"Our assembly\" --beacon drand:quicknet@2030-11-03T18:00:00Z
  klero draw record --beacon-file round.json
  klero verify record";

/// What the exit codes mean.
pub const CODES: &str = "  0    done, or verified
  1    no panel meets the quotas, no fair lottery was found, or a record was not verified
  2    bad usage or input
  130  stopped by Ctrl-C; nothing half-written is left";

const READ_NEXT: &str = "  klero wizard            asks for everything, and shows the command that it runs
  klero COMMAND --help    each option, with examples
  klero man --out DIR     all of it as manual pages
  README.md, docs/        a public draw step by step; what the files must look like; how it works";

/// How wide the list of commands is: as wide as most terminals are when they open.
const WIDTH: usize = 80;

/// The program's arguments, as `clap` takes them, with all that stands here.
pub fn command() -> Command {
    in_words_of(&Catalogue::of(Language::En))
}

/// The same, with help texts in the language of a catalogue.
fn in_words_of(catalogue: &Catalogue) -> Command {
    let command = Cli::command().help_template(template(catalogue)).after_help(format!(
        "Examples, from a pool to a verified panel:\n{STORY}\n\nExit codes:\n{CODES}\n\nWhat to read next:\n{READ_NEXT}"
    ));
    let command = EXAMPLES.iter().fold(command, |command, (name, lines)| {
        let heading = if lines.len() == 1 { "Example" } else { "Examples" };
        let lines: String = lines.iter().flat_map(|line| ["\n  ", line]).collect();
        command.mut_subcommand(name, |subcommand| subcommand.after_help(format!("{heading}:{lines}")))
    });
    translated(command, catalogue)
}

/// The arguments, understood. All help texts are translated only where somebody is to read one: it takes longer than most commands do.
pub fn parse(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> Result<Cli, clap::Error> {
    let arguments: Vec<std::ffi::OsString> = arguments.into_iter().collect();
    let mut matches = match command().try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(_) => in_words_of(speech::catalogue()).try_get_matches_from(arguments)?,
    };
    Cli::from_arg_matches_mut(&mut matches)
}

/// The examples of a command.
pub fn examples_of(name: &str) -> &'static [&'static str] {
    EXAMPLES.iter().find(|(command, _)| *command == name).map_or(&[], |(_, lines)| lines)
}

/// The commands in their groups, each with what it does.
pub fn groups() -> Vec<(&'static str, Vec<(String, String)>)> {
    let mut command = Cli::command();
    command.build();
    let about = |subcommand: &Command| {
        let about = subcommand.get_about().map(ToString::to_string).unwrap_or_default();
        (subcommand.get_name().to_owned(), about)
    };
    let mut commands: Vec<(String, String)> = command.get_subcommands().map(about).collect();
    let mut groups = Vec::new();
    for (heading, names) in GROUPS {
        let of_group = names.iter().filter_map(|name| {
            let place = commands.iter().position(|(command, _)| command == name)?;
            Some(commands.remove(place))
        });
        groups.push((heading, of_group.collect()));
    }
    groups.push(("Others", commands));
    groups.retain(|(_, commands)| !commands.is_empty());
    groups
}

/// The help text of the whole program.
fn template(catalogue: &Catalogue) -> String {
    let groups = groups();
    let names = groups.iter().flat_map(|(_, commands)| commands).map(|(name, _)| name.len());
    let width = names.max().unwrap_or_default();
    let mut list = String::new();
    for (heading, commands) in &groups {
        list += &format!("{}:\n", catalogue.phrase(heading));
        for (name, about) in commands {
            list += &format!("  {name:<width$}  {}\n", hanging(&catalogue.phrase(about), width + 4));
        }
        list.push('\n');
    }
    format!("{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{list}Options:\n{{options}}{{after-help}}")
}

/// The text in lines that are not too long, all but the first with so many spaces before them.
fn hanging(text: &str, indent: usize) -> String {
    let mut lines = String::new();
    let mut room = WIDTH.saturating_sub(indent);
    for (i, word) in text.split(' ').enumerate() {
        let length = word.chars().count() + 1;
        if i > 0 && length > room {
            lines += &format!("\n{}", " ".repeat(indent));
            room = WIDTH.saturating_sub(indent);
        } else if i > 0 {
            lines.push(' ');
        }
        lines += word;
        room = room.saturating_sub(length);
    }
    lines
}
