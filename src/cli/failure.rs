//! Everything that stops a command, in two halves: what is wrong, and what to do next.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use klero::draw::BlankSeed;
use klero::instance::InstanceProblem;
use klero::read::ReadProblem;
use klero::record::RecordError;
use klero::report::PngError;
use klero::sample::SampleError;
use klero::solve::SolveError;
use klero::split::SplitError;

use super::problem::Problems;
use super::refusal::Refusal;

/// Why a command stopped.
#[derive(Debug)]
pub enum Failure {
    /// Files that cannot be used as they are: all problems.
    Input(Vec<(String, String)>),
    /// Files of a pool and quotas that cannot be used as they are: all problems, alike ones together.
    Files(Problems),
    /// The seed.
    Seed(BlankSeed),
    /// The solver's answer.
    Solve(SolveError),
    /// Several panels that cannot be drawn together.
    Split(SplitError),
    /// The sampler's answer.
    Sample(SampleError),
    /// A file or directory of the system.
    Path {
        /// What was tried.
        doing: &'static str,
        /// On what.
        path: PathBuf,
        /// The system's words.
        error: std::io::Error,
    },
    /// Several failures at once.
    All(Vec<Failure>),
    /// A directory that only has a name relative to another one, such as `.`, and so cannot be replaced as a whole.
    Nameless(PathBuf),
    /// A directory that is in the way.
    Occupied(PathBuf),
    /// A directory that `--overwrite` will not remove.
    Foreign {
        /// The directory.
        dir: PathBuf,
        /// A file in it that no record has.
        file: String,
    },
    /// The record could not be put into words.
    Record(RecordError),
    /// A chart that could not be drawn.
    Chart(PngError),
    /// A record that cannot be used as was asked.
    Refused(Box<Refusal>),
    /// Standard output.
    Stdout(std::io::Error),
}

impl Failure {
    /// A failed operation on a path.
    pub fn path(doing: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Path { doing, path, error }
    }

    /// A failed write to standard output.
    pub fn stdout(error: std::io::Error) -> Self {
        Self::Stdout(error)
    }

    /// Problems of files while reading them.
    pub fn read(problems: Vec<ReadProblem>) -> Self {
        Self::Files(problems.into())
    }

    /// Problems of the instance.
    pub fn instance(problems: Vec<InstanceProblem>) -> Self {
        Self::Files(problems.into())
    }

    /// 1 for a negative verdict on sound input, 2 for bad usage or input.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Solve(_) | Self::Split(_) | Self::Sample(_) | Self::Record(_) | Self::Chart(_) => ExitCode::from(1),
            Self::Files(problems) if problems.is_verdict() => ExitCode::from(1),
            _ => ExitCode::from(2),
        }
    }
}

impl From<SolveError> for Failure {
    fn from(error: SolveError) -> Self {
        Self::Solve(error)
    }
}

impl From<SplitError> for Failure {
    fn from(error: SplitError) -> Self {
        Self::Split(error)
    }
}

impl From<SampleError> for Failure {
    fn from(error: SampleError) -> Self {
        Self::Sample(error)
    }
}

impl From<RecordError> for Failure {
    fn from(error: RecordError) -> Self {
        Self::Record(error)
    }
}

impl From<PngError> for Failure {
    fn from(error: PngError) -> Self {
        Self::Chart(error)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<BlankSeed> for Failure {
    fn from(error: BlankSeed) -> Self {
        Self::Seed(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = |out: &mut fmt::Formatter<'_>, what: &dyn fmt::Display, next: &dyn fmt::Display| {
            writeln!(out, "error: {what}\n  help: {next}")
        };
        match self {
            Self::Files(problems) => problems.fmt(out),
            Self::Input(problems) => {
                for (what, next) in problems {
                    one(out, what, next)?;
                }
                match problems.len() {
                    0 | 1 => Ok(()),
                    many => writeln!(out, "{many} problems; nothing was written."),
                }
            }
            Self::All(failures) => failures.iter().try_for_each(|failure| failure.fmt(out)),
            Self::Seed(error) => {
                one(out, error, &"Give the text that everybody heard, for example --seed \"12 34 05\".")
            }
            Self::Refused(refusal) => one(out, refusal, &refusal.help()),
            Self::Solve(error) => one(out, error, &error.help()),
            Self::Split(error) => one(out, error, &error.help()),
            Self::Sample(error) => one(out, error, &error.help()),
            Self::Path { doing, path, error } => one(
                out,
                &format_args!("cannot {doing} {}: {error}", path.display()),
                &"Check the name, and that you may use it.",
            ),
            Self::Nameless(dir) => one(
                out,
                &format_args!("{} cannot become a record", dir.display()),
                &"A record is made as a new directory: name one with --out, for example --out record.",
            ),
            Self::Occupied(dir) => one(
                out,
                &format_args!("{} is not empty", dir.display()),
                &"Name another directory with --out, or add --overwrite to replace the record in it.",
            ),
            Self::Foreign { dir, file } => one(
                out,
                &format_args!("{} holds {file}, which is no file of a record", dir.display()),
                &"--overwrite replaces records only: move that file, or name another directory with --out.",
            ),
            Self::Record(error) => one(out, error, &"Nothing was written; please report this fault of the program."),
            Self::Chart(error) => one(out, error, &"Nothing was written; please report this fault of the program."),
            Self::Stdout(error) => one(
                out,
                &format_args!("cannot write to standard output: {error}"),
                &"Make room, or send the output elsewhere. A record that was being written is complete; what was to be shown is not.",
            ),
        }
    }
}
