//! What the options and a settings file ask for together.

use std::path::{Path, PathBuf};

use klero::compare::Rule;
use klero::derive::{Derivation, apply};
use klero::read::Table;
use klero::settings::{Choices, Key, Origin, Purpose, Value, in_force};
use klero::solve::Gamma;

use super::args::{InputArgs, ObjectiveArgs, OutputArgs};
use super::compare::rule;
use super::failure::Failure;
use super::problem::Problems;
use super::settings::{open, refused};

/// What is read, and by which rules.
pub struct Inputs {
    /// The pool's file.
    pub pool: PathBuf,
    /// The quotas' file.
    pub quotas: PathBuf,
    /// The panel size.
    pub size: usize,
    /// How many panels of this size are drawn together.
    pub panels: usize,
    /// The identifier column.
    pub id_column: Option<String>,
    /// Columns that make a household.
    pub households: Vec<String>,
    /// Most members of one household.
    pub household_limit: usize,
    /// Members on every panel.
    pub include: Vec<String>,
    /// Members on no panel.
    pub exclude: Vec<String>,
    /// Groups of whom at most one may sit.
    pub apart: Vec<Vec<String>>,
    /// The column that includes and excludes.
    pub status_column: Option<String>,
    /// Whether every problem of the files is told, alike or not.
    pub all: bool,
    derive: Vec<Derivation>,
    /// The settings file, where one was named, and all that is in force, as the text of such a file.
    in_force: (Option<PathBuf>, String),
    /// The same for a record, where the files stand under their names alone: a record does not depend on folders.
    pub recorded: Option<String>,
}

/// The lottery that is asked for.
pub struct Asked {
    /// What is fair.
    pub objective: Rule,
    /// For goldilocks.
    pub gamma: Option<Gamma>,
    /// How many tickets.
    pub tickets: u64,
    /// Whether every ticket has a panel of its own.
    pub equal: bool,
    /// Whether it is found out why members have no ticket.
    pub reasons: bool,
}

/// What is to be read, for a look at it.
pub fn for_check(input: &InputArgs) -> Result<Inputs, Failure> {
    let choices = settle(of_input(input), input.settings.as_deref(), Purpose::Check)?;
    Ok(inputs(&choices, input))
}

/// What is to be read, and the lottery that is to be made.
pub fn for_lottery(
    input: &InputArgs,
    objective: &ObjectiveArgs,
    output: &OutputArgs,
) -> Result<(Inputs, Asked), Failure> {
    let mut options = of_input(input);
    for (key, value) in [
        (Key::Objective, objective.objective.map(|rule| Value::Text(rule.name().to_owned()))),
        (Key::Gamma, objective.gamma.map(|gamma| Value::Number(gamma.value()))),
        (Key::Tickets, output.tickets.map(Value::Whole)),
        (Key::Equal, output.equal.map(Value::Switch)),
    ] {
        give(&mut options, key, value);
    }
    let choices = settle(options, input.settings.as_deref(), Purpose::Lottery)?;
    let objective = choices.text(Key::Objective).unwrap_or(Rule::Leximin.name());
    let asked = Asked {
        objective: rule(objective).map_err(|words| Failure::Input(vec![(words, "Choose one of these.".to_owned())]))?,
        gamma: choices.number(Key::Gamma).and_then(Gamma::new),
        tickets: choices.whole(Key::Tickets).unwrap_or_default(),
        equal: choices.is_on(Key::Equal),
        reasons: true,
    };
    Ok((inputs(&choices, input), asked))
}

/// The lottery that is asked for where files are none of the options' business.
pub fn asked(objective: &ObjectiveArgs, output: &OutputArgs) -> Result<Asked, Failure> {
    let nothing = Some(PathBuf::new());
    let input = InputArgs { pool: nothing.clone(), quotas: nothing, size: Some(1), ..InputArgs::default() };
    for_lottery(&input, objective, output).map(|(_, asked)| asked)
}

impl Inputs {
    /// Says what is in force, where a settings file was named or everything is to be told.
    pub fn tell(&self) {
        let (file, text) = &self.in_force;
        let lines: String = text.lines().filter(|line| !line.is_empty()).flat_map(|line| ["\n  ", line]).collect();
        match file {
            Some(file) => note!("these settings are in force, by the options and {}:{lines}", file.display()),
            None => done!("these settings are in force, by the options:{lines}"),
        }
    }

