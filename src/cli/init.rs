//! `klero init`: a settings file to begin with, on standard output.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use klero::settings::{Choices, Key, Origin, Value, read, template};

use super::failure::Failure;
use super::settings::{open, refused};

/// `klero init`.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// A settings file of the Sortition Foundation's library, to be put into klero's words
    #[arg(long, value_name = "FILE")]
    from_sortition_foundation: Option<PathBuf>,
    /// The pool's file, to be filled in
    #[arg(long, value_name = "FILE", value_parser = named)]
    pool: Option<String>,
    /// The quotas' file, to be filled in
    #[arg(long, value_name = "FILE", value_parser = named)]
    quotas: Option<String>,
    /// The panel size, to be filled in
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(1..=1_000_000_000))]
    size: Option<u64>,
}

fn named(text: &str) -> Result<String, &'static str> {
    if text.trim().is_empty() { Err("a file has a name") } else { Ok(text.to_owned()) }
}

/// Runs `klero init`.
pub fn init(args: &InitArgs) -> Result<ExitCode, Failure> {
    let mut given = Choices::default();
    for (key, value) in [
        (Key::Pool, args.pool.clone().map(Value::Text)),
        (Key::Quotas, args.quotas.clone().map(Value::Text)),
        (Key::Size, args.size.map(Value::Whole)),
    ] {
        if let Some(value) = value {
            given.give(key, value, Origin::Option);
        }
    }
    let file = args.from_sortition_foundation.as_deref().map(open).transpose()?;
    let choices = given.over(file.map(|file| file.choices).unwrap_or_default());
    let text = template(&choices);
    // What is printed reads back, or is not printed.
    read("klero.toml", &text).map_err(refused)?;
    super::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
