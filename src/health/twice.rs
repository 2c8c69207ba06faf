//! People who seem to have been entered twice, under two identifiers.

use std::collections::{BTreeMap, BTreeSet};

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
    if telling.is_empty() {
        return Vec::new();
    }
    let mut alike: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    for (index, row) in pool.rows.iter().enumerate() {
        let key: Vec<String> = telling.iter().filter_map(|&place| Some(fold(row.cells.get(place)?))).collect();
        if key.iter().any(|cell| !cell.is_empty()) {
            alike.entry(key).or_default().push(index);
        }
    }
    // Rows that repeat another cell for cell are one member, and said elsewhere.
    let mut found: Vec<Twice> = alike.into_values().filter(|rows| rows.len() > 1).map(|rows| Twice { rows }).collect();
    for twice in &mut found {
        let mut seen = BTreeSet::new();
        twice.rows.retain(|&row| seen.insert(pool.rows.get(row).map(|row| &row.cells)));
    }
    found.retain(|twice| twice.rows.len() > 1);
    found.sort_unstable_by(|a, b| a.rows.cmp(&b.rows));
    found
}

/// Whether a column tells people apart: most of what it says, it says once.
fn tells(pool: &Table, place: usize) -> bool {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for row in &pool.rows {
        let cell = row.cells.get(place).map(|cell| fold(cell)).unwrap_or_default();
        if !cell.is_empty() {
            *times.entry(cell).or_default() += 1;
        }
    }
    let cells: usize = times.values().sum();
    // What stands twice counts for two cells; a slip or two must not make a small pool's column look like a feature.
    let repeated = times.values().filter(|&&times| times > 2).sum::<usize>();
    let doubled = times.values().filter(|&&times| times == 2).count();
    cells > 2 && times.len() > 2 && (cells - repeated - doubled) * 100 >= TELLING * cells.saturating_sub(doubled)
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
