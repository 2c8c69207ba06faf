//! x
use std::time::Instant;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let quotas = klero::read::read_table("q", &std::fs::read(&args[2]).unwrap()).unwrap();
    for _ in 0..3 {
        let bytes = std::fs::read(&args[1]).unwrap();
        let t = Instant::now();
        let pool = klero::read::read_table("p", &bytes).unwrap();
        let r = t.elapsed();
        let t = Instant::now();
        let b = klero::instance::build(&quotas.table, &pool.table, &klero::instance::Settings::of_size(100));
        println!("{} {} rows: read {:?} build {:?} {}", args[1], pool.table.rows.len(), r, t.elapsed(), b.is_ok());
        if let Err(p) = b {
            println!("{} {}", p.len(), p[0]);
        }
    }
}
