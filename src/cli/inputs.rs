//! Opens the pool and the quotas and hands them to the library.

use std::path::Path;

use klero::instance::{Built, Person, Settings, build};
use klero::read::{Table, read_csv};

use super::failure::Failure;
use super::merge::Inputs;

/// The two files, and what became of them.
pub struct Loaded {
    /// The quotas file's bytes.
    pub quotas_bytes: Vec<u8>,
    /// The pool file's bytes.
    pub pool_bytes: Vec<u8>,
    /// The pool's rows.
    pub pool: Table,
    /// The instance.
    pub built: Built,
}

/// Reads both files; every problem of both is reported at once. Warnings go to standard error.
pub fn load(args: &Inputs) -> Result<Loaded, Failure> {
    args.tell();
    let (quotas_bytes, pool_bytes) = match (bytes(&args.quotas), bytes(&args.pool)) {
        (Ok(quotas), Ok(pool)) => (quotas, pool),
        (quotas, pool) => return Err(Failure::All([quotas.err(), pool.err()].into_iter().flatten().collect())),
    };
    let quotas = read_csv(&args.quotas.display().to_string(), &quotas_bytes);
    let pool = read_csv(&args.pool.display().to_string(), &pool_bytes);
    let (quotas, pool) = match (quotas, pool) {
        (Ok(quotas), Ok(pool)) => (quotas, pool),
        (quotas, pool) => {
            let problems = [quotas.err(), pool.err()].into_iter().flatten().flatten().collect();
            return Err(Failure::read(problems));
        }
    };
    let (pool, pool_bytes) = args.derived(pool, pool_bytes)?;
    let built = build(&quotas, &pool, &settings(args)).map_err(Failure::instance)?;
    for warning in &built.warnings {
        eprintln!("note: {warning}");
    }
    Ok(Loaded { quotas_bytes, pool_bytes, pool, built })
}

/// What is asked for beside the files.
fn settings(args: &Inputs) -> Settings {
    let people = |ids: &[String]| ids.iter().cloned().map(Person::Id).collect();
    Settings {
        size: args.size,
        id_column: args.id_column.clone(),
        household_columns: args.households.clone(),
        household_limit: args.household_limit,
        status_column: args.status_column.clone(),
        include: people(&args.include),
        exclude: people(&args.exclude),
        apart: args.apart.iter().map(|group| people(group)).collect(),
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(Failure::path("read", path))
}
