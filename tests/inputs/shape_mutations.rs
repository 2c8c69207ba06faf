//! Good files of every shape with bytes changed, lost, doubled and swapped, and workbooks with their parts changed: nothing panics, every
//! answer makes sense, and what is accepted is the same again as a record holds it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use klero::instance::{Settings, build};
use klero::read::{Reading, csv_text, read_csv, read_table};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use super::agreement::{below, pick};
use super::corpus::options;
use super::mutations::{CASES, check, check_words, mutate};
use super::shapes::{SHAPES, Shape, rows, rows_of_case, written};
use super::workbooks::{pack, unpack};

/// Mutations of each case in each shape; a workbook gets as many again in its parts.
const MUTATIONS: usize = 12;

/// What is put into the parts of workbooks.
const PIECES: [&str; 24] = [
    "<c r=\"ZZ9\"><v>1</v></c>",
    "<c><v>1</v></c>",
    "<row>",
    "</row>",
    "<row r=\"3\">",
    " t=\"s\"",
    " t=\"inlineStr\"",
    " t=\"str\"",
    " t=\"b\"",
    " t=\"e\"",
    " t=\"d\"",
    " s=\"1\"",
    " r=\"A1048577\"",
    "<v>",
    "<f>A1</f>",
    "<v>1e308</v>",
    "-1",
    "99999999999999999999",
    "&#0;",
    "&amp;",
    "_x0000_",
    "]]>",
    "<!--",
    "\"",
];

/// A workbook with something changed in one of its parts.
fn mutate_part(rng: &mut ChaCha20Rng, bytes: &[u8]) -> Vec<u8> {
    let mut parts = unpack(bytes);
    // Mostly the sheet or the texts.
    let telling = |name: &str| name.contains("sheet1.xml") || name.contains("sharedStrings");
    let indices: Vec<usize> = (0..parts.len()).filter(|index| telling(&parts[*index].0)).collect();
    let index = if below(rng, 3) == 0 { below(rng, parts.len()) } else { indices[below(rng, indices.len())] };
    let part = &mut parts[index].1;
    if below(rng, 2) == 0 {
        *part = mutate(rng, part);
    } else {
        // Behind or before a sign, where it is likely to be understood.
        let signs: Vec<usize> = (0..part.len()).filter(|at| b"<> /".contains(&part[*at])).collect();
        if let Some(at) = signs.get(below(rng, signs.len().max(1))) {
            let at = at + below(rng, 2);
            drop(part.splice(at..at, pick(rng, &PIECES).bytes()));
        }
    }
    pack(&parts)
}

/// Reads and builds; whatever is answered is checked. Says whether the input was accepted.
fn read_and_build(quotas: &[u8], pool: &[u8], settings: &Settings) -> bool {
    match (read_table("quotas", quotas), read_table("pool", pool)) {
        (Ok(quotas_read), Ok(pool_read)) => {
            check_reading(&quotas_read, quotas);
            check_reading(&pool_read, pool);
            match build(&quotas_read.table, &pool_read.table, settings) {
                Ok(built) => {
                    check(&built, pool_read.table.rows.len());
                    return true;
                }
                Err(problems) => {
                    assert!(!problems.is_empty());
                    problems.iter().for_each(|problem| check_words(&problem.to_string(), &problem.help()));
                }
            }
        }
        (quotas, pool) => {
            for problems in [quotas.err(), pool.err()].into_iter().flatten() {
                assert!(!problems.is_empty());
                problems.iter().for_each(|problem| check_words(&problem.to_string(), &problem.help()));
            }
        }
    }
    false
}

/// A reading is a table with as many cells in every row, and comes back from a record as it was: from plain CSV, and from the file's own
/// bytes, if they are plain.
fn check_reading(reading: &Reading, bytes: &[u8]) {
    let Reading { table, how, notes } = reading;
    assert!(!table.rows.is_empty());
    assert!(table.rows.iter().all(|row| row.cells.len() == table.header.len()));
    assert!(table.rows.is_sorted_by(|a, b| a.line < b.line) && table.header_line < table.rows[0].line);
    check_words(&how.to_string(), &how.to_string());
    notes.iter().for_each(|note| check_words(&note.to_string(), note.code()));
    let again = read_csv("record.csv", csv_text(table).as_bytes()).unwrap();
    assert_eq!(rows(&again), rows(table));
    assert!(!how.is_plain() || read_csv(&table.file, bytes).as_ref() == Ok(table));
}

/// Mutations of good files of every shape, put through `run`; returns how many panicked, how many were accepted, and how many there were.
fn outcomes(run: impl Fn(&[u8], &[u8], &Settings) -> bool) -> [usize; 3] {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inputs");
    let mut rng = ChaCha20Rng::seed_from_u64(9);
    let [mut panicked, mut accepted, mut total] = [0; 3];
    for case in CASES {
        let files = ["quotas.csv", "pool.csv"].map(|file| rows_of_case(case, file));
        for shape in SHAPES {
            // Not every letter can be written in every shape.
            let Some(files) = files.each_ref().map(|rows| written(shape, rows)).into_iter().collect::<Option<Vec<_>>>()
            else {
                continue;
            };
            let rounds = if shape == Shape::Workbook { 2 * MUTATIONS } else { MUTATIONS };
            for round in 0..rounds {
                let mut files = [files[0].clone(), files[1].clone()];
                let file = &mut files[below(&mut rng, 2)];
                *file = if round < MUTATIONS { mutate(&mut rng, file) } else { mutate_part(&mut rng, file) };
                total += 1;
                let settings = options(&here.join(case));
                match catch_unwind(AssertUnwindSafe(|| run(&files[0], &files[1], &settings))) {
                    Ok(yes) => accepted += usize::from(yes),
                    Err(_) => {
                        panicked += 1;
                        println!("{case}, {shape:?}, round {round}");
                    }
                }
            }
        }
    }
    [panicked, accepted, total]
}

#[test]
fn no_mutation_of_a_good_file_of_any_shape_makes_a_panic_or_nonsense() {
    let [panicked, accepted, total] = outcomes(read_and_build);
    assert_eq!(panicked, 0);
    assert!(total > 2000, "only {total} files");
    let share = accepted * 100 / total;
    assert!((5..=95).contains(&share), "{share} % were accepted: too one-sided to say anything");
}

/// What the planted counterexample panics with.
struct Planted;

#[test]
fn a_panic_over_any_shape_is_noticed() {
    let [panicked, _, total] = outcomes(|quotas, pool, _| {
        if [quotas, pool].iter().any(|file| read_table("x", file).is_err_and(|p| p[0].code() == "damaged-workbook")) {
            std::panic::resume_unwind(Box::new(Planted));
        }
        true
    });
    assert!(panicked > 0 && panicked < total);
}
