//! `klero draw` and `klero solve`: from the files to a record.

use std::process::ExitCode;

use klero::draw::{Bound, Seed, hex, ticket};
use klero::lottery::Lottery;
use klero::record::{self, Draw, DrawnPanel, Outcome, Rules, name};
use klero::report::{Summary, render};

use super::args::{DrawArgs, InputArgs, ObjectiveArgs, OutputArgs, SolveArgs};
use super::failure::Failure;
use super::inputs::{Loaded, load};
use super::lottery::{Made, make};
use super::output::{self, Draft};

/// Runs `klero draw`.
pub fn draw(args: &DrawArgs) -> Result<ExitCode, Failure> {
    let seed = Seed::new(&args.seed)?;
    run(&args.input, &args.objective, &args.output, Some(&seed))
}

/// Runs `klero solve`.
pub fn solve(args: &SolveArgs) -> Result<ExitCode, Failure> {
    run(&args.input, &args.objective, &args.output, None)
}

fn run(
    input: &InputArgs,
    objective: &ObjectiveArgs,
    out: &OutputArgs,
    seed: Option<&Seed>,
) -> Result<ExitCode, Failure> {
    output::check_target(&out.out, out.overwrite)?;
    let loaded = load(input)?;
    let instance = &loaded.built.instance;
    let Made { lottery, marginals, fair, gamma, certificate } = make(objective, instance, out.tickets)?;
    let ids: Vec<&str> = instance.members().iter().map(|member| member.id.as_str()).collect();
    let mut draft = Draft::new(&out.out, out.overwrite)?;
    let bound = Bound {
        lottery: draft.stream(name::LOTTERY, |out| record::lottery_json(&lottery, out))?,
        probabilities: {
            let text = record::probabilities_csv(&ids, &marginals, lottery.tickets())?;
            draft.add(name::PROBABILITIES, text.as_bytes())?
        },
        quotas: draft.add(name::QUOTAS, &loaded.quotas_bytes)?,
    };
    draft.add(name::POOL, &loaded.pool_bytes)?;
    if let Some(certificate) = certificate {
        draft.add(name::CERTIFICATE, certificate.as_bytes())?;
    }
    let drawn = seed.and_then(|seed| {
        let key = seed.key(&bound);
        let ticket = ticket(key, lottery.tickets());
        lottery.panel_of(ticket).map(|position| Drawn { seed, key, ticket, position })
    });
    let facts = Facts { objective: fair.objective, gamma };
    finish(&mut draft, &loaded, &lottery, facts, drawn.as_ref())?;
    draft.publish()?;

    let told = drawn.as_ref().map(|drawn| (drawn.position, drawn.ticket, drawn.seed.text()));
    let summary = Summary::new(instance, &lottery, &marginals, fair, told);
    if out.json {
        let text = serde_json::to_string_pretty(&summary).map_err(record::RecordError::from)?;
        super::print(&(text + "\n"))?;
    } else {
        let dir = out.out.display();
        let drawn = match seed {
            Some(_) => format!("The drawn members are in {}.\n", out.out.join(name::SELECTED).display()),
            None => String::new(),
        };
        let report = render(&summary);
        super::print(&format!("{report}\n{drawn}Record written to {dir}. To check it: klero verify {dir}\n"))?;
    }
    Ok(ExitCode::SUCCESS)
}

struct Drawn<'a> {
    seed: &'a Seed,
    key: [u8; 32],
    ticket: u64,
    position: usize,
}

/// What the lottery was made for.
struct Facts {
    objective: &'static str,
    gamma: Option<String>,
}

/// Adds the files that depend on the draw, `result.json` last.
fn finish(
    draft: &mut Draft,
    loaded: &Loaded,
    lottery: &Lottery,
    facts: Facts,
    drawn: Option<&Drawn>,
) -> Result<(), Failure> {
    let instance = &loaded.built.instance;
    let draw = match drawn.and_then(|drawn| lottery.panel(drawn.position).map(|panel| (drawn, panel))) {
        None => None,
        Some((drawn, panel)) => {
            let (mut selected, mut remaining) = (Vec::new(), Vec::new());
            for (i, member) in instance.members().iter().enumerate() {
                let is_drawn = panel.members.binary_search(&(i as u32 + 1)).is_ok();
                (if is_drawn { &mut selected } else { &mut remaining }).push(member.row);
            }
            for (name, mut rows) in [(name::SELECTED, selected), (name::REMAINING, remaining)] {
                rows.sort_unstable();
                draft.add(name, record::rows_csv(name, &loaded.pool, &rows)?.as_bytes())?;
            }
            Some(Draw {
                key: hex(&drawn.key),
                panel: DrawnPanel { members: panel.members, number: drawn.position + 1 },
                seed: drawn.seed.text(),
                ticket: drawn.ticket,
            })
        }
    };
    let outcome = Outcome {
        draw,
        files: draft.hashes(),
        format: record::RESULT_FORMAT,
        gamma: facts.gamma,
        id_column: loaded.built.id_column.as_deref(),
        members: instance.members().len(),
        objective: facts.objective,
        rules: Rules::of(instance, &loaded.built.household_columns),
        size: instance.size(),
        tickets: lottery.tickets(),
    };
    draft.add(name::RESULT, record::result_json(&outcome)?.as_bytes())?;
    Ok(())
}
