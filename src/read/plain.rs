//! A table as plain CSV, for records: they are read by programs that know nothing else.

use super::Table;

/// A table as CSV with commas, in UTF-8, lines ending in LF, and quotation marks only where they are needed.
///
/// [`read_csv`](super::read_csv) reads the same header and the same cells from it. (Lines are numbered anew: blank ones are left out.)
pub fn csv_text(table: &Table) -> String {
    let rows = || std::iter::once(&table.header).chain(table.rows.iter().map(|row| &row.cells));
    let size: usize = rows().flatten().map(|cell| cell.len() + 1).sum();
    let mut text = String::with_capacity(size);
    for row in rows() {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            let first = text.is_empty();
            if cell.contains([',', '"', '\n', '\r']) || first && misleading(cell) {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(cell);
            }
        }
        text.push('\n');
    }
    text
}

/// Whether a file that begins with this cell could be taken for something else.
fn misleading(cell: &str) -> bool {
    cell.starts_with('\u{feff}') || cell.starts_with("PK\u{3}\u{4}")
}
