//! The commands and their options.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use klero::compare::Rule;
use klero::derive::Derivation;
use klero::settings::MOST_PANELS;
use klero::solve::Gamma;

use super::compare::rule;
use super::lottery::gamma;

/// Draws citizens' assemblies by the fairest possible lottery, and leaves a record that anyone can check.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
pub struct Cli {
    /// What is said.
    #[command(flatten)]
    pub say: super::say::SayArgs,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Draw one panel: from a commitment, or at once from a pool and quotas
    Draw(DrawArgs),
    /// Compute the fairest lottery without drawing from it
    Solve(SolveArgs),
    /// Fix what is drawn from and where the seed will come from, before it can be known
    Commit(super::commit::CommitArgs),
    /// Write what shows members that they are in the pool, with which features and tickets
    Receipt(super::receipt::ReceiptArgs),
    /// Write the part of a record that holds no personal data
    Publish(super::publish::PublishArgs),
    /// After drop-outs: say which alternates are called in
    Call(super::call::CallArgs),
    /// After drop-outs: draw who takes the seats, with the same quotas for all who sit then
    Replace(super::replace::ReplaceArgs),
    /// A new term: draw the seats of those who leave, while former members rest
    Rotate(super::rotate::RotateArgs),
    /// Turn population shares into quotas, and say which of them a pool cannot meet
    Quotas(super::quotas::QuotasArgs),
    /// Put the quotas of several districts into one quotas file, so that all their councils are drawn together
    Districts(super::districts::DistrictsArgs),
    /// Draw who gets a letter, out of a register of any size
    Invite(super::invite::InviteArgs),
    /// Choose who is ready to step in when members of a drawn panel drop out
    Alternates(super::alternates::AlternatesArgs),
    /// Seat people at tables over several rounds, mixed and with few repeated meetings
    Seat(super::seat::SeatArgs),
    /// What the room of a public draw needs: a sheet to print, or a view for a screen that takes the digits one by one
    Ceremony(super::ceremony::CeremonyArgs),
    /// Check a pool and quotas, and whether any panel meets them
    Check(super::check::CheckArgs),
    /// Recompute a record from its files alone, without the solver
    Verify(VerifyArgs),
    /// Write a page about a draw for those whom it is about, in seven languages
    Report(super::report::ReportArgs),
    /// Write the charts of that page as pictures, SVG and PNG
    Plot(super::report::PlotArgs),
    /// Compare selection rules over many pools, as a table
    Compare(super::compare::CompareArgs),
    /// Make up a pool of volunteers and quotas to try things on
    Generate(super::generate::GenerateArgs),
    /// Print a settings file to begin with, with a comment on every setting
    Init(super::init::InitArgs),
    /// Ask for everything that a draw needs, check it, and run the command for it
    Wizard(super::wizard::WizardArgs),
    /// Print what a shell needs to complete commands and options
    Completions(super::completions::CompletionsArgs),
    /// Write manual pages, one for each command
    Man(super::completions::ManArgs),
}

/// A panel size as it is typed.
pub fn size(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| "a panel has a whole number of members, such as 40".to_owned())
}

/// A number of panels as it is typed.
pub fn panels(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|panels| (1..=MOST_PANELS).contains(panels));
    number.ok_or_else(|| format!("a whole number of panels from 1 to {MOST_PANELS}, such as 4"))
}

/// What every command that reads a pool needs.
#[derive(Debug, Default, Args)]
pub struct InputArgs {
    /// A settings file, as klero init prints one: it says what the options do not say. None is read unless it is named
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// The pool: a CSV file or Excel workbook (.xlsx) with one row for each volunteer; FILE#SHEET names a sheet
    #[arg(long, value_name = "FILE")]
    pub pool: Option<PathBuf>,
    /// The quotas: a CSV file or Excel workbook (.xlsx) with the least and most seats of every feature value
    #[arg(long, value_name = "FILE")]
    pub quotas: Option<PathBuf>,
    /// How many members the panel has
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true, value_parser = size)]
    pub size: Option<usize>,
    /// How many panels of this size are drawn together, from one pool and with nobody on two of them [default: 1]
    #[arg(long, value_name = "NUMBER", value_parser = panels)]
    pub panels: Option<usize>,
    /// The pool's column with a different identifier for everybody [default: id, nationbuilder_id or unique_id; else rows are numbered]
    #[arg(long, value_name = "COLUMN")]
    pub id_column: Option<String>,
    /// A column that tells who lives together, such as an address; repeat it where only several columns together do
    #[arg(long = "household", value_name = "COLUMN")]
    pub households: Vec<String>,
    /// How many members of one household may sit on a panel [default: 1]
    #[arg(long, value_name = "NUMBER")]
    pub household_limit: Option<usize>,
    /// Somebody who sits on every panel; repeat it for several
    #[arg(long, value_name = "ID")]
    pub include: Vec<String>,
    /// Somebody who sits on no panel; repeat it for several
    #[arg(long, value_name = "ID")]
    pub exclude: Vec<String>,
    /// Members of whom at most one may sit on a panel; repeat it for several groups
    #[arg(long, value_name = "ID,ID")]
    pub apart: Vec<String>,
    /// The pool's column that says "include" or "exclude" for some members and nothing for the others
    #[arg(long, value_name = "COLUMN")]
    pub status_column: Option<String>,
    // Rules for derived columns, which no option gives: the wizard's, before they stand in a settings file.
    #[arg(skip)]
    pub derive: Vec<Derivation>,
    /// Show every problem of the files, however many are alike
    #[arg(long)]
    pub all: bool,
}

