//! Who gets a letter: in each stratum the households with the smallest tickets, and in each of these the person with the smallest ticket.

use std::collections::BinaryHeap;

use super::code::{Key, code};
use super::problem::InviteError;
use super::scan::Rows;
use super::survey::{Open, Survey, fault, parts};
use crate::draw::hex;

/// The `letters[s]` households of each stratum s with the smallest tickets, as ascending codes with their strata. Their order in the list makes no
/// difference: households have their tickets from their codes.
pub(super) fn smallest(units: &[u128], key: Key, letters: &[u64]) -> Vec<u128> {
    let mut heaps: Vec<BinaryHeap<(u128, u128)>> = vec![BinaryHeap::new(); letters.len()];
    for &unit in units {
        let (code, stratum) = parts(unit);
        let (Some(heap), Some(&wanted)) = (heaps.get_mut(stratum), letters.get(stratum)) else { continue };
        if wanted == 0 {
            continue;
        }
        // Equal tickets, which never come, are ordered by the code.
        let entry = (key.ticket(code), unit);
        if (heap.len() as u64) < wanted {
            heap.push(entry);
        } else if let Some(mut largest) = heap.peek_mut().filter(|largest| entry < **largest) {
            *largest = entry;
        }
    }
    let mut selected: Vec<u128> = heaps.into_iter().flatten().map(|(_, unit)| unit).collect();
    selected.sort_unstable();
    selected
}

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Letter {
    /// The line on which the row of the person who gets it starts.
    pub line: u64,
    /// The index of the stratum.
    pub stratum: usize,
    /// How many rows the household has.
    pub persons: u64,
    /// The row, as the register has it.
    pub row: String,
}

/// Reads the register again and finds the rows that get a letter, in the order of the register.
pub(super) fn letters(survey: &Survey, selected: &[u128], key: Key, open: Open) -> Result<Vec<Letter>, InviteError> {
    let codes: Vec<u128> = selected.iter().map(|unit| parts(*unit).0).collect();
    let mut found: Vec<Option<((u128, u128), Letter)>> = vec![None; selected.len()];
    let mut rows = Rows::new(open()?);
    let mut text = String::new();
    let faulty = |found| fault(&survey.file, found);
    rows.next().map_err(faulty)?;
    while let Some(row) = rows.next().map_err(faulty)? {
        survey.layout.household_text(&row, &mut text);
        let Ok(index) = codes.binary_search(&code(&text)) else { continue };
        let (Some(place), Some(unit)) = (found.get_mut(index), selected.get(index)) else { continue };
        survey.layout.row_text(&row, &mut text);
        let own = code(&text);
        let entry = (key.ticket(own), own);
        match place {
            Some((best, letter)) => {
                letter.persons += 1;
                if entry < *best {
                    *best = entry;
                    (letter.line, letter.row) = (row.line, row.raw.to_owned());
                }
            }
            None => {
                let (line, stratum, row) = (row.line, parts(*unit).1, row.raw.to_owned());
                *place = Some((entry, Letter { line, stratum, persons: 1, row }));
            }
        }
    }
    let hash = rows.hash();
    let mut letters: Vec<Letter> = found.into_iter().flatten().map(|(_, letter)| letter).collect();
    if hash != survey.sha256 || letters.len() != selected.len() {
        return Err(InviteError::Changed { planned: hex(&survey.sha256), found: hex(&hash) });
    }
    letters.sort_unstable_by_key(|letter| letter.line);
    Ok(letters)
}
