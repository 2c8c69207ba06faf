//! `klero verify`: recompute a record from its files alone.

use std::process::ExitCode;

use klero::verify::{Files, Verification, verify_with_receipt};

use super::args::VerifyArgs;
use super::failure::Failure;

/// Runs `klero verify`.
pub fn verify(args: &VerifyArgs) -> Result<ExitCode, Failure> {
    let files = Files::from_dir(&args.dir).map_err(Failure::path("read the record", &args.dir))?;
    let verification = match &args.receipt {
        None => klero::verify::verify(&files),
        Some(path) => {
            let missing = || std::io::Error::from(std::io::ErrorKind::NotFound);
            let contents = Files::receipt(path).ok_or_else(missing).map_err(Failure::path("read the receipt", path))?;
            verify_with_receipt(&files, contents.as_deref().map_err(String::as_str))
        }
    };
    super::print(&if args.json { verification.to_json() } else { text(&verification) })?;
    Ok(if verification.verified() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// The checks, what was committed to, what the receipt says, what no check can show, and the verdict.
fn text(verification: &Verification) -> String {
    let width = verification.checks.iter().map(|check| check.id.len()).max().unwrap_or(0);
    let mut text = String::new();
    for check in &verification.checks {
        text += &format!("{:<11}  {:<width$}  {}\n", check.verdict, check.id, check.sentence);
    }
    text.push('\n');
    if let Some(commitment) = &verification.commitment {
        text += &format!("{}\n", commitment.text());
    }
    if let Some(story) = &verification.receipt {
        text += &format!("{}\n", story.text(verification.verified()));
    }
    text + &format!("{}\n{}\n", verification.cannot_show(), verification.verdict_line())
}
