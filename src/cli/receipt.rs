//! `klero receipt`: what shows members that they are in the pool.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use klero::language::Language;
use klero::record::{RECEIPT_FORMAT, Receipt, RecordError, name, read_result, receipt_json};
use klero::report::{Letter, letter};

use super::add::{Addition, write_file};
use super::failure::Failure;
use super::open::{Committed, committed};
use super::output;
use super::refusal::Refusal;
use super::report::language;

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
    /// Write a letter as well that says the same in words: beside each receipt, in a file whose name ends in .txt; on standard output instead of it
    #[arg(long)]
    text: bool,
    /// With --text: the language, en, vi, fr, de, es, pt or ar [default: en]
    #[arg(long, value_name = "LANGUAGE", value_parser = language, requires = "text")]
    language: Option<Language>,
}

/// Everything that receipts are made of.
struct Maker<'a> {
    record: &'a Committed,
    fingerprint: String,
    marginals: Vec<u64>,
    /// The numbers of the drawn members, ascending; `None` before the draw.
    drawn: Option<Vec<u32>>,
    language: Language,
}

impl Maker<'_> {
    fn leaf(&self, number: usize) -> &str {
        self.record.leaves.get(number).map_or("", String::as_str)
    }

    fn tickets(&self, number: usize) -> u64 {
        self.marginals.get(number - 1).copied().unwrap_or_default()
    }

    fn receipt(&self, number: usize) -> Result<String, Failure> {
        Ok(receipt_json(&Receipt {
            fingerprint: &self.fingerprint,
            format: self.record.commitment.mark.format(RECEIPT_FORMAT),
            leaf: self.leaf(number),
            path: self.record.tree.path(number),
            tickets: self.tickets(number),
        })?)
    }

    /// The letter beside the receipt in this file.
    fn letter(&self, number: usize, file: &str) -> Result<String, Failure> {
        let Committed { commitment, solved, keys, .. } = self.record;
        let about = Letter {
            language: self.language,
            rehearsal: commitment.mark.is_rehearsal(),
            assembly: &commitment.assembly,
            file,
            leaf: self.leaf(number),
            headers: [&keys.name_columns, &solved.setup.rules.household_columns],
            tickets: self.tickets(number),
            all: solved.setup.tickets,
            drawn: self.drawn.as_ref().map(|drawn| drawn.iter().any(|one| *one as usize == number)),
            fingerprint: &self.fingerprint,
        };
        Ok(letter(&about).map_err(RecordError::from)?)
    }

    /// The name of a receipt's file, without ending: numbers have as many digits as the largest, at least four, so that files stand in their order.
    fn stem(&self, number: usize) -> String {
        let width = self.marginals.len().to_string().len().max(4);
        self.record.commitment.mark.file(&format!("receipt-{number:0width$}"))
    }
}

/// Runs `klero receipt`.
pub fn receipt(args: &ReceiptArgs) -> Result<ExitCode, Failure> {
    let beside = args.out.as_ref().filter(|_| args.text && !args.all).map(|out| out.with_extension("txt"));
    for out in args.out.iter().chain(&beside) {
        if fs::symlink_metadata(out).is_ok() || args.out.as_ref() == beside.as_ref() {
            return Err(Refusal::InTheWay(out.clone()).into());
        }
        output::outside(&args.dir, out)?;
    }
    let record = &committed(&args.dir, "no receipts can be made")?;
    let mark = record.commitment.mark;
    let result = record.outcome()?;
    let outcome = result.map(|bytes| read_result(mark, &bytes).map_err(record.solved.place.malformed(name::RESULT)));
    let members = record.solved.built.instance.members().len();
    let maker = Maker {
        record,
        fingerprint: record.fingerprint(),
        marginals: record.solved.lottery()?.marginals(members),
        drawn: outcome.transpose()?.map(|outcome| outcome.draw.panel.members),
        language: args.language.unwrap_or_default(),
    };
    match (&args.member, &args.out) {
        (Some(id), Some(out)) => {
            let number = number(record, id)?;
            let file = out.file_name().unwrap_or_default().to_string_lossy();
            let letter = beside.map(|beside| Ok::<_, Failure>((beside, maker.letter(number, &file)?))).transpose()?;
            write_file(out, maker.receipt(number)?.into_bytes(), true)?;
            if let Some((beside, letter)) = letter {
                write_file(&beside, letter.into_bytes(), true)?;
            }
        }
        (Some(id), None) => {
            let number = number(record, id)?;
            let file = format!("{}.json", maker.stem(number));
            super::print(&if args.text { maker.letter(number, &file)? } else { maker.receipt(number)? })?;
        }
        (None, Some(out)) => {
            let mut files = Vec::new();
            for number in 1..=members {
                let (name, stem) = (format!("{}.json", maker.stem(number)), maker.stem(number));
                let letter = args.text.then(|| maker.letter(number, &name)).transpose()?;
                let receipt = Addition { name, bytes: maker.receipt(number)?.into_bytes(), personal: true };
                files.push(receipt);
                let letter = letter.map(String::into_bytes);
                files.extend(letter.map(|bytes| Addition { name: format!("{stem}.txt"), bytes, personal: true }));
            }
            output::folder(out, &files)?;
            let letters = if args.text { ", each with a letter," } else { "" };
            super::tell(&format!("{members} receipts{letters} written to {}.\n", out.display()))?;
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
