//! The strict reader, which reads the files of records: any bytes end in a table or in problems with words.

#![no_main]

use klero::read::read_csv;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match read_csv("pool.csv", bytes) {
        Ok(table) => assert!(table.rows.iter().all(|row| row.cells.len() == table.header.len())),
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in problems {
                assert!(!problem.to_string().is_empty() && !problem.help().is_empty());
            }
        }
    }
});
