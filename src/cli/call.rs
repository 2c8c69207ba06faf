//! `klero call`: which of the alternates are called in when members dropped out.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use klero::alternates::{Case, call as best_call};
use klero::instance::Standing;
use klero::record::{RecordError, call_order};
use klero::turnover::Seats;
use serde::Serialize;

use super::failure::Failure;
use super::follow::{alternates_of, beside, one_panel, sitting};
use super::replace::turnover;

/// `klero call`.
#[derive(Debug, Args)]
#[group(skip)]
pub struct CallArgs {
    /// The record of the panel that sits, as it was drawn
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// The record of its alternates, as they were drawn
    #[arg(long, value_name = "DIR")]
    alternates: PathBuf,
    /// A table with the columns "id" (as the pool calls it) and "status": who confirmed, who dropped out, which alternates sit already or cannot come
    #[arg(long, value_name = "FILE")]
    out_of: PathBuf,
    /// What is true of sitting members who are not in the table; "confirmed" is the only word
    #[arg(long, value_name = "WORD", value_parser = ["confirmed"])]
    others: Option<String>,
    /// Which of several panels that were drawn together, counting from 1
    #[arg(long, value_name = "NUMBER")]
    panel: Option<usize>,
    /// A record that replaced members of another of the panels drawn together, who cannot be called in; repeat it for all of them
    #[arg(long, value_name = "DIR")]
    beside: Vec<PathBuf>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Answer {
    call: Vec<String>,
    empty: usize,
    deviation_before: String,
    deviation_after: String,
}

/// Runs `klero call`.
pub fn call(args: &CallArgs) -> Result<ExitCode, Failure> {
    let base = self::sitting(&args.dir)?;
    let sitting = base.panel(args.panel)?;
    let alternates = alternates_of(&base, &args.alternates, args.panel)?;
    let seats = Seats {
        sitting: &sitting,
        alternates: Some(&alternates.drawn),
        size: sitting.len(),
        others_stay: args.others.is_some(),
    };
    let turnover = turnover(&args.out_of, &base, seats)?;
    let one = one_panel(&base)?;
    let others = beside(&base, &args.beside, &sitting)?;
    let elsewhere: Vec<usize> = base.drawn.iter().chain(&others).copied().filter(|m| !sitting.contains(m)).collect();
    // Whoever was out in a step before is excluded by the rules since then.
    let members = one.instance.members().iter().enumerate();
    let excluded = members.filter(|(_, member)| member.standing == Standing::Excluded).map(|(member, _)| member);
    let barred: Vec<usize> = turnover.out.iter().copied().chain(excluded).collect();
    let case = Case { instance: &one.instance, panel: &sitting, elsewhere: &elsewhere, barred: &barred };
    let order = call_order(&alternates.solved.setup, &alternates.outcome.draw);
    let order: Vec<usize> = order.into_iter().map(|number| number as usize - 1).collect();
    let found = best_call(&case, &turnover.stay, &order);
    let answer = Answer {
        call: base.ids(&found.members),
        empty: found.empty,
        deviation_before: found.before.decimal(3),
        deviation_after: found.after.decimal(3),
    };
    if args.json {
        super::print(&(serde_json::to_string_pretty(&answer).map_err(RecordError::from)? + "\n"))?;
    } else {
        super::tell(&told(&answer, turnover.stay.len(), sitting.len() - turnover.stay.len()))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether the seats are all taken, and still a quota is broken.
fn found_short(answer: &Answer) -> bool {
    answer.empty == 0 && answer.deviation_after.bytes().any(|digit| digit.is_ascii_digit() && digit != b'0')
}

fn told(answer: &Answer, stay: usize, open: usize) -> String {
    let plural = |number: usize, one: &str, more: &str| format!("{number} {}", if number == 1 { one } else { more });
    let mut text = format!(
        "{}, {}.\n",
        plural(stay, "member stays", "members stay"),
        plural(open, "seat is open", "seats are open")
    );
    if answer.call.is_empty() {
        text += "No alternate brings the panel nearer to its quotas.\n";
    } else {
        text += "Call in:\n";
        answer.call.iter().for_each(|id| text += &format!("  {id}\n"));
    }
    let with = if answer.call.is_empty() { "it" } else { "with them it" };
    text += &format!(
        "The deviation from the quotas is {} now; {with} is {}, the least that these alternates can bring.\n",
        answer.deviation_before, answer.deviation_after
    );
    if found_short(answer) {
        text += "Not all quotas are met then: klero replace will say which changes of them would help.\n";
    }
    if answer.empty > 0 {
        text += &format!(
            "{} then: klero replace --alternates draws for the rest.\n",
            plural(answer.empty, "seat stays open", "seats stay open")
        );
    }
    text
}
