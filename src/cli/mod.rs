//! Arguments become calls to the library. Only this module opens files by name, prints, shows progress or exits.

use std::process::ExitCode;

#[macro_use]
mod say;

mod add;
mod alternates;
mod args;
mod call;
mod ceremony;
mod check;
mod check_json;
mod clock;
mod commit;
mod committed;
mod compare;
mod complain;
mod completions;
mod districts;
mod draw;
mod failure;
mod fold;
mod follow;
mod generate;
mod heard;
mod help;
mod init;
mod inputs;
mod interrupt;
mod invite;
mod lottery;
mod merge;
mod never;
mod open;
mod output;
mod pair_shares;
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
mod speech;
mod verify;
mod wizard;
mod write;

use args::Command;
use failure::Failure;

/// Reads the arguments, runs the command, and says how it went: 0 done or verified, 1 a negative verdict, 2 bad usage or input. Ctrl-C
/// ends it with 130.
pub fn run() -> ExitCode {
    interrupt::watch();
    let arguments: Vec<_> = std::env::args_os().collect();
    say::paint_early(&arguments);
    speech::choose(&arguments);
    let cli = match help::parse(arguments) {
        Ok(cli) => cli,
        Err(complaint) => return complain::complain(&complaint),
    };
    say::set(cli.say);
    match execute(cli.command) {
        Ok(code) => code,
        Err(failure) => {
            say::wrong(&failure);
            failure.exit_code()
        }
    }
}

/// Runs one command.
fn execute(command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Draw(args) => draw::draw(&args),
        Command::Solve(args) => draw::solve(&args),
        Command::Commit(args) => commit::commit(&args),
        Command::Receipt(args) => receipt::receipt(&args),
        Command::Publish(args) => publish::publish(&args),
        Command::Call(args) => call::call(&args),
        Command::Replace(args) => replace::replace(&args),
        Command::Rotate(args) => rotate::rotate(&args),
        Command::Quotas(args) => quotas::quotas(&args),
        Command::Districts(args) => districts::districts(&args),
        Command::Invite(args) => invite::invite(&args),
        Command::Alternates(args) => alternates::alternates(&args),
        Command::Seat(args) => seat::seat(&args),
        Command::Ceremony(args) => ceremony::ceremony(&args),
        Command::Check(args) => check::check(&args),
        Command::Report(args) => report::report(&args),
        Command::Plot(args) => report::plot(&args),
        Command::Verify(args) => verify::verify(&args),
        Command::Compare(args) => compare::compare(&args),
        Command::Generate(args) => generate::generate(&args),
        Command::Init(args) => init::init(&args),
        Command::Wizard(_) => wizard::wizard(),
        Command::Completions(args) => completions::completions(&args),
        Command::Man(args) => completions::man(&args),
    }
}

/// Writes the artefact to standard output; a reader that went away early is not an error.
fn print(text: &str) -> Result<(), Failure> {
    use std::io::Write;
    written(std::io::stdout().lock().write_all(text.as_bytes()))
}

/// Writes words for people to standard output, in their language.
fn tell(text: &str) -> Result<(), Failure> {
    show(&speech::said(text))
}

/// Writes words for people that are in their language already.
fn show(text: &str) -> Result<(), Failure> {
    print(&fold::to_window(&std::io::stdout(), text))
}

/// Writes what is in their language already, with the words of the checks in colour on a terminal.
fn print_verdict(text: &str) -> Result<(), Failure> {
    written(say::verdict(text))
}

fn written(outcome: std::io::Result<()>) -> Result<(), Failure> {
    match outcome {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::stdout(error)),
        _ => Ok(()),
    }
}
