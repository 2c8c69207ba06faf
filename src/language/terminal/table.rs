//! Columns: tables with a head, and lines whose second halves stand below each other.

use super::catalogue::Catalogue;
use super::number::number;

/// Between two columns.
const GAP: &str = "  ";

/// Whether a line has a wide space behind its first word.
pub(super) fn has_gap(line: &str) -> bool {
    line.trim().contains(GAP)
}

/// The heads of columns in the language of the catalogue, where a line is nothing but heads, and at least two.
pub(super) fn head(catalogue: &Catalogue, line: &str) -> Option<Vec<String>> {
    let heads: Option<Vec<String>> = cells(line).into_iter().map(|(_, cell)| catalogue.column(cell)).collect();
    heads.filter(|heads| heads.len() > 1)
}

/// The cells of a line between wide spaces, each with the column of letters in which it begins.
fn cells(line: &str) -> Vec<(usize, &str)> {
    let mut cells = Vec::new();
    let (mut begin, mut blanks) = (None, 0);
    for (column, (at, c)) in line.char_indices().enumerate() {
        match (c, begin) {
            (' ', _) => blanks += 1,
            (_, Some((start, first))) if blanks >= GAP.len() => {
                cells.push((first, line.get(start..at).unwrap_or_default().trim_end()));
                (begin, blanks) = (Some((at, column)), 0);
            }
            (_, None) => (begin, blanks) = (Some((at, column)), 0),
            _ => blanks = 0,
        }
    }
    cells.extend(begin.map(|(start, first)| (first, line.get(start..).unwrap_or_default().trim_end())));
    cells
}

/// Heads of columns whose cells are the user's words, even where they are numbers.
const OF_USERS: [&str; 5] = ["category", "value", "stratum", "district", "file"];

/// A table with other heads: its first line holds the old ones. Numbers are written in the form of the language; what else is in the rows stays as it is.
pub(super) fn table(catalogue: &Catalogue, heads: &[String], block: &[&str]) -> Vec<String> {
    let spans = spans(block);
    let Some((first, rows)) = block.split_first() else { return Vec::new() };
    let english = cells(first);
    let slice = |line: &str, (from, to): (usize, usize)| -> String {
        line.chars().skip(from).take(to - from).collect::<String>().trim().to_owned()
    };
    if spans.len() != heads.len() {
        // Columns cannot be told apart; at least the heads are said.
        return std::iter::once(heads.join(GAP)).chain(rows.iter().map(|row| (*row).to_owned())).collect();
    }
    let indent = spans.first().map_or(0, |(from, _)| *from);
    let mut lines = vec![" ".repeat(indent); block.len()];
    for (column, (&span, head)) in spans.iter().zip(heads).enumerate() {
        let numbers = column > 0 && ends_together(block, span) && !begins_together(block, span);
        let is_users = english.get(column).is_none_or(|(_, head)| OF_USERS.contains(head));
        let said = |cell: String| number(catalogue.language, &cell).filter(|_| !is_users).unwrap_or(cell);
        let rows = rows.iter().map(|row| said(slice(row, span)));
        let cells: Vec<String> = std::iter::once(head.clone()).chain(rows).collect();
        let width = cells.iter().map(|cell| wide(cell)).max().unwrap_or_default();
        for (line, cell) in lines.iter_mut().zip(&cells) {
            let pad = " ".repeat(width - wide(cell));
            let gap = if column == 0 { "" } else { GAP };
            *line += &if numbers { format!("{gap}{pad}{cell}") } else { format!("{gap}{cell}{pad}") };
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// The columns of a block: where no line has a letter for at least the width of a gap, one ends and the next begins.
fn spans(block: &[&str]) -> Vec<(usize, usize)> {
    let width = block.iter().map(|line| line.chars().count()).max().unwrap_or_default();
    let mut full = vec![false; width];
    for line in block {
        for (column, c) in line.chars().enumerate() {
            if let Some(full) = full.get_mut(column).filter(|_| c != ' ') {
                *full = true;
            }
        }
    }
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for (column, _) in full.iter().enumerate().filter(|(_, full)| **full) {
        match spans.last_mut() {
            Some((_, to)) if column < *to + GAP.len() => *to = column + 1,
            _ => spans.push((column, column + 1)),
        }
    }
    spans
}

fn ends_together(block: &[&str], (from, to): (usize, usize)) -> bool {
    block.iter().all(|line| {
        let cell: String = line.chars().skip(from).take(to - from).collect();
        cell.trim().is_empty() || (cell.chars().count() == to - from && !cell.ends_with(' '))
    })
}

fn begins_together(block: &[&str], (from, _): (usize, usize)) -> bool {
    block.iter().all(|line| line.chars().nth(from).is_none_or(|c| c != ' '))
}

/// Lines of which each was another one in English. Where neighbours had their second halves below each other, they have them again.
pub(super) fn aligned(lines: &[(String, &str)]) -> Vec<String> {
    let second = |english: &str| cells(english).get(1).map(|(column, _)| *column);
    let mut out = Vec::new();
    let mut at = 0;
    while let Some((line, english)) = lines.get(at) {
        let Some(column) = second(english).filter(|_| has_gap(line)) else {
            out.push(line.clone());
            at += 1;
            continue;
        };
        let block: Vec<&String> = lines
            .get(at..)
            .unwrap_or_default()
            .iter()
            .take_while(|(line, english)| second(english) == Some(column) && has_gap(line))
            .map(|(line, _)| line)
            .collect();
        let same = lines.get(at..at + block.len()).unwrap_or_default().iter().all(|(line, english)| line == english);
        if same {
            out.extend(block.iter().map(|line| (*line).clone()));
            at += block.len();
            continue;
        }
        let halves: Vec<(&str, &str)> = block.iter().map(|line| halves(line)).collect();
        let width = halves.iter().map(|(first, _)| wide(first)).max().unwrap_or_default();
        out.extend(halves.iter().map(|(first, rest)| format!("{first}{}{GAP}{rest}", " ".repeat(width - wide(first)))));
        at += block.len();
    }
    out
}

/// What stands before the first wide space, with the blanks at the beginning, and what behind it.
pub(super) fn halves(line: &str) -> (&str, &str) {
    let start = line.len() - line.trim_start().len();
    let gap = line.get(start..).and_then(|rest| rest.find(GAP)).map_or(line.len(), |gap| start + gap);
    (line.get(..gap).unwrap_or_default(), line.get(gap..).unwrap_or_default().trim_start())
}

/// How wide a text is on a terminal, in columns of letters.
pub fn wide(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}
