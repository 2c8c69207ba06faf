//! How columns that the quotas ask for, and the pool has not, come from others.

use klero::derive::{Bands, Date, DateFormat, Derivation, Recode, Rule, RuleProblem, apply};
use klero::instance::{categories_without_column, nearest};
use klero::read::{list, shown};

use super::super::failure::Failure;
use super::super::problem::Problems;
use super::super::say;
use super::answers::{ANSWERS, Answers, DATES, NUMBERS, YEARS, proposed_column};
use super::asking::{Ended, Question, ask_for_name, ask_for_one, ask_until, tell};
use super::files::Files;

/// More different answers than these are not asked for one by one: they were hardly chosen from a list.
const MOST_ANSWERS: usize = 40;

/// Asks for each feature category that is no column of the pool how it comes from one.
pub fn ask_for_rules(files: &mut Files) -> Result<Vec<Derivation>, Ended> {
    let mut rules = Vec::new();
    for (category, values) in categories_without_column(&files.quotas.table, &files.pool.table) {
        rules.extend(ask_for_rule(files, &category, &values)?);
    }
    Ok(rules)
}

/// Asks for one until it can be used for every row; nothing where the column is to be mended in the files.
fn ask_for_rule(files: &mut Files, category: &str, values: &[String]) -> Result<Option<Derivation>, Ended> {
    tell(&format!(
        "\nThe quotas have {} with {}, but the pool has no such column. It can be derived from another one.",
        shown(category),
        list(values)
    ));
    loop {
        let Some(from) = column(files, category, values)? else {
            tell("Then one of the two files has to be mended; the check will say so.");
            return Ok(None);
        };
        let Some(rule) = rule(files, category, values, &from)? else { continue };
        let rule = Derivation { column: category.to_owned(), from, rule };
        loop {
            match apply(&files.pool.table, std::slice::from_ref(&rule)) {
                Ok(derived) => {
                    for summary in derived.summaries {
                        note!("{summary}");
                    }
                    return Ok(Some(rule));
                }
                Err(problems) => say::wrong(Failure::Files(Problems::from(problems))),
            }
            let question = Question {
                words: "Check the same again, or answer anew",
                default: Some("check"),
                help: "check: mend the pool in another window first; it is read again. anew: from another column, or otherwise.",
            };
            if ask_for_one(&question, &["check", "anew"])? == "anew" {
                break;
            }
            files.read_pool_again();
        }
    }
}

/// The column that another one comes from.
fn column(files: &Files, category: &str, values: &[String]) -> Result<Option<String>, Ended> {
    let proposed = proposed_column(files, category, values);
    let question = Question {
        words: &format!("Column of the pool that {} comes from", shown(category)),
        default: Some(proposed.as_deref().unwrap_or("none")),
        help: "For example a date of birth where the quotas have ages, or an answer where they have groups of answers. The pool is\n\
               not changed: the new column stands in the record. \"none\": the column is missing, or is called otherwise in one of the files.",
    };
    ask_for_name(&question, &files.columns())
}

/// How; nothing where it cannot be so.
fn rule(files: &Files, category: &str, values: &[String], from: &str) -> Result<Option<Rule>, Ended> {
    let answers = Answers::of(files, from);
    let (ages, numbers) = (Bands::of_ages(values), Bands::new(values));
    if let Err(problems) = &numbers {
        let no_bands = problems.iter().filter(|problem| matches!(problem, RuleProblem::NotABand { .. }));
        if no_bands.count() < values.len() {
            for problem in problems {
                note!("the values of {} cannot be taken for bands: {problem}", shown(category));
            }
        }
        return recoding(&answers, category, values);
    }
    let (words, kinds) = if ages.is_ok() {
        (format!("What {} holds: dates, years, numbers or answers", shown(from)), vec![DATES, YEARS, NUMBERS, ANSWERS])
    } else {
        (format!("What {} holds: numbers or answers", shown(from)), vec![NUMBERS, ANSWERS])
    };
    let question = Question {
        words: &words,
        default: Some(answers.kind(&kinds)),
        help: "dates: of birth, for ages in bands. years: of birth, the same. numbers: such as ages or incomes, for bands of them.\n\
               answers: each of them becomes one of the quotas' values.",
    };
    match (ask_for_one(&question, &kinds)?, ages, numbers) {
        (DATES, Ok(bands), _) => {
            let at = day()?;
            Ok(Some(Rule::AgeOn { at, format: format(&answers)?, bands }))
        }
        (YEARS, Ok(bands), _) => Ok(Some(Rule::AgeIn { at: year()?, bands })),
        (NUMBERS, _, Ok(bands)) => Ok(Some(Rule::Number { bands })),
        _ => recoding(&answers, category, values),
    }
}

fn day() -> Result<Date, Ended> {
    let question = Question {
        words: "On which day does the age count, such as 2026-11-22",
        default: None,
        help: "The first day of the assembly, for example, or the day on which the register closed.",
    };
    ask_until(&question, |answer| {
        let day = DateFormat::Iso.read(answer).ok();
        if day.is_none() {
            tell("This is no day. Write year, month and day as in 2026-11-22.");
        }
        day
    })
}

fn year() -> Result<i64, Ended> {
    let question = Question {
        words: "In which year does the age count, such as 2026",
        default: None,
        help: "The age is the one that somebody reaches in that year.",
    };
    ask_until(&question, |answer| {
        let year = answer.parse().ok().filter(|year| answer.len() == 4 && (1..=9999).contains(year));
        if year.is_none() {
            tell("A year of four digits is needed.");
        }
        year
    })
}

/// How a column writes dates.
fn format(answers: &Answers) -> Result<DateFormat, Ended> {
    let (proposed, equally_good) = answers.format();
    if let [one, other, ..] = equally_good.as_slice() {
        tell(&format!("The dates could be {} or {}: only you know what is meant.", one.name(), other.name()));
    }
    let names = DateFormat::ALL.map(DateFormat::name);
    let question = Question {
        words: "How the dates are written: YYYY-MM-DD, DD.MM.YYYY, DD/MM/YYYY or MM/DD/YYYY",
        default: proposed.map(DateFormat::name),
        help: "YYYY is the year, MM the month, DD the day. In brackets stands the only way in which most cells can be read.",
    };
    let name = ask_for_one(&question, &names)?;
    Ok(DateFormat::ALL.into_iter().find(|format| format.name() == name).unwrap_or_default())
}

/// What each answer becomes.
fn recoding(answers: &Answers, category: &str, values: &[String]) -> Result<Option<Rule>, Ended> {
    let found = answers.list();
    if found.len() > MOST_ANSWERS {
        tell(&format!("The column holds {} different answers, too many to ask for each.", found.len()));
        return Ok(None);
    }
    let mut becomes: Vec<(String, Vec<String>)> = values.iter().map(|value| (value.clone(), Vec::new())).collect();
    for answer in found {
        let question = Question {
            words: &format!("Which value of {} is {}", shown(category), shown(answer)),
            default: nearest(answer, values.iter().map(String::as_str)),
            help: &format!("One of the quotas' values: {}. \"none\": the pool has to be mended.", list(values)),
        };
        let value = ask_for_name(&question, values)?;
        if let Some((_, of)) = becomes.iter_mut().find(|(name, _)| value.as_ref() == Some(name)) {
            of.push(answer.clone());
        }
    }
    becomes.retain(|(_, of)| !of.is_empty());
    match Recode::new(becomes, None) {
        Ok(recode) => Ok(Some(Rule::Recode(recode))),
        Err(problems) => {
            for problem in problems {
                note!("{problem}");
            }
            Ok(None)
        }
    }
}
