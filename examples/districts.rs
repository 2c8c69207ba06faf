//! Makes up districts with their pools and quotas, and writes districts.csv, quotas.csv and pool.csv:
//!
//! ```text
//! cargo run --release --example districts -- --districts 12 --size 25 --out DIR
//! klero districts --districts DIR/districts.csv --quotas DIR/quotas.csv --pool DIR/pool.csv --column council --out DIR/all.csv
//! ```

#[path = "../tests/support/population.rs"]
mod population;

use clap::Parser;
use klero::generate::usual_slack;
use population::population;
use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Make up districts of 150 to 300 members each. Nobody in them is real. The same numbers give the same bytes on any machine.
#[derive(Parser)]
struct Arguments {
    /// Districts
    #[arg(long, value_name = "N", default_value_t = 12)]
    districts: usize,
    /// Seats of each council
    #[arg(long, value_name = "K", default_value_t = 25)]
    size: usize,
    /// Feature categories, from 1 to 8
    #[arg(long, value_name = "N", default_value_t = 4)]
    categories: usize,
    /// Folder to write to; files of these names in it are replaced
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

fn main() -> ExitCode {
    let it = Arguments::parse();
    let (mut districts, mut quotas, mut pool) = (String::from("district,size\n"), String::new(), String::new());
    for d in 0..it.districts {
        let members = 150 + 150 * d / it.districts.max(2).saturating_sub(1);
        let (own, people) = population(members, it.size, it.categories, usual_slack(it.size), d as u64 + 1);
        let name = format!("District {:02}", d + 1);
        let _ = writeln!(districts, "{name},{}", it.size);
        // (No cell that is made up holds a comma or a quotation mark.)
        for (to, text, (column, prefix)) in [
            (&mut quotas, own, ("district", String::new())),
            (&mut pool, people, ("council", format!("d{:02}-", d + 1))),
        ] {
            for (i, line) in text.lines().enumerate() {
                match (i, to.is_empty()) {
                    (0, true) => to.push_str(&format!("{line},{column}\n")),
                    (0, false) => {}
                    _ => to.push_str(&format!("{prefix}{line},{name}\n")),
                }
            }
        }
    }
    let files = [("districts.csv", districts), ("quotas.csv", quotas), ("pool.csv", pool)];
    let write = |(name, text): &(&str, String)| std::fs::write(it.out.join(name), text);
    match std::fs::create_dir_all(&it.out).and_then(|()| files.iter().try_for_each(write)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: cannot write to {}: {error}", it.out.display());
            ExitCode::from(2)
        }
    }
}
