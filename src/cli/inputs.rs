//! Opens the pool and the quotas and hands them to the library.

use std::path::Path;

use klero::instance::{Built, Person, Settings, build, has_quotas_header};
use klero::read::{Pick, Reading, Table, csv_text, read_picked};

use super::args::InputArgs;
use super::failure::Failure;
use super::problem::Problems;

/// The two files, and what became of them.
pub struct Loaded {
    /// The quotas file as a record holds it.
    pub quotas_bytes: Vec<u8>,
    /// The pool file as a record holds it.
    pub pool_bytes: Vec<u8>,
    /// The pool's rows.
    pub pool: Table,
    /// The instance.
    pub built: Built,
}

/// Reads both files; every problem of both is reported at once. Warnings go to standard error.
pub fn load(args: &InputArgs) -> Result<Loaded, Failure> {
    let (quotas, pool) = match (File::open(&args.quotas), File::open(&args.pool)) {
        (Ok(quotas), Ok(pool)) => (quotas, pool),
        (quotas, pool) => return Err(Failure::All([quotas.err(), pool.err()].into_iter().flatten().collect())),
    };
    let quotas_read = quotas.read(&|header| has_quotas_header(header));
    let pool_read = pool.read(&|header| !has_quotas_header(header));
    let (quotas_read, pool_read) = match (quotas_read, pool_read) {
        (Ok(quotas), Ok(pool)) => (quotas, pool),
        (quotas, pool) => {
            let problems: Vec<_> = [quotas.err(), pool.err()].into_iter().flatten().flatten().collect();
            return Err(Failure::Files(Problems::from(problems).shown_all(args.all)));
        }
    };
    say(&quotas_read);
    say(&pool_read);
    let built = build(&quotas_read.table, &pool_read.table, &settings(args)).map_err(|problems| {
        let cause = exchanged(&quotas_read.table, &pool_read.table);
        Failure::Files(Problems::from(problems).caused_by(cause).shown_all(args.all))
    })?;
    for warning in &built.warnings {
        eprintln!("note: {warning}");
    }
    Ok(Loaded {
        quotas_bytes: quotas.for_record(&quotas_read),
        pool_bytes: pool.for_record(&pool_read),
        pool: pool_read.table,
        built,
    })
}

/// A file that was named, and perhaps a sheet of it.
struct File {
    name: String,
    sheet: Option<String>,
    bytes: Vec<u8>,
}

impl File {
    /// Opens a file; `FILE#SHEET` is a sheet of a workbook, unless there is a file of that very name.
    fn open(path: &Path) -> Result<Self, Failure> {
        let named = path.to_str().and_then(|text| text.rsplit_once('#'));
        let sheet = named.filter(|(file, _)| !path.exists() && Path::new(file).is_file());
        let (file, sheet) = sheet.map_or((path, None), |(file, sheet)| (Path::new(file), Some(sheet.to_owned())));
        let bytes = std::fs::read(file).map_err(Failure::path("read", file))?;
        Ok(File { name: file.display().to_string(), sheet, bytes })
    }

    /// Reads the sheet that was named; or else, of several, the one whose header fits.
    fn read(&self, fits: &dyn Fn(&[String]) -> bool) -> Result<Reading, Vec<klero::read::ReadProblem>> {
        let pick = self.sheet.as_deref().map_or(Pick::Fitting(fits), Pick::Named);
        read_picked(&self.name, &self.bytes, pick)
    }

    /// What a record gets: the very bytes, if they are what all who check it can read; else the same cells as plain CSV.
    fn for_record(self, reading: &Reading) -> Vec<u8> {
        if reading.how.is_plain() { self.bytes } else { csv_text(&reading.table).into_bytes() }
    }
}

/// Tells what a file turned out to be, if it is not the plainest.
fn say(reading: &Reading) {
    if !reading.how.is_plain() {
        let file = &reading.table.file;
        eprintln!("note: {file} was read as {}; a record holds it as CSV, commas, UTF-8, LF", reading.how);
    }
    for note in &reading.notes {
        eprintln!("note: {note}");
    }
}

/// What is wrong, and what to do next, if the two files seem to be exchanged.
fn exchanged(quotas: &Table, pool: &Table) -> Option<(String, String)> {
    let (quotas_at, pool_at) = (&quotas.file, &pool.file);
    (has_quotas_header(&pool.header) && !has_quotas_header(&quotas.header)).then(|| {
        (
            format!("{pool_at} was given as the pool, but has the header of quotas, and {quotas_at} has not"),
            format!("Exchange the two: --pool {quotas_at} --quotas {pool_at}. The problems below may come from this."),
        )
    })
}

/// What the options say beside the files. An identifier that holds a comma cannot be named among those to be kept apart.
fn settings(args: &InputArgs) -> Settings {
    let people = |ids: &[String]| ids.iter().cloned().map(Person::Id).collect();
    let group = |ids: &String| ids.split(',').map(|id| Person::Id(id.trim().to_owned())).collect();
    Settings {
        size: args.size,
        id_column: args.id_column.clone(),
        household_columns: args.households.clone(),
        household_limit: args.household_limit,
        status_column: args.status_column.clone(),
        include: people(&args.include),
        exclude: people(&args.exclude),
        apart: args.apart.iter().map(group).collect(),
    }
}
