//! What can be wrong with settings.

use super::{Key, Origin};
use crate::derive::RuleProblem;
use crate::read::{Place, list, shown};

/// A reason why settings cannot be used.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SettingsProblem {
    /// The text is not TOML.
    #[error("{at}: this is not TOML: {words}")]
    Syntax {
        /// The line.
        at: Place,
        /// The parser's words.
        words: String,
        /// Whether the line holds a backslash.
        backslash: bool,
    },
    /// There is text, but nothing in it is set.
    #[error("{at}: this is no settings file: nothing in it has the form key = value")]
    NoSettings {
        /// The file.
        at: Place,
    },
    /// Nobody knows this key.
    #[error("{at}: there is no setting {}", shown(key))]
    UnknownKey {
        /// The line.
        at: Place,
        /// The key.
        key: String,
        /// The one that was probably meant.
        nearest: Option<String>,
        /// Those that there are.
        known: Vec<String>,
    },
    /// An option that a file must not decide.
    #[error("{at}: {key} is no setting of a file")]
    OptionOnly {
        /// The line.
        at: Place,
        /// The key.
        key: String,
    },
    /// The value is of another type.
    #[error("{at}: {key} is {wanted}, not {found}")]
    WrongType {
        /// The line.
        at: Place,
        /// The key.
        key: String,
        /// What it has to be.
        wanted: String,
        /// What it is.
        found: String,
        /// How to write it.
        example: String,
    },
    /// A text is blank.
    #[error("{at}: {key} is blank")]
    Blank {
        /// The line.
        at: Place,
        /// The key.
        key: String,
    },
    /// The name of a file has characters that nobody can type.
    #[error("{at}: {key} names no file: {}", shown(found))]
    NoFileName {
        /// The line.
        at: Place,
        /// The key.
        key: String,
        /// The text.
        found: String,
    },
    /// A number is too small or too large.
    #[error("{at}: {key} = {found} is not between {least} and {most}")]
    OutOfRange {
        /// The line.
        at: Place,
        /// The key.
        key: String,
        /// The number.
        found: String,
        /// The smallest one.
        least: u64,
        /// The largest one.
        most: u64,
    },
    /// A number is not above zero, or is no number.
    #[error("{at}: {key} = {found} is not above 0")]
    NotPositive {
        /// The line.
        at: Place,
        /// The key.
        key: String,
        /// The number.
        found: String,
    },
    /// A text is none of those that are allowed.
    #[error("{at}: {key} cannot be {}", shown(found))]
    NotOneOf {
        /// The line.
        at: Place,
        /// The key.
        key: String,
        /// The text.
        found: String,
        /// Those that are allowed.
        known: Vec<String>,
    },
    /// A text is neither a day nor a year.
    #[error("{at}: {key} is no day and no year: {}", shown(found))]
    NotAWhen {
        /// The line.
        at: Place,
        /// The key.
        key: String,
        /// The text.
        found: String,
        /// How days and years are written.
        known: Vec<String>,
    },
    /// Two keys say different things.
    #[error("{at}: {key} contradicts {other} (line {line})")]
    Contradiction {
        /// The line of the later one.
        at: Place,
        /// The later one.
        key: String,
        /// The earlier one.
        other: String,
        /// Its line.
        line: u64,
    },
    /// Addresses are to be checked, but in no columns, or the other way round.
    #[error("{at}: {key} says nothing without {other}")]
    AddressHalf {
        /// The line.
        at: Place,
        /// The key that is there.
        key: String,
        /// The key that is not.
        other: String,
    },
    /// Something that a rule for a derived column needs is not there.
    #[error("{at}: the rule for a derived column has no {key}")]
    RuleWithout {
        /// The line of the rule.
        at: Place,
        /// What is missing.
        key: String,
    },
    /// A key of a rule that another one makes pointless.
    #[error("{at}: {key} has no place beside {beside}")]
    RuleWithBoth {
        /// The line.
        at: Place,
        /// The key.
        key: String,
        /// The other one.
        beside: String,
    },
    /// What a rule for a derived column says.
    #[error("{at}: in {key}, {problem}")]
    Rule {
        /// The line.
        at: Place,
        /// The key.
        key: String,
        /// What is wrong.
        problem: RuleProblem,
    },
    /// A setting that is needed was given nowhere.
    #[error("no {} given: neither {} nor {} in a settings file", needed(*key), key.option(), key.name())]
    Missing {
        /// Which.
        key: Key,
    },
    /// A limit for households, and no households.
    #[error(
        "{} says how many members of a household may sit, but not what a household is",
        named(Key::HouseholdLimit, from)
    )]
    LimitAlone {
        /// Where the limit came from.
        from: Origin,
    },
    /// γ for an objective that has none.
    #[error("{} says nothing about the objective {objective}", named(Key::Gamma, from))]
    GammaAlone {
        /// Where γ came from.
        from: Origin,
        /// The objective.
        objective: String,
    },
    /// More tickets than can have a panel each.
    #[error(
        "{}: {tickets} tickets are too many for every ticket to have a panel of its own",
        named(Key::Tickets, from)
    )]
    TooManyEqual {
        /// Where the number of tickets came from.
        from: Origin,
        /// How many were asked for.
        tickets: u64,
    },
}

