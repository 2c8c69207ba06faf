//! Opens the pool and the quotas and hands them to the library.

use std::path::Path;

use klero::draw::Mark;
use klero::instance::{Built, InstanceProblem, Person, Settings, build, has_quotas_header};
use klero::read::{Pick, ReadProblem, Reading, Table, csv_text, read_picked};
use klero::record::marked_table;

use super::failure::Failure;
use super::merge::Inputs;
use super::problem::Problems;

/// The two files, and what became of them.
pub struct Loaded {
    /// The quotas file as a record holds it.
    pub quotas_bytes: Vec<u8>,
    /// The pool file as a record holds it.
    pub pool_bytes: Vec<u8>,
    /// The quotas.
    pub quotas: Table,
    /// The pool's rows.
    pub pool: Table,
    /// The instance.
    pub built: Built,
}

impl Loaded {
    /// The same, marked where it is for a rehearsal.
    pub fn marked(mut self, mark: Mark) -> Self {
        if mark.is_rehearsal() {
            (self.quotas, self.pool) = (marked_table(mark, &self.quotas), marked_table(mark, &self.pool));
            self.quotas_bytes = csv_text(&self.quotas).into_bytes();
            self.pool_bytes = csv_text(&self.pool).into_bytes();
        }
        self
    }
}

/// The two files as tables, before anybody asks whether they fit.
pub struct Opened {
    /// The quotas.
    pub quotas: Table,
    /// The pool, with its derived columns.
    pub pool: Table,
    /// The quotas file as a record holds it.
    pub quotas_bytes: Vec<u8>,
    /// The pool file as a record holds it.
    pub pool_bytes: Vec<u8>,
    /// The rules beside the files.
    pub settings: Settings,
    /// The pool and the quotas.
    pub read: [Read; 2],
    /// What its owner should know although the files can be read.
    pub notes: Vec<String>,
    all: bool,
}

/// What a file turned out to be.
pub struct Read {
    /// Its name.
    pub file: String,
    /// What it turned out to be.
    pub how: String,
    /// How many rows it has.
    pub rows: usize,
    /// Whether a record holds it as it is.
    plain: bool,
}

impl Read {
    /// What is said of it, if it is not the plainest.
    fn said(&self) -> Option<String> {
        let Read { file, how, .. } = self;
        (!self.plain).then(|| format!("{file} was read as {how}; a record holds it as CSV, commas, UTF-8, LF"))
    }
}

/// Reads both files and builds the instance; every problem of both is reported at once. Notes and warnings go to standard error.
pub fn load(args: &Inputs) -> Result<Loaded, Failure> {
    let opened = open(args)?;
    for note in opened.read.iter().rev().filter_map(Read::said).chain(opened.notes.iter().cloned()) {
        note!("{note}");
    }
    let built = build(&opened.quotas, &opened.pool, &opened.settings).map_err(|problems| opened.refused(problems))?;
    for warning in &built.warnings {
        note!("{warning}");
    }
    let Built { instance, id_column, .. } = &built;
    let values: usize = instance.categories().iter().map(|category| category.values.len()).sum();
    done!(
        "{} members, {} feature categories with {values} values, a panel of {}; {}",
        instance.members().len(),
        instance.categories().len(),
        instance.size(),
        id_column.as_ref().map_or("rows are numbered".to_owned(), |column| format!("identifiers are in \"{column}\""))
    );
    Ok(opened.loaded(built))
}

