//! `klero check`: what was read, whether any panel meets the quotas, and what would help if none does.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use klero::clinic::{Clinic, Repair, examine, quotas_table};
use klero::health::{NearAddress, Twice, entered_twice, near_addresses};
use klero::instance::{Built, build, build_anyway, fold};
use klero::read::{Table, csv_text};
use klero::record::RecordError;
use klero::report::{Population, Section, Slips, clinic_sections, page, pool_section, quotas_section};

use super::add::{Addition, write_file};
use super::args::InputArgs;
use super::check_json;
use super::failure::Failure;
use super::inputs::{Opened, Read, open};
use super::merge::{Inputs, for_check};
use super::output;
use super::problem::Problems;
use super::refusal::Refusal;
use super::shares::{population, strangers};
use super::speech;

/// `klero check`.
#[derive(Debug, Args)]
#[command(override_usage = "klero check --pool <FILE> --quotas <FILE> --size <NUMBER>
       klero check [OPTIONS] --settings <FILE>")]
pub struct CheckArgs {
    /// Pool, quotas and size.
    #[command(flatten)]
    pub input: InputArgs,
    /// Shares of the population, to be shown beside the pool: a file as klero quotas takes it
    #[arg(long, value_name = "FILE")]
    pub shares: Option<PathBuf>,
    /// A new folder for the changed quotas that would help, each as a file that can be used at once
    #[arg(long, value_name = "DIR")]
    pub repairs: Option<PathBuf>,
    /// A new file for the same as a page
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Print the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// All that was found.
pub struct Findings {
    /// What was read.
    pub opened: Opened,
    /// The instance, although no panel may be possible.
    pub built: Built,
    /// Problems of the files that make a panel impossible by themselves.
    pub refusals: Vec<String>,
    /// Addresses that may be one.
    pub near: Vec<NearAddress>,
    /// People who may be one.
    pub twice: Vec<Twice>,
    /// What the clinic says.
    pub clinic: Clinic,
    /// The shares of the population.
    pub population: Option<Population>,
    /// The names of the files with ready quotas, of each kind.
    pub files: Option<[Vec<String>; 2]>,
}

/// Runs `klero check`.
pub fn check(args: &CheckArgs) -> Result<ExitCode, Failure> {
    let outputs = [&args.repairs, &args.html].into_iter().flatten();
    if let Some(taken) = outputs.into_iter().find(|path| std::fs::symlink_metadata(path).is_ok()) {
        return Err(Refusal::InTheWay(taken.clone()).into());
    }
    let found = find(args);
    let found = match found {
        Err(Failure::Files(problems)) => return Err(refused(args, problems)?),
        Err(failure) if args.json => {
            super::print(&check_json::stopped(&failure.to_string()).map_err(RecordError::from)?)?;
            return Err(failure);
        }
        found => found?,
    };
    let sections = sections(&found);
    if let Some(html) = &args.html {
        write_page(html, &sections)?;
    }
    if args.json {
        super::print(&check_json::answer(&found).map_err(RecordError::from)?)?;
    } else {
        super::show(&speech::screen(&sections))?;
    }
    Ok(if found.clinic.has_panel { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Reads, and looks for all that can be found.
pub fn find(args: &CheckArgs) -> Result<Findings, Failure> {
    let inputs: Inputs = for_check(&args.input)?;
    let population = args.shares.as_deref().map(population).transpose()?;
    let mut opened = open(&inputs)?;
    let (built, refusals) = match build(&opened.quotas, &opened.pool, &opened.settings) {
        Ok(built) => (built, Vec::new()),
        Err(problems) => {
            let told = problems.iter().map(|problem| format!("{problem}. {}", problem.help())).collect();
            let anyway = build_anyway(&opened.quotas, &opened.pool, &opened.settings);
            (anyway.map_err(|_| opened.refused(problems))?, told)
        }
    };
    for name in population.iter().flat_map(|population| strangers(population, &built)) {
        opened.notes.push(name);
    }
    let near = near_addresses(&opened.pool, &built.household_columns);
    let known: Vec<&str> = built
        .instance
        .categories()
        .iter()
        .map(|category| category.name.as_str())
        .chain(built.id_column.as_deref())
        .chain(built.household_columns.iter().map(String::as_str))
        .collect();
    let twice = entered_twice(&opened.pool, &known);
    let bar = super::progress::Bar::new();
    let clinic = examine(&built.instance, &mut |progress| bar.examine(progress))?;
    drop(bar);
    let mut found = Findings { opened, built, refusals, near, twice, clinic, population, files: None };
    if let Some(dir) = &args.repairs {
        found.files = Some(write_repairs(dir, &found.opened.quotas, &found.clinic)?);
    }
    Ok(found)
}

/// What is told of it.
pub fn sections(found: &Findings) -> Vec<Section> {
    let Findings { opened, built, .. } = found;
    let mut lines: Vec<String> =
        opened.read.iter().map(|Read { file, how, rows, .. }| format!("{file}: {rows} rows; {how}.")).collect();
    lines.extend(opened.notes.iter().map(|note| format!("- {note}")));
    lines.extend(repeated(built));
    let mut sections = vec![Section { title: "What was read".to_owned(), lines, grid: None }];
    let slips = Slips { near: &found.near, twice: &found.twice };
    sections.push(pool_section(&built.instance, built.id_column.as_deref(), &built.household_columns, slips));
    sections.push(quotas_section(&built.instance, found.population.as_ref()));
    sections.extend(clinic_sections(&built.instance, &found.clinic, &found.refusals, found.files.as_ref()));
    sections
}

/// Warnings shown one by one; of more, the first ones.
pub const WARNINGS: usize = 5;

fn repeated(built: &Built) -> Vec<String> {
    let mut lines: Vec<String> = built.warnings.iter().take(WARNINGS).map(|warning| format!("- {warning}")).collect();
    if built.warnings.len() > WARNINGS {
        lines.push(format!("- and {} more of this kind", built.warnings.len() - WARNINGS));
    }
    lines
}

/// Writes each way of each kind as a quotas file; their names.
pub fn write_repairs(dir: &Path, quotas: &Table, clinic: &Clinic) -> Result<[Vec<String>; 2], Failure> {
    let Clinic { repairs, everybody, .. } = clinic;
    let mut files = Vec::new();
    let names = [("way", repairs), ("everybody", everybody)].map(|(kind, repairs)| {
        let mut names = Vec::new();
        for (i, way) in repairs.ways.iter().enumerate() {
            let name = format!("quotas-{kind}-{}.csv", i + 1);
            let table = marked(quotas_table(quotas, way), way);
            let bytes = csv_text(&table).into_bytes();
            files.push(Addition { name: name.clone(), bytes, personal: false });
            names.push(name);
        }
        names
    });
    if files.is_empty() {
        note!("there are no changed quotas to write, so {} was not made", dir.display());
    } else {
        output::folder(dir, &files)?;
    }
    Ok(names)
}

/// The header of the column that says what was changed. Readers of quotas ignore it, and a record keeps it.
const CHANGED: &str = "changed";

/// Changed quotas with a column that says what they were before.
fn marked(mut table: Table, way: &Repair) -> Table {
    if table.header.iter().any(|header| fold(header) == CHANGED) {
        return table;
    }
    table.header.push(CHANGED.to_owned());
    for (i, row) in table.rows.iter_mut().enumerate() {
        let of_row = way.changes.iter().filter(|change| change.row == i + 1);
        let words = of_row.map(|change| format!("{} was {}", if change.max { "max" } else { "min" }, change.from));
        row.cells.push(words.collect::<Vec<_>>().join("; "));
    }
    table
}

fn write_page(path: &Path, sections: &[Section]) -> Result<(), Failure> {
    let page = page("A pool and its quotas", sections, speech::catalogue());
    speech::keep_missing();
    write_file(path, page.into_bytes(), true)
}

/// Files that cannot be used: said as page or JSON too, where one was asked for.
fn refused(args: &CheckArgs, problems: Problems) -> Result<Failure, Failure> {
    if let Some(html) = &args.html {
        let lines = problems.paragraphs().into_iter().map(|line| format!("- {line}")).collect();
        let title = "What is wrong with the files".to_owned();
        write_page(html, &[Section { title, lines, grid: None }])?;
    }
    if args.json {
        super::print(&check_json::refused(&problems).map_err(RecordError::from)?)?;
    }
    Ok(Failure::Files(problems))
}