    /// The pool with its derived columns, and what is to be told of them; nothing without rules.
    pub fn derived(&self, pool: &Table) -> Result<(Option<Table>, Vec<String>), Failure> {
        if self.derive.is_empty() {
            return Ok((None, Vec::new()));
        }
        let derived = apply(pool, &self.derive)
            .map_err(|problems| Failure::Files(Problems::from(problems).shown_all(self.all)))?;
        let told = derived.summaries.iter().map(ToString::to_string).collect();
        Ok((Some(derived.table), told))
    }
}

/// The options, over the file where one was named, with what holds where nobody said anything.
fn settle(options: Choices, file: Option<&Path>, purpose: Purpose) -> Result<Choices, Failure> {
    let file = file.map(open).transpose()?.map(|file| file.choices);
    options.over(file.unwrap_or_default()).complete(purpose).map_err(refused)
}

/// What the options say, and nothing that they do not say.
fn of_input(args: &InputArgs) -> Choices {
    let path = |path: &PathBuf| Value::Text(path.to_string_lossy().into_owned());
    let texts = |texts: &[String]| (!texts.is_empty()).then(|| Value::Texts(texts.to_vec()));
    // An identifier that holds a comma cannot be named here, but in a settings file it can.
    let group = |ids: &String| ids.split(',').map(|id| id.trim().to_owned()).collect();
    let apart = (!args.apart.is_empty()).then(|| Value::Groups(args.apart.iter().map(group).collect()));
    let mut choices = Choices::default();
    for (key, value) in [
        (Key::Pool, args.pool.as_ref().map(path)),
        (Key::Quotas, args.quotas.as_ref().map(path)),
        (Key::Size, args.size.map(|size| Value::Whole(size as u64))),
        (Key::Panels, args.panels.map(|panels| Value::Whole(panels as u64))),
        (Key::IdColumn, args.id_column.clone().map(Value::Text)),
        (Key::Household, texts(&args.households)),
        (Key::HouseholdLimit, args.household_limit.map(|limit| Value::Whole(limit as u64))),
        (Key::Include, texts(&args.include)),
        (Key::Exclude, texts(&args.exclude)),
        (Key::Apart, apart),
        (Key::StatusColumn, args.status_column.clone().map(Value::Text)),
    ] {
        give(&mut choices, key, value);
    }
    for rule in &args.derive {
        choices.give_derivation(rule.clone(), Origin::Option);
    }
    choices
}

fn give(choices: &mut Choices, key: Key, value: Option<Value>) {
    if let Some(value) = value {
        choices.give(key, value, Origin::Option);
    }
}

/// What is in force, files by their names alone.
fn without_folders(choices: &Choices) -> Choices {
    let mut choices = choices.clone();
    for key in [Key::Pool, Key::Quotas] {
        let name = choices.text(key).map(Path::new).and_then(Path::file_name);
        let name = name.map(|name| name.to_string_lossy().into_owned());
        let from = choices.get(key).map(|given| given.from.clone());
        if let (Some(name), Some(from)) = (name, from) {
            choices.give(key, Value::Text(name), from);
        }
    }
    choices
}

fn inputs(choices: &Choices, options: &InputArgs) -> Inputs {
    let number = |key| choices.whole(key).and_then(|number| usize::try_from(number).ok());
    let text = |key| choices.text(key).map(str::to_owned);
    // The system's own name where there is one: it need not be text.
    let file = |option: &Option<PathBuf>, key| option.clone().or_else(|| choices.file(key)).unwrap_or_default();
    Inputs {
        pool: file(&options.pool, Key::Pool),
        quotas: file(&options.quotas, Key::Quotas),
        size: number(Key::Size).unwrap_or_default(),
        panels: number(Key::Panels).unwrap_or(1),
        id_column: text(Key::IdColumn),
        households: choices.texts(Key::Household).to_vec(),
        household_limit: number(Key::HouseholdLimit).unwrap_or(1),
        include: choices.texts(Key::Include).to_vec(),
        exclude: choices.texts(Key::Exclude).to_vec(),
        apart: choices.groups(Key::Apart).to_vec(),
        status_column: text(Key::StatusColumn),
        all: options.all,
        derive: choices.derivations().iter().map(|given| given.value.clone()).collect(),
        in_force: (options.settings.clone(), in_force(choices)),
        recorded: options.settings.as_ref().map(|_| in_force(&without_folders(choices))),
    }
}
