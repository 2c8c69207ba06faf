//! Arguments become calls to the library. Only this module opens files by name, prints, shows progress or exits.

use std::process::ExitCode;

use clap::Parser;

mod add;
mod args;
mod check;
mod check_json;
mod clock;
mod commit;
mod committed;
mod compare;
mod draw;
mod failure;
mod follow;
mod generate;
mod init;
mod inputs;
mod invite;
mod lottery;
mod merge;
mod never;
mod open;
mod output;
mod place;
mod problem;
mod progress;
mod publish;
mod qr;
mod quotas;
mod quotas_json;
mod receipt;
mod refusal;
mod remedy;
mod replace;
mod report;
mod rotate;
mod seat;
mod settings;
mod shares;
mod verify;
mod write;

use args::{Cli, Command};
use failure::Failure;

/// Reads the arguments, runs the command, and says how it went: 0 done or verified, 1 a negative verdict, 2 bad usage or input.
pub fn run() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Draw(args) => draw::draw(&args),
        Command::Solve(args) => draw::solve(&args),
        Command::Commit(args) => commit::commit(&args),
        Command::Receipt(args) => receipt::receipt(&args),
        Command::Publish(args) => publish::publish(&args),
        Command::Replace(args) => replace::replace(&args),
        Command::Rotate(args) => rotate::rotate(&args),
        Command::Quotas(args) => quotas::quotas(&args),
        Command::Invite(args) => invite::invite(&args),
        Command::Seat(args) => seat::seat(&args),
        Command::Check(args) => check::check(&args),
        Command::Report(args) => report::report(&args),
        Command::Plot(args) => report::plot(&args),
        Command::Verify(args) => verify::verify(&args),
        Command::Compare(args) => compare::compare(&args),
        Command::Generate(args) => generate::generate(&args),
        Command::Init(args) => init::init(&args),
    };
    match outcome {
        Ok(code) => code,
        Err(failure) => {
            eprint!("{failure}");
            failure.exit_code()
        }
    }
}

/// Writes the artefact to standard output; a reader that went away early is not an error.
fn print(text: &str) -> Result<(), Failure> {
    use std::io::Write;
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::stdout(error)),
        _ => Ok(()),
    }
}
