//! Our CSV reader against tables whose text is known, and against the `csv` crate on whatever both accept.

use klero::read::{Row, Table, read_csv};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A number below `bound`.
pub fn below(rng: &mut ChaCha20Rng, bound: usize) -> usize {
    usize::try_from(rng.next_u64() % u64::try_from(bound).unwrap()).unwrap()
}

pub fn pick<'a>(rng: &mut ChaCha20Rng, items: &[&'a str]) -> &'a str {
    items[below(rng, items.len())]
}

const PIECES: [&str; 12] = ["a", "b", "é", " ", ",", ";", "\"", "\n", "\r\n", "\r", "\u{a0}", "0"];

/// A table and a text that holds it, with line ends, blank lines and needless quotation marks as they come.
fn table_and_text(rng: &mut ChaCha20Rng) -> (Table, String) {
    let width = 2 + below(rng, 3);
    let mut text = String::new();
    let mut line = 1;
    let mut rows = Vec::new();
    for _ in 0..2 + below(rng, 5) {
        for _ in 0..below(rng, 3) {
            text.push_str(pick(rng, &["\n", "\r\n", " \n", ",,\r\n", "\"\n\"\n"]));
            line = 1 + lines_of(&text);
        }
        let mut cells: Vec<String> =
            (0..width).map(|_| (0..below(rng, 5)).map(|_| pick(rng, &PIECES)).collect()).collect();
        cells[0].insert(0, 'x');
        for (index, cell) in cells.iter().enumerate() {
            let quoted = cell.contains([',', '"', '\n', '\r']) || below(rng, 3) == 0;
            let comma = if index == 0 { "" } else { "," };
            let cell_text = if quoted { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() };
            text.push_str(comma);
            text.push_str(&cell_text);
        }
        rows.push(Row { line, cells });
        text.push_str(pick(rng, &["\n", "\r\n"]));
        line = 1 + lines_of(&text);
    }
    if below(rng, 2) == 0 {
        text.truncate(text.trim_end_matches(['\r', '\n']).len());
    }
    let header = rows.remove(0);
    let table = Table { file: "t.csv".to_owned(), sheet: None, header: header.cells, header_line: header.line, rows };
    (table, text)
}

/// Line ends in a text, the slow way.
fn lines_of(text: &str) -> u64 {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    u64::try_from(text.matches('\n').count()).unwrap()
}

/// Whether a reader gives back every known table. (A table of one column with `;` in its header cannot come up: there are two or more.)
fn reads_known_tables(read: impl Fn(&str) -> Option<Table>) -> bool {
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    (0..3000).all(|_| {
        let (table, text) = table_and_text(&mut rng);
        read(&text) == Some(table)
    })
}

#[test]
fn a_table_is_read_as_it_was_written() {
    assert!(reads_known_tables(|text| read_csv("t.csv", text.as_bytes()).ok()));
}

#[test]
fn readers_with_a_planted_mistake_are_caught() {
    // Line numbers that count rows.
    assert!(!reads_known_tables(|text| {
        let mut table = read_csv("t.csv", text.as_bytes()).ok()?;
        for (number, row) in (2..).zip(&mut table.rows) {
            row.line = number;
        }
        Some(table)
    }));
    // Cells that lose their outer white space.
    assert!(!reads_known_tables(|text| {
        let mut table = read_csv("t.csv", text.as_bytes()).ok()?;
        for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
            *cell = cell.trim().to_owned();
        }
        Some(table)
    }));
}

/// Rows as the `csv` crate reads them, without blank ones.
fn rows_of_the_crate(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
    rows.filter(|row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty())).collect()
}

/// How many texts made of delimiters the reader accepts; each must have the rows that the `csv` crate finds.
fn accepted_and_agreed(read: impl Fn(&str) -> Option<Vec<Vec<String>>>) -> (usize, bool) {
    let mut rng = ChaCha20Rng::seed_from_u64(2);
    let mut accepted = 0;
    let mut agreed = true;
    for _ in 0..10_000 {
        let text: String = (0..1 + below(&mut rng, 12)).map(|_| pick(&mut rng, &PIECES)).collect();
        if let Some(rows) = read(&text) {
            accepted += 1;
            agreed &= rows == rows_of_the_crate(&text);
        }
    }
    (accepted, agreed)
}

fn our_rows(text: &str) -> Option<Vec<Vec<String>>> {
    let table = read_csv("t.csv", text.as_bytes()).ok()?;
    Some(std::iter::once(table.header).chain(table.rows.into_iter().map(|row| row.cells)).collect())
}

#[test]
fn what_we_accept_the_csv_crate_reads_alike() {
    let (accepted, agreed) = accepted_and_agreed(our_rows);
    assert!(agreed);
    assert!(accepted > 1000, "only {accepted} texts were accepted, too few to say anything");
    // Planted: a reader that splits at every comma and line end.
    let naive = |text: &str| {
        our_rows(text)?;
        let lines = text.lines().map(|line| line.split(',').map(str::to_owned).collect());
        Some(lines.filter(|row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty())).collect())
    };
    assert!(!accepted_and_agreed(naive).1);
}
