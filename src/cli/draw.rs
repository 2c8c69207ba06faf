//! `klero draw` and `klero solve`: from the files to a record.

use std::path::Path;
use std::process::ExitCode;

use klero::draw::{Bound, Seed, hex, ticket};
use klero::instance::Built;
use klero::lottery::Lottery;
use klero::read::Table;
use klero::record::{self, Draw, DrawnPanel, Files, Rules, SETUP_FORMAT, Setup, name};
use klero::report::{Summary, render};

use super::args::{DrawArgs, InputArgs, ObjectiveArgs, OutputArgs, SolveArgs};
use super::committed;
use super::failure::Failure;
use super::inputs::{Loaded, load};
use super::lottery::{Made, make};
use super::merge::for_lottery;
use super::output::{self, Draft};

/// Runs `klero draw`.
pub fn draw(args: &DrawArgs) -> Result<ExitCode, Failure> {
    match (&args.dir, &args.output, &args.seed) {
        (None, Some(output), Some(seed)) => {
            let nothing = InputArgs::default();
            let input = args.input.as_ref().unwrap_or(&nothing);
            run(input, &args.objective, output, Some(&Seed::new(seed)?), args.json)
        }
        (dir, ..) => committed::draw(dir.as_deref().unwrap_or(Path::new(".")), args),
    }
}

/// Runs `klero solve`.
pub fn solve(args: &SolveArgs) -> Result<ExitCode, Failure> {
    run(&args.input, &args.objective, &args.output, None, args.json)
}

fn run(
    input: &InputArgs,
    objective: &ObjectiveArgs,
    out: &OutputArgs,
    seed: Option<&Seed>,
    json: bool,
) -> Result<ExitCode, Failure> {
    output::check_target(&out.out, out.overwrite)?;
    let (inputs, asked) = for_lottery(input, objective, out)?;
    let loaded = load(&inputs)?;
    let instance = &loaded.built.instance;
    let Made { lottery, marginals, fair, objective, certificate } = make(&asked, instance)?;
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
    let pool = draft.add(name::POOL, &loaded.pool_bytes)?;
    let certificate = certificate.map(|text| draft.add(name::CERTIFICATE, text.as_bytes())).transpose()?;
    let settings = inputs.recorded.map(|text| draft.add(name::SETTINGS, text.as_bytes())).transpose()?;
    let setup = Setup {
        files: Files {
            certificate: certificate.map(|hash| hex(&hash)),
            lottery: hex(&bound.lottery),
            pool: hex(&pool),
            probabilities: hex(&bound.probabilities),
            quotas: hex(&bound.quotas),
            settings: settings.map(|hash| hex(&hash)),
        },
        format: SETUP_FORMAT.to_owned(),
        id_column: loaded.built.id_column.clone(),
        members: instance.members().len(),
        objective,
        rules: Rules::of(instance, &loaded.built.household_columns),
        size: instance.size(),
        tickets: lottery.tickets(),
    };
    draft.add(name::SETUP, record::setup_json(&setup)?.as_bytes())?;
    let drawn = seed.and_then(|seed| {
        let key = seed.key(&bound);
        let ticket = ticket(key, lottery.tickets());
        lottery.panel_of(ticket).map(|position| Drawn { seed, key, ticket, position })
    });
    if let Some(drawn) = &drawn {
        finish(&mut draft, &loaded, &lottery, drawn)?;
    }
    draft.publish()?;

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

/// Adds the files of a draw, `result.json` last.
fn finish(draft: &mut Draft, loaded: &Loaded, lottery: &Lottery, drawn: &Drawn) -> Result<(), Failure> {
    let Some(panel) = lottery.panel(drawn.position) else { return Ok(()) };
    for (name, text) in rows(&loaded.built, &loaded.pool, panel.members)? {
        draft.add(name, text.as_bytes())?;
    }
    let draw = Draw {
        key: Some(hex(&drawn.key)),
        panel: DrawnPanel { members: panel.members.to_vec(), number: drawn.position + 1 },
        seed: drawn.seed.text().to_owned(),
        ticket: drawn.ticket,
    };
    draft.add(name::RESULT, record::result_json(draw, None)?.as_bytes())?;
    Ok(())
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
