//! `klero verify`: recompute records from their files alone.

use std::path::Path;
use std::process::ExitCode;

use klero::language::terminal::wide;
use klero::verify::{
    Commitment, Files, Verdict, Verification, together_json, together_line, verified_together, verify_chain,
    verify_chain_with_receipt,
};

use super::args::VerifyArgs;
use super::failure::Failure;
use super::speech::{checks_said, said};

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
    let missing = || std::io::Error::new(std::io::ErrorKind::NotFound, "there is no such file");
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
    let record = |(name, verification): (&str, &Verification)| {
        format!("{}\n\n{}\n", said(&format!("Record {name}")), text(verification))
    };
    let records: String = names.zip(verifications).map(record).collect();
    format!("{records}{}\n", said(&together_line(verifications)))
}

/// The checks, what was committed to, what the receipt says, what no check can show, and the verdict.
fn text(verification: &Verification) -> String {
    let verdicts = [Verdict::Pass, Verdict::Fail, Verdict::NotChecked].map(|verdict| verdict.to_string());
    let checks = verification.checks.iter();
    let mut text = checks_said(&verdicts, checks.map(|check| (check.verdict.to_string(), check.id, &*check.sentence)));
    text.push('\n');
    if let Some(commitment) = &verification.commitment {
        text += &format!("{}\n", committed(commitment));
    }
    if let Some(story) = &verification.receipt {
        text += &format!("{}\n", said(&story.text(verification.verified())));
    }
    text + &format!("{}\n{}\n", said(&verification.cannot_show()), said(&verification.verdict_line()))
}

/// What the commitment says, its lines below each other. The name of the assembly is not the program's.
fn committed(commitment: &Commitment) -> String {
    const ASSEMBLY: &str = "assembly";
    // As wide as the column is where nothing is translated.
    const WIDTH: usize = 13;
    let mut text = String::new();
    if let Some(fingerprint) = commitment.grouped_fingerprint() {
        text += &format!("{}\n  {fingerprint}\n", said("Fingerprint (compare it with what was published):"));
    }
    let line = |(label, value): &(&'static str, String)| {
        let value = if *label == ASSEMBLY || !value.contains(' ') { value.clone() } else { said(value) };
        (format!("{}:", said(label)), value)
    };
    let lines: Vec<(String, String)> = commitment.lines.iter().map(line).collect();
    let width = lines.iter().map(|(label, _)| wide(label) + 1).max().unwrap_or(0).max(WIDTH);
    for (label, value) in lines {
        text += &format!("  {label}{}{value}\n", " ".repeat(width - wide(&label)));
    }
    text
}
