//! `klero check`: are the files sound, and does any panel meet the quotas?

use std::process::ExitCode;

use klero::record::RecordError;
use klero::report::{QuotaLine, quota_lines, quota_table};
use klero::solve::{SolveError, has_panel};
use serde::Serialize;

use super::args::CheckArgs;
use super::failure::Failure;
use super::inputs::load;
use super::merge::for_check;

#[derive(Serialize)]
struct Answer {
    members: usize,
    size: usize,
    feasible: bool,
    quotas: Vec<QuotaLine>,
}

/// Runs `klero check`.
pub fn check(args: &CheckArgs) -> Result<ExitCode, Failure> {
    let loaded = load(&for_check(&args.input)?)?;
    let instance = &loaded.built.instance;
    let answer = Answer {
        members: instance.members().len(),
        size: instance.size(),
        feasible: has_panel(instance)?,
        quotas: quota_lines(instance, None, None),
    };
    let text = if args.json {
        serde_json::to_string_pretty(&answer).map_err(RecordError::from)? + "\n"
    } else {
        let verdict = if answer.feasible {
            "There is a panel that meets all the quotas."
        } else {
            "No panel meets all the quotas at once."
        };
        let table = quota_table(&answer.quotas);
        format!("{} members, panel of {}.\n\n{table}\n{verdict}\n", answer.members, answer.size)
    };
    super::print(&text)?;
    if answer.feasible { Ok(ExitCode::SUCCESS) } else { Err(SolveError::Infeasible { size: answer.size }.into()) }
}