/// What is needed, with its verb.
fn needed(key: Key) -> &'static str {
    match key {
        Key::Pool => "pool is",
        Key::Quotas => "quotas are",
        _ => "panel size is",
    }
}

/// `--gamma`, or `klero.toml, line 3: gamma`.
fn named(key: Key, from: &Origin) -> String {
    match from {
        Origin::File { file, line } => format!("{}: {}", Place::line(file, *line), key.name()),
        _ => key.option(),
    }
}

impl SettingsProblem {
    /// What to do next.
    pub fn help(&self) -> String {
        match self {
            Self::Syntax { backslash: true, .. } | Self::NoFileName { .. } => {
                "Between \"…\" a backslash means something else: put names of files between single marks, as in pool = 'C:\\pools\\pool.csv'."
                    .to_owned()
            }
            Self::Syntax { .. } => "Write each setting on a line of its own, as in size = 40 or pool = \"pool.csv\".".to_owned(),
            Self::NoSettings { .. } => "Check that this is the file you meant. klero init prints one to begin with.".to_owned(),
            Self::UnknownKey { nearest: Some(nearest), .. } => format!("Is {nearest} meant?"),
            Self::UnknownKey { known, .. } => format!("The settings are {}.", known.join(", ")),
            Self::OptionOnly { key, .. } if key == "seed" => {
                "A seed is what everybody heard, not what somebody wrote into a file before: give it with --seed or by a commitment.".to_owned()
            }
            Self::OptionOnly { key, .. } => format!("Give it on the command line, as --{}.", key.replace('_', "-")),
            Self::WrongType { example, .. } => format!("Write it as {example}."),
            Self::Blank { .. } => "Fill it in, or delete the line.".to_owned(),
            Self::OutOfRange { .. } | Self::NotPositive { .. } => "Correct the number, or delete the line.".to_owned(),
            Self::NotOneOf { found, key, .. } if key == "selection_algorithm" && found.eq_ignore_ascii_case("diversimax") => {
                "klero has no diversimax. What it is for, people with all mixtures of features on the panel, is asked for with quotas on combinations of values; \
                 then choose leximin."
                    .to_owned()
            }
            Self::NotOneOf { known, .. } => format!("It is one of {}.", list(known)),
            Self::NotAWhen { known, .. } => format!("Write it like one of these: {}.", list(known)),
            Self::Contradiction { .. } => "Keep the one that is meant.".to_owned(),
            Self::AddressHalf { other, .. } if other == "check_same_address" => {
                "Add check_same_address = true, or false if people who live together may sit together.".to_owned()
            }
            Self::AddressHalf { .. } => "Name the columns, as in check_same_address_columns = [\"address\", \"postcode\"].".to_owned(),
            Self::RuleWithout { key, .. } => match key.as_str() {
                "bands or recode" => "Add bands = [\"16-29\", \"30+\"] or recode = { low = [\"none\", \"primary\"] }.".to_owned(),
                "column" => "Name the new column, as in column = \"age_band\".".to_owned(),
                "from" => "Name the column that it is derived from, as in from = \"birth_date\".".to_owned(),
                "at" => "State a day, as in at = \"2026-11-22\"; without it, bands are bands of numbers.".to_owned(),
                _ => "Add it.".to_owned(),
            },
            Self::RuleWithBoth { key, .. } => match key.as_str() {
                "format" => "A format says how days are written: state a day with at = \"2026-11-22\", or take the format out.".to_owned(),
                "other" => "Take it out; only recode has other values.".to_owned(),
                _ => "Make two rules of it, or take one out.".to_owned(),
            },
            Self::Rule { problem, .. } => problem.help(),
            Self::Missing { key } => {
                let word = match key {
                    Key::Size => "NUMBER",
                    _ => "FILE",
                };
                let line = super::toml_text::line(*key, &key.example());
                format!("Add {} {word}, or write {line} into a settings file and name that with --settings.", key.option())
            }
            Self::LimitAlone { .. } => {
                "Name the columns that tell who lives together, with --household or household in the settings file; or leave it out.".to_owned()
            }
            Self::GammaAlone { .. } => "Leave it out, or ask for the objective goldilocks.".to_owned(),
            Self::TooManyEqual { .. } => {
                format!("Ask for at most {} tickets, for example 1000 for three balls; or leave out {} or equal = true.", super::MOST_EQUAL, Key::Equal.option())
            }
        }
    }
}
