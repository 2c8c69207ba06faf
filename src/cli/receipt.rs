//! `klero receipt`: what shows members that they are in the pool.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use klero::record::{RECEIPT_FORMAT, Receipt, receipt_json};

use super::add::{Addition, write_file};
use super::failure::Failure;
use super::open::{Committed, committed};
use super::output;
use super::refusal::Refusal;

/// `klero receipt`.
#[derive(Debug, Args)]
#[group(skip)]
pub struct ReceiptArgs {
    /// A record with a commitment
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// Whose receipt
    #[arg(long, value_name = "ID", required_unless_present = "all")]
    member: Option<String>,
    /// Everybody's receipts, each in a file with the member's number in its name
    #[arg(long, conflicts_with = "member", requires = "out")]
    all: bool,
    /// The file for the receipt, or with --all the folder for all of them; neither may be there yet [default: standard output]
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

/// Runs `klero receipt`.
pub fn receipt(args: &ReceiptArgs) -> Result<ExitCode, Failure> {
    if let Some(out) = args.out.as_ref().filter(|out| fs::symlink_metadata(out).is_ok()) {
        return Err(Refusal::InTheWay(out.clone()).into());
    }
    if let Some(out) = &args.out {
        output::outside(&args.dir, out)?;
    }
    let record = committed(&args.dir, "no receipts can be made")?;
    record.outcome()?;
    let members = record.solved.built.instance.members();
    let marginals = record.solved.lottery()?.marginals(members.len());
    let (fingerprint, mark) = (record.fingerprint(), record.commitment.mark);
    let text = |number: usize| -> Result<String, Failure> {
        let leaf = record.leaves.get(number).map_or("", String::as_str);
        let tickets = marginals.get(number - 1).copied().unwrap_or_default();
        let path = record.tree.path(number);
        Ok(receipt_json(&Receipt {
            fingerprint: &fingerprint,
            format: mark.format(RECEIPT_FORMAT),
            leaf,
            path,
            tickets,
        })?)
    };
    match (&args.member, &args.out) {
        (Some(id), out) => {
            let number = number(&record, id)?;
            match out {
                Some(out) => write_file(out, text(number)?.into_bytes(), true)?,
                None => super::print(&text(number)?)?,
            }
        }
        (None, Some(out)) => {
            // Numbers have as many digits as the largest, at least four, so that files stand in their order.
            let width = members.len().to_string().len().max(4);
            let files = (1..=members.len()).map(|number| {
                let name = mark.file(&format!("receipt-{number:0width$}.json"));
                text(number).map(|text| Addition { name, bytes: text.into_bytes(), personal: true })
            });
            let files = files.collect::<Result<Vec<Addition>, Failure>>()?;
            output::folder(out, &files)?;
            super::print(&format!("{} receipts written to {}.\n", files.len(), out.display()))?;
        }
        (None, None) => {}
    }
    Ok(ExitCode::SUCCESS)
}

fn number(record: &Committed, id: &str) -> Result<usize, Refusal> {
    let id = id.trim();
    let members = record.solved.built.instance.members();
    match members.binary_search_by(|member| member.id.as_bytes().cmp(id.as_bytes())) {
        Ok(index) => Ok(index + 1),
        Err(_) => Err(Refusal::Member { path: record.solved.place.path("pool.csv"), id: id.to_owned() }),
    }
}
