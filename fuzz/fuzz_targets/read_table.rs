//! The reader of files as they come: any bytes end in problems with words, or in a table that is the same again as a record holds it.

#![no_main]

use klero::read::{csv_text, read_csv, read_table};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match read_table("pool", bytes) {
        Ok(reading) => {
            let again = read_csv("record.csv", csv_text(&reading.table).as_bytes()).expect("plain CSV");
            assert_eq!(again.header, reading.table.header);
            assert!(again.rows.iter().map(|row| &row.cells).eq(reading.table.rows.iter().map(|row| &row.cells)));
            if reading.how.is_plain() {
                // Its own bytes go into the record.
                assert_eq!(read_csv("pool", bytes).expect("a plain file"), reading.table);
            }
            assert!(!reading.how.to_string().is_empty());
            reading.notes.iter().for_each(|note| assert!(!note.to_string().is_empty()));
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in problems {
                assert!(!problem.to_string().is_empty() && !problem.help().is_empty());
            }
        }
    }
});
