//! The pool, the quotas and what goes with them, asked for and checked until a panel is possible.

use std::path::{Path, PathBuf};

use klero::instance::{ID_COLUMNS, fold, has_quotas_header};
use klero::read::Reading;

use super::super::args::{self, InputArgs};
use super::super::check::{CheckArgs, find, sections};
use super::super::failure::Failure;
use super::super::inputs::{File, said};
use super::super::problem::Problems;
use super::super::{say, speech};
use super::asking::{Ended, Question, ask_for_one, ask_until, is_word, tell};

/// What a panel is drawn from.
pub struct Pool {
    pub pool: PathBuf,
    pub quotas: PathBuf,
    pub size: usize,
    pub id_column: Option<String>,
    pub households: Vec<String>,
    pub household_limit: usize,
    /// The pool's columns.
    columns: Vec<String>,
}

/// What can be asked anew.
const PARTS: [&str; 6] = ["pool", "quotas", "size", "id", "household", "check"];

/// Asks until a panel is possible.
pub fn ask_for_pool() -> Result<Pool, Ended> {
    let (pool, columns) = pool_file()?;
    let (quotas, size) = (quotas_file()?, panel_size()?);
    let id_column = id_column(&columns)?;
    let (households, household_limit) = households(&columns)?;
    let mut all = Pool { pool, quotas, size, id_column, households, household_limit, columns };
    while !is_possible(&all) {
        let question = Question {
            words: "What to ask for anew: pool, quotas, size, id or household; or check the same again",
            default: Some("check"),
            help: "If the files are wrong, mend them in another window, then press Enter here: they are read again.",
        };
        match ask_for_one(&question, &PARTS)? {
            "pool" => (all.pool, all.columns) = pool_file()?,
            "quotas" => all.quotas = quotas_file()?,
            "size" => all.size = panel_size()?,
            "id" => all.id_column = self::id_column(&all.columns)?,
            "household" => (all.households, all.household_limit) = self::households(&all.columns)?,
            _ => {}
        }
    }
    Ok(all)
}

/// Does what `klero check` does, and says what it found: in short where a panel is possible, all of it otherwise.
fn is_possible(pool: &Pool) -> bool {
    tell("\nChecking …");
    let input = InputArgs {
        pool: Some(pool.pool.clone()),
        quotas: Some(pool.quotas.clone()),
        size: Some(pool.size),
        id_column: pool.id_column.clone(),
        households: pool.households.clone(),
        household_limit: (!pool.households.is_empty()).then_some(pool.household_limit),
        ..InputArgs::default()
    };
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
            tell(&format!(
                "There is a panel of {} that meets all quotas, from {} members.\n",
                pool.size,
                found.built.instance.members().len()
            ));
            true
        }
    }
}

/// A file's name as people type it: quotation marks around it, and the sign for one's own folder before it, are not part of it.
pub fn path(answer: &str) -> PathBuf {
    let bare = ['"', '\''].iter().find_map(|mark| answer.strip_prefix(*mark)?.strip_suffix(*mark)).unwrap_or(answer);
    match (bare.strip_prefix("~/"), std::env::var_os("HOME")) {
        (Some(rest), Some(home)) => Path::new(&home).join(rest),
        _ => PathBuf::from(bare),
    }
}

/// Reads a file; says what it is, or what is wrong with it.
fn opened(path: &Path, fits: &dyn Fn(&[String]) -> bool) -> Option<Reading> {
    let read =
        File::open(path).and_then(|file| file.read(fits).map_err(|problems| Failure::Files(Problems::from(problems))));
    match read {
        Ok(reading) => {
            for note in said(&reading) {
                note!("{note}");
            }
            Some(reading)
        }
        Err(failure) => {
            say::wrong(&failure);
            None
        }
    }
}

fn pool_file() -> Result<(PathBuf, Vec<String>), Ended> {
    let question = Question {
        words: "File of the pool",
        default: None,
        help: "The people who volunteered: a CSV file or Excel workbook (.xlsx) with one row for each, such as pool.csv or\n\
               pool.xlsx#Sheet1. docs/inputs.md shows one.",
    };
    ask_until(&question, |answer| {
        let path = path(answer);
        let table = opened(&path, &|header| !has_quotas_header(header))?.table;
        if has_quotas_header(&table.header) {
            tell("This has the columns of quotas. The file with one row for each volunteer is asked for here.");
            return None;
        }
        tell(&format!("{} rows, with the columns {}.", table.rows.len(), table.header.join(", ")));
        Some((path, table.header))
    })
}

fn quotas_file() -> Result<PathBuf, Ended> {
    let question = Question {
        words: "File of the quotas",
        default: None,
        help: "The least and the most seats for each feature value: a CSV file or workbook with the columns feature, value, min and\n\
               max. klero quotas makes one out of shares of the population.",
    };
    ask_until(&question, |answer| {
        let path = path(answer);
        let table = opened(&path, &|header| has_quotas_header(header))?.table;
        if !has_quotas_header(&table.header) {
            tell(&format!(
                "This has the columns {}, but quotas need feature, value, min and max.",
                table.header.join(", ")
            ));
            return None;
        }
        tell(&format!("{} rows.", table.rows.len()));
        Some(path)
    })
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
