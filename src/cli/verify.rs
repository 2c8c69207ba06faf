//! `klero verify`: recompute records from their files alone.

use std::path::Path;
use std::process::ExitCode;

use klero::verify::{
    Files, Verification, together_json, together_line, verified_together, verify_chain, verify_chain_with_receipt,
};

use super::args::VerifyArgs;
use super::failure::Failure;

/// Runs `klero verify`.
pub fn verify(args: &VerifyArgs) -> Result<ExitCode, Failure> {
    let (mut records, mut failures) = (Vec::new(), Vec::new());
    for dir in &args.dirs {
        match Files::from_dir(dir).map_err(Failure::path("read the record", dir)) {
            Ok(files) => records.push((dir.display().to_string(), files)),
            Err(failure) => failures.push(failure),
        }
    }
    let receipt = match args.receipt.as_deref().map(receipt).transpose() {
        Ok(receipt) => receipt,
        Err(failure) => {
            failures.push(failure);
            None
        }
    };
    match failures.pop() {
        None => {}
        Some(failure) if failures.is_empty() => return Err(failure),
        Some(failure) => {
            failures.push(failure);
            return Err(Failure::All(failures));
        }
    }
    let bar = super::progress::Bar::during("Checking the record");
    let verifications = match &receipt {
        Some(receipt) => verify_chain_with_receipt(&records, receipt.as_deref().map_err(String::as_str)),
        None => verify_chain(&records),
    };
    drop(bar);
    let names = records.iter().map(|(name, _)| name.as_str());
    let (text, verified) = match verifications.as_slice() {
        [verification] => one(verification, args.json),
        several => (together(names, several, args.json), verified_together(several)),
    };
    super::print_verdict(&text)?;
    Ok(if verified { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// The bytes of a receipt, or why they cannot be used.
fn receipt(path: &Path) -> Result<Result<Vec<u8>, String>, Failure> {
    let missing = || std::io::Error::from(std::io::ErrorKind::NotFound);
    Files::receipt(path).ok_or_else(missing).map_err(Failure::path("read the receipt", path))
}

/// What is said of one record, and whether it is verified.
fn one(verification: &Verification, json: bool) -> (String, bool) {
    (if json { verification.to_json() } else { text(verification) }, verification.verified())
}

/// What is said of several records.
fn together<'a>(names: impl Iterator<Item = &'a str>, verifications: &[Verification], json: bool) -> String {
    if json {
        return together_json(names, verifications);
    }
    let record = |(name, verification): (&str, &Verification)| format!("Record {name}\n\n{}\n", text(verification));
    let records: String = names.zip(verifications).map(record).collect();
    format!("{records}{}\n", together_line(verifications))
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
