//! Sections as text for a terminal.

use super::section::{Grid, Section, word_of};
use super::text::harmless;
use crate::language::Language;
use crate::language::terminal::{Catalogue, wide};

/// Widest line of a paragraph, in columns, where no window is narrower.
pub const WIDTH: usize = 110;

/// Sections below each other: the heading underlined, paragraphs, the table.
pub fn screen(sections: &[Section]) -> String {
    screen_in(sections, &Catalogue::of(Language::En), WIDTH)
}

/// The same, in the language of a catalogue, with paragraphs of at most so many columns.
pub fn screen_in(sections: &[Section], catalogue: &Catalogue, width: usize) -> String {
    let mut text = String::new();
    for section in sections {
        if !text.is_empty() {
            text.push('\n');
        }
        let title = catalogue.phrase(&section.title);
        text += &format!("{title}\n{}\n", "-".repeat(wide(&title)));
        for line in &section.lines {
            let sentences: Vec<String> = line.split('\n').map(|sentence| catalogue.phrase(sentence)).collect();
            text += &wrapped(&harmless(&sentences.join(" ")), width);
        }
        if let Some(grid) = &section.grid {
            if !section.lines.is_empty() {
                text.push('\n');
            }
            text += &table_in(grid, catalogue);
        }
    }
    text
}

/// A paragraph on lines of at most so many columns where its words allow it. A paragraph that begins with spaces or a dash keeps its distance
/// from the edge on all of its lines.
fn wrapped(paragraph: &str, width: usize) -> String {
    let indent = paragraph.chars().take_while(|c| *c == ' ').count();
    let hang = indent + if paragraph.trim_start().starts_with("- ") { 2 } else { 0 };
    let mut text = String::new();
    let mut line = " ".repeat(indent);
    let mut fresh = true;
    for word in paragraph.split_whitespace() {
        if !fresh && wide(&line) + 1 + wide(word) > width {
            text += line.trim_end();
            text.push('\n');
            line = " ".repeat(hang);
            fresh = true;
        }
        if !fresh {
            line.push(' ');
        }
        line += word;
        fresh = false;
    }
    text + line.trim_end() + "\n"
}

/// The head of a table and its rows, in the language of a catalogue.
pub(super) fn cells_in(grid: &Grid, catalogue: &Catalogue) -> Vec<Vec<String>> {
    let head: Vec<String> = grid.header.iter().map(|head| catalogue.head(head)).collect();
    let is_number = |column: usize| grid.numbers.get(column).copied().unwrap_or_default();
    let cell = |(column, cell): (usize, &String)| match word_of(cell) {
        Some(word) => catalogue.phrase(word),
        None if is_number(column) => catalogue.number(cell),
        None => cell.clone(),
    };
    let rows = grid.rows.iter().map(|row| row.iter().enumerate().map(cell).collect());
    std::iter::once(head).chain(rows).collect()
}

/// A table: columns two spaces apart, numbers to the right, in the language of a catalogue. Of its cells only heads, numbers and the program's own words are translated.
pub fn table_in(grid: &Grid, catalogue: &Catalogue) -> String {
    let is_number = |column: usize| grid.numbers.get(column).copied().unwrap_or_default();
    let rows = cells_in(grid, catalogue);
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| harmless(cell)).collect()).collect();
    let all = || rows.iter();
    let width =
        |column: usize| all().filter_map(|row| row.get(column)).map(|cell| wide(cell)).max().unwrap_or_default();
    let widths: Vec<usize> = (0..grid.header.len()).map(width).collect();
    let mut text = String::new();
    for row in all() {
        let mut line = String::new();
        for (column, (cell, &width)) in row.iter().zip(&widths).enumerate() {
            let pad = " ".repeat(width - wide(cell));
            let number = is_number(column);
            let gap = if column == 0 { "" } else { "  " };
            line += &if number { format!("{gap}{pad}{cell}") } else { format!("{gap}{cell}{pad}") };
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_set_as_text() {
        let grid = Grid {
            header: vec!["value".to_owned(), "pool".to_owned()],
            rows: vec![vec!["é".to_owned(), "7".to_owned()], vec!["women".to_owned(), "1,000".to_owned()]],
            numbers: vec![false, true],
        };
        let section = Section { title: "Quotas".to_owned(), lines: vec!["One.".to_owned()], grid: Some(grid) };
        let wanted = "Quotas\n------\nOne.\n\nvalue   pool\né          7\nwomen  1,000\n";
        assert_eq!(screen(std::slice::from_ref(&section)), wanted);
        assert_eq!(screen(&[section.clone(), section]), format!("{wanted}\n{wanted}"));
    }

    #[test]
    fn long_paragraphs_are_broken_between_words() {
        let long = format!("- {}", "word ".repeat(40));
        let text = wrapped(&long, WIDTH);
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
        assert!(text.lines().skip(1).all(|line| line.starts_with("  word")), "{text}");
        assert_eq!(text.split_whitespace().count(), 41);
        assert_eq!(wrapped("  a  b", WIDTH), "  a b\n");
    }

    #[test]
    fn what_files_say_cannot_steer_the_terminal() {
        let evil = "\u{1b}[31mred\u{202e}".to_owned();
        let grid = Grid { header: vec![evil.clone()], rows: vec![vec![evil.clone()]], numbers: vec![false] };
        let text = screen(&[Section { title: "Title".to_owned(), lines: vec![evil], grid: Some(grid) }]);
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
        assert_eq!(text.matches("\\u{1b}[31mred\\u{202e}").count(), 3);
    }
}
