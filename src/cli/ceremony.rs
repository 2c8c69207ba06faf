//! `klero ceremony`: what the room of a public draw needs. It reads the public files of a record, and draws nothing unless it is told to.

mod screen;
mod terminal;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use klero::ceremony::{Live, Room, sheet};
use klero::language::{Area, Language, Words};
use klero::record::name;
use klero::report::{escaped, group_digits};

use super::add::write_file;
use super::args::{DrawArgs, ObjectiveArgs};
use super::failure::Failure;
use super::open::{Announced, announced, committed};
use super::refusal::Refusal;
use super::report::language;
use super::{committed as drawing, interrupt, output, qr, say};
use terminal::End;

/// `klero ceremony`.
#[derive(Debug, Args)]
#[group(skip)]
#[command(override_usage = "klero ceremony [--language <LANGUAGE>] <DIR> --out <FILE> [--large]
       klero ceremony [--language <LANGUAGE>] <DIR> --live [--draw]")]
pub struct CeremonyArgs {
    /// A record with a commitment, in full or public form
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// A new file for the sheet: a page to print on A4, with what is read aloud and the table of the tickets
    #[arg(long, value_name = "FILE", required_unless_present = "live", conflicts_with = "live")]
    out: Option<PathBuf>,
    /// With --out: the table of the tickets in type twice as large, or as large as a panel on a page allows, on more pages
    #[arg(long, conflicts_with = "live")]
    large: bool,
    /// Take the digits on a full screen, one by one, and show what they leave over and then the members; nothing is written
    #[arg(long)]
    live: bool,
    /// With --live: draw with these digits in the end, as klero draw does
    #[arg(long, requires = "live")]
    draw: bool,
    /// The language: en, vi, fr, de, es, pt or ar [default: en]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    language: Option<Language>,
}

/// Runs `klero ceremony`.
pub fn ceremony(args: &CeremonyArgs) -> Result<ExitCode, Failure> {
    let language = args.language.unwrap_or_default();
    match &args.out {
        Some(out) => print_sheet(&args.dir, out, args.large, language),
        None => show_live(&args.dir, args.draw, language),
    }
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

fn print_sheet(dir: &Path, out: &Path, large: bool, language: Language) -> Result<ExitCode, Failure> {
    if std::fs::symlink_metadata(out).is_ok() {
        return Err(Refusal::InTheWay(out.to_owned()).into());
    }
    output::outside(dir, out)?;
    let record = announced(dir)?;
    if let Some(file) = record.place.first_of(&[name::RESULT]) {
        note!("{} holds a draw already ({file}); the sheet is for the room before the draw", dir.display());
    }
    let name = Words::new(language, Area::Ceremony).say("fingerprint-code", &[]);
    let sheet = sheet(&room(&record), language, &qr::svg(&record.fingerprint, &escaped(&name)), large);
    write_file(out, sheet.html.into_bytes(), false)?;
    let table = match sheet.table {
        Some(table) if large => {
            format!(", {table} of them for the table of the tickets, with member numbers of {} points", sheet.points)
        }
        Some(table) => format!(", {table} of them for the table of the tickets"),
        None => ", without a table of the tickets; it says why".to_owned(),
    };
    super::tell(&format!("The sheet is in {}: {} pages of A4{table}.\n", out.display(), sheet.pages))?;
    Ok(ExitCode::SUCCESS)
}

fn show_live(dir: &Path, draw: bool, language: Language) -> Result<ExitCode, Failure> {
    let record = announced(dir)?;
    // Before the room waits for it: what would stop the draw in the end.
    record.place.undrawn()?;
    let full = record.place.first_of(&name::PERSONAL).is_some();
    if draw {
        committed(dir, "nothing can be drawn")?;
    }
    let Some(mut live) = Live::new(room(&record)) else {
        return Err(Refusal::NoDigits { dir: dir.to_owned(), source_of_seed: record.commitment.seed }.into());
    };
    if !terminal::is_there() {
        return Err(Refusal::NoTerminal.into());
    }
    match terminal::show(&mut live, &Words::new(language, Area::Ceremony)).map_err(Failure::stdout)? {
        End::Over => {}
        End::Stopped => {
            say::wrong(format_args!("Stopped: nothing was drawn, and nothing was written.\n"));
            return Ok(ExitCode::from(interrupt::CODE));
        }
        // What comes behind `--draw` in a shell waits for a draw.
        End::Left if draw => {
            say::wrong(format_args!(
                "The screen was left before its end: nothing was drawn, and nothing was written.\n"
            ));
            return Ok(ExitCode::from(1));
        }
        End::Left => {
            note!("the screen was left before its end; nothing was drawn, and nothing was written");
            return Ok(ExitCode::SUCCESS);
        }
    }
    let digits: Vec<String> = live.digits().iter().map(ToString::to_string).collect();
    let digits = digits.join(" ");
    let shown = dir.display();
    if draw {
        note!("now these digits draw: klero draw {shown} --digits \"{digits}\"");
        return drawing::draw(dir, &digits_only(dir, digits));
    }
    let number = group_digits(live.remaining().first_panel as u64 + 1);
    let panels = group_digits(record.lottery.panels().len() as u64);
    let who = if full { "To draw with them:" } else { "Whoever holds the full record draws with them:" };
    super::tell(&format!(
        "The digits {digits} stand for number {number} of {panels} in {}. Nothing was drawn yet. {who}\n\n  \
         klero draw {shown} --digits \"{digits}\"\n",
        record.place.mark.file(name::LOTTERY)
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// `klero draw DIR --digits "…"`.
fn digits_only(dir: &Path, digits: String) -> DrawArgs {
    DrawArgs {
        dir: Some(dir.to_owned()),
        beacon_file: None,
        digits: Some(digits),
        phrase: None,
        no_qr: false,
        input: None,
        seed: None,
        objective: ObjectiveArgs { objective: None, gamma: None },
        output: None,
        json: false,
    }
}
