//! `klero completions` and `klero man`: what shells and `man` want to know of the commands, made from the same definitions as the help texts.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Args, Command};
use clap_complete::{Shell, generate};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};
use klero::compare::Rule;
use klero::language::Language;
use klero::language::terminal::Catalogue;

use super::add::Addition;
use super::failure::Failure;
use super::{help, output};

/// `klero completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell that will complete what is typed
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

/// `klero man`.
#[derive(Debug, Args)]
pub struct ManArgs {
    /// The folder for the pages; it may not be there yet
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Runs `klero completions`.
pub fn completions(args: &CompletionsArgs) -> Result<ExitCode, Failure> {
    let mut bytes = Vec::new();
    let mut command = with_values(help::command()).mut_subcommands(with_values);
    generate(args.shell, &mut command, "klero", &mut bytes);
    super::print(&String::from_utf8_lossy(&bytes))?;
    Ok(ExitCode::SUCCESS)
}

/// The command with the values that some options take, so that a shell offers them. (The options themselves take other spellings too, such as locales.)
fn with_values(command: Command) -> Command {
    command.mut_args(|arg| match arg.get_id().as_str() {
        "language" => arg.value_parser(PossibleValuesParser::new(Language::ALL.map(Language::code))),
        "speak" => arg.value_parser(PossibleValuesParser::new(
            Language::ALL.into_iter().filter(|language| Catalogue::is_there(*language)).map(Language::code),
        )),
        "objective" | "objectives" => arg.value_parser(PossibleValuesParser::new(Rule::ALL.map(Rule::name))),
        _ => arg,
    })
}

/// Runs `klero man`.
pub fn man(args: &ManArgs) -> Result<ExitCode, Failure> {
    output::check_target(&args.out, false)?;
    let mut command = help::command().disable_help_subcommand(true);
    command.build();
    let subcommands: Vec<Command> = command.get_subcommands().cloned().collect();
    let mut files = vec![page(command).map_err(Failure::path("write", &args.out))?];
    for subcommand in subcommands {
        files.push(page(subcommand).map_err(Failure::path("write", &args.out))?);
    }
    output::folder(&args.out, &files)?;
    let out = args.out.display();
    super::tell(&format!("{} pages written to {out}. To read the first: man {out}/klero.1\n", files.len()))?;
    Ok(ExitCode::SUCCESS)
}

/// The page of one command.
fn page(command: Command) -> std::io::Result<Addition> {
    let name = command.get_display_name().unwrap_or(command.get_name()).to_owned();
    let of_all = command.get_subcommands().next().is_some();
    let (examples, version) = (help::examples_of(command.get_name()), help::VERSION);
    let page = Man::new(command).title(name.to_uppercase()).source(format!("klero {version}")).manual("klero");
    let mut bytes = Vec::new();
    page.render_title(&mut bytes)?;
    page.render_name_section(&mut bytes)?;
    page.render_synopsis_section(&mut bytes)?;
    page.render_description_section(&mut bytes)?;
    page.render_options_section(&mut bytes)?;
    let mut rest = Roff::new();
    if of_all {
        for (heading, commands) in help::groups() {
            rest.control("SH", [heading.to_uppercase().as_str()]);
            for (command, about) in commands.iter().filter(|(command, _)| command != "help") {
                rest.control("TP", []).text([roman(format!("klero-{command}(1)"))]).text([roman(about.as_str())]);
            }
        }
        literally(&mut rest, "EXAMPLES", help::STORY.lines());
        literally(&mut rest, "EXIT STATUS", help::CODES.lines());
    } else {
        literally(&mut rest, "EXAMPLES", examples.iter().copied());
        rest.control("SH", ["SEE ALSO"]).text([roman("klero(1)")]);
    }
    rest.to_writer(&mut bytes)?;
    Ok(Addition { name: format!("{name}.1"), bytes, personal: false })
}

/// A section in which lines stay lines.
fn literally<'a>(page: &mut Roff, heading: &str, lines: impl Iterator<Item = &'a str>) {
    page.control("SH", [heading]).control("nf", []);
    for line in lines {
        page.text([roman(line.trim_start())]);
    }
    page.control("fi", []);
}
