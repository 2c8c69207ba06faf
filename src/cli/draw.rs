//! `klero draw` and `klero solve`: from the files to a record.

use std::collections::BTreeMap;
use std::process::ExitCode;

use klero::draw::{Bound, Seed, hex, ticket};
use klero::lottery::{Lottery, deal, deal_equal};
use klero::record::{self, Draw, DrawnPanel, Outcome, Rules, name};
use klero::report::{Fair, Summary, render};
use klero::solve::{self, FEW_TICKETS, certify};

use super::args::{DrawArgs, InputArgs, OutputArgs, SolveArgs};
use super::failure::Failure;
use super::inputs::{Loaded, load};
use super::never::never;
use super::output::{self, File};
use super::progress::Bar;

/// Runs `klero draw`.
pub fn draw(args: &DrawArgs) -> Result<ExitCode, Failure> {
    let seed = Seed::new(&args.seed)?;
    run(&args.input, &args.output, Some(&seed))
}

/// Runs `klero solve`.
pub fn solve(args: &SolveArgs) -> Result<ExitCode, Failure> {
    run(&args.input, &args.output, None)
}

fn run(input: &InputArgs, out: &OutputArgs, seed: Option<&Seed>) -> Result<ExitCode, Failure> {
    if out.equal && out.tickets > FEW_TICKETS {
        return Err(Failure::TooManyEqual { tickets: out.tickets, most: FEW_TICKETS });
    }
    output::check_target(&out.out, out.overwrite)?;
    let loaded = load(input)?;
    let instance = &loaded.built.instance;
    let (lottery, marginals, fair, certificate) = {
        let bar = Bar::new();
        let solution = solve::solve(instance, out.tickets, &mut |progress| bar.show(progress))?;
        let compositions: Vec<_> =
            solution.compositions.iter().map(|c| (c.seats.as_slice(), c.tickets as u64)).collect();
        let (size, classes) = (instance.size(), &solution.typed.classes);
        let lottery = if out.equal {
            deal_equal(size, classes, instance.household_limit(), &compositions)
        } else {
            deal(size, classes, &compositions)
        };
        let marginals = lottery.marginals(instance.members().len());
        let certificate = certify(&solution.typed, &solution.relaxation, &solution.point);
        let fair = Fair {
            smallest: solution.point.stages.first().map(|stage| stage.value.to_string()).unwrap_or_default(),
            deviation: solution.deviation(&marginals, lottery.tickets()),
            further: solution.off_by_more_than_one(&marginals, lottery.tickets()),
            equal: out.equal,
            never: never(instance, &solution, &certificate, &marginals),
        };
        (lottery, marginals, fair, record::certificate_json(&certificate)?)
    };
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
    let texts = Texts { lottery: lottery_json, certificate, probabilities: probabilities_csv };
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

/// Files that are made before the draw.
struct Texts {
    lottery: String,
    certificate: String,
    probabilities: String,
}

/// All files of the record, `result.json` last.
fn files(loaded: &Loaded, lottery: &Lottery, texts: Texts, drawn: Option<&Drawn>) -> Result<Vec<File>, Failure> {
    let instance = &loaded.built.instance;
    let mut files = vec![
        File { name: name::QUOTAS, bytes: loaded.quotas_bytes.clone() },
        File { name: name::POOL, bytes: loaded.pool_bytes.clone() },
        File { name: name::PROBABILITIES, bytes: texts.probabilities.into_bytes() },
        File { name: name::LOTTERY, bytes: texts.lottery.into_bytes() },
        File { name: name::CERTIFICATE, bytes: texts.certificate.into_bytes() },
    ];
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
        id_column: loaded.built.id_column.as_deref(),
        members: instance.members().len(),
        objective: "leximin",
        rules: Rules::of(instance, &loaded.built.household_columns),
        size: instance.size(),
        tickets: lottery.tickets(),
    };
    files.push(File { name: name::RESULT, bytes: record::result_json(&outcome)?.into_bytes() });
    Ok(files)
}