/// Reads both files; every problem of both is reported at once. Says which settings are in force, where a file of them was named.
pub fn open(args: &Inputs) -> Result<Opened, Failure> {
    args.tell();
    let _bar = super::progress::Bar::during("Reading the pool and the quotas");
    let (quotas, pool) = match (File::open(&args.quotas), File::open(&args.pool)) {
        (Ok(quotas), Ok(pool)) => (quotas, pool),
        (quotas, pool) => {
            let of =
                |file: Option<&File>, fits: &dyn Fn(&[String]) -> bool| file.and_then(|file| file.read(fits).err());
            let read = of(quotas.as_ref().ok(), &|header| has_quotas_header(header))
                .or(of(pool.as_ref().ok(), &|header| !has_quotas_header(header)));
            let read = read.map(|problems| Failure::Files(Problems::from(problems).shown_all(args.all)));
            return Err(Failure::All([quotas.err(), pool.err(), read].into_iter().flatten().collect()));
        }
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
    let read = [&pool_read, &quotas_read].map(|reading| {
        let (table, how) = (&reading.table, &reading.how);
        Read { file: table.file.clone(), how: how.to_string(), plain: how.is_plain(), rows: table.rows.len() }
    });
    let mut notes: Vec<String> = quotas_read.notes.iter().chain(&pool_read.notes).map(ToString::to_string).collect();
    let quotas_bytes = quotas.for_record(&quotas_read);
    let (derived, told) = args.derived(&pool_read.table)?;
    notes.extend(told);
    let (pool, pool_bytes) = match derived {
        Some(table) => {
            let bytes = csv_text(&table).into_bytes();
            (table, bytes)
        }
        None => {
            let bytes = pool.for_record(&pool_read);
            (pool_read.table, bytes)
        }
    };
    let (quotas, settings) = (quotas_read.table, settings(args));
    Ok(Opened { quotas, pool, quotas_bytes, pool_bytes, settings, read, notes, all: args.all })
}

impl Opened {
    /// With the instance that they make.
    pub fn loaded(self, built: Built) -> Loaded {
        let Self { quotas_bytes, pool_bytes, quotas, pool, .. } = self;
        Loaded { quotas_bytes, pool_bytes, quotas, pool, built }
    }

    /// Why they make no instance.
    pub fn refused(&self, problems: Vec<InstanceProblem>) -> Failure {
        let cause = exchanged(&self.quotas, &self.pool);
        let verdict = problems.iter().all(InstanceProblem::is_about_feasibility);
        Failure::Files(Problems::from(problems).caused_by(cause).shown_all(self.all).a_verdict(verdict))
    }
}

/// A file that was named, and perhaps a sheet of it.
pub struct File {
    name: String,
    sheet: Option<String>,
    bytes: Vec<u8>,
}

impl File {
    /// Opens a file; `FILE#SHEET` is a sheet of a workbook, unless there is a file of that very name.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let named = path.to_str().and_then(|text| text.rsplit_once('#'));
        let sheet = named.filter(|(file, _)| !path.exists() && Path::new(file).is_file());
        let (file, sheet) = sheet.map_or((path, None), |(file, sheet)| (Path::new(file), Some(sheet.to_owned())));
        let bytes = std::fs::read(file).map_err(Failure::path("read", file))?;
        Ok(File { name: file.display().to_string(), sheet, bytes })
    }

    /// Reads the sheet that was named; or else, of several, the one whose header fits.
    pub fn read(&self, fits: &dyn Fn(&[String]) -> bool) -> Result<Reading, Vec<ReadProblem>> {
        let pick = self.sheet.as_deref().map_or(Pick::Fitting(fits), Pick::Named);
        read_picked(&self.name, &self.bytes, pick)
    }

    /// What a record gets: the very bytes, if they are what all who check it can read; else the same cells as plain CSV.
    pub fn for_record(self, reading: &Reading) -> Vec<u8> {
        if reading.how.is_plain() { self.bytes } else { csv_text(&reading.table).into_bytes() }
    }
}

/// What a file that goes into no record turned out to be, if it is not the plainest, and what else its owner should know.
pub fn said(reading: &Reading) -> Vec<String> {
    let how = (!reading.how.is_plain()).then(|| format!("{} was read as {}", reading.table.file, reading.how));
    how.into_iter().chain(reading.notes.iter().map(ToString::to_string)).collect()
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

/// What is asked for beside the files.
fn settings(args: &Inputs) -> Settings {
    let people = |ids: &[String]| ids.iter().cloned().map(Person::Id).collect();
    Settings {
        size: args.size.saturating_mul(args.panels),
        panels: args.panels,
        id_column: args.id_column.clone(),
        household_columns: args.households.clone(),
        household_limit: args.household_limit,
        status_column: args.status_column.clone(),
        include: people(&args.include),
        exclude: people(&args.exclude),
        apart: args.apart.iter().map(|group| people(group)).collect(),
    }
}
