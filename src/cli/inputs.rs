//! Opens the pool and the quotas and hands them to the library.

use std::path::Path;

use klero::instance::{Built, Settings, build};
use klero::read::{Table, read_csv};

use super::args::InputArgs;
use super::failure::Failure;

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
pub fn load(args: &InputArgs) -> Result<Loaded, Failure> {
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
    let settings = Settings { id_column: args.id_column.clone(), ..Settings::of_size(args.size) };
    let built = build(&quotas, &pool, &settings).map_err(Failure::instance)?;
    for warning in &built.warnings {
        eprintln!("note: {warning}");
    }
    Ok(Loaded { quotas_bytes, pool_bytes, pool, built })
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(Failure::path("read", path))
}
