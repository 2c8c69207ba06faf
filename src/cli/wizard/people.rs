//! Who sits for certain, who does not sit, and who does not sit together.

use klero::instance::{InstanceProblem, RuleProblem, Standing, build, standing_word};
use klero::read::shown;

use super::super::inputs::open;
use super::super::merge::for_check;
use super::super::say;
use super::asking::{Ended, Question, ask_for_name, ask_for_one, ask_until, is_word, tell};
use super::check::Pool;
use super::files::Files;

/// People who are singled out, as the options name them.
#[derive(Clone, Default)]
pub struct People {
    pub include: Vec<String>,
    pub exclude: Vec<String>,
    /// Groups, each with commas in it.
    pub apart: Vec<String>,
    pub status_column: Option<String>,
}

/// Asks for them; each answer is looked up in the pool at once.
pub fn ask_for_people(pool: &Pool) -> Result<People, Ended> {
    let columns = status_columns(&pool.files);
    for column in &columns {
        let said = pool.files.cells(column).filter(|cell| !cell.is_empty()).count();
        let rows = pool.files.pool.table.rows.len();
        tell(&format!("Column {} says \"include\" or \"exclude\" in {said} of {rows} rows.", shown(column)));
    }
    let question = Question {
        words: "Does anybody sit for certain, or not at all, yes or no",
        default: Some(if columns.is_empty() { "no" } else { "yes" }),
        help: "\"no\": the lottery alone decides. \"yes\": people can be named who have a seat whatever is drawn, or none.",
    };
    let mut people = People::default();
    if ask_for_one(&question, &["yes", "no"])? == "no" {
        return Ok(people);
    }
    if let Some(first) = columns.first() {
        let question = Question {
            words: "Column that says so",
            default: Some(first),
            help: "Each of its cells holds include, exclude or nothing. \"none\": the column is not looked at.",
        };
        people.status_column = ask_for_name(&question, &columns)?;
    }
    let include = Question {
        words: "Who sits for certain",
        default: Some("none"),
        help: "Identifiers as the pool has them, with commas between them. They have a seat, whatever is drawn.",
    };
    people = ask_for_some(&include, pool, &people, |people, ids| people.include = ids)?;
    let exclude = Question {
        words: "Who does not sit",
        default: Some("none"),
        help: "Identifiers as the pool has them, with commas between them. They have no seat, whatever is drawn.",
    };
    people = ask_for_some(&exclude, pool, &people, |people, ids| people.exclude = ids)?;
    let apart = Question {
        words: "Who does not sit together",
        default: Some("none"),
        help: "Groups of identifiers, of each of which at most one sits: commas between identifiers, semicolons between groups, as\n\
               in a1,b7; c3,d4,e5.",
    };
    ask_until(&apart, |answer| {
        let groups = if is_word(answer, "none") { "" } else { answer };
        let groups = groups.split(';').map(|group| listed(group).join(",")).filter(|group| !group.is_empty());
        let with = People { apart: groups.collect(), ..people.clone() };
        fits(pool, &with).then_some(with)
    })
}

/// The columns of the pool that say of some members that they are included or excluded, and nothing else.
fn status_columns(files: &Files) -> Vec<String> {
    let says = |cell: &str| standing_word(cell).is_some_and(|standing| standing != Standing::Open);
    let mut columns = files.columns();
    columns.retain(|column| {
        files.cells(column).any(says) && files.cells(column).all(|cell| standing_word(cell).is_some())
    });
    columns
}

fn listed(answer: &str) -> Vec<String> {
    answer.split(',').map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect()
}

/// These people with some more, who are in the pool.
fn ask_for_some(
    question: &Question<'_>,
    pool: &Pool,
    people: &People,
    put: impl Fn(&mut People, Vec<String>),
) -> Result<People, Ended> {
    ask_until(question, |answer| {
        let mut with = people.clone();
        put(&mut with, if is_word(answer, "none") { Vec::new() } else { listed(answer) });
        fits(pool, &with).then_some(with)
    })
}

/// Whether these people are in the pool, and are named for one thing only; says who is not. What else is wrong is left to the check: another answer need not
/// help there.
fn fits(pool: &Pool, people: &People) -> bool {
    let Ok(opened) = for_check(&pool.input(people)).and_then(|inputs| open(&inputs)) else { return true };
    let problems = build(&opened.quotas, &opened.pool, &opened.settings).err().unwrap_or_default();
    let is_of_people = |problem: &InstanceProblem| match problem {
        InstanceProblem::Rule(rule) => matches!(
            rule,
            RuleProblem::UnknownPerson { .. } | RuleProblem::InAndOut { .. } | RuleProblem::SmallGroup { .. }
        ),
        _ => false,
    };
    let of_people: Vec<_> = problems.into_iter().filter(is_of_people).collect();
    let fits = of_people.is_empty();
    if !fits {
        say::wrong(opened.refused(of_people));
    }
    fits
}
