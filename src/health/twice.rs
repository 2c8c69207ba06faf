//! People who seem to have been entered twice, under two identifiers.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hasher};

use crate::instance::fold;
use crate::read::Table;

/// Rows that seem to be one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twice {
    /// Two or more indices of rows, ascending, in the table's rows.
    pub rows: Vec<usize>,
}

/// Columns in which so many in a hundred of the cells that are not blank are the only ones of their kind tell one person from another.
const TELLING: usize = 90;

/// Groups of rows that agree in every column that tells people apart, such as name, e-mail or telephone; in the order of their rows. `known` are
/// headers that do not count: the identifier's, the feature categories', and those of households.
pub fn entered_twice(pool: &Table, known: &[&str]) -> Vec<Twice> {
    let known: BTreeSet<String> = known.iter().map(|header| fold(header)).collect();
    let others = pool.header.iter().enumerate().filter(|(_, header)| !known.contains(&fold(header)));
    let telling: Vec<usize> = others.map(|(place, _)| place).filter(|&place| tells(pool, place)).collect();
    // One column alone is not enough: housemates share an address, and perhaps a telephone. An e-mail address is one person's.
    let alone = |place: &usize| pool.header.get(*place).is_some_and(|header| fold(header).contains("mail"));
    if telling.len() < 2 && !telling.iter().all(alone) {
        return Vec::new();
    }
    let cells = |row: usize| telling.iter().filter_map(move |&place| pool.rows.get(row)?.cells.get(place));
    let said = (0..pool.rows.len()).filter(|&row| cells(row).any(|cell| !cell.trim().is_empty()));
    // Rows are sorted by a digest, and compared where it is equal.
    let mut digests: Vec<(u64, usize)> = said.map(|row| (digest(cells(row).map(String::as_str)), row)).collect();
    digests.sort_unstable();
    let mut found = Vec::new();
    for alike in digests.chunk_by(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
        let mut people: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
        for (_, row) in alike {
            people.entry(cells(*row).map(|cell| fold(cell)).collect()).or_default().push(*row);
        }
        for mut rows in people.into_values() {
            // Rows that repeat another cell for cell are one member, and said elsewhere.
            let mut seen = BTreeSet::new();
            rows.retain(|&row| seen.insert(pool.rows.get(row).map(|row| &row.cells)));
            if rows.len() > 1 {
                found.push(Twice { rows });
            }
        }
    }
    found.sort_unstable_by(|a, b| a.rows.cmp(&b.rows));
    found
}

/// A number that is the same for cells that are equal when they are folded.
fn digest<'a>(cells: impl Iterator<Item = &'a str>) -> u64 {
    let mut hasher = DefaultHasher::new();
    for cell in cells {
        let cell = cell.trim();
        if cell.is_ascii() {
            cell.bytes().for_each(|byte| hasher.write_u8(byte.to_ascii_lowercase()));
        } else {
            fold(cell).bytes().for_each(|byte| hasher.write_u8(byte));
        }
        hasher.write_u8(0xff);
    }
    hasher.finish()
}

/// Rows at which a column is looked at first.
const GLANCE: usize = 2_000;

/// Whether a column tells people apart: most of what it says, it says once.
fn tells(pool: &Table, place: usize) -> bool {
    tells_among(pool, place, GLANCE) && (pool.rows.len() <= GLANCE || tells_among(pool, place, pool.rows.len()))
}

/// The same of the first rows.
fn tells_among(pool: &Table, place: usize, rows: usize) -> bool {
    let cells = pool.rows.iter().take(rows).filter_map(|row| row.cells.get(place)).map(|cell| cell.trim());
    let mut digests: Vec<u64> =
        cells.filter(|cell| !cell.is_empty()).map(|cell| digest(std::iter::once(cell))).collect();
    digests.sort_unstable();
    let (mut kinds, mut doubled, mut repeated) = (0, 0, 0);
    for alike in digests.chunk_by(|a, b| a == b) {
        kinds += 1;
        match alike.len() {
            1 => {}
            2 => doubled += 1,
            times => repeated += times,
        }
    }
    // What stands twice counts once; a slip or two must not make a small pool's column look like a feature.
    let cells = digests.len();
    kinds > 2 && (cells - repeated - doubled) * 100 >= TELLING * (cells - doubled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read_csv;

    fn found(rows: &[&str]) -> Vec<Vec<usize>> {
        let text = format!("id,name,phone,gender\n{}\n", rows.join("\n"));
        let pool = read_csv("pool.csv", text.as_bytes()).unwrap_or_else(|_| unreachable!());
        entered_twice(&pool, &["ID", "gender"]).into_iter().map(|twice| twice.rows).collect()
    }

    #[test]
    fn one_person_under_two_identifiers_is_seen() {
        let rows = ["1,Ada,07,f", "2,Ben,08,m", "3,Cem,09,m", "4,ada ,07,f", "5,Dora,10,f"];
        assert_eq!(found(&rows), [[0, 3]]);
        // Somebody else's telephone, or another name: two people.
        assert_eq!(found(&["1,Ada,07,f", "2,Ben,08,m", "3,Cem,09,m", "4,Ada,11,f", "5,Dora,10,f"]), [[0; 0]; 0]);
        // Cell for cell the same row is one member anyway.
        assert_eq!(found(&["1,Ada,07,f", "2,Ben,08,m", "3,Cem,09,m", "1,Ada,07,f"]), [[0; 0]; 0]);
        // An address alone is shared by housemates.
        let homes = "id,address,gender\n1,Mill 1,f\n2,Mill 1,f\n3,Oak 2,m\n4,Elm 3,f\n5,Ash 4,m\n";
        let homes = read_csv("pool.csv", homes.as_bytes()).unwrap_or_else(|_| unreachable!());
        assert_eq!(entered_twice(&homes, &["id", "gender"]), []);
        // Blank cells tell nobody apart.
        assert_eq!(found(&["1,,,f", "2,,,m", "3,Cem,09,m", "4,Dora,10,f", "5,Eva,11,f"]), [[0; 0]; 0]);
    }

    #[test]
    fn a_column_that_says_the_same_of_many_tells_nobody_apart() {
        let pool = "id,town,gender\n1,A,f\n2,A,f\n3,A,m\n4,B,m\n5,C,f\n";
        let pool = read_csv("pool.csv", pool.as_bytes()).unwrap_or_else(|_| unreachable!());
        assert_eq!(entered_twice(&pool, &["id", "gender"]), []);
    }
}
