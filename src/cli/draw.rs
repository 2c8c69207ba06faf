//! `klero draw` and `klero solve`: from the files to a record.

use std::path::Path;
use std::process::ExitCode;

use klero::draw::{Mark, Seed};

use super::args::{DrawArgs, InputArgs, ObjectiveArgs, OutputArgs, SolveArgs};
use super::failure::Failure;
use super::inputs::load;
use super::merge::for_lottery;
use super::write::{Work, tell, write};
use super::{committed, output};

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
    let mark = Mark::rehearsal(out.rehearsal);
    let loaded = load(&inputs)?.marked(mark);
    let work = Work {
        mark,
        panels: inputs.panels,
        built: loaded.built,
        pool: loaded.pool,
        pool_bytes: loaded.pool_bytes,
        quotas_bytes: loaded.quotas_bytes,
        settings: inputs.recorded,
        alternates: None,
        before: None,
    };
    let written = write(&work, &asked, out, seed)?;
    tell(&written, &out.out, json, "")
}
