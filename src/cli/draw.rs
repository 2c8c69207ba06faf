//! `klero draw` and `klero solve`: from the files to a record.

use std::collections::BTreeMap;
use std::process::ExitCode;

use klero::draw::{Bound, Seed, hex, ticket};
use klero::lottery::Lottery;
use klero::record::{self, Draw, DrawnPanel, Outcome, Rules, name};
use klero::report::{Summary, render};

use super::args::{DrawArgs, InputArgs, ObjectiveArgs, OutputArgs, SolveArgs};
use super::failure::Failure;
use super::inputs::{Loaded, load};
use super::lottery::{Made, make};
use super::output::{self, File};

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
    let lottery_json = record::lottery_json(&lottery);
    let probabilities_csv = record::probabilities_csv(&ids, &marginals, lottery.tickets())?;
    let drawn = seed.and_then(|seed| {
        let key = seed.key(&Bound {
            lottery: lottery_json.as_bytes(),
            probabilities: probabilities_csv.as_bytes(),
            quotas: &loaded.quotas_bytes,
        });
        let ticket = ticket(key, lottery.tickets());
        lottery.panel_of(ticket).map(|position| Drawn { seed, key, ticket, position })
    });
    let objective = fair.objective;
    let texts = Texts { lottery: lottery_json, certificate, probabilities: probabilities_csv, objective, gamma };
    let files = files(&loaded, &lottery, texts, drawn.as_ref())?;
    output::write(&out.out, &files, out.overwrite)?;

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

/// Files that are made before the draw, and what they were made for.
struct Texts {
    lottery: String,
    certificate: Option<String>,
    probabilities: String,
    objective: &'static str,
    gamma: Option<String>,
}

/// All files of the record, `result.json` last.
fn files(loaded: &Loaded, lottery: &Lottery, texts: Texts, drawn: Option<&Drawn>) -> Result<Vec<File>, Failure> {
    let instance = &loaded.built.instance;
    let mut files = vec![
        File { name: name::QUOTAS, bytes: loaded.quotas_bytes.clone() },
        File { name: name::POOL, bytes: loaded.pool_bytes.clone() },
        File { name: name::PROBABILITIES, bytes: texts.probabilities.into_bytes() },
        File { name: name::LOTTERY, bytes: texts.lottery.into_bytes() },
    ];
    files.extend(texts.certificate.map(|text| File { name: name::CERTIFICATE, bytes: text.into_bytes() }));
    let draw = match drawn.and_then(|drawn| lottery.panels().get(drawn.position).map(|panel| (drawn, panel))) {
        None => None,
        Some((drawn, panel)) => {
            let (mut selected, mut remaining) = (Vec::new(), Vec::new());
            for (i, member) in instance.members().iter().enumerate() {
                let is_drawn = panel.members.binary_search(&(i as u32 + 1)).is_ok();
                (if is_drawn { &mut selected } else { &mut remaining }).push(member.row);
            }
            for (name, mut rows) in [(name::SELECTED, selected), (name::REMAINING, remaining)] {
                rows.sort_unstable();
                files.push(File { name, bytes: record::rows_csv(name, &loaded.pool, &rows)?.into_bytes() });
            }
            Some(Draw {
                key: hex(&drawn.key),
                panel: DrawnPanel { members: &panel.members, number: drawn.position + 1 },
                seed: drawn.seed.text(),
                ticket: drawn.ticket,
            })
        }
    };
    let hashes: BTreeMap<&str, String> = files.iter().map(|file| (file.name, record::sha256(&file.bytes))).collect();
    let outcome = Outcome {
        draw,
        files: hashes,
        format: record::RESULT_FORMAT,
        gamma: texts.gamma,
        id_column: loaded.built.id_column.as_deref(),
        members: instance.members().len(),
        objective: texts.objective,
        rules: Rules::of(instance, &loaded.built.household_columns),
        size: instance.size(),
        tickets: lottery.tickets(),
    };
    files.push(File { name: name::RESULT, bytes: record::result_json(&outcome)?.into_bytes() });
    Ok(files)
}
