//! `klero ceremony`: what the room of a public draw needs. It reads the public files of a record, and draws nothing.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use klero::ceremony::{Room, sheet};
use klero::language::{Area, Language, Words};
use klero::record::name;
use klero::report::escaped;

use super::add::write_file;
use super::failure::Failure;
use super::open::{Announced, announced};
use super::refusal::Refusal;
use super::{output, qr};

/// `klero ceremony`.
#[derive(Debug, Args)]
#[group(skip)]
pub struct CeremonyArgs {
    /// A record with a commitment, in full or public form
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// A new file for the sheet: a page to print on A4, with what is read aloud and the table of the tickets
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The language: en, vi, fr, de, es, pt or ar [default: en]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    language: Option<Language>,
}

/// A language as it is typed: a code, a name, or a locale.
fn language(text: &str) -> Result<Language, String> {
    let known = || {
        let known = Language::ALL.map(|language| format!("{} ({})", language.code(), language.english()));
        format!("the languages are {}", known.join(", "))
    };
    Language::parse(text).or_else(|| Language::from_locale(text)).ok_or_else(known)
}

/// Runs `klero ceremony`.
pub fn ceremony(args: &CeremonyArgs) -> Result<ExitCode, Failure> {
    let language = args.language.unwrap_or_default();
    if let Some(out) = &args.out {
        print_sheet(&args.dir, out, language)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What is known in the room.
fn room(record: &Announced) -> Room<'_> {
    Room {
        commitment: &record.commitment,
        fingerprint: &record.fingerprint,
        lottery: &record.lottery,
        split: record.split.as_deref(),
    }
}

fn print_sheet(dir: &Path, out: &Path, language: Language) -> Result<(), Failure> {
    if std::fs::symlink_metadata(out).is_ok() {
        return Err(Refusal::InTheWay(out.to_owned()).into());
    }
    output::outside(dir, out)?;
    let record = announced(dir)?;
    if let Some(file) = record.place.first_of(&[name::RESULT]) {
        eprintln!("note: {} holds a draw already ({file}); the sheet is for the room before the draw", dir.display());
    }
    let name = Words::new(language, Area::Ceremony).say("fingerprint-code", &[]);
    let sheet = sheet(&room(&record), language, &qr::svg(&record.fingerprint, &escaped(&name)));
    write_file(out, sheet.html.into_bytes(), false)?;
    let pages = |pages: usize| if pages == 1 { "1 page".to_owned() } else { format!("{pages} pages") };
    let table = match sheet.table {
        Some(table) => format!(", {table} of them for the table of the tickets"),
        None => ", without a table of the tickets; it says why".to_owned(),
    };
    super::print(&format!("The sheet is in {}: {} of A4{table}.\n", out.display(), pages(sheet.pages)))
}
