//! The pool, the quotas and what goes with them, asked for and checked until a panel is possible.

use klero::derive::Derivation;
use klero::instance::{ID_COLUMNS, fold};

use super::super::args::{self, InputArgs};
use super::super::check::{CheckArgs, find, sections};
use super::super::{say, speech};
use super::asking::{Ended, Question, ask_for_one, ask_until, is_word, tell};
use super::files::{Files, pool_file, quotas_file};
use super::people::{People, ask_for_people};
use super::rules::ask_for_rules;

/// What a panel is drawn from.
pub struct Pool {
    pub files: Files,
    /// How columns that the pool lacks come from others.
    pub rules: Vec<Derivation>,
    pub size: usize,
    pub panels: usize,
    pub id_column: Option<String>,
    pub households: Vec<String>,
    pub household_limit: usize,
    pub people: People,
}

/// What can be asked anew.
const PARTS: [&str; 9] = ["pool", "quotas", "derive", "size", "panels", "id", "household", "people", "check"];

/// Asks until a panel is possible.
pub fn ask_for_pool() -> Result<Pool, Ended> {
    let mut files = Files::ask()?;
    let rules = ask_for_rules(&mut files)?;
    if !rules.is_empty() {
        tell("");
    }
    let (size, panels) = (panel_size()?, panels()?);
    let id_column = id_column(&files.columns())?;
    let (households, household_limit) = households(&files.columns())?;
    let people = People::default();
    let mut all = Pool { files, rules, size, panels, id_column, households, household_limit, people };
    all.people = ask_for_people(&all)?;
    while !is_possible(&all) {
        let question = Question {
            words: "What to ask for anew: pool, quotas, derive, size, panels, id, household or people; or check the same again",
            default: Some("check"),
            help: "If the files are wrong, mend them in another window, then press Enter here: they are read again. derive: the\n\
                   columns that are derived from others. people: who sits for certain, or not at all.",
        };
        let part = ask_for_one(&question, &PARTS)?;
        match part {
            "pool" => all.files.pool = pool_file()?,
            "quotas" => all.files.quotas = quotas_file()?,
            "size" => all.size = panel_size()?,
            "panels" => all.panels = self::panels()?,
            "id" => all.id_column = self::id_column(&all.files.columns())?,
            "household" => (all.households, all.household_limit) = self::households(&all.files.columns())?,
            "people" => all.people = ask_for_people(&all)?,
            _ => {}
        }
        if ["pool", "quotas", "derive"].contains(&part) {
            all.rules = ask_for_rules(&mut all.files)?;
            if part == "derive" && all.rules.is_empty() {
                tell("No column is derived.");
            }
        }
    }
    Ok(all)
}

impl Pool {
    /// The same as options, with these people singled out.
    pub fn input(&self, people: &People) -> InputArgs {
        InputArgs {
            pool: Some(self.files.pool.path.clone()),
            quotas: Some(self.files.quotas.path.clone()),
            size: Some(self.size),
            panels: (self.panels > 1).then_some(self.panels),
            id_column: self.id_column.clone(),
            households: self.households.clone(),
            household_limit: (!self.households.is_empty()).then_some(self.household_limit),
            include: people.include.clone(),
            exclude: people.exclude.clone(),
            apart: people.apart.clone(),
            status_column: people.status_column.clone(),
            derive: self.rules.clone(),
            ..InputArgs::default()
        }
    }
}

/// Does what `klero check` does, and says what it found: in short where a panel is possible, all of it otherwise.
fn is_possible(pool: &Pool) -> bool {
    tell("\nChecking …");
    let input = pool.input(&pool.people);
    let found = find(&CheckArgs { input, shares: None, repairs: None, html: None, json: false });
    match found {
        Err(failure) => {
            say::wrong(&failure);
            false
        }
        Ok(found) if !found.clinic.has_panel => {
            say::put_as_it_is(&(speech::screen(&sections(&found)) + "\n"));
            false
        }
        Ok(found) => {
            for warning in found.built.warnings.iter().take(super::super::check::WARNINGS) {
                note!("{warning}");
            }
            if !found.near.is_empty() || !found.twice.is_empty() {
                note!("some entries look like slips; klero check with the same files lists them");
            }
            let (members, Pool { size, panels, .. }) = (found.built.instance.members().len(), pool);
            tell(&match panels {
                1 => format!("There is a panel of {size} that meets all quotas, from {members} members.\n"),
                // Whether every set of members can be divided is known when the lottery is made.
                _ => format!(
                    "The seats of {panels} panels of {size} can be filled, with all quotas met, from {members} members.\n"
                ),
            });
            true
        }
    }
}

fn panel_size() -> Result<usize, Ended> {
    let question = Question {
        words: "How many members the panel has",
        default: None,
        help: "The seats of the assembly, such as 40.",
    };
    ask_until(&question, |answer| match args::size(answer) {
        Ok(size) if size > 0 => Some(size),
        _ => {
            tell("A panel has a whole number of members, such as 40.");
            None
        }
    })
}

fn panels() -> Result<usize, Ended> {
    let question = Question {
        words: "How many panels of this size are drawn together",
        default: Some("1"),
        help: "More than 1: several panels from one pool, each of this size and with these quotas, and nobody on two of them.\n\
               docs/several-panels.md says more.",
    };
    ask_until(&question, |answer| match args::panels(answer) {
        Ok(panels) => Some(panels),
        Err(words) => {
            tell(&format!("This is needed: {words}."));
            None
        }
    })
}

/// A column of the pool by its name, upper and lower case being the same.
fn column(columns: &[String], answer: &str) -> Option<String> {
    let found = columns.iter().find(|column| fold(column) == fold(answer));
    if found.is_none() {
        tell(&format!("The pool has no column \"{answer}\". It has {}.", columns.join(", ")));
    }
    found.cloned()
}

/// The identifier column, where it is another one than would be found.
fn id_column(columns: &[String]) -> Result<Option<String>, Ended> {
    let usual = ID_COLUMNS.into_iter().find_map(|name| columns.iter().find(|column| fold(column) == name));
    let question = Question {
        words: "Column with a different identifier for everybody",
        default: Some(usual.map_or("none", String::as_str)),
        help: "Members are called by it in the record and on receipts. \"none\": rows are numbered.",
    };
    ask_until(&question, |answer| match usual {
        None if is_word(answer, "none") => Some(None),
        Some(usual) if fold(usual) == fold(answer) => Some(None),
        _ => column(columns, answer).map(Some),
    })
}

/// The household columns, and how many of one household may sit.
fn households(columns: &[String]) -> Result<(Vec<String>, usize), Ended> {
    let question = Question {
        words: "Columns that tell who lives together, such as an address",
        default: Some("none"),
        help: "If you name one (or several, with commas between them), housemates will not sit on the panel together.",
    };
    let households: Vec<String> = ask_until(&question, |answer| {
        if is_word(answer, "none") {
            return Some(Vec::new());
        }
        answer.split(',').map(|answer| column(columns, answer.trim())).collect()
    })?;
    if households.is_empty() {
        return Ok((households, 1));
    }
    let question = Question {
        words: "How many of one household may sit together",
        default: Some("1"),
        help: "1: nobody sits with somebody from the same household.",
    };
    let limit = ask_until(&question, |answer| {
        let limit = answer.parse().ok().filter(|limit| *limit > 0);
        if limit.is_none() {
            tell("A whole number from 1 on is needed.");
        }
        limit
    })?;
    Ok((households, limit))
}
