//! `klero districts`: the quotas of several districts become one quotas file.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use klero::districts::{COLUMN, Councils, compile, has_districts_header};
use klero::instance::has_quotas_header;
use klero::read::{ReadProblem, Table, csv_text, is_invisible};
use klero::report::{Grid, own};

use super::failure::Failure;
use super::inputs::{File, said};
use super::problem::Problems;
use super::quotas::{check_target, write};
use super::speech;

/// `klero districts`.
#[derive(Debug, Args)]
pub struct DistrictsArgs {
    /// The districts: a CSV file or Excel workbook with the columns district and size
    #[arg(long, value_name = "FILE")]
    districts: PathBuf,
    /// The quotas: a quotas file with one more column, district; rows with * in it hold for every district that has no rows of its own
    #[arg(long, value_name = "FILE")]
    quotas: PathBuf,
    /// The pool of all districts
    #[arg(long, value_name = "FILE")]
    pool: PathBuf,
    /// The pool's column with the district
    #[arg(long, value_name = "COLUMN", default_value = COLUMN)]
    column: String,
    /// The pool's column with a different identifier for everybody [default: id, nationbuilder_id or unique_id; else rows are numbered]
    #[arg(long, value_name = "COLUMN")]
    id_column: Option<String>,
    /// Where the quotas file for all districts together goes
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Replace that file if it is there
    #[arg(long)]
    overwrite: bool,
    /// Show every problem of the files, however many are alike
    #[arg(long)]
    all: bool,
}

/// Runs `klero districts`.
pub fn districts(args: &DistrictsArgs) -> Result<ExitCode, Failure> {
    let [districts, quotas, pool] = read(args)?;
    check_target(&args.out, args.overwrite, &[&args.districts, &args.quotas, &args.pool])?;
    let name = args.out.display().to_string();
    let councils = compile(&districts, &quotas, &pool, &args.column, args.id_column.as_deref(), &name);
    let councils = councils.map_err(|problems| Failure::Files(Problems::from(problems).shown_all(args.all)))?;
    write(&args.out, csv_text(&councils.quotas).as_bytes())?;
    let id = args.id_column.as_ref().map(|id| format!(" --id-column {}", word(id))).unwrap_or_default();
    let (pool, out) = (word(&args.pool.display().to_string()), word(&name));
    super::print(&(speech::table(&table(&councils)) + "\n"))?;
    super::tell(&format!(
        "{name}: {} quotas\nNext: klero solve --pool {pool} --quotas {out} --size {}{id} --out record\n",
        councils.quotas.rows.len(),
        councils.size
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Seats, people and kind of quotas of each district, and of all.
fn table(councils: &Councils) -> Grid {
    let visible = |name: &str| -> String { name.chars().filter(|&c| !is_invisible(c)).collect() };
    let row = |district: &klero::districts::District| {
        let quotas = own(if district.own { "its own" } else { "those for all" });
        vec![visible(&district.name), district.size.to_string(), district.members.to_string(), quotas]
    };
    let mut rows: Vec<Vec<String>> = councils.districts.iter().map(row).collect();
    let pool: usize = councils.districts.iter().map(|district| district.members).sum();
    let all = match rows.len() {
        1 => own("1 district"),
        many => own(&format!("{many} districts")),
    };
    rows.push(vec![all, councils.size.to_string(), pool.to_string(), String::new()]);
    let header = ["district", "seats", "pool", "quotas"].map(str::to_owned).to_vec();
    Grid { header, rows, numbers: vec![false, true, true, false] }
}

/// A word as a shell takes it.
fn word(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "._/-#\\:".contains(c);
    if !text.is_empty() && text.chars().all(plain) { text.to_owned() } else { format!("\"{text}\"") }
}

/// Reads the files; every problem of all of them is told at once.
fn read(args: &DistrictsArgs) -> Result<[Table; 3], Failure> {
    let paths = [&args.districts, &args.quotas, &args.pool];
    let files = paths.map(|path| File::open(path));
    let [Ok(districts), Ok(quotas), Ok(pool)] = files else {
        return Err(Failure::All(files.into_iter().filter_map(Result::err).collect()));
    };
    let read = [
        districts.read(&|header| has_districts_header(header)),
        quotas.read(&|header| has_quotas_header(header)),
        pool.read(&|header| !has_quotas_header(header) && !has_districts_header(header)),
    ];
    let [Ok(districts), Ok(quotas), Ok(pool)] = read else {
        let problems: Vec<ReadProblem> = read.into_iter().filter_map(Result::err).flatten().collect();
        return Err(Failure::read(problems));
    };
    for note in [&districts, &quotas, &pool].into_iter().flat_map(said) {
        note!("{note}");
    }
    Ok([districts.table, quotas.table, pool.table])
}