/// Where a lottery goes.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// The directory for the record; it must not exist or be empty
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Replace the directory if it holds an earlier record
    #[arg(long)]
    pub overwrite: bool,
    /// A rehearsal: every file is marked so that it cannot be taken for the draw, and another ticket is drawn than in the draw
    #[arg(long)]
    pub rehearsal: bool,
    /// How many equally likely tickets the lottery has; with --equal at most 10000 [default: 1000000000000; with --equal: 1000]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(1..1 << 53))]
    pub tickets: Option<u64>,
    /// Give every ticket a panel of its own, for a ceremony with numbered balls (--equal=false: not even if the settings file says so)
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", hide_possible_values = true)]
    pub equal: Option<bool>,
}

/// Where a record goes that follows another; it is a rehearsal where that one is.
#[derive(Debug, Args)]
pub struct FollowArgs {
    /// The directory for the new record; it must not exist or be empty
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Replace the directory if it holds an earlier record without a commitment
    #[arg(long)]
    pub overwrite: bool,
    /// How many equally likely tickets the lottery has; with --equal at most 10000 [default: 1000000000000; with --equal: 1000]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(1..1 << 53))]
    pub tickets: Option<u64>,
    /// Give every ticket a panel of its own, for a ceremony with numbered balls
    #[arg(long)]
    pub equal: bool,
}

impl FollowArgs {
    /// The same as for a record that follows none.
    pub fn output(&self) -> OutputArgs {
        let equal = self.equal.then_some(true);
        OutputArgs { out: self.out.clone(), overwrite: self.overwrite, rehearsal: false, tickets: self.tickets, equal }
    }
}

/// What the lottery is asked for.
#[derive(Debug, Args)]
pub struct ObjectiveArgs {
    /// What is fair: leximin, maximin, nash or goldilocks; or legacy or random, which only draw 10,000 panels [default: leximin]
    #[arg(long, value_name = "NAME", value_parser = rule)]
    pub objective: Option<Rule>,
    /// For goldilocks: how much a small smallest chance counts against a large largest one [default: 1]
    #[arg(long, value_name = "NUMBER", value_parser = gamma)]
    pub gamma: Option<Gamma>,
}

/// `klero draw`.
#[derive(Debug, Args)]
#[command(override_usage = "klero draw <DIR> [--beacon-file <FILE> | --digits <DIGITS> | --phrase <TEXT>]
       klero draw --pool <FILE> --quotas <FILE> --size <NUMBER> --seed <TEXT> --out <DIR>
       klero draw --settings <FILE> --seed <TEXT> --out <DIR>")]
pub struct DrawArgs {
    /// A record with a commitment; only the seed that was committed to can be added
    #[arg(value_name = "DIR", conflicts_with_all = ["InputArgs", "OutputArgs", "seed"])]
    pub dir: Option<PathBuf>,
    /// The round of the beacon, as it was fetched
    #[arg(long, value_name = "FILE", requires = "dir", conflicts_with_all = ["digits", "phrase"])]
    pub beacon_file: Option<PathBuf>,
    /// The digits that were drawn by hand, for example "0 4 2"
    #[arg(long, value_name = "DIGITS", requires = "dir", conflicts_with = "phrase")]
    pub digits: Option<String>,
    /// The text that somebody said
    #[arg(long, value_name = "TEXT", requires = "dir")]
    pub phrase: Option<String>,
    /// With DIR: show no QR code of the fingerprint
    #[arg(long, requires = "dir")]
    pub no_qr: bool,
    /// Pool, quotas and size.
    #[command(flatten)]
    pub input: Option<InputArgs>,
    /// Without a commitment, the text that decides the draw: something that everybody heard and nobody could know before
    #[arg(long, value_name = "TEXT", required_unless_present = "dir")]
    pub seed: Option<String>,
    /// Objective.
    #[command(flatten)]
    pub objective: ObjectiveArgs,
    /// Record.
    #[command(flatten)]
    pub output: Option<OutputArgs>,
    /// Print the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// `klero solve`.
#[derive(Debug, Args)]
#[command(override_usage = "klero solve [OPTIONS] --pool <FILE> --quotas <FILE> --size <NUMBER> --out <DIR>
       klero solve [OPTIONS] --settings <FILE> --out <DIR>")]
pub struct SolveArgs {
    /// Pool, quotas and size.
    #[command(flatten)]
    pub input: InputArgs,
    /// Objective.
    #[command(flatten)]
    pub objective: ObjectiveArgs,
    /// Record.
    #[command(flatten)]
    pub output: OutputArgs,
    /// Print the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// `klero verify`.
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// The record's directory; where it follows others, theirs as well, in any order
    #[arg(value_name = "DIR", required = true)]
    pub dirs: Vec<PathBuf>,
    /// The receipt of one member, to be checked as well; tells its owner what it shows
    #[arg(long, value_name = "FILE")]
    pub receipt: Option<PathBuf>,
    /// Print the checks as JSON
    #[arg(long)]
    pub json: bool,
}
