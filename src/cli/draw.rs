//! `klero draw` and `klero solve`: from the files to a record.

use std::path::Path;
use std::process::ExitCode;

use klero::draw::{Bound, Seed, hex, ticket};
use klero::instance::Built;
use klero::lottery::{Lottery, deal};
use klero::read::Table;
use klero::record::{self, Draw, DrawnPanel, Files, LEXIMIN, Rules, SETUP_FORMAT, Setup, name, sha256};
use klero::report::{Fair, Summary, render};
use klero::solve::{self, certify};

use super::args::{DrawArgs, InputArgs, OutputArgs, SolveArgs};
use super::committed;
use super::failure::Failure;
use super::inputs::{Loaded, load};
use super::output::{self, File};
use super::progress::Bar;

/// Runs `klero draw`.
pub fn draw(args: &DrawArgs) -> Result<ExitCode, Failure> {
    match (&args.dir, &args.input, &args.output, &args.seed) {
        (None, Some(input), Some(output), Some(seed)) => run(input, output, Some(&Seed::new(seed)?), args.json),
        (dir, ..) => committed::draw(dir.as_deref().unwrap_or(Path::new(".")), args),
    }
}

/// Runs `klero solve`.
pub fn solve(args: &SolveArgs) -> Result<ExitCode, Failure> {
    run(&args.input, &args.output, None, args.json)
}

fn run(input: &InputArgs, out: &OutputArgs, seed: Option<&Seed>, json: bool) -> Result<ExitCode, Failure> {
    output::check_target(&out.out, out.overwrite)?;
    let loaded = load(input)?;
    let instance = &loaded.built.instance;
    let (lottery, marginals, fair, certificate) = {
        let bar = Bar::new();
        let solution = solve::solve(instance, out.tickets, &mut |progress| bar.show(progress))?;
        let compositions: Vec<_> =
            solution.compositions.iter().map(|c| (c.seats.as_slice(), c.tickets as u64)).collect();
        let lottery = deal(instance.size(), &solution.typed.classes, &compositions);
        let marginals = lottery.marginals(instance.members().len());
        let fair = Fair {
            smallest: solution.point.stages.first().map(|stage| stage.value.to_string()),
            deviation: Some(solution.deviation(&marginals, lottery.tickets())),
        };
        let certificate = certify(&solution.typed, &solution.relaxation, &solution.point);
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
    let summary = Summary::new(instance, &lottery, &marginals, fair, told, None);
    if json {
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

/// All files of the record, `setup.json` last of those of the lottery, `result.json` last of all.
fn files(loaded: &Loaded, lottery: &Lottery, texts: Texts, drawn: Option<&Drawn>) -> Result<Vec<File>, Failure> {
    let instance = &loaded.built.instance;
    let setup = Setup {
        files: Files {
            certificate: Some(sha256(texts.certificate.as_bytes())),
            lottery: sha256(texts.lottery.as_bytes()),
            pool: sha256(&loaded.pool_bytes),
            probabilities: sha256(texts.probabilities.as_bytes()),
            quotas: sha256(&loaded.quotas_bytes),
        },
        format: SETUP_FORMAT.to_owned(),
        id_column: loaded.built.id_column.clone(),
        members: instance.members().len(),
        objective: LEXIMIN.to_owned(),
        rules: Rules::of(instance, &loaded.built.household_columns),
        size: instance.size(),
        tickets: lottery.tickets(),
    };
    let mut files = vec![
        File { name: name::QUOTAS, bytes: loaded.quotas_bytes.clone() },
        File { name: name::POOL, bytes: loaded.pool_bytes.clone() },
        File { name: name::PROBABILITIES, bytes: texts.probabilities.into_bytes() },
        File { name: name::LOTTERY, bytes: texts.lottery.into_bytes() },
        File { name: name::CERTIFICATE, bytes: texts.certificate.into_bytes() },
        File { name: name::SETUP, bytes: record::setup_json(&setup)?.into_bytes() },
    ];
    if let Some((drawn, panel)) =
        drawn.and_then(|drawn| lottery.panels().get(drawn.position).map(|panel| (drawn, panel)))
    {
        for (name, text) in rows(&loaded.built, &loaded.pool, &panel.members)? {
            files.push(File { name, bytes: text.into_bytes() });
        }
        let draw = Draw {
            key: Some(hex(&drawn.key)),
            panel: DrawnPanel { members: panel.members.clone(), number: drawn.position + 1 },
            seed: drawn.seed.text().to_owned(),
            ticket: drawn.ticket,
        };
        files.push(File { name: name::RESULT, bytes: record::result_json(draw, None)?.into_bytes() });
    }
    Ok(files)
}

/// `selected.csv` and `remaining.csv` for a panel.
pub fn rows(built: &Built, pool: &Table, panel: &[u32]) -> Result<[(&'static str, String); 2], Failure> {
    let (mut selected, mut remaining) = (Vec::new(), Vec::new());
    for (i, member) in built.instance.members().iter().enumerate() {
        let is_drawn = panel.binary_search(&(i as u32 + 1)).is_ok();
        (if is_drawn { &mut selected } else { &mut remaining }).push(member.row);
    }
    selected.sort_unstable();
    remaining.sort_unstable();
    let text = |name, rows: &[usize]| record::rows_csv(name, pool, rows).map(|text| (name, text));
    Ok([text(name::SELECTED, &selected)?, text(name::REMAINING, &remaining)?])
}
