//! `klero verify`: recompute a record from its files alone.

use std::process::ExitCode;

use klero::verify::{Files, Verdict};

use super::args::VerifyArgs;
use super::failure::Failure;

/// Runs `klero verify`.
pub fn verify(args: &VerifyArgs) -> Result<ExitCode, Failure> {
    let files = Files::from_dir(&args.dir).map_err(Failure::path("read the record", &args.dir))?;
    let verification = klero::verify::verify(&files);
    if args.json {
        super::print(&verification.to_json())?;
    } else {
        let width = verification.checks.iter().map(|check| check.id.len()).max().unwrap_or(0);
        let mut text = String::new();
        for check in &verification.checks {
            let verdict = match check.verdict {
                Verdict::Pass => "PASS",
                Verdict::Fail => "FAIL",
                Verdict::NotChecked => "NOT CHECKED",
            };
            text += &format!("{verdict:<11}  {:<width$}  {}\n", check.id, check.sentence);
        }
        super::print(&format!("{text}{}\n", verification.verdict_line()))?;
    }
    Ok(if verification.verified() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
